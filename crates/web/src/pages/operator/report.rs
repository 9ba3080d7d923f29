//! The report of a run, line by line, and the corrections that its producer can take up.

use askama::Template;
use axum::body::Body;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use futures_util::stream;
use portulan_app::harvest::{self, Which};
use portulan_formats::corrections::{self, Change, Correction};
use portulan_i18n::Words;
use portulan_model::harvest::{LineSeverity, ReportLine};
use portulan_model::{PlaceField, RunId};

use super::values::{field_name, shown};
use super::{addresses, reach};
use crate::auth::{Desk, Refused, named};
use crate::pages::addresses::with_query;
use crate::pages::page::{Page, html};

/// The rule of values that a person corrected.
const CORRECTION_KEPT: &str = "correction-kept";
/// Longest value shown, in characters.
const LONGEST: usize = 160;

#[derive(Template)]
#[template(path = "operator/report.html")]
struct Report {
    page: Page,
    run: String,
    corrections: String,
    /// The rule or the severity that is looked at.
    about: Option<String>,
    severities: Vec<Severity>,
    lines: Vec<Line>,
    next: Option<String>,
}

/// A severity to choose.
struct Severity {
    words: String,
    address: String,
    chosen: bool,
}

/// A line of the table.
struct Line {
    row: String,
    name: String,
    field: String,
    raw: String,
    result: String,
    rule: String,
    severity: String,
}

/// The sentence of a rule; the word of the program where it has none.
pub(super) fn rule(words: Words, slug: &str) -> String {
    words
        .find(&format!("harvest-rule-{slug}"), &[])
        .unwrap_or_else(|| slug.to_owned())
}

/// `GET /exploitation/moissonnages/{id}/rapport`.
pub(super) async fn show(desk: Desk, Path(id): Path<String>) -> Result<Response, Refused> {
    let id: RunId = named(&id)?;
    let words = desk.words();
    let which = which(&desk);
    let may = reach::run(&desk, id).await?;
    let found = harvest::lines(desk.app(), &may, id, &which, desk.page_number()).await?;
    let address = format!("{}/rapport", addresses::run(id));
    let about = which
        .rule
        .as_deref()
        .map(|slug| rule(words, slug))
        .or_else(|| which.severity.map(|one| severity(words, one)));
    let chosen = |one: Option<LineSeverity>| which.rule.is_none() && which.severity == one;
    let all = Severity {
        words: words.get("report-all"),
        address: address.clone(),
        chosen: chosen(None),
    };
    let each = LineSeverity::ALL.into_iter().rev().map(|one| Severity {
        words: severity(words, one),
        address: with_query(&address, [("gravite", one.slug())]),
        chosen: chosen(Some(one)),
    });
    Ok(html(&Report {
        page: desk.page(words.get("report-title"), "moissonnages"),
        run: addresses::run(id),
        corrections: format!("{}/corrections.csv", addresses::run(id)),
        about,
        severities: std::iter::once(all).chain(each).collect(),
        lines: found.lines.iter().map(|one| line(words, one)).collect(),
        next: found.next.map(|page| next(&address, &which, page)),
    }))
}

fn which(desk: &Desk) -> Which {
    let severity = desk.visit.value("gravite");
    let rule = desk.visit.value("regle").filter(|slug| !slug.is_empty());
    Which {
        severity: LineSeverity::ALL
            .into_iter()
            .find(|one| Some(one.slug()) == severity),
        rule: rule.map(str::to_owned),
    }
}

fn next(address: &str, which: &Which, page: usize) -> String {
    let mut pairs = vec![("page", page.to_string())];
    if let Some(severity) = which.severity {
        pairs.push(("gravite", severity.slug().to_owned()));
    }
    if let Some(rule) = &which.rule {
        pairs.push(("regle", rule.clone()));
    }
    with_query(address, pairs)
}

fn severity(words: Words, severity: LineSeverity) -> String {
    words.get(&format!("severity-{}", severity.slug()))
}

fn line(words: Words, line: &ReportLine) -> Line {
    if line.rule == CORRECTION_KEPT
        && let Some(field) = PlaceField::ALL
            .into_iter()
            .find(|one| one.slug() == line.field)
    {
        return kept(words, line, field);
    }
    Line {
        row: line.row.to_string(),
        name: line.name.clone(),
        field: line.field.clone(),
        raw: cut(&line.raw),
        result: cut(&line.result),
        rule: rule(words, &line.rule),
        severity: severity(words, line.severity),
    }
}

/// A value of the source that a correction kept out: both are values of a place, not cells of a list.
fn kept(words: Words, line: &ReportLine, field: PlaceField) -> Line {
    let read = |json: &str| cut(&shown(words.lang(), field, json).join(" · "));
    Line {
        row: line.row.to_string(),
        name: line.name.clone(),
        field: field_name(words.lang(), field),
        raw: read(&line.raw),
        result: read(&line.result),
        rule: rule(words, &line.rule),
        severity: severity(words, line.severity),
    }
}

/// A value short enough for a table; the file of corrections has it whole.
fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// `GET /exploitation/moissonnages/{id}/corrections.csv`: page by page, so that memory stays constant.
pub(super) async fn corrections(desk: Desk, Path(id): Path<String>) -> Result<Response, Refused> {
    let id: RunId = named(&id)?;
    let may = reach::run(&desk, id).await?;
    let source = harvest::run(desk.app(), &may, id).await?.source;
    let pages = stream::try_unfold((desk, may, 0), move |(desk, may, page)| async move {
        if page == 0 {
            return Ok(Some((corrections::HEADER.to_owned(), (desk, may, 1))));
        }
        let lines = harvest::report(desk.app(), &may, id, page - 1).await?;
        let text = lines.iter().map(|line| correction(desk.words(), line));
        let text: String = text.collect();
        Ok::<_, Refused>((!lines.is_empty()).then_some((text, (desk, may, page + 1))))
    });
    let pages = futures_util::TryStreamExt::map_err(pages, |refused| {
        std::io::Error::other(refused.0.to_string())
    });
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"corrections-{source}.csv\""),
        ),
    ];
    Ok((headers, Body::from_stream(pages)).into_response())
}

fn correction(words: Words, line: &ReportLine) -> String {
    let reason = rule(words, &line.rule);
    let mut text = String::new();
    corrections::push(
        &Correction {
            id: &line.id,
            name: &line.name,
            field: &line.field,
            raw: &line.raw,
            proposed: &line.result,
            reason: &reason,
            change: Change::from_severity(line.severity.slug()).unwrap_or(Change::Told),
        },
        &mut text,
    );
    text
}
