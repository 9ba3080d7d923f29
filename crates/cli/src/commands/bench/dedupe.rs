//! `bench dedupe`: how long matching takes and how much it finds, on places made from the demonstration.
//!
//! Places are copied into communes of their own, ten to each, and a known share of them a second time under another list,
//! written in another hand. The baseline compares every pair with the same weights; beyond the sizes at which it is
//! measured it is not run.

use std::collections::HashSet;
use std::sync::Arc;

use portulan_linkage::evaluation::Tally;
use portulan_linkage::{Corpus, Links, Options, Outcome, Record, link_exhaustively, link_in};
use portulan_model::{Place, Position};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde::Serialize;

use super::loaded;
use super::process::{Spent, resident_mb};
use super::timing::{exponent, float, rounded};
use crate::outcome::{Failure, print_json, say};
use crate::words::words;

/// Places of a commune, duplicates included.
const PER_COMMUNE: usize = 10;
/// Of which named twice.
const TWICE: usize = 2;
/// Most places of which every pair is compared.
const NAIVE: usize = 10_000;
/// Times that a size is run, at most, and places of all its runs together: the mean counts.
const ROUNDS: usize = 25;
const ROUNDED: usize = 1_000_000;

/// What to measure.
#[derive(Debug, clap::Args)]
pub(crate) struct DedupeArgs {
    /// How many places, duplicates included.
    #[arg(
        long,
        value_delimiter = ',',
        default_value = "1000,10000,50000,200000,1000000"
    )]
    sizes: Vec<usize>,
    /// Seed of the generation.
    #[arg(long, default_value = "1")]
    seed: u64,
    /// Print one JSON object.
    #[arg(long)]
    json: bool,
}

/// One size.
#[derive(Debug, Serialize)]
struct Sized {
    places: usize,
    cpu_s: f64,
    /// Resident, with the places, their features and the links.
    memory_mb: f64,
    /// Of which before matching: the places themselves.
    memory_before_mb: f64,
    pairs: usize,
    precision: f64,
    recall: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    naive: Option<Naive>,
}

/// Every pair compared.
#[derive(Debug, Serialize)]
struct Naive {
    cpu_s: f64,
    ratio: f64,
    /// Pairs called the same that blocking does not compare.
    lost: usize,
}

/// Everything measured, as `--json` prints it.
#[derive(Debug, Serialize)]
struct Report {
    seed: u64,
    per_commune: usize,
    sizes: Vec<Sized>,
    /// Of the time, over all sizes.
    exponent: Option<f64>,
    /// At the largest size at which every pair was compared.
    ratio_naive: Option<f64>,
    ratio_naive_places: Option<usize>,
    /// At the largest size, every pair at the measured cost of a pair: reckoned, not measured.
    ratio_naive_extrapolated: Option<f64>,
}

/// Measures and prints.
pub(crate) async fn dedupe(args: &DedupeArgs) -> Result<(), Failure> {
    let directory = loaded::demonstration().await?;
    // Each demonstration has ids of its own: by these, one seed would make other places every time.
    let mut models = directory.snapshot.places().to_vec();
    models.sort_by(|one, other| one.record.external.cmp(&other.record.external));
    if models.len() < PER_COMMUNE {
        return Err(Failure::Internal("aucun lieu de démonstration".to_owned()));
    }
    let mut sizes: Vec<usize> = args.sizes.clone();
    sizes.sort_unstable();
    let sizes: Vec<Sized> = sizes
        .into_iter()
        .map(|places| sized(&models, places, args.seed))
        .collect();
    let report = report(sizes, args.seed);
    if args.json {
        return print_json(&report);
    }
    tell(&report);
    Ok(())
}

fn report(sizes: Vec<Sized>, seed: u64) -> Report {
    let points: Vec<(f64, f64)> = sizes
        .iter()
        .map(|one| (float(one.places), one.cpu_s))
        .collect();
    let naive = sizes
        .iter()
        .rev()
        .find_map(|one| Some((one, one.naive.as_ref()?)));
    let extrapolated = naive.zip(sizes.last()).map(|((small, naive), large)| {
        let pairs = (float(large.places) / float(small.places)).powi(2);
        rounded(naive.cpu_s * pairs / large.cpu_s, 0)
    });
    Report {
        seed,
        per_commune: PER_COMMUNE,
        exponent: exponent(&points).map(|power| rounded(power, 3)),
        ratio_naive: naive.map(|(_, naive)| naive.ratio),
        ratio_naive_places: naive.map(|(one, _)| one.places),
        ratio_naive_extrapolated: extrapolated,
        sizes,
    }
}

fn sized(models: &[Arc<Place>], places: usize, seed: u64) -> Sized {
    let (records, truth) = generated(models, places, seed);
    let memory_before_mb = resident_mb("self").unwrap_or(f64::NAN);
    let options = Options::default();
    let run = || {
        let corpus = Corpus::of(&records);
        let links = link_in(&corpus, &options);
        (corpus, links)
    };
    let ((corpus, links), first_s) = spent(run);
    let memory_mb = resident_mb("self").unwrap_or(f64::NAN);
    let cpu_s = mean(first_s, places, run);
    let called = same(&links);
    let mut tally = Tally::default();
    for pair in &truth {
        tally.count(true, called.contains(pair));
    }
    for _ in called.difference(&truth) {
        tally.count(false, true);
    }
    let naive = (places <= NAIVE).then(|| {
        let (all, naive_s) = spent(|| link_exhaustively(&corpus, &options));
        Naive {
            cpu_s: rounded(naive_s, 3),
            ratio: rounded(naive_s / cpu_s, 1),
            lost: same(&all).difference(&called).count(),
        }
    });
    Sized {
        places,
        cpu_s: rounded(cpu_s, 6),
        memory_mb: rounded(memory_mb, 0),
        memory_before_mb: rounded(memory_before_mb, 0),
        pairs: links.pairs.len(),
        precision: tally.precision().value,
        recall: tally.recall().value,
        naive,
    }
}

/// The mean of the first run and of as many more as are cheap: the system counts in steps of milliseconds.
fn mean<T>(first_s: f64, places: usize, run: impl Fn() -> T) -> f64 {
    let more = ROUNDS.min(ROUNDED / places.max(1)).saturating_sub(1);
    let ((), others_s) = spent(|| {
        for _ in 0..more {
            std::hint::black_box(run());
        }
    });
    (first_s + others_s) / float(more + 1)
}

/// Seconds on a processor, of all threads.
fn spent<T>(run: impl FnOnce() -> T) -> (T, f64) {
    let before = Spent::read("self");
    let made = run();
    let after = Spent::read("self");
    let micros = before
        .zip(after)
        .map(|(before, after)| after.since_us(&before));
    (made, micros.map_or(f64::NAN, |micros| micros / 1e6))
}

fn same(links: &Links) -> HashSet<(u32, u32)> {
    let pairs = links
        .pairs
        .iter()
        .filter(|pair| pair.outcome == Outcome::Same);
    pairs
        .map(|pair| (pair.a.min(pair.b), pair.a.max(pair.b)))
        .collect()
}

/// The records and the pairs that are one place.
fn generated(
    models: &[Arc<Place>],
    places: usize,
    seed: u64,
) -> (Vec<Record>, HashSet<(u32, u32)>) {
    let mut rng = StdRng::seed_from_u64(seed);
    let mut records: Vec<Record> = Vec::with_capacity(places);
    let mut truth = HashSet::new();
    let mut commune = 0;
    while records.len() < places {
        let town = Town::new(commune, &mut rng);
        commune += 1;
        let first = rng.random_range(0..models.len());
        let start = records.len();
        for step in 0..PER_COMMUNE - TWICE {
            // Different models: two copies of one would be a duplicate that nobody planted.
            if let Some(model) = models.get((first + step * 7) % models.len()) {
                records.push(town.place(model, records.len(), &mut rng));
            }
        }
        for twice in 0..TWICE {
            let Some(copy) = records
                .get(start + twice)
                .map(|one| again(one, records.len(), &mut rng))
            else {
                continue;
            };
            if let (Ok(a), Ok(b)) = (u32::try_from(start + twice), u32::try_from(records.len())) {
                truth.insert((a, b));
            }
            records.push(copy);
        }
    }
    records.truncate(places);
    let kept = |rank: &u32| (*rank as usize) < places;
    truth.retain(|(a, b)| kept(a) && kept(b));
    (records, truth)
}

/// A commune made up: its name, its code, its middle.
struct Town {
    name: String,
    insee: String,
    postcode: String,
    lat: f64,
    lon: f64,
}

impl Town {
    fn new(number: usize, rng: &mut StdRng) -> Self {
        const BEGIN: [&str; 16] = [
            "Bel", "Char", "Mont", "Vil", "Roche", "Fon", "Aubi", "Ker", "Plou", "Tre", "Cas",
            "Beau", "Mar", "Lan", "Gran", "Sau",
        ];
        const END: [&str; 16] = [
            "mont", "ville", "gny", "court", "bourg", "val", "sac", "zac", "nay", "vic", "let",
            "ran", "dor", "mel", "lieu", "tin",
        ];
        let mut part =
            |of: &[&'static str; 16]| of.get(rng.random_range(0..16)).copied().unwrap_or_default();
        let name = format!(
            "{}{}{}-sur-{}",
            part(&BEGIN),
            part(&END),
            number % 97,
            part(&BEGIN)
        );
        Self {
            name,
            insee: format!("{:02}{number:06}", number % 95 + 1),
            postcode: format!("{:02}{:03}", number % 95 + 1, number / 95 % 1_000),
            lat: rng.random_range(43.0..50.0),
            lon: rng.random_range(-1.5..7.0),
        }
    }

    fn place(&self, model: &Place, number: usize, rng: &mut StdRng) -> Record {
        let record = &model.record;
        let name = record.name.replace(&record.address.commune, &self.name);
        let street = record.address.street.as_ref().map(|street| {
            let street = street.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
            format!("{} {street}", rng.random_range(1..120))
        });
        let at = |middle: f64, rng: &mut StdRng| middle + rng.random_range(-0.015..0.015);
        Record {
            id: format!("{number:08}"),
            source: format!("liste-{}", number % 3),
            name,
            kinds: record.kinds.clone(),
            street,
            complement: record.address.complement.clone(),
            postcode: Some(self.postcode.clone()),
            commune: Some(self.name.clone()),
            insee: Some(self.insee.clone()),
            position: Position::new(at(self.lat, rng), at(self.lon, rng)).ok(),
            phones: vec![format!("+332{:08}", rng.random_range(0..100_000_000))],
            emails: vec![format!("accueil@lieu-{number}.exemple.fr")],
            ..Record::default()
        }
    }
}

/// The same place in another list: another hand, a few metres away, some of it missing.
fn again(record: &Record, number: usize, rng: &mut StdRng) -> Record {
    let mut copy = record.clone();
    copy.id = format!("{number:08}");
    "autre-liste".clone_into(&mut copy.source);
    copy.name = match rng.random_range(0..4) {
        0 => record.name.to_uppercase(),
        1 => mistyped(&record.name, rng),
        2 => format!(
            "{} - {}",
            record.name,
            record.commune.as_deref().unwrap_or_default()
        ),
        _ => record.name.clone(),
    };
    if rng.random_bool(0.3) {
        copy.street = record.street.as_ref().map(|street| {
            street
                .replace("avenue", "av")
                .replace("Avenue", "AV")
                .to_uppercase()
        });
    }
    if rng.random_bool(0.4) {
        copy.phones.clear();
    }
    if rng.random_bool(0.6) {
        copy.emails.clear();
    }
    copy.position = match rng.random_range(0..3) {
        0 => None,
        _ => record.position.and_then(|position| {
            let near = |degrees: f64, rng: &mut StdRng| degrees + rng.random_range(-0.0003..0.0003);
            Position::new(near(position.lat(), rng), near(position.lon(), rng)).ok()
        }),
    };
    copy
}

fn mistyped(name: &str, rng: &mut StdRng) -> String {
    let dropped = rng.random_range(1..name.chars().count().max(2));
    let letters = name.chars().enumerate();
    letters
        .filter(|(at, _)| *at != dropped)
        .map(|(_, letter)| letter)
        .collect()
}

fn tell(report: &Report) {
    let figure = |number: f64| format!("{number:.3}");
    for one in &report.sizes {
        let cells = [
            ("places", one.places.into()),
            ("cpu", figure(one.cpu_s).into()),
            ("memory", format!("{:.0}", one.memory_mb).into()),
            ("precision", format!("{:.4}", one.precision).into()),
            ("recall", format!("{:.4}", one.recall).into()),
        ];
        say(&words().with("bench-dedupe-size", &cells));
        if let Some(naive) = &one.naive {
            let cells = [
                ("places", one.places.into()),
                ("cpu", figure(naive.cpu_s).into()),
                ("ratio", format!("{:.0}", naive.ratio).into()),
                ("lost", naive.lost.into()),
            ];
            say(&words().with("bench-dedupe-naive", &cells));
        }
    }
    if let Some(power) = report.exponent {
        say(&words().with("bench-dedupe-growth", &[("exponent", figure(power).into())]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistyped_name_lacks_a_letter() {
        let mut rng = StdRng::seed_from_u64(1);
        assert_eq!(mistyped("Mairie", &mut rng).chars().count(), 5);
    }
}
