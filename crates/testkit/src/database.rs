//! An empty database on either engine, gone with the value.

use portulan_store::{DatabaseUrl, Engine};
use tempfile::TempDir;

use crate::postgres;

/// An empty database for one test.
pub struct TestDatabase {
    /// Where it is.
    pub url: DatabaseUrl,
    _folder: TempDir,
}

impl TestDatabase {
    /// Makes one. PostgreSQL is started when no test of this run has done it yet; a machine without it fails the test
    /// and says what to install.
    #[must_use]
    pub fn new(engine: Engine) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = match engine {
            Engine::Sqlite => DatabaseUrl::in_dir(folder.path()),
            Engine::Postgres => DatabaseUrl::parse(&postgres::new_database()).unwrap(),
        };
        Self {
            url,
            _folder: folder,
        }
    }

    /// The address as the command line takes it.
    #[must_use]
    pub fn address(&self) -> String {
        match &self.url {
            DatabaseUrl::Sqlite(file) => format!("sqlite:{}", file.display()),
            DatabaseUrl::Postgres(address) => address.clone(),
        }
    }
}
