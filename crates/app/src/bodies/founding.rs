//! What a level answers for in a body that it founded: its documents, its referents, its last day.
//!
//! A line is named by its rank and by what it said when it was read: where somebody changed the list meanwhile, nothing is
//! taken away in its stead.

use chrono::NaiveDate;
use portulan_model::Slug;
use portulan_model::governance::{Body, FoundingDocument, Referent};
use portulan_model::journal::Deed;
use portulan_policy::Capability;
use portulan_policy::actions::ManageBodies;
use portulan_store::{AttachedTo, Write};

use super::create::known_organisation;
use super::files::{self, Upload};
use super::follow_up::told;
use super::referents::end_names;
use super::{BodyError, Told, entry, founds, json, missing};
use crate::{App, Error, files as contents};

/// A body as it is kept now, for the level that founded it.
pub async fn read(
    app: &App,
    capability: &Capability<ManageBodies>,
    slug: &Slug,
) -> Result<Body, Error> {
    let body = app.store().kept_one::<Body>(slug).await?;
    let body = body.ok_or_else(|| missing(slug))?;
    founds(capability, &body.seat)?;
    Ok(body)
}

/// Adds a founding document, with its file where there is one. The same one twice is there once.
pub async fn add_document(
    app: &App,
    capability: &Capability<ManageBodies>,
    slug: &Slug,
    (mut document, upload): (FoundingDocument, Option<Upload>),
) -> Result<(), BodyError> {
    let stored = match &upload {
        Some(upload) => Some(contents::taken(app, upload).await??),
        None => None,
    };
    let (mut write, body) = opened(app, capability, slug).await?;
    let same = |one: &FoundingDocument| {
        let named = (one.kind, &one.title, one.on, &one.reference);
        named
            == (
                document.kind,
                &document.title,
                document.on,
                &document.reference,
            )
    };
    if body.founding.iter().any(same) {
        return Ok(());
    }
    if let (Some(upload), Some((attachment, stored))) = (upload, stored) {
        let line = entry(app, capability.actor(), files::told(slug, &attachment));
        let owner = AttachedTo::Body(slug.clone());
        write
            .add_attachment(&owner, &attachment, stored.content(&upload.bytes), &line)
            .await?;
        document.file = Some(attachment);
    }
    let mut after = body.clone();
    let reason = format!("founding document: {}", document.title);
    after.founding.push(document);
    closed(app, capability, write, (&body, &after), reason).await
}

/// Takes a founding document away, its file too.
pub async fn remove_document(
    app: &App,
    capability: &Capability<ManageBodies>,
    slug: &Slug,
    (rank, title): (usize, &str),
) -> Result<(), BodyError> {
    let (mut write, body) = opened(app, capability, slug).await?;
    let named = body.founding.get(rank);
    let document = named
        .filter(|one| one.title == title)
        .ok_or(BodyError::Moved)?;
    if let Some(file) = &document.file {
        let told = Told {
            deed: Deed::Removed,
            ..files::told(slug, file)
        };
        let line = entry(app, capability.actor(), told);
        write.remove_attachment(file.id, &line).await?;
    }
    let mut after = body.clone();
    after.founding.remove(rank);
    let reason = format!("founding document taken away: {title}");
    closed(app, capability, write, (&body, &after), reason).await
}

/// Names a referent, by function. The same one twice is there once.
pub async fn add_referent(
    app: &App,
    capability: &Capability<ManageBodies>,
    slug: &Slug,
    referent: Referent,
) -> Result<(), BodyError> {
    known_organisation(app, &referent.organisation)?;
    let (write, body) = opened(app, capability, slug).await?;
    if body.referents.contains(&referent) {
        return Ok(());
    }
    let mut after = body.clone();
    let reason = format!("referent: {}", referent.function);
    after.referents.push(referent);
    closed(app, capability, write, (&body, &after), reason).await
}

/// A referent is one no more after a day.
pub async fn end_referent(
    app: &App,
    capability: &Capability<ManageBodies>,
    slug: &Slug,
    ((rank, function), last): ((usize, &str), NaiveDate),
) -> Result<(), BodyError> {
    let (mut write, body) = opened(app, capability, slug).await?;
    let mut after = body.clone();
    let named = after.referents.get_mut(rank);
    let referent = named
        .filter(|one| one.function == function)
        .ok_or(BodyError::Moved)?;
    let ended = referent.period.ended(last);
    referent.period = ended.ok_or(BodyError::Backwards)?;
    if after == body {
        return Ok(());
    }
    if let Some(referent) = body.referents.get(rank) {
        let line = entry(app, capability.actor(), told(slug, "name of a referent"));
        end_names(&mut write, referent, (slug, last), &line).await?;
    }
    let reason = format!("referent until {last}: {function}");
    closed(app, capability, write, (&body, &after), reason).await
}

/// A body exists no more after a day. Its page and its journal stay.
pub async fn end(
    app: &App,
    capability: &Capability<ManageBodies>,
    slug: &Slug,
    last: NaiveDate,
) -> Result<(), BodyError> {
    let (write, body) = opened(app, capability, slug).await?;
    let mut after = body.clone();
    after.period = body.period.ended(last).ok_or(BodyError::Backwards)?;
    if after == body {
        return Ok(());
    }
    let reason = format!("until {last}");
    closed(app, capability, write, (&body, &after), reason).await
}

async fn opened(
    app: &App,
    capability: &Capability<ManageBodies>,
    slug: &Slug,
) -> Result<(Write, Body), BodyError> {
    let mut write = app.store().begin_governance(capability).await?;
    let body = write.kept_one::<Body>(slug).await?;
    let body = body.ok_or_else(|| missing(slug))?;
    founds(capability, &body.seat)?;
    Ok((write, body))
}

async fn closed(
    app: &App,
    capability: &Capability<ManageBodies>,
    mut write: Write,
    (before, after): (&Body, &Body),
    reason: String,
) -> Result<(), BodyError> {
    let told = Told {
        body: &before.slug,
        deed: Deed::Updated,
        reason,
        before: json(before),
        after: json(after),
    };
    let line = entry(app, capability.actor(), told);
    write.change_kept(after, &line).await?;
    write.commit().await?;
    app.refresh().await?;
    Ok(())
}
