//! `/espace/gouvernances/<slug>/recouvrements`: the cases to look at, the surest first, and those that were set aside.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use chrono::Datelike as _;
use portulan_app::means::overlaps::{self, Filter, Origin, Overlaps, SetAside};
use portulan_i18n::{ListWords as _, Words};
use portulan_model::ClosedList as _;
use portulan_model::governance::Body;
use portulan_model::means::overlaps::Dismissal;
use portulan_model::roadmaps::Need;
use portulan_overlap::{Cluster, Item, Label, Pair};
use portulan_policy::actions::ProposePools;

use super::told::{self, Reasons, RecordView};
use super::{ONE, OTHER, TAB, at, crumbs, map, may};
use crate::auth::{Desk, Refused};
use crate::pages::addresses;
use crate::pages::bodies::{body, leads};
use crate::pages::editing::answers::Answers;
use crate::pages::page::{Page, html};
use crate::pages::parts::{Ask, Field};

/// Cases of a page.
const A_PAGE: usize = 8;
const KIND: &str = "recouv-sorte";
const YEAR: &str = "recouv-annee";
const NEED: &str = "recouv-besoin";
/// The parameter of the other tab, and its value.
const VIEW: &str = "vue";
pub(super) const ASIDE: &str = "ecartes";

#[derive(Template)]
#[template(path = "means/overlaps.html")]
struct OverlapsPage {
    page: Page,
    crumbs: Vec<(String, String)>,
    tabs: Vec<Tab>,
    action: String,
    /// Whether what was set aside is shown.
    aside: bool,
    fields: Vec<Field>,
    summary: String,
    map: Option<String>,
    cases: Vec<CaseView>,
    set_aside: Vec<PairView>,
    reopen: String,
    /// The next page.
    next: Option<String>,
}

struct Tab {
    words: String,
    address: String,
    here: bool,
}

struct CaseView {
    rank: usize,
    title: String,
    /// How many records it gathers, where those are more than two.
    gathers: Option<String>,
    pairs: Vec<PairView>,
}

struct PairView {
    title: String,
    records: Vec<RecordView>,
    /// What both are called, for those who hear the page.
    titles: String,
    /// The ids of both.
    ids: [String; 2],
    reasons: Reasons,
    /// How it was set aside: before something else counted, or still.
    said: Option<String>,
    /// What may be done with it: address, words, the same with what it is about.
    ways: Vec<(String, String, String)>,
}

/// `GET /espace/gouvernances/{slug}/recouvrements`.
pub(super) async fn show(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?.clone();
    let may = may(&desk, &body)?;
    let (filter, answers) = asked(&desk);
    let all = overlaps::of_body(desk.app(), &may, filter).await?;
    let words = desk.words();
    let aside = desk.visit.value(VIEW) == Some(ASIDE);
    let from = desk.page_number().saturating_mul(A_PAGE);
    let shown: Vec<(usize, String, &Cluster)> = (1..)
        .zip(&all.cases)
        .skip(from)
        .take(A_PAGE)
        .map(|(rank, case)| (rank, case_title(words, rank, case), case))
        .collect();
    let title = words.with("recouv-of", &[("name", body.name.as_str().into())]);
    let map = map::drawn(&desk, (&body, &all), &shown).filter(|_| !aside);
    let cases = shown.iter().map(|(rank, title, case)| CaseView {
        rank: *rank,
        title: title.clone(),
        gathers: gathers(words, case),
        pairs: case
            .pairs
            .iter()
            .filter_map(|pair| open_pair(&desk, &body, &all, pair))
            .collect(),
    });
    Ok(html(&OverlapsPage {
        page: desk.page(title, TAB),
        crumbs: crumbs(&desk, &body, false),
        tabs: tabs(&desk, &body, &all, (&answers, aside)),
        action: at(&body.slug, ""),
        aside,
        fields: fields(&desk, &answers),
        summary: summary(words, &all, aside),
        map,
        cases: cases.filter(|_| !aside).collect(),
        set_aside: all
            .set_aside
            .iter()
            .skip(from)
            .take(A_PAGE)
            .filter(|_| aside)
            .filter_map(|one| closed_pair(&desk, &all, one))
            .collect(),
        reopen: at(&body.slug, "/rouvrir"),
        next: next(
            &desk,
            &body,
            (all.set_aside.len(), all.cases.len()),
            (&answers, aside),
        ),
    }))
}

/// What is asked for; a word that says nothing asks for nothing.
fn asked(desk: &Desk) -> (Filter, Answers) {
    let value = |name: &str| desk.visit.value(name).unwrap_or_default();
    let filter = Filter {
        label: Label::from_slug(value(KIND)),
        year: value(YEAR).parse().ok(),
        need: Need::from_slug(value(NEED)).ok(),
    };
    let mut answers = Answers::default();
    for name in [KIND, YEAR, NEED] {
        answers.put(name, value(name));
    }
    (filter, answers)
}

fn fields(desk: &Desk, answers: &Answers) -> Vec<Field> {
    let words = desk.words();
    let ask = Ask { words, answers };
    let all = || (String::new(), words.get("recouv-tous"));
    let kinds = Label::ALL.into_iter().map(|label| {
        let told = words.told(&label.told());
        (label.slug().to_owned(), told)
    });
    let this = desk.visit.today().year();
    let years = (this - 1..=this + 4).map(|year| (year.to_string(), year.to_string()));
    let needs = Need::ALL.iter().map(|need| {
        let told = need.words(desk.visit.lang);
        (need.slug().to_owned(), told)
    });
    vec![
        ask.select(KIND, std::iter::once(all()).chain(kinds)),
        ask.select(YEAR, std::iter::once(all()).chain(years)),
        ask.select(NEED, std::iter::once(all()).chain(needs)),
    ]
}

/// The list under the same filter: what is open or what was set aside, from a page on.
fn address(desk: &Desk, body: &Body, (answers, aside): (&Answers, bool), page: usize) -> String {
    let kept = [KIND, YEAR, NEED].map(|name| (name, answers.text(name).to_owned()));
    let kept = kept.into_iter().filter(|(_, value)| !value.is_empty());
    let view = aside.then(|| (VIEW, ASIDE.to_owned()));
    let page = (page > 0).then(|| ("page", page.to_string()));
    let query = kept.chain(view).chain(page);
    desk.visit
        .link(&addresses::with_query(&at(&body.slug, ""), query))
}

/// What is open and what was set aside.
fn tabs(desk: &Desk, body: &Body, all: &Overlaps, (answers, aside): (&Answers, bool)) -> Vec<Tab> {
    let tab = |id: &str, n: usize, closed: bool| Tab {
        words: desk.words().with(id, &[("n", n.into())]),
        address: address(desk, body, (answers, closed), 0),
        here: aside == closed,
    };
    vec![
        tab("recouv-tab-open", all.cases.len(), false),
        tab("recouv-tab-aside", all.set_aside.len(), true),
    ]
}

/// The next page, where there is one.
fn next(
    desk: &Desk,
    body: &Body,
    (closed, open): (usize, usize),
    (answers, aside): (&Answers, bool),
) -> Option<String> {
    let after = desk.page_number().saturating_add(1);
    let count = if aside { closed } else { open };
    let more = after.saturating_mul(A_PAGE) < count;
    more.then(|| address(desk, body, (answers, aside), after))
}

fn summary(words: Words, all: &Overlaps, aside: bool) -> String {
    let (id, count) = if aside {
        ("recouv-aside-count", all.set_aside.len())
    } else {
        ("recouv-count", all.cases.len())
    };
    words.with(id, &[("n", count.into())])
}

/// A case by its number and by what its surest pair is.
fn case_title(words: Words, rank: usize, case: &Cluster) -> String {
    let label = case
        .pairs
        .first()
        .and_then(|pair| pair.compared.outcome.label());
    let label = label
        .map(|label| words.told(&label.told()))
        .unwrap_or_default();
    words.with(
        "recouv-case",
        &[("n", rank.into()), ("label", label.into())],
    )
}

fn gathers(words: Words, case: &Cluster) -> Option<String> {
    let count = case.members.len();
    (count > 2).then(|| words.with("recouv-gathers", &[("n", count.into())]))
}

fn pair_view(desk: &Desk, all: &Overlaps, pair: &Pair) -> Option<PairView> {
    let both = all.both(pair)?;
    let label = pair.compared.outcome.label()?;
    let records = both.map(|(item, origin)| told::record(desk, item, origin));
    let titles = records.each_ref().map(|one| one.title.as_str());
    Some(PairView {
        title: desk.words().told(&label.told()),
        ids: both.map(|(item, _)| item.id.clone()),
        titles: titles.join(" / "),
        records: records.into(),
        reasons: told::reasons(desk, &pair.compared),
        said: None,
        ways: Vec::new(),
    })
}

/// A pair to be looked at, and what may be done with it.
fn open_pair(desk: &Desk, body: &Body, all: &Overlaps, pair: &Pair) -> Option<PairView> {
    let mut view = pair_view(desk, all, pair)?;
    let words = desk.words();
    let [one, other] = &view.ids;
    let query = [(ONE, one.as_str()), (OTHER, other.as_str())];
    let address = addresses::with_query(&at(&body.slug, "/ecarter"), query);
    let label = words.with(
        "recouv-ecarter-label",
        &[("titles", view.titles.as_str().into())],
    );
    let together = together(desk, body, all.both(pair)?, &view.titles);
    let aside = (
        desk.visit.link(&address),
        words.get("recouv-ecarter"),
        label,
    );
    view.ways = together.into_iter().chain([aside]).collect();
    view.said = all
        .was_set_aside(pair)
        .map(|one| said(desk, "recouv-changed", one));
    Some(view)
}

/// Where two intentions of two organisations are proposed as one request, for whoever may.
fn together(
    desk: &Desk,
    body: &Body,
    both: [(&Item, &Origin); 2],
    titles: &str,
) -> Option<(String, String, String)> {
    let named = both.map(|(_, origin)| match origin {
        Origin::Intention {
            organisation, slug, ..
        } => Some((organisation, slug)),
        Origin::Action { .. } | Origin::Post(_) | Origin::Account { .. } => None,
    });
    let [Some((of, one)), Some((by, other))] = named else {
        return None;
    };
    if of == by || leads::<ProposePools>(desk, body).is_err() {
        return None;
    }
    let address = addresses::pool_of(&body.slug, [one, other]);
    let words = desk.words();
    Some((
        desk.visit.link(&address),
        words.get("mut-ensemble"),
        words.with("mut-ensemble-deux", &[("titles", titles.into())]),
    ))
}

fn closed_pair(desk: &Desk, all: &Overlaps, one: &SetAside) -> Option<PairView> {
    let mut view = pair_view(desk, all, &one.pair)?;
    view.said = Some(said(desk, "recouv-said", &one.dismissal));
    Some(view)
}

/// When and why a pair was set aside.
fn said(desk: &Desk, id: &str, dismissal: &Dismissal) -> String {
    let told = [
        ("date", desk.instant(dismissal.at).into()),
        ("reason", dismissal.reason.as_str().into()),
    ];
    desk.words().with(id, &told)
}
