//! The same open intervals as npm `opening_hours` over one year in France, on real strings.

use std::io::Write;
use std::process::{Command, Stdio};

use chrono::NaiveDateTime;
use portulan_hours::{Hours, OpenState, Zone};
use serde::Deserialize;

use crate::{lines, root, share};

const FROM: &str = "2026-01-01";
const TO: &str = "2027-01-01";
/// The judge knows school holidays and customs by région.
const STATE: &str = "Bretagne";

const OWN_CASES: &str = "source,valeur,occurrences\nown,\"Mo-Fr 09:00-12:00,14:00-17:00\",1\nown,\"Tu,Th 14:00-17:00; PH off\",1\nown,\"Sa[1] 10:00-12:00\",1\n";

#[derive(Deserialize)]
struct Verdict {
    intervals: Option<Vec<(String, String, bool)>>,
    error: Option<String>,
}

/// Open for sure: what the judge calls unknown is compared apart.
type Open = Vec<(NaiveDateTime, NaiveDateTime)>;

fn strings() -> Vec<String> {
    let table = lines("corpus-horaires-osm-reels.csv.gz", OWN_CASES).join("\n");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    reader
        .records()
        .map(|record| record.unwrap().get(1).unwrap_or_default().to_owned())
        .collect()
}

fn verdicts(strings: &[String]) -> Vec<Verdict> {
    let folder = root().join("e2e/judges");
    assert!(
        folder.join("node_modules/opening_hours").exists(),
        "the judge is not installed: run `npm ci` in e2e/judges (./scripts/test does)"
    );
    let mut child = Command::new("node")
        .arg("opening-hours.mjs")
        .args([FROM, TO, STATE])
        .env("TZ", "Europe/Paris")
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let text = strings
        .iter()
        .map(|line| line.replace('\n', " "))
        .collect::<Vec<_>>()
        .join("\n");
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()).unwrap());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn time(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
}

fn joined(stretches: impl Iterator<Item = (NaiveDateTime, NaiveDateTime)>) -> Open {
    let mut all: Open = Vec::new();
    for (start, end) in stretches {
        match all.last_mut() {
            Some(last) if last.1 == start => last.1 = end,
            _ => all.push((start, end)),
        }
    }
    all
}

fn ours(text: &str, zone: Zone) -> Option<Open> {
    let hours = Hours::parse(text, zone).ok()?;
    let found = hours.intervals(time(&format!("{FROM}T00:00")), time(&format!("{TO}T00:00")));
    Some(joined(
        found
            .into_iter()
            .filter(|one| one.state == OpenState::Open)
            .map(|one| (one.start, one.end)),
    ))
}

#[test]
fn real_strings_are_open_when_the_reference_program_says_so() {
    let strings = strings();
    let zone = Zone::of("35238".parse().ok());
    let verdicts = verdicts(&strings);
    assert_eq!(verdicts.len(), strings.len());
    let (mut same, mut judged) = (0, 0);
    for (text, verdict) in strings.iter().zip(&verdicts) {
        let Some(intervals) = &verdict.intervals else {
            if Hours::parse(text, zone).is_ok() {
                println!(
                    "  only read here: {text:?} ({})",
                    verdict.error.as_deref().unwrap_or_default()
                );
            }
            continue;
        };
        judged += 1;
        let theirs = joined(
            intervals
                .iter()
                .filter(|one| !one.2)
                .map(|one| (time(&one.0), time(&one.1))),
        );
        if ours(text, zone) == Some(theirs) {
            same += 1;
        } else {
            println!("  differs: {text:?}");
        }
    }
    let same = share(
        "real strings open at the same times over 2026 in Rennes",
        same,
        judged,
    );
    assert!(same >= 99.5, "{same}");
}
