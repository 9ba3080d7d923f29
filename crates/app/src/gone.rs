//! Places that no source gives any more: those that wait to be looked at, and what people say of them.
//!
//! What a person says is kept with what is known of the place, line by line in the journal, and can be taken back. It
//! weighs only while no source gives the place.

use std::cmp::Reverse;
use std::collections::HashSet;

use portulan_model::journal::{Deed, Entry};
use portulan_model::{Place, PlaceId, TerritoryKey, Vouch};
use portulan_policy::{Capability, actions::ReviewLinks};

use crate::import::author;
use crate::review::PAIRS_A_PAGE;
use crate::{App, Error, Gone, merging};

/// One page of the places that no source gives any more.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Silent {
    /// Those of this territory.
    pub total: usize,
    /// Those of which nobody has said yet whether they are still there.
    pub to_verify: usize,
    /// Those of this page: to verify first, those still shown before the others, the latest first.
    pub places: Vec<Gone>,
}

/// The places of a territory that no source gives any more, [`PAIRS_A_PAGE`] a page, from page 0.
pub fn list(
    app: &App,
    _capability: &Capability<ReviewLinks>,
    territory: &TerritoryKey,
    page: usize,
) -> Silent {
    let directory = app.directory();
    let communes: HashSet<_> = directory
        .reference
        .communes_of(territory)
        .into_iter()
        .collect();
    let everywhere = *territory == TerritoryKey::france();
    let inside = |gone: &&Gone| {
        let commune = gone.place.record.address.insee;
        everywhere || commune.is_some_and(|code| communes.contains(&code))
    };
    let mut all: Vec<&Gone> = directory.all_gone().filter(inside).collect();
    all.sort_by_key(|gone| {
        let doubt = (!gone.to_verify, !gone.shown);
        (doubt, Reverse(gone.since), gone.place.id)
    });
    let skip = page.saturating_mul(PAIRS_A_PAGE);
    Silent {
        total: all.len(),
        to_verify: all.iter().filter(|gone| gone.to_verify).count(),
        places: all
            .into_iter()
            .skip(skip)
            .take(PAIRS_A_PAGE)
            .cloned()
            .collect(),
    }
}

/// Says that a place is still there, or is not; nothing takes back what was said.
pub async fn say(
    app: &App,
    capability: &Capability<ReviewLinks>,
    place: PlaceId,
    open: Option<bool>,
    reason: &str,
) -> Result<(), Error> {
    let id = app.directory().survivor(&place);
    let mut write = app.store().begin_review(capability).await?;
    let found = write.place(id).await?;
    let found = found.ok_or_else(|| Error::NotFound(format!("place {place}")))?;
    let before = Place {
        record: write.own(id).await?,
        ..found
    };
    let mut after = before.clone();
    let on = app.now().date_naive();
    after.record.provenance.vouch = open.map(|open| Vouch { open, on });
    let json = |place: &Place| serde_json::to_string(place).ok();
    let entry = Entry {
        at: app.now(),
        author: author(capability.actor()),
        object: format!("lieu-{}", after.slug),
        deed: Deed::Updated,
        reason: reason.to_owned(),
        request: format!("verification-{}", app.now().timestamp_millis()),
        before: json(&before),
        after: json(&after),
    };
    merging::set_own(app, &mut write, &entry, id, &after.record).await?;
    write.commit().await?;
    app.refresh().await
}
