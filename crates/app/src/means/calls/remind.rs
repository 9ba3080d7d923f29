//! Those concerned by a call are reminded before it closes: once for each threshold and each instant of closing, so that
//! nothing is told twice whoever looks and however often, and a call that is put off is told again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use portulan_model::means::applications::{Application, Stage};
use portulan_model::means::calls::{Call, CallFile, Held, Stance, Threshold};
use portulan_model::people::Person;
use portulan_model::{PersonId, Slug};
use portulan_policy::actions::{ManageCalls, SendMail, TakePosition};
use portulan_policy::{Actor, Capability, Node, allow};

use super::concerns;
use crate::asking::Accounts;
use crate::mail::{self, Message};
use crate::{App, Directory, Error, rights};

/// The program, when nobody asks.
pub(super) const JOB: Actor = Actor::Job("calls");

/// Whoever becomes concerned once the others were told is told within this time.
const AGAIN: TimeDelta = TimeDelta::hours(1);

/// Which closings this node told of, and when: between two looks, nothing of those calls is read.
#[derive(Debug, Default)]
pub(crate) struct Looked(Mutex<BTreeMap<String, DateTime<Utc>>>);

impl Looked {
    pub(super) fn is_due(&self, occasion: &str, now: DateTime<Utc>) -> bool {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.get(occasion).is_none_or(|at| now - *at >= AGAIN)
    }

    /// Told: those that are too old to matter are forgotten.
    pub(super) fn note(&self, occasion: String, now: DateTime<Utc>) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|_, at| now - *at < AGAIN);
        all.insert(occasion, now);
    }
}

/// What a mail is for: a closing and a threshold. One that is put off is another.
fn occasion(call: &Call, left: Threshold) -> Option<String> {
    let closing = call.terms.timeline.closing()?.timestamp();
    Some(format!("call-{}-{closing}-{}", call.slug, left.slug()))
}

/// Writes to those concerned by calls that close soon; says how many mails were written. Any number of nodes may do it.
pub async fn remind_due(app: &App) -> Result<usize, Error> {
    let may = allow::<SendMail>(&JOB, &Node::Installation)?;
    let now = app.now();
    // One is in time until the end of the second of closing.
    let (from, to) = (
        now - TimeDelta::seconds(1),
        now + Threshold::Days14.before(),
    );
    let calls = app.store().calls_closing((from, to)).await?;
    let ahead = calls.iter().filter(|call| call.is_ahead(now));
    let due: Vec<(&Call, Threshold, String)> = ahead
        .filter_map(|call| {
            let left = Threshold::passed(&call.terms.timeline, now)?;
            Some((call, left, occasion(call, left)?))
        })
        .filter(|(_, _, occasion)| app.looked().is_due(occasion, now))
        .collect();
    if due.is_empty() {
        return Ok(0);
    }
    let (held, directory) = (Accounts::read(app).await?, app.directory());
    let mut written = 0;
    for (call, left, occasion) in due {
        let people = concerned(app, (&held, &directory), call).await?;
        written += tell(app, &may, (call, left, &occasion), &people).await?;
        app.looked().note(occasion, now);
    }
    Ok(written)
}

/// Those who speak for the organisations that are concerned, that neither answered already nor said that they do not; and
/// those who lead the body that follows the call.
async fn concerned<'a>(
    app: &App,
    (held, directory): (&'a Accounts, &Directory),
    call: &Call,
) -> Result<BTreeMap<PersonId, &'a Person>, Error> {
    let file = app.store().kept_one::<CallFile>(&call.slug).await?;
    let file = file.unwrap_or_else(|| CallFile::empty(call.slug.clone()));
    let standing = file.positions.standing();
    let answered = answered(app, call).await?;
    let mut people = BTreeMap::new();
    for (slug, person) in held.on_organisations::<TakePosition>() {
        let neither = |one: &&portulan_model::means::calls::Position| {
            one.organisation == *slug && one.stance == Stance::Neither
        };
        let Some(organisation) = directory.organisations.get(slug) else {
            continue;
        };
        if answered.contains(slug) {
            continue;
        }
        if !standing.iter().any(neither) && concerns(directory, call, organisation) {
            people.insert(person.id, person);
        }
    }
    if let Some(body) = directory.levels.body(&call.followed_by) {
        let day = crate::census::today(app);
        let target = rights::led_body(directory, body, day);
        for person in held.nearest::<ManageCalls>(&target) {
            people.insert(person.id, person);
        }
    }
    Ok(people)
}

/// The organisations whose application is submitted, where it is held here: a draft, and what was returned, are not.
async fn answered(app: &App, call: &Call) -> Result<BTreeSet<Slug>, Error> {
    if call.terms.held != Held::Here {
        return Ok(BTreeSet::new());
    }
    let all = app.store().kept_of::<Application>(&call.slug).await?;
    let submitted = all.iter().filter(|one| one.stage() == Stage::Submitted);
    let parties = submitted.flat_map(|one| one.parties.all().map(|(slug, _)| slug.clone()));
    Ok(parties.collect())
}

async fn tell(
    app: &App,
    may: &Capability<SendMail>,
    (call, left, occasion): (&Call, Threshold, &str),
    people: &BTreeMap<PersonId, &Person>,
) -> Result<usize, Error> {
    let Some(closing) = call.terms.timeline.closing() else {
        return Ok(0);
    };
    let message = Message::CallCloses {
        title: call.terms.title.clone(),
        left,
        closing,
        call: call.slug.clone(),
        here: call.terms.held == Held::Here,
    };
    let mut written = 0;
    for person in people.values() {
        let key = format!("{occasion}-{}", person.id);
        written += usize::from(once(app, may, (person, &key), &message).await?);
    }
    Ok(written)
}

/// Writes to somebody who has an address, unless it was written already: whether it was now.
pub(super) async fn once(
    app: &App,
    may: &Capability<SendMail>,
    (person, key): (&Person, &str),
    message: &Message,
) -> Result<bool, Error> {
    let Some(email) = &person.email else {
        return Ok(false);
    };
    if app.store().knows_mail(may, key).await? {
        return Ok(false);
    }
    let mail = mail::outgoing(app, email, &person.lang, message, key)?;
    mail::enqueue(app, may, &mail).await
}
