//! Hours against cases and judges of others.
//!
//! The files are read from the folder that `PORTULAN_SHARED` names, `../shared` beside the repository by default; on a
//! machine without them the same measures run on the repository's own cases, and say so.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measure is printed; a broken set-up must stop the test"
)]

mod conformance;
mod judge;
mod official;
mod properties;

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;

/// The root of the repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Lines of a gzipped file of the shared data, or of the repository's own cases.
fn lines(name: &str, own: &str) -> Vec<String> {
    let shared =
        std::env::var_os("PORTULAN_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
    match File::open(shared.join("data/opening-hours").join(name)) {
        Ok(file) => BufReader::new(GzDecoder::new(file))
            .lines()
            .map(Result::unwrap)
            .collect(),
        Err(_absent) => {
            println!("{name} is not on this machine: measured on the repository's own cases");
            own.lines().map(str::to_owned).collect()
        }
    }
}

/// Prints a share with its denominator, and gives it in percent.
fn share(what: &str, part: usize, whole: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a few thousand cases")]
    let percent = part as f64 * 100.0 / whole.max(1) as f64;
    println!("{what}: {part} of {whole} ({percent:.2} %)");
    percent
}
