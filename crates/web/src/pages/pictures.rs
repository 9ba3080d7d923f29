//! `/images/…`: the pictures of places. An address carries the hash of what it shows, so it never shows anything else;
//! one that was taken away is there no more.

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use portulan_app::pictures::{self, PictureSize};
use portulan_i18n::Words;
use portulan_model::pictures::Size;
use portulan_model::{Picture, PictureHash, Place};

use super::visit::Visit;
use crate::state::AppState;

/// Pictures are always JPEG: they were made anew here.
const KIND: &str = "image/jpeg";
const ENDING: &str = ".jpg";
/// What stands before the ending of a small copy.
const SMALL: &str = "-petite";
/// Kept for ever by whoever asked: what it shows cannot change.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The address of a picture.
pub(crate) fn address(hash: &PictureHash, size: PictureSize) -> String {
    let size = match size {
        PictureSize::Large => "",
        PictureSize::Small => SMALL,
    };
    format!("/images/{hash}{size}{ENDING}")
}

/// `GET /images/{file}`.
pub(crate) async fn serve(
    State(state): State<AppState>,
    Path(file): Path<String>,
) -> Result<Response, StatusCode> {
    let (hash, size) = named(&file).ok_or(StatusCode::NOT_FOUND)?;
    let found = pictures::bytes(&state.app, &hash, size).await;
    let bytes = found.map_err(|error| {
        tracing::error!(%error, "a picture cannot be read");
        StatusCode::INTERNAL_SERVER_ERROR
    })?;
    let bytes = bytes.ok_or(StatusCode::NOT_FOUND)?;
    let headers = [
        (header::CONTENT_TYPE, KIND),
        (header::CACHE_CONTROL, FOR_EVER),
    ];
    Ok((headers, bytes).into_response())
}

fn named(file: &str) -> Option<(PictureHash, PictureSize)> {
    let stem = file.strip_suffix(ENDING)?;
    let (hash, size) = match stem.strip_suffix(SMALL) {
        Some(hash) => (hash, PictureSize::Small),
        None => (stem, PictureSize::Large),
    };
    Some((hash.parse().ok()?, size))
}

/// A picture as a page shows it.
pub(crate) struct Shown {
    /// Of the small copy.
    pub(crate) source: String,
    pub(crate) size: Size,
    /// Of the whole picture, and the words of the link to it.
    pub(crate) large: String,
    pub(crate) enlarge: String,
    /// Empty where it only decorates.
    pub(crate) alt: String,
    pub(crate) credit: String,
}

/// The pictures that the page of a place shows.
pub(crate) fn of_place(visit: &Visit, place: &Place) -> Vec<Shown> {
    let all = visit.directory.pictures(&place.id).iter();
    all.take(Picture::MOST)
        .map(|one| shown(visit, one))
        .collect()
}

/// A picture as a page shows it.
pub(crate) fn shown(visit: &Visit, picture: &Picture) -> Shown {
    let words = Words::new(visit.lang);
    let told = [("credit", picture.credit.as_str().into())];
    Shown {
        source: address(&picture.hash, PictureSize::Small),
        size: picture.small,
        large: address(&picture.hash, PictureSize::Large),
        enlarge: match &picture.alt {
            Some(alt) => words.with("picture-enlarge-this", &[("alt", alt.as_str().into())]),
            None => words.get("picture-enlarge"),
        },
        alt: picture.alt.clone().unwrap_or_default(),
        credit: words.with("picture-credit", &told),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_back_to_its_picture_and_nothing_else_does() {
        let hash: PictureHash = "ab".repeat(32).parse().unwrap();
        for size in [PictureSize::Large, PictureSize::Small] {
            let address = address(&hash, size);
            let file = address.strip_prefix("/images/").unwrap();
            assert_eq!(named(file), Some((hash.clone(), size)));
        }
        for file in [
            hash.to_string(),
            format!("{hash}.png"),
            format!("{hash}.jpg.svg"),
            format!("{hash}-grande.jpg"),
            "../journal.jpg".to_owned(),
            ".jpg".to_owned(),
        ] {
            assert_eq!(named(&file), None, "{file}");
        }
    }
}
