//! Where an installation keeps what it holds, and commands that are run on it, whether it serves or not.

use std::path::Path;
use std::process::{Command, Output};

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;

use crate::site::program;

/// File of the key that signs, where the database is not in the folder.
const KEY: &str = "secret.key";

/// A folder, and the options by which the program finds its data.
pub struct Home {
    folder: TempDir,
    options: Vec<String>,
}

impl Home {
    /// A new one: its database is in its folder, or at an address that only the options know.
    pub fn new(database: Option<&str>) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let Some(address) = database else {
            return Self::of(folder);
        };
        let key = folder.path().join(KEY);
        std::fs::write(&key, "0f".repeat(32))?;
        Command::new("chmod").arg("600").arg(&key).status()?;
        let options = ["--database", address, "--secret-file", &text(&key)?];
        let options = options.map(str::to_owned).to_vec();
        Ok(Self { folder, options })
    }

    /// One whose database is in a folder, which may hold an installation already.
    pub fn of(folder: TempDir) -> Result<Self> {
        let options = vec!["--data-dir".to_owned(), text(folder.path())?];
        Ok(Self { folder, options })
    }

    /// The folder.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The options by which the program finds its data.
    pub(crate) fn options(&self) -> &[String] {
        &self.options
    }

    /// Runs a command on it.
    pub fn command(&self, arguments: &[&str]) -> Result<Output> {
        Ok(Command::new(program()?)
            .args(arguments)
            .args(&self.options)
            .output()?)
    }

    /// What a command prints that must succeed.
    pub fn run(&self, arguments: &[&str]) -> Result<String> {
        let output = self.command(arguments)?;
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        ensure!(output.status.success(), "{arguments:?}: {told}");
        Ok(String::from_utf8(output.stdout)?.trim().to_owned())
    }
}

fn text(path: &Path) -> Result<String> {
    path.to_str().map(str::to_owned).context("a path in UTF-8")
}
