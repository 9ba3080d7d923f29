//! Attached files in the document: what is said of each, and its content where the document is a ZIP.
//!
//! A content is taken by its digest alone, summed again, and looked at as any file that somebody sends; and only where the
//! record that it is a part of names it, so that no file comes in that nobody could read.

use std::collections::BTreeMap;

use portulan_model::governance::{Attachment, Body, FoundingDocument, Meeting};
use portulan_model::schemes::Scheme;
use portulan_model::{MeetingId, Slug};
use portulan_store::{AttachedTo, Content, ContentDigest, KeptFile, Write};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::document::{Exchange, ExchangeError, List};
use super::report::Reason;
use super::texts;
use crate::files::Files;
use crate::{App, Error};

/// Bytes that are looked at to know what a file is.
const HEAD_BYTES: usize = 64;

/// Gives a content by its digest; none where the document does not hold it.
pub type Contents<'a> =
    &'a mut (dyn FnMut(&ContentDigest) -> Result<Option<Vec<u8>>, ExchangeError> + Send);

/// What the document says of a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct FileReference {
    #[serde(flatten)]
    pub(super) file: Attachment,
    /// Of what it is a part.
    pub(super) owner: String,
    /// What names its content: in the ZIP, the name of its file.
    pub(super) digest: String,
    /// Where it is read on the installation that wrote the document, by whoever has the right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) path: Option<String>,
}

/// What is said of the files of the bodies, meetings and schemes of a document.
pub(super) fn references<'k>(
    all: &'k [KeptFile],
    bodies: &'k [Slug],
    meetings: &'k BTreeMap<MeetingId, Slug>,
    schemes: &'k [Slug],
) -> impl Iterator<Item = FileReference> + 'k {
    all.iter().filter_map(|one| {
        let id = one.file.id;
        let path = match &one.owner {
            AttachedTo::Body(slug) if bodies.contains(slug) => {
                Some(format!("/espace/gouvernances/{slug}/fichiers/{id}"))
            }
            AttachedTo::Meeting(meeting) => {
                let slug = meetings.get(meeting)?;
                Some(format!(
                    "/espace/gouvernances/{slug}/reunions/{meeting}/documents/{id}"
                ))
            }
            AttachedTo::Scheme(slug) if schemes.contains(slug) => None,
            // What those concerned by a call prepare is in no document.
            AttachedTo::Body(_)
            | AttachedTo::Scheme(_)
            | AttachedTo::Call(_)
            | AttachedTo::Application(_) => return None,
        };
        Some(FileReference {
            file: one.file.clone(),
            owner: one.owner.to_string(),
            digest: one.digest.to_string(),
            path,
        })
    })
}

/// Keeps the contents of a document that are kept outside of the database, before the rows that name them.
pub(super) async fn keep(
    app: &App,
    exchange: &Exchange,
    contents: Contents<'_>,
) -> Result<(), Error> {
    if matches!(app.files(), Files::Database) {
        return Ok(());
    }
    for value in exchange.records(List::Attachments) {
        let Ok(reference) = read(value) else {
            continue;
        };
        if let Ok((digest, bytes)) = content(&reference, contents)? {
            app.files().put(digest, &bytes).await?;
        }
    }
    Ok(())
}

/// What is read of a record.
pub(super) fn read(value: &Value) -> Result<FileReference, Reason> {
    if let Some(reason) = texts::fault(value) {
        return Err(reason);
    }
    let read = serde_json::from_value(value.clone());
    read.map_err(|error| texts::said(&error))
}

/// The object that a file is a part of, where its record, as it is in this transaction, names the file.
pub(super) async fn owner(
    write: &mut Write,
    reference: &FileReference,
) -> Result<Result<AttachedTo, Reason>, Error> {
    let Ok(owner) = reference.owner.parse::<AttachedTo>() else {
        return Ok(Err(Reason::UnnamedFile(reference.owner.clone())));
    };
    let founding = |all: Vec<FoundingDocument>| all.into_iter().filter_map(|one| one.file);
    let files: Vec<Attachment> = match &owner {
        AttachedTo::Body(slug) => {
            let found = write.kept_one::<Body>(slug).await?;
            found.map_or_else(Vec::new, |one| founding(one.founding).collect())
        }
        AttachedTo::Scheme(slug) => {
            let found = write.kept_one::<Scheme>(slug).await?;
            found.map_or_else(Vec::new, |one| founding(one.founding).collect())
        }
        AttachedTo::Meeting(id) => {
            let found = write.kept_one::<Meeting>(id).await?;
            let points = found.map(|one| one.agenda).unwrap_or_default();
            points.into_iter().flat_map(|one| one.documents).collect()
        }
        AttachedTo::Call(_) | AttachedTo::Application(_) => Vec::new(),
    };
    Ok(if files.contains(&reference.file) {
        Ok(owner)
    } else {
        Err(Reason::UnnamedFile(reference.owner.clone()))
    })
}

/// The content of a file, where the document holds it, whole, and it is what its name says.
pub(super) fn content(
    reference: &FileReference,
    contents: Contents<'_>,
) -> Result<Result<(ContentDigest, Vec<u8>), Reason>, ExchangeError> {
    let file = &reference.file;
    let wrong = || Reason::WrongContent(file.name.clone());
    let Ok(digest) = reference.digest.parse::<ContentDigest>() else {
        return Ok(Err(wrong()));
    };
    let Some(bytes) = contents(&digest)? else {
        return Ok(Err(Reason::NoContent(file.name.clone())));
    };
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let head: Vec<u8> = bytes.iter().take(HEAD_BYTES).copied().collect();
    let checked = Attachment::check(file.id, &file.name, length, &head);
    let whole = ContentDigest::of(&bytes) == digest && checked.as_ref() == Ok(file);
    Ok(if whole {
        Ok((digest, bytes))
    } else {
        Err(wrong())
    })
}

/// What the row keeps of a content.
pub(super) fn row<'b>(app: &App, digest: ContentDigest, bytes: &'b [u8]) -> Content<'b> {
    let here = matches!(app.files(), Files::Database);
    Content {
        digest,
        bytes: here.then_some(bytes),
    }
}
