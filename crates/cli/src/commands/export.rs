//! `export`: every place, in an open format, row by row.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use portulan_app::giving::{self, Parts};
use portulan_app::{App, export};

use crate::args::{ExportFormat, Place};
use crate::commands::open;
use crate::outcome::{Failure, print_json};
use crate::words::words;

/// Writes all places.
pub(crate) async fn export(
    place: &Place,
    out: Option<&Path>,
    format: ExportFormat,
) -> Result<(), Failure> {
    let app = open(place).await?;
    let format = match format {
        ExportFormat::DataInclusion => return data_inclusion(&app, out),
        ExportFormat::Csv => export::Format::Csv,
        ExportFormat::Ndjson => export::Format::Ndjson,
        ExportFormat::Geojson => export::Format::Geojson,
    };
    let failed = |error: std::io::Error| Failure::internal("écriture", &error);
    let mut writer: Box<dyn Write> = match out {
        Some(file) => Box::new(created(file)?),
        None => Box::new(BufWriter::new(std::io::stdout().lock())),
    };
    let directory = app.directory();
    for chunk in export::all(&directory, format) {
        writer.write_all(chunk.as_bytes()).map_err(failed)?;
    }
    writer.flush().map_err(failed)
}

/// Writes the files of data·inclusion in a folder, and prints how many of each.
fn data_inclusion(app: &App, folder: Option<&Path>) -> Result<(), Failure> {
    let folder = folder.ok_or_else(|| Failure::Usage(words().get("cli-export-needs-folder")))?;
    std::fs::create_dir_all(folder)
        .map_err(|error| Failure::Refused(format!("{} : {error}", folder.display())))?;
    let parts = Parts {
        structures: created(&folder.join("structures.json"))?,
        services: created(&folder.join("services.json"))?,
        structures_csv: created(&folder.join("structures.csv"))?,
        services_csv: created(&folder.join("services.csv"))?,
        left_out: created(&folder.join("left-out.json"))?,
        losses: created(&folder.join("losses.json"))?,
    };
    let given = giving::data_inclusion(&app.directory(), app.now().date_naive(), parts)
        .map_err(|error| Failure::internal("écriture", &error))?;
    print_json(&given)
}

/// A new file; one that is there is never written over.
fn created(file: &Path) -> Result<BufWriter<File>, Failure> {
    let created = File::create_new(file)
        .map_err(|error| Failure::Refused(format!("{} : {error}", file.display())))?;
    Ok(BufWriter::new(created))
}
