//! Opening hours: the OSM grammar, French holidays and school zones, open at an instant, week tables.
//!
//! [`Hours::parse`] reads an `opening_hours` string for a [`Zone`] (time zone, public holidays, school holidays) and
//! answers for an instant, a day, a week or a span; [`Timetable`] does the same for sessions. No words for people here:
//! [`Hours::summary`] is a structure that the screens put into prose. Meaning of the grammar:
//! <https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification>; where the specification is silent, the
//! reading of the reference program `opening_hours.js` is followed.

mod dates;
mod day;
mod error;
mod evaluate;
pub mod french;
mod grid;
mod holidays;
mod hours;
mod lexer;
mod phrases;
mod print;
mod read;
mod rules;
mod school;
mod summary;
mod timetable;
mod week;
mod words;
mod zone;

pub use error::HoursError;
pub use grid::{Closing, WeekGrid};
pub use holidays::{Holiday, HolidayName, Observance, easter, holidays};
pub use hours::{Hours, Interval, OPEN_END};
pub use rules::OpenState;
pub use school::SchoolZone;
pub use summary::Summary;
pub use timetable::Timetable;
pub use week::{Day, Range};
pub use zone::Zone;
