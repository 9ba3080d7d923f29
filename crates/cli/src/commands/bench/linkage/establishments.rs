//! Lists of organisations with a SIRET, as a labelled set: the SIRET is taken out of the records and tells the truth.
//!
//! Two rows of one SIRET at one door are the same. Lists also give the SIRET of a body to each of its antennas, and two
//! numbers to one door: such pairs count neither way. Two bodies called the same are wrong, and two establishments of one
//! body at two doors as well.

use std::collections::HashMap;

use portulan_linkage::{Record, Subject};
use portulan_text::{Pivot, fold};

use super::columns::{PIVOT, Row, record, value};
use super::sets::{Label, Set, every_pair, sources};

/// Reads lists, the name of each beside its rows.
pub(super) fn read(files: &[(String, Vec<Row>)]) -> Set {
    let mut set = Set::empty();
    set.complete = true;
    let mut sirets: Vec<String> = Vec::new();
    let mut bodies: HashMap<String, Vec<usize>> = HashMap::new();
    for (source, rows) in files {
        for (rank, row) in rows.iter().enumerate() {
            let said = value(row, "", PIVOT).map(|text| Pivot::parse(&text));
            let Some(Ok(Pivot::Siret(siret))) = said else {
                continue;
            };
            let siren: String = siret.chars().take(9).collect();
            let mut read = record(row, "", format!("{source}{rank:07}"), source);
            (read.subject, read.pivot) = (Subject::Organisation, None);
            let members = bodies.entry(siren.clone()).or_default();
            members.push(set.records.len());
            set.records.push(read);
            set.keys.push(siren);
            sirets.push(siret);
        }
    }
    for (a, b) in bodies.values().flat_map(|ranks| every_pair(ranks)) {
        let (Some(first), Some(second)) = (set.records.get(a), set.records.get(b)) else {
            continue;
        };
        let siret = sirets.get(a) == sirets.get(b);
        match (siret, one_door(first, second)) {
            (true, true) => set.labels.push(Label {
                a,
                b,
                same: true,
                strata: vec![sources([first, second])],
            }),
            (false, false) => {}
            _ => _ = set.doubtful.insert((a.min(b), a.max(b))),
        }
    }
    set.labels.sort_by_key(Label::ends);
    set
}

/// Whether two rows write one commune and one number, without the help of what is measured.
fn one_door(a: &Record, b: &Record) -> bool {
    let place = |one: &Record| {
        let postcode = one.postcode.clone().unwrap_or_default();
        let street = fold(one.street.as_deref().unwrap_or_default());
        let number = street.split(' ').next().unwrap_or_default().to_owned();
        let told = number.starts_with(|first: char| first.is_ascii_digit());
        told.then_some((postcode, number))
    };
    let commune = a.insee.is_some() && a.insee == b.insee;
    match (place(a), place(b)) {
        (Some(first), Some(second)) => first.1 == second.1 && (commune || first.0 == second.0),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(siret: &str, street: &str) -> Row {
        [
            ("siret", siret),
            ("nom", "Le Patio"),
            ("adresse", street),
            ("code_insee", "35238"),
        ]
        .map(|(column, cell)| (column.to_owned(), cell.to_owned()))
        .into()
    }

    #[test]
    fn one_siret_at_one_door_is_the_same_and_antennas_count_neither_way() {
        let (city, other) = ("21350210700013", "21350210700021");
        let rows = vec![
            row(city, "3 rue Zola"),
            row(city, "3 r. Emile Zola"),
            row(city, "9 place Hoche"),
            row(other, "20 rue Hoche"),
            row("21350210700014", "3 rue Zola"),
        ];
        let set = read(&[("a".to_owned(), rows)]);
        assert_eq!(set.records.len(), 4, "a wrong SIRET tells no truth");
        assert!(set.records.iter().all(|record| record.pivot.is_none()));
        let labels: Vec<_> = set.labels.iter().map(Label::ends).collect();
        assert_eq!(labels, [(0, 1)]);
        assert!(!set.counts(0, 2, false) && set.counts(0, 3, false));
    }
}
