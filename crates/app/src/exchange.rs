//! The governance of a territory as one document: written whole, read into an empty or a filled installation.
//!
//! Bodies with their members, committees, meetings, decisions and roadmaps, schemes, clusters, sectors, posts, baselines, and
//! the organisations and places that they name. Each record is its own export. What is private of persons stays behind:
//! holders of posts, names of referents, notes of follow-up. Attached files go with a ZIP, and with nothing that everybody reads.

mod archive;
mod attached;
mod document;
mod gather;
mod import;
mod kinds;
mod public;
mod report;
mod texts;

pub use archive::{Held, open, write_with_contents};
pub use attached::Contents;
pub use document::{Exchange, ExchangeError, List, PlaceReference};
pub use gather::export;
pub use import::{import, import_with};
pub use public::public;
pub use report::{End, Reason, Report, ReportLine};
