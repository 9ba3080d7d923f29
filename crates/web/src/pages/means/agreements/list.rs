//! `/espace/enveloppes/<slug>/conventions`: the agreements of an envelope, and what is granted without one.

use axum::extract::Path;
use axum::response::Response;
use portulan_app::means::agreements::{self, Granted};
use portulan_i18n::{amount, date};
use portulan_model::means::agreements::Agreement;
use portulan_model::means::envelopes::Envelope;
use portulan_policy::actions::{ReadEnvelope, WriteAgreements};

use super::{TAB, find, form, may, told};
use crate::auth::{Desk, Refused};
use crate::pages::addresses;
use crate::pages::parts::{Cell, Head, Part, Table, desk_page};

/// The heads of the agreements.
const HEADS: [&str; 4] = [
    "conv-une",
    "conv-etat",
    "conv-montant-convenu",
    "conv-bilan-attendu",
];

/// `GET /espace/enveloppes/{slug}/conventions`.
pub(super) async fn show(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let envelope = find(&desk, &slug).await?;
    let reads = may::<ReadEnvelope>(&desk, &envelope)?;
    let all = agreements::of_envelope(desk.app(), &reads, &envelope.slug).await?;
    let granted = agreements::to_agree(desk.app(), &reads, &envelope.slug).await?;
    let words = desk.words();
    let mut parts = Vec::new();
    if all.is_empty() {
        parts.push(Part::Text(words.get("conv-none")));
    } else {
        let address = |one: &Agreement| addresses::agreements(&envelope.slug, one.slug.as_str());
        parts.push(table(&desk, &all, address));
    }
    if !granted.is_empty() {
        parts.push(Part::Title("sans-convention", words.get("conv-sans")));
        parts.push(without(&desk, &envelope, &granted));
    }
    let here = desk.visit.link(&addresses::envelope(&envelope.slug, ""));
    let head = Head {
        crumbs: vec![(here, envelope.label.clone())],
        lead: words.get("conv-lead"),
    };
    let told = [("name", envelope.label.as_str().into())];
    let page = desk.page(words.with("conv-of-envelope", &told), TAB);
    Ok(desk_page(page, head, parts))
}

/// Agreements, each with how far it is, how much is agreed, and which report is awaited.
pub(super) fn table(
    desk: &Desk,
    all: &[Agreement],
    address: impl Fn(&Agreement) -> String,
) -> Part {
    let (words, lang, today) = (desk.words(), desk.visit.lang, desk.visit.today());
    let row = |one: &Agreement| {
        let total = one.terms.total().unwrap_or_default();
        let awaited = one.awaited().map(|(kind, day)| {
            let kind = words.get(&format!("conv-bilan-{}", kind.slug()));
            let late = if day < today {
                "conv-attendu-en-retard"
            } else {
                "conv-attendu"
            };
            let told = [("report", kind.into()), ("day", date(lang, day).into())];
            words.with(late, &told)
        });
        vec![
            Cell::to(told::name(desk, one), desk.visit.link(&address(one))),
            Cell::of(told::state(desk, one)),
            Cell::of(amount(lang, total)),
            Cell::of(awaited.unwrap_or_default()),
        ]
    };
    Part::Table(Table {
        caption: words.get("conv-title"),
        heads: HEADS.iter().map(|id| words.get(id)).collect(),
        rows: all.iter().map(row).collect(),
    })
}

/// What is granted without an agreement; whoever writes them begins one from here.
fn without(desk: &Desk, envelope: &Envelope, granted: &[Granted]) -> Part {
    let (words, lang) = (desk.words(), desk.visit.lang);
    let writes = may::<WriteAgreements>(desk, envelope).is_ok();
    let row = |one: &Granted| {
        let new = addresses::agreements(&envelope.slug, "nouvelle");
        let about = [(form::REQUEST, form::about(&one.beneficiary, &one.request))];
        let new = addresses::with_query(&new, about);
        let mut cells = vec![
            Cell::of(one.request.as_str()),
            Cell::of(told::beneficiary(desk, &one.beneficiary)),
            Cell::of(amount(lang, one.amount)),
        ];
        if writes {
            let told = [("request", one.request.as_str().into())];
            let words = words.with("conv-new-for", &told);
            cells.push(Cell::to(words, desk.visit.link(&new)));
        }
        cells
    };
    let heads = ["env-ligne-demande", "env-structure", "env-accorde"];
    let heads = heads.into_iter().chain(writes.then_some("conv-new"));
    Part::Table(Table {
        caption: words.get("conv-sans"),
        heads: heads.map(|id| words.get(id)).collect(),
        rows: granted.iter().map(row).collect(),
    })
}
