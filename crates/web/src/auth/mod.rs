//! Who asks: cookies, the person or operator behind them, and what keeps other sites out.
//!
//! A handler that needs more than a visitor's rights begins with a [`Desk`]: whoever holds no session is refused
//! before the rest of the request is read.

mod barred;
pub(crate) mod cookies;
pub(crate) mod desk;
mod guard;
mod looking;
mod signed;

pub(crate) use barred::Barred;
pub(crate) use desk::{Desk, Refused, done, named};
pub(crate) use guard::guarded;
pub(crate) use looking::Looking;
pub(crate) use signed::Signed;
