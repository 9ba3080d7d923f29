//! From a cell to a typed value. What cannot be read is left out and named.

use std::collections::HashSet;
use std::hash::Hash;

use chrono::{NaiveDate, NaiveDateTime};
use portulan_model::codes::with_leading_zero;
use portulan_model::{CommuneCode, Position, PositionError, Postcode};
use portulan_text::{Email, Phone, Pivot, PivotError, WebUrl, clean};

use crate::report::{IssueKind, RowIssue};

/// What was left out of a row so far.
#[derive(Debug, Default)]
pub(crate) struct Notes(pub(crate) Vec<RowIssue>);

impl Notes {
    /// Most that is said of one row: who reads more of it has a broken file, not a broken row.
    const MOST: usize = 100;

    pub(crate) fn add(&mut self, field: &'static str, value: &str, kind: IssueKind) {
        if self.0.len() < Self::MOST {
            self.0.push(RowIssue::new(field, value, kind));
        }
    }
}

/// One line of text, or nothing.
pub(crate) fn line(cell: &str) -> Option<String> {
    Some(clean(cell)).filter(|text| !text.is_empty())
}

/// Text of several lines, or nothing.
pub(crate) fn paragraphs(cell: &str) -> Option<String> {
    let lines: Vec<String> = cell.lines().map(clean).collect();
    let text = lines.join("\n");
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// A list of texts.
pub(crate) fn list(cell: &str, separators: &[char]) -> Vec<String> {
    once(cell.split(separators).filter_map(line))
}

/// Each value where it comes first.
pub(crate) fn once<T: Clone + Eq + Hash>(values: impl Iterator<Item = T>) -> Vec<T> {
    let mut seen = HashSet::new();
    values.filter(|value| seen.insert(value.clone())).collect()
}

/// SIRET, RNA or RIDET.
pub(crate) fn pivot(cell: &str, notes: &mut Notes) -> Option<String> {
    match Pivot::parse(cell) {
        Ok(pivot) => return Some(pivot.as_str().to_owned()),
        Err(PivotError::Empty) => {}
        Err(PivotError::Placeholder(_)) => notes.add("pivot", cell, IssueKind::Placeholder),
        Err(PivotError::Checksum(_) | PivotError::Shape(_)) => {
            notes.add("pivot", cell, IssueKind::Malformed);
        }
    }
    None
}

/// A postcode; `00000` stands for none.
pub(crate) fn postcode(cell: &str, notes: &mut Notes) -> Option<Postcode> {
    let text = with_leading_zero(cell);
    if text.is_empty() {
        return None;
    }
    if text == "00000" {
        notes.add("code_postal", cell, IssueKind::Placeholder);
        return None;
    }
    let code = text.parse().ok();
    if code.is_none() {
        notes.add("code_postal", cell, IssueKind::Malformed);
    }
    code
}

/// The INSEE code of a commune, as the file gives it.
pub(crate) fn insee(cell: &str, notes: &mut Notes) -> Option<CommuneCode> {
    let text = with_leading_zero(cell).to_uppercase();
    if text.is_empty() {
        return None;
    }
    let code = text.parse().ok();
    if code.is_none() {
        notes.add("code_insee", cell, IssueKind::Malformed);
    }
    code
}

/// A position from two cells; a decimal comma is understood.
pub(crate) fn position(lat: &str, lon: &str, notes: &mut Notes) -> Option<Position> {
    if lat.is_empty() && lon.is_empty() {
        return None;
    }
    let both = format!("{lat},{lon}");
    let number = |cell: &str| cell.replace(',', ".").parse::<f64>().ok();
    let (Some(north), Some(east)) = (number(lat), number(lon)) else {
        notes.add("latitude", &both, IssueKind::Malformed);
        return None;
    };
    match Position::new(north, east) {
        Ok(position) => return Some(position),
        Err(PositionError::NullIsland) => notes.add("latitude", &both, IssueKind::Placeholder),
        Err(PositionError::OffGlobe { .. }) => notes.add("latitude", &both, IssueKind::Malformed),
    }
    None
}

/// Phones, one or several.
pub(crate) fn phones(cell: &str, department: Option<&str>, notes: &mut Notes) -> Vec<String> {
    if cell.is_empty() {
        return Vec::new();
    }
    if let Ok(phone) = Phone::parse(cell, department) {
        return vec![phone.as_str().to_owned()];
    }
    let apart = cell.replace(" ou ", "|").replace(" et ", "|");
    let parts = list(&apart, &['|', ';', '/', ',', '\n']);
    several(&parts, "telephone", notes, |part| {
        Phone::parse(part, department)
            .ok()
            .map(|phone| phone.as_str().to_owned())
    })
}

/// E-mail addresses.
pub(crate) fn emails(cell: &str, notes: &mut Notes) -> Vec<String> {
    let parts = list(cell, &['|', ';', ',', ' ', '\n']);
    several(&parts, "courriels", notes, |part| {
        Email::parse(part)
            .ok()
            .map(|email| email.as_str().to_owned())
    })
}

/// Addresses of the web. A comma or a semicolon may belong to an address: it parts two only before another.
pub(crate) fn urls(cell: &str, field: &'static str, notes: &mut Notes) -> Vec<String> {
    let mut apart = cell.to_owned();
    for (joined, parted) in [
        (";http", "|http"),
        (",http", "|http"),
        (";www.", "|www."),
        (",www.", "|www."),
        ("; ", "|"),
        (", ", "|"),
    ] {
        apart = apart.replace(joined, parted);
    }
    let parts = list(&apart, &['|', ' ', '\n', '\t']);
    several(&parts, field, notes, |part| {
        WebUrl::parse(part).ok().map(|url| url.as_str().to_owned())
    })
}

/// The only address of a field.
pub(crate) fn url(cell: &str, field: &'static str, notes: &mut Notes) -> Option<String> {
    urls(cell, field, notes).into_iter().next()
}

fn several(
    parts: &[String],
    field: &'static str,
    notes: &mut Notes,
    read: impl Fn(&str) -> Option<String>,
) -> Vec<String> {
    once(parts.iter().filter_map(|part| {
        let value = read(part);
        if value.is_none() {
            notes.add(field, part, IssueKind::Malformed);
        }
        value
    }))
}

/// The day written instead of "no date" by tools of the network, and by our own CSV (the schema wants one).
pub(crate) const NO_DATE: &str = "1970-01-01";

/// A day: `2024-04-02`, with or without a time behind, or `02/04/2024`.
pub(crate) fn date(cell: &str, notes: &mut Notes) -> Option<NaiveDate> {
    if cell.is_empty() {
        return None;
    }
    let Some(day) = day(cell) else {
        notes.add("date_maj", cell, IssueKind::Malformed);
        return None;
    };
    let kind = if day.format("%Y-%m-%d").to_string() == NO_DATE {
        IssueKind::Placeholder
    } else if plausible(day) {
        return Some(day);
    } else {
        IssueKind::AbsurdDate
    };
    notes.add("date_maj", cell, kind);
    None
}

fn day(cell: &str) -> Option<NaiveDate> {
    let head: String = cell.chars().take(10).collect();
    let rest = cell.chars().nth(10);
    if !matches!(rest, None | Some('T' | ' ')) {
        return None;
    }
    if rest.is_some() {
        let moment: String = cell.chars().take(19).collect::<String>().replace(' ', "T");
        NaiveDateTime::parse_from_str(&moment, "%Y-%m-%dT%H:%M:%S")
            .or_else(|_no_seconds| {
                let minutes: String = moment.chars().take(16).collect();
                NaiveDateTime::parse_from_str(&minutes, "%Y-%m-%dT%H:%M")
            })
            .ok()?;
    }
    NaiveDate::parse_from_str(&head, "%Y-%m-%d")
        .or_else(|_iso| NaiveDate::parse_from_str(&head, "%d/%m/%Y"))
        .ok()
}

/// Public places of digital help are of this century; a date far ahead is a slip of the hand.
fn plausible(day: NaiveDate) -> bool {
    use chrono::Datelike;
    (1990..2100).contains(&day.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_phones_in_one_cell_are_all_read() {
        let mut notes = Notes::default();
        let phones = phones(
            "02 99 00 00 00 / 06.12.34.56.78 ou rien",
            Some("35"),
            &mut notes,
        );
        assert_eq!(phones, ["+33299000000", "+33612345678"]);
        assert_eq!(notes.0.len(), 1);
    }

    #[test]
    fn a_comma_inside_an_address_of_the_web_stays_there() {
        let mut notes = Notes::default();
        let urls = urls(
            "https://a.fr/x,1;https://b.fr|www.c.fr",
            "site_web",
            &mut notes,
        );
        assert_eq!(
            urls,
            ["https://a.fr/x,1", "https://b.fr", "https://www.c.fr"]
        );
        assert!(notes.0.is_empty());
    }

    #[test]
    fn absurd_dates_are_kept_out_and_named() {
        for (cell, kind) in [
            ("1970-01-01", IssueKind::Placeholder),
            ("0204-01-01", IssueKind::AbsurdDate),
            ("2924-01-01", IssueKind::AbsurdDate),
            ("hier", IssueKind::Malformed),
            ("2024-02-30", IssueKind::Malformed),
        ] {
            let mut notes = Notes::default();
            assert_eq!(date(cell, &mut notes), None, "{cell}");
            assert_eq!(
                notes.0.first().map(|issue| issue.kind),
                Some(kind),
                "{cell}"
            );
        }
        let mut notes = Notes::default();
        let day = NaiveDate::from_ymd_opt(2024, 4, 2);
        for cell in [
            "2024-04-02",
            "2024-04-02T10:11:12.000Z",
            "2024-04-02 10:11:12+02:00",
            "02/04/2024",
        ] {
            assert_eq!(date(cell, &mut notes), day, "{cell}");
        }
    }

    #[test]
    fn a_spreadsheet_that_ate_a_zero_is_forgiven() {
        let mut notes = Notes::default();
        assert_eq!(postcode("1200", &mut notes).unwrap().as_str(), "01200");
        assert_eq!(insee("1033", &mut notes).unwrap().as_str(), "01033");
        assert!(notes.0.is_empty());
    }
}
