//! The call of the demonstration that is held here, its form, and two applications: one that was submitted, one that is a
//! draft. Everybody in it is invented. The call closes some months after it is taken in; what is there already stays.

use chrono::{DateTime, TimeDelta, Utc};
use portulan_model::means::applications::Application;
use portulan_model::means::calls::{
    Audience, Call, CallKind, Gate, Held, Milestone, Owner, Terms, Timeline, paris_day,
};
use portulan_model::means::forms::{Answers, Condition, Field, FieldKind, Form};
use portulan_model::proposals::Prose;
use portulan_model::{ApplicationId, Area, Slug};
use portulan_policy::actions::ManageOrganisations;
use portulan_policy::{Actor, Capability, Node, allow};
use portulan_store::Write;
use serde::Deserialize;

use super::governance::entry;
use crate::clock::draw;
use crate::means::applications::fingerprint;
use crate::{App, Error};

const NAME: &str = "candidatures-demonstration.json";
static FILE: &str = include_str!("../../data/candidatures-demonstration.json");
/// How long the call is open before and after it is taken in.
const OPEN_BEFORE: TimeDelta = TimeDelta::days(10);
const OPEN_AFTER: TimeDelta = TimeDelta::days(120);

/// The records of the file.
#[derive(Debug, Deserialize)]
pub(super) struct Document {
    pub(super) call: Told,
    pub(super) questions: Vec<Question>,
    pub(super) applications: Vec<Filled>,
}

/// What the call says, but for its dates.
#[derive(Debug, Deserialize)]
pub(super) struct Told {
    pub(super) slug: Slug,
    pub(super) followed_by: Slug,
    title: String,
    kind: CallKind,
    owner: Owner,
    held: Held,
    audience: Audience,
    area: Area,
    text: Prose,
}

#[derive(Debug, Deserialize)]
pub(super) struct Question {
    label: String,
    #[serde(default)]
    help: Option<Prose>,
    #[serde(default)]
    required: bool,
    #[serde(default)]
    when: Option<Condition>,
    kind: FieldKind,
}

#[derive(Debug, Deserialize)]
pub(super) struct Filled {
    pub(super) lead: Slug,
    submitted: bool,
    answers: Answers,
}

fn document() -> Result<Document, Error> {
    serde_json::from_str(FILE).map_err(|error| Error::internal(NAME, error))
}

/// Takes the call in with all that hangs on it, unless it is there.
pub(super) async fn load(app: &App, actor: &Actor) -> Result<(), Error> {
    let now = app.now();
    let times = (now - OPEN_BEFORE, now + OPEN_AFTER);
    take(app, actor, document()?, times).await.map(drop)
}

/// Takes in a call that opens and closes at two instants, with all that hangs on it; the applications that were submitted, in
/// their order, or nothing where the call is there.
pub(super) async fn take(
    app: &App,
    actor: &Actor,
    document: Document,
    (opening, closing): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<ApplicationId>, Error> {
    let may: Capability<ManageOrganisations> = allow(actor, &Node::Installation)?;
    let mut write = app.store().begin_governance(&may).await?;
    if write.kept_one::<Call>(&document.call.slug).await?.is_some() {
        return Ok(Vec::new());
    }
    let call = published(document.call, (opening, closing))?;
    let form = opened(&call, document.questions, opening)?;
    let line = entry(app, actor, Node::Body(call.followed_by.clone()).to_string());
    write.add_kept(&call, &line).await?;
    write.add_kept(&form, &line).await?;
    let mut ids = Vec::new();
    // Nobody waits for the last day.
    let sent = app.now().min(closing - TimeDelta::days(1));
    for filled in document.applications {
        ids.extend(keep(app, (&mut write, actor), (&call, &form), (filled, sent)).await?);
    }
    write.commit().await?;
    app.refresh().await?;
    Ok(ids)
}

fn wrong(error: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::internal(NAME, error)
}

fn published(told: Told, (opens, closes): (DateTime<Utc>, DateTime<Utc>)) -> Result<Call, Error> {
    let opening = [(Milestone::Opening, paris_day(opens))];
    let closing = closes.date_naive().and_hms_opt(11, 0, 0);
    let closing = closing.map(|closing| closing.and_utc());
    let terms = Terms {
        title: told.title,
        kind: told.kind,
        owner: told.owner,
        held: told.held,
        audience: told.audience,
        area: told.area,
        text: Some(told.text),
        timeline: Timeline::new(opening, closing).map_err(wrong)?,
    };
    let call = Call::draft(told.slug, told.followed_by, terms);
    call.publish(paris_day(opens), opens).map_err(wrong)
}

fn opened(call: &Call, questions: Vec<Question>, now: DateTime<Utc>) -> Result<Form, Error> {
    let mut form = Form::empty(call.slug.clone());
    for one in questions {
        let field = |id| Field {
            id,
            label: one.label,
            help: one.help,
            required: one.required,
            when: one.when,
            kind: one.kind,
        };
        form = form.asking(field).map_err(wrong)?;
    }
    form.open(paris_day(now)).map_err(wrong)
}

async fn keep(
    app: &App,
    (write, actor): (&mut Write, &Actor),
    (call, form): (&Call, &Form),
    (filled, now): (Filled, DateTime<Utc>),
) -> Result<Option<ApplicationId>, Error> {
    let Some(revision) = form.latest() else {
        return Ok(None);
    };
    let (millis, random) = draw(now, app.chance());
    let key = format!("demonstration-{}-{}", call.slug, filled.lead);
    let names = (ApplicationId::from_parts(millis, random), key);
    let of = (call.slug.clone(), revision.number);
    let mut application = Application::begin(names, of, filled.lead.clone(), now);
    let with = (&revision.fields, filled.answers);
    let line = entry(app, actor, Node::Organisation(filled.lead).to_string());
    if !filled.submitted {
        application.answers = with.1;
        write.keep_application(&application, Some(&line)).await?;
        return Ok(None);
    }
    let ready = application.ready(1, with, Gate::Open).map_err(wrong)?;
    let text = ready.canonical();
    let sent = ready.receive((now, Gate::Open), fingerprint(&text)?);
    let sent = sent.map_err(wrong)?;
    write.keep_application(&sent, Some(&line)).await?;
    for receipt in &sent.receipts {
        write.add_receipt(sent.id, receipt, &text).await?;
    }
    Ok(Some(sent.id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_who_are_named_are_invented_and_what_is_submitted_lacks_nothing() {
        let document = document().unwrap();
        let now: DateTime<Utc> = "2026-11-30T09:00:00Z".parse().unwrap();
        let times = (now - OPEN_BEFORE, now + OPEN_AFTER);
        let call = published(document.call, times).unwrap();
        assert!(call.is_ahead(now) && call.terms.held.is_here());
        let form = opened(&call, document.questions, now).unwrap();
        let fields = &form.latest().unwrap().fields;
        for one in &document.applications {
            assert!(one.lead.as_str().starts_with("exemple-"));
            assert_eq!(fields.missing(&one.answers).is_empty(), one.submitted);
            assert!(one.answers.iter().all(|(id, _)| fields.get(id).is_some()));
        }
    }
}
