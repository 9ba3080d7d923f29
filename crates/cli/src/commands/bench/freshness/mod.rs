//! `bench freshness`: how well the probabilities that values are still true hold on what really changed.
//!
//! Three vintages of the list of the France services make two intervals. The figures in use were set on the first;
//! here they are set again from it (and must come out the same), and judged on the second beside rules that know only
//! the days since the last update, set on the same first interval. The list between was taken between two waves of
//! labels: it is dated at the middle, and both ends are measured too. Method and limits: docs/freshness.md.

mod calls;
mod lists;
mod made;
mod pairs;
mod same;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;
use portulan_freshness::evaluation::{
    Comparison, Interval as Measured, Judged, fit, judge, rivals,
};
use portulan_freshness::{Decay, Value};
use portulan_geo::Reference;
use portulan_i18n::{Lang, decimal};
use serde::Serialize;

use self::lists::{FILES, Lists};
use self::pairs::Interval;
use super::timing::rounded;
use crate::outcome::{Failure, print_json, say};
use crate::words::words;

/// Days of the vintages: that of the first and of the last is in their name. The one between holds labels up to 1
/// February 2023 and none of the wave of 1 July 2023.
const FIRST: (i32, u32, u32) = (2022, 12, 1);
const EARLIEST: (i32, u32, u32) = (2023, 2, 2);
const MIDDLE: (i32, u32, u32) = (2023, 4, 17);
const LATEST: (i32, u32, u32) = (2023, 6, 30);
const LAST: (i32, u32, u32) = (2024, 8, 1);

/// What is measured.
#[derive(Debug, Serialize)]
struct Report {
    list: &'static str,
    files: [&'static str; 3],
    rows: [usize; 3],
    /// Values looked at again in each interval.
    values: [usize; 2],
    /// Days between the vintages.
    days: [u32; 2],
    calibration_error: f64,
    brier: f64,
    brier_days_since_update: f64,
    best_days_since_update: &'static str,
    ratio_days_since_update: f64,
    ratio_days_since_update_low: f64,
    ratio_days_since_update_high: f64,
    ratio_oldest_first: f64,
    ratio_oldest_first_low: f64,
    ratio_oldest_first_high: f64,
    /// The greatest relative difference between a figure in use and the same one set again.
    fit_difference: f64,
    fitted: Decay,
    judged: Judged,
    calls: Comparison,
    /// Share that changed in the second interval: of what had changed in the first, and of the rest.
    changed_again: BTreeMap<Value, [f64; 2]>,
    /// Had the list between been taken at the earliest or the latest.
    other_dates: Vec<Elsewhen>,
}

/// The same measure, had the vintage between been taken on another day.
#[derive(Debug, Serialize)]
struct Elsewhen {
    dated: NaiveDate,
    calibration_error: f64,
    brier: f64,
    brier_days_since_update: f64,
}

/// Measures and prints.
pub(crate) fn freshness(shared: &Path, json: bool) -> Result<(), Failure> {
    let report = measure(&Lists::open(shared)?)?;
    if json {
        return print_json(&report);
    }
    tell(&report);
    Ok(())
}

fn measure(lists: &Lists) -> Result<Report, Failure> {
    let reference =
        Reference::embedded().map_err(|error| Failure::internal("reference", &error))?;
    let [early, late] = intervals(lists, MIDDLE);
    let (seen, later) = (early.observations(), late.observations());
    let fitted = fit(&seen, Decay::in_use());
    let judged = judge(Decay::in_use(), &rivals(&seen, Decay::in_use()), &later);
    let calls = calls::compare(&late, &reference);
    let [first, second, third] = &lists.vintages;
    let other_dates = [EARLIEST, LATEST].map(|middle| elsewhen(lists, middle));
    let (ratio, oldest) = (judged.ratio_days_since_update, calls.ratio_oldest_first);
    Ok(Report {
        list: lists.kind,
        files: FILES,
        rows: [first.len(), second.len(), third.len()],
        values: [seen.len(), later.len()],
        days: [days(&early), days(&late)],
        calibration_error: rounded(judged.score.calibration_error, 4),
        brier: rounded(judged.score.brier, 4),
        brier_days_since_update: rounded(judged.brier_days_since_update, 4),
        best_days_since_update: judged.best_rival,
        ratio_days_since_update: rounded(ratio.value, 3),
        ratio_days_since_update_low: rounded(ratio.low, 3),
        ratio_days_since_update_high: rounded(ratio.high, 3),
        ratio_oldest_first: rounded(oldest.value, 2),
        ratio_oldest_first_low: rounded(oldest.low, 2),
        ratio_oldest_first_high: rounded(oldest.high, 2),
        fit_difference: difference(Decay::in_use(), &fitted),
        fitted,
        judged,
        calls,
        changed_again: late.changed_again(),
        other_dates: other_dates.into(),
    })
}

/// Both intervals, with the day of the list between.
fn intervals(lists: &Lists, middle: (i32, u32, u32)) -> [Interval<'_>; 2] {
    let [first, second, third] = &lists.vintages;
    let (from, middle, to) = (day(FIRST), day(middle), day(LAST));
    let early = Interval::new(first, second, from, middle, None);
    let late = Interval::new(second, third, middle, to, Some(&early));
    [early, late]
}

fn day((year, month, day): (i32, u32, u32)) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

fn days(interval: &Interval<'_>) -> u32 {
    u32::try_from((interval.to - interval.from).num_days()).unwrap_or_default()
}

fn elsewhen(lists: &Lists, middle: (i32, u32, u32)) -> Elsewhen {
    let [early, late] = intervals(lists, middle);
    let seen = early.observations();
    let fitted = fit(&seen, Decay::in_use());
    let judged = judge(&fitted, &rivals(&seen, &fitted), &late.observations());
    Elsewhen {
        dated: day(middle),
        calibration_error: rounded(judged.score.calibration_error, 4),
        brier: rounded(judged.score.brier, 4),
        brier_days_since_update: rounded(judged.brier_days_since_update, 4),
    }
}

fn difference(used: &Decay, fitted: &Decay) -> f64 {
    let apart = |used: f64, fitted: f64| (used / fitted - 1.0).abs();
    let rates = Value::MEASURED.into_iter();
    let rates = rates.filter_map(|value| {
        let (used, fitted) = (used.rates.get(&value)?, fitted.rates.get(&value)?);
        Some(apart(*used, *fitted))
    });
    let others = [
        apart(used.itinerant, fitted.itinerant),
        apart(used.opening, fitted.opening),
        (used.spread - fitted.spread).abs(),
    ];
    rates.chain(others).fold(0.0, f64::max)
}

fn tell(report: &Report) {
    let figure = |value: f64, digits: u8| decimal(Lang::Fr, value, digits.into());
    let span = |of: &Measured| format!("{} – {}", figure(of.low, 2), figure(of.high, 2));
    let [first, second, third] = report.rows;
    say(&words().with(
        "bench-freshness",
        &[
            ("list", report.list.into()),
            ("first", first.into()),
            ("second", second.into()),
            ("third", third.into()),
            ("calibration", figure(report.calibration_error, 3).into()),
            ("brier", figure(report.brier, 4).into()),
            ("rival", figure(report.brier_days_since_update, 4).into()),
            ("ratio", figure(report.ratio_days_since_update, 2).into()),
            ("span", span(&report.judged.ratio_days_since_update).into()),
        ],
    ));
    say(&words().with(
        "bench-freshness-calls",
        &[
            ("calls", report.calls.calls.into()),
            ("ratio", figure(report.ratio_oldest_first, 2).into()),
            ("span", span(&report.calls.ratio_oldest_first).into()),
        ],
    ));
}
