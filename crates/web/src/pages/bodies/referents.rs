//! `/espace/gouvernances/<slug>/noms`: who is behind the functions of the referents. No other page, list or export says it;
//! a name goes when the mandate is over.

use axum::extract::{Form as Sent, Path};
use axum::response::Response;
use portulan_app::bodies::{self, BodyError};
use portulan_app::rights;
use portulan_model::Period;
use portulan_model::governance::{Body, NamedReferent, Referent};
use portulan_model::people::PersonName;
use portulan_policy::actions::ReadHolder;
use portulan_policy::{Alone, Capability, Node};

use super::{body, founds, names, told};
use crate::auth::{Desk, Refused, done};
use crate::pages::addresses;
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Ask, Button, Form, Head, Line, Part, desk_page};
use crate::pages::typed::{Reading, faults, period_words};

type Pairs = Vec<(String, String)>;

/// The part of the address of a body.
pub(super) const PART: &str = "noms";
const WHICH: &str = "noms-fonction";
const NAME: &str = "noms-nom";
const LAST: &str = "noms-jusque";
const RANK: &str = "rang";
const SAID: &str = "dit";

/// A right on what a body stands on.
pub(super) fn on_seat<A: Alone>(desk: &Desk, body: &Body) -> Result<Capability<A>, Refused> {
    let target = rights::seat(&desk.visit.directory, &body.seat);
    desk.may_on(target.unwrap_or_else(|| Node::from(&body.seat).into()))
}

/// The function that somebody is behind, and where they work.
pub(super) fn function(desk: &Desk, one: &NamedReferent) -> String {
    let organisation = names::organisation(&desk.visit.directory, &one.organisation);
    match &one.function {
        Some(function) => format!("{function}, {organisation}"),
        None => organisation,
    }
}

/// `GET /espace/gouvernances/{slug}/noms`.
pub(super) async fn show(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?;
    let may = on_seat::<ReadHolder>(&desk, body)?;
    page(&desk, (body, &may), &Answers::default()).await
}

/// `POST /espace/gouvernances/{slug}/noms`: one more name.
pub(super) async fn add(
    desk: Desk,
    Path(slug): Path<String>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?;
    let (manage, may) = (
        founds(&desk, &body.seat)?,
        on_seat::<ReadHolder>(&desk, body)?,
    );
    let mut answers = Answers::of(pairs);
    let named = read(&desk, body, &mut answers);
    let Some(named) = named.filter(|_| answers.faults() == 0) else {
        return page(&desk, (body, &may), &answers).await;
    };
    match bodies::name(desk.app(), (&manage, &may), &body.slug, named).await {
        Ok(()) => Ok(kept(body)),
        Err(error) => wrong(&desk, (body, &may), answers, error).await,
    }
}

/// `POST /espace/gouvernances/{slug}/noms/retirer`.
pub(super) async fn remove(
    desk: Desk,
    Path(slug): Path<String>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?;
    let (manage, may) = (
        founds(&desk, &body.seat)?,
        on_seat::<ReadHolder>(&desk, body)?,
    );
    let answers = Answers::of(pairs);
    let rank = answers.text(RANK).parse().unwrap_or(usize::MAX);
    let line = (rank, answers.first(SAID).unwrap_or_default());
    match bodies::unname(desk.app(), (&manage, &may), &body.slug, line).await {
        Ok(()) => Ok(kept(body)),
        Err(error) => wrong(&desk, (body, &may), answers, error).await,
    }
}

fn kept(body: &Body) -> Response {
    done(&addresses::body_desk(&body.slug, PART), "bodies-saved")
}

async fn wrong(
    desk: &Desk,
    at: (&Body, &Capability<ReadHolder>),
    mut answers: Answers,
    error: BodyError,
) -> Result<Response, Refused> {
    answers.fault(WHICH, desk.words().get(told(error)?));
    page(desk, at, &answers).await
}

/// What names a function in the form: a slug holds no space.
fn key(one: &Referent) -> String {
    format!("{} {}", one.organisation, one.function)
}

fn read(desk: &Desk, body: &Body, answers: &mut Answers) -> Option<NamedReferent> {
    let today = desk.visit.today();
    let mut reading = Reading::of(desk, answers);
    let line = reading.line(NAME, PersonName::LONGEST);
    let name: Option<PersonName> = line.and_then(|line| line.parse().ok());
    if name.is_none() {
        reading.fault(NAME, "typed-name-missing");
    }
    let given = reading.answers.text(WHICH).to_owned();
    let referent = body.referents_on(today).find(|one| key(one) == given);
    if referent.is_none() {
        reading.fault(WHICH, "edit-choice-unknown");
    }
    let last = reading.day(LAST);
    let referent = referent?;
    let to = last.or(referent.period.to());
    let period = Period::new(referent.period.from(), to);
    if period.is_err() || to.is_some_and(|to| to < today) {
        reading.fault(LAST, "noms-jusque-past");
    }
    Some(NamedReferent {
        name: name?,
        organisation: referent.organisation.clone(),
        function: Some(referent.function.clone()),
        period: period.ok()?,
    })
}

async fn page(
    desk: &Desk,
    (body, may): (&Body, &Capability<ReadHolder>),
    answers: &Answers,
) -> Result<Response, Refused> {
    let (words, day) = (desk.words(), desk.visit.today());
    let named = bodies::names(desk.app(), may, &body.slug).await?;
    let edits = founds(desk, &body.seat).is_ok();
    let mut parts = Vec::new();
    if named.is_empty() {
        parts.push(Part::Text(words.get("noms-none")));
    } else {
        let lines = named.iter().enumerate();
        let lines = lines.map(|(rank, one)| line(desk, body, (rank, one), edits));
        parts.push(Part::Lines(lines.collect()));
    }
    let functions: Vec<&Referent> = body.referents_on(day).collect();
    if edits && functions.is_empty() {
        parts.push(Part::Text(words.get("noms-no-function")));
        let way = addresses::body_desk(&body.slug, "fondation");
        parts.push(Part::Ways(vec![(way, words.get("bodies-founding"))]));
    } else if edits {
        parts.push(sheet(desk, body, (&functions, answers)));
    }
    let told = [("name", body.name.as_str().into())];
    let title = words.with("noms-title-of", &told);
    let head = Head {
        crumbs: vec![(addresses::body_desk(&body.slug, ""), body.name.clone())],
        lead: words.get("noms-lead"),
    };
    Ok(desk_page(desk.page(title, "gouvernances"), head, parts))
}

/// A name, what they answer for, until when.
fn line(desk: &Desk, body: &Body, (rank, one): (usize, &NamedReferent), edits: bool) -> Line {
    let name = one.name.to_string();
    let period = period_words(desk.visit.lang, one.period);
    let about = [Some(function(desk, one)), period].into_iter().flatten();
    let action = addresses::body_desk(&body.slug, &format!("{PART}/retirer"));
    let hidden = vec![(RANK, rank.to_string()), (SAID, name.clone())];
    let words = desk.words();
    let button = edits.then(|| Button {
        action,
        hidden,
        words: words.get("noms-remove"),
        label: words.with("noms-remove-this", &[("name", name.as_str().into())]),
    });
    Line {
        words: name,
        more: about.collect::<Vec<_>>().join(", "),
        button,
        ..Line::default()
    }
}

fn sheet(desk: &Desk, body: &Body, (functions, answers): (&[&Referent], &Answers)) -> Part {
    let words = desk.words();
    let ask = Ask { words, answers };
    let option = |one: &&Referent| {
        let organisation = names::organisation(&desk.visit.directory, &one.organisation);
        (key(one), format!("{}, {organisation}", one.function))
    };
    Part::Form(Form {
        id: "nom",
        title: Some(words.get("noms-add")),
        action: addresses::body_desk(&body.slug, PART),
        faults: faults(words, answers),
        fields: vec![
            ask.select(WHICH, functions.iter().map(option)),
            ask.text(NAME, "text"),
            ask.day(LAST),
        ],
        submit: words.get("noms-add"),
        plain: false,
    })
}
