//! The journal as lines of JSON, oldest first.

use std::io::Write;

use portulan_model::journal::{Author, Content, Line, Personal};
use portulan_policy::{Capability, Node, actions::ReadJournal};
use serde::Serialize;
use serde_json::Value;

use crate::{App, Error, rights};

/// One line as it is given.
#[derive(Serialize)]
struct Given<'a> {
    seq: i64,
    at: chrono::DateTime<chrono::Utc>,
    author: &'a Author,
    #[serde(skip_serializing_if = "Option::is_none")]
    behalf: Option<&'a str>,
    object: &'a str,
    deed: &'static str,
    request: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<String>,
    /// Why the rest is not there: `personal`, `erased`.
    #[serde(skip_serializing_if = "Option::is_none")]
    withheld: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<Value>,
}

/// Writes every line; gives how many. A file is out of reach of erasures: data of persons is in it only on demand.
pub async fn export(
    app: &App,
    capability: &Capability<ReadJournal>,
    personal: Personal,
    writer: &mut (dyn Write + Send),
) -> Result<u64, Error> {
    rights::covers(capability, &Node::Installation.into())?;
    let mut lines = 0;
    let failed = |error: std::io::Error| Error::internal("export", error);
    let store = app.store();
    let each = store.each_line(capability, personal, |line| {
        let text = serde_json::to_string(&given(&line))
            .map_err(|error| Error::internal("export", error))?;
        writer.write_all(text.as_bytes()).map_err(failed)?;
        writer.write_all(b"\n").map_err(failed)?;
        lines += 1;
        Ok::<(), Error>(())
    });
    each.await?;
    writer.flush().map_err(failed)?;
    Ok(lines)
}

fn given(line: &Line) -> Given<'_> {
    let (withheld, told) = match &line.content {
        Content::Told(told) => (None, Some(told)),
        Content::Withheld => (Some("personal"), None),
        Content::Erased => (Some("erased"), None),
    };
    let value = |text: Option<&str>| {
        text.map(|text| serde_json::from_str(text).unwrap_or_else(|_words| text.into()))
    };
    Given {
        seq: line.seq,
        at: line.at,
        author: &line.author,
        behalf: line.behalf.as_deref(),
        object: &line.object,
        deed: line.deed.word(),
        request: &line.request,
        subject: line.subject.map(|person| person.to_string()),
        withheld,
        reason: told.map(|told| told.reason.as_str()),
        before: told.and_then(|told| value(told.before.as_deref())),
        after: told.and_then(|told| value(told.after.as_deref())),
    }
}
