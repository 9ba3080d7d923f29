//! `/horaires`: reads an OSM `opening_hours` string and says what it means at an instant and over its week.

use axum::Json;
use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, Utc};
use portulan_hours::{Day, Hours, Zone};
use portulan_i18n::{Lang, weekday};
use portulan_model::{CommuneCode, DepartmentCode, TerritoryCode, TerritoryKey};
use serde_json::{Value, json};

use super::parameters::{self, HOURS, HOURS_CHARS, check, pairs, value};
use super::problem::Problem;
use super::shape;
use crate::state::AppState;

/// `GET /horaires`.
pub(crate) async fn evaluate(
    State(state): State<AppState>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let directory = state.directory();
    let pairs = pairs(raw.as_deref());
    check(&pairs, HOURS, &directory)?;
    let refuse = |name: &str| {
        let given = value(&pairs, name).unwrap_or_default();
        let parameter = HOURS.iter().find(|parameter| parameter.name == name);
        let fault =
            parameter.map(|parameter: &parameters::Parameter| parameter.refuse(given, &directory));
        Problem::parameters(fault.into_iter().collect())
    };
    let zone = match value(&pairs, "departement") {
        None => Zone::of(None),
        Some(code) => zone_of(code, |key| directory.reference.territory(key).is_some())
            .ok_or_else(|| refuse("departement"))?,
    };
    let at = match value(&pairs, "a") {
        None => state.now(),
        Some(text) => instant(text, zone).ok_or_else(|| refuse("a"))?,
    };
    let osm = value(&pairs, "osm").unwrap_or_default();
    let short_enough = osm.chars().count() <= HOURS_CHARS;
    let hours = Some(osm)
        .filter(|_| short_enough)
        .and_then(|osm| Hours::parse(osm, zone).ok());
    let hours = hours.ok_or_else(|| refuse("osm"))?;
    Ok(Json(told(&hours, at, zone)).into_response())
}

fn zone_of(code: &str, is_known: impl Fn(&TerritoryKey) -> bool) -> Option<Zone> {
    let department: DepartmentCode = code.parse().ok()?;
    let key = TerritoryKey::new(TerritoryCode::Department(department));
    is_known(&key).then(|| Zone::of(some_commune_of(code)))
}

/// A code of commune in a department: time zone, holidays and school zone are those of the department.
fn some_commune_of(department: &str) -> Option<CommuneCode> {
    let digits = if department.len() == 3 { "01" } else { "001" };
    format!("{department}{digits}").parse().ok()
}

/// An instant with its offset, or in the local time of the zone.
fn instant(text: &str, zone: Zone) -> Option<DateTime<Utc>> {
    // In an address, "+" stands for a space: "…T10:00:00+01:00" arrives as "…T10:00:00 01:00".
    let text = text.replace(' ', "+");
    let with_offset = ["%Y-%m-%dT%H:%M:%S%:z", "%Y-%m-%dT%H:%M%:z"];
    let zulu = text.strip_suffix('Z').map(|local| format!("{local}+00:00"));
    let with_zone = zulu.as_deref().unwrap_or(&text);
    let fixed = with_offset
        .iter()
        .find_map(|form| DateTime::parse_from_str(with_zone, form).ok());
    let local = || {
        ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M"]
            .iter()
            .find_map(|form| NaiveDateTime::parse_from_str(&text, form).ok())
    };
    match fixed {
        Some(fixed) => Some(fixed.to_utc()),
        None => local().map(|local| zone.utc(local)),
    }
}

fn told(hours: &Hours, at: DateTime<Utc>, zone: Zone) -> Value {
    let today = zone.local(at).date();
    let monday = today
        .checked_sub_days(Days::new(today.weekday().num_days_from_monday().into()))
        .unwrap_or(today);
    json!({
        "osm": hours.text(),
        "a": shape::instant(at, zone),
        "etat": shape::state(hours.state_at(at)),
        "prochain_changement": hours.next_change(at).map(|change| shape::instant(change, zone)),
        "semaine": hours.week(monday).iter().map(day).collect::<Vec<_>>(),
    })
}

fn day(day: &Day) -> Value {
    let ranges: Vec<Value> = day
        .ranges
        .iter()
        .map(|range| {
            json!({
                "de": clock(range.from),
                "a": clock(range.to),
                "etat": shape::state(range.state),
                "commentaire": range.comment.as_deref(),
            })
        })
        .collect();
    json!({ "date": day.date, "jour": weekday_of(day.date), "ferie": day.holiday.is_some(), "plages": ranges })
}

fn weekday_of(date: NaiveDate) -> String {
    weekday(Lang::Fr, date.weekday())
}

/// Minutes since midnight as a clock shows them; the end of a day is 24:00.
fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("2026-11-28T10:00:00+01:00", Some("2026-11-28T09:00:00Z"))]
    #[case("2026-11-28T10:00:00 01:00", Some("2026-11-28T09:00:00Z"))]
    #[case("2026-11-28T10:00Z", Some("2026-11-28T10:00:00Z"))]
    #[case("2026-11-28T10:00", Some("2026-11-28T09:00:00Z"))]
    #[case("2026-07-01T10:00:30", Some("2026-07-01T08:00:30Z"))]
    #[case("2026-13-01T10:00", None)]
    #[case("demain", None)]
    fn an_instant_is_read_with_its_offset_or_in_local_time(
        #[case] text: &str,
        #[case] expected: Option<&str>,
    ) {
        let expected = expected.map(|text| text.parse::<DateTime<Utc>>().unwrap());
        assert_eq!(instant(text, Zone::of(None)), expected);
    }

    #[rstest]
    #[case(0, "00:00")]
    #[case(9 * 60 + 5, "09:05")]
    #[case(24 * 60, "24:00")]
    fn minutes_are_written_as_a_clock_shows_them(#[case] minutes: u16, #[case] expected: &str) {
        assert_eq!(clock(minutes), expected);
    }

    #[rstest]
    #[case("35", "Europe/Paris")]
    #[case("974", "Indian/Reunion")]
    #[case("2A", "Europe/Paris")]
    fn a_department_has_the_time_of_its_communes(#[case] department: &str, #[case] expected: &str) {
        assert_eq!(
            Zone::of(some_commune_of(department)).clock().name(),
            expected
        );
    }
}
