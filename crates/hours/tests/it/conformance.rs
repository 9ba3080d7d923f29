//! The reference program's own cases that depend on no place: the same open intervals, the same refusals.

use chrono::{DateTime, NaiveDateTime, Utc};
use portulan_hours::{Hours, OpenState, Zone};
use serde::Deserialize;

use crate::{lines, share};

#[derive(Deserialize)]
struct Case {
    id: String,
    kind: String,
    value: String,
    from: Option<String>,
    to: Option<String>,
    intervals: Option<Vec<Expected>>,
    location: Option<serde_json::Value>,
    mode: Option<u8>,
}

/// Start, end, whether unknown, comment.
type Expected = (String, String, bool, Option<String>);

const OWN_CASES: &str = r#"{"id":"own-1","kind":"intervals","value":"Mo 10:00-12:00","from":"2026-01-05 0:00","to":"2026-01-12 0:00","intervals":[["2026-01-05 10:00","2026-01-05 12:00",false,null]]}
{"id":"own-2","kind":"intervals","value":"Mo-Su 22:00-02:00","from":"2026-01-05 12:00","to":"2026-01-06 12:00","intervals":[["2026-01-05 22:00","2026-01-06 02:00",false,null]]}
{"id":"own-3","kind":"intervals","value":"Mo off","from":"2026-01-05 0:00","to":"2026-01-12 0:00","intervals":[]}"#;

/// Wall-clock time. Instants in UTC are on the clock of Berlin, which hangs with that of Paris.
fn time(text: &str) -> NaiveDateTime {
    if let Ok(instant) = text.parse::<DateTime<Utc>>() {
        return Zone::default().local(instant);
    }
    ["%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S"]
        .iter()
        .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())
        .unwrap_or_else(|| panic!("{text}"))
}

type Stretch = (NaiveDateTime, NaiveDateTime, bool);

/// Stretches as the reference joins them: side by side and in the same state.
fn joined(stretches: impl Iterator<Item = Stretch>) -> Vec<Stretch> {
    let mut all: Vec<Stretch> = Vec::new();
    for (start, end, unknown) in stretches {
        match all.last_mut() {
            Some(last) if last.1 == start && last.2 == unknown => last.1 = end,
            _ => all.push((start, end, unknown)),
        }
    }
    all
}

fn agrees(case: &Case) -> bool {
    let Ok(hours) = Hours::parse(&case.value, Zone::default()) else {
        return false;
    };
    let (Some(from), Some(to), Some(wanted)) = (&case.from, &case.to, &case.intervals) else {
        return false;
    };
    let found = hours.intervals(time(from), time(to));
    let found = joined(
        found
            .into_iter()
            .map(|one| (one.start, one.end, one.state == OpenState::Unknown)),
    );
    let wanted = joined(wanted.iter().map(|one| (time(&one.0), time(&one.1), one.2)));
    found == wanted
}

fn cases(kind: &str) -> Vec<Case> {
    let all = lines("oh-js-conformance.jsonl.gz", OWN_CASES);
    let read = all
        .iter()
        .map(|line| serde_json::from_str::<Case>(line).unwrap());
    read.filter(|case| case.kind == kind && case.location.is_none())
        .collect()
}

#[test]
fn intervals_are_those_of_the_reference_program() {
    // Mode 1 is for moments (collection times): a place that is open for a moment is not open.
    let cases: Vec<Case> = cases("intervals")
        .into_iter()
        .filter(|case| case.mode != Some(1))
        .collect();
    let wrong: Vec<&Case> = cases.iter().filter(|case| !agrees(case)).collect();
    for case in &wrong {
        println!("  differs: {} {:?}", case.id, case.value);
    }
    let right = share(
        "location-free interval cases",
        cases.len() - wrong.len(),
        cases.len(),
    );
    assert!(right >= 98.0, "{right}");
}
