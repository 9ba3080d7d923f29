//! Data to accessible SVG with its table.
