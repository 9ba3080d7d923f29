//! Texts as people type them, made comparable or refused: folding, tokens, phones, identifiers, e-mails, web and
//! postal addresses.
//!
//! Each parser gives a value that is right in shape, or an error that says which rule was broken. No words for
//! people here, no tables of territories, no reading of files.

mod fold;
mod personal;
mod phone;
mod pivot;
mod postal;
mod web;

pub use fold::{clean, fold, search_text, search_tokens, slug, tokens};
pub use personal::{is_mobile, is_own_email};
pub use phone::{Phone, PhoneError};
pub use pivot::{Pivot, PivotError};
pub use postal::{AddressLine, parse_address};
pub use web::{Email, EmailError, WebUrl, WebUrlError};
