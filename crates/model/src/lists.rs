//! The closed lists of the national schema "lieux de médiation numérique" 1.0.2, and sets of their values.
//!
//! Each value has three names: the Rust variant, the `slug` of our addresses, and the exact `national` string.
//! Source: <https://github.com/LaMednum/standard-mediation-num>, `schema.json`, version 1.0.2 (2024-07-11).

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error as _, SeqAccess, Visitor};
use serde::ser::SerializeSeq;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

/// A text that is in none of the names of a closed list.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{value:?} is not one of {list}")]
pub struct UnknownValue {
    /// The national name of the list: `services`.
    pub list: &'static str,
    /// What was given.
    pub value: String,
}

/// A list whose values are fixed by the national schema. At most 64 values.
pub trait ClosedList: Copy + Eq + Ord + fmt::Debug + 'static {
    /// The name of the field in the national schema.
    const FIELD: &'static str;
    /// All values, in the order of the schema.
    const ALL: &'static [Self];

    /// The exact text of the national schema, as we write it.
    fn national(self) -> &'static str;
    /// The name in our addresses.
    fn slug(self) -> &'static str;
    /// Rank in [`ClosedList::ALL`].
    fn rank(self) -> u8;

    /// Reads a national text: apostrophes of both kinds, non-breaking spaces, and the two spellings of
    /// "Étapes numériques (La Poste)" that the schema and its own library write differently.
    fn from_national(text: &str) -> Result<Self, UnknownValue> {
        let wanted = comparable(text);
        Self::ALL
            .iter()
            .copied()
            .find(|value| comparable(value.national()) == wanted)
            .ok_or_else(|| UnknownValue {
                list: Self::FIELD,
                value: text.to_owned(),
            })
    }

    /// Reads the name used in our addresses.
    fn from_slug(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.slug() == text)
            .ok_or_else(|| UnknownValue {
                list: Self::FIELD,
                value: text.to_owned(),
            })
    }
}

/// What the contradictory spellings of the schema have in common: no space, one apostrophe.
fn comparable(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if matches!(c, '’' | 'ʼ') { '\'' } else { c })
        .collect()
}

macro_rules! closed_list {
    ($(#[$doc:meta])* $name:ident, $field:literal, { $($variant:ident = $slug:literal, $national:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $(#[doc = $national] $variant,)+
        }

        impl ClosedList for $name {
            const FIELD: &'static str = $field;
            const ALL: &'static [Self] = &[$(Self::$variant,)+];

            fn national(self) -> &'static str {
                match self { $(Self::$variant => $national,)+ }
            }

            fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug,)+ }
            }

            fn rank(self) -> u8 {
                self as u8
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.slug())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let slug = std::borrow::Cow::<'_, str>::deserialize(deserializer)?;
                Self::from_slug(&slug).map_err(serde::de::Error::custom)
            }
        }
    };
}

pub(crate) use closed_list;

closed_list!(
    /// The nine services.
    Service, "services", {
    Paperwork = "demarches", "Aide aux démarches administratives";
    Basics = "bases", "Maîtrise des outils numériques du quotidien";
    Work = "emploi", "Insertion professionnelle via le numérique";
    Safety = "securite", "Utilisation sécurisée du numérique";
    Parenting = "parentalite", "Parentalité et éducation avec le numérique";
    Making = "creation", "Loisirs et créations numériques";
    Understanding = "comprendre", "Compréhension du monde numérique";
    Connection = "acces", "Accès internet et matériel informatique";
    Equipment = "materiel", "Acquisition de matériel informatique à prix solidaire";
});

closed_list!(
    /// For whom a place works in particular; none means everybody.
    Public, "publics_specifiquement_adresses", {
    Young = "jeunes", "Jeunes";
    Students = "etudiants", "Étudiants";
    Families = "familles", "Familles et/ou enfants";
    Seniors = "seniors", "Seniors";
    Women = "femmes", "Femmes";
});

closed_list!(
    /// Particular care that a place can give.
    Care, "prise_en_charge_specifique", {
    Deafness = "surdite", "Surdité";
    Motor = "moteur", "Handicaps moteurs";
    Mental = "mental", "Handicaps mentaux";
    Illiteracy = "illettrisme", "Illettrisme";
    English = "anglais", "Langues étrangères (anglais)";
    OtherLanguages = "langues", "Langues étrangères (autres)";
    Sight = "vision", "Déficience visuelle";
});

closed_list!(
    /// What it costs.
    Fee, "frais_a_charge", {
    Free = "gratuit", "Gratuit";
    FreeOnCondition = "gratuit-sous-condition", "Gratuit sous condition";
    Paying = "payant", "Payant";
});

closed_list!(
    /// Fixed or moving.
    Mobility, "itinerance", {
    Roving = "itinerant", "Itinérant";
    Fixed = "fixe", "Fixe";
});

closed_list!(
    /// How to reach the help.
    Access, "modalites_acces", {
    WalkIn = "se-presenter", "Se présenter";
    Call = "telephoner", "Téléphoner";
    Mail = "mail", "Contacter par mail";
    OnlineBooking = "rdv-en-ligne", "Prendre un RDV en ligne";
    NoPublic = "sans-public", "Ce lieu n'accueille pas de public";
    Prescription = "prescription", "Envoyer un mail avec une fiche de prescription";
});

closed_list!(
    /// In which form help is given.
    Support, "modalites_accompagnement", {
    Alone = "autonomie", "En autonomie";
    Individual = "individuel", "Accompagnement individuel";
    Workshop = "atelier", "Dans un atelier collectif";
    Remote = "distance", "À distance";
});

closed_list!(
    /// National programmes.
    Programme, "dispositif_programmes_nationaux", {
    AidantsConnect = "aidants-connect", "Aidants Connect";
    ReferenceLibraries = "bibliotheques-numeriques-de-reference", "Bibliothèques numérique de référence";
    Pix = "certification-pix", "Certification PIX";
    ConseillersNumeriques = "conseillers-numeriques", "Conseillers numériques";
    EmmausConnect = "emmaus-connect", "Emmaüs Connect";
    FranceServices = "france-services", "France Services";
    GrandeEcole = "grande-ecole-du-numerique", "Grande école du numérique";
    RedCross = "croix-rouge", "La Croix Rouge";
    CafPoint = "point-numerique-caf", "Point d'accès numérique CAF";
    PromeneursDuNet = "promeneurs-du-net", "Promeneurs du net";
    EmmausRelay = "relais-numerique-emmaus", "Relais numérique (Emmaüs Connect)";
});

closed_list!(
    /// Trainings and labels. "Étapes numériques" is written as the schema's pattern wants it, without the space.
    Label, "formations_labels", {
    MonEspaceSante = "mon-espace-sante", "Formé à « Mon Espace Santé »";
    Duplex = "duplex", "Formé à « DUPLEX » (illettrisme)";
    Arnia = "arnia-mednum-bfc", "Arnia/MedNum BFC (Bourgogne-Franche-Comté)";
    Reuse = "reemploi-normandie", "Collectif ressources et acteurs réemploi (Normandie)";
    EtapesNumeriques = "etapes-numeriques", "Étapes numériques(La Poste)";
    Fabriques = "fabriques-de-territoire", "Fabriques de Territoire";
    Eclaireurs = "eclaireurs-drome", "Les Éclaireurs du numérique (Drôme)";
    MesPapiers = "mes-papiers-lyon", "Mes Papiers (Métropole de Lyon)";
    Ordi3 = "ordi-3-0", "ORDI 3.0";
    SudLabs = "sud-labs", "SUD LABS (PACA)";
});

/// A set of values of one closed list, in the order of the schema. Sixty-four bits.
pub struct ValueSet<L> {
    bits: u64,
    list: PhantomData<L>,
}

impl<L: ClosedList> ValueSet<L> {
    /// The empty set: "not said".
    pub const EMPTY: Self = Self {
        bits: 0,
        list: PhantomData,
    };

    /// Adds a value.
    pub fn insert(&mut self, value: L) {
        self.bits |= 1 << value.rank();
    }

    /// Whether the value is in the set.
    #[must_use]
    pub fn contains(self, value: L) -> bool {
        self.bits & (1 << value.rank()) != 0
    }

    /// Whether nothing is said.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// How many values.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.bits.count_ones()
    }

    /// Whether both sets share a value.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.bits & other.bits != 0
    }

    /// The values, in the order of the schema.
    pub fn iter(self) -> impl Iterator<Item = L> {
        L::ALL
            .iter()
            .copied()
            .filter(move |value| self.contains(*value))
    }

    /// The national texts joined by `|`, as files carry them.
    #[must_use]
    pub fn national(self) -> String {
        self.iter()
            .map(ClosedList::national)
            .collect::<Vec<_>>()
            .join("|")
    }
}

impl<L: ClosedList> FromIterator<L> for ValueSet<L> {
    fn from_iter<I: IntoIterator<Item = L>>(values: I) -> Self {
        let mut set = Self::EMPTY;
        for value in values {
            set.insert(value);
        }
        set
    }
}

impl<L> Clone for ValueSet<L> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<L> Copy for ValueSet<L> {}

impl<L> PartialEq for ValueSet<L> {
    fn eq(&self, other: &Self) -> bool {
        self.bits == other.bits
    }
}

impl<L> Eq for ValueSet<L> {}

impl<L> Default for ValueSet<L> {
    fn default() -> Self {
        Self {
            bits: 0,
            list: PhantomData,
        }
    }
}

impl<L: ClosedList> fmt::Debug for ValueSet<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl<L: ClosedList> Serialize for ValueSet<L> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut seq = serializer.serialize_seq(None)?;
        for value in self.iter() {
            seq.serialize_element(value.slug())?;
        }
        seq.end()
    }
}

impl<'de, L: ClosedList> Deserialize<'de> for ValueSet<L> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Slugs<L>(PhantomData<L>);

        impl<'de, L: ClosedList> Visitor<'de> for Slugs<L> {
            type Value = ValueSet<L>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a list of slugs of {}", L::FIELD)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut set = ValueSet::EMPTY;
                while let Some(slug) = seq.next_element::<std::borrow::Cow<'de, str>>()? {
                    set.insert(L::from_slug(&slug).map_err(A::Error::custom)?);
                }
                Ok(set)
            }
        }

        deserializer.deserialize_seq(Slugs(PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names_are_unique_and_read_back<L: ClosedList>() {
        for (rank, value) in L::ALL.iter().enumerate() {
            assert_eq!(usize::from(value.rank()), rank);
            assert_eq!(L::from_slug(value.slug()).unwrap(), *value);
            assert_eq!(L::from_national(value.national()).unwrap(), *value);
            assert_eq!(
                L::from_national(&value.national().replace('\'', "’")).unwrap(),
                *value
            );
        }
    }

    #[test]
    fn every_value_of_every_list_reads_back_from_both_its_names() {
        names_are_unique_and_read_back::<Service>();
        names_are_unique_and_read_back::<Public>();
        names_are_unique_and_read_back::<Care>();
        names_are_unique_and_read_back::<Fee>();
        names_are_unique_and_read_back::<Mobility>();
        names_are_unique_and_read_back::<Access>();
        names_are_unique_and_read_back::<Support>();
        names_are_unique_and_read_back::<Programme>();
        names_are_unique_and_read_back::<Label>();
    }

    #[test]
    fn both_spellings_of_the_contradictory_values_are_read() {
        assert_eq!(
            Label::from_national("Étapes numériques (La Poste)").unwrap(),
            Label::EtapesNumeriques
        );
        assert_eq!(
            Access::from_national("Ce lieu n’accueille pas de public").unwrap(),
            Access::NoPublic
        );
    }

    #[test]
    fn a_set_keeps_the_order_of_the_schema_and_survives_json() {
        let set: ValueSet<Service> = [Service::Connection, Service::Paperwork]
            .into_iter()
            .collect();
        assert_eq!(
            set.national(),
            "Aide aux démarches administratives|Accès internet et matériel informatique"
        );
        let json = serde_json::to_string(&set).unwrap();
        assert_eq!(json, r#"["demarches","acces"]"#);
        assert_eq!(
            serde_json::from_str::<ValueSet<Service>>(&json).unwrap(),
            set
        );
        assert!(serde_json::from_str::<ValueSet<Service>>(r#"["rien"]"#).is_err());
    }
}
