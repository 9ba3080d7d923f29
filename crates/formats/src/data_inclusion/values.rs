//! The values of a file of data·inclusion, of v1 and of before, in the national lists.
//!
//! Those of v1 by the [`tables`](super::tables); older ones (versions 0.8 and before) by their texts.

use portulan_model::{Access, Care, ClosedList, Fee, Programme, Public, Service, Support};

use super::networks::programme_of;
use super::tables::{self, Heard};
use super::themes::service_of;
use super::vocabulary::{Audience, Cost, Form, Network, Reach, Theme};
use crate::national::v0::Became;

/// What every digital theme begins with.
const DIGITAL: &str = "numerique";

/// Older themes that name one of the nine services; by their beginning.
const OLDER: [(&str, Service); 21] = [
    ("acceder-a-une-connexion-internet", Service::Connection),
    ("acceder-a-du-materiel", Service::Connection),
    ("acquerir-un-equipement", Service::Equipment),
    ("maitriser-les-fondamentaux-du-numerique", Service::Basics),
    ("devenir-autonome-dans-les-demarches", Service::Paperwork),
    ("realiser-des-demarches-administratives", Service::Paperwork),
    ("accompagner-les-demarches-de-sante", Service::Paperwork),
    ("prendre-en-main-un-smartphone", Service::Basics),
    ("prendre-en-main-un-ordinateur", Service::Basics),
    ("utiliser-le-numerique", Service::Basics),
    ("approfondir-ma-culture-numerique", Service::Understanding),
    ("promouvoir-la-citoyennete", Service::Understanding),
    ("comprehension-du-monde-numerique", Service::Understanding),
    ("favoriser-mon-insertion", Service::Work),
    ("creer-et-developper-mon-entreprise", Service::Work),
    ("soutenir-la-parentalite", Service::Parenting),
    ("creer-avec-le-numerique", Service::Making),
    ("s-equiper-en-materiel", Service::Equipment),
    ("sequiper-en-materiel", Service::Equipment),
    ("proteger-", Service::Safety),
    ("securite", Service::Safety),
];

/// Whether a theme is about digital help.
pub(crate) fn is_digital(theme: &str) -> bool {
    theme == DIGITAL || theme.starts_with("numerique--")
}

/// The service that a theme names. `numerique` alone names none.
pub(crate) fn service(theme: &str) -> Option<Service> {
    if let Some(theme) = Theme::from_value(theme) {
        return service_of(theme);
    }
    let theme = theme.strip_prefix("numerique--")?;
    OLDER
        .iter()
        .find(|(beginning, _)| theme.starts_with(beginning))
        .map(|(_, service)| *service)
}

/// A public. Nothing where the national lists have no word for it.
pub(crate) fn public(value: &str) -> Option<Became> {
    if let Some(audience) = Audience::from_value(value) {
        return match tables::public_of(audience) {
            Heard::Everybody => Some(Became::Nothing),
            Heard::Public(public) => Some(Became::Public(public)),
            Heard::Wordless => None,
        };
    }
    Some(match value {
        "familles-enfants" => Became::Public(Public::Families),
        "jeunes-16-26" => Became::Public(Public::Young),
        "seniors-65" => Became::Public(Public::Seniors),
        "deficience-visuelle" => Became::Care(Care::Sight),
        "surdite" => Became::Care(Care::Deafness),
        "handicaps-mentaux" | "handicaps-psychiques" => Became::Care(Care::Mental),
        "personnes-en-situation-illettrisme" => Became::Care(Care::Illiteracy),
        "public-langues-etrangeres" => Became::Care(Care::OtherLanguages),
        _ => return None,
    })
}

/// A fee.
pub(crate) fn fee(value: &str) -> Option<Fee> {
    let older = matches!(
        value,
        "gratuit-sous-conditions" | "adhesion" | "pass-numerique"
    );
    let cost = Cost::from_value(value).map(tables::fee_of);
    cost.or_else(|| older.then_some(Fee::FreeOnCondition))
}

/// A way to reach the help, for somebody who may ask alone, or for whom only a professional may ask.
pub(crate) fn access(value: &str, by_professionals: bool) -> Option<Access> {
    let reach = Reach::from_value(value).map(tables::access_of);
    let access = reach.or(match value {
        "envoyer-un-mail" => Some(Access::Mail),
        "prendre-rdv" => Some(Access::OnlineBooking),
        "envoyer-un-mail-avec-une-fiche-de-prescription" => Some(Access::Prescription),
        _ => None,
    })?;
    match access {
        Access::Mail | Access::Prescription if by_professionals => Some(Access::Prescription),
        _ if by_professionals => None,
        access => Some(access),
    }
}

/// The form of help that the type of a service says.
pub(crate) fn support(kind: &str) -> Option<Support> {
    match Form::from_value(kind) {
        Some(form) => tables::support_of(form),
        None if kind == "autonomie" => Some(Support::Alone),
        None => None,
    }
}

/// The programme behind a network that carries a structure.
pub(crate) fn programme(network: &str) -> Option<Programme> {
    let known = Network::from_value(network).and_then(programme_of);
    known.or(match network {
        "conseiller-numerique" => Some(Programme::ConseillersNumeriques),
        "france-services" => Some(Programme::FranceServices),
        "emmaus-connect" => Some(Programme::EmmausConnect),
        "promeneurs-du-net" => Some(Programme::PromeneursDuNet),
        _ => None,
    })
}

/// What stands between two national values in a text of precisions.
pub(crate) const BETWEEN: &str = " ; ";
/// What stands before the particular care of a place.
pub(crate) const CARE: &str = "Prise en charge : ";

/// The national values of a text of precisions; none when it is a text of somebody else.
pub(crate) fn precisions<L: ClosedList>(text: &str) -> Vec<L> {
    let values: Result<Vec<L>, _> = text
        .trim_start_matches(CARE)
        .split(BETWEEN)
        .map(L::from_national)
        .collect();
    values.unwrap_or_default()
}
