//! Storage on SQLite and PostgreSQL: places, reference layers, the journal, the operator's sessions, portable copies.
//!
//! Every statement is one portable SQL text of [`mod@sql`], bound parameters only, prepared on both engines by a test.
//! Whatever must differ between engines lives in `dialect`. A write goes through [`Write`]: rows and their journal
//! lines in one transaction, which moves the revision by one.

mod audience;
mod calls;
mod campaigns;
mod census;
mod copy;
mod copy_tables;
mod days;
mod db;
mod dialect;
mod editing;
mod erasures;
mod error;
mod forgetting;
mod governance;
mod harvests;
mod health;
mod journal;
mod journal_row;
mod layers;
mod ledgers;
mod links;
mod mail;
mod merges;
mod migrate;
mod operator;
mod organisations;
mod own;
mod people;
mod personal;
mod pictures;
mod places;
mod pools;
mod proposals;
mod seals;
mod sessions;
mod sources;
pub mod sql;
mod survey;
mod url;
mod verify;
mod write;

pub use audience::{Count, MonthOf};
pub use calls::Unanswered;
pub use campaigns::Reachable;
pub use census::CountedState;
pub use copy::{Replay, TableCopy};
pub use db::{Engine, Store};
pub use editing::DraftKey;
pub use error::StoreError;
pub use governance::{
    AttachedTo, Awaited, Content, ContentDigest, Elsewhere, Governs, Kept, KeptFile, Name, Naming,
    NotADigest, NotAttached, Owned,
};
pub use harvests::{Base, PageKind, Pages, Turn};
pub use health::Health;
pub use layers::StoredLayer;
pub use ledgers::{LedgerWrite, Spends};
pub use mail::Settled;
pub use merges::Standing;
pub use people::{GivenRole, PeopleWrite, StoredKey};
pub use pictures::{PictureBytes, PictureSize};
pub use seals::{Horizon, Sealed};
pub use sessions::PersonSession;
pub use survey::{Late, Survey};
pub use url::{DatabaseUrl, DatabaseUrlError};
pub use verify::{Fault, FaultKind, Verification};
pub use write::Write;
