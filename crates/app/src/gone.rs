//! Places that no source gives any more: those that wait to be looked at, and what people say of them.
//!
//! What a person says is kept with what is known of the place, line by line in the journal, and can be taken back. It
//! weighs only while no source gives the place.

use std::cmp::Reverse;
use std::collections::HashSet;

use portulan_model::journal::{Author, Deed, Entry};
use portulan_model::{Place, PlaceId, TerritoryKey, Vouch};
use portulan_policy::{Capability, Node, actions::ReviewLinks};
use portulan_store::Write;

use crate::import::author;
use crate::review::PAIRS_A_PAGE;
use crate::{App, Error, Gone, merging, review, rights};

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
    capability: &Capability<ReviewLinks>,
    territory: &TerritoryKey,
    page: usize,
) -> Result<Silent, Error> {
    let directory = app.directory();
    rights::covers(capability, &rights::territory(&directory, territory))?;
    let communes: HashSet<_> = directory
        .reference
        .communes_of(territory)
        .into_iter()
        .collect();
    let whole = *capability.node() == Node::Installation;
    let everywhere = *territory == TerritoryKey::france();
    let inside = |gone: &&Gone| {
        let commune = gone.place.record.address.insee;
        let asked = everywhere || commune.is_some_and(|code| communes.contains(&code));
        asked && (whole || rights::place(&directory, &gone.place).is_under(capability.node()))
    };
    let mut all: Vec<&Gone> = directory.all_gone().filter(inside).collect();
    all.sort_by_key(|gone| {
        let doubt = (!gone.to_verify, !gone.shown);
        (doubt, Reverse(gone.since), gone.place.id)
    });
    let skip = page.saturating_mul(PAIRS_A_PAGE);
    Ok(Silent {
        total: all.len(),
        to_verify: all.iter().filter(|gone| gone.to_verify).count(),
        places: all
            .into_iter()
            .skip(skip)
            .take(PAIRS_A_PAGE)
            .cloned()
            .collect(),
    })
}

/// Says that a place is still there, or is not; `None` takes back what was said. It is said of the place as it is now:
/// of the one that stands for it, and whatever was said of the others of its group is taken back. A place that is shown
/// again is compared with the others.
pub async fn say(
    app: &App,
    capability: &Capability<ReviewLinks>,
    place: PlaceId,
    open: Option<bool>,
    reason: &str,
) -> Result<(), Error> {
    let mut write = app.store().begin_review(capability).await?;
    rights::covers_place(&app.directory(), capability, &place.to_string())?;
    let standing = write.stands_for(place).await?;
    let id = standing.map_or(place, |standing| standing.survivor);
    let was_shown = app.directory().snapshot.by_id(&id).is_some();
    let members = match write.merge_of(id).await? {
        Some(merge) => write.members(merge).await?,
        None => Vec::new(),
    };
    let by = author(capability.actor());
    for (member, _) in members.into_iter().filter(|(member, _)| *member != id) {
        if write.own(member).await?.provenance.vouch.is_some() {
            put_vouch(app, &mut write, &by, member, None, reason).await?;
        }
    }
    let at = app.now();
    let vouch = open.map(|open| Vouch {
        open,
        at,
        decided: false,
    });
    put_vouch(app, &mut write, &by, id, vouch, reason).await?;
    write.commit().await?;
    app.refresh().await?;
    if !was_shown && app.directory().snapshot.by_id(&id).is_some() {
        review::relink(app, &[id]).await?;
    }
    Ok(())
}

/// Keeps a word with what is known of a place alone.
pub(crate) async fn put_vouch(
    app: &App,
    write: &mut Write,
    by: &Author,
    id: PlaceId,
    vouch: Option<Vouch>,
    reason: &str,
) -> Result<(), Error> {
    let found = write.place(id).await?;
    let found = found.ok_or_else(|| Error::NotFound(format!("place {id}")))?;
    let before = Place {
        record: write.own(id).await?,
        ..found
    };
    let mut after = before.clone();
    after.record.provenance.vouch = vouch;
    let json = |place: &Place| serde_json::to_string(place).ok();
    let entry = Entry {
        at: app.now(),
        author: by.clone(),
        behalf: None,
        subject: None,
        object: format!("lieu-{}", after.slug),
        deed: Deed::Updated,
        reason: reason.to_owned(),
        request: format!("verification-{}", app.now().timestamp_millis()),
        before: json(&before),
        after: json(&after),
    };
    merging::set_own(app, write, &entry, id, &after.record).await
}
