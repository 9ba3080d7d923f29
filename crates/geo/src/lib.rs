//! Territories of reference, distance, outlines, point in territory, search of places by name and address.
