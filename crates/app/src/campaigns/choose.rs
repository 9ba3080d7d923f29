//! Which places a campaign asks about, and who can be asked: the same choice is made for the preview and inside the write
//! that sends.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::{DateTime, Months, NaiveDate, TimeDelta, Utc};
use chrono_tz::Europe::Paris;
use portulan_freshness::Outlook;
use portulan_model::campaigns::{Choice, Doubt, Recipient, Within};
use portulan_model::{Place, PlaceRecord, Standing, TerritoryKey};
use portulan_policy::{Capability, Node, actions::RunCampaign};
use portulan_store::Reachable;

use super::groups::{Group, Reach, group};
use super::{ASKED_AGAIN_AFTER_DAYS, node, target};
use crate::mail::{List, recipient};
use crate::{App, Directory, Error, rights};

/// What a choice comes to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Chosen {
    /// Those who are asked, or cannot be, by name.
    pub groups: Vec<Group>,
    /// Places that were asked about lately, or that another campaign asks about: left out.
    pub lately: usize,
}

impl Chosen {
    /// Places about which somebody is asked.
    #[must_use]
    pub fn places(&self) -> usize {
        self.asked().map(|group| group.places.len()).sum()
    }

    /// Those who are asked.
    pub fn asked(&self) -> impl Iterator<Item = &Group> {
        self.groups.iter().filter(|group| group.reach.asks())
    }

    /// Those who are reached so.
    pub fn of(&self, reach: Reach) -> impl Iterator<Item = &Group> {
        self.groups.iter().filter(move |group| group.reach == reach)
    }
}

/// What a choice comes to now.
pub async fn choose(
    app: &App,
    capability: &Capability<RunCampaign>,
    choice: &Choice,
) -> Result<Chosen, Error> {
    let now = app.now();
    let list = List::Campaigns.word();
    let reachable = app
        .store()
        .reachable(capability, list, since(now), now)
        .await?;
    chosen(app, capability, choice, &reachable)
}

/// Since when a place that was asked about is left alone.
pub(super) fn since(now: DateTime<Utc>) -> DateTime<Utc> {
    let span = TimeDelta::days(ASKED_AGAIN_AFTER_DAYS);
    now.checked_sub_signed(span).unwrap_or(now)
}

/// What a choice comes to, where it stands under the node of the capability.
pub(super) fn chosen(
    app: &App,
    capability: &Capability<RunCampaign>,
    choice: &Choice,
    reachable: &Reachable,
) -> Result<Chosen, Error> {
    let directory = app.directory();
    let target = target(&directory, &choice.within);
    let target = target.ok_or_else(|| Error::NotFound(node(&choice.within).to_string()))?;
    rights::covers(capability, &target)?;
    let today = app.now().with_timezone(&Paris).date_naive();
    let mut places = inside(&directory, &choice.within);
    places.retain(|place| is_wanted(choice, &place.record, today));
    let before = places.len();
    places.retain(|place| !reachable.lately.contains(&place.id));
    let mut groups = group(&directory, &places, app.texts().is_some());
    for group in &mut groups {
        group.reach = reach(app, group, reachable)?;
    }
    Ok(Chosen {
        lately: before - places.len(),
        groups,
    })
}

fn reach(app: &App, group: &Group, reachable: &Reachable) -> Result<Reach, Error> {
    let Some(address) = &group.address else {
        return Ok(Reach::NoAddress);
    };
    let hash = recipient(app, &address.to_string())?;
    Ok(if reachable.refused.contains(&hash) {
        Reach::Refused
    } else if reachable.bouncing.contains(&hash) {
        Reach::Bouncing
    } else {
        match address {
            Recipient::Mail(_) => Reach::Mail,
            Recipient::Text(_) => Reach::Text,
        }
    })
}

/// The places that are shown and stand under the node.
fn inside(directory: &Directory, within: &Within) -> Vec<Arc<Place>> {
    let places = directory.snapshot.places().iter();
    match within {
        Within::Territory(key) if *key == TerritoryKey::france() => places.cloned().collect(),
        Within::Territory(key) => {
            let communes = directory.reference.communes_of(key);
            let communes: HashSet<_> = communes.into_iter().collect();
            let node = Node::Territory(key.clone());
            let near = |place: &&Arc<Place>| {
                let commune = place.record.address.insee;
                commune.is_some_and(|code| communes.contains(&code))
                    && rights::place(directory, place).is_under(&node)
            };
            places.filter(near).cloned().collect()
        }
        Within::Organisation(slug) => {
            let theirs: HashSet<_> = directory.organisations.places_of(slug).collect();
            let own = |place: &&Arc<Place>| theirs.contains(&place.id);
            places.filter(own).cloned().collect()
        }
    }
}

fn is_wanted(choice: &Choice, record: &PlaceRecord, today: NaiveDate) -> bool {
    let network = &choice.network;
    let of_network = network
        .as_ref()
        .is_none_or(|slug| record.networks.contains(slug));
    of_network && is_doubtful(choice.doubt, record, today) && is_old(choice, record, today)
}

fn is_doubtful(doubt: Doubt, record: &PlaceRecord, today: NaiveDate) -> bool {
    match doubt {
        Doubt::Any => true,
        Doubt::Unconfirmed => Outlook::of_place(record).on(today) != Standing::Confirmed,
        Doubt::ToVerify => Outlook::of_place(record).on(today) == Standing::ToVerify,
    }
}

/// Whether the place itself has not said anything for long enough.
fn is_old(choice: &Choice, record: &PlaceRecord, today: NaiveDate) -> bool {
    let Some(oldest) = choice
        .months
        .and_then(|months| today.checked_sub_months(Months::new(months)))
    else {
        return true;
    };
    let said = record.provenance.origins();
    let said = said.filter(|origin| origin.confirmed_by_place);
    let last = said.filter_map(|origin| origin.dated).max();
    last.is_none_or(|last| last <= oldest)
}
