//! At the size of the country: 15 250 places, made of the demonstration's with other ids, through the import command.

use std::fmt::Write as _;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use portulan_e2e::http::{Answer, get};
use portulan_e2e::report;
use portulan_e2e::site::{Site, program};
use tempfile::TempDir;

/// Places of the national directory.
const PLACES: usize = 15_250;

/// A folder with an installation of that many places.
async fn installation() -> Result<TempDir> {
    let site = Site::start()?;
    let few = get(&site.at("/api/v1/lieux?format=csv")).await?.text;
    let mut lines = few.lines();
    let header = lines.next().context("a header")?;
    let rows: Vec<&str> = lines
        .filter_map(|row| row.split_once(',').map(|(_id, rest)| rest))
        .collect();
    let mut many = format!("{header}\n");
    for (number, row) in rows.iter().cycle().take(PLACES).enumerate() {
        writeln!(many, "essai-{number},{row}")?;
    }
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("lieux.csv");
    std::fs::write(&file, many)?;
    let output = Command::new(program()?)
        .arg("import")
        .arg(&file)
        .args(["--source", "essai", "--json", "--data-dir"])
        .arg(folder.path())
        .output()?;
    ensure!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(folder)
}

#[tokio::test]
async fn the_whole_country_is_exported_at_once_in_constant_memory() -> Result<()> {
    // The first start also takes the demonstration in, beside all that is there: no start after it is so large.
    let site = Site::start_in(installation().await?, &[])?;
    let (ready, first_mb) = (site.ready, site.memory_mb()?);
    let site = site.restart()?;
    let at_rest = site.memory_mb()?;
    let address = site.at("/api/v1/lieux?format=csv");
    // What the first asks for once is kept for the next: an export that grew with each would show in the others.
    let mut answers: Vec<Answer> = vec![get(&address).await?];
    let once = site.memory_mb()?;
    for _ in 0..5 {
        answers.push(get(&address).await?);
    }
    let after = site.memory_mb()?;
    let rows = answers
        .first()
        .map_or(0, |answer| answer.text.lines().count());
    let first = answers
        .iter()
        .map(|answer| answer.first_byte)
        .min()
        .unwrap_or_default();
    let whole = answers
        .iter()
        .map(|answer| answer.whole)
        .min()
        .unwrap_or_default();
    let told = format!(
        "rows {rows}\nfirst_byte_ms {:.1}\nwhole_ms {:.0}\nready_ms {:.0}\nmemory_first_mb {first_mb:.0}\nmemory_mb {at_rest:.0}\nmemory_once_mb {once:.0}\nmemory_after_mb {after:.0}\n",
        first.as_secs_f64() * 1e3,
        whole.as_secs_f64() * 1e3,
        ready.as_secs_f64() * 1e3,
    );
    report::write("national.txt", &told)?;
    ensure!(rows > PLACES, "{told}");
    ensure!(first < Duration::from_millis(20), "{told}");
    ensure!(whole < Duration::from_secs(1), "{told}");
    ensure!(
        once < at_rest + 40.0 && after < once + 20.0,
        "memory grows with an export:\n{told}"
    );
    ensure!(ready < Duration::from_secs(3) && at_rest < 200.0, "{told}");
    ensure!(first_mb < 250.0, "{told}");
    Ok(())
}

#[tokio::test]
async fn an_import_done_twice_changes_nothing() -> Result<()> {
    let folder = installation().await?;
    let started = Instant::now();
    let output = Command::new(program()?)
        .arg("import")
        .arg(folder.path().join("lieux.csv"))
        .args(["--source", "essai", "--json", "--data-dir"])
        .arg(folder.path())
        .output()?;
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    ensure!(output.status.success(), "{told}");
    let report: serde_json::Value = serde_json::from_str(&told)?;
    let count = |name: &str| report.get(name).and_then(serde_json::Value::as_u64);
    ensure!(
        count("unchanged") == u64::try_from(PLACES).ok(),
        "{told} after {:?}",
        started.elapsed()
    );
    ensure!(
        count("created") == Some(0) && count("updated") == Some(0),
        "{told}"
    );
    Ok(())
}
