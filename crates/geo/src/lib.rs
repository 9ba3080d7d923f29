//! Territories of reference, the geocoder, contours and distance. Everything works offline.
//!
//! [`Reference`] holds the official code of 2026 (embedded) and the layers of an installation; [`Geocoder`] turns a text
//! into a spot, or says that several bear the name. No words for people here beyond names of territories.

mod distance;
mod gazetteer;
mod geocoder;
mod lambert;
mod layers;
mod names;
mod reference;
mod streets;
mod typing;

pub use distance::{distance_m, polygon_contains};
pub use geo::MultiPolygon;
pub use geocoder::{Found, Geocoder, KnownAddress, Spot, SpotKind};
pub use lambert::from_lambert93;
pub use layers::{Layer, LayerError, LayerKind, read_layer};
pub use reference::{CommuneName, Reference, ReferenceError, Territory};
