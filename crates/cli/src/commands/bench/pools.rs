//! `bench pools`: how much suggested pools spare, beside the greedy choice and a bound that nothing exceeds, and the time
//! that it takes of wants made up in communes as dense as those of Brittany.

use portulan_i18n::{Lang, decimal};
use portulan_pools::{Method, Options, Suggested, made, suggest};
use serde::Serialize;

use super::timing::{exponent, float, millis, rounded, timed};
use crate::outcome::{Failure, print_json, say};
use crate::words::words;

/// What is measured.
#[derive(Debug, clap::Args)]
pub(crate) struct PoolsArgs {
    /// How many wants, smallest first.
    #[arg(long, value_delimiter = ',', default_value = "500,1000,2000,4000")]
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
    wants: usize,
    seconds: f64,
    pools: usize,
    ratio_greedy: f64,
    /// What is spared, as a part of what nothing exceeds.
    ratio_bound: f64,
    candidates: usize,
    weighed: usize,
    /// Wants from which not every group was looked at.
    cut: usize,
    /// Components that were solved to the optimum, and those that were searched.
    exact: usize,
    searched: usize,
}

/// Everything measured, as `--json` prints it; ratios of the largest size.
#[derive(Debug, Serialize)]
struct Report {
    ratio_greedy: Option<f64>,
    ratio_bound: Option<f64>,
    seed: u64,
    sizes: Vec<Sized>,
    /// Of the time, over all sizes.
    exponent: Option<f64>,
}

/// Measures and prints.
pub(crate) fn pools(args: &PoolsArgs) -> Result<(), Failure> {
    let mut sizes = Vec::new();
    for count in &args.sizes {
        sizes.push(size(*count, args.seed)?);
    }
    let points: Vec<(f64, f64)> = sizes
        .iter()
        .map(|one| (float(one.wants), one.seconds))
        .collect();
    let report = Report {
        ratio_greedy: sizes.last().map(|one| one.ratio_greedy),
        ratio_bound: sizes.last().map(|one| one.ratio_bound),
        seed: args.seed,
        sizes,
        exponent: exponent(&points).map(|power| rounded(power, 3)),
    };
    if args.json {
        return print_json(&report);
    }
    tell(&report);
    Ok(())
}

fn size(count: usize, seed: u64) -> Result<Sized, Failure> {
    let communes = made::communes(made::communes_of(count), seed);
    let wants = made::wants(count, seed, &communes);
    let options = Options::default();
    let (found, time) = timed(|| suggest(&wants, &options));
    let found = found.map_err(|error| Failure::internal("bench", &error))?;
    let exact = |one: &&portulan_pools::Component| one.method != Method::Search;
    let exact = found.components.iter().filter(exact).count();
    let Suggested {
        suggestions,
        candidates,
        weighed,
        cut,
        components,
        ..
    } = &found;
    Ok(Sized {
        wants: count,
        seconds: rounded(millis(time) / 1e3, 3),
        pools: suggestions.len(),
        ratio_greedy: rounded(found.ratio_greedy(), 4),
        ratio_bound: rounded(1.0 - found.gap(), 4),
        candidates: *candidates,
        weighed: *weighed,
        cut: *cut,
        exact,
        searched: components.len() - exact,
    })
}

fn tell(report: &Report) {
    let words = words();
    let figure = |number: f64, decimals: usize| decimal(Lang::Fr, number, decimals);
    for one in &report.sizes {
        let cells = [
            ("wants", one.wants.into()),
            ("seconds", figure(one.seconds, 2).into()),
            ("pools", one.pools.into()),
            ("greedy", figure(one.ratio_greedy, 3).into()),
            ("bound", figure(one.ratio_bound, 3).into()),
            ("cut", one.cut.into()),
        ];
        say(&words.with("bench-pools-size", &cells));
    }
    if let Some(power) = report.exponent {
        let cells = [("exponent", figure(power, 2).into())];
        say(&words.with("bench-pools-growth", &cells));
    }
}
