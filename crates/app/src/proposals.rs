//! What people propose, with an account or without, and how it is examined.
//!
//! A stranger proposes ([`read`], [`submit`]), proves an address, follows and answers by a link. A person of the desk
//! sees what waits ([`queue()`]) and decides. What is accepted is written with the places, under the source
//! [`SOURCE`], so that no harvest takes it back. Journal lines hold states, never words of strangers.

mod apply;
pub(crate) mod census;
mod desk;
mod examine;
mod keep;
mod letters;
mod publish;
mod queue;
pub mod read;
pub mod routing;
mod submit;

use portulan_model::journal::{Author, Deed, Entry};
use portulan_model::proposals::{NotNow, Proposal};
use portulan_model::{ProposalId, TerritoryKey};
use portulan_policy::actions::Instruct;
use portulan_policy::{Actor, Node, Target, allow};
use portulan_store::Write;
use serde_json::json;

use crate::{App, Directory, Error, Lead, rights};

pub(crate) use apply::corrected;
pub use apply::{Candidate, candidate, fingerprint};
pub use desk::{Acceptance, accept, ask_back, assign, check, comment, merge, open, refuse};
pub use examine::{Findings, Likely, Spotted, duplicates, findings};
pub use keep::{Kept, keep};
pub use publish::{Publication, are_known, is_too_far, publication_target, publish};
pub use queue::{Figures, Filter, PROPOSALS_A_PAGE, Queue, Row, queue};
pub(crate) use submit::{FOLLOWED, of_place};
pub use submit::{Submitted, Way, answer, form, of_link, prove, submit};

/// The source of values that were proposed and accepted.
pub const SOURCE: &str = "contribution";
/// The program, where it reads the rows that it then shows to those who may see them.
const JOB: Actor = Actor::Job("proposals");
/// The author of what comes from nobody with an account.
const STRANGER: &str = "proposition";

/// Where a proposal stands among the nodes: on its place, or on the commune of the place that is missing.
#[must_use]
pub fn target(directory: &Directory, proposal: &Proposal) -> Target {
    let led = proposal.place().map(|id| directory.lead(&id.to_string()));
    match (led, proposal.commune) {
        (Some(Lead::Here(place) | Lead::Moved(place)), _) => rights::place(directory, place),
        (Some(Lead::Gone(gone)), _) => rights::place(directory, &gone.place),
        (_, Some(commune)) => rights::territory(directory, &TerritoryKey::commune(commune)),
        (_, None) => Node::Installation.into(),
    }
}

/// The proposal, inside an open write, of which a capability on a node speaks; no other.
async fn opened(
    app: &App,
    write: &mut Write,
    node: &Node,
    id: ProposalId,
) -> Result<Proposal, Error> {
    let missing = || Error::NotFound(format!("proposal {id}"));
    let proposal = write.proposal(id).await?.ok_or_else(missing)?;
    let own = target(&app.directory(), &proposal);
    if own.is_under(node) {
        Ok(proposal)
    } else {
        Err(missing())
    }
}

/// The capability by which the program reads rows for itself.
fn reader() -> Result<portulan_policy::Capability<Instruct>, Error> {
    Ok(allow::<Instruct>(&JOB, &Node::Installation)?)
}

/// A line of the journal: which state, and how many steps; nothing that a stranger wrote.
fn entry(app: &App, by: Author, before: Option<&Proposal>, after: Option<&Proposal>) -> Entry {
    let told = |one: &Proposal| {
        let place = one.place().map(|id| id.to_string());
        json!({ "state": one.state.word(), "steps": one.steps.len(), "place": place }).to_string()
    };
    let id = before.or(after).map(|one| one.id.to_string());
    Entry {
        at: app.now(),
        author: by,
        behalf: None,
        subject: None,
        object: format!("proposition-{}", id.unwrap_or_default()),
        deed: match (before, after) {
            (None, _) => Deed::Created,
            (Some(_), Some(_)) => Deed::Updated,
            (Some(_), None) => Deed::Removed,
        },
        reason: after.map_or("forgotten", |one| one.state.word()).to_owned(),
        request: format!("propositions-{}", app.now().timestamp_millis()),
        before: before.map(told),
        after: after.map(told),
    }
}

/// Who proposes, in the journal.
fn stranger() -> Author {
    Author::Job(STRANGER.to_owned())
}

impl From<NotNow> for Error {
    fn from(error: NotNow) -> Self {
        Self::Conflict(error.to_string())
    }
}
