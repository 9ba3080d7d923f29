//! Writing a roadmap: made, described, its outline, objectives and actions, and how they go.
//!
//! The body is that of the capability: a roadmap of another one is not found. Two people who change one thing choose, as
//! everywhere (see [`crate::editing::conflicts`]); forms that are sent twice write once.

use chrono_tz::Europe::Paris;
use portulan_model::journal::{Deed, Entry};
use portulan_model::roadmaps::{Action, Content, Objective, Progress, Roadmap, RoadmapError};
use portulan_model::{ActionId, AxisId, IndicatorId, ObjectiveId, Slug};
use portulan_policy::actions::WriteRoadmap;
use portulan_policy::{Actor, Capability, Node};
use portulan_store::Write;
use serde_json::{Value, json};

use super::form::MOST_ACTIONS;
use super::parts::{ActionPart, ObjectivePart};
use super::wishes::{Wish, WishPart};
use super::{Fault, body_of, outline};
use crate::clock::draw;
use crate::editing::conflicts::{Fielded, Weighed, weigh};
use crate::editing::{Change, Outcome};
use crate::import::author;
use crate::{App, Error};

/// Addresses that are tried for one roadmap before it is refused.
const TRIES: u32 = 50;
/// The address of the form of a new one, which no roadmap bears.
const NEW: &str = "nouvelle";

/// Makes a roadmap; its address comes from its title. A form that is sent twice makes one.
pub async fn create(app: &App, may: &Capability<WriteRoadmap>, wish: Wish) -> Result<Slug, Error> {
    let body = body_of(may)?;
    let base = portulan_text::slug(&wish.title).filter(|slug| slug != NEW);
    let base = base.unwrap_or_else(|| "feuille-de-route".to_owned());
    let today = app.now().with_timezone(&Paris).date_naive();
    for number in 1..=TRIES {
        let text = match number {
            1 => base.clone(),
            _ => format!("{base}-{number}"),
        };
        let slug: Slug = text
            .parse()
            .map_err(|_long| Error::Conflict(text.clone()))?;
        let Wish {
            title,
            period,
            area,
        } = wish.clone();
        let one = Roadmap::draft(slug.clone(), body.clone(), title, period, area, today);
        let mut write = app.store().begin_governance(may).await?;
        if let Some(known) = write.kept_one::<Roadmap>(&slug).await? {
            // The same one, still empty: the form was sent twice.
            if known == one {
                return Ok(slug);
            }
            continue;
        }
        let told = (Value::Null, serde_json::to_value(&wish).unwrap_or_default());
        let entry = entry(app, may.actor(), &one, (Deed::Created, "roadmap"), told);
        if write.add_kept(&one, &entry).await? {
            write.commit().await?;
            app.refresh().await?;
            return Ok(slug);
        }
    }
    Err(Error::Conflict(base))
}

/// Says over what it is, while nothing is decided.
pub async fn describe(
    app: &App,
    may: &Capability<WriteRoadmap>,
    slug: &Slug,
    change: &Change<Wish>,
) -> Result<Outcome<Wish>, Error> {
    let edit = Edit::open(app, may, slug).await?;
    let theirs = Wish::of(&edit.roadmap);
    let (after, parts) = match weighed::<Wish>(&WishPart::ALL, change, &theirs) {
        Ok(clear) => clear,
        Err(outcome) => return Ok(outcome),
    };
    let told = (json!(theirs), json!(after));
    edit.close("description", told, |roadmap| {
        roadmap.describe(after.title, after.period, after.area)
    })
    .await?;
    Ok(Outcome::Saved(parts))
}

/// Changes the outline as a form says; or says what is wrong, and changes nothing.
pub async fn set_outline(
    app: &App,
    may: &Capability<WriteRoadmap>,
    slug: &Slug,
    pairs: &[(String, String)],
) -> Result<Result<(), Vec<Fault>>, Error> {
    let edit = Edit::open(app, may, slug).await?;
    let before = edit.roadmap.working().clone();
    let after = match outline::apply(&before, pairs) {
        Ok(after) => after,
        Err(wrong) => return Ok(Err(wrong)),
    };
    if after != before {
        let told = (titles(&before), titles(&after));
        edit.close("outline", told, |roadmap| roadmap.write(after))
            .await?;
    }
    Ok(Ok(()))
}

/// Changes an objective.
pub async fn put_objective(
    app: &App,
    may: &Capability<WriteRoadmap>,
    slug: &Slug,
    change: &Change<Objective>,
) -> Result<Outcome<Objective>, Error> {
    let edit = Edit::open(app, may, slug).await?;
    let mut content = edit.roadmap.working().clone();
    let id = change.mine.id;
    let missing = || Error::NotFound(format!("objective {id}"));
    let theirs = content.objective_mut(id).ok_or_else(missing)?;
    let (after, parts) = match weighed::<Objective>(&ObjectivePart::ALL, change, theirs) {
        Ok(clear) => clear,
        Err(outcome) => return Ok(outcome),
    };
    let told = (json!(theirs.title), json!(after.title));
    *theirs = after;
    edit.close("objective", told, |roadmap| roadmap.write(content))
        .await?;
    Ok(Outcome::Saved(parts))
}

/// Changes an action, or adds it under an objective, where nobody had read it yet. Under another objective than its
/// own, it moves there.
pub async fn put_action(
    app: &App,
    may: &Capability<WriteRoadmap>,
    (slug, under): (&Slug, ObjectiveId),
    (change, known): (&Change<Action>, bool),
) -> Result<Outcome<Action>, Error> {
    let edit = Edit::open(app, may, slug).await?;
    let mut content = edit.roadmap.working().clone();
    let id = change.mine.id;
    let found = content.action(id).cloned();
    let moved = content.objective_of(id).is_some_and(|one| one.id != under);
    let (before, after, parts) = match found {
        None if known => return Err(Error::Conflict(format!("action {id} is gone"))),
        None => (None, change.mine.clone(), ActionPart::ALL.to_vec()),
        // A new one that is sent twice was read by nobody, and is what was sent.
        Some(theirs) if !known && theirs == change.mine => return Ok(Outcome::Same),
        Some(theirs) => match weighed::<Action>(&ActionPart::ALL, change, &theirs) {
            Ok((after, parts)) => (Some(theirs), after, parts),
            Err(Outcome::Same) if moved => (Some(theirs.clone()), theirs, Vec::new()),
            Err(outcome) => return Ok(outcome),
        },
    };
    if before.is_none() && content.actions().count() >= MOST_ACTIONS {
        return Err(Error::Conflict("too many actions".to_owned()));
    }
    place(&mut content, under, after.clone())?;
    let told = (json!(before), json!(after));
    edit.close("action", told, |roadmap| roadmap.write(content))
        .await?;
    Ok(Outcome::Saved(parts))
}

/// Puts an action where it is, or last under another objective.
fn place(content: &mut Content, under: ObjectiveId, action: Action) -> Result<(), Error> {
    let own = content.objective_of(action.id).map(|one| one.id);
    if own == Some(under) {
        if let Some(here) = content.action_mut(action.id) {
            *here = action;
        }
        return Ok(());
    }
    content.take_action(action.id);
    let missing = || Error::NotFound(format!("objective {under}"));
    let objective = content.objective_mut(under).ok_or_else(missing)?;
    objective.actions.push(action);
    Ok(())
}

/// Takes an action away. What was decided keeps it, in its versions.
pub async fn remove_action(
    app: &App,
    may: &Capability<WriteRoadmap>,
    slug: &Slug,
    id: ActionId,
) -> Result<(), Error> {
    let edit = Edit::open(app, may, slug).await?;
    let mut content = edit.roadmap.working().clone();
    let Some(gone) = content.take_action(id) else {
        return Ok(());
    };
    let told = (json!(gone), Value::Null);
    edit.close("action", told, |roadmap| roadmap.write(content))
        .await
}

/// Tells how far an action is, and what was measured.
pub async fn report(
    app: &App,
    may: &Capability<WriteRoadmap>,
    (slug, action): (&Slug, ActionId),
    progress: &Progress,
) -> Result<(), Error> {
    let edit = Edit::open(app, may, slug).await?;
    let seen: Vec<_> = progress.seen.iter().collect();
    let after = json!({ "action": action, "state": progress.state, "seen": seen });
    let told = (Value::Null, after);
    edit.close("progress", told, |roadmap| roadmap.report(action, progress))
        .await
}

/// Ids for what a form may add: they are drawn when it is shown.
#[must_use]
pub fn new_ids(app: &App) -> (AxisId, ObjectiveId, ActionId) {
    let (millis, random) = draw(app.now(), app.chance());
    (
        AxisId::from_parts(millis, random),
        ObjectiveId::from_parts(millis, random),
        ActionId::from_parts(millis, random),
    )
}

/// The id of a new indicator.
#[must_use]
pub fn new_indicator(app: &App) -> IndicatorId {
    let (millis, random) = draw(app.now(), app.chance());
    IndicatorId::from_parts(millis, random)
}

type Cleared<R> = (R, Vec<<R as Fielded>::Field>);

/// What a change comes to: the whole with its parts that changed, or what is answered instead.
fn weighed<R: Fielded>(
    parts: &[R::Field],
    change: &Change<R>,
    theirs: &R,
) -> Result<Cleared<R>, Outcome<R>> {
    match weigh(parts, &change.before, theirs, &change.mine) {
        Weighed::Clash(fields) => Err(Outcome::Clash {
            fields,
            theirs: Box::new(theirs.clone()),
        }),
        Weighed::Clear { changed, .. } if changed.is_empty() => Err(Outcome::Same),
        Weighed::Clear { record, changed } => Ok((*record, changed)),
    }
}

fn titles(content: &Content) -> Value {
    let axis = |axis: &portulan_model::roadmaps::Axis| {
        let own: Vec<&str> = axis
            .objectives
            .iter()
            .map(|one| one.title.as_str())
            .collect();
        json!({ "title": axis.title, "objectives": own })
    };
    content.axes.iter().map(axis).collect()
}

/// A change under way.
pub(super) struct Edit<'a> {
    app: &'a App,
    pub(super) write: Write,
    actor: Actor,
    pub(super) roadmap: Roadmap,
}

impl<'a> Edit<'a> {
    /// Opens a roadmap of the body of a capability, to be written.
    pub(super) async fn open<A: portulan_store::Governs>(
        app: &'a App,
        may: &Capability<A>,
        slug: &Slug,
    ) -> Result<Self, Error> {
        let mut write = app.store().begin_governance(may).await?;
        let found = write.kept_one::<Roadmap>(slug).await?;
        let own = match may.node() {
            Node::Body(body) => found.filter(|one| one.body == *body),
            _ => found,
        };
        let missing = || Error::NotFound(format!("roadmap {slug}"));
        Ok(Self {
            app,
            write,
            actor: may.actor().clone(),
            roadmap: own.ok_or_else(missing)?,
        })
    }

    /// Keeps what a transition makes of it, and says who wrote.
    pub(super) async fn close(
        self,
        what: &'static str,
        told: (Value, Value),
        step: impl FnOnce(Roadmap) -> Result<Roadmap, RoadmapError>,
    ) -> Result<(), Error> {
        let by = author(&self.actor);
        let wrote = |roadmap: Roadmap| {
            let mut roadmap = step(roadmap)?;
            // What is decided, heard or measured is not what somebody prepares to be decided.
            if matches!(what, "description" | "outline" | "objective" | "action") {
                roadmap.last_hand = Some(by);
            }
            Ok(roadmap)
        };
        self.decide(what, told, wrote).await
    }

    /// Keeps what a transition makes of it.
    pub(super) async fn decide(
        mut self,
        what: &'static str,
        told: (Value, Value),
        step: impl FnOnce(Roadmap) -> Result<Roadmap, RoadmapError>,
    ) -> Result<(), Error> {
        let entry = entry(
            self.app,
            &self.actor,
            &self.roadmap,
            (Deed::Updated, what),
            told,
        );
        let after = step(self.roadmap).map_err(|error| Error::Conflict(error.to_string()))?;
        self.write.change_kept(&after, &entry).await?;
        self.write.commit().await?;
        self.app.refresh().await
    }
}

/// A line of the journal of the body: which roadmap, which part of it, before and after.
fn entry(
    app: &App,
    actor: &Actor,
    roadmap: &Roadmap,
    (deed, what): (Deed, &str),
    (before, after): (Value, Value),
) -> Entry {
    let told = |value: Value| {
        let whole = json!({ "roadmap": roadmap.slug, what: value });
        (!value.is_null()).then(|| whole.to_string())
    };
    Entry {
        at: app.now(),
        author: author(actor),
        behalf: None,
        subject: None,
        object: Node::Body(roadmap.body.clone()).to_string(),
        deed,
        reason: format!("feuille-de-route {}", roadmap.slug),
        request: format!("feuilles-de-route-{}", app.now().timestamp_millis()),
        before: told(before),
        after: told(after),
    }
}
