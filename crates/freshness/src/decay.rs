//! The curve: how likely a value is still true some days after it was said.
//!
//! A value is lost at a steady rate, quicker in the first months of a place and when the place goes about. Places differ
//! in how often they change (`spread`), so that what has held for long is likelier to hold on:
//!
//! ```text
//! load = rate · itinerant · (days + (opening - 1) · days within the first months)
//! likelihood = (1 + spread · load) ^ (-1 / spread)          e^-load where spread is 0
//! ```

use std::collections::BTreeMap;
use std::sync::LazyLock;

use portulan_model::Standing;
use serde::{Deserialize, Serialize};

use crate::value::Value;

/// A spread below which the curve is the exponential.
const NO_SPREAD: f64 = 1e-6;

static IN_USE: LazyLock<Decay> =
    LazyLock::new(|| toml::from_str(include_str!("../data/decay.toml")).unwrap_or_default());

/// Who said that a value is true.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The place itself, or a person who checked.
    ByPlace,
    /// A list, at the date that it gives: true of the list, perhaps not of the door.
    BySource,
}

/// The time over which a value may have changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    /// Days since it was said.
    pub days: u32,
    /// How many of these days fall within the first months of the place; 0 where its opening is not known.
    pub opening_days: u32,
    /// Whether the place goes about.
    pub itinerant: bool,
}

/// The figures. Their meaning, and the evaluation that set them, are beside each in the file.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each field is explained in the file")]
pub struct Decay {
    pub spread: f64,
    pub itinerant: f64,
    pub opening: f64,
    pub opening_days: u32,
    pub confirmed: f64,
    pub probable: f64,
    pub horizon_days: u32,
    pub undated_days: u32,
    pub rates: BTreeMap<Value, f64>,
}

impl Decay {
    /// The figures in use.
    #[must_use]
    pub fn in_use() -> &'static Self {
        &IN_USE
    }

    /// How likely a value is still true after a span, from 0 to 1. What has no rate is never likely.
    #[must_use]
    pub fn likelihood(&self, value: Value, span: Span) -> f64 {
        self.load(value, span).map_or(0.0, |load| self.held(load))
    }

    /// What to say of a value: "confirmé" only where the place said so, nothing better than "à vérifier" beyond what
    /// was ever measured.
    #[must_use]
    pub fn standing(&self, value: Value, kind: Kind, span: Span) -> Standing {
        let likelihood = self.likelihood(value, span);
        if span.days > self.horizon_days || likelihood < self.probable {
            return Standing::ToVerify;
        }
        if kind == Kind::ByPlace && likelihood >= self.confirmed {
            return Standing::Confirmed;
        }
        Standing::Probable
    }

    /// The last day on which a value is at least so likely, counted from the day it was said: at most the horizon.
    #[must_use]
    pub fn days_at(&self, value: Value, itinerant: bool, likelihood: f64) -> u32 {
        let (mut low, mut high) = (0, self.horizon_days);
        while low < high {
            let middle = low + (high - low).div_ceil(2);
            let span = Span {
                days: middle,
                opening_days: 0,
                itinerant,
            };
            if self.likelihood(value, span) >= likelihood {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        low
    }

    /// What a span weighs on a value.
    pub(crate) fn load(&self, value: Value, span: Span) -> Option<f64> {
        let rate = self.rates.get(&value)?;
        let roving = if span.itinerant { self.itinerant } else { 1.0 };
        let first = (self.opening - 1.0) * f64::from(span.opening_days.min(span.days));
        Some(rate * roving * (f64::from(span.days) + first))
    }

    /// How likely what bears a load holds.
    pub(crate) fn held(&self, load: f64) -> f64 {
        if self.spread < NO_SPREAD {
            return (-load).exp();
        }
        (1.0 + self.spread * load).powf(-1.0 / self.spread)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const fn after(days: u32) -> Span {
        Span {
            days,
            opening_days: 0,
            itinerant: false,
        }
    }

    #[test]
    fn the_file_is_read_and_every_value_has_a_rate() {
        let decay = Decay::in_use();
        for value in Value::MEASURED.into_iter().chain([Value::Offer]) {
            assert!(decay.likelihood(value, after(0)) > 0.999, "{value:?}");
            assert!(decay.likelihood(value, after(200)) < 1.0, "{value:?}");
        }
        assert!(decay.probable < decay.confirmed && decay.confirmed < 1.0);
    }

    #[test]
    fn hours_go_first_and_the_door_stays_longest() {
        let decay = Decay::in_use();
        let order = [Value::Hours, Value::Phone, Value::Email, Value::Address];
        let likely: Vec<f64> = order
            .into_iter()
            .map(|value| decay.likelihood(value, after(300)))
            .collect();
        assert!(likely.is_sorted(), "{likely:?}");
    }

    #[test]
    fn a_list_never_confirms_and_what_is_too_old_is_never_probable() {
        let decay = Decay::in_use();
        for value in Value::MEASURED {
            let by = |kind, days| decay.standing(value, kind, after(days));
            assert_eq!(by(Kind::ByPlace, 1), Standing::Confirmed, "{value:?}");
            assert_eq!(by(Kind::BySource, 1), Standing::Probable, "{value:?}");
            let beyond = decay.horizon_days + 1;
            assert_eq!(by(Kind::ByPlace, beyond), Standing::ToVerify, "{value:?}");
        }
    }

    #[test]
    fn without_figures_nothing_is_said_to_be_likely() {
        let none = Decay::default();
        assert!(none.likelihood(Value::Hours, after(1)) < f64::EPSILON);
        assert_eq!(
            none.standing(Value::Hours, Kind::ByPlace, after(1)),
            Standing::ToVerify
        );
    }

    proptest! {
        #[test]
        fn trust_only_falls_with_time(days in 0..3_000_u32, more in 1..500_u32, first in 0..200_u32, itinerant: bool) {
            let decay = Decay::in_use();
            for value in Value::MEASURED {
                let at = |days| Span { days, opening_days: first, itinerant };
                let (now, later) = (at(days), at(days + more));
                prop_assert!(decay.likelihood(value, now) > decay.likelihood(value, later));
                prop_assert!(decay.standing(value, Kind::ByPlace, now) <= decay.standing(value, Kind::ByPlace, later));
            }
        }

        #[test]
        fn the_last_day_of_a_likelihood_is_the_last(likelihood in 0.05..0.999_f64, itinerant: bool) {
            let decay = Decay::in_use();
            for value in Value::MEASURED {
                let last = decay.days_at(value, itinerant, likelihood);
                let at = |days| decay.likelihood(value, Span { days, opening_days: 0, itinerant });
                prop_assert!(at(last) >= likelihood);
                prop_assert!(last == decay.horizon_days || at(last + 1) < likelihood);
            }
        }
    }
}
