//! Values of parameters, one reader per form.

use std::str::FromStr;

use portulan_app::Directory;
use portulan_model::{ClosedList, Position, TerritoryCode, TerritoryKey, ValueSet};
use portulan_search::Query;

use super::Wrong;

/// Names of the contract.
pub(crate) const SEARCH_NAMES: &[&str] = &[
    "ou",
    "lat",
    "lon",
    "rayon",
    "territoire",
    "polygone",
    "besoin",
    "quand",
    "public",
    "prise_en_charge",
    "frais",
    "acces",
    "accompagnement",
    "itinerance",
    "dispositif",
    "reseau",
    "label",
    "typologie",
    "source",
    "q",
    "tri",
    "limite",
    "curseur",
];

/// Names that only pages read: the language, the doors of the home page, the map, the parts of a moment.
pub(crate) const PAGE_ONLY: &[&str] = &[
    "langue",
    "theme",
    "situation",
    "carte",
    "pour",
    "jour",
    "moment",
];

/// Corners of a polygon.
const CORNERS: std::ops::RangeInclusive<usize> = 3..=200;

/// What a value without a list of its own should look like.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Expected {
    /// A number within bounds.
    Number {
        /// Least.
        min: f64,
        /// Greatest.
        max: f64,
    },
    /// One of the forms of `quand`.
    Moment,
    /// Points.
    Polygon,
    /// A cursor that an answer gave.
    Cursor,
    /// `<kind>-<code>`.
    Territory,
}

pub(super) fn number(value: &str, min: f64, max: f64) -> Result<f64, Wrong> {
    let degrees = value.replace(',', ".").parse::<f64>().ok();
    degrees
        .filter(|number| *number >= min && *number <= max)
        .ok_or(Wrong::Expected(Expected::Number { min, max }))
}

pub(super) fn closed<L: ClosedList>(value: &str, set: &mut ValueSet<L>) -> Result<(), Wrong> {
    let allowed = || Wrong::Allowed(L::ALL.iter().map(|value| value.slug().to_owned()).collect());
    set.insert(L::from_slug(value).map_err(|_unknown| allowed())?);
    Ok(())
}

/// A label is a training, a label or a national programme: people do not tell them apart.
pub(super) fn label(value: &str, query: &mut Query) -> Result<(), Wrong> {
    let Err(Wrong::Allowed(mut allowed)) = closed(value, &mut query.labels) else {
        return Ok(());
    };
    closed(value, &mut query.programmes).map_err(|wrong| {
        if let Wrong::Allowed(programmes) = wrong {
            allowed.extend(programmes);
        }
        Wrong::Allowed(allowed)
    })
}

/// A value among those that places of this directory have.
pub(super) fn known<'a, T>(
    value: &str,
    mut all: impl Iterator<Item = &'a T> + Clone,
    into: &mut Vec<T>,
) -> Result<(), Wrong>
where
    T: ToString + Clone + PartialEq + 'a,
{
    let names = all.clone();
    let Some(found) = all.find(|known| known.to_string() == value) else {
        return Err(Wrong::Allowed(names.map(ToString::to_string).collect()));
    };
    if !into.contains(found) {
        into.push(found.clone());
    }
    Ok(())
}

/// A territory of today; the code of a former commune leads to the commune that took it in.
pub(super) fn territory(value: &str, directory: &Directory) -> Result<TerritoryKey, Wrong> {
    let key =
        TerritoryKey::from_str(value).map_err(|_shape| Wrong::Expected(Expected::Territory))?;
    let today = match key.code() {
        TerritoryCode::Commune(code) => {
            directory.reference.resolve(code).map(TerritoryKey::commune)
        }
        _ => directory
            .reference
            .territory(&key)
            .map(|territory| territory.key.clone()),
    };
    today.ok_or(Wrong::Expected(Expected::Territory))
}

pub(super) fn polygon(value: &str) -> Result<Vec<Position>, Wrong> {
    let ring: Option<Vec<Position>> = value
        .split(';')
        .filter(|point| !point.is_empty())
        .map(corner)
        .collect();
    let ring = ring.filter(|ring| CORNERS.contains(&ring.len()) && surface(ring) > 0.0);
    ring.ok_or(Wrong::Expected(Expected::Polygon))
}

fn corner(text: &str) -> Option<Position> {
    let (lon, lat) = text.split_once(',')?;
    Position::new(lat.trim().parse().ok()?, lon.trim().parse().ok()?).ok()
}

/// Twice the surface in square degrees (shoelace): a line goes round nothing.
fn surface(ring: &[Position]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter()
        .zip(next)
        .map(|(a, b)| a.lon() * b.lat() - b.lon() * a.lat())
        .sum::<f64>()
        .abs()
}

#[cfg(test)]
mod tests {
    use super::*;
    use portulan_model::Service;

    #[test]
    fn a_value_out_of_its_list_names_the_list() {
        let mut set = ValueSet::<Service>::EMPTY;
        assert!(closed("acces", &mut set).is_ok() && set.contains(Service::Connection));
        let Err(Wrong::Allowed(allowed)) = closed("rien", &mut set) else {
            panic!("should be refused")
        };
        assert_eq!(allowed.len(), 9);
    }

    #[test]
    fn a_polygon_goes_round_something() {
        assert!(polygon("-1.70,48.10;-1.65,48.10;-1.65,48.13").is_ok());
        for bad in [
            "",
            "a",
            "-1.7,48.1",
            "-1.7,48.1;-1.7,48.1;-1.7,48.1",
            "-1.7,48.1;0,0;-1.6,48.2",
            "-1.7;48.1;2,3",
        ] {
            assert!(polygon(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_number_stays_within_its_bounds() {
        assert!(number("2,5", 0.1, 100.0).is_ok_and(|km| (km - 2.5).abs() < 1e-9));
        for bad in ["NaN", "inf", "0", "101", "dix", "-1"] {
            assert!(number(bad, 0.1, 100.0).is_err(), "{bad}");
        }
    }
}
