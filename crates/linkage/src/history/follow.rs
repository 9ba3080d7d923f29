//! A machine's groups brought into a book, as far as persons' decisions let it.

use std::collections::{BTreeMap, BTreeSet};

use super::{Author, Book, Event, HistoryError};

/// What became of a machine's groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed<I> {
    /// Numbers of the events that happened.
    pub events: Vec<usize>,
    /// Events that a person's decision forbids.
    pub refused: Vec<Event<I>>,
}

impl<I: Ord + Clone> Book<I> {
    /// Merges and splits so that the ids listed stand together as the groups say: all ids of the run are listed, those
    /// alone too. Ids that the run does not list stay where they are. The id of most names is kept.
    pub fn follow(&mut self, groups: &[Vec<I>]) -> Followed<I> {
        let mut followed = Followed {
            events: Vec::new(),
            refused: Vec::new(),
        };
        let wanted: BTreeMap<&I, usize> = groups
            .iter()
            .enumerate()
            .flat_map(|(at, ids)| ids.iter().map(move |id| (id, at)))
            .collect();
        for id in wanted.keys() {
            self.know(id);
        }
        for event in self.partings(&wanted) {
            self.attempt(event, &mut followed);
        }
        for ids in groups {
            if let Some(event) = self.union(ids) {
                self.attempt(event, &mut followed);
            }
        }
        followed
    }

    fn attempt(&mut self, event: Event<I>, followed: &mut Followed<I>) {
        match self.record(event.clone()) {
            Ok(number) => followed.events.push(number),
            Err(HistoryError::Decided) => followed.refused.push(event),
            Err(_) => {}
        }
    }

    /// Splits of things whose names the run has in several groups: all but the largest part leave.
    fn partings(&self, wanted: &BTreeMap<&I, usize>) -> Vec<Event<I>> {
        let mut events = Vec::new();
        for names in self.state().groups().values() {
            let mut parts: BTreeMap<usize, Vec<I>> = BTreeMap::new();
            for name in names {
                if let Some(at) = wanted.get(name) {
                    parts.entry(*at).or_default().push(name.clone());
                }
            }
            let mut parts: Vec<Vec<I>> = parts.into_values().collect();
            parts.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
            for out in parts.into_iter().skip(1) {
                events.extend(out.first().cloned().map(|from| Event::Split {
                    from,
                    out,
                    by: Author::Machine,
                }));
            }
        }
        events
    }

    /// The merge that brings these ids together, if they are apart.
    fn union(&self, ids: &[I]) -> Option<Event<I>> {
        let homes: BTreeSet<&I> = ids.iter().map(|id| self.resolve(id)).collect();
        let into = homes.iter().copied().max_by(|a, b| {
            let (of_a, of_b) = (self.names(a).len(), self.names(b).len());
            of_a.cmp(&of_b).then_with(|| b.cmp(a))
        })?;
        (homes.len() > 1).then(|| Event::Merge {
            into: into.clone(),
            members: homes.into_iter().cloned().collect(),
            by: Author::Machine,
        })
    }
}
