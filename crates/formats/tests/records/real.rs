//! Every real list at hand gives as many rows as it has.

use std::fs::File;
use std::io::BufReader;
use std::path::PathBuf;
use std::time::Instant;

use portulan_formats::{RecordOptions, open_records};

/// Raw lists, and how many records their producers counted in them.
const LISTS: [(&str, usize, usize); 10] = [
    ("aix-en-provence/aix-en-provence.json", 38, 29),
    ("angers/angers.json", 63, 33),
    (
        "bus-france-services-charente/bus-france-services-charente.json",
        12,
        46,
    ),
    ("epernay/epernay.json", 39, 39),
    ("etapes-numerique/etapes-numerique.json", 95, 9),
    ("gironde/gironde.json", 347, 19),
    ("hub-lo/hub-lo.json", 426, 71),
    ("nouvelle-caledonie/nouvelle-caledonie.json", 92, 42),
    ("ultra-num/ultra-num.json", 155, 125),
    ("france-services/france-services.csv", 2683, 23),
];

fn raw_lists() -> Option<PathBuf> {
    let shared = std::env::var_os("PORTULAN_SHARED").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared")),
        PathBuf::from,
    );
    let lists = shared.join("data/raw-sources");
    lists.is_dir().then_some(lists)
}

#[test]
fn every_raw_list_gives_all_its_records_and_columns() {
    let Some(lists) = raw_lists() else {
        eprintln!("no shared data: the small lists of the other tests stand for it");
        return;
    };
    for (name, wanted, columns) in LISTS {
        let start = Instant::now();
        let file = BufReader::new(File::open(lists.join(name)).unwrap());
        let mut records = open_records(name, Box::new(file), &RecordOptions::default()).unwrap();
        let rows: Vec<_> = records.by_ref().map(Result::unwrap).collect();
        eprintln!("{name}: {} rows in {:?}", rows.len(), start.elapsed());
        assert_eq!(rows.len(), wanted, "{name}");
        assert!(rows.iter().all(|row| row.broken.is_none()), "{name}");
        let met = records.columns();
        let top = met
            .iter()
            .map(|column| column.split_once('.').map_or(&**column, |(top, _)| top));
        let top: std::collections::HashSet<&str> = top.collect();
        assert!(top.len() + 4 >= columns, "{name}: {} columns", top.len());
    }
}
