//! `bench geocode`: how many written texts are placed right, of how many, on an installation as it stands.
//!
//! Two files are known, told apart by their headers: cases of geocoders (`genre`, `query`, what is expected) and
//! addresses with published coordinates (`adresse`, `lat`, `lon`).

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use csv::StringRecord;
use flate2::read::MultiGzDecoder;
use portulan_app::Directory;
use portulan_geo::{Found, Spot, distance_m};
use portulan_i18n::{Lang, decimal};
use portulan_model::Position;
use portulan_text::fold;
use serde::Serialize;

use super::timing::{float, rounded};
use crate::args::Place;
use crate::commands::open;
use crate::outcome::{Failure, print_json, say};
use crate::words::words;

/// An address is placed when its spot lies within this distance of the published coordinates.
const NEAR_M: f64 = 500.0;

/// A share with its denominator.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Share {
    /// What is counted: the kind of case, then the criterion.
    what: String,
    right: usize,
    of: usize,
    percent: f64,
}

impl Share {
    fn new(what: String, right: usize, of: usize) -> Self {
        Self {
            what,
            right,
            of,
            percent: rounded(100.0 * float(right) / float(of.max(1)), 1),
        }
    }
}

/// Counts and prints.
pub(crate) async fn geocode(place: &Place, file: &Path, json: bool) -> Result<(), Failure> {
    let rows = Rows::read(file)?;
    let app = open(place).await?;
    let directory = app.directory();
    let shares = if rows.has("genre") && rows.has("query") {
        cases(&rows, &directory)
    } else if rows.has("adresse") && rows.has("lat") && rows.has("lon") {
        addresses(&rows, &directory)
    } else {
        let headers = rows.headers.iter().collect::<Vec<_>>().join(", ");
        return Err(Failure::Refused(
            words().with("bench-geocode-unknown", &[("headers", headers.into())]),
        ));
    };
    if json {
        return print_json(&shares);
    }
    for share in &shares {
        let percent = decimal(Lang::Fr, share.percent, 1);
        let what = words().get(&format!("bench-geocode-{}", share.what.replace(' ', "-")));
        say(&words().with(
            "bench-geocode-share",
            &[
                ("what", what.into()),
                ("right", share.right.into()),
                ("of", share.of.into()),
                ("percent", percent.into()),
            ],
        ));
    }
    Ok(())
}

/// A table in memory.
struct Rows {
    headers: StringRecord,
    rows: Vec<StringRecord>,
}

impl Rows {
    fn read(file: &Path) -> Result<Self, Failure> {
        let refused = |error: &dyn std::fmt::Display| {
            Failure::Refused(format!("{} : {error}", file.display()))
        };
        let open = BufReader::new(File::open(file).map_err(|error| refused(&error))?);
        let packed = file.extension().is_some_and(|extension| extension == "gz");
        let reader: Box<dyn Read> = if packed {
            Box::new(MultiGzDecoder::new(open))
        } else {
            Box::new(open)
        };
        let mut table = csv::ReaderBuilder::new().flexible(true).from_reader(reader);
        let headers = table.headers().map_err(|error| refused(&error))?.clone();
        let rows = table
            .records()
            .collect::<Result<Vec<_>, _>>()
            .map_err(|error| refused(&error))?;
        Ok(Self { headers, rows })
    }

    fn has(&self, name: &str) -> bool {
        self.headers.iter().any(|header| header == name)
    }

    fn get<'a>(&self, row: &'a StringRecord, name: &str) -> &'a str {
        let column = self.headers.iter().position(|header| header == name);
        column
            .and_then(|column| row.get(column))
            .unwrap_or_default()
            .trim()
    }

    fn position(&self, row: &StringRecord, lat: &str, lon: &str) -> Option<Position> {
        Position::new(
            self.get(row, lat).parse().ok()?,
            self.get(row, lon).parse().ok()?,
        )
        .ok()
    }
}

fn spots(directory: &Directory, text: &str) -> Vec<Spot> {
    match directory.geocoder.find(text) {
        Found::Nothing => Vec::new(),
        Found::One(spot) => vec![spot],
        Found::Several(spots) => spots,
    }
}

/// Cases of geocoders: administrative names must bear the name expected; other texts must lie in the commune expected.
fn cases(rows: &Rows, directory: &Directory) -> Vec<Share> {
    let mut counts: BTreeMap<(bool, &str), [usize; 3]> = BTreeMap::new();
    for row in &rows.rows {
        let kind = rows.get(row, "genre");
        let Some(expected) = Expected::read(rows, row) else {
            continue;
        };
        let found = spots(directory, rows.get(row, "query"));
        let count = counts.entry((kind != "admin", kind)).or_default();
        count[0] += 1;
        count[1] += usize::from(
            found
                .first()
                .is_some_and(|spot| expected.is(spot, directory)),
        );
        count[2] += usize::from(found.iter().any(|spot| expected.is(spot, directory)));
    }
    let shares = counts
        .into_iter()
        .flat_map(|((_, kind), [asked, first, offered])| {
            [
                Share::new(format!("{kind} first"), first, asked),
                Share::new(format!("{kind} offered"), offered, asked),
            ]
        });
    shares.collect()
}

/// What a case expects.
enum Expected {
    /// A territory of this name, folded.
    Name(String),
    /// A spot in a commune of this name, folded, or with this postcode.
    Commune { name: String, postcode: String },
}

impl Expected {
    fn read(rows: &Rows, row: &StringRecord) -> Option<Self> {
        let name = fold(rows.get(row, "expected_name"));
        let city = fold(rows.get(row, "expected_city"));
        if rows.get(row, "genre") == "admin" {
            let name = if name.is_empty() { city } else { name };
            return (!name.is_empty()).then_some(Self::Name(name));
        }
        // Files lose the zero of "01000".
        let postcode = rows.get(row, "expected_postcode");
        let postcode = if postcode.is_empty() {
            String::new()
        } else {
            format!("{postcode:0>5}")
        };
        (!city.is_empty() || !postcode.is_empty()).then_some(Self::Commune {
            name: city,
            postcode,
        })
    }

    fn is(&self, spot: &Spot, directory: &Directory) -> bool {
        match self {
            Self::Name(name) => fold(&spot.label) == *name,
            Self::Commune { name, postcode } => {
                let commune = spot
                    .commune
                    .and_then(|code| directory.reference.commune(&code));
                commune.is_some_and(|commune| {
                    fold(&commune.name) == *name
                        || commune
                            .postcodes
                            .iter()
                            .any(|known| known.as_str() == postcode)
                })
            }
        }
    }
}

/// Addresses with published coordinates.
fn addresses(rows: &Rows, directory: &Directory) -> Vec<Share> {
    let (mut asked, mut near, mut commune_level, mut right) = (0, 0, 0, 0);
    for row in &rows.rows {
        let Some(published) = rows.position(row, "lat", "lon") else {
            continue;
        };
        asked += 1;
        let (street, postcode) = (rows.get(row, "adresse"), rows.get(row, "code_postal"));
        let found = spots(
            directory,
            &format!("{street}, {postcode} {}", rows.get(row, "commune")),
        );
        let Some(spot) = found.first() else {
            continue;
        };
        right += usize::from(
            spot.commune
                .is_some_and(|code| code.as_str() == rows.get(row, "code_insee")),
        );
        if spot
            .position
            .is_some_and(|position| distance_m(position, published) <= NEAR_M)
        {
            near += 1;
            commune_level += usize::from(spot.fallback);
        }
    }
    vec![
        Share::new("address near".to_owned(), near, asked),
        Share::new(
            "address near at commune level".to_owned(),
            commune_level,
            near,
        ),
        Share::new("address right commune".to_owned(), right, asked),
    ]
}
