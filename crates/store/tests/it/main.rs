//! Storage, one suite run on each engine.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a broken set-up must stop the test"
)]

mod agreements;
mod applications;
mod census;
mod copies;
mod encrypted;
mod envelopes;
mod erasing;
mod forgetting;
mod governance;
mod mail;
mod operator;
mod places;
mod proposals;
mod schema;
mod sealing;
mod tampering;
mod upgrades;

use portulan_policy::{Actor, Alone, Capability, Node, allow};
use portulan_store::Replay;
use portulan_testkit::builders::saturday_morning;

/// Writes each test twice: once per engine.
macro_rules! on_both_engines {
    ($($name:ident)+) => {
        mod sqlite {
            $(#[tokio::test] async fn $name() { super::$name(portulan_store::Engine::Sqlite).await; })+
        }
        mod postgres {
            $(#[tokio::test] async fn $name() { super::$name(portulan_store::Engine::Postgres).await; })+
        }
    };
}
pub(crate) use on_both_engines;

/// The operator's capability.
fn may<A: Alone>() -> Capability<A> {
    allow(&Actor::Operator, &Node::Installation).unwrap()
}

/// A copy is read, and nobody was erased since.
fn nothing_to_replay() -> Replay<'static> {
    Replay {
        erasures: &[],
        now: saturday_morning(),
    }
}
