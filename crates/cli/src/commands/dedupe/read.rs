//! Places of any file with the national names, as records to compare and members to merge.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use portulan_formats::{Record as Row, RecordOptions, open_records};
use portulan_linkage::Record;
use portulan_linkage::merge::{FieldValue, Member, is_list};
use portulan_model::Position;
use portulan_text::Phone;

use crate::outcome::Failure;
use crate::words::format_error;

/// A place of a file.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) id: String,
    list: String,
    pub(super) fields: BTreeMap<String, String>,
}

/// Other names of national fields in lists of the network.
const ALIASES: [(&str, &str); 6] = [
    ("rid", "id"),
    ("courriel", "courriels"),
    ("mail", "courriels"),
    ("siret", "pivot"),
    ("name", "nom"),
    ("site_internet", "site_web"),
];

/// What tools of the network write for "no body".
const NO_PIVOT: &str = "00000000000000";

/// Reads the files; an id that two of them use takes the name of its file.
pub(super) fn places(files: &[PathBuf]) -> Result<Vec<Place>, Failure> {
    let mut read: Vec<(String, Vec<Place>)> = Vec::new();
    for (rank, file) in files.iter().enumerate() {
        let stem = file
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        read.push((stem.clone(), file_places(file, &stem, rank)?));
    }
    let mut counts: HashMap<String, usize> = HashMap::new();
    for (_, places) in &read {
        let ids: HashSet<&String> = places.iter().map(|place| &place.id).collect();
        for id in ids {
            *counts.entry(id.clone()).or_default() += 1;
        }
    }
    let mut taken = HashSet::new();
    let mut all = Vec::new();
    for (stem, places) in read {
        for mut place in places {
            if counts.get(&place.id).is_some_and(|count| *count > 1) {
                place.id = format!("{stem}:{}", place.id);
            }
            let own = place.id.clone();
            let mut copy = 2_usize;
            while !taken.insert(place.id.clone()) {
                place.id = format!("{own}#{copy}");
                copy += 1;
            }
            all.push(place);
        }
    }
    Ok(all)
}

fn file_places(file: &Path, stem: &str, rank: usize) -> Result<Vec<Place>, Failure> {
    let refused = |text: String| Failure::Refused(format!("{} : {text}", file.display()));
    let reader = File::open(file).map_err(|error| refused(error.to_string()))?;
    let rows = open_records(
        stem,
        Box::new(BufReader::new(reader)),
        &RecordOptions::default(),
    )
    .map_err(|error| refused(format_error(&error)))?;
    let mut places = Vec::new();
    for row in rows {
        let row = row.map_err(|error| refused(format_error(&error)))?;
        places.push(place(&row, rank));
    }
    Ok(places)
}

/// `rank` is that of the file: two files of one producer are two lists, as are two producers or two years in one file.
fn place(row: &Row, rank: usize) -> Place {
    let mut fields = BTreeMap::new();
    for (column, cell) in row.iter() {
        let cell = cell.trim();
        let alias = ALIASES.iter().find(|(alias, _)| *alias == column);
        let name = alias.map_or(column, |(_, name)| *name);
        let filler = name == "pivot" && cell == NO_PIVOT;
        if !cell.is_empty() && !filler {
            fields
                .entry(name.to_owned())
                .or_insert_with(|| cell.to_owned());
        }
    }
    let id = fields
        .get("id")
        .cloned()
        .unwrap_or_else(|| row.number.to_string());
    let said = fields.get("source").or(fields.get("millesime"));
    let list = format!("{rank}:{}", said.map_or("", String::as_str));
    Place { id, list, fields }
}

/// What matching looks at.
pub(super) fn record(place: &Place) -> Record {
    let text = |name: &str| place.fields.get(name).cloned();
    let list = |name: &str| -> Vec<String> {
        let values = place
            .fields
            .get(name)
            .into_iter()
            .flat_map(|text| text.split('|'));
        values
            .map(str::trim)
            .filter(|value| !value.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let insee = text("code_insee");
    let department = insee
        .as_deref()
        .or(place.fields.get("code_postal").map(String::as_str));
    let department = department.and_then(|code| {
        let overseas = code.starts_with("97") || code.starts_with("98");
        code.get(..if overseas { 3 } else { 2 })
    });
    let phone = |text: &String| {
        Phone::parse(text, department)
            .map_or_else(|_| text.clone(), |phone| phone.as_str().to_owned())
    };
    let number = |name: &str| {
        place
            .fields
            .get(name)?
            .replace(',', ".")
            .parse::<f64>()
            .ok()
    };
    let position = number("latitude").zip(number("longitude"));
    let mut networks = list("dispositif_programmes_nationaux");
    networks.extend(list("formations_labels"));
    Record {
        id: place.id.clone(),
        source: place.list.clone(),
        name: text("nom").unwrap_or_default(),
        kinds: list("typologie"),
        street: text("adresse"),
        complement: text("complement_adresse"),
        postcode: text("code_postal"),
        commune: text("commune"),
        insee: insee.clone(),
        position: position.and_then(|(lat, lon)| Position::new(lat, lon).ok()),
        phones: list("telephone").iter().map(phone).collect(),
        emails: list("courriels")
            .iter()
            .map(|email| email.to_lowercase())
            .collect(),
        websites: list("site_web"),
        pivot: text("pivot"),
        networks,
        dated: dated(place),
    }
}

fn dated(place: &Place) -> Option<NaiveDate> {
    let text = place.fields.get("date_maj")?;
    NaiveDate::parse_from_str(text.get(..10)?, "%Y-%m-%d").ok()
}

/// What merging looks at.
pub(super) fn member(place: &Place) -> Member {
    let value = |name: &str, text: &str| FieldValue {
        values: if is_list(name) {
            text.split('|')
                .map(|value| value.trim().to_owned())
                .collect()
        } else {
            vec![text.to_owned()]
        },
        ..FieldValue::default()
    };
    Member {
        id: place.id.clone(),
        dated: dated(place),
        trust: 0,
        fields: place
            .fields
            .iter()
            .map(|(name, text)| (name.clone(), value(name, text)))
            .collect(),
    }
}
