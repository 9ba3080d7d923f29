//! How far what is shown may be trusted, in words with its date: of a field, of a group of fields, of a whole place.
//! Probabilities stay inside: people read "confirmé", "probable", "à vérifier, appelez avant".

use chrono::NaiveDate;
use portulan_freshness::{Group, Outlook, weakest_field};
use portulan_i18n::{Lang, known};
use portulan_model::{Place, PlaceField};

/// Of a field: "probable : mis à jour il y a 7 mois (20 avril 2026)".
pub(crate) fn of_field(lang: Lang, place: &Place, field: PlaceField, today: NaiveDate) -> String {
    let record = &place.record;
    let standing = Outlook::of_field(record, field).on(today);
    known(lang, standing, record.provenance.origin(field), today)
}

/// Of a group, by its least sure field. Nothing where the place gives none of its fields.
pub(crate) fn of_group(
    lang: Lang,
    place: &Place,
    group: Group,
    today: NaiveDate,
) -> Option<String> {
    let field = group.weakest(&place.record, today)?;
    Some(of_field(lang, place, field, today))
}

/// Of a whole place, by the least sure field of those that visitors look at.
pub(crate) fn of_place(lang: Lang, place: &Place, today: NaiveDate) -> String {
    let field = weakest_field(&place.record, today).unwrap_or(PlaceField::Nom);
    of_field(lang, place, field, today)
}
