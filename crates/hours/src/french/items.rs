//! From signs to items: lists of days, ranges of time, closings, conditions.
//!
//! An item is read whole or not at all; what cannot be part of one is an unknown item, which the statements then
//! take as a reason not to trust what stands around it.

use super::days;
use super::ranges;
use super::scan::Piece;
use super::signs::{Half, Sign, Weeks};

/// Days that a statement is about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct DaySelection {
    /// One bit for each day, from Monday.
    pub(super) days: u8,
    pub(super) half: Option<Half>,
    /// First, third, last... of the month; empty for all.
    pub(super) nth: Vec<i8>,
    /// Whether the days were one range: "du lundi au jeudi".
    pub(super) range: bool,
}

/// Days of the year: month and day, day 0 for a whole month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Dates {
    pub(super) from: (u8, u8),
    pub(super) to: (u8, u8),
}

/// What is closed or excepted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Target {
    pub(super) days: Vec<DaySelection>,
    pub(super) half: Option<Half>,
    pub(super) dates: Vec<Dates>,
    pub(super) public: bool,
    pub(super) school: bool,
}

impl Target {
    /// Whether nothing is named: closed, and no more.
    pub(super) fn is_bare(&self) -> bool {
        *self == Self::default()
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    Days(Vec<DaySelection>),
    Range(u16, u16),
    /// A range that no clock can mean.
    BadRange,
    Closed(Target),
    Except(Target),
    Appointment,
    /// "ou sur rendez-vous": besides the hours.
    Maybe,
    WalkIn,
    Half(Half),
    Weeks(Weeks),
    School,
    Term,
    Dates(Dates),
    /// "2e et 4e du mois", of a day named elsewhere.
    Nth(Vec<i8>),
    Misspelt,
    Unknown,
    Grave,
}

/// An item and its pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) what: What,
    /// Index of the first piece, and of the one after the last.
    pub(super) from: usize,
    pub(super) to: usize,
    /// Whether it stands between brackets.
    pub(super) inside: bool,
}

/// The items of one sentence.
pub(super) fn items(pieces: &[Piece]) -> Vec<Item> {
    let mut reader = Reader {
        pieces,
        at: 0,
        inside: false,
        items: Vec::new(),
    };
    while reader.step() {}
    reader.items
}

/// The sign at a place.
pub(super) fn sign(pieces: &[Piece], at: usize) -> Option<Sign> {
    pieces.get(at).map(|piece| piece.sign)
}

/// The first place, from one on, whose sign is none of those to skip.
pub(super) fn skip(pieces: &[Piece], at: usize, skipped: fn(Sign) -> bool) -> usize {
    let rest = pieces.get(at..).unwrap_or_default();
    at + rest.iter().take_while(|piece| skipped(piece.sign)).count()
}

/// Articles and the like.
pub(super) fn is_light(sign: Sign) -> bool {
    matches!(sign, Sign::Quiet | Sign::From)
}

struct Reader<'p> {
    pieces: &'p [Piece],
    at: usize,
    inside: bool,
    items: Vec<Item>,
}

impl Reader<'_> {
    fn push(&mut self, what: What, to: usize) -> bool {
        let item = Item {
            what,
            from: self.at,
            to,
            inside: self.inside,
        };
        self.items.push(item);
        self.at = to.max(self.at + 1);
        true
    }

    /// Reads one item or skips one sign; tells whether anything was left.
    fn step(&mut self) -> bool {
        let Some(sign) = sign(self.pieces, self.at) else {
            return false;
        };
        let next = self.at + 1;
        match sign {
            Sign::Open | Sign::Close => {
                self.inside = sign == Sign::Open;
                self.at = next;
                true
            }
            Sign::Quiet | Sign::Comma | Sign::Colon | Sign::Slash | Sign::Dash | Sign::And
            | Sign::From | Sign::Stop => {
                self.at = next;
                true
            }
            Sign::During => self.during(),
            Sign::Or => self.or(),
            Sign::Closed => self.closed(),
            Sign::Except => self.except(),
            Sign::Appointment => self.push(What::Appointment, next),
            Sign::WalkIn => self.push(What::WalkIn, next),
            Sign::Half(half) => self.push(What::Half(half), next),
            Sign::Weeks(weeks) => self.push(What::Weeks(weeks), next),
            Sign::School => self.push(What::School, next),
            Sign::Term => self.push(What::Term, next),
            Sign::Always => self.always(),
            Sign::Grave | Sign::Until => self.push(What::Grave, next),
            Sign::Unknown | Sign::OfMonth | Sign::Public | Sign::To => self.push(What::Unknown, next),
            Sign::Day(_) | Sign::Misspelt(_) | Sign::Days(_) | Sign::Nth(_) | Sign::Month(_)
            | Sign::Number(_) | Sign::Clock(_) | Sign::BadClock | Sign::AllDay | Sign::Between => {
                self.days_or_range()
            }
        }
    }

    fn always(&mut self) -> bool {
        let days = DaySelection {
            days: super::signs::EVERY_DAY,
            ..DaySelection::default()
        };
        let (from, next) = (self.at, self.at + 1);
        self.push(What::Days(vec![days]), next);
        self.at = from;
        self.push(What::Range(0, 24 * 60), next)
    }

    fn days_or_range(&mut self) -> bool {
        if let Some((dates, to)) = days::dates(self.pieces, self.at) {
            return self.push(What::Dates(dates), to);
        }
        if let Some(list) = days::list(self.pieces, self.at) {
            if list.misspelt {
                let at = self.at;
                self.push(What::Misspelt, list.to);
                self.at = at;
            }
            return self.push(What::Days(list.days), list.to);
        }
        if let Some((nth, to)) = days::nth_of_month(self.pieces, self.at) {
            return self.push(What::Nth(nth), to);
        }
        match ranges::range(self.pieces, self.at) {
            Some((Ok((from, end)), to)) => self.push(What::Range(from, end), to),
            Some((Err(_), to)) => self.push(What::BadRange, to),
            None => self.push(What::Unknown, self.at + 1),
        }
    }

    /// "en", "pendant": of a season or a part of the day, or unknown.
    fn during(&mut self) -> bool {
        let next = skip(self.pieces, self.at + 1, is_light);
        match sign(self.pieces, next) {
            Some(
                Sign::School | Sign::Term | Sign::Month(_) | Sign::Half(_) | Sign::Weeks(_)
                | Sign::During | Sign::Appointment | Sign::WalkIn,
            ) => {
                self.at = next;
                true
            }
            _ => self.push(What::Unknown, self.at + 1),
        }
    }

    fn or(&mut self) -> bool {
        let next = skip(self.pieces, self.at + 1, is_light);
        match sign(self.pieces, next) {
            Some(Sign::Appointment) => self.push(What::Maybe, next + 1),
            _ => self.push(What::Unknown, self.at + 1),
        }
    }

    /// Closed: the days before it when they have no hours yet, or else what comes after it.
    fn closed(&mut self) -> bool {
        let after_days = matches!(
            self.items.last(),
            Some(Item { what: What::Days(_), inside, .. }) if *inside == self.inside
        );
        let next = skip(self.pieces, self.at + 1, is_light);
        if let Some(Sign::Half(half)) = sign(self.pieces, next) {
            let target = Target {
                half: Some(half),
                ..Target::default()
            };
            return self.push(What::Closed(target), next + 1);
        }
        if after_days {
            return self.push(What::Closed(Target::default()), self.at + 1);
        }
        match days::target(self.pieces, self.at + 1) {
            Some((target, to)) => self.push(What::Closed(target), to),
            None => self.push(What::Closed(Target::default()), self.at + 1),
        }
    }

    fn except(&mut self) -> bool {
        match days::target(self.pieces, self.at + 1) {
            Some((target, to)) => self.push(What::Except(target), to),
            None => self.push(What::Grave, self.at + 1),
        }
    }
}
