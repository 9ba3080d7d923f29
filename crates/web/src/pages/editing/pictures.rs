//! `/lieux/{slug}/modifier/images`: pictures of a place, each described and credited, a few at most.

mod receive;

use askama::Template;
use axum::extract::{Form, Multipart, Path};
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::pictures::{self, Caption, FILE_BYTES, Given, NotAPicture, Prepared};
use portulan_model::{Picture, PictureHash};
use portulan_text::clean;

use self::receive::Cut;
use super::answers::Answers;
use super::blocks::{Block, Maker};
use super::form::{Part, parts};
use super::{Editor, editor};
use crate::auth::{Desk, Refused, done};
use crate::pages::addresses;
use crate::pages::page::{Page, html_with};
use crate::pages::pictures::{Shown, shown};
use crate::pages::typed::faults;

/// The part of the address.
pub(super) const PART: &str = "images";
const FILE: &str = "image";
const ALT: &str = "description";
const DECORATIVE: &str = "decorative";
const CREDIT: &str = "credit";
/// Bytes of a megabyte, as people count them.
const MEGABYTE: usize = 1 << 20;

#[derive(Template)]
#[template(path = "editing/pictures.html")]
struct PicturesPage {
    page: Page,
    place: String,
    back: String,
    parts: Vec<Part>,
    action: String,
    remove: String,
    lead: String,
    pictures: Vec<Mine>,
    /// Whether there is room for one more.
    room: bool,
    faults: Option<String>,
    file_hint: String,
    file_wrong: Option<String>,
    blocks: Vec<Block>,
}

/// A picture that the place has.
struct Mine {
    hash: String,
    shown: Shown,
    told: String,
    remove: String,
}

/// `GET /lieux/{slug}/modifier/images`.
pub(super) async fn show(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let editor = editor(&desk, &slug)?;
    Ok(page(&desk, &editor, &Answers::default(), StatusCode::OK))
}

/// `POST /lieux/{slug}/modifier/images`: one more picture.
pub(super) async fn add(
    desk: Desk,
    Path(slug): Path<String>,
    form: Multipart,
) -> Result<Response, Refused> {
    let editor = editor(&desk, &slug)?;
    let (mut answers, file) = receive::form(form, FILE).await;
    let words = desk.words();
    let caption = caption(&desk, &mut answers);
    let prepared = match prepared(&desk, &mut answers, file).await? {
        Ok(prepared) => prepared,
        Err(status) => return Ok(page(&desk, &editor, &answers, status)),
    };
    let Some(caption) = caption.filter(|_| answers.faults() == 0) else {
        answers.fault(FILE, words.get("picture-again"));
        return Ok(page(
            &desk,
            &editor,
            &answers,
            StatusCode::UNPROCESSABLE_ENTITY,
        ));
    };
    let place = editor.place.id;
    let given = pictures::add(desk.app(), &editor.may, place, &prepared, &caption).await?;
    let note = match given {
        Given::Added | Given::Known => "picture-added",
        Given::Full => {
            answers.fault(
                FILE,
                words.with("picture-full", &[("n", Picture::MOST.into())]),
            );
            return Ok(page(&desk, &editor, &answers, StatusCode::CONFLICT));
        }
    };
    Ok(done(&address(&editor), note))
}

/// The picture that a file holds; what is wrong with it is said, under a status.
async fn prepared(
    desk: &Desk,
    answers: &mut Answers,
    file: Result<Vec<u8>, Cut>,
) -> Result<Result<Prepared, StatusCode>, Refused> {
    let words = desk.words();
    let file = match file {
        Ok(file) if !file.is_empty() => file,
        Ok(_) => {
            answers.fault(FILE, words.get("picture-missing"));
            return Ok(Err(StatusCode::UNPROCESSABLE_ENTITY));
        }
        Err(Cut) => {
            answers.fault(FILE, words.get(Cut::MESSAGE));
            return Ok(Err(StatusCode::BAD_REQUEST));
        }
    };
    Ok(pictures::prepare(file).await?.map_err(|reason| {
        answers.fault(FILE, refusal(desk, reason));
        status(reason)
    }))
}

/// `POST /lieux/{slug}/modifier/images/retirer`.
pub(super) async fn remove(
    desk: Desk,
    Path(slug): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let editor = editor(&desk, &slug)?;
    let answers = Answers::of(pairs);
    let hash: PictureHash = answers
        .text(FILE)
        .parse()
        .map_err(|_not_one| Refused(StatusCode::BAD_REQUEST))?;
    pictures::remove(desk.app(), &editor.may, editor.place.id, &hash).await?;
    Ok(done(&address(&editor), "picture-removed"))
}

/// What is said of a picture; what is missing is said.
fn caption(desk: &Desk, answers: &mut Answers) -> Option<Caption> {
    let words = desk.words();
    let alt = clean(answers.text(ALT));
    let credit = clean(answers.text(CREDIT));
    let decorates = answers.has(DECORATIVE, DECORATIVE);
    if alt.is_empty() && !decorates {
        answers.fault(ALT, words.get("picture-description-missing"));
    }
    if credit.is_empty() {
        answers.fault(CREDIT, words.get("picture-credit-missing"));
    }
    for (name, text, most) in [
        (ALT, &alt, Picture::ALT_CHARS),
        (CREDIT, &credit, Picture::CREDIT_CHARS),
    ] {
        let length = text.chars().count();
        if length > most {
            let told = [("n", most.into()), ("length", length.into())];
            answers.fault(name, words.with("edit-too-long", &told));
        }
    }
    (answers.faults() == 0).then(|| Caption {
        alt: (!decorates).then_some(alt),
        credit,
    })
}

fn refusal(desk: &Desk, reason: NotAPicture) -> String {
    let words = desk.words();
    let megabytes = [("n", (FILE_BYTES / MEGABYTE).into())];
    match reason {
        NotAPicture::TooHeavy => words.with("picture-too-heavy", &megabytes),
        NotAPicture::Kind => words.get("picture-kind"),
        NotAPicture::TooManyPixels => words.get("picture-too-many-pixels"),
        NotAPicture::TooSmall => words.get("picture-too-small"),
        NotAPicture::Broken => words.get("picture-broken"),
    }
}

const fn status(reason: NotAPicture) -> StatusCode {
    match reason {
        NotAPicture::TooHeavy => StatusCode::PAYLOAD_TOO_LARGE,
        NotAPicture::Kind => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        NotAPicture::TooManyPixels | NotAPicture::TooSmall | NotAPicture::Broken => {
            StatusCode::UNPROCESSABLE_ENTITY
        }
    }
}

fn address(editor: &Editor) -> String {
    addresses::edit_part(&editor.place.slug, PART)
}

fn page(desk: &Desk, editor: &Editor, answers: &Answers, status: StatusCode) -> Response {
    let words = desk.words();
    let (name, slug) = (&editor.place.record.name, &editor.place.slug);
    let pictures = desk.visit.state.directory();
    let pictures = pictures.pictures(&editor.place.id);
    let told = [
        ("part", words.get("edit-part-images").into()),
        ("name", name.as_str().into()),
    ];
    let maker = Maker { words, answers };
    let here = address(editor);
    let template = PicturesPage {
        page: desk.page(words.with("edit-title-part", &told), ""),
        place: name.clone(),
        back: desk.visit.link(&addresses::edit(slug)),
        parts: parts(desk, editor, PART),
        action: desk.visit.link(&here),
        remove: desk.visit.link(&format!("{here}/retirer")),
        lead: words.with("edit-part-images-lead", &[("n", Picture::MOST.into())]),
        room: pictures.len() < Picture::MOST,
        pictures: pictures.iter().map(|one| mine(desk, one)).collect(),
        faults: faults(words, answers),
        file_hint: words.with("edit-image-hint", &[("n", (FILE_BYTES / MEGABYTE).into())]),
        file_wrong: answers.wrong(FILE),
        blocks: vec![
            maker.area(ALT, 3),
            maker.boxes(DECORATIVE, &[DECORATIVE]),
            maker.text(CREDIT, "text"),
        ],
    };
    html_with(status, &template)
}

fn mine(desk: &Desk, picture: &Picture) -> Mine {
    let words = desk.words();
    let told = match &picture.alt {
        Some(alt) => words.with("picture-told", &[("alt", alt.as_str().into())]),
        None => words.get("picture-decorates"),
    };
    let named = picture
        .alt
        .clone()
        .unwrap_or_else(|| picture.credit.clone());
    Mine {
        hash: picture.hash.to_string(),
        shown: shown(&desk.visit, picture),
        told,
        remove: words.with("picture-remove-this", &[("alt", named.into())]),
    }
}
