//! The letter that tells an organisation what was decided on its application: read by the body before it is published, by the
//! organisation after.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::bodies;
use portulan_app::means::examination;
use portulan_i18n::{amount, date};
use portulan_model::Slug;
use portulan_model::means::applications::Application;
use portulan_model::means::calls::{Call, paris_day};
use portulan_model::means::examination::Ruling;
use portulan_policy::actions::DecideApplications;

use super::super::Mine;
use super::{Looked, TAB};
use crate::auth::{Desk, Refused, named};
use crate::pages::bodies::leads;
use crate::pages::page::{Page, html};
use crate::pages::typed::organisation_name;

#[derive(Template)]
#[template(path = "means/letter.html")]
struct LetterPage {
    page: Page,
    back: String,
    from: String,
    to: String,
    on: String,
    about: String,
    told: String,
    given: Option<String>,
    why: String,
    reference: String,
}

/// `GET …/appels/{appel}/candidatures/{candidature}/courrier`.
pub(super) async fn of_body(
    desk: Desk,
    Path((slug, call, id)): Path<(String, String, String)>,
) -> Result<Response, Refused> {
    let looked = Looked::open(&desk, (&slug, &call, &id)).await?;
    leads::<DecideApplications>(&desk, &looked.at.body)?;
    let one = &looked.file.one;
    let ruling = one.examination.ruling();
    let ruling = ruling.ok_or(Refused(StatusCode::NOT_FOUND))?;
    let back = looked.here("examen");
    Ok(page(
        &desk,
        &back,
        (&looked.file.call, &one.application),
        ruling,
    ))
}

/// `GET /espace/structures/{slug}/candidatures/{candidature}/courrier`.
pub(super) async fn of_organisation(
    desk: Desk,
    Path((slug, id)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let mine = Mine::open(&desk, (&slug, &id)).await?;
    let found = examination::told_to(desk.app(), &mine.applying.may, named(&id)?).await?;
    let (opened, ruling) = found.ok_or(Refused(StatusCode::NOT_FOUND))?;
    let of = (&opened.call, &opened.application);
    Ok(page(&desk, &mine.at(""), of, &ruling))
}

/// The way to the letter for those who take part, once what was decided is published.
pub(in crate::pages::means::hosted) async fn way(
    desk: &Desk,
    mine: &Mine,
) -> Result<Vec<(String, String)>, Refused> {
    let told = examination::told_to(desk.app(), &mine.applying.may, mine.id()).await?;
    let letter = desk.visit.link(&mine.at("/courrier"));
    let way = |_told| (letter, desk.words().get("examen-courrier"));
    Ok(told.map(way).into_iter().collect())
}

fn page(
    desk: &Desk,
    back: &str,
    (call, application): (&Call, &Application),
    ruling: &Ruling,
) -> Response {
    let (words, lang) = (desk.words(), desk.visit.lang);
    let directory = &desk.visit.directory;
    let body: &Slug = &call.followed_by;
    let from = bodies::known(directory, body).map(|body| body.name.clone());
    let title = [("title", call.terms.title.as_str().into())];
    let told = words.with(&format!("courrier-{}", ruling.outcome.slug()), &title);
    let given = ruling.given.as_ref().map(|given| {
        let told = [("amount", amount(lang, given.amount).into())];
        words.with("courrier-montant", &told)
    });
    html(&LetterPage {
        page: desk.page(words.get("examen-courrier"), TAB),
        back: desk.visit.link(back),
        from: from.unwrap_or_else(|_unknown| body.to_string()),
        to: organisation_name(directory, application.parties.lead()),
        on: date(lang, paris_day(ruling.said.at)),
        about: words.with("courrier-objet", &title),
        told,
        given,
        why: ruling.said.why.as_str().to_owned(),
        reference: application.id.to_string(),
    })
}
