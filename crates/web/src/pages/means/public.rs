//! `/appels`: calls that were published, kept to a territory or to a kind; and each of them: who is concerned, until when,
//! what is to be done.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::means::calls;
use portulan_app::{KnownCall, naming};
use portulan_i18n::{Words, date};
use portulan_model::means::calls::{Call, CallKind};
use portulan_model::{Area, Slug};

use super::{feeds, hosted, words};
use crate::pages::addresses;
use crate::pages::page::{Page, html};
use crate::pages::parts::{Fact, Head, Line, Part, public_page};
use crate::pages::typed::area_words;
use crate::pages::visit::Visit;

/// The parameter that keeps the list to a territory.
const WITHIN: &str = "territoire";
/// The parameter that keeps the list to a kind.
const KIND: &str = "nature";

#[derive(Template)]
#[template(path = "means/list.html")]
struct ListPage {
    page: Page,
    action: &'static str,
    typed: String,
    wrong: Option<String>,
    /// Value, words, whether it is chosen.
    kinds: Vec<(String, String, bool)>,
    count: String,
    groups: Vec<Group>,
    calendar: String,
    atom: String,
}

struct Group {
    title: String,
    rows: Vec<Row>,
}

/// A call of the list.
struct Row {
    address: String,
    title: String,
    about: String,
    standing: String,
}

/// What is asked of the list.
pub(super) struct Asked {
    typed: String,
    area: Option<Area>,
    kind: Option<CallKind>,
    /// Whether the territory that was typed is not known.
    unknown: bool,
}

impl Asked {
    pub(super) fn of(visit: &Visit) -> Self {
        let typed = visit.value(WITHIN).unwrap_or_default().trim().to_owned();
        let key = naming::territory(&visit.directory.reference, &typed).ok();
        let here = key.and_then(|key| visit.directory.here(&key, visit.today()));
        Self {
            unknown: !typed.is_empty() && here.is_none(),
            area: here.map(|here| here.area),
            kind: visit.value(KIND).and_then(CallKind::from_slug),
            typed,
        }
    }

    /// The calls that are asked for.
    pub(super) fn calls<'a>(&'a self, visit: &'a Visit) -> impl Iterator<Item = &'a KnownCall> {
        let all = visit.directory.published.calls.iter();
        all.filter(move |one| {
            let near = |area: &Area| calls::meets(&one.call, area);
            let of_kind = self.kind.is_none_or(|kind| one.call.terms.kind == kind);
            !self.unknown && of_kind && self.area.as_ref().is_none_or(near)
        })
    }

    /// An address that keeps what is asked.
    pub(super) fn carried(&self, address: &str) -> String {
        let kind = self.kind.map_or("", CallKind::slug);
        let pairs = [(WITHIN, self.typed.as_str()), (KIND, kind)];
        let told = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        addresses::with_query(address, told)
    }
}

/// `GET /appels`.
pub(super) async fn list(visit: Visit) -> Response {
    let words = Words::new(visit.lang);
    let asked = Asked::of(&visit);
    let (ahead, past): (Vec<&KnownCall>, Vec<&KnownCall>) = asked
        .calls(&visit)
        .partition(|one| one.call.is_ahead(visit.now));
    let count = words.with("appels-count", &[("n", ahead.len().into())]);
    let group = |id: &str, calls: Vec<&KnownCall>| Group {
        title: words.get(id),
        rows: calls.iter().map(|one| row(&visit, &one.call)).collect(),
    };
    let mut groups = vec![
        group("appels-ahead", ahead),
        group("appels-past", past.into_iter().rev().collect()),
    ];
    groups.retain(|one| !one.rows.is_empty());
    html(&ListPage {
        page: Page::new(&visit, words.get("appels-title")).described(words.get("appels-lead")),
        action: addresses::OPEN_CALLS,
        wrong: asked.unknown.then(|| words.get("source-level-unknown")),
        kinds: kinds(words, asked.kind),
        count,
        groups,
        calendar: asked.carried(feeds::CALENDAR),
        atom: asked.carried(feeds::ATOM),
        typed: asked.typed,
    })
}

fn kinds(words: Words, chosen: Option<CallKind>) -> Vec<(String, String, bool)> {
    let all = (
        String::new(),
        words.get("appel-nature-toutes"),
        chosen.is_none(),
    );
    let option = |kind: &CallKind| {
        let value = kind.slug().to_owned();
        (value, words::kind(words, *kind), chosen == Some(*kind))
    };
    std::iter::once(all)
        .chain(CallKind::ALL.iter().map(option))
        .collect()
}

fn row(visit: &Visit, call: &Call) -> Row {
    let words = Words::new(visit.lang);
    let (owner, _) = words::owner(visit, &call.terms.owner);
    let told = [
        ("kind", words::kind(words, call.terms.kind).into()),
        ("owner", owner.into()),
    ];
    Row {
        address: visit.link(&addresses::call(&call.slug)),
        title: call.terms.title.clone(),
        about: words.with("appel-about", &told),
        standing: words::standing(visit, call),
    }
}

/// `GET /appels/{appel}`.
pub(super) async fn show(visit: Visit, Path(slug): Path<String>) -> Result<Response, StatusCode> {
    let slug: Slug = slug.parse().map_err(|_no_slug| StatusCode::NOT_FOUND)?;
    let directory = visit.directory.clone();
    let known = calls::known(&directory, &slug).ok_or(StatusCode::NOT_FOUND)?;
    let words = Words::new(visit.lang);
    let call = &known.call;
    let mut parts = vec![Part::Known(facts(&visit, call))];
    parts.extend(to_do(&visit, call));
    parts.push(Part::Title("dates", words.get("appel-dates")));
    parts.push(Part::Facts(words::dates(&visit, &call.terms.timeline)));
    parts.extend(amendments(&visit, call));
    parts.extend(hosted::answered(&visit, call));
    parts.extend(
        hosted::results_way(&visit, &slug)
            .await
            .map(|way| Part::Ways(vec![way])),
    );
    let counts = words::counts(words, &known.counts);
    if !counts.is_empty() {
        parts.push(Part::Title("positions", words.get("appel-positions")));
        parts.extend(counts.into_iter().map(Part::Text));
    }
    let head = Head {
        crumbs: vec![(visit.link(addresses::OPEN_CALLS), words.get("appels-title"))],
        lead: words::standing(&visit, call),
    };
    let about = words.with(
        "appel-described",
        &[("title", call.terms.title.as_str().into())],
    );
    let page = Page::new(&visit, call.terms.title.clone()).described(about);
    Ok(public_page(page, head, parts))
}

fn facts(visit: &Visit, call: &Call) -> Vec<Fact> {
    let words = Words::new(visit.lang);
    let terms = &call.terms;
    let fact = |id: &str, value: String| Fact::of(words.get(id), value);
    let area = area_words(visit.lang, &visit.directory, &terms.area);
    let follower = visit.directory.levels.body(&call.followed_by);
    let follower = follower.map_or_else(|| call.followed_by.to_string(), |body| body.name.clone());
    let followed = (
        follower,
        Some(visit.link(&addresses::body(&call.followed_by))),
    );
    vec![
        fact("appel-nature", words::kind(words, terms.kind)),
        Fact::several(
            words.get("appel-organisateur"),
            vec![words::owner(visit, &terms.owner)],
        ),
        fact("appel-publics", words::audience(visit, &terms.audience)),
        fact("appel-zone", area),
        Fact::several(words.get("appel-suivi"), vec![followed]),
    ]
}

/// What it is about, and what is to be done.
pub(super) fn to_do(visit: &Visit, call: &Call) -> Vec<Part> {
    let words = Words::new(visit.lang);
    let mut parts = vec![Part::Title("faire", words.get("appel-to-do"))];
    let text = call.terms.text.as_ref();
    parts.extend(text.map(|text| Part::Lined(text.as_str().to_owned())));
    let mut ways = Vec::new();
    if call.is_ahead(visit.now) {
        let here = call.terms.held.is_here();
        let how = if here {
            "appel-here"
        } else {
            "appel-elsewhere"
        };
        parts.push(Part::Text(words.get(how)));
        if here && call.is_public() {
            ways.push(hosted::begin_way(visit, call));
        }
        // An extension is that of a post that exists: it is never counted twice.
        if call.terms.kind == CallKind::Coordinators {
            parts.push(Part::Text(words.get("appel-extend-hint")));
            ways.push((visit.link(addresses::POSTS), words.get("appel-extend")));
        }
    }
    if let Some(source) = call.terms.held.source() {
        ways.push((source.to_owned(), words.get("appel-see-source")));
    }
    if !ways.is_empty() {
        parts.push(Part::Ways(ways));
    }
    parts
}

/// What changed since one can answer, the last first.
pub(super) fn amendments(visit: &Visit, call: &Call) -> Vec<Part> {
    let words = Words::new(visit.lang);
    if call.amendments.is_empty() {
        return Vec::new();
    }
    let lines = call.amendments.iter().rev().map(|one| Line {
        words: date(visit.lang, one.on),
        more: one.what.as_str().to_owned(),
        ..Line::default()
    });
    vec![
        Part::Title("modifications", words.get("appel-amendments")),
        Part::Lines(lines.collect()),
    ]
}
