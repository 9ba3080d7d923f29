//! The program, serving its demonstration on a free port with a clock set to a Saturday morning.

use std::fs::File;
use std::io::{BufRead, BufReader, Lines};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use crate::home::Home;

/// Saturday 28 November 2026, ten in the morning in Paris.
pub const CLOCK: &str = "2026-11-28T10:00:00+01:00";

/// File of what the program says, in the folder of its data.
const LOG: &str = "journal-du-programme.txt";

/// Where the link of the operator's session leads.
const DESK: &str = "/exploitation/";

/// A running demonstration; stopped when dropped.
pub struct Site {
    child: Child,
    /// `http://127.0.0.1:PORT`.
    pub address: String,
    /// Path of the link that opens the operator's session, once.
    pub desk: String,
    /// From the start of the process to the address on its output.
    pub ready: Duration,
    home: Home,
}

impl Site {
    /// Starts it with fresh data.
    pub fn start() -> Result<Self> {
        Self::start_with(&[])
    }

    /// Starts it with fresh data and more options.
    pub fn start_with(options: &[&str]) -> Result<Self> {
        Self::start_in(tempfile::tempdir()?, options)
    }

    /// Starts it over a folder that may hold an installation already.
    pub fn start_in(data: TempDir, options: &[&str]) -> Result<Self> {
        Self::start_telling(data, options, Stdio::inherit())
    }

    /// The same, and where its log goes.
    pub fn start_telling(data: TempDir, options: &[&str], log: Stdio) -> Result<Self> {
        Self::launch("demo", Home::of(data)?, options, (log, None))
    }

    /// Serves what a home holds, without the demonstration. Nobody may have an account there yet.
    pub fn serve(home: Home, options: &[&str]) -> Result<Self> {
        Self::launch("serve", home, options, (Stdio::inherit(), None))
    }

    /// Starts it over a database of its own, which only the address knows; what it says is kept in [`Self::log`].
    pub fn start_at(database: Option<&str>, options: &[&str]) -> Result<Self> {
        let home = Home::new(database)?;
        let log = File::create(home.path().join(LOG))?;
        let log = (log.into(), Some("warn,portulan=debug"));
        Self::launch("demo", home, options, log)
    }

    fn launch(
        task: &str,
        home: Home,
        options: &[&str],
        log: (Stdio, Option<&str>),
    ) -> Result<Self> {
        let mut started = Started::spawn(task, &home, options, log)?;
        let (address, mut line) = started.address()?;
        let desk = loop {
            if let Some((_, link)) = line.split_once(DESK) {
                break format!("{DESK}{}", link.trim());
            }
            line = started.line()?;
        };
        Ok(started.site(home, (address, desk)))
    }

    /// Runs a command on its data while it serves.
    pub fn command(&self, arguments: &[&str]) -> Result<Output> {
        self.home.command(arguments)
    }

    /// What a command prints that must succeed.
    pub fn run(&self, arguments: &[&str]) -> Result<String> {
        self.home.run(arguments)
    }

    /// What it said so far, where [`Self::start_at`] started it.
    pub fn log(&self) -> Result<String> {
        Ok(std::fs::read_to_string(self.home.path().join(LOG))?)
    }

    /// A full address on this site.
    #[must_use]
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// The folder that holds its database.
    #[must_use]
    pub fn data(&self) -> &Path {
        self.home.path()
    }

    /// The address of its database, where it has one of its own; nothing where it is in [`Self::data`].
    #[must_use]
    pub fn database(&self) -> Option<&str> {
        let mut options = self
            .home
            .options()
            .iter()
            .skip_while(|one| *one != "--database");
        options.nth(1).map(String::as_str)
    }

    /// The id of its process.
    #[must_use]
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// Memory that it holds, in megabytes, where the system tells (Linux).
    pub fn memory_mb(&self) -> Result<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let resident = status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:"))
            .context("VmRSS")?;
        let kibibytes: f64 = resident.trim().trim_end_matches("kB").trim().parse()?;
        Ok(kibibytes * 1024.0 / 1_000_000.0)
    }

    /// Asks it to stop, and starts it again on the same data.
    pub fn restart(self) -> Result<Self> {
        self.restart_with(&[])
    }

    /// The same with more options, such as a later clock.
    pub fn restart_with(mut self, options: &[&str]) -> Result<Self> {
        let home = std::mem::replace(&mut self.home, Home::new(None)?);
        self.stop()?;
        Self::launch("demo", home, options, (Stdio::inherit(), None))
    }

    /// Asks it to stop, and serves the same data, no longer as a demonstration. Somebody has an account there.
    pub fn serve_again(mut self, options: &[&str]) -> Result<Self> {
        let home = std::mem::replace(&mut self.home, Home::new(None)?);
        self.stop()?;
        let log = (Stdio::inherit(), None);
        let mut started = Started::spawn("serve", &home, options, log)?;
        let (address, _line) = started.address()?;
        Ok(started.site(home, (address, String::new())))
    }

    /// Asks it to stop and tells how it ended.
    pub fn stop(mut self) -> Result<std::process::ExitStatus> {
        Command::new("kill")
            .args(["-TERM", &self.child.id().to_string()])
            .status()?;
        Ok(self.child.wait()?)
    }
}

/// A program that starts: what it prints is read as it comes.
struct Started {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
    since: Instant,
    ready: Duration,
}

impl Started {
    fn spawn(
        task: &str,
        home: &Home,
        options: &[&str],
        (log, level): (Stdio, Option<&str>),
    ) -> Result<Self> {
        let since = Instant::now();
        let mut command = Command::new(program()?);
        command.args([task, "--listen", "127.0.0.1:0"]);
        if !options.contains(&"--clock") {
            command.args(["--clock", CLOCK]);
        }
        command
            .args(home.options())
            .args(options)
            .stdout(Stdio::piped())
            .stderr(log);
        if let Some(level) = level {
            command.env("RUST_LOG", level);
        }
        let mut child = command.spawn().context("starting the program")?;
        let output = child.stdout.take().context("its output")?;
        Ok(Self {
            child,
            lines: BufReader::new(output).lines(),
            since,
            ready: Duration::ZERO,
        })
    }

    fn line(&mut self) -> Result<String> {
        match self.lines.next() {
            Some(line) => Ok(line?),
            None => bail!(
                "the program ended before it served: {:?}",
                self.child.wait()?
            ),
        }
    }

    /// Where it serves, as soon as it says so, and the line that does.
    fn address(&mut self) -> Result<(String, String)> {
        loop {
            let line = self.line()?;
            if let Some(address) = address_in(&line) {
                self.ready = self.since.elapsed();
                return Ok((address, line));
            }
        }
    }

    /// Once it serves; what it prints then is not read.
    fn site(self, home: Home, (address, desk): (String, String)) -> Site {
        let lines = self.lines;
        thread::spawn(move || lines.for_each(drop));
        Site {
            child: self.child,
            address,
            desk,
            ready: self.ready,
            home,
        }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _already_gone = self.child.kill();
        let _reaped = self.child.wait();
    }
}

fn address_in(line: &str) -> Option<String> {
    let start = line.find("http://")?;
    let rest = line.get(start..)?;
    let (_, after) = rest.split_once("//")?;
    let host: String = after
        .chars()
        .take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ':'))
        .collect();
    host.contains(':').then(|| format!("http://{host}"))
}

/// The built program: the release build when there is one.
pub fn program() -> Result<PathBuf> {
    let here = std::env::current_exe()?;
    let target = here
        .ancestors()
        .find(|folder| folder.join("debug").is_dir())
        .context("the target folder")?;
    let builds = ["release", "debug"].map(|profile| target.join(profile).join("portulan"));
    let found = builds.into_iter().find(|build| build.is_file());
    found.context("no built program: run `cargo build --release` first (./scripts/test does)")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_found_in_what_the_program_prints() {
        assert_eq!(
            address_in("  http://127.0.0.1:41234/aide?ou=x"),
            Some("http://127.0.0.1:41234".to_owned())
        );
        assert_eq!(address_in("Prêt en 812 ms"), None);
    }
}
