//! Tokens into groups: some days, their times, and what restricts them.

mod settle;

use chrono::Weekday;

use super::Weeks;
use super::parts::{ALL_WEEK, Group, Half, Off, Parsed, Range};
use super::tokens::{Kind, Token};

/// Reads the tokens; `day` is that of the column they stand in.
pub(super) fn parse(tokens: &[Token], day: Option<Weekday>) -> Parsed {
    let mut reader = Reader {
        column: day,
        ..Reader::default()
    };
    reader.start();
    for (at, token) in tokens.iter().enumerate() {
        let next = tokens.get(at + 1..).unwrap_or_default();
        reader.token(token, next);
    }
    reader.finish()
}

#[derive(Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says one thing that was heard, and any of them may hold"
)]
struct Reader {
    column: Option<Weekday>,
    group: Group,
    /// Times not yet paired.
    times: Vec<u16>,
    /// A number waits for a time beside it.
    number: Option<u16>,
    last: Option<Kind>,
    /// The text of the group.
    text: String,
    unknown: bool,
    /// Days are being taken out, since an exception began.
    excluding: bool,
    excluded: Vec<Weekday>,
    /// An opening bracket came last of all marks.
    bracket: bool,
    /// "fermé" was said of the days before it.
    shut: bool,
    /// "fermé" and not "sauf".
    closing: bool,
    /// Days parted by hyphens, three or more.
    listing: bool,
    /// "en période scolaire" was said.
    term: bool,
    /// The times came before the days.
    times_first: bool,
    weeks: Option<Weeks>,
    in_holidays: bool,
    appointment: bool,
    /// A phrase without days or times was not read: it may name what the next hours are those of.
    labelled: bool,
    /// A phrase with days and times was not read.
    suspect: bool,
    /// The phrase before was not read.
    after_unread: bool,
    /// Days of the group before, for times that go on after a mark.
    carried: Vec<Weekday>,
    parsed: Parsed,
}

impl Reader {
    fn start(&mut self) {
        self.group = Group {
            days: self.column.into_iter().collect(),
            weeks: self.weeks,
            in_holidays: self.in_holidays,
            ..Group::default()
        };
        self.times.clear();
        self.number = None;
        self.text.clear();
        self.unknown = false;
        self.excluding = false;
        self.times_first = false;
        self.shut = false;
        self.closing = false;
    }

    fn has_times(&self) -> bool {
        !self.times.is_empty()
    }

    fn token(&mut self, token: &Token, next: &[Token]) {
        match token.kind {
            Kind::Day(day) => self.day(day, next),
            Kind::EveryDay => self.many(&ALL_WEEK),
            Kind::WorkingDays => self.many(ALL_WEEK.get(..5).unwrap_or_default()),
            Kind::WeekEnd => self.many(ALL_WEEK.get(5..).unwrap_or_default()),
            Kind::Time(time) => self.time(time),
            Kind::Number(time) => self.number(time, next),
            Kind::Closed | Kind::Except => self.closing(token.kind),
            Kind::Morning => self.half(Half::Morning),
            Kind::Afternoon => self.half(Half::Afternoon),
            Kind::OddWeeks => self.in_weeks(Weeks::Odd),
            Kind::EvenWeeks => self.in_weeks(Weeks::Even),
            Kind::Nth(rank) => self.nth(rank, next),
            Kind::SchoolHolidays => self.holidays(),
            Kind::SchoolTime => self.school_time(),
            Kind::PublicHolidays => self.public_holidays(),
            Kind::Appointment => self.by_appointment(next),
            Kind::AroundTheClock => self.time_range(0, 1440),
            Kind::End => {
                self.end();
                self.bracket = matches!(token.text.as_str(), "(" | "[");
            }
            Kind::Word => self.unknown = true,
            Kind::To | Kind::And | Kind::Noise => {}
        }
        if !matches!(token.kind, Kind::End) {
            if !self.text.is_empty() {
                self.text.push(' ');
            }
            self.text.push_str(&token.text);
        }
        if !matches!(token.kind, Kind::Noise) {
            self.last = Some(token.kind);
        }
    }

    fn day(&mut self, day: Weekday, next: &[Token]) {
        if self.column == Some(day) {
            return;
        }
        if self.column.is_some() {
            // Another day in the column of this one.
            self.unknown = true;
            return;
        }
        if self.excluding {
            self.excluded.push(day);
            self.group.days.retain(|known| *known != day);
            return;
        }
        if self.shut {
            self.close_group();
        }
        let first_of_times_first =
            self.has_times() && self.group.days.is_empty() && !self.group.closed;
        if first_of_times_first {
            self.times_first = true;
        } else {
            let done = self.has_times() && !self.times_first;
            let closed = self.group.closed && self.group.half.is_some() && !self.joined();
            if done || closed {
                self.close_group();
            }
        }
        let from = match (self.last, self.group.days.last()) {
            (Some(Kind::To), Some(from)) => Some(*from),
            _ => None,
        };
        // "lundi - mardi - mercredi": a list, when another hyphen follows.
        let listed = matches!(next.first().map(|token| token.kind), Some(Kind::To))
            && matches!(next.get(1).map(|token| token.kind), Some(Kind::Day(_)));
        match from {
            Some(from) if !listed && !self.listing => self.span(from, day),
            _ => self.add(day),
        }
        self.listing = listed && from.is_some();
    }

    /// Whether the last token joins what follows to what came before.
    fn joined(&self) -> bool {
        matches!(self.last, Some(Kind::And | Kind::To))
    }

    fn span(&mut self, from: Weekday, to: Weekday) {
        let mut day = from;
        while day != to {
            day = day.succ();
            self.add(day);
        }
    }

    fn add(&mut self, day: Weekday) {
        if !self.group.days.contains(&day) {
            self.group.days.push(day);
        }
    }

    fn many(&mut self, days: &[Weekday]) {
        if self.has_times() && !self.group.days.is_empty() {
            self.close_group();
        }
        for day in days {
            self.add(*day);
        }
    }

    fn time(&mut self, time: u16) {
        self.excluding = false;
        if self.times_first && !self.group.days.is_empty() {
            self.close_group();
        }
        if let Some(number) = self.number.take() {
            self.times.push(number);
        }
        self.times.push(time);
    }

    fn time_range(&mut self, from: u16, to: u16) {
        self.time(from);
        self.time(to);
    }

    /// `9-12h`, `9h-17`: a number is an hour beside a time.
    fn number(&mut self, time: u16, next: &[Token]) {
        let joined = matches!(
            next.first().map(|token| token.kind),
            Some(Kind::To | Kind::And)
        );
        let beside = next.get(1).map(|token| token.kind);
        // In the column of a day even "9-12" can only be hours.
        let followed = joined
            && (matches!(beside, Some(Kind::Time(_)))
                || (self.column.is_some() && matches!(beside, Some(Kind::Number(_)))));
        let behind = matches!(self.last, Some(Kind::To | Kind::And)) && self.times.len() % 2 == 1;
        if behind || followed {
            self.time(time);
        } else {
            self.unknown = true;
        }
    }

    fn closing(&mut self, kind: Kind) {
        let days_wait = !self.group.days.is_empty() && !self.has_times();
        if kind == Kind::Except && days_wait && self.column.is_none() && !self.group.closed {
            self.excluding = true;
            return;
        }
        if self.column.is_some() && (self.has_times() || !self.parsed.groups.is_empty()) {
            // "8h30-12h30 - fermé" in the column of a day: the rest of that day.
            self.unknown |= kind == Kind::Except;
            return;
        }
        if self.has_times() {
            self.close_group();
            self.group.days.clear();
        }
        self.group.closed = true;
        self.closing = kind == Kind::Closed;
        self.shut = self.closing && days_wait && self.column.is_none();
    }

    fn half(&mut self, half: Half) {
        // Said of days that are closed, it restricts; said of times, it only repeats them.
        if self.group.closed || !self.has_times() {
            self.group.half = Some(half);
        }
    }

    fn in_weeks(&mut self, weeks: Weeks) {
        let own_days = !self.group.days.is_empty() && self.column.is_none();
        if let (false, true, Some(before)) = (
            self.has_times() || own_days,
            self.bracket,
            self.parsed.groups.last_mut(),
        ) {
            before.weeks = Some(weeks);
        } else if self.has_times() || own_days {
            self.group.weeks = Some(weeks);
        } else {
            self.weeks = Some(weeks);
            self.group.weeks = Some(weeks);
        }
    }

    /// "1er", of the day that follows: without one, or of a closing, it is not read.
    fn nth(&mut self, rank: i8, next: &[Token]) {
        let light = |token: &&Token| matches!(token.kind, Kind::Nth(_) | Kind::And | Kind::Noise);
        let of = next
            .iter()
            .find(|token| !light(token))
            .map(|token| token.kind);
        self.unknown |= !matches!(of, Some(Kind::Day(_)));
        self.parsed.poisoned |= self.excluding || self.group.closed;
        if self.has_times() && !self.group.days.is_empty() {
            self.close_group();
        }
        self.group.nth.push(rank);
    }

    fn holidays(&mut self) {
        if self.group.closed
            || self.excluding
            || matches!(self.last, Some(Kind::Except | Kind::Closed))
        {
            self.group.off.school = true;
            self.excluding = false;
            return;
        }
        if self.has_times() && self.term {
            self.close_group();
        }
        if self.has_times() {
            // "samedi 9h-12h et les vacances du lundi au vendredi": of which?
            self.parsed.poisoned |= matches!(self.last, Some(Kind::And));
            self.group.in_holidays = true;
        } else {
            self.in_holidays = true;
            self.group.in_holidays = true;
        }
    }

    fn school_time(&mut self) {
        self.term = true;
        self.in_holidays = false;
        self.group.in_holidays = false;
        self.parsed.groups.push(Group {
            closed: true,
            off: Off {
                school: true,
                public: false,
            },
            ..Group::default()
        });
    }

    fn public_holidays(&mut self) {
        if self.group.closed
            || self.excluding
            || matches!(self.last, Some(Kind::Except | Kind::Closed))
        {
            self.group.off.public = true;
            self.excluding = false;
        } else {
            self.unknown = true;
        }
    }

    fn by_appointment(&mut self, next: &[Token]) {
        if self.unknown {
            return;
        }
        let is_half = |kind: Option<Kind>| matches!(kind, Some(Kind::Morning | Kind::Afternoon));
        let after = next
            .iter()
            .map(|token| token.kind)
            .find(|kind| *kind != Kind::Noise);
        let mixed = self.has_times() && self.text.to_lowercase().contains("sans r");
        if is_half(self.last) || is_half(after) || mixed {
            // Of one half of the hours only.
            self.unknown = true;
            return;
        }
        if self.has_times() {
            self.group.appointment = true;
        } else if let (true, Some(before)) = (self.bracket, self.parsed.groups.last_mut()) {
            before.appointment = true;
        } else if self.group.days.is_empty() && !self.parsed.groups.is_empty() {
            // Said at the end, it speaks of all that came before.
            for group in &mut self.parsed.groups {
                group.appointment = !group.closed;
            }
        } else {
            self.appointment = true;
        }
    }

    /// A mark: what has days and times is done, what has days only may go on.
    fn end(&mut self) {
        let only_days = !self.group.days.is_empty() && !self.has_times() && !self.group.closed;
        if only_days && self.column.is_none() && !self.unknown && self.group.half.is_none() {
            return;
        }
        self.close_group();
        self.excluding = false;
    }
}

fn within(half: Half, ranges: &[Range]) -> bool {
    ranges.iter().all(|(from, to)| match half {
        Half::Morning => *to <= 14 * 60,
        Half::Afternoon => *from >= 11 * 60 + 30,
    })
}
