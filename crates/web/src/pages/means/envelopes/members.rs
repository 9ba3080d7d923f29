//! `/espace/gouvernances/<slug>/enveloppes`: what the members of a body see of its envelopes, and the way to a new one.

use axum::extract::Path;
use axum::response::Response;
use portulan_app::means::envelopes::{self, Shared};
use portulan_app::rights;
use portulan_i18n::amount;
use portulan_model::Cents;
use portulan_model::means::envelopes::{Envelope, Sums};
use portulan_policy::actions::{ManageEnvelopes, ReadBody, ReadEnvelope};

use super::{TAB, may, told};
use crate::auth::{Desk, Refused, named};
use crate::pages::addresses;
use crate::pages::parts::{Cell, Head, Part, Table, desk_page};
use crate::pages::typed::{period_words, territory_name};

/// The heads of the sums of each envelope.
const WHOLE: [&str; 8] = [
    "env-nom",
    "env-objet",
    "env-financeur",
    "env-montant",
    "env-promis",
    "env-accorde",
    "env-verse",
    "env-reste",
];
/// The heads of the sums by territory.
const PARTS: [&str; 4] = ["env-territoire", "env-promis", "env-accorde", "env-verse"];

/// `GET /espace/gouvernances/{slug}/enveloppes`.
pub(super) async fn show(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let (words, day) = (desk.words(), desk.visit.today());
    let directory = &desk.visit.directory;
    let body = portulan_app::bodies::known(directory, &named(&slug)?)?;
    let reads = desk.may_on::<ReadBody>(rights::joined_body(directory, body, day))?;
    let all = envelopes::shared(desk.app(), &reads).await?;
    let mut parts = Vec::new();
    let manages = desk.may_on::<ManageEnvelopes>(rights::body(directory, body));
    if manages.is_ok() {
        let new = addresses::body_desk(&body.slug, "enveloppes/nouvelle");
        parts.push(Part::Ways(vec![(
            desk.visit.link(&new),
            words.get("env-new"),
        )]));
    }
    if all.is_empty() {
        parts.push(Part::Text(words.get("env-body-none")));
    } else {
        parts.push(Part::Table(whole(&desk, &all)));
    }
    if let Some(table) = territories(&desk, &all) {
        parts.push(Part::Title("territoires", words.get("env-by-territory")));
        parts.push(Part::Table(table));
    }
    let here = desk.visit.link(&addresses::body_desk(&body.slug, ""));
    let head = Head {
        crumbs: vec![(here, body.name.clone())],
        lead: words.get("env-body-lead"),
    };
    let title = words.with("env-body-title", &[("name", body.name.as_str().into())]);
    Ok(desk_page(desk.page(title, TAB), head, parts))
}

/// The list of the body of an envelope, for those who may read it: whoever grants may be no member.
pub(super) fn open_to(desk: &Desk, envelope: &Envelope) -> Option<String> {
    let directory = &desk.visit.directory;
    let body = directory.levels.body(&envelope.body)?;
    let target = rights::joined_body(directory, body, desk.visit.today());
    desk.may_on::<ReadBody>(target).ok()?;
    Some(addresses::body_desk(&body.slug, "enveloppes"))
}

/// Each envelope: what it is, and its sums as far as they are shown.
fn whole(desk: &Desk, all: &[Shared]) -> Table {
    let (words, lang) = (desk.words(), desk.visit.lang);
    let row = |one: &Shared| {
        let envelope = &one.envelope;
        let period = period_words(lang, envelope.period).unwrap_or_default();
        let name = if may::<ReadEnvelope>(desk, envelope).is_ok() {
            let address = addresses::envelope(&envelope.slug, "");
            Cell::to(&envelope.label, desk.visit.link(&address))
        } else {
            Cell::of(&envelope.label)
        };
        let left = |sums: &Sums| sums.left_of(envelope.amount).unwrap_or_default();
        let mut cells = vec![
            name.and(period),
            Cell::of(told::kind(words, envelope.kind)),
            Cell::of(told::funder(desk, &envelope.funder)),
            Cell::of(amount(lang, envelope.amount)),
        ];
        cells.extend(sums(desk, one.whole.as_ref()));
        cells.push(Cell::of(told::sum(desk, one.whole.as_ref().map(left))));
        cells
    };
    Table {
        caption: words.get("env-title"),
        heads: WHOLE.iter().map(|id| words.get(id)).collect(),
        rows: all.iter().map(row).collect(),
    }
}

/// The sums by territory of the envelopes of which some are shown; none where all are withheld.
fn territories(desk: &Desk, all: &[Shared]) -> Option<Table> {
    let words = desk.words();
    let directory = &desk.visit.directory;
    let parted = all.iter().filter(|one| {
        let shown = one.territories.values().any(Option::is_some);
        shown && one.territories.len() > 1
    });
    let rows = parted.flat_map(|one| {
        one.territories.iter().map(|(key, parts)| {
            let name = territory_name(directory, key);
            let mut cells = vec![Cell::of(name).and(&one.envelope.label)];
            cells.extend(sums(desk, parts.as_ref()));
            cells
        })
    });
    let rows: Vec<Vec<Cell>> = rows.collect();
    (!rows.is_empty()).then(|| Table {
        caption: words.get("env-by-territory"),
        heads: PARTS.iter().map(|id| words.get(id)).collect(),
        rows,
    })
}

/// What is promised, granted and paid, or that it is withheld.
fn sums(desk: &Desk, sums: Option<&Sums>) -> [Cell; 3] {
    let all: [fn(&Sums) -> Cents; 3] = [|one| one.promised, |one| one.granted, |one| one.paid];
    all.map(|of| Cell::of(told::sum(desk, sums.map(of))))
}
