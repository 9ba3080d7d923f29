//! `/jour/{link}`: big buttons for a front desk, without an account: what happens to a session today, and how many
//! people could not be helped. The link is the key: it is signed, for one session of one day.

use askama::Template;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use portulan_app::day::{self, Pass, WORDS_CHARS};
use portulan_i18n::{ListWords, Words, date};
use portulan_model::{ClosedList, DayKind, Service};
use portulan_text::clean;

use super::addresses;
use super::links::{never_kept, refused};
use super::page::{Page, html_form};
use super::visit::Visit;

/// Takes back what was said.
const NOTHING: &str = "rien";

#[derive(Template)]
#[template(path = "day.html")]
struct DayPage {
    page: Page,
    action: String,
    place: String,
    session: String,
    day: String,
    /// What is said now.
    said: Vec<String>,
    kinds: Vec<(&'static str, String)>,
    typed: String,
    wrong: Option<String>,
    needs: Vec<Need>,
    public: String,
}

/// A need, and how many people could not be helped with it.
struct Need {
    slug: &'static str,
    words: String,
    count: i64,
    more: String,
    less: String,
}

/// `GET /jour/{link}`.
pub(super) async fn show(visit: Visit, Path(link): Path<String>) -> Response {
    let answer = match day::open(&visit.state.app, &link) {
        Ok(pass) => page(&visit, &link, &pass, (String::new(), None)).await,
        Err(error) => refused(&visit, &error),
    };
    never_kept(answer)
}

/// What is said: of the session, or of people who could not be helped.
#[derive(serde::Deserialize)]
pub(super) struct Said {
    #[serde(default, rename = "dit")]
    kind: String,
    #[serde(default, rename = "mots")]
    words: String,
    #[serde(default, rename = "plus")]
    more: String,
    #[serde(default, rename = "moins")]
    less: String,
}

/// `POST /jour/{link}`.
pub(super) async fn say(
    visit: Visit,
    Path(link): Path<String>,
    Form(said): Form<Said>,
) -> Response {
    let app = &visit.state.app;
    let answer = match day::open(app, &link) {
        Ok(pass) => match done(&visit, &link, &pass, said).await {
            Ok(answer) => answer,
            Err(error) => refused(&visit, &error),
        },
        Err(error) => refused(&visit, &error),
    };
    never_kept(answer)
}

async fn done(
    visit: &Visit,
    link: &str,
    pass: &Pass,
    said: Said,
) -> Result<Response, portulan_app::Error> {
    let app = &visit.state.app;
    let counted = [(&said.more, 1), (&said.less, -1)];
    for (need, more) in counted {
        if let Ok(need) = Service::from_slug(need) {
            day::count(app, pass, need, more).await?;
            return Ok(back(visit, link, "day-counted"));
        }
    }
    if said.kind == NOTHING {
        day::unsay(app, pass).await?;
        return Ok(back(visit, link, "day-unsaid"));
    }
    let Ok(kind) = said.kind.parse::<DayKind>() else {
        return Ok(StatusCode::BAD_REQUEST.into_response());
    };
    let words = clean(&said.words);
    let missing = kind == DayKind::Replaced && words.is_empty();
    let wrong = match (missing, words.chars().count() > WORDS_CHARS) {
        (true, _) => Some("day-words-missing"),
        (_, true) => Some("day-words-long"),
        (false, false) => None,
    };
    if wrong.is_some() {
        return Ok(page(visit, link, pass, (said.words, wrong)).await);
    }
    let words = (!words.is_empty()).then_some(words);
    day::say(app, pass, kind, words).await?;
    Ok(back(visit, link, "day-said"))
}

fn back(visit: &Visit, link: &str, note: &str) -> Response {
    let here = visit.link(&addresses::day(link));
    Redirect::to(&addresses::noted(&here, note)).into_response()
}

async fn page(
    visit: &Visit,
    link: &str,
    pass: &Pass,
    (typed, wrong): (String, Option<&str>),
) -> Response {
    let words = Words::new(visit.lang);
    let counts = match day::counted(&visit.state.app, pass).await {
        Ok(counts) => counts,
        Err(error) => return refused(visit, &error),
    };
    let mut page = Page::new(visit, words.get("day-title")).apart();
    page.languages.clear();
    let untitled = || words.get("place-session");
    let template = DayPage {
        page,
        action: visit.link(&addresses::day(link)),
        place: pass.place.record.name.clone(),
        session: pass.session.title.clone().unwrap_or_else(untitled),
        day: date(visit.lang, pass.day),
        said: said_now(visit, pass),
        kinds: DayKind::ALL
            .map(|kind| (kind.slug(), words.get(&format!("day-kind-{}", kind.slug()))))
            .into(),
        typed,
        wrong: wrong.map(|id| words.get(id)),
        needs: Service::ALL
            .iter()
            .map(|need| row(visit, *need, &counts))
            .collect(),
        public: visit.link(&addresses::place(&pass.place.slug)),
    };
    html_form(wrong.is_some(), &template)
}

/// What is said of this very session.
fn said_now(visit: &Visit, pass: &Pass) -> Vec<String> {
    let directory = visit.state.directory();
    let words = Words::new(visit.lang);
    let said = directory.notices(&pass.place.id, visit.now);
    let own = said.filter(|notice| notice.session == pass.session.key && notice.day == pass.day);
    let told = |notice: &portulan_model::DayNotice| {
        let kind = words.get(&format!("day-kind-{}", notice.kind.slug()));
        match &notice.words {
            Some(more) => format!("{kind} ({more})"),
            None => kind,
        }
    };
    own.map(told).collect()
}

fn row(visit: &Visit, need: Service, counts: &[(Service, i64)]) -> Need {
    let words = Words::new(visit.lang);
    let name = need.words(visit.lang);
    let told = [("need", name.as_str().into())];
    let count = counts.iter().find(|(known, _)| *known == need);
    Need {
        slug: need.slug(),
        count: count.map_or(0, |(_, count)| *count),
        more: words.with("day-one-more", &told),
        less: words.with("day-one-less", &told),
        words: name,
    }
}
