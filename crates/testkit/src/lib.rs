//! For tests only: builders of places, a PostgreSQL cluster of their own, databases on either engine, a mail server.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "used by tests alone: a broken set-up must stop the test"
)]

pub mod builders;
mod database;
mod postgres;
mod smtp;

pub use builders::PlaceBuilder;
pub use database::TestDatabase;
pub use portulan_store::Engine;
pub use smtp::{KeptMail, SmtpSink};
