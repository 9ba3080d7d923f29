//! `/espace/gouvernances/<slug>/liste-nationale`: a list of the national platform is pasted, and what differs from what is
//! known here is told. Nothing of it is kept: names of people never leave the form.

use askama::Template;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::roadmaps::national::{Difference, compare};
use portulan_formats::FormatError;
use portulan_formats::governance::{NationalFile, NationalList, PostStanding, read_national_list};

use super::desk::{Pairs, TAB, body, crumbs, reads};
use super::words;
use crate::auth::{Desk, Refused};
use crate::pages::page::{Page, html_with};

/// The name of what is pasted.
const LIST: &str = "liste";

#[derive(Template)]
#[template(path = "roadmaps/lists.html")]
struct ListsPage {
    page: Page,
    crumbs: Vec<(String, String)>,
    action: String,
    wrong: Option<String>,
    /// What was read, then each difference.
    read: Option<String>,
    differences: Vec<String>,
    unread: Option<String>,
}

/// `GET /espace/gouvernances/{slug}/liste-nationale`.
pub(super) async fn show(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    answer(&desk, &slug, None)
}

/// `POST /espace/gouvernances/{slug}/liste-nationale`.
pub(super) async fn read(
    desk: Desk,
    Path(slug): Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let pasted = pairs.iter().find(|(name, _)| name == LIST);
    let text = pasted.map_or("", |(_, value)| value.as_str());
    answer(&desk, &slug, Some(read_national_list(text)))
}

fn answer(
    desk: &Desk,
    slug: &str,
    file: Option<Result<NationalFile, FormatError>>,
) -> Result<Response, Refused> {
    let body = body(desk, slug)?;
    reads(desk, &body)?;
    let words = desk.words();
    let (status, wrong, file) = match file {
        None => (StatusCode::OK, None, None),
        Some(Ok(file)) => (StatusCode::OK, None, Some(file)),
        Some(Err(_shape)) => (
            StatusCode::UNPROCESSABLE_ENTITY,
            Some(words.get("roadmap-list-wrong")),
            None,
        ),
    };
    let day = desk.visit.today();
    let found = file.as_ref().map_or_else(Vec::new, |file| {
        compare(&desk.visit.directory, &body, day, &file.list)
    });
    let told = |file: &NationalFile| {
        let (id, n) = match &file.list {
            NationalList::Members(rows) => ("roadmap-list-members", rows.len()),
            NationalList::Posts(rows) => ("roadmap-list-posts", rows.len()),
        };
        words.with(id, &[("n", n.into())])
    };
    let unread = file.as_ref().map_or(0, |file| file.unread.len());
    let template = ListsPage {
        page: desk.page(words.get("roadmap-list-title"), TAB),
        crumbs: crumbs(desk, &body),
        action: format!("/espace/gouvernances/{}/liste-nationale", body.slug),
        wrong,
        read: file.as_ref().map(told),
        differences: found.iter().map(|one| said(desk, one)).collect(),
        unread: (unread > 0).then(|| words.with("roadmap-list-unread", &[("n", unread.into())])),
    };
    Ok(html_with(status, &template))
}

fn said(desk: &Desk, difference: &Difference) -> String {
    let words = desk.words();
    match difference {
        Difference::NotMember { name, kind, known } => {
            let id = if known.is_some() {
                "roadmap-list-not-member"
            } else {
                "roadmap-list-unknown"
            };
            let told = [
                ("name", name.as_str().into()),
                ("kind", kind.as_str().into()),
            ];
            words.with(id, &told)
        }
        Difference::NotThere(slug) => {
            let name = words::organisation(&desk.visit.directory, slug);
            words.with("roadmap-list-not-there", &[("name", name.into())])
        }
        Difference::UnknownEmployer(name) => words.with(
            "roadmap-list-unknown-employer",
            &[("name", name.as_str().into())],
        ),
        Difference::Posts {
            name,
            standing,
            there,
            here,
        } => {
            let id = match standing {
                PostStanding::Filled => "roadmap-list-posts-filled",
                PostStanding::Vacant => "roadmap-list-posts-vacant",
                PostStanding::Returned => "roadmap-list-posts-returned",
            };
            let told = [
                ("name", name.as_str().into()),
                ("there", (*there).into()),
                ("here", (*here).into()),
            ];
            words.with(id, &told)
        }
    }
}
