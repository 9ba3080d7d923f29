//! The real lists, read where they are. `PORTULAN_SHARED` names their folder.
#![expect(
    clippy::disallowed_methods,
    reason = "a test may be told where the real lists are"
)]

use std::collections::BTreeMap;
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use portulan_formats::{Row, national, read_data_inclusion, read_places};

use crate::{Believer, issues, placed, records, rejections};

pub(crate) fn shared(file: &str) -> Option<PathBuf> {
    let default = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let folder = std::env::var_os("PORTULAN_SHARED").map_or_else(default, PathBuf::from);
    let path = folder.join(file);
    if path.exists() {
        return Some(path);
    }
    eprintln!("note: {file} is not here; only the small own lists are tested");
    None
}

fn open(path: &Path) -> BufReader<File> {
    BufReader::new(File::open(path).unwrap())
}

fn rows(path: &Path) -> Vec<Row> {
    let name = path.file_name().unwrap().to_str().unwrap();
    let reader = read_places(name, Box::new(open(path)), None, &Believer).unwrap();
    reader.collect::<Result<_, _>>().unwrap()
}

fn tell(what: &str, rows: &[Row]) {
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for issue in issues(rows) {
        *kinds
            .entry(format!("{} {:?}", issue.field, issue.kind))
            .or_default() += 1;
    }
    let (read, rejected) = (records(rows).len(), rejections(rows).len());
    eprintln!(
        "{what}: {} rows, {read} places, {rejected} rejected, issues {kinds:?}",
        rows.len()
    );
    eprintln!(
        "  rejected: {:?}",
        rejections(rows).iter().take(5).collect::<Vec<_>>()
    );
    assert_eq!(read + rejected, rows.len());
}

/// Writes an export where `PORTULAN_EXPORTS` says, for a check by another program.
fn export(name: &str, rows: &[Row]) {
    let mut text = national::csv_header();
    for record in records(rows) {
        national::csv_row(&placed(record.clone()), &mut text);
    }
    let back = crate::read("export.csv", text.as_bytes()).unwrap();
    assert_eq!(
        records(&back).len(),
        records(rows).len(),
        "every place reads back"
    );
    for (before, after) in records(rows).into_iter().zip(records(&back)) {
        assert_eq!(before.external, after.external);
        assert_eq!(
            (&before.hours, before.services),
            (&after.hours, after.services)
        );
    }
    if let Some(folder) = std::env::var_os("PORTULAN_EXPORTS") {
        std::fs::write(Path::new(&folder).join(name), text).unwrap();
    }
}

#[test]
fn the_extract_of_ille_et_vilaine() {
    let Some(path) = shared("lieux/lieux-ille-et-vilaine-multi-sources.csv") else {
        return;
    };
    let rows = rows(&path);
    tell("ille-et-vilaine", &rows);
    assert_eq!(rows.len(), 627);
    let sessions = records(&rows)
        .iter()
        .filter(|record| !record.sessions.is_empty())
        .count();
    let conseillers = |record: &&&portulan_model::PlaceRecord| {
        record.external.source.as_str().contains("conseiller")
    };
    assert!(
        records(&rows)
            .iter()
            .filter(conseillers)
            .all(|record| record.hours.is_none())
    );
    eprintln!("  with sessions: {sessions}");
    export("ille-et-vilaine.csv", &rows);
}

#[test]
fn the_ten_outputs_of_the_reference_program() {
    let Some(folder) = shared("raw-sources") else {
        return;
    };
    let mut total = 0;
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path().join("reference-output.json");
        if !path.exists() {
            continue;
        }
        let name = entry.file_name().into_string().unwrap();
        let rows = rows(&path);
        tell(&name, &rows);
        total += rows.len();
        export(&format!("{name}.csv"), &rows);
    }
    assert_eq!(total, 3_643);
}

#[test]
fn the_older_list_of_hauts_de_france() {
    let Some(path) = shared("lieux/mediation-numerique-hauts-de-france-2023-04.csv.gz") else {
        return;
    };
    let rows = rows(&path);
    tell("hauts-de-france", &rows);
    assert_eq!(rows.len(), 1_741);
    export("hauts-de-france.csv", &rows);
}

#[test]
fn the_older_pair_of_data_inclusion() {
    let structures = shared("lieux/data-inclusion-structures-2022-12.csv.gz");
    let services = shared("lieux/data-inclusion-services-2022.csv.gz");
    let (Some(structures), Some(services)) = (structures, services) else {
        return;
    };
    let rows = read_data_inclusion(open(&structures), open(&services), None, &Believer).unwrap();
    tell("data-inclusion", &rows);
    assert!(!rows.is_empty());
    export("data-inclusion.csv", &rows);
}
