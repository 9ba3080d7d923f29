//! A call is written by the body that follows it: made, changed part by part, published, archived.

use portulan_model::Slug;
use portulan_model::journal::Deed;
use portulan_model::means::calls::{
    Amendment, Answered, Call, CallError, CallFile, Owner, Terms, TermsField, paris_day,
};
use portulan_model::means::forms::Form;
use portulan_model::proposals::Prose;
use portulan_policy::Capability;
use portulan_policy::actions::ManageCalls;

use super::{MeansError, Told, entry, json, opened};
use crate::editing::conflicts::{Weighed, weigh};
use crate::editing::{Change, Outcome};
use crate::roadmaps::body_of;
use crate::{App, Error};

/// Addresses that are tried for one call before it is refused.
const TRIES: u32 = 50;
/// The address of the form of a new one, which no call bears.
const NEW: &str = "nouveau";

/// Makes a call, for the body alone until it is published; its address comes from its title. A form that is sent twice
/// makes one.
pub async fn create(
    app: &App,
    may: &Capability<ManageCalls>,
    terms: Terms,
) -> Result<Slug, MeansError> {
    let body = body_of(may)?;
    known_owner(app, &terms)?;
    let base = portulan_text::slug(&terms.title).filter(|slug| slug != NEW);
    let base = base.unwrap_or_else(|| "appel".to_owned());
    let mut write = app.store().begin_governance(may).await?;
    for number in 1..=TRIES {
        let text = match number {
            1 => base.clone(),
            _ => format!("{base}-{number}"),
        };
        let slug: Slug = text
            .parse()
            .map_err(|_long| Error::Conflict(text.clone()))?;
        let call = Call::draft(slug.clone(), body.clone(), terms.clone());
        if let Some(there) = write.kept_one::<Call>(&slug).await? {
            // The same one, still a draft: the form was sent twice.
            if there == call {
                return Ok(slug);
            }
            continue;
        }
        let told = Told {
            call: &call,
            deed: Deed::Created,
            what: "created",
            before: None,
            after: json(&call),
        };
        let line = entry(app, may.actor(), told);
        if write.add_kept(&call, &line).await? {
            write
                .put_kept(&CallFile::empty(slug.clone()), &line)
                .await?;
            write.commit().await?;
            app.refresh().await?;
            return Ok(slug);
        }
    }
    Err(Error::Conflict(base).into())
}

/// Changes what a call says, part by part: what two people changed at once is theirs to decide. Once one may answer, the
/// change is told with it.
pub async fn write(
    app: &App,
    may: &Capability<ManageCalls>,
    slug: &Slug,
    (change, amendment): (&Change<Terms>, Option<Amendment>),
) -> Result<Outcome<Terms>, MeansError> {
    known_owner(app, &change.mine)?;
    let (write, before) = opened(app, may, slug).await?;
    let theirs = &before.call.terms;
    let weighed = weigh(TermsField::ALL, &change.before, theirs, &change.mine);
    let (terms, changed) = match weighed {
        Weighed::Clash(fields) => {
            let theirs = Box::new(theirs.clone());
            return Ok(Outcome::Clash { fields, theirs });
        }
        Weighed::Clear { changed, .. } if changed.is_empty() => return Ok(Outcome::Same),
        Weighed::Clear { record, changed } => (*record, changed),
    };
    if before.call.is_public() && terms.held.is_here() != before.call.terms.held.is_here() {
        return Err(CallError::NotNow(before.call.phase(app.now())).into());
    }
    let after = before.call.clone().write(terms, amendment, app.now())?;
    closed(app, may, write, (&before.call, &after), "changed").await?;
    Ok(Outcome::Saved(changed))
}

/// Everybody may read it from now on. Done twice, it is done once.
pub async fn publish(
    app: &App,
    may: &Capability<ManageCalls>,
    slug: &Slug,
) -> Result<(), MeansError> {
    let (mut write, before) = opened(app, may, slug).await?;
    if before.call.is_public() {
        return Ok(());
    }
    if before.call.terms.held.is_here() {
        let form = write.kept_one::<Form>(slug).await?;
        form.filter(|form| form.latest().is_some())
            .ok_or(MeansError::NoForm)?;
    }
    let now = app.now();
    let after = before.call.clone().publish(paris_day(now), now)?;
    closed(app, may, write, (&before.call, &after), "published").await
}

/// Answers what somebody asked, for everybody. Sent twice, it is answered once.
pub async fn answer(
    app: &App,
    may: &Capability<ManageCalls>,
    slug: &Slug,
    (question, answer): (Prose, Prose),
) -> Result<(), MeansError> {
    let (write, before) = opened(app, may, slug).await?;
    let now = app.now();
    let told = Answered {
        on: paris_day(now),
        question,
        answer,
    };
    let after = before.call.clone().answer(told, now)?;
    if after == before.call {
        return Ok(());
    }
    closed(app, may, write, (&before.call, &after), "question answered").await
}

/// It is followed no more; everybody may still read it. Done twice, it is done once.
pub async fn archive(
    app: &App,
    may: &Capability<ManageCalls>,
    slug: &Slug,
) -> Result<(), MeansError> {
    let (write, before) = opened(app, may, slug).await?;
    let now = app.now();
    match before.call.clone().archive(paris_day(now), now) {
        Ok(after) => closed(app, may, write, (&before.call, &after), "archived").await,
        Err(CallError::NotNow(portulan_model::means::calls::Phase::Archived)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

async fn closed(
    app: &App,
    may: &Capability<ManageCalls>,
    mut write: portulan_store::Write,
    (before, after): (&Call, &Call),
    what: &str,
) -> Result<(), MeansError> {
    let told = Told {
        call: after,
        deed: Deed::Updated,
        what,
        before: json(before),
        after: json(after),
    };
    let line = entry(app, may.actor(), told);
    write.change_kept(after, &line).await?;
    write.commit().await?;
    app.refresh().await?;
    Ok(())
}

/// Refuses a body that nobody knows.
fn known_owner(app: &App, terms: &Terms) -> Result<(), MeansError> {
    match &terms.owner {
        Owner::Body(slug) => {
            crate::bodies::known(&app.directory(), slug)?;
            Ok(())
        }
        Owner::Outside(_) => Ok(()),
    }
}
