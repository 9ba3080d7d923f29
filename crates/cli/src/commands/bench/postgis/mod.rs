//! The same questions put to PostgreSQL with PostGIS, on the same rows, with the indexes that it would be given.
//!
//! The cluster is started here and stopped at the end. Statements are prepared once, so that no planning is counted;
//! times are those that `psql` prints, over a local socket. What both answer is compared: totals and all counts.

mod cluster;
mod rows;
mod statement;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Duration;

use chrono::{DateTime, Utc};
use portulan_search::{Answer, Snapshot};
use serde::Serialize;

use self::cluster::Cluster;
use super::loaded::Folder;
use super::timing::{Times, millis, rounded, timed};
use super::workload::Question;

/// Places from which fewer questions are put, once each.
const MANY: usize = 100_000;

/// What PostgreSQL did.
#[derive(Debug, Serialize)]
pub(crate) struct Baseline {
    pub(crate) version: String,
    pub(crate) load_ms: f64,
    pub(crate) questions: usize,
    pub(crate) p50_us: f64,
    pub(crate) p99_us: f64,
    /// Questions without typing mistake, and how many of them both answer alike, total and every count. A mistake is
    /// forgiven in another way there (trigrams), so those are not compared.
    pub(crate) compared: usize,
    pub(crate) same_answers: usize,
}

/// Counts of an answer, by filter and value; zeros left out.
type Counts = BTreeMap<(String, String), u64>;

/// Runs the questions; an error is the reason why there is no baseline.
pub(crate) fn measure(
    snapshot: &Snapshot,
    questions: &[Question],
    now: DateTime<Utc>,
) -> Result<Baseline, String> {
    let folder = Folder::new("postgres").map_err(|failure| format!("{failure:?}"))?;
    let cluster = Cluster::start(&folder, snapshot.len() >= MANY)?;
    let version = cluster
        .run("SELECT split_part(version(), ' ', 2) || ', PostGIS ' || postgis_lib_version()")?;
    let (loaded, load) = timed(|| cluster.feed(|out| rows::write(snapshot.places(), now, out)));
    loaded?;
    let asked = questions
        .get(..asked(snapshot, questions))
        .unwrap_or(questions);
    let repeats = if snapshot.len() >= MANY { 1 } else { 4 };
    let script = script(asked, now, repeats);
    let output = cluster.feed(|out| out.write_all(script.as_bytes()))?;
    let (times, answers) = read(&output);
    let times = Times::new(times);
    if times.len() < asked.len() {
        return Err(format!("{} réponses sur {}", times.len(), asked.len()));
    }
    let exact: Vec<_> = asked
        .iter()
        .zip(answers)
        .filter(|(question, _)| !question.mistyped)
        .collect();
    let same = exact
        .iter()
        .filter(|(question, theirs)| counts(&snapshot.answer(&question.query, now)) == *theirs);
    Ok(Baseline {
        version: version.trim().to_owned(),
        load_ms: rounded(millis(load), 0),
        questions: asked.len(),
        p50_us: rounded(times.median_us(), 0),
        p99_us: rounded(times.slow_us(), 0),
        compared: exact.len(),
        same_answers: same.count(),
    })
}

/// How many of the questions are put to PostgreSQL.
pub(crate) fn asked(snapshot: &Snapshot, questions: &[Question]) -> usize {
    if snapshot.len() >= MANY {
        questions.len().min(16)
    } else {
        questions.len()
    }
}

fn script(questions: &[Question], now: DateTime<Utc>, repeats: usize) -> String {
    let mut script = String::new();
    for (number, question) in questions.iter().enumerate() {
        let statement = statement::statement(question, now);
        let _infallible = writeln!(
            script,
            "PREPARE q{number} AS {statement};\n\\echo ask\nEXECUTE q{number};"
        );
        script.push_str("\\o /dev/null\n\\timing on\n");
        for _ in 0..repeats {
            let _infallible = writeln!(script, "EXECUTE q{number};");
        }
        script.push_str("\\timing off\n\\o\n");
    }
    script
}

/// Times, and the counts of each question.
fn read(output: &str) -> (Vec<Duration>, Vec<Counts>) {
    let (mut times, mut answers) = (Vec::new(), Vec::new());
    for line in output.lines() {
        if line == "ask" {
            answers.push(Counts::new());
        } else if let Some(time) = line.strip_prefix("Time: ") {
            let millis = time
                .split(' ')
                .next()
                .and_then(|number| number.parse::<f64>().ok());
            times.extend(millis.map(|millis| Duration::from_secs_f64(millis / 1e3)));
        } else if let [filter, value, count] = line.split('|').collect::<Vec<_>>().as_slice()
            && let (Some(answer), Ok(count)) = (answers.last_mut(), count.parse::<u64>())
            && *filter != statement::HIT
            && count > 0
        {
            answer.insert(((*filter).to_owned(), (*value).to_owned()), count);
        }
    }
    (times, answers)
}

/// Our own counts in the same shape.
fn counts(answer: &Answer) -> Counts {
    let mut all = Counts::new();
    let mut put = |filter: &str, value: String, count: usize| {
        if count > 0 {
            all.insert(
                (filter.to_owned(), value),
                u64::try_from(count).unwrap_or(u64::MAX),
            );
        }
    };
    put("total", String::new(), answer.total);
    put("unknown", String::new(), answer.unknown_hours);
    let Some(facets) = &answer.facets else {
        return all;
    };
    put("open_now", String::new(), facets.open_now);
    macro_rules! closed {
        ($($field:ident),+) => { $(
            for (value, count) in &facets.$field {
                put(stringify!($field), portulan_model::ClosedList::rank(*value).to_string(), *count);
            }
        )+ };
    }
    closed!(
        services, publics, care, fees, access, support, mobility, programmes, labels
    );
    facets
        .networks
        .iter()
        .for_each(|(value, count)| put("networks", value.to_string(), *count));
    facets
        .kinds
        .iter()
        .for_each(|(value, count)| put("kinds", value.clone(), *count));
    facets
        .sources
        .iter()
        .for_each(|(value, count)| put("sources", value.to_string(), *count));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_psql_prints_is_read_back() {
        let output = "ask\ntotal||12\nservices|0|3\nhit|5|71.5\nservices|1|0\nTime: 1234.500 ms (00:01.235)\nask\n";
        let (times, answers) = read(output);
        assert_eq!(times, [Duration::from_micros(1_234_500)]);
        assert_eq!(answers.len(), 2);
        assert_eq!(answers[0].len(), 2);
        assert_eq!(answers[0][&("total".to_owned(), String::new())], 12);
    }
}
