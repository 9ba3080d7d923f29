//! Splink 4, the usual tool for this, on the same records: run as a Python script where it is installed.
//!
//! The probability from which it says "same" is the one that gives it its best F1 on the tuning half.

use std::io::Write;
use std::process::{Command, Stdio};

use portulan_linkage::Record;
use serde::Serialize;
use serde_json::json;

use super::score::{Pairs, Scores};
use super::sets::Set;
use super::{Split, split};

const SCRIPT: &str = include_str!("rival.py");
/// Probabilities that are tried.
const THRESHOLDS: [f64; 9] = [0.05, 0.1, 0.3, 0.5, 0.7, 0.9, 0.95, 0.99, 0.999];

/// Splink, or its absence.
#[derive(Debug)]
pub(super) enum Rival {
    Absent,
    Present { python: String, version: String },
}

/// What is said of it in the report.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Said {
    Measured(Measured),
    Absent(String),
}

/// Its figures.
#[derive(Debug, Serialize)]
pub(super) struct Measured {
    pub(super) version: String,
    #[serde(flatten)]
    pub(super) split: Split,
}

impl Rival {
    /// Asks a Python for its Splink.
    pub(super) fn find(python: &str) -> Self {
        let asked = Command::new(python)
            .args(["-c", SCRIPT, "--version"])
            .stderr(Stdio::null())
            .output();
        match asked {
            Ok(answer) if answer.status.success() => Self::Present {
                python: python.to_owned(),
                version: String::from_utf8_lossy(&answer.stdout).trim().to_owned(),
            },
            _ => Self::Absent,
        }
    }

    /// Pairs that it calls the same.
    pub(super) fn pairs(&self, set: &Set) -> Option<Result<Pairs, String>> {
        let Self::Present { python, .. } = self else {
            return None;
        };
        Some(run(python, &set.records).map(|found| best(set, &found)))
    }

    pub(super) fn said(&self, scores: &Scores, failure: Option<String>) -> Said {
        match (self, failure) {
            (Self::Absent, _) => Said::Absent("absent".to_owned()),
            (_, Some(reason)) => Said::Absent(reason),
            (Self::Present { version, .. }, None) => Said::Measured(Measured {
                version: version.clone(),
                split: split(scores),
            }),
        }
    }
}

type Found = Vec<(usize, usize, f64)>;

fn best(set: &Set, found: &Found) -> Pairs {
    let above = |threshold: f64| -> Pairs {
        let kept = found.iter().filter(|(_, _, p)| *p >= threshold);
        kept.map(|(a, b, _)| (*a.min(b), *a.max(b))).collect()
    };
    let f1 = |threshold: &f64| Scores::of(set, &above(*threshold), false).tuning().f1;
    let best = THRESHOLDS
        .iter()
        .max_by(|a, b| f1(a).total_cmp(&f1(b)))
        .copied();
    above(best.unwrap_or(0.5))
}

fn run(python: &str, records: &[Record]) -> Result<Found, String> {
    let failed = |error: &dyn std::fmt::Display| format!("Splink : {error}");
    let mut child = Command::new(python)
        .args(["-c", SCRIPT])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| failed(&error))?;
    let mut lines = Vec::new();
    for (rank, record) in records.iter().enumerate() {
        let row = json!({
            "unique_id": rank,
            "name": record.name.to_lowercase(),
            "street": record.street.as_deref().map(str::to_lowercase),
            "postcode": record.postcode,
            "commune": record.commune.as_deref().map(str::to_lowercase),
            "insee": record.insee,
            "lat": record.position.map(portulan_model::Position::lat),
            "lon": record.position.map(portulan_model::Position::lon),
            "phone": record.phones.first(),
            "email": record.emails.first(),
            "website": record.websites.first(),
            "siret": record.pivot,
        });
        lines.extend(row.to_string().into_bytes());
        lines.push(b'\n');
    }
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(&lines).map_err(|error| failed(&error))?;
    }
    let answer = child.wait_with_output().map_err(|error| failed(&error))?;
    if !answer.status.success() {
        let text = String::from_utf8_lossy(&answer.stderr);
        let mut lines = text.lines().rev();
        let told = lines
            .find(|line| line.contains("Error"))
            .unwrap_or("arrêté");
        return Err(failed(&told));
    }
    String::from_utf8_lossy(&answer.stdout)
        .lines()
        // DuckDB draws its progress among the answers.
        .filter_map(|line| line.find('[').and_then(|at| line.get(at..)))
        .map(|line| serde_json::from_str(line).map_err(|error| failed(&error)))
        .collect()
}
