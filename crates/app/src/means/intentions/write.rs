//! An organisation notes what it wishes to ask for, changes it while it stands, and withdraws it.

use std::collections::BTreeSet;

use portulan_model::means::intentions::{Intention, Over, State, Step};
use portulan_model::proposals::Prose;
use portulan_model::{Area, Slug};
use portulan_policy::actions::WriteIntentions;
use portulan_policy::{Actor, Capability, Node};

use super::{IntentionError, hoped, missing};
use crate::editing::conflicts::{Weighed, weigh};
use crate::editing::{Change, Outcome};
use crate::import::author;
use crate::roadmaps::organisation_of;
use crate::settled::{self, Of, Settled, entry, names};
use crate::{App, Directory, Error, Lead};

/// Longest address of an intention, before the number that parts it from another.
const LONGEST: usize = 110;

/// Notes an intention for the organisation of the capability. Its address, whose it is, when it was noted and its state are
/// given here, whatever the wish says. A form that is sent twice notes one.
pub async fn note(
    app: &App,
    may: &Capability<WriteIntentions>,
    wish: Intention,
) -> Result<Slug, IntentionError> {
    let organisation = organisation_of(may)?.clone();
    let mut one = Intention {
        organisation,
        noted: step(app, may.actor()),
        state: State::Noted,
        ..wish
    };
    settle(app, may, &mut one, None).await?;
    let mut write = app.store().begin_governance(may).await?;
    for slug in names(&base(&one)?) {
        one.slug = slug;
        if let Some(there) = write.kept_one::<Intention>(&one.slug).await? {
            one.noted = there.noted.clone();
            if there == one {
                return Ok(one.slug);
            }
            one.noted = step(app, may.actor());
            continue;
        }
        let line = entry(app, may.actor(), &object(&one), (None, Some(&one)));
        if write.add_kept(&one, &line).await? {
            write.commit().await?;
            app.refresh().await?;
            return Ok(one.slug);
        }
    }
    Err(Error::Conflict(one.title).into())
}

/// Changes the fields of an intention that stands.
pub async fn change(
    app: &App,
    may: &Capability<WriteIntentions>,
    slug: &Slug,
    change: &Change<Intention>,
) -> Result<Outcome<Intention>, IntentionError> {
    let own = organisation_of(may)?;
    let hoped = change.before.envelope.as_ref();
    let mut mine = change.mine.clone();
    mine.organisation.clone_from(own);
    settle(app, may, &mut mine, hoped).await?;
    let mut write = app.store().begin_governance(may).await?;
    let theirs = write.kept_one::<Intention>(slug).await?;
    let theirs = theirs.filter(|one| one.organisation == *own);
    let theirs = theirs.ok_or_else(|| missing(slug))?;
    let (after, changed) = match weigh(&change.fields, &change.before, &theirs, &mine) {
        Weighed::Clash(fields) => {
            let theirs = Box::new(theirs);
            return Ok(Outcome::Clash { fields, theirs });
        }
        Weighed::Clear { changed, .. } if changed.is_empty() => return Ok(Outcome::Same),
        Weighed::Clear { record, changed } => (record, changed),
    };
    if !theirs.stands() {
        return Err(Over(Box::new(theirs)).into());
    }
    after.check()?;
    let both = (Some(&theirs), Some(&*after));
    let line = entry(app, may.actor(), &object(&theirs), both);
    write.change_kept(&*after, &line).await?;
    write.commit().await?;
    app.refresh().await?;
    Ok(Outcome::Saved(changed))
}

/// Gives an intention up. Done twice, it is done once.
pub async fn withdraw(
    app: &App,
    may: &Capability<WriteIntentions>,
    slug: &Slug,
    reason: Option<Prose>,
) -> Result<(), IntentionError> {
    let own = organisation_of(may)?;
    let found = app.store().kept_one::<Intention>(slug).await?;
    let found = found.filter(|one| one.organisation == *own);
    let found = found.ok_or_else(|| missing(slug))?;
    let of = Of {
        key: slug,
        object: &object(&found),
        before: None,
    };
    let step = step(app, may.actor());
    let end = |one: Intention| match one.state {
        State::Withdrawn { .. } => Ok(one),
        _ => one.withdraw(reason, step),
    };
    match settled::change(app, may, of, end).await? {
        Settled::Refused(over) => Err(over.into()),
        Settled::Saved(_) | Settled::Same | Settled::Moved(_) => Ok(()),
    }
}

/// Makes what is said whole, and refuses what names nothing that is known or nobody can have meant.
async fn settle(
    app: &App,
    may: &Capability<WriteIntentions>,
    one: &mut Intention,
    before: Option<&Slug>,
) -> Result<(), IntentionError> {
    let directory = app.directory();
    one.area = with_places(&directory, one)?;
    one.check()?;
    let organisations = one.alliance.named().iter();
    let mut unknown = organisations.filter(|slug| directory.organisations.get(slug).is_none());
    if let Some(slug) = unknown.next() {
        return Err(IntentionError::NoOrganisation(slug.clone()));
    }
    let mut bodies = one.visibility.bodies();
    if let Some(slug) = bodies.find(|slug| directory.levels.body(slug).is_none()) {
        return Err(IntentionError::NoBody(slug.clone()));
    }
    match &one.envelope {
        Some(slug) if before != Some(slug) => {
            let known = hoped(app, may).await?;
            let known = known.iter().any(|envelope| envelope.slug == *slug);
            let refused = || IntentionError::NoEnvelope(slug.clone());
            known.then_some(()).ok_or_else(refused)
        }
        _ => Ok(()),
    }
}

/// Its area, with the communes of its places.
fn with_places(directory: &Directory, one: &Intention) -> Result<Area, IntentionError> {
    let mut communes = BTreeSet::new();
    for slug in &one.places {
        let place = match directory.lead(slug.as_str()) {
            Lead::Here(place) | Lead::Moved(place) => place,
            Lead::Gone(_) | Lead::Nowhere => return Err(IntentionError::NoPlace(slug.clone())),
        };
        communes.extend(place.record.address.insee);
    }
    Ok(one.area.union(&Area::of_communes(communes)))
}

/// The address of an intention says whose it is: nobody learns from a number that somebody else wrote the same title.
fn base(one: &Intention) -> Result<Slug, Error> {
    let title = portulan_text::slug(&one.title).unwrap_or_else(|| "intention".to_owned());
    let whole = format!("{}-{title}", one.organisation);
    let short: String = whole.chars().take(LONGEST).collect();
    let short = short.trim_end_matches('-');
    short
        .parse()
        .map_err(|_no_slug| Error::Conflict(one.title.clone()))
}

fn object(one: &Intention) -> Node {
    Node::Organisation(one.organisation.clone())
}

fn step(app: &App, actor: &Actor) -> Step {
    Step {
        at: app.now(),
        by: author(actor),
    }
}
