//! What is right in an installation, what is wrong, and which words say how to mend it.

mod files;
mod governance;
mod people;

use portulan_policy::{Capability, actions::Diagnose};
use serde::Serialize;

use crate::{App, Error};

pub use people::replayed;

/// How a check ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Health {
    /// As it should be.
    Good,
    /// Works, but somebody should look.
    Doubtful,
    /// Must be mended.
    Wrong,
}

/// One check. Its words are the messages `doctor-<check>-<health>` of `i18n`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// Which check.
    pub check: &'static str,
    /// How it ended.
    pub health: Health,
    /// The figure or name it found.
    pub value: String,
}

/// Share of places without a commune or a position above which somebody should look, in percent.
const LOST_PLACES_PERCENT: usize = 5;

/// Examines an installation.
pub async fn examine(app: &App, capability: &Capability<Diagnose>) -> Result<Vec<Finding>, Error> {
    let health = app.store().health().await?;
    let seals = app.store().verify(capability, None).await?;
    let directory = app.directory();
    let places = directory.snapshot.places();
    let without_commune = places
        .iter()
        .filter(|place| place.record.address.insee.is_none())
        .count();
    let without_position = places
        .iter()
        .filter(|place| place.record.position.is_none())
        .count();
    let unread_hours = places
        .iter()
        .filter(|place| place.record.hours_text.is_some())
        .count();
    let few = |count: usize| count * 100 <= places.len() * LOST_PLACES_PERCENT;
    let mut findings = vec![
        finding(
            "database",
            good(health.integrity, Health::Wrong),
            &format!("{} {}", health.engine, health.version),
        ),
        finding("schema", Health::Good, &health.schema),
        finding(
            "journal",
            good(health.journal_append_only, Health::Wrong),
            &health.journal,
        ),
        finding("seals", good(seals.is_whole(), Health::Wrong), &seals.lines),
        key(app),
        finding(
            "territories",
            good(directory.reference.len() > 30_000, Health::Wrong),
            &directory.reference.len(),
        ),
        finding(
            "places",
            good(!places.is_empty(), Health::Doubtful),
            &places.len(),
        ),
        finding(
            "communes",
            good(few(without_commune), Health::Doubtful),
            &without_commune,
        ),
        finding(
            "positions",
            good(few(without_position), Health::Doubtful),
            &without_position,
        ),
        finding(
            "hours",
            good(few(unread_hours), Health::Doubtful),
            &unread_hours,
        ),
    ];
    findings.extend(people::findings(app, capability).await?);
    findings.extend(governance::findings(app).await?);
    findings.extend(files::findings(app).await?);
    Ok(findings)
}

const fn good(right: bool, otherwise: Health) -> Health {
    if right { Health::Good } else { otherwise }
}

fn key(app: &App) -> Finding {
    let (check, health) = match app.found_key() {
        None => ("secret-missing", Health::Doubtful),
        Some(found) if found.too_open => ("secret-open", Health::Wrong),
        Some(_) => ("secret", Health::Good),
    };
    finding(check, health, &"")
}

fn finding(check: &'static str, health: Health, value: &impl ToString) -> Finding {
    Finding {
        check,
        health,
        value: value.to_string(),
    }
}
