//! The life of a roadmap: put to opinion, heard, decided, amended, closed; each step is that of the model, on today's day.

use chrono::NaiveDate;
use chrono_tz::Europe::Paris;
use portulan_model::consultations::{Opinion, View};
use portulan_model::governance::{Decision, DecisionNumber, DecisionRef, Standing};
use portulan_model::journal::Author;
use portulan_model::proposals::Prose;
use portulan_model::roadmaps::{Roadmap, RoadmapError, RoadmapState, Stage};
use portulan_model::{Period, PersonId, Slug};
use portulan_policy::actions::{GiveOpinion, ReadBody, ValidateRoadmap, WriteRoadmap};
use portulan_policy::{Action, Capability, Node};
use serde_json::{Value, json};

use super::body_of;
use super::write::Edit;
use crate::asking::{self, Accounts};
use crate::{App, Directory, Error};

/// The roadmaps of a body, drafts among them, in the order of their addresses.
pub async fn list(app: &App, may: &Capability<ReadBody>) -> Result<Vec<Roadmap>, Error> {
    Ok(app.store().kept_of::<Roadmap>(body_of(may)?).await?)
}

/// A roadmap as its body reads it.
pub async fn read(app: &App, may: &Capability<ReadBody>, slug: &Slug) -> Result<Roadmap, Error> {
    let body = body_of(may)?;
    let found = app.store().kept_one::<Roadmap>(slug).await?;
    found
        .filter(|one| one.body == *body)
        .ok_or_else(|| Error::NotFound(format!("roadmap {slug}")))
}

/// Puts it to opinion until a day, that day included.
pub async fn consult(
    app: &App,
    may: &Capability<WriteRoadmap>,
    slug: &Slug,
    until: NaiveDate,
) -> Result<(), Error> {
    let today = today(app);
    let period = Period::new(Some(today), Some(until));
    let period = period.map_err(|error| Error::Conflict(error.to_string()))?;
    let held = Accounts::read(app).await?;
    let mut edit = Edit::open(app, may, slug).await?;
    ask_members(app, &mut edit, (today, until), &held).await?;
    let told = (Value::Null, json!({ "until": until }));
    edit.decide("consultation", told, |one| one.consult(today, period))
        .await
}

/// Writes to those who speak for the members, with the change itself: a consultation that is refused writes to nobody.
async fn ask_members(
    app: &App,
    edit: &mut Edit<'_>,
    (today, until): (NaiveDate, NaiveDate),
    held: &Accounts,
) -> Result<(), Error> {
    let (directory, roadmap) = (app.directory(), &edit.roadmap);
    let asked = asking::Asked {
        title: roadmap.title.clone(),
        body: super::body(&directory, &roadmap.body)
            .ok()
            .map(|one| one.name.clone()),
        until,
        occasion: format!("{}-{today}-{until}", roadmap.slug),
        organisations: super::members(&directory, &roadmap.body, today)
            .cloned()
            .collect(),
    };
    asking::write(app, &mut edit.write, (&asked, held)).await
}

/// What an organisation is asked: a roadmap that is put to the opinion of members of its body, and it is one of them.
pub async fn asked(
    app: &App,
    may: &Capability<GiveOpinion>,
    slug: &Slug,
) -> Result<Roadmap, Error> {
    let missing = || Error::NotFound(format!("roadmap {slug}"));
    let found = app.store().kept_one::<Roadmap>(slug).await?;
    let roadmap = found.ok_or_else(missing)?;
    let is_member = is_member(
        &app.directory(),
        &roadmap.body,
        organisation_of(may)?,
        today(app),
    );
    let open = roadmap.state.stage() == Stage::InConsultation;
    if is_member && open {
        Ok(roadmap)
    } else {
        Err(missing())
    }
}

/// The roadmaps on which an organisation may say what it thinks today.
pub async fn to_opine(app: &App, may: &Capability<GiveOpinion>) -> Result<Vec<Roadmap>, Error> {
    let (organisation, today) = (organisation_of(may)?, today(app));
    let mut all = Vec::new();
    for membership in app.store().memberships_of(organisation).await? {
        if membership.standing_on(today) != Some(Standing::Confirmed) {
            continue;
        }
        let theirs = app
            .store()
            .kept_of::<Roadmap>(&membership.who().body)
            .await?;
        let open = |one: &Roadmap| match &one.state {
            RoadmapState::InConsultation { consultation } => consultation.period().holds(today),
            _ => false,
        };
        all.extend(theirs.into_iter().filter(open));
    }
    Ok(all)
}

/// An organisation says what it thinks. Said again, the last word counts.
pub async fn hear(
    app: &App,
    may: &Capability<GiveOpinion>,
    slug: &Slug,
    (view, words): (View, Option<Prose>),
) -> Result<(), Error> {
    let roadmap = asked(app, may, slug).await?;
    let opinion = Opinion {
        organisation: organisation_of(may)?.clone(),
        view,
        words,
        on: today(app),
    };
    if let RoadmapState::InConsultation { consultation } = &roadmap.state
        && consultation.standing().contains(&&opinion)
    {
        return Ok(());
    }
    let edit = Edit::open(app, may, slug).await?;
    let told = (Value::Null, json!(opinion));
    edit.decide("opinion", told, |one| one.hear(opinion)).await
}

/// A decision of the body makes it its plan; of a plan that it is, the amendment that was prepared.
pub async fn decide(
    app: &App,
    may: &Capability<ValidateRoadmap>,
    slug: &Slug,
    number: DecisionNumber,
) -> Result<(), Error> {
    let today = today(app);
    let body = match may.node() {
        Node::Body(body) => body.clone(),
        other => return Err(Error::NotFound(other.to_string())),
    };
    let decision = DecisionRef { body, number };
    let known = app.store().kept_one::<Decision>(&decision).await?;
    let known = known.filter(|one| one.on <= today);
    let missing = || Error::NotFound(format!("decision {decision}"));
    known.ok_or_else(missing)?;
    let edit = Edit::open(app, may, slug).await?;
    if decided_by(&edit.roadmap) == Some(&decision) && edit.roadmap.amendment.is_none() {
        // The form was sent twice.
        return Ok(());
    }
    let told = (Value::Null, json!({ "decision": decision }));
    edit.decide("decision", told, |one| step(one, today, decision))
        .await
}

fn step(
    roadmap: Roadmap,
    today: NaiveDate,
    decision: DecisionRef,
) -> Result<Roadmap, RoadmapError> {
    match (roadmap.state.stage(), roadmap.amendment.clone()) {
        (Stage::Validated | Stage::Amended, Some(content)) => {
            roadmap.amend(today, content, decision)
        }
        (stage @ (Stage::Validated | Stage::Amended), None) => Err(RoadmapError::NotNow(stage)),
        _ => roadmap.validate(today, decision),
    }
}

/// What decided it last.
#[must_use]
pub const fn decided_by(roadmap: &Roadmap) -> Option<&DecisionRef> {
    match &roadmap.state {
        RoadmapState::Validated { decision, .. } | RoadmapState::Amended { decision, .. } => {
            Some(decision)
        }
        _ => None,
    }
}

/// Ends it.
pub async fn close(app: &App, may: &Capability<WriteRoadmap>, slug: &Slug) -> Result<(), Error> {
    let today = today(app);
    let edit = Edit::open(app, may, slug).await?;
    if edit.roadmap.state.stage() == Stage::Closed {
        return Ok(());
    }
    let told = (Value::Null, json!(today));
    edit.decide("closed", told, |one| one.close(today)).await
}

/// Who wrote last what waits for a decision: somebody else validates.
#[must_use]
pub fn prepared_by(roadmap: &Roadmap) -> Vec<PersonId> {
    match roadmap.last_hand {
        Some(Author::Person(person)) => vec![person],
        _ => Vec::new(),
    }
}

/// Whether an organisation is a member of a body on a day.
#[must_use]
pub fn is_member(directory: &Directory, body: &Slug, organisation: &Slug, day: NaiveDate) -> bool {
    super::members(directory, body, day).any(|one| one == organisation)
}

pub(crate) fn organisation_of<A: Action>(may: &Capability<A>) -> Result<&Slug, Error> {
    match may.node() {
        Node::Organisation(slug) => Ok(slug),
        other => Err(Error::NotFound(other.to_string())),
    }
}

fn today(app: &App) -> NaiveDate {
    app.now().with_timezone(&Paris).date_naive()
}
