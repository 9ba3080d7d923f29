//! Pictures as the directory holds them: by the place that is shown, without their bytes.

use std::collections::HashMap;

use portulan_model::{Picture, PlaceId};

/// By the place that stands for the one to which they were given; the same one twice is shown once.
pub(super) fn by_place(
    given: Vec<Picture>,
    survivors: &HashMap<PlaceId, PlaceId>,
) -> HashMap<PlaceId, Vec<Picture>> {
    let mut by_place: HashMap<PlaceId, Vec<Picture>> = HashMap::new();
    for picture in given {
        let place = survivors.get(&picture.place).copied();
        let theirs = by_place.entry(place.unwrap_or(picture.place)).or_default();
        if theirs.iter().all(|one| one.hash != picture.hash) {
            theirs.push(picture);
        }
    }
    for theirs in by_place.values_mut() {
        theirs.sort_by(|a, b| (a.added, &a.hash).cmp(&(b.added, &b.hash)));
    }
    by_place
}
