//! Who takes part in an application: the organisation that carries it, partners that fill it in too, readers that were
//! invited. No organisation is two of them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::ids::Slug;
use crate::renames::Renamed;
use crate::words::worded;

worded! {
    /// What an organisation is in an application.
    Party {
        /// It carries it: it alone submits it, takes it back, invites others.
        Lead = "porteuse",
        /// It fills it in too.
        Partner = "partenaire",
        /// It reads it.
        Reader = "lectrice",
    }
}

/// Why an organisation does not take part.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PartiesError {
    /// The one that carries it stays.
    #[error("{0} carries the application")]
    Leads(Slug),
    /// There are enough of them.
    #[error("at most {} organisations take part", Parties::MOST)]
    TooMany,
    /// One of them is there twice.
    #[error("{0} is there twice")]
    Twice(Slug),
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Written {
    lead: Slug,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    partners: BTreeSet<Slug>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    readers: BTreeSet<Slug>,
}

/// Who takes part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Parties {
    lead: Slug,
    partners: BTreeSet<Slug>,
    readers: BTreeSet<Slug>,
}

impl Parties {
    /// Most organisations beside the one that carries it.
    pub const MOST: usize = 30;

    /// One that carries it alone.
    #[must_use]
    pub const fn of(lead: Slug) -> Self {
        Self {
            lead,
            partners: BTreeSet::new(),
            readers: BTreeSet::new(),
        }
    }

    /// The one that carries it.
    #[must_use]
    pub const fn lead(&self) -> &Slug {
        &self.lead
    }

    /// Those that fill it in too.
    #[must_use]
    pub const fn partners(&self) -> &BTreeSet<Slug> {
        &self.partners
    }

    /// Those that read it.
    #[must_use]
    pub const fn readers(&self) -> &BTreeSet<Slug> {
        &self.readers
    }

    /// All of them, each with what it is.
    pub fn all(&self) -> impl Iterator<Item = (&Slug, Party)> {
        let partners = self.partners.iter().map(|one| (one, Party::Partner));
        let readers = self.readers.iter().map(|one| (one, Party::Reader));
        std::iter::once((&self.lead, Party::Lead))
            .chain(partners)
            .chain(readers)
    }

    /// What an organisation is.
    #[must_use]
    pub fn party(&self, organisation: &Slug) -> Option<Party> {
        let found = self.all().find(|(one, _)| *one == organisation);
        found.map(|(_, party)| party)
    }

    /// An organisation takes part from now on, as a partner or as a reader; one that did otherwise changes.
    pub fn invite(mut self, organisation: Slug, reads: bool) -> Result<Self, PartiesError> {
        self = self.leave(&organisation)?;
        if self.partners.len() + self.readers.len() >= Self::MOST {
            return Err(PartiesError::TooMany);
        }
        let among = if reads {
            &mut self.readers
        } else {
            &mut self.partners
        };
        among.insert(organisation);
        Ok(self)
    }

    /// An organisation takes part no more.
    pub fn leave(mut self, organisation: &Slug) -> Result<Self, PartiesError> {
        if *organisation == self.lead {
            return Err(PartiesError::Leads(organisation.clone()));
        }
        self.partners.remove(organisation);
        self.readers.remove(organisation);
        Ok(self)
    }

    /// One address in the place of another; of two that become one, what it could do most stands.
    pub(crate) fn rename(&mut self, with: Renamed<'_>) {
        with.one(&mut self.lead);
        for among in [&mut self.partners, &mut self.readers] {
            if among.remove(with.from) {
                among.insert(with.to.clone());
            }
            among.remove(&self.lead);
        }
        let partners = self.partners.clone();
        self.readers.retain(|one| !partners.contains(one));
    }
}

impl TryFrom<Written> for Parties {
    type Error = PartiesError;

    fn try_from(written: Written) -> Result<Self, PartiesError> {
        let all = written.partners.iter().chain(&written.readers);
        for one in all {
            let both = written.partners.contains(one) && written.readers.contains(one);
            if both || *one == written.lead {
                return Err(PartiesError::Twice(one.clone()));
            }
        }
        Ok(Self {
            lead: written.lead,
            partners: written.partners,
            readers: written.readers,
        })
    }
}

impl From<Parties> for Written {
    fn from(parties: Parties) -> Self {
        Self {
            lead: parties.lead,
            partners: parties.partners,
            readers: parties.readers,
        }
    }
}
