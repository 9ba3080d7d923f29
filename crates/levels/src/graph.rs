//! What is above what. A commune has several nodes above it, an intercommunality may span départements: a graph, no tree.

use std::collections::{BTreeMap, BTreeSet};

use portulan_model::TerritoryKey;

/// The nodes directly above each node, as the reference of territories gives them.
#[derive(Debug, Clone, Default)]
pub struct Graph(BTreeMap<TerritoryKey, Vec<TerritoryKey>>);

impl Graph {
    /// Says what is directly above a node.
    pub fn put(&mut self, key: TerritoryKey, above: Vec<TerritoryKey>) {
        self.0.insert(key, above);
    }

    /// A node and all that is above it, each once, by however many ways it is reached.
    #[must_use]
    pub fn upward<'a>(&'a self, key: &'a TerritoryKey) -> BTreeSet<&'a TerritoryKey> {
        let mut found = BTreeSet::from([key]);
        let mut open = vec![key];
        while let Some(next) = open.pop() {
            for above in self.0.get(next).into_iter().flatten() {
                if found.insert(above) {
                    open.push(above);
                }
            }
        }
        found
    }
}
