//! The three years of a body: what its envelopes promised, granted and paid, and what is hoped of them, as one plan.
//!
//! Each source is one function of `sources`. Whoever may read every envelope of the body line by line reads all of the plan;
//! its other members read sums of which nobody's part can be told, and suppose nothing about a partner.

mod sources;

use portulan_model::Slug;
use portulan_model::governance::Body;
use portulan_model::means::envelopes::Envelope;
use portulan_model::money::TooMuch;
use portulan_plan::{Change, Input, Key, Reader, Row, Told, Unfit};
use portulan_policy::actions::{ReadBody, ReadEnvelope, ReadIntentions};
use portulan_policy::{Capability, allow};
use thiserror::Error;

use sources::Sources;

use super::{envelopes, intentions};
use crate::roadmaps::body_of;
use crate::{App, Error};

/// What a plan is made of, and who reads it.
#[derive(Debug, Clone)]
pub struct Gathered {
    sources: Sources,
    reader: Reader,
    /// The envelopes of the body, by label.
    pub envelopes: Vec<Envelope>,
}

/// A plan beside what it would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supposed {
    /// As it would be.
    pub told: Told,
    /// How the whole moved: what one who reads sums may suppose moves nothing of it.
    pub moved: Row,
    /// Lines of a partner that stay, because a pool carries them.
    pub staying: usize,
}

/// Why something is not supposed.
#[derive(Debug, Error)]
pub enum SupposeError {
    /// It does not fit the plan.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// Whoever reads sums learns nothing of one partner.
    #[error("only those who read every line suppose that a partner is not there")]
    Closed,
    /// Anything else.
    #[error(transparent)]
    Other(#[from] Error),
}

impl Gathered {
    /// The plan, as far as whoever gathered it may read.
    pub fn told(&self) -> Result<Told, Error> {
        tell(&self.sources.input, self.reader)
    }

    /// Whether all of it may be read.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.reader == Reader::Whole
    }

    /// The partners that have something in it, for whoever may know them.
    pub fn partners(&self) -> impl Iterator<Item = &Slug> {
        let known = self.is_whole();
        self.sources.input.organisations().filter(move |_one| known)
    }

    /// How many intentions say no amount, and count for nothing; nothing is said of it to those who read sums.
    #[must_use]
    pub fn unsaid(&self) -> usize {
        let [_told, unsaid] = self.sources.intentions;
        if self.is_whole() { unsaid } else { 0 }
    }

    /// What something that is told is called.
    #[must_use]
    pub fn name<'a>(&'a self, key: &'a Key) -> &'a str {
        self.sources
            .names
            .get(key)
            .map_or(key.as_str(), String::as_str)
    }

    /// The plan as it would be once all changes are made.
    pub fn suppose(&self, changes: &[Change]) -> Result<Supposed, SupposeError> {
        let of_partner = |change: &Change| !matches!(change, Change::Amount(..));
        if !self.is_whole() && changes.iter().any(of_partner) {
            return Err(SupposeError::Closed);
        }
        let supposed = portulan_plan::what_if(&self.sources.input, changes)?;
        let moved = supposed.difference();
        let told = tell(&supposed.input, self.reader)?;
        Ok(Supposed {
            moved: moved.map_err(beyond)?,
            told,
            staying: supposed.staying,
        })
    }
}

fn beyond(error: TooMuch) -> Error {
    Error::internal("sums of a plan", error)
}

fn tell(input: &Input, reader: Reader) -> Result<Told, Error> {
    let told = portulan_plan::told(input, reader);
    told.map_err(beyond)
}

/// Gathers the plan of a body for three years.
pub async fn of_body(app: &App, may: &Capability<ReadBody>, first: i32) -> Result<Gathered, Error> {
    let directory = app.directory();
    let body = crate::roadmaps::body(&directory, body_of(may)?)?;
    let envelopes = envelopes::of_body(app, &body.slug).await?;
    let mut sources = Sources::default();
    sources.input.first = first;
    sources.ledgers(app, &envelopes).await?;
    sources.intentions(app, body).await?;
    sources.pools(app, &body.slug).await?;
    sources.pairs(app, &body.slug).await?;
    Ok(Gathered {
        reader: reader(app, may, (body, &envelopes), &sources),
        sources,
        envelopes,
    })
}

/// Whoever may read each envelope line by line, and the intentions that are shown to those who lead the body, reads all.
fn reader(
    app: &App,
    may: &Capability<ReadBody>,
    (body, envelopes): (&Body, &[Envelope]),
    sources: &Sources,
) -> Reader {
    let directory = app.directory();
    let reads = |one: &Envelope| {
        allow::<ReadEnvelope>(may.actor(), envelopes::target(&directory, one)).is_ok()
    };
    let [told, _] = sources.intentions;
    let led = intentions::led(app, &directory, body);
    let reads_intentions = told == 0 || allow::<ReadIntentions>(may.actor(), led).is_ok();
    if reads_intentions && envelopes.iter().all(reads) {
        Reader::Whole
    } else {
        Reader::Sums
    }
}
