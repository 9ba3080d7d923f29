//! Contours from GeoJSON, under the property names that French producers use.

use geo::MultiPolygon;
use geojson::{Feature, FeatureCollection, GeoJson, JsonObject};
use portulan_model::{CommuneCode, TerritoryCode, TerritoryKey};
use serde::{Deserialize, Serialize};

use super::{LayerError, shape};

/// A contour and the territory that it bounds.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Contour {
    pub(crate) key: TerritoryKey,
    pub(crate) name: String,
    /// Communes that a neighbourhood lies in.
    pub(crate) communes: Vec<CommuneCode>,
    #[serde(with = "shape")]
    pub(crate) shape: MultiPolygon,
}

/// Town of the quartiers that name no commune: their files are those of one town, named in the file's name.
const TOWNS: [(&str, &str); 1] = [("rennes", "35238")];

pub(super) fn read(slug: &str, text: &str) -> Result<Vec<Contour>, LayerError> {
    let document: GeoJson = text
        .parse()
        .map_err(|error: geojson::Error| LayerError::GeoJson(error.to_string()))?;
    let collection = FeatureCollection::try_from(document)
        .map_err(|error| LayerError::GeoJson(error.to_string()))?;
    let features = collection.features.into_iter().enumerate();
    let contours: Vec<Contour> = features
        .map(|(index, feature)| contour(slug, index + 1, feature))
        .collect::<Result<_, _>>()?;
    if contours.is_empty() {
        Err(LayerError::Empty)
    } else {
        Ok(contours)
    }
}

fn contour(slug: &str, number: usize, feature: Feature) -> Result<Contour, LayerError> {
    let properties = feature.properties.unwrap_or_default();
    let geometry = feature
        .geometry
        .ok_or_else(|| LayerError::GeoJson(format!("feature {number} has no geometry")))?;
    let geometry = geo::Geometry::<f64>::try_from(geometry)
        .map_err(|error| LayerError::GeoJson(error.to_string()))?;
    let shape = match geometry {
        geo::Geometry::Polygon(polygon) => MultiPolygon::new(vec![polygon]),
        geo::Geometry::MultiPolygon(shape) => shape,
        _ => {
            return Err(LayerError::GeoJson(format!(
                "feature {number} is no surface"
            )));
        }
    };
    let (key, communes) = key(slug, &properties).ok_or(LayerError::NoCode { number })?;
    let name = text_of(
        &properties,
        &["nom", "lib_qp", "nom_qp", "nom_iris", "name", "libelle"],
    );
    Ok(Contour {
        name: name.unwrap_or_else(|| key.code_text().to_owned()),
        key,
        communes,
        shape,
    })
}

fn text_of(properties: &JsonObject, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| match properties.get(*name)? {
        serde_json::Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        serde_json::Value::Number(number) => Some(number.to_string()),
        _ => None,
    })
}

fn key(slug: &str, properties: &JsonObject) -> Option<(TerritoryKey, Vec<CommuneCode>)> {
    let commune = text_of(properties, &["insee_com", "commune", "code_commune"])
        .and_then(|code| code.parse().ok());
    if let Some(code) = text_of(properties, &["code_iris", "CODE_IRIS"]) {
        let key: TerritoryKey = format!("iris-{code}").parse().ok()?;
        let own = code.get(..5).and_then(|code| code.parse().ok());
        return Some((key, commune.or(own).into_iter().collect()));
    }
    if let Some(code) = text_of(properties, &["code_qp", "CODE_QP"]) {
        return Some((
            format!("qpv-{code}").parse().ok()?,
            commune.into_iter().collect(),
        ));
    }
    if slug.contains("quartier") {
        return quartier(slug, properties, commune);
    }
    let code = text_of(
        properties,
        &[
            "code",
            "insee",
            "code_insee",
            "INSEE_COM",
            "siren",
            "siren_epci",
        ],
    )?;
    let word = match (code.len(), slug) {
        (9, _) => "epci",
        (5, _) => "commune",
        (_, slug) if slug.contains("region") => "region",
        _ => "departement",
    };
    Some((format!("{word}-{code}").parse().ok()?, Vec::new()))
}

fn quartier(
    slug: &str,
    properties: &JsonObject,
    commune: Option<CommuneCode>,
) -> Option<(TerritoryKey, Vec<CommuneCode>)> {
    let town = TOWNS.iter().find(|(town, _)| slug.contains(town));
    let commune = commune.or_else(|| town.and_then(|(_, code)| code.parse().ok()))?;
    let name = portulan_text::slug(&text_of(properties, &["nom", "name", "libelle"])?)?;
    let prefix = town.map_or_else(|| commune.to_string(), |(town, _)| (*town).to_owned());
    let slug = format!("{prefix}-{name}").parse().ok()?;
    Some((
        TerritoryKey::new(TerritoryCode::Quartier(slug)),
        vec![commune],
    ))
}
