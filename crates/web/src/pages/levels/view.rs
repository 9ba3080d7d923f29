//! A stack as the page shows it: one fold a level, the body in its title, then facts.

use chrono::NaiveDate;
use portulan_i18n::{Words, listed};
use portulan_levels::{BodyHere, Gap, Here, Level, LevelHere, Levels, Stack};
use portulan_model::Seat;

use super::super::visit::Visit;
use super::bodies;
use super::facts::{self, Around, Shown};
use super::lines::{Fact, Line};
use super::missing::{self, Missing};
use super::spot::{Somewhere, territory_name};

/// A level.
#[derive(Debug)]
pub(super) struct LevelView {
    /// Its word: the anchor of the fold.
    pub(super) id: &'static str,
    /// "Département".
    pub(super) name: String,
    /// "Ille-et-Vilaine".
    pub(super) territory: String,
    /// The body that leads it, or that it is not known.
    pub(super) title: String,
    /// Whether somebody leads it.
    pub(super) led: bool,
    /// What such a level does, for whoever is new to this.
    pub(super) says: String,
    pub(super) facts: Vec<Fact>,
    /// Another body of the same level, with its own facts.
    pub(super) others: Vec<Group>,
    pub(super) missing: Vec<Missing>,
    pub(super) open: bool,
    /// Whether it is where one stands.
    pub(super) is_here: bool,
}

/// A further body.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) title: Line,
    pub(super) facts: Vec<Fact>,
}

/// Bodies of a level that are shown with all their facts, of a page of few bodies and of one of many.
pub(super) const IN_FULL: usize = 2;
pub(super) const FEW_BODIES: usize = 7;
/// Lines that go on one sheet in the larger type; beyond, each takes one line and lists are shorter.
const ROOMY: usize = 126;

/// Whether a sheet of paper is full.
pub(super) fn is_dense(levels: &[LevelView]) -> bool {
    let of = |facts: &[Fact]| facts.iter().map(Fact::printed).sum::<usize>();
    let others = |level: &LevelView| {
        level
            .others
            .iter()
            .map(|one| 2 + of(&one.facts))
            .sum::<usize>()
    };
    let lines = levels.iter().map(|level| of(&level.facts) + others(level));
    lines.sum::<usize>() > ROOMY
}

/// What is asked of the levels, and by whom.
pub(super) struct Asked<'a> {
    pub(super) visit: &'a Visit,
    pub(super) levels: &'a Levels,
    /// Whether whoever looks is told what is missing.
    pub(super) tells_missing: bool,
}

impl Asked<'_> {
    /// The levels of somewhere. A level that is nowhere above here, and does nothing here, is left out.
    pub(super) fn levels(&self, at: &Somewhere) -> Vec<LevelView> {
        self.of(
            at.here(),
            Around {
                territory: &at.territory,
                position: at.position,
                day: at.here().day,
            },
        )
    }

    /// The same, of a place in the world.
    pub(super) fn of(&self, here: &Here, around: Around<'_>) -> Vec<LevelView> {
        let stack = self.levels.stack(here);
        let shown = facts::fair(&stack.levels);
        let last = narrowest(&stack);
        let there = stack.levels.iter();
        there
            .filter(|level| !level.territories.is_empty() || facts::speaks(level))
            .map(|level| self.level(level, around, shown, level.level == last))
            .collect()
    }

    fn level(
        &self,
        level: &LevelHere<'_>,
        around: Around<'_>,
        shown: Shown,
        is_here: bool,
    ) -> LevelView {
        let words = Words::new(self.visit.lang);
        let word = facts::word(level.level);
        let bodies = sorted(level);
        // Below where one stands there may be hundreds: they are named, and counted.
        let in_full = if level.territories.is_empty() && bodies.len() > IN_FULL {
            0
        } else {
            shown.bodies
        };
        let (title, led) = self.title(words, level, &bodies, in_full);
        let mut own = Vec::new();
        if let Some(first) = bodies.first().filter(|_| in_full > 0) {
            own.extend(self.body(words, level, first, around.day));
        }
        let others = bodies.iter().take(in_full).skip(1);
        let others: Vec<Group> = others
            .map(|one| Group {
                title: bodies::link(self.visit, one.body),
                facts: self.body(words, level, one, around.day),
            })
            .collect();
        own.extend(self.further(words, &bodies, in_full, shown));
        own.extend(facts::facts(self.visit, level, around, shown));
        LevelView {
            id: word,
            name: self.name(words, level),
            territory: self.territories(level),
            title,
            led,
            says: words.get(&format!("levels-says-{word}")),
            facts: own,
            others,
            missing: self.missing(level),
            open: facts::speaks(level) || is_here,
            is_here,
        }
    }

    /// The facts of a body; a plan that is being talked about is named where none is in force.
    fn body(
        &self,
        words: Words,
        level: &LevelHere<'_>,
        shown: &BodyHere<'_>,
        day: NaiveDate,
    ) -> Vec<Fact> {
        let mut all = bodies::facts(self.visit, level, shown);
        if let Some(line) = self.talked_about(words, level, shown, day) {
            let name = words.get("levels-roadmap");
            if let Some(plan) = all.iter_mut().find(|fact| fact.name == name) {
                plan.lines = vec![line];
            }
        }
        all
    }

    fn talked_about(
        &self,
        words: Words,
        level: &LevelHere<'_>,
        shown: &BodyHere<'_>,
        day: NaiveDate,
    ) -> Option<Line> {
        let awaited = level.gaps.iter().find_map(|gap| match gap {
            Gap::RoadmapAwaited { body, roadmap } if **body == shown.body.slug => Some(*roadmap),
            _ => None,
        })?;
        let roadmap = self.levels.roadmap(awaited)?;
        bodies::in_consultation(words, roadmap, roadmap.stage_on(day))
    }

    /// Bodies beyond those shown in full.
    fn further(
        &self,
        words: Words,
        bodies: &[&BodyHere<'_>],
        in_full: usize,
        shown: Shown,
    ) -> Option<Fact> {
        let rest = bodies.iter().skip(in_full).take(shown.others);
        let lines: Vec<Line> = rest.map(|one| bodies::link(self.visit, one.body)).collect();
        let counts = (shown.others, bodies.len().saturating_sub(in_full));
        let all = Some(self.visit.link(super::super::addresses::BODIES));
        let name = if in_full == 0 {
            "levels-bodies"
        } else {
            "levels-other-bodies"
        };
        (!lines.is_empty()).then(|| Fact::list(words, name, lines, counts, all))
    }

    /// The first body; where there is none, what works together nearby, or that nobody said who leads.
    fn title(
        &self,
        words: Words,
        level: &LevelHere<'_>,
        bodies: &[&BodyHere<'_>],
        in_full: usize,
    ) -> (String, bool) {
        if in_full == 0 {
            let told = words.with("levels-body-count", &[("n", bodies.len().into())]);
            return (told, true);
        }
        if let Some(first) = bodies.first() {
            return (first.body.name.clone(), true);
        }
        if level.level == Level::Local {
            let clusters = level.clusters.iter().map(|one| one.what.name.clone());
            let clusters: Vec<String> = clusters.take(3).collect();
            if !clusters.is_empty() {
                return (listed(self.visit.lang, clusters), true);
            }
            let id = if level.places.is_empty() {
                "levels-nothing-near"
            } else {
                "levels-near"
            };
            return (words.get(id), false);
        }
        (words.get("levels-not-led"), false)
    }

    /// "Métropole" where the territory calls itself so.
    fn name(&self, words: Words, level: &LevelHere<'_>) -> String {
        let word = facts::word(level.level);
        let names = self.territories(level).to_lowercase();
        if level.level == Level::Epci && names.contains("métropole") {
            return words.get("levels-level-metropole");
        }
        if level.level == Level::Local && level.territories.is_empty() {
            return words.get("levels-level-near");
        }
        words.get(&format!("levels-level-{word}"))
    }

    fn territories(&self, level: &LevelHere<'_>) -> String {
        let keys = level.territories.iter();
        let names = keys.map(|key| territory_name(self.visit, key));
        let mut names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
        names.sort_unstable();
        names.dedup();
        names.truncate(3);
        names.join(", ")
    }

    fn missing(&self, level: &LevelHere<'_>) -> Vec<Missing> {
        if !self.tells_missing {
            return Vec::new();
        }
        missing::of_level(self.visit, self.levels, level)
    }
}

/// The bodies of a level: those of a territory in which one stands, then those that cover it whole, then by name.
fn sorted<'l, 'a>(level: &'l LevelHere<'a>) -> Vec<&'l BodyHere<'a>> {
    let mut bodies: Vec<&BodyHere<'a>> = level.bodies.iter().collect();
    bodies.sort_by_key(|one| {
        let own = match &one.body.seat {
            Seat::Territory(key) => level.territories.contains(&key),
            Seat::Cluster(_) | Seat::Scheme(_) => false,
        };
        (!own, std::cmp::Reverse(one.reach), &one.body.name)
    });
    bodies
}

/// The narrowest level in which one stands.
fn narrowest(stack: &Stack<'_>) -> Level {
    let there = stack.levels.iter().rev();
    let mut there = there.filter(|level| !level.territories.is_empty());
    there.next().map_or(Level::Country, |level| level.level)
}
