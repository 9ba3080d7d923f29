//! The ids given in a list: each once.

use std::collections::HashMap;

use crate::seen::{Seen, print};

/// Ids that came twice whose last number is remembered; beyond, numbers begin at that of the row.
const MOST_COPIED: usize = 200_000;

/// The ids given so far.
#[derive(Debug, Default)]
pub(super) struct Ids {
    seen: Seen,
    /// The number to try next, by the print of an id that came twice.
    next: HashMap<u64, usize>,
}

impl Ids {
    /// The id itself, or `<id>-2`, `<id>-3`… where it was given before.
    pub(super) fn unique(&mut self, id: &str, row: usize) -> String {
        let own = print(&[id]);
        if self.seen.insert(own) {
            return id.to_owned();
        }
        let mut copy = self.next.get(&own).copied().unwrap_or(2);
        if self.next.len() >= MOST_COPIED && !self.next.contains_key(&own) {
            copy = row.max(2);
        }
        loop {
            let numbered = format!("{id}-{copy}");
            copy += 1;
            if self.seen.insert(print(&[&numbered])) {
                if self.next.len() < MOST_COPIED || self.next.contains_key(&own) {
                    self.next.insert(own, copy);
                }
                return numbered;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn an_id_that_comes_again_is_numbered_past_those_that_the_list_gives_itself() {
        let mut ids = Ids::default();
        let given = ["a", "a-2", "a", "a", "b", "a"].map(|id| ids.unique(id, 0));
        assert_eq!(given, ["a", "a-2", "a-3", "a-4", "b", "a-5"]);
    }

    #[test]
    fn a_list_of_one_id_is_numbered_in_one_walk() {
        let mut ids = Ids::default();
        let given: HashSet<String> = (0..200_000).map(|row| ids.unique("x", row)).collect();
        assert_eq!(given.len(), 200_000);
    }
}
