//! Places that no source gives any more. They are not shown as if they were open, unless a person vouches for them or
//! had a hand in what is known of them: then they are shown, and wait to be looked at.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use portulan_model::{Place, PlaceId, Slug};

use super::groups::Groups;

/// A place that no source gives any more.
#[derive(Debug, Clone, PartialEq)]
pub struct Gone {
    /// As it was known last.
    pub place: Arc<Place>,
    /// Since when the last of its sources gives it no more, or since it was found closed.
    pub since: DateTime<Utc>,
    /// The sources that gave it.
    pub sources: Vec<Slug>,
    /// Whether it is still shown, for people's sake.
    pub shown: bool,
    /// Whether nobody has said since then that it is still there, or not.
    pub to_verify: bool,
    /// Whether it was examined and found closed for good, whatever its sources give.
    pub closed: bool,
}

/// The places of which every source has fallen silent, by their slug. `silent` says since when, source by source.
pub(super) fn find(
    groups: &Groups,
    silent: &HashMap<PlaceId, DateTime<Utc>>,
) -> HashMap<Slug, Gone> {
    groups
        .heads
        .iter()
        .filter_map(|place| Some((place.slug.clone(), one(groups, silent, place)?)))
        .collect()
}

fn one(
    groups: &Groups,
    silent: &HashMap<PlaceId, DateTime<Utc>>,
    place: &Arc<Place>,
) -> Option<Gone> {
    let members = || std::iter::once(&**place).chain(groups.behind(place.id));
    let closed = place.record.provenance.vouch;
    if let Some(vouch) = closed.filter(|vouch| vouch.decided && !vouch.open) {
        let sources: BTreeSet<&Slug> = members()
            .map(|member| &member.record.external.source)
            .collect();
        return Some(Gone {
            since: vouch.at,
            shown: false,
            to_verify: false,
            closed: true,
            sources: sources.into_iter().cloned().collect(),
            place: Arc::clone(place),
        });
    }
    let since = members().map(|member| silent.get(&member.id).copied());
    let since = since.collect::<Option<Vec<_>>>()?.into_iter().max()?;
    let sources: BTreeSet<&Slug> = members()
        .map(|member| &member.record.external.source)
        .collect();
    let of_people = members()
        .flat_map(|member| member.record.provenance.origins())
        .any(|origin| origin.confirmed_by_place || !sources.contains(&origin.source));
    let vouch = place.record.provenance.vouch;
    Some(Gone {
        since,
        shown: vouch.map_or(of_people, |vouch| vouch.open),
        to_verify: vouch.is_none_or(|vouch| vouch.at < since),
        closed: false,
        sources: sources.into_iter().cloned().collect(),
        place: Arc::clone(place),
    })
}
