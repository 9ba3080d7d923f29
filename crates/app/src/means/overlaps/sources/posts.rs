//! Posts: for those who may know who holds them, who are those who answer for them.

use portulan_model::posts::{Post, PostState};
use portulan_model::{Area, Period};
use portulan_overlap::{Amount, Held, Item, Kind, Nature};
use portulan_policy::actions::ReadHolder;
use portulan_policy::allow;

use super::super::gather::Looking;
use super::super::{Found, Origin};
use crate::{Directory, areas, posts};

/// All posts on the ground that are not given back.
pub(crate) fn all(looking: &Looking<'_>) -> Vec<Found> {
    let directory = &looking.directory;
    let all = directory.levels.world().posts.iter();
    let lasts = |post: &&Post| {
        post.states
            .last()
            .is_some_and(|(_, state)| *state != PostState::Returned)
    };
    all.filter(lasts)
        .map(|post| (post, area(directory, post)))
        .filter(|(_, area)| looking.reaches(area))
        .filter(|(post, _)| {
            allow::<ReadHolder>(looking.actor, posts::target(directory, post)).is_ok()
        })
        .map(|(post, area)| Found {
            item: item(looking, post, area),
            origin: Origin::Post(post.id),
        })
        .collect()
}

/// What it serves; where nothing is said, the communes of its places, else of its level.
fn area(directory: &Directory, post: &Post) -> Area {
    if !post.sector.is_empty() {
        return post.sector.clone();
    }
    let places = post.sites.iter().filter_map(|site| {
        let place = directory.snapshot.by_id(&directory.survivor(&site.place))?;
        place.record.address.insee
    });
    let own = Area::of_communes(places);
    if own.is_empty() {
        areas::of_key(&directory.reference, &post.level)
    } else {
        own
    }
}

fn item(looking: &Looking<'_>, post: &Post, area: Area) -> Item {
    let directory = &looking.directory;
    let sites = post.sites.iter().filter_map(|site| {
        let place = directory.snapshot.by_id(&directory.survivor(&site.place))?;
        Some(place.record.name.clone())
    });
    let share = post.fte_on(looking.day);
    let share = share.or_else(|| post.fte.last().map(|(_, share)| *share));
    let last = post.funding.last();
    let mut references = post.funding.iter().rev();
    Item {
        id: format!("poste-{}", post.id),
        bearer: post.employer.to_string(),
        funder: last.map(|line| line.funder.to_string()),
        title: post.kind.slug().replace('-', " "),
        area,
        places: sites.collect(),
        period: period(post),
        amounts: amounts(post),
        post: Some(Held {
            kind: post.kind,
            fte: share.map(u16::from),
            host: Some(post.host.to_string()),
            reference: references.find_map(|line| line.reference.clone()),
        }),
        ..Item::empty(Kind::Post)
    }
}

/// From the day on which it was opened until its money ends; an end that is not known is open.
fn period(post: &Post) -> Period {
    let opened = post.states.changes().next().map(|(day, _)| *day);
    let ends: Option<Vec<_>> = post.funding.iter().map(|line| line.period.to()).collect();
    let end = ends.and_then(|ends| ends.into_iter().max());
    Period::new(opened, end).unwrap_or_default()
}

/// What is paid for it, in the year in which that begins: how it is spread over the others is not told.
fn amounts(post: &Post) -> Vec<Amount> {
    use chrono::Datelike as _;
    let lines = post.funding.iter().filter_map(|line| {
        Some(Amount {
            year: line.period.from()?.year(),
            nature: Nature::Wages,
            cents: line.amount?,
        })
    });
    lines.collect()
}
