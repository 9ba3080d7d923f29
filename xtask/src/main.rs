//! Checks and data preparation of the repository itself: `cargo xtask <task>`.

mod assets;
mod asvs;
mod deps;
mod house;
mod reference;
mod rights;

use std::path::PathBuf;

use anyhow::{Result, bail};

const USAGE: &str = "cargo xtask assets | asvs | deps | house | reference | rights";

fn main() -> Result<()> {
    let task = std::env::args().nth(1).unwrap_or_default();
    match task.as_str() {
        "assets" => assets::fetch(),
        "asvs" => asvs::check(),
        "deps" => deps::check(),
        "house" => house::check(),
        "reference" => reference::build(),
        "rights" => rights::write(),
        _ => bail!("usage: {USAGE}"),
    }
}

/// The root of the repository.
fn root() -> PathBuf {
    let mut root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    root.pop();
    root
}
