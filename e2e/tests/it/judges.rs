//! Judges that are not ours: the national schema's validator on the exported CSV, generated requests on the API.

use anyhow::{Context, Result, ensure};
use portulan_e2e::http::get;
use portulan_e2e::site::Site;
use portulan_e2e::{generated, report, tools};

/// The national schema in the shared data.
const SCHEMA: &str = "data/schemas";
/// Cases per operation of a normal run and of a long one are a thousand and ten thousand over all operations.
const CASES: usize = 1_000;
const CASES_LONG: usize = 10_000;
/// Operations among which cases are shared.
const OPERATIONS: usize = 7;

#[tokio::test]
async fn the_exported_csv_is_valid_against_the_national_schema() -> Result<()> {
    let Some(folder) = tools::shared(SCHEMA) else {
        println!("JUDGE NOT RUN: frictionless (no shared data: set PORTULAN_SHARED)");
        report::write(
            "not-run-frictionless.txt",
            "frictionless: no shared data (set PORTULAN_SHARED)\n",
        )?;
        return Ok(());
    };
    let schema = national_schema(&folder)?;
    let site = Site::start()?;
    let csv = get(&site.at("/api/v1/lieux?format=csv")).await?;
    ensure!(csv.status == 200, "{}", csv.text);
    let work = tempfile::tempdir()?;
    let file = work.path().join("lieux.csv");
    std::fs::write(&file, &csv.text)?;
    let program = tools::python("frictionless")?;
    let (file, schema) = (file.display().to_string(), schema.display().to_string());
    let (valid, told) = tools::run(
        &program,
        &["validate", "--trusted", "--schema", &schema, &file],
    )?;
    report::write("frictionless.txt", &told)?;
    ensure!(valid, "{told}");
    Ok(())
}

/// The file of the folder that is the table schema, version 1.0.2.
fn national_schema(folder: &std::path::Path) -> Result<std::path::PathBuf> {
    let files = std::fs::read_dir(folder)?.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let is_schema =
        |text: &str| text.contains("\"prise_en_charge_specifique\"") && text.contains("\"fields\"");
    let mut found: Vec<_> = files
        .filter(|file| std::fs::read_to_string(file).is_ok_and(|text| is_schema(&text)))
        .collect();
    found.sort();
    found.pop().context("no table schema in the shared data")
}

#[tokio::test]
async fn generated_requests_find_no_fault_in_the_api() -> Result<()> {
    let site = Site::start()?;
    let seed = tools::seed();
    let cases = if tools::is_long() { CASES_LONG } else { CASES };
    println!("schemathesis: {cases} cases, seed {seed} (PORTULAN_SEED={seed} runs them again)");
    let told = generated::judge(&site.address, cases.div_ceil(OPERATIONS), "")?;
    report::write("schemathesis.txt", &format!("seed {seed}\n{}", told.text))?;
    ensure!(told.is_clean, "seed {seed}\n{}", told.text);
    Ok(())
}
