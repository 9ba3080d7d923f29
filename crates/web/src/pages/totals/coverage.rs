//! Which communes of a territory each level covers: with a body, with a roadmap in force, with a contact.

use chrono::NaiveDate;
use portulan_i18n::{Words, listed, number};
use portulan_levels::{Level, coverage};
use portulan_model::Area;

use super::super::visit::Visit;
use super::table::wide;

/// Communes that are named where a level forgets some.
const NAMED: usize = 8;

/// A level, and how many communes it covers.
pub(super) struct Covered {
    pub(super) name: String,
    pub(super) body: String,
    pub(super) roadmap: String,
    pub(super) referent: String,
    pub(super) twice: String,
    /// Those that it forgets, where it covers others.
    pub(super) forgotten: Option<String>,
}

/// The levels that have communes to cover, widest first.
pub(super) const LEVELS: [(Level, &str); 5] = [
    (Level::Country, "etat"),
    (Level::Region, "region"),
    (Level::Department, "departement"),
    (Level::Epci, "epci"),
    (Level::Commune, "commune"),
];

/// How each level covers the communes of an area.
pub(super) fn levels(visit: &Visit, area: &Area, day: NaiveDate) -> Vec<Covered> {
    let words = Words::new(visit.lang);
    let all = area.touched().len();
    let found = coverage(&visit.directory.levels, area, day);
    let one = |(level, word): (Level, &str)| {
        let found = found.get(&level)?;
        let with = |without: &Area| {
            let covered = all.saturating_sub(without.communes().len());
            number(visit.lang, wide(covered))
        };
        Some(Covered {
            name: words.get(&format!("levels-level-{word}")),
            body: with(&found.without_body),
            roadmap: with(&found.without_roadmap),
            referent: with(&found.without_referent),
            twice: number(visit.lang, wide(found.twice.communes().len())),
            forgotten: forgotten(visit, &found.without_body, all),
        })
    };
    LEVELS.into_iter().filter_map(one).collect()
}

/// The communes without a body, by name, where they are some and not all.
fn forgotten(visit: &Visit, without: &Area, all: usize) -> Option<String> {
    let communes = without.communes();
    if communes.is_empty() || communes.len() == all {
        return None;
    }
    let words = Words::new(visit.lang);
    let reference = &visit.directory.reference;
    let mut names: Vec<String> = communes
        .iter()
        .filter_map(|code| Some(reference.commune(code)?.name.clone()))
        .collect();
    names.sort_by_cached_key(|name| portulan_text::fold(name));
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    if more > 0 {
        names.push(words.with("totals-others", &[("n", more.into())]));
    }
    let told = [("names", listed(visit.lang, names).into())];
    Some(words.with("totals-forgotten", &told))
}
