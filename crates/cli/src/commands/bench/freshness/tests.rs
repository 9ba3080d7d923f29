//! The bars of freshness, on the real lists where `PORTULAN_SHARED` holds them.

use std::path::PathBuf;

use super::*;

/// Most that calibration may miss on the second interval.
const CALIBRATION: f64 = 0.05;

#[expect(
    clippy::disallowed_methods,
    reason = "the shared data is named by the environment"
)]
fn shared() -> PathBuf {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    std::env::var_os("PORTULAN_SHARED").map_or_else(beside, PathBuf::from)
}

#[test]
fn what_was_set_on_one_interval_holds_on_the_next() {
    let report = measure(&Lists::open(&shared()).unwrap()).unwrap();
    println!("judged on: {} {:?}", report.list, report.rows);
    assert!(
        report.brier < report.brier_days_since_update,
        "Brier {} against {}",
        report.brier,
        report.brier_days_since_update
    );
    if report.list == "generated" {
        println!("the France services are not there: bars not judged (set PORTULAN_SHARED)");
        return;
    }
    assert!(report.calibration_error <= CALIBRATION, "{report:#?}");
    assert!(report.ratio_days_since_update_low > 1.0, "{report:#?}");
    assert!(report.ratio_oldest_first_low > 1.0, "{:#?}", report.calls);
    // The figures in use are those that the first interval gives, as rounded in the file.
    assert!(report.fit_difference < 0.01, "{:#?}", report.fitted);
}

#[test]
fn made_lists_stand_in_and_are_said_to_be_made() {
    let lists = Lists::open(&PathBuf::from("nowhere")).unwrap();
    assert_eq!(lists.kind, "generated");
    let report = measure(&lists).unwrap();
    assert!(report.brier < report.brier_days_since_update);
    let spread = report.ratio_oldest_first_low..=report.ratio_oldest_first_high;
    assert!(spread.contains(&report.ratio_oldest_first));
}
