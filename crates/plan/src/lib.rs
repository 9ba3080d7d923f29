//! Three years of means of a body: what is asked, pooled, promised, granted, paid and still to be found, by year, envelope,
//! need and territory. What is told twice is counted once, and the plan says what it took away and why.
//!
//! Everything here is a pure function of its input: no storage, no clock, no words for people (`i18n` holds them). The rules
//! and formulas are in `docs/plan.md`; sums are exact to the cent and no float ever holds one.

mod cells;
mod doubled;
mod input;
mod plan;
mod range;
mod told;
mod what_if;

pub use cells::{Cell, Row, YEARS};
pub use doubled::Doubled;
pub use input::{Envelope, Input, Key, Kind, Line, Pair};
pub use plan::{Left, Parted, Plan};
pub use range::Range;
pub use told::{Reader, Told, told};
pub use what_if::{Change, Unfit, WhatIf, what_if};
