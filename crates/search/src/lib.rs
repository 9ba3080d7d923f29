//! The in-memory read model: terms, facets, space, opening time, ranking, suggestions.
