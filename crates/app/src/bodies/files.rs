//! The files of a body: checked by what they hold, under a name that nothing obeys, read by its members alone.

use portulan_model::governance::{Attachment, FileError};
use portulan_model::journal::Deed;
use portulan_model::{FileId, Slug};
use portulan_policy::Capability;
use portulan_policy::actions::ReadBody;
use portulan_store::AttachedTo;

use super::{Told, json, own};
use crate::clock::draw;
use crate::{App, Error, files};

/// Bytes that are looked at to know what a file is: the longest signature has eight.
const HEAD_BYTES: usize = 64;

/// A file as a browser sends it.
#[derive(Debug, Clone)]
pub struct Upload {
    /// Its name there.
    pub name: String,
    /// All of it, or one byte more than is taken.
    pub bytes: Vec<u8>,
}

/// A file of a body, for its members. One of another body is not found, whoever knows its id.
pub async fn read(
    app: &App,
    capability: &Capability<ReadBody>,
    body: &Slug,
    id: FileId,
) -> Result<(Attachment, Vec<u8>), Error> {
    own(capability, body)?;
    files::read(app, &AttachedTo::Body(body.clone()), id).await
}

/// What is kept of a file, once it was checked.
pub(crate) fn checked(app: &App, upload: &Upload) -> Result<Attachment, FileError> {
    let (millis, random) = draw(app.now(), app.chance());
    let id = FileId::from_parts(millis, random);
    let bytes = u64::try_from(upload.bytes.len()).unwrap_or(u64::MAX);
    let head: Vec<u8> = upload.bytes.iter().take(HEAD_BYTES).copied().collect();
    Attachment::check(id, &cleaned(&upload.name), bytes, &head)
}

pub(crate) fn told<'a>(body: &'a Slug, attachment: &Attachment) -> Told<'a> {
    Told {
        body,
        deed: Deed::Updated,
        reason: format!("file: {}", attachment.name),
        before: None,
        after: json(attachment),
    }
}

/// The name without the folders that some browsers send, and without what a folder or a header would obey.
fn cleaned(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let shown = last.chars().filter(|one| !one.is_control());
    let quoted = shown.map(|one| if one == '"' { '’' } else { one });
    let text: String = quoted.collect();
    text.trim().trim_start_matches('.').trim_start().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leaves_its_folders_and_its_tricks_behind() {
        for (given, kept) in [
            ("C:\\Users\\prefet\\lettre.pdf", "lettre.pdf"),
            ("../../etc/lettre.pdf", "lettre.pdf"),
            ("..lettre.pdf", "lettre.pdf"),
            ("la \"lettre\".pdf", "la ’lettre’.pdf"),
            ("lettre\r\nSet-Cookie.pdf", "lettreSet-Cookie.pdf"),
            ("Lettre du préfet.pdf", "Lettre du préfet.pdf"),
        ] {
            assert_eq!(cleaned(given), kept, "{given}");
        }
    }
}
