//! Poppler, which `scripts/test` installs: what it finds in a document.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "what reads for tests stops them where it cannot"
)]

use std::process::Command;

use portulan_paper::{Document, PaperError, pdf};

/// A document with page numbers in French.
pub(crate) fn written(document: &Document) -> Result<Vec<u8>, PaperError> {
    pdf(document, &|page, pages| format!("Page {page} sur {pages}"))
}

/// What a program of poppler prints of a document.
pub(crate) fn poppler(program: &str, options: &[&str], bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("document.pdf");
    std::fs::write(&file, bytes).unwrap();
    let mut command = Command::new(program);
    command.args(options).arg(&file);
    if program == "pdftotext" {
        command.arg("-");
    }
    let output = command
        .output()
        .expect("poppler is missing: ./scripts/test installs poppler-utils");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program}: {told}");
    // Poppler before 23 wants a number where ISO 32000-1, table 321, has a boolean.
    let told = told.replace(
        "Syntax Error: Suspects object is wrong type (boolean)\n",
        "",
    );
    assert_eq!(told, "", "{program} has something to say");
    // The title of a heading is printed byte by byte.
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A line of the structure: how deep, what it is or what it says.
pub(crate) fn structure(bytes: &[u8]) -> Vec<(usize, String)> {
    let told = poppler("pdfinfo", &["-struct-text"], bytes);
    let line = |line: &str| {
        let words = line.trim_start();
        let deep = line.chars().count() - words.chars().count();
        (deep, words.to_owned())
    };
    let lines = told.lines().map(line);
    lines.filter(|(_, words)| !words.is_empty()).collect()
}

/// What each part of a kind says, in reading order.
pub(crate) fn said(structure: &[(usize, String)], kind: &str) -> Vec<String> {
    let mut all = Vec::new();
    for (at, (deep, words)) in structure.iter().enumerate() {
        if words.split([' ', ':']).next() != Some(kind) {
            continue;
        }
        let within = structure.iter().skip(at + 1);
        let within = within.take_while(|(other, _)| other > deep);
        let text = within.filter_map(|(_, words)| {
            let words = words.strip_prefix('"')?;
            words.strip_suffix('"')
        });
        all.push(text.collect::<String>().trim().to_owned());
    }
    all
}
