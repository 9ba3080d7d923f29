//! The index against a plain scan of all places, on random directories and questions.

use chrono::TimeZone;
use portulan_hours::OpenState;
use portulan_model::{
    Access, ClosedList, Fee, PlaceRecord, Position, Public, Session, SessionAccess,
    SessionAudience, SessionMode, SessionTime,
};
use portulan_testkit::PlaceBuilder;
use proptest::prelude::*;

use super::*;
use crate::{Around, Hit, Openness, Sort, When};

const HOURS: [Option<&str>; 5] = [
    None,
    Some("Mo-Fr 09:00-12:00"),
    Some("Sa 10:00-17:00"),
    Some("24/7"),
    Some("Mo-Su 08:00-20:00; PH off"),
];
const SESSIONS: [Option<&str>; 3] = [None, Some("Sa 09:00-12:00"), Some("We 14:00-17:00")];
const NAMES: [&str; 4] = [
    "Bibliothèque Kennedy",
    "Mairie de Pacé",
    "Centre social",
    "Espace numérique Kennedy",
];

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 28, 9, 30, 0).unwrap()
}

fn session(services: ValueSet<Service>, osm: &str) -> Session {
    Session {
        key: "a".to_owned(),
        title: None,
        services,
        publics: ValueSet::EMPTY,
        time: SessionTime::Recurring {
            osm: osm.to_owned(),
            from: None,
            until: None,
            except: Vec::new(),
        },
        mode: SessionMode::OnSite,
        access: SessionAccess::Unknown,
        audience: SessionAudience::Residents,
        capacity: None,
    }
}

fn set<L: ClosedList>(bits: u8) -> ValueSet<L> {
    let bits = u32::from(bits);
    L::ALL
        .iter()
        .enumerate()
        .filter(|(rank, _)| bits & (1 << rank) != 0)
        .map(|(_, value)| *value)
        .collect()
}

prop_compose! {
    fn place()(
        services in 0..8_u8, publics in 0..4_u8, fees in 0..4_u8, access in 0..4_u8,
        hours in 0..HOURS.len(), held in 0..SESSIONS.len(), held_for in 0..8_u8,
        name in 0..NAMES.len(), lat in 48.0..48.2, lon in -1.8..-1.5, located in 0..10_u8, age in 0..800_i64,
        network in 0..3_u8,
    ) -> PlaceRecord {
        PlaceBuilder::new(0).with(|record| {
            NAMES[name].clone_into(&mut record.name);
            record.services = set(services);
            record.publics = set(publics);
            record.fees = set(fees);
            record.access = set(access);
            record.hours = HOURS[hours].map(str::to_owned);
            record.sessions = SESSIONS[held].map(|osm| session(set(held_for), osm)).into_iter().collect();
            record.position = Position::new(lat, lon).ok().filter(|_| located > 0);
            record.networks = (0..network).map(|n| format!("reseau-{n}").parse().unwrap()).collect();
            record.provenance.record.dated = Some(now().date_naive() - chrono::Duration::days(age));
        }).record()
    }
}

static REFERENCE: std::sync::LazyLock<Reference> =
    std::sync::LazyLock::new(|| Reference::embedded().unwrap());

fn snapshot(records: &[PlaceRecord]) -> Snapshot {
    let places = records.iter().zip(1..).map(|(record, number)| {
        Arc::new(Place {
            record: record.clone(),
            ..PlaceBuilder::new(number).build()
        })
    });
    Snapshot::build(places.collect(), &REFERENCE)
}

prop_compose! {
    fn query()(
        needs in 0..8_u8, publics in 0..4_u8, fees in 0..4_u8, text in 0..6_usize, around in 0..3_u8,
        when in 0..5_usize, unknown: bool, sort in 0..4_usize, limit in 1..8_usize, network: bool, polygon: bool,
    ) -> Query {
        Query {
            needs: set(needs),
            publics: set(publics),
            fees: set(fees),
            text: ["kennedy", "kenedy", "mairie pacé", "espac"].get(text).map(|text| (*text).to_owned()),
            around: (around > 0).then(|| Around {
                centre: Position::new(48.1, -1.65).unwrap(),
                radius_km: f64::from(around) * 6.0,
            }),
            polygon: polygon.then(|| {
                let corner = |lat, lon| Position::new(lat, lon).unwrap();
                vec![corner(48.0, -1.8), corner(48.2, -1.8), corner(48.2, -1.6), corner(48.05, -1.55)]
            }),
            when: ["maintenant", "samedi:matin", "2026-11-30T10:00", "mercredi"].get(when).map(|text| text.parse().unwrap()),
            openness: if unknown { Openness::Unknown } else { Openness::Open },
            sort: [Sort::Utility, Sort::Distance, Sort::Name, Sort::Freshness][sort],
            networks: network.then(|| "reseau-0".parse().unwrap()).into_iter().collect(),
            limit,
            facets: true,
            ..Query::default()
        }
    }
}

/// Whether a place answers, worked out from the place alone.
fn answers(place: &Place, query: &Query) -> bool {
    let record = &place.record;
    let any = |empty: bool, meets: bool| empty || meets;
    let in_circle = query.around.is_none_or(|around| {
        record.position.is_some_and(|at| {
            portulan_geo::distance_m(around.centre, at) <= around.radius_km * 1_000.0
        })
    });
    let in_ring = query.polygon.as_ref().is_none_or(|ring| {
        record
            .position
            .is_some_and(|at| portulan_geo::polygon_contains(ring, at))
    });
    let text = query.text.as_deref().is_none_or(|text| match text {
        "kennedy" | "kenedy" => record.name.contains("Kennedy"),
        "mairie pacé" => record.name.contains("Pacé"),
        _ => record.name.contains("Espace"),
    });
    let networks = query
        .networks
        .iter()
        .any(|network| record.networks.contains(network));
    any(query.needs.is_empty(), record.services.meets(query.needs))
        && any(
            query.publics.is_empty(),
            record.publics.meets(query.publics),
        )
        && any(query.fees.is_empty(), record.fees.meets(query.fees))
        && any(query.networks.is_empty(), networks)
        && in_circle
        && in_ring
        && text
}

fn state(place: &Place, needs: ValueSet<Service>, when: &When) -> OpenState {
    let (building, sessions) = opening::timetables(place, &[]);
    let tables: Vec<Timetable> = {
        let held: Vec<_> = sessions
            .iter()
            .filter(|(services, _)| services.meets(needs))
            .map(|(_, table)| table.clone())
            .collect();
        if !held.is_empty() {
            held
        } else if needs.is_empty() {
            building
                .into_iter()
                .chain(sessions.into_iter().map(|(_, table)| table))
                .collect()
        } else {
            building.into_iter().collect()
        }
    };
    let states: Vec<OpenState> = tables
        .iter()
        .map(|table| {
            let (day, from, to) = when.window(table.zone().local(now()));
            let minutes = (from..to).map(|minute| {
                let found = table
                    .day(day)
                    .into_iter()
                    .find(|range| (range.from..range.to).contains(&minute));
                found.map_or(OpenState::Closed, |range| range.state)
            });
            let all: Vec<OpenState> = minutes.collect();
            [OpenState::Open, OpenState::Unknown]
                .into_iter()
                .find(|state| all.contains(state))
                .unwrap_or(OpenState::Closed)
        })
        .collect();
    if states.is_empty() {
        return OpenState::Unknown;
    }
    [OpenState::Open, OpenState::Unknown]
        .into_iter()
        .find(|state| states.contains(state))
        .unwrap_or(OpenState::Closed)
}

fn wanted(place: &Place, query: &Query) -> bool {
    answers(place, query)
        && query
            .when
            .as_ref()
            .is_none_or(|when| state(place, query.needs, when) == query.openness.state())
}

fn count(snapshot: &Snapshot, query: &Query) -> usize {
    snapshot
        .places()
        .iter()
        .filter(|place| wanted(place, query))
        .count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn totals_pages_and_counts_are_those_of_a_plain_scan(
        places in proptest::collection::vec(place(), 0..40), query in query(),
    ) {
        let snapshot = snapshot(&places);
        let answer = snapshot.answer(&query, now());
        prop_assert_eq!(answer.total, count(&snapshot, &query));
        prop_assert_eq!(snapshot.matching(&query, now()).len(), answer.total);
        if let Some(when) = &query.when && query.openness == Openness::Open {
            let unknown = snapshot.places().iter().filter(|place| {
                answers(place, &query) && state(place, query.needs, when) == OpenState::Unknown
            });
            prop_assert_eq!(answer.unknown_hours, unknown.count());
        }
        let facets = answer.facets.clone().unwrap();
        for (value, n) in &facets.services {
            let one = Query { needs: [*value].into_iter().collect(), ..query.clone() };
            prop_assert_eq!(*n, count(&snapshot, &one), "{:?}", value);
        }
        for (value, n) in &facets.fees {
            let one = Query { fees: [*value].into_iter().collect(), ..query.clone() };
            prop_assert_eq!(*n, count(&snapshot, &one), "{:?}", value);
        }
        for (value, n) in &facets.publics {
            let one = Query { publics: [*value].into_iter().collect(), ..query.clone() };
            prop_assert_eq!(*n, count(&snapshot, &one), "{:?}", value);
        }
        for (value, n) in &facets.networks {
            let one = Query { networks: vec![value.clone()], ..query.clone() };
            prop_assert_eq!(*n, count(&snapshot, &one), "{:?}", value);
        }
        let open_now = Query { when: None, ..query.clone() };
        let open = snapshot.places().iter().filter(|place| {
            answers(place, &open_now) && state(place, query.needs, &When::Now) == OpenState::Open
        });
        prop_assert_eq!(facets.open_now, open.count());
    }

    #[test]
    fn pages_follow_each_other_without_a_gap_or_a_repeat(
        places in proptest::collection::vec(place(), 0..40), query in query(),
    ) {
        let snapshot = snapshot(&places);
        let whole = snapshot.answer(&Query { limit: 1_000, ..query.clone() }, now());
        let mut query = query;
        let mut seen = Vec::new();
        loop {
            let answer = snapshot.answer(&query, now() + chrono::Duration::hours(3 * i64::from(query.cursor.is_some())));
            prop_assert_eq!(answer.total, whole.total);
            seen.extend(answer.hits.iter().map(|hit| hit.place.id));
            match answer.next {
                None => break,
                Some(cursor) => query.cursor = Some(cursor.to_string().parse().unwrap()),
            }
        }
        prop_assert_eq!(seen, whole.hits.iter().map(|hit| hit.place.id).collect::<Vec<_>>());
    }

    #[test]
    fn hits_come_in_the_order_asked_and_their_reasons_add_up(
        places in proptest::collection::vec(place(), 0..40), query in query(),
    ) {
        let snapshot = snapshot(&places);
        let answer = snapshot.answer(&Query { limit: 100, ..query.clone() }, now());
        for hit in &answer.hits {
            let sum: f64 = hit.reasons.iter().map(|reason| reason.points).sum();
            prop_assert!((sum - hit.score).abs() < 1e-9);
        }
        for pair in answer.hits.windows(2) {
            let ordered = match query.sort {
                Sort::Utility => pair[0].score >= pair[1].score - 1e-9,
                Sort::Distance => query.around.is_none() || pair[0].distance_m <= pair[1].distance_m,
                Sort::Name => fold(&pair[0].place.record.name) <= fold(&pair[1].place.record.name),
                Sort::Freshness => {
                    let dated = |hit: &Hit| hit.place.record.provenance.record.dated;
                    pair[0].standing < pair[1].standing
                        || pair[0].standing == pair[1].standing && dated(&pair[0]) >= dated(&pair[1])
                }
            };
            prop_assert!(ordered, "{:?} {:?}", pair[0], pair[1]);
        }
    }
}

fn one(number: u64, change: impl FnOnce(&mut PlaceRecord)) -> Arc<Place> {
    Arc::new(PlaceBuilder::new(number).with(change).build())
}

fn of(places: Vec<Arc<Place>>) -> Snapshot {
    Snapshot::build(places, &REFERENCE)
}

#[test]
fn a_session_for_the_need_decides_and_the_open_building_does_not() {
    let snapshot = of(vec![one(1, |record| {
        record.services = [Service::Paperwork, Service::Connection]
            .into_iter()
            .collect();
        record.hours = Some("Mo-Sa 09:00-18:00".to_owned());
        record.sessions = vec![session(
            [Service::Paperwork].into_iter().collect(),
            "We 14:00-17:00",
        )];
    })]);
    let ask = |service: Service| Query {
        needs: [service].into_iter().collect(),
        when: Some(When::Now),
        ..Query::default()
    };
    assert_eq!(snapshot.answer(&ask(Service::Paperwork), now()).total, 0);
    assert_eq!(snapshot.answer(&ask(Service::Connection), now()).total, 1);
    let opening = snapshot.opening(0, &ask(Service::Paperwork), now());
    assert_eq!(
        (opening.basis, opening.now),
        (Basis::Sessions, OpenState::Closed)
    );
    assert_eq!(
        opening.next_change,
        Some(Utc.with_ymd_and_hms(2026, 12, 2, 13, 0, 0).unwrap())
    );
}

#[test]
fn a_place_overseas_is_judged_on_its_own_clock() {
    let snapshot = of(vec![one(1, |record| {
        record.address.insee = "97411".parse().ok();
        record.hours = Some("Sa 12:00-14:00".to_owned());
    })]);
    // 10:30 in Paris is 13:30 in Saint-Denis.
    assert_eq!(
        snapshot
            .answer(
                &Query {
                    when: Some(When::Now),
                    ..Query::default()
                },
                now()
            )
            .total,
        1
    );
}

#[test]
fn territories_hold_their_places_up_to_the_country() {
    let snapshot = of(vec![
        one(1, |_| {}),
        one(2, |record| record.address.insee = None),
    ]);
    let count = |key: &str| snapshot.count_in(&key.parse().unwrap());
    assert_eq!(count("commune-35238"), 1);
    assert_eq!(count("epci-243500139"), 1);
    assert_eq!(count("region-53"), 1);
    assert_eq!(count("pays-fr"), 2);
    assert_eq!(count("commune-35047"), 0);
}

#[test]
fn being_open_near_free_or_fresh_never_makes_a_place_less_useful() {
    let score = |change: fn(&mut PlaceRecord)| {
        let query = Query {
            around: Some(Around {
                centre: Position::new(48.11, -1.68).unwrap(),
                radius_km: 50.0,
            }),
            ..Query::default()
        };
        let plain = |record: &mut PlaceRecord| {
            record.hours = Some("Su 10:00-12:00".to_owned());
            record.position = Position::new(48.15, -1.60).ok();
            record.provenance.record.dated = None;
            change(record);
        };
        of(vec![one(1, plain)]).answer(&query, now()).hits[0].score
    };
    let plain = score(|_| {});
    let better: [fn(&mut PlaceRecord); 5] = [
        |record| record.hours = Some("Sa 09:00-12:00".to_owned()),
        |record| record.position = Position::new(48.11, -1.68).ok(),
        |record| record.fees = [Fee::Free].into_iter().collect(),
        |record| record.access = [Access::WalkIn].into_iter().collect(),
        |record| record.provenance.record.dated = chrono::NaiveDate::from_ymd_opt(2026, 11, 1),
    ];
    for change in better {
        assert!(score(change) > plain);
    }
    assert!(score(|record| record.publics = [Public::Seniors].into_iter().collect()) >= plain);
}

#[test]
fn a_map_groups_places_from_afar_and_tells_them_apart_from_near() {
    let places = (1..=6).map(|number| {
        one(number, move |record| {
            let step = f64::from(u32::try_from(number).unwrap()) * 0.002;
            record.position = Position::new(48.11 + step, -1.68).ok();
        })
    });
    let snapshot = of(places.collect());
    let bbox = [-2.0, 48.0, -1.0, 49.0];
    let far = snapshot.points(&Query::default(), now(), bbox, 8);
    assert_eq!(far.iter().map(|point| point.count).sum::<usize>(), 6);
    assert!(far.len() < 6);
    assert_eq!(snapshot.points(&Query::default(), now(), bbox, 18).len(), 6);
    assert!(
        snapshot
            .points(&Query::default(), now(), [0.0, 0.0, 1.0, 1.0], 18)
            .is_empty()
    );
}
