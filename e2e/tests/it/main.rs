//! Browser journeys, one binary.
