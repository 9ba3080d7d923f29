//! What a body decides: numbered by body and year, dissent kept, followed up until it is done.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::ids::{MeetingId, Slug};
use crate::proposals::Prose;

/// The number of a decision within its body: `2023-4` is the fourth of 2023. Never given twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DecisionNumber {
    year: u16,
    rank: u16,
}

/// A text that numbers no decision.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0:?} is not the number of a decision")]
pub struct NotADecision(pub String);

impl DecisionNumber {
    /// The first of a year.
    #[must_use]
    pub const fn first_of(year: u16) -> Self {
        Self { year, rank: 1 }
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }
}

/// The number that follows those that a body gave in a year, whatever gaps they have.
#[must_use]
pub fn next_number(given: impl IntoIterator<Item = DecisionNumber>, year: u16) -> DecisionNumber {
    let of_year = given.into_iter().filter(|one| one.year == year);
    let last = of_year.map(|one| one.rank).max().unwrap_or(0);
    DecisionNumber {
        year,
        rank: last.saturating_add(1),
    }
}

impl fmt::Display for DecisionNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{}", self.year, self.rank)
    }
}

impl FromStr for DecisionNumber {
    type Err = NotADecision;

    fn from_str(text: &str) -> Result<Self, NotADecision> {
        let read = || {
            let (year, rank) = text.split_once('-')?;
            let year = (year.len() == 4).then(|| year.parse().ok()).flatten()?;
            let rank = rank.parse().ok().filter(|rank| *rank > 0)?;
            Some(Self { year, rank })
        };
        read()
            .filter(|number| number.to_string() == text)
            .ok_or_else(|| NotADecision(text.to_owned()))
    }
}

impl TryFrom<String> for DecisionNumber {
    type Error = NotADecision;

    fn try_from(text: String) -> Result<Self, NotADecision> {
        text.parse()
    }
}

impl From<DecisionNumber> for String {
    fn from(number: DecisionNumber) -> Self {
        number.to_string()
    }
}

/// A decision of a body, named from elsewhere: `ille-et-vilaine/2023-4`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DecisionRef {
    /// The body.
    pub body: Slug,
    /// Its number there.
    pub number: DecisionNumber,
}

impl fmt::Display for DecisionRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.body, self.number)
    }
}

impl FromStr for DecisionRef {
    type Err = NotADecision;

    fn from_str(text: &str) -> Result<Self, NotADecision> {
        let refused = || NotADecision(text.to_owned());
        let (body, number) = text.split_once('/').ok_or_else(refused)?;
        Ok(Self {
            body: body.parse().map_err(|_not_a_slug| refused())?,
            number: number.parse()?,
        })
    }
}

impl TryFrom<String> for DecisionRef {
    type Error = NotADecision;

    fn try_from(text: String) -> Result<Self, NotADecision> {
        text.parse()
    }
}

impl From<DecisionRef> for String {
    fn from(decision: DecisionRef) -> Self {
        decision.to_string()
    }
}

/// A member who does not agree, and is heard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dissent {
    /// Who.
    pub organisation: Slug,
    /// Why, in its words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Prose>,
    /// Whether it wants to be named where the decision is published.
    #[serde(default)]
    pub public: bool,
}

/// Who does what was decided, by when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    /// Who answers for it.
    pub owner: Slug,
    /// By when, the day included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// When it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<NaiveDate>,
}

impl FollowUp {
    /// Whether it should be done by a day and is not.
    #[must_use]
    pub fn is_late(&self, day: NaiveDate) -> bool {
        let done = self.done.is_some_and(|done| done <= day);
        !done && self.due.is_some_and(|due| due < day)
    }
}

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Body and number.
    pub decision: DecisionRef,
    /// At which meeting.
    pub meeting: MeetingId,
    /// The day.
    pub on: NaiveDate,
    /// In one line.
    pub title: String,
    /// In full.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Prose>,
    /// Who is bound by it; everybody in the body where nobody is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub binds: Vec<Slug>,
    /// Who did not agree.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dissent: Vec<Dissent>,
    /// What is to be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follow_up: Option<FollowUp>,
    /// The day on which it was published; private before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<NaiveDate>,
}

/// What everybody may read of a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PublicDecision<'a> {
    /// Body and number.
    pub decision: &'a DecisionRef,
    /// The day.
    pub on: NaiveDate,
    /// In one line.
    pub title: &'a str,
    /// In full.
    pub text: Option<&'a Prose>,
    /// Who did not agree and wants it known.
    pub dissent: Vec<&'a Dissent>,
    /// How many did not agree, named or not.
    pub against: usize,
}

impl Decision {
    /// What everybody may read of it, once it is published.
    #[must_use]
    pub fn public_on(&self, day: NaiveDate) -> Option<PublicDecision<'_>> {
        self.published.filter(|on| *on <= day)?;
        Some(PublicDecision {
            decision: &self.decision,
            on: self.on,
            title: &self.title,
            text: self.text.as_ref(),
            dissent: self.dissent.iter().filter(|one| one.public).collect(),
            against: self.dissent.len(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn numbers_follow_one_another_within_a_year_and_are_never_given_twice() {
        let read = |text: &str| text.parse::<DecisionNumber>().unwrap();
        let given = [read("2023-1"), read("2023-4"), read("2024-9")];
        assert_eq!(next_number(given, 2023), read("2023-5"));
        assert_eq!(next_number(given, 2025), DecisionNumber::first_of(2025));
        for text in ["2023", "2023-0", "23-1", "2023-01", "2023-+1", "2023-x"] {
            assert!(text.parse::<DecisionNumber>().is_err(), "{text}");
        }
        let named = "ille-et-vilaine/2023-4".parse::<DecisionRef>().unwrap();
        assert_eq!(named.to_string(), "ille-et-vilaine/2023-4");
    }

    #[test]
    fn what_was_to_be_done_is_late_the_day_after_until_it_is_done() {
        let mut follow_up = FollowUp {
            owner: "ccas".parse().unwrap(),
            due: Some(day("2024-03-31")),
            done: None,
        };
        assert!(!follow_up.is_late(day("2024-03-31")));
        assert!(follow_up.is_late(day("2024-04-01")));
        follow_up.done = Some(day("2024-04-10"));
        assert!(follow_up.is_late(day("2024-04-05")), "as it was that day");
        assert!(!follow_up.is_late(day("2024-04-10")));
    }

    #[test]
    fn a_decision_is_private_until_it_is_published_and_dissent_is_named_with_consent() {
        let dissent = |who: &str, public| Dissent {
            organisation: who.parse().unwrap(),
            words: None,
            public,
        };
        let mut decision = Decision {
            decision: "b/2023-1".parse().unwrap(),
            meeting: MeetingId::from_parts(1, [1; 10]),
            on: day("2023-12-14"),
            title: "Valider la feuille de route".to_owned(),
            text: None,
            binds: Vec::new(),
            dissent: vec![dissent("a", true), dissent("c", false)],
            follow_up: None,
            published: None,
        };
        assert_eq!(decision.public_on(day("2030-01-01")), None);
        decision.published = Some(day("2024-01-10"));
        assert_eq!(decision.public_on(day("2024-01-09")), None);
        let public = decision.public_on(day("2024-01-10")).unwrap();
        assert_eq!((public.dissent.len(), public.against), (1, 2));
        assert!(!serde_json::to_string(&public).unwrap().contains("\"c\""));
    }
}
