//! What changed since a day, in words, each line with where it can be read.

use chrono::NaiveDate;
use portulan_i18n::{Arg, Words, date_short};
use portulan_levels::{Change, What, changes};
use portulan_model::Area;

use super::super::addresses::{self, Source};
use super::super::visit::Visit;

/// Lines shown: a year of a département.
const MOST: usize = 60;

/// A line.
pub(super) struct Line {
    pub(super) on: String,
    pub(super) words: String,
    pub(super) address: Option<String>,
}

/// What changed in an area from a day on.
pub(super) fn since(visit: &Visit, area: &Area, day: NaiveDate) -> Vec<Line> {
    let found = changes(&visit.directory.levels, area, day, visit.today());
    let lines = found.iter().take(MOST);
    lines.map(|one| line(visit, one)).collect()
}

fn line(visit: &Visit, change: &Change<'_>) -> Line {
    let words = Words::new(visit.lang);
    let (id, name, organisation, source) = told(visit, &change.what);
    let filled: [(&str, Arg<'_>); 2] =
        [("name", name.into()), ("organisation", organisation.into())];
    Line {
        on: date_short(visit.lang, change.on),
        words: words.with(&id, &filled),
        address: source.map(|address| visit.link(&address)),
    }
}

/// The message, what it names, and where that is read.
fn told(visit: &Visit, what: &What<'_>) -> (String, String, String, Option<String>) {
    let of = |id: &str, name: &str, kind: Source, slug: &portulan_model::Slug| {
        let address = addresses::source(kind, slug);
        (id.to_owned(), name.to_owned(), String::new(), Some(address))
    };
    match what {
        What::BodyBegan(body) => of("change-body-began", &body.name, Source::Body, &body.slug),
        What::BodyEnded(body) => of("change-body-ended", &body.name, Source::Body, &body.slug),
        What::SchemeBegan(one) => of("change-scheme", &one.name, Source::Scheme, &one.slug),
        What::RoadmapMoved { roadmap, stage } => {
            let id = format!("change-roadmap-{}", stage.slug());
            of(&id, &roadmap.title, Source::Roadmap, &roadmap.slug)
        }
        What::Minutes(one) => of("change-minutes", &one.title, Source::Body, &one.body),
        What::Joined { body, organisation } => {
            let mut told = of("change-joined", &body.name, Source::Body, &body.slug);
            told.2 = organisation_name(visit, organisation);
            told
        }
        What::Left { body, organisation } => {
            let mut told = of("change-left", &body.name, Source::Body, &body.slug);
            told.2 = organisation_name(visit, organisation);
            told
        }
        What::PostMoved { post, state } => {
            let id = format!("change-post-{}", state.word());
            let kind = format!("totals-post-{}", post.kind.slug());
            let kind = Words::new(visit.lang).get(&kind);
            (id, kind, organisation_name(visit, &post.host), None)
        }
    }
}

/// How an organisation is called; its address where it is not known any more.
fn organisation_name(visit: &Visit, slug: &portulan_model::Slug) -> String {
    let known = visit.directory.organisations.get(slug);
    known.map_or_else(|| slug.to_string(), |one| one.name.clone())
}
