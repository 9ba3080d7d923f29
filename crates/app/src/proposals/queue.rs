//! What waits to be examined, for whoever asks: their own level first, or all that they may see.

use chrono::{DateTime, TimeDelta, Utc};
use portulan_model::TerritoryKey;
use portulan_model::proposals::{Proposal, State};
use portulan_policy::actions::Instruct;
use portulan_policy::{Actor, allow};

use super::{reader, routing, target};
use crate::{App, Error};

/// Proposals on a page.
pub const PROPOSALS_A_PAGE: usize = 50;
/// How far back decisions are looked at.
const LOOKED_BACK: TimeDelta = TimeDelta::days(365);

/// What is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Within a territory.
    pub territory: Option<TerritoryKey>,
    /// In one state, by its word; those that wait for a decision otherwise.
    pub state: Option<String>,
    /// All that may be seen, before its turn too.
    pub everything: bool,
    /// From 0.
    pub page: usize,
}

/// Figures of a queue.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// How many wait for a decision.
    pub waiting: usize,
    /// Since when the oldest of them waits.
    pub oldest: Option<DateTime<Utc>>,
    /// Half of those decided in a year took at most this.
    pub median: Option<TimeDelta>,
}

/// A proposal of the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The proposal.
    pub proposal: Proposal,
    /// Whether its turn has come for whoever asks.
    pub due: bool,
}

/// A page of the queue.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Queue {
    /// Of all that is looked at, whatever its state.
    pub figures: Figures,
    /// How many there are in the state that is looked for.
    pub total: usize,
    /// Those of the page, the oldest first.
    pub rows: Vec<Row>,
}

/// The proposals that an actor may examine.
pub async fn queue(app: &App, actor: &Actor, filter: &Filter) -> Result<Queue, Error> {
    let now = app.now();
    let since = now.checked_sub_signed(LOOKED_BACK).unwrap_or(now);
    let may = reader()?;
    let all = app.store().proposals(&may, since).await?;
    let held = routing::answered(&app.store().roles_held(&may, now).await?);
    let directory = app.directory();
    let within = filter
        .territory
        .as_ref()
        .filter(|key| **key != TerritoryKey::france());
    let communes = within.map(|key| directory.reference.communes_of(key));
    let inside = |one: &Proposal| {
        let of = |communes: &Vec<_>| one.commune.is_some_and(|code| communes.contains(&code));
        communes.as_ref().is_none_or(of)
    };
    let seen = |one: Proposal| {
        allow::<Instruct>(actor, target(&directory, &one)).ok()?;
        let age = (now - one.entered().unwrap_or(now)).num_days();
        let nodes = routing::seen_by(&routing::levels(&directory, &one), &held, age);
        let due = actor.runs_the_installation() || routing::answers_on(actor.grants(), &nodes);
        (due || filter.everything).then_some(Row { proposal: one, due })
    };
    let examined = |one: &Proposal| one.state != State::Unproven;
    let all = all.into_iter().filter(examined).filter(inside);
    let rows: Vec<Row> = all.filter_map(seen).collect();
    let figures = figures(&rows);
    let wanted = |row: &Row| match &filter.state {
        Some(word) => row.proposal.state.word() == word,
        None => row.proposal.state.is_open(),
    };
    let rows: Vec<Row> = rows.into_iter().filter(wanted).collect();
    let skip = filter.page.saturating_mul(PROPOSALS_A_PAGE);
    Ok(Queue {
        figures,
        total: rows.len(),
        rows: rows.into_iter().skip(skip).take(PROPOSALS_A_PAGE).collect(),
    })
}

fn figures(rows: &[Row]) -> Figures {
    let open = || rows.iter().filter(|row| row.proposal.state.is_open());
    let mut took: Vec<TimeDelta> = rows
        .iter()
        .filter_map(|row| Some(row.proposal.decided()? - row.proposal.entered()?))
        .collect();
    took.sort_unstable();
    let middle = took.len().saturating_sub(1) / 2;
    Figures {
        waiting: open().count(),
        oldest: open().filter_map(|row| row.proposal.entered()).min(),
        median: took.get(middle).copied(),
    }
}
