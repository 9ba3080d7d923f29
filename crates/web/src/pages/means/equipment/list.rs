//! The inventory of an organisation: what is to be renewed, year by year, then every lot.

use axum::extract::Path;
use axum::response::Response;
use chrono::Datelike as _;
use portulan_app::means::equipment::{self, Seen};
use portulan_i18n::{amount, date_short, listed};
use portulan_model::means::equipment::{Lot, renewals};
use portulan_model::people::Organisation;
use portulan_policy::actions::{ManageEquipment, ReadEquipment, ReportFunds};

use super::{TAB, of, told};
use crate::auth::{Desk, Refused};
use crate::pages::addresses;
use crate::pages::parts::{Cell, Head, Line, Part, Table, desk_page};

/// The heads of the lots.
const HEADS: [&str; 6] = [
    "equip-nature",
    "equip-lieu",
    "equip-achat",
    "equip-renouvellement",
    "equip-paye-par",
    "equip-etat",
];

/// `GET /espace/structures/{slug}/equipement`.
pub(super) async fn show(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let (organisation, may) = of::<ReadEquipment>(&desk, &slug)?;
    let lots = equipment::of_organisation(desk.app(), &may).await?;
    let words = desk.words();
    let manages = of::<ManageEquipment>(&desk, &slug).is_ok();
    let mut ways = Vec::new();
    if manages {
        let new = addresses::equipment(&organisation.slug, "nouveau");
        ways.push((desk.visit.link(&new), words.get("equip-new")));
    }
    if of::<ReportFunds>(&desk, &slug).is_ok() {
        let own = addresses::own_agreements(&organisation.slug, "");
        ways.push((desk.visit.link(&own), words.get("conv-title")));
    }
    let mut parts = vec![Part::Ways(ways)];
    if lots.is_empty() {
        parts.push(Part::Text(words.get("equip-none")));
    } else {
        parts.extend(calendar(&desk, lots.iter().map(|one| &one.lot)));
        parts.push(Part::Title("lots", words.get("equip-lots")));
        parts.push(Part::Table(table(&desk, &organisation, &lots, manages)));
    }
    let head = Head {
        crumbs: Vec::new(),
        lead: words.get("equip-lead"),
    };
    let told = [("name", organisation.name.as_str().into())];
    let page = desk.page(words.with("equip-of", &told), TAB);
    Ok(desk_page(page, head, parts))
}

/// What is to be renewed in each year; a year that is over is told so.
fn calendar<'a>(desk: &Desk, lots: impl Iterator<Item = &'a Lot>) -> Vec<Part> {
    let (words, lang) = (desk.words(), desk.visit.lang);
    let years = renewals(lots);
    if years.is_empty() {
        return Vec::new();
    }
    let now = desk.visit.today().year();
    let lines = years.into_iter().map(|(year, kits)| {
        let kits = kits.into_iter();
        let kits = kits.map(|(kit, count)| told::count(words, kit, count));
        let told = [
            ("year", year.to_string().into()),
            ("what", listed(lang, kits.collect()).into()),
        ];
        let id = if year < now {
            "equip-a-renouveler-depuis"
        } else {
            "equip-a-renouveler"
        };
        Line {
            words: words.with(id, &told),
            ..Line::default()
        }
    });
    vec![
        Part::Title("calendrier", words.get("equip-calendrier")),
        Part::Lines(lines.collect()),
    ]
}

fn table(desk: &Desk, organisation: &Organisation, lots: &[Seen], manages: bool) -> Table {
    let words = desk.words();
    let row = |one: &Seen| {
        let lot = &one.lot;
        let name = told::name(words, lot);
        let address = addresses::equipment(&organisation.slug, &lot.id.to_string());
        let name = if manages {
            Cell::to(name, desk.visit.link(&address))
        } else {
            Cell::of(name)
        };
        vec![
            name,
            told::place(desk, lot.place),
            bought(desk, lot),
            Cell::of(lot.renewal.map(|year| year.to_string()).unwrap_or_default()),
            paid(desk, one),
            told::state(desk, &lot.state),
        ]
    };
    Table {
        caption: words.get("equip-lots"),
        heads: HEADS.iter().map(|id| words.get(id)).collect(),
        rows: lots.iter().map(row).collect(),
    }
}

/// When, for how much, and how old it is.
fn bought(desk: &Desk, lot: &Lot) -> Cell {
    let lang = desk.visit.lang;
    let age = [("n", lot.age(desk.visit.today()).into())];
    let told = [
        ("day", date_short(lang, lot.bought).into()),
        ("price", amount(lang, lot.price).into()),
    ];
    let words = desk.words();
    Cell::of(words.with("equip-achat-dit", &told)).and(words.with("equip-age", &age))
}

/// Which envelope paid, and how much.
fn paid(desk: &Desk, one: &Seen) -> Cell {
    let Some(((label, _slug), paid)) = one.envelope.as_ref().zip(one.lot.paid_by.as_ref()) else {
        return Cell::default();
    };
    Cell::of(amount(desk.visit.lang, paid.share)).and(label)
}
