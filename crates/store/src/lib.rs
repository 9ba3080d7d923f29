//! Storage on SQLite and PostgreSQL: repositories, journal, reference layers, backup.
