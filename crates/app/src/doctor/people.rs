//! What is right with accounts, roles, sessions, mails and erasures, and what is not.

use chrono::{DateTime, TimeDelta, Utc};
use portulan_model::journal::Erasure;
use portulan_policy::actions::{Backup, Diagnose};
use portulan_policy::{Capability, Node};
use portulan_store::{Late, Survey};

use super::{Finding, Health, finding, good};
use crate::journal::list;
use crate::{App, Error, rights, sources};

/// How long a mail may be due: a node looks every ten seconds.
const MAIL_DUE: TimeDelta = TimeDelta::hours(1);
/// How long a session may be kept once it is over: a job forgets it within minutes.
const SESSION_OVER: TimeDelta = TimeDelta::days(1);
/// How long a line may wait for its seal: a node seals every two seconds.
const LINE_UNSEALED: TimeDelta = TimeDelta::hours(1);

/// Examines them.
pub(super) async fn findings(
    app: &App,
    capability: &Capability<Diagnose>,
) -> Result<Vec<Finding>, Error> {
    let now = app.now();
    let before = |time: TimeDelta| {
        now.checked_sub_signed(time)
            .unwrap_or(DateTime::<Utc>::MIN_UTC)
    };
    let late = Late {
        now,
        mails: before(MAIL_DUE),
        sessions: before(SESSION_OVER),
        lines: before(LINE_UNSEALED),
    };
    let found = app.store().survey(capability, &late).await?;
    let mut findings = told(&found);
    findings.push(second_factor(app, &found));
    let astray = grants_astray(app).await?;
    findings.push(finding(
        "grants",
        good(astray == 0, Health::Doubtful),
        &astray,
    ));
    Ok(findings)
}

/// Whether the persons of a list are erased here: a copy that was read back without it brings them back.
pub async fn replayed(
    app: &App,
    capability: &Capability<Backup>,
    list: &[Erasure],
) -> Result<Finding, Error> {
    let known = list::known(app, capability).await?;
    let missing = list
        .iter()
        .filter(|erasure| !known.contains(&erasure.person))
        .count();
    let health = good(missing == 0, Health::Wrong);
    Ok(finding("erasures", health, &missing))
}

fn told(found: &Survey) -> Vec<Finding> {
    let none = |check, count: i64, otherwise| finding(check, good(count == 0, otherwise), &count);
    let run = found.operators > 0 || found.accounts == 0;
    let strays = found
        .grants_of_nobody
        .saturating_add(found.sessions_of_nobody);
    vec![
        finding("accounts", Health::Good, &found.accounts),
        finding("operators", good(run, Health::Doubtful), &found.operators),
        none("strays", strays, Health::Wrong),
        none("returned", found.returned, Health::Wrong),
        none("lost-keys", found.lost_keys, Health::Doubtful),
        none("unsettled", found.unsettled, Health::Doubtful),
        none("unsealed", found.unsealed, Health::Doubtful),
        none("sessions", found.sessions_over, Health::Doubtful),
        none("mails", found.mails_late, Health::Doubtful),
    ]
}

/// Where no mail leaves, no code follows a password, whatever its account may do; unless roles wait for a key.
fn second_factor(app: &App, found: &Survey) -> Finding {
    let alone = if app.sends_mail() || app.asks_strong_sign_in() {
        0
    } else {
        found.passwords_with_role
    };
    let health = good(alone == 0, Health::Doubtful);
    finding("second-factor", health, &alone)
}

/// Roles given on what is not there any more: they open nothing, and would open whatever takes the name.
async fn grants_astray(app: &App) -> Result<usize, Error> {
    let (directory, mut astray) = (app.directory(), 0);
    for given in app.store().all_grants().await? {
        let known = match given.grant.node() {
            Node::Source(slug) => sources::target(app, slug).await?,
            node => rights::node(&directory, node),
        };
        astray += usize::from(known.is_none());
    }
    Ok(astray)
}
