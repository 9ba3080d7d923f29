//! Two vintages side by side: which row became which, and what of it still holds.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use portulan_freshness::evaluation::Observation;
use portulan_freshness::{Decay, Span, Value};

use super::lists::Row;
use super::same;
use crate::commands::bench::timing::{float, rounded};

/// A row and what it became; nothing where it is listed no more.
pub(super) struct Pair<'a> {
    pub(super) before: &'a Row,
    after: Option<&'a Row>,
    /// What was said of it, and whether it still holds.
    pub(super) values: Vec<(Value, bool)>,
}

/// What is known of a vintage when it comes out.
pub(super) struct Interval<'a> {
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    pub(super) pairs: Vec<Pair<'a>>,
    /// Values seen to change in the interval before, by id.
    changed: HashSet<(&'a str, Value)>,
}

impl<'a> Interval<'a> {
    /// Pairs two vintages. Ids are followed; a place whose provisional id was replaced is found by commune and name.
    pub(super) fn new(
        before: &'a [Row],
        after: &'a [Row],
        from: NaiveDate,
        to: NaiveDate,
        previous: Option<&Interval<'a>>,
    ) -> Self {
        let by_id: HashMap<&str, &Row> = after.iter().map(|row| (row.id.as_str(), row)).collect();
        let known: HashSet<&str> = before.iter().map(|row| row.id.as_str()).collect();
        let mut new = BTreeMap::<&str, Vec<&Row>>::new();
        for row in after.iter().filter(|row| !known.contains(row.id.as_str())) {
            new.entry(&row.commune).or_default().push(row);
        }
        let mut heir = |row: &Row| {
            let rows = new.get_mut(row.commune.as_str())?;
            let at = rows.iter().position(|other| same::name(row, other))?;
            Some(rows.remove(at))
        };
        let pairs = before.iter().map(|row| {
            let found = by_id.get(row.id.as_str()).copied();
            Pair::new(row, found.or_else(|| heir(row)))
        });
        Self {
            from,
            to,
            pairs: pairs.collect(),
            changed: previous.map(Self::changes).unwrap_or_default(),
        }
    }

    /// Values that changed, by the id that they have now.
    fn changes(&self) -> HashSet<(&'a str, Value)> {
        let lost = self.pairs.iter().flat_map(|pair| {
            let lost = pair.values.iter().filter(|(_, held)| !held);
            lost.filter_map(|(value, _)| Some((pair.after?.id.as_str(), *value)))
        });
        lost.collect()
    }

    /// All values that were looked at again.
    pub(super) fn observations(&self) -> Vec<Observation> {
        let places = (0..).zip(&self.pairs);
        places
            .flat_map(|(place, pair)| {
                let span = self.span(pair.before);
                pair.values.iter().map(move |(value, held)| Observation {
                    place,
                    value: *value,
                    span,
                    since: self.since(pair.before, *value),
                    held: *held,
                })
            })
            .collect()
    }

    /// For each value, the share that changed of those seen to change in the interval before, and of the others.
    pub(super) fn changed_again(&self) -> BTreeMap<Value, [f64; 2]> {
        let mut counts = BTreeMap::<Value, [(usize, usize); 2]>::new();
        for pair in &self.pairs {
            for (value, held) in &pair.values {
                let before = self.changed.contains(&(pair.before.id.as_str(), *value));
                let [changed, others] = counts.entry(*value).or_default();
                let count = if before { changed } else { others };
                count.0 += 1;
                count.1 += usize::from(!held);
            }
        }
        let share = |(of, changed)| rounded(float(changed) / float(of), 3);
        let shares = counts.into_iter();
        shares
            .filter(|(_, [changed, _])| changed.0 > 0)
            .map(|(value, both)| (value, both.map(share)))
            .collect()
    }

    /// The span of the interval for a row.
    pub(super) fn span(&self, row: &Row) -> Span {
        let days = between(self.from, self.to);
        let first = Decay::in_use().opening_days;
        let opening_days = row
            .opened
            .map_or(0, |opened| first.saturating_sub(between(opened, self.from)));
        Span {
            days,
            opening_days: opening_days.min(days),
            itinerant: row.itinerant,
        }
    }

    /// Days since the last known change of a value, at the end of the interval.
    pub(super) fn since(&self, row: &Row, value: Value) -> u32 {
        let last = if self.changed.contains(&(row.id.as_str(), value)) {
            self.from
        } else {
            row.opened.unwrap_or(self.from).min(self.from)
        };
        between(last, self.to)
    }
}

fn between(from: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from((to - from).num_days()).unwrap_or_default()
}

impl<'a> Pair<'a> {
    fn new(before: &'a Row, after: Option<&'a Row>) -> Self {
        let mut values = vec![(Value::Presence, after.is_some())];
        if let Some(after) = after {
            let both = |value, same: Option<bool>| same.map(|same| (value, same));
            values.extend(
                [
                    both(
                        Value::Hours,
                        equal(before.week.as_ref(), after.week.as_ref()),
                    ),
                    both(
                        Value::Phone,
                        equal(before.phone.as_ref(), after.phone.as_ref()),
                    ),
                    both(
                        Value::Email,
                        equal(before.email.as_ref(), after.email.as_ref()),
                    ),
                    both(Value::Address, same::address(before, after)),
                    both(Value::Name, Some(same::name(before, after))),
                ]
                .into_iter()
                .flatten(),
            );
        }
        Self {
            before,
            after,
            values,
        }
    }
}

/// Nothing where one is not given: what is missing is not a change of what is true.
fn equal<T: PartialEq>(one: Option<&T>, other: Option<&T>) -> Option<bool> {
    one.zip(other).map(|(one, other)| one == other)
}
