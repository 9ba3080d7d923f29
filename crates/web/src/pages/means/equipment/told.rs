//! Equipment in words: how many of what, where, what became of it, and why a lot is refused.

use portulan_app::means::equipment::LotError;
use portulan_i18n::{Words, date_short};
use portulan_model::PlaceId;
use portulan_model::means::equipment::{Kit, Lot, LotError as Limit, LotState};

use crate::auth::{Desk, Refused};
use crate::pages::addresses;
use crate::pages::parts::Cell;
use crate::pages::typed::place_name;

/// So many of a kind: "22 ordinateurs".
pub(in crate::pages::means) fn count(words: Words, kit: Kit, count: u64) -> String {
    let id = format!("equip-combien-{}", kit.slug());
    words.with(&id, &[("n", count.into())])
}

/// A lot: how many of what, and what tells it from others.
pub(super) fn name(words: Words, lot: &Lot) -> String {
    let count = count(words, lot.kit, lot.count.into());
    match &lot.detail {
        Some(detail) => format!("{count}, {detail}"),
        None => count,
    }
}

/// Where it is, with the way there.
pub(in crate::pages::means) fn place(desk: &Desk, place: Option<PlaceId>) -> Cell {
    let Some(id) = place else {
        return Cell::of(desk.words().get("equip-nulle-part"));
    };
    let directory = &desk.visit.directory;
    let name = place_name(directory, id);
    match directory.snapshot.by_id(&directory.survivor(&id)) {
        Some(place) => Cell::to(name, desk.visit.link(&addresses::place(&place.slug))),
        None => Cell::of(name),
    }
}

/// What became of it.
pub(in crate::pages::means) fn condition(words: Words, state: &LotState) -> String {
    words.get(&format!("equip-etat-{}", state.condition().slug()))
}

/// The same, with its day and reason.
pub(super) fn state(desk: &Desk, state: &LotState) -> Cell {
    let words = desk.words();
    let cell = Cell::of(condition(words, state));
    let Some(change) = state.change() else {
        return cell;
    };
    let told = [
        ("day", date_short(desk.visit.lang, change.on).into()),
        ("reason", change.reason.as_str().into()),
    ];
    cell.and(words.with("equip-etat-depuis", &told))
}

/// Why a lot was not written: the field that is wrong, and the words.
pub(super) fn refusal(desk: &Desk, error: LotError) -> Result<(&'static str, String), Refused> {
    let words = desk.words();
    let (field, id) = match error {
        LotError::Refused(limit) => match limit {
            Limit::Count => {
                let most = [("n", Lot::MOST.into())];
                return Ok((super::form::COUNT, words.with("equip-faux-nombre", &most)));
            }
            Limit::NoPart => (super::form::COUNT, "equip-faux-partie"),
            Limit::Price => (super::form::PRICE, "equip-faux-prix"),
            Limit::Share => (super::form::SHARE, "equip-faux-part"),
            Limit::Renewal => (super::form::RENEWAL, "equip-faux-annee"),
            Limit::Early => (super::form::SINCE, "equip-faux-avant"),
            Limit::TooMuch(_) | Limit::Split(_) => (super::form::PRICE, "roadmap-wrong-amount"),
        },
        LotError::NoAgreement(_) => (super::form::AGREEMENT, "equip-faux-convention"),
        LotError::Moved => (super::form::KIT, "equip-change-entre-temps"),
        LotError::Other(error) => return Err(error.into()),
    };
    Ok((field, words.get(id)))
}
