//! `mail`: what mail servers send back. A notice comes on standard input as a mail server pipes it, or from a file.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use portulan_app::Error;
use portulan_app::campaigns::{self, Returned};
use portulan_policy::actions::SendMail;
use portulan_policy::{Actor, Node, allow};

use crate::args::MailCommand;
use crate::commands::open;
use crate::outcome::{Failure, say};
use crate::words::words;

/// Longest notice that is read, in bytes: it may give the whole mail back.
const LONGEST: u64 = 10 * 1024 * 1024;
/// The name of standard input.
const STDIN: &str = "-";

/// Runs one of them. A message that says nothing is no failure: a server would send it back to itself.
pub(crate) async fn run(command: &MailCommand) -> Result<(), Failure> {
    let MailCommand::Bounce { file, place } = command;
    let notice = read(file.as_ref())?;
    let app = open(place).await?;
    let may = allow::<SendMail>(&Actor::Operator, &Node::Installation).map_err(Error::from)?;
    let returned = campaigns::bounce(&app, &may, &notice).await?;
    let kept = returned.iter().filter(|one| **one != Returned::NotOurs);
    match kept.count() {
        0 => say(&words().get("cli-bounce-nothing")),
        n => say(&words().with("cli-bounce-kept", &[("n", n.into())])),
    }
    Ok(())
}

fn read(file: Option<&PathBuf>) -> Result<Vec<u8>, Failure> {
    let mut notice = Vec::new();
    let done = match file.filter(|file| **file != Path::new(STDIN)) {
        None => std::io::stdin()
            .lock()
            .take(LONGEST)
            .read_to_end(&mut notice),
        Some(file) => {
            std::fs::File::open(file).and_then(|file| file.take(LONGEST).read_to_end(&mut notice))
        }
    };
    done.map_err(|error| {
        let name = file.map_or_else(|| STDIN.to_owned(), |file| file.display().to_string());
        let told = [("file", name.into()), ("error", error.to_string().into())];
        Failure::Usage(words().with("cli-unreadable", &told))
    })?;
    Ok(notice)
}
