//! Where the file of a run comes from: the hands of a person, or an address.

use portulan_model::harvest::{KnownSource, RunFailure, SourceKind};

use super::Given;
use super::stage::way_of_reading;
use crate::fetch::{self, Limits};
use crate::{App, Error};

/// The mark of the version that was taken in last, unless it would be read in another way by now.
fn known_mark(known: &KnownSource) -> Option<String> {
    let way = way_of_reading(&known.source);
    let same = known.last_file.as_ref()?.ends_with(&way);
    known.etag.clone().filter(|_| same)
}

/// What a run reads.
pub(super) enum Origin {
    /// A file that is here.
    Hands(Given),
    /// A file that is there.
    Address {
        address: String,
        /// The version that was taken in last.
        etag: Option<String>,
        limits: Limits,
    },
}

impl Origin {
    /// The address of a source; refused when it has none.
    pub(super) fn address(app: &App, known: &KnownSource) -> Result<Self, Error> {
        match &known.source.kind {
            SourceKind::Address(address) => Ok(Self::Address {
                address: address.clone(),
                etag: known_mark(known),
                limits: app.limits().clone(),
            }),
            SourceKind::Upload => Err(Error::NotFound(format!(
                "address of source {}",
                known.source.slug
            ))),
        }
    }

    /// The name of the file, as far as it is known.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Hands(given) => given.name.clone(),
            Self::Address { address, .. } => fetch::file_name(address),
        }
    }

    /// Gets hold of the file; nothing when its server says that it is the version of before. Blocks.
    pub(super) fn open(self) -> Result<Option<Given>, RunFailure> {
        let (address, etag, limits) = match self {
            Self::Hands(given) => return Ok(Some(given)),
            Self::Address {
                address,
                etag,
                limits,
            } => (address, etag, limits),
        };
        let list = fetch::get(&address, etag.as_deref(), &limits)
            .map_err(|error| RunFailure::Fetch(error.told()))?;
        Ok(list.map(|list| Given {
            name: list.name.clone(),
            etag: list.etag.clone(),
            reader: Box::new(list),
        }))
    }
}
