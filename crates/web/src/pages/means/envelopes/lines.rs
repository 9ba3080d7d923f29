//! The lines of an envelope: as a file, and one that is wrong undone by another, with a reason.

use axum::extract::{Form as Sent, Path};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use portulan_app::means::envelopes;
use portulan_model::means::envelopes::Envelope;
use portulan_policy::actions::{CorrectLedger, ReadEnvelope};

use super::acts::form_name;
use super::{Pairs, TAB, find, may, told};
use crate::auth::{Desk, Refused, done};
use crate::pages::addresses;
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Ask, Field, Form, Head, Part, desk_page};
use crate::pages::typed::{Reading, faults};

/// The number of the line.
pub(super) const LINE: &str = "ligne";
const FORM: &str = "formulaire";
const REASON: &str = "env-ligne-motif";

/// `GET /espace/enveloppes/{slug}/lignes.csv`.
pub(super) async fn file(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let envelope = find(&desk, &slug).await?;
    let may = may::<ReadEnvelope>(&desk, &envelope)?;
    let text = envelopes::export(desk.app(), &may, &envelope.slug).await?;
    let name = format!("attachment; filename=\"enveloppe-{}.csv\"", envelope.slug);
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, text).into_response())
}

/// `GET /espace/enveloppes/{slug}/annuler?ligne=<number>`.
pub(super) async fn ask(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let envelope = find(&desk, &slug).await?;
    may::<CorrectLedger>(&desk, &envelope)?;
    let mut answers = Answers::default();
    answers.put(FORM, envelopes::new_form(desk.app()));
    let line = desk.visit.value(LINE).unwrap_or_default().to_owned();
    answers.put(LINE, line);
    Ok(page(&desk, &envelope, &answers))
}

/// `POST /espace/enveloppes/{slug}/annuler`.
pub(super) async fn reverse(
    desk: Desk,
    Path(slug): Path<String>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let envelope = find(&desk, &slug).await?;
    let may = may::<CorrectLedger>(&desk, &envelope)?;
    let mut answers = Answers::of(pairs);
    let number = answers.text(LINE).parse::<u64>();
    let number = number.map_err(|_no_number| Refused(StatusCode::BAD_REQUEST))?;
    let form = form_name(&desk, &mut answers);
    let mut reading = Reading::of(&desk, &mut answers);
    let Some(reason) = reading.prose(REASON) else {
        reading.fault(REASON, "env-wrong-reason");
        return Ok(page(&desk, &envelope, &answers));
    };
    let of = (&envelope.slug, number);
    match envelopes::reverse(desk.app(), &may, of, (&form, reason)).await {
        Ok(_line) => Ok(done(
            &addresses::envelope(&envelope.slug, ""),
            "env-annuler",
        )),
        Err(error) => {
            answers.fault(REASON, told::refusal(&desk, error)?);
            Ok(page(&desk, &envelope, &answers))
        }
    }
}

fn page(desk: &Desk, envelope: &Envelope, answers: &Answers) -> Response {
    let words = desk.words();
    let line = answers.text(LINE).to_owned();
    let form = Form {
        id: "annulation",
        title: None,
        action: addresses::envelope(&envelope.slug, "annuler"),
        faults: faults(words, answers),
        fields: vec![
            Ask { words, answers }.area(REASON, 3),
            Field::Hidden(LINE.to_owned(), line.clone()),
            Field::Hidden(FORM.to_owned(), answers.text(FORM).to_owned()),
        ],
        submit: words.get("env-acte-annuler"),
        plain: true,
    };
    let here = desk.visit.link(&addresses::envelope(&envelope.slug, ""));
    let head = Head {
        crumbs: vec![(here, envelope.label.clone())],
        lead: words.get("env-acte-annuler-aide"),
    };
    let title = words.with("env-annuler-title", &[("line", line.into())]);
    desk_page(desk.page(title, TAB), head, vec![Part::Form(form)])
}
