//! Where each value of a place comes from, when it was last known true, and how likely it still is.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::ids::Slug;

/// A field of a place, under its national name where it has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant is the field of the same name")]
pub enum PlaceField {
    Nom,
    Pivot,
    Adresse,
    Position,
    Typologie,
    Contact,
    Horaires,
    Presentation,
    Itinerance,
    StructureParente,
    Services,
    Publics,
    PriseEnCharge,
    Frais,
    Dispositifs,
    Labels,
    Acces,
    Accompagnement,
    FicheAccesLibre,
    PriseRdv,
    Reseaux,
    Permanences,
}

/// Who gave a value, and when it was true.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldOrigin {
    /// Slug of the source that gave the value.
    pub source: Slug,
    /// The date the source gives for it; `None` where the source gives none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dated: Option<NaiveDate>,
    /// Whether the place itself confirmed it, at `dated`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub confirmed_by_place: bool,
}

/// What a person said of whether a place is still there, whatever its sources say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vouch {
    /// Whether it is.
    pub open: bool,
    /// When they said so.
    pub at: DateTime<Utc>,
    /// Whether it was examined and decided: then it counts whatever the sources give.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub decided: bool,
}

/// The origin of a whole record, and of the fields that come from elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    /// Where the record comes from.
    pub record: FieldOrigin,
    /// Fields whose origin differs from the record's.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<PlaceField, FieldOrigin>,
    /// A person's word on whether the place is still there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vouch: Option<Vouch>,
}

impl Provenance {
    /// A record that comes from one source at one date.
    #[must_use]
    pub const fn of_record(source: Slug, dated: Option<NaiveDate>) -> Self {
        Self {
            record: FieldOrigin {
                source,
                dated,
                confirmed_by_place: false,
            },
            fields: BTreeMap::new(),
            vouch: None,
        }
    }

    /// The origin of one field.
    #[must_use]
    pub fn origin(&self, field: PlaceField) -> &FieldOrigin {
        self.fields.get(&field).unwrap_or(&self.record)
    }

    /// All origins.
    pub fn origins(&self) -> impl Iterator<Item = &FieldOrigin> {
        std::iter::once(&self.record).chain(self.fields.values())
    }
}

/// How far a value may be trusted today, from the age of its origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Freshness {
    /// At most [`Freshness::FRESH_DAYS`] days old.
    Fresh,
    /// At most [`Freshness::STALE_DAYS`] days old: probably still true.
    Ageing,
    /// Older: to be checked before going.
    Stale,
    /// The source gives no date.
    Undated,
}

impl Freshness {
    /// Half a year: hours of public places change with the school year.
    pub const FRESH_DAYS: i64 = 183;
    /// The national map warns after 365 days (its client, `date_maj`).
    pub const STALE_DAYS: i64 = 365;

    /// Reads the freshness of an origin on a day. A date in the future is not believed.
    #[must_use]
    pub fn of(dated: Option<NaiveDate>, today: NaiveDate) -> Self {
        match dated.map(|date| (today - date).num_days()) {
            None => Self::Undated,
            Some(days) if days < -1 => Self::Undated,
            Some(days) if days <= Self::FRESH_DAYS => Self::Fresh,
            Some(days) if days <= Self::STALE_DAYS => Self::Ageing,
            Some(_) => Self::Stale,
        }
    }

    /// The word of the API and of addresses.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Fresh => "recent",
            Self::Ageing => "a-verifier",
            Self::Stale => "ancien",
            Self::Undated => "sans-date",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn freshness_only_falls_with_age() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let mut last = Freshness::Fresh;
        for days in 0..1_000 {
            let now = Freshness::of(today.checked_sub_days(chrono::Days::new(days)), today);
            assert!(now >= last, "day {days}");
            last = now;
        }
        assert_eq!(last, Freshness::Stale);
        assert_eq!(Freshness::of(None, today), Freshness::Undated);
        assert_eq!(
            Freshness::of(today.checked_add_days(chrono::Days::new(9)), today),
            Freshness::Undated
        );
    }
}
