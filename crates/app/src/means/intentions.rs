//! Intentions: noted by an organisation, read by it and by the bodies to which its author shows them.
//!
//! An intention is reached through the organisation or the body of a capability, and of another one's the address leads to
//! nothing. Those who lead a body read what is shown to it; its members what is shown to them too, and of the others sums of
//! which nobody's part can be told. The journal keeps that an intention changed, and nothing of what it says.

mod seen;
mod write;

use portulan_model::governance::Body;
use portulan_model::means::intentions::{Intention, Meeting, Over, Unsound};
use portulan_model::{Area, Slug};
use portulan_policy::{Refusal, Target};
use portulan_store::StoreError;
use thiserror::Error;

use crate::census::today;
use crate::{App, Directory, Error, areas, rights};

pub use seen::{Shared, all_standing, find, hoped, known_area, of_body, of_organisation, shared};
pub use write::{change, note, withdraw};

/// Why an intention is not noted, changed or withdrawn.
#[derive(Debug, Error)]
pub enum IntentionError {
    /// Nobody can have meant it.
    #[error(transparent)]
    Unsound(#[from] Unsound),
    /// It stands no more.
    #[error(transparent)]
    Over(#[from] Over),
    /// No such organisation is known.
    #[error("{0} is no organisation that is known")]
    NoOrganisation(Slug),
    /// No such place is known.
    #[error("{0} is no place that is known")]
    NoPlace(Slug),
    /// No such body is known.
    #[error("{0} is no body that is known")]
    NoBody(Slug),
    /// The organisation may not see such an envelope.
    #[error("{0} is no envelope that the organisation may see")]
    NoEnvelope(Slug),
    /// Anything else.
    #[error(transparent)]
    Other(#[from] Error),
}

impl From<StoreError> for IntentionError {
    fn from(error: StoreError) -> Self {
        Self::Other(error.into())
    }
}

impl From<Refusal> for IntentionError {
    fn from(refusal: Refusal) -> Self {
        Self::Other(refusal.into())
    }
}

/// The ground of a body on a day: what it covers, or what its seat does where it says nothing. One that is over has none.
pub struct Ground<'a> {
    body: &'a Body,
    area: Area,
}

impl<'a> Ground<'a> {
    /// The ground of a body today.
    #[must_use]
    pub fn of(app: &App, directory: &Directory, body: &'a Body) -> Self {
        let area = if !body.is_on(today(app)) {
            Area::EMPTY
        } else if body.area.is_empty() {
            areas::of_seat(directory, &body.seat)
        } else {
            body.area.clone()
        };
        Self { body, area }
    }

    /// Whether those who lead it may read an intention.
    #[must_use]
    pub fn shows(&self, one: &Intention) -> bool {
        one.visibility
            .shows_to(&self.body.slug, self.meeting(&one.area))
    }

    /// Whether its members may read an intention.
    #[must_use]
    pub fn shows_members(&self, one: &Intention) -> bool {
        let ground = self.meeting(&one.area);
        one.visibility.shows_to_members(&self.body.slug, ground)
    }

    /// Whether it meets an area.
    #[must_use]
    pub fn meeting(&self, area: &Area) -> Meeting {
        if self.area.meets(area) {
            Meeting::Somewhere
        } else {
            Meeting::Nowhere
        }
    }
}

/// Where to ask for the right to read what is shown to those who lead a body: under its seat and its co-leads of today.
#[must_use]
pub fn led(app: &App, directory: &Directory, body: &Body) -> Target {
    rights::led_body(directory, body, today(app))
}

fn missing(slug: &Slug) -> Error {
    Error::NotFound(format!("intention {slug}"))
}
