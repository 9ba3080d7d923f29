//! What each field of a place was, read from the journal.

use chrono::{DateTime, Utc};
use portulan_model::journal::{Author, Line};
use portulan_model::{Place, PlaceField, Slug};
use portulan_policy::{Capability, actions::ReadJournal};

use crate::{App, Error, journal};

/// One field that changed, once.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldHistory {
    /// Which field.
    pub field: PlaceField,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: Author,
    /// On whose behalf.
    pub behalf: Option<String>,
    /// Why.
    pub reason: String,
    /// The place before; nothing when it came to be.
    pub before: Option<Place>,
    /// The place after.
    pub after: Place,
}

/// The changes that one page of the journal tells of a place.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    /// Each field that changed, the latest first. Empty fields of a new place are left out.
    pub fields: Vec<FieldHistory>,
    /// Lines that held data of a person, which cannot be read any more or not by this reader.
    pub untold: Vec<Line>,
    /// Number of the line before which the next page begins.
    pub next: Option<i64>,
}

/// Every change of every field of a place in one page of the journal: the latest, or those before a line.
pub async fn history(
    app: &App,
    capability: &Capability<ReadJournal>,
    slug: &Slug,
    before: Option<i64>,
) -> Result<History, Error> {
    let page = journal::of_object(app, capability, &format!("lieu-{slug}"), before).await?;
    let mut history = History {
        next: page.next,
        ..History::default()
    };
    for line in page.lines {
        match line.told() {
            None => history.untold.push(line),
            Some(told) => {
                let read = |text: Option<&str>| {
                    text.and_then(|text| serde_json::from_str::<Place>(text).ok())
                };
                let before = read(told.before.as_deref());
                if let Some(after) = read(told.after.as_deref()) {
                    fields(&line, &told.reason, before.as_ref(), &after, &mut history);
                }
            }
        }
    }
    Ok(history)
}

fn fields(line: &Line, reason: &str, before: Option<&Place>, after: &Place, history: &mut History) {
    let changed = PlaceField::ALL.into_iter().filter(|field| {
        !before.map_or_else(
            || field.is_absent(&after.record),
            |before| field.same(&before.record, &after.record),
        )
    });
    history.fields.extend(changed.map(|field| FieldHistory {
        field,
        at: line.at,
        by: line.author.clone(),
        behalf: line.behalf.clone(),
        reason: reason.to_owned(),
        before: before.cloned(),
        after: after.clone(),
    }));
}
