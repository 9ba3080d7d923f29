//! `/espace/enveloppes/<slug>`: what there is, what was promised, granted and paid, for whom, and every line with its reason.

use std::collections::BTreeSet;

use axum::extract::Path;
use axum::response::Response;
use portulan_app::means::envelopes;
use portulan_charts::{Fill, ShareInput, svg_share};
use portulan_i18n::{Words, amount, date_short};
use portulan_model::Cents;
use portulan_model::means::envelopes::{Envelope, Ledger, Line, Move, Reference, Sums, What};
use portulan_model::money::TooMuch;
use portulan_policy::actions::{
    CorrectLedger, ManageEnvelopes, PayFunds, PromiseFunds, ReadEnvelope,
};

use super::lines::LINE;
use super::{TAB, find, form, may, may_grant_over, members, told};
use crate::auth::{Desk, Refused};
use crate::pages::addresses;
use crate::pages::means::pools;
use crate::pages::parts::{Cell, Head, Part, Table, desk_page};
use crate::pages::typed::{organisation_name, territory_name};

/// The heads of the sums of a part: what it is called comes first.
const SUMS: [&str; 5] = [
    "env-promis",
    "env-accorde",
    "env-verse",
    "env-plafond",
    "env-reste",
];
/// The heads of the lines.
const LINES: [&str; 6] = [
    "env-ligne",
    "env-ligne-jour",
    "env-ligne-fait",
    "env-ligne-montant",
    "env-ligne-pour",
    "env-ligne-motif",
];

/// Lines of a page: those that were written last come first.
const LINES_A_PAGE: usize = 50;

/// `GET /espace/enveloppes/{slug}`.
pub(super) async fn show(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let envelope = find(&desk, &slug).await?;
    let reads = may::<ReadEnvelope>(&desk, &envelope)?;
    let ledger = envelopes::ledger(desk.app(), &reads, &envelope.slug).await?;
    let parts = parts(&desk, &envelope, &ledger);
    let mut parts = parts.map_err(|error| portulan_app::Error::internal("sums", error))?;
    let requests = ledger.lines().iter();
    let requests: BTreeSet<Reference> = requests.map(|line| line.account.request.clone()).collect();
    parts.extend(pools::ways(&desk, (&envelope.body, Some(&requests))).await?);
    let list = desk.visit.link(addresses::ENVELOPES);
    let mut crumbs = vec![(list, desk.words().get("env-title"))];
    if let Some(body) = members::open_to(&desk, &envelope) {
        crumbs.push((desk.visit.link(&body), desk.words().get("env-of-body")));
    }
    let head = Head {
        crumbs,
        lead: String::new(),
    };
    let page = desk.page(envelope.label.clone(), TAB);
    Ok(desk_page(page, head, parts))
}

fn parts(desk: &Desk, envelope: &Envelope, ledger: &Ledger) -> Result<Vec<Part>, TooMuch> {
    let words = desk.words();
    let whole = ledger.whole()?;
    let mut parts = vec![
        Part::Ways(ways(desk, envelope, ledger)),
        Part::Facts(facts(desk, envelope)),
        Part::Title("usage", words.get("env-usage")),
        drawn(desk, envelope, whole),
    ];
    if ledger.lines().is_empty() {
        parts.push(Part::Text(words.get("env-no-line")));
        return Ok(parts);
    }
    parts.extend(tables(desk, envelope, ledger)?);
    parts.push(Part::Title("lignes", words.get("env-lines")));
    parts.push(Part::Table(lines(desk, envelope, ledger)));
    parts.extend(earlier(desk, envelope, ledger));
    Ok(parts)
}

/// What whoever looks may do here.
fn ways(desk: &Desk, envelope: &Envelope, ledger: &Ledger) -> Vec<(String, String)> {
    let words = desk.words();
    let mut ways = Vec::new();
    let mut way = |open: bool, part: &str, id: &str| {
        if open {
            let address = addresses::envelope(&envelope.slug, part);
            ways.push((desk.visit.link(&address), words.get(id)));
        }
    };
    let manages = may::<ManageEnvelopes>(desk, envelope).is_ok();
    let promises = may::<PromiseFunds>(desk, envelope).is_ok();
    let grants = may_grant_over(desk, envelope, ledger, "").is_ok();
    let pays = may::<PayFunds>(desk, envelope).is_ok();
    let corrects = may::<CorrectLedger>(desk, envelope).is_ok();
    way(promises, Move::Promise.slug(), "env-acte-promettre");
    way(grants, Move::Grant.slug(), "env-acte-accorder");
    way(pays, Move::Pay.slug(), "env-acte-verser");
    way(corrects, Move::Release.slug(), "env-acte-liberer");
    way(manages, "modifier", "env-change");
    way(true, "conventions", "conv-title");
    way(true, "lignes.csv", "env-csv");
    ways
}

fn facts(desk: &Desk, envelope: &Envelope) -> Vec<(String, String)> {
    use portulan_model::means::envelopes::EnvelopeField as Field;
    let words = desk.words();
    let fields = [
        Field::Kind,
        Field::Funder,
        Field::Period,
        Field::Amount,
        Field::Ceilings,
        Field::Rate,
        Field::Source,
    ];
    let fact = |field: &Field| {
        let value = form::told(desk, *field, envelope).join(" · ");
        (!value.is_empty()).then(|| (words.get(field.slug()), value))
    };
    fields.iter().filter_map(fact).collect()
}

/// The bar, and all of its figures in words.
fn drawn(desk: &Desk, envelope: &Envelope, sums: Sums) -> Part {
    let told = told::use_of(desk, sums, envelope.amount);
    let size = |sum: Cents| u64::try_from(sum.get()).unwrap_or(0);
    let owed = sums.granted.minus(sums.paid).unwrap_or_default();
    let svg = svg_share(&ShareInput {
        title: &envelope.label,
        description: &told,
        whole: size(envelope.amount),
        parts: &[
            (Fill::Solid, size(sums.paid)),
            (Fill::Lines, size(owed)),
            (Fill::Slanted, size(sums.promised)),
        ],
    });
    Part::Drawn(svg, format!("{told} {}", desk.words().get("env-bar")))
}

/// The sums by year, by territory and by beneficiary.
fn tables(desk: &Desk, envelope: &Envelope, ledger: &Ledger) -> Result<Vec<Part>, TooMuch> {
    let directory = &desk.visit.directory;
    let ceilings = &envelope.ceilings;
    let years = ledger.by(|line| line.account.year)?;
    let years = years
        .into_iter()
        .map(|(year, sums)| (year.to_string(), sums, None));
    let places = ledger.by(|line| line.account.territory.clone())?;
    let places = places.into_iter().map(|(key, sums)| {
        let name = territory_name(directory, &key);
        (name, sums, ceilings.of_territory(&key))
    });
    let own = ledger.by(|line| line.account.beneficiary.clone())?;
    let own = own.into_iter().map(|(slug, sums)| {
        let name = organisation_name(directory, &slug);
        (name, sums, ceilings.of_beneficiary(&slug))
    });
    Ok(vec![
        sums(desk, ("env-by-year", "env-annee"), years.collect()),
        sums(
            desk,
            ("env-by-territory", "env-territoire"),
            places.collect(),
        ),
        sums(desk, ("env-by-structure", "env-structure"), own.collect()),
    ])
}

type Rows = Vec<(String, Sums, Option<Cents>)>;

fn sums(desk: &Desk, (caption, first): (&str, &str), rows: Rows) -> Part {
    let (words, lang) = (desk.words(), desk.visit.lang);
    let bounded = rows.iter().any(|(_, _, ceiling)| ceiling.is_some());
    let shown = if bounded { SUMS.len() } else { 3 };
    let heads = std::iter::once(first).chain(SUMS).take(shown + 1);
    let row = |(name, sums, ceiling): (String, Sums, Option<Cents>)| {
        let mut cells = vec![Cell::of(name)];
        let all = [sums.promised, sums.granted, sums.paid];
        cells.extend(all.map(|sum| Cell::of(amount(lang, sum))));
        if bounded {
            let left = ceiling.and_then(|ceiling| sums.left_of(ceiling).ok());
            let none = || words.get("env-no-ceiling");
            let cell = |sum: Option<Cents>| sum.map_or_else(none, |sum| amount(lang, sum));
            cells.push(Cell::of(cell(ceiling)));
            cells.push(Cell::of(cell(left)));
        }
        cells
    };
    Part::Table(Table {
        caption: words.get(caption),
        heads: heads.map(|id| words.get(id)).collect(),
        rows: rows.into_iter().map(row).collect(),
    })
}

/// The way to the lines before those that are shown.
fn earlier(desk: &Desk, envelope: &Envelope, ledger: &Ledger) -> Option<Part> {
    let after = desk.page_number().saturating_add(1);
    let there = after.saturating_mul(LINES_A_PAGE) < ledger.lines().len();
    there.then(|| {
        let here = addresses::envelope(&envelope.slug, "");
        let address = addresses::with_query(&here, [("page", after.to_string())]);
        let address = format!("{}#lignes", desk.visit.link(&address));
        Part::Ways(vec![(address, desk.words().get("desk-next"))])
    })
}

/// The lines, last first; one that may be undone leads to where that is done.
fn lines(desk: &Desk, envelope: &Envelope, ledger: &Ledger) -> Table {
    let words = desk.words();
    let undone = ledger.undone();
    let corrects = may::<CorrectLedger>(desk, envelope).is_ok();
    let row = |line: &Line| {
        let moved = matches!(line.what, What::Moved(what) if what != Move::Release);
        let open = moved && !undone.contains(&line.number);
        let mut cells = cells(desk, words, line);
        if undone.contains(&line.number)
            && let Some(first) = cells.first_mut()
        {
            first.more = words.get("env-annulee");
        }
        cells.push(if open && corrects {
            let undo = addresses::envelope(&envelope.slug, "annuler");
            let undo = addresses::with_query(&undo, [(LINE, line.number.to_string())]);
            let told = [("line", line.number.to_string().into())];
            Cell::to(
                words.with("env-annuler-this", &told),
                desk.visit.link(&undo),
            )
        } else {
            Cell::default()
        });
        cells
    };
    let heads = LINES.iter().map(|id| words.get(id));
    let before = desk.page_number().saturating_mul(LINES_A_PAGE);
    let shown = ledger.lines().iter().rev().skip(before).take(LINES_A_PAGE);
    Table {
        caption: words.get("env-lines"),
        heads: heads.chain([words.get("env-acte-annuler")]).collect(),
        rows: shown.map(row).collect(),
    }
}

fn cells(desk: &Desk, words: Words, line: &Line) -> Vec<Cell> {
    let (lang, directory) = (desk.visit.lang, &desk.visit.directory);
    let account = &line.account;
    let beneficiary = organisation_name(directory, &account.beneficiary);
    let territory = territory_name(directory, &account.territory);
    let decision = line.decision.as_ref();
    let about = decision.map_or_else(
        || account.request.to_string(),
        |decision| format!("{}, {decision}", account.request),
    );
    vec![
        Cell::of(line.number.to_string()),
        Cell::of(date_short(lang, line.hand.day)),
        Cell::of(told::what(words, line)),
        Cell::of(amount(lang, line.amount())),
        Cell::of(beneficiary).and(format!("{territory}, {} ; {about}", account.year)),
        Cell::of(line.hand.reason.as_str()),
    ]
}
