//! The queue: what waits, since when, and how long decisions take.

use askama::Template;
use axum::response::Response;
use chrono::TimeDelta;
use portulan_app::proposals::{self, Figures, Filter, PROPOSALS_A_PAGE, Queue, Row};
use portulan_model::proposals::{About, State};
use portulan_model::{TerritoryKey, TerritoryKind};

use super::proposal::address;
use crate::auth::{Desk, Refused};
use crate::pages::addresses::{self, with_query};
use crate::pages::operator::queue::{TERRITORY, territory};
use crate::pages::page::{Page, html};

const STATE: &str = "etat";
const ALL: &str = "tout";

#[derive(Template)]
#[template(path = "space/proposals.html")]
struct ListPage {
    page: Page,
    action: &'static str,
    territory: String,
    wrong: Option<String>,
    states: Vec<(&'static str, String, bool)>,
    everything: bool,
    figures: Vec<String>,
    total: String,
    rows: Vec<Line>,
    next: Option<String>,
}

/// A proposal of the table.
struct Line {
    address: String,
    name: String,
    commune: String,
    kind: String,
    state: String,
    since: String,
    assigned: Option<String>,
}

/// `GET /espace/propositions`.
pub(super) async fn show(desk: Desk) -> Result<Response, Refused> {
    let words = desk.words();
    let typed = desk.visit.value(TERRITORY).unwrap_or_default().trim();
    let typed = typed.to_owned();
    let state = desk
        .visit
        .value(STATE)
        .filter(|word| State::WORDS.contains(word));
    let state = state.map(str::to_owned);
    let everything = desk.visit.value(ALL).is_some();
    let page = desk.page_number();
    let (queue, wrong) = match territory(&desk, &typed) {
        Ok(key) => {
            let filter = Filter {
                territory: Some(key),
                state: state.clone(),
                everything,
                page,
            };
            let queue = proposals::queue(desk.app(), desk.actor(), &filter).await?;
            (queue, None)
        }
        Err(wrong) => (Queue::default(), Some(wrong)),
    };
    let after = page.saturating_add(1);
    let next = (after.saturating_mul(PROPOSALS_A_PAGE) < queue.total).then(|| {
        let mut pairs = vec![(TERRITORY, typed.clone()), ("page", after.to_string())];
        pairs.extend(state.clone().map(|word| (STATE, word)));
        pairs.extend(everything.then(|| (ALL, "1".to_owned())));
        with_query(addresses::TO_EXAMINE, pairs)
    });
    let examined = State::WORDS.into_iter().skip(1);
    let option = |word: &'static str| {
        let chosen = state.as_deref() == Some(word);
        (word, words.get(&format!("proposal-state-{word}")), chosen)
    };
    Ok(html(&ListPage {
        page: desk.page(words.get("proposals-title"), "propositions"),
        action: addresses::TO_EXAMINE,
        wrong,
        states: examined.map(option).collect(),
        everything,
        figures: figures(&desk, &queue.figures),
        total: words.with("proposals-total", &[("n", queue.total.into())]),
        rows: queue.rows.iter().map(|row| line(&desk, row)).collect(),
        territory: typed,
        next,
    }))
}

fn figures(desk: &Desk, figures: &Figures) -> Vec<String> {
    let words = desk.words();
    let mut told = vec![words.with("proposals-waiting", &[("n", figures.waiting.into())])];
    let days = |span: TimeDelta| usize::try_from(span.num_days()).unwrap_or_default();
    if let Some(oldest) = figures.oldest {
        let days = days(desk.visit.now - oldest);
        told.push(words.with("proposals-oldest", &[("n", days.into())]));
    }
    if let Some(median) = figures.median {
        told.push(words.with("proposals-median", &[("n", days(median).into())]));
    }
    told
}

fn line(desk: &Desk, row: &Row) -> Line {
    let (words, proposal) = (desk.words(), &row.proposal);
    let kind = match &proposal.about {
        About::Place { .. } => "proposal-kind-place",
        About::NewPlace { .. } => "proposal-kind-missing",
    };
    let reference = &desk.visit.directory.reference;
    let commune = proposal.commune.map(TerritoryKey::commune);
    let commune = commune.filter(|key| key.kind() == TerritoryKind::Commune);
    let commune = commune.and_then(|key| reference.territory(&key));
    Line {
        address: address(proposal.id),
        name: proposal.name.clone(),
        commune: commune.map(|one| one.name.clone()).unwrap_or_default(),
        kind: match &proposal.of_census {
            Some(of) => format!(
                "{} · {}",
                words.get(kind),
                super::proposal::of_census(desk, of)
            ),
            None => words.get(kind),
        },
        state: words.get(&format!("proposal-state-{}", proposal.state.word())),
        since: desk.instant(proposal.entered().unwrap_or(proposal.created)),
        assigned: proposal
            .assigned
            .as_ref()
            .map(|by| super::proposal::author(desk, by)),
    }
}
