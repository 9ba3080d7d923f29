//! House rules that no compiler checks: short modules, journeys by keyboard, and a repository that speaks of the project
//! alone.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// Longest module of a crate, in lines, its tests included: "about 400", with room for what rustfmt unfolds.
const LINES: usize = 480;

/// Every fault at once.
pub(crate) fn check() -> Result<()> {
    let mut faults = Vec::new();
    for file in tracked()? {
        let path = crate::root().join(&file);
        let Ok(text) = std::fs::read_to_string(&path) else {
            continue;
        };
        if is_module(&file) && text.lines().count() > LINES {
            faults.push(format!(
                "{} has {} lines: one idea each?",
                file.display(),
                text.lines().count()
            ));
        }
        faults.extend(
            absolute_paths(&text)
                .map(|line| format!("{} names a path of a machine: {line}", file.display())),
        );
        if file.starts_with("e2e") {
            faults.extend(
                not_by_keyboard(&text)
                    .map(|line| format!("{} is not walked by keyboard: {line}", file.display())),
            );
        }
    }
    if faults.is_empty() {
        return Ok(());
    }
    bail!("against the rules of the house:\n  {}", faults.join("\n  "))
}

fn tracked() -> Result<Vec<PathBuf>> {
    let output = Command::new("git")
        .args(["ls-files"])
        .current_dir(crate::root())
        .output()
        .context("git ls-files")?;
    Ok(String::from_utf8(output.stdout)?
        .lines()
        .map(PathBuf::from)
        .collect())
}

fn is_module(file: &Path) -> bool {
    file.starts_with("crates")
        && file.components().any(|part| part.as_os_str() == "src")
        && file.extension().is_some_and(|ending| ending == "rs")
}

/// Lines that name a home folder: the program must not depend on the machine of who wrote it.
fn absolute_paths(text: &str) -> impl Iterator<Item = &str> {
    let homes = ["/home/", "/root/"];
    text.lines().filter(move |line| {
        homes
            .iter()
            .any(|home| line.contains(home) && !line.contains("let homes"))
    })
}

/// Lines of a journey that click, or give the focus by a script: whoever has a keyboard alone can do neither.
fn not_by_keyboard(text: &str) -> impl Iterator<Item = &str> {
    let ways = [".click()", ".focus()"];
    text.lines()
        .filter(move |line| ways.iter().any(|way| line.contains(way)))
        .map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_click_and_a_focus_by_script_are_not_by_keyboard() {
        let text = "browser.press(\"#box\").await?;\n    .click()\nevaluate(\"field.focus();\")";
        let found: Vec<&str> = not_by_keyboard(text).collect();
        assert_eq!(found, [".click()", "evaluate(\"field.focus();\")"]);
    }
}
