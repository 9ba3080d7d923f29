//! `/espace/gouvernances/<slug>/intentions`: those who lead a body read what is shown to it, and what it comes to by need and
//! year; its members read what is shown to them too, and of the rest sums of which nobody's part can be told.

use std::collections::{BTreeMap, BTreeSet};

use axum::extract::Path;
use axum::response::Response;
use portulan_app::Error;
use portulan_app::means::intentions::{self, Shared};
use portulan_model::governance::Body;
use portulan_model::means::intentions::{Intention, Span, Tally, Theme, cells};
use portulan_policy::Capability;
use portulan_policy::actions::ReadIntentions;

use super::told;
use crate::auth::{Desk, Refused};
use crate::pages::addresses;
use crate::pages::bodies::{body, reads};
use crate::pages::parts::{Cell, Head, Part, Table, desk_page};
use crate::pages::typed::{area_words, organisation_name};

/// The tab of the desk.
const TAB: &str = "gouvernances";
/// The heads of the list.
const HEADS: [&str; 6] = [
    "int-titre",
    "int-besoins",
    "int-zone",
    "int-annees",
    "int-montant",
    "int-avec",
];

/// `GET /espace/gouvernances/{slug}/intentions`.
pub(super) async fn show(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?;
    let member = reads(&desk, body)?;
    let words = desk.words();
    let (lead, parts) = match leads(&desk, body) {
        Ok(may) => {
            let all = intentions::of_body(desk.app(), &may).await?;
            ("int-body-lead", of_leads(&desk, &all)?)
        }
        Err(_a_member) => {
            let shared = intentions::shared(desk.app(), &member).await?;
            ("int-members-lead", of_members(&desk, &shared))
        }
    };
    let here = desk.visit.link(&addresses::body_desk(&body.slug, ""));
    let head = Head {
        crumbs: vec![(here, body.name.clone())],
        lead: words.get(lead),
    };
    let told = [("name", body.name.as_str().into())];
    let page = desk.page(words.with("int-body-title", &told), TAB);
    Ok(desk_page(page, head, parts))
}

fn leads(desk: &Desk, body: &Body) -> Result<Capability<ReadIntentions>, Refused> {
    desk.may_on(intentions::led(desk.app(), &desk.visit.directory, body))
}

/// What is shown, then what it comes to.
fn of_leads(desk: &Desk, all: &[Intention]) -> Result<Vec<Part>, Refused> {
    let words = desk.words();
    if all.is_empty() {
        return Ok(vec![Part::Text(words.get("int-body-none"))]);
    }
    let beyond = |error| Error::internal("sums of intentions", error);
    let cells = cells(all).map_err(beyond)?;
    Ok(vec![
        Part::Table(list(desk, all)),
        Part::Title("sommes", words.get("int-sums")),
        Part::Text(words.get("int-sums-aide")),
        Part::Matrix(sums(desk, &cells)),
    ])
}

/// What is shown to members, and sums of the rest.
fn of_members(desk: &Desk, shared: &Shared) -> Vec<Part> {
    let words = desk.words();
    let mut parts = vec![match shared.read.as_slice() {
        [] => Part::Text(words.get("int-members-none")),
        all => Part::Table(list(desk, all)),
    }];
    parts.push(Part::Title("sommes", words.get("int-others")));
    let Some(whole) = shared.whole else {
        parts.push(Part::Text(words.get("int-others-none")));
        return parts;
    };
    let told = [("sum", told::span(desk, whole).into())];
    parts.push(Part::Text(words.with("int-others-whole", &told)));
    if !shared.themes.is_empty() {
        let row = |(theme, sum): (&Theme, &Span)| {
            let name = told::theme(desk, *theme);
            vec![Cell::of(name), Cell::of(told::span(desk, *sum))]
        };
        parts.push(Part::Table(Table {
            caption: words.get("int-others"),
            heads: vec![words.get("int-besoin"), words.get("int-montant")],
            rows: shared.themes.iter().map(row).collect(),
        }));
    }
    parts
}

fn list(desk: &Desk, all: &[Intention]) -> Table {
    let (words, lang) = (desk.words(), desk.visit.lang);
    let directory = &desk.visit.directory;
    let row = |one: &Intention| {
        let text = one.text.as_ref().map(ToString::to_string);
        let equipment = told::lots(desk, &one.equipment);
        let more = [
            Some(organisation_name(directory, &one.organisation)),
            (!equipment.is_empty()).then_some(equipment),
            text,
        ];
        let more: Vec<String> = more.into_iter().flatten().collect();
        vec![
            Cell::of(&one.title).and(more.join(" · ")),
            Cell::of(told::needs(desk, one)),
            Cell::of(area_words(lang, directory, &one.area)),
            Cell::of(told::years(desk, one.years)),
            Cell::of(told::amount_of(desk, one.amount)),
            Cell::of(told::alliance(desk, &one.alliance)),
        ]
    };
    Table {
        caption: words.get("int-title"),
        heads: HEADS.iter().map(|id| words.get(id)).collect(),
        rows: all.iter().map(row).collect(),
    }
}

/// Needs in rows, years in columns.
fn sums(desk: &Desk, cells: &BTreeMap<(Theme, i32), Tally>) -> Table {
    let words = desk.words();
    let years: BTreeSet<i32> = cells.keys().map(|(_, year)| *year).collect();
    let themes: BTreeSet<Theme> = cells.keys().map(|(theme, _)| *theme).collect();
    let row = |theme: &Theme| {
        let mut row = vec![Cell::of(told::theme(desk, *theme))];
        row.extend(years.iter().map(|year| match cells.get(&(*theme, *year)) {
            Some(tally) => cell(desk, tally),
            None => Cell::of("–"),
        }));
        row
    };
    let mut heads = vec![words.get("int-besoin")];
    heads.extend(years.iter().map(ToString::to_string));
    Table {
        caption: words.get("int-sums"),
        heads,
        rows: themes.iter().map(row).collect(),
    }
}

/// How many, and what those that say an amount come to.
fn cell(desk: &Desk, tally: &Tally) -> Cell {
    let words = desk.words();
    let count = words.with("int-compte", &[("n", tally.count.into())]);
    if tally.unsaid == tally.count {
        return Cell::of(words.get("not-known")).and(count);
    }
    Cell::of(told::span(desk, tally.span)).and(count)
}
