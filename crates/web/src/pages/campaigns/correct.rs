//! `/confirmer/<link>/<place>`: what is known of a place in the fields of a form. What is changed is put right at once, as
//! the place's own word; what is left as it was is confirmed.

use askama::Template;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use portulan_app::Error;
use portulan_app::campaigns::{self, Asked, Said};
use portulan_app::proposals::fingerprint;
use portulan_app::proposals::read::{self, Fault, Typed};
use portulan_app::signed::LinkError;
use portulan_i18n::{ListWords as _, Words};
use portulan_model::{ClosedList as _, Place, PlaceField, PlaceId, Service};

use super::known::hours;
use crate::pages::addresses;
use crate::pages::contact::phone_display;
use crate::pages::links::{never_kept, refused};
use crate::pages::page::{Page, html_with};
use crate::pages::proposals::{Answer, Choice, Sent, wrong};
use crate::pages::visit::Visit;

/// The field that says what was shown.
const SEEN: &str = "vu";
/// The fields of the form.
const FIELDS: [PlaceField; 4] = [
    PlaceField::Adresse,
    PlaceField::Contact,
    PlaceField::Horaires,
    PlaceField::Services,
];

#[derive(Template)]
#[template(path = "campaigns/correct.html")]
struct CorrectPage {
    page: Page,
    action: String,
    back: String,
    name: String,
    seen: String,
    wrong: Option<String>,
    hours: Answer,
    phone: Answer,
    email: Answer,
    website: Answer,
    street: Answer,
    postcode: Answer,
    commune: Answer,
    publish: bool,
    services: Vec<Choice>,
    words: Answer,
}

/// `GET /confirmer/{link}/{id}`.
pub(super) async fn show(visit: Visit, Path((link, id)): Path<(String, String)>) -> Response {
    let answer = match asked(&visit, &link, &id).await {
        Ok(asked) if asked.reply.is_none() => {
            let typed = prefilled(&visit, &asked.place);
            form(&visit, &link, &asked, &typed, (&[], None))
        }
        Ok(_answered) => back(&visit, &link, "confirm-before"),
        Err(error) => refused(&visit, &error),
    };
    never_kept(answer)
}

/// `POST /confirmer/{link}/{id}`.
pub(super) async fn send(
    visit: Visit,
    Path((link, id)): Path<(String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Response {
    let answer = match sent(&visit, &link, &id, pairs).await {
        Ok(answer) => answer,
        Err(error) => refused(&visit, &error),
    };
    never_kept(answer)
}

async fn sent(
    visit: &Visit,
    link: &str,
    id: &str,
    pairs: Vec<(String, String)>,
) -> Result<Response, Error> {
    let asked = asked(visit, link, id).await?;
    let seen = pairs.iter().find(|(name, _)| name == SEEN);
    let same = seen.is_some_and(|(_, value)| *value == shown(&asked.place));
    let typed = Sent::read(pairs).typed;
    if asked.reply.is_some() {
        return Ok(back(visit, link, "confirm-before"));
    }
    if !same {
        let changed = Some("correct-changed");
        return Ok(form(visit, link, &asked, &typed, (&[], changed)));
    }
    let new = differences(&typed, &prefilled(visit, &asked.place));
    let draft = match read::correction(&visit.state.directory(), &asked.place, &new) {
        Ok(draft) => draft,
        Err(faults) => {
            let nothing = faults.iter().any(|fault| fault.field == "probleme");
            let nothing = nothing.then_some("correct-nothing");
            return Ok(form(visit, link, &asked, &typed, (&faults, nothing)));
        }
    };
    let said = Said::Corrected(asked.id, Box::new(draft));
    let done = campaigns::answer(&visit.state.app, link, said).await?;
    let note = if done > 0 {
        "confirm-corrected"
    } else {
        "confirm-before"
    };
    Ok(back(visit, link, note))
}

/// The place of a link; another one is not of this link.
async fn asked(visit: &Visit, link: &str, id: &str) -> Result<Asked, Error> {
    let pass = campaigns::open(&visit.state.app, link).await?;
    let id: PlaceId = id.parse().map_err(|_shape| LinkError::Forged)?;
    let mut places = pass.places.into_iter();
    let found = places.find(|one| one.id == id);
    Ok(found.ok_or(LinkError::Forged)?)
}

fn back(visit: &Visit, link: &str, note: &str) -> Response {
    let to = visit.link(&addresses::confirm(link));
    Redirect::to(&addresses::noted(&to, note)).into_response()
}

/// What is known, as the form shows it.
fn prefilled(visit: &Visit, place: &Place) -> Typed {
    let record = &place.record;
    let first = |list: &[String]| list.first().cloned().unwrap_or_default();
    let phone = first(&record.contact.phones);
    Typed {
        hours: hours(visit.lang, place, visit.today()).unwrap_or_default(),
        phone: phone_display(&phone),
        email: first(&record.contact.emails),
        website: first(&record.contact.websites),
        street: record.address.street.clone().unwrap_or_default(),
        postcode: record
            .address
            .postcode
            .map(|code| code.to_string())
            .unwrap_or_default(),
        commune: record.address.commune.clone(),
        services: record
            .services
            .iter()
            .map(|one| one.slug().to_owned())
            .collect(),
        ..Typed::default()
    }
}

/// What was typed where it is not what was shown.
fn differences(typed: &Typed, shown: &Typed) -> Typed {
    let new = |typed: &str, shown: &str| {
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        if words(typed) == words(shown) {
            String::new()
        } else {
            typed.to_owned()
        }
    };
    let mut services = typed.services.clone();
    services.sort();
    let mut before = shown.services.clone();
    before.sort();
    Typed {
        hours: new(&typed.hours, &shown.hours),
        phone: new(&typed.phone, &shown.phone),
        email: new(&typed.email, &shown.email),
        website: new(&typed.website, &shown.website),
        street: new(&typed.street, &shown.street),
        postcode: new(&typed.postcode, &shown.postcode),
        commune: new(&typed.commune, &shown.commune),
        services: if services == before {
            Vec::new()
        } else {
            services
        },
        words: typed.words.clone(),
        publish: typed.publish,
        ..Typed::default()
    }
}

/// What was shown, for whoever sends the form later.
fn shown(place: &Place) -> String {
    let prints = FIELDS.map(|field| fingerprint(field, &place.record));
    prints.join("-")
}

fn form(
    visit: &Visit,
    link: &str,
    asked: &Asked,
    typed: &Typed,
    (faults, said): (&[Fault], Option<&str>),
) -> Response {
    let (words, place) = (Words::new(visit.lang), &asked.place);
    let mut page = Page::new(visit, words.get("correct-title")).apart();
    page.languages.clear();
    let answer = |field: &str, value: &str| Answer {
        value: value.to_owned(),
        wrong: wrong(words, faults, field),
    };
    let service = |one: &Service| Choice {
        value: one.slug(),
        words: one.words(visit.lang),
        chosen: typed.services.iter().any(|slug| slug == one.slug()),
    };
    let count = faults.len();
    let counted = (count > 0).then(|| words.with("proposal-faults", &[("n", count.into())]));
    let wrong = said.map(|id| words.get(id)).or(counted);
    let status = if wrong.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let template = CorrectPage {
        page,
        action: visit.link(&addresses::confirm_place(link, asked.id)),
        back: visit.link(&addresses::confirm(link)),
        name: place.record.name.clone(),
        seen: shown(place),
        wrong,
        hours: answer("horaires", &typed.hours),
        phone: answer("telephone", &typed.phone),
        email: answer("courriel", &typed.email),
        website: answer("site", &typed.website),
        street: answer("rue", &typed.street),
        postcode: answer("code_postal", &typed.postcode),
        commune: answer("commune", &typed.commune),
        publish: typed.publish,
        services: Service::ALL.iter().map(service).collect(),
        words: answer("texte", &typed.words),
    };
    html_with(status, &template)
}
