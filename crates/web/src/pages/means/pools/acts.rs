//! `…/deposer`, `…/retirer`, `…/defaire`: what those who conduct a pool do with it, each on a page that tells what follows.

use axum::extract::{Form as Sent, Path};
use axum::response::Response;
use portulan_app::means::pools::{self, Given, Held, PoolError};
use portulan_model::governance::Body;
use portulan_model::means::envelopes::Reference;
use portulan_model::means::pools::PoolAct;
use portulan_model::proposals::Prose;

use super::{Pairs, TAB, VERSION, WHY, conducting, crumbs, home, of_body, told};
use crate::auth::{Desk, Refused, done};
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Ask, Field, Form, Head, Part, desk_page};
use crate::pages::typed::{Reading, faults};

const REFERENCE: &str = "mut-reference";
/// The parts of an address.
type Named = Path<(String, String)>;

/// `GET …/{pool}/deposer`.
pub(super) async fn ask_submit(desk: Desk, named: Named) -> Result<Response, Refused> {
    ask(&desk, named, PoolAct::Submit).await
}

/// `GET …/{pool}/retirer`.
pub(super) async fn ask_withdraw(desk: Desk, named: Named) -> Result<Response, Refused> {
    ask(&desk, named, PoolAct::Withdraw).await
}

/// `GET …/{pool}/defaire`.
pub(super) async fn ask_undo(desk: Desk, named: Named) -> Result<Response, Refused> {
    ask(&desk, named, PoolAct::Undo).await
}

/// `POST …/{pool}/deposer`.
pub(super) async fn submit(
    desk: Desk,
    named: Named,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    act(&desk, named, pairs, PoolAct::Submit).await
}

/// `POST …/{pool}/retirer`.
pub(super) async fn withdraw(
    desk: Desk,
    named: Named,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    act(&desk, named, pairs, PoolAct::Withdraw).await
}

/// `POST …/{pool}/defaire`.
pub(super) async fn undo(
    desk: Desk,
    named: Named,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    act(&desk, named, pairs, PoolAct::Undo).await
}

async fn ask(desk: &Desk, Path((slug, pool)): Named, what: PoolAct) -> Result<Response, Refused> {
    let (body, _may, held) = conducting(desk, (&slug, &pool)).await?;
    let mut answers = Answers::default();
    answers.put(VERSION, held.version().to_string());
    Ok(page(desk, (body, &held), what, &answers))
}

async fn act(
    desk: &Desk,
    Path((slug, pool)): Named,
    pairs: Pairs,
    what: PoolAct,
) -> Result<Response, Refused> {
    let (body, may, held) = conducting(desk, (&slug, &pool)).await?;
    let mut answers = Answers::of(pairs);
    let Some((request, why)) = read(desk, &mut answers, what) else {
        return Ok(page(desk, (body, &held), what, &answers));
    };
    let given = Given {
        pool: &held.record.slug,
        version: version(&answers),
        why: why.as_ref(),
    };
    let app = desk.app();
    let taken = match (what, request) {
        (PoolAct::Submit, Some(request)) => pools::submit(app, &may, given, request).await,
        (PoolAct::Withdraw, _) => pools::withdraw(app, &may, given).await,
        _ => pools::undo(app, &may, given).await,
    };
    let record = &held.record;
    let here = home(desk, (body, &record.slug), &record.organisations);
    match taken {
        Ok(()) => Ok(done(&here, &format!("mut-{}", what.slug()))),
        Err(error) => {
            refuse(desk, &mut answers, error)?;
            Ok(page(desk, (body, &held), what, &answers))
        }
    }
}

/// The version that was read; none where the form does not say it, which no version is.
pub(super) fn version(answers: &Answers) -> u32 {
    answers.text(VERSION).parse().unwrap_or(0)
}

/// Says why it was not done, beside the reason that was given.
pub(super) fn refuse(desk: &Desk, answers: &mut Answers, error: PoolError) -> Result<(), Refused> {
    let words = told::refusal(desk, error)?;
    answers.fault(WHY, words);
    Ok(())
}

fn read(
    desk: &Desk,
    answers: &mut Answers,
    what: PoolAct,
) -> Option<(Option<Reference>, Option<Prose>)> {
    let mut reading = Reading::of(desk, answers);
    let mut request = None;
    if what == PoolAct::Submit {
        let line = reading.line(REFERENCE, Reference::LONGEST);
        request = line.and_then(|line| line.parse().ok());
        if request.is_none() {
            reading.fault(REFERENCE, "mut-refus-reference");
        }
    }
    let why = reading.prose(WHY);
    if why.is_none() && what != PoolAct::Submit {
        reading.fault(WHY, "mut-refus-motif");
    }
    (answers.faults() == 0).then_some((request, why))
}

fn page(desk: &Desk, (body, held): (&Body, &Held), what: PoolAct, answers: &Answers) -> Response {
    let words = desk.words();
    let ask = Ask { words, answers };
    let mut fields = Vec::new();
    if what == PoolAct::Submit {
        fields.push(ask.text(REFERENCE, "text"));
    }
    fields.push(ask.area(WHY, 3));
    let version = answers.text(VERSION).to_owned();
    fields.push(Field::Hidden(VERSION.to_owned(), version));
    let id = format!("mut-{}", what.slug());
    let form = Form {
        id: "acte",
        title: None,
        action: of_body(&body.slug, &format!("{}/{}", held.record.slug, what.slug())),
        faults: faults(words, answers),
        fields,
        submit: words.get(&id),
        plain: what != PoolAct::Submit,
    };
    let head = Head {
        crumbs: crumbs(desk, body, Some(held)),
        lead: words.get(&format!("{id}-aide")),
    };
    desk_page(desk.page(words.get(&id), TAB), head, vec![Part::Form(form)])
}
