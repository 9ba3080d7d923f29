//! A baseline taken in from a block of a spreadsheet, and what the names of such a block stand for: an export writes no
//! name that would be read as another.

use chrono::NaiveDate;
use portulan_formats::plain_cell;
use portulan_model::baseline::{Baseline, Cell, Names, PasteError, Pasted, read_block};
use portulan_model::{PlaceId, Slug};
use portulan_text::fold;

use super::say;
use crate::{Directory, naming};

/// Takes in a block of a spreadsheet: all of it, or its faults. A cell that says what was said already keeps its day.
pub fn paste(
    directory: &Directory,
    baseline: Baseline,
    text: &str,
    (by, since): (Option<&Slug>, NaiveDate),
) -> Result<Baseline, Vec<PasteError>> {
    let names = Known {
        directory,
        baseline: &baseline,
    };
    let Pasted {
        cells,
        facts,
        errors,
    } = read_block(text, &names);
    if !errors.is_empty() {
        return Err(errors);
    }
    let said = cells.into_iter().filter_map(|pasted| {
        Some(Cell {
            place: pasted.place,
            service: pasted.service,
            said: pasted.said?,
            by: by.cloned(),
            since,
        })
    });
    let mut baseline = said.fold(baseline, say);
    for fact in facts {
        let mut places = baseline.places.iter_mut();
        if let Some(place) = places.find(|one| one.place == fact.place) {
            fact.said.apply(place);
        }
    }
    Ok(baseline)
}

/// The names of a block: those of the services, of the places, and of organisations.
pub(super) struct Known<'a> {
    pub(super) directory: &'a Directory,
    pub(super) baseline: &'a Baseline,
}

impl Names for Known<'_> {
    fn service(&self, name: &str) -> Option<Slug> {
        let name = plain_cell(name);
        let folded = fold(name);
        let services = self.baseline.services.iter();
        let mut called =
            services.filter(|one| fold(&one.name) == folded || one.slug.as_str() == name);
        called.next().map(|one| one.slug.clone())
    }

    fn place(&self, name: &str) -> Option<PlaceId> {
        let name = plain_cell(name);
        let standing = |one: &PlaceId| self.directory.survivor(one);
        let places = || self.baseline.places.iter().map(|one| one.place);
        let named = naming::place(self.directory, name).ok();
        let found = named.and_then(|id| places().find(|one| standing(one) == id));
        let folded = fold(name);
        // Of places of one name in the country, the one of the baseline is meant.
        found.or_else(|| {
            let mut called = places().filter(|id| {
                let place = self.directory.snapshot.by_id(&standing(id));
                place.is_some_and(|place| fold(&place.record.name) == folded)
            });
            called.next()
        })
    }

    fn organisation(&self, name: &str) -> Option<Slug> {
        naming::organisation(self.directory, plain_cell(name)).ok()
    }
}
