//! `/exploitation/lieux/{slug}`: the story of a place: what each field was, with which places it was put together, and
//! how to undo that.

use askama::Template;
use axum::extract::{Form, Path};
use axum::response::{IntoResponse as _, Redirect, Response};
use portulan_app::merging::{self, FieldHistory, Story};
use portulan_app::{Error, Lead, field_text};
use portulan_i18n::Words;
use portulan_model::journal::{Author, Content, Line};
use portulan_model::links::{Merge, MergeState};
use portulan_model::{MergeId, PlaceId, Slug};
use portulan_policy::actions::{MergePlaces, ReadJournal};

use super::values::{field_name, shown};
use super::{addresses, reach};
use crate::auth::{Desk, Refused, done, named};
use crate::pages::addresses as public;
use crate::pages::page::{Page, html};

/// Places found at once.
const FOUND: usize = 50;

#[derive(Template)]
#[template(path = "operator/place.html")]
struct PlacePage {
    page: Page,
    slug: String,
    public: String,
    /// Whether whoever looks may undo what is told.
    merges_places: bool,
    merges: Vec<Merged>,
    changes: Vec<Changed>,
    /// How the record came to be.
    created: Option<String>,
    /// Lines whose words about a person nobody may read here.
    untold: Vec<String>,
    /// Address of the changes before these.
    older: Option<String>,
    /// Address of the last changes, where these are older ones.
    latest: Option<String>,
}

#[derive(Template)]
#[template(path = "operator/place_find.html")]
struct Find {
    page: Page,
    action: &'static str,
    asked: String,
    found: Vec<(String, String, String)>,
    /// Said where there are more.
    cut: Option<String>,
}

/// A merge in which the place has or had part.
struct Merged {
    id: String,
    told: String,
    reason: Option<String>,
    active: bool,
    members: Vec<Member>,
}

struct Member {
    id: String,
    name: String,
    address: String,
    source: String,
    survivor: bool,
}

/// A field that changed.
struct Changed {
    when: String,
    by: String,
    reason: Option<String>,
    field: String,
    before: Vec<String>,
    after: Vec<String>,
}

/// `GET /exploitation/lieux`: finds a place by some words of its name or by its address on this site.
pub(super) async fn find(desk: Desk) -> Result<Response, Refused> {
    let asked = desk.visit.value("q").unwrap_or_default().trim().to_owned();
    let directory = &desk.visit.directory;
    if asked.contains('/') {
        let last = asked.trim_end_matches('/').rsplit('/').next();
        let led = match directory.lead(last.unwrap_or_default()) {
            Lead::Here(place) | Lead::Moved(place) => Some(&place.slug),
            Lead::Gone(gone) => Some(&gone.place.slug),
            Lead::Nowhere => None,
        };
        let led = led.filter(|slug| reach::place::<ReadJournal>(&desk, slug.as_str()).is_ok());
        if let Some(slug) = led {
            return Ok(Redirect::to(&addresses::place(slug)).into_response());
        }
    }
    let folded = portulan_text::fold(&asked);
    let shown = directory.snapshot.places().iter();
    let gone = directory
        .all_gone()
        .filter(|gone| !gone.shown)
        .map(|gone| &gone.place);
    let called = shown.chain(gone).filter(|place| {
        !folded.is_empty()
            && portulan_text::fold(&place.record.name).contains(&folded)
            && reach::place::<ReadJournal>(&desk, place.slug.as_str()).is_ok()
    });
    let mut found: Vec<_> = called
        .take(FOUND + 1)
        .map(|place| {
            let record = &place.record;
            (
                addresses::place(&place.slug),
                record.name.clone(),
                record.address.commune.clone(),
            )
        })
        .collect();
    let cut = found.len() > FOUND;
    found.truncate(FOUND);
    Ok(html(&Find {
        page: desk.page(desk.words().get("story-find-title"), "lieux"),
        action: addresses::PLACES,
        cut: cut.then(|| desk.words().with("story-find-cut", &[("n", FOUND.into())])),
        found,
        asked,
    }))
}

/// `GET /exploitation/lieux/{slug}`.
pub(super) async fn show(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let slug: Slug = named(&slug)?;
    // Whoever reads the journal of all reads what it says of persons too.
    let may = desk
        .may()
        .or_else(|_not_all| reach::place(&desk, slug.as_str()))?;
    let story = merging::story(desk.app(), &may, &slug).await?;
    let before = desk.visit.value("avant").and_then(|text| text.parse().ok());
    let history = merging::history(desk.app(), &may, &slug, before).await?;
    let (created, changes): (Vec<_>, Vec<_>) =
        history.fields.iter().partition(|one| one.before.is_none());
    let address = addresses::place(&slug);
    Ok(html(&PlacePage {
        page: desk.page(story.place.record.name.clone(), "lieux"),
        slug: slug.to_string(),
        merges_places: reach::place::<MergePlaces>(&desk, slug.as_str()).is_ok(),
        public: public::place(&slug),
        merges: story
            .merges
            .iter()
            .map(|one| merged(&desk, &story, one))
            .collect(),
        created: created
            .first()
            .map(|one| creation(&desk, one, created.len())),
        untold: history
            .untold
            .iter()
            .map(|line| untold(&desk, line))
            .collect(),
        older: history.next.map(|next| format!("{address}?avant={next}")),
        latest: before.map(|_line| address),
        changes: changes.into_iter().map(|one| changed(&desk, one)).collect(),
    }))
}

fn merged(desk: &Desk, story: &Story, merge: &Merge) -> Merged {
    let state = format!("story-merge-{}", merge.state.slug());
    let told = [
        ("date", desk.instant(merge.at).into()),
        ("by", author(desk.words(), &merge.by).into()),
    ];
    let members = merge.members.iter().filter_map(|id| story.named(*id));
    Merged {
        id: merge.id.to_string(),
        told: desk.words().with(&state, &told),
        reason: by_person(&merge.by, &merge.reason),
        active: merge.state == MergeState::Active,
        members: members
            .map(|place| Member {
                id: place.id.to_string(),
                name: place.record.name.clone(),
                address: addresses::place(&place.slug),
                source: place.record.external.source.to_string(),
                survivor: place.id == merge.survivor,
            })
            .collect(),
    }
}

/// A reason that a person typed; those of jobs are words of the program.
fn by_person(by: &Author, reason: &str) -> Option<String> {
    let typed = !matches!(by, Author::Job(_)) && !reason.is_empty();
    typed.then(|| reason.to_owned())
}

/// Who did something.
fn author(words: Words, by: &Author) -> String {
    match by {
        Author::Operator => words.get("author-operator"),
        Author::Person(_) => words.get("author-person"),
        Author::Job(job) => words
            .find(&format!("author-{job}"), &[])
            .unwrap_or_else(|| words.get("author-job")),
    }
}

/// The fields that came with the record, as one sentence.
fn creation(desk: &Desk, first: &FieldHistory, fields: usize) -> String {
    let told = [
        ("date", desk.instant(first.at).into()),
        ("by", author(desk.words(), &first.by).into()),
        ("n", fields.into()),
    ];
    desk.words().with("story-created", &told)
}

/// A line that held data of a person, as one sentence.
fn untold(desk: &Desk, line: &Line) -> String {
    let id = match line.content {
        Content::Erased => "story-erased",
        Content::Withheld | Content::Told(_) => "story-withheld",
    };
    let told = [
        ("date", desk.instant(line.at).into()),
        (
            "by",
            whose(desk.words(), &line.author, line.behalf.as_deref()).into(),
        ),
    ];
    desk.words().with(id, &told)
}

/// Who did something, and on whose behalf.
fn whose(words: Words, by: &Author, behalf: Option<&str>) -> String {
    let by = author(words, by);
    match behalf {
        None => by,
        Some(behalf) => words.with(
            "story-behalf",
            &[("by", by.into()), ("behalf", behalf.into())],
        ),
    }
}

fn changed(desk: &Desk, history: &FieldHistory) -> Changed {
    let lang = desk.visit.lang;
    let field = history.field;
    let of =
        |place: &portulan_model::Place| shown(lang, field, &field_text::of(field, &place.record));
    Changed {
        when: desk.instant(history.at),
        by: whose(desk.words(), &history.by, history.behalf.as_deref()),
        reason: by_person(&history.by, &history.reason),
        field: field_name(lang, field),
        before: history.before.as_ref().map(of).unwrap_or_default(),
        after: of(&history.after),
    }
}

/// Which merge to undo.
#[derive(serde::Deserialize)]
pub(super) struct Undo {
    fusion: String,
}

/// `POST /exploitation/lieux/{slug}/defaire`.
pub(super) async fn undo(
    desk: Desk,
    Path(slug): Path<String>,
    Form(wish): Form<Undo>,
) -> Result<Response, Refused> {
    let slug: Slug = named(&slug)?;
    let merge: MergeId = named(&wish.fusion)?;
    let may = reach::place(&desk, slug.as_str())?;
    let undone = merging::undo(desk.app(), &may, merge, "").await;
    once(&slug, undone, "merge-undone")
}

/// Which place to take out.
#[derive(serde::Deserialize)]
pub(super) struct Split {
    lieu: String,
}

/// `POST /exploitation/lieux/{slug}/separer`.
pub(super) async fn split(
    desk: Desk,
    Path(slug): Path<String>,
    Form(wish): Form<Split>,
) -> Result<Response, Refused> {
    let slug: Slug = named(&slug)?;
    let place: PlaceId = named(&wish.lieu)?;
    let may = reach::place(&desk, slug.as_str())?;
    let parted = merging::split(desk.app(), &may, place, "").await;
    once(&slug, parted, "place-split")
}

/// Goes back to the story of the place; what was done before needs no doing twice.
fn once(slug: &Slug, result: Result<(), Error>, note: &str) -> Result<Response, Refused> {
    let note = match result {
        Ok(()) => note,
        Err(Error::Conflict(_) | Error::NotFound(_)) => "already-decided",
        Err(error) => return Err(error.into()),
    };
    Ok(done(&addresses::place(slug), note))
}
