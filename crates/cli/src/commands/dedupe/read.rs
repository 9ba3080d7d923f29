//! Places or organisations of any file with names that are known, as records to compare and members to merge.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use portulan_formats::{Record as Row, RecordOptions, open_records};
use portulan_linkage::merge::{FieldValue, Member, is_list};
use portulan_linkage::{Record, Subject};
use portulan_model::Position;
use portulan_model::codes::{department_part, with_leading_zero};
use portulan_text::Phone;

use super::names::Names;
use crate::outcome::Failure;
use crate::words::format_error;

/// A row of a file.
#[derive(Debug)]
pub(super) struct Listed {
    pub(super) id: String,
    list: String,
    pub(super) fields: BTreeMap<String, String>,
}

/// Reads the files; an id that two of them use takes the name of its file.
pub(super) fn listed(files: &[PathBuf], names: &Names) -> Result<Vec<Listed>, Failure> {
    let mut read: Vec<(String, Vec<Listed>)> = Vec::new();
    for (rank, file) in files.iter().enumerate() {
        let stem = file
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        read.push((stem.clone(), rows(file, &stem, rank, names)?));
    }
    let mut counts: HashMap<String, usize> = HashMap::new();
    for (_, rows) in &read {
        let ids: HashSet<&String> = rows.iter().map(|row| &row.id).collect();
        for id in ids {
            *counts.entry(id.clone()).or_default() += 1;
        }
    }
    let mut taken = HashSet::new();
    let mut all = Vec::new();
    for (stem, rows) in read {
        for mut row in rows {
            if counts.get(&row.id).is_some_and(|count| *count > 1) {
                row.id = format!("{stem}:{}", row.id);
            }
            let own = row.id.clone();
            let mut copy = 2_usize;
            while !taken.insert(row.id.clone()) {
                row.id = format!("{own}#{copy}");
                copy += 1;
            }
            all.push(row);
        }
    }
    Ok(all)
}

fn rows(file: &Path, stem: &str, rank: usize, names: &Names) -> Result<Vec<Listed>, Failure> {
    let refused = |text: String| Failure::Refused(format!("{} : {text}", file.display()));
    let reader = File::open(file).map_err(|error| refused(error.to_string()))?;
    let records = open_records(
        stem,
        Box::new(BufReader::new(reader)),
        &RecordOptions::default(),
    )
    .map_err(|error| refused(format_error(&error)))?;
    let mut rows = Vec::new();
    for row in records {
        let row = row.map_err(|error| refused(format_error(&error)))?;
        rows.push(listed_row(&row, rank, names));
    }
    Ok(rows)
}

/// `rank` is that of the file: two files of one producer are two lists, as are two producers or two years in one file.
fn listed_row(row: &Row, rank: usize, names: &Names) -> Listed {
    let mut fields: BTreeMap<String, String> = BTreeMap::new();
    let mut taken: HashMap<String, &str> = HashMap::new();
    for (column, cell) in row.iter() {
        let cell = cell.trim();
        let (column, item) = parted(column);
        let name = names.of(column).into_owned();
        if cell.is_empty() || names.is_filler(&name, cell) {
            continue;
        }
        // The first column of a field counts; the values of a list of JSON are those of one column.
        match fields.get_mut(&name) {
            None => {
                taken.insert(name.clone(), column);
                fields.insert(name, cell.to_owned());
            }
            Some(text) if item && taken.get(&name) == Some(&column) => {
                text.push('|');
                text.push_str(cell);
            }
            Some(_) => {}
        }
    }
    let id = fields
        .get("id")
        .cloned()
        .unwrap_or_else(|| row.number.to_string());
    let said = fields.get("source").or(fields.get("millesime"));
    let list = format!("{rank}:{}", said.map_or("", String::as_str));
    Listed { id, list, fields }
}

/// `services.0` is a value of the list `services`.
fn parted(column: &str) -> (&str, bool) {
    match column.rsplit_once('.') {
        Some((name, rank)) if rank.bytes().all(|byte| byte.is_ascii_digit()) => (name, true),
        _ => (column, false),
    }
}

/// What matching looks at.
pub(super) fn record(row: &Listed, names: &Names) -> Record {
    let text = |name: &str| row.fields.get(name).cloned();
    let list = |name: &str| -> Vec<String> {
        let values = row
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
    let code = |name: &str| text(name).map(|code| with_leading_zero(&code));
    let (insee, postcode) = (code("code_insee"), code("code_postal"));
    let department = insee.as_deref().or(postcode.as_deref());
    let department = department.and_then(department_part);
    let phone = |text: &String| {
        Phone::parse(text, department)
            .map_or_else(|_| text.clone(), |phone| phone.as_str().to_owned())
    };
    let phones = list("telephone").iter().map(phone).collect();
    let number = |name: &str| row.fields.get(name)?.replace(',', ".").parse::<f64>().ok();
    let position = number("latitude").zip(number("longitude"));
    let own = |name: &str| text(name).filter(|_| names.subject == Subject::Organisation);
    let networks = names.networks.iter().flat_map(|name| list(name));
    Record {
        subject: names.subject,
        id: row.id.clone(),
        source: row.list.clone(),
        name: text("nom").unwrap_or_default(),
        kinds: list("typologie"),
        street: text("adresse"),
        complement: text("complement_adresse"),
        postcode,
        commune: text("commune"),
        insee,
        position: position.and_then(|(lat, lon)| Position::new(lat, lon).ok()),
        phones,
        emails: list(names.emails)
            .iter()
            .map(|email| email.to_lowercase())
            .collect(),
        websites: list("site_web"),
        pivot: text(names.pivot).or_else(|| own("siren")),
        rna: own("rna"),
        networks: networks.collect(),
        dated: dated(row),
    }
}

fn dated(row: &Listed) -> Option<NaiveDate> {
    let text = row.fields.get("date_maj")?;
    NaiveDate::parse_from_str(text.get(..10)?, "%Y-%m-%d").ok()
}

/// What merging looks at.
pub(super) fn member(row: &Listed, names: &Names) -> Member {
    let value = |name: &str, text: &str| FieldValue {
        values: if is_list(name) || names.lists.contains(&name) {
            text.split('|')
                .map(|value| value.trim().to_owned())
                .collect()
        } else {
            vec![text.to_owned()]
        },
        ..FieldValue::default()
    };
    Member {
        id: row.id.clone(),
        dated: dated(row),
        trust: 0,
        fields: row
            .fields
            .iter()
            .map(|(name, text)| (name.clone(), value(name, text)))
            .collect(),
    }
}
