//! `/espace/appels`: whom to call first, why, and what came of each call.

use askama::Template;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::calls::{self, CALLS_A_PAGE, Calls, Within};
use portulan_app::{Lead, rights};
use portulan_freshness::Value;
use portulan_i18n::{Arg, ago, distance};
use portulan_model::{Place, PlaceField, TerritoryKey};
use portulan_policy::actions::{EditPlace, RunCampaign};
use portulan_policy::{Capability, Node, NodeKind};

use crate::auth::{Desk, Refused, done, named};
use crate::pages::addresses::{self, with_query};
use crate::pages::operator::queue::TERRITORY;
use crate::pages::operator::source_form::owner;
use crate::pages::operator::values::field_name;
use crate::pages::page::{Page, html};
use crate::pages::place::{Link, phone_link};
use crate::routes::{Needs, Routes};

/// The parameter that keeps the list to the places of an organisation.
const ORGANISATION: &str = "structure";

#[derive(Template)]
#[template(path = "space/calls.html")]
struct CallsPage {
    page: Page,
    action: &'static str,
    /// The territories of whoever looks, where they answer for several.
    yours: Vec<(String, String)>,
    territory: String,
    /// What the forms carry on: which list is looked at.
    kept: Vec<(String, String)>,
    wrong: Option<String>,
    total: String,
    lines: Vec<Line>,
    next: Option<String>,
}

/// A place to call.
struct Line {
    name: String,
    address: String,
    commune: String,
    phones: Vec<Link>,
    reasons: Vec<String>,
    unanswered: Option<String>,
    /// Where to say what came of it, and the form to correct; nothing for whoever may not change the place.
    acts: Option<Acts>,
}

/// What may be done of a place.
struct Acts {
    right: String,
    silent: String,
    edit: String,
}

/// The list, and what came of a call.
pub(super) fn routes() -> Routes {
    let edit = Needs::right::<EditPlace>(&[NodeKind::Place]);
    Routes::default()
        .get(addresses::CALLS, Needs::somewhere::<RunCampaign>(), show)
        .post("/espace/appels/{slug}/juste", edit, all_right)
        .post("/espace/appels/{slug}/sans-reponse", edit, no_answer)
        .guarded()
}

/// `GET /espace/appels`.
async fn show(desk: Desk) -> Result<Response, Refused> {
    let words = desk.words();
    let typed = desk.visit.value(TERRITORY).unwrap_or_default().trim();
    let typed = typed.to_owned();
    let kept = kept(&desk.visit.pairs);
    let number = desk.page_number();
    let (calls, wrong) = match asked(&desk, &typed)? {
        Ok(within) => {
            let target = within.target(&desk.visit.directory);
            let target = target.ok_or(Refused(StatusCode::NOT_FOUND))?;
            let inside = |_not_everywhere| desk.may_on::<RunCampaign>(target);
            let may = desk.may::<RunCampaign>().or_else(inside)?;
            (calls::list(desk.app(), &may, &within, number).await?, None)
        }
        Err(wrong) => (Calls::default(), Some(wrong)),
    };
    let after = number.saturating_add(1);
    let next = (after.saturating_mul(CALLS_A_PAGE) < calls.total).then(|| {
        let page = ("page".to_owned(), after.to_string());
        with_query(addresses::CALLS, kept.iter().cloned().chain([page]))
    });
    let lines = calls.lines.iter().map(|line| row(&desk, line)).collect();
    Ok(html(&CallsPage {
        page: desk.page(words.get("calls-title"), "appels"),
        action: addresses::CALLS,
        yours: yours(&desk),
        wrong,
        total: words.with("calls-total", &[("n", calls.total.into())]),
        lines,
        territory: typed,
        kept,
        next,
    }))
}

/// Among which places; or what is wrong with the territory that was typed. Where nothing is asked, it is the first node of
/// whoever looks, the whole country for whoever runs the installation.
fn asked(desk: &Desk, typed: &str) -> Result<Result<Within, String>, Refused> {
    if let Some(slug) = desk.visit.value(ORGANISATION) {
        return Ok(Ok(Within::Organisation(named(slug)?)));
    }
    if typed.is_empty() {
        let first = answered_for(desk).next();
        let everywhere = || Within::Territory(TerritoryKey::france());
        return Ok(Ok(first.unwrap_or_else(everywhere)));
    }
    Ok(owner(desk, typed).map(Within::Territory))
}

/// The nodes in which a role of whoever looks lets them ask.
fn answered_for(desk: &Desk) -> impl Iterator<Item = Within> {
    let runs = desk.actor().runs_the_installation();
    let grants = desk.actor().grants().iter().filter(move |_| !runs);
    grants.filter_map(|grant| {
        let within = match grant.node() {
            Node::Territory(key) => Within::Territory(key.clone()),
            Node::Organisation(slug) => Within::Organisation(slug.clone()),
            _ => return None,
        };
        let may = desk.may_on::<RunCampaign>(grant.node().into());
        may.is_ok().then_some(within)
    })
}

fn yours(desk: &Desk) -> Vec<(String, String)> {
    let directory = &desk.visit.directory;
    let way = |within: Within| {
        let (pair, name) = match &within {
            Within::Territory(key) => {
                let known = directory.reference.territory(key);
                let name = known.map(|one| one.name.clone());
                ((TERRITORY, key.to_string()), name)
            }
            Within::Organisation(slug) => {
                let known = directory.organisations.get(slug);
                let name = known.map(|one| one.name.clone());
                ((ORGANISATION, slug.to_string()), name)
            }
        };
        let name = name.unwrap_or_else(|| pair.1.clone());
        (with_query(addresses::CALLS, [pair]), name)
    };
    let ways: Vec<_> = answered_for(desk).map(way).collect();
    if ways.len() > 1 { ways } else { Vec::new() }
}

fn row(desk: &Desk, line: &calls::Line) -> Line {
    let place = &*line.place;
    let slug = &place.slug;
    let target = rights::place(&desk.visit.directory, place);
    let changes = desk.may_on::<EditPlace>(target).is_ok();
    let unanswered = line.unanswered.map(|one| {
        let calls = usize::try_from(one.calls).unwrap_or(usize::MAX);
        let told = [
            ("n", Arg::from(calls)),
            ("date", desk.instant(one.at).into()),
        ];
        desk.words().with("calls-unanswered", &told)
    });
    Line {
        name: place.record.name.clone(),
        address: desk.visit.link(&addresses::place(slug)),
        commune: place.record.address.commune.clone(),
        phones: place
            .record
            .contact
            .phones
            .iter()
            .map(|phone| phone_link(phone))
            .collect(),
        reasons: reasons(desk, line),
        unanswered,
        acts: changes.then(|| Acts {
            right: format!("{}/{slug}/juste", addresses::CALLS),
            silent: format!("{}/{slug}/sans-reponse", addresses::CALLS),
            edit: desk.visit.link(&addresses::edit(slug)),
        }),
    }
}

/// Why a place comes where it does, in words.
fn reasons(desk: &Desk, line: &calls::Line) -> Vec<String> {
    let (words, lang) = (desk.words(), desk.visit.lang);
    let visits = words.with("calls-visits", &[("n", line.visits.into())]);
    let detour = line.detour_m.map_or_else(
        || words.get("calls-no-other"),
        |metres| {
            words.with(
                "calls-detour",
                &[("distance", distance(lang, metres).into())],
            )
        },
    );
    vec![visits, doubt(desk, &line.place, line.doubt.most), detour]
}

/// What is doubted most, and since when nobody said it: "Horaires : mis à jour il y a 14 mois".
fn doubt(desk: &Desk, place: &Place, most: Value) -> String {
    let provenance = &place.record.provenance;
    let given = PlaceField::ALL.into_iter();
    let field = given
        .filter(|field| Value::of(*field) == most && !field.is_absent(&place.record))
        .min_by_key(|field| provenance.origin(*field).dated);
    let (name, origin) = match field.filter(|_| most != Value::Presence) {
        Some(field) => (field_name(desk.visit.lang, field), provenance.origin(field)),
        None => (desk.words().get("calls-presence"), &provenance.record),
    };
    let Some(dated) = origin.dated else {
        return desk
            .words()
            .with("calls-undated", &[("field", name.as_str().into())]);
    };
    let id = if origin.confirmed_by_place {
        "calls-confirmed"
    } else {
        "calls-updated"
    };
    let ago = ago(desk.visit.lang, dated, desk.visit.today());
    let told = [("field", name.as_str().into()), ("ago", ago.into())];
    desk.words().with(id, &told)
}

/// `POST /espace/appels/{slug}/juste`.
async fn all_right(
    desk: Desk,
    Path(slug): Path<String>,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (place, may) = called(&desk, &slug)?;
    calls::all_right(desk.app(), &may, place.id).await?;
    Ok(done(&back(&sent), "call-right"))
}

/// `POST /espace/appels/{slug}/sans-reponse`.
async fn no_answer(
    desk: Desk,
    Path(slug): Path<String>,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (place, may) = called(&desk, &slug)?;
    calls::no_answer(desk.app(), &may, place.id).await?;
    Ok(done(&back(&sent), "call-silent"))
}

/// The place that was called, and the right to change it.
fn called(desk: &Desk, slug: &str) -> Result<(Place, Capability<EditPlace>), Refused> {
    let directory = &desk.visit.directory;
    let (Lead::Here(place) | Lead::Moved(place)) = directory.lead(slug) else {
        return Err(Refused(StatusCode::NOT_FOUND));
    };
    let may = desk.may_on(rights::place(directory, place))?;
    Ok((Place::clone(place), may))
}

/// The list that the form was on.
fn back(sent: &[(String, String)]) -> String {
    with_query(addresses::CALLS, kept(sent))
}

/// What says which list is looked at.
fn kept(pairs: &[(String, String)]) -> Vec<(String, String)> {
    let says = |(name, value): &&(String, String)| {
        [TERRITORY, ORGANISATION].contains(&name.as_str()) && !value.is_empty()
    };
    pairs.iter().filter(says).cloned().collect()
}
