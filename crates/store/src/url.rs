//! Which database: a file, or a PostgreSQL server.

use std::path::{Path, PathBuf};

use thiserror::Error;

/// Name of the database file within a data folder.
const FILE_NAME: &str = "portulan.db";

/// Where the data lives.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// An SQLite file.
    Sqlite(PathBuf),
    /// A PostgreSQL address, as libpq writes it. It may hold a password: it is never shown.
    Postgres(String),
}

/// Why a text names no database.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DatabaseUrlError {
    /// Neither `sqlite:` nor `postgres:`.
    #[error("a database is written sqlite:FILE or postgres://user@host/name")]
    Scheme,
    /// `sqlite:` without a file.
    #[error("sqlite: needs the name of a file")]
    NoFile,
}

impl DatabaseUrl {
    /// Reads `sqlite:FILE` or `postgres://…`.
    pub fn parse(text: &str) -> Result<Self, DatabaseUrlError> {
        let text = text.trim();
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        let file = text
            .strip_prefix("sqlite:")
            .ok_or(DatabaseUrlError::Scheme)?;
        let file = file.strip_prefix("//").unwrap_or(file);
        if file.is_empty() {
            Err(DatabaseUrlError::NoFile)
        } else {
            Ok(Self::Sqlite(PathBuf::from(file)))
        }
    }

    /// The embedded database of a data folder.
    #[must_use]
    pub fn in_dir(folder: &Path) -> Self {
        Self::Sqlite(folder.join(FILE_NAME))
    }
}

impl std::fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Sqlite(file) => write!(f, "sqlite:{}", file.display()),
            Self::Postgres(_) => f.write_str("postgres://…"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_engines_are_named_and_nothing_else() {
        assert_eq!(
            DatabaseUrl::parse("sqlite:a/b.db"),
            Ok(DatabaseUrl::Sqlite("a/b.db".into()))
        );
        assert_eq!(
            DatabaseUrl::parse("sqlite:///a/b.db"),
            Ok(DatabaseUrl::Sqlite("/a/b.db".into()))
        );
        assert!(matches!(
            DatabaseUrl::parse("postgres://u:secret@h/d"),
            Ok(DatabaseUrl::Postgres(_))
        ));
        assert_eq!(
            DatabaseUrl::parse("mysql://h/d"),
            Err(DatabaseUrlError::Scheme)
        );
        assert_eq!(DatabaseUrl::parse("sqlite:"), Err(DatabaseUrlError::NoFile));
    }

    #[test]
    fn a_password_is_never_shown() {
        let url = DatabaseUrl::parse("postgres://u:secret@h/d").unwrap();
        assert!(!format!("{url:?}").contains("secret"));
    }
}
