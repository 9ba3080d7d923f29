//! `…/recouvrements/ecarter` and `…/rouvrir`: a pair is set aside with a reason, or taken up again.
//!
//! A pair that is no more, or that whoever asks may not see, leads back to the list: the address tells nothing.

use axum::extract::{Form as Sent, Path};
use axum::response::Response;
use portulan_app::Error;
use portulan_app::means::overlaps::{self, Filter};
use portulan_model::governance::Body;

use super::list::ASIDE;
use super::{ONE, OTHER, TAB, at, crumbs, may, told};
use crate::auth::{Desk, Refused, done};
use crate::pages::addresses;
use crate::pages::bodies::body;
use crate::pages::editing::answers::Answers;
use crate::pages::means::Pairs;
use crate::pages::parts::{Ask, Field, Form, Head, Line, Part, desk_page};
use crate::pages::typed::{Reading, faults};

const REASON: &str = "recouv-motif";

/// `GET …/recouvrements/ecarter?un=…&autre=…`.
pub(super) async fn ask(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?.clone();
    let mut answers = Answers::default();
    for name in [ONE, OTHER] {
        answers.put(name, desk.visit.value(name).unwrap_or_default());
    }
    page(&desk, &body, &answers).await
}

/// `POST …/recouvrements/ecarter`.
pub(super) async fn dismiss(
    desk: Desk,
    Path(slug): Path<String>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?.clone();
    let may = may(&desk, &body)?;
    let mut answers = Answers::of(pairs);
    let mut reading = Reading::of(&desk, &mut answers);
    let reason = reading.prose(REASON);
    if reason.is_none() && answers.faults() == 0 {
        answers.fault(REASON, desk.words().get("recouv-wrong-reason"));
    }
    let Some(reason) = reason else {
        return page(&desk, &body, &answers).await;
    };
    let both = (answers.text(ONE), answers.text(OTHER));
    match overlaps::dismiss(desk.app(), &may, both, reason).await {
        Ok(_dismissal) => Ok(done(&at(&body.slug, ""), "recouv-ecarte")),
        Err(Error::NotFound(_)) => Ok(gone(&body)),
        Err(error) => Err(error.into()),
    }
}

/// `POST …/recouvrements/rouvrir`.
pub(super) async fn reopen(
    desk: Desk,
    Path(slug): Path<String>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?;
    let may = may(&desk, body)?;
    let answers = Answers::of(pairs);
    let both = (answers.text(ONE), answers.text(OTHER));
    if !overlaps::reopen(desk.app(), &may, both).await? {
        return Ok(gone(body));
    }
    let list = addresses::with(&at(&body.slug, ""), "vue", ASIDE);
    Ok(done(&list, "recouv-rouvert"))
}

fn gone(body: &Body) -> Response {
    done(&at(&body.slug, ""), "recouv-parti")
}

/// Both records, and the form that asks why.
async fn page(desk: &Desk, body: &Body, answers: &Answers) -> Result<Response, Refused> {
    let may = may(desk, body)?;
    let all = overlaps::of_body(desk.app(), &may, Filter::default()).await?;
    let (one, other) = (answers.text(ONE), answers.text(OTHER));
    let found = all.pair(one, other);
    let Some((pair, both)) = found.and_then(|pair| Some((pair, all.both(pair)?))) else {
        return Ok(gone(body));
    };
    let words = desk.words();
    let lines = both.iter().map(|(item, origin)| {
        let view = told::record(desk, item, origin);
        Line {
            words: format!("{} : {}", view.kind, view.title),
            address: view.address,
            more: view.about,
            button: None,
        }
    });
    let reasons = told::reasons(desk, &pair.compared);
    let form = Form {
        id: "ecarter",
        title: None,
        action: at(&body.slug, "/ecarter"),
        faults: faults(words, answers),
        fields: vec![
            Ask { words, answers }.area(REASON, 3),
            Field::Hidden(ONE.to_owned(), one.to_owned()),
            Field::Hidden(OTHER.to_owned(), other.to_owned()),
        ],
        submit: words.get("recouv-ecarter-act"),
        plain: false,
    };
    let parts = vec![
        Part::Lines(lines.collect()),
        Part::Text(reasons.evidence.join(" · ")),
        Part::Form(form),
    ];
    let head = Head {
        crumbs: crumbs(desk, body, true),
        lead: words.get("recouv-ecarter-lead"),
    };
    Ok(desk_page(
        desk.page(words.get("recouv-ecarter-title"), TAB),
        head,
        parts,
    ))
}
