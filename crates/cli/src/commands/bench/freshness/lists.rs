//! Three vintages of one list: the France services of `PORTULAN_SHARED`, or made ones where they are not there.

use std::fs::File;
use std::path::Path;

use chrono::{NaiveDate, Weekday};
use flate2::read::MultiGzDecoder;
use portulan_freshness::Stretch;
use portulan_hours::french::read_week;
use portulan_hours::{Hours, Zone};
use portulan_model::Position;
use portulan_text::Phone;
use serde::Deserialize;

use super::made;
use crate::outcome::Failure;

/// The files, in their order.
pub(super) const FILES: [&str; 3] = [
    "france-services-2022-12.csv.gz",
    "france-services-2023.csv.gz",
    "france-services-2024-08.csv.gz",
];

/// A row, read as the program reads places.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) department: String,
    pub(super) commune: String,
    pub(super) name: String,
    pub(super) street: String,
    pub(super) position: Option<Position>,
    /// In one writing.
    pub(super) phone: Option<String>,
    /// In lower case.
    pub(super) email: Option<String>,
    /// When it is open in a plain week.
    pub(super) week: Option<Vec<Stretch>>,
    pub(super) itinerant: bool,
    /// The day it was labelled: its opening.
    pub(super) opened: Option<NaiveDate>,
}

/// The vintages, and what they are.
pub(super) struct Lists {
    pub(super) kind: &'static str,
    pub(super) vintages: [Vec<Row>; 3],
}

impl Lists {
    /// The real files where all three are there, else made ones.
    pub(super) fn open(shared: &Path) -> Result<Self, Failure> {
        let folder = shared.join("data/lieux");
        if !FILES.iter().all(|file| folder.join(file).is_file()) {
            return Ok(Self {
                kind: "generated",
                vintages: made::vintages(),
            });
        }
        let [first, second, third] = FILES.map(|file| read(&folder.join(file)));
        Ok(Self {
            kind: "france-services",
            vintages: [first?, second?, third?],
        })
    }
}

/// The columns that are used.
#[derive(Deserialize)]
struct Line {
    id_fs: String,
    insee_dep: String,
    lib_fs: String,
    adresse: String,
    latitude: String,
    longitude: String,
    telephone: String,
    h_lundi: String,
    h_mardi: String,
    h_mercredi: String,
    h_jeudi: String,
    h_vendredi: String,
    h_samedi: String,
    itinerance: String,
    labellisation: String,
    courriel: String,
    code_insee: String,
}

fn read(path: &Path) -> Result<Vec<Row>, Failure> {
    let refused =
        |error: &dyn std::fmt::Display| Failure::Refused(format!("{} : {error}", path.display()));
    let file = File::open(path).map_err(|error| refused(&error))?;
    let mut table = csv::Reader::from_reader(MultiGzDecoder::new(file));
    table
        .deserialize::<Line>()
        .map(|line| line.map(Row::from).map_err(|error| refused(&error)))
        .collect()
}

impl From<Line> for Row {
    fn from(line: Line) -> Self {
        let position = line.latitude.parse().ok().zip(line.longitude.parse().ok());
        let days = [
            (Weekday::Mon, line.h_lundi.as_str()),
            (Weekday::Tue, line.h_mardi.as_str()),
            (Weekday::Wed, line.h_mercredi.as_str()),
            (Weekday::Thu, line.h_jeudi.as_str()),
            (Weekday::Fri, line.h_vendredi.as_str()),
            (Weekday::Sat, line.h_samedi.as_str()),
        ];
        Self {
            phone: phone(&line.telephone, &line.insee_dep),
            email: Some(line.courriel.trim().to_lowercase()).filter(|email| !email.is_empty()),
            week: week(&days),
            itinerant: line.itinerance.trim() == "Oui",
            opened: date(&line.labellisation),
            position: position.and_then(|(lat, lon)| Position::new(lat, lon).ok()),
            id: line.id_fs,
            department: line.insee_dep,
            commune: line.code_insee,
            name: line.lib_fs,
            street: line.adresse,
        }
    }
}

/// A number as the program writes it; one that it cannot read is compared by its digits.
fn phone(text: &str, department: &str) -> Option<String> {
    let digits = || {
        text.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    Phone::parse(text, Some(department))
        .map_or_else(
            |_unread| Some(digits()),
            |phone| Some(phone.as_str().to_owned()),
        )
        .filter(|number| !number.is_empty())
}

/// The cells of a week as stretches: two writings of the same hours give the same. Nothing where nothing was read.
pub(super) fn week(days: &[(Weekday, &str)]) -> Option<Vec<Stretch>> {
    let monday = NaiveDate::from_ymd_opt(2024, 3, 4)?;
    let read = read_week(days).osm?;
    let hours = Hours::parse(&read, Zone::default()).ok()?;
    let week = hours.week(monday);
    let stretches = week.iter().enumerate().flat_map(|(rank, day)| {
        let ranges = day.ranges.iter();
        ranges.map(move |range| (rank, range.from, range.to))
    });
    Some(stretches.collect())
}

/// The date in "Espace labellisé 01/02/2020".
fn date(text: &str) -> Option<NaiveDate> {
    text.split_whitespace()
        .find_map(|word| NaiveDate::parse_from_str(word, "%d/%m/%Y").ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_writings_of_the_same_hours_are_one_week() {
        let of = |text| week(&[(Weekday::Mon, text)]).unwrap();
        assert_eq!(
            of("09:00 - 12:00 / 13:30 - 17:00"),
            of("9h-12h et 13h30-17h")
        );
        assert_ne!(of("09:00 - 12:00"), of("09:00 - 12:30"));
        assert_eq!(week(&[(Weekday::Mon, "")]), None);
    }

    #[test]
    fn the_day_of_the_label_is_found_in_its_sentence() {
        let day = NaiveDate::from_ymd_opt(2020, 2, 1);
        assert_eq!(date("Espace labellisé 01/02/2020"), day);
        assert_eq!(date("en attente"), None);
    }
}
