//! Places as `GeoJSON` (RFC 7946).

use portulan_model::Place;
use serde_json::{Map, Value, json};

/// A feature: the point of the place, or no geometry where it is not known, and the properties given.
pub fn feature(place: &Place, properties: Map<String, Value>) -> String {
    let geometry = place.record.position.map_or(
        Value::Null,
        |position| json!({ "type": "Point", "coordinates": [position.lon(), position.lat()] }),
    );
    let mut feature = Map::new();
    feature.insert("type".to_owned(), "Feature".into());
    feature.insert("id".to_owned(), place.id.to_string().into());
    feature.insert("geometry".to_owned(), geometry);
    feature.insert("properties".to_owned(), Value::Object(properties));
    Value::Object(feature).to_string()
}
