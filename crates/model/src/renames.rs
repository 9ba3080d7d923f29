//! An organisation is known under another address from now on: every record that names it follows.
//!
//! Each type says here where it names organisations. Nothing that was said is dropped: of what both had, what the one that
//! stays had stands, and where the other said something more it stays beside it.

use std::collections::{BTreeMap, BTreeSet};

use crate::baseline::{Baseline, Matrix};
use crate::campaigns::{Campaign, Within};
use crate::clusters::{Cluster, Sector};
use crate::governance::{Body, BodyFile, Decision, Meeting, MeetingState, Membership};
use crate::ids::Slug;
use crate::means::agreements::Agreement;
use crate::means::applications::Application;
use crate::means::calls::CallFile;
use crate::means::envelopes::{Envelope, Funder};
use crate::means::equipment::Lot;
use crate::means::intentions::{Alliance, Intention};
use crate::people::Organisation;
use crate::posts::Post;
use crate::roadmaps::{Content, Roadmap, RoadmapState};
use crate::schemes::Scheme;

/// One address in the place of another.
#[derive(Debug, Clone, Copy)]
pub struct Renamed<'a> {
    /// The address that is no more.
    pub from: &'a Slug,
    /// The one that stays.
    pub to: &'a Slug,
}

/// What names organisations.
pub trait NamesOrganisations {
    /// Names one in the place of another, wherever it named that one.
    fn rename(&mut self, with: Renamed<'_>);
}

impl Renamed<'_> {
    pub(crate) fn one(self, slug: &mut Slug) {
        if slug == self.from {
            slug.clone_from(self.to);
        }
    }

    fn maybe(self, slug: &mut Option<Slug>) {
        if let Some(slug) = slug {
            self.one(slug);
        }
    }

    fn set(self, all: &mut BTreeSet<Slug>) {
        if all.remove(self.from) {
            all.insert(self.to.clone());
        }
    }

    fn list(self, all: &mut Vec<Slug>) {
        let both = all.contains(self.from) && all.contains(self.to);
        if both {
            all.retain(|one| one != self.from);
        }
        for one in all {
            self.one(one);
        }
    }
}

impl NamesOrganisations for Organisation {
    fn rename(&mut self, with: Renamed<'_>) {
        with.maybe(&mut self.parent);
    }
}

impl NamesOrganisations for Campaign {
    fn rename(&mut self, with: Renamed<'_>) {
        if let Within::Organisation(slug) = &mut self.choice.within {
            with.one(slug);
        }
    }
}

impl NamesOrganisations for Scheme {
    fn rename(&mut self, with: Renamed<'_>) {
        with.maybe(&mut self.lead);
        with.set(&mut self.partners);
    }
}

/// Lines of a ledger are never changed: they name whom they named, and are read under the address that stays.
impl NamesOrganisations for Envelope {
    fn rename(&mut self, with: Renamed<'_>) {
        if let Funder::Organisation(slug) = &mut self.funder {
            with.one(slug);
        }
        let ceilings = &mut self.ceilings.beneficiaries;
        if let Some(ceiling) = ceilings.remove(with.from) {
            // What the one that stays may have stands.
            ceilings.entry(with.to.clone()).or_insert(ceiling);
        }
    }
}

/// Of two that would be carried together and are one now, nobody else is left.
impl NamesOrganisations for Intention {
    fn rename(&mut self, with: Renamed<'_>) {
        with.one(&mut self.organisation);
        if let Alliance::With(others) = &mut self.alliance {
            with.list(others);
            others.retain(|one| *one != self.organisation);
            if others.is_empty() {
                self.alliance = Alliance::Open;
            }
        }
    }
}

impl NamesOrganisations for Agreement {
    fn rename(&mut self, with: Renamed<'_>) {
        with.one(&mut self.beneficiary);
    }
}

impl NamesOrganisations for Lot {
    fn rename(&mut self, with: Renamed<'_>) {
        with.one(&mut self.owner);
    }
}

impl NamesOrganisations for Cluster {
    fn rename(&mut self, with: Renamed<'_>) {
        with.set(&mut self.organisations);
    }
}

impl NamesOrganisations for Sector {
    fn rename(&mut self, with: Renamed<'_>) {
        for cover in &mut self.covered_by {
            with.one(&mut cover.organisation);
        }
    }
}

impl NamesOrganisations for Baseline {
    fn rename(&mut self, with: Renamed<'_>) {
        for place in &mut self.places {
            with.maybe(&mut place.walls);
            with.maybe(&mut place.followed_by);
        }
        let matrix = self.matrix.inner_mut();
        let cells = std::mem::take(matrix);
        *matrix = cells
            .cells()
            .cloned()
            .fold(Matrix::default(), |all, mut cell| {
                with.maybe(&mut cell.by);
                all.say(cell)
            });
        let know_how = self.know_how.inner_mut();
        let mut all = BTreeMap::new();
        // What the one that stays says of itself stands: it is put last.
        know_how.sort_by_key(|one| one.organisation == *with.to);
        for mut one in std::mem::take(know_how) {
            with.one(&mut one.organisation);
            all.insert((one.organisation.clone(), one.service.clone()), one);
        }
        *know_how = all.into_values().collect();
        for consultation in self.opinions.inner_mut().values_mut() {
            consultation.rename(with);
        }
    }
}

impl NamesOrganisations for Body {
    fn rename(&mut self, with: Renamed<'_>) {
        with.maybe(&mut self.run_by);
        for referent in &mut self.referents {
            with.one(&mut referent.organisation);
        }
    }
}

impl NamesOrganisations for BodyFile {
    fn rename(&mut self, with: Renamed<'_>) {
        for person in &mut self.people {
            with.one(&mut person.inner_mut().organisation);
        }
    }
}

impl NamesOrganisations for Membership {
    fn rename(&mut self, with: Renamed<'_>) {
        with.one(&mut self.who_mut().organisation);
    }
}

impl NamesOrganisations for Meeting {
    fn rename(&mut self, with: Renamed<'_>) {
        match &mut self.state {
            MeetingState::Held { attendance, .. } | MeetingState::Approved { attendance, .. } => {
                attendance.rename(with);
            }
            MeetingState::Planned { .. }
            | MeetingState::Convened { .. }
            | MeetingState::Cancelled { .. } => {}
        }
    }
}

impl NamesOrganisations for Decision {
    fn rename(&mut self, with: Renamed<'_>) {
        with.list(&mut self.binds);
        for dissent in &mut self.dissent {
            with.one(&mut dissent.organisation);
        }
        if let Some(follow_up) = &mut self.follow_up {
            with.one(&mut follow_up.owner);
        }
    }
}

impl NamesOrganisations for Post {
    fn rename(&mut self, with: Renamed<'_>) {
        with.one(&mut self.host);
        with.one(&mut self.employer);
        for line in &mut self.funding {
            with.one(&mut line.funder);
        }
    }
}

impl NamesOrganisations for CallFile {
    fn rename(&mut self, with: Renamed<'_>) {
        self.positions.rename(with);
        for step in &mut self.steps {
            with.one(&mut step.owner);
        }
        for proof in &mut self.proofs {
            with.one(&mut proof.organisation);
        }
    }
}

/// Receipts stand: what was submitted named whom it named.
impl NamesOrganisations for Application {
    fn rename(&mut self, with: Renamed<'_>) {
        self.parties.rename(with);
    }
}

impl NamesOrganisations for Content {
    fn rename(&mut self, with: Renamed<'_>) {
        let objectives = self.axes.iter_mut().flat_map(|axis| &mut axis.objectives);
        for action in objectives.flat_map(|one| &mut one.actions) {
            with.set(&mut action.leads);
            with.set(&mut action.partners);
            for paid in action.budget.iter_mut().flat_map(|year| &mut year.funding) {
                with.one(&mut paid.funder);
            }
        }
    }
}

impl NamesOrganisations for Roadmap {
    fn rename(&mut self, with: Renamed<'_>) {
        self.content.rename(with);
        if let Some(amendment) = &mut self.amendment {
            amendment.rename(with);
        }
        for version in &mut self.versions {
            version.content.rename(with);
        }
        match &mut self.state {
            RoadmapState::Draft => {}
            RoadmapState::InConsultation { consultation }
            | RoadmapState::Validated { consultation, .. }
            | RoadmapState::Amended { consultation, .. }
            | RoadmapState::Closed { consultation } => consultation.rename(with),
        }
    }
}

#[cfg(test)]
mod tests;
