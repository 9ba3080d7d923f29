//! A governing body: what everybody may know of it, and apart from it what only its desk may.
//!
//! The two are distinct types: a page that holds a [`Body`] has nothing private to leak.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::documents::FoundingDocument;
use crate::areas::Area;
use crate::ids::Slug;
use crate::journal::Author;
use crate::people::{Email, PersonName};
use crate::periods::Period;
use crate::private::{Private, Stored};
use crate::proposals::Prose;
use crate::seats::Seat;

/// A governing body, as everybody may see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// Readable address, for ever: `/gouvernances/<slug>`.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// On what it stands.
    pub seat: Seat,
    /// What it covers: an explicit set, whatever its seat.
    #[serde(default)]
    pub area: Area,
    /// From when to when it exists.
    #[serde(default)]
    pub period: Period,
    /// Who runs it, where somebody does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub run_by: Option<Slug>,
    /// What it stands on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub founding: Vec<FoundingDocument>,
    /// Whom one writes to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub referents: Vec<Referent>,
    /// What it is for, in a few lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Prose>,
}

/// The contact of a body, by function: a desk that answers, not a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referent {
    /// Where they work.
    pub organisation: Slug,
    /// What they are there: "référente numérique du département".
    pub function: String,
    /// Public address of the function.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
    /// Public number of the function, international.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// From when to when.
    #[serde(default)]
    pub period: Period,
}

impl Body {
    /// Whether it exists on a day.
    #[must_use]
    pub fn is_on(&self, day: NaiveDate) -> bool {
        self.period.holds(day)
    }

    /// Its contacts of a day.
    pub fn referents_on(&self, day: NaiveDate) -> impl Iterator<Item = &Referent> {
        self.referents
            .iter()
            .filter(move |one| one.period.holds(day))
    }
}

/// What the desk of a body keeps of it. It is not a part of [`Body`] and cannot be serialised into a page.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct BodyFile {
    /// Of which body.
    pub body: Slug,
    /// How it goes, for those who follow it.
    #[serde(default)]
    pub follow_up: Option<Private<FollowUpNote>>,
    /// Who the referents are.
    #[serde(default)]
    pub people: Vec<Private<NamedReferent>>,
}

/// A [`BodyFile`] on its way to storage.
#[derive(Serialize)]
pub struct StoredBodyFile<'a> {
    body: &'a Slug,
    #[serde(skip_serializing_if = "Option::is_none")]
    follow_up: Option<Stored<'a, FollowUpNote>>,
    people: Vec<Stored<'a, NamedReferent>>,
}

impl BodyFile {
    /// One of which nothing is kept yet.
    #[must_use]
    pub const fn empty(body: Slug) -> Self {
        Self {
            body,
            follow_up: None,
            people: Vec::new(),
        }
    }

    /// As storage writes it, and nobody else.
    #[must_use]
    pub fn for_storage(&self) -> StoredBodyFile<'_> {
        StoredBodyFile {
            body: &self.body,
            follow_up: self.follow_up.as_ref().map(Private::for_storage),
            people: self.people.iter().map(Private::for_storage).collect(),
        }
    }

    /// The first day after which somebody is to be forgotten; nothing where nobody's mandate has an end.
    #[must_use]
    pub fn forget_after(&self) -> Option<NaiveDate> {
        let ends = self.people.iter().filter_map(|one| one.inner().period.to());
        ends.min()
    }

    /// The same without those whose mandate is over.
    #[must_use]
    pub fn forgotten(mut self, day: NaiveDate) -> Self {
        self.people.retain(|one| !one.inner().period.is_over(day));
        self
    }
}

/// How a body goes, as a level above notes it: the earlier national platform had this, the present one lost it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUpNote {
    /// In words.
    pub words: Prose,
    /// What is difficult, where something is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub difficulty: Option<Prose>,
    /// Who wrote it last.
    pub by: Author,
    /// When.
    pub at: DateTime<Utc>,
}

/// The person behind a function.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedReferent {
    /// How they are called.
    pub name: PersonName,
    /// Where they work.
    pub organisation: Slug,
    /// Behind which of its functions, as the body shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub function: Option<String>,
    /// From when to when.
    #[serde(default)]
    pub period: Period,
}

impl NamedReferent {
    /// Whether they are the person behind a function.
    #[must_use]
    pub fn is_behind(&self, referent: &Referent) -> bool {
        self.organisation == referent.organisation
            && self.function.as_ref() == Some(&referent.function)
    }

    /// The same, until a day at the latest. A mandate that had not begun on that day is over on it.
    #[must_use]
    pub fn ended(mut self, last: NaiveDate) -> Self {
        let ended = self.period.ended(last);
        let ended = ended.or_else(|| Period::new(None, Some(last)).ok());
        self.period = ended.unwrap_or(self.period);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_of_an_older_installation_reads_back_with_what_it_has() {
        let text = r#"{"slug":"ille-et-vilaine","name":"Gouvernance","seat":"departement-35"}"#;
        let body: Body = serde_json::from_str(text).unwrap();
        assert!(body.area.is_empty());
        assert_eq!(body.period, Period::ALWAYS);
        let again = serde_json::to_string(&body).unwrap();
        assert_eq!(serde_json::from_str::<Body>(&again).unwrap(), body);
    }

    #[test]
    fn what_the_desk_keeps_reads_back_and_is_shown_by_no_log() {
        let text = r#"{"body":"b","follow_up":{"words":"Deux élus hésitent.","by":"operator",
            "at":"2024-01-15T09:00:00Z"},"people":[{"name":"Camille D.","organisation":"prefecture"}]}"#;
        let file: BodyFile = serde_json::from_str(text).unwrap();
        let stored = serde_json::to_string(&file.for_storage()).unwrap();
        assert_eq!(serde_json::from_str::<BodyFile>(&stored).unwrap(), file);
        let shown = format!("{file:?}");
        assert!(
            !shown.contains("hésitent") && !shown.contains("Camille"),
            "{shown}"
        );
    }

    #[test]
    fn whose_mandate_is_over_is_forgotten_the_day_after() {
        let text = r#"{"body":"b","people":[{"name":"Camille D.","organisation":"prefecture",
            "period":{"to":"2024-08-31"}},{"name":"Sacha M.","organisation":"prefecture"}]}"#;
        let file: BodyFile = serde_json::from_str(text).unwrap();
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(file.forget_after(), Some(day("2024-08-31")));
        assert_eq!(file.clone().forgotten(day("2024-08-31")), file);
        let after = file.forgotten(day("2024-09-01"));
        assert_eq!((after.people.len(), after.forget_after()), (1, None));
    }

    #[test]
    fn a_name_stands_behind_one_function_and_ends_with_it() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let text = r#"{"name":"Camille D.","organisation":"prefecture","function":"référente"}"#;
        let named: NamedReferent = serde_json::from_str(text).unwrap();
        let referent = |function: &str| Referent {
            organisation: "prefecture".parse().unwrap(),
            function: function.to_owned(),
            email: None,
            phone: None,
            period: Period::ALWAYS,
        };
        assert!(named.is_behind(&referent("référente")));
        assert!(!named.is_behind(&referent("adjointe")));
        let last = day("2024-08-31");
        assert_eq!(named.clone().ended(last).period.to(), Some(last));
        let later = NamedReferent {
            period: Period::since(day("2025-01-01")),
            ..named
        };
        assert!(later.ended(last).period.is_over(day("2024-09-01")));
    }

    #[test]
    fn a_referent_answers_for_the_days_of_their_mandate() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let mut body: Body =
            serde_json::from_str(r#"{"slug":"b","name":"B","seat":"pays-fr"}"#).unwrap();
        body.referents.push(Referent {
            organisation: "prefecture".parse().unwrap(),
            function: "sous-préfet référent".to_owned(),
            email: None,
            phone: None,
            period: Period::new(Some(day("2023-09-01")), Some(day("2024-08-31"))).unwrap(),
        });
        assert_eq!(body.referents_on(day("2024-01-15")).count(), 1);
        assert_eq!(body.referents_on(day("2024-09-01")).count(), 0);
    }
}
