//! The call of the demonstration that is decided: three applications, marked, two accepted with money of an envelope, one
//! refused, and the results published. Everybody in it is invented. What is there already stays.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use portulan_model::means::envelopes::{Ceilings, EnvelopeKind, Funder, Rate};
use portulan_model::means::examination::{Grid, Outcome, Question};
use portulan_model::proposals::Prose;
use portulan_model::{ApplicationId, Cents, Period, Slug};
use portulan_policy::actions::{DecideApplications, Examine, GrantFunds, ManageEnvelopes, Score};
use portulan_policy::{Actor, Capability, Node, allow, allow_apart};
use serde::Deserialize;

use super::hosted::{self, Document};
use crate::means::envelopes::{self, Wish};
use crate::means::examination::{self, Gift};
use crate::{App, Error};

const NAME: &str = "resultats-demonstration.json";
static FILE: &str = include_str!("../../data/resultats-demonstration.json");
/// How long before it is taken in the call opened and closed.
const OPENED: TimeDelta = TimeDelta::days(120);
const CLOSED: TimeDelta = TimeDelta::days(40);

/// The records of the file.
#[derive(Debug, Deserialize)]
struct Decided {
    held: Document,
    envelope: Purse,
    criteria: Grid,
    decisions: Vec<Ruled>,
}

#[derive(Debug, Deserialize)]
struct Purse {
    label: String,
    funder: String,
    amount: Cents,
}

/// What is decided of the application of the same place.
#[derive(Debug, Deserialize)]
struct Ruled {
    outcome: Outcome,
    #[serde(default)]
    amount: Option<Cents>,
    points: BTreeMap<u32, u8>,
    why: Prose,
}

fn document() -> Result<Decided, Error> {
    serde_json::from_str(FILE).map_err(wrong)
}

fn wrong(error: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::internal(NAME, error)
}

/// Takes the call in, and decides, unless it is there.
pub(super) async fn load(app: &App, actor: &Actor) -> Result<(), Error> {
    let Decided {
        held,
        envelope,
        criteria,
        decisions,
    } = document()?;
    let (call, body) = (held.call.slug.clone(), held.call.followed_by.clone());
    let now = app.now();
    let ids = hosted::take(app, actor, held, (now - OPENED, now - CLOSED)).await?;
    if ids.is_empty() {
        return Ok(());
    }
    let on = Node::Body(body);
    let decide: Capability<DecideApplications> = allow(actor, &on)?;
    let set = examination::set_grid(app, &decide, &call, criteria).await;
    set.map_err(wrong)?;
    let manage: Capability<ManageEnvelopes> = allow(actor, &on)?;
    let wish = Wish {
        label: envelope.label,
        kind: EnvelopeKind::Investment,
        funder: Funder::Outside(envelope.funder),
        period: Period::ALWAYS,
        amount: envelope.amount,
        ceilings: Ceilings::default(),
        rate: Rate::default(),
        source: None,
    };
    let purse = envelopes::create(app, &manage, &wish).await;
    let purse = purse.map_err(wrong)?;
    for (id, ruled) in ids.into_iter().zip(decisions) {
        rule(app, actor, (&on, &call, &purse), (id, ruled)).await?;
    }
    let published = examination::publish(app, &decide, &call).await;
    published.map_err(wrong)
}

async fn rule(
    app: &App,
    actor: &Actor,
    (on, call, purse): (&Node, &Slug, &Slug),
    (id, ruled): (ApplicationId, Ruled),
) -> Result<(), Error> {
    let of = (call, id);
    let examine: Capability<Examine> = allow(actor, on)?;
    for what in Question::ALL {
        let said = (*what, true, ruled.why.clone());
        let found = examination::find(app, &examine, of, said).await;
        found.map_err(wrong)?;
    }
    let score: Capability<Score> = allow(actor, on)?;
    let scored = examination::score(app, &score, of, ruled.points).await;
    scored.map_err(wrong)?;
    let envelope = envelopes::find(app, purse).await?;
    let target = envelopes::target(&app.directory(), &envelope);
    // No job grants anything: the demonstration stands for whoever operates it.
    let may: Capability<GrantFunds> = allow_apart(&Actor::Operator, target, &[])?;
    let gift = ruled.amount.map(|amount| Gift {
        may: &may,
        envelope: purse.clone(),
        amount,
        cost: None,
        year: chrono::Datelike::year(&crate::census::today(app)),
    });
    let decide: Capability<DecideApplications> = allow(actor, on)?;
    let decided = examination::decide(app, &decide, of, (ruled.outcome, ruled.why), gift).await;
    decided.map_err(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_who_are_named_are_invented_and_the_envelope_holds_what_is_decided() {
        let decided = document().unwrap();
        let leads = decided.held.applications.iter().map(|one| &one.lead);
        for slug in leads.chain([&decided.held.call.slug]) {
            assert!(slug.as_str().starts_with("exemple-"), "{slug}");
        }
        assert!(decided.envelope.label.contains("exemple"));
        assert!(decided.envelope.funder.contains("exemple"));
        assert_eq!(
            decided.decisions.len(),
            decided.held.applications.len(),
            "one each"
        );
        let given = decided.decisions.iter().filter_map(|one| one.amount);
        assert!(Cents::total(given).unwrap() <= decided.envelope.amount);
        for one in &decided.decisions {
            assert_eq!(one.amount.is_some(), one.outcome.gives());
        }
    }
}
