//! Pools: what several organisations want, carried as one request, and which pools are worth proposing.
//!
//! Everything here is a pure function of its input: no storage, no clock, no chance, no words for people (`i18n` holds
//! them). A [`Pool`] keeps every want that it is made of as it was, so that undoing it gives back exactly those;
//! [`suggest`] chooses pools among wants, tells the rule behind each saving and how far from the best it may be.

pub mod made;
mod pool;
mod rates;
mod refusals;
mod suggest;
mod terms;
mod want;
mod wording;

pub use pool::{
    Agreed, Agreement, Amendment, Asked, Because, Becomes, Gone, Hand, Left, Pool, Proposed, Step,
    Submitted, Withdrawn,
};
pub use rates::{Percents, Rates};
pub use refusals::{Refusal, Unsound};
pub use suggest::{
    BadOption, Cause, Component, Evidence, Limits, Method, Net, Options, Rival, Rule, Saving,
    Source, Subject, Suggested, Suggestion, Unfit, Unpooled, suggest, worth,
};
pub use terms::{Draft, Key, Part, Share, Terms, Time};
pub use want::{Alliance, Kit, Lot, Site, Span, Want, Weekly, Years};
