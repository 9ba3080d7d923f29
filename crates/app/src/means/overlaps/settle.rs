//! A pair is set aside with a reason, and comes back when somebody takes that back, or by itself when something else counts.

use portulan_model::journal::{Deed, Entry};
use portulan_model::means::overlaps::{Counted, Dismissal, PairKey};
use portulan_model::proposals::Prose;
use portulan_overlap::counted;
use portulan_policy::actions::SettleOverlaps;
use portulan_policy::{Capability, Node};

use super::{Filter, of_body};
use crate::import::author;
use crate::roadmaps::body_of;
use crate::{App, Error};

/// Sets a pair aside, for what counts now. A pair that whoever asks may not see, or that overlaps no more, is not found.
pub async fn dismiss(
    app: &App,
    may: &Capability<SettleOverlaps>,
    (one, other): (&str, &str),
    reason: Prose,
) -> Result<Dismissal, Error> {
    let body = body_of(may)?.clone();
    let counted = counts(app, may, (one, other)).await?;
    let dismissal = Dismissal {
        body,
        counted,
        reason,
        by: author(may.actor()),
        at: app.now(),
    };
    let key = dismissal.pair();
    let told = serde_json::to_string(dismissal.reason.as_str()).ok();
    let mut write = app.store().begin_governance(may).await?;
    let line = entry(app, may, &key, (Deed::Created, told));
    write.put_kept(&dismissal, &line).await?;
    write.commit().await?;
    app.refresh().await?;
    Ok(dismissal)
}

/// Takes back that a pair was set aside; whether it was. Whoever may settle for the body may, whoever set it aside.
pub async fn reopen(
    app: &App,
    may: &Capability<SettleOverlaps>,
    (one, other): (&str, &str),
) -> Result<bool, Error> {
    let key = PairKey::of(body_of(may)?.clone(), one, other);
    let mut write = app.store().begin_governance(may).await?;
    let line = entry(app, may, &key, (Deed::Removed, None));
    let there = write.remove_kept::<Dismissal>(&key, &line).await?;
    if there {
        write.commit().await?;
        app.refresh().await?;
    }
    Ok(there)
}

async fn counts(
    app: &App,
    may: &Capability<SettleOverlaps>,
    (one, other): (&str, &str),
) -> Result<Counted, Error> {
    let all = of_body(app, may, Filter::default()).await?;
    let pair = all.pair(one, other);
    let found = pair.and_then(|pair| {
        let [(one, _), (other, _)] = all.both(pair)?;
        counted(one, other, &pair.compared)
    });
    found.ok_or_else(|| Error::NotFound(format!("overlap of {one} and {other}")))
}

/// What the journal of the body keeps: that a pair was set aside, and why. Not which two: whoever reads the journal may not
/// read both.
fn entry(
    app: &App,
    may: &Capability<SettleOverlaps>,
    key: &PairKey,
    (deed, after): (Deed, Option<String>),
) -> Entry {
    Entry {
        at: app.now(),
        author: author(may.actor()),
        behalf: None,
        subject: None,
        object: Node::Body(key.body.clone()).to_string(),
        deed,
        reason: "rapprochement".to_owned(),
        request: format!("rapprochements-{}", app.now().timestamp_millis()),
        before: None,
        after,
    }
}
