//! `/espace/gouvernances/<slug>/mutualisations`: the pools that spare most, with their reasons; those that stand; those that
//! are over; and the intentions from which one may choose oneself.

use axum::extract::{Form as Sent, Path};
use axum::response::{IntoResponse as _, Redirect, Response};
use portulan_app::means::pools::{self, Advice, Held};
use portulan_i18n::amount;
use portulan_model::Slug;
use portulan_model::governance::Body;
use portulan_pools::Suggestion;

use super::{Pairs, TAB, draw, of_body, reading, reasons, told};
use crate::auth::{Desk, Refused};
use crate::pages::addresses;
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Ask, Cell, Choice, Form, Head, Part, Table, desk_page};
use crate::pages::typed::faults;

/// The names by which addresses lead to suggestions: as many are shown.
const SUGGESTED: [&str; 8] = [
    "proposition-1",
    "proposition-2",
    "proposition-3",
    "proposition-4",
    "proposition-5",
    "proposition-6",
    "proposition-7",
    "proposition-8",
];
const BOXES: &str = "mut-choix";
/// The heads of the table of pools.
const HEADS: [&str; 4] = ["mut-nom", "mut-porteur", "mut-total", "mut-etat"];

/// `GET /espace/gouvernances/{slug}/mutualisations`.
pub(super) async fn show(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    page(&desk, &slug, &Answers::default()).await
}

/// `POST /espace/gouvernances/{slug}/mutualisations`: to the terms of what was chosen.
pub(super) async fn choose(
    desk: Desk,
    Path(slug): Path<String>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let (body, _may) = reading(&desk, &slug)?;
    let mut answers = Answers::of(pairs);
    let chosen = answers.every(BOXES).filter_map(|slug| slug.parse().ok());
    let chosen: Vec<Slug> = chosen.collect();
    if chosen.len() < 2 {
        answers.fault(BOXES, desk.words().get("mut-refus-deux"));
        return page(&desk, &slug, &answers).await;
    }
    let address = addresses::pool_of(&body.slug, &chosen);
    Ok(Redirect::to(&address).into_response())
}

async fn page(desk: &Desk, slug: &str, answers: &Answers) -> Result<Response, Refused> {
    let (body, may) = reading(desk, slug)?;
    let words = desk.words();
    let (advice, told) = match pools::suggest(desk.app(), &may).await {
        Ok(advice) => (Some(advice), None),
        Err(error) => (None, Some(told::refusal(desk, error)?)),
    };
    let held = pools::of_body(desk.app(), &may).await?;
    let (stand, over): (Vec<Held>, Vec<Held>) =
        held.into_iter().partition(|one| one.record.stage.stands());
    let at = |slug: &Slug| of_body(&body.slug, slug.as_str());
    let mut parts = vec![Part::Title("en-cours", words.get("mut-en-cours"))];
    parts.push(table(desk, "mut-en-cours", &stand, at)?);
    parts.push(Part::Title("propositions", words.get("mut-propositions")));
    parts.extend(told.map(Part::Warning));
    if let Some(advice) = &advice {
        parts.extend(suggestions(desk, body, advice));
        parts.extend(by_hand(desk, body, advice, answers));
    }
    if !over.is_empty() {
        parts.push(Part::Title("finies", words.get("mut-finies")));
        parts.push(table(desk, "mut-finies", &over, at)?);
    }
    let here = desk.visit.link(&addresses::body_desk(&body.slug, ""));
    let head = Head {
        crumbs: vec![(here, body.name.clone())],
        lead: words.get("mut-lead"),
    };
    let title = words.with("mut-title-of", &[("name", body.name.as_str().into())]);
    Ok(desk_page(desk.page(title, TAB), head, parts))
}

/// Some pools, or that there is none.
pub(super) fn table(
    desk: &Desk,
    caption: &str,
    all: &[Held],
    at: impl Fn(&Slug) -> String,
) -> Result<Part, Refused> {
    let words = desk.words();
    if all.is_empty() {
        return Ok(Part::Text(words.get("mut-aucune")));
    }
    let mut rows = Vec::new();
    for held in all {
        let record = &held.record;
        let total = draw::counted(held.total())?;
        let lead = held.lead().map(|lead| told::named(desk, lead));
        let awaited = held.awaited(&desk.visit.directory);
        let mut state = Cell::of(told::stage(desk, record.stage));
        if !awaited.is_empty() {
            let names = told::all_named(desk, &awaited);
            state.more = words.with("mut-attendus", &[("names", names.into())]);
        }
        rows.push(vec![
            Cell::to(&record.title, desk.visit.link(&at(&record.slug))),
            Cell::of(lead.unwrap_or_default()),
            Cell::of(amount(desk.visit.lang, total)),
            state,
        ]);
    }
    Ok(Part::Table(Table {
        caption: words.get(caption),
        heads: HEADS.iter().map(|id| words.get(id)).collect(),
        rows,
    }))
}

/// The pools that are worth proposing, and how they were found.
fn suggestions(desk: &Desk, body: &Body, advice: &Advice) -> Vec<Part> {
    let words = desk.words();
    let found = &advice.found;
    let counts = [
        ("wants", advice.wants.len().into()),
        ("pools", found.suggestions.len().into()),
    ];
    let mut parts = vec![Part::Text(words.with("pools-read", &counts))];
    if found.suggestions.is_empty() {
        return parts;
    }
    parts.push(Part::Warning(words.get("mut-hypotheses")));
    for (at, (id, one)) in SUGGESTED.iter().zip(&found.suggestions).enumerate() {
        parts.extend(suggestion(desk, body, advice, (at + 1, id, one)));
    }
    let more = found.suggestions.len().saturating_sub(SUGGESTED.len());
    if more > 0 {
        parts.push(Part::Text(words.with("mut-autres", &[("n", more.into())])));
    }
    parts
}

fn suggestion(
    desk: &Desk,
    body: &Body,
    advice: &Advice,
    (rank, id, one): (usize, &&'static str, &Suggestion),
) -> Vec<Part> {
    let words = desk.words();
    let names = told::all_named(desk, &one.organisations);
    let told = [("rank", rank.into()), ("names", names.into())];
    let address = desk.visit.link(&addresses::pool_of(&body.slug, &one.wants));
    let mut parts = vec![
        Part::Title(id, words.with("mut-proposition", &told)),
        Part::Lines(reasons::wants(desk, advice, one)),
        Part::Text(reasons::net(desk, one)),
        Part::Text(words.get("mut-pourquoi")),
        Part::Lines(reasons::reasons(desk, one)),
    ];
    parts.extend(reasons::rival(desk, advice, one).map(Part::Text));
    let told = [("rank", rank.into())];
    let propose = words.with("mut-proposer-celle-ci", &told);
    parts.push(Part::Ways(vec![(address, propose)]));
    parts
}

/// The intentions that stand, to choose oneself; and why some are in no suggestion.
fn by_hand(desk: &Desk, body: &Body, advice: &Advice, answers: &Answers) -> Vec<Part> {
    let words = desk.words();
    let mut parts = Vec::new();
    let unpooled = &advice.found.unpooled;
    if !unpooled.is_empty() {
        parts.push(Part::Title("seules", words.get("mut-seules")));
        let lines = unpooled
            .iter()
            .map(|one| reasons::unpooled(desk, advice, one));
        parts.push(Part::Lines(lines.collect()));
    }
    if advice.wants.len() < 2 {
        return parts;
    }
    let ask = Ask { words, answers };
    let option = |(slug, want): (&Slug, &portulan_pools::Want)| Choice {
        value: slug.to_string(),
        label: draw::title(want),
        hint: told::named(desk, &want.organisation),
        chosen: answers.has(BOXES, slug.as_str()),
    };
    let options = advice.wants.iter().map(option).collect();
    parts.push(Part::Form(Form {
        id: "choisir",
        title: Some(words.get("mut-choisir")),
        action: of_body(&body.slug, ""),
        faults: faults(words, answers),
        fields: vec![ask.choices(BOXES, false, options)],
        submit: words.get("mut-choisir-faire"),
        plain: true,
    }));
    parts
}
