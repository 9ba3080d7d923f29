//! The search bar: where, what, when.

use chrono::Datelike;
use portulan_app::orientation::{Oriented, Understood};
use portulan_i18n::{ListWords, Words, number};
use portulan_model::{ClosedList, Service};

use super::asked::Asked;
use super::{needs, when_value};
use crate::pages::opening::when_words;
use crate::pages::visit::Visit;

/// An option of a list.
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) chosen: bool,
}

/// The fields, filled with what was asked.
pub(super) struct SearchForm {
    pub(super) place: String,
    pub(super) needs: Vec<Choice>,
    pub(super) moments: Vec<Choice>,
}

impl SearchForm {
    pub(super) fn of(visit: &Visit, asked: &Asked, found: &Oriented) -> Self {
        Self {
            place: asked.value("ou").unwrap_or_default().to_owned(),
            needs: need_choices(visit, asked, found),
            moments: moments(visit, found),
        }
    }
}

/// The nine needs with their counts; the one that was asked, or understood from the phrase, is chosen.
fn need_choices(visit: &Visit, asked: &Asked, found: &Oriented) -> Vec<Choice> {
    let counts = found
        .answer
        .facets
        .as_ref()
        .map(|facets| facets.services.as_slice())
        .unwrap_or_default();
    let only = needs(found).len() <= 1;
    let understood = &found.understood;
    Service::ALL
        .iter()
        .map(|need| {
            let count = counts
                .iter()
                .find(|(value, _)| value == need)
                .map(|(_, count)| *count);
            let words = need.words(visit.lang);
            Choice {
                value: need.slug().to_owned(),
                label: count.map_or_else(
                    || words.clone(),
                    |count| {
                        format!(
                            "{words} ({})",
                            number(visit.lang, u64::try_from(count).unwrap_or_default())
                        )
                    },
                ),
                chosen: only
                    && (asked.has("besoin", need.slug())
                        || understood.contains(&Understood::Need(*need))),
            }
        })
        .collect()
}

/// Moments that people mean most, and the one that was asked when it is another.
fn moments(visit: &Visit, found: &Oriented) -> Vec<Choice> {
    let now = visit.local();
    let tomorrow = now.date().succ_opt().unwrap_or(now.date());
    let mut values = vec![
        "maintenant".to_owned(),
        now.date().to_string(),
        format!("{tomorrow}:matin"),
        format!("{tomorrow}:apres-midi"),
    ];
    if tomorrow.weekday() != chrono::Weekday::Sat {
        values.push("samedi:matin".to_owned());
    }
    let given = when_value(found.query.when.as_ref());
    if !given.is_empty() && !values.contains(&given) {
        values.push(given.clone());
    }
    values
        .into_iter()
        .filter_map(|value| {
            let when = value.parse().ok()?;
            Some(Choice {
                label: when_words(visit.lang, &when, now),
                chosen: value == given,
                value,
            })
        })
        .collect()
}

/// Orders of the list.
pub(super) fn sorts(words: Words, chosen: &str) -> Vec<Choice> {
    ["utilite", "distance", "nom", "fraicheur"]
        .into_iter()
        .map(|value| Choice {
            label: words.get(&format!("sort-{value}")),
            chosen: value == chosen,
            value: value.to_owned(),
        })
        .collect()
}
