//! A place that was missing is published: after its list was gone through, by somebody else than whoever proposed it,
//! at once or on a day to come.

use chrono::{Days, NaiveDate};
use chrono_tz::Europe::Paris;
use portulan_model::journal::{Author, Deed, Entry};
use portulan_model::proposals::{CheckItem, Motive, Proposal, State, Taken};
use portulan_model::{Place, PlaceId, ProposalId, Slug, TerritoryKey};
use portulan_policy::{Capability, Node, Target, actions::PublishPlace};
use portulan_store::Write;

use super::apply::candidate;
use super::{desk, entry, letters, opened};
use crate::clock::new_place_id;
use crate::import::{author, free_slug};
use crate::{App, Directory, Error, review, rights};

/// How a place is published.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Publication {
    /// A day to come; at once otherwise.
    pub on: Option<NaiveDate>,
    /// Slugs of the networks that it joins.
    pub networks: Vec<Slug>,
    /// Why, or what else was done.
    pub words: String,
}

/// How far a day to come may be: the contact of whoever proposed waits for it.
const FURTHEST: Days = Days::new(365);

/// Whether a day is too far for a publication.
#[must_use]
pub fn is_too_far(app: &App, day: NaiveDate) -> bool {
    let today = app.now().with_timezone(&Paris).date_naive();
    let furthest = today.checked_add_days(FURTHEST);
    furthest.is_some_and(|furthest| day > furthest)
}

/// Whether all of some networks are known here: a publication joins networks, it makes none.
#[must_use]
pub fn are_known(directory: &Directory, networks: &[Slug]) -> bool {
    let known = directory.snapshot.known_values();
    let mut names = networks.iter();
    names.all(|slug| known.networks.iter().any(|(known, _)| known == slug))
}

/// On what a publication bears: the commune of the place, whoever may see the proposal.
#[must_use]
pub fn publication_target(directory: &Directory, proposal: &Proposal) -> Target {
    proposal.commune.map_or_else(
        || Node::Installation.into(),
        |commune| rights::territory(directory, &TerritoryKey::commune(commune)),
    )
}

/// Publishes a place that was missing; its id, or nothing when its day is still to come.
pub async fn publish(
    app: &App,
    capability: &Capability<PublishPlace>,
    id: ProposalId,
    publication: Publication,
) -> Result<Option<PlaceId>, Error> {
    if publication.on.is_some_and(|day| is_too_far(app, day)) {
        return Err(Error::Conflict("more than a year ahead".to_owned()));
    }
    if !are_known(&app.directory(), &publication.networks) {
        return Err(Error::Conflict("a network that is not known".to_owned()));
    }
    let mut write = app.store().begin_publication(capability).await?;
    let before = opened(app, &mut write, capability.node(), id).await?;
    let checked = |item: &CheckItem| before.checks.iter().any(|one| one.item == *item);
    if !CheckItem::ALL.iter().all(checked) {
        return Err(Error::Conflict("the list is not gone through".to_owned()));
    }
    let motive = desk::motive(app, capability.actor(), &publication.words);
    let today = app.now().with_timezone(&Paris).date_naive();
    let to_come = publication.on.filter(|day| *day > today);
    let by = author(capability.actor());
    let networks = publication.networks;
    let (after, place) = if let Some(on) = to_come {
        (before.clone().agree(on, networks, motive)?, None)
    } else {
        let (after, place) = insert(app, &mut write, &before, networks, by.clone(), motive).await?;
        (after, Some(place))
    };
    let line = entry(app, by, Some(&before), Some(&after));
    write.put_proposal(&after, &line).await?;
    letters::tell(app, &mut write, &after).await?;
    write.commit().await?;
    settled(app, place).await?;
    Ok(place)
}

/// Publishes a place whose day has come.
pub(super) async fn on_its_day(
    app: &App,
    write: &mut Write,
    by: Author,
    before: &Proposal,
) -> Result<Option<PlaceId>, Error> {
    let State::Agreed {
        networks, motive, ..
    } = &before.state
    else {
        return Ok(None);
    };
    let (networks, motive) = (networks.clone(), motive.clone());
    let (after, place) = insert(app, write, before, networks, by.clone(), motive).await?;
    let line = entry(app, by, Some(before), Some(&after));
    write.put_proposal(&after, &line).await?;
    letters::tell(app, write, &after).await?;
    Ok(Some(place))
}

/// Shows a place that came, and compares it with the others.
pub(super) async fn settled(app: &App, place: Option<PlaceId>) -> Result<(), Error> {
    app.refresh().await?;
    if let Some(id) = place {
        review::relink(app, &[id]).await?;
    }
    Ok(())
}

async fn insert(
    app: &App,
    write: &mut Write,
    proposal: &Proposal,
    networks: Vec<Slug>,
    by: Author,
    motive: Motive,
) -> Result<(Proposal, PlaceId), Error> {
    let missing = || Error::Conflict("a known place is corrected".to_owned());
    let found = candidate(&app.directory(), proposal)?;
    let found = found
        .filter(|one| one.known.is_none())
        .ok_or_else(missing)?;
    let mut record = found.record;
    record.networks = networks;
    record.provenance.record.dated = Some(app.now().with_timezone(&Paris).date_naive());
    let place = Place {
        id: new_place_id(app.now(), app.chance()),
        slug: free_slug(write, &record).await?,
        record,
    };
    // First, so that a proposal that is no longer open leaves no place behind.
    let taken = Taken {
        fields: found.fields,
        closed: false,
        partly: false,
    };
    let after = proposal.clone().accept(place.id, taken, motive)?;
    let line = Entry {
        at: app.now(),
        author: by,
        behalf: None,
        subject: None,
        object: format!("lieu-{}", place.slug),
        deed: Deed::Created,
        reason: format!("proposition {}", proposal.id),
        request: format!("propositions-{}", app.now().timestamp_millis()),
        before: None,
        after: serde_json::to_string(&place).ok(),
    };
    write.insert(&place, &line).await?;
    Ok((after, place.id))
}
