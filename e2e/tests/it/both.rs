//! Each journey on both engines: one function, which is given the engine.
//!
//! `on_both_engines! { a_journey }` writes the tests of `async fn a_journey(engine: Engine) -> Result<()>`, which begins
//! with `start(engine)`. Most are walked twice on each: with scripts, and without.

use anyhow::Result;
use portulan_e2e::home::Home;
use portulan_e2e::site::Site;
pub(crate) use portulan_testkit::Engine;
use portulan_testkit::TestDatabase;

/// Writes each journey twice: once per engine.
macro_rules! on_both_engines {
    ($($name:ident)+) => {
        mod sqlite {
            $(#[tokio::test]
            async fn $name() -> anyhow::Result<()> { super::$name($crate::both::Engine::Sqlite).await })+
        }
        mod postgres {
            $(#[tokio::test]
            async fn $name() -> anyhow::Result<()> { super::$name($crate::both::Engine::Postgres).await })+
        }
    };
}
pub(crate) use on_both_engines;

/// Starts the demonstration on an engine, over fresh data.
pub(crate) fn start(engine: Engine) -> Result<Site> {
    start_with(engine, &[])
}

/// The same, with more options.
pub(crate) fn start_with(engine: Engine, options: &[&str]) -> Result<Site> {
    match engine {
        Engine::Sqlite => Site::start_with(options),
        Engine::Postgres => Site::start_at(Some(&TestDatabase::new(engine).address()), options),
    }
}

/// A home on an engine that holds nothing yet.
pub(crate) fn home(engine: Engine) -> Result<Home> {
    match engine {
        Engine::Sqlite => Home::new(None),
        Engine::Postgres => Home::new(Some(&TestDatabase::new(engine).address())),
    }
}

/// With scripts, and without.
pub(crate) const WAYS: [bool; 2] = [true, false];
