//! What is said of sessions for one day, as the directory holds it.

use std::collections::HashMap;

use portulan_model::{DayNotice, PlaceId};
use portulan_search::Absences;

/// By the place that stands for the one of which it was said.
pub(super) fn by_place(
    said: Vec<DayNotice>,
    survivors: &HashMap<PlaceId, PlaceId>,
) -> HashMap<PlaceId, Vec<DayNotice>> {
    let mut by_place: HashMap<PlaceId, Vec<DayNotice>> = HashMap::new();
    for notice in said {
        let place = survivors.get(&notice.place).copied();
        let place = place.unwrap_or(notice.place);
        by_place.entry(place).or_default().push(notice);
    }
    by_place
}

/// The sessions to which nobody can come on a day: the search counts on the next one.
pub(super) fn absences(notices: &HashMap<PlaceId, Vec<DayNotice>>) -> Absences {
    let of = |(place, said): (&PlaceId, &Vec<DayNotice>)| {
        let closing = said.iter().filter(|notice| notice.kind.closes());
        let days = closing.map(|notice| (notice.session.clone(), notice.day));
        (*place, days.collect())
    };
    notices.iter().map(of).collect()
}
