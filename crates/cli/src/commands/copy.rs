//! `backup`, `restore`, `migrate`: portable copies of a whole installation.

use std::path::Path;

use portulan_app::journal::list;
use portulan_app::{Clock as _, DatabaseUrl, Error, Replay, SystemClock, TableCopy, copy};
use portulan_policy::{Actor, Node, allow};

use crate::args::Place;
use crate::commands::files::kept;
use crate::commands::{database, open};
use crate::outcome::{Failure, print_json, say, warn};
use crate::words::words;

/// Digits of a checksum shown to a person; `--json` gives them all.
const DIGITS_SHOWN: usize = 12;

/// Writes a copy.
pub(crate) async fn backup(place: &Place, file: &Path, json: bool) -> Result<(), Failure> {
    let app = open(place).await?;
    let capability = allow(&Actor::Operator, &Node::Installation).map_err(Error::from)?;
    let copied = copy::backup(&app, &capability, file).await?;
    tell("cli-backup-done", &copied.tables, json)?;
    for id in &copied.lost {
        warn(&words().with("cli-backup-without", &[("file", id.as_str().into())]));
    }
    Ok(())
}

/// Reads a copy back; persons of the list stay erased. Without a list, whoever was erased since is back, and it is said.
pub(crate) async fn restore(
    place: &Place,
    file: &Path,
    erasures: Option<&Path>,
    json: bool,
) -> Result<(), Failure> {
    let capability = allow(&Actor::Operator, &Node::Installation).map_err(Error::from)?;
    let listed = erasures.map(list::read).transpose()?;
    let replay = Replay {
        erasures: listed.as_deref().unwrap_or_default(),
        now: SystemClock.now(),
    };
    let (url, files) = (database(place)?, kept(&place.contents)?);
    let tables = copy::restore_into(&url, &files, &capability, file, &replay).await?;
    tell("cli-restore-done", &tables, json)?;
    if listed.is_none() && tables.iter().any(holds_people) {
        warn(&words().get("cli-restore-without-list"));
    }
    Ok(())
}

fn holds_people(copied: &TableCopy) -> bool {
    ["person", "person_key"].contains(&copied.table.as_str()) && copied.rows > 0
}

/// Moves an installation.
pub(crate) async fn migrate(from: &str, to: &str, json: bool) -> Result<(), Failure> {
    let url =
        |text: &str| DatabaseUrl::parse(text).map_err(|error| Failure::Usage(error.to_string()));
    let reading = allow(&Actor::Operator, &Node::Installation).map_err(Error::from)?;
    let writing = allow(&Actor::Operator, &Node::Installation).map_err(Error::from)?;
    tell(
        "cli-migrate-done",
        &copy::migrate(
            &url(from)?,
            &url(to)?,
            &reading,
            &writing,
            SystemClock.now(),
        )
        .await?,
        json,
    )
}

fn tell(what: &str, tables: &[TableCopy], json: bool) -> Result<(), Failure> {
    if json {
        return print_json(&tables);
    }
    let words = words();
    say(&words.get(what));
    for copied in tables {
        let sum: String = copied.sha256.chars().take(DIGITS_SHOWN).collect();
        say(&format!(
            "  {}",
            words.with(
                "cli-copy-table",
                &[
                    ("table", copied.table.as_str().into()),
                    ("rows", copied.rows.into()),
                    ("sum", sum.into()),
                ],
            )
        ));
    }
    Ok(())
}
