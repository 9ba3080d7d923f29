//! Words of the screens: Fluent messages, dates, times, numbers, distances, hours in prose.
//!
//! Messages live in `locales/<lang>/*.ftl`; every file there is compiled in without a list kept by hand. French is
//! the language of reference: what another language lacks is said in French. Authors type ordinary spaces and
//! apostrophes; [`typography`] sets the right ones. No HTML in messages, and no decision about what to show.

mod amounts;
mod dates;
mod figures;
mod known;
mod lang;
mod lists;
mod opening;
#[cfg(test)]
mod proof;
mod prose;
mod times;
pub mod typography;
mod words;

pub use amounts::amount;
pub use dates::{ago, date, date_short, day_relative, month, weekday, weekday_short};
pub use figures::{decimal, distance, number, walk};
pub use known::{known, moment};
pub use lang::{Lang, UnknownLang};
pub use lists::{ListWords, kind, network, situation, standing, theme};
pub use opening::{Line, opening};
pub use prose::{DayRanges, Group, listed, ranges_words, week_groups, week_sentence};
pub use times::{clock, date_range, range, time, time_range};
pub use words::{Arg, Words, text, text_with};
