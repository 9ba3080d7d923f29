//! The envelopes of the demonstration: what the State gave Ille-et-Vilaine, which is public, and two that are made up.
//!
//! Lines, the agreement and the equipment are of made-up ones alone: nothing is promised, granted, signed or bought by
//! anybody real. What is there already stays.

use portulan_model::means::agreements::Agreement;
use portulan_model::means::envelopes::{Account, Envelope, Hand, Move, Order, Standing};
use portulan_model::means::equipment::Lot;
use portulan_model::proposals::Prose;
use portulan_model::{Cents, Slug};
use portulan_policy::actions::{ManageEnvelopes, ManageEquipment, PromiseFunds};
use portulan_policy::{Actor, Capability, Node, allow};
use serde::Deserialize;

use super::governance::entry;
use crate::census::today;
use crate::import::author;
use crate::{App, Error};

static FILE: &str = include_str!("../../data/enveloppes-demonstration.json");

/// The records of the file.
#[derive(Debug, Deserialize)]
struct Document {
    envelopes: Vec<Envelope>,
    ledger: Vec<Step>,
    agreements: Vec<Agreement>,
    lots: Vec<Lot>,
}

/// A line to be.
#[derive(Debug, Deserialize)]
struct Step {
    envelope: Slug,
    what: Move,
    account: Account,
    amount: Cents,
    #[serde(default)]
    cost: Option<Cents>,
    reason: Prose,
}

/// Takes the envelopes in, and the lines of those that are new.
pub(super) async fn load(app: &App, actor: &Actor) -> Result<(), Error> {
    let document: Document = serde_json::from_str(FILE)
        .map_err(|error| Error::internal("enveloppes-demonstration.json", error))?;
    let manage: Capability<ManageEnvelopes> = allow(actor, &Node::Installation)?;
    let mut write = app.store().begin_governance(&manage).await?;
    let mut added = 0;
    for one in &document.envelopes {
        let object = Node::Body(one.body.clone()).to_string();
        let line = entry(app, actor, object);
        added += usize::from(write.add_kept(one, &line).await?);
    }
    if added > 0 {
        write.commit().await?;
        app.refresh().await?;
    } else {
        drop(write);
    }
    for (number, step) in document.ledger.into_iter().enumerate() {
        line(app, actor, (number, step)).await?;
    }
    followed(app, actor, (document.agreements, &document.lots)).await
}

/// Takes in the agreements, the first instalment of each with the payment that is there, and what was bought with them.
async fn followed(
    app: &App,
    actor: &Actor,
    (agreements, lots): (Vec<Agreement>, &[Lot]),
) -> Result<(), Error> {
    let may: Capability<ManageEquipment> = allow(actor, &Node::Installation)?;
    let mut paid = Vec::new();
    for one in agreements {
        let ledger = app.store().ledger(&one.envelope).await?;
        let payment = one.loose_payments(&ledger).first().map(|line| line.number);
        let linked = payment.and_then(|number| one.clone().paid(0, number, &ledger).ok());
        paid.push(linked.unwrap_or(one));
    }
    let mut write = app.store().begin_governance(&may).await?;
    let mut added = 0;
    for one in &paid {
        let object = Node::Organisation(one.beneficiary.clone()).to_string();
        let line = entry(app, actor, object);
        added += usize::from(write.add_kept(one, &line).await?);
    }
    for one in lots {
        let object = Node::Organisation(one.owner.clone()).to_string();
        let line = entry(app, actor, object);
        added += usize::from(write.add_kept(one, &line).await?);
    }
    if added > 0 {
        write.commit().await?;
        app.refresh().await?;
    }
    Ok(())
}

/// Writes a line, unless it is there.
async fn line(app: &App, actor: &Actor, (number, step): (usize, Step)) -> Result<(), Error> {
    let may: Capability<PromiseFunds> = allow(actor, &Node::Installation)?;
    let form = format!("demonstration-{number}");
    let Some(mut write) = app.store().begin_ledger(&may, &step.envelope).await? else {
        return Ok(());
    };
    if write.of_form(&form).await?.is_some() {
        return Ok(());
    }
    let accounts = write.accounts().await?;
    let all = accounts.iter().map(|(account, sums)| (account, *sums));
    let standing = Standing::of(all, &step.account)
        .map_err(|error| Error::internal("sums of the demonstration", error))?;
    let next = write.next().await?;
    let hand = Hand {
        at: app.now(),
        day: today(app),
        by: author(actor),
        reason: step.reason,
    };
    let order = Order {
        what: step.what,
        account: step.account,
        amount: step.amount,
        cost: step.cost,
        decision: None,
    };
    let envelope = write.envelope();
    // Somebody wrote other lines since: those of the file no longer fit, and theirs stand.
    let Ok(line) = envelope.decide(next, &standing, order, hand) else {
        return Ok(());
    };
    let object = Node::Body(envelope.body.clone()).to_string();
    let told = entry(app, actor, object);
    write.add(&line, &form, &told).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};
    use portulan_model::journal::Author;
    use portulan_model::means::envelopes::{Funder, Ledger};

    use super::*;

    fn read() -> Document {
        serde_json::from_str(FILE).unwrap()
    }

    fn invented(slug: &Slug) -> bool {
        slug.as_str().starts_with("exemple-")
    }

    #[test]
    fn nothing_is_promised_to_anybody_real_nor_by_a_real_funder() {
        let document = read();
        for one in &document.envelopes {
            assert!(invented(&one.body), "{}", one.label);
            assert_eq!(one.check(), Ok(()), "{}", one.label);
            assert!(one.source.is_some(), "{}", one.label);
            match &one.funder {
                Funder::Organisation(slug) => assert!(invented(slug), "{slug}"),
                Funder::Outside(name) => assert_eq!(name, "État"),
            }
            assert_eq!(one.label.contains("inventé"), invented(&one.slug));
        }
        for step in &document.ledger {
            assert!(invented(&step.envelope) && invented(&step.account.beneficiary));
            assert!(step.reason.as_str().contains("nventé"));
        }
    }

    #[test]
    fn the_grant_of_ille_et_vilaine_is_what_was_published() {
        let amounts: Vec<Cents> = read().envelopes.iter().map(|one| one.amount).collect();
        assert_eq!(amounts[..2], [Cents::euros(55_400), Cents::euros(20_000)]);
    }

    #[test]
    fn every_line_of_the_file_is_taken() {
        let document = read();
        let at: DateTime<Utc> = "2023-09-28T08:00:00Z".parse().unwrap();
        let mut ledger = Ledger::default();
        for step in document.ledger {
            let mut all = document.envelopes.iter();
            let envelope = all.find(|one| one.slug == step.envelope).unwrap();
            let order = Order {
                what: step.what,
                account: step.account,
                amount: step.amount,
                cost: step.cost,
                decision: None,
            };
            let hand = Hand {
                at,
                day: at.date_naive(),
                by: Author::Operator,
                reason: step.reason,
            };
            ledger.take(envelope, order, hand).unwrap();
        }
        assert_eq!(ledger.lines().len(), 6);
    }

    #[test]
    fn what_follows_from_the_grant_is_invented_and_adds_up() {
        let document = read();
        let [agreement] = &document.agreements[..] else {
            panic!("one agreement");
        };
        assert!(invented(&agreement.envelope) && invented(&agreement.beneficiary));
        assert_eq!(agreement.terms.total(), Ok(Cents::euros(8_800)));
        let own = document.lots.iter();
        let own = own.filter(|lot| lot.paid_by.is_some());
        // Twenty-two computers, of which the agreement pays 40 %.
        assert_eq!(own.clone().map(|lot| lot.count).sum::<u32>(), 22);
        let paid = portulan_model::means::equipment::paid(own);
        assert_eq!(paid, Ok((Cents::euros(22_000), Cents::euros(8_800))));
        for lot in &document.lots {
            assert_eq!(lot.check(), Ok(()));
            assert!(invented(&lot.owner));
            assert!(lot.detail.as_deref().unwrap().contains("lieu inventé"));
        }
    }
}
