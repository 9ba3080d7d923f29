//! `/espace/recensements/{id}`: how far a census is, on a map and in a table; contacts pasted, links sent.

use askama::Template;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::census::{self, Found, Known, Pasted};
use portulan_i18n::{Words, date_short};
use portulan_model::CensusId;
use portulan_model::census::{Body, Census, State};
use portulan_policy::Capability;
use portulan_policy::actions::RunCampaign;

use super::areas::{MapView, view};
use super::{address, town_address, words};
use crate::auth::{Desk, Refused, done, named};
use crate::pages::addresses;
use crate::pages::answer::Answer;
use crate::pages::page::{Page, html_form};

/// The parameter that keeps the table to a state.
const STATE: &str = "etat";
/// Communes of the table on a page.
const ROWS: usize = 60;

#[derive(Template)]
#[template(path = "census/progress.html")]
struct ProgressPage {
    page: Page,
    back: &'static str,
    action: String,
    territory: String,
    deadline: String,
    /// The day by which all answer, to be changed.
    target: Answer,
    settled: String,
    /// From 0 to 100.
    share: usize,
    states: Vec<StateView>,
    map: Option<MapView>,
    rows: Vec<Row>,
    next: Option<String>,
    /// How many wait for their link, and can be sent it.
    to_send: Option<String>,
    pasted: String,
    kept: Option<String>,
    bad: Vec<String>,
}

/// How many communes are in a state, and where they are listed.
struct StateView {
    address: String,
    words: String,
    count: usize,
    chosen: bool,
}

/// A commune of the table.
struct Row {
    address: String,
    name: String,
    state: String,
    since: Option<String>,
    contact: Option<String>,
    places: String,
    here: String,
    missing: String,
    /// What can be done at once: the word of it, its button, its whole name.
    deeds: Vec<(&'static str, String, String)>,
}

/// `GET /espace/recensements/{id}`.
pub(super) async fn show(desk: Desk, Path(id): Path<String>) -> Result<Response, Refused> {
    let id: CensusId = named(&id)?;
    let (census, may) = census::open(desk.app(), desk.actor(), id).await?;
    page(&desk, &census, &may, (None, None)).await
}

/// `POST /espace/recensements/{id}`.
pub(super) async fn act(
    desk: Desk,
    Path(id): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let id: CensusId = named(&id)?;
    let (census, may) = census::open(desk.app(), desk.actor(), id).await?;
    let one = |name: &str| {
        let found = pairs.iter().find(|(given, _)| given == name);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    };
    match one("geste") {
        "contacts" => {
            let text = one("adresses");
            let pasted = census::paste(desk.app(), &may, id, text).await?;
            if pasted.bad.is_empty() {
                return Ok(done(&address(id), "census-contacts"));
            }
            page(&desk, &census, &may, (Some(pasted), None)).await
        }
        "envoyer" => {
            census::send_all(desk.app(), &may, id).await?;
            Ok(done(&address(id), "census-sent"))
        }
        "echeance" => match census::target_day(desk.app(), one("echeance")) {
            Ok(day) => {
                census::retarget(desk.app(), &may, id, day).await?;
                Ok(done(&address(id), "census-retargeted"))
            }
            Err(fault) => {
                let typed = Answer {
                    wrong: Some(desk.words().get(fault.message)),
                    ..Answer::of(one("echeance"))
                };
                page(&desk, &census, &may, (None, Some(typed))).await
            }
        },
        _ => Err(Refused(StatusCode::BAD_REQUEST)),
    }
}

async fn page(
    desk: &Desk,
    census: &Census,
    may: &Capability<RunCampaign>,
    (pasted, target): (Option<Pasted>, Option<Answer>),
) -> Result<Response, Refused> {
    let words = desk.words();
    let towns = census::towns(desk.app(), may, census).await?;
    let settled = towns.iter().filter(|one| one.town.state.is_settled());
    let settled = settled.count();
    let waiting = |one: &&Known| one.town.state == State::ToContact && one.town.contact.is_some();
    let to_send = towns.iter().filter(waiting).count();
    let over = census::is_over(desk.app(), census);
    let told = [("n", settled.into()), ("total", towns.len().into())];
    let wrong = pasted.is_some() || target.is_some();
    let number = desk.page_number();
    let state = desk.visit.value(STATE).map(str::to_owned);
    let in_state = |one: &&Known| {
        let wanted = state.as_deref();
        wanted.is_none_or(|word| word == one.town.state.word())
    };
    let listed: Vec<&Known> = towns.iter().filter(in_state).collect();
    let after = number.saturating_add(1);
    let next = (after.saturating_mul(ROWS) < listed.len()).then(|| {
        let mut pairs = vec![("page", after.to_string())];
        pairs.extend(state.clone().map(|word| (STATE, word)));
        addresses::with_query(&address(census.id), pairs)
    });
    let shown = listed.into_iter().skip(number.saturating_mul(ROWS));
    let bad = pasted.as_ref().map(|pasted| pasted.bad.as_slice());
    let bad = bad.unwrap_or_default();
    let template = ProgressPage {
        page: desk.page(census.title.clone(), "recensements"),
        back: super::CENSUSES,
        action: address(census.id),
        territory: words::territory(&desk.visit, &census.territory),
        deadline: words::deadline(&desk.visit, census),
        target: target.unwrap_or_else(|| Answer::of(census.target.to_string())),
        settled: words.with("census-settled", &told),
        share: settled.saturating_mul(100) / towns.len().max(1),
        states: states(desk, census, &towns, state.as_deref()),
        map: view(&desk.visit, &towns),
        rows: shown
            .take(ROWS)
            .map(|one| row(desk, census, one, over))
            .collect(),
        next,
        to_send: (to_send > 0 && !over)
            .then(|| words.with("census-send-all", &[("n", to_send.into())])),
        pasted: bad
            .iter()
            .map(|line| line.text.as_str())
            .collect::<Vec<_>>()
            .join("\n"),
        kept: pasted
            .as_ref()
            .map(|pasted| words.with("census-kept", &[("n", pasted.kept.into())])),
        bad: bad
            .iter()
            .map(|line| {
                let why = words.get(line.message);
                let told = [("n", line.number.into()), ("why", why.into())];
                words.with("census-bad-line", &told)
            })
            .collect(),
    };
    Ok(html_form(wrong, &template))
}

fn states(desk: &Desk, census: &Census, towns: &[Known], chosen: Option<&str>) -> Vec<StateView> {
    let of = |word: &&'static str| {
        let own = towns.iter().filter(|one| one.town.state.word() == *word);
        let chosen = chosen == Some(*word);
        let here = address(census.id);
        StateView {
            address: if chosen {
                format!("{here}#communes")
            } else {
                format!(
                    "{}#communes",
                    addresses::with_query(&here, [(STATE, *word)])
                )
            },
            words: words::state_named(desk.words(), word),
            count: own.count(),
            chosen,
        }
    };
    State::WORDS.iter().map(of).collect()
}

fn row(desk: &Desk, census: &Census, known: &Known, over: bool) -> Row {
    let words = desk.words();
    let town = &known.town;
    let since = town.state.since().map(|at| {
        let day = at.with_timezone(&chrono_tz::Europe::Paris).date_naive();
        date_short(desk.visit.lang, day)
    });
    let deed = |geste: &'static str, id: &str| {
        let whole = words.with(
            &format!("{id}-this"),
            &[("commune", known.name.as_str().into())],
        );
        (geste, words.get(id), whole)
    };
    let deeds = match &town.state {
        State::ToContact if town.contact.is_some() && !over => {
            vec![deed("envoyer", "census-send")]
        }
        State::Asked { .. } if town.contact.is_some() && !over => {
            vec![deed("rappeler", "census-remind")]
        }
        State::Answered { .. } | State::NothingHere { .. } => {
            vec![deed("verifier", "census-verify")]
        }
        _ => Vec::new(),
    };
    Row {
        address: town_address(census.id, town.code),
        name: known.name.clone(),
        state: words::state_named(words, town.state.word()),
        since,
        contact: town.contact.as_ref().map(ToString::to_string),
        places: words.with("census-places", &[("n", known.places.into())]),
        here: listed(words, census, |body| here(words, known, body)),
        missing: listed(words, census, |body| {
            (known.found(body) == Found::Missing).then(|| words::body_short(words, body))
        }),
        deeds,
    }
}

/// "Bibliothèque (2)": a body that is there, with how many places are one.
fn here(words: Words, known: &Known, body: Body) -> Option<String> {
    let name = words::body_short(words, body);
    match known.found(body) {
        Found::Known(count) => Some(format!("{name} ({count})")),
        Found::Told(_) => Some(words.with("census-told", &[("body", name.into())])),
        Found::Absent | Found::Missing => None,
    }
}

fn listed(words: Words, census: &Census, told: impl Fn(Body) -> Option<String>) -> String {
    let told: Vec<String> = census.bodies.iter().copied().filter_map(told).collect();
    if told.is_empty() {
        words.get("census-nothing")
    } else {
        told.join(", ")
    }
}
