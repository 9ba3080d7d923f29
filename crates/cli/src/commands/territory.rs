//! `territory export` and `territory import`: the governance of a territory as one document.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;

use portulan_app::Error;
use portulan_app::exchange::{
    self, End, List, Reason, Report, ReportLine, export, import_with, write_with_contents,
};
use portulan_model::TerritoryKey;
use portulan_policy::{Actor, Capability, Node, actions, allow};
use serde_json::json;

use crate::args::{Place, TerritoryCommand};
use crate::commands::open;
use crate::outcome::{Failure, print_json, say, warn};
use crate::words::{refusal, words};

/// Records named one by one before the rest is only counted; `--json` gives all of them.
const RECORDS_SHOWN: usize = 20;

/// Runs one of the commands.
pub(crate) async fn run(command: TerritoryCommand) -> Result<(), Failure> {
    match command {
        TerritoryCommand::Export {
            territory,
            out,
            place,
        } => write(&place, &territory, &out).await,
        TerritoryCommand::Import { file, place, json } => read(&place, &file, json).await,
    }
}

async fn write(place: &Place, territory: &TerritoryKey, out: &Path) -> Result<(), Failure> {
    let zip = match out.extension().and_then(|ending| ending.to_str()) {
        Some("json") => false,
        Some("zip") => true,
        _ => return Err(Failure::Usage(words().get("cli-territory-ending"))),
    };
    let app = open(place).await?;
    let may = allow(&Actor::Operator, &Node::Installation).map_err(Error::from)?;
    let exchange = export(&app, &may, territory).await?;
    let name = out.display().to_string();
    let failed = |error: std::io::Error| Failure::Refused(format!("{name} : {error}"));
    let mut file = File::create_new(out).map_err(failed)?;
    let mut lost = Vec::new();
    if zip {
        match write_with_contents(&app, &may, &exchange, file).await {
            Ok(without) => lost = without,
            Err(error) => {
                // A document that is not whole is none.
                std::fs::remove_file(out).map_err(failed)?;
                return Err(error.into());
            }
        }
    } else {
        file.write_all(exchange.to_json().as_bytes())
            .map_err(failed)?;
    }
    say(&words().with(
        "cli-territory-written",
        &[
            ("file", name.as_str().into()),
            ("territory", territory.to_string().into()),
            ("records", exchange.len().into()),
        ],
    ));
    for file in lost {
        let told = [("file", file.as_str().into())];
        warn(&words().with("cli-territory-without", &told));
    }
    if !zip && !exchange.records(List::Attachments).is_empty() {
        warn(&words().get("cli-territory-json-files"));
    }
    Ok(())
}

async fn read(place: &Place, file: &Path, json: bool) -> Result<(), Failure> {
    let name = file.display().to_string();
    let failed = |error: std::io::Error| Failure::Refused(format!("{name} : {error}"));
    let opened = File::open(file).map_err(failed)?;
    let (exchange, mut held) = exchange::open(opened).map_err(Error::from)?;
    let app = open(place).await?;
    let may: Capability<actions::Restore> =
        allow(&Actor::Operator, &Node::Installation).map_err(Error::from)?;
    let mut contents = |digest: &_| held.content(digest);
    let report = import_with(&app, &may, &exchange, &mut contents).await?;
    if json {
        return print_json(&told(&report));
    }
    tell(&name, &report);
    Ok(())
}

fn tell(name: &str, report: &Report) {
    let words = words();
    say(&words.with(
        "cli-territory-totals",
        &[
            ("file", name.into()),
            ("records", report.total().into()),
            ("created", report.created.into()),
            ("updated", report.updated.into()),
            ("unchanged", report.unchanged.into()),
            ("refused", report.refused.into()),
        ],
    ));
    for (line, reason) in report.refusals().take(RECORDS_SHOWN) {
        say(&words.with(
            "cli-territory-refused",
            &[
                ("list", line.list.word().into()),
                ("rank", line.rank.into()),
                ("key", line.key.as_str().into()),
                ("reason", refusal(reason).into()),
            ],
        ));
    }
    let more = report.refused.saturating_sub(RECORDS_SHOWN);
    if more > 0 {
        say(&words.with("cli-import-more", &[("count", more.into())]));
    }
}

fn told(report: &Report) -> serde_json::Value {
    let line = |line: &ReportLine| {
        let (end, reason): (&str, Option<&Reason>) = match &line.end {
            End::Created => ("created", None),
            End::Updated => ("updated", None),
            End::Unchanged => ("unchanged", None),
            End::Refused(reason) => ("refused", Some(reason)),
        };
        json!({
            "list": line.list.word(), "rank": line.rank, "key": line.key, "end": end,
            "reason": reason.map(Reason::word), "told": reason.map(refusal),
        })
    };
    json!({
        "records": report.total(), "created": report.created, "updated": report.updated,
        "unchanged": report.unchanged, "refused": report.refused,
        "lines": report.lines.iter().map(line).collect::<Vec<_>>(),
    })
}
