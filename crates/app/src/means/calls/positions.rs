//! What an organisation means to do about a call: taken for it by whoever speaks for it, until the call closes.

use chrono::{DateTime, Utc};
use portulan_model::Slug;
use portulan_model::journal::Deed;
use portulan_model::means::calls::{Call, CallFile, Function, Position, Stance};
use portulan_model::people::Organisation;
use portulan_model::proposals::Prose;
use portulan_policy::actions::TakePosition;
use portulan_policy::{Capability, Node};

use super::{MeansError, Told, concerns, entry, file_of, filed, json, missing};
use crate::roadmaps::organisation_of;
use crate::{App, Directory, Error, KnownCall};

/// A position as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Which.
    pub stance: Stance,
    /// In their words.
    pub words: Option<Prose>,
    /// The function of whoever takes it.
    pub by: Function,
}

/// Calls that one may still answer and that concern an organisation.
pub fn asked<'a>(
    directory: &'a Directory,
    organisation: &'a Organisation,
    at: DateTime<Utc>,
) -> impl Iterator<Item = &'a KnownCall> {
    let all = directory.published.calls.iter();
    all.filter(move |one| one.call.is_ahead(at) && concerns(directory, &one.call, organisation))
}

/// All positions that the organisation of the capability took on a call, first first.
pub async fn own(
    app: &App,
    may: &Capability<TakePosition>,
    slug: &Slug,
) -> Result<Vec<Position>, Error> {
    let organisation = organisation_of(may)?;
    let file = app.store().kept_one::<CallFile>(slug).await?;
    let theirs = file.map(|file| file.positions.of(organisation).cloned().collect());
    Ok(theirs.unwrap_or_default())
}

/// Takes a position for the organisation of the capability. The instant is read once the write holds its turn: whoever is
/// late by one second is late. The same position twice is taken once.
pub async fn take(
    app: &App,
    may: &Capability<TakePosition>,
    slug: &Slug,
    said: Said,
) -> Result<(), MeansError> {
    let organisation = organisation_of(may)?;
    let mut write = app.store().begin_governance(may).await?;
    let now = app.now();
    let call = write.kept_one::<Call>(slug).await?;
    let call = call.filter(Call::is_public).ok_or_else(|| missing(slug))?;
    concerned(app, &call, organisation)?;
    if !call.is_ahead(now) {
        return Err(MeansError::NotAhead);
    }
    let before = file_of(&mut write, slug).await?;
    let position = Position {
        organisation: organisation.clone(),
        stance: said.stance,
        words: said.words,
        by: said.by,
        at: now,
    };
    let mut after = before.clone();
    after.positions = after.positions.take(position.clone());
    if after == before {
        return Ok(());
    }
    let last = before.positions.of(organisation).last();
    let told = Told {
        call: &call,
        deed: Deed::Updated,
        what: "position taken",
        before: last.and_then(json),
        after: json(&position),
    };
    let mut line = entry(app, may.actor(), told);
    line.behalf = Some(Node::Organisation(organisation.clone()).to_string());
    filed(app, write, &after, &line).await
}

fn concerned(app: &App, call: &Call, slug: &Slug) -> Result<(), MeansError> {
    let directory = app.directory();
    let known = directory.organisations.get(slug);
    let known = known.ok_or_else(|| MeansError::NoOrganisation(slug.clone()))?;
    if concerns(&directory, call, known) {
        Ok(())
    } else {
        Err(MeansError::NotConcerned(slug.clone()))
    }
}
