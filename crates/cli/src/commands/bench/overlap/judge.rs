//! The labelled pairs, judged: ours with labels, and overlap or not beside the two rules.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use portulan_overlap::evaluation::{Judged, Labelled, Measures, measures};
use portulan_overlap::{Item, Known, Label, compare};
use portulan_text::tokens;
use serde::Serialize;

use crate::commands::overlap::{Grounds, items};
use crate::outcome::Failure;

/// Where the set is, from the head of the repository.
const FOLDER: &str = "evaluation/overlap";

/// One file of pairs.
#[derive(Debug, Serialize)]
pub(super) struct Part {
    pub(super) file: String,
    #[serde(flatten)]
    pub(super) measures: Measures,
    /// F1 of overlap or not.
    detected_f1: f64,
    pub(super) title_f1: f64,
    title_threshold: f64,
    pub(super) rule_f1: f64,
    pub(super) ratio_title: f64,
    pub(super) ratio_rule: f64,
}

impl Part {
    pub(super) fn f1(&self) -> f64 {
        self.measures.all.f1.value
    }
}

/// Judges the file of pairs, or both parts of the set.
pub(super) fn judge(
    pairs: Option<&Path>,
    records: Option<&Path>,
    ground: &Grounds<'_>,
) -> Result<Vec<Part>, Failure> {
    let folder = pairs.and_then(Path::parent).unwrap_or(Path::new(FOLDER));
    let records = records.map_or_else(|| folder.join("records.jsonl"), Path::to_path_buf);
    let read = |item: Item| (item.id.clone(), Known::of(item, ground));
    let known: HashMap<String, Known> = items(&records, ground)?.into_iter().map(read).collect();
    let files: Vec<PathBuf> = match pairs {
        Some(file) => vec![file.to_path_buf()],
        None => ["tuning.jsonl", "test.jsonl"]
            .map(|name| folder.join(name))
            .to_vec(),
    };
    // The threshold of titles is set on the tuning part, else where it does best on the very pairs.
    let tuning = folder.join("tuning.jsonl");
    let set_on = if tuning.is_file() {
        Some(tuning.as_path())
    } else {
        files.first().map(PathBuf::as_path)
    };
    let threshold = match set_on {
        Some(file) => best_threshold(&cases(file, &known)?),
        None => 0.5,
    };
    files
        .iter()
        .map(|file| Ok(part(file, &cases(file, &known)?, threshold)))
        .collect()
}

/// A labelled pair and its records.
struct Case<'a> {
    labelled: Labelled,
    a: &'a Known,
    b: &'a Known,
}

fn cases<'a>(file: &Path, known: &'a HashMap<String, Known>) -> Result<Vec<Case<'a>>, Failure> {
    let refused = |text: String| Failure::Refused(format!("{} : {text}", file.display()));
    let text = fs::read_to_string(file).map_err(|error| refused(error.to_string()))?;
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines
        .map(|line| {
            let labelled: Labelled =
                serde_json::from_str(line).map_err(|error| refused(error.to_string()))?;
            let find = |id: &String| known.get(id).ok_or_else(|| refused(id.clone()));
            Ok(Case {
                a: find(&labelled.a)?,
                b: find(&labelled.b)?,
                labelled,
            })
        })
        .collect()
}

fn part(file: &Path, cases: &[Case<'_>], threshold: f64) -> Part {
    let found = |case: &Case<'_>| compare(case.a, case.b).outcome.label();
    let judged: Vec<Judged> = cases
        .iter()
        .map(|case| Judged {
            wanted: case.labelled.label(),
            found: found(case),
            family: case.labelled.family.clone(),
        })
        .collect();
    let detected_f1 = detection(cases, |case| found(case).is_some());
    let title_f1 = detection(cases, |case| titles(case) >= threshold);
    let rule_f1 = detection(cases, |case| rule(case.a.item(), case.b.item()));
    Part {
        file: file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
        measures: measures(&judged),
        detected_f1,
        title_f1,
        title_threshold: threshold,
        rule_f1,
        ratio_title: detected_f1 / title_f1,
        ratio_rule: detected_f1 / rule_f1,
    }
}

/// F1 of saying whether a pair is an overlap, whatever its label.
fn detection(cases: &[Case<'_>], says: impl Fn(&Case<'_>) -> bool) -> f64 {
    let any = |yes: bool| yes.then_some(Label::SameAction);
    let judged: Vec<Judged> = cases
        .iter()
        .map(|case| Judged {
            wanted: any(case.labelled.label().is_some()),
            found: any(says(case)),
            family: case.labelled.family.clone(),
        })
        .collect();
    measures(&judged).all.f1.value
}

/// Where likeness of titles does best.
fn best_threshold(cases: &[Case<'_>]) -> f64 {
    let steps = (0..=20).map(|step| f64::from(step) / 20.0);
    let scored = steps.map(|step| (detection(cases, |case| titles(case) >= step), step));
    scored
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map_or(0.5, |(_, step)| step)
}

/// Words of both titles over words of either.
fn titles(case: &Case<'_>) -> f64 {
    let (one, two) = (tokens(&case.a.item().title), tokens(&case.b.item().title));
    let either: std::collections::BTreeSet<&String> = one.iter().chain(&two).collect();
    let both = either
        .iter()
        .filter(|word| one.contains(**word) && two.contains(**word));
    let count = |number: usize| super::float(number);
    count(both.count()) / count(either.len().max(1))
}

/// One need or service, one commune, one year.
fn rule(one: &Item, two: &Item) -> bool {
    let subject = one.needs.meets(two.needs) || one.services.meets(two.services);
    subject && one.area.meets(&two.area) && one.when().meets(&two.when())
}
