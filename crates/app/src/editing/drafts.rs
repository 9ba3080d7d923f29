//! What somebody began to type and has not sent: kept for them alone, and not for long.

use chrono::{DateTime, TimeDelta, Utc};
use portulan_model::Slug;
use portulan_policy::{Actor, Capability, actions::EditPlace};
use portulan_store::DraftKey;

use crate::{App, Error};

/// How long a draft is kept.
pub const LASTS: TimeDelta = TimeDelta::days(30);
/// Longest draft, in bytes: the longest form, filled to its limits.
pub const LONGEST: usize = 64 * 1024;

/// A form as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Names and values, as the form sends them.
    pub answers: Vec<(String, String)>,
    /// When it was kept.
    pub at: DateTime<Utc>,
}

/// Keeps a draft in the place of the one before; what is too long is not kept.
pub async fn keep(
    app: &App,
    capability: &Capability<EditPlace>,
    place: &Slug,
    section: &str,
    answers: &[(String, String)],
) -> Result<(), Error> {
    let content =
        serde_json::to_string(answers).map_err(|error| Error::internal("draft", error))?;
    if content.len() > LONGEST {
        return Err(Error::Conflict("the draft is too long".to_owned()));
    }
    let key = key(capability.actor(), place, section);
    let store = app.store();
    Ok(store
        .put_draft(capability, &key, &content, app.now(), oldest(app))
        .await?)
}

/// The draft of whoever asks, where there is one.
pub async fn find(
    app: &App,
    capability: &Capability<EditPlace>,
    place: &Slug,
    section: &str,
) -> Result<Option<Draft>, Error> {
    let key = key(capability.actor(), place, section);
    let found = app.store().draft(capability, &key, oldest(app)).await?;
    Ok(found.and_then(|(content, at)| {
        let answers = serde_json::from_str(&content).ok()?;
        Some(Draft { answers, at })
    }))
}

/// Forgets it.
pub async fn forget(
    app: &App,
    capability: &Capability<EditPlace>,
    place: &Slug,
    section: &str,
) -> Result<(), Error> {
    let key = key(capability.actor(), place, section);
    Ok(app.store().forget_draft(capability, &key).await?)
}

fn key(actor: &Actor, place: &Slug, section: &str) -> DraftKey {
    let owner = match actor {
        Actor::Person(person) => person.id().to_string(),
        Actor::Operator | Actor::Visitor => "operator".to_owned(),
        Actor::Job(name) => format!("job-{name}"),
    };
    DraftKey {
        owner,
        object: format!("lieu-{place}"),
        section: section.to_owned(),
    }
}

fn oldest(app: &App) -> DateTime<Utc> {
    let now = app.now();
    now.checked_sub_signed(LASTS).unwrap_or(now)
}
