//! The side of whoever proposes: the form, its proof by e-mail, what becomes of it, the answer to a question.
//!
//! A form carries a secret drawn for it. Sent twice, it is one proposal. Where no contact is given, the secret of the
//! form is also the private address of the proposal; where one is, only the link in the mail opens it.

use chrono::{DateTime, TimeDelta, Utc};
use portulan_model::journal::Author;
use portulan_model::proposals::{About, By, Proposal, Prose, State, Step, Wanted, Wrong};
use portulan_model::{Place, ProposalId};
use portulan_policy::{Actor, Capability, actions::Propose};
use portulan_store::Write;

use super::read::Draft;
use super::{entry, letters, reader, stranger};
use crate::clock::draw;
use crate::operator::Secret;
use crate::signed::{Link, Purpose};
use crate::{App, Error};

/// Proposals taken on one place in a day: more is an attack, or a matter for a call.
const A_DAY_ON_A_PLACE: u64 = 20;
/// Missing places proposed on an installation in a day.
const A_DAY_OF_PLACES: u64 = 300;
/// Links sent in a day to one address that nobody has proven: the site floods no letter box on a stranger's word.
const A_DAY_TO_AN_ADDRESS: usize = 5;
const DAY: TimeDelta = TimeDelta::days(1);
/// The language of what nobody typed.
const LANG: &str = "fr";
/// How long a private address without a contact leads to its proposal.
pub(crate) const FOLLOWED: TimeDelta = TimeDelta::days(365);

/// What became of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Submitted {
    /// It waits to be examined, and the secret of the form leads to it.
    Followed,
    /// A link was sent: the proposal waits for it.
    ToProve,
    /// Too many came today: nothing is kept.
    TooMany,
}

/// By what whoever proposed comes back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// The secret of a form that gave no contact.
    Form(Secret),
    /// The link of a mail, as it stands in its address.
    Mail(String),
}

/// A secret for a new form.
#[must_use]
pub fn form(app: &App) -> Secret {
    Secret::draw(app)
}

/// Keeps a proposal. The same form again is the same proposal.
pub async fn submit(
    app: &App,
    capability: &Capability<Propose>,
    form: &Secret,
    draft: Draft,
    lang: &str,
) -> Result<Submitted, Error> {
    let now = app.now();
    let mut write = app.store().begin_proposal(capability).await?;
    if let Some((_, opens)) = write.proposal_of_link(&form.hash(), now).await? {
        return Ok(submitted(opens));
    }
    let proposal = proposal(app, capability.actor(), draft, lang);
    let most = if proposal.place().is_some() {
        A_DAY_ON_A_PLACE
    } else {
        A_DAY_OF_PLACES
    };
    let since = now.checked_sub_signed(DAY).unwrap_or(now);
    if write.count_proposals(proposal.place(), since).await? >= most {
        return Ok(Submitted::TooMany);
    }
    if proposal.contact.is_some() {
        let unproven = write.proposals_in(proposal.state.word(), since).await?;
        let same = unproven
            .iter()
            .filter(|one| one.contact == proposal.contact);
        if same.count() >= A_DAY_TO_AN_ADDRESS {
            return Ok(Submitted::TooMany);
        }
    }
    let opens = proposal.contact.is_none();
    let by = proposal.by.map_or_else(stranger, Author::Person);
    let line = entry(app, by, None, Some(&proposal));
    write.put_proposal(&proposal, &line).await?;
    let until = now.checked_add_signed(FOLLOWED).unwrap_or(now);
    write
        .put_proposal_link(&form.hash(), proposal.id, opens, until)
        .await?;
    letters::tell(app, &mut write, &proposal).await?;
    write.commit().await?;
    Ok(submitted(opens))
}

/// Keeps, in a write that is open, what a place says of itself by a link: somebody examines it.
pub(crate) async fn of_place(
    app: &App,
    write: &mut Write,
    place: &Place,
    wrong: Wrong,
    words: Option<Prose>,
) -> Result<(), Error> {
    let draft = Draft {
        of_census: None,
        about: About::Place {
            place: place.id,
            wrong: vec![wrong],
        },
        name: place.record.name.clone(),
        commune: place.record.address.insee,
        wanted: Wanted::default(),
        words,
        contact: None,
    };
    let proposal = proposal(app, &Actor::Visitor, draft, LANG);
    let line = entry(app, stranger(), None, Some(&proposal));
    Ok(write.put_proposal(&proposal, &line).await?)
}

const fn submitted(opens: bool) -> Submitted {
    if opens {
        Submitted::Followed
    } else {
        Submitted::ToProve
    }
}

pub(super) fn proposal(app: &App, actor: &Actor, draft: Draft, lang: &str) -> Proposal {
    let now = app.now();
    let (millis, random) = draw(now, app.chance());
    let state = if draft.contact.is_some() {
        State::Unproven
    } else {
        State::Waiting
    };
    let step = Step {
        to: state.word().to_owned(),
        by: By::Proposer,
        at: now,
    };
    Proposal {
        id: ProposalId::from_parts(millis, random),
        about: draft.about,
        name: draft.name,
        commune: draft.commune,
        wanted: draft.wanted,
        words: draft.words,
        lang: lang.to_owned(),
        contact: draft.contact,
        by: match actor {
            Actor::Person(person) => Some(person.id()),
            Actor::Visitor | Actor::Operator | Actor::Job(_) => None,
        },
        of_census: draft.of_census,
        created: now,
        state,
        exchanges: Vec::new(),
        steps: vec![step],
        assigned: None,
        comments: Vec::new(),
        checks: Vec::new(),
    }
}

/// The proposal that a link opens.
pub async fn of_link(
    app: &App,
    capability: &Capability<Propose>,
    way: &Way,
) -> Result<Proposal, Error> {
    let (store, now) = (app.store(), app.now());
    let found = match way {
        Way::Form(secret) => opening(
            store
                .proposal_of_link(capability, &secret.hash(), now)
                .await?,
        ),
        Way::Mail(text) => match signed(app, text)? {
            Some(id) => store.proposal(&reader()?, id).await?,
            None => None,
        },
    };
    found.ok_or_else(nowhere)
}

/// The proposal of a secret, where the secret opens it.
fn opening(found: Option<(Proposal, bool)>) -> Option<Proposal> {
    found
        .filter(|(_, opens)| *opens)
        .map(|(proposal, _)| proposal)
}

/// The proposal of which a link speaks, its signature verified.
fn signed(app: &App, text: &str) -> Result<Option<ProposalId>, Error> {
    let link = Link::open(text, Purpose::Proposal, app.key()?, app.now())?;
    Ok(link.subject.parse().ok())
}

fn nowhere() -> Error {
    Error::NotFound("a proposal of this link".to_owned())
}

async fn find(app: &App, write: &mut Write, way: &Way) -> Result<Proposal, Error> {
    let now = app.now();
    let found = match way {
        Way::Form(secret) => opening(write.proposal_of_link(&secret.hash(), now).await?),
        Way::Mail(text) => match signed(app, text)? {
            Some(id) => write.proposal(id).await?,
            None => None,
        },
    };
    found.ok_or_else(nowhere)
}

/// Proves the address to which the link was sent: the proposal enters the queue. A link that did it does nothing more.
pub async fn prove(
    app: &App,
    capability: &Capability<Propose>,
    way: &Way,
) -> Result<Proposal, Error> {
    step(app, capability, way, |proposal, now| {
        if proposal.state == State::Unproven {
            Ok(Some(proposal.prove(now)?))
        } else {
            Ok(None)
        }
    })
    .await
}

/// Answers what was asked. The same answer again changes nothing.
pub async fn answer(
    app: &App,
    capability: &Capability<Propose>,
    way: &Way,
    words: Prose,
) -> Result<Proposal, Error> {
    step(app, capability, way, |proposal, now| {
        if matches!(&proposal.state, State::Answered { answer, .. } if *answer == words.as_str()) {
            return Ok(None);
        }
        Ok(Some(proposal.answer(words.into(), now)?))
    })
    .await
}

async fn step(
    app: &App,
    capability: &Capability<Propose>,
    way: &Way,
    take: impl FnOnce(Proposal, DateTime<Utc>) -> Result<Option<Proposal>, Error> + Send,
) -> Result<Proposal, Error> {
    let now = app.now();
    if let Way::Mail(text) = way {
        // Before a write is opened: anybody may send anything here.
        signed(app, text)?;
    }
    let mut write = app.store().begin_proposal(capability).await?;
    let before = find(app, &mut write, way).await?;
    let Some(after) = take(before.clone(), now)? else {
        return Ok(before);
    };
    let line = entry(app, stranger(), Some(&before), Some(&after));
    write.put_proposal(&after, &line).await?;
    write.commit().await?;
    Ok(after)
}
