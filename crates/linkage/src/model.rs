//! The weights: bits per level, how common values weaken them, caps for fields that repeat each other, and the curve
//! that makes a probability of bits. The figures are in `data/model.toml`, with the evaluation that set them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::levels::{Agreement, Found};
use crate::outcome::{Evidence, EvidenceField, Level, Options};

/// The figures.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Model {
    /// Bits before any evidence.
    prior: f64,
    /// `probability = 1 / (1 + 2^-(slope · bits + shift))`.
    slope: f64,
    shift: f64,
    same: f64,
    review: f64,
    /// Bits added per bit of shared words above `usual`, at most `extra`, at least `-extra`.
    words: Rarity,
    /// Bits taken per doubling of the holders of a value.
    holders: BTreeMap<Level, f64>,
    /// Part of the smaller of two weights that tell nearly the same: address and position.
    place_overlap: f64,
    /// Most bits that telephone, e-mail and site tell together.
    contacts: f64,
    levels: BTreeMap<Level, f64>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rarity {
    usual: f64,
    slope: f64,
    extra: f64,
}

static MODEL: LazyLock<Model> =
    LazyLock::new(|| toml::from_str(include_str!("../data/model.toml")).unwrap_or_default());

/// The model in use.
pub(crate) fn model() -> &'static Tables {
    static TABLES: LazyLock<Tables> = LazyLock::new(|| Tables::of(&MODEL));
    &TABLES
}

impl Default for Options {
    fn default() -> Self {
        Self {
            same: MODEL.same,
            review: MODEL.review,
        }
    }
}

/// The figures as tables by level.
#[derive(Debug)]
pub(crate) struct Tables {
    model: &'static Model,
    levels: Vec<f64>,
    holders: Vec<f64>,
}

impl Tables {
    fn of(model: &'static Model) -> Self {
        let table = |of: &BTreeMap<Level, f64>| {
            let figure = |level: &Level| of.get(level).copied().unwrap_or(0.0);
            Level::ALL.iter().map(figure).collect()
        };
        Self {
            levels: table(&model.levels),
            holders: table(&model.holders),
            model,
        }
    }

    /// Weight of a level by itself.
    fn weight(&self, found: Found) -> f64 {
        let rank = found.level as usize;
        let base = self.levels.get(rank).copied().unwrap_or(0.0);
        let strength = f64::from(found.strength);
        match found.level {
            Level::NameSame | Level::NameClose | Level::NameWithin | Level::NamePartly => {
                let words = &self.model.words;
                let more = (strength - words.usual) * words.slope;
                base + more.clamp(-words.extra, words.extra)
            }
            _ if strength > 1.0 => {
                base - self.holders.get(rank).copied().unwrap_or(0.0) * strength.log2()
            }
            _ => base,
        }
    }

    /// The reasons of a pair, with what they weigh once fields that repeat each other are weighed together.
    pub(crate) fn evidence(&self, agreement: &Agreement) -> Vec<Evidence> {
        let mut evidence: Vec<Evidence> = agreement
            .found()
            .map(|found| Evidence {
                field: found.level.field(),
                level: found.level,
                weight: self.weight(found),
            })
            .collect();
        self.temper(&mut evidence);
        evidence.sort_by_key(|one| one.field);
        evidence
    }

    fn temper(&self, evidence: &mut [Evidence]) {
        let contact = |field| {
            matches!(
                field,
                EvidenceField::Phone | EvidenceField::Email | EvidenceField::Website
            )
        };
        let speaks = |one: &&Evidence| contact(one.field) && one.weight > 0.0;
        let told: f64 = evidence.iter().filter(speaks).map(|one| one.weight).sum();
        let share = (self.model.contacts / told).min(1.0);
        let place = |field| matches!(field, EvidenceField::Address | EvidenceField::Position);
        let placed = || {
            evidence
                .iter()
                .filter(|one| place(one.field))
                .map(|one| one.weight)
        };
        let both = placed().count() > 1 && placed().all(|weight| weight > 0.0);
        let most = placed().fold(f64::MIN, f64::max);
        let mut kept = false;
        for one in evidence.iter_mut() {
            if contact(one.field) && one.weight > 0.0 {
                one.weight *= share;
            }
            if both && place(one.field) {
                if one.weight < most || kept {
                    one.weight *= self.model.place_overlap;
                } else {
                    kept = true;
                }
            }
        }
    }

    /// Calibrated probability.
    pub(crate) fn probability(&self, evidence: &[Evidence]) -> f64 {
        let bits = self.model.prior + evidence.iter().map(|one| one.weight).sum::<f64>();
        let odds = self.model.slope.mul_add(bits, self.model.shift);
        1.0 / (1.0 + (-odds).exp2())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_level_has_its_figure() {
        let model: Model = toml::from_str(include_str!("../data/model.toml")).unwrap();
        for level in Level::ALL {
            assert!(model.levels.contains_key(level), "{}", level.slug());
        }
        assert!(model.review < model.same);
    }
}
