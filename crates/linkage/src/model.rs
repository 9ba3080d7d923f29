//! The weights: bits per level, how common values weaken them, caps for fields that repeat each other, and the curve
//! that makes a probability of bits. The figures are in `data/model.toml`, with the evaluation that set them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::Subject;
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
    /// Part of the lesser weights against, of address, position and commune.
    place_against: f64,
    /// Part of the weights of place against, when both go about.
    itinerant: f64,
    /// Most bits that telephone, e-mail and site tell together.
    contacts: f64,
    /// Bits by which another record of a list must agree better to be the likelier one.
    better: f64,
    levels: BTreeMap<Level, f64>,
    /// What weighs otherwise for organisations.
    organisations: Otherwise,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Otherwise {
    levels: BTreeMap<Level, f64>,
    holders: BTreeMap<Level, f64>,
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
pub(crate) fn model(subject: Subject) -> &'static Tables {
    static PLACES: LazyLock<Tables> = LazyLock::new(|| Tables::of(&MODEL, Subject::Place));
    static ORGANISATIONS: LazyLock<Tables> =
        LazyLock::new(|| Tables::of(&MODEL, Subject::Organisation));
    match subject {
        Subject::Place => &PLACES,
        Subject::Organisation => &ORGANISATIONS,
    }
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
    fn of(model: &'static Model, subject: Subject) -> Self {
        let table = |of: &BTreeMap<Level, f64>, otherwise: &BTreeMap<Level, f64>| {
            let own = |level| {
                otherwise
                    .get(level)
                    .filter(|_| subject == Subject::Organisation)
            };
            let figure = |level| own(level).or_else(|| of.get(level)).copied();
            let figures = Level::ALL.iter().map(|level| figure(level).unwrap_or(0.0));
            figures.collect()
        };
        Self {
            levels: table(&model.levels, &model.organisations.levels),
            holders: table(&model.holders, &model.organisations.holders),
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
        self.temper(&mut evidence, agreement.both_go_about);
        evidence.sort_by_key(|one| one.field);
        evidence
    }

    /// Telephone, e-mail and site come from one hand: together they tell little more than the best of them. Address,
    /// position and commune tell the same thing three times.
    fn temper(&self, evidence: &mut [Evidence], both_go_about: bool) {
        let contact = |one: &Evidence| {
            let fields = [
                EvidenceField::Phone,
                EvidenceField::Email,
                EvidenceField::Website,
            ];
            fields.contains(&one.field) && one.weight > 0.0
        };
        let told: f64 = evidence
            .iter()
            .filter(|one| contact(one))
            .map(|one| one.weight)
            .sum();
        let share = (self.model.contacts / told).min(1.0);
        for one in evidence.iter_mut().filter(|one| contact(one)) {
            one.weight *= share;
        }
        let place = |one: &Evidence| {
            let fields = [
                EvidenceField::Address,
                EvidenceField::Position,
                EvidenceField::Commune,
            ];
            fields.contains(&one.field)
        };
        let apart = |one: &Evidence| place(one) && one.weight < 0.0;
        let near =
            |one: &Evidence| place(one) && one.weight > 0.0 && one.field != EvidenceField::Commune;
        lessen(evidence, near, self.model.place_overlap);
        lessen(evidence, apart, self.model.place_against);
        if both_go_about {
            for one in evidence.iter_mut().filter(|one| apart(one)) {
                one.weight *= self.model.itinerant;
            }
        }
    }

    /// Bits by which another record of a list must agree better.
    pub(crate) const fn better(&self) -> f64 {
        self.model.better
    }

    /// That a list holds a better record.
    pub(crate) fn outdone(&self) -> Evidence {
        let level = Level::SourceBetter;
        Evidence {
            field: level.field(),
            level,
            weight: self.levels.get(level as usize).copied().unwrap_or(0.0),
        }
    }

    /// Calibrated probability.
    pub(crate) fn probability(&self, evidence: &[Evidence]) -> f64 {
        let bits = self.model.prior + evidence.iter().map(|one| one.weight).sum::<f64>();
        let odds = self.model.slope.mul_add(bits, self.model.shift);
        1.0 / (1.0 + (-odds).exp2())
    }
}

/// Leaves the strongest of these weights and takes a part of the others.
fn lessen(evidence: &mut [Evidence], of: impl Fn(&Evidence) -> bool, part: f64) {
    let strength = |(_, one): &(usize, &Evidence)| one.weight.abs();
    let strongest = evidence
        .iter()
        .enumerate()
        .filter(|(_, one)| of(one))
        .max_by(|a, b| strength(a).total_cmp(&strength(b)))
        .map(|(rank, _)| rank);
    for (rank, one) in evidence.iter_mut().enumerate() {
        if of(one) && Some(rank) != strongest {
            one.weight *= part;
        }
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
