//! Tools shared by the browser journeys.
