//! Clusters (*grappes*) and sectors: free groupings of places, communes and organisations.
//!
//! A cluster is attached to one or more levels, and has a governance (the body whose seat it is) or none. The source
//! document asks that each be linked to the métropole: [`Cluster::is_linked_to`] says whether it is. A sector parts what
//! a territory, a scheme or a cluster covers between those who cover it, as the four sectors of Rennes Métropole.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::areas::Area;
use crate::ids::{PlaceId, PostId, Slug};
use crate::periods::Period;
use crate::proposals::Prose;
use crate::seats::Seat;
use crate::territories::{TerritoryKey, TerritoryKind};

/// A cluster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cluster {
    /// Readable address, for ever: `/grappes/<slug>`.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// The levels to which it is attached, narrowest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<TerritoryKey>,
    /// Communes and neighbourhoods that it groups.
    #[serde(default)]
    pub area: Area,
    /// Places that it groups.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub places: BTreeSet<PlaceId>,
    /// Organisations that it groups.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub organisations: BTreeSet<Slug>,
    /// From when to when.
    #[serde(default)]
    pub period: Period,
    /// What it is for, in a few lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Prose>,
}

impl Cluster {
    /// Whether it is there on a day.
    #[must_use]
    pub fn is_on(&self, day: NaiveDate) -> bool {
        self.period.holds(day)
    }

    /// Whether it is attached to a level of a kind: to the métropole or another intercommunality for `Epci`.
    #[must_use]
    pub fn is_linked_to(&self, kind: TerritoryKind) -> bool {
        self.levels.iter().any(|key| key.kind() == kind)
    }
}

/// Who covers a sector.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cover {
    /// For whom they work.
    pub organisation: Slug,
    /// The post, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post: Option<PostId>,
    /// From when to when.
    #[serde(default)]
    pub period: Period,
}

/// A sector.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sector {
    /// Readable, unique within its seat: `nord-ouest`.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// What it is a sector of.
    pub of: Seat,
    /// What it covers.
    #[serde(default)]
    pub area: Area,
    /// By whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub covered_by: Vec<Cover>,
}

impl Sector {
    /// Whether somebody covers it on a day.
    #[must_use]
    pub fn is_covered_on(&self, day: NaiveDate) -> bool {
        self.covered_by.iter().any(|one| one.period.holds(day))
    }
}

/// How sectors part an area.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parting {
    /// In no sector.
    pub left_out: Area,
    /// In two sectors or more.
    pub shared: Area,
    /// In a sector, and outside what was to be parted.
    pub beyond: Area,
    /// In sectors that nobody covers on the day.
    pub uncovered: Area,
}

/// Sets the sectors of one seat against what it covers.
#[must_use]
pub fn parting(area: &Area, sectors: &[Sector], day: NaiveDate) -> Parting {
    let mut parting = Parting::default();
    let mut within = Area::default();
    for sector in sectors {
        parting.shared = parting.shared.union(&within.shared(&sector.area));
        within = within.union(&sector.area);
        if !sector.is_covered_on(day) {
            parting.uncovered = parting.uncovered.union(&sector.area);
        }
    }
    parting.left_out = area.minus(&within);
    parting.beyond = within.minus(area);
    parting
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sector(area: &str, covered: bool) -> Sector {
        let cover = Cover {
            organisation: "rennes-metropole".parse().unwrap(),
            post: None,
            period: Period::years(2023, 2026).unwrap(),
        };
        Sector {
            slug: "nord".parse().unwrap(),
            name: "Nord".to_owned(),
            of: "epci-243500139".parse().unwrap(),
            area: area.parse().unwrap(),
            covered_by: if covered { vec![cover] } else { Vec::new() },
        }
    }

    #[test]
    fn sectors_show_what_they_leave_out_share_and_overstep() {
        let area: Area = "35001-35006".parse().unwrap();
        let sectors = [
            sector("35001-35003", true),
            sector("35003-35004 35300", false),
        ];
        let on = |text: &str| parting(&area, &sectors, text.parse().unwrap());
        let parted = on("2024-01-15");
        assert_eq!(parted.left_out.to_string(), "35005-35006");
        assert_eq!(parted.shared.to_string(), "35003");
        assert_eq!(parted.beyond.to_string(), "35300");
        assert_eq!(parted.uncovered.to_string(), "35003-35004 35300");
        assert_eq!(on("2027-01-01").uncovered.to_string(), "35001-35004 35300");
    }

    #[test]
    fn a_cluster_that_names_no_intercommunality_is_not_linked_to_one() {
        let cluster: Cluster =
            serde_json::from_str(r#"{"slug":"esc","name":"ESC","levels":["commune-35238"]}"#)
                .unwrap();
        assert!(!cluster.is_linked_to(TerritoryKind::Epci));
        assert!(cluster.is_linked_to(TerritoryKind::Commune));
    }
}
