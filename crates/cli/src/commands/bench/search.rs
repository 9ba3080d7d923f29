//! `bench search`: the demanding question at three sizes, beside PostgreSQL with PostGIS and beside a bare server.

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use portulan_app::{Clock, Directory, SystemClock};
use portulan_geo::Reference;
use portulan_i18n::{Lang, decimal};
use portulan_model::Place;
use portulan_search::Snapshot;
use serde::Serialize;

use super::generate::Generator;
use super::loaded;
use super::postgis::{self, Baseline};
use super::process::resident_mb;
use super::served::{self, Measured};
use super::timing::{Times, exponent, float, millis, rounded, timed};
use super::workload::{Question, questions};
use crate::outcome::{Failure, print_json, say};
use crate::words::words;

/// Fewest places: a sixteenth of them must still be some.
const FEWEST: usize = 160;
/// Most places imported into a database to be served: those of France.
const SERVED: usize = 15_250;
/// Answers timed, unless time runs out first.
const SAMPLES: usize = 4_800;
const WITHIN: Duration = Duration::from_secs(12);

/// One size.
#[derive(Debug, Serialize)]
struct Sized {
    places: usize,
    build_ms: f64,
    p50_us: f64,
    p99_us: f64,
    samples: usize,
    mean_total: f64,
}

/// Everything measured, as `--json` prints it.
#[derive(Debug, Serialize)]
struct Report {
    places: usize,
    seed: u64,
    questions: usize,
    p50_us: f64,
    p99_us: f64,
    build_ms: f64,
    /// From the start of the process to its first answer, with `served_places`.
    start_ms: f64,
    /// Resident: of the server when it serves as many places as asked, else of this process with its places and index.
    memory_mb: f64,
    /// Growth of the median from a sixteenth of the places to all.
    exponent: Option<f64>,
    ratio_postgis: Option<f64>,
    ratio_bare_server: f64,
    served_places: usize,
    sizes: Vec<Sized>,
    served: Measured,
    postgis: Option<Baseline>,
    /// Why there is no baseline.
    postgis_missing: Option<String>,
}

/// Measures and prints.
pub(crate) async fn search(
    places: usize,
    seed: u64,
    with_postgis: bool,
    json: bool,
) -> Result<(), Failure> {
    if places < FEWEST {
        let text = words().with("bench-too-few", &[("fewest", FEWEST.into())]);
        return Err(Failure::Usage(text));
    }
    let directory = loaded::demonstration().await?;
    let generated = Generator::new(directory.snapshot.places(), &directory.reference)
        .map(|generator| generator.places(places, seed))
        .ok_or_else(|| Failure::Internal("aucun lieu de démonstration".to_owned()))?;
    let now = SystemClock.now();
    let served_places = places.min(SERVED);
    let few: Vec<Arc<Place>> = generated.iter().take(served_places).cloned().collect();
    let indexed = Indexed::measure(generated, &directory.reference, now, seed);
    let baseline =
        with_postgis.then(|| postgis::measure(&indexed.snapshot, &indexed.questions, now));
    let served = serve(&few, &directory).await?;
    let report = report(indexed, served, baseline, served_places, seed);
    if json {
        print_json(&report)
    } else {
        tell(&report);
        Ok(())
    }
}

async fn serve(places: &[Arc<Place>], directory: &Arc<Directory>) -> Result<Measured, Failure> {
    let folder = loaded::installation(places).await?;
    let directory = Arc::clone(directory);
    let measuring =
        tokio::task::spawn_blocking(move || served::measure(&folder, &directory.reference));
    measuring
        .await
        .map_err(|error| Failure::internal("mesure par HTTP", &error))?
}

/// The index and what was measured on it.
struct Indexed {
    snapshot: Snapshot,
    questions: Vec<Question>,
    /// Times of each question at the full size.
    times: Vec<Vec<Duration>>,
    sizes: Vec<Sized>,
    memory_mb: f64,
}

impl Indexed {
    fn measure(
        places: Vec<Arc<Place>>,
        reference: &Reference,
        now: DateTime<Utc>,
        seed: u64,
    ) -> Self {
        let questions = questions(&places, now.date_naive(), seed);
        let fewer: Vec<Vec<Arc<Place>>> = [16, 4]
            .iter()
            .map(|part| places.iter().take(places.len() / part).cloned().collect())
            .collect();
        let (snapshot, build) = timed(|| Snapshot::build(places, reference));
        let memory_mb = resident_mb("self").unwrap_or(f64::NAN);
        let (whole, times) = sized(&snapshot, build, &questions, now);
        let mut sizes: Vec<Sized> = Vec::new();
        for places in fewer {
            let (small, build) = timed(|| Snapshot::build(places, reference));
            sizes.push(sized(&small, build, &questions, now).0);
        }
        sizes.push(whole);
        Self {
            snapshot,
            questions,
            times,
            sizes,
            memory_mb,
        }
    }
}

fn sized(
    snapshot: &Snapshot,
    build: Duration,
    questions: &[Question],
    now: DateTime<Utc>,
) -> (Sized, Vec<Vec<Duration>>) {
    let total: usize = questions
        .iter()
        .map(|question| snapshot.answer(&question.query, now).total)
        .sum();
    let mut times: Vec<Vec<Duration>> = vec![Vec::new(); questions.len()];
    let (begun, rounds) = (Instant::now(), SAMPLES.div_ceil(questions.len().max(1)));
    for _ in 0..rounds {
        for (question, times) in questions.iter().zip(&mut times) {
            let start = Instant::now();
            black_box(snapshot.answer(black_box(&question.query), now));
            times.push(start.elapsed());
        }
        if begun.elapsed() > WITHIN {
            break;
        }
    }
    let all = Times::new(times.iter().flatten().copied().collect());
    let sized = Sized {
        places: snapshot.len(),
        build_ms: rounded(millis(build), 1),
        p50_us: rounded(all.median_us(), 1),
        p99_us: rounded(all.slow_us(), 1),
        samples: all.len(),
        mean_total: rounded(float(total) / float(questions.len()), 1),
    };
    (sized, times)
}

fn report(
    indexed: Indexed,
    served: Measured,
    baseline: Option<Result<Baseline, String>>,
    served_places: usize,
    seed: u64,
) -> Report {
    let (postgis, postgis_missing) = match baseline {
        None => (None, Some("--without-postgis".to_owned())),
        Some(Err(reason)) => (None, Some(reason)),
        Some(Ok(baseline)) => (Some(baseline), None),
    };
    let asked = postgis::asked(&indexed.snapshot, &indexed.questions);
    let ours = Times::new(
        indexed
            .times
            .iter()
            .take(asked)
            .flatten()
            .copied()
            .collect(),
    )
    .median_us();
    let whole = indexed.sizes.last();
    let of = |get: fn(&Sized) -> f64| whole.map_or(f64::NAN, get);
    let growth: Vec<(f64, f64)> = indexed
        .sizes
        .iter()
        .map(|size| (float(size.places), size.p50_us))
        .collect();
    let places = indexed.snapshot.len();
    Report {
        places,
        seed,
        questions: indexed.questions.len(),
        p50_us: of(|size| size.p50_us),
        p99_us: of(|size| size.p99_us),
        build_ms: of(|size| size.build_ms),
        start_ms: served.start_ms,
        memory_mb: if served_places == places {
            served.memory_mb
        } else {
            rounded(indexed.memory_mb, 1)
        },
        exponent: exponent(&growth).map(|exponent| rounded(exponent, 3)),
        ratio_postgis: postgis
            .as_ref()
            .map(|baseline| rounded(baseline.p50_us / ours, 1)),
        ratio_bare_server: served.ratio_bare_server,
        served_places,
        sizes: indexed.sizes,
        served,
        postgis,
        postgis_missing,
    }
}

fn tell(report: &Report) {
    let words = words();
    let figure = |number: f64, decimals: usize| decimal(Lang::Fr, number, decimals);
    for size in &report.sizes {
        say(&words.with(
            "bench-search-size",
            &[
                ("places", size.places.into()),
                ("median", figure(size.p50_us / 1e3, 3).into()),
                ("slow", figure(size.p99_us / 1e3, 3).into()),
                ("build", figure(size.build_ms, 0).into()),
                ("total", figure(size.mean_total, 1).into()),
                ("samples", size.samples.into()),
            ],
        ));
    }
    let exponent = report.exponent.unwrap_or(f64::NAN);
    say(&words.with(
        "bench-search-growth",
        &[
            ("exponent", figure(exponent, 2).into()),
            ("memory", figure(report.memory_mb, 0).into()),
        ],
    ));
    tell_baselines(report);
}

fn tell_baselines(report: &Report) {
    let words = words();
    let figure = |number: f64, decimals: usize| decimal(Lang::Fr, number, decimals);
    if let (Some(baseline), Some(ratio)) = (&report.postgis, report.ratio_postgis) {
        say(&words.with(
            "bench-search-postgis",
            &[
                ("ratio", figure(ratio, 1).into()),
                ("version", baseline.version.as_str().into()),
                ("median", figure(baseline.p50_us / 1e3, 1).into()),
                ("questions", baseline.questions.into()),
                ("same", baseline.same_answers.into()),
                ("compared", baseline.compared.into()),
            ],
        ));
    } else {
        let reason = report.postgis_missing.clone().unwrap_or_default();
        say(&words.with("bench-search-no-postgis", &[("reason", reason.into())]));
    }
    let served = &report.served;
    say(&words.with(
        "bench-search-served",
        &[
            ("places", report.served_places.into()),
            ("start", figure(served.start_ms, 0).into()),
            ("memory", figure(served.memory_mb, 0).into()),
            ("ratio", figure(served.ratio_bare_server, 2).into()),
            ("ours", figure(served.server_cpu_us, 0).into()),
            ("bare", figure(served.bare_cpu_us, 0).into()),
            ("bytes", served.bytes.into()),
            ("varied", figure(served.ratio_bare_server_varied, 2).into()),
            ("addresses", served.varied_addresses.into()),
        ],
    ));
}
