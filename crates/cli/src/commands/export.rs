//! `export`: every place, in an open format, row by row.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use portulan_app::export;

use crate::args::{ExportFormat, Place};
use crate::commands::open;
use crate::outcome::Failure;

/// Writes all places.
pub(crate) async fn export(
    place: &Place,
    out: Option<&Path>,
    format: ExportFormat,
) -> Result<(), Failure> {
    let app = open(place).await?;
    let format = match format {
        ExportFormat::Csv => export::Format::Csv,
        ExportFormat::Ndjson => export::Format::Ndjson,
        ExportFormat::Geojson => export::Format::Geojson,
    };
    let failed = |error: std::io::Error| Failure::internal("écriture", &error);
    let mut writer: Box<dyn Write> = match out {
        Some(file) => {
            Box::new(BufWriter::new(File::create_new(file).map_err(|error| {
                Failure::Refused(format!("{} : {error}", file.display()))
            })?))
        }
        None => Box::new(BufWriter::new(std::io::stdout().lock())),
    };
    let directory = app.directory();
    for chunk in export::all(&directory, format) {
        writer.write_all(chunk.as_bytes()).map_err(failed)?;
    }
    writer.flush().map_err(failed)
}
