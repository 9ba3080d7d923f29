//! The files of a body: read from a form, no more of them than is taken; given to its members, never opened in the page.

use std::fmt::Write as _;

use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{Multipart, Path};
use axum::http::{HeaderName, header};
use axum::response::{IntoResponse as _, Response};
use portulan_app::Error;
use portulan_app::bodies::{self, Upload};
use portulan_app::files::{FilesError, Lost};
use portulan_model::FileId;
use portulan_model::governance::{Attachment, FileError, FileKind};

use super::{body, reads};
use crate::auth::{Desk, Refused, named};
use crate::errors::Fault;
use crate::pages::editing::answers::Answers;

/// The field of the file.
pub(in crate::pages) const FILE: &str = "fichier";
/// Most bytes of another answer.
const ANSWER_BYTES: usize = 16 * 1_024;
/// Most bytes of a file that pass unread before the line is cut: whoever sends more learns nothing.
const PASSED: usize = 100 << 20;

/// A form that did not come to its end.
#[derive(Debug, Clone, Copy)]
pub(in crate::pages) struct Cut;

impl From<MultipartError> for Cut {
    fn from(_error: MultipartError) -> Self {
        Self
    }
}

/// `GET /espace/gouvernances/{slug}/fichiers/{file}`.
pub(super) async fn serve(
    desk: Desk,
    Path((slug, file)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?;
    let may = reads(&desk, body)?;
    let id: FileId = named(&file)?;
    let read = bodies::read_file(desk.app(), &may, &body.slug, id).await;
    answered(read)
}

/// A file as an answer, or the page that says why its content is not to be had.
pub(in crate::pages) fn answered(
    read: Result<(Attachment, Vec<u8>), Error>,
) -> Result<Response, Refused> {
    let fault = match read {
        Ok((attachment, bytes)) => return Ok(given(&attachment, bytes)),
        Err(Error::Lost(Lost::Missing)) => Fault::FileMissing,
        Err(Error::Lost(Lost::Altered)) => Fault::FileAltered,
        Err(Error::Files(error)) => {
            tracing::error!(%error, "contents of files cannot be read");
            Fault::FilesAway
        }
        Err(error) => return Err(error.into()),
    };
    let mut response = fault.status().into_response();
    response.extensions_mut().insert(fault);
    Ok(response)
}

fn given(attachment: &Attachment, bytes: Vec<u8>) -> Response {
    let headers: [(HeaderName, String); 3] = [
        (header::CONTENT_TYPE, media(attachment).to_owned()),
        (header::CONTENT_DISPOSITION, disposition(&attachment.name)),
        (header::CONTENT_SECURITY_POLICY, "sandbox".to_owned()),
    ];
    (headers, bytes).into_response()
}

/// The message that says that a file could not be kept now.
pub(in crate::pages) fn away(error: &FilesError) -> &'static str {
    tracing::error!(%error, "contents of files cannot be written");
    "bodies-wrong-file-away"
}

/// The message that says why a file is not taken.
pub(in crate::pages) const fn fault(error: FileError) -> &'static str {
    match error {
        FileError::Empty => "bodies-wrong-file-empty",
        FileError::TooLarge => "bodies-wrong-file-large",
        FileError::Kind => "bodies-wrong-file-kind",
        FileError::Disguised => "bodies-wrong-file-disguised",
        FileError::Name => "bodies-wrong-file-name",
    }
}

/// Saved, never shown in the page: what a member sent is not of this site.
fn disposition(name: &str) -> String {
    let mut encoded = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_') {
            encoded.push(char::from(byte));
        } else {
            let _written = write!(encoded, "%{byte:02X}");
        }
    }
    format!("attachment; filename*=UTF-8''{encoded}")
}

fn media(attachment: &Attachment) -> &'static str {
    match attachment.kind {
        FileKind::Pdf => "application/pdf",
        FileKind::Png => "image/png",
        FileKind::Jpeg => "image/jpeg",
        FileKind::OpenDocument | FileKind::Office => "application/octet-stream",
    }
}

/// The answers that came, and the file where one was chosen; a file of more than is taken is one byte longer than that.
pub(in crate::pages) async fn form(mut form: Multipart) -> (Answers, Result<Option<Upload>, Cut>) {
    let mut pairs = Vec::new();
    let upload = fields(&mut form, &mut pairs).await;
    (Answers::of(pairs), upload)
}

async fn fields(
    form: &mut Multipart,
    pairs: &mut Vec<(String, String)>,
) -> Result<Option<Upload>, Cut> {
    let most = usize::try_from(Attachment::LARGEST).unwrap_or(usize::MAX);
    let mut upload = None;
    while let Some(field) = form.next_field().await? {
        let Some(given) = field.name().map(str::to_owned) else {
            continue;
        };
        if given == FILE {
            let name = field.file_name().unwrap_or_default().to_owned();
            let bytes = read(field, most).await?;
            // A browser sends a part without a name where no file was chosen.
            let chosen = !name.is_empty() || !bytes.is_empty();
            upload = chosen.then_some(Upload { name, bytes });
        } else {
            let text = read(field, ANSWER_BYTES).await?;
            pairs.push((given, String::from_utf8_lossy(&text).into_owned()));
        }
    }
    Ok(upload)
}

/// The first bytes of a field, and one more where there are more: the rest passes unread.
async fn read(mut field: Field<'_>, most: usize) -> Result<Vec<u8>, Cut> {
    let (mut bytes, mut passed) = (Vec::new(), 0_usize);
    while let Some(chunk) = field.chunk().await? {
        passed = passed.saturating_add(chunk.len());
        if passed > PASSED {
            return Err(Cut);
        }
        let room = most.saturating_add(1).saturating_sub(bytes.len());
        bytes.extend(chunk.iter().take(room));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_break_the_header_that_bears_it() {
        assert_eq!(
            disposition("Lettre du préfet\r\n.pdf"),
            "attachment; filename*=UTF-8''Lettre%20du%20pr%C3%A9fet%0D%0A.pdf"
        );
    }
}
