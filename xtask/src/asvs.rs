//! Reads `docs/asvs.md`: every requirement of levels 1 and 2 has a line, and what a line names as its proof is there.
//!
//! A proof is a file of the repository between backticks, followed by `::` and a name that the file holds where a test
//! or an item of the code is meant. A line that says "met" or "partly" names one at least.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Result, bail};

/// The identifiers and levels of OWASP ASVS 5.0.0, levels 1 and 2.
const REQUIREMENTS: &str = include_str!("../data/asvs-5.0.0.txt");
const GRID: &str = "docs/asvs.md";
const STATES: [&str; 4] = ["met", "partly", "not met", "n/a"];
/// How files end that can prove something.
const ENDINGS: [&str; 6] = ["rs", "md", "toml", "lock", "html", "js"];
/// Fewest characters of a reason.
const REASON: usize = 8;

/// A line of the grid.
struct Line<'a> {
    id: &'a str,
    level: &'a str,
    state: &'a str,
    proof: &'a str,
}

/// Every fault at once; then the count of each state.
pub(crate) fn check() -> Result<()> {
    let text = std::fs::read_to_string(crate::root().join(GRID))?;
    let faults = faults(&text, &crate::root());
    if !faults.is_empty() {
        bail!("{GRID} is not true:\n  {}", faults.join("\n  "));
    }
    Ok(())
}

fn faults(grid: &str, root: &Path) -> Vec<String> {
    let wanted: BTreeMap<&str, &str> = REQUIREMENTS
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(' '))
        .collect();
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    for line in grid.lines().filter_map(read) {
        let said = |what: &str| format!("{}: {what}", line.id);
        match wanted.get(line.id) {
            None => faults.push(said("no requirement of level 1 or 2")),
            Some(level) if *level != line.level => faults.push(said("another level")),
            Some(_) => {}
        }
        if !seen.insert(line.id) {
            faults.push(said("twice"));
        }
        if !STATES.contains(&line.state) {
            faults.push(said("neither met, partly, not met nor n/a"));
        }
        let proofs: Vec<&str> = proofs(line.proof).collect();
        if proofs.is_empty() && ["met", "partly"].contains(&line.state) {
            faults.push(said("names no proof"));
        }
        if line.state != "met" && line.proof.chars().count() < REASON {
            faults.push(said("gives no reason"));
        }
        faults.extend(
            proofs
                .iter()
                .filter_map(|proof| broken(proof, root))
                .map(|why| said(&why)),
        );
    }
    let missing = wanted.keys().filter(|id| !seen.contains(**id));
    faults.extend(missing.map(|id| format!("{id}: missing")));
    faults
}

/// `| V1.2.3 | 1 | what is asked | met | proof |`.
fn read(line: &str) -> Option<Line<'_>> {
    let cells: Vec<&str> = line.split('|').map(str::trim).collect();
    match cells.as_slice() {
        ["", id, level, _, state, proof, ""] if id.starts_with('V') => Some(Line {
            id,
            level,
            state,
            proof,
        }),
        _ => None,
    }
}

/// What stands between backticks and looks like a file.
fn proofs(cell: &str) -> impl Iterator<Item = &str> {
    let is_file = |text: &&str| {
        let file = text.split("::").next().unwrap_or_default();
        let ending = Path::new(file)
            .extension()
            .and_then(|ending| ending.to_str());
        ending.is_some_and(|ending| ENDINGS.contains(&ending)) || file.starts_with("scripts/")
    };
    cell.split('`').skip(1).step_by(2).filter(is_file)
}

/// Why a proof proves nothing any more.
fn broken(proof: &str, root: &Path) -> Option<String> {
    let (file, name) = proof
        .split_once("::")
        .map_or((proof, None), |(file, name)| (file, Some(name)));
    if !root.join(file).exists() {
        return Some(format!("{file} is not there"));
    }
    let name = name?;
    let text = std::fs::read_to_string(root.join(file)).unwrap_or_default();
    let held = text
        .split(|sign: char| !sign.is_alphanumeric() && sign != '_')
        .any(|word| word == name);
    (!held).then(|| format!("{file} holds no {name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(grid: &str) -> String {
        faults(grid, &crate::root()).join("\n")
    }

    #[test]
    fn the_grid_of_the_repository_is_true() {
        check().unwrap();
    }

    #[test]
    fn levels_one_and_two_are_all_there() {
        let of = |level: &str| {
            REQUIREMENTS
                .lines()
                .filter(|line| line.ends_with(level))
                .count()
        };
        assert_eq!((of(" 1"), of(" 2")), (70, 183));
    }

    #[test]
    fn a_line_that_proves_nothing_is_told() {
        let line = |cells: &str| told(&format!("| {cells} |"));
        let sound = "V1.2.4 | 1 | x | met | `xtask/src/asvs.rs::broken`";
        assert!(!line(sound).contains("V1.2.4"));
        for (cells, why) in [
            (
                "V1.2.4 | 1 | x | met | `xtask/src/deps.rs::brok`",
                "holds no brok",
            ),
            ("V1.2.4 | 1 | x | met | `xtask/src/gone.rs`", "is not there"),
            ("V1.2.4 | 1 | x | met | by hand", "names no proof"),
            ("V1.2.4 | 1 | x | n/a | –", "gives no reason"),
            (
                "V1.2.4 | 2 | x | met | `xtask/src/asvs.rs`",
                "another level",
            ),
            ("V1.2.4 | 1 | x | fine | `xtask/src/asvs.rs`", "neither met"),
            (
                "V99.2.4 | 1 | x | met | `xtask/src/asvs.rs`",
                "no requirement",
            ),
        ] {
            assert!(line(cells).contains(why), "{cells}");
        }
        assert!(told("").contains("V1.2.4: missing"));
        assert!(told(&format!("| {sound} |\n| {sound} |")).contains("V1.2.4: twice"));
    }
}
