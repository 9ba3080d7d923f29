//! Sources: the lists that are harvested, and how.

use portulan_model::Slug;
use portulan_model::harvest::{KnownSource, Source};
use portulan_model::journal::{Deed, Entry};
use portulan_policy::actions::{ManageSources, ReadHarvest, RunHarvest};
use portulan_policy::{Action, Actor, Capability, Node, Target, allow};

use crate::import::author;
use crate::{App, Error, merging, rights};

/// The sources under the node of a capability, by their slug.
pub async fn list(
    app: &App,
    capability: &Capability<ReadHarvest>,
) -> Result<Vec<KnownSource>, Error> {
    let mut found = app.store().sources(capability).await?;
    let directory = app.directory();
    found.retain(|known| rights::source(&directory, &known.source).is_under(capability.node()));
    Ok(found)
}

/// The sources that an actor may read, by their slug.
pub async fn seen_by(app: &App, actor: &Actor) -> Result<Vec<KnownSource>, Error> {
    let mut found = app.store().sources(&to_find()?).await?;
    let directory = app.directory();
    let seen = |known: &KnownSource| {
        allow::<ReadHarvest>(actor, rights::source(&directory, &known.source)).is_ok()
    };
    found.retain(seen);
    Ok(found)
}

/// One source.
pub async fn get(
    app: &App,
    capability: &Capability<ReadHarvest>,
    slug: &Slug,
) -> Result<KnownSource, Error> {
    covered(app, capability, slug).await?;
    let found = app.store().source(capability, slug).await?;
    found.ok_or_else(|| Error::NotFound(format!("source {slug}")))
}

/// A source, for a run of it: whoever runs it needs to know how.
pub(crate) async fn to_run(
    app: &App,
    capability: &Capability<RunHarvest>,
    slug: &Slug,
) -> Result<KnownSource, Error> {
    covered(app, capability, slug).await?;
    let found = app.store().source(&to_find()?, slug).await?;
    found.ok_or_else(|| Error::NotFound(format!("source {slug}")))
}

/// How a source is called, for whoever is told of a role on it.
pub async fn name(app: &App, slug: &Slug) -> Result<Option<String>, Error> {
    let known = app.store().source(&to_find()?, slug).await?;
    Ok(known.map(|known| known.source.name))
}

/// A source among the nodes of the policy; `None` when there is no such source.
pub async fn target(app: &App, slug: &Slug) -> Result<Option<Target>, Error> {
    let known = app.store().source(&to_find()?, slug).await?;
    Ok(known.map(|known| rights::source(&app.directory(), &known.source)))
}

/// A source among the nodes; one that was forgotten belongs to the installation alone, and so do its runs.
pub(crate) async fn target_or_installation(app: &App, slug: &Slug) -> Result<Target, Error> {
    let found = target(app, slug).await?;
    Ok(found.unwrap_or_else(|| Node::Installation.into()))
}

/// Refuses a source that is not under the node of a capability.
pub(crate) async fn covered<A: Action>(
    app: &App,
    capability: &Capability<A>,
    slug: &Slug,
) -> Result<(), Error> {
    if *capability.node() == Node::Installation {
        return Ok(());
    }
    rights::covers(capability, &target_or_installation(app, slug).await?)
}

/// To find out where something stands before anybody may read it.
pub(crate) fn to_find() -> Result<Capability<ReadHarvest>, Error> {
    Ok(allow(&Actor::Job("rights"), &Node::Installation)?)
}

/// Adds a source, or changes its settings. Merged places follow how far it is trusted.
pub async fn put(
    app: &App,
    capability: &Capability<ManageSources>,
    source: &Source,
    reason: &str,
) -> Result<(), Error> {
    let read = allow::<ReadHarvest>(capability.actor(), &Node::Installation)?;
    let before = app.store().source(&read, &source.slug).await?;
    let trust = before.map_or(Source::DEFAULT_TRUST, |known| known.source.trust.get());
    let after = serde_json::to_string(source).map_err(|error| Error::internal("journal", error))?;
    let entry = Entry {
        after: Some(after),
        ..entry(app, capability, &source.slug, Deed::Updated, reason)
    };
    app.store().put_source(capability, source, &entry).await?;
    if trust != source.trust.get() {
        merging::reweigh(app, author(capability.actor()), &source.slug, reason).await?;
    }
    Ok(())
}

/// Forgets a source. Its places and its runs stay.
pub async fn remove(
    app: &App,
    capability: &Capability<ManageSources>,
    slug: &Slug,
    reason: &str,
) -> Result<(), Error> {
    let entry = entry(app, capability, slug, Deed::Removed, reason);
    if app.store().remove_source(capability, slug, &entry).await? {
        Ok(())
    } else {
        Err(Error::NotFound(format!("source {slug}")))
    }
}

fn entry(
    app: &App,
    capability: &Capability<ManageSources>,
    slug: &Slug,
    deed: Deed,
    reason: &str,
) -> Entry {
    Entry {
        at: app.now(),
        author: author(capability.actor()),
        behalf: None,
        subject: None,
        object: format!("source-{slug}"),
        deed,
        reason: reason.to_owned(),
        request: format!("source-{}", app.now().timestamp_millis()),
        before: None,
        after: None,
    }
}
