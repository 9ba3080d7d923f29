//! Merges and splits that can be undone exactly. No id ever dies: each resolves to what bears it today.
//!
//! A [`Book`] is a list of events and the state that follows from them: which id each id leads to, what persons decided,
//! what moved. An event keeps what it replaced, so that taking it back restores just that. Ids lead straight to the
//! one of today, never through others: there can be no circle.

mod event;
mod follow;
mod state;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use chrono::NaiveDate;

pub use event::{Author, Event, HistoryError};
pub use follow::Followed;
use state::{Before, in_order};
pub use state::{Move, State};

use crate::decisions::{Decision, Verdict};

/// An event, with what it replaced.
#[derive(Debug, Clone)]
struct Entry<I> {
    event: Event<I>,
    before: Vec<Before<I>>,
    undone: bool,
}

/// Events and the state that follows from them.
#[derive(Debug, Clone)]
pub struct Book<I: Ord> {
    state: State<I>,
    entries: Vec<Entry<I>>,
}

impl<I: Ord> Default for Book<I> {
    fn default() -> Self {
        Self {
            state: State::default(),
            entries: Vec::new(),
        }
    }
}

impl<I: Ord + Clone> Book<I> {
    /// The book that follows from events, in their order.
    pub fn replay(events: impl IntoIterator<Item = Event<I>>) -> Result<Self, HistoryError> {
        let mut book = Self::default();
        for event in events {
            book.record(event)?;
        }
        Ok(book)
    }

    /// Makes an id known. Others become known by the events that name them.
    pub fn know(&mut self, id: &I) {
        self.state.know(id);
    }

    /// The id that this one leads to today: itself where nothing happened to it.
    #[must_use]
    pub fn resolve<'a>(&'a self, id: &'a I) -> &'a I {
        self.state.home(id)
    }

    /// All ids that lead where this one leads, itself and the one of today included.
    #[must_use]
    pub fn names<'a>(&'a self, id: &'a I) -> BTreeSet<&'a I> {
        self.state.names(id)
    }

    /// The moves that led to where this id leads, by the id of before.
    pub fn moves(&self, id: &I) -> impl Iterator<Item = (&I, &Move<I>)> {
        let home = self.resolve(id).clone();
        let moves = self.state.moves.iter();
        moves.filter(move |(from, _)| *self.resolve(from) == home)
    }

    /// The state, to be compared.
    #[must_use]
    pub const fn state(&self) -> &State<I> {
        &self.state
    }

    /// All that happened, taken back or not.
    pub fn events(&self) -> impl Iterator<Item = &Event<I>> {
        self.entries.iter().map(|entry| &entry.event)
    }

    /// What a person said of two ids.
    #[must_use]
    pub fn verdict(&self, a: &I, b: &I) -> Option<Verdict> {
        let verdict = self.state.verdicts.get(&in_order(a, b));
        verdict.map(|(verdict, _)| *verdict)
    }

    /// What persons said, for [`crate::groups`].
    #[must_use]
    pub fn decisions(&self) -> Vec<Decision>
    where
        I: ToString,
    {
        let decision = |((a, b), (verdict, at)): (&(I, I), &(Verdict, usize))| Decision {
            a: a.to_string(),
            b: b.to_string(),
            verdict: *verdict,
            at: *at as u64,
        };
        self.state.verdicts.iter().map(decision).collect()
    }

    /// Lets an event happen; gives its number.
    pub fn record(&mut self, event: Event<I>) -> Result<usize, HistoryError> {
        let before = match &event {
            Event::Merge { into, members, by } => self.merge(into, members, *by)?,
            Event::Split { from, out, by } => self.split(from, out, *by)?,
            Event::DecideSame { a, b } => self.decide([(a, b)], Verdict::Same),
            Event::DecideDifferent { a, b } => self.decide([(a, b)], Verdict::Different),
            Event::Moved { from, to, date } => self.moved(from, to, *date)?,
            Event::Undo { number } => self.undo(*number)?,
        };
        self.entries.push(Entry {
            event,
            before,
            undone: false,
        });
        Ok(self.entries.len() - 1)
    }

    fn merge(
        &mut self,
        into: &I,
        members: &[I],
        by: Author,
    ) -> Result<Vec<Before<I>>, HistoryError> {
        let homes: BTreeSet<I> = members.iter().map(|id| self.resolve(id).clone()).collect();
        if !members.contains(into) {
            return Err(HistoryError::Elsewhere);
        }
        if homes.len() < 2 {
            return Err(HistoryError::Nothing);
        }
        let homes: Vec<I> = homes.into_iter().collect();
        if by == Author::Machine && self.kept_apart(&homes) {
            return Err(HistoryError::Decided);
        }
        let mut before = Vec::new();
        if by == Author::Person {
            let others = members.iter().filter(|id| *id != into);
            before = self.decide(others.map(|id| (into, id)), Verdict::Same);
        }
        for name in self.all_names(&homes) {
            before.push(self.state.lead(name, into));
        }
        Ok(before)
    }

    /// Whether a person keeps two of these apart.
    fn kept_apart(&self, homes: &[I]) -> bool {
        let of = |id: &I| homes.binary_search(self.resolve(id)).ok();
        self.state.verdicts.iter().any(|((a, b), (verdict, _))| {
            let (a, b) = (of(a), of(b));
            *verdict == Verdict::Different && a.is_some() && b.is_some() && a != b
        })
    }

    fn all_names(&self, homes: &[I]) -> Vec<I> {
        let names = homes.iter().flat_map(|home| self.names(home));
        names.cloned().collect()
    }

    fn split(&mut self, from: &I, out: &[I], by: Author) -> Result<Vec<Before<I>>, HistoryError> {
        let home = self.resolve(from).clone();
        let names: BTreeSet<I> = self.names(&home).into_iter().cloned().collect();
        let out: BTreeSet<I> = out.iter().cloned().collect();
        if !out.is_subset(&names) {
            return Err(HistoryError::Elsewhere);
        }
        let stay: BTreeSet<I> = names.difference(&out).cloned().collect();
        let (Some(first_out), Some(first_stay)) = (out.first(), stay.first()) else {
            return Err(HistoryError::Nothing);
        };
        if by == Author::Machine && self.held_together(&out, &stay) {
            return Err(HistoryError::Decided);
        }
        let stay_home = self.home_of_side(&home, &stay, first_stay);
        let out_home = self.home_of_side(&home, &out, first_out);
        let mut before = Vec::new();
        if by == Author::Person {
            let pairs = out.iter().flat_map(|a| stay.iter().map(move |b| (a, b)));
            before = self.decide(pairs, Verdict::Different);
        }
        for name in out {
            before.push(self.state.lead(name, &out_home));
        }
        for name in stay {
            before.push(self.state.lead(name, &stay_home));
        }
        Ok(before)
    }

    /// The name of one side of a split: that of before, when the last event made it from one thing; else that of
    /// the whole, where it is on this side; else the first.
    fn home_of_side(&self, whole: &I, side: &BTreeSet<I>, first: &I) -> I {
        let last = self.entries.iter().rev().filter(|entry| entry.holds());
        let earlier = last
            .map(|entry| entry.homes_before(side))
            .find(|homes| !homes.is_empty());
        let home = earlier
            .filter(|homes| homes.len() == side.len())
            .and_then(|homes| {
                let one = homes.first().copied()?;
                (homes.iter().all(|home| *home == one) && side.contains(one)).then(|| one.clone())
            });
        home.unwrap_or_else(|| {
            if side.contains(whole) {
                whole.clone()
            } else {
                first.clone()
            }
        })
    }

    /// Whether a person holds a name of one side to one of the other.
    fn held_together(&self, out: &BTreeSet<I>, stay: &BTreeSet<I>) -> bool {
        self.state.verdicts.iter().any(|((a, b), (verdict, _))| {
            let (a_out, b_out) = (out.contains(a), out.contains(b));
            let across = a_out && stay.contains(b) || b_out && stay.contains(a);
            *verdict == Verdict::Same && across
        })
    }

    fn moved(&mut self, from: &I, to: &I, date: NaiveDate) -> Result<Vec<Before<I>>, HistoryError> {
        let both = [to.clone(), from.clone()];
        let mut before = self.merge(to, &both, Author::Person)?;
        let known = self.state.moves.insert(
            from.clone(),
            Move {
                to: to.clone(),
                date,
            },
        );
        before.push(Before::Move(from.clone(), known));
        Ok(before)
    }

    fn decide<'a>(
        &mut self,
        pairs: impl IntoIterator<Item = (&'a I, &'a I)>,
        verdict: Verdict,
    ) -> Vec<Before<I>>
    where
        I: 'a,
    {
        let at = self.entries.len();
        let mut before = Vec::new();
        for (a, b) in pairs {
            let pair = in_order(a, b);
            let known = self.state.verdicts.insert(pair.clone(), (verdict, at));
            before.push(Before::Verdict(pair, known));
        }
        before
    }

    fn undo(&mut self, number: usize) -> Result<Vec<Before<I>>, HistoryError> {
        let entry = self.entries.get(number);
        let entry = entry
            .filter(|entry| entry.holds())
            .ok_or(HistoryError::Unknown)?;
        let mut later = self.entries.iter().enumerate().skip(number + 1);
        let overtaken = later.find(|(_, later)| later.holds() && later.touches(entry));
        if let Some((by, _)) = overtaken {
            return Err(HistoryError::Overtaken { by });
        }
        let restored = entry.before.clone();
        for before in restored.iter().rev() {
            self.state.restore(before);
        }
        if let Some(entry) = self.entries.get_mut(number) {
            entry.undone = true;
        }
        Ok(Vec::new())
    }
}

impl<I: Ord> Entry<I> {
    /// Whether it can be taken back. Taking back is final: what was taken back is recorded anew.
    const fn holds(&self) -> bool {
        !self.undone && !matches!(self.event, Event::Undo { .. })
    }

    /// Where those names led before this event, for those that it changed.
    fn homes_before(&self, names: &BTreeSet<I>) -> Vec<&I> {
        let homes = self.before.iter().filter_map(|before| match before {
            Before::Home(name, home) if names.contains(name) => Some(home.as_ref().unwrap_or(name)),
            _ => None,
        });
        homes.collect()
    }

    /// Whether two events replaced the same things.
    fn touches(&self, other: &Self) -> bool {
        let same = |a: &Before<I>, b: &Before<I>| match (a, b) {
            (Before::Home(a, _), Before::Home(b, _)) | (Before::Move(a, _), Before::Move(b, _)) => {
                a == b
            }
            (Before::Verdict(a, _), Before::Verdict(b, _)) => a == b,
            _ => false,
        };
        self.before
            .iter()
            .any(|a| other.before.iter().any(|b| same(a, b)))
    }
}
