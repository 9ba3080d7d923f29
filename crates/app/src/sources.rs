//! Sources: the lists that are harvested, and how.

use portulan_model::Slug;
use portulan_model::harvest::{KnownSource, Source};
use portulan_model::journal::{Deed, Entry};
use portulan_policy::actions::{ManageSources, ReadHarvest};
use portulan_policy::{Actor, Capability, Node, Target, allow};

use crate::import::author;
use crate::{App, Error, merging, rights};

/// All sources, by their slug.
pub async fn list(
    app: &App,
    capability: &Capability<ReadHarvest>,
) -> Result<Vec<KnownSource>, Error> {
    Ok(app.store().sources(capability).await?)
}

/// One source.
pub async fn get(
    app: &App,
    capability: &Capability<ReadHarvest>,
    slug: &Slug,
) -> Result<KnownSource, Error> {
    let found = app.store().source(capability, slug).await?;
    found.ok_or_else(|| Error::NotFound(format!("source {slug}")))
}

/// A source among the nodes of the policy; `None` when there is no such source.
pub async fn target(app: &App, slug: &Slug) -> Result<Option<Target>, Error> {
    let read = allow::<ReadHarvest>(&Actor::Job("rights"), &Node::Installation)?;
    let known = app.store().source(&read, slug).await?;
    Ok(known.map(|known| rights::source(&app.directory(), &known.source)))
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
