//! What a level does and has here: actions, schemes, clusters, sectors, posts, places.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime, TimeDelta, TimeZone as _};
use chrono_tz::Europe::Paris;
use portulan_app::means::calls as means;
use portulan_geo::distance_m;
use portulan_i18n::{Words, listed};
use portulan_levels::{ActionHere, Level, LevelHere, PlacePoint, Reached};
use portulan_model::clusters::{Cluster, Sector};
use portulan_model::posts::{Post, PostKind};
use portulan_model::roadmaps::ActionState;
use portulan_model::schemes::Scheme;
use portulan_model::{Position, Slug, TerritoryKey};

use super::super::addresses::{self, Source};
use super::super::means::left_words;
use super::super::visit::Visit;
use super::bodies;
use super::lines::{Fact, Line, organisation};
use super::view::{FEW_BODIES, IN_FULL};

/// How much of long lists is shown: a page of levels stays light, and goes on one sheet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shown {
    pub(super) actions: usize,
    pub(super) places: usize,
    pub(super) others: usize,
    /// Bodies of a level with all that is said of them.
    pub(super) bodies: usize,
}

/// Where one stands, for what is sorted by distance and for the list of all places.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    pub(super) territory: &'a TerritoryKey,
    pub(super) position: Option<Position>,
    pub(super) day: NaiveDate,
}

/// The facts of a level that are of no body in particular.
pub(super) fn facts(
    visit: &Visit,
    level: &LevelHere<'_>,
    around: Around<'_>,
    shown: Shown,
) -> Vec<Fact> {
    let facts = [
        plans(visit, level),
        actions(visit, &level.actions, shown),
        calls(visit, level, around, shown),
        schemes(visit, &level.schemes, shown),
        clusters(visit, &level.clusters, shown),
        sectors(visit, level, around.day, shown),
        posts(visit, &level.posts, shown),
        places(visit, &level.places, around, shown),
    ];
    facts.into_iter().flatten().collect()
}

/// The plans of bodies that are not shown here.
fn plans(visit: &Visit, level: &LevelHere<'_>) -> Option<Fact> {
    let known = |body: &Slug| level.bodies.iter().any(|one| one.body.slug == *body);
    let of = level.roadmaps.iter().map(|one| one.what);
    let lines: Vec<Line> = of
        .filter(|one| !known(&one.body))
        .map(|one| bodies::roadmap(visit, one))
        .collect();
    let name = Words::new(visit.lang).get("levels-roadmap");
    (!lines.is_empty()).then(|| Fact::new(name, lines))
}

/// Actions: those meant for less than the whole of their plan first, for they are of here.
fn actions(visit: &Visit, all: &[ActionHere<'_>], shown: Shown) -> Option<Fact> {
    let words = Words::new(visit.lang);
    let mut sorted: Vec<&ActionHere<'_>> = all.iter().collect();
    sorted.sort_by_key(|one| one.action.area.is_none());
    let address =
        |one: &ActionHere<'_>| visit.link(&addresses::source(Source::Roadmap, &one.roadmap.slug));
    let line = |one: &&ActionHere<'_>| {
        let state = match one.action.state {
            ActionState::Done => words.get("levels-done"),
            ActionState::Underway => words.get("levels-underway"),
            ActionState::Planned | ActionState::Abandoned { .. } => String::new(),
        };
        Line::link(one.action.title.clone(), address(one)).noted(state)
    };
    let lines: Vec<Line> = sorted.iter().take(shown.actions).map(line).collect();
    let rest = sorted.get(shown.actions).map(|one| address(one));
    let counts = (shown.actions, all.len());
    (!all.is_empty()).then(|| Fact::list(words, "levels-actions", lines, counts, rest))
}

/// Calls that concern here and that one may still answer, at the level of the body that follows them.
fn calls(visit: &Visit, level: &LevelHere<'_>, around: Around<'_>, shown: Shown) -> Option<Fact> {
    let words = Words::new(visit.lang);
    let here = visit.directory.here(around.territory, around.day)?;
    // On another day, what was open at noon.
    let noon = around.day.and_time(NaiveTime::MIN + TimeDelta::hours(12));
    let noon = Paris.from_local_datetime(&noon).earliest();
    let other = noon.filter(|_| around.day != visit.today());
    let at = other.map_or(visit.now, |noon| noon.to_utc());
    let known = |body: &Slug| level.bodies.iter().any(|one| one.body.slug == *body);
    let all = means::ahead(&visit.directory, &here.area, at);
    let lines: Vec<Line> = all
        .filter(|one| known(&one.call.followed_by))
        .map(|one| {
            let address = visit.link(&addresses::call(&one.call.slug));
            let left = left_words(words, &one.call, at).unwrap_or_default();
            Line::link(one.call.terms.title.clone(), address).noted(left)
        })
        .collect();
    let counts = (shown.others, lines.len());
    let rest = Some(visit.link(addresses::OPEN_CALLS));
    (!lines.is_empty()).then(|| Fact::list(words, "levels-calls", lines, counts, rest))
}

fn schemes(visit: &Visit, all: &[Reached<'_, Scheme>], shown: Shown) -> Option<Fact> {
    let words = Words::new(visit.lang);
    let line = |one: &Reached<'_, Scheme>| {
        let lead = one.what.lead.as_ref();
        let lead = lead.map(|slug| organisation(&visit.directory, slug));
        let address = visit.link(&addresses::source(Source::Scheme, &one.what.slug));
        Line::link(one.what.name.clone(), address).noted(lead.unwrap_or_default())
    };
    let lines: Vec<Line> = all.iter().map(line).collect();
    let rest = Some(visit.link(addresses::SCHEMES));
    let counts = (shown.others, all.len());
    (!all.is_empty()).then(|| Fact::list(words, "levels-schemes", lines, counts, rest))
}

fn clusters(visit: &Visit, all: &[Reached<'_, Cluster>], shown: Shown) -> Option<Fact> {
    let words = Words::new(visit.lang);
    let line = |one: &Reached<'_, Cluster>| {
        let address = visit.link(&addresses::source(Source::Cluster, &one.what.slug));
        Line::link(one.what.name.clone(), address)
    };
    let lines: Vec<Line> = all.iter().map(line).collect();
    let counts = (shown.others, all.len());
    (!all.is_empty()).then(|| Fact::list(words, "levels-clusters", lines, counts, None))
}

/// In which sectors one stands, and who covers each.
fn sectors(visit: &Visit, level: &LevelHere<'_>, day: NaiveDate, shown: Shown) -> Option<Fact> {
    let words = Words::new(visit.lang);
    let line = |one: &Reached<'_, Sector>| {
        let covers = one.what.covered_by.iter();
        let mut names: Vec<String> = covers
            .filter(|cover| cover.period.holds(day))
            .map(|cover| organisation(&visit.directory, &cover.organisation))
            .collect();
        names.dedup();
        Line::plain(one.what.name.clone()).noted(listed(visit.lang, names))
    };
    let lines: Vec<Line> = level.sectors.iter().map(line).collect();
    let counts = (shown.others, lines.len());
    (!lines.is_empty()).then(|| Fact::list(words, "levels-sectors", lines, counts, None))
}

/// Posts by what they are for and where they work. Who holds them is nobody's business here.
fn posts(visit: &Visit, all: &[&Post], shown: Shown) -> Option<Fact> {
    let words = Words::new(visit.lang);
    let mut grouped: BTreeMap<(PostKind, &Slug), (usize, Option<&Slug>)> = BTreeMap::new();
    for post in all {
        let group = grouped.entry((post.kind, &post.host)).or_default();
        group.0 += 1;
        group.1 = group.1.or(post.scheme.as_ref());
    }
    let line = |((kind, host), (count, scheme)): ((PostKind, &Slug), (usize, Option<&Slug>))| {
        let told = words.with(
            &format!("levels-post-{}", kind.slug()),
            &[("n", count.into())],
        );
        let address = scheme.map(|slug| visit.link(&addresses::source(Source::Scheme, slug)));
        Line {
            words: told,
            address,
            note: organisation(&visit.directory, host),
            ..Line::default()
        }
    };
    let lines: Vec<Line> = grouped.into_iter().map(line).collect();
    let counts = (shown.others, lines.len());
    (!lines.is_empty()).then(|| Fact::list(words, "levels-posts", lines, counts, None))
}

/// Places: the nearest first where one stands somewhere, else by name.
fn places(visit: &Visit, all: &[&PlacePoint], around: Around<'_>, shown: Shown) -> Option<Fact> {
    let words = Words::new(visit.lang);
    let snapshot = &visit.directory.snapshot;
    let known = all.iter().filter_map(|one| snapshot.by_id(&one.id));
    let mut known: Vec<_> = known.collect();
    match around.position {
        Some(from) => known.sort_by_cached_key(|place| {
            let metres = place.record.position.map(|at| distance_m(from, at));
            // A tenth of a metre is enough to tell two places apart; what has no position comes last.
            metres.map_or(i64::MAX, whole)
        }),
        None => known.sort_by(|a, b| a.record.name.cmp(&b.record.name)),
    }
    let total = known.len();
    let line = |place: &&std::sync::Arc<portulan_model::Place>| {
        let address = visit.link(&addresses::place(&place.slug));
        Line::link(place.record.name.clone(), address)
    };
    let lines: Vec<Line> = known.iter().take(shown.places).map(line).collect();
    let rest = Some(visit.link(&addresses::results_in(around.territory)));
    let counts = (shown.places, total);
    (total > 0).then(|| Fact::list(words, "levels-places", lines, counts, rest))
}

/// Metres as a number that sorts.
#[expect(
    clippy::cast_possible_truncation,
    reason = "two points of the Earth are less than 21 000 km apart"
)]
fn whole(metres: f64) -> i64 {
    (metres * 10.0) as i64
}

/// How much of each list a page of so many lines shows.
pub(super) fn fair(levels: &[LevelHere<'_>]) -> Shown {
    /// Actions of the whole page, and of a level: so many that six full levels stay under 395 elements.
    const OF_PAGE: usize = 18;
    const OF_LEVEL: usize = 10;
    let asked: usize = levels
        .iter()
        .map(|one| one.actions.len().min(OF_LEVEL))
        .sum();
    let acting = levels.iter().filter(|one| !one.actions.is_empty()).count();
    let actions = if asked > OF_PAGE {
        OF_PAGE / acting.max(1)
    } else {
        OF_LEVEL
    };
    let bodies: usize = levels.iter().map(|one| one.bodies.len()).sum();
    Shown {
        actions,
        places: 5,
        others: if acting > 3 { 3 } else { 5 },
        bodies: if bodies > FEW_BODIES { 1 } else { IN_FULL },
    }
}

/// Whether a level says enough to be unfolded at once.
pub(super) fn speaks(level: &LevelHere<'_>) -> bool {
    !(level.bodies.is_empty()
        && level.actions.is_empty()
        && level.schemes.is_empty()
        && level.clusters.is_empty()
        && level.sectors.is_empty()
        && level.posts.is_empty()
        && level.places.is_empty())
}

/// The word of a level in addresses of the page and in messages.
pub(in crate::pages) const fn word(level: Level) -> &'static str {
    match level {
        Level::Country => "etat",
        Level::Region => "region",
        Level::Department => "departement",
        Level::Epci => "epci",
        Level::Commune => "commune",
        Level::Local => "quartier",
    }
}
