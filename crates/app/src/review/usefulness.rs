//! How much an answer about a pair would help, from 0 to a million:
//!
//! ```text
//! usefulness = 1 000 000 · doubt · (1 + stake) / 2
//! doubt = 4 p (1 - p)                      p, the probability that both are one place
//! stake = S / 2 + C / 4 + F / 4
//! S = 1 when visitors see both places today, 0 when not
//! C = c / (c + 3)                          c, the fields that both give and give differently
//! F = mean over both of 1 (confirmed), 1/2 (probable), 0 (to be checked)
//! ```
//!
//! An answer teaches most where the machine knows least; of two doubts alike, the one that visitors stumble over comes
//! first. Stakes double the weight at most: where nothing is in doubt, nothing is asked.

use chrono::NaiveDate;
use portulan_freshness::Outlook;
use portulan_model::{Place, PlaceField, Standing};

/// The scale.
const MOST: f64 = 1_000_000.0;
/// Conflicting fields that weigh half of what many do.
const HALF_CONFLICTS: f64 = 3.0;

/// What is in doubt, and for whom.
pub(super) struct Doubt<'a> {
    /// How likely the two are one.
    pub(super) probability: f64,
    /// The two.
    pub(super) places: (&'a Place, &'a Place),
    /// Whether visitors see both.
    pub(super) shown: bool,
    /// The day on which freshness is read.
    pub(super) today: NaiveDate,
}

impl Doubt<'_> {
    /// How much an answer would help.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to the scale before"
    )]
    pub(super) fn usefulness(&self) -> u32 {
        let doubt = (4.0 * self.probability * (1.0 - self.probability)).clamp(0.0, 1.0);
        let useful = doubt * f64::midpoint(1.0, self.stake());
        (useful.clamp(0.0, 1.0) * MOST) as u32
    }

    fn stake(&self) -> f64 {
        let shown = if self.shown { 1.0 } else { 0.0 };
        let conflicts = self.conflicts();
        let conflict = conflicts / (conflicts + HALF_CONFLICTS);
        let (a, b) = self.places;
        let fresh = f64::midpoint(self.fresh(a), self.fresh(b));
        shown / 2.0 + conflict / 4.0 + fresh / 4.0
    }

    /// Fields that both give, and give differently.
    fn conflicts(&self) -> f64 {
        let (a, b) = (&self.places.0.record, &self.places.1.record);
        let conflicting = PlaceField::ALL
            .into_iter()
            .filter(|field| !field.is_absent(a) && !field.is_absent(b) && !field.same(a, b));
        conflicting.map(|_| 1.0).sum()
    }

    fn fresh(&self, place: &Place) -> f64 {
        match Outlook::of_place(&place.record).on(self.today) {
            Standing::Confirmed => 1.0,
            Standing::Probable => 0.5,
            Standing::ToVerify => 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use portulan_testkit::builders::PlaceBuilder;

    use super::*;

    const RECENT: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 11, 28);

    fn doubt<'a>(probability: f64, places: (&'a Place, &'a Place)) -> Doubt<'a> {
        Doubt {
            probability,
            places,
            shown: true,
            today: RECENT.unwrap(),
        }
    }

    #[test]
    fn nobody_is_asked_about_what_is_sure() {
        let place = PlaceBuilder::new(1).build();
        let of = |probability| doubt(probability, (&place, &place)).usefulness();
        assert_eq!((of(0.0), of(1.0)), (0, 0));
        assert_eq!(
            of(0.5),
            812_500,
            "both shown, none in conflict, both probable"
        );
        assert!(of(0.5) > of(0.3) && of(0.3) > of(0.1));
    }

    #[test]
    fn what_visitors_see_and_what_is_fresh_comes_first() {
        let place = PlaceBuilder::new(1).build();
        let plain = doubt(0.5, (&place, &place)).usefulness();
        let hidden = Doubt {
            shown: false,
            ..doubt(0.5, (&place, &place))
        };
        let old = Doubt {
            today: NaiveDate::from_ymd_opt(2030, 1, 1).unwrap(),
            ..doubt(0.5, (&place, &place))
        };
        assert!(hidden.usefulness() < plain);
        assert!(old.usefulness() < plain);
    }

    #[test]
    fn places_that_contradict_each_other_come_before_those_that_agree() {
        let (one, other) = (PlaceBuilder::new(1).build(), PlaceBuilder::new(2).build());
        let contradicting = doubt(0.5, (&one, &other)).usefulness();
        assert!(contradicting > doubt(0.5, (&one, &one)).usefulness());
    }
}
