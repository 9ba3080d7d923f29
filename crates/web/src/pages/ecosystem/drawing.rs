//! From actors and ties to the drawing: columns by kind, bands by level.

use portulan_charts::{Label, Line, Sign, Thread, TiesInput, svg_ties};
use portulan_i18n::Words;
use portulan_levels::{ActorKind, Ecosystem, Level, TieKind};
use portulan_model::TerritoryKey;

use super::asked::kind_word;
use super::names::{address, name};
use crate::pages::levels::word;
use crate::pages::visit::Visit;

/// Draws the actors of a territory.
pub(super) fn draw(
    visit: &Visit,
    key: &TerritoryKey,
    picture: &Ecosystem,
    summary: &str,
) -> String {
    let words = Words::new(visit.lang);
    let territory = visit.directory.reference.territory(key);
    let territory = territory.map_or_else(|| key.to_string(), |one| one.name.clone());
    let shown: Vec<ActorKind> = ActorKind::ALL
        .into_iter()
        .filter(|kind| picture.knots.iter().any(|knot| knot.actor.kind() == *kind))
        .collect();
    let column = |kind: ActorKind| shown.iter().position(|one| *one == kind).unwrap_or(0);
    let band = |level: Level| Level::ALL.iter().position(|one| *one == level).unwrap_or(0);
    let labels: Vec<Label> = picture
        .knots
        .iter()
        .map(|knot| Label {
            name: name(visit, knot),
            href: address(visit, knot),
            sign: sign(knot.actor.kind()),
            column: column(knot.actor.kind()),
            band: band(knot.level),
        })
        .collect();
    let threads: Vec<Thread> = picture
        .ties
        .iter()
        .map(|tie| Thread {
            from: tie.from,
            to: tie.to,
            line: line(tie.kind),
        })
        .collect();
    let head = |kind: &ActorKind| words.get(&format!("ecosystem-kind-{}", kind_word(*kind)));
    svg_ties(&TiesInput {
        id: "liens",
        title: &words.with("ecosystem-title", &[("name", territory.as_str().into())]),
        desc: summary,
        columns: &shown.iter().map(head).collect::<Vec<_>>(),
        bands: &Level::ALL.map(|level| words.get(&format!("levels-level-{}", word(level)))),
        labels: &labels,
        threads: &threads,
    })
}

const fn sign(kind: ActorKind) -> Sign {
    match kind {
        ActorKind::Body => Sign::Ring,
        ActorKind::Organisation => Sign::Square,
        ActorKind::Grouping => Sign::Diamond,
        ActorKind::Place => Sign::Dot,
    }
}

const fn line(kind: TieKind) -> Line {
    match kind {
        TieKind::Governs | TieKind::Leads | TieKind::Facilitates => Line::Strong,
        TieKind::Funds
        | TieKind::Member
        | TieKind::Employs
        | TieKind::Hosts
        | TieKind::PartOf
        | TieKind::Under
        | TieKind::Holds
        | TieKind::Belongs => Line::Plain,
        TieKind::Partner | TieKind::Watches => Line::Dashed,
    }
}
