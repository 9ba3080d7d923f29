//! Who is behind the functions of the referents of a body: known to those who may read who holds a post there, forgotten
//! once the mandate is over. Everybody else reads the function.
//!
//! A name is added or taken away alone: two who do it at the same time lose nothing.

use chrono::NaiveDate;
use portulan_model::governance::{Body, BodyFile, NamedReferent, Referent};
use portulan_model::journal::Entry;
use portulan_model::{Private, Slug};
use portulan_policy::Capability;
use portulan_policy::actions::{ManageBodies, ReadHolder};
use portulan_store::Write;

use super::follow_up::told;
use super::{BodyError, entry, founds, known, missing};
use crate::{App, Error};

/// The names behind the functions of a body, for those who may know.
pub async fn names(
    app: &App,
    may: &Capability<ReadHolder>,
    body: &Slug,
) -> Result<Vec<NamedReferent>, Error> {
    founds(may, &known(&app.directory(), body)?.seat)?;
    let file = app.store().kept_one::<BodyFile>(body).await?;
    let people = file.map(|file| file.people).unwrap_or_default();
    Ok(people.iter().map(|one| one.open(may).clone()).collect())
}

/// Says who is behind a function. The same one twice is there once.
pub async fn name(
    app: &App,
    rights: (&Capability<ManageBodies>, &Capability<ReadHolder>),
    body: &Slug,
    named: NamedReferent,
) -> Result<(), BodyError> {
    let (mut write, known, kept) = opened(app, rights, body).await?;
    if !known.referents.iter().any(|one| named.is_behind(one)) {
        return Err(BodyError::Moved);
    }
    let there = kept.is_some();
    let mut file = kept.unwrap_or_else(|| BodyFile::empty(body.clone()));
    if file.people.iter().any(|one| *one.open(rights.1) == named) {
        return Ok(());
    }
    let line = entry(app, rights.0.actor(), told(body, "name of a referent"));
    file.people.push(Private::new(named));
    if there {
        write.change_kept(&file, &line).await?;
    } else if !write.add_kept(&file, &line).await? {
        return Err(BodyError::Moved);
    }
    write.commit().await?;
    app.refresh().await?;
    Ok(())
}

/// Takes a name away, by its rank and by what it said when it was read.
pub async fn unname(
    app: &App,
    rights: (&Capability<ManageBodies>, &Capability<ReadHolder>),
    body: &Slug,
    (rank, said): (usize, &str),
) -> Result<(), BodyError> {
    let (mut write, _known, kept) = opened(app, rights, body).await?;
    let mut file = kept.ok_or(BodyError::Moved)?;
    let named = file.people.get(rank);
    let found = named.filter(|one| one.open(rights.1).name.as_str() == said);
    found.ok_or(BodyError::Moved)?;
    file.people.remove(rank);
    let line = entry(
        app,
        rights.0.actor(),
        told(body, "name of a referent taken away"),
    );
    write.change_kept(&file, &line).await?;
    write.commit().await?;
    app.refresh().await?;
    Ok(())
}

async fn opened(
    app: &App,
    (manage, read): (&Capability<ManageBodies>, &Capability<ReadHolder>),
    slug: &Slug,
) -> Result<(Write, Body, Option<BodyFile>), BodyError> {
    let mut write = app.store().begin_governance(manage).await?;
    let body = write.kept_one::<Body>(slug).await?;
    let body = body.ok_or_else(|| missing(slug))?;
    founds(manage, &body.seat)?;
    founds(read, &body.seat)?;
    let file = write.kept_one::<BodyFile>(slug).await?;
    Ok((write, body, file))
}

/// Whoever was behind a function is so until a day at the latest, as the function is.
pub(super) async fn end_names(
    write: &mut Write,
    referent: &Referent,
    (body, last): (&Slug, NaiveDate),
    line: &Entry,
) -> Result<(), Error> {
    let Some(mut file) = write.kept_one::<BodyFile>(body).await? else {
        return Ok(());
    };
    let end = |one: NamedReferent| {
        if one.is_behind(referent) {
            one.ended(last)
        } else {
            one
        }
    };
    let before = file.clone();
    file.people = file.people.into_iter().map(|one| one.map(end)).collect();
    if file != before {
        write.change_kept(&file, line).await?;
    }
    Ok(())
}
