//! What a reader asks of the reference of communes, so that this crate needs no table of its own.

use portulan_model::{CommuneCode, Position, Postcode};

/// Finds the commune of today from what a file says of it.
pub trait CommuneResolver {
    /// The code of the commune of today, or `None` when what is given does not tell.
    fn resolve(
        &self,
        name: &str,
        postcode: Option<&Postcode>,
        insee: Option<&CommuneCode>,
        position: Option<Position>,
    ) -> Option<CommuneCode>;
}
