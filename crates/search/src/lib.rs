//! The in-memory read model: terms, facets, space, opening times, ranking, map points.
//!
//! A [`Snapshot`] is built once from all places of a revision and never changes. [`Snapshot::answer`] filters with
//! bitmaps, counts each filter value exactly under the other filters, and sorts by usefulness with its reasons. No words
//! for people here, no I/O, no clock: the instant is an argument.

mod answer;
mod count;
mod cursor;
mod facets;
mod map;
mod moment;
mod near;
mod opening;
mod query;
mod rank;
mod select;
mod snapshot;
mod space;
mod terms;
mod weeks;
mod weights;
mod when;

pub use answer::{Answer, Hit};
pub use count::Facets;
pub use cursor::{Cursor, CursorError};
pub use facets::KnownValues;
pub use map::Point;
pub use opening::{Basis, Opening, Wanted};
pub use query::{Around, Openness, Query, Sort};
pub use rank::{Reason, ReasonKind};
pub use snapshot::{Absences, Aliases, Snapshot};
pub use weeks::Week;
pub use weights::Weights;
pub use when::{Part, When, WhenError};
