//! Mutation fuzzing in process: seeds are flipped, cut, spliced and salted with words of the grammar, for a time.
//!
//! It runs on the stable toolchain everywhere. A panic, or an input that takes too long, fails with the input and the
//! seed that drew it. `PORTULAN_FUZZ_SECONDS` (10) and `PORTULAN_SEED` (drawn and printed) set a run.

use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng};

/// Longest input made, in bytes.
const LONGEST: usize = 4_096;
/// Inputs kept as material for others.
const POOL: usize = 512;
/// Longest time for one input, unoptimised build included.
const PATIENCE: Duration = Duration::from_secs(5);

/// What is fuzzed, and from what.
pub struct Target<'a> {
    /// Its name.
    pub name: &'a str,
    /// Inputs to start from.
    pub seeds: &'a [&'a str],
    /// Words of the grammar.
    pub words: &'a [&'a str],
}

/// How a run ended well.
#[derive(Debug)]
pub struct Run {
    /// Inputs tried.
    pub inputs: u64,
    /// Seed of the run.
    pub seed: u64,
    /// The slowest input took so long.
    pub slowest: Duration,
}

/// Tries inputs until the time is over. The error tells the input to add to a test.
pub fn run(target: &Target<'_>, try_one: impl Fn(&[u8])) -> Result<Run, String> {
    let seed = seed();
    let mut rng = StdRng::seed_from_u64(seed);
    let mut pool: Vec<Vec<u8>> = target
        .seeds
        .iter()
        .map(|text| text.as_bytes().to_vec())
        .collect();
    let until = Instant::now() + seconds();
    let mut run = Run {
        inputs: 0,
        seed,
        slowest: Duration::ZERO,
    };
    while Instant::now() < until {
        let input = mutated(&pool, target.words, &mut rng);
        let started = Instant::now();
        if catch_unwind(AssertUnwindSafe(|| try_one(&input))).is_err() {
            return Err(told(target, seed, "panics on", &input));
        }
        let took = started.elapsed();
        if took > PATIENCE {
            return Err(told(target, seed, &format!("takes {took:?} on"), &input));
        }
        run.slowest = run.slowest.max(took);
        run.inputs += 1;
        if rng.random_ratio(1, 16) {
            keep(&mut pool, input, target.seeds.len(), &mut rng);
        }
    }
    Ok(run)
}

/// Seeds stay; what was made from them takes the place of one another.
fn keep(pool: &mut Vec<Vec<u8>>, input: Vec<u8>, seeds: usize, rng: &mut StdRng) {
    if pool.len() < POOL {
        pool.push(input);
    } else {
        let place = rng.random_range(seeds..pool.len());
        if let Some(old) = pool.get_mut(place) {
            *old = input;
        }
    }
}

fn mutated(pool: &[Vec<u8>], words: &[&str], rng: &mut StdRng) -> Vec<u8> {
    let mut input = drawn(pool, rng).cloned().unwrap_or_default();
    for _ in 0..rng.random_range(1..=6_u8) {
        mutate(&mut input, pool, words, rng);
    }
    input.truncate(LONGEST);
    input
}

fn mutate(input: &mut Vec<u8>, pool: &[Vec<u8>], words: &[&str], rng: &mut StdRng) {
    let at = rng.random_range(0..=input.len());
    match rng.random_range(0..8_u8) {
        0 => {
            if let Some(byte) = input.get_mut(at) {
                *byte ^= 1 << rng.random_range(0..8_u8);
            }
        }
        1 => insert(input, at, &[rng.random()]),
        2 => {
            let end = rng.random_range(at..=input.len());
            input.drain(at..end);
        }
        3 => {
            let end = rng.random_range(at..=input.len());
            let copy = input.get(at..end).unwrap_or_default().to_vec();
            insert(input, at, &copy);
        }
        4 => {
            let other = drawn(pool, rng).cloned().unwrap_or_default();
            let from = rng.random_range(0..=other.len());
            input.truncate(at);
            input.extend_from_slice(other.get(from..).unwrap_or_default());
        }
        5 => insert(input, at, "€œ\u{202f}\u{0}𝄞é".as_bytes()),
        _ => {
            let word = words
                .get(rng.random_range(0..words.len().max(1)))
                .copied()
                .unwrap_or_default();
            insert(input, at, word.as_bytes());
        }
    }
}

fn insert(input: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    let at = at.min(input.len());
    input.splice(at..at, bytes.iter().copied());
    input.truncate(LONGEST);
}

fn drawn<'a>(pool: &'a [Vec<u8>], rng: &mut StdRng) -> Option<&'a Vec<u8>> {
    pool.get(rng.random_range(0..pool.len().max(1)))
}

fn told(target: &Target<'_>, seed: u64, what: &str, input: &[u8]) -> String {
    let mut shown = String::new();
    for byte in input {
        let _infallible = write!(shown, "{}", byte.escape_ascii());
    }
    format!("{} {what} b\"{shown}\" (seed {seed})", target.name)
}

#[expect(
    clippy::disallowed_methods,
    reason = "tests have no command line: settings of a run come from the environment"
)]
fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

fn seconds() -> Duration {
    Duration::from_secs(setting("PORTULAN_FUZZ_SECONDS").unwrap_or(10))
}

fn seed() -> u64 {
    use std::hash::{BuildHasher, RandomState};
    setting("PORTULAN_SEED").unwrap_or_else(|| RandomState::new().hash_one(0_u8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parser_that_panics_is_caught_with_its_input() {
        let target = Target {
            name: "sample",
            seeds: &["ab"],
            words: &["boom"],
        };
        let found = run(&target, |input| {
            assert!(!input.windows(4).any(|four| four == b"boom"));
        });
        assert!(found.unwrap_err().contains("boom"));
    }
}
