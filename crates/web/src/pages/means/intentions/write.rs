//! `…/intentions/nouvelle` and `…/modifier`: noted in two minutes, changed while it stands.

use axum::extract::{Form as Sent, Path};
use axum::response::Response;
use portulan_app::editing::Outcome;
use portulan_app::means::intentions;
use portulan_model::means::intentions::{Intention, IntentionField};
use portulan_policy::actions::WriteIntentions;

use super::fields::{self, Offered};
use super::{Own, Pairs, TAB, form, known, told};
use crate::auth::{Desk, Refused, done};
use crate::pages::editing::answers::{Answers, BEFORE};
use crate::pages::editing::clash;
use crate::pages::means::overlaps::beside;
use crate::pages::parts::{Field, Form, Head, Part, desk_page};
use crate::pages::typed::faults;

type Writing = Own<WriteIntentions>;

/// The name of the button that asks who else.
const AROUND: &str = "autour";

/// `GET …/nouvelle`.
pub(super) async fn blank(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let own = Writing::open(&desk, &slug)?;
    let area = intentions::known_area(&desk.visit.directory, &own.organisation);
    let answers = form::blank(&desk, &area);
    page(&desk, &own, None, &answers).await
}

/// `POST …/nouvelle`.
pub(super) async fn note(
    desk: Desk,
    Path(slug): Path<String>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let own = Writing::open(&desk, &slug)?;
    let mut answers = Answers::of(pairs);
    let Some(wish) = form::read(&desk, &own.organisation, &mut answers) else {
        return page(&desk, &own, None, &answers).await;
    };
    if asks_around(&answers) {
        return around(&desk, &own, (None, &wish), &answers).await;
    }
    match intentions::note(desk.app(), &own.may, wish).await {
        Ok(slug) => Ok(done(&own.at(slug.as_str()), "int-noted")),
        Err(error) => {
            let (field, words) = told::refusal(&desk, error)?;
            answers.fault(field, words);
            page(&desk, &own, None, &answers).await
        }
    }
}

/// `GET …/{intention}/modifier`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, intention)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let own = Writing::open(&desk, &slug)?;
    let known = known(&desk, &slug, &intention).await?;
    let mut answers = Answers::default();
    form::fill(&desk, &known, &mut answers);
    if !known.stands() {
        answers.fault(fields::TITLE, desk.words().get("int-wrong-over"));
    }
    page(&desk, &own, Some(&known), &answers).await
}

/// `POST …/{intention}/modifier`.
pub(super) async fn change(
    desk: Desk,
    Path((slug, intention)): Path<(String, String)>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let own = Writing::open(&desk, &slug)?;
    let known = known(&desk, &slug, &intention).await?;
    let mut answers = Answers::of(pairs);
    let Some(typed) = form::read(&desk, &own.organisation, &mut answers) else {
        return page(&desk, &own, Some(&known), &answers).await;
    };
    let value = |field, of: &Intention| form::told(&desk, field, of);
    let name = |field: IntentionField| desk.words().get(field.slug());
    let words = clash::Words {
        word: IntentionField::slug,
        name: &name,
        value: &value,
    };
    let mine = form::over(&known, typed);
    if asks_around(&answers) {
        return around(&desk, &own, (Some(&known), &mine), &answers).await;
    }
    let change = words.change(&answers, (IntentionField::ALL, &known, mine));
    let here = own.at(known.slug.as_str());
    match intentions::change(desk.app(), &own.may, &known.slug, &change).await {
        Ok(Outcome::Saved(_)) => Ok(done(&here, "int-saved")),
        Ok(Outcome::Same) => Ok(done(&here, "place-same")),
        Ok(Outcome::Clash { fields, theirs }) => {
            let ways = (format!("{here}/modifier"), here);
            Ok(words.choose((&desk, &answers), ways, (&fields, &theirs, &change)))
        }
        Err(error) => {
            let (field, words) = told::refusal(&desk, error)?;
            answers.fault(field, words);
            page(&desk, &own, Some(&known), &answers).await
        }
    }
}

/// Whether the form asks who else wishes such a thing, and saves nothing.
fn asks_around(answers: &Answers) -> bool {
    answers.has(AROUND, "oui")
}

/// The form as it was typed, after what it meets.
async fn around(
    desk: &Desk,
    own: &Writing,
    (known, typed): (Option<&Intention>, &Intention),
    answers: &Answers,
) -> Result<Response, Refused> {
    let met = beside::parts(desk, typed).await?;
    page_after(desk, own, (known, met), answers).await
}

/// The form of a new one, or of one that is known.
async fn page(
    desk: &Desk,
    own: &Writing,
    known: Option<&Intention>,
    answers: &Answers,
) -> Result<Response, Refused> {
    page_after(desk, own, (known, Vec::new()), answers).await
}

/// The same, under some parts.
async fn page_after(
    desk: &Desk,
    own: &Writing,
    (known, mut parts): (Option<&Intention>, Vec<Part>),
    answers: &Answers,
) -> Result<Response, Refused> {
    let words = desk.words();
    let envelopes = intentions::hoped(desk.app(), &own.may).await?;
    let area = match known {
        Some(one) => one.area.clone(),
        None => intentions::known_area(&desk.visit.directory, &own.organisation),
    };
    let offered = Offered::to(desk, &own.organisation, (&envelopes, &area), known);
    let mut fields = fields::fields(desk, &offered, answers);
    let mut crumbs = own.crumbs(desk);
    let (title, lead, action) = match known {
        None => (words.get("int-new"), "int-new-lead", own.at("nouvelle")),
        Some(one) => {
            let before = answers.before().unwrap_or_else(|| one.clone());
            let before = serde_json::to_string(&before).unwrap_or_default();
            fields.push(Field::Hidden(BEFORE.to_owned(), before));
            let here = own.at(one.slug.as_str());
            crumbs.push((desk.visit.link(&here), one.title.clone()));
            let told = [("name", one.title.as_str().into())];
            let title = words.with("edit-title", &told);
            (title, "int-change-lead", format!("{here}/modifier"))
        }
    };
    fields.push(Field::Also(AROUND, words.get("recouv-autour-see")));
    let form = Form {
        id: "intention",
        title: None,
        action,
        faults: faults(words, answers),
        fields,
        submit: words.get(if known.is_some() {
            "desk-save"
        } else {
            "int-note"
        }),
        plain: false,
    };
    let head = Head {
        crumbs,
        lead: words.get(lead),
    };
    parts.push(Part::Form(form));
    Ok(desk_page(desk.page(title, TAB), head, parts))
}
