//! Contours of territories, when an installation has them: what holds a point.

use geo::{Contains, MultiPolygon, Point};
use portulan_model::{CommuneCode, Position, TerritoryCode, TerritoryKey, TerritoryKind};

use super::Reference;
use crate::distance::distance_m;
use crate::layers::Contour;

/// Without a contour, a quartier is the one whose centre is nearest, within this distance.
const QUARTIER_M: f64 = 900.0;

impl Reference {
    /// The contour of a territory.
    #[must_use]
    pub fn contour(&self, key: &TerritoryKey) -> Option<&MultiPolygon> {
        self.contours.get(key)
    }

    /// Whether a territory holds a point; `None` without a contour.
    #[must_use]
    pub fn contains(&self, key: &TerritoryKey, position: Position) -> Option<bool> {
        let contour = self.contours.get(key)?;
        Some(contour.contains(&Point::new(position.lon(), position.lat())))
    }

    /// The neighbourhoods of a commune that hold a point: by contour; and the quartier without one whose centre is
    /// nearest, since the quartiers that people name are smaller than those that are drawn.
    #[must_use]
    pub fn neighbourhoods_at(
        &self,
        commune: &CommuneCode,
        position: Position,
    ) -> Vec<TerritoryKey> {
        let drawn = self
            .contours_of
            .get(commune)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let mut found: Vec<TerritoryKey> = drawn
            .iter()
            .filter(|key| self.contains(key, position) == Some(true))
            .cloned()
            .collect();
        found.extend(self.nearest_quartier(*commune, position));
        found
    }

    fn nearest_quartier(&self, commune: CommuneCode, position: Position) -> Option<TerritoryKey> {
        let (key, metres) = self
            .children(&TerritoryKey::commune(commune))
            .into_iter()
            .filter(|key| key.kind() == TerritoryKind::Quartier && self.contour(key).is_none())
            .filter_map(|key| {
                Some((
                    key.clone(),
                    distance_m(self.territory(&key)?.centre?, position),
                ))
            })
            .min_by(|one, two| one.1.total_cmp(&two.1))?;
        (metres <= QUARTIER_M).then_some(key)
    }

    pub(super) fn add_contour(&mut self, contour: Contour) {
        let Contour {
            key,
            name,
            communes,
            shape,
        } = contour;
        let small = matches!(
            key.code(),
            TerritoryCode::Iris(_) | TerritoryCode::Qpv(_) | TerritoryCode::Quartier(_)
        );
        if small {
            let centre = geo::Centroid::centroid(&shape)
                .and_then(|point| Position::new(point.y(), point.x()).ok());
            for code in communes
                .iter()
                .filter_map(|code| self.resolve(code))
                .collect::<Vec<_>>()
            {
                let drawn = self.contours_of.entry(code).or_default();
                if !drawn.contains(&key) {
                    drawn.push(key.clone());
                }
            }
            self.add_neighbourhood(key.clone(), name, centre, &communes);
        } else if let Some(territory) = self.territories.get_mut(&key) {
            if territory.centre.is_none() {
                territory.centre = geo::Centroid::centroid(&shape)
                    .and_then(|point| Position::new(point.y(), point.x()).ok());
            }
        } else {
            return;
        }
        self.contours.insert(key, shape);
    }
}
