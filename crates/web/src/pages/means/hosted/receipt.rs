//! The receipt of an application as an accessible PDF: who, to what, when to the second, the sum of what was submitted, and
//! every answer.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use portulan_i18n::date;
use portulan_model::means::applications::{Receipt, Stage};
use portulan_paper::{Block, Document, Fact, Text};

use super::{Mine, entry, told};
use crate::auth::{Desk, Refused};
use crate::pages::roadmaps::{pdf_day, pdf_written};

/// `GET …/recepisse`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, id)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let mine = Mine::open(&desk, (&slug, &id)).await?;
    let receipt = mine.opened.application.receipt().cloned();
    let Some(receipt) = receipt else {
        return Err(Refused(StatusCode::NOT_FOUND));
    };
    let bytes = pdf_written(&desk.visit, document(&desk, &mine, &receipt)).await;
    let bytes = bytes.map_err(Refused)?;
    let named = format!("inline; filename=\"recepisse-{}.pdf\"", mine.id());
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, named),
    ];
    Ok((headers, bytes).into_response())
}

fn document(desk: &Desk, mine: &Mine, receipt: &Receipt) -> Document {
    let (words, lang) = (desk.words(), desk.visit.lang);
    let (application, call) = (&mine.opened.application, &mine.opened.call);
    let fact = |id: &str, values: Vec<String>| Fact {
        name: words.get(id).into(),
        values: values.into_iter().map(Text::from).collect(),
    };
    let mut blocks = vec![
        Block::Heading(1, words.get("candidature-recepisse-titre").into()),
        Block::Lead(call.terms.title.clone().into()),
    ];
    if desk.visit.is_demonstration() {
        blocks.push(Block::Paragraph(words.get("demonstration-notice").into()));
    }
    let late = receipt.late.then(|| words.get("candidature-tardive"));
    let received: Vec<String> = [told::received(desk, receipt)]
        .into_iter()
        .chain(late)
        .collect();
    blocks.push(Block::Facts(vec![
        fact(
            "candidature-participants",
            entry::parties(desk, application),
        ),
        fact("candidature-recepisse-recue", received),
        fact("candidature-numero", vec![application.id.to_string()]),
        fact("candidature-envoi", vec![receipt.number.to_string()]),
        fact(
            "candidature-empreinte",
            vec![receipt.fingerprint.to_string()],
        ),
    ]));
    blocks.push(Block::Aside(words.get("candidature-empreinte-aide").into()));
    // Whoever is correcting reads what stands; the sum is that of what was submitted.
    let stands = application.stage() == Stage::Submitted;
    if stands {
        blocks.push(Block::Heading(2, words.get("candidature-reponses").into()));
        let asked = (&mine.opened.revision.fields, application);
        let line = |(_, name, value): (_, String, String)| Fact {
            name: name.into(),
            values: vec![value.into()],
        };
        blocks.push(Block::Facts(
            entry::answered(desk, asked).into_iter().map(line).collect(),
        ));
    }
    let holder = mine.applying.organisation.name.clone();
    Document {
        title: words.get("candidature-recepisse-titre"),
        lang: lang.code(),
        author: holder,
        about: call.terms.title.clone(),
        foot: date(lang, desk.visit.today()),
        made: pdf_day(desk.visit.today()),
        blocks,
    }
}
