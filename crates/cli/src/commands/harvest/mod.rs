//! `harvest transform` and `harvest suggest`: a list of anybody in, places of the national schema out.

mod output;
mod suggest;

use std::collections::HashSet;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use portulan_app::{Clock, SystemClock, fetch};
use portulan_formats::{RecordOptions, Records, open_records};
use portulan_geo::Reference;
use portulan_harvest::Transformer;
use portulan_harvest::mapping::{Mapping, Notice};
use portulan_hours::Zone;

use crate::args::{ListArgs, TransformArgs};
use crate::commands::limits;
use crate::outcome::{Failure, print_json, say};
use crate::words::{format_error, words};

pub(crate) use suggest::suggest;

/// Remarks on the mapping shown before the rest is only counted; `summary.json` has all of them.
const NOTICES_SHOWN: usize = 10;

/// Harmonises a list into a folder.
pub(crate) fn transform(args: &TransformArgs) -> Result<(), Failure> {
    let (mapping, mut notices) = read_mapping(&args.mapping)?;
    let reference =
        Reference::embedded().map_err(|error| Failure::internal("reference", &error))?;
    let rows = open_list(&args.input, &args.list)?;
    let mut folder = output::Folder::create(&args.out)?;
    let today = Zone::default().local(SystemClock.now()).date();
    let mut transformer =
        Transformer::new(&mapping, &reference, &args.source, &args.territory).on(today);
    let dated = args.dated.map(|day| day.to_string());
    let mut awaited: HashSet<&str> = mapping.columns().into_iter().collect();
    for row in rows {
        let row = row.map_err(|error| Failure::Refused(format_error(&error)))?;
        if !awaited.is_empty() {
            awaited.retain(|column| row.get(column).is_none());
        }
        folder.draft(&transformer.place(&row), dated.as_deref())?;
    }
    notices.extend(mapping.missing_columns(&|column| !awaited.contains(column)));
    let summary = folder.finish(transformer.into_unmapped(), notices)?;
    if args.json {
        return print_json(&summary);
    }
    tell(&summary, args);
    Ok(())
}

/// Reads a mapping file of either writing.
pub(crate) fn read_mapping(file: &Path) -> Result<(Mapping, Vec<Notice>), Failure> {
    let most = Mapping::LONGEST as u64 + 1;
    let mut bytes = Vec::new();
    let opened = File::open(file).and_then(|open| open.take(most).read_to_end(&mut bytes));
    opened.map_err(|error| unreadable(file, &error))?;
    let refused = |text: String| Failure::Refused(format!("{} : {text}", file.display()));
    let text =
        String::from_utf8(bytes).map_err(|_bytes| refused(words().get("mapping-no-text")))?;
    Mapping::read(&text).map_err(|error| refused(words().told(&error.told())))
}

/// Opens a list for reading: a file, or what an address gives.
pub(crate) fn open_list(file: &Path, list: &ListArgs) -> Result<Records, Failure> {
    let reader = match file.to_str().filter(|name| is_address(name)) {
        Some(address) => fetched(address, list)?,
        None => File::open(file).map_err(|error| unreadable(file, &error))?,
    };
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let options = RecordOptions {
        key: list.key.clone(),
        sheet: list.sheet.clone(),
        delimiter: list
            .delimiter
            .and_then(|separator| u8::try_from(separator).ok()),
        ..RecordOptions::default()
    };
    open_records(&name, Box::new(BufReader::new(reader)), &options)
        .map_err(|error| Failure::Refused(format!("{name} : {}", format_error(&error))))
}

fn is_address(name: &str) -> bool {
    let scheme = name.split_once("://").map(|(scheme, _)| scheme);
    scheme.is_some_and(|scheme| matches!(scheme.to_lowercase().as_str(), "http" | "https"))
}

fn fetched(address: &str, list: &ListArgs) -> Result<File, Failure> {
    let limits = limits(&list.reach);
    fetch::to_file(address, &limits).map_err(|error| {
        let text = words().told(&error.told());
        Failure::Refused(format!("{address} : {text}"))
    })
}

fn unreadable(file: &Path, error: &std::io::Error) -> Failure {
    Failure::Refused(format!("{} : {error}", file.display()))
}

fn tell(summary: &output::Summary, args: &TransformArgs) {
    let words = words();
    say(&words.with(
        "harvest-totals",
        &[
            ("rows", summary.rows.into()),
            ("kept", summary.kept.into()),
            ("complete", (summary.kept - summary.incomplete).into()),
            ("incomplete", summary.incomplete.into()),
            ("refused", summary.refused.into()),
            ("folder", args.out.display().to_string().into()),
        ],
    ));
    for notice in summary.mapping.iter().take(NOTICES_SHOWN) {
        let kind = words.get(&format!("mapping-notice-{}", notice.kind.slug()));
        say(&format!("  {} « {} » : {kind}", notice.path, notice.value));
    }
    if let Some(more) = summary
        .mapping
        .len()
        .checked_sub(NOTICES_SHOWN)
        .filter(|more| *more > 0)
    {
        say(&words.with("harvest-more-notices", &[("count", more.into())]));
    }
}
