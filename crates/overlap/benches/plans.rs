//! Time of the comparison on generated plans, beside comparing every pair and beside comparing within each commune and
//! need: `cargo bench -p portulan-overlap`. The same plans and the same seed as `portulan bench overlap`.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench says what it measured, and stops where its set-up is broken"
)]

#[path = "../tests/it/ground.rs"]
mod ground;

use std::time::{Duration, Instant};

use portulan_geo::Reference;
use portulan_model::{TerritoryCode, TerritoryKind};
use portulan_overlap::evaluation::{Plans, every_pair};
use portulan_overlap::{Index, Known};

use crate::ground::{Embedded, GROUND};

/// Items compared with one another, from the fewest.
const SIZES: [usize; 3] = [3_125, 12_500, 50_000];
/// Items typed one after the other.
const TYPED: usize = 500;
const SEED: u64 = 1;

fn timed<T>(run: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let made = run();
    (made, start.elapsed().as_secs_f64())
}

fn main() {
    let reference = Reference::embedded().unwrap();
    let communes = reference.of_kind(TerritoryKind::Commune);
    let communes = communes.filter_map(|one| match one.key.code() {
        TerritoryCode::Commune(code) => Some(*code),
        _ => None,
    });
    let ground = &*GROUND;
    let plans = Plans::new(ground, communes, SEED);
    let mut times = Vec::new();
    for items in SIZES {
        let records = plans.first(items);
        let (index, reading) = timed(|| Index::of(records, ground));
        let (pairs, comparing) = timed(|| index.pairs().len());
        println!("{items} items: read in {reading:.3} s, {pairs} overlaps in {comparing:.3} s");
        times.push(reading + comparing);
        if items == SIZES[0] {
            beside("every pair", pairs, comparing, || {
                every_pair::of_all(index.known())
            });
        }
        if items == SIZES[2] {
            beside("commune and need", pairs, comparing, || {
                every_pair::of_a_commune_and_a_need(index.known())
            });
            typing(&plans, &index, items, ground);
        }
    }
    let growth = (times[2] / times[0]).ln() / 16_f64.ln();
    println!("exponent of reading and comparing: {growth:.3}");
}

fn beside(name: &str, pairs: usize, comparing: f64, run: impl FnOnce() -> every_pair::Looked) {
    let (looked, seconds) = timed(run);
    println!(
        "  {name}: {} compared, {} overlaps of {pairs} in {seconds:.3} s, {:.2} times as long",
        looked.compared,
        looked.found,
        seconds / comparing
    );
}

fn typing(plans: &Plans<'_, Embedded>, index: &Index, items: usize, ground: &Embedded) {
    let mut times: Vec<Duration> = (0..TYPED)
        .map(|rank| {
            let item = plans.typed(rank * (items / TYPED));
            let start = Instant::now();
            let known = Known::of(item, ground);
            std::hint::black_box(index.matches(&known));
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    let at = |rank: usize| times[rank].as_secs_f64() * 1e3;
    println!(
        "one typed: median {:.2} ms, p99 {:.2} ms, slowest {:.2} ms",
        at(TYPED / 2),
        at(TYPED * 99 / 100),
        at(TYPED - 1)
    );
}
