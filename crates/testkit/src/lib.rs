//! For tests: builders, a fixed clock, a PostgreSQL cluster of their own.
