//! Where the judges are, and the settings of a run. This is the only place that reads the environment.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

/// The root of the repository.
#[must_use]
pub fn root() -> PathBuf {
    let mut root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    root.pop();
    root
}

#[expect(
    clippy::disallowed_methods,
    reason = "tests have no command line: settings of a run come from the environment"
)]
fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// A file of the shared data, or `None` where this machine has none of it.
#[must_use]
pub fn shared(path: &str) -> Option<PathBuf> {
    let folder = setting("PORTULAN_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
    folder.join(path).canonicalize().ok()
}

/// Whether this is a long run: ten times the cases.
#[must_use]
pub fn is_long() -> bool {
    setting("PORTULAN_LONG").is_some()
}

/// The seed of generated cases: given, or drawn.
#[must_use]
pub fn seed() -> u32 {
    use std::hash::{BuildHasher, RandomState};
    let drawn = || u32::try_from(RandomState::new().hash_one(0_u8) >> 33).unwrap_or_default();
    setting("PORTULAN_SEED")
        .and_then(|seed| seed.parse().ok())
        .unwrap_or_else(drawn)
}

/// A file of a package that `npm ci` installed in `e2e/judges`.
pub fn npm(path: &str) -> Result<PathBuf> {
    let file = root().join("e2e/judges/node_modules").join(path);
    ensure!(
        file.is_file(),
        "{path} is missing: run `npm ci` in e2e/judges (./scripts/test does)"
    );
    Ok(file)
}

/// A program of the Python judges.
pub fn python(name: &str) -> Result<PathBuf> {
    let file = root().join("target/judges/bin").join(name);
    ensure!(
        file.is_file(),
        "{name} is missing: ./scripts/test installs e2e/judges/requirements.txt in target/judges"
    );
    Ok(file)
}

/// What runs the scanner of pages, `e2e/judges/wapiti.py`. It has its own folder: what it needs contradicts what the other judges need.
pub fn scanner() -> Result<PathBuf> {
    let file = root().join("target/wapiti/bin/python");
    ensure!(
        file.is_file(),
        "wapiti is missing: ./scripts/test installs e2e/judges/wapiti.txt in target/wapiti"
    );
    Ok(file)
}

/// Runs a judge and gives what it printed, whatever its verdict.
pub fn run(program: &Path, arguments: &[&str]) -> Result<(bool, String)> {
    let output = Command::new(program)
        .args(arguments)
        .output()
        .with_context(|| format!("running {}", program.display()))?;
    let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.push_str(&String::from_utf8_lossy(&output.stderr));
    Ok((output.status.success(), text))
}
