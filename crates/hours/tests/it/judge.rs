//! The same open intervals as npm `opening_hours` over one year in France: on real strings, and on those that are
//! written from hours in French.

use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Stdio};

use chrono::{NaiveDateTime, Weekday};
use portulan_hours::french::{Reading, read_text, read_week};
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

const OWN_TEXTS: &str = "champ,texte,occurrences\nx_jour,\"9h-12h / 14h-17h30\",1\nx_jour,fermé,1\nx,\"du lundi au vendredi de 9h à 12h, sauf jours fériés\",1\nx,1er mardi du mois 14h-17h,1\n";

/// Hours that change with the months, which the corpus hardly has.
const BY_MONTHS: [&str; 4] = [
    "De septembre à juin : lundi au vendredi 9h-12h, sauf jours fériés\nJuillet et août : mardi 10h-12h",
    "Lundi au samedi 9h-17h. En août : fermé",
    "Lundi au samedi 9h-17h ; juillet-août : 1er mardi du mois 9h-12h",
    "avril et octobre : mercredi 9h-12h semaines paires, hors vacances scolaires",
];

fn strings() -> Vec<String> {
    let table = table("corpus-horaires-osm-reels.csv.gz", OWN_CASES);
    table.into_iter().map(|(_, text)| text).collect()
}

/// The first two columns.
fn table(name: &str, own: &str) -> Vec<(String, String)> {
    let table = lines(name, own).join("\n");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let cell = |record: &csv::StringRecord, rank| record.get(rank).unwrap_or_default().to_owned();
    reader
        .records()
        .map(Result::unwrap)
        .map(|record| (cell(&record, 0), cell(&record, 1)))
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

/// How alike the two programs read strings: how many of those that the judge reads have the same open intervals, and
/// the strings that it refuses.
struct Alike {
    same: usize,
    judged: usize,
    refused: Vec<(String, String)>,
}

fn compare(strings: &[String]) -> Alike {
    let zone = Zone::of("35238".parse().ok());
    let verdicts = verdicts(strings);
    assert_eq!(verdicts.len(), strings.len());
    let mut alike = Alike {
        same: 0,
        judged: 0,
        refused: Vec::new(),
    };
    for (text, verdict) in strings.iter().zip(&verdicts) {
        let Some(intervals) = &verdict.intervals else {
            let reason = verdict.error.clone().unwrap_or_default();
            alike.refused.push((text.clone(), reason));
            continue;
        };
        alike.judged += 1;
        let theirs = joined(
            intervals
                .iter()
                .filter(|one| !one.2)
                .map(|one| (time(&one.0), time(&one.1))),
        );
        if ours(text, zone) == Some(theirs) {
            alike.same += 1;
        } else {
            println!("  differs: {text:?}");
        }
    }
    alike
}

/// Columns named after a day hold the hours of that day.
fn read(column: &str, text: &str) -> Reading {
    if column.ends_with("_jour") {
        read_week(&[(Weekday::Tue, text)])
    } else {
        read_text(text)
    }
}

#[test]
fn what_is_written_from_french_is_never_refused_by_the_reference_program() {
    let mut texts = table("corpus-horaires-texte-francais.csv.gz", OWN_TEXTS);
    texts.extend(BY_MONTHS.map(|text| (String::new(), text.to_owned())));
    let readings: Vec<Reading> = texts
        .iter()
        .map(|(column, text)| read(column, text))
        .collect();
    let written: BTreeSet<&String> = readings
        .iter()
        .filter_map(|reading| reading.osm.as_ref())
        .collect();
    let strings: Vec<String> = written.into_iter().cloned().collect();
    let whole = readings.iter().filter(|reading| reading.rest.is_empty());
    let whole = share("French texts read whole", whole.count(), readings.len());
    assert!(whole >= 90.0, "{whole}");
    let alike = compare(&strings);
    assert!(alike.refused.is_empty(), "{:#?}", alike.refused);
    let same = share(
        "strings written from French, open at the same times over 2026 in Rennes",
        alike.same,
        alike.judged,
    );
    assert!(same >= 99.5, "{same}");
}

#[test]
fn real_strings_are_open_when_the_reference_program_says_so() {
    let zone = Zone::of("35238".parse().ok());
    let alike = compare(&strings());
    for (text, reason) in &alike.refused {
        if Hours::parse(text, zone).is_ok() {
            println!("  only read here: {text:?} ({reason})");
        }
    }
    let same = share(
        "real strings open at the same times over 2026 in Rennes",
        alike.same,
        alike.judged,
    );
    assert!(same >= 99.5, "{same}");
}
