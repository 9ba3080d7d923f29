//! Every outside shape, in and out, with a report per row.
