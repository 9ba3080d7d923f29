//! A form with a picture: its answers, and its file in memory, no more of it than is read.

use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use portulan_app::pictures::FILE_BYTES;

use super::super::answers::Answers;

/// Most bytes of an answer: a description, filled to its limit and beyond.
const ANSWER_BYTES: usize = 16 * 1024;
/// Most bytes of a file that are let pass unread before the line is cut: whoever sends more learns nothing.
const PASSED: usize = 100 << 20;

/// The form did not come to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cut;

impl Cut {
    /// Id of the message.
    pub(super) const MESSAGE: &str = "upload-cut";
}

impl From<MultipartError> for Cut {
    fn from(_error: MultipartError) -> Self {
        Self
    }
}

/// The answers that came, and the file; a file of more than is read is one byte longer than that.
pub(super) async fn form(mut form: Multipart, name: &str) -> (Answers, Result<Vec<u8>, Cut>) {
    let mut answers = Answers::default();
    let file = fields(&mut form, name, &mut answers).await;
    (answers, file)
}

async fn fields(form: &mut Multipart, name: &str, answers: &mut Answers) -> Result<Vec<u8>, Cut> {
    let mut file = Vec::new();
    while let Some(field) = form.next_field().await? {
        let Some(given) = field.name().map(str::to_owned) else {
            continue;
        };
        if given == name {
            file = read(field, FILE_BYTES).await?;
        } else {
            let text = read(field, ANSWER_BYTES).await?;
            answers.add(given, String::from_utf8_lossy(&text));
        }
    }
    Ok(file)
}

/// The first bytes of a field, and one more where there are more: the rest passes unread.
async fn read(mut field: Field<'_>, most: usize) -> Result<Vec<u8>, Cut> {
    let (mut bytes, mut passed) = (Vec::new(), 0);
    while let Some(chunk) = field.chunk().await? {
        passed += chunk.len();
        if passed > PASSED {
            return Err(Cut);
        }
        let room = (most + 1).saturating_sub(bytes.len());
        bytes.extend(chunk.iter().take(room));
    }
    Ok(bytes)
}
