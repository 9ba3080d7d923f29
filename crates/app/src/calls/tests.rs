//! The list on made places: its order, its reasons, and how its time grows with the number of places.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use portulan_geo::Reference;
use portulan_model::Position;
use portulan_testkit::PlaceBuilder;

use super::*;

const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
/// Places of the country, and a quarter of them.
const WHOLE: u32 = 17_000;
const QUARTER: u32 = WHOLE / 4;
/// What a page may take to answer, in a release build; a debug build on a busy machine is given more.
const WITHIN: Duration = Duration::from_secs(1);
const DEBUG_FACTOR: u32 = 10;
/// Twice the work for twice the places is 1; every place against every other would be 2.
const MOST_EXPONENT: f64 = 1.5;

static REFERENCE: LazyLock<Reference> = LazyLock::new(|| Reference::embedded().unwrap());

fn snapshot(places: Vec<Place>) -> Snapshot {
    let places = places.into_iter().map(Arc::new).collect();
    Snapshot::build(places, &REFERENCE)
}

/// Places over a country, with the weeks of many kinds of places.
fn made(count: u32) -> Vec<Place> {
    const WEEKS: [Option<&str>; 6] = [
        Some("Mo-Fr 09:00-12:00,14:00-17:00"),
        Some("Mo,We 10:00-12:00"),
        Some("Sa 09:00-12:00"),
        Some("Tu-Sa 10:00-18:30"),
        None,
        Some("Th 18:00-20:00"),
    ];
    let place = |number: u32| {
        let (row, column) = (f64::from(number % 97), f64::from(number % 101));
        PlaceBuilder::new(u64::from(number)).with(|record| {
            record.position = Position::new(43.0 + row * 0.07, -1.5 + column * 0.08).ok();
            record.hours = WEEKS
                .iter()
                .cycle()
                .nth(usize::try_from(number % 7919).unwrap())
                .and_then(|week| week.map(str::to_owned));
            record.contact.phones = vec!["+33299000001".to_owned()];
            record.provenance.record.dated =
                TODAY.checked_sub_days(chrono::Days::new(u64::from(number % 900)));
        })
    };
    (0..count).map(|number| place(number).build()).collect()
}

/// The ranks of a territory.
fn all(snapshot: &Snapshot, territory: &str) -> Vec<u32> {
    let key: TerritoryKey = territory.parse().unwrap();
    snapshot.ranks_in(&key).collect()
}

/// The quickest of three lists of the whole country.
fn time(snapshot: &Snapshot) -> Duration {
    let once = || {
        let started = Instant::now();
        let calls = worth(snapshot, &all(snapshot, "pays-fr"), &HashMap::new(), TODAY);
        assert!(calls.len() * 2 > snapshot.len());
        started.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap()
}

#[test]
fn the_list_of_the_whole_country_comes_at_once_and_grows_with_its_places() {
    let (small, large) = (snapshot(made(QUARTER)), snapshot(made(WHOLE)));
    let (quarter, whole) = (time(&small), time(&large));
    let exponent = (whole.as_secs_f64() / quarter.as_secs_f64()).log(4.0);
    println!("{QUARTER} places: {quarter:?}; {WHOLE} places: {whole:?}; exponent {exponent:.2}");
    let within = WITHIN
        * if cfg!(debug_assertions) {
            DEBUG_FACTOR
        } else {
            1
        };
    assert!(whole < within, "{whole:?}");
    assert!(exponent < MOST_EXPONENT, "{exponent:.2}");
}

/// Three places of a street, confirmed on different days, the last without a telephone.
fn street() -> Snapshot {
    let place = |number: u64, days: u64, phone: bool| {
        PlaceBuilder::new(number).with(|record| {
            record.position = Position::new(
                48.1,
                -1.68 + f64::from(u32::try_from(number).unwrap()) / 100.0,
            )
            .ok();
            record.hours = Some("Mo-Fr 09:00-17:00".to_owned());
            record.provenance.record.dated = TODAY.checked_sub_days(chrono::Days::new(days));
            if phone {
                record.contact.phones = vec!["+33299000001".to_owned()];
            }
        })
    };
    let places = [
        place(1, 30, true),
        place(2, 400, true),
        place(3, 800, false),
    ];
    snapshot(places.map(PlaceBuilder::build).into())
}

#[test]
fn whoever_has_no_telephone_is_not_called_and_visits_put_a_place_first() {
    let street = street();
    let rennes = all(&street, "commune-35238");
    let order = |visits: &HashMap<PlaceId, u64>| {
        let calls = worth(&street, &rennes, visits, TODAY);
        calls.into_iter().map(|one| one.call.id).collect::<Vec<_>>()
    };
    assert_eq!(order(&HashMap::new()), [1, 0], "the most doubtful first");
    let first = street.place(0).unwrap().id;
    assert_eq!(order(&HashMap::from([(first, 1_000)])), [0, 1]);
    let brest = all(&street, "commune-29019");
    assert!(worth(&street, &brest, &HashMap::new(), TODAY).is_empty());
}

#[test]
fn a_place_that_did_not_answer_comes_last_for_fourteen_days() {
    let street = street();
    let rennes = all(&street, "commune-35238");
    let now: DateTime<Utc> = "2026-11-24T12:00:00Z".parse().unwrap();
    let second = street.place(1).unwrap().id;
    let order = |called: TimeDelta| {
        let unanswered = Unanswered {
            place: second,
            calls: 1,
            at: now - called,
        };
        let calls = worth(&street, &rennes, &HashMap::new(), TODAY);
        let silent = HashMap::from([(second, unanswered)]);
        let page = page_of(&street, calls, &silent, (now, 0));
        assert_eq!(page.total, 2);
        let lines = page.lines.into_iter();
        lines
            .map(|line| (line.place.id == second, line.waits))
            .collect::<Vec<_>>()
    };
    let just = AGAIN_AFTER - TimeDelta::seconds(1);
    assert_eq!(order(just), [(false, false), (true, true)]);
    assert_eq!(order(AGAIN_AFTER), [(true, false), (false, false)]);
}
