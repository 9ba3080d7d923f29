//! What everybody reads: decisions from the day of their publication on, public meetings with their agenda, their minutes
//! once they are approved.
//!
//! A decision is read through `Decision::public_on` alone: who is bound, who answers for it and who did not want to be named
//! are not there. A meeting comes from the directory, which holds nothing that is its members'.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::NaiveDate;
use portulan_app::bodies;
use portulan_i18n::{Words, date};
use portulan_model::governance::{
    AgendaItem, Body, Decision, DecisionNumber, DecisionRef, Dissent, Meeting, MeetingState,
    PublicDecision,
};
use portulan_model::{MeetingId, Slug};

use crate::pages::addresses;
use crate::pages::markdown::Html;
use crate::pages::page::Page;
use crate::pages::parts::{Head, Line, Part, public_page};
use crate::pages::typed::organisation_name;
use crate::pages::visit::Visit;

/// The level of the title above minutes.
const ABOVE: u8 = 2;

/// A decision, for everybody.
pub(super) fn address(decision: &DecisionRef) -> String {
    let body = addresses::body(&decision.body);
    format!("{body}/decisions/{}", decision.number)
}

/// A meeting, for everybody.
pub(in crate::pages) fn meeting_address(body: &Slug, meeting: MeetingId) -> String {
    format!("{}/reunions/{meeting}", addresses::body(body))
}

/// A line of the page of a body.
pub(in crate::pages) struct Told {
    pub(in crate::pages) address: String,
    pub(in crate::pages) title: String,
    pub(in crate::pages) about: String,
}

/// The decisions of a body that everybody reads, the last first. A day to come shows nothing that is not published yet.
pub(in crate::pages) fn published(visit: &Visit, body: &Body, day: NaiveDate) -> Vec<Told> {
    let words = Words::new(visit.lang);
    let all = visit.directory.published.decisions.get(&body.slug);
    let day = day.min(visit.today());
    let public = all.into_iter().flatten();
    let mut public: Vec<PublicDecision<'_>> = public
        .filter_map(|one| Decision::public_on(one, day))
        .collect();
    public.sort_by_key(|one| std::cmp::Reverse((one.on, one.decision.number)));
    let told = |one: &PublicDecision<'_>| Told {
        address: visit.link(&address(one.decision)),
        title: named(words, one),
        about: date(visit.lang, one.on),
    };
    public.iter().map(told).collect()
}

/// The public meetings of a body that took place by a day, the last first.
pub(in crate::pages) fn meetings(visit: &Visit, body: &Body, day: NaiveDate) -> Vec<Told> {
    let words = Words::new(visit.lang);
    let all = visit.directory.levels.meetings(&body.slug);
    let past = |one: &&Meeting| one.public && one.day() <= day && minutes(one).is_some();
    let mut past: Vec<&Meeting> = all.filter(past).collect();
    past.sort_by_key(|one| std::cmp::Reverse(one.day()));
    let told = |one: &Meeting| Told {
        address: visit.link(&meeting_address(&body.slug, one.id)),
        title: words.with("minutes-title", &[("title", one.title.as_str().into())]),
        about: date(visit.lang, one.day()),
    };
    past.into_iter().map(told).collect()
}

/// `GET /gouvernances/{slug}/decisions/{decision}`.
pub(super) async fn decision(
    visit: Visit,
    Path((slug, number)): Path<(String, String)>,
) -> Result<Response, StatusCode> {
    let body = body(&visit, &slug)?;
    let number: DecisionNumber = number.parse().map_err(|_shape| StatusCode::NOT_FOUND)?;
    let theirs = visit.directory.published.decisions.get(&body.slug);
    let mut theirs = theirs.into_iter().flatten();
    let known = theirs.find(|one| one.decision.number == number);
    let known = known.and_then(|one| one.public_on(visit.today()));
    let public = known.ok_or(StatusCode::NOT_FOUND)?;
    let words = Words::new(visit.lang);
    let day = date(visit.lang, public.on);
    let mut parts = Vec::new();
    if let Some(text) = public.text {
        parts.push(Part::Lined(text.to_string()));
    }
    parts.extend(against(&visit, &public));
    let title = named(words, &public);
    let about = [("name", body.name.as_str().into()), ("date", day.into())];
    let lead = words.with("decision-public-lead", &about);
    let page = Page::new(&visit, title).described(lead.clone());
    Ok(public_page(page, head(&visit, body, lead), parts))
}

/// How many did not agree, and those of them that want it known.
fn against(visit: &Visit, public: &PublicDecision<'_>) -> Vec<Part> {
    let words = Words::new(visit.lang);
    if public.against == 0 {
        return Vec::new();
    }
    let total = [("n", public.against.into())];
    let mut parts = vec![
        Part::Title("desaccords", words.get("decision-dissent")),
        Part::Text(words.with("decision-against", &total)),
    ];
    let line = |one: &&Dissent| Line {
        words: organisation_name(&visit.directory, &one.organisation),
        more: one
            .words
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        ..Line::default()
    };
    if !public.dissent.is_empty() {
        parts.push(Part::Lines(public.dissent.iter().map(line).collect()));
    }
    parts
}

/// `GET /gouvernances/{slug}/reunions/{seance}`.
pub(super) async fn meeting(
    visit: Visit,
    Path((slug, id)): Path<(String, String)>,
) -> Result<Response, StatusCode> {
    let body = body(&visit, &slug)?;
    let id: MeetingId = id.parse().map_err(|_shape| StatusCode::NOT_FOUND)?;
    let mut theirs = visit.directory.levels.meetings(&body.slug);
    let known = theirs.find(|one| one.id == id && one.public);
    let known = known.ok_or(StatusCode::NOT_FOUND)?;
    let words = Words::new(visit.lang);
    let mut parts = Vec::new();
    if !known.agenda.is_empty() {
        let item = |one: &AgendaItem| Line {
            words: one.title.clone(),
            ..Line::default()
        };
        parts.push(Part::Title("ordre-du-jour", words.get("minutes-agenda")));
        parts.push(Part::Lines(known.agenda.iter().map(item).collect()));
    }
    parts.push(Part::Title("compte-rendu", words.get("minutes-texte")));
    parts.push(match minutes(known) {
        Some(text) => Part::Written(Html::of(text, ABOVE)),
        None => Part::Text(words.get("minutes-not-public")),
    });
    let when = match &known.state {
        MeetingState::Convened { convocation, .. }
        | MeetingState::Held { convocation, .. }
        | MeetingState::Approved { convocation, .. } => visit.instant(convocation.begins),
        _ => date(visit.lang, known.day()),
    };
    let state = words.get(&format!("minutes-state-{}", known.state.word()));
    let about = [
        ("name", body.name.as_str().into()),
        ("when", when.into()),
        ("state", state.into()),
    ];
    let lead = words.with("minutes-public-lead", &about);
    let page = Page::new(&visit, known.title.clone()).described(lead.clone());
    Ok(public_page(page, head(&visit, body, lead), parts))
}

/// The text of minutes that everybody reads.
fn minutes(meeting: &Meeting) -> Option<&str> {
    match &meeting.state {
        MeetingState::Approved { minutes, .. } => Some(minutes.text()),
        _ => None,
    }
}

fn body<'a>(visit: &'a Visit, slug: &str) -> Result<&'a Body, StatusCode> {
    let slug: Slug = slug.parse().map_err(|_shape| StatusCode::NOT_FOUND)?;
    bodies::find(&visit.directory, &slug).ok_or(StatusCode::NOT_FOUND)
}

fn head(visit: &Visit, body: &Body, lead: String) -> Head {
    let words = Words::new(visit.lang);
    let own = visit.link(&addresses::body(&body.slug));
    let crumbs = vec![
        (visit.link(addresses::BODIES), words.get("bodies-title")),
        (own, body.name.clone()),
    ];
    Head { crumbs, lead }
}

fn named(words: Words, public: &PublicDecision<'_>) -> String {
    let told = [
        ("number", public.decision.number.to_string().into()),
        ("title", public.title.into()),
    ];
    words.with("decision-named", &told)
}
