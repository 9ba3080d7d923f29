//! Requests that schemathesis makes up from the document of the API, judged by all its checks.

use std::process::Command;

use anyhow::{Context, Result};

use crate::tools;

/// What a run found.
pub struct Told {
    /// Whether nothing was found.
    pub is_clean: bool,
    /// All that the tool said.
    pub text: String,
}

/// Judges the API of a site with so many cases an operation, as whoever holds a cookie, with the seed of this run.
///
/// # Errors
///
/// Where the tool is not there or does not start.
pub fn judge(site: &str, cases: usize, cookie: &str) -> Result<Told> {
    let program = tools::python("schemathesis")?;
    let judges = tools::root().join("e2e/judges");
    let work = tempfile::tempdir()?;
    let mut command = Command::new(program);
    command
        .current_dir(work.path())
        .arg("--config-file")
        .arg(judges.join("schemathesis.toml"))
        .args(["run", &format!("{site}/api/v1/openapi.json")])
        .args(["--checks", "all", "--mode", "all"])
        .args(["--max-examples", &cases.to_string()])
        .args(["--seed", &tools::seed().to_string()])
        .args(["--generation-database", "none"])
        .args(["--no-color", "--continue-on-failure"])
        .env("SCHEMATHESIS_HOOKS", judges.join("api_formats.py"))
        .env("PORTULAN_SITE", site);
    if !cookie.is_empty() {
        command.args(["--header", &format!("Cookie: {cookie}")]);
    }
    let output = command.output().context("running schemathesis")?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned()
        + &String::from_utf8_lossy(&output.stderr);
    Ok(Told {
        is_clean: output.status.success(),
        text,
    })
}
