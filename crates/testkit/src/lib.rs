//! For tests only: builders of places, a PostgreSQL cluster of their own, databases on either engine, empty or as an
//! earlier release left them, a mail server, a provider of OpenID Connect, a device that holds passkeys, a store that speaks S3.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "used by tests alone: a broken set-up must stop the test"
)]

pub mod builders;
mod database;
pub mod earlier;
pub mod governance;
pub mod oidc;
pub mod passkey;
mod postgres;
mod s3;
mod smtp;

pub use builders::PlaceBuilder;
pub use database::TestDatabase;
pub use portulan_store::Engine;
pub use s3::S3Store;
pub use smtp::{KeptMail, SmtpSink};
