//! `bench linkage`: what matching finds of labelled files, beside Splink on the same records.
//!
//! Labels are split in two by the rule of `portulan_linkage::evaluation`; the figures at the head are those of the test
//! halves of all files together. Pairs whose labels contradict their own file are set aside, and counted once more as they
//! are labelled.

mod columns;
mod establishments;
mod score;
mod sets;
mod splink;

use std::path::{Path, PathBuf};

use portulan_linkage::{Options, Outcome, link};
use serde::Serialize;

use self::score::{Measure, Pairs, Scores, Stratum};
use self::sets::{Columns, Set};
use crate::args::Subjects;
use crate::outcome::{Failure, print_json, say};
use crate::words::words;

/// Fewest pairs of a stratum that is told to a person; JSON holds all.
const TOLD: u32 = 20;

/// What to measure.
#[derive(Debug, clap::Args)]
pub(crate) struct LinkageArgs {
    /// Labelled pairs, or records with the key of their cluster; CSV, gzipped or not. May be given several times.
    #[arg(long, value_name = "FILE", required = true)]
    pairs: Vec<PathBuf>,
    /// Records that pairs name by id, or more records of clusters. May be given several times.
    #[arg(long, value_name = "FILE")]
    records: Vec<PathBuf>,
    /// What the files list. Organisations are judged by their SIRET, which is hidden from matching.
    #[arg(long, value_enum, default_value = "places")]
    kind: Subjects,
    /// Column of ids in the records.
    #[arg(long, value_name = "COLUMN")]
    id: Option<String>,
    /// Column of the first id of a pair.
    #[arg(long, value_name = "COLUMN")]
    a: Option<String>,
    /// Column of the second id of a pair.
    #[arg(long, value_name = "COLUMN")]
    b: Option<String>,
    /// Column of the label.
    #[arg(long, value_name = "COLUMN")]
    label: Option<String>,
    /// Python that may hold Splink 4.
    #[arg(
        long,
        value_name = "PROGRAM",
        env = "PORTULAN_PYTHON",
        default_value = "python3"
    )]
    python: String,
    /// Do not run Splink.
    #[arg(long)]
    without_splink: bool,
    /// Print one JSON object.
    #[arg(long)]
    json: bool,
}

/// Both halves.
#[derive(Debug, Serialize)]
struct Split {
    test: Measure,
    tuning: Measure,
}

/// One file.
#[derive(Debug, Serialize)]
struct OfFile {
    file: String,
    records: usize,
    test: Measure,
    tuning: Measure,
    /// With the labels that contradict their file, taken at their word.
    test_as_labelled: Measure,
    /// Labelled the same and called hosted at one door.
    hosted: u32,
    /// Labelled the same and left to a person.
    review: u32,
    strata: Vec<Stratum>,
    splink: Option<Split>,
}

/// Everything measured, as `--json` prints it. The figures at the head are of the test halves.
#[derive(Debug, Serialize)]
struct Report {
    #[serde(flatten)]
    test: Measure,
    split: Split,
    as_labelled: Measure,
    strata: Vec<Stratum>,
    files: Vec<OfFile>,
    /// Splink on the same records, or `absent`, or why it failed.
    splink: splink::Said,
}

/// Measures and prints.
pub(crate) fn linkage(args: &LinkageArgs) -> Result<(), Failure> {
    let columns = Columns {
        id: args.id.clone(),
        a: args.a.clone(),
        b: args.b.clone(),
        label: args.label.clone(),
        organisations: args.kind == Subjects::Organisations,
    };
    let records: Vec<&Path> = args.records.iter().map(PathBuf::as_path).collect();
    let sets: Result<Vec<Set>, String> = args
        .pairs
        .iter()
        .map(|pairs| sets::read(pairs, &records, &columns))
        .collect();
    let sets = sets.map_err(Failure::Refused)?;
    let rival = if args.without_splink {
        splink::Rival::Absent
    } else {
        splink::Rival::find(&args.python)
    };
    let report = measure(&sets, &rival);
    if args.json {
        return print_json(&report);
    }
    tell(&report);
    Ok(())
}

fn measure(sets: &[Set], rival: &splink::Rival) -> Report {
    let mut ours = Scores::default();
    let mut raw = Scores::default();
    let mut theirs = Scores::default();
    let mut failure = None;
    let mut files = Vec::new();
    for set in sets {
        let (of_file, scores, as_labelled) = of_file(set);
        ours.add(&scores);
        raw.add(&as_labelled);
        let mut of_file = of_file;
        match rival.pairs(set) {
            Some(Ok(called)) => {
                let scores = Scores::of(set, &called, false);
                theirs.add(&scores);
                of_file.splink = Some(split(&scores));
            }
            Some(Err(reason)) => failure = Some(reason),
            None => {}
        }
        files.push(of_file);
    }
    Report {
        test: ours.test(),
        split: split(&ours),
        as_labelled: raw.test(),
        strata: ours.strata(),
        files,
        splink: rival.said(&theirs, failure),
    }
}

fn split(scores: &Scores) -> Split {
    Split {
        test: scores.test(),
        tuning: scores.tuning(),
    }
}

fn of_file(set: &Set) -> (OfFile, Scores, Scores) {
    let links = link(&set.records, &Options::default());
    let with = |outcome: Outcome| -> Pairs {
        let pairs = links.pairs.iter().filter(|pair| pair.outcome == outcome);
        pairs
            .map(|pair| (pair.a.min(pair.b) as usize, pair.a.max(pair.b) as usize))
            .collect()
    };
    let called = with(Outcome::Same);
    let scores = Scores::of(set, &called, false);
    let raw = Scores::of(set, &called, true);
    let among = |pairs: &Pairs| {
        let same = set.labels.iter().filter(|label| label.same);
        let held = same.filter(|label| pairs.contains(&label.ends())).count();
        u32::try_from(held).unwrap_or(u32::MAX)
    };
    let file = OfFile {
        file: set.name.clone(),
        records: set.records.len(),
        test: scores.test(),
        tuning: scores.tuning(),
        test_as_labelled: raw.test(),
        hosted: among(&with(Outcome::Hosted)),
        review: among(&with(Outcome::Review)),
        strata: scores.strata(),
        splink: None,
    };
    (file, scores, raw)
}

fn tell(report: &Report) {
    let line = |what: &str, measure: &Measure| {
        let cells = [
            ("what", what.into()),
            ("precision", measure.said(measure.precision).into()),
            ("recall", measure.said(measure.recall).into()),
            ("f1", measure.said(measure.f1).into()),
            ("found", measure.found.into()),
            ("missed", measure.missed.into()),
            ("wrong", measure.wrong.into()),
            ("precisionlow", measure.said(measure.precision_low).into()),
            ("recalllow", measure.said(measure.recall_low).into()),
        ];
        say(&words().with("bench-linkage-measure", &cells));
    };
    let get = |id: &str| words().get(id);
    line(&get("bench-linkage-test"), &report.split.test);
    line(&get("bench-linkage-as-labelled"), &report.as_labelled);
    line(&get("bench-linkage-tuning"), &report.split.tuning);
    for file in &report.files {
        line(&format!("{} (test)", file.file), &file.test);
        if let Some(splink) = &file.splink {
            line(&format!("{} (test, Splink)", file.file), &splink.test);
        }
    }
    let told = |measure: &Measure| measure.found + measure.missed + measure.wrong >= TOLD;
    for stratum in report.strata.iter().filter(|one| told(&one.measure)) {
        line(&format!("  {}", stratum.stratum), &stratum.measure);
    }
    match &report.splink {
        splink::Said::Measured(measured) => {
            line(
                &format!("Splink {}", measured.version),
                &measured.split.test,
            );
        }
        splink::Said::Absent(reason) => say(&format!("splink : {reason}")),
    }
}
