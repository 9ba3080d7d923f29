//! Areas as people type them and as they are told: "Rennes Métropole, Vitré" is 44 communes, whose codes are kept.
//!
//! A territory that is typed becomes the communes that it has today: what is kept is explicit, whatever becomes of the
//! territory. It is told the other way round, as the widest territories that it holds whole, then what is left.

use std::collections::BTreeSet;

use portulan_geo::{Reference, distance_m};
use portulan_model::{
    Area, CommuneCode, Piece, Position, Seat, TerritoryCode, TerritoryKey, TerritoryKind,
};

use crate::Directory;
use crate::naming::{self, Unnamed};

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

/// Reads an area: communes by code, by runs of codes or by name; every commune of a territory; neighbourhoods; parted by
/// commas, semicolons or lines. All that names nothing, or several things, is given back, each once.
pub fn read(reference: &Reference, text: &str) -> Result<Area, Vec<Unnamed>> {
    let mut area = Area::default();
    let mut unnamed = Vec::new();
    let names = text.split(BETWEEN).map(str::trim);
    for name in names.filter(|name| !name.is_empty()) {
        match one(reference, name) {
            Ok(more) => area = area.union(&more),
            Err(fault) if unnamed.contains(&fault) => {}
            Err(fault) => unnamed.push(fault),
        }
    }
    if unnamed.is_empty() {
        Ok(area)
    } else {
        Err(unnamed)
    }
}

fn one(reference: &Reference, name: &str) -> Result<Area, Unnamed> {
    if let Ok(area) = name.parse::<Area>() {
        return today(reference, &area).ok_or_else(|| Unnamed::Unknown(name.to_owned()));
    }
    let key = naming::territory(reference, name)?;
    Ok(of_key(reference, &key))
}

/// The same area in the communes of today; nothing where one of them never was.
fn today(reference: &Reference, area: &Area) -> Option<Area> {
    let communes = area.communes().iter();
    let communes: Option<Vec<CommuneCode>> = communes.map(|code| reference.resolve(code)).collect();
    let known = |piece: &Piece| reference.commune(&piece.commune()).is_some();
    let pieces = area.pieces();
    let pieces = pieces.iter().all(known).then(|| pieces.to_vec())?;
    Some(Area::new(communes?, pieces))
}

/// The same area with a commune more; without it, where it holds the commune already.
#[must_use]
pub fn toggled(area: &Area, commune: CommuneCode) -> Area {
    let held = area.communes().contains(&commune);
    let kept = area.communes().iter().copied();
    let kept = kept.filter(|one| *one != commune);
    Area::new(
        kept.chain((!held).then_some(commune)),
        area.pieces().to_vec(),
    )
}

/// The commune of a territory that holds a position; where communes have no contour, the one whose centre is nearest.
#[must_use]
pub fn commune_at(
    reference: &Reference,
    territory: &TerritoryKey,
    position: Position,
) -> Option<CommuneCode> {
    let communes = reference.communes_of(territory);
    let held = |code: &CommuneCode| reference.contains(&TerritoryKey::commune(*code), position);
    if let Some(code) = communes.iter().find(|code| held(code) == Some(true)) {
        return Some(*code);
    }
    let without = communes.into_iter().filter(|code| held(code).is_none());
    let far = |code: CommuneCode| Some((code, distance_m(reference.centre(code)?, position)));
    let nearest = without
        .filter_map(far)
        .min_by(|one, two| one.1.total_cmp(&two.1));
    nearest.map(|(code, _)| code)
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

/// The communes of a territory; of a neighbourhood, its part of each.
#[must_use]
pub fn of_key(reference: &Reference, key: &TerritoryKey) -> Area {
    let communes = reference.communes_of(key);
    if key.kind() <= TerritoryKind::Commune {
        return Area::of_communes(communes);
    }
    let pieces = communes
        .into_iter()
        .filter_map(|code| Piece::new(key.clone(), code).ok());
    Area::new([], pieces)
}

/// As it is written in a form; its key, or the code of its commune, where its name is parted as several would be.
fn spelled(reference: &Reference, key: &TerritoryKey) -> String {
    let name = naming::spelled(reference, key);
    if !name.contains(BETWEEN) {
        return name;
    }
    match key.code() {
        TerritoryCode::Commune(code) => code.to_string(),
        _ => key.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reference() -> Reference {
        Reference::embedded().unwrap()
    }

    #[test]
    fn an_area_is_typed_as_codes_names_or_territories_and_is_always_explicit() {
        let reference = reference();
        let read = |text: &str| read(&reference, text).map(|area| area.to_string());
        for (typed, area) in [
            ("", ""),
            (" , \n", ""),
            ("Rennes", "35238"),
            ("rennes, 35047", "35047 35238"),
            ("35001-35003\ncommune-35238", "35001-35003 35238"),
        ] {
            assert_eq!(read(typed).as_deref(), Ok(area), "{typed}");
        }
        let metropole = super::read(&reference, "Rennes Métropole").unwrap();
        assert_eq!(metropole.communes().len(), 43);
        let wide = super::read(&reference, "Ille-et-Vilaine;\nepci-243500139").unwrap();
        assert!(wide.covers_all(&metropole) && wide.communes().len() > 300);
    }

    #[test]
    fn all_that_names_nothing_or_several_things_is_given_back_once() {
        let unknown = |text: &str| Unnamed::Unknown(text.to_owned());
        assert_eq!(
            read(
                &reference(),
                "Rennes, Ailleurs-sur-Rien, departement-99, 35999, Ailleurs-sur-Rien, Saint-Denis"
            ),
            Err(vec![
                unknown("Ailleurs-sur-Rien"),
                unknown("departement-99"),
                unknown("35999"),
                Unnamed::Several("Saint-Denis".to_owned()),
            ])
        );
    }

    #[test]
    fn an_area_adds_up_to_the_widest_territories_that_it_holds_whole() {
        let reference = reference();
        let area = read(&reference, "Rennes Métropole\nVitré").unwrap();
        let added = sum(&reference, &area);
        assert_eq!(added.whole, ["epci-243500139".parse().unwrap()]);
        assert_eq!(added.communes, ["35360".parse().unwrap()]);
        assert_eq!(added.count, 44);
        let whole = read(&reference, "departement-35, Vitré").unwrap();
        let whole = sum(&reference, &whole);
        assert_eq!(whole.whole, ["departement-35".parse().unwrap()]);
        assert!(whole.communes.is_empty());
    }

    #[test]
    fn a_commune_that_is_picked_twice_leaves_the_area_as_it_was() {
        let reference = reference();
        let area = read(&reference, "Rennes, Bruz").unwrap();
        let acigne: CommuneCode = "35001".parse().unwrap();
        let more = toggled(&area, acigne);
        assert_eq!(more.to_string(), "35001 35047 35238");
        assert_eq!(toggled(&more, acigne), area);
    }

    #[test]
    fn the_commune_under_a_position_is_one_of_the_territory_that_is_shown() {
        let centres = "code_insee;latitude;longitude\n35238;48.11;-1.68\n35047;48.02;-1.75\n35360;48.12;-1.21\n";
        let layer = portulan_geo::read_layer("centres.csv", centres.as_bytes()).unwrap();
        let reference = reference().with_layers(vec![layer]);
        let near_bruz = Position::new(48.03, -1.74).unwrap();
        let under = |key: &str| commune_at(&reference, &key.parse().unwrap(), near_bruz);
        let code = |code: &str| Some(code.parse::<CommuneCode>().unwrap());
        assert_eq!(under("epci-243500139"), code("35047"));
        assert_eq!(under("commune-35360"), code("35360"), "the nearest of one");
    }

    #[test]
    fn an_area_is_told_as_it_would_be_typed_and_reads_back() {
        let reference = reference();
        for (text, told) in [
            ("", ""),
            ("35238 35047", "Bruz\nRennes"),
            ("Rennes Métropole, Vitré", "Rennes Métropole\nVitré"),
            ("Ille-et-Vilaine; Rennes", "Ille-et-Vilaine"),
            ("qpv-QN03504M@35238", "qpv-QN03504M@35238"),
            ("region-53", "Bretagne"),
        ] {
            let area = read(&reference, text).unwrap();
            assert_eq!(typed(&reference, &area), told, "{text}");
            assert_eq!(read(&reference, told), Ok(area), "{text}");
        }
        let namesakes = read(&reference, "93066").unwrap();
        let told = typed(&reference, &namesakes);
        assert_eq!(read(&reference, &told), Ok(namesakes), "{told}");
    }
}
