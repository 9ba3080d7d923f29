//! `/espace/enveloppes` for those who manage, examine and fund, and `/espace/gouvernances/<slug>/enveloppes` for members.
//!
//! An envelope is read from storage by its address, and the right is asked on that very envelope. Members of its body see
//! sums of which nobody's part can be told; a line is seen by those who work on the envelope alone.

mod acts;
mod form;
mod lines;
mod list;
mod manage;
mod members;
mod one;
pub(super) mod told;

pub(super) use told::refusal;

use portulan_app::means::envelopes;
use portulan_model::means::envelopes::{Envelope, Ledger};
use portulan_policy::actions::{
    CorrectLedger, GrantFunds, ManageEnvelopes, PayFunds, PromiseFunds, ReadBody, ReadEnvelope,
};
use portulan_policy::{Alone, Capability, NodeKind, Target, allow_apart};

use crate::auth::{Desk, Refused, named};
use crate::pages::addresses;
use crate::routes::{Needs, Routes};

/// The tab of the desk.
const TAB: &str = "enveloppes";
/// What a form sends.
type Pairs = Vec<(String, String)>;

/// All of it.
pub(super) fn routes() -> Routes {
    of_body().merge(own()).merge(lines()).guarded()
}

/// Of a body: what its members see, and a new one.
fn of_body() -> Routes {
    let on: &[NodeKind] = &[NodeKind::Body];
    let manage = Needs::right::<ManageEnvelopes>(on);
    let list = "/espace/gouvernances/{slug}/enveloppes";
    let new = "/espace/gouvernances/{slug}/enveloppes/nouvelle";
    Routes::default()
        .get(list, Needs::right::<ReadBody>(on), members::show)
        .get(new, manage, manage::blank)
        .post(new, manage, manage::create)
}

/// An envelope.
fn own() -> Routes {
    let on: &[NodeKind] = &[NodeKind::Envelope];
    let read = Needs::right::<ReadEnvelope>(on);
    let manage = Needs::right::<ManageEnvelopes>(on);
    let one = "/espace/enveloppes/{slug}";
    let change = "/espace/enveloppes/{slug}/modifier";
    Routes::default()
        .get(
            addresses::ENVELOPES,
            Needs::somewhere::<ReadEnvelope>(),
            list::show,
        )
        .get(one, read, one::show)
        .get("/espace/enveloppes/{slug}/lignes.csv", read, lines::file)
        .get(change, manage, manage::show)
        .post(change, manage, manage::change)
}

/// The lines of an envelope, each by its own right.
fn lines() -> Routes {
    let on: &[NodeKind] = &[NodeKind::Envelope];
    let promise = Needs::right::<PromiseFunds>(on);
    let grant = Needs::right::<GrantFunds>(on);
    let pay = Needs::right::<PayFunds>(on);
    let correct = Needs::right::<CorrectLedger>(on);
    let part = |part: &str| format!("/espace/enveloppes/{{slug}}/{part}");
    Routes::default()
        .get(&part("promettre"), promise, acts::ask_promise)
        .post(&part("promettre"), promise, acts::promise)
        .get(&part("accorder"), grant, acts::ask_grant)
        .post(&part("accorder"), grant, acts::grant)
        .get(&part("verser"), pay, acts::ask_pay)
        .post(&part("verser"), pay, acts::pay)
        .get(&part("liberer"), correct, acts::ask_release)
        .post(&part("liberer"), correct, acts::release)
        .get(&part("annuler"), correct, lines::ask)
        .post(&part("annuler"), correct, lines::reverse)
}

/// The envelope of an address. Nothing of it is shown before the right is asked on it.
pub(super) async fn find(desk: &Desk, slug: &str) -> Result<Envelope, Refused> {
    Ok(envelopes::find(desk.app(), &named(slug)?).await?)
}

fn target(desk: &Desk, envelope: &Envelope) -> Target {
    envelopes::target(&desk.visit.directory, envelope)
}

/// A right over an envelope.
pub(super) fn may<A: Alone>(desk: &Desk, envelope: &Envelope) -> Result<Capability<A>, Refused> {
    desk.may_on(target(desk, envelope))
}

/// The right to grant to a request: not for whoever promised to it, nor for whoever wrote a ceiling.
pub(super) async fn may_grant(
    desk: &Desk,
    envelope: &Envelope,
    request: &str,
) -> Result<Capability<GrantFunds>, Refused> {
    let reads = may::<ReadEnvelope>(desk, envelope)?;
    let ledger = envelopes::ledger(desk.app(), &reads, &envelope.slug).await?;
    may_grant_over(desk, envelope, &ledger, request)
}

/// The same, over a ledger that was read.
fn may_grant_over(
    desk: &Desk,
    envelope: &Envelope,
    ledger: &Ledger,
    request: &str,
) -> Result<Capability<GrantFunds>, Refused> {
    let not = envelopes::may_not_grant(envelope, ledger, request);
    Ok(allow_apart(desk.actor(), target(desk, envelope), &not)?)
}
