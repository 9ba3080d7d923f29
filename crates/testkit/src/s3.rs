//! A store that speaks S3, of a test alone: `e2e/judges/s3.py`, which checks every signature.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A running store, with one bucket; it ends with the test.
pub struct S3Store {
    server: Child,
    /// Where it answers.
    pub endpoint: String,
}

impl S3Store {
    /// The bucket that is there.
    pub const BUCKET: &str = "essai";
    /// The region that signatures must name.
    pub const REGION: &str = "essai-1";
    /// The key that is known.
    pub const KEY: &str = "CLE-D-ESSAI";
    /// The key that is not.
    pub const SECRET: &str = "secret-d-essai";

    /// Starts a store that holds nothing.
    #[must_use]
    pub fn start() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let python = root.join("target/judges/bin/python");
        assert!(
            python.is_file(),
            "the S3 store of tests is missing: ./scripts/test installs e2e/judges/requirements.txt in target/judges"
        );
        let mut server = Command::new(python)
            .arg(root.join("e2e/judges/s3.py"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut endpoint = String::new();
        let said = BufReader::new(server.stdout.as_mut().unwrap()).read_line(&mut endpoint);
        assert!(
            said.is_ok() && endpoint.starts_with("http://"),
            "the S3 store of tests did not start: is all of e2e/judges/requirements.txt installed in target/judges?"
        );
        Self {
            server,
            endpoint: endpoint.trim().to_owned(),
        }
    }

    /// Ends it before the test does.
    pub fn stop(&mut self) {
        let _ended = self.server.kill();
        let _reaped = self.server.wait();
    }
}

impl Drop for S3Store {
    fn drop(&mut self) {
        self.stop();
    }
}
