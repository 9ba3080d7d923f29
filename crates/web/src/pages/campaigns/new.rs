//! `/espace/campagnes/nouvelle`: places are chosen, who would be asked is shown, and only then something leaves.
//!
//! The form is a question: it is asked by GET as often as one likes. What leaves is sent from the preview by POST, under an
//! id drawn for it: sent twice, it is one campaign.

use askama::Template;
use axum::extract::Form;
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::campaigns::{
    self, Chosen, Fault, LASTS_DAYS, Order, REMINDERS, Reach, Sent, Typed,
};
use portulan_i18n::{date, network};
use portulan_model::CampaignId;
use portulan_model::campaigns::{Doubt, Within};
use portulan_policy::actions::RunCampaign;
use portulan_policy::{Capability, Node};

use super::whereabouts;
use crate::auth::{Desk, Refused, done};
use crate::pages::addresses::{self, with_query};
use crate::pages::operator::source_form;
use crate::pages::page::{Page, html_with};
use crate::pages::proposals::Answer;

/// Where places are chosen, as it was typed.
const WHERE: &str = "ou";
/// Whether the preview is asked for.
const PREVIEW: &str = "voir";
/// The id drawn for what is sent.
const ID: &str = "campagne";
/// Those who would be asked that are shown by name.
const SHOWN: usize = 100;

#[derive(Template)]
#[template(path = "campaigns/new.html")]
struct NewPage {
    page: Page,
    back: &'static str,
    action: &'static str,
    /// The nodes of whoever looks, where they answer for several.
    yours: Vec<(String, String)>,
    place: Answer,
    networks: Vec<(String, String, bool)>,
    network_wrong: Option<String>,
    doubts: Vec<(&'static str, String, bool)>,
    months: Answer,
    name: Answer,
    last_day: Answer,
    last_day_hint: String,
    reminders: Answer,
    wrong: Option<String>,
    preview: Option<Preview>,
}

/// Who would be asked.
struct Preview {
    title: String,
    figures: Vec<String>,
    rows: Vec<(String, String, String)>,
    more: Option<String>,
    /// What is sent with the button; nothing where there is nobody to ask.
    fields: Vec<(&'static str, String)>,
}

/// `GET /espace/campagnes/nouvelle`.
pub(super) async fn show(desk: Desk) -> Result<Response, Refused> {
    let value = |name: &str| desk.visit.value(name).unwrap_or_default().to_owned();
    let asked = desk.visit.value(PREVIEW).is_some();
    let sent = if asked {
        Sheet::read(value)
    } else {
        Sheet::blank(&desk, value(WHERE))
    };
    let id = campaigns::new_id(desk.app());
    let (within, order, faults) = understood(&desk, &sent, id);
    let Some(within) = within else {
        return Ok(page(&desk, &sent, &faults, None));
    };
    let may = right(&desk, &within)?;
    let preview = match order.filter(|_| asked) {
        Some(order) => {
            let chosen = campaigns::choose(desk.app(), &may, &order.choice).await?;
            Some(preview(&desk, &sent, id, &order, &chosen))
        }
        None => None,
    };
    let faults = if asked { faults } else { Vec::new() };
    Ok(page(&desk, &sent, &faults, preview))
}

/// `POST /espace/campagnes/nouvelle`.
pub(super) async fn send(
    desk: Desk,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let value = |name: &str| {
        let found = pairs.iter().find(|(given, _)| given == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let sent = Sheet::read(value);
    let id = value(ID).parse();
    let id: CampaignId = id.unwrap_or_else(|_none| campaigns::new_id(desk.app()));
    let (within, order, faults) = understood(&desk, &sent, id);
    let Some(within) = within else {
        return Ok(page(&desk, &sent, &faults, None));
    };
    let may = right(&desk, &within)?;
    let Some(order) = order else {
        return Ok(page(&desk, &sent, &faults, None));
    };
    let choice = order.choice.clone();
    match campaigns::send(desk.app(), &may, order.clone()).await? {
        Sent::Now => Ok(done(&addresses::campaign(id), "campaign-sent")),
        Sent::Before => Ok(done(&addresses::campaign(id), "campaign-sent-before")),
        Sent::Nobody => {
            let chosen = campaigns::choose(desk.app(), &may, &choice).await?;
            let shown = preview(&desk, &sent, id, &order, &chosen);
            Ok(page(&desk, &sent, &[], Some(shown)))
        }
    }
}

/// The right to run a campaign there.
fn right(desk: &Desk, within: &Within) -> Result<Capability<RunCampaign>, Refused> {
    let target = campaigns::target(&desk.visit.directory, within);
    desk.may_on::<RunCampaign>(target.ok_or(Refused(StatusCode::NOT_FOUND))?)
}

/// The form, as typed.
struct Sheet {
    place: String,
    typed: Typed,
}

impl Sheet {
    fn read(value: impl Fn(&str) -> String) -> Self {
        Self {
            place: value(WHERE).trim().to_owned(),
            typed: Typed {
                name: value("nom"),
                network: value("reseau"),
                doubt: value("etat"),
                months: value("mois"),
                last_day: value("dernier_jour"),
                reminders: value("rappels"),
            },
        }
    }

    /// What is offered to begin with.
    fn blank(desk: &Desk, place: String) -> Self {
        let today = date(desk.visit.lang, desk.visit.today());
        let name = desk
            .words()
            .with("campaign-name-usual", &[("date", today.into())]);
        let reminders: Vec<String> = REMINDERS.iter().map(ToString::to_string).collect();
        Self {
            place,
            typed: Typed {
                name,
                reminders: reminders.join(", "),
                ..Typed::default()
            },
        }
    }

    fn pairs(&self) -> Vec<(&'static str, String)> {
        let typed = &self.typed;
        vec![
            (WHERE, self.place.clone()),
            ("nom", typed.name.clone()),
            ("reseau", typed.network.clone()),
            ("etat", typed.doubt.clone()),
            ("mois", typed.months.clone()),
            ("dernier_jour", typed.last_day.clone()),
            ("rappels", typed.reminders.clone()),
        ]
    }
}

/// What is wrong with a field, in words.
type Wrong = (&'static str, String);

/// Where, and what is ordered; or what is wrong.
fn understood(
    desk: &Desk,
    sent: &Sheet,
    id: CampaignId,
) -> (Option<Within>, Option<Order>, Vec<Wrong>) {
    let within = match within(desk, &sent.place) {
        Ok(within) => within,
        Err(wrong) => return (None, None, vec![(WHERE, wrong)]),
    };
    let told = |fault: &Fault| (fault.field, desk.words().get(fault.message));
    match Order::read(desk.app(), id, within.clone(), &sent.typed) {
        Ok(order) => (Some(within), Some(order), Vec::new()),
        Err(faults) => (Some(within), None, faults.iter().map(told).collect()),
    }
}

/// The nodes on which whoever looks may run a campaign, as those of their roles.
fn own(desk: &Desk) -> impl Iterator<Item = Within> {
    let runs = desk.actor().runs_the_installation();
    let grants = desk.actor().grants().iter().filter(move |_| !runs);
    grants.filter_map(|grant| {
        let within = match grant.node() {
            Node::Territory(key) => Within::Territory(key.clone()),
            Node::Organisation(slug) => Within::Organisation(slug.clone()),
            _ => return None,
        };
        right(desk, &within).is_ok().then_some(within)
    })
}

/// Where places are chosen. Where nothing is typed, it is the first node of whoever looks, or the whole country.
fn within(desk: &Desk, typed: &str) -> Result<Within, String> {
    if typed.is_empty() {
        let first = own(desk).next();
        let france = portulan_model::TerritoryKey::france();
        return Ok(first.unwrap_or(Within::Territory(france)));
    }
    match typed.parse::<Node>() {
        Ok(Node::Organisation(slug)) if desk.visit.directory.organisations.get(&slug).is_some() => {
            Ok(Within::Organisation(slug))
        }
        _ => source_form::owner(desk, typed).map(Within::Territory),
    }
}

fn yours(desk: &Desk) -> Vec<(String, String)> {
    let way = |within: Within| {
        let place = campaigns::node(&within).to_string();
        let address = with_query(addresses::NEW_CAMPAIGN, [(WHERE, place)]);
        (address, whereabouts(desk, &within))
    };
    let ways: Vec<_> = own(desk).map(way).collect();
    if ways.len() > 1 { ways } else { Vec::new() }
}

fn preview(desk: &Desk, sent: &Sheet, id: CampaignId, order: &Order, chosen: &Chosen) -> Preview {
    let words = desk.words();
    let told = |id: &str, n: usize| words.with(id, &[("n", n.into())]);
    let mails = chosen.asked().count();
    let mut figures = vec![told("campaign-would-places", chosen.places())];
    let others = [
        ("campaign-would-texts", chosen.of(Reach::Text).count()),
        ("campaign-would-lately", chosen.lately),
        (
            "campaign-would-no-address",
            chosen.of(Reach::NoAddress).count(),
        ),
        ("campaign-would-refused", chosen.of(Reach::Refused).count()),
        (
            "campaign-would-bouncing",
            chosen.of(Reach::Bouncing).count(),
        ),
    ];
    figures.extend(
        others
            .into_iter()
            .filter(|(_, n)| *n > 0)
            .map(|(id, n)| told(id, n)),
    );
    let ends = desk.instant(order.ends);
    figures.push(words.with("campaign-would-end", &[("date", ends.into())]));
    let row = |group: &campaigns::Group| {
        let reach = match group.reach {
            Reach::Mail => "campaign-reach-mail",
            Reach::Text => "campaign-reach-text",
            Reach::Refused => "campaign-state-refused",
            Reach::Bouncing => "campaign-state-bounced",
            Reach::NoAddress => "campaign-state-no-address",
        };
        (
            group.name.clone(),
            told("campaign-places", group.places.len()),
            words.get(reach),
        )
    };
    let more = chosen.groups.len().saturating_sub(SHOWN);
    let mut fields = sent.pairs();
    fields.push((ID, id.to_string()));
    Preview {
        title: told("campaign-would-mails", mails),
        figures,
        rows: chosen.groups.iter().take(SHOWN).map(row).collect(),
        more: (more > 0).then(|| told("campaign-more", more)),
        fields: if mails > 0 { fields } else { Vec::new() },
    }
}

fn page(desk: &Desk, sent: &Sheet, faults: &[Wrong], preview: Option<Preview>) -> Response {
    let (words, typed, lang) = (desk.words(), &sent.typed, desk.visit.lang);
    let wrong = |field: &str| {
        let found = faults.iter().find(|(name, _)| *name == field);
        found.map(|(_, words)| words.clone())
    };
    let answer = |field: &str, value: &str| Answer {
        value: value.to_owned(),
        wrong: wrong(field),
    };
    let mut networks: Vec<_> = desk
        .visit
        .directory
        .snapshot
        .known_values()
        .networks
        .iter()
        .collect();
    networks.sort_by_key(|(_, places)| std::cmp::Reverse(*places));
    let option = |(slug, _): &(portulan_model::Slug, usize)| {
        let chosen = slug.as_str() == typed.network;
        (slug.to_string(), network(lang, slug.as_str()), chosen)
    };
    let doubt = |one: Doubt| {
        let chosen = typed.doubt == one.slug();
        (
            one.slug(),
            words.get(&format!("campaign-doubt-{}", one.slug())),
            chosen,
        )
    };
    let status = if faults.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let days = usize::try_from(LASTS_DAYS).unwrap_or_default();
    let count = faults.len();
    let template = NewPage {
        page: desk.page(words.get("campaign-new-title"), "campagnes"),
        back: addresses::CAMPAIGNS,
        action: addresses::NEW_CAMPAIGN,
        yours: yours(desk),
        place: answer(WHERE, &sent.place),
        networks: networks.into_iter().map(option).collect(),
        network_wrong: wrong("reseau"),
        doubts: Doubt::ALL.map(doubt).into(),
        months: answer("mois", &typed.months),
        name: answer("nom", &typed.name),
        last_day: answer("dernier_jour", &typed.last_day),
        last_day_hint: words.with("campaign-last-day-hint", &[("n", days.into())]),
        reminders: answer("rappels", &typed.reminders),
        wrong: (count > 0).then(|| words.with("proposal-faults", &[("n", count.into())])),
        preview,
    };
    html_with(status, &template)
}
