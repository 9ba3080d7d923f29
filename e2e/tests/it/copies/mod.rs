//! A copy is made, a person is erased, the copy is read back with the list of erasures: nothing of that person is
//! anywhere, in no file of the program, and all else is there. Without the list, the program says what to do.

mod life;

use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use portulan_e2e::site::{Site, program};
use portulan_testkit::TestDatabase;
use tempfile::TempDir;

use crate::both::Engine;
use life::{ADDRESS, CANARIES};

/// How long bytes may stay in the files of a database after an erasure: a node clears them every two seconds.
const CLEARED_WITHIN: Duration = Duration::from_secs(30);

#[tokio::test]
async fn who_was_erased_after_a_copy_is_nowhere_when_it_is_read_back_on_sqlite() -> Result<()> {
    proof(Engine::Sqlite, Engine::Sqlite).await
}

#[tokio::test]
async fn who_was_erased_after_a_copy_is_nowhere_when_it_is_read_back_on_postgresql() -> Result<()> {
    proof(Engine::Postgres, Engine::Postgres).await
}

#[tokio::test]
async fn who_was_erased_after_a_copy_is_nowhere_when_it_moves_from_sqlite_to_postgresql()
-> Result<()> {
    proof(Engine::Sqlite, Engine::Postgres).await
}

/// An installation that commands are run on.
struct Ground {
    folder: TempDir,
    /// Its address, where it is on a server.
    server: Option<String>,
}

impl Ground {
    fn new(engine: Engine) -> Result<Self> {
        Ok(Self {
            folder: tempfile::tempdir()?,
            server: match engine {
                Engine::Sqlite => None,
                Engine::Postgres => Some(TestDatabase::new(engine).address()),
            },
        })
    }

    fn command(&self, arguments: &[&str]) -> Result<Output> {
        let mut command = Command::new(program()?);
        command.args(arguments);
        match &self.server {
            Some(address) => command.args(["--database", address]),
            None => command.arg("--data-dir").arg(self.folder.path()),
        };
        Ok(command.output()?)
    }

    /// What a command prints that must succeed.
    fn run(&self, arguments: &[&str]) -> Result<String> {
        succeeded(arguments, &self.command(arguments)?)
    }

    fn holds(&self) -> Result<Vec<&'static str>> {
        match &self.server {
            Some(address) => dumped(address),
            None => in_files(self.folder.path()),
        }
    }
}

fn succeeded(arguments: &[&str], output: &Output) -> Result<String> {
    let told = String::from_utf8_lossy(&output.stderr);
    let printed = String::from_utf8_lossy(&output.stdout);
    ensure!(output.status.success(), "{arguments:?}: {told}{printed}");
    Ok(printed.trim().to_owned())
}

/// The canaries that some bytes hold.
fn sung(bytes: &[u8]) -> Vec<&'static str> {
    let holds = |canary: &str| {
        bytes
            .windows(canary.len())
            .any(|at| at == canary.as_bytes())
    };
    CANARIES
        .into_iter()
        .filter(|canary| holds(canary))
        .collect()
}

/// Those that the files of an embedded database hold: the log beside it, and pages that are free, too.
fn in_files(folder: &Path) -> Result<Vec<&'static str>> {
    let mut bytes = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.to_string_lossy().into_owned();
        if name.contains(".db") || name.contains(".sqlite") {
            bytes.extend(std::fs::read(path)?);
        }
    }
    ensure!(!bytes.is_empty(), "no database in {}", folder.display());
    Ok(sung(&bytes))
}

/// Those that a server gives of a database.
fn dumped(address: &str) -> Result<Vec<&'static str>> {
    let output = Command::new("pg_dump").arg(address).output()?;
    ensure!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(sung(&output.stdout))
}

/// Waits until nothing is left in a database that others read and write.
fn comes_clean(holds: impl Fn() -> Result<Vec<&'static str>>) -> Result<()> {
    let until = Instant::now() + CLEARED_WITHIN;
    loop {
        let left = holds()?;
        if left.is_empty() {
            return Ok(());
        }
        if Instant::now() > until {
            bail!("still there: {left:?}");
        }
        std::thread::sleep(Duration::from_millis(500));
    }
}

/// The checks of the doctor that found something to mend.
fn wrong(printed: &str) -> Result<Vec<String>> {
    let findings: Vec<serde_json::Value> = serde_json::from_str(printed)?;
    let text = |one: &serde_json::Value, key: &str| {
        let text = one.get(key).and_then(|text| text.as_str());
        text.unwrap_or_default().to_owned()
    };
    let wrong = findings.iter().filter(|one| text(one, "health") == "wrong");
    Ok(wrong.map(|one| text(one, "check")).collect())
}

async fn proof(from: Engine, to: Engine) -> Result<()> {
    let server = match from {
        Engine::Sqlite => None,
        Engine::Postgres => Some(TestDatabase::new(from).address()),
    };
    let site = Site::start_at(server.as_deref(), &[])?;
    let holds = || match &server {
        Some(address) => dumped(address),
        None => in_files(site.data()),
    };
    life::lead(&site).await?;
    let folder = tempfile::tempdir()?;
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let (before, after, list) = (at("avant"), at("apres"), at("effacements"));
    let head = head(&site.run(&["journal", "seal", "--json"])?)?;
    site.run(&["backup", &before])?;
    ensure!(
        sung(&std::fs::read(&before)?) == CANARIES,
        "the copy knows them"
    );
    ensure!(holds()? == CANARIES, "and so does the database");

    site.run(&["user", "erase", ADDRESS])?;
    site.run(&["journal", "erasures", "--out", &list])?;
    comes_clean(holds)?;
    site.run(&["backup", &after])?;
    let given = exports(|arguments: &[&str]| site.run(arguments), &folder, "ici")?;
    for (what, bytes) in [
        ("a copy made after", std::fs::read(&after)?),
        ("the list", std::fs::read(&list)?),
        ("what is given", given),
        ("what the program said", site.log()?.into_bytes()),
    ] {
        ensure!(sung(&bytes).is_empty(), "{what} holds {:?}", sung(&bytes));
    }
    drop(site);
    for copy in [&before, &after] {
        let ground = Ground::new(to)?;
        with_the_list(&ground, &folder, (copy, &list))?;
        ground.run(&["journal", "verify", "--head", &head])?;
    }
    without_the_list(&Ground::new(to)?, (&before, &list))
}

fn head(printed: &str) -> Result<String> {
    let found: serde_json::Value = serde_json::from_str(printed)?;
    let head = found.get("head").and_then(|head| head.as_str());
    let head = head.context("a seal")?;
    Ok(head.to_owned())
}

/// What an installation gives away: all of its journal, and its places.
fn exports(
    run: impl Fn(&[&str]) -> Result<String>,
    folder: &TempDir,
    name: &str,
) -> Result<Vec<u8>> {
    let file = folder.path().join(format!("journal-{name}"));
    let path = file.to_string_lossy().into_owned();
    run(&["journal", "export", "--personal", "--out", &path])?;
    let mut given = std::fs::read(&file)?;
    std::fs::remove_file(file)?;
    for format in ["csv", "ndjson"] {
        given.extend(run(&["export", "--format", format])?.into_bytes());
    }
    given.extend(run(&["user", "list", "--json"])?.into_bytes());
    Ok(given)
}

/// All is well, and nobody sings.
fn with_the_list(ground: &Ground, folder: &TempDir, (copy, list): (&str, &str)) -> Result<()> {
    let arguments = ["restore", copy, "--erasures", list];
    let output = ground.command(&arguments)?;
    succeeded(&arguments, &output)?;
    ensure!(
        output.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let printed = ground.run(&["doctor", "--erasures", list, "--json"])?;
    ensure!(wrong(&printed)?.is_empty(), "{printed}");
    comes_clean(|| ground.holds())?;
    let again = folder.path().join("encore");
    ground.run(&["backup", &again.to_string_lossy()])?;
    let mut given = exports(|arguments: &[&str]| ground.run(arguments), folder, "la")?;
    given.extend(std::fs::read(&again)?);
    std::fs::remove_file(again)?;
    ensure!(sung(&given).is_empty(), "{:?}", sung(&given));
    let people = ground.run(&["user", "list"])?;
    ensure!(
        people.contains(life::OTHER),
        "the others are there: {people}"
    );
    Ok(())
}

/// It is said what came back and what to do, the doctor finds it, and what is said to do does it.
fn without_the_list(ground: &Ground, (copy, list): (&str, &str)) -> Result<()> {
    let output = ground.command(&["restore", copy])?;
    let told = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{told}");
    for words in ["effacées depuis cette copie", "portulan journal replay"] {
        ensure!(told.contains(words), "no {words:?}: {told}");
    }
    ensure!(ground.holds()? == CANARIES, "they are back");
    ground.run(&["doctor"])?;
    let refused = ground.command(&["doctor", "--erasures", list, "--json"])?;
    ensure!(refused.status.code() == Some(1));
    let printed = String::from_utf8_lossy(&refused.stdout);
    ensure!(wrong(&printed)? == ["erasures"], "{printed}");
    let told = ground.run(&["journal", "replay", list])?;
    ensure!(told.contains('1'), "{told}");
    let printed = ground.run(&["doctor", "--erasures", list, "--json"])?;
    ensure!(wrong(&printed)?.is_empty(), "{printed}");
    comes_clean(|| ground.holds())
}
