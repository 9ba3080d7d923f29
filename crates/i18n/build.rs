//! Lists the Fluent files, so that adding one needs no other change.
//!
//! Every `locales/<lang>/*.ftl` becomes a row `(language, file, content)` of the constant `FILES`.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=locales");
    let root = PathBuf::from(variable("CARGO_MANIFEST_DIR")?).join("locales");
    let mut table = String::from("pub(crate) const FILES: &[(&str, &str, &str)] = &[\n");
    for folder in sorted(&root)?.into_iter().filter(|path| path.is_dir()) {
        for file in sorted(&folder)? {
            if file.extension().is_some_and(|extension| extension == "ftl") {
                println!("cargo::rerun-if-changed={}", file.display());
                let (language, name) = (last_name(&folder), last_name(&file));
                let path = file.to_string_lossy();
                writeln!(table, "({language:?}, {name:?}, include_str!({path:?})),")
                    .map_err(io::Error::other)?;
            }
        }
    }
    table.push_str("];\n");
    fs::write(
        PathBuf::from(variable("OUT_DIR")?).join("locales.rs"),
        table,
    )
}

#[expect(
    clippy::disallowed_methods,
    reason = "cargo speaks to build scripts through the environment"
)]
fn variable(name: &str) -> io::Result<String> {
    std::env::var(name).map_err(io::Error::other)
}

fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn last_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
