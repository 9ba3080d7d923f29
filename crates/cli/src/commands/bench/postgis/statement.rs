//! One question as one SQL statement: page, total, and the counts of every filter under the others.
//!
//! Places that fail two filters or more count nowhere, so they are left out before opening times are joined: that is
//! the best plan known to us for PostgreSQL.

use chrono::{DateTime, Datelike, NaiveDateTime, Timelike, Utc};
use portulan_hours::Zone;
use portulan_model::{ClosedList, CommuneCode, Fee, Position, ValueSet};
use portulan_search::{Query, Weights};
use portulan_text::search_tokens;

use super::super::workload::Question;

/// The name of a row that is a place of the page, and not a count.
pub(super) const HIT: &str = "hit";

/// A commune of each time zone.
const ZONES: [&str; 11] = [
    "35238", "97105", "97209", "97302", "97411", "97502", "97611", "98613", "98735", "98818",
    "97701",
];

/// A filter asked: its condition, and the columns whose counts leave it out.
struct Filter {
    condition: String,
    columns: &'static [&'static str],
}

/// Columns that are counted, services apart.
const COLUMNS: [&str; 11] = [
    "publics",
    "care",
    "fees",
    "access",
    "support",
    "mobility",
    "programmes",
    "labels",
    "networks",
    "kinds",
    "sources",
];

pub(super) fn statement(question: &Question, now: DateTime<Utc>) -> String {
    let query = &question.query;
    let filters = filters(query);
    let all = condition(&filters, "");
    let mut parts = vec![
        format!("SELECT 'total' AS f, '' AS v, count(*)::float8 AS n FROM found"),
        format!("SELECT 'unknown', '', count(*) FROM judged WHERE {all} AND st = 1"),
        format!("SELECT 'open_now', '', count(*) FROM judged WHERE {all} AND st_now = 2"),
        services(&filters),
    ];
    parts.extend(COLUMNS.iter().map(|column| count(column, &filters)));
    parts.push(page(query, now));
    format!(
        "{}\n{}",
        selection(question, &filters, now),
        parts.join("\nUNION ALL ")
    )
}

fn filters(query: &Query) -> Vec<Filter> {
    let mut filters = Vec::new();
    let mut add = |columns: &'static [&'static str], conditions: Vec<Option<String>>| {
        let conditions: Vec<String> = conditions.into_iter().flatten().collect();
        if !conditions.is_empty() {
            filters.push(Filter {
                condition: format!("({})", conditions.join(" OR ")),
                columns,
            });
        }
    };
    add(&["services"], vec![meets("services", query.needs)]);
    add(&["publics"], vec![meets("publics", query.publics)]);
    add(&["care"], vec![meets("care", query.care)]);
    add(&["fees"], vec![meets("fees", query.fees)]);
    add(&["access"], vec![meets("access", query.access)]);
    add(&["support"], vec![meets("support", query.support)]);
    add(&["mobility"], vec![meets("mobility", query.mobility)]);
    add(
        &["programmes", "labels"],
        vec![
            meets("programmes", query.programmes),
            meets("labels", query.labels),
        ],
    );
    filters
}

fn meets<L: ClosedList>(column: &str, set: ValueSet<L>) -> Option<String> {
    (!set.is_empty()).then(|| format!("{column} && {}", array(set)))
}

fn array<L: ClosedList>(set: ValueSet<L>) -> String {
    let ranks: Vec<String> = set.iter().map(|value| value.rank().to_string()).collect();
    format!("'{{{}}}'::smallint[]", ranks.join(","))
}

/// All filters but the one that a column belongs to.
fn condition(filters: &[Filter], column: &str) -> String {
    let others = filters
        .iter()
        .enumerate()
        .filter(|(_, filter)| !filter.columns.contains(&column));
    let marks: Vec<String> = others.map(|(number, _)| format!("m{number}")).collect();
    if marks.is_empty() {
        "true".to_owned()
    } else {
        marks.join(" AND ")
    }
}

/// Candidates, their state when asked and now, and those that answer.
fn selection(question: &Question, filters: &[Filter], now: DateTime<Utc>) -> String {
    let query = &question.query;
    let needs = array(query.needs);
    let marks: Vec<String> = filters
        .iter()
        .enumerate()
        .map(|(number, filter)| format!("{} AS m{number}", filter.condition))
        .collect();
    let met: Vec<String> = (0..filters.len())
        .map(|number| format!("m{number}::int"))
        .collect();
    let ring = query.polygon.as_deref().map(ring).unwrap_or_default();
    let text = text(question);
    let (asked, present) = (at_asked(query, now), at_present(now));
    let building = "CASE WHEN c.building IS NULL THEN 1 ELSE coalesce(t.state, 0) END";
    let building_now = "CASE WHEN c.building IS NULL THEN 1 ELSE coalesce(n.state, 0) END";
    format!(
        "WITH at_t AS MATERIALIZED ({asked}), at_now AS MATERIALIZED ({present}),
cand AS MATERIALIZED (SELECT p.*, {marks} FROM place p
  WHERE ST_Covers(ST_GeomFromText('{ring}', 4326), p.position) AND {text}),
near AS MATERIALIZED (SELECT * FROM cand WHERE {met} >= {least}),
held AS MATERIALIZED (SELECT s.place, s.services, coalesce(t.state, 0) AS st, coalesce(n.state, 0) AS st_now
  FROM near c JOIN slot s ON s.place = c.id LEFT JOIN at_t t ON t.timetable = s.timetable
  LEFT JOIN at_now n ON n.timetable = s.timetable),
decided AS (SELECT place, max(st) AS st, max(st_now) AS st_now FROM held WHERE services && {needs} GROUP BY place),
by_value AS (SELECT h.place, v.value, max(h.st) AS st FROM held h, unnest(h.services) v(value) GROUP BY 1, 2),
judged AS MATERIALIZED (SELECT c.*, {building} AS building_st, coalesce(d.st, {building}) AS st,
  coalesce(d.st_now, {building_now}) AS st_now, d.place IS NOT NULL AS by_session
  FROM near c LEFT JOIN decided d ON d.place = c.id LEFT JOIN at_t t ON t.timetable = c.building
  LEFT JOIN at_now n ON n.timetable = c.building),
found AS MATERIALIZED (SELECT * FROM judged WHERE {all} AND st = 2)",
        marks = marks.join(", "),
        met = met.join(" + "),
        least = filters.len().saturating_sub(1),
        all = condition(filters, ""),
    )
}

fn ring(points: &[Position]) -> String {
    let closed = points.iter().chain(points.first());
    let corners: Vec<String> = closed
        .map(|point| format!("{} {}", point.lon(), point.lat()))
        .collect();
    format!("POLYGON(({}))", corners.join(","))
}

/// Every word as the beginning of one; with a mistake, words that share most of their trigrams.
fn text(question: &Question) -> String {
    let words = search_tokens(question.query.text.as_deref().unwrap_or_default());
    if question.mistyped {
        let alike: Vec<String> = words
            .iter()
            .map(|word| format!("p.text %> '{word}'"))
            .collect();
        return alike.join(" AND ");
    }
    format!("p.words @@ {}", beginnings(&words))
}

fn beginnings(words: &[String]) -> String {
    let each: Vec<String> = words.iter().map(|word| format!("{word}:*")).collect();
    format!("'{}'::tsquery", each.join(" & "))
}

/// States of the timetables at the moment asked, on the clock of each place.
fn at_asked(query: &Query, now: DateTime<Utc>) -> String {
    let local = Zone::default().local(now);
    let (day, minute, _) = query
        .when
        .map_or((local.date(), 0, 0), |when| when.window(local));
    format!(
        "SELECT timetable, max(state) AS state FROM opening
  WHERE day = '{day}' AND from_minute <= {minute} AND to_minute > {minute} GROUP BY timetable"
    )
}

/// States of the timetables now, zone by zone.
fn at_present(now: DateTime<Utc>) -> String {
    let rows = ZONES.iter().filter_map(|code| {
        let zone = Zone::of(Some(code.parse::<CommuneCode>().ok()?));
        let local: NaiveDateTime = zone.local(now);
        let minute = local.hour() * 60 + local.minute();
        let (year, month, day) = (local.year(), local.month(), local.day());
        Some(format!(
            "('{}', DATE '{year}-{month}-{day}', {minute})",
            zone.clock().name()
        ))
    });
    format!(
        "SELECT o.timetable, max(o.state) AS state FROM (VALUES {}) z(zone, day, minute)
  JOIN opening o ON o.day = z.day AND o.from_minute <= z.minute AND o.to_minute > z.minute
  JOIN timetable k ON k.id = o.timetable AND k.zone = z.zone GROUP BY 1",
        rows.collect::<Vec<_>>().join(", ")
    )
}

/// Services: a place is open for one and not for another, so each is judged for itself.
fn services(filters: &[Filter]) -> String {
    format!(
        "SELECT 'services', v.value::text, count(*) FROM judged j CROSS JOIN LATERAL unnest(j.services) v(value)
  LEFT JOIN by_value b ON b.place = j.id AND b.value = v.value
  WHERE {} AND coalesce(b.st, j.building_st) = 2 GROUP BY 2",
        condition(filters, "services")
    )
}

fn count(column: &str, filters: &[Filter]) -> String {
    let asked = filters
        .iter()
        .any(|filter| filter.columns.contains(&column));
    let from = if asked {
        format!(
            "judged j CROSS JOIN LATERAL unnest(j.{column}) v(value) WHERE {} AND st = 2",
            condition(filters, column)
        )
    } else {
        format!("found j CROSS JOIN LATERAL unnest(j.{column}) v(value)")
    };
    format!("SELECT '{column}', v.value::text, count(*) FROM {from} GROUP BY 2")
}

/// The first places by usefulness, with the weights in use.
fn page(query: &Query, now: DateTime<Utc>) -> String {
    let weights = Weights::in_use();
    let each = weights.need / f64::from(query.needs.len().max(1));
    let needs: Vec<String> = query
        .needs
        .iter()
        .map(|need| format!("(services @> '{{{}}}')::int", need.rank()))
        .collect();
    let publics = meets("publics", query.publics).unwrap_or_else(|| "false".to_owned());
    let words = beginnings(&search_tokens(query.text.as_deref().unwrap_or_default()));
    let today = now.date_naive();
    format!(
        "(SELECT '{HIT}', id::text, {open} + {each} * ({needs}) + {session} * by_session::int + {public} * ({publics})::int
  + {free} * (fees @> '{{{free_rank}}}')::int + {walk_in} * (access @> '{{0}}')::int
  + {in_name} * (name_words @@ {words})::int
  + CASE WHEN DATE '{today}' <= confirmed THEN {confirmed} WHEN DATE '{today}' <= probable THEN {probable} ELSE 0 END AS score
  FROM found ORDER BY score DESC, id LIMIT {limit})",
        open = weights.open,
        needs = needs.join(" + "),
        session = weights.session,
        public = weights.public,
        free = weights.free,
        free_rank = Fee::Free.rank(),
        walk_in = weights.walk_in,
        in_name = weights.text_in_name,
        confirmed = weights.confirmed,
        probable = weights.probable,
        limit = query.limit,
    )
}
