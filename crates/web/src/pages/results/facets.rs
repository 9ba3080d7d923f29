//! Filters with their counts under the other filters. A value that no place has is shown only when it is chosen.

use portulan_app::orientation::Oriented;
use portulan_i18n::{Lang, ListWords, Words, network, number};
use portulan_model::ClosedList;

use super::asked::Asked;

/// Values shown in all groups together: what keeps the page light (395 elements, see `docs`).
const ALL_VALUES: usize = 24;
/// Values shown in one group.
const GROUP_VALUES: usize = 6;

/// A filter.
pub(super) struct Group {
    pub(super) title: String,
    pub(super) name: &'static str,
    pub(super) values: Vec<Value>,
}

/// A value of a filter.
pub(super) struct Value {
    pub(super) slug: String,
    pub(super) label: String,
    pub(super) count: String,
    pub(super) chosen: bool,
}

struct Maker<'a> {
    lang: Lang,
    asked: &'a Asked,
}

impl Maker<'_> {
    fn closed<L: ListWords + ClosedList>(
        &self,
        name: &'static str,
        counts: &[(L, usize)],
    ) -> Group {
        let rows = counts
            .iter()
            .map(|(value, count)| (value.slug().to_owned(), value.words(self.lang), *count));
        self.group(name, rows.collect())
    }

    fn group(&self, name: &'static str, mut rows: Vec<(String, String, usize)>) -> Group {
        rows.retain(|(value, _, count)| *count > 0 || self.asked.has(name, value));
        if rows.len() > GROUP_VALUES {
            rows.sort_by_key(|(value, _, count)| {
                (!self.asked.has(name, value), std::cmp::Reverse(*count))
            });
            rows.truncate(GROUP_VALUES);
        }
        let value = |(value, label, count): (String, String, usize)| Value {
            chosen: self.asked.has(name, &value),
            count: number(self.lang, u64::try_from(count).unwrap_or_default()),
            slug: value,
            label,
        };
        Group {
            title: Words::new(self.lang).get(&format!("filter-{name}")),
            name,
            values: rows.into_iter().map(value).collect(),
        }
    }
}

/// The filters, the most useful first.
pub(super) fn groups(lang: Lang, asked: &Asked, found: &Oriented) -> Vec<Group> {
    let Some(facets) = &found.answer.facets else {
        return Vec::new();
    };
    let make = Maker { lang, asked };
    let networks = facets.networks.iter().map(|(slug, count)| {
        let words = network(lang, slug.as_str());
        (slug.to_string(), words, *count)
    });
    let all = [
        make.closed("frais", &facets.fees),
        make.closed("acces", &facets.access),
        make.closed("prise_en_charge", &facets.care),
        make.closed("public", &facets.publics),
        make.closed("accompagnement", &facets.support),
        make.group("reseau", networks.collect()),
        make.closed("label", &facets.labels),
        make.closed("dispositif", &facets.programmes),
        make.closed("itinerance", &facets.mobility),
    ];
    let mut room = ALL_VALUES;
    let mut fits = |group: &Group| {
        let chosen = group.values.iter().any(|value| value.chosen);
        let fits = !group.values.is_empty() && (chosen || group.values.len() <= room);
        if fits {
            room = room.saturating_sub(group.values.len());
        }
        fits
    };
    all.into_iter().filter(|group| fits(group)).collect()
}
