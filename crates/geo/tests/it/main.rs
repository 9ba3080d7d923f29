//! How well texts are placed, on cases that others wrote.
//!
//! The files are read from the folder that `PORTULAN_SHARED` names, `../shared` beside the repository by default; on a
//! machine without them the same measures run on the few cases of `fixtures/`, and say so.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measure is printed; a broken set-up must stop the test"
)]

mod addresses;
mod names;

use std::fs::File;
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;

/// Rows of a gzipped table of the shared data, or of the repository's own cases.
fn rows(name: &str, fixture: &str) -> (Vec<csv::StringRecord>, csv::StringRecord, bool) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let shared =
        std::env::var_os("PORTULAN_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
    match File::open(shared.join("data/geocoding").join(name)) {
        Ok(file) => {
            let (rows, headers) = read(csv::Reader::from_reader(GzDecoder::new(file)));
            (rows, headers, true)
        }
        Err(_absent) => {
            println!("{name} is not on this machine: measured on the repository's own cases");
            let (rows, headers) = read(csv::Reader::from_reader(fixture.as_bytes()));
            (rows, headers, false)
        }
    }
}

fn read<R: std::io::Read>(
    mut reader: csv::Reader<R>,
) -> (Vec<csv::StringRecord>, csv::StringRecord) {
    let headers = reader.headers().unwrap().clone();
    (reader.records().map(Result::unwrap).collect(), headers)
}

/// A field of a row.
fn field<'a>(row: &'a csv::StringRecord, headers: &csv::StringRecord, name: &str) -> &'a str {
    let column = headers.iter().position(|header| header == name).unwrap();
    row.get(column).unwrap_or_default()
}

/// Prints a share with its denominator, and gives it in percent.
fn share(what: &str, part: usize, whole: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a few thousand cases")]
    let percent = part as f64 * 100.0 / whole.max(1) as f64;
    println!("{what}: {part} of {whole} ({percent:.1} %)");
    percent
}
