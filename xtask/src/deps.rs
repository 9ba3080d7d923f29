//! The direction of dependencies: pure crates at the bottom, one road up, nothing sideways.
//!
//! The order is that of `docs/architecture.md`. Some libraries belong to one crate alone.

use std::process::Command;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

/// What each crate may use of the workspace, lowest first.
const ALLOWED: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("text", &["model"]),
    ("hours", &["model"]),
    ("geo", &["model", "text"]),
    ("formats", &["model", "text", "hours", "geo"]),
    ("harvest", &["model", "text", "hours", "geo", "formats"]),
    ("linkage", &["model", "text", "geo"]),
    ("freshness", &["model", "geo"]),
    ("levels", &["model"]),
    ("overlap", &["model", "text"]),
    ("pools", &["model"]),
    ("plan", &["model"]),
    ("search", &["model", "text", "hours", "geo", "freshness"]),
    ("charts", &["model", "geo"]),
    ("paper", &[]),
    ("i18n", &["model", "hours"]),
    ("policy", &["model"]),
    ("store", &["model", "policy"]),
    (
        "app",
        &[
            "model",
            "text",
            "hours",
            "geo",
            "formats",
            "harvest",
            "linkage",
            "freshness",
            "levels",
            "overlap",
            "pools",
            "plan",
            "search",
            "policy",
            "store",
        ],
    ),
    (
        "web",
        &[
            "model",
            "text",
            "hours",
            "geo",
            "formats",
            "harvest",
            "linkage",
            "freshness",
            "levels",
            "overlap",
            "pools",
            "plan",
            "search",
            "charts",
            "paper",
            "i18n",
            "policy",
            "app",
        ],
    ),
    (
        "cli",
        &[
            "model",
            "text",
            "hours",
            "geo",
            "formats",
            "harvest",
            "linkage",
            "freshness",
            "levels",
            "overlap",
            "pools",
            "plan",
            "search",
            "i18n",
            "policy",
            "app",
            "web",
        ],
    ),
];

/// Libraries that only these crates may name.
const RESERVED: &[(&str, &[&str])] = &[
    ("sqlx", &["store"]),
    ("axum", &["web", "cli"]),
    ("askama", &["web"]),
    ("fluent-bundle", &["i18n"]),
    ("good_lp", &["pools"]),
    ("rust_xlsxwriter", &["formats"]),
    ("ureq", &["app"]),
    ("lettre", &["app"]),
    ("hmac", &["app"]),
    ("image", &["app"]),
    ("krilla", &["paper"]),
    ("skrifa", &["paper"]),
];

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    kind: Option<String>,
}

/// Fails on any edge that the architecture does not draw. Tests may use `testkit` and what they please.
pub(crate) fn check() -> Result<()> {
    let output = Command::new("cargo")
        .args([
            "metadata",
            "--format-version",
            "1",
            "--no-deps",
            "--offline",
        ])
        .current_dir(crate::root())
        .output()
        .context("cargo metadata")?;
    let metadata: Metadata = serde_json::from_slice(&output.stdout).context("cargo metadata")?;
    let wrong: Vec<String> = metadata.packages.iter().flat_map(wrong_edges).collect();
    if wrong.is_empty() {
        return Ok(());
    }
    bail!("edges against the architecture:\n  {}", wrong.join("\n  "))
}

fn wrong_edges(package: &Package) -> Vec<String> {
    let Some(name) = package.name.strip_prefix("portulan-") else {
        return Vec::new();
    };
    if matches!(name, "testkit" | "e2e" | "fuzz") {
        return Vec::new();
    }
    let allowed = ALLOWED
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, allowed)| *allowed);
    let Some(allowed) = allowed else {
        return vec![format!("{name} is not in the architecture")];
    };
    let used = package
        .dependencies
        .iter()
        .filter(|dependency| dependency.kind.as_deref() != Some("dev"));
    used.filter(|dependency| !permitted(name, allowed, &dependency.name))
        .map(|dependency| format!("{name} → {}", dependency.name))
        .collect()
}

fn permitted(name: &str, allowed: &[&str], dependency: &str) -> bool {
    if let Some(own) = dependency.strip_prefix("portulan-") {
        return allowed.contains(&own);
    }
    RESERVED
        .iter()
        .all(|(library, owners)| *library != dependency || owners.contains(&name))
}
