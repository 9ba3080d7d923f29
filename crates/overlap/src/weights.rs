//! The figures of `data/weights.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

/// All of them.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Weights {
    pub(crate) bias: f64,
    pub(crate) action: f64,
    pub(crate) cost: f64,
    pub(crate) bought: f64,
    pub(crate) post_words: f64,
    pub(crate) lead: f64,
    pub(crate) words: Words,
    pub(crate) quantity: Quantity,
    pub(crate) cost_of: CostOf,
    pub(crate) place: OfPlace,
    pub(crate) said: Said,
}

/// Of texts.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    pub(crate) concept: f64,
    pub(crate) common: f64,
    pub(crate) likeness: f64,
    pub(crate) usual: f64,
}

/// Of quantities.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Quantity {
    pub(crate) shared: f64,
    pub(crate) other: f64,
}

/// Of amounts.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CostOf {
    pub(crate) equal: f64,
    pub(crate) close: f64,
    pub(crate) share: f64,
    pub(crate) within: f64,
    pub(crate) told: f64,
    pub(crate) other: f64,
}

/// Of places.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OfPlace {
    pub(crate) shared: f64,
    pub(crate) named: f64,
    pub(crate) other: f64,
}

/// Of what one says of the other.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Said {
    pub(crate) bearer: f64,
    pub(crate) commune: f64,
    pub(crate) reference: f64,
    pub(crate) same_bearer: f64,
    pub(crate) nested: f64,
    pub(crate) part: f64,
    pub(crate) seeking: f64,
    pub(crate) closed: f64,
    pub(crate) promise_apart: f64,
}

/// The figures in use.
pub(crate) static WEIGHTS: LazyLock<Weights> =
    LazyLock::new(|| toml::from_str(include_str!("../data/weights.toml")).unwrap_or_default());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_weights_reads() {
        let weights: Weights = toml::from_str(include_str!("../data/weights.toml")).unwrap();
        assert!(weights.cost < weights.action);
    }
}
