//! What is left of a proposal once the account of somebody is erased: what was said of places, and not by whom.

use super::{By, Proposal, State};
use crate::ids::PersonId;
use crate::journal::Author;
use crate::people::Email;

/// The author that stands for people whose account is erased.
const ERASED: &str = "erased-account";

impl Proposal {
    /// The same, without a person: neither their id, nor their address, nor the words in which they proposed.
    #[must_use]
    pub fn severed(mut self, person: PersonId, email: Option<&Email>) -> Self {
        if self.by == Some(person) || (email.is_some() && self.contact.as_ref() == email) {
            self.by = None;
            self.contact = None;
            self.words = None;
            if let State::Answered { answer, .. } = &mut self.state {
                answer.clear();
            }
        }
        let theirs = Author::Person(person);
        if self.assigned.as_ref() == Some(&theirs) {
            self.assigned = None;
        }
        for by in self.authors().filter(|by| **by == theirs) {
            *by = Author::Job(ERASED.to_owned());
        }
        self
    }

    /// Whoever did something on the desk.
    fn authors(&mut self) -> impl Iterator<Item = &mut Author> {
        let steps = self.steps.iter_mut().filter_map(|step| match &mut step.by {
            By::Desk(author) => Some(author),
            By::Proposer => None,
        });
        let motive = match &mut self.state {
            State::Agreed { motive, .. }
            | State::Accepted { motive, .. }
            | State::Refused { motive, .. }
            | State::Merged { motive, .. } => Some(&mut motive.by),
            State::Unproven | State::Waiting | State::AskedBack { .. } | State::Answered { .. } => {
                None
            }
        };
        let comments = self.comments.iter_mut().map(|comment| &mut comment.by);
        let checks = self.checks.iter_mut().map(|check| &mut check.by);
        steps.chain(motive).chain(comments).chain(checks)
    }
}
