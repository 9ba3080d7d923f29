//! Other doors to the nine services: the four situations of Portrea and the administrative themes of the field.
//!
//! A resident rarely thinks in services. Each door names the services that answer it; its words (title, examples,
//! "ce qu'il faut apporter") are messages `situation-<slug>` and `theme-<slug>` of `i18n`.

use crate::lists::Service;

/// The four situations by which Portrea (Hub Bretagne) opens its directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Situation {
    /// Be informed.
    Information,
    /// Need equipment or a network.
    Equipment,
    /// Need help now.
    Help,
    /// Want to learn.
    Training,
}

impl Situation {
    /// All, in the order of the screen.
    pub const ALL: [Self; 4] = [
        Self::Help,
        Self::Equipment,
        Self::Training,
        Self::Information,
    ];

    /// The name in addresses and messages.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Information => "information",
            Self::Equipment => "equipement",
            Self::Help => "aide",
            Self::Training => "formation",
        }
    }

    /// Services that answer the situation.
    #[must_use]
    pub const fn services(self) -> &'static [Service] {
        match self {
            Self::Information => &[Service::Understanding, Service::Safety],
            Self::Equipment => &[Service::Connection, Service::Equipment],
            Self::Help => &[Service::Paperwork],
            Self::Training => &[
                Service::Basics,
                Service::Work,
                Service::Parenting,
                Service::Making,
            ],
        }
    }
}

/// Administrative themes for which people come to a counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each variant is named by its slug below")]
pub enum Theme {
    Impots,
    Caf,
    Retraite,
    Sante,
    Emploi,
    Logement,
    Papiers,
    Etrangers,
    Vehicule,
    Justice,
    Scolarite,
}

impl Theme {
    /// All eleven, most asked first.
    pub const ALL: [Self; 11] = [
        Self::Caf,
        Self::Impots,
        Self::Sante,
        Self::Emploi,
        Self::Retraite,
        Self::Logement,
        Self::Papiers,
        Self::Etrangers,
        Self::Vehicule,
        Self::Justice,
        Self::Scolarite,
    ];

    /// The name in addresses and messages.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Impots => "impots",
            Self::Caf => "caf",
            Self::Retraite => "retraite",
            Self::Sante => "sante",
            Self::Emploi => "emploi",
            Self::Logement => "logement",
            Self::Papiers => "papiers",
            Self::Etrangers => "etrangers",
            Self::Vehicule => "vehicule",
            Self::Justice => "justice",
            Self::Scolarite => "scolarite",
        }
    }

    /// Services that answer the theme.
    #[must_use]
    pub const fn services(self) -> &'static [Service] {
        match self {
            Self::Emploi => &[Service::Paperwork, Service::Work],
            Self::Scolarite => &[Service::Paperwork, Service::Parenting],
            _ => &[Service::Paperwork],
        }
    }
}
