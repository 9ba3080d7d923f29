//! Figures of a run, kept beside the build so that they can be read after it: `target/reports`.

use std::path::PathBuf;

use anyhow::Result;

use crate::tools;

/// The folder of reports.
pub fn folder() -> Result<PathBuf> {
    let folder = tools::root().join("target/reports");
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Writes a report.
pub fn write(name: &str, text: &str) -> Result<()> {
    std::fs::write(folder()?.join(name), text)?;
    Ok(())
}
