//! The levels of the stack, in the order in which they are read: the State first, what is around the corner last.

use portulan_model::{TerritoryKey, TerritoryKind};

/// A level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// The State.
    Country,
    /// Région and its hub.
    Region,
    /// Département.
    Department,
    /// Métropole or another intercommunality.
    Epci,
    /// Commune.
    Commune,
    /// Neighbourhood or cluster.
    Local,
}

impl Level {
    /// All of them, widest first.
    pub const ALL: [Self; 6] = [
        Self::Country,
        Self::Region,
        Self::Department,
        Self::Epci,
        Self::Commune,
        Self::Local,
    ];

    /// The level of a kind of territory.
    #[must_use]
    pub const fn of(kind: TerritoryKind) -> Self {
        match kind {
            TerritoryKind::Country => Self::Country,
            TerritoryKind::Region => Self::Region,
            TerritoryKind::Department => Self::Department,
            TerritoryKind::Epci => Self::Epci,
            TerritoryKind::Commune => Self::Commune,
            TerritoryKind::Iris | TerritoryKind::Qpv | TerritoryKind::Quartier => Self::Local,
        }
    }

    /// The level of a territory.
    #[must_use]
    pub const fn of_key(key: &TerritoryKey) -> Self {
        Self::of(key.kind())
    }
}
