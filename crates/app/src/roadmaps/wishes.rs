//! What a roadmap is over: title, period, what it covers; typed, read, and compared part by part.

use portulan_model::proposals::Prose;
use portulan_model::roadmaps::Roadmap;
use portulan_model::{Area, Period};

use super::Fault;
use super::form::{LONGEST_TITLE, Typed, date};
use crate::Directory;
use crate::areas;
use crate::editing::conflicts::Fielded;
use crate::naming::Unnamed;

/// What a roadmap is over.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Wish {
    /// Its title.
    pub title: String,
    /// Over which period.
    pub period: Period,
    /// What it covers.
    pub area: Area,
}

/// A part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WishPart {
    /// The title.
    Title,
    /// The period.
    Period,
    /// What it covers.
    Area,
}

impl WishPart {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Title, Self::Period, Self::Area];

    /// The word of addresses and of messages.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Title => "titre",
            Self::Period => "periode",
            Self::Area => "communes",
        }
    }
}

impl Wish {
    /// What a roadmap is over.
    #[must_use]
    pub fn of(roadmap: &Roadmap) -> Self {
        Self {
            title: roadmap.title.clone(),
            period: roadmap.period,
            area: roadmap.area.clone(),
        }
    }

    /// Fills the form.
    #[must_use]
    pub fn fill(&self, directory: &Directory) -> Vec<(String, String)> {
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
        vec![
            ("titre".to_owned(), self.title.clone()),
            ("du".to_owned(), day(self.period.from()).unwrap_or_default()),
            ("au".to_owned(), day(self.period.to()).unwrap_or_default()),
            (
                "communes".to_owned(),
                areas::typed(&directory.reference, &self.area),
            ),
        ]
    }

    /// Reads the form, or says all that is wrong.
    pub fn read(directory: &Directory, pairs: &[(String, String)]) -> Result<Self, Vec<Fault>> {
        let typed = Typed(pairs);
        let mut wrong = Vec::new();
        let title = Prose::line(typed.text("titre"), LONGEST_TITLE);
        let title = title.unwrap_or_else(|_too_long| {
            wrong.push(Fault::new("titre", "roadmap-wrong-long-title"));
            Some(String::new())
        });
        if title.is_none() {
            wrong.push(Fault::new("titre", "roadmap-wrong-no-title"));
        }
        let (from, to) = (date(typed, "du", &mut wrong), date(typed, "au", &mut wrong));
        for (name, _) in [("du", from), ("au", to)]
            .iter()
            .filter(|(_, day)| day.is_none())
        {
            if typed.text(name).is_empty() {
                wrong.push(Fault::new(*name, "roadmap-wrong-no-day"));
            }
        }
        let period = Period::new(from, to).unwrap_or_else(|_backwards| {
            wrong.push(Fault::new("au", "roadmap-wrong-backwards"));
            Period::ALWAYS
        });
        let area = match areas::read(&directory.reference, typed.text("communes")) {
            Ok(area) if area.is_empty() => {
                wrong.push(Fault::new("communes", "roadmap-wrong-no-area"));
                area
            }
            Ok(area) => area,
            Err(unnamed) => {
                let unknown = Unnamed::texts(&unnamed);
                wrong.push(Fault::told("communes", "roadmap-wrong-communes", unknown));
                Area::default()
            }
        };
        if wrong.is_empty() {
            Ok(Self {
                title: title.unwrap_or_default(),
                period,
                area,
            })
        } else {
            Err(wrong)
        }
    }
}

impl Fielded for Wish {
    type Field = WishPart;

    fn same(part: WishPart, a: &Self, b: &Self) -> bool {
        match part {
            WishPart::Title => a.title == b.title,
            WishPart::Period => a.period == b.period,
            WishPart::Area => a.area == b.area,
        }
    }

    fn copy(part: WishPart, from: &Self, to: &mut Self) {
        match part {
            WishPart::Title => to.title.clone_from(&from.title),
            WishPart::Period => to.period = from.period,
            WishPart::Area => to.area.clone_from(&from.area),
        }
    }
}
