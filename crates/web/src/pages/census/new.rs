//! `/espace/recensements/nouveau`: first which territory asks, then which of its communes are asked, about what and by
//! which day.

use askama::Template;
use axum::extract::Form;
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::census::{self, Fault, Typed};
use portulan_app::rights;
use portulan_model::census::{Body, Census};
use portulan_model::{CensusId, TerritoryKey};
use portulan_policy::actions::RunCampaign;
use portulan_policy::{Grant, Node};

use super::{NEW, address, words};
use crate::auth::{Desk, Refused, done, named};
use crate::pages::answer::Answer;
use crate::pages::operator::queue;
use crate::pages::page::{Page, html_with};

/// The field that names the territory.
const TERRITORY: &str = "territoire";
/// The target of a new form: three months, the time of the sittings of a council.
const DAYS: chrono::Days = chrono::Days::new(90);

#[derive(Template)]
#[template(path = "census/new.html")]
struct NewPage {
    page: Page,
    back: &'static str,
    action: &'static str,
    territory: Answer,
    /// The territories for which whoever looks may open one.
    yours: Vec<String>,
    /// What is asked once the territory is known.
    form: Option<FormView>,
}

struct FormView {
    id: String,
    key: String,
    territory: String,
    title: Answer,
    target: Answer,
    communes: Vec<Choice>,
    communes_wrong: Option<String>,
    bodies: Vec<Choice>,
    bodies_wrong: Option<String>,
    faults: Option<String>,
}

struct Choice {
    value: String,
    words: String,
    chosen: bool,
}

/// `GET /espace/recensements/nouveau`.
pub(super) async fn blank(desk: Desk) -> Response {
    let typed = desk.visit.value(TERRITORY).unwrap_or_default().trim();
    let typed = typed.to_owned();
    if typed.is_empty() {
        return page(&desk, Answer::of(typed), None);
    }
    let key = match reached(&desk, &typed) {
        Ok(key) => key,
        Err(wrong) => return page(&desk, wrong_answer(typed, wrong), None),
    };
    let name = words::territory(&desk.visit, &key);
    let target = desk.visit.today().checked_add_days(DAYS);
    let communes = desk.visit.directory.reference.communes_of(&key);
    let typed = Typed {
        title: desk.words().with(
            "census-title-default",
            &[("territory", name.as_str().into())],
        ),
        target: target.map(|day| day.to_string()).unwrap_or_default(),
        communes: communes.iter().map(ToString::to_string).collect(),
        bodies: Body::ALL.map(|one| one.slug().to_owned()).into(),
    };
    let id = census::new_id(desk.app());
    let form = form(&desk, &key, id, &typed, &[]);
    page(&desk, Answer::of(key.to_string()), Some(form))
}

/// `POST /espace/recensements/nouveau`.
pub(super) async fn create(
    desk: Desk,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let one = |name: &str| {
        let found = pairs.iter().find(|(given, _)| given == name);
        found
            .map(|(_, value)| value.trim().to_owned())
            .unwrap_or_default()
    };
    let all = |name: &str| {
        let given = pairs.iter().filter(|(given, _)| given == name);
        given.map(|(_, value)| value.clone()).collect()
    };
    let typed_key = one(TERRITORY);
    let key = match reached(&desk, &typed_key) {
        Ok(key) => key,
        Err(wrong) => return Ok(page(&desk, wrong_answer(typed_key, wrong), None)),
    };
    let typed = Typed {
        title: one("titre"),
        target: one("echeance"),
        communes: all("communes"),
        bodies: all("organismes"),
    };
    let id: CensusId = match one("formulaire").as_str() {
        "" => census::new_id(desk.app()),
        text => named(text)?,
    };
    let may = desk.may_on::<RunCampaign>(rights::territory(&desk.visit.directory, &key))?;
    match census::read(desk.app(), &key, &typed) {
        Ok(wish) => {
            let census = census::create(desk.app(), &may, id, wish).await?;
            Ok(done(&address(census.id), "census-opened"))
        }
        Err(faults) => {
            let form = form(&desk, &key, id, &typed, &faults);
            Ok(page(&desk, Answer::of(key.to_string()), Some(form)))
        }
    }
}

/// The territory that was typed, where whoever asks may conduct a census; or what is wrong with it.
fn reached(desk: &Desk, typed: &str) -> Result<TerritoryKey, String> {
    if typed.is_empty() {
        return Err(desk.words().get("census-territory-missing"));
    }
    let key = queue::territory(desk, typed)?;
    let target = rights::territory(&desk.visit.directory, &key);
    let refused = |_refused| desk.words().get("census-territory-not-yours");
    desk.may_on::<RunCampaign>(target).map_err(refused)?;
    let communes = desk.visit.directory.reference.communes_of(&key).len();
    if communes > Census::MOST_COMMUNES {
        return Err(desk.words().get("census-communes-many"));
    }
    Ok(key)
}

fn wrong_answer(value: String, wrong: String) -> Answer {
    Answer {
        wrong: Some(wrong),
        ..Answer::of(value)
    }
}

fn form(
    desk: &Desk,
    key: &TerritoryKey,
    id: CensusId,
    typed: &Typed,
    faults: &[Fault],
) -> FormView {
    let words = desk.words();
    let reference = &desk.visit.directory.reference;
    let wrong = |field: &str| {
        let fault = faults.iter().find(|fault| fault.field == field);
        fault.map(|fault| words.get(fault.message))
    };
    let answer = |field: &str, value: &str| Answer {
        wrong: wrong(field),
        ..Answer::of(value.to_owned())
    };
    let communes = reference.communes_of(key).into_iter();
    let communes = communes.filter_map(|code| reference.commune(&code).map(|one| (code, one)));
    let mut communes: Vec<Choice> = communes
        .map(|(code, one)| Choice {
            chosen: typed.communes.iter().any(|ticked| ticked == code.as_str()),
            value: code.to_string(),
            words: one.name.clone(),
        })
        .collect();
    communes.sort_by_cached_key(|one| portulan_text::fold(&one.words));
    let body = |body: Body| Choice {
        chosen: typed.bodies.iter().any(|ticked| ticked == body.slug()),
        value: body.slug().to_owned(),
        words: words::body(words, body),
    };
    let count = faults.len();
    FormView {
        id: id.to_string(),
        key: key.to_string(),
        territory: words::territory(&desk.visit, key),
        title: answer("titre", &typed.title),
        target: answer("echeance", &typed.target),
        communes,
        communes_wrong: wrong("communes"),
        bodies: Body::ALL.map(body).into(),
        bodies_wrong: wrong("organismes"),
        faults: (count > 0).then(|| words.with("proposal-faults", &[("n", count.into())])),
    }
}

fn page(desk: &Desk, territory: Answer, form: Option<FormView>) -> Response {
    let faults = form.as_ref().is_some_and(|form| form.faults.is_some());
    let status = if territory.wrong.is_some() || faults {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let may = |grant: &&Grant| {
        let key = match grant.node() {
            Node::Territory(key) => Some(key),
            _ => None,
        };
        key.is_some_and(|key| {
            let target = rights::territory(&desk.visit.directory, key);
            desk.may_on::<RunCampaign>(target).is_ok()
        })
    };
    let yours = desk.actor().grants().iter().filter(may);
    let yours = yours.filter_map(|grant| match grant.node() {
        Node::Territory(key) => Some(words::territory(&desk.visit, key)),
        _ => None,
    });
    let template = NewPage {
        page: desk.page(desk.words().get("census-new"), "recensements"),
        back: super::CENSUSES,
        action: NEW,
        territory,
        yours: yours.collect(),
        form,
    };
    html_with(status, &template)
}
