//! The ten lists of `PORTULAN_SHARED`, each with the national pipeline's mapping and what that pipeline made of it; on a
//! machine without them, a small list typed here runs through the same promises.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{BufReader, Cursor};
use std::path::PathBuf;
use std::sync::LazyLock;

use portulan_formats::{Record, RecordOptions, open_records};
use portulan_geo::Reference;
use portulan_harvest::mapping::Mapping;
use portulan_harvest::{Draft, Field, Transformer};
use portulan_hours::{Hours, Zone};
use serde_json::Value;

static REFERENCE: LazyLock<Reference> = LazyLock::new(|| Reference::embedded().unwrap());

struct List {
    name: String,
    rows: usize,
    places: Vec<Draft>,
    /// What the national pipeline made of it, without what is known to be wrong.
    reference: Vec<(String, BTreeMap<String, String>)>,
}

/// Name of the folder, of the source, and of the territory.
const LISTS: [(&str, &str, &str); 10] = [
    (
        "aix-en-provence",
        "Mairie Aix en Provence",
        "Bouches-du-Rhône",
    ),
    ("angers", "Angers", "Maine-et-Loire"),
    (
        "bus-france-services-charente",
        "Bus France Services en Charente",
        "Charente",
    ),
    ("epernay", "Epernay", "Marne"),
    ("etapes-numerique", "Etapes Numerique", "France"),
    ("france-services", "France Services", "France"),
    ("gironde", "Gironde", "Gironde"),
    ("hub-lo", "Hub-lo", "Centre-Val de Loire"),
    (
        "nouvelle-caledonie",
        "Nouvelle-Calédonie",
        "Nouvelle-Calédonie",
    ),
    ("ultra-num", "Ultra Num", "La Réunion"),
];

static REAL: LazyLock<Vec<List>> = LazyLock::new(|| {
    #[expect(clippy::disallowed_methods, reason = "tests look for the real lists")]
    let shared = std::env::var("PORTULAN_SHARED").unwrap_or_else(|_| "../shared".to_owned());
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(shared);
    let folder = root.join("data/raw-sources");
    if !folder.is_dir() {
        println!("the real lists are not there: the promises run on the list typed in the test");
        return vec![typed()];
    }
    LISTS.iter().map(|list| real(&folder, list)).collect()
});

fn typed() -> List {
    let mapping = "[champs]\nnom = \"nom\"\nadresse = \"adresse\"\ncommune = \"ville\"\ncode_postal = \"cp\"\n\
                   telephone = \"tel\"\n[horaires]\ntexte = \"horaires\"\n";
    let csv = "nom,adresse,ville,cp,tel,horaires\n\
               Maison du port,1 rue du Port,Saint-Malo,35400,02 99 00 00 00,du lundi au vendredi 9h-12h\n\
               Atelier,,SAINT MALO CEDEX,35418,0299000000Bureau,sur rendez-vous\n\
               ,,,,,\n";
    let rows = open_records(
        "list.csv",
        Box::new(Cursor::new(csv.as_bytes())),
        &RecordOptions::default(),
    );
    run(
        "typed",
        mapping,
        "Essai",
        "Ille-et-Vilaine",
        &rows.unwrap().map(Result::unwrap).collect::<Vec<_>>(),
    )
}

fn real(folder: &std::path::Path, (name, source, territory): &(&str, &str, &str)) -> List {
    let folder_of = folder.join(name);
    let mapping = fs::read_to_string(folder_of.join(format!("{name}.config.json"))).unwrap();
    let file = ["json", "csv"].map(|ending| folder_of.join(format!("{name}.{ending}")));
    let file = file.iter().find(|file| file.is_file()).unwrap();
    let reader = Box::new(BufReader::new(File::open(file).unwrap()));
    let rows = open_records(&file.to_string_lossy(), reader, &RecordOptions::default());
    let mut list = run(
        name,
        &mapping,
        source,
        territory,
        &rows.unwrap().map(Result::unwrap).collect::<Vec<_>>(),
    );
    let known = known_errors(folder, name);
    let output = fs::read_to_string(folder_of.join("reference-output.json")).unwrap();
    let output: Vec<BTreeMap<String, Value>> = serde_json::from_str(&output).unwrap();
    for place in output {
        let id = place["id"].as_str().unwrap().to_owned();
        let fields = place
            .into_iter()
            .filter(|(field, _)| !known.contains(&(id.clone(), field.clone())))
            .map(|(field, value)| {
                (
                    field,
                    value
                        .as_str()
                        .map_or_else(|| value.to_string(), str::to_owned),
                )
            })
            .collect();
        list.reference.push((id, fields));
    }
    list
}

fn known_errors(folder: &std::path::Path, name: &str) -> BTreeSet<(String, String)> {
    let text = fs::read_to_string(folder.join("known-reference-errors.json")).unwrap();
    let document: Value = serde_json::from_str(&text).unwrap();
    let errors = document["errors"].as_array().unwrap().iter();
    let of_list = errors.filter(|error| error["source"] == name);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    of_list
        .map(|error| (text(&error["id"]), text(&error["field"])))
        .collect()
}

fn run(name: &str, mapping: &str, source: &str, territory: &str, rows: &[Record]) -> List {
    let (mapping, _) = Mapping::read(mapping).unwrap();
    let mut transformer = Transformer::new(&mapping, &REFERENCE, source, territory);
    List {
        name: name.to_owned(),
        rows: rows.len(),
        places: rows.iter().map(|row| transformer.place(row)).collect(),
        reference: Vec::new(),
    }
}

#[test]
fn no_row_disappears_and_each_has_its_line() {
    for list in REAL.iter() {
        assert_eq!(list.places.len(), list.rows, "{}", list.name);
        assert!(
            list.places.iter().all(|place| !place.lines.is_empty()),
            "{}",
            list.name
        );
        let ids: BTreeSet<&str> = list.places.iter().map(|place| place.id.as_str()).collect();
        assert_eq!(ids.len(), list.rows, "{}: an id hides another", list.name);
        let refused = list.places.iter().filter(|place| place.refused).count();
        assert!(
            refused == 0 || list.name == "typed",
            "{}: {refused} rows refused",
            list.name
        );
    }
}

#[test]
fn hours_that_are_written_are_valid() {
    for list in REAL.iter() {
        for place in &list.places {
            if let Some(hours) = place.get(Field::Horaires) {
                assert!(
                    Hours::parse(hours, Zone::of(None)).is_ok(),
                    "{}: {hours}",
                    place.id
                );
            }
        }
    }
}

#[test]
fn no_commune_is_of_another_department_than_its_postcode() {
    let department = |code: &str| {
        let overseas = code.starts_with("97") || code.starts_with("98");
        let part = &code[..if overseas { 3 } else { 2 }];
        match part {
            "2A" | "2B" => "20".to_owned(),
            // Saint-Barthélemy and Saint-Martin kept the postcodes of Guadeloupe.
            "977" | "978" => "971".to_owned(),
            part => part.to_owned(),
        }
    };
    for list in REAL.iter() {
        for place in &list.places {
            let codes = place
                .get(Field::CodeInsee)
                .zip(place.get(Field::CodePostal));
            if let Some((insee, postcode)) = codes {
                assert_eq!(
                    department(insee),
                    department(postcode),
                    "{}: {insee} {postcode}",
                    place.id
                );
            }
        }
    }
}

/// Fields that the national pipeline gives and we do not, each looked at: see `docs/harvest-differences.md`.
const ABSENT: [(&str, &str, usize); 6] = [
    ("angers", "horaires", 3),
    ("epernay", "horaires", 2),
    ("epernay", "site_web", 1),
    ("france-services", "horaires", 1),
    ("hub-lo", "horaires", 2),
    ("nouvelle-caledonie", "site_web", 1),
];

#[test]
fn what_the_national_pipeline_reads_is_read_but_for_a_list_of_its_faults() {
    let mut absent: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for list in REAL.iter() {
        let ours: BTreeMap<&str, &Draft> = list
            .places
            .iter()
            .map(|place| (place.id.as_str(), place))
            .collect();
        for (id, fields) in &list.reference {
            let place = ours
                .get(id.as_str())
                .unwrap_or_else(|| panic!("{id} is gone"));
            for (name, value) in fields {
                let field = Field::named(name).unwrap();
                // Fillers of the pipeline, and of the lists themselves.
                let filler = ["00000000000000", "--", "-", "Néant"].contains(&value.as_str());
                if field != Field::Id && !filler && place.get(field).is_none() {
                    absent
                        .entry((list.name.clone(), name.clone()))
                        .or_default()
                        .push(format!("{id}: {value}"));
                }
            }
        }
    }
    let expected: BTreeMap<(String, String), usize> = ABSENT
        .iter()
        .filter(|(list, ..)| REAL.iter().any(|real| real.name == *list))
        .map(|(list, field, count)| ((list.to_string(), field.to_string()), *count))
        .collect();
    let found: BTreeMap<_, _> = absent
        .iter()
        .map(|(key, ids)| (key.clone(), ids.len()))
        .collect();
    assert_eq!(found, expected, "{absent:#?}");
}

#[test]
fn the_records_that_the_national_pipeline_refuses_are_kept() {
    let kept: usize = REAL
        .iter()
        .map(|list| {
            list.places.iter().filter(|place| !place.refused).count() - list.reference.len()
        })
        .sum();
    println!("{kept} records kept beyond those of the national pipeline");
    assert!(kept >= 300 || REAL.len() == 1);
}
