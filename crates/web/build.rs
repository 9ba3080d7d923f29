//! Embeds the files of Leaflet when `cargo xtask assets` has fetched them, and nothing when it has not.

use std::fmt::Write as _;
use std::path::Path;

const FILES: [(&str, &str); 2] = [
    ("leaflet.js", "text/javascript; charset=utf-8"),
    ("leaflet.css", "text/css; charset=utf-8"),
];

#[expect(
    clippy::disallowed_methods,
    reason = "cargo speaks to build scripts through the environment"
)]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=assets-npm");
    let folder = Path::new(&std::env::var("CARGO_MANIFEST_DIR")?).join("assets-npm");
    let mut code =
        String::from("mod leaflet {\n    pub(super) const FILES: &[(&str, &str, &[u8])] = &[\n");
    for (name, kind) in FILES {
        let file = folder.join(name);
        if file.is_file() {
            writeln!(
                code,
                "        ({name:?}, {kind:?}, include_bytes!({:?}).as_slice()),",
                file.display().to_string()
            )?;
        }
    }
    code.push_str("    ];\n}\n");
    std::fs::write(
        Path::new(&std::env::var("OUT_DIR")?).join("leaflet.rs"),
        code,
    )?;
    Ok(())
}
