//! Fetches the files of others that the site can serve: Leaflet, for the map on demand.
//!
//! They come from npm at a pinned version, are checked against a pinned digest, and land in a folder that git ignores.
//! Without them the site is whole: the map drawn by the server serves.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha512};

const PACKAGE: &str = "leaflet@1.9.4";
const ARCHIVE: &str = "leaflet-1.9.4.tgz";
const SHA512: &str = "9f14b5ca7cc93a63a51e9fa22f71725aa2bcf46b4d2fc53caef94c3ac41d4d3b\
                      2cc59c025e1f0dd8d07718340e2fe611dd79d6c99031c108b15116fe140ef83c";
const FILES: [(&str, &str); 3] = [
    ("package/dist/leaflet.js", "leaflet.js"),
    ("package/dist/leaflet.css", "leaflet.css"),
    ("package/LICENSE", "LICENSE"),
];

/// Fetches, checks and unpacks.
pub(crate) fn fetch() -> Result<()> {
    let folder = crate::root().join("crates/web/assets-npm");
    std::fs::create_dir_all(&folder)?;
    if FILES.iter().all(|(_, name)| folder.join(name).is_file()) {
        return Ok(());
    }
    run(Command::new("npm")
        .args(["pack", "--silent", PACKAGE])
        .current_dir(&folder))?;
    let archive = folder.join(ARCHIVE);
    let digest =
        Sha512::digest(std::fs::read(&archive).with_context(|| format!("reading {ARCHIVE}"))?);
    let digest = hex(&digest);
    ensure!(
        digest == SHA512,
        "{ARCHIVE} is not the file that was pinned: sha512 {digest}"
    );
    for (inside, name) in FILES {
        std::fs::write(folder.join(name), unpack(&archive, inside)?)?;
    }
    std::fs::remove_file(archive)?;
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    let mut text = String::new();
    for byte in bytes {
        let _infallible = write!(text, "{byte:02x}");
    }
    text
}

fn unpack(archive: &Path, inside: &str) -> Result<Vec<u8>> {
    let output = Command::new("tar")
        .arg("-xzOf")
        .arg(archive)
        .arg(inside)
        .output()
        .context("tar")?;
    ensure!(output.status.success(), "{inside} is not in the archive");
    Ok(output.stdout)
}

fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("{command:?}"))?;
    ensure!(status.success(), "{command:?} failed");
    Ok(())
}
