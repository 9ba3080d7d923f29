//! What is left of a proposal once a person is erased.

use super::{Proposal, State};
use crate::ids::PersonId;
use crate::journal::Author;
use crate::people::Email;

impl Proposal {
    /// Whether a person proposed it, by their account or their address.
    #[must_use]
    pub fn is_of(&self, person: PersonId, address: Option<&Email>) -> bool {
        self.by == Some(person) || (address.is_some() && self.contact.as_ref() == address)
    }

    /// The same without a person: neither their contact, their account, their words nor their comments. The values that
    /// they propose for a place stay, as those are about the place; so does the decision of whoever answers for a
    /// territory, under the id of a person who is nobody any more.
    #[must_use]
    pub fn without(mut self, person: PersonId, address: Option<&Email>) -> Self {
        if self.is_of(person, address) {
            self.by = None;
            self.contact = None;
            self.words = None;
            self.exchanges.clear();
            // Nobody is left to answer, and what was answered were their words.
            if matches!(self.state, State::AskedBack { .. } | State::Answered { .. }) {
                self.state = State::Waiting;
            }
        }
        let own = Author::Person(person);
        self.comments.retain(|comment| comment.by != own);
        self.assigned = self.assigned.filter(|assigned| *assigned != own);
        self
    }
}
