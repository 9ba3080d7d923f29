//! What is asked of the ground: which communes a key stands for, where they lie, which live together.
//!
//! The reference of territories is another crate's; whoever holds it answers here.

use portulan_model::{CommuneCode, Position, TerritoryKey};

/// Territories as the comparison needs them.
pub trait Ground {
    /// The communes of today that a key stands for; none when it is not known.
    fn communes(&self, key: &TerritoryKey) -> Vec<CommuneCode>;
    /// The centre of a commune, or a point near it.
    fn centre(&self, commune: CommuneCode) -> Option<Position>;
    /// The intercommunality of a commune.
    fn group(&self, commune: CommuneCode) -> Option<TerritoryKey>;
    /// The name of a commune, as texts may tell it.
    fn name(&self, commune: CommuneCode) -> Option<String>;
}
