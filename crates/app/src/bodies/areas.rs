//! What a body covers, as people type it and as it is told: names of territories, never a label.
//!
//! A territory that is typed becomes the communes that it has today, and is told again as the widest territories that the
//! area holds whole, then the communes that are left.

use std::collections::BTreeSet;

use portulan_geo::{CommuneName, Reference};
use portulan_model::{Area, CommuneCode, Piece, Seat, TerritoryKey, TerritoryKind};
use portulan_text::fold;

use crate::Directory;

/// Levels under which communes are told together, widest first.
const TOGETHER: [TerritoryKind; 4] = [
    TerritoryKind::Country,
    TerritoryKind::Region,
    TerritoryKind::Department,
    TerritoryKind::Epci,
];
/// What parts one name from the next.
const BETWEEN: [char; 3] = ['\n', ',', ';'];

/// What an area adds up to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sum {
    /// Territories that it holds whole, widest first, none within another.
    pub whole: Vec<TerritoryKey>,
    /// Communes beside them.
    pub communes: Vec<CommuneCode>,
    /// Parts of other communes.
    pub pieces: Vec<Piece>,
    /// How many communes it holds whole, all in all.
    pub count: usize,
}

/// Adds an area up.
#[must_use]
pub fn sum(reference: &Reference, area: &Area) -> Sum {
    let mut left: BTreeSet<CommuneCode> = area.communes().iter().copied().collect();
    let mut whole = Vec::new();
    for kind in TOGETHER {
        let above: BTreeSet<TerritoryKey> = left
            .iter()
            .flat_map(|code| reference.ancestors(&TerritoryKey::commune(*code)))
            .filter(|key| key.kind() == kind)
            .collect();
        for key in above {
            let theirs = reference.communes_of(&key);
            if theirs.len() > 1 && theirs.iter().all(|code| left.contains(code)) {
                left.retain(|code| !theirs.contains(code));
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

/// Reads an area; what names nothing, or several things, is given back.
pub fn read(reference: &Reference, text: &str) -> Result<Area, String> {
    let names = text.split(BETWEEN).map(str::trim);
    let mut names = names.filter(|name| !name.is_empty());
    names.try_fold(Area::default(), |all, name| {
        let more = named(reference, name).ok_or_else(|| name.to_owned())?;
        Ok(all.union(&more))
    })
}

/// The same area as one would type it.
#[must_use]
pub fn typed(reference: &Reference, area: &Area) -> String {
    let sum = sum(reference, area);
    let communes = sum.communes.iter().copied().map(TerritoryKey::commune);
    let keys = sum.whole.iter().cloned().chain(communes);
    let mut lines: Vec<String> = keys.map(|key| spelled(reference, &key)).collect();
    let pieces = sum.pieces.iter();
    lines.extend(pieces.map(|piece| format!("{}@{}", piece.key(), piece.commune())));
    lines.join("\n")
}

/// All that a seat covers: what a body covers where nothing else is said.
#[must_use]
pub fn of_seat(directory: &Directory, seat: &Seat) -> Area {
    let levels = &directory.levels;
    let own = match seat {
        Seat::Territory(_) => None,
        Seat::Scheme(slug) => levels.scheme(slug).map(|one| one.area.clone()),
        Seat::Cluster(slug) => levels.cluster(slug).map(|one| one.area.clone()),
    };
    own.filter(|area| !area.is_empty()).unwrap_or_else(|| {
        let homes = levels.homes(seat).into_iter();
        homes.fold(Area::default(), |all, key| {
            all.union(&of_key(&directory.reference, key))
        })
    })
}

fn named(reference: &Reference, name: &str) -> Option<Area> {
    if let Ok(key) = name.parse::<TerritoryKey>() {
        return Some(of_key(reference, &key)).filter(|area| !area.is_empty());
    }
    if let Ok(area) = name.parse::<Area>() {
        let today = area
            .touched()
            .iter()
            .all(|code| reference.commune(code).is_some());
        return today.then_some(area);
    }
    let communes = reference.communes_called(&CommuneName::new(name));
    if let [one] = communes.as_slice() {
        return Some(Area::of_communes([*one]));
    }
    let folded = fold(name);
    TOGETHER.into_iter().rev().find_map(|kind| {
        let mut called = reference
            .of_kind(kind)
            .filter(|one| fold(&one.name) == folded);
        match (called.next(), called.next()) {
            (Some(one), None) => Some(of_key(reference, &one.key)),
            _ => None,
        }
    })
}

/// The communes of a territory; of a neighbourhood, its part of each.
fn of_key(reference: &Reference, key: &TerritoryKey) -> Area {
    let communes = reference.communes_of(key);
    if key.kind() <= TerritoryKind::Commune {
        return Area::of_communes(communes);
    }
    let pieces = communes
        .into_iter()
        .filter_map(|code| Piece::new(key.clone(), code).ok());
    Area::new([], pieces)
}

/// The name where it is read back as the same territory; its key where it is not.
fn spelled(reference: &Reference, key: &TerritoryKey) -> String {
    let name = reference.territory(key).map(|one| one.name.clone());
    let same = |name: &String| {
        !name.contains(BETWEEN) && named(reference, name) == Some(of_key(reference, key))
    };
    name.filter(same).unwrap_or_else(|| key.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_area_is_told_as_it_would_be_typed_and_reads_back() {
        let reference = Reference::embedded().unwrap();
        for (typed_text, told) in [
            ("Rennes Métropole, Vitré", "Rennes Métropole\nVitré"),
            ("Ille-et-Vilaine; Rennes", "Ille-et-Vilaine"),
            ("35238 35047", "Bruz\nRennes"),
            ("", ""),
        ] {
            let area = read(&reference, typed_text).unwrap();
            assert_eq!(typed(&reference, &area), told, "{typed_text}");
            assert_eq!(read(&reference, told), Ok(area), "{typed_text}");
        }
        for unknown in ["Nulle part", "Saint-Denis", "35999", "departement-99"] {
            let text = format!("Rennes\n{unknown}");
            assert_eq!(read(&reference, &text), Err(unknown.to_owned()));
        }
    }

    #[test]
    fn an_area_adds_up_to_the_widest_territories_that_it_holds_whole() {
        let reference = Reference::embedded().unwrap();
        let area = read(&reference, "Rennes Métropole\nVitré").unwrap();
        let added = sum(&reference, &area);
        assert_eq!(added.whole, ["epci-243500139".parse().unwrap()]);
        assert_eq!(added.communes, ["35360".parse().unwrap()]);
        assert_eq!(added.count, 44);
    }
}
