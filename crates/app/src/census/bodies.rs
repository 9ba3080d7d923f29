//! Which of the bodies that a census looks for a known place is: by the codes of its kind, its labels, the words of its
//! name and the networks that it belongs to.

use std::collections::BTreeSet;

use portulan_model::PlaceRecord;
use portulan_model::census::Body;
use portulan_text::tokens;

/// Codes of kinds of structure (national schema 1.0.2, `typologie`) that say what a place is.
const KINDS: [(&str, Body); 17] = [
    ("MUNI", Body::TownHall),
    ("CCAS", Body::SocialServices),
    ("CIAS", Body::SocialServices),
    ("BIB", Body::Library),
    ("RELAIS_LECTURE", Body::Library),
    ("EPN", Body::PublicComputing),
    ("FABLAB", Body::PublicComputing),
    ("EPI", Body::PublicComputing),
    ("CS", Body::SocialCentre),
    ("CSC", Body::SocialCentre),
    ("EVS", Body::SocialCentre),
    ("MQ", Body::SocialCentre),
    ("ASSO", Body::Association),
    ("ASSO_CHOMEUR", Body::Association),
    ("MJC", Body::Association),
    ("UDAF", Body::Association),
    ("CIDFF", Body::Association),
];

/// Words of a name, in order, that say what it is. Without accents nor case, as [`tokens`] gives them.
const NAMES: [(&[&str], Body); 21] = [
    (&["mairie"], Body::TownHall),
    (&["hotel", "de", "ville"], Body::TownHall),
    (&["ccas"], Body::SocialServices),
    (&["cias"], Body::SocialServices),
    (&["action", "sociale"], Body::SocialServices),
    (&["bibliotheque"], Body::Library),
    (&["mediatheque"], Body::Library),
    (&["ludotheque"], Body::Library),
    (&["epn"], Body::PublicComputing),
    (&["espace", "public", "numerique"], Body::PublicComputing),
    (&["cyber"], Body::PublicComputing),
    (&["cyberbase"], Body::PublicComputing),
    (&["cyberespace"], Body::PublicComputing),
    (&["fablab"], Body::PublicComputing),
    (&["fab", "lab"], Body::PublicComputing),
    (&["esc"], Body::SocialCentre),
    (&["espace", "social", "commun"], Body::SocialCentre),
    (&["centre", "social"], Body::SocialCentre),
    (&["maison", "de", "quartier"], Body::SocialCentre),
    (&["association"], Body::Association),
    (&["mjc"], Body::Association),
];

/// Networks whose members are a kind of body.
const NETWORKS: [(&str, Body); 2] = [
    ("bibliotheque", Body::Library),
    ("espaces-sociaux-communs", Body::SocialCentre),
];

/// The bodies that a place is: none where nothing says so, several where it is several at once, as a library in a town
/// hall.
#[must_use]
pub fn bodies_of(record: &PlaceRecord) -> BTreeSet<Body> {
    let mut found = BTreeSet::new();
    let of_kind = KINDS
        .iter()
        .filter(|(code, _)| record.kinds.iter().any(|own| own == code));
    found.extend(of_kind.map(|(_, body)| *body));
    let of_network = NETWORKS.iter().filter(|(start, _)| {
        let mut own = record.networks.iter();
        own.any(|slug| slug.as_str().starts_with(start))
    });
    found.extend(of_network.map(|(_, body)| *body));
    let name = tokens(&record.name);
    let named = NAMES.iter().filter(|(words, _)| holds(&name, words));
    found.extend(named.map(|(_, body)| *body));
    // A centre that says "centre social de l'association …" is a centre; the word alone makes an association.
    if found.len() > 1 && !record.kinds.iter().any(|code| code.starts_with("ASSO")) {
        found.remove(&Body::Association);
    }
    found
}

/// Whether words stand in a name, one after the other.
fn holds(name: &[String], words: &[&str]) -> bool {
    name.windows(words.len())
        .any(|window| window.iter().zip(words).all(|(one, other)| one == other))
}

#[cfg(test)]
mod tests {
    use portulan_testkit::PlaceBuilder;

    use super::*;

    fn place(name: &str, kinds: &[&str]) -> PlaceRecord {
        let mut record = PlaceBuilder::new(1).build().record;
        name.clone_into(&mut record.name);
        record.kinds = kinds.iter().map(|code| (*code).to_owned()).collect();
        record.networks.clear();
        record
    }

    #[test]
    fn a_place_is_the_body_that_its_kind_or_its_name_says_and_no_other() {
        use Body::{Association, Library, PublicComputing, SocialCentre, SocialServices, TownHall};
        let cases: [(&str, &[&str], &[Body]); 17] = [
            ("Mairie de Bruz", &[], &[TownHall]),
            ("Hôtel de Ville", &[], &[TownHall]),
            ("Accueil", &["MUNI"], &[TownHall]),
            ("CCAS de Pacé", &[], &[SocialServices]),
            ("Centre communal d'action sociale", &[], &[SocialServices]),
            ("Médiathèque Lucien Herr", &["BIB"], &[Library]),
            ("BIBLIOTHÈQUE DE VILLEJEAN", &[], &[Library]),
            ("Cyber-base de Fougères", &[], &[PublicComputing]),
            ("Espace public numérique", &[], &[PublicComputing]),
            ("LabFab", &["FABLAB"], &[PublicComputing]),
            ("ESC Aimé Césaire", &[], &[SocialCentre]),
            ("Centre social Ty-Blosne", &["CSC"], &[SocialCentre]),
            ("Association Les Cols verts", &[], &[Association]),
            ("Bug", &["ASSO"], &[Association]),
            ("Médiathèque et mairie", &[], &[TownHall, Library]),
            (
                "Centre social, association du quartier",
                &[],
                &[SocialCentre],
            ),
            ("Discothèque de l'escale", &["Autre"], &[]),
        ];
        for (name, kinds, expected) in cases {
            let found = bodies_of(&place(name, kinds));
            assert_eq!(found.into_iter().collect::<Vec<_>>(), expected, "{name}");
        }
    }

    #[test]
    fn the_members_of_a_network_are_what_it_is_made_of() {
        let mut record = place("Maurepas", &[]);
        record.networks = vec!["bibliotheques-de-rennes".parse().unwrap()];
        assert_eq!(bodies_of(&record), BTreeSet::from([Body::Library]));
    }
}
