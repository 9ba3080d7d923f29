//! Opening hours: the OSM grammar, French holidays and school zones, prose, open at an instant.
