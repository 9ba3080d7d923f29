//! The weights of usefulness, from `data/ranking.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

static FILE: &str = include_str!("../data/ranking.toml");

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| toml::from_str(FILE).unwrap_or_default());

/// Points of each term. Their meaning is beside each in the file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each field is explained in the file")]
pub struct Weights {
    pub open: f64,
    pub open_unknown: f64,
    pub distance: f64,
    pub distance_half_km: f64,
    pub need: f64,
    pub session: f64,
    pub public: f64,
    pub free: f64,
    pub walk_in: f64,
    pub text_in_name: f64,
    pub confirmed: f64,
    pub probable: f64,
}

impl Weights {
    /// The weights in use.
    #[must_use]
    pub fn in_use() -> Self {
        *WEIGHTS
    }

    /// Points for a distance, in metres.
    #[must_use]
    pub fn of_distance(&self, metres: f64) -> f64 {
        self.distance * (-metres / (self.distance_half_km * 1_000.0)).exp2()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read_and_open_weighs_most() {
        let weights: Weights = toml::from_str(FILE).unwrap();
        assert_eq!(weights, Weights::in_use());
        assert!(weights.open > weights.open_unknown && weights.open_unknown > 0.0);
        assert!((weights.of_distance(0.0) - weights.distance).abs() < 1e-9);
        assert!((weights.of_distance(1_500.0) - weights.distance / 2.0).abs() < 1e-9);
    }
}
