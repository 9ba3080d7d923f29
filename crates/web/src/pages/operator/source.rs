//! `/exploitation/sources/{slug}`: one list: its settings, its runs, and the form that starts one.

use askama::Template;
use axum::extract::{Multipart, Path};
use axum::response::{IntoResponse as _, Redirect, Response};
use portulan_app::harvest::Given;
use portulan_app::{Error, harvest, sources};
use portulan_harvest::mapping;
use portulan_model::harvest::{KnownSource, Mapping, SourceKind};
use portulan_model::{RunId, Slug, TerritoryKey};
use portulan_policy::Capability;
use portulan_policy::actions::{ManageSources, ReadHarvest, RunHarvest};

use super::run::{Names, RunRow};
use super::upload::{self, NoFile};
use super::{addresses, reach};
use crate::auth::{Desk, Refused, done, named};
use crate::pages::page::{Page, html_with};

/// Runs shown on the page of a source.
const RUNS: usize = 5;
/// Remarks on a mapping that are shown.
const NOTICES: usize = 20;

#[derive(Template)]
#[template(path = "operator/source.html")]
struct SourcePage {
    page: Page,
    slug: String,
    /// Whether whoever looks may start a run.
    feeds: bool,
    /// Whether they may change the settings.
    manages: bool,
    facts: Vec<(String, String)>,
    from_address: bool,
    notices: Vec<String>,
    more_notices: Option<String>,
    runs: Vec<RunRow>,
    /// What was wrong with the file.
    wrong: Option<String>,
}

/// The name of the level that answers for a source.
pub(super) fn level(desk: &Desk, key: &TerritoryKey) -> String {
    let territory = desk.visit.directory.reference.territory(key);
    territory.map_or_else(|| key.to_string(), |found| found.name.clone())
}

/// `GET /exploitation/sources/{slug}`.
pub(super) async fn show(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let slug = named(&slug)?;
    let may = reach::source(&desk, &slug).await?;
    let known = sources::get(desk.app(), &may, &slug).await?;
    page(&desk, &may, &known, None).await
}

/// The page, with what was wrong with a file.
pub(super) async fn page(
    desk: &Desk,
    may: &Capability<ReadHarvest>,
    known: &KnownSource,
    wrong: Option<NoFile>,
) -> Result<Response, Refused> {
    let source = &known.source;
    let words = desk.words();
    let runs = harvest::runs(desk.app(), may, Some(&source.slug), 0).await?;
    let feeds = reach::source::<RunHarvest>(desk, &source.slug).await;
    let notices = notices(desk, &source.mapping);
    let more = notices.len().saturating_sub(NOTICES);
    let names = Names::read(desk).await?;
    let status = wrong.map_or(axum::http::StatusCode::OK, NoFile::status);
    Ok(html_with(
        status,
        &SourcePage {
            page: desk.page(source.name.clone(), "sources"),
            slug: source.slug.to_string(),
            feeds: feeds.is_ok(),
            manages: desk.may::<ManageSources>().is_ok(),
            facts: facts(desk, known),
            from_address: matches!(source.kind, SourceKind::Address(_)),
            more_notices: (more > 0)
                .then(|| words.with("source-more-notices", &[("n", more.into())])),
            notices: notices.into_iter().take(NOTICES).collect(),
            runs: runs
                .iter()
                .take(RUNS)
                .map(|run| RunRow::of(desk, &names, run))
                .collect(),
            wrong: wrong.map(|fault| words.get(fault.message())),
        },
    ))
}

fn facts(desk: &Desk, known: &KnownSource) -> Vec<(String, String)> {
    let source = &known.source;
    let words = desk.words();
    let percent = |share: u8| words.with("desk-percent", &[("n", u32::from(share).into())]);
    let mapping = match &source.mapping {
        Mapping::None => "mapping-none",
        Mapping::National(_) => "mapping-national",
        Mapping::Portulan(_) => "mapping-portulan",
    };
    let from = match &source.kind {
        SourceKind::Address(address) => address.clone(),
        SourceKind::Upload => words.get("source-kind-fichier"),
    };
    [
        ("source-from", from),
        ("source-mapping", words.get(mapping)),
        (
            "source-schedule",
            words.get(&format!("schedule-{}", source.schedule.slug())),
        ),
        ("source-level", level(desk, &source.owner)),
        ("source-licence", source.licence.clone()),
        ("source-trust", percent(source.trust.get())),
        ("source-limit", percent(source.limit.get())),
    ]
    .into_iter()
    .map(|(id, value)| (words.get(id), value))
    .collect()
}

/// What a person should look at in a mapping.
fn notices(desk: &Desk, mapping: &Mapping) -> Vec<String> {
    let words = desk.words();
    let (Mapping::National(text) | Mapping::Portulan(text)) = mapping else {
        return Vec::new();
    };
    match mapping::Mapping::read(text) {
        Ok((_, notices)) => notices
            .into_iter()
            .map(|notice| {
                let kind = words.get(&format!("mapping-notice-{}", notice.kind.slug()));
                let told = [
                    ("path", notice.path.into()),
                    ("value", notice.value.into()),
                    ("kind", kind.into()),
                ];
                words.with("source-notice", &told)
            })
            .collect(),
        Err(error) => vec![words.told(&error.told())],
    }
}

/// `POST /exploitation/sources/{slug}/moissonner`: takes a file in.
pub(super) async fn harvest(
    desk: Desk,
    Path(slug): Path<String>,
    form: Multipart,
) -> Result<Response, Refused> {
    let slug: Slug = named(&slug)?;
    let run = reach::source(&desk, &slug).await?;
    let may = reach::source(&desk, &slug).await?;
    let known = sources::get(desk.app(), &may, &slug).await?;
    let upload = match upload::receive(form).await {
        Ok(upload) => upload,
        Err(fault) => return page(&desk, &may, &known, Some(fault)).await,
    };
    let given = Given {
        name: upload.name,
        reader: Box::new(upload.file),
        etag: None,
    };
    let started = harvest::start(desk.app(), run, &slug, given).await;
    to_the_run(&desk, &slug, started).await
}

/// `POST /exploitation/sources/{slug}/relever`: asks the address of the source.
pub(super) async fn fetch(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let slug: Slug = named(&slug)?;
    let run = reach::source(&desk, &slug).await?;
    let started = harvest::start_from_address(desk.app(), run, &slug).await;
    to_the_run(&desk, &slug, started).await
}

/// Goes to the run that was begun; to the one at work when a second was asked for, so that pressing twice is harmless.
async fn to_the_run(
    desk: &Desk,
    slug: &Slug,
    started: Result<RunId, Error>,
) -> Result<Response, Refused> {
    match started {
        Ok(id) => Ok(Redirect::to(&addresses::run(id)).into_response()),
        Err(Error::Conflict(_)) => {
            let may = reach::source(desk, slug).await?;
            let known = sources::get(desk.app(), &may, slug).await?;
            let address = known
                .last_run
                .map_or_else(|| addresses::source(slug), addresses::run);
            Ok(done(&address, "run-at-work"))
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /exploitation/sources/{slug}/oublier`: forgets the settings; places and runs stay.
pub(super) async fn forget(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    sources::remove(desk.app(), &desk.may()?, &named(&slug)?, "forgotten").await?;
    Ok(done(addresses::SOURCES, "source-forgotten"))
}
