//! A pool as it is kept, with the pool itself: what it asks for, who has which part, whose agreement is awaited.

use std::collections::{BTreeMap, BTreeSet};

use portulan_model::journal::Author;
use portulan_model::means::pools::{PoolDone, PoolRecord, PoolStage};
use portulan_model::money::TooMuch;
use portulan_model::{Cents, Slug};
use portulan_pools::{
    Agreement, Becomes, Hand, Part, Pool, Proposed, Refusal, Share, Step, Terms, Want,
};

use super::{PoolError, today};
use crate::{Directory, Error};

/// A pool that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// As it is kept.
    pub record: PoolRecord,
    /// The pool itself; of one that was undone, as it was until then.
    pub pool: Pool,
}

/// What becomes of a pool when an organisation leaves it.
#[derive(Debug, Clone, PartialEq)]
pub struct Parting {
    /// What stays; nothing where nobody is left to pool with.
    pub rest: Option<Pool>,
    /// The wants that are free again, as they were.
    pub freed: Vec<Want>,
}

impl Held {
    /// Reads what is kept.
    pub(super) fn read(record: PoolRecord) -> Result<Self, Error> {
        let pool = serde_json::from_str(&record.pool);
        let pool = pool.map_err(|error| Error::internal("pool", error))?;
        Ok(Self { record, pool })
    }

    /// Every want that is in it, with its money.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        parts(&self.pool)
    }

    /// The terms that stand; nothing where one organisation carries the request alone.
    #[must_use]
    pub fn terms(&self) -> Option<&Terms> {
        terms(&self.pool)
    }

    /// The version of the terms that stands.
    #[must_use]
    pub fn version(&self) -> u32 {
        version(&self.pool)
    }

    /// Who carries the request, as it was called then.
    #[must_use]
    pub fn lead(&self) -> Option<&Slug> {
        let alone = || self.parts().first().map(|part| &part.want.organisation);
        self.terms().map_or_else(alone, |terms| Some(terms.lead()))
    }

    /// What it asks for.
    pub fn total(&self) -> Result<Cents, TooMuch> {
        total(&self.pool)
    }

    /// What each organisation of today has.
    pub fn shares(&self, directory: &Directory) -> Result<BTreeMap<Slug, Share>, TooMuch> {
        shares(directory, self.parts())
    }

    /// Whether an organisation of today has a part in it.
    #[must_use]
    pub fn holds(&self, directory: &Directory, organisation: &Slug) -> bool {
        let mut all = self.parts().iter();
        all.any(|part| today(directory, &part.want.organisation) == *organisation)
    }

    /// The organisations of today whose agreement to the version that stands is awaited.
    #[must_use]
    pub fn awaited(&self, directory: &Directory) -> BTreeSet<Slug> {
        let awaited: Vec<&Slug> = match &self.pool {
            _ if !self.record.stage.stands() => Vec::new(),
            Pool::Proposed(pool) => pool.asked().iter().map(|one| one.organisation).collect(),
            Pool::Submitted(pool) => pool.asked(),
            Pool::Agreed(_) | Pool::Withdrawn(_) => Vec::new(),
        };
        let awaited = awaited.into_iter();
        awaited.map(|slug| today(directory, slug)).collect()
    }

    /// Who agreed to the version that stands, and when.
    #[must_use]
    pub fn agreements(&self) -> &[Agreement] {
        match &self.pool {
            Pool::Proposed(pool) => pool.agreements(),
            Pool::Agreed(pool) => pool.agreements(),
            Pool::Submitted(pool) => match pool.amendments().last() {
                Some(last) => &last.agreements,
                None => pool.agreed().agreements(),
            },
            Pool::Withdrawn(pool) => pool.was.agreed().agreements(),
        }
    }

    /// The organisations of today that could lead where one leaves.
    #[must_use]
    pub fn next_leads(&self, directory: &Directory, gone: &Slug) -> BTreeSet<Slug> {
        let all = self.parts().iter();
        let all = all.map(|part| today(directory, &part.want.organisation));
        all.filter(|slug| slug != gone).collect()
    }

    /// What becomes of it if an organisation of today leaves: told before it does.
    pub fn parting(
        &self,
        directory: &Directory,
        (gone, lead): (&Slug, Option<&Slug>),
        hand: &Hand,
    ) -> Result<Parting, PoolError> {
        let names = self.names(directory, gone);
        let Some(first) = names.first() else {
            return Err(Refusal::NotAPartner(gone.clone()).into());
        };
        let leads = self.lead().is_some_and(|one| names.contains(one));
        let mut stay = self.parts().iter().map(|part| &part.want.organisation);
        let next = lead.and_then(|lead| stay.find(|one| today(directory, one) == *lead));
        if let (Some(lead), None) = (lead, next) {
            return Err(Refusal::NotAPartner(lead.clone()).into());
        }
        let next = next.filter(|_lead| leads);
        let mut parting = leave(self.pool.clone(), (first, next), hand)?;
        for name in names.iter().skip(1) {
            // Two that became one leave together.
            let Some(rest) = parting.rest.take() else {
                break;
            };
            let Parting { rest, mut freed } = leave(rest, (name, next), hand)?;
            parting.rest = rest;
            parting.freed.append(&mut freed);
        }
        Ok(parting)
    }

    /// The pool once an organisation of today agreed to a version.
    pub(super) fn agreed(
        self,
        directory: &Directory,
        (who, version): (&Slug, u32),
        hand: &Hand,
    ) -> Result<Pool, PoolError> {
        let names = self.names(directory, who);
        if names.is_empty() {
            return Err(Refusal::NotAPartner(who.clone()).into());
        }
        let stage = self.record.stage;
        let stands = self.version();
        if version != stands {
            let asked = version;
            return Err(Refusal::OtherVersion { asked, stands }.into());
        }
        let mut pool = self.pool;
        for name in &names {
            pool = match pool {
                Pool::Proposed(one) => match one.agree(name, version, hand.clone())? {
                    Step::Waiting(one) => Pool::Proposed(one),
                    Step::Agreed(one) => Pool::Agreed(one),
                },
                // Agreeing twice is agreeing once.
                Pool::Agreed(one) => Pool::Agreed(one),
                Pool::Submitted(one) if one.amendments().is_empty() => Pool::Submitted(one),
                Pool::Submitted(one) => Pool::Submitted(one.agree(name, version, hand.clone())?),
                Pool::Withdrawn(_) => return Err(PoolError::NotNow(stage)),
            };
        }
        Ok(pool)
    }

    /// The names under which an organisation of today has a part: its own, and those of organisations that it took over.
    fn names(&self, directory: &Directory, organisation: &Slug) -> Vec<Slug> {
        let all = self.parts().iter().map(|part| &part.want.organisation);
        let own: BTreeSet<&Slug> = all
            .filter(|slug| today(directory, slug) == *organisation)
            .collect();
        own.into_iter().cloned().collect()
    }

    /// Writes what the pool became into the record.
    pub(super) fn become_(&mut self, pool: Pool, done: Done) -> Result<(), Error> {
        let record = &mut self.record;
        record.pool = text(&pool)?;
        record.stage = stage(&pool);
        record.carries = carried(&pool);
        let parties = parts(&pool).iter().map(|part| &part.want.organisation);
        record.organisations.extend(parties.cloned());
        record.acts.push(done.line(&pool)?);
        self.pool = pool;
        Ok(())
    }

    /// Writes that it is undone: the pool stays as it was.
    pub(super) fn end(&mut self, done: Done) -> Result<(), Error> {
        self.record.stage = PoolStage::Undone;
        self.record.carries.clear();
        self.record.acts.push(done.line(&self.pool)?);
        Ok(())
    }
}

/// What was done, before it is known what the pool became.
pub(super) struct Done {
    pub(super) act: portulan_model::means::pools::PoolAct,
    pub(super) organisation: Option<Slug>,
    pub(super) hand: Hand,
}

impl Done {
    pub(super) fn line(self, pool: &Pool) -> Result<PoolDone, Error> {
        let total = total(pool).map_err(|error| Error::internal("total of a pool", error))?;
        Ok(PoolDone {
            act: self.act,
            organisation: self.organisation,
            version: version(pool),
            total,
            at: self.hand.at,
            by: self.hand.by,
            why: self.hand.why,
        })
    }
}

fn leave(
    pool: Pool,
    (gone, lead): (&Slug, Option<&Slug>),
    hand: &Hand,
) -> Result<Parting, PoolError> {
    let (lead, hand) = (lead.cloned(), hand.clone());
    let left = match pool {
        Pool::Proposed(pool) => pool.leave(gone, lead, hand)?,
        Pool::Agreed(pool) => pool.leave(gone, lead, hand)?,
        Pool::Submitted(pool) => {
            let (rest, freed) = pool.leave(gone, lead, hand)?;
            let rest = Some(Pool::Submitted(rest));
            return Ok(Parting { rest, freed });
        }
        Pool::Withdrawn(_) => return Err(PoolError::NotNow(PoolStage::Withdrawn)),
    };
    Ok(Parting {
        rest: left.rest.map(Pool::Proposed),
        freed: left.freed,
    })
}

/// The record of a new pool.
pub(super) fn begun(
    (slug, body, title): (Slug, Slug, String),
    pool: Proposed,
    done: Done,
) -> Result<Held, Error> {
    let pool = Pool::Proposed(pool);
    let record = PoolRecord {
        slug,
        body,
        title,
        stage: PoolStage::Proposed,
        organisations: BTreeSet::new(),
        carries: BTreeSet::new(),
        request: None,
        acts: Vec::new(),
        pool: String::new(),
    };
    let mut held = Held {
        record,
        pool: pool.clone(),
    };
    held.become_(pool, done)?;
    Ok(held)
}

/// What each organisation of today has in some parts.
pub(super) fn shares(
    directory: &Directory,
    parts: &[Part],
) -> Result<BTreeMap<Slug, Share>, TooMuch> {
    let mut all: BTreeMap<Slug, Share> = BTreeMap::new();
    for part in parts {
        let name = today(directory, &part.want.organisation);
        let share = all.entry(name).or_default();
        share.own = share.own.plus(part.own)?;
        share.common = share.common.plus(part.common)?;
        share.total = share.own.plus(share.common)?;
    }
    Ok(all)
}

impl Parting {
    /// What each organisation that stays would have.
    pub fn shares(&self, directory: &Directory) -> Result<BTreeMap<Slug, Share>, TooMuch> {
        let rest = self.rest.as_ref();
        rest.map_or_else(
            || Ok(BTreeMap::new()),
            |pool| shares(directory, parts(pool)),
        )
    }
}

fn terms(pool: &Pool) -> Option<&Terms> {
    match pool {
        Pool::Proposed(pool) => Some(pool.terms()),
        Pool::Agreed(pool) => Some(pool.terms()),
        Pool::Submitted(pool) => standing(pool),
        Pool::Withdrawn(pool) => standing(&pool.was),
    }
}

fn standing(pool: &portulan_pools::Submitted) -> Option<&Terms> {
    match pool.amendments().last().map(|one| &one.becomes) {
        None => Some(pool.agreed().terms()),
        Some(Becomes::Pool(terms)) => Some(terms),
        Some(Becomes::Alone(_)) => None,
    }
}

fn parts(pool: &Pool) -> &[Part] {
    match pool {
        Pool::Proposed(pool) => pool.terms().parts(),
        Pool::Agreed(pool) => pool.terms().parts(),
        Pool::Submitted(pool) => pool.parts(),
        Pool::Withdrawn(pool) => pool.was.parts(),
    }
}

fn version(pool: &Pool) -> u32 {
    match pool {
        Pool::Proposed(pool) => pool.version(),
        Pool::Agreed(pool) => pool.version(),
        Pool::Submitted(pool) => pool.version(),
        Pool::Withdrawn(pool) => pool.was.version(),
    }
}

fn total(pool: &Pool) -> Result<Cents, TooMuch> {
    let mut parts = parts(pool).iter();
    parts.try_fold(Cents::ZERO, |sum, part| {
        sum.plus(part.own)?.plus(part.common)
    })
}

const fn stage(pool: &Pool) -> PoolStage {
    match pool {
        Pool::Proposed(_) => PoolStage::Proposed,
        Pool::Agreed(_) => PoolStage::Agreed,
        Pool::Submitted(_) => PoolStage::Submitted,
        Pool::Withdrawn(_) => PoolStage::Withdrawn,
    }
}

/// The intentions that it carries.
fn carried(pool: &Pool) -> BTreeSet<Slug> {
    if !stage(pool).stands() {
        return BTreeSet::new();
    }
    let parts = parts(pool).iter();
    parts.map(|part| part.want.id.clone()).collect()
}

fn text(pool: &Pool) -> Result<String, Error> {
    serde_json::to_string(pool).map_err(|error| Error::internal("pool", error))
}

/// Whose hand it is.
pub(super) const fn hand(
    at: chrono::DateTime<chrono::Utc>,
    by: Author,
    why: Option<portulan_model::proposals::Prose>,
) -> Hand {
    Hand { at, by, why }
}
