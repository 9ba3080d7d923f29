//! What is to be read before a point of the agenda: attached and taken away by those who lead the body, read by its members.

use axum::extract::{Form, Multipart, Path};
use axum::response::Response;
use portulan_app::Error;
use portulan_app::meetings::{self, MeetingError};
use portulan_model::FileId;

use super::shared::{self, Cut, FILE};
use super::typed::{Typed, Which};
use super::{Led, body, reads, told};
use crate::auth::{Desk, Refused, named};
use crate::pages::editing::answers::Answers;

/// The field of the point: its rank, and what it said when it was read.
pub(super) const POINT: &str = "point";
/// The field of the document that is taken away.
const PIECE: &str = "piece";

/// `POST …/documents`.
pub(super) async fn add(
    desk: Desk,
    Path((slug, meeting)): Path<(String, String)>,
    form: Multipart,
) -> Result<Response, Refused> {
    let led = Led::open(desk, &slug, &meeting)?;
    let words = led.desk.words();
    let (mut answers, upload) = shared::form(form).await;
    let upload = match upload {
        Ok(Some(upload)) => upload,
        Ok(None) => {
            answers.fault(FILE, words.get("meetings-wrong-file"));
            return led.again(Typed::of(Which::Document, answers)).await;
        }
        Err(Cut) => {
            answers.fault(FILE, words.get("upload-cut"));
            return led.again(Typed::of(Which::Document, answers)).await;
        }
    };
    let (rank, title) = answers.text(POINT).split_once('-').unwrap_or_default();
    let rank = rank.parse().unwrap_or(usize::MAX);
    let point = ((rank, title), upload);
    let added = meetings::attach(led.desk.app(), &led.may, led.at(), point).await;
    if let Err(MeetingError::File(_) | MeetingError::Other(Error::Files(_))) = added {
        let wrong = added.map_or_else(told, |()| Ok(""))?;
        answers.fault(FILE, words.get(wrong));
        return led.again(Typed::of(Which::Document, answers)).await;
    }
    led.answered(added, "meetings-saved", Typed::of(Which::Document, answers))
        .await
}

/// `GET …/documents/{piece}`.
pub(super) async fn serve(
    desk: Desk,
    Path((slug, meeting, piece)): Path<(String, String, String)>,
) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?;
    let may = reads(&desk, body)?;
    let at = (&body.slug, named(&meeting)?);
    let id: FileId = named(&piece)?;
    shared::answered(meetings::read_file(desk.app(), &may, at, id).await)
}

/// `POST …/documents/retirer`.
pub(super) async fn remove(
    desk: Desk,
    Path((slug, meeting)): Path<(String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let led = Led::open(desk, &slug, &meeting)?;
    let answers = Answers::of(pairs);
    let Ok(id) = answers.text(PIECE).parse::<FileId>() else {
        let wrong = led.desk.words().get("meetings-wrong-moved");
        return led.again(Typed::default().but(wrong)).await;
    };
    let gone = meetings::detach(led.desk.app(), &led.may, led.at(), id).await;
    led.answered(gone, "meetings-saved", Typed::default()).await
}
