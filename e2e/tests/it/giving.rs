//! What is given back, judged by the programs of those who receive it: data·inclusion's own package, and frictionless
//! with the national schema, on the demonstration and on real lists where they are here.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use portulan_e2e::http::get;
use portulan_e2e::site::{Site, program};
use portulan_e2e::{report, tools};
use tempfile::TempDir;

/// Real lists of the shared data.
const LISTS: [&str; 2] = [
    "data/lieux/lieux-ille-et-vilaine-multi-sources.csv",
    "data/lieux/mediation-numerique-hauts-de-france-2023-04.csv.gz",
];
const SCHEMA: &str = "data/schemas/standard-mediation-num-1.0.2.schema.json";

/// Runs a judge of `e2e/judges` and keeps what it says.
fn judge(script: &str, arguments: &[&Path], name: &str) -> Result<(bool, String)> {
    let script = tools::root().join("e2e/judges").join(script);
    let arguments = arguments.iter().map(|path| path.display().to_string());
    let all: Vec<String> = std::iter::once(script.display().to_string())
        .chain(arguments)
        .collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    let verdict = tools::run(&tools::python("python3")?, &all)?;
    report::write(name, &verdict.1)?;
    Ok(verdict)
}

fn portulan(arguments: &[&str], paths: &[&Path]) -> Result<()> {
    let output = Command::new(program()?)
        .args(arguments)
        .args(paths)
        .output()?;
    let told = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{arguments:?}: {told}");
    Ok(())
}

/// An installation that holds the demonstration, and the real lists that are here.
async fn installation() -> Result<TempDir> {
    let folder = tempfile::tempdir()?;
    let list = folder.path().join("lieux.csv");
    let site = Site::start()?;
    std::fs::write(&list, get(&site.at("/api/v1/lieux?format=csv")).await?.text)?;
    import(&folder, &list, "essai")?;
    for (rank, real) in LISTS.into_iter().enumerate() {
        match tools::shared(real) {
            Some(path) => import(&folder, &path, &format!("vraie-{rank}"))?,
            None => report::write(
                &format!("not-run-giving-{rank}.txt"),
                &format!(
                    "what is given back, judged on {real}: no shared data (set PORTULAN_SHARED)\n"
                ),
            )?,
        }
    }
    Ok(folder)
}

fn import(folder: &TempDir, list: &Path, source: &str) -> Result<()> {
    portulan(
        &["import", "--json", "--source", source],
        &[list, Path::new("--data-dir"), &folder.path().join("base")],
    )
}

fn export(folder: &TempDir, format: &str, out: &str) -> Result<PathBuf> {
    let out = folder.path().join(out);
    let base = folder.path().join("base");
    portulan(
        &["export", "--format", format, "--out"],
        &[&out, Path::new("--data-dir"), &base],
    )?;
    Ok(out)
}

#[tokio::test]
async fn data_inclusion_takes_all_that_is_given_to_it() -> Result<()> {
    let folder = installation().await?;
    let out = export(&folder, "data-inclusion", "given")?;
    let files = [
        "structures.json",
        "services.json",
        "structures.csv",
        "services.csv",
    ];
    let files = files.map(|name| out.join(name));
    let paths: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    let (valid, told) = judge("inclusion.py", &paths, "inclusion.txt")?;
    ensure!(valid, "{told}");
    let left = std::fs::read_to_string(out.join("left-out.json"))?;
    let left: Vec<serde_json::Value> = serde_json::from_str(&left)?;
    ensure!(
        left.iter().all(|one| one.get("because").is_some()),
        "{left:?}"
    );
    Ok(())
}

#[test]
fn the_judge_of_data_inclusion_sees_what_is_wrong() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let structures = folder.path().join("structures.json");
    let services = folder.path().join("services.json");
    let wrong = r#"[{"source":"a","id":"a--1","nom":"Maison","date_maj":"1999-01-01"}]"#;
    std::fs::write(&structures, wrong)?;
    std::fs::write(&services, "[]")?;
    let (valid, told) = judge(
        "inclusion.py",
        &[&structures, &services],
        "inclusion-wrong.txt",
    )?;
    ensure!(!valid && told.contains("date_maj"), "{told}");
    Ok(())
}

#[tokio::test]
async fn the_national_schema_takes_what_is_exported_and_what_is_harvested() -> Result<()> {
    let Some(schema) = tools::shared(SCHEMA) else {
        println!("JUDGE NOT RUN: frictionless (no shared data: set PORTULAN_SHARED)");
        report::write(
            "not-run-national.txt",
            "frictionless: no shared data (set PORTULAN_SHARED)\n",
        )?;
        return Ok(());
    };
    let folder = installation().await?;
    let mut files = vec![schema, export(&folder, "csv", "all.csv")?];
    files.extend(harvests(&folder)?);
    let paths: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    let (valid, told) = judge("national.py", &paths, "national-schema.txt")?;
    ensure!(valid, "{told}");
    Ok(())
}

/// The `places.csv` that a harvest makes of each raw list.
fn harvests(folder: &TempDir) -> Result<Vec<PathBuf>> {
    let raw = tools::shared("data/raw-sources").context("the raw lists")?;
    let mut made = Vec::new();
    for entry in std::fs::read_dir(raw)? {
        let list = entry?.path();
        let Some((input, mapping)) = parts(&list)? else {
            continue;
        };
        let out = folder
            .path()
            .join("harvests")
            .join(list.file_name().context("a name")?);
        let arguments = [
            "harvest",
            "transform",
            "--source",
            "essai",
            "--territory",
            "Essai",
            "--dated",
            "2024-01-01",
            "--mapping",
        ];
        portulan(
            &arguments,
            &[
                &mapping,
                Path::new("--input"),
                &input,
                Path::new("--out"),
                &out,
            ],
        )?;
        made.push(out.join("places.csv"));
    }
    Ok(made)
}

/// The list and the mapping of a folder, where it holds both.
fn parts(folder: &Path) -> Result<Option<(PathBuf, PathBuf)>> {
    let Some(name) = folder.file_name().and_then(|name| name.to_str()) else {
        return Ok(None);
    };
    let mapping = folder.join(format!("{name}.config.json"));
    let inputs = ["json", "csv"].map(|kind| folder.join(format!("{name}.{kind}")));
    let input = inputs.into_iter().find(|input| input.is_file());
    if !mapping.is_file() {
        return Ok(None);
    }
    Ok(Some((input.context("a list beside its mapping")?, mapping)))
}

#[tokio::test]
async fn the_results_of_a_call_are_taken_by_the_schema_of_grants() -> Result<()> {
    let Some(schemas) = tools::shared("data/schemas") else {
        println!("JUDGE NOT RUN: 360Giving (no shared data: set PORTULAN_SHARED)");
        report::write(
            "not-run-360giving.txt",
            "360Giving: no shared data (set PORTULAN_SHARED)\n",
        )?;
        return Ok(());
    };
    let site = Site::start()?;
    let address = "/appels/exemple-appareils-reconditionnes/resultats.json";
    let file = get(&site.at(address)).await?;
    ensure!(file.status == 200, "{}", file.text);
    ensure!(!file.text.contains("atelier-du-phare"), "who is refused");
    let work = tempfile::tempdir()?;
    let (given, wrong) = (
        work.path().join("given.json"),
        work.path().join("wrong.json"),
    );
    std::fs::write(&given, &file.text)?;
    let (valid, told) = judge("giving360.py", &[&schemas, &given], "360giving.txt")?;
    ensure!(valid && told.contains("2 grants judged"), "{told}");
    std::fs::write(&wrong, file.text.replace("amountAwarded", "amount"))?;
    let (valid, told) = judge("giving360.py", &[&schemas, &wrong], "360giving-wrong.txt")?;
    ensure!(!valid && told.contains("amount"), "{told}");
    Ok(())
}
