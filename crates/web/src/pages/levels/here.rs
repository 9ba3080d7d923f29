//! Where "here" is, as `levels` wants it: the territories around it, and an explicit set of communes or of pieces of one.

use chrono::NaiveDate;
use portulan_geo::Reference;
use portulan_levels::Here;
use portulan_model::{Area, CommuneCode, Piece, Position, TerritoryKey, TerritoryKind};

/// A territory: all its communes, or its pieces of each commune for a neighbourhood.
pub(super) fn of_territory(reference: &Reference, key: &TerritoryKey, day: NaiveDate) -> Here {
    let communes = reference.communes_of(key);
    let area = if key.kind() > TerritoryKind::Commune {
        let pieces = communes.into_iter();
        Area::new([], pieces.filter_map(|code| piece(key, code)))
    } else {
        Area::of_communes(communes)
    };
    let mut chain = reference.ancestors(key);
    chain.push(key.clone());
    Here { day, chain, area }
}

/// A point of a commune: the neighbourhoods that hold it; the whole commune where none is known.
pub(super) fn of_point(
    reference: &Reference,
    commune: CommuneCode,
    position: Option<Position>,
    day: NaiveDate,
) -> Here {
    let near = position.map(|at| reference.neighbourhoods_at(&commune, at));
    let near = near.unwrap_or_default();
    let mut here = of_territory(reference, &TerritoryKey::commune(commune), day);
    if !near.is_empty() {
        let pieces = near.iter().filter_map(|key| piece(key, commune));
        here.area = Area::new([], pieces);
        here.chain.extend(near);
    }
    here
}

fn piece(key: &TerritoryKey, commune: CommuneCode) -> Option<Piece> {
    Piece::new(key.clone(), commune).ok()
}
