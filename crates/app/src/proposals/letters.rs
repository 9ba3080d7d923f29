//! What whoever proposed is told, and the link by which they come back.
//!
//! The one door to mails: a letter is written with the change that it tells of. Until mails leave, the last letters
//! are kept in memory and read by nobody but tests.

use std::collections::VecDeque;
use std::sync::Mutex;

use chrono::TimeDelta;
use portulan_model::people::Email;
use portulan_model::proposals::Proposal;
use portulan_store::Write;

use crate::operator::Secret;
use crate::{App, Error};

/// How long the link of a letter opens its proposal.
const LINK_LASTS: TimeDelta = TimeDelta::days(90);
/// Letters kept in memory.
const MOST: usize = 64;

/// Why a letter is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Occasion {
    /// The proposal came, and its address must be proven.
    Received,
    /// Something is asked.
    Question,
    /// The proposal is decided.
    Answered,
}

impl Occasion {
    const fn template(self) -> &'static str {
        match self {
            Self::Received => "proposal-received",
            Self::Question => "proposal-question",
            Self::Answered => "proposal-answered",
        }
    }
}

/// A letter.
#[derive(Clone, PartialEq, Eq)]
pub struct Letter {
    /// To whom.
    pub to: Email,
    /// In which language.
    pub lang: String,
    /// What it says.
    pub template: &'static str,
    /// Opens the proposal.
    pub link: Secret,
}

/// The last letters of this node.
#[derive(Default)]
pub struct Letters(Mutex<VecDeque<Letter>>);

/// The letters that wait, the oldest first.
#[must_use]
pub fn unsent(app: &App) -> Vec<Letter> {
    let letters = &app.letters().0;
    let letters = letters
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    letters.iter().cloned().collect()
}

/// Tells whoever proposed, where they left a contact.
pub(super) async fn tell(
    app: &App,
    write: &mut Write,
    proposal: &Proposal,
    occasion: Occasion,
) -> Result<(), Error> {
    let Some(to) = proposal.contact.clone() else {
        return Ok(());
    };
    let link = Secret::draw(app);
    let now = app.now();
    let until = now.checked_add_signed(LINK_LASTS).unwrap_or(now);
    write
        .put_proposal_link(&link.hash(), proposal.id, true, until)
        .await?;
    let mut letters = app
        .letters()
        .0
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    if letters.len() == MOST {
        letters.pop_front();
    }
    letters.push_back(Letter {
        to,
        lang: proposal.lang.clone(),
        template: occasion.template(),
        link,
    });
    Ok(())
}
