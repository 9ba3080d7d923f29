//! Requests and grants: what a request has of an envelope, for whoever reads the lines of that envelope. What is only
//! promised is asked for; what is granted, even in part, is a grant.

use std::collections::BTreeMap;

use portulan_model::means::envelopes::{
    Envelope, EnvelopeKind, Funder, Ledger, Line, Reference, Sums,
};
use portulan_model::money::TooMuch;
use portulan_model::{Area, Slug};
use portulan_overlap::{Amount, Item, Kind, Nature};
use portulan_policy::actions::ReadEnvelope;
use portulan_policy::allow;

use super::super::gather::Looking;
use super::super::{Found, Origin};
use crate::means::envelopes;
use crate::{Error, areas};

/// All requests and grants of the envelopes that whoever looks may read.
pub(crate) async fn all(looking: &Looking<'_>) -> Result<Vec<Found>, Error> {
    let mut found = Vec::new();
    for envelope in envelopes::all(looking.app, looking.actor).await? {
        let target = envelopes::target(&looking.directory, &envelope);
        let may = allow::<ReadEnvelope>(looking.actor, target)?;
        let ledger = envelopes::ledger(looking.app, &may, &envelope.slug).await?;
        let theirs = of_envelope(looking, &envelope, &ledger);
        found.extend(theirs.map_err(|error| Error::internal("sums of an envelope", error))?);
    }
    Ok(found)
}

/// The lines of each request for each beneficiary.
fn of_envelope(
    looking: &Looking<'_>,
    envelope: &Envelope,
    ledger: &Ledger,
) -> Result<Vec<Found>, TooMuch> {
    let mut accounts: BTreeMap<(&Reference, &Slug), Vec<&Line>> = BTreeMap::new();
    for line in ledger.lines() {
        let account = &line.account;
        let key = (&account.request, &account.beneficiary);
        accounts.entry(key).or_default().push(line);
    }
    let mut found = Vec::new();
    for ((request, beneficiary), lines) in accounts {
        let effects = lines.iter().map(|line| line.effect);
        let sums = effects.clone().try_fold(Sums::default(), Sums::plus)?;
        if sums.used()?.get() <= 0 {
            continue;
        }
        let kind = if sums.granted.get() > 0 {
            Kind::Grant
        } else {
            Kind::Request
        };
        let item = Item {
            id: format!("demande-{}-{request}-{beneficiary}", envelope.slug),
            bearer: beneficiary.to_string(),
            funder: Some(funder(&envelope.funder)),
            envelope: Some(envelope.slug.to_string()),
            title: request.to_string(),
            summary: lines
                .first()
                .map(|line| line.hand.reason.to_string())
                .unwrap_or_default(),
            area: area(looking, &lines),
            amounts: amounts(envelope.kind, &lines)?,
            ..Item::empty(kind)
        };
        found.push(Found {
            item,
            origin: Origin::Account {
                envelope: envelope.slug.clone(),
                request: request.clone(),
            },
        });
    }
    Ok(found)
}

fn area(looking: &Looking<'_>, lines: &[&Line]) -> Area {
    let reference = &looking.directory.reference;
    let mut keys: Vec<_> = lines.iter().map(|line| &line.account.territory).collect();
    keys.sort();
    keys.dedup();
    keys.into_iter().fold(Area::default(), |all, key| {
        all.union(&areas::of_key(reference, key))
    })
}

/// What is promised and granted, year by year.
fn amounts(kind: EnvelopeKind, lines: &[&Line]) -> Result<Vec<Amount>, TooMuch> {
    let mut years: BTreeMap<i32, Sums> = BTreeMap::new();
    for line in lines {
        let sums = years.entry(line.account.year).or_default();
        *sums = sums.plus(line.effect)?;
    }
    let mut all = Vec::new();
    for (year, sums) in years {
        let cents = sums.used()?;
        if cents.get() > 0 {
            all.push(Amount {
                year,
                nature: nature(kind),
                cents,
            });
        }
    }
    Ok(all)
}

const fn nature(kind: EnvelopeKind) -> Nature {
    match kind {
        EnvelopeKind::Engineering => Nature::Engineering,
        EnvelopeKind::Training => Nature::Training,
        EnvelopeKind::Posts => Nature::Wages,
        EnvelopeKind::Investment => Nature::Equipment,
        EnvelopeKind::Operation => Nature::Other,
    }
}

/// Whoever is not known here has the name that is said, as an address would have it.
pub(super) fn funder(funder: &Funder) -> String {
    match funder {
        Funder::Organisation(slug) => slug.to_string(),
        Funder::Outside(name) => portulan_text::slug(name).unwrap_or_else(|| name.clone()),
    }
}
