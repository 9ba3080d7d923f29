//! The values of the schema before 1.0 (0.1.0, 2022), put into those of today.
//!
//! Source: `schema.json` of tag v0.1.1 of <https://github.com/LaMednum/standard-mediation-num>. Texts are compared
//! folded, by their beginning, because the older values carry an explanation behind a colon.

use portulan_model::{Care, Fee, Label, Programme, Public, Service, Support};
use portulan_text::fold;

/// What an older value became.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Became {
    Service(Service),
    Public(Public),
    Care(Care),
    Fee(Fee),
    Support(Support),
    Programme(Programme),
    Label(Label),
    /// Says nothing more than "everybody".
    Nothing,
}

type Table = &'static [(&'static str, Became)];

const SERVICES: Table = &[
    (
        "devenir autonome dans les demarches",
        Became::Service(Service::Paperwork),
    ),
    (
        "realiser des demarches administratives",
        Became::Service(Service::Paperwork),
    ),
    (
        "accompagner les demarches de sante",
        Became::Service(Service::Paperwork),
    ),
    (
        "prendre en main un smartphone",
        Became::Service(Service::Basics),
    ),
    (
        "prendre en main un ordinateur",
        Became::Service(Service::Basics),
    ),
    (
        "utiliser le numerique au quotidien",
        Became::Service(Service::Basics),
    ),
    (
        "approfondir ma culture numerique",
        Became::Service(Service::Understanding),
    ),
    (
        "promouvoir la citoyennete numerique",
        Became::Service(Service::Understanding),
    ),
    (
        "comprehension du monde numerique",
        Became::Service(Service::Understanding),
    ),
    (
        "favoriser mon insertion professionnelle",
        Became::Service(Service::Work),
    ),
    (
        "creer et developper mon entreprise",
        Became::Service(Service::Work),
    ),
    (
        "soutenir la parentalite",
        Became::Service(Service::Parenting),
    ),
    ("creer avec le numerique", Became::Service(Service::Making)),
    (
        "acceder a une connexion internet",
        Became::Service(Service::Connection),
    ),
    (
        "acceder a du materiel",
        Became::Service(Service::Connection),
    ),
    (
        "s equiper en materiel informatique",
        Became::Service(Service::Equipment),
    ),
    ("acquerir du materiel", Became::Service(Service::Equipment)),
];

const PUBLICS: Table = &[
    ("adultes", Became::Nothing),
    ("tout public", Became::Nothing),
    ("jeunes", Became::Public(Public::Young)),
    ("etudiants", Became::Public(Public::Students)),
    ("seniors", Became::Public(Public::Seniors)),
    ("familles", Became::Public(Public::Families)),
    ("uniquement femmes", Became::Public(Public::Women)),
    ("femmes", Became::Public(Public::Women)),
    ("surdite", Became::Care(Care::Deafness)),
    ("deficience visuelle", Became::Care(Care::Sight)),
    ("handicaps mentaux", Became::Care(Care::Mental)),
    ("handicaps psychiques", Became::Care(Care::Mental)),
    ("handicaps moteurs", Became::Care(Care::Motor)),
    (
        "personnes en situation d illettrisme",
        Became::Care(Care::Illiteracy),
    ),
    ("illettrisme", Became::Care(Care::Illiteracy)),
    (
        "public langues etrangeres",
        Became::Care(Care::OtherLanguages),
    ),
];

const FEES: Table = &[
    ("gratuit sous condition", Became::Fee(Fee::FreeOnCondition)),
    ("gratuit", Became::Fee(Fee::Free)),
    ("payant", Became::Fee(Fee::Paying)),
    // Membership is asked before the help is free; a "Pass numérique" pays in the place of its bearer.
    ("adhesion", Became::Fee(Fee::FreeOnCondition)),
    (
        "accepte le pass numerique",
        Became::Fee(Fee::FreeOnCondition),
    ),
];

const LABELS: Table = &[
    ("cnfs", Became::Programme(Programme::ConseillersNumeriques)),
    (
        "conseillers numeriques",
        Became::Programme(Programme::ConseillersNumeriques),
    ),
    (
        "france services",
        Became::Programme(Programme::FranceServices),
    ),
    (
        "aidants connect",
        Became::Programme(Programme::AidantsConnect),
    ),
    (
        "grandes ecoles du numerique",
        Became::Programme(Programme::GrandeEcole),
    ),
    ("point relais caf", Became::Programme(Programme::CafPoint)),
    (
        "point numerique caf",
        Became::Programme(Programme::CafPoint),
    ),
    ("fabriques de territoire", Became::Label(Label::Fabriques)),
];

const SUPPORT: Table = &[
    ("seul", Became::Support(Support::Alone)),
    ("avec de l aide", Became::Support(Support::Individual)),
    ("dans un atelier", Became::Support(Support::Workshop)),
    ("a distance", Became::Support(Support::Remote)),
];

/// What an older value of a field of today became. `None`: not known, or without a successor ("À ma place").
pub(crate) fn became(field: &str, text: &str) -> Option<Became> {
    let table = match field {
        "services" => SERVICES,
        "publics_specifiquement_adresses" | "prise_en_charge_specifique" => PUBLICS,
        "frais_a_charge" => FEES,
        "dispositif_programmes_nationaux" | "formations_labels" => LABELS,
        "modalites_accompagnement" => SUPPORT,
        _ => return None,
    };
    let folded = fold(text);
    table
        .iter()
        .find(|(beginning, _)| folded.starts_with(beginning))
        .map(|(_, became)| *became)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn older_values_find_their_successor() {
        for (field, text, expected) in [
            (
                "services",
                "S’équiper en matériel informatique",
                Became::Service(Service::Equipment),
            ),
            (
                "frais_a_charge",
                "Gratuit : Je peux accéder gratuitement au lieu",
                Became::Fee(Fee::Free),
            ),
            (
                "prise_en_charge_specifique",
                "Personnes en situation d'illettrisme",
                Became::Care(Care::Illiteracy),
            ),
            (
                "formations_labels",
                "CNFS",
                Became::Programme(Programme::ConseillersNumeriques),
            ),
        ] {
            assert_eq!(became(field, text), Some(expected), "{text}");
        }
        let dropped = "A ma place : une personne habilitée fait les démarches à ma place";
        assert_eq!(became("modalites_accompagnement", dropped), None);
    }
}
