//! `/espace/gouvernances/<slug>/decisions`: what was decided, what should be done by now first.

use std::collections::HashMap;

use axum::extract::Path;
use axum::response::Response;
use portulan_app::{decisions, minutes};
use portulan_i18n::date;
use portulan_model::MeetingId;
use portulan_model::governance::{Decision, Meeting};

use super::words::{self, Stand};
use super::{Reached, TAB, at_desk, decisions_of, minutes_of};
use crate::auth::{Desk, Refused};
use crate::pages::parts::{Cell, Head, Line, Part, Table, desk_page};

/// The parameter that keeps some of them.
const KEPT: &str = "etat";
/// Its values, the messages of their links, and what each keeps.
const FILTERS: [(&str, &str, &[Stand]); 4] = [
    (
        "",
        "decisions-all",
        &[Stand::Late, Stand::Open, Stand::Done, Stand::Nothing],
    ),
    ("a-faire", "decisions-to-do", &[Stand::Late, Stand::Open]),
    ("en-retard", "decisions-late", &[Stand::Late]),
    ("faites", "decisions-done", &[Stand::Done]),
];

/// `GET /espace/gouvernances/{slug}/decisions`.
pub(super) async fn show(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let at = Reached::open(&desk, &slug)?;
    let all = decisions::of_body(desk.app(), &at.read).await?;
    let held = minutes::held(desk.app(), &at.read).await?;
    let words = desk.words();
    let body = &at.body.slug;
    let (mut ways, mut parts) = (Vec::new(), Vec::new());
    if at.holds(&desk).is_ok() && !held.is_empty() {
        let new = format!("{}/nouvelle", decisions_of(body));
        ways.push((new, words.get("decision-new")));
    }
    ways.extend(filters(&desk, &at));
    parts.push(Part::Ways(ways));
    parts.extend(listed(&desk, &at, &all, &held));
    parts.push(Part::Title("reunions", words.get("decisions-meetings")));
    let line = |one: &Meeting| Line {
        words: words::meeting(desk.visit.lang, one),
        address: Some(desk.visit.link(&minutes_of(body, one.id))),
        more: words.get(&format!("minutes-state-{}", one.state.word())),
        button: None,
    };
    parts.push(if held.is_empty() {
        Part::Text(words.get("decisions-no-meeting"))
    } else {
        Part::Lines(held.iter().map(line).collect())
    });
    let mut crumbs = at.crumbs(&desk);
    crumbs.pop();
    let lead = lead(&desk, &all);
    let page = desk.page(words.get("decisions-title"), TAB);
    Ok(desk_page(page, Head { crumbs, lead }, parts))
}

fn filters(desk: &Desk, at: &Reached) -> Vec<(String, String)> {
    let list = decisions_of(&at.body.slug);
    let way = |(value, id, _): &(&str, &str, _)| {
        let address = if value.is_empty() {
            list.clone()
        } else {
            format!("{list}?{KEPT}={value}")
        };
        (desk.visit.link(&address), desk.words().get(id))
    };
    FILTERS.iter().map(way).collect()
}

/// How many there are, and how many should be done by now.
fn lead(desk: &Desk, all: &[Decision]) -> String {
    let (words, today) = (desk.words(), desk.visit.today());
    let late = all
        .iter()
        .filter(|one| Stand::of(one, today) == Stand::Late);
    let late = late.count();
    let mut lead = words.with("decisions-total", &[("n", all.len().into())]);
    if late > 0 {
        lead.push(' ');
        lead.push_str(&words.with("decisions-late-total", &[("n", late.into())]));
    }
    lead
}

/// Those that are asked for: late ones first, then the last.
fn listed(desk: &Desk, at: &Reached, all: &[Decision], held: &[Meeting]) -> Option<Part> {
    let (words, today) = (desk.words(), desk.visit.today());
    let asked = desk.visit.value(KEPT).unwrap_or_default();
    let filter = FILTERS.iter().find(|(value, ..)| *value == asked);
    let (_, title, kept) = filter.or_else(|| FILTERS.first())?;
    let mut rows: Vec<(bool, &Decision)> = all
        .iter()
        .map(|one| (Stand::of(one, today), one))
        .filter(|(stand, _)| kept.contains(stand))
        .map(|(stand, one)| (stand != Stand::Late, one))
        .collect();
    if rows.is_empty() {
        return Some(Part::Text(words.get("decisions-none")));
    }
    rows.sort_by_key(|(late, _)| *late);
    let meetings: HashMap<MeetingId, &Meeting> = held.iter().map(|one| (one.id, one)).collect();
    let rows = rows
        .into_iter()
        .map(|(_, one)| row(desk, at, one, &meetings));
    let heads = [
        "decision-number",
        "decision-meeting",
        "decision-owner",
        "decision-follow-up",
        "decision-publicity",
    ];
    Some(Part::Table(Table {
        caption: words.get(title),
        heads: heads.iter().map(|id| words.get(id)).collect(),
        rows: rows.collect(),
    }))
}

fn row(
    desk: &Desk,
    at: &Reached,
    one: &Decision,
    meetings: &HashMap<MeetingId, &Meeting>,
) -> Vec<Cell> {
    let (lang, visit) = (desk.visit.lang, &desk.visit);
    let address = visit.link(&at_desk(&at.body.slug, one.decision.number));
    let meeting = meetings.get(&one.meeting);
    let meeting = meeting.map_or_else(Cell::default, |held| {
        let minutes = visit.link(&minutes_of(&at.body.slug, held.id));
        Cell::to(held.title.clone(), minutes)
    });
    let owed = one.follow_up.as_ref().map(|one| words::owed(visit, one));
    let (owner, state) = owed.unwrap_or_default();
    vec![
        Cell::to(one.decision.number.to_string(), address).and(one.title.clone()),
        meeting.and(date(lang, one.on)),
        Cell::of(owner),
        Cell::of(state),
        Cell::of(words::publicity(visit, one)),
    ]
}
