//! The cases of Rennes that persons settled: Maurepas, Villejean that moved, two bodies at one door. Their eight rows
//! alone, and among the list of the département where `PORTULAN_SHARED` holds it.
#![expect(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test reads the environment and may fail loudly"
)]

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read;
use std::path::PathBuf;

use portulan_linkage::{Decision, Options, Record, Verdict, groups, link};
use portulan_model::Position;

/// As `lieux-ille-et-vilaine-multi-sources.csv` has them.
const ROWS: &str = "\
rid,source,nom,adresse,code_postal,commune,code_insee,latitude,longitude,siret
r0032,conseillers-numeriques,Espace social Commun Maurepas,11 Place du Gros Chêne,35700,RENNES,35238,48.126544,-1.663892,
r0042,conseillers-numeriques,Espace Social Commun Villejean,42 Président John Fitzgerald Kennedy,35000,RENNES,35238,48.121499,-1.711261,26350224700012
r0048,conseillers-numeriques,Espace Social Commun Maurepas,11C place du Gros Chêne,35000,RENNES,35238,48.126474,-1.663769,
r0050,conseillers-numeriques,Espace Social Commun Villejean,42 42 KENNEDY,35000,RENNES,35238,48.121257,-1.708849,
r0131,data-inclusion/conseiller-numerique,Espace Social Commun Villejean,42 Président John Fitzgerald Kennedy,35000,RENNES,35238,48.121499,-1.711261,26350224700012
r0242,aidants-connect,CDAS de Maurepas,\"Espace social commun, 11 C Pl. du Gros Chêne, 35700 Rennes\",35700,Rennes,35238,,,22350001800013
r0245,aidants-connect,CDAS des Champs Manceaux,\"Espace social commun et culturel Aimé-Césaire, 15 Rue Louis et René Moine, 35200 Rennes\",35200,Rennes,35238,,,22350001800013
r0246,aidants-connect,CDAS du Blosne,\"Espace social commun et culturel Aimé-Césaire, 15 Rue Louis et René Moine, 35200 Rennes\",35200,Rennes,35238,,,22350001800013
";

const SETTLED: [&str; 8] = [
    "r0032", "r0042", "r0048", "r0050", "r0131", "r0242", "r0245", "r0246",
];

fn records(text: impl Read) -> Vec<Record> {
    let mut reader = csv::Reader::from_reader(text);
    let headers = reader.headers().unwrap().clone();
    let record = |row: csv::StringRecord| {
        let get = |name: &str| {
            let at = headers.iter().position(|header| header == name).unwrap();
            Some(row[at].to_owned()).filter(|cell| !cell.is_empty())
        };
        let number = |name| get(name).and_then(|cell| cell.parse::<f64>().ok());
        let position = number("latitude").zip(number("longitude"));
        Record {
            id: get("rid").unwrap(),
            source: get("source").unwrap(),
            name: get("nom").unwrap_or_default(),
            street: get("adresse"),
            postcode: get("code_postal"),
            commune: get("commune"),
            insee: get("code_insee"),
            position: position.and_then(|(lat, lon)| Position::new(lat, lon).ok()),
            pivot: get("siret"),
            ..Record::default()
        }
    };
    reader.records().map(|row| record(row.unwrap())).collect()
}

/// The list of the département, where it is at hand.
fn list() -> Option<Vec<Record>> {
    let shared = std::env::var_os("PORTULAN_SHARED").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared")),
        PathBuf::from,
    );
    let file = File::open(shared.join("data/lieux/lieux-ille-et-vilaine-multi-sources.csv"));
    file.ok().map(records)
}

fn said(a: &str, b: &str, verdict: Verdict) -> Decision {
    Decision {
        a: a.into(),
        b: b.into(),
        verdict,
        at: 1,
    }
}

/// The groups of the settled rows among the records, other members left out.
fn found(records: &[Record], decisions: &[Decision]) -> BTreeSet<Vec<String>> {
    let links = link(records, &Options::default());
    let settled = |group: &Vec<u32>| -> Vec<String> {
        let ids = group.iter().map(|at| records[*at as usize].id.clone());
        ids.filter(|id| SETTLED.contains(&id.as_str())).collect()
    };
    let groups = groups(records, &links, decisions);
    let settled = groups.iter().map(settled);
    settled.filter(|group| group.len() > 1).collect()
}

#[test]
fn maurepas_villejean_and_two_bodies_at_one_door_stay_as_persons_settled_them_in_any_order() {
    let (same, different) = (Verdict::Same, Verdict::Different);
    let decisions = [
        said("r0032", "r0048", same),
        said("r0242", "r0048", different),
        said("r0032", "r0242", different),
        said("r0042", "r0050", same),
        said("r0131", "r0050", same),
        said("r0246", "r0245", different),
    ];
    // The same persons, of another mind: so it is they who are heard, not the machine alone.
    let otherwise = [
        said("r0032", "r0048", different),
        said("r0242", "r0048", same),
        said("r0042", "r0050", different),
        said("r0246", "r0245", same),
    ];
    let groups = |ids: &[&[&str]]| -> BTreeSet<Vec<String>> {
        let group = |ids: &&[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
        ids.iter().map(group).collect()
    };
    let as_settled = groups(&[&["r0032", "r0048"], &["r0042", "r0050", "r0131"]]);
    let apart = groups(&[
        &["r0042", "r0131"],
        &["r0048", "r0242"],
        &["r0245", "r0246"],
    ]);
    for mut records in [Some(records(ROWS.as_bytes())), list()]
        .into_iter()
        .flatten()
    {
        let turns = if records.len() > SETTLED.len() { 2 } else { 8 };
        for turn in 0..turns {
            let by = turn * 97 % records.len();
            records.rotate_left(by);
            records.reverse();
            let mut decisions = decisions.clone();
            decisions.rotate_left(turn % 6);
            assert_eq!(found(&records, &decisions), as_settled, "turn {turn}");
            assert_eq!(found(&records, &otherwise), apart, "turn {turn}");
        }
    }
}
