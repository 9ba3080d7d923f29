//! After the request went in: what was submitted stays as it is; a partner who leaves is recorded beside it, and the
//! request becomes what the amendment says.

use portulan_model::Slug;
use serde::{Deserialize, Serialize};

use super::{Agreed, Agreement, Hand, next_lead};
use crate::refusals::Refusal;
use crate::terms::{Part, Terms};
use crate::want::Want;

/// What a request becomes when a partner has gone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Becomes {
    /// A pool of those who stay.
    Pool(Terms),
    /// The request of one organisation, which takes the common part alone.
    Alone(Vec<Part>),
}

/// A partner left after the request went in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Amendment {
    /// Who left.
    pub organisation: Slug,
    /// Who said so, when and why.
    pub hand: Hand,
    /// What the request becomes.
    pub becomes: Becomes,
    /// Who of those who stay agreed to that, when. Versions go on from those of the pool.
    pub agreements: Vec<Agreement>,
}

/// The request is in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Submitted {
    agreed: Agreed,
    request: Slug,
    hand: Hand,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    amendments: Vec<Amendment>,
}

/// The request was taken back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Withdrawn {
    /// What it was until then.
    pub was: Submitted,
    /// Who took it back, when and why.
    pub hand: Hand,
}

impl Becomes {
    /// Every want that is still in it, with its money.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        match self {
            Self::Pool(terms) => terms.parts(),
            Self::Alone(parts) => parts,
        }
    }

    fn holds(&self, organisation: &Slug) -> bool {
        let mut parts = self.parts().iter();
        parts.any(|part| part.want.organisation == *organisation)
    }
}

impl Submitted {
    pub(super) const fn new(agreed: Agreed, request: Slug, hand: Hand) -> Self {
        Self {
            agreed,
            request,
            hand,
            amendments: Vec::new(),
        }
    }

    /// What was submitted, as everybody had agreed to it.
    #[must_use]
    pub const fn agreed(&self) -> &Agreed {
        &self.agreed
    }

    /// The request that carries it.
    #[must_use]
    pub const fn request(&self) -> &Slug {
        &self.request
    }

    /// Who submitted it, when.
    #[must_use]
    pub const fn hand(&self) -> &Hand {
        &self.hand
    }

    /// What changed since, first first.
    #[must_use]
    pub fn amendments(&self) -> &[Amendment] {
        &self.amendments
    }

    /// Every want that is still in it, with its money.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        let last = self.amendments.last();
        last.map_or_else(|| self.agreed.terms().parts(), |one| one.becomes.parts())
    }

    /// The version that the last amendment asks those who stay to agree to; that of the pool where there is none.
    #[must_use]
    pub fn version(&self) -> u32 {
        let amended = u32::try_from(self.amendments.len()).unwrap_or(u32::MAX);
        self.agreed.version().saturating_add(amended)
    }

    /// Whose agreement to the last amendment is awaited.
    #[must_use]
    pub fn asked(&self) -> Vec<&Slug> {
        let Some(last) = self.amendments.last() else {
            return Vec::new();
        };
        let given = |slug: &Slug| last.agreements.iter().any(|one| one.organisation == *slug);
        let parts = last.becomes.parts().iter();
        let mut all: Vec<&Slug> = parts
            .map(|part| &part.want.organisation)
            .filter(|slug| !given(slug))
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Who stays agrees to the last amendment. Agreeing twice is agreeing once.
    pub fn agree(mut self, who: &Slug, version: u32, hand: Hand) -> Result<Self, Refusal> {
        let stands = self.version();
        let asked = version;
        let Some(last) = self.amendments.last_mut().filter(|_| asked == stands) else {
            return Err(Refusal::OtherVersion { asked, stands });
        };
        if !last.becomes.holds(who) {
            return Err(Refusal::NotAPartner(who.clone()));
        }
        if !last.agreements.iter().any(|one| one.organisation == *who) {
            last.agreements.push(Agreement {
                organisation: who.clone(),
                version,
                hand,
            });
        }
        Ok(self)
    }

    /// A partner leaves: recorded, the request amended, its wants given back. The last one withdraws the request instead.
    pub fn leave(
        mut self,
        gone: &Slug,
        lead: Option<Slug>,
        hand: Hand,
    ) -> Result<(Self, Vec<Want>), Refusal> {
        let stands = self.amendments.last().map(|one| &one.becomes);
        let terms = match stands {
            None => self.agreed.terms(),
            Some(Becomes::Pool(terms)) => terms,
            Some(alone @ Becomes::Alone(_)) if alone.holds(gone) => {
                return Err(Refusal::Last(gone.clone()));
            }
            Some(Becomes::Alone(_)) => return Err(Refusal::NotAPartner(gone.clone())),
        };
        let lead = next_lead(terms, gone, lead)?;
        let becomes = match terms.without(gone, lead)? {
            Some(rest) => Becomes::Pool(rest),
            None => Becomes::Alone(terms.alone(gone)?),
        };
        let parts = terms.parts().iter();
        let own = parts.filter(|part| part.want.organisation == *gone);
        let freed = own.map(|part| part.want.clone()).collect();
        self.amendments.push(Amendment {
            organisation: gone.clone(),
            hand,
            becomes,
            agreements: Vec::new(),
        });
        Ok((self, freed))
    }

    /// The request is taken back; whoever was still in it has its wants again, as they were.
    #[must_use]
    pub fn withdraw(self, hand: Hand) -> (Withdrawn, Vec<Want>) {
        let parts = self.parts().iter();
        let freed = parts.map(|part| part.want.clone()).collect();
        (Withdrawn { was: self, hand }, freed)
    }
}
