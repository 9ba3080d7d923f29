//! A pool as its body and its partners see it: what it asks for, who has which part, hours by place, and all that was done.

use std::collections::{BTreeMap, BTreeSet};

use portulan_app::Error;
use portulan_app::means::pools::Held;
use portulan_i18n::amount;
use portulan_model::Slug;
use portulan_pools::{Part as PoolPart, Share, Terms};

use super::told;
use crate::auth::{Desk, Refused};
use crate::pages::parts::{Cell, Line, Part, Table};

/// The heads of the table of shares.
const SHARES: [&str; 5] = [
    "mut-structure",
    "mut-part-propre",
    "mut-part-commune",
    "mut-part",
    "mut-accord",
];
/// The heads of the table of intentions.
const WANTS: [&str; 4] = [
    "mut-intention",
    "mut-structure",
    "mut-part-propre",
    "mut-part-commune",
];

/// All that there is to say of a pool, after what is to be done with it; what became of its request comes before its history.
pub(super) fn pool(desk: &Desk, held: &Held, followed: Vec<Part>) -> Result<Vec<Part>, Refused> {
    let words = desk.words();
    let mut parts = vec![
        Part::Facts(facts(desk, held)?),
        Part::Title("parts", words.get("mut-parts")),
        Part::Table(shares(desk, held)?),
        Part::Title("intentions", words.get("mut-intentions")),
        Part::Table(wants(desk, held.parts())),
    ];
    if let Some(table) = held.terms().and_then(|terms| times(desk, terms)) {
        parts.push(Part::Title("temps", words.get("mut-temps-title")));
        parts.push(Part::Table(table));
    }
    parts.extend(followed);
    parts.push(Part::Title("histoire", words.get("mut-histoire")));
    let acts = held.record.acts.iter().rev().map(|done| Line {
        words: told::act(desk, done),
        more: told::details(desk, done),
        ..Line::default()
    });
    parts.push(Part::Lines(acts.collect()));
    Ok(parts)
}

/// A sum that cannot be counted is a fault of what is stored.
pub(super) fn counted<T>(sum: Result<T, portulan_model::money::TooMuch>) -> Result<T, Refused> {
    Ok(sum.map_err(|error| Error::internal("sums of a pool", error))?)
}

fn facts(desk: &Desk, held: &Held) -> Result<Vec<(String, String)>, Refused> {
    let (words, lang) = (desk.words(), desk.visit.lang);
    let mut facts = vec![(words.get("mut-etat"), told::stage(desk, held.record.stage))];
    let mut fact = |id: &str, value: String| facts.push((words.get(id), value));
    if let Some(lead) = held.lead() {
        fact("mut-porteur", told::named(desk, lead));
    }
    if let Some(terms) = held.terms() {
        fact(
            "mut-beneficiaires",
            told::all_named(desk, terms.beneficiaries()),
        );
        let common = [
            ("amount", amount(lang, terms.common()).into()),
            ("key", told::key(desk, terms).into()),
        ];
        fact("mut-commun", words.with("mut-commun-dit", &common));
    }
    fact("mut-total", amount(lang, counted(held.total())?));
    fact(VERSION_WORD, held.version().to_string());
    if let Some(request) = &held.record.request {
        fact("mut-reference", request.to_string());
    }
    Ok(facts)
}

const VERSION_WORD: &str = "mut-version";

/// What each organisation has, and whether it agreed to the terms that stand.
fn shares(desk: &Desk, held: &Held) -> Result<Table, Refused> {
    let directory = &desk.visit.directory;
    let all = counted(held.shares(directory))?;
    let awaited = held.awaited(directory);
    let agreement = |slug: &Slug| {
        let words = desk.words();
        if awaited.contains(slug) {
            return words.get("mut-accord-attendu");
        }
        let mut given = held.agreements().iter();
        let given = given
            .find(|one| portulan_app::means::pools::today(directory, &one.organisation) == *slug);
        given.map_or_else(
            || words.get("mut-accord-sans"),
            |one| words.with("mut-accord-le", &[("at", desk.instant(one.hand.at).into())]),
        )
    };
    Ok(Table {
        caption: desk.words().get("mut-parts"),
        heads: SHARES.iter().map(|id| desk.words().get(id)).collect(),
        rows: all
            .iter()
            .map(|(slug, share)| {
                let mut cells = share_cells(desk, slug, share);
                cells.push(Cell::of(agreement(slug)));
                cells
            })
            .collect(),
    })
}

fn share_cells(desk: &Desk, slug: &Slug, share: &Share) -> Vec<Cell> {
    let lang = desk.visit.lang;
    let mut cells = vec![Cell::of(told::named(desk, slug))];
    let all = [share.own, share.common, share.total];
    cells.extend(all.map(|sum| Cell::of(amount(lang, sum))));
    cells
}

/// What each organisation would have, without agreements.
pub(super) fn to_be(desk: &Desk, shares: &BTreeMap<Slug, Share>) -> Table {
    let words = desk.words();
    Table {
        caption: words.get("mut-apercu"),
        heads: SHARES.iter().take(4).map(|id| words.get(id)).collect(),
        rows: shares
            .iter()
            .map(|(slug, share)| share_cells(desk, slug, share))
            .collect(),
    }
}

/// What each organisation has, beside what it would have: nothing where it would have left.
pub(super) fn beside(
    desk: &Desk,
    now: &BTreeMap<Slug, Share>,
    then: &BTreeMap<Slug, Share>,
) -> Table {
    let (words, lang) = (desk.words(), desk.visit.lang);
    let sum = |share: Option<&Share>| {
        share.map_or_else(
            || words.get("mut-part-rien"),
            |share| amount(lang, share.total),
        )
    };
    let all: BTreeSet<&Slug> = now.keys().chain(then.keys()).collect();
    let rows = all.into_iter().map(|slug| {
        vec![
            Cell::of(told::named(desk, slug)),
            Cell::of(sum(now.get(slug))),
            Cell::of(sum(then.get(slug))),
        ]
    });
    let heads = ["mut-structure", "mut-part-avant", "mut-part-apres"];
    Table {
        caption: words.get("mut-depart-parts"),
        heads: heads.iter().map(|id| words.get(id)).collect(),
        rows: rows.collect(),
    }
}

/// Each intention with its money.
fn wants(desk: &Desk, parts: &[PoolPart]) -> Table {
    let (words, lang) = (desk.words(), desk.visit.lang);
    let row = |part: &PoolPart| {
        vec![
            Cell::of(title(&part.want)),
            Cell::of(told::named(desk, &part.want.organisation)),
            Cell::of(amount(lang, part.own)),
            Cell::of(amount(lang, part.common)),
        ]
    };
    Table {
        caption: words.get("mut-intentions"),
        heads: WANTS.iter().map(|id| words.get(id)).collect(),
        rows: parts.iter().map(row).collect(),
    }
}

/// What an intention is called.
pub(super) fn title(want: &portulan_pools::Want) -> String {
    if want.title.is_empty() {
        want.id.to_string()
    } else {
        want.title.clone()
    }
}

/// The time of each place; nothing where none was told.
fn times(desk: &Desk, terms: &Terms) -> Option<Table> {
    let words = desk.words();
    let wants: BTreeMap<&Slug, &PoolPart> = terms
        .parts()
        .iter()
        .map(|part| (&part.want.id, part))
        .collect();
    let rows = terms.times().into_iter().filter_map(|time| {
        let want = &wants.get(&time.want)?.want;
        let site = want.sites.get(time.site)?;
        Some(vec![
            Cell::of(site.name.clone()),
            Cell::of(told::named(desk, &want.organisation)),
            Cell::of(told::time(desk, time.minutes, time.hundredths)),
        ])
    });
    let rows: Vec<Vec<Cell>> = rows.collect();
    let heads = ["mut-lieu", "mut-structure", "mut-temps-semaine"];
    (!rows.is_empty()).then(|| Table {
        caption: words.get("mut-temps-title"),
        heads: heads.iter().map(|id| words.get(id)).collect(),
        rows,
    })
}
