//! The life of a pool: proposed, agreed by all, submitted, withdrawn. Each step consumes the state that it leaves.
//!
//! Who agrees, agrees to a version of the terms. Whenever terms change, everybody is asked again and told why; what they
//! had agreed to before is kept beside. Undoing a pool before it is submitted gives back the very wants.

mod submitted;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use portulan_model::Slug;
use portulan_model::journal::Author;
use portulan_model::proposals::Prose;
use serde::{Deserialize, Serialize};

use crate::refusals::{Refusal, Unsound};
use crate::terms::{Draft, Terms};
use crate::want::Want;

pub use submitted::{Amendment, Becomes, Submitted, Withdrawn};

/// Who did it, when and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hand {
    /// The server's instant.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: Author,
    /// Why, where that was told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Prose>,
}

/// An organisation agreed to a version of the terms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// Which organisation.
    pub organisation: Slug,
    /// To which version.
    pub version: u32,
    /// Who said so, and when.
    pub hand: Hand,
}

/// Why everybody is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Because {
    /// The pool is new.
    Proposed,
    /// People changed the terms.
    Changed,
    /// A partner left, and the common part is shared anew.
    Left(Slug),
}

/// Whose agreement is awaited, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked<'a> {
    /// Of which organisation.
    pub organisation: &'a Slug,
    /// To which version.
    pub version: u32,
    /// Why.
    pub because: &'a Because,
    /// The version to which it had agreed before, if ever.
    pub before: Option<u32>,
}

/// Who left, with what.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Gone {
    /// Who.
    pub organisation: Slug,
    /// Who said so, when and why.
    pub hand: Hand,
    /// Its wants, as they were.
    pub wants: Vec<Want>,
}

/// What every state holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Core {
    id: Slug,
    terms: Terms,
    version: u32,
    because: Because,
    proposed: Hand,
    agreements: Vec<Agreement>,
    /// Agreements to earlier versions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    former: Vec<Agreement>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    gone: Vec<Gone>,
}

/// Somebody has not agreed yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Core", into = "Core")]
pub struct Proposed(Core);

/// Everybody agreed to the terms that stand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Core", into = "Core")]
pub struct Agreed(Core);

/// A pool, whatever its state.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "state")]
pub enum Pool {
    /// Somebody has not agreed yet.
    Proposed(Proposed),
    /// Everybody agreed.
    Agreed(Agreed),
    /// The request is in.
    Submitted(Submitted),
    /// The request was taken back.
    Withdrawn(Withdrawn),
}

/// What an agreement makes of a pool.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// Others are awaited.
    Waiting(Proposed),
    /// It was the last.
    Agreed(Agreed),
}

/// What a partner leaves behind.
#[derive(Debug, Clone, PartialEq)]
pub struct Left {
    /// The pool of those who stay, all asked again; none where nobody is left to pool with.
    pub rest: Option<Proposed>,
    /// The wants that are free again, as they were: those of the partner, or all.
    pub freed: Vec<Want>,
}

impl Core {
    /// Everybody is asked again; the agreements so far are kept beside.
    fn asked_again(mut self, terms: Terms, because: Because) -> Self {
        self.former.append(&mut self.agreements);
        self.version += 1;
        self.terms = terms;
        self.because = because;
        self
    }

    fn is_whole(&self) -> bool {
        let given = self.agreements.iter();
        let given: BTreeSet<&Slug> = given.map(|one| &one.organisation).collect();
        given == self.terms.organisations()
    }

    /// Refuses agreements that are of others, twice, or to another version.
    fn check(&self) -> Result<(), Unsound> {
        let mut given = BTreeSet::new();
        let all = self.terms.organisations();
        for one in &self.agreements {
            let own = all.contains(&one.organisation) && one.version == self.version;
            if !own || !given.insert(&one.organisation) {
                return Err(Unsound::Broken);
            }
        }
        Ok(())
    }

    fn leave(mut self, gone: &Slug, lead: Option<Slug>, hand: Hand) -> Result<Left, Refusal> {
        let lead = next_lead(&self.terms, gone, lead)?;
        let Some(rest) = self.terms.without(gone, lead)? else {
            return Ok(Left {
                rest: None,
                freed: self.terms.wants(),
            });
        };
        let own = self.terms.parts().iter().map(|part| &part.want);
        let freed: Vec<Want> = own
            .filter(|want| want.organisation == *gone)
            .cloned()
            .collect();
        self.gone.push(Gone {
            organisation: gone.clone(),
            hand,
            wants: freed.clone(),
        });
        let because = Because::Left(gone.clone());
        Ok(Left {
            rest: Some(Proposed(self.asked_again(rest, because))),
            freed,
        })
    }
}

/// Who leads when one has gone; refuses who has no part, and a lead who goes without naming another.
fn next_lead(terms: &Terms, gone: &Slug, named: Option<Slug>) -> Result<Slug, Refusal> {
    let all = terms.organisations();
    if !all.contains(gone) {
        return Err(Refusal::NotAPartner(gone.clone()));
    }
    let mut stay = all.into_iter().filter(|one| *one != gone);
    if let Some(named) = named {
        let stays = stay.any(|one| *one == named);
        return stays
            .then_some(named.clone())
            .ok_or(Refusal::NotAPartner(named));
    }
    if gone != terms.lead() {
        return Ok(terms.lead().clone());
    }
    // Of one that stays there is no choice to make.
    match (stay.next(), stay.next()) {
        (Some(only), None) => Ok(only.clone()),
        _ => Err(Refusal::NoLead(gone.clone())),
    }
}

impl Proposed {
    /// A new pool, to which nobody has agreed yet.
    pub fn new(id: Slug, draft: Draft, hand: Hand) -> Result<Self, Unsound> {
        Ok(Self(Core {
            id,
            terms: draft.settle()?,
            version: 1,
            because: Because::Proposed,
            proposed: hand,
            agreements: Vec::new(),
            former: Vec::new(),
            gone: Vec::new(),
        }))
    }

    /// Whose agreement is awaited, and why.
    #[must_use]
    pub fn asked(&self) -> Vec<Asked<'_>> {
        let core = &self.0;
        let former: BTreeMap<&Slug, u32> = core
            .former
            .iter()
            .map(|one| (&one.organisation, one.version))
            .collect();
        let given = |slug: &Slug| core.agreements.iter().any(|one| one.organisation == *slug);
        let awaited = core.terms.organisations().into_iter();
        awaited
            .filter(|slug| !given(slug))
            .map(|organisation| Asked {
                organisation,
                version: core.version,
                because: &core.because,
                before: former.get(organisation).copied(),
            })
            .collect()
    }

    /// An organisation agrees to a version. Agreeing twice is agreeing once: the first time counts.
    pub fn agree(mut self, who: &Slug, version: u32, hand: Hand) -> Result<Step, Refusal> {
        let core = &mut self.0;
        if !core.terms.organisations().contains(who) {
            return Err(Refusal::NotAPartner(who.clone()));
        }
        if version != core.version {
            return Err(Refusal::OtherVersion {
                asked: version,
                stands: core.version,
            });
        }
        if !core.agreements.iter().any(|one| one.organisation == *who) {
            core.agreements.push(Agreement {
                organisation: who.clone(),
                version,
                hand,
            });
        }
        Ok(if core.is_whole() {
            Step::Agreed(Agreed(self.0))
        } else {
            Step::Waiting(self)
        })
    }
}

impl Agreed {
    /// The request goes in: from here on nothing is rewritten.
    #[must_use]
    pub fn submit(self, request: Slug, hand: Hand) -> Submitted {
        Submitted::new(self, request, hand)
    }
}

macro_rules! before_submission {
    ($state:ident) => {
        impl $state {
            /// Of the pool, for ever.
            #[must_use]
            pub const fn id(&self) -> &Slug {
                &self.0.id
            }

            /// The terms that stand.
            #[must_use]
            pub const fn terms(&self) -> &Terms {
                &self.0.terms
            }

            /// Their number, from 1.
            #[must_use]
            pub const fn version(&self) -> u32 {
                self.0.version
            }

            /// Who agreed to them, when.
            #[must_use]
            pub fn agreements(&self) -> &[Agreement] {
                &self.0.agreements
            }

            /// Who had agreed to earlier terms, when.
            #[must_use]
            pub fn former(&self) -> &[Agreement] {
                &self.0.former
            }

            /// Who left, when, with what.
            #[must_use]
            pub fn gone(&self) -> &[Gone] {
                &self.0.gone
            }

            /// Other money for the same wants: everybody is asked again.
            pub fn change(self, draft: Draft) -> Result<Proposed, Refusal> {
                let stay = |terms: &Terms| -> Vec<Want> { terms.clone().wants() };
                let terms = draft.settle()?;
                if stay(&terms) != stay(&self.0.terms) {
                    return Err(Refusal::OtherWants);
                }
                Ok(Proposed(self.0.asked_again(terms, Because::Changed)))
            }

            /// A partner leaves: its wants are free, the common part is shared anew, those who stay are asked again. A
            /// lead names who leads next.
            pub fn leave(
                self,
                gone: &Slug,
                lead: Option<Slug>,
                hand: Hand,
            ) -> Result<Left, Refusal> {
                self.0.leave(gone, lead, hand)
            }

            /// Undone: the wants, as they were, in their order.
            #[must_use]
            pub fn unpool(self) -> Vec<Want> {
                self.0.terms.wants()
            }
        }

        impl From<$state> for Core {
            fn from(state: $state) -> Self {
                state.0
            }
        }
    };
}

before_submission!(Proposed);
before_submission!(Agreed);

impl TryFrom<Core> for Proposed {
    type Error = Unsound;

    fn try_from(core: Core) -> Result<Self, Unsound> {
        core.check()?;
        (!core.is_whole())
            .then_some(Self(core))
            .ok_or(Unsound::Broken)
    }
}

impl TryFrom<Core> for Agreed {
    type Error = Unsound;

    fn try_from(core: Core) -> Result<Self, Unsound> {
        core.check()?;
        core.is_whole().then_some(Self(core)).ok_or(Unsound::Broken)
    }
}
