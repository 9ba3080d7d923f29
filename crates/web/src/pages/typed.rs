//! What forms of levels and governance ask for again and again, read field by field: a name, an area, organisations,
//! days. What cannot be read is said beside its field, and what was typed stays there.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use portulan_app::Directory;
use portulan_app::areas;
use portulan_app::naming::{self, Unnamed};
use portulan_app::rights;
use portulan_app::roadmaps::form::amount_fault;
use portulan_i18n::{Lang, Words, date, listed};
use portulan_model::money::AmountError;
use portulan_model::proposals::Prose;
use portulan_model::{Area, Cents, Period, PlaceId, Slug, TerritoryKey};
use portulan_policy::{Alone, Capability};
use portulan_text::clean;

use super::editing::answers::Answers;
use crate::auth::Desk;

/// Longest name, in characters.
pub(super) const NAME_CHARS: usize = 200;
/// Communes named in a sentence; the others are counted.
const NAMED: usize = 6;

/// A form that is being read.
pub(super) struct Reading<'a> {
    pub(super) desk: &'a Desk,
    pub(super) answers: &'a mut Answers,
}

impl<'a> Reading<'a> {
    pub(super) const fn of(desk: &'a Desk, answers: &'a mut Answers) -> Self {
        Self { desk, answers }
    }
}

impl Reading<'_> {
    pub(super) fn words(&self) -> Words {
        self.desk.words()
    }

    fn directory(&self) -> &Directory {
        &self.desk.visit.directory
    }

    /// Says what is wrong with a field.
    pub(super) fn fault(&mut self, field: &str, message: &str) {
        let words = self.words().get(message);
        self.answers.fault(field, words);
    }

    /// Says of a field that what is typed there names nothing, or several things.
    pub(super) fn unnamed(&mut self, field: &str, fault: &Unnamed) {
        let id = match fault {
            Unnamed::Unknown(_) => "typed-unknown",
            Unnamed::Several(_) => "typed-several",
        };
        let words = self.words().with(id, &[("text", fault.text().into())]);
        self.answers.fault(field, words);
    }

    /// A short text; none where nothing is typed.
    pub(super) fn line(&mut self, field: &str, most: usize) -> Option<String> {
        let text = clean(self.answers.text(field));
        if text.chars().count() > most {
            let told = [("n", most.into())];
            let words = self.words().with("edit-too-long", &told);
            self.answers.fault(field, words);
        }
        (!text.is_empty()).then_some(text)
    }

    /// A name, and the address that comes from it.
    pub(super) fn name(&mut self, field: &str) -> Option<(String, Slug)> {
        let name = self.line(field, NAME_CHARS);
        let slug = name.as_deref().and_then(portulan_text::slug);
        let slug = slug.and_then(|slug| slug.parse().ok());
        let both = name.zip(slug);
        if both.is_none() {
            self.fault(field, "typed-name-missing");
        }
        both
    }

    /// A few lines.
    pub(super) fn prose(&mut self, field: &str) -> Option<Prose> {
        let read = Prose::read(self.answers.text(field));
        read.unwrap_or_else(|_too_long| {
            self.fault(field, "proposal-too-long");
            None
        })
    }

    /// One of some values; the first where none was given.
    pub(super) fn one_of<T: Copy>(
        &mut self,
        field: &str,
        all: &[T],
        read: fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.answers.text(field);
        if text.is_empty() {
            return all.first().copied();
        }
        let found = read(text);
        if found.is_none() {
            self.fault(field, "edit-choice-unknown");
        }
        found
    }

    /// An explicit area.
    pub(super) fn area(&mut self, field: &str) -> Area {
        let read = areas::read(&self.directory().reference, self.answers.text(field));
        read.unwrap_or_else(|unnamed| {
            if let Some(fault) = unnamed.first() {
                self.unnamed(field, fault);
            }
            Area::default()
        })
    }

    /// A territory.
    pub(super) fn territory(&mut self, field: &str) -> Option<TerritoryKey> {
        let read = naming::territory(&self.directory().reference, self.answers.text(field));
        read.map_err(|fault| self.unnamed(field, &fault)).ok()
    }

    /// The level that will answer for something new, and the right there of whoever says so. Where either is missing it is
    /// said, and what else is typed can still be read, as if under the widest level.
    pub(super) fn level<A: Alone>(&mut self, field: &str) -> (Option<Capability<A>>, TerritoryKey) {
        let Some(level) = self.territory(field) else {
            return (None, TerritoryKey::france());
        };
        let target = rights::territory(self.directory(), &level);
        let may = self.desk.may_on(target).ok();
        if may.is_none() {
            self.fault(field, "disp-niveau-other");
        }
        (may, level)
    }

    /// Several territories, each once, in the order in which they were typed.
    pub(super) fn territories(&mut self, field: &str) -> Vec<TerritoryKey> {
        let typed: Vec<String> = self.answers.told(field).map(str::to_owned).collect();
        let mut all = Vec::new();
        for text in typed {
            match naming::territory(&self.directory().reference, &text) {
                Ok(key) if all.contains(&key) => {}
                Ok(key) => all.push(key),
                Err(fault) => self.unnamed(field, &fault),
            }
        }
        all
    }

    /// An organisation; none where nothing is typed.
    pub(super) fn organisation(&mut self, field: &str) -> Option<Slug> {
        let text = self.answers.text(field).to_owned();
        if text.is_empty() {
            return None;
        }
        let read = naming::organisation(self.directory(), &text);
        read.map_err(|fault| self.unnamed(field, &fault)).ok()
    }

    /// An organisation that must be said.
    pub(super) fn needed_organisation(&mut self, field: &str) -> Option<Slug> {
        if self.answers.text(field).is_empty() {
            self.fault(field, "typed-organisation-missing");
        }
        self.organisation(field)
    }

    /// Several organisations.
    pub(super) fn organisations(&mut self, field: &str) -> BTreeSet<Slug> {
        let typed: Vec<String> = self.answers.told(field).map(str::to_owned).collect();
        let mut all = BTreeSet::new();
        for text in typed {
            match naming::organisation(self.directory(), &text) {
                Ok(slug) => {
                    all.insert(slug);
                }
                Err(fault) => self.unnamed(field, &fault),
            }
        }
        all
    }

    /// A scheme; none where nothing is typed.
    pub(super) fn scheme(&mut self, field: &str) -> Option<Slug> {
        let text = self.answers.text(field).to_owned();
        if text.is_empty() {
            return None;
        }
        let read = naming::scheme(self.directory(), &text);
        read.map_err(|fault| self.unnamed(field, &fault)).ok()
    }

    /// A place.
    pub(super) fn place(&mut self, field: &str) -> Option<PlaceId> {
        let read = naming::place(self.directory(), self.answers.text(field));
        read.map_err(|fault| self.unnamed(field, &fault)).ok()
    }

    /// An amount as people type it; none where nothing is typed.
    pub(super) fn amount(&mut self, field: &str) -> Option<Cents> {
        let text = self.answers.text(field).to_owned();
        match text.parse() {
            Ok(amount) => Some(amount),
            Err(AmountError::Empty) => None,
            Err(error) => {
                let told = [("text", text.into())];
                let words = self.words().with(amount_fault(error), &told);
                self.answers.fault(field, words);
                None
            }
        }
    }

    /// A day; none where nothing is typed.
    pub(super) fn day(&mut self, field: &str) -> Option<NaiveDate> {
        let text = self.answers.text(field);
        if text.is_empty() {
            return None;
        }
        let day = naming::day(text);
        if day.is_none() {
            self.fault(field, "typed-day-wrong");
        }
        day
    }

    /// A day that must be said.
    pub(super) fn needed_day(&mut self, field: &str) -> Option<NaiveDate> {
        if self.answers.text(field).is_empty() {
            self.fault(field, "typed-day-missing");
        }
        self.day(field)
    }

    /// From a day to a day.
    pub(super) fn period(&mut self, from: &str, to: &str) -> Period {
        let ends = (self.day(from), self.day(to));
        Period::new(ends.0, ends.1).unwrap_or_else(|_backwards| {
            self.fault(to, "typed-period-backwards");
            Period::ALWAYS
        })
    }
}

/// Writes a period into a form.
pub(super) fn fill_period(answers: &mut Answers, period: Period, from: &str, to: &str) {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    answers.put(from, day(period.from()));
    answers.put(to, day(period.to()));
}

/// How many fields are wrong, in words.
pub(super) fn faults(words: Words, answers: &Answers) -> Option<String> {
    let count = answers.faults();
    (count > 0).then(|| words.with("form-faults", &[("n", count.into())]))
}

/// What an organisation is called.
pub(super) fn organisation_name(directory: &Directory, slug: &Slug) -> String {
    let found = directory.organisations.get(slug);
    found.map_or_else(|| slug.to_string(), |one| one.name.clone())
}

/// What a territory is called.
pub(super) fn territory_name(directory: &Directory, key: &TerritoryKey) -> String {
    let found = directory.reference.territory(key);
    found.map_or_else(|| key.to_string(), |one| one.name.clone())
}

/// What a place is called.
pub(super) fn place_name(directory: &Directory, id: PlaceId) -> String {
    let found = directory.snapshot.by_id(&directory.survivor(&id));
    found.map_or_else(|| id.to_string(), |place| place.record.name.clone())
}

/// An area by what it adds up to: "43 communes", "Rennes, Bruz".
pub(super) fn area_words(lang: Lang, directory: &Directory, area: &Area) -> String {
    let words = Words::new(lang);
    if area.is_empty() {
        return words.get("not-known");
    }
    let communes = area.communes().iter();
    let communes = communes.map(|code| territory_name(directory, &TerritoryKey::commune(*code)));
    let pieces = area
        .pieces()
        .iter()
        .map(|piece| territory_name(directory, piece.key()));
    let mut names: Vec<String> = communes.chain(pieces).collect();
    names.dedup();
    let count = names.len();
    if count <= NAMED {
        return listed(lang, names);
    }
    let communes = area.touched().len();
    words.with("area-communes", &[("n", communes.into())])
}

/// A period in words: "du 1er janvier 2023 au 31 décembre 2026", "depuis le…", "jusqu'au…".
pub(super) fn period_words(lang: Lang, period: Period) -> Option<String> {
    let words = Words::new(lang);
    let day = |day| date(lang, day).into();
    match (period.from(), period.to()) {
        (Some(from), Some(to)) => {
            let ends = [("from", day(from)), ("to", day(to))];
            Some(words.with("period-from-to", &ends))
        }
        (Some(from), None) => Some(words.with("period-since", &[("from", day(from))])),
        (None, Some(to)) => Some(words.with("period-until", &[("to", day(to))])),
        (None, None) => None,
    }
}
