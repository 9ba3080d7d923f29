//! The closed lists of data·inclusion v1, as `data-inclusion-schema` 1.0.10 gives them.
//!
//! Each list is an enum, so that a table that forgets a value does not compile.

mod kinds;
mod networks;
mod themes;

pub use kinds::Kind;
pub use networks::Network;
pub use themes::Theme;

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident, { $($variant:ident = $value:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $(#[doc = concat!("`", $value, "`")] $variant,)+
        }

        impl $name {
            /// All values, in their order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The value of files.
            #[must_use]
            pub const fn value(self) -> &'static str {
                match self { $(Self::$variant => $value,)+ }
            }

            /// Reads the value of files, capitals or not.
            #[must_use]
            pub fn from_value(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.value().eq_ignore_ascii_case(text))
            }
        }
    };
}
use vocabulary;

vocabulary!(
    /// For whom a service is.
    Audience, {
    TousPublics = "tous-publics";
    Actifs = "actifs";
    BeneficiairesDesMinimasSociaux = "beneficiaires-des-minimas-sociaux";
    DemandeursEmploi = "demandeurs-emploi";
    Etudiants = "etudiants";
    Familles = "familles";
    Femmes = "femmes";
    Jeunes = "jeunes";
    PersonnesEnSituationDeHandicap = "personnes-en-situation-de-handicap";
    PersonnesEnSituationDurgence = "personnes-en-situation-durgence";
    PersonnesEnSituationJuridiqueSpecifique = "personnes-en-situation-juridique-specifique";
    PersonnesExilees = "personnes-exilees";
    ResidentsQpvFrr = "residents-qpv-frr";
    Seniors = "seniors";
});

vocabulary!(
    /// What a service costs.
    Cost, {
    Gratuit = "gratuit";
    Payant = "payant";
});

vocabulary!(
    /// Where a service is given.
    Welcome, {
    ADistance = "a-distance";
    EnPresentiel = "en-presentiel";
});

vocabulary!(
    /// How a service is asked for.
    Reach, {
    EnvoyerUnCourriel = "envoyer-un-courriel";
    SePresenter = "se-presenter";
    Telephoner = "telephoner";
    UtiliserLienMobilisation = "utiliser-lien-mobilisation";
});

vocabulary!(
    /// Who may ask for a service.
    Caller, {
    Usagers = "usagers";
    Professionnels = "professionnels";
});

vocabulary!(
    /// The form of a service.
    Form, {
    Accompagnement = "accompagnement";
    AideFinanciere = "aide-financiere";
    AideMaterielle = "aide-materielle";
    Atelier = "atelier";
    Formation = "formation";
    Information = "information";
});
