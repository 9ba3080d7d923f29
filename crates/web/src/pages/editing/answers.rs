//! A form as it was typed: names and values in the order of the page, and what is wrong with them.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

/// The name under which a form carries what was read when it was opened.
pub(in crate::pages) const BEFORE: &str = "lu";

/// The answers to a form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::pages) struct Answers {
    pairs: Vec<(String, String)>,
    wrong: BTreeMap<String, String>,
}

impl Answers {
    /// As a form sends them.
    pub(in crate::pages) const fn of(pairs: Vec<(String, String)>) -> Self {
        Self {
            pairs,
            wrong: BTreeMap::new(),
        }
    }

    /// As a form would send them again.
    pub(in crate::pages) fn pairs(&self) -> &[(String, String)] {
        &self.pairs
    }

    /// The first answer of a name, without spaces around it; empty where there is none.
    pub(in crate::pages) fn text(&self, name: &str) -> &str {
        self.first(name).map_or("", str::trim)
    }

    /// The first answer of a name, as it was typed.
    pub(in crate::pages) fn first(&self, name: &str) -> Option<&str> {
        let mut named = self.pairs.iter().filter(|(given, _)| given == name);
        named.next().map(|(_, value)| value.as_str())
    }

    /// What was read when the form was opened, where it says so.
    pub(in crate::pages) fn before<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_str(self.first(BEFORE)?).ok()
    }

    /// Every answer of a name, in order, empty ones too.
    pub(in crate::pages) fn every<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let named = self.pairs.iter().filter(move |(given, _)| given == name);
        named.map(|(_, value)| value.as_str())
    }

    /// Every answer of a name that says something.
    pub(in crate::pages) fn told<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.every(name)
            .map(str::trim)
            .filter(|text| !text.is_empty())
    }

    /// Whether a choice is ticked.
    pub(in crate::pages) fn has(&self, name: &str, value: &str) -> bool {
        self.every(name).any(|given| given == value)
    }

    /// Adds an answer.
    pub(in crate::pages) fn add(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.pairs.push((name.into(), value.into()));
    }

    /// Puts one answer in the place of those of its name.
    pub(in crate::pages) fn put(&mut self, name: &str, value: impl Into<String>) {
        self.drop(name);
        self.add(name, value);
    }

    /// Takes the answers of a name away.
    pub(in crate::pages) fn drop(&mut self, name: &str) {
        self.pairs.retain(|(given, _)| given != name);
    }

    /// Says what is wrong with a name. What was said first stays.
    pub(in crate::pages) fn fault(&mut self, name: impl Into<String>, words: String) {
        self.wrong.entry(name.into()).or_insert(words);
    }

    /// What is wrong with a name.
    pub(in crate::pages) fn wrong(&self, name: &str) -> Option<String> {
        self.wrong.get(name).cloned()
    }

    /// How many names are wrong.
    pub(in crate::pages) fn faults(&self) -> usize {
        self.wrong.len()
    }
}
