//! Made vintages, where the real ones are not there: places that change at rates of their own, always the same.

use chrono::NaiveDate;
use portulan_model::Position;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::lists::Row;

/// Places, in so many territories.
const PLACES: usize = 900;
const TERRITORIES: usize = 30;
/// Share of hours, telephones, e-mails and addresses that change in the first interval and in the second.
const CHANGES: [[f64; 4]; 2] = [[0.17, 0.10, 0.05, 0.01], [0.37, 0.15, 0.11, 0.06]];

/// Three vintages.
pub(super) fn vintages() -> [Vec<Row>; 3] {
    let mut rng = StdRng::seed_from_u64(7);
    let first: Vec<Row> = (0..PLACES).map(|number| row(number, &mut rng)).collect();
    let [early, late] = CHANGES;
    let second = later(&first, early, &mut rng);
    let third = later(&second, late, &mut rng);
    [first, second, third]
}

fn row(number: usize, rng: &mut StdRng) -> Row {
    let month = rng.random_range(1..13);
    Row {
        id: number.to_string(),
        department: format!("T{}", number % TERRITORIES),
        commune: format!("C{}", number % (TERRITORIES * 9)),
        name: format!("Maison numéro{number}"),
        street: format!("{} rue du Port", rng.random_range(1..90)),
        position: Position::new(rng.random_range(47.5..48.8), rng.random_range(-4.0..-1.2)).ok(),
        phone: Some(format!("+3329{:07}", rng.random_range(0..10_000_000))),
        email: Some(format!("m{number}@ville.example")),
        week: Some(vec![(0, 540, 720), (2, 540, rng.random_range(700..1_080))]),
        itinerant: rng.random_bool(0.1),
        opened: NaiveDate::from_ymd_opt(rng.random_range(2020..2022), month, 1),
    }
}

fn later(before: &[Row], [hours, phone, email, address]: [f64; 4], rng: &mut StdRng) -> Vec<Row> {
    let mut after = Vec::with_capacity(before.len());
    for row in before {
        let mut row = row.clone();
        if rng.random_bool(hours) {
            row.week = Some(vec![(1, 540, rng.random_range(700..1_080))]);
        }
        if rng.random_bool(phone) {
            row.phone = Some(format!("+3328{:07}", rng.random_range(0..10_000_000)));
        }
        if rng.random_bool(email) {
            row.email = Some(format!("n{}@ville.example", rng.random_range(0..1_000_000)));
        }
        if rng.random_bool(address) {
            row.street = format!("{} quai Nord", rng.random_range(1..90));
        }
        // Some cease to be listed.
        if rng.random_bool(0.995) {
            after.push(row);
        }
    }
    after
}
