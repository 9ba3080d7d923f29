//! What everybody reads: roadmaps that were decided, as they are now and as they were decided each time. From memory.

use chrono::NaiveDate;
use portulan_formats::roadmaps::Names;
use portulan_model::roadmaps::{Content, Objective, Roadmap, Version};
use portulan_model::{PlaceId, Slug, TerritoryKey};
use portulan_text::Pivot;

use crate::Directory;

/// A roadmap that was decided; nothing for a draft.
#[must_use]
pub fn find<'a>(directory: &'a Directory, slug: &Slug) -> Option<&'a Roadmap> {
    all(directory).find(|one| one.slug == *slug)
}

/// All that were decided.
pub fn all(directory: &Directory) -> impl Iterator<Item = &Roadmap> {
    let every = directory.levels.world().roadmaps.iter();
    every.filter(|one| versions(one).next().is_some())
}

/// Those that reach into a territory.
pub fn within<'a>(
    directory: &'a Directory,
    key: &TerritoryKey,
) -> impl Iterator<Item = &'a Roadmap> {
    let communes = directory.reference.communes_of(key);
    let area = portulan_model::Area::of_communes(communes);
    all(directory).filter(move |one| one.area.meets(&area))
}

/// What was decided, the first first. What was only put to opinion is none.
pub fn versions(roadmap: &Roadmap) -> impl DoubleEndedIterator<Item = &Version> {
    use portulan_model::roadmaps::Stage::{Amended, Closed, Validated};
    let decided = |one: &&Version| matches!(one.stage, Validated | Amended | Closed);
    roadmap.versions.iter().filter(decided)
}

/// A version that was decided.
#[must_use]
pub fn version(roadmap: &Roadmap, number: u16) -> Option<&Version> {
    versions(roadmap).find(|one| one.number == number)
}

/// What is read: what was decided, with how it goes since.
#[must_use]
pub const fn content(roadmap: &Roadmap) -> &Content {
    &roadmap.content
}

/// The objectives of other roadmaps that one may serve: those in force that reach where it does.
#[must_use]
pub fn upper<'a>(
    directory: &'a Directory,
    roadmap: &Roadmap,
    day: NaiveDate,
) -> Vec<(&'a Roadmap, &'a Objective)> {
    let others = all(directory).filter(|one| one.slug != roadmap.slug);
    let near = others.filter(|one| one.is_in_force(day) && one.area.meets(&roadmap.area));
    let objectives = |one: &'a Roadmap| content(one).objectives().map(move |aim| (one, aim));
    near.flat_map(objectives).collect()
}

/// The names behind a roadmap, as the directory knows them.
pub struct Known<'a>(pub &'a Directory);

impl Names for Known<'_> {
    fn organisation(&self, slug: &Slug) -> String {
        let known = self.0.organisations.get(slug);
        known.map_or_else(|| slug.to_string(), |one| one.name.clone())
    }

    fn siret(&self, slug: &Slug) -> Option<String> {
        let pivot = self.0.organisations.get(slug)?.pivot.as_deref()?;
        let siret = Pivot::parse(pivot).ok()?;
        let digits = siret.as_str().len() == 14;
        digits.then(|| siret.as_str().to_owned())
    }

    fn contact(&self, slug: &Slug) -> Option<String> {
        let known = self.0.organisations.get(slug)?;
        known.email.as_ref().map(ToString::to_string)
    }

    fn place(&self, id: &PlaceId) -> String {
        let place = self.0.snapshot.by_id(&self.0.survivor(id));
        place.map_or_else(|| id.to_string(), |place| place.record.name.clone())
    }
}
