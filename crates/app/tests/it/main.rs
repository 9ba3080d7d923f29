//! Use cases on both engines: imports that add up, copies that read back, orientation on the demonstration.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a broken set-up must stop the test"
)]

mod agreements;
mod asked;
mod attached;
mod audience;
mod baselines;
mod bodies;
mod calls;
mod campaigns;
mod census;
mod company;
mod copies;
mod day;
mod decisions;
mod demonstrated;
mod doctor;
mod editing;
mod envelopes;
mod exchange;
mod fetch;
mod fetched;
mod follow_up;
mod gone;
mod harvests;
mod histories;
mod hosted;
mod imports;
mod intentions;
mod journals;
mod mail;
mod means;
mod meetings;
mod merged;
mod merging;
mod oidc;
mod organisations;
mod orientation;
mod overlaps;
mod owners;
mod passkeys;
mod people;
mod pictures;
mod pools;
mod proposals;
mod retention;
mod reviews;
mod rights;
mod roadmaps;
mod roles;
mod schemes;
mod second_factor;
mod server;
mod strong_sign_in;
mod taken_away;
mod upgrades;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use portulan_app::files::Files;
use portulan_app::{App, Clock, Options, SeededChance};
use portulan_policy::{Actor, Alone, Capability, Node, allow};
use portulan_testkit::TestDatabase;

/// Writes each test twice: once per engine.
macro_rules! on_both_engines {
    ($($name:ident)+) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $name() { super::$name(portulan_testkit::Engine::Sqlite).await; })+
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $name() { super::$name(portulan_testkit::Engine::Postgres).await; })+
        }
    };
}
pub(crate) use on_both_engines;

/// The operator's capability.
fn may<A: Alone>() -> Capability<A> {
    allow(&Actor::Operator, &Node::Installation).unwrap()
}

/// A clock that stands still.
struct Stopped(DateTime<Utc>);

impl Clock for Stopped {
    fn now(&self) -> DateTime<Utc> {
        self.0
    }
}

/// Opens an installation on a Saturday morning.
async fn open(database: &TestDatabase) -> Arc<App> {
    open_with(database, Files::Database).await
}

/// Opens one whose contents of files are kept elsewhere.
async fn open_with(database: &TestDatabase, files: Files) -> Arc<App> {
    let clock = Arc::new(Stopped(portulan_testkit::builders::saturday_morning()));
    let options = Options {
        files,
        ..Options::default()
    };
    App::open_with(
        &database.url,
        clock,
        Arc::new(SeededChance::new(1)),
        options,
    )
    .await
    .unwrap()
}

/// A copy is read, and nobody was erased since.
fn nothing_to_replay() -> portulan_app::Replay<'static> {
    portulan_app::Replay {
        erasures: &[],
        now: portulan_testkit::builders::saturday_morning(),
    }
}
