//! What whoever proposed is told: a mail, written with the change that it tells of, whose link opens the proposal.

use chrono::TimeDelta;
use portulan_model::proposals::{Proposal, State};
use portulan_store::Write;

use crate::mail::{self, Answer, Message};
use crate::signed::{Link, Purpose};
use crate::{App, Error};

/// How long the link of a letter opens its proposal.
const LINK_LASTS: TimeDelta = TimeDelta::days(90);

/// Tells whoever proposed what their proposal has become, where they left a contact.
pub(super) async fn tell(app: &App, write: &mut Write, proposal: &Proposal) -> Result<(), Error> {
    let now = app.now();
    let until = now.checked_add_signed(LINK_LASTS).unwrap_or(now);
    let link = Link::new(Purpose::Proposal, proposal.id.to_string(), until);
    let (Some(to), Some(message)) = (&proposal.contact, message(proposal, link)) else {
        return Ok(());
    };
    let occasion = format!("proposal-{}-{}", proposal.id, proposal.steps.len());
    let mail = mail::outgoing(app, to, &proposal.lang, &message, &occasion)?;
    write.put_mail(&mail).await?;
    Ok(())
}

/// What is said of a state; nothing of those that whoever proposed brought about, nor of a day to come.
fn message(proposal: &Proposal, link: Link) -> Option<Message> {
    let place = proposal.name.clone();
    let answer = match &proposal.state {
        State::Unproven => return Some(Message::ProposalReceived { place, link }),
        State::AskedBack { question } => {
            let question = question.clone();
            return Some(Message::ProposalQuestion {
                place,
                question,
                link,
            });
        }
        State::Waiting | State::Answered { .. } | State::Agreed { .. } => return None,
        State::Accepted { taken, .. } if taken.partly => Answer::Partly,
        State::Accepted { .. } => Answer::Accepted,
        State::Merged { .. } => Answer::Merged,
        State::Refused { .. } => Answer::Refused,
    };
    let words = proposal.state.motive().map(|motive| motive.words.clone());
    Some(Message::ProposalAnswered {
        place,
        answer,
        reason: words.filter(|text| !text.is_empty()),
        link: Some(link),
    })
}
