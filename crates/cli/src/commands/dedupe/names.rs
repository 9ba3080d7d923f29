//! What lists call their columns: the national names for places, those of data·inclusion for organisations.

use std::borrow::Cow;

use portulan_linkage::Subject;
use portulan_text::fold;

use crate::args::Subjects;

/// The names that a kind of list is read and written under.
#[derive(Debug)]
pub(super) struct Names {
    pub(super) subject: Subject,
    /// Other names, beside the one they stand for.
    aliases: &'static [(&'static str, &'static str)],
    pub(super) emails: &'static str,
    pub(super) pivot: &'static str,
    /// Columns of programmes and networks.
    pub(super) networks: &'static [&'static str],
    /// Lists beside those of the national schema.
    pub(super) lists: &'static [&'static str],
}

const PLACES: Names = Names {
    subject: Subject::Place,
    aliases: &[
        ("rid", "id"),
        ("courriel", "courriels"),
        ("mail", "courriels"),
        ("siret", "pivot"),
        ("name", "nom"),
        ("site_internet", "site_web"),
    ],
    emails: "courriels",
    pivot: "pivot",
    networks: &["dispositif_programmes_nationaux", "formations_labels"],
    lists: &[],
};

const ORGANISATIONS: Names = Names {
    subject: Subject::Organisation,
    aliases: &[
        ("rid", "id"),
        ("identifiant", "id"),
        ("raison_sociale", "nom"),
        ("denomination", "nom"),
        ("name", "nom"),
        ("pivot", "siret"),
        ("numero_siret", "siret"),
        ("numero_siren", "siren"),
        ("numero_rna", "rna"),
        ("ville", "commune"),
        ("cp", "code_postal"),
        ("code_commune", "code_insee"),
        ("tel", "telephone"),
        ("courriels", "courriel"),
        ("email", "courriel"),
        ("mail", "courriel"),
        ("site_internet", "site_web"),
    ],
    emails: "courriel",
    pivot: "siret",
    networks: &["reseaux_porteurs", "labels_nationaux"],
    lists: &["reseaux_porteurs", "labels_nationaux"],
};

/// Names that both kinds have, in whatever capitals and accents a list writes them.
const KNOWN: [&str; 15] = [
    "id",
    "nom",
    "siren",
    "rna",
    "adresse",
    "complement_adresse",
    "code_postal",
    "commune",
    "code_insee",
    "telephone",
    "site_web",
    "latitude",
    "longitude",
    "source",
    "date_maj",
];

/// What tools of the network write for "no body".
const NO_PIVOT: &str = "00000000000000";

impl Names {
    pub(super) const fn of_kind(kind: Subjects) -> &'static Self {
        match kind {
            Subjects::Places => &PLACES,
            Subjects::Organisations => &ORGANISATIONS,
        }
    }

    /// The name that a column is read under; `Code postal` is `code_postal`. Columns that nothing is known of keep their
    /// names.
    pub(super) fn of<'a>(&self, column: &'a str) -> Cow<'a, str> {
        let plain = fold(column).replace(' ', "_");
        let alias = self.aliases.iter().find(|(alias, _)| *alias == plain);
        match alias {
            Some((_, name)) => Cow::Borrowed(name),
            None if plain == self.pivot || plain == self.emails => Cow::Owned(plain),
            None if KNOWN.contains(&plain.as_str()) => Cow::Owned(plain),
            None => Cow::Borrowed(column),
        }
    }

    /// Whether a cell stands for nothing.
    pub(super) fn is_filler(&self, name: &str, cell: &str) -> bool {
        name == self.pivot && cell == NO_PIVOT
    }
}
