//! Wants and hands of any kind, for properties.

use chrono::{DateTime, Utc};
use portulan_model::journal::Author;
use portulan_model::roadmaps::Need;
use portulan_model::{Cents, Service, Slug};
use portulan_pools::{Alliance, Draft, Hand, Key, Kit, Lot, Site, Span, Want, Weekly, Years};
use proptest::prelude::*;

pub(crate) fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

pub(crate) fn hand(second: i64) -> Hand {
    Hand {
        at: DateTime::<Utc>::from_timestamp(1_800_000_000 + second, 0).unwrap(),
        by: Author::Operator,
        why: None,
    }
}

/// A want of an organisation in Rennes, for a need, with nothing else.
pub(crate) fn bare(id: &str, organisation: &str, need: Need) -> Want {
    Want {
        id: slug(id),
        organisation: slug(organisation),
        title: String::new(),
        needs: [need].into_iter().collect(),
        services: [].into_iter().collect(),
        publics: [].into_iter().collect(),
        sites: vec![site("35238", 48.11, -1.68)],
        years: Years {
            first: 2_026,
            last: 2_027,
        },
        amount: None,
        equipment: Vec::new(),
        lends: Vec::new(),
        trained: None,
        alliance: Alliance::Open,
    }
}

pub(crate) fn site(commune: &str, lat: f64, lon: f64) -> Site {
    Site {
        place: None,
        name: "Un lieu".to_owned(),
        commune: commune.parse().unwrap(),
        centre: Some((lat, lon).try_into().unwrap()),
        weekly: None,
    }
}

fn lots() -> impl Strategy<Value = Vec<Lot>> {
    let kit = prop::sample::select(Kit::ALL);
    let lot = (kit, 0..200_u32).prop_map(|(kit, count)| Lot { kit, count });
    prop::collection::vec(lot, 0..3)
}

fn want(rank: usize) -> impl Strategy<Value = Want> {
    let weekly = prop_oneof![
        Just(None),
        (1..4_000_u32).prop_map(|minutes| Some(Weekly::Minutes(minutes))),
        (1..=100_u16).prop_map(|fte| Some(Weekly::Fte(fte.try_into().unwrap()))),
    ];
    let sites = prop::collection::vec(weekly, 0..3);
    let amount = prop::option::of((0..1_000_000_000_i64, 0..1_000_000_000_i64));
    let title = prop::sample::select(&["", "Ateliers", "Médiathèque : « 22 postes »"][..]);
    (0..5_usize, title, sites, amount, lots(), lots()).prop_map(
        move |(organisation, title, sites, amount, equipment, lends)| {
            // The first two are of two organisations, so that there is always a pool.
            let organisation = if rank < 2 { rank } else { organisation };
            let sites = sites.into_iter().map(|weekly| Site {
                weekly,
                ..site("35238", 48.11, -1.68)
            });
            let services = [Service::Basics].into_iter();
            Want {
                title: title.to_owned(),
                sites: sites.collect(),
                services: services.collect(),
                amount: amount.map(|(one, other)| {
                    Span::new(Cents::new(one.min(other)), Cents::new(one.max(other)))
                }),
                equipment,
                lends,
                ..bare(
                    &format!("i{rank}"),
                    &format!("exemple-{organisation}"),
                    Need::Data,
                )
            }
        },
    )
}

/// Anything that two to seven wants may draft.
pub(crate) fn draft() -> impl Strategy<Value = Draft> {
    (2..8_usize).prop_flat_map(|count| {
        let wants: Vec<_> = (0..count).map(want).collect();
        let own = prop::collection::vec(prop_oneof![0..500_i64, 0..500_000_000_000_i64], count);
        let weights = prop::collection::vec(any::<u32>(), count);
        let key = prop_oneof![
            Just(Key::Equal),
            Just(Key::Own),
            Just(Key::Time),
            Just(Key::Equipment),
            weights.prop_map(Key::Weights),
        ];
        let common = prop_oneof![Just(0_i64), 0..1_000_i64, 0..500_000_000_000_i64];
        (wants, own, key, common, 0..2_usize).prop_map(|(wants, own, key, common, lead)| Draft {
            lead: wants[lead].organisation.clone(),
            own: own.into_iter().map(Cents::new).collect(),
            wants,
            common: Cents::new(common),
            key,
        })
    })
}

/// As many cases as the bar asks for.
pub(crate) fn many() -> ProptestConfig {
    ProptestConfig {
        cases: 10_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}
