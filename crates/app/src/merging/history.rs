//! What each field of a place was, read from the journal.

use chrono::{DateTime, Utc};
use portulan_model::journal::Author;
use portulan_model::{Place, PlaceField, Slug};
use portulan_policy::{Capability, actions::ReadJournal};

use crate::{App, Error, rights};

/// Lines of the journal read for one place.
const LINES: u32 = 1_000;

/// One field that changed, once.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldHistory {
    /// Which field.
    pub field: PlaceField,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: Author,
    /// Why.
    pub reason: String,
    /// The place before; nothing when it came to be.
    pub before: Option<Place>,
    /// The place after.
    pub after: Place,
}

/// Every change of every field of a place, the latest first. Empty fields of a new place are left out.
pub async fn history(
    app: &App,
    capability: &Capability<ReadJournal>,
    slug: &Slug,
) -> Result<Vec<FieldHistory>, Error> {
    rights::covers_place(&app.directory(), capability, slug.as_str())?;
    let entries = app
        .store()
        .journal(capability, &format!("lieu-{slug}"), LINES)
        .await?;
    let mut lines = Vec::new();
    for entry in entries {
        let read =
            |text: Option<&str>| text.and_then(|text| serde_json::from_str::<Place>(text).ok());
        let before = read(entry.before.as_deref());
        let Some(after) = read(entry.after.as_deref()) else {
            continue;
        };
        for field in PlaceField::ALL {
            let same = before.as_ref().map_or_else(
                || field.is_absent(&after.record),
                |before| field.same(&before.record, &after.record),
            );
            if !same {
                lines.push(FieldHistory {
                    field,
                    at: entry.at,
                    by: entry.author.clone(),
                    reason: entry.reason.clone(),
                    before: before.clone(),
                    after: after.clone(),
                });
            }
        }
    }
    Ok(lines)
}
