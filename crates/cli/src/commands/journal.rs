//! `journal`: verify, seal, export, list of erased persons, and erasing them again.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use portulan_app::journal::{self, list};
use portulan_app::{Error, Fault, FaultKind, Verification};
use portulan_model::journal::Personal;
use portulan_policy::{Actor, Alone, Capability, Node, allow};
use serde_json::json;

use crate::args::{JournalCommand, Place};
use crate::commands::open;
use crate::outcome::{Failure, print_json, say};
use crate::words::words;

/// Broken batches told one by one; `--json` gives all.
const FAULTS_TOLD: usize = 20;

/// Runs one of the commands.
pub(crate) async fn run(command: &JournalCommand) -> Result<(), Failure> {
    match command {
        JournalCommand::Verify { place, head, json } => verify(place, head.as_deref(), *json).await,
        JournalCommand::Seal { place, json } => seal(place, *json).await,
        JournalCommand::Export {
            out,
            personal,
            place,
        } => export(place, out.as_deref(), *personal).await,
        JournalCommand::Erasures { out, place } => erasures(place, out).await,
        JournalCommand::Replay { list, place } => replay(place, list).await,
    }
}

async fn verify(place: &Place, head: Option<&str>, json: bool) -> Result<(), Failure> {
    let app = open(place).await?;
    let head = head.map(|head| head.trim().to_lowercase());
    let found = journal::verify(&app, &may()?, head.as_deref()).await?;
    if json {
        print_json(&found)?;
    } else {
        tell(&found);
    }
    if found.is_whole() {
        return Ok(());
    }
    Err(Failure::Refused(words().get("cli-journal-broken")))
}

fn tell(found: &Verification) {
    let words = words();
    for fault in found.faults.iter().take(FAULTS_TOLD) {
        say(&fault_line(fault));
    }
    if found.asked_found == Some(false) {
        say(&words.get("cli-journal-head-missing"));
    }
    if found.is_whole() {
        say(&words.with(
            "cli-journal-whole",
            &[
                ("lines", found.lines.into()),
                ("batches", found.batches.into()),
            ],
        ));
    }
    tell_end(found);
}

/// What waits, and the hash to keep.
fn tell_end(found: &Verification) {
    let words = words();
    if found.unsealed > 0 {
        say(&words.with("cli-journal-unsealed", &[("n", found.unsealed.into())]));
    }
    say(&match &found.head {
        Some(head) => words.with("cli-journal-head", &[("head", head.as_str().into())]),
        None => words.get("cli-journal-no-head"),
    });
}

fn fault_line(fault: &Fault) -> String {
    let id = match fault.what {
        FaultKind::Changed => "cli-journal-changed",
        FaultKind::Unlinked => "cli-journal-unlinked",
        FaultKind::Unreadable => "cli-journal-unreadable",
    };
    let number = |number: i64| number.to_string().into();
    words().with(
        id,
        &[
            ("batch", number(fault.batch)),
            ("first", number(fault.first)),
            ("last", number(fault.last)),
        ],
    )
}

async fn seal(place: &Place, json: bool) -> Result<(), Failure> {
    let app = open(place).await?;
    let (sealed, found) = journal::seal_all(&app, &may()?).await?;
    if json {
        return print_json(&json!({
            "batches": sealed.batches,
            "lines": sealed.lines,
            "unsealed": found.unsealed,
            "head": found.head,
        }));
    }
    say(&words().with(
        "cli-journal-sealed",
        &[
            ("lines", sealed.lines.into()),
            ("batches", sealed.batches.into()),
        ],
    ));
    tell_end(&found);
    Ok(())
}

async fn export(place: &Place, out: Option<&Path>, personal: bool) -> Result<(), Failure> {
    let app = open(place).await?;
    let mut writer: Box<dyn Write + Send> = match out {
        Some(file) => {
            let created = File::create_new(file)
                .map_err(|error| Failure::Refused(format!("{} : {error}", file.display())))?;
            Box::new(BufWriter::new(created))
        }
        None => Box::new(BufWriter::new(std::io::stdout())),
    };
    let personal = if personal {
        Personal::Shown
    } else {
        Personal::Withheld
    };
    let lines = journal::export(&app, &may()?, personal, &mut writer).await?;
    if out.is_some() {
        say(&words().with("cli-journal-exported", &[("n", lines.into())]));
    }
    Ok(())
}

async fn erasures(place: &Place, out: &Path) -> Result<(), Failure> {
    let app = open(place).await?;
    let listed = list::complete(&app, &may()?, out).await?;
    say(&words().with("cli-journal-erasures", &[("n", listed.into())]));
    Ok(())
}

async fn replay(place: &Place, file: &Path) -> Result<(), Failure> {
    let app = open(place).await?;
    let again = list::replay(&app, &may()?, &list::read(file)?).await?;
    say(&words().with("cli-journal-replayed", &[("n", again.into())]));
    Ok(())
}

fn may<A: Alone>() -> Result<Capability<A>, Failure> {
    Ok(allow(&Actor::Operator, &Node::Installation).map_err(Error::from)?)
}
