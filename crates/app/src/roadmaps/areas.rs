//! Areas as people type them and as they are told: "Rennes Métropole, Vitré" is 44 communes, whose codes are kept.
//!
//! A territory that is typed is read as its communes of today: what is kept is explicit, whatever the intercommunality
//! becomes. It is told the other way round, as the widest territories that it holds whole, then what is left.

use std::collections::BTreeSet;

use portulan_geo::{CommuneName, Reference};
use portulan_model::{Area, CommuneCode, Piece, TerritoryCode, TerritoryKey, TerritoryKind};
use portulan_text::fold;

/// Levels that are looked for by name, in this order. A commune is looked for last: "Rennes Métropole" is no commune.
const NAMED: [TerritoryKind; 3] = [
    TerritoryKind::Epci,
    TerritoryKind::Department,
    TerritoryKind::Region,
];
/// Levels under which communes are told together, widest first.
const TOLD: [TerritoryKind; 4] = [
    TerritoryKind::Country,
    TerritoryKind::Region,
    TerritoryKind::Department,
    TerritoryKind::Epci,
];

/// What an area adds up to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sum {
    /// The widest territories that are covered whole.
    pub whole: Vec<TerritoryKey>,
    /// Communes beside them.
    pub communes: Vec<CommuneCode>,
    /// Pieces of other communes.
    pub pieces: Vec<Piece>,
    /// How many communes all that is, pieces apart.
    pub count: usize,
}

/// Reads an area: names, codes and keys of territories, one a line or parted by commas or semicolons. What cannot be read
/// is given back, each once.
pub fn read(reference: &Reference, text: &str) -> Result<Area, Vec<String>> {
    let mut area = Area::default();
    let mut unknown = Vec::new();
    let words = text.split(['\n', '\r', ',', ';']).map(str::trim);
    for word in words.filter(|word| !word.is_empty()) {
        match one(reference, word) {
            Some(more) => area = area.union(&more),
            None if unknown.iter().any(|known| known == word) => {}
            None => unknown.push(word.to_owned()),
        }
    }
    if unknown.is_empty() {
        Ok(area)
    } else {
        Err(unknown)
    }
}

fn one(reference: &Reference, word: &str) -> Option<Area> {
    if let Ok(key) = word.parse::<TerritoryKey>() {
        return of_key(reference, &key);
    }
    if let Ok(code) = word.parse::<CommuneCode>() {
        return reference
            .resolve(&code)
            .map(|code| Area::of_communes([code]));
    }
    if let Some(area) = word
        .parse::<Area>()
        .ok()
        .filter(|area| known(reference, area))
    {
        return Some(area);
    }
    let folded = fold(word);
    for kind in NAMED {
        let mut called = reference
            .of_kind(kind)
            .filter(|one| fold(&one.name) == folded);
        if let (Some(only), None) = (called.next(), called.next()) {
            return of_key(reference, &only.key);
        }
    }
    match *reference.communes_called(&CommuneName::new(word)) {
        [only] => Some(Area::of_communes([only])),
        _ => None,
    }
}

/// The communes of a territory; of a neighbourhood, its piece of each commune that it spans.
fn of_key(reference: &Reference, key: &TerritoryKey) -> Option<Area> {
    let small = matches!(
        key.kind(),
        TerritoryKind::Iris | TerritoryKind::Qpv | TerritoryKind::Quartier
    );
    let communes = reference.communes_of(key);
    if small {
        let piece = |code| Piece::new(key.clone(), code).ok();
        let pieces: Vec<Piece> = communes.into_iter().filter_map(piece).collect();
        return (!pieces.is_empty()).then(|| Area::new([], pieces));
    }
    (!communes.is_empty()).then(|| Area::of_communes(communes))
}

/// Whether every commune of an area is one of today.
fn known(reference: &Reference, area: &Area) -> bool {
    let today = |code: &CommuneCode| reference.commune(code).is_some();
    !area.is_empty() && area.touched().iter().all(today)
}

/// What an area adds up to: each commune is in one territory of it at most.
#[must_use]
pub fn sum(reference: &Reference, area: &Area) -> Sum {
    let mut left: BTreeSet<CommuneCode> = area.communes().iter().copied().collect();
    let mut whole = Vec::new();
    for kind in TOLD {
        for key in around(reference, &left, kind) {
            let theirs = reference.communes_of(&key);
            if theirs.len() > 1 && theirs.iter().all(|code| left.contains(code)) {
                for code in &theirs {
                    left.remove(code);
                }
                whole.push(key);
            }
        }
    }
    Sum {
        whole,
        communes: left.into_iter().collect(),
        pieces: area.pieces().to_vec(),
        count: area.communes().len(),
    }
}

/// The territories of a kind that hold one of these communes, by their key.
fn around(
    reference: &Reference,
    communes: &BTreeSet<CommuneCode>,
    kind: TerritoryKind,
) -> BTreeSet<TerritoryKey> {
    let above = |code: &CommuneCode| reference.ancestors(&TerritoryKey::commune(*code));
    let all = communes.iter().flat_map(above);
    all.filter(|key| key.kind() == kind).collect()
}

/// An area as it would be typed: one name a line, a key where the name alone would not be read back.
#[must_use]
pub fn typed(reference: &Reference, area: &Area) -> String {
    let sum = sum(reference, area);
    let keys = sum.whole.iter().cloned();
    let communes = sum.communes.iter().copied().map(TerritoryKey::commune);
    let mut lines: Vec<String> = keys
        .chain(communes)
        .map(|key| name(reference, &key))
        .collect();
    lines.extend(
        sum.pieces
            .iter()
            .map(|piece| format!("{}@{}", piece.key(), piece.commune())),
    );
    lines.join("\n")
}

/// The name of a territory where it alone says which one it is, or its key.
fn name(reference: &Reference, key: &TerritoryKey) -> String {
    let written = match key.code() {
        TerritoryCode::Commune(code) => code.to_string(),
        _ => key.to_string(),
    };
    let Some(territory) = reference.territory(key) else {
        return written;
    };
    let parted = territory.name.contains([',', ';']);
    let itself = one(reference, &territory.name) == of_key(reference, key);
    if itself && !parted {
        territory.name.clone()
    } else {
        written
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reference() -> Reference {
        Reference::embedded().unwrap()
    }

    #[test]
    fn names_codes_and_keys_are_read_as_communes() {
        let reference = reference();
        let read = |text: &str| read(&reference, text);
        let metropole = read("Rennes Métropole").unwrap();
        assert_eq!(metropole.communes().len(), 43);
        assert_eq!(read("epci-243500139"), Ok(metropole.clone()));
        assert_eq!(
            read("Rennes, 35024;\nCesson-Sévigné")
                .unwrap()
                .communes()
                .len(),
            3
        );
        assert!(read("Ille-et-Vilaine").unwrap().covers_all(&metropole));
        assert_eq!(read(" , \n"), Ok(Area::default()));
        assert_eq!(
            read("Rennes, Ailleurs-sur-Rien, departement-99, Ailleurs-sur-Rien"),
            Err(vec![
                "Ailleurs-sur-Rien".to_owned(),
                "departement-99".to_owned()
            ])
        );
        assert!(
            read("Saint-Aubin").is_err(),
            "several communes bear this name"
        );
    }

    #[test]
    fn an_area_is_told_as_the_widest_territories_that_it_holds_whole() {
        let reference = reference();
        let area = read(&reference, "Rennes Métropole, Vitré").unwrap();
        let sum = sum(&reference, &area);
        assert_eq!(sum.whole, ["epci-243500139".parse().unwrap()]);
        assert_eq!(sum.communes, ["35360".parse().unwrap()]);
        assert_eq!(sum.count, 44);
        let whole = read(&reference, "departement-35, Vitré").unwrap();
        let whole = super::sum(&reference, &whole);
        assert_eq!(whole.whole, ["departement-35".parse().unwrap()]);
        assert!(whole.communes.is_empty());
    }

    #[test]
    fn an_area_reads_back_as_it_would_be_typed() {
        let reference = reference();
        for text in [
            "",
            "35238",
            "Rennes Métropole, Vitré",
            "departement-35 ; Nantes",
            "region-53",
            "qpv-QN03504M@35238",
            "35001-35003",
        ] {
            let area = read(&reference, text).unwrap();
            let typed = typed(&reference, &area);
            assert_eq!(read(&reference, &typed), Ok(area), "{typed}");
        }
    }
}
