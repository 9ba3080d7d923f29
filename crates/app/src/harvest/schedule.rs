//! Sources that are asked by themselves: each at its own minute of the night, which its name decides.
//!
//! A run is due when that minute has passed since the last one began, whoever asked for it. Any number of nodes may
//! look: the one that begins the run first has it, and the others are refused.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use portulan_model::Slug;
use portulan_model::harvest::{KnownSource, Run, RunFailure, RunState, SourceKind};
use portulan_policy::actions::{ReadHarvest, RunHarvest};
use portulan_policy::{Actor, Capability, Node, allow};
use portulan_store::Turn;
use sha2::{Digest, Sha256};

use super::launch;
use super::origin::Origin;
use crate::{App, Error};

/// How often a node looks for sources that are due.
const LOOK_EVERY: Duration = Duration::from_mins(3);
/// Seconds after midnight (UTC) over which the sources are spread: the servers of producers are idle then.
const NIGHT: u64 = 5 * 3_600;
const DAY: i64 = 86_400;
/// The program, when nobody asks.
const JOB: Actor = Actor::Job("harvest");

/// Starts the sources that are due, one after the other, for ever; runs that died are ended first.
pub async fn keep_schedules(app: Arc<App>) {
    let mut ticks = tokio::time::interval(LOOK_EVERY);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        if let Err(error) = super::sweep(&app).await {
            tracing::warn!(%error, "silent runs could not be ended");
        }
        crate::retention::keep(&app).await;
        if let Err(error) = crate::census::remind_due(&app).await {
            tracing::warn!(%error, "town halls could not be reminded");
        }
        if let Err(error) = crate::campaigns::keep(&app).await {
            tracing::warn!(%error, "those who did not answer a campaign could not be reminded");
        }
        if let Err(error) = crate::posts::tell_ending(&app).await {
            tracing::warn!(%error, "those who manage posts that end could not be told");
        }
        if let Err(error) = crate::means::calls::remind_due(&app).await {
            tracing::warn!(%error, "those concerned by a call that closes could not be reminded");
        }
        if let Err(error) = crate::means::calls::tell_due(&app).await {
            tracing::warn!(%error, "those who apply to a call could not be told what is new");
        }
        if let Err(error) = run_due(&app).await {
            tracing::warn!(%error, "sources that are due could not be looked for");
        }
    }
}

/// Runs the sources that are due, one after the other, each to its end; says how many were begun here. A source that
/// fails does not keep the others from their turn.
pub async fn run_due(app: &Arc<App>) -> Result<usize, Error> {
    let read = allow::<ReadHarvest>(&JOB, &Node::Installation)?;
    let mut begun = 0;
    for known in crate::sources::list(app, &read).await? {
        let slug = known.source.slug.clone();
        match run_if_due(app, &read, &slug).await {
            Ok(true) => begun += 1,
            Ok(false) => {}
            Err(Error::Conflict(_)) => tracing::debug!(%slug, "another node has the run"),
            Err(error) => tracing::warn!(%slug, %error, "a source that is due could not be run"),
        }
    }
    Ok(begun)
}

async fn run_if_due(
    app: &Arc<App>,
    read: &Capability<ReadHarvest>,
    slug: &Slug,
) -> Result<bool, Error> {
    // Its turn may come hours after the list was read: what people said since then counts.
    let Some(known) = app.store().source(read, slug).await? else {
        return Ok(false);
    };
    let last = match known.last_run {
        Some(id) => app.store().run(read, id).await?,
        None => None,
    };
    if !is_due(&known, last.as_ref(), app.now()) {
        return Ok(false);
    }
    let run = allow::<RunHarvest>(&JOB, &Node::Installation)?;
    let origin = Origin::address(app, &known)?;
    let turn = Turn::Due {
        last: known.last_run,
    };
    let (_id, works) = launch(app, run, known, origin, turn).await?;
    works
        .await
        .map_err(|error| Error::internal("harvest", error))?;
    Ok(true)
}

fn is_due(known: &KnownSource, last: Option<&Run>, now: DateTime<Utc>) -> bool {
    let source = &known.source;
    if !matches!(source.kind, SourceKind::Address(_)) {
        return false;
    }
    let Some(days) = source.schedule.days() else {
        return false;
    };
    let Some(last) = last else {
        return true;
    };
    let days = match &last.state {
        // A person looks at it: another file on top would only wait beside it.
        RunState::Running(_) | RunState::Quarantined => return false,
        // A server that was down for an hour does not cost a week.
        RunState::Failed(RunFailure::Fetch(_) | RunFailure::Interrupted) => 1,
        _ => days,
    };
    last.started < latest_turn(&source.slug, days, now)
}

/// The last instant, up to now, at which it was the turn of a source that is asked every so many days.
fn latest_turn(slug: &Slug, days: i64, now: DateTime<Utc>) -> DateTime<Utc> {
    let digest = Sha256::digest(slug.as_str().as_bytes());
    let drawn = digest.iter().take(8);
    let drawn = drawn.fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
    let second = i64::try_from(drawn % NIGHT).unwrap_or_default();
    let day = i64::try_from(drawn / NIGHT % days.unsigned_abs().max(1)).unwrap_or_default();
    let (offset, period) = (day * DAY + second, days.max(1) * DAY);
    let turns = (now.timestamp() - offset).div_euclid(period);
    DateTime::from_timestamp(turns * period + offset, 0).unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use chrono::{TimeDelta, Timelike};
    use portulan_model::Told;
    use portulan_model::harvest::{Mapping, Progress, RunCounts, Schedule, Source, Verdict};
    use portulan_model::journal::Author;

    use super::*;

    fn known(name: &str, schedule: Schedule) -> KnownSource {
        KnownSource {
            source: Source {
                slug: name.parse().unwrap(),
                name: name.to_owned(),
                kind: SourceKind::Address("https://lieux.example/liste.csv".to_owned()),
                mapping: Mapping::None,
                schedule,
                owner: "departement-35".parse().unwrap(),
                licence: String::new(),
                trust: 50.try_into().unwrap(),
                limit: 20.try_into().unwrap(),
            },
            etag: None,
            last_file: None,
            last_run: None,
        }
    }

    fn run(started: DateTime<Utc>, state: RunState) -> Run {
        Run {
            id: portulan_model::RunId::from_parts(1, [0; 10]),
            source: "essai".parse().unwrap(),
            by: Author::Job("harvest".to_owned()),
            started,
            finished: None,
            state,
            counts: RunCounts::default(),
            file: String::new(),
            hash: None,
            etag: None,
            before: 0,
            rules: Vec::new(),
            report_pages: 0,
            diff_pages: 0,
        }
    }

    fn noon() -> DateTime<Utc> {
        "2026-11-25T12:00:00Z".parse().unwrap()
    }

    /// Whether a source is due at each hour after a run of its, until the first time it is.
    fn hours_until_due(schedule: Schedule, state: &RunState) -> Option<i64> {
        let known = known("essai", schedule);
        let last = run(noon(), state.clone());
        (0..24 * 15).find(|hours| is_due(&known, Some(&last), noon() + TimeDelta::hours(*hours)))
    }

    #[test]
    fn a_turn_comes_once_in_its_days_and_at_night() {
        for name in ["essai", "france-services", "aidants-connect", "a", "b"] {
            let slug: Slug = name.parse().unwrap();
            for days in [1, 7] {
                let turn = latest_turn(&slug, days, noon());
                assert!(turn <= noon() && turn > noon() - TimeDelta::days(days));
                assert!(turn.hour() < 5, "{name}: {turn}");
                assert_eq!(latest_turn(&slug, days, turn), turn);
                let before = latest_turn(&slug, days, turn - TimeDelta::seconds(1));
                assert_eq!(turn - before, TimeDelta::days(days));
            }
        }
    }

    #[test]
    fn sources_do_not_have_their_turn_together() {
        let names = (0..50).map(|number| format!("source-{number}").parse().unwrap());
        let turns: std::collections::HashSet<_> =
            names.map(|slug| latest_turn(&slug, 7, noon())).collect();
        assert!(turns.len() > 45, "{}", turns.len());
    }

    #[test]
    fn a_source_is_due_the_next_night_or_the_next_week() {
        let daily = hours_until_due(Schedule::Daily, &RunState::Done).unwrap();
        assert!((12..=17).contains(&daily), "{daily}");
        let weekly = hours_until_due(Schedule::Weekly, &RunState::NothingNew).unwrap();
        assert!(weekly <= 7 * 24, "{weekly}");
        assert_eq!(hours_until_due(Schedule::None, &RunState::Done), None);
    }

    #[test]
    fn a_fetch_that_failed_is_tried_again_the_next_night_even_for_a_weekly_source() {
        let failed = RunState::Failed(RunFailure::Fetch(Told::new("fetch-unreachable")));
        let hours = hours_until_due(Schedule::Weekly, &failed).unwrap();
        assert!((12..=17).contains(&hours), "{hours}");
    }

    #[test]
    fn a_source_that_is_at_work_or_waits_for_a_person_is_not_due() {
        let running = RunState::Running(Progress::START);
        assert_eq!(hours_until_due(Schedule::Daily, &running), None);
        assert_eq!(
            hours_until_due(Schedule::Daily, &RunState::Quarantined),
            None
        );
        let decided = RunState::Abandoned(Verdict {
            by: Author::Operator,
            at: noon(),
            reason: String::new(),
        });
        assert!(hours_until_due(Schedule::Daily, &decided).is_some());
    }

    #[test]
    fn a_source_that_never_ran_is_due_at_once_unless_it_is_given_by_hand() {
        let mut source = known("essai", Schedule::Weekly);
        assert!(is_due(&source, None, noon()));
        source.source.kind = SourceKind::Upload;
        assert!(!is_due(&source, None, noon()));
    }
}
