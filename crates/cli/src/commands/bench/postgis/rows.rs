//! The same places as rows, with the indexes that PostgreSQL would be given for such questions.
//!
//! Opening hours are worked out beforehand into a table of intervals per day, as compiled as ours, so that "open at T"
//! is a join there and not a calculation.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::sync::Arc;

use chrono::{DateTime, Days, NaiveDate, Utc};
use portulan_freshness::Outlook;
use portulan_hours::{Hours, OpenState, Timetable, Zone};
use portulan_model::{ClosedList, Place, PlaceRecord, Service, SessionAudience, ValueSet};
use portulan_text::search_tokens;

/// Days around today whose intervals are worked out.
const DAYS: u64 = 9;

const TABLES: &str = "
CREATE TABLE place(id int, words tsvector, name_words tsvector, text text, position geometry(Point, 4326),
  services smallint[], publics smallint[], care smallint[], fees smallint[], access smallint[], support smallint[],
  mobility smallint[], programmes smallint[], labels smallint[], networks text[], kinds text[], sources text[],
  confirmed date, probable date, building int);
CREATE TABLE slot(place int, services smallint[], timetable int);
CREATE TABLE timetable(id int, zone text);
CREATE TABLE opening(timetable int, day date, from_minute smallint, to_minute smallint, state smallint);
";
const INDEXES: &str = "
ALTER TABLE place ADD PRIMARY KEY (id);
ALTER TABLE timetable ADD PRIMARY KEY (id);
CREATE INDEX ON place USING gist (position);
CREATE INDEX ON place USING gin (words);
CREATE INDEX ON place USING gin (text gin_trgm_ops);
CREATE INDEX ON place USING gin (services);
CREATE INDEX ON place USING gin (publics);
CREATE INDEX ON place USING gin (fees);
CREATE INDEX ON place USING gin (access);
CREATE INDEX ON place USING gin (support);
CREATE INDEX ON place USING gin (mobility);
CREATE INDEX ON place USING gin (programmes);
CREATE INDEX ON slot (place);
CREATE INDEX ON opening (day, from_minute, to_minute);
VACUUM ANALYZE;
";
/// What `COPY` reads as no value.
const NONE: &str = "\\N";

/// Writes the script that makes and fills the tables.
pub(super) fn write(
    places: &[Arc<Place>],
    now: DateTime<Utc>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut tables = Tables::default();
    let mut slots = String::new();
    out.write_all(TABLES.as_bytes())?;
    writeln!(out, "COPY place FROM STDIN;")?;
    for (place, id) in places.iter().zip(0_u32..) {
        let record = &place.record;
        let zone = Zone::of(record.address.insee);
        let hours = record
            .hours
            .as_deref()
            .and_then(|text| Hours::parse(text, zone).ok());
        let building = hours.map(|hours| tables.number(hours.into()));
        for (services, table) in sessions(record, zone) {
            let _infallible = writeln!(slots, "{id}\t{}\t{}", list(services), tables.number(table));
        }
        writeln!(out, "{id}\t{}", row(record, building))?;
    }
    writeln!(out, "\\.\nCOPY slot FROM STDIN;\n{slots}\\.")?;
    tables.write(now, out)?;
    out.write_all(INDEXES.as_bytes())
}

fn sessions(record: &PlaceRecord, zone: Zone) -> Vec<(ValueSet<Service>, Timetable)> {
    let held = record
        .sessions
        .iter()
        .filter(|session| session.audience == SessionAudience::Residents);
    let one = held.filter_map(|session| {
        let services = if session.services.is_empty() {
            record.services
        } else {
            session.services
        };
        Some((services, Timetable::of_session(session, zone).ok()?))
    });
    one.collect()
}

fn row(record: &PlaceRecord, building: Option<u32>) -> String {
    let outlook = Outlook::of_place(record);
    let name = search_tokens(&record.name);
    let titles = record
        .sessions
        .iter()
        .filter_map(|session| session.title.as_deref());
    let address = &record.address;
    let others = [
        address.street.as_deref(),
        address.complement.as_deref(),
        Some(&address.commune),
    ];
    let others = others
        .into_iter()
        .chain([record.parent.as_deref(), record.summary.as_deref()])
        .flatten();
    let mut words = name.clone();
    words.extend(others.chain(titles).flat_map(search_tokens));
    let position = record.position.map_or_else(
        || NONE.to_owned(),
        |position| format!("SRID=4326;POINT({} {})", position.lon(), position.lat()),
    );
    let fields = [
        words.join(" "),
        name.join(" "),
        words.join(" "),
        position,
        list(record.services),
        list(record.publics),
        list(record.care),
        list(record.fees),
        list(record.access),
        list(record.support),
        list(record.mobility),
        list(record.programmes),
        list(record.labels),
        texts(record.networks.iter().map(portulan_model::Slug::as_str)),
        texts(record.kinds.iter().map(String::as_str)),
        texts([record.external.source.as_str()].into_iter()),
        date(outlook.confirmed_until()),
        date(outlook.probable_until()),
        building.map_or_else(|| NONE.to_owned(), |number| number.to_string()),
    ];
    fields.join("\t")
}

fn date(date: Option<NaiveDate>) -> String {
    date.map_or_else(|| NONE.to_owned(), |date| date.to_string())
}

/// A set as an array of ranks.
fn list<L: ClosedList>(set: ValueSet<L>) -> String {
    let ranks: Vec<String> = set.iter().map(|value| value.rank().to_string()).collect();
    format!("{{{}}}", ranks.join(","))
}

/// Slugs and codes, which hold nothing to escape but what is dropped here.
fn texts<'a>(values: impl Iterator<Item = &'a str>) -> String {
    let plain = |value: &str| {
        value
            .chars()
            .filter(|c| !matches!(c, '"' | '\\' | '\t' | '\n'))
            .collect::<String>()
    };
    let quoted: Vec<String> = values
        .map(|value| format!("\"{}\"", plain(value)))
        .collect();
    format!("{{{}}}", quoted.join(","))
}

/// Distinct timetables, numbered.
#[derive(Default)]
struct Tables {
    numbers: HashMap<Timetable, u32>,
    all: Vec<Timetable>,
}

impl Tables {
    fn number(&mut self, table: Timetable) -> u32 {
        let next = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        let all = &mut self.all;
        *self.numbers.entry(table).or_insert_with_key(|table| {
            all.push(table.clone());
            next
        })
    }

    fn write(&self, now: DateTime<Utc>, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "COPY timetable FROM STDIN;")?;
        for (table, number) in self.all.iter().zip(0_u32..) {
            writeln!(out, "{number}\t{}", table.zone().clock().name())?;
        }
        writeln!(out, "\\.\nCOPY opening FROM STDIN;")?;
        let first = now
            .date_naive()
            .checked_sub_days(Days::new(1))
            .unwrap_or_default();
        for (table, number) in self.all.iter().zip(0_u32..) {
            for day in (0..DAYS).filter_map(|ahead| first.checked_add_days(Days::new(ahead))) {
                for range in table.day(day) {
                    let state = state(range.state);
                    writeln!(
                        out,
                        "{number}\t{day}\t{}\t{}\t{state}",
                        range.from, range.to
                    )?;
                }
            }
        }
        writeln!(out, "\\.")
    }
}

/// States in the order in which the best of several is taken.
fn state(state: OpenState) -> u8 {
    match state {
        OpenState::Closed => 0,
        OpenState::Unknown => 1,
        OpenState::Open => 2,
    }
}
