//! Agreements: written by those who manage and fund an envelope, reported on by the beneficiary, followed by both.
//!
//! A step is taken while the row of the envelope is held, so that what is granted and paid is what it is decided on. Money
//! is never moved here: instalments and refunds are linked with lines of the ledger, which have rights of their own.

mod seen;
mod write;

use portulan_model::Slug;
use portulan_model::means::agreements::AgreementError as Limit;
use portulan_store::StoreError;
use thiserror::Error;

use crate::Error;

pub use seen::{
    Followed, Granted, Measured, followed, measured, of_beneficiary, of_envelope, reported,
    to_agree,
};
pub use write::{Step, draft, report, take};

/// Why an agreement is not written.
#[derive(Debug, Error)]
pub enum AgreementError {
    /// It does not take that step: nothing was written.
    #[error(transparent)]
    Refused(#[from] Limit),
    /// Nothing is granted to this request of this organisation.
    #[error("nothing is granted")]
    NotGranted,
    /// Anything else.
    #[error(transparent)]
    Other(#[from] Error),
}

impl From<StoreError> for AgreementError {
    fn from(error: StoreError) -> Self {
        Self::Other(error.into())
    }
}

fn missing(slug: &Slug) -> Error {
    Error::NotFound(format!("agreement {slug}"))
}
