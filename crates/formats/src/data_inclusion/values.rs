//! The closed lists of data·inclusion, put into those of the national schema.
//!
//! Source: `data-inclusion-schema` 1.0.10 (thematiques, publics, frais, modes d'accueil, modes de mobilisation,
//! réseaux porteurs); the longer themes are those of version 0.8, which older files carry.

use portulan_model::{Access, Care, Fee, Programme, Public, Service, Support};

use crate::national::v0::Became;

/// What every digital theme begins with.
const DIGITAL: &str = "numerique";

/// Themes that name one of the nine services; by their beginning.
const THEMES: [(&str, Service); 22] = [
    ("acceder-a-des-services-en-ligne", Service::Paperwork),
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
    let theme = theme.strip_prefix("numerique--")?;
    THEMES
        .iter()
        .find(|(beginning, _)| theme.starts_with(beginning))
        .map(|(_, service)| *service)
}

/// A public; what is not about digital help in particular says nothing here.
pub(crate) fn public(value: &str) -> Option<Became> {
    Some(match value {
        "tous-publics"
        | "actifs"
        | "adultes"
        | "demandeurs-emploi"
        | "beneficiaires-des-minimas-sociaux"
        | "personnes-en-situation-de-handicap"
        | "personnes-en-situation-durgence"
        | "personnes-en-situation-juridique-specifique"
        | "personnes-exilees"
        | "residents-qpv-frr" => Became::Nothing,
        "etudiants" => Became::Public(Public::Students),
        "familles" | "familles-enfants" => Became::Public(Public::Families),
        "femmes" => Became::Public(Public::Women),
        "jeunes" | "jeunes-16-26" => Became::Public(Public::Young),
        "seniors" | "seniors-65" => Became::Public(Public::Seniors),
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
    Some(match value {
        "gratuit" => Fee::Free,
        "gratuit-sous-conditions" | "adhesion" | "pass-numerique" => Fee::FreeOnCondition,
        "payant" => Fee::Paying,
        _ => return None,
    })
}

/// A way to reach the help.
pub(crate) fn access(value: &str) -> Option<Access> {
    Some(match value {
        "se-presenter" => Access::WalkIn,
        "telephoner" => Access::Call,
        "envoyer-un-courriel" | "envoyer-un-mail" => Access::Mail,
        "utiliser-lien-mobilisation" | "prendre-rdv" => Access::OnlineBooking,
        "envoyer-un-mail-avec-une-fiche-de-prescription" => Access::Prescription,
        _ => return None,
    })
}

/// The form of help that the type of a service says.
pub(crate) fn support(kind: &str) -> Option<Support> {
    match kind {
        "accompagnement" => Some(Support::Individual),
        "atelier" | "formation" => Some(Support::Workshop),
        "autonomie" => Some(Support::Alone),
        _ => None,
    }
}

/// The programme behind a network that carries a structure.
pub(crate) fn programme(network: &str) -> Option<Programme> {
    Some(match network {
        "aidants-connect" => Programme::AidantsConnect,
        "conseillers-numeriques" | "conseiller-numerique" => Programme::ConseillersNumeriques,
        "france-service" | "france-services" => Programme::FranceServices,
        "croix-rouge" => Programme::RedCross,
        "emmaus-connect" => Programme::EmmausConnect,
        "promeneurs-du-net" => Programme::PromeneursDuNet,
        _ => return None,
    })
}
