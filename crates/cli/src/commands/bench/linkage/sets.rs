//! Labelled files of every shape, as records with the keys of their clusters and the pairs that are scored.
//!
//! Four shapes are told by the columns: pairs of ids with a label, beside a file of records; pairs of records in one
//! row (`a_…`, `b_…`, `label`); a record and the France services that it declares (`ac_…`, `fs_…`); records with the key
//! of their cluster.

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::Read;
use std::path::Path;

use flate2::read::GzDecoder;
use portulan_linkage::Record;
use portulan_linkage::evaluation::{Clusters, Part};
use portulan_text::fold;

use super::columns::{Row, record, value};
use super::establishments;
use crate::words::words;

/// Columns named on the command line, when their names tell nothing.
#[derive(Debug, Clone, Default)]
pub(crate) struct Columns {
    pub(crate) id: Option<String>,
    pub(crate) a: Option<String>,
    pub(crate) b: Option<String>,
    pub(crate) label: Option<String>,
    /// Whether the files list organisations, whose SIRET is the truth.
    pub(crate) organisations: bool,
}

/// A pair that is scored.
#[derive(Debug, Clone)]
pub(crate) struct Label {
    pub(crate) a: usize,
    pub(crate) b: usize,
    pub(crate) same: bool,
    pub(crate) strata: Vec<String>,
}

impl Label {
    /// Both records, the lesser rank first.
    pub(crate) fn ends(&self) -> (usize, usize) {
        (self.a.min(self.b), self.a.max(self.b))
    }
}

/// A labelled set.
#[derive(Debug)]
pub(crate) struct Set {
    pub(crate) name: String,
    pub(crate) records: Vec<Record>,
    /// Key of the cluster of each record.
    pub(super) keys: Vec<String>,
    /// Pairs with a label. Where clusters are the truth, the pairs that are the same.
    pub(crate) labels: Vec<Label>,
    /// Whether a pair called the same without a label is wrong.
    pub(super) complete: bool,
    /// Pairs that nobody could label.
    pub(super) doubtful: HashSet<(usize, usize)>,
    /// Pairs whose labels contradict the file.
    contradictory: HashSet<(usize, usize)>,
    /// Only pairs between the two sides count.
    sides: Option<Vec<bool>>,
}

const LABEL: &[&str] = &["label", "etiquette", "clerical_match_score"];
const FIRST: &[&str] = &["rid_a", "id_a", "a", "left", "unique_id_l"];
const SECOND: &[&str] = &["rid_b", "id_b", "b", "right", "unique_id_r"];
const CLUSTER: &[&str] = &["id_fs", "true_id", "cluster", "rec_id"];
const ID: &[&str] = &["rid", "id", "rec_id", "unique_id"];
const STRATA: &[&str] = &["facile", "confiance", "split"];

/// Reads a set; `records` is the file of records for pairs of ids, more records for clusters.
pub(crate) fn read(pairs: &Path, records: &[&Path], columns: &Columns) -> Result<Set, String> {
    let rows = rows(pairs)?;
    let headers: HashSet<&str> = rows
        .first()
        .map(|row| row.keys().map(String::as_str).collect())
        .unwrap_or_default();
    let known = |names: &[&str]| names.iter().any(|name| headers.contains(name));
    let name = pairs
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let by_id = columns.a.is_some() || (known(FIRST) && known(SECOND));
    let mut set = if columns.organisations {
        establishments::read(&named(&name, rows, records)?)
    } else if headers.contains("a_name") {
        in_rows(&rows)
    } else if headers.contains("fs_nom") {
        declared(&rows)
    } else if by_id {
        of_ids(&rows, records, columns)?
    } else if known(CLUSTER) {
        clusters(&named(&name, rows, records)?)
    } else {
        return Err(words().with("bench-linkage-unknown", &[("file", name.into())]));
    };
    set.name = name;
    Ok(set)
}

/// The rows of a file and of others, by their names.
fn named(name: &str, rows: Vec<Row>, others: &[&Path]) -> Result<Vec<(String, Vec<Row>)>, String> {
    let mut all = vec![(name.to_owned(), rows)];
    for path in others {
        all.push((path.display().to_string(), self::rows(path)?));
    }
    Ok(all)
}

impl Set {
    pub(super) fn empty() -> Self {
        Self {
            name: String::new(),
            records: Vec::new(),
            keys: Vec::new(),
            labels: Vec::new(),
            complete: false,
            doubtful: HashSet::new(),
            contradictory: HashSet::new(),
            sides: None,
        }
    }

    /// Half in which a pair of records falls.
    pub(crate) fn part(&self, a: usize, b: usize) -> Part {
        let key = |at: usize| self.keys.get(at).map(String::as_str).unwrap_or_default();
        Part::of_pair(key(a), key(b))
    }

    /// Strata of a pair without a label.
    pub(crate) fn strata(&self, (a, b): (usize, usize)) -> Vec<String> {
        match (self.records.get(a), self.records.get(b)) {
            (Some(a), Some(b)) if self.sides.is_none() => vec![sources([a, b])],
            _ => Vec::new(),
        }
    }

    /// Whether a pair called the same without a label counts as wrong; `raw` takes contradictory labels at their word.
    pub(crate) fn counts(&self, a: usize, b: usize, raw: bool) -> bool {
        let crossing = self
            .sides
            .as_ref()
            .is_none_or(|sides| sides.get(a) != sides.get(b));
        let ends = (a.min(b), a.max(b));
        let doubtful =
            self.doubtful.contains(&ends) || (!raw && self.contradictory.contains(&ends));
        self.complete && crossing && !doubtful
    }

    /// Takes the labels that say "same" for clusters.
    fn settle(&mut self, ids: &[String]) {
        let mut clusters = Clusters::default();
        for label in self.labels.iter().filter(|label| label.same) {
            if let (Some(a), Some(b)) = (ids.get(label.a), ids.get(label.b)) {
                clusters.join(a, b);
            }
        }
        self.keys = ids.iter().map(|id| clusters.key(id)).collect();
    }
}

fn rows(path: &Path) -> Result<Vec<Row>, String> {
    let failed = |error: &dyn std::fmt::Display| format!("{} : {error}", path.display());
    let file = File::open(path).map_err(|error| failed(&error))?;
    let gzipped = path.extension().is_some_and(|extension| extension == "gz");
    let reader: Box<dyn Read> = if gzipped {
        Box::new(GzDecoder::new(file))
    } else {
        Box::new(file)
    };
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(reader);
    let read: Result<Vec<Row>, _> = reader.deserialize().collect();
    read.map_err(|error| failed(&error))
}

/// `1` or a score of at least a half is the same, `0` different; anything else is doubtful.
fn said(text: &str) -> Option<bool> {
    match text {
        "match" | "same" => Some(true),
        "non" | "distinct" => Some(false),
        _ => text.parse::<f64>().ok().map(|score| score >= 0.5),
    }
}

fn strata(row: &Row, records: [&Record; 2]) -> Vec<String> {
    let mut strata: Vec<String> = STRATA
        .iter()
        .filter_map(|column| Some(format!("{column}={}", row.get(*column)?)))
        .collect();
    strata.push(sources(records));
    strata
}

pub(super) fn sources([a, b]: [&Record; 2]) -> String {
    let mut sources = [a.source.as_str(), b.source.as_str()];
    sources.sort_unstable();
    format!("source={}", sources.join("+"))
}

fn of_ids(rows: &[Row], files: &[&Path], columns: &Columns) -> Result<Set, String> {
    let mut set = Set::empty();
    let mut ranks: HashMap<String, usize> = HashMap::new();
    let id_column = columns.id.as_deref();
    for path in files {
        for row in self::rows(path)? {
            let named = id_column.map(|column| value(&row, "", &[column]));
            let Some(id) = named.unwrap_or_else(|| value(&row, "", ID)) else {
                continue;
            };
            ranks.insert(id.clone(), set.records.len());
            set.records.push(record(&row, "", id, ""));
        }
    }
    for row in rows {
        let of = |named: &Option<String>, known: &[&str]| match named {
            Some(column) => value(row, "", &[column]),
            None => value(row, "", known),
        };
        let label = of(&columns.label, LABEL);
        let ends = [of(&columns.a, FIRST), of(&columns.b, SECOND)]
            .map(|id| id.and_then(|id| ranks.get(&id).copied()));
        let (Some(label), [Some(a), Some(b)]) = (label, ends) else {
            continue;
        };
        let (Some(first), Some(second)) = (set.records.get(a), set.records.get(b)) else {
            continue;
        };
        match said(&label) {
            Some(same) => {
                let strata = strata(row, [first, second]);
                set.labels.push(Label { a, b, same, strata });
            }
            None => _ = set.doubtful.insert((a.min(b), a.max(b))),
        }
    }
    let ids: Vec<String> = set.records.iter().map(|record| record.id.clone()).collect();
    set.settle(&ids);
    Ok(set)
}

/// Records that are written alike are one record: the split must not part them.
fn in_rows(rows: &[Row]) -> Set {
    let mut set = Set::empty();
    let mut ranks: HashMap<String, usize> = HashMap::new();
    let mut ids: Vec<String> = Vec::new();
    for row in rows {
        let mut ends = [0_usize; 2];
        for (end, side) in ends.iter_mut().zip(["a", "b"]) {
            let prefix = format!("{side}_");
            let mut cells: Vec<String> = row
                .iter()
                .filter(|(column, _)| column.starts_with(&prefix))
                .map(|(column, cell)| format!("{column}={cell}"))
                .collect();
            cells.sort_unstable();
            let content = cells.join("|");
            *end = *ranks.entry(content.clone()).or_insert_with(|| {
                let id = format!("{side}{:06}", ids.len());
                ids.push(content);
                set.records.push(record(row, &prefix, id, side));
                ids.len() - 1
            });
        }
        let [a, b] = ends;
        let (Some(first), Some(second)) = (set.records.get(a), set.records.get(b)) else {
            continue;
        };
        let said = value(row, "", LABEL).and_then(|label| said(&label));
        if let Some(same) = said {
            let strata = strata(row, [first, second]);
            set.labels.push(Label { a, b, same, strata });
        }
    }
    set.settle(&ids);
    set
}

fn declared(rows: &[Row]) -> Set {
    let mut set = Set::empty();
    set.complete = true;
    let mut services: HashMap<String, usize> = HashMap::new();
    let mut sides: Vec<bool> = Vec::new();
    for (rank, row) in rows.iter().enumerate() {
        let key = row.get("id_fs").cloned().unwrap_or_default();
        let b = *services.entry(key.clone()).or_insert_with(|| {
            let id = format!("fs-{key}");
            set.records.push(record(row, "fs_", id, "france-services"));
            set.keys.push(key.clone());
            sides.push(true);
            set.records.len() - 1
        });
        let a = set.records.len();
        set.records.push(record(
            row,
            "ac_",
            format!("ac-{rank:05}"),
            "aidants-connect",
        ));
        set.keys.push(key);
        sides.push(false);
        match row.get("confiance").map(String::as_str) {
            Some("sur" | "probable") => {
                let strata = row
                    .get("confiance")
                    .map(|grade| format!("confiance={grade}"));
                set.labels.push(Label {
                    a,
                    b,
                    same: true,
                    strata: strata.into_iter().collect(),
                });
            }
            _ => _ = set.doubtful.insert((b, a)),
        }
    }
    set.sides = Some(sides);
    set
}

fn clusters(files: &[(String, Vec<Row>)]) -> Set {
    let mut set = Set::empty();
    set.complete = true;
    let mut members: HashMap<String, Vec<usize>> = HashMap::new();
    for (source, rows) in files {
        for (rank, row) in rows.iter().enumerate() {
            let Some(key) = value(row, "", CLUSTER) else {
                continue;
            };
            let key = cluster_of(&key);
            let source = if files.len() > 1 { source.as_str() } else { "" };
            members
                .entry(key.clone())
                .or_default()
                .push(set.records.len());
            let id = format!("{source}{rank:07}");
            set.records.push(record(row, "", id, source));
            set.keys.push(key);
        }
    }
    set.contradictory = renumbered(&set, &members);
    let mut keys: Vec<&String> = members.keys().collect();
    keys.sort_unstable();
    for key in keys {
        let ranks = members.get(key).map(Vec::as_slice).unwrap_or_default();
        for (a, b) in every_pair(ranks) {
            let (Some(first), Some(second)) = (set.records.get(a), set.records.get(b)) else {
                continue;
            };
            let strata = vec![sources([first, second])];
            set.labels.push(Label {
                a,
                b,
                same: true,
                strata,
            });
        }
    }
    set
}

/// Pairs whose labels contradict the file: two keys that never occur in one list, and of which some records have the
/// same commune and two of name, telephone and street to the letter. Lists renumber their places.
fn renumbered(set: &Set, members: &HashMap<String, Vec<usize>>) -> HashSet<(usize, usize)> {
    let mut alike: HashMap<String, Vec<usize>> = HashMap::new();
    for (rank, record) in set.records.iter().enumerate() {
        let told = [
            Some(plain(&record.name)),
            record.phones.first().cloned(),
            record.street.as_deref().map(plain),
        ];
        let Some(insee) = &record.insee else { continue };
        for (a, b) in [(0, 1), (0, 2), (1, 2)] {
            let of = |rank: usize| told.get(rank).cloned().flatten();
            if let (Some(first), Some(second)) = (of(a), of(b)) {
                let key = format!("{a}{b}|{insee}|{first}|{second}");
                alike.entry(key).or_default().push(rank);
            }
        }
    }
    let of = |key: &String| members.get(key).map(Vec::as_slice).unwrap_or_default();
    let lists = |key: &String| -> HashSet<&str> {
        let records = of(key).iter().filter_map(|rank| set.records.get(*rank));
        records.map(|record| record.source.as_str()).collect()
    };
    let mut pairs = HashSet::new();
    for group in alike.values() {
        for (a, b) in every_pair(group) {
            let (Some(first), Some(second)) = (set.keys.get(a), set.keys.get(b)) else {
                continue;
            };
            if first == second || !lists(first).is_disjoint(&lists(second)) {
                continue;
            }
            for a in of(first) {
                pairs.extend(of(second).iter().map(|b| (*a.min(b), *a.max(b))));
            }
        }
    }
    pairs
}

fn plain(text: &str) -> String {
    let folded = fold(text);
    let words = folded
        .split_ascii_whitespace()
        .filter(|word| !matches!(*word, "de" | "du" | "des" | "d" | "la" | "le" | "les" | "l"));
    words.collect::<Vec<_>>().join(" ")
}

pub(super) fn every_pair(ranks: &[usize]) -> impl Iterator<Item = (usize, usize)> + '_ {
    let after = |at: usize| ranks.get(at + 1..).unwrap_or_default();
    ranks
        .iter()
        .enumerate()
        .flat_map(move |(at, a)| after(at).iter().map(move |b| (*a, *b)))
}

/// `rec-12-org` and `rec-12-dup-0` are of one cluster.
fn cluster_of(key: &str) -> String {
    let mut parts = key.split('-');
    match (parts.next(), parts.next()) {
        (Some("rec"), Some(number)) => number.to_owned(),
        _ => key.to_owned(),
    }
}
