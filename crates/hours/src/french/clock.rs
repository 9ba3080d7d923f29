//! Numbers as people write them in hours: `9h30`, `9 h 30`, `09:00`, `9.00`, `1er`, `24h/24`.

use super::scan::{Atom, AtomKind};
use super::signs::{EVERY_DAY, Sign};

/// Days of the longest month.
const MOST_NUMBER: u32 = 31;

/// The sign that begins with the number at a place, and how many atoms it takes.
pub(super) fn read(atoms: &[Atom], at: usize) -> (Sign, usize) {
    let cursor = Cursor { atoms, at };
    cursor
        .round_the_clock()
        .or_else(|| Some((Sign::Unknown, cursor.scattered()?)))
        .or_else(|| cursor.ordinal())
        .or_else(|| cursor.with_hour_sign())
        .or_else(|| cursor.with_colon())
        .or_else(|| cursor.with_dot())
        .unwrap_or_else(|| (cursor.alone(), 1))
}

struct Cursor<'a> {
    atoms: &'a [Atom],
    at: usize,
}

impl Cursor<'_> {
    fn kind(&self, ahead: usize) -> Option<&AtomKind> {
        self.atoms.get(self.at + ahead).map(|atom| &atom.kind)
    }

    fn number(&self, ahead: usize) -> Option<(u32, usize)> {
        match self.kind(ahead) {
            Some(AtomKind::Number(value, digits)) => Some((*value, *digits)),
            _ => None,
        }
    }

    fn mark(&self, ahead: usize, mark: char) -> bool {
        self.kind(ahead) == Some(&AtomKind::Mark(mark))
    }

    fn hour_sign(&self, ahead: usize) -> bool {
        self.kind(ahead) == Some(&AtomKind::Hour)
    }

    fn word(&self, ahead: usize) -> &str {
        match self.kind(ahead) {
            Some(AtomKind::Word(word)) => word,
            _ => "",
        }
    }

    /// Whether nothing stands between an atom and the next one.
    fn glued(&self, ahead: usize) -> bool {
        match (self.atoms.get(self.at + ahead), self.atoms.get(self.at + ahead + 1)) {
            (Some(one), Some(two)) => one.end == two.start,
            _ => false,
        }
    }

    /// Phone numbers and dates in figures: four groups parted alike, or three by slashes or dots.
    fn scattered(&self) -> Option<usize> {
        let mut taken = 1;
        let mut groups = 1;
        while let Some(step) = self.next_group(taken) {
            taken += step;
            groups += 1;
        }
        let of_two = (0..taken).all(|ahead| self.number(ahead).is_none_or(|(_, digits)| digits == 2));
        let dotted = self.mark(1, '.') || self.mark(1, '/');
        ((groups >= 4 && of_two) || (groups >= 3 && dotted && !self.hour_sign(taken))).then_some(taken)
    }

    fn next_group(&self, ahead: usize) -> Option<usize> {
        if self.number(ahead).is_some() {
            return Some(1);
        }
        let parted = self.mark(ahead, '.') || self.mark(ahead, '/');
        let same = self.mark(1, '.') == self.mark(ahead, '.');
        (parted && same && self.number(ahead + 1).is_some()).then_some(2)
    }

    /// `24h/24`, `7j/7`, `24/7`.
    fn round_the_clock(&self) -> Option<(Sign, usize)> {
        let (value, _) = self.number(0)?;
        let mut next = 1;
        match value {
            24 if self.hour_sign(1) => next += 1,
            7 if matches!(self.word(1), "j" | "jour" | "jours") => next += 1,
            24 | 7 => {}
            _ => return None,
        }
        if !(self.mark(next, '/') || self.word(next) == "sur") {
            return None;
        }
        next += 1;
        let (second, _) = self.number(next)?;
        next += 1;
        match (value, second) {
            (24, 24) => {
                next += usize::from(self.hour_sign(next));
                Some((Sign::AllDay, next))
            }
            (7, 7) => {
                next += usize::from(matches!(self.word(next), "j" | "jours"));
                Some((Sign::Days(EVERY_DAY), next))
            }
            (24, 7) => Some((Sign::Always, next)),
            _ => None,
        }
    }

    /// `1er`, `2e`, `3ème`.
    fn ordinal(&self) -> Option<(Sign, usize)> {
        let (value, _) = self.number(0)?;
        let ends = matches!(
            self.word(1),
            "er" | "ers" | "ere" | "e" | "eme" | "emes" | "nd" | "nde" | "ieme" | "es"
        );
        if !ends {
            return None;
        }
        let sign = match i8::try_from(value) {
            Ok(nth @ 1..=5) => Sign::Nth(nth),
            _ => Sign::Unknown,
        };
        Some((sign, 2))
    }

    /// `9h`, `9h30`, `9 h 30`, `09h30h`.
    fn with_hour_sign(&self) -> Option<(Sign, usize)> {
        let (hour, digits) = self.number(0)?;
        if !self.hour_sign(1) || digits > 2 {
            return None;
        }
        if self.mark(2, ':') && self.glued(1) && self.glued(2) && self.number(3).is_some() {
            return Some((Sign::BadClock, 4));
        }
        let Some((minutes, digits)) = self.number(2) else {
            return Some((clock(hour, 0), 2));
        };
        let own_hour = self.hour_sign(3)
            || (self.mark(3, ':') && self.glued(3) && self.number(4).is_some());
        if self.glued(1) {
            return Some(match digits {
                2 if !own_hour => (clock(hour, minutes), 3),
                2 if self.closing_hour() => (clock(hour, minutes), 4),
                1 | 2 if own_hour => (clock(hour, 0), 2),
                _ => (Sign::Unknown, 3),
            });
        }
        let quarter = digits == 2 && minutes % 5 == 0 && (minutes == 0 || minutes > 24 || minutes == 15);
        Some(if quarter && !own_hour {
            (clock(hour, minutes), 3)
        } else if own_hour {
            (clock(hour, 0), 2)
        } else {
            (Sign::Unknown, 3)
        })
    }

    /// The second `h` of `09h30h-12h30`, which only ends the time.
    fn closing_hour(&self) -> bool {
        self.hour_sign(3) && self.glued(2) && self.mark(4, '-') && self.number(2).is_some_and(|(minutes, _)| minutes > 24)
    }

    /// `09:00`, `08 :30`, `09:00:00`.
    fn with_colon(&self) -> Option<(Sign, usize)> {
        let (hour, digits) = self.number(0)?;
        let (minutes, two) = self.number(2)?;
        if !self.mark(1, ':') || digits > 2 || two != 2 || !self.glued(1) {
            return None;
        }
        let seconds = self.mark(3, ':') && self.number(4) == Some((0, 2)) && !self.mark(5, ':');
        if seconds && self.glued(2) && self.glued(3) {
            return Some((clock(hour, minutes), 5));
        }
        if self.mark(3, ':') && self.number(4).is_some() && self.glued(2) {
            return Some((Sign::Unknown, 5));
        }
        let closing = usize::from(self.hour_sign(3) && self.glued(2));
        Some((clock(hour, minutes), 3 + closing))
    }

    /// `9.00`.
    fn with_dot(&self) -> Option<(Sign, usize)> {
        let (hour, digits) = self.number(0)?;
        let (minutes, two) = self.number(2)?;
        let whole = self.mark(1, '.') && self.glued(0) && self.glued(1);
        if !whole || digits > 2 || two != 2 || minutes % 5 != 0 || self.hour_sign(3) {
            return None;
        }
        Some((clock(hour, minutes), 3))
    }

    fn alone(&self) -> Sign {
        let glued_word = self.glued(0) && matches!(self.kind(1), Some(AtomKind::Word(word)) if word != "a" && word != "et");
        match self.number(0) {
            Some((value, 1 | 2)) if value <= MOST_NUMBER && !glued_word => {
                u8::try_from(value).map_or(Sign::Unknown, Sign::Number)
            }
            _ => Sign::Unknown,
        }
    }
}

fn clock(hour: u32, minutes: u32) -> Sign {
    let shown = minutes < 60 && (hour < 24 || (hour == 24 && minutes == 0));
    match u16::try_from(hour * 60 + minutes) {
        Ok(minute) if shown => Sign::Clock(minute),
        _ => Sign::BadClock,
    }
}
