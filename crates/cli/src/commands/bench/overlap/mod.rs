//! `bench overlap`: what the comparison finds of labelled pairs, beside two rules that anybody would write first, and the
//! time that it takes of generated plans, beside comparing every pair (of the fewest) and every pair of a commune and a need
//! (of the most).
//!
//! The rules beside it are *likeness of titles* (its threshold set where it does best on the tuning part) and *one need or
//! service, one commune, one year*. They tell no labels, so all three are judged on whether a pair is an overlap at all.

mod judge;

use std::path::PathBuf;
use std::time::Duration;

use portulan_geo::Reference;
use portulan_i18n::{Lang, decimal};
use portulan_model::{CommuneCode, TerritoryCode, TerritoryKind};
use portulan_overlap::evaluation::Plans;
use portulan_overlap::evaluation::every_pair::{self, Looked};
use portulan_overlap::{Index, Known};
use serde::Serialize;

use self::judge::{Part, judge};
use super::timing::{Times, exponent, float, millis, rounded, timed};
use crate::commands::overlap::Grounds;
use crate::outcome::{Failure, print_json, say};
use crate::words::words;

/// What somebody would write first, and how it looks for overlaps.
type Way = (&'static str, fn(&[Known]) -> Looked);
const EVERY_PAIR: Way = ("every-pair", every_pair::of_all);
const COMMUNE_NEED: Way = ("commune-need", every_pair::of_a_commune_and_a_need);

/// Items typed one after the other.
const TYPED: usize = 500;

/// What is measured.
#[derive(Debug, clap::Args)]
pub(crate) struct OverlapArgs {
    /// Labelled pairs, JSON lines; both parts of `evaluation/overlap` when absent.
    #[arg(long, value_name = "FILE")]
    pairs: Option<PathBuf>,
    /// The records that pairs name; `records.jsonl` beside the pairs when absent.
    #[arg(long, value_name = "FILE")]
    records: Option<PathBuf>,
    /// How many generated records are compared with one another.
    #[arg(long, default_value = "50000")]
    items: usize,
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
    items: usize,
    /// Reading and comparing.
    seconds: f64,
    /// Of which reading.
    reading_s: f64,
    pairs: usize,
    /// Another way of looking, on the same plans.
    #[serde(skip_serializing_if = "Option::is_none")]
    beside: Option<Beside>,
}

/// Another way of looking.
#[derive(Debug, Serialize)]
struct Beside {
    way: &'static str,
    seconds: f64,
    compared: usize,
    found: usize,
    /// Its time over ours, comparing alone.
    ratio: f64,
}

/// Everything measured, as `--json` prints it.
#[derive(Debug, Serialize)]
struct Report {
    /// F1 over all labels, of the last part: the test part where both are read.
    f1: f64,
    /// How many times the F1 of likeness of titles, on overlap or not.
    ratio_title: f64,
    /// How many times the F1 of need, commune and year.
    ratio_rule: f64,
    parts: Vec<Part>,
    /// How many times as long comparing every pair takes, of the fewest.
    ratio_every_pair: f64,
    /// How many times as long comparing within each commune and need takes, of the most: it finds less.
    ratio_commune_need: f64,
    seed: u64,
    sizes: [Sized; 3],
    /// Of the time, over all sizes.
    exponent: Option<f64>,
    /// One typed record against all of the largest size, read and compared.
    p50_us: f64,
    p99_us: f64,
}

/// Measures and prints.
pub(crate) fn overlap(args: &OverlapArgs) -> Result<(), Failure> {
    let reference =
        Reference::embedded().map_err(|error| Failure::internal("reference", &error))?;
    let ground = Grounds::new(&reference);
    let parts = judge(args.pairs.as_deref(), args.records.as_deref(), &ground)?;
    let plans = Plans::new(&ground, communes(&reference), args.seed);
    let (fewest, _) = size(&plans, args.items / 16, &ground, Some(EVERY_PAIR));
    let (some, _) = size(&plans, args.items / 4, &ground, None);
    let (most, index) = size(&plans, args.items, &ground, Some(COMMUNE_NEED));
    let typed = typing(&plans, &index, args.items, &ground);
    let ratio = |one: &Sized| one.beside.as_ref().map_or(f64::NAN, |one| one.ratio);
    let (ratio_every_pair, ratio_commune_need) = (ratio(&fewest), ratio(&most));
    let sizes = [fewest, some, most];
    let points: Vec<(f64, f64)> = sizes
        .iter()
        .map(|one| (float(one.items), one.seconds))
        .collect();
    let judged = parts.last();
    let report = Report {
        f1: judged.map_or(f64::NAN, Part::f1),
        ratio_title: judged.map_or(f64::NAN, |part| part.ratio_title),
        ratio_rule: judged.map_or(f64::NAN, |part| part.ratio_rule),
        parts,
        ratio_every_pair,
        ratio_commune_need,
        seed: args.seed,
        sizes,
        exponent: exponent(&points).map(|power| rounded(power, 3)),
        p50_us: rounded(typed.median_us(), 0),
        p99_us: rounded(typed.slow_us(), 0),
    };
    if args.json {
        return print_json(&report);
    }
    tell(&report);
    Ok(())
}

fn communes(reference: &Reference) -> impl Iterator<Item = CommuneCode> + '_ {
    let all = reference.of_kind(TerritoryKind::Commune);
    all.filter_map(|one| match one.key.code() {
        TerritoryCode::Commune(code) => Some(*code),
        _ => None,
    })
}

fn size(
    plans: &Plans<'_, Grounds<'_>>,
    items: usize,
    ground: &Grounds<'_>,
    way: Option<Way>,
) -> (Sized, Index) {
    let records = plans.first(items);
    let (index, reading) = timed(|| Index::of(records, ground));
    let (pairs, comparing) = timed(|| index.pairs());
    let beside = way.map(|(way, look)| {
        let (looked, time) = timed(|| look(index.known()));
        Beside {
            way,
            seconds: seconds(time),
            compared: looked.compared,
            found: looked.found,
            ratio: rounded(millis(time) / millis(comparing), 2),
        }
    });
    let sized = Sized {
        items,
        seconds: seconds(reading + comparing),
        reading_s: seconds(reading),
        pairs: pairs.len(),
        beside,
    };
    (sized, index)
}

fn seconds(time: Duration) -> f64 {
    rounded(millis(time) / 1e3, 3)
}

/// Records that come after the last one, each typed whole: reading included.
fn typing(
    plans: &Plans<'_, Grounds<'_>>,
    index: &Index,
    items: usize,
    ground: &Grounds<'_>,
) -> Times {
    let step = (items / TYPED).max(1);
    let times = (0..TYPED).map(|rank| {
        let item = plans.typed(rank * step);
        let ((), time) = timed(|| {
            let known = Known::of(item, ground);
            std::hint::black_box(index.matches(&known));
        });
        time
    });
    Times::new(times.collect())
}

fn tell(report: &Report) {
    let words = words();
    let figure = |number: f64, decimals: usize| decimal(Lang::Fr, number, decimals);
    for part in &report.parts {
        let all = &part.measures.all;
        let cells = [
            ("part", part.file.as_str().into()),
            ("precision", figure(all.precision.value, 3).into()),
            ("recall", figure(all.recall.value, 3).into()),
            ("f1", figure(all.f1.value, 3).into()),
            ("low", figure(all.f1.low, 3).into()),
            ("high", figure(all.f1.high, 3).into()),
            ("title", figure(part.title_f1, 3).into()),
            ("rule", figure(part.rule_f1, 3).into()),
        ];
        say(&words.with("bench-overlap-part", &cells));
    }
    for one in &report.sizes {
        let cells = [
            ("items", one.items.into()),
            ("seconds", figure(one.seconds, 2).into()),
            ("pairs", one.pairs.into()),
        ];
        say(&words.with("bench-overlap-size", &cells));
        if let Some(beside) = &one.beside {
            let cells = [
                ("way", beside.way.into()),
                ("compared", beside.compared.into()),
                ("found", beside.found.into()),
                ("seconds", figure(beside.seconds, 2).into()),
                ("ratio", figure(beside.ratio, 2).into()),
            ];
            say(&words.with("bench-overlap-beside", &cells));
        }
    }
    let cells = [
        (
            "exponent",
            figure(report.exponent.unwrap_or(f64::NAN), 2).into(),
        ),
        ("median", figure(report.p50_us / 1e3, 2).into()),
        ("slow", figure(report.p99_us / 1e3, 2).into()),
    ];
    say(&words.with("bench-overlap-typed", &cells));
}
