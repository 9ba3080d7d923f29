//! What is counted of the audience: that a page was looked at, or that a need or a commune was asked for.
//!
//! A count knows what was shown and the day, never who looked. A need and a commune that were asked for together are
//! counted apart: the two of them would tell too much of a small commune.

use chrono::{Datelike, NaiveDate};
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

use crate::codes::CommuneCode;
use crate::ids::PlaceId;
use crate::lists::{ClosedList as _, Service};

/// What was looked at, or asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Viewed {
    /// The first page.
    Home,
    /// A list of results.
    Results,
    /// The page of a place.
    Place(PlaceId),
    /// The sheet of a place, to be printed.
    Sheet(PlaceId),
    /// The page of a territory.
    Territory,
    /// The poster of a territory.
    Poster,
    /// Open data and what is said of the site.
    Information,
    /// A need that was asked for.
    Need(Service),
    /// A commune in which help was looked for.
    Commune(CommuneCode),
}

/// A word and an object that name nothing that is counted.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("not something that is counted: {0}")]
pub struct NotCounted(pub String);

impl Viewed {
    /// The kinds of pages.
    pub const PAGES: [&'static str; 7] = [
        "accueil",
        "recherche",
        "lieu",
        "fiche",
        "territoire",
        "affiche",
        "information",
    ];
    /// The kind of the pages of places.
    pub const PLACE: &'static str = "lieu";
    /// The kind of their sheets.
    pub const SHEET: &'static str = "fiche";
    /// The kind of needs.
    pub const NEED: &'static str = "besoin";
    /// The kind of communes.
    pub const COMMUNE: &'static str = "commune";

    /// The word of its kind.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Home => "accueil",
            Self::Results => "recherche",
            Self::Place(_) => Self::PLACE,
            Self::Sheet(_) => Self::SHEET,
            Self::Territory => "territoire",
            Self::Poster => "affiche",
            Self::Information => "information",
            Self::Need(_) => Self::NEED,
            Self::Commune(_) => Self::COMMUNE,
        }
    }

    /// Which one of its kind; nothing for pages that are counted together.
    #[must_use]
    pub fn object(&self) -> String {
        match self {
            Self::Place(id) | Self::Sheet(id) => id.to_string(),
            Self::Need(need) => need.slug().to_owned(),
            Self::Commune(code) => code.as_str().to_owned(),
            Self::Home | Self::Results | Self::Territory | Self::Poster | Self::Information => {
                String::new()
            }
        }
    }

    /// Reads back its kind and its object.
    pub fn read(kind: &str, object: &str) -> Result<Self, NotCounted> {
        let wrong = || NotCounted(format!("{kind} {object}"));
        let place = || object.parse().map_err(|_no_id| wrong());
        Ok(match kind {
            "accueil" => Self::Home,
            "recherche" => Self::Results,
            Self::PLACE => Self::Place(place()?),
            Self::SHEET => Self::Sheet(place()?),
            "territoire" => Self::Territory,
            "affiche" => Self::Poster,
            "information" => Self::Information,
            Self::NEED => Self::Need(Service::from_slug(object).map_err(|_no_need| wrong())?),
            Self::COMMUNE => Self::Commune(object.parse().map_err(|_no_code| wrong())?),
            _ => return Err(wrong()),
        })
    }
}

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month {
    /// The year.
    pub year: i32,
    /// From 1.
    pub month: u32,
}

impl Month {
    /// The month of a day.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self {
            year: day.year(),
            month: day.month(),
        }
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year, self.month, 1)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl FromStr for Month {
    type Err = NotCounted;

    fn from_str(text: &str) -> Result<Self, NotCounted> {
        let day = format!("{text}-01").parse::<NaiveDate>();
        day.map(Self::of)
            .map_err(|_no_month| NotCounted(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_reads_back_from_its_kind_and_object() {
        let place = PlaceId::from_parts(7, [1; 10]);
        let all = [
            Viewed::Home,
            Viewed::Results,
            Viewed::Place(place),
            Viewed::Sheet(place),
            Viewed::Territory,
            Viewed::Poster,
            Viewed::Information,
            Viewed::Need(Service::ALL[0]),
            Viewed::Commune("35238".parse().unwrap()),
        ];
        for one in all {
            assert_eq!(Viewed::read(one.kind(), &one.object()), Ok(one));
        }
        let pages = all.iter().map(Viewed::kind).take(Viewed::PAGES.len());
        assert!(pages.eq(Viewed::PAGES));
        assert!(Viewed::read("lieu", "partout").is_err());
        assert!(Viewed::read("adresse", "192.0.2.1").is_err());
    }

    #[test]
    fn a_month_reads_back_from_its_text() {
        let month = Month::of(NaiveDate::from_ymd_opt(2026, 3, 31).unwrap());
        assert_eq!(month.to_string(), "2026-03");
        assert_eq!("2026-03".parse(), Ok(month));
        assert!("2026-13".parse::<Month>().is_err());
    }
}
