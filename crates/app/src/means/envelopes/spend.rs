//! Lines of a ledger: each by the right that it asks for, decided while the envelope is held, and written once.

use std::sync::Arc;

use portulan_model::journal::{Author, Deed, Entry};
use portulan_model::means::envelopes::{
    Account, Envelope, Hand, Line, Move, Order, Reference, Refusal as Limit, Standing, What,
};
use portulan_model::people::Organisation;
use portulan_model::proposals::Prose;
use portulan_model::{Cents, Slug};
use portulan_policy::actions::{CorrectLedger, GrantFunds, PayFunds, PromiseFunds};
use portulan_policy::{Action, Actor, Capability, Node, Refusal};
use portulan_store::{LedgerWrite, Spends};

use super::{EnvelopeError, missing, of_today, own};
use crate::census::today;
use crate::clock::draw;
use crate::import::author;
use crate::{App, Directory, Error};

/// What is asked of an envelope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Drawn when the form is shown: a form that is sent twice makes one line.
    pub form: String,
    /// For whom.
    pub account: Account,
    /// How much.
    pub amount: Cents,
    /// What the whole costs, where the envelope pays a share of it.
    pub cost: Option<Cents>,
    /// The decision that it carries out.
    pub decision: Option<Reference>,
    /// Why.
    pub reason: Prose,
}

/// A name for a form that is about to be shown.
#[must_use]
pub fn new_form(app: &App) -> String {
    let (millis, random) = draw(app.now(), app.chance());
    portulan_model::OnceId::from_parts(millis, random).to_string()
}

/// Sets money aside for a request.
pub async fn promise(
    app: &App,
    may: &Capability<PromiseFunds>,
    envelope: &Slug,
    asked: Asked,
) -> Result<Line, EnvelopeError> {
    take(app, may, envelope, (Move::Promise, asked)).await
}

/// Gives money. Whoever promised to the same request, or wrote a ceiling, is refused, whatever was known before.
pub async fn grant(
    app: &App,
    may: &Capability<GrantFunds>,
    envelope: &Slug,
    asked: Asked,
) -> Result<Line, EnvelopeError> {
    take(app, may, envelope, (Move::Grant, asked)).await
}

/// Says that money was paid, of what is granted.
pub async fn pay(
    app: &App,
    may: &Capability<PayFunds>,
    envelope: &Slug,
    asked: Asked,
) -> Result<Line, EnvelopeError> {
    take(app, may, envelope, (Move::Pay, asked)).await
}

/// Gives money back to the envelope.
pub async fn release(
    app: &App,
    may: &Capability<CorrectLedger>,
    envelope: &Slug,
    asked: Asked,
) -> Result<Line, EnvelopeError> {
    take(app, may, envelope, (Move::Release, asked)).await
}

/// Undoes a line that is wrong by another, and says why. Undone already by the same form, it is that line.
pub async fn reverse(
    app: &App,
    may: &Capability<CorrectLedger>,
    (envelope, number): (&Slug, u64),
    (form, reason): (&str, Prose),
) -> Result<Line, EnvelopeError> {
    let mut write = begin(app, may, envelope).await?;
    if let Some(line) = write.of_form(form).await? {
        return once(line, |line| line.undid() == Some(number));
    }
    let wrong = write.line(number).await?;
    let mut wrong = wrong.ok_or(Limit::NoLine(number))?;
    let names = Names::read(app, &mut write, &wrong.account.beneficiary).await?;
    names.name(&mut wrong.account);
    let undone = write.is_undone(number).await?;
    let standing = names.standing(&mut write, &wrong.account).await?;
    let next = write.next().await?;
    let hand = hand(app, may.actor(), reason);
    let held = names.envelope(&write);
    let line = held.undo(next, &standing, (&wrong, undone), hand)?;
    add(app, may.actor(), write, (line, form)).await
}

async fn take<A: Spends>(
    app: &App,
    may: &Capability<A>,
    envelope: &Slug,
    (what, asked): (Move, Asked),
) -> Result<Line, EnvelopeError> {
    let form = asked.form.clone();
    match weigh(app, may, envelope, (what, asked)).await? {
        Weighed::Made(line) => Ok(line),
        Weighed::New(write, line) => add(app, may.actor(), *write, (line, &form)).await,
    }
}

/// What is asked, weighed while the envelope is held.
pub(crate) enum Weighed {
    /// The form made this line already.
    Made(Line),
    /// The line that may be added.
    New(Box<LedgerWrite>, Line),
}

/// Weighs a grant, to be added by [`add`] once what gave it is written beside it.
pub(crate) async fn weigh_grant(
    app: &App,
    may: &Capability<GrantFunds>,
    envelope: &Slug,
    asked: Asked,
) -> Result<Weighed, EnvelopeError> {
    weigh(app, may, envelope, (Move::Grant, asked)).await
}

async fn weigh<A: Spends>(
    app: &App,
    may: &Capability<A>,
    envelope: &Slug,
    (what, asked): (Move, Asked),
) -> Result<Weighed, EnvelopeError> {
    let mut write = begin(app, may, envelope).await?;
    let names = Names::read(app, &mut write, &asked.account.beneficiary).await?;
    let mut account = asked.account;
    names.name(&mut account);
    if let Some(line) = write.of_form(&asked.form).await? {
        let mut known = line.account.clone();
        names.name(&mut known);
        let made = once(line, |line| {
            line.what == What::Moved(what) && known == account && line.amount() == asked.amount
        });
        return made.map(Weighed::Made);
    }
    if what == Move::Grant {
        apart(&mut write, may.actor(), &account.request).await?;
    }
    let standing = names.standing(&mut write, &account).await?;
    let next = write.next().await?;
    let hand = hand(app, may.actor(), asked.reason);
    let order = Order {
        what,
        account,
        amount: asked.amount,
        cost: asked.cost,
        decision: asked.decision,
    };
    let line = names
        .envelope(&write)
        .decide(next, &standing, order, hand)?;
    Ok(Weighed::New(Box::new(write), line))
}

/// The names of today, read while the envelope is held: a merge that another node just made counts.
struct Names {
    directory: Arc<Directory>,
    beneficiary: Organisation,
}

impl Names {
    /// Whom an address leads to now; nobody has anything under one that leads nowhere.
    async fn read(
        app: &App,
        write: &mut LedgerWrite,
        beneficiary: &Slug,
    ) -> Result<Self, EnvelopeError> {
        let led = write.led(beneficiary).await?;
        let beneficiary = led.ok_or_else(|| EnvelopeError::NoOrganisation(beneficiary.clone()))?;
        let directory = app.directory();
        Ok(Self {
            directory,
            beneficiary,
        })
    }

    /// Names an account of theirs as it is named today.
    fn name(&self, account: &mut Account) {
        let one = &self.beneficiary;
        account.today(
            |slug| one.former.contains(slug).then(|| one.slug.clone()),
            |key| self.directory.reference.of_today(key),
        );
    }

    /// The envelope, as it is while nobody else can change it.
    fn envelope(&self, write: &LedgerWrite) -> Envelope {
        of_today(&self.directory, write.envelope().clone())
    }

    /// What stands for an account. What was had under addresses and codes that lead to it counts: nobody has a ceiling twice
    /// by being merged.
    async fn standing(
        &self,
        write: &mut LedgerWrite,
        about: &Account,
    ) -> Result<Standing, EnvelopeError> {
        let mut accounts = write.accounts().await?;
        for (one, _) in &mut accounts {
            self.name(one);
        }
        let all = accounts.iter().map(|(one, sums)| (one, *sums));
        Ok(Standing::of(all, about).map_err(Limit::from)?)
    }
}

/// The line that a form made already, where it is what is asked now; another one is never taken for it.
fn once(line: Line, is_asked: impl FnOnce(&Line) -> bool) -> Result<Line, EnvelopeError> {
    if is_asked(&line) {
        Ok(line)
    } else {
        Err(EnvelopeError::FormUsed(line.number))
    }
}

/// Refuses whoever promised to a request, or wrote a ceiling: they do not grant on it.
async fn apart(
    write: &mut LedgerWrite,
    actor: &Actor,
    request: &Reference,
) -> Result<(), EnvelopeError> {
    let by = author(actor);
    let lines = write.of_request(request).await?;
    let asked = super::seen::asked_by(lines.iter());
    let wrote = write.envelope().hands.contains(&by);
    let own = wrote || asked.into_iter().any(|author| *author == by);
    if own && matches!(by, Author::Person(_)) {
        let action = GrantFunds::NAME;
        return Err(Refusal::OwnWork { action }.into());
    }
    Ok(())
}

async fn begin<A: Spends>(
    app: &App,
    may: &Capability<A>,
    envelope: &Slug,
) -> Result<LedgerWrite, Error> {
    own(may, envelope)?;
    let begun = app.store().begin_ledger(may, envelope).await?;
    begun.ok_or_else(|| missing(envelope))
}

/// Who, when and why: the instant is that of whoever holds the envelope.
fn hand(app: &App, actor: &Actor, reason: Prose) -> Hand {
    Hand {
        at: app.now(),
        day: today(app),
        by: author(actor),
        reason,
    }
}

/// Writes a line, and tells the journal of the body.
pub(crate) async fn add(
    app: &App,
    actor: &Actor,
    write: LedgerWrite,
    (line, form): (Line, &str),
) -> Result<Line, EnvelopeError> {
    let envelope = write.envelope();
    let slug = &envelope.slug;
    let entry = Entry {
        at: line.hand.at,
        author: author(actor),
        behalf: None,
        subject: None,
        object: Node::Body(envelope.body.clone()).to_string(),
        deed: Deed::Created,
        reason: format!("enveloppe {slug}, ligne {}", line.number),
        request: format!("enveloppes-{}", app.now().timestamp_millis()),
        before: None,
        after: serde_json::to_string(&line).ok(),
    };
    write.add(&line, form, &entry).await?;
    Ok(line)
}
