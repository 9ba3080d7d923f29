//! `/espace/gouvernances/<slug>/enveloppes`: what the members of a body see of its envelopes, and the way to a new one.

use axum::extract::Path;
use axum::response::Response;
use portulan_app::means::envelopes::{self, Shared};
use portulan_app::rights;
use portulan_i18n::amount;
use portulan_model::means::envelopes::Sums;
use portulan_policy::actions::{ManageEnvelopes, ReadBody, ReadEnvelope};

use super::{TAB, may, told};
use crate::auth::{Desk, Refused, named};
use crate::pages::addresses;
use crate::pages::parts::{Cell, Head, Part, Table, desk_page};
use crate::pages::typed::{period_words, territory_name};

/// The heads of the sums by territory.
const HEADS: [&str; 4] = ["env-territoire", "env-promis", "env-accorde", "env-verse"];

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
    }
    for one in &all {
        parts.extend(told_of(&desk, one));
    }
    let here = desk.visit.link(&addresses::body_desk(&body.slug, ""));
    let head = Head {
        crumbs: vec![(here, body.name.clone())],
        lead: words.get("env-body-lead"),
    };
    let title = words.with("env-body-title", &[("name", body.name.as_str().into())]);
    Ok(desk_page(desk.page(title, TAB), head, parts))
}

/// An envelope: its name, what it is, its sums as far as they are shown.
fn told_of(desk: &Desk, one: &Shared) -> Vec<Part> {
    let (words, lang) = (desk.words(), desk.visit.lang);
    let envelope = &one.envelope;
    let mut facts = vec![
        (words.get("env-nom"), envelope.label.clone()),
        (words.get("env-objet"), told::kind(words, envelope.kind)),
        (
            words.get("env-financeur"),
            told::funder(desk, &envelope.funder),
        ),
        (words.get("env-montant"), amount(lang, envelope.amount)),
    ];
    let period = period_words(lang, envelope.period);
    facts.extend(period.map(|period| (words.get("env-quand"), period)));
    let mut parts = vec![Part::Facts(facts)];
    parts.push(Part::Text(match one.whole {
        Some(sums) => told::use_of(desk, sums, envelope.amount),
        None => words.get("env-withheld-whole"),
    }));
    if one.territories.len() > 1 {
        parts.push(Part::Table(territories(desk, one)));
    }
    if may::<ReadEnvelope>(desk, envelope).is_ok() {
        let address = desk.visit.link(&addresses::envelope(&envelope.slug, ""));
        parts.push(Part::Ways(vec![(address, words.get("env-open"))]));
    }
    parts
}

fn territories(desk: &Desk, one: &Shared) -> Table {
    let words = desk.words();
    let directory = &desk.visit.directory;
    let row = |(key, sums): (&portulan_model::TerritoryKey, &Option<Sums>)| {
        let cell = |of: fn(&Sums) -> portulan_model::Cents| {
            Cell::of(told::sum(desk, sums.as_ref().map(of)))
        };
        vec![
            Cell::of(territory_name(directory, key)),
            cell(|sums| sums.promised),
            cell(|sums| sums.granted),
            cell(|sums| sums.paid),
        ]
    };
    Table {
        caption: words.get("env-by-territory"),
        heads: HEADS.iter().map(|id| words.get(id)).collect(),
        rows: one.territories.iter().map(row).collect(),
    }
}
