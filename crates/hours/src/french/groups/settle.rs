//! When a group is done: whether all of it was understood, and what an unread phrase does to the rest.

use super::super::Doubt;
use super::super::parts::{Group, Parsed, Range};
use super::{Reader, within};

impl Reader {
    pub(super) fn close_group(&mut self) {
        let blank = !self.has_times()
            && !self.group.closed
            && !self.group.off.public
            && !self.group.off.school;
        let days_only = blank && !self.group.days.is_empty() && self.column.is_none();
        let excepted = !self.excluded.is_empty() && blank;
        if blank && !self.unknown && !days_only && !excepted {
            let keep = self.column.is_some();
            if keep {
                self.text.clear();
            } else {
                self.start();
            }
            return;
        }
        let group = self.settled();
        let text = std::mem::take(&mut self.text);
        match group {
            Some(group) => {
                // Two places in one text: what follows the hours of an unknown one may be its own.
                self.parsed.poisoned |= self.suspect && !group.ranges.is_empty();
                self.parsed.poisoned |= self.labelled && self.contradicts(&group);
                self.after_unread = false;
                self.carried.clone_from(&group.days);
                self.parsed.groups.push(group);
            }
            None => self.unread(text),
        }
        self.excluded.clear();
        self.start();
    }

    /// Whether a day of the group already has other hours that meet these.
    fn contradicts(&self, group: &Group) -> bool {
        let meets = |a: &Range, b: &Range| a != b && a.0 < b.1 && b.0 < a.1;
        self.parsed.groups.iter().any(|before| {
            before.days.iter().any(|day| group.days.contains(day))
                && before
                    .ranges
                    .iter()
                    .any(|a| group.ranges.iter().any(|b| meets(a, b)))
        })
    }

    /// The group, when all of it was understood.
    fn settled(&mut self) -> Option<Group> {
        if self.unknown {
            return None;
        }
        let mut group = self.group.clone();
        group.ranges = self.pairs()?;
        group.appointment |= self.appointment && !group.closed;
        if group.days.is_empty() && !group.ranges.is_empty() {
            group.days.clone_from(&self.carried);
        }
        let off = group.off.public || group.off.school;
        if off && group.ranges.is_empty() {
            return Some(Group {
                closed: true,
                days: Vec::new(),
                half: None,
                ..group
            });
        }
        if group.closed {
            // "sauf le vendredi 8h-12h": other times that day, and not a closing.
            if !group.ranges.is_empty() {
                // "fermé lundi, mardi 9h-12h": which is closed?
                self.parsed.poisoned |=
                    self.closing && self.column.is_none() && group.half.is_none();
                group.closed = false;
            }
            return (!group.days.is_empty()).then_some(group);
        }
        let zeros = !self.times.is_empty() && group.ranges.is_empty();
        if zeros && !group.days.is_empty() {
            return Some(Group {
                closed: true,
                half: None,
                days: Vec::new(),
                ..group
            });
        }
        let whole = !group.days.is_empty() && !group.ranges.is_empty();
        let half = group.half.filter(|half| !within(*half, &group.ranges));
        (whole && half.is_none()).then_some(Group {
            half: None,
            ..group
        })
    }

    /// Times two by two; nothing when one is alone or a range goes backwards.
    fn pairs(&mut self) -> Option<Vec<Range>> {
        let mut ranges = Vec::with_capacity(self.times.len() / 2);
        for pair in self.times.chunks(2) {
            let [from, to] = *pair else { return None };
            // What a form leaves in a field nobody filled.
            if (from, to) == (0, 0) {
                continue;
            }
            if from >= to {
                self.parsed.doubts.push(Doubt::Backwards);
                return None;
            }
            ranges.push((from, to));
        }
        Some(ranges)
    }

    /// A phrase that was not read; one that closes or changes days that were read makes them unsure.
    fn unread(&mut self, text: String) {
        let names_days = !self.group.days.is_empty() && self.column.is_none();
        let changes = self.group.closed || !self.excluded.is_empty() || self.excluding;
        let of_column = self.column.is_some() && (self.has_times() || changes);
        let alone_times = self.has_times() && !names_days && self.column.is_none();
        let in_holidays = self.group.in_holidays && !names_days;
        self.labelled |= !names_days && !self.has_times();
        if (names_days && changes)
            || of_column
            || (alone_times && !self.after_unread && !in_holidays)
        {
            self.parsed.poisoned = true;
        }
        self.suspect |= names_days && self.has_times();
        self.after_unread = true;
        self.carried.clear();
        if !text.trim().is_empty() {
            self.parsed.rest.push(text);
        }
    }

    pub(super) fn finish(mut self) -> Parsed {
        if self.number.is_some() {
            self.unknown = true;
        }
        self.close_group();
        let read = self
            .parsed
            .groups
            .iter()
            .any(|group| !group.ranges.is_empty());
        if self.appointment && !read {
            self.parsed.poisoned = true;
        }
        self.parsed
    }
}
