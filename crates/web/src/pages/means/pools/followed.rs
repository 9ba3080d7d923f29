//! What became of the request of a pool, on its page; and the ways from lines and plans back to pools.

use std::collections::BTreeSet;

use portulan_app::means::pools::{self, Followed, Held};
use portulan_i18n::{amount, date_short};
use portulan_model::Slug;
use portulan_model::means::envelopes::{Line, Reference, Sums};

use super::{draw, home, told};
use crate::auth::{Desk, Refused};
use crate::pages::addresses;
use crate::pages::bodies::body as known_body;
use crate::pages::means::envelopes::told::what;
use crate::pages::parts::{Cell, Part, Table};

/// The heads of the lines.
const HEADS: [&str; 5] = [
    "mut-suite-enveloppe",
    "env-ligne-jour",
    "env-ligne-fait",
    "env-ligne-montant",
    "env-ligne-structure",
];

/// The lines of the envelopes that whoever looks may read; nothing where there is no request, or no such envelope.
pub(super) async fn parts(desk: &Desk, held: &Held) -> Result<Vec<Part>, Refused> {
    let all = pools::followed(desk.app(), desk.actor(), held).await?;
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let words = desk.words();
    let mut parts = vec![Part::Title("suite", words.get("mut-suite"))];
    let rows: Vec<Vec<Cell>> = all.iter().flat_map(|one| lines(desk, one)).collect();
    if rows.is_empty() {
        parts.push(Part::Text(words.get("mut-suite-rien")));
        return Ok(parts);
    }
    let mut sums = all.iter().map(|one| one.sums);
    let sums = draw::counted(sums.try_fold(Sums::default(), Sums::plus))?;
    let lang = desk.visit.lang;
    let told = [
        ("promised", amount(lang, sums.promised).into()),
        ("granted", amount(lang, sums.granted).into()),
        ("paid", amount(lang, sums.paid).into()),
    ];
    parts.push(Part::Text(words.with("mut-suite-somme", &told)));
    parts.push(Part::Table(Table {
        caption: words.get("mut-suite"),
        heads: HEADS.iter().map(|id| words.get(id)).collect(),
        rows,
    }));
    Ok(parts)
}

fn lines(desk: &Desk, followed: &Followed) -> Vec<Vec<Cell>> {
    let envelope = &followed.envelope;
    let address = desk.visit.link(&addresses::envelope(&envelope.slug, ""));
    let lang = desk.visit.lang;
    let row = |line: &Line| {
        vec![
            Cell::to(envelope.label.as_str(), address.clone()),
            Cell::of(date_short(lang, line.hand.day)),
            Cell::of(what(desk.words(), line)),
            Cell::of(amount(lang, line.amount())),
            Cell::of(told::named(desk, &line.account.beneficiary))
                .and(line.account.year.to_string()),
        ]
    };
    followed.lines.iter().map(row).collect()
}

/// The ways to the pools of a body whose request is in, as far as whoever looks may read them; of some requests alone, where
/// they are given.
pub(in crate::pages::means) async fn ways(
    desk: &Desk,
    (body, requests): (&Slug, Option<&BTreeSet<Reference>>),
) -> Result<Vec<Part>, Refused> {
    let all = pools::submitted(desk.app(), desk.actor(), (body, requests)).await?;
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let (words, body) = (desk.words(), known_body(desk, body.as_str())?);
    let ways = all.iter().filter_map(|one| {
        let address = home(desk, (body, &one.slug), &one.organisations);
        let told = [
            ("request", one.request.as_ref()?.as_str().into()),
            ("title", one.title.as_str().into()),
        ];
        let way = words.with("mut-suite-retour", &told);
        Some((desk.visit.link(&address), way))
    });
    Ok(vec![
        Part::Title("mutualisations", words.get("mut-suite-demandes")),
        Part::Ways(ways.collect()),
    ])
}
