//! What each type of record asks before it is taken, and what the journal says of it.

use std::collections::HashSet;

use portulan_geo::Reference;
use portulan_model::baseline::{Baseline, Cell};
use portulan_model::clusters::{Cluster, Sector};
use portulan_model::governance::{Body, Committee, Decision, Meeting, Membership, Standing};
use portulan_model::means::calls::{Call, Owner};
use portulan_model::means::envelopes::{Envelope, Funder};
use portulan_model::posts::Post;
use portulan_model::roadmaps::Roadmap;
use portulan_model::schemes::Scheme;
use portulan_model::{Seat, Slug, TerritoryKey};
use portulan_store::Kept;
use serde_json::Value;

use super::document::List;
use super::report::Reason;
use super::texts;

/// What the installation and the document know so far.
pub(super) struct Known<'a> {
    pub(super) reference: &'a Reference,
    pub(super) bodies: HashSet<Slug>,
    pub(super) organisations: HashSet<Slug>,
    /// Addresses of those that were merged into others: they do not come back.
    pub(super) former: HashSet<Slug>,
    pub(super) schemes: HashSet<Slug>,
    pub(super) clusters: HashSet<Slug>,
}

impl Known<'_> {
    fn body(&self, slug: &Slug) -> Result<(), Reason> {
        let known = self.bodies.contains(slug);
        known
            .then_some(())
            .ok_or_else(|| Reason::UnknownBody(slug.clone()))
    }

    pub(super) fn organisation(&self, slug: &Slug) -> Result<(), Reason> {
        let known = self.organisations.contains(slug);
        known
            .then_some(())
            .ok_or_else(|| Reason::UnknownOrganisation(slug.clone()))
    }

    pub(super) fn territory(&self, key: &TerritoryKey) -> Result<(), Reason> {
        let known = self.reference.territory(key).is_some();
        known
            .then_some(())
            .ok_or_else(|| Reason::UnknownTerritory(key.to_string()))
    }

    fn seat(&self, seat: &Seat) -> Result<(), Reason> {
        let known = match seat {
            Seat::Territory(key) => return self.territory(key),
            Seat::Scheme(slug) => self.schemes.contains(slug),
            Seat::Cluster(slug) => self.clusters.contains(slug),
        };
        known
            .then_some(())
            .ok_or_else(|| Reason::UnknownSeat(seat.to_string()))
    }
}

/// A type of record that is exchanged.
pub(super) trait Exchanged: Kept + Clone + PartialEq {
    const LIST: List;

    /// Reads one.
    fn read(value: &Value) -> Result<Self, Reason> {
        serde_json::from_value(value.clone()).map_err(|error| texts::said(&error))
    }

    /// Whether it can be taken.
    fn check(&self, known: &Known<'_>) -> Result<(), Reason>;

    /// Whether it says what the one that is there says.
    fn is(&self, before: &Self) -> bool {
        self == before
    }

    /// Whether it can take the place of the one that is there.
    fn follows(&self, _before: &Self) -> Result<(), Reason> {
        Ok(())
    }

    /// It is known from now on.
    fn learn(&self, _known: &mut Known<'_>) {}

    /// The object of its line of journal.
    fn object(&self) -> String;
}

impl Exchanged for Scheme {
    const LIST: List = List::Schemes;

    fn check(&self, known: &Known<'_>) -> Result<(), Reason> {
        known.territory(&self.level)
    }

    fn learn(&self, known: &mut Known<'_>) {
        known.schemes.insert(self.slug.clone());
    }

    fn object(&self) -> String {
        Seat::Scheme(self.slug.clone()).to_string()
    }
}

impl Exchanged for Cluster {
    const LIST: List = List::Clusters;

    fn check(&self, known: &Known<'_>) -> Result<(), Reason> {
        self.levels.iter().try_for_each(|key| known.territory(key))
    }

    fn learn(&self, known: &mut Known<'_>) {
        known.clusters.insert(self.slug.clone());
    }

    fn object(&self) -> String {
        Seat::Cluster(self.slug.clone()).to_string()
    }
}

impl Exchanged for Sector {
    const LIST: List = List::Sectors;

    fn check(&self, known: &Known<'_>) -> Result<(), Reason> {
        known.seat(&self.of)
    }

    fn object(&self) -> String {
        self.of.to_string()
    }
}

impl Exchanged for Body {
    const LIST: List = List::Bodies;

    fn check(&self, known: &Known<'_>) -> Result<(), Reason> {
        known.seat(&self.seat)
    }

    /// Where a body stands gives rights over it: a file does not move it.
    fn follows(&self, before: &Self) -> Result<(), Reason> {
        let same = self.seat == before.seat;
        same.then_some(()).ok_or(Reason::OfAnother)
    }

    fn learn(&self, known: &mut Known<'_>) {
        known.bodies.insert(self.slug.clone());
    }

    fn object(&self) -> String {
        of_body(&self.slug)
    }
}

impl Exchanged for Membership {
    const LIST: List = List::Members;

    fn check(&self, known: &Known<'_>) -> Result<(), Reason> {
        known.body(&self.who().body)?;
        known.organisation(&self.who().organisation)
    }

    fn follows(&self, before: &Self) -> Result<(), Reason> {
        if self.who() != before.who() {
            return Err(Reason::OfAnother);
        }
        let left = before.standing() == Standing::Left && self != before;
        (!left).then_some(()).ok_or(Reason::Left)
    }

    fn object(&self) -> String {
        of_body(&self.who().body)
    }
}

macro_rules! of_a_body {
    ($type:ty, $list:ident, |$this:ident| $body:expr) => {
        impl Exchanged for $type {
            const LIST: List = List::$list;

            fn check(&self, known: &Known<'_>) -> Result<(), Reason> {
                let $this = self;
                known.body($body)
            }

            fn follows(&self, before: &Self) -> Result<(), Reason> {
                let of = |$this: &Self| $body.clone();
                let same = of(self) == of(before);
                same.then_some(()).ok_or(Reason::OfAnother)
            }

            fn object(&self) -> String {
                let $this = self;
                of_body($body)
            }
        }
    };
}

of_a_body!(Committee, Committees, |one| &one.body);
of_a_body!(Meeting, Meetings, |one| &one.body);
of_a_body!(Decision, Decisions, |one| &one.decision.body);

impl Exchanged for Roadmap {
    const LIST: List = List::Roadmaps;

    fn check(&self, known: &Known<'_>) -> Result<(), Reason> {
        known.body(&self.body)?;
        let mut versions = self.versions.iter().enumerate();
        let ordered = versions.all(|(rank, version)| usize::from(version.number) == rank + 1);
        let ordered = ordered && rising(self.stages.changes().map(|(day, _)| day));
        ordered.then_some(()).ok_or(Reason::Disorder)
    }

    fn follows(&self, before: &Self) -> Result<(), Reason> {
        if self.body != before.body {
            return Err(Reason::OfAnother);
        }
        for (number, kept) in (1..).zip(&before.versions) {
            let mine = self.versions.get(usize::from(number) - 1);
            if mine != Some(kept) {
                return Err(Reason::OtherVersion(number));
            }
        }
        Ok(())
    }

    fn object(&self) -> String {
        of_body(&self.body)
    }
}

impl Exchanged for Call {
    const LIST: List = List::Calls;

    fn check(&self, known: &Known<'_>) -> Result<(), Reason> {
        known.body(&self.followed_by)?;
        match &self.terms.owner {
            Owner::Body(slug) => known.body(slug)?,
            Owner::Outside(_) => {}
        }
        // Everybody is led there: only an address of the web is.
        let source = self.terms.held.source();
        if source.is_some_and(|source| !source.starts_with("https://")) {
            return Err(Reason::Link("source".to_owned()));
        }
        let ordered = self.amendments.is_sorted_by_key(|one| one.on);
        ordered.then_some(()).ok_or(Reason::Disorder)
    }

    /// The body that follows a call gives rights over it, and what was told is not taken back.
    fn follows(&self, before: &Self) -> Result<(), Reason> {
        if self.followed_by != before.followed_by {
            return Err(Reason::OfAnother);
        }
        let kept = self.amendments.starts_with(&before.amendments);
        kept.then_some(()).ok_or(Reason::Disorder)
    }

    fn object(&self) -> String {
        of_body(&self.followed_by)
    }
}

impl Exchanged for Envelope {
    const LIST: List = List::Envelopes;

    fn check(&self, known: &Known<'_>) -> Result<(), Reason> {
        known.body(&self.body)?;
        if let Funder::Organisation(slug) = &self.funder {
            known.organisation(slug)?;
        }
        let mut named = self.ceilings.beneficiaries.keys();
        named.try_for_each(|slug| known.organisation(slug))?;
        Self::check(self).map_err(|unsound| Reason::Shape(unsound.to_string()))
    }

    /// Persons do not travel: whose hands wrote it is what is known here.
    fn is(&self, before: &Self) -> bool {
        let mine = Self {
            hands: before.hands.clone(),
            ..self.clone()
        };
        mine == *before
    }

    /// Its ledger stays where it is written, and who brings the money gives rights: a file changes nothing of it.
    fn follows(&self, before: &Self) -> Result<(), Reason> {
        self.is(before).then_some(()).ok_or(Reason::Held)
    }

    fn object(&self) -> String {
        of_body(&self.body)
    }
}

impl Exchanged for Post {
    const LIST: List = List::Posts;

    fn check(&self, known: &Known<'_>) -> Result<(), Reason> {
        known.territory(&self.level)?;
        known.organisation(&self.host)?;
        known.organisation(&self.employer)?;
        let states = rising(self.states.changes().map(|(day, _)| day));
        let times = rising(self.fte.changes().map(|(day, _)| day));
        (states && times).then_some(()).ok_or(Reason::Disorder)
    }

    fn object(&self) -> String {
        format!("poste-{}", self.id)
    }
}

impl Exchanged for Baseline {
    const LIST: List = List::Baselines;

    /// The cells are said one by one, so that they are in order and of this baseline.
    fn read(value: &Value) -> Result<Self, Reason> {
        let mut alone = value.clone();
        let cells = alone
            .as_object_mut()
            .and_then(|fields| fields.remove("matrix"));
        let parse = serde_json::from_value::<Self>(alone);
        let mut baseline = parse.map_err(|error| texts::said(&error))?;
        let cells: Vec<Cell> = match cells {
            Some(cells) => serde_json::from_value(cells).map_err(|error| texts::said(&error))?,
            None => Vec::new(),
        };
        for cell in cells {
            let said = baseline.say(cell);
            baseline = said.map_err(|_outside| Reason::OutsideBaseline)?;
        }
        Ok(baseline)
    }

    fn check(&self, known: &Known<'_>) -> Result<(), Reason> {
        known.seat(&self.of)
    }

    fn object(&self) -> String {
        self.of.to_string()
    }
}

fn of_body(slug: &Slug) -> String {
    format!("gouvernance-{slug}")
}

fn rising<T: Ord>(values: impl Iterator<Item = T>) -> bool {
    values.is_sorted_by(|one, next| one < next)
}
