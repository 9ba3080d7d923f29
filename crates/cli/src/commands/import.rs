//! `import` and `reference import`: files in, a count of every row out.

use std::fs::File;
use std::io::{BufReader, IsTerminal};
use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};
use portulan_app::import::ImportReport;
use portulan_app::{Error, import, reference};
use portulan_model::Slug;
use portulan_policy::{Actor, Node, allow};

use crate::args::Place;
use crate::commands::open;
use crate::outcome::{Failure, print_json, say};
use crate::words::{rejection, words};

/// Rows named one by one before the rest is only counted; `--json` gives all of them.
const ROWS_SHOWN: usize = 20;

/// Takes in places.
pub(crate) async fn places(
    place: &Place,
    file: &Path,
    source: Option<&str>,
    json: bool,
) -> Result<(), Failure> {
    let source = source.map(read_source).transpose()?;
    let app = open(place).await?;
    let capability = allow(&Actor::Operator, &Node::Installation).map_err(Error::from)?;
    let name = file_name(file);
    let report = if file.is_dir() {
        import::folder(&app, &capability, file, source).await?
    } else {
        let bar = progress(file);
        let reader = BufReader::new(bar.wrap_read(open_file(file)?));
        let report = import::places(&app, &capability, &name, reader, source).await;
        bar.finish_and_clear();
        report?
    };
    if json {
        return print_json(&report);
    }
    tell(&name, &report);
    Ok(())
}

fn read_source(text: &str) -> Result<Slug, Failure> {
    text.parse::<Slug>()
        .map_err(|_shape| Failure::Usage(words().with("cli-bad-source", &[("text", text.into())])))
}

fn tell(name: &str, report: &ImportReport) {
    let words = words();
    say(&words.with(
        "cli-import-totals",
        &[
            ("file", name.into()),
            ("rows", report.rows.into()),
            ("created", report.created.into()),
            ("updated", report.updated.into()),
            ("unchanged", report.unchanged.into()),
            ("rejected", report.rejected.into()),
        ],
    ));
    let rejected = report
        .lines
        .iter()
        .filter_map(|line| Some((line.row, line.rejected.as_ref()?)));
    for (row, reason) in rejected.take(ROWS_SHOWN) {
        let reason = rejection(reason);
        say(&format!(
            "  {}",
            words.with(
                "cli-import-row",
                &[("row", row.into()), ("reason", reason.into())]
            )
        ));
    }
    if report.rejected > ROWS_SHOWN {
        let more = report.rejected - ROWS_SHOWN;
        say(&format!(
            "  {}",
            words.with("cli-import-more", &[("count", more.into())])
        ));
    }
    if report.noted > 0 {
        say(&words.with("cli-import-noted", &[("count", report.noted.into())]));
    }
}

/// Takes in a file of reference.
pub(crate) async fn reference(place: &Place, file: &Path, json: bool) -> Result<(), Failure> {
    let app = open(place).await?;
    let capability = allow(&Actor::Operator, &Node::Installation).map_err(Error::from)?;
    let name = file_name(file);
    let reader = BufReader::new(open_file(file)?);
    let layer = reference::import(&app, &capability, &name, reader).await?;
    if json {
        return print_json(&layer);
    }
    say(&words().with(
        "cli-reference-layer",
        &[
            ("file", name.into()),
            ("layer", layer.slug.as_str().into()),
            ("count", layer.records.into()),
        ],
    ));
    Ok(())
}

fn open_file(file: &Path) -> Result<File, Failure> {
    File::open(file).map_err(|error| Failure::Refused(format!("{} : {error}", file.display())))
}

fn file_name(file: &Path) -> String {
    file.file_name().map_or_else(
        || file.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    )
}

/// A bar in bytes on a terminal, nothing elsewhere.
fn progress(file: &Path) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let length = std::fs::metadata(file).map_or(0, |metadata| metadata.len());
    let style = ProgressStyle::with_template("{bar:40} {bytes}/{total_bytes} {eta}")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(length).with_style(style)
}
