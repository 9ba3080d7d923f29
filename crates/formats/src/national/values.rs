//! The values of the closed lists by the name of their field, of today and of before 1.0.

use portulan_model::{
    Access, Care, ClosedList, Fee, Label, Mobility, Programme, Public, Service, Support,
};

use super::v0::{Became, became};

/// The value of a list as the schema writes it, whatever the apostrophes and spaces of `text`.
#[must_use]
pub fn known_value(field: &str, text: &str) -> Option<&'static str> {
    fn of<L: ClosedList>(text: &str) -> Option<&'static str> {
        L::from_national(text).ok().map(L::national)
    }
    match field {
        "services" => of::<Service>(text),
        "publics_specifiquement_adresses" => of::<Public>(text),
        "prise_en_charge_specifique" => of::<Care>(text),
        "frais_a_charge" => of::<Fee>(text),
        "dispositif_programmes_nationaux" => of::<Programme>(text),
        "formations_labels" => of::<Label>(text),
        "itinerance" => of::<Mobility>(text),
        "modalites_acces" => of::<Access>(text),
        "modalites_accompagnement" => of::<Support>(text),
        _ => None,
    }
}

/// All values of a list; nothing for a field that is no closed list.
#[must_use]
pub fn values_of(field: &str) -> Vec<&'static str> {
    fn of<L: ClosedList>() -> Vec<&'static str> {
        L::ALL.iter().map(|value| value.national()).collect()
    }
    match field {
        "services" => of::<Service>(),
        "publics_specifiquement_adresses" => of::<Public>(),
        "prise_en_charge_specifique" => of::<Care>(),
        "frais_a_charge" => of::<Fee>(),
        "dispositif_programmes_nationaux" => of::<Programme>(),
        "formations_labels" => of::<Label>(),
        "itinerance" => of::<Mobility>(),
        "modalites_acces" => of::<Access>(),
        "modalites_accompagnement" => of::<Support>(),
        _ => Vec::new(),
    }
}

/// The field and the value of today that a value of before 1.0 became.
#[must_use]
pub fn successor(field: &str, text: &str) -> Option<(&'static str, &'static str)> {
    match became(field, text)? {
        Became::Service(value) => Some((Service::FIELD, value.national())),
        Became::Public(value) => Some((Public::FIELD, value.national())),
        Became::Care(value) => Some((Care::FIELD, value.national())),
        Became::Fee(value) => Some((Fee::FIELD, value.national())),
        Became::Support(value) => Some((Support::FIELD, value.national())),
        Became::Programme(value) => Some((Programme::FIELD, value.national())),
        Became::Label(value) => Some((Label::FIELD, value.national())),
        Became::Nothing => None,
    }
}
