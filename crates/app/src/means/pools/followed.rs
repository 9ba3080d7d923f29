//! What became of the request of a pool: the lines of the ledgers of its body that bear its reference; and the other way, the
//! pools whose reference lines bear.
//!
//! Each is read by its own right: lines by those who may read their envelope, pools by those who lead the body or have a part.

use std::collections::BTreeSet;

use portulan_model::Slug;
use portulan_model::means::envelopes::{Envelope, Line, Reference, Sums};
use portulan_model::means::pools::PoolRecord;
use portulan_policy::actions::{ReadEnvelope, ReadPool};
use portulan_policy::{Actor, allow};

use super::{Held, today};
use crate::census::today as day_of;
use crate::means::envelopes;
use crate::{App, Error, rights};

/// What an envelope did for the request of a pool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    /// The envelope.
    pub envelope: Envelope,
    /// Its lines that bear the reference of the request, as they were written.
    pub lines: Vec<Line>,
    /// What stands of them.
    pub sums: Sums,
}

/// What the envelopes that somebody may read did for the request of a pool, those too that did nothing; nothing before there
/// is a request.
pub async fn followed(app: &App, actor: &Actor, held: &Held) -> Result<Vec<Followed>, Error> {
    let Some(request) = &held.record.request else {
        return Ok(Vec::new());
    };
    let directory = app.directory();
    let mut all = Vec::new();
    for envelope in envelopes::of_body(app, &held.record.body).await? {
        let target = envelopes::target(&directory, &envelope);
        let Ok(may) = allow::<ReadEnvelope>(actor, target) else {
            continue;
        };
        let ledger = envelopes::ledger(app, &may, &envelope.slug).await?;
        let lines = ledger.lines().iter();
        let lines = lines.filter(|line| line.account.request == *request);
        let lines: Vec<Line> = lines.cloned().collect();
        let mut effects = lines.iter().map(|line| line.effect);
        let sums = effects.try_fold(Sums::default(), Sums::plus);
        all.push(Followed {
            envelope,
            lines,
            sums: sums.map_err(|error| Error::internal("sums of a request", error))?,
        });
    }
    Ok(all)
}

/// The pools of a body whose request is in, as far as somebody may read them; of some requests alone, where they are given.
pub async fn submitted(
    app: &App,
    actor: &Actor,
    (body, requests): (&Slug, Option<&BTreeSet<Reference>>),
) -> Result<Vec<PoolRecord>, Error> {
    let asked = |one: &PoolRecord| {
        let request = one.request.as_ref();
        request.is_some_and(|request| requests.is_none_or(|all| all.contains(request)))
    };
    let mut all = app.store().kept_of::<PoolRecord>(body).await?;
    all.retain(|one| asked(one) && reads(app, actor, one));
    Ok(all)
}

/// Whether somebody reads a pool, by its body or by an organisation that has a part in it.
fn reads(app: &App, actor: &Actor, record: &PoolRecord) -> bool {
    let directory = app.directory();
    let body = directory.levels.body(&record.body);
    let leads = body.is_some_and(|body| {
        allow::<ReadPool>(actor, rights::led_body(&directory, body, day_of(app))).is_ok()
    });
    let speaks = |slug: &Slug| {
        let known = directory.organisations.get(&today(&directory, slug));
        known.is_some_and(|one| {
            allow::<ReadPool>(actor, rights::organisation(&directory, one)).is_ok()
        })
    };
    leads || record.organisations.iter().any(speaks)
}
