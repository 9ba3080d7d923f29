//! Where the lines of a plan come from, one function for each source.

use std::collections::{BTreeMap, BTreeSet};

use portulan_model::means::envelopes::{Account, Envelope, Sums};
use portulan_plan::{Input, Key, Line, Pair, Range};

use crate::means::envelopes::ledger_of_today;
use crate::{App, Error};

/// What stands in the ledgers of envelopes: a line for each account of each request.
pub(super) async fn envelopes(
    app: &App,
    envelopes: &[Envelope],
    input: &mut Input,
    names: &mut BTreeMap<Key, String>,
) -> Result<(), Error> {
    let beyond = |error| Error::internal("sums of an envelope", error);
    let directory = app.directory();
    for envelope in envelopes {
        let known = portulan_plan::Envelope {
            amount: envelope.amount,
            years: envelope.period.calendar_years(),
        };
        input.envelopes.insert(envelope.slug.clone(), known);
        let ledger = app.store().ledger(&envelope.slug).await?;
        let ledger = ledger_of_today(&directory, ledger);
        let accounts = ledger.by(|line| line.account.clone()).map_err(beyond)?;
        for (number, (account, stands)) in accounts.into_iter().enumerate() {
            // Whoever had something and gave all of it back asks for nothing any more.
            if stands == Sums::default() {
                continue;
            }
            let tells = request(envelope, &account);
            names.insert(tells.clone(), account.request.to_string());
            let key = Key::new(format!("{tells}/{number}"));
            let line = line((envelope, tells), account, stands);
            input.lines.insert(key, line.map_err(beyond)?);
        }
    }
    Ok(())
}

/// What names a request of an envelope: the same request in another one is another part of its cost.
fn request(envelope: &Envelope, account: &Account) -> Key {
    Key::new(format!("{}/{}", envelope.slug, account.request))
}

fn line(
    (envelope, tells): (&Envelope, Key),
    account: Account,
    stands: Sums,
) -> Result<Line, portulan_model::money::TooMuch> {
    Ok(Line {
        tells,
        organisation: account.beneficiary,
        envelope: Some(envelope.slug.clone()),
        years: [account.year].into(),
        // A ledger does not say for which need.
        needs: BTreeSet::new(),
        territories: [(account.territory, 1)].into(),
        asked: Range::exact(stands.used()?),
        stands,
        pool: None,
        open: false,
    })
}

/// Which of what is told is one cost.
pub(super) const fn pairs(_input: &Input) -> BTreeSet<Pair> {
    BTreeSet::new()
}
