//! What if: an envelope of another amount, a partner that is not there. Asked and answered on the page of the plan, by its
//! address; nothing is written.

use portulan_app::means::plan::{SupposeError, Supposed};
use portulan_app::naming;
use portulan_app::roadmaps::form::amount_fault;
use portulan_i18n::amount;
use portulan_model::{Cents, Slug};
use portulan_plan::{Change, Unfit};

use super::grid::between;
use super::show::moved;
use super::{PART, Reached, SINCE};
use crate::auth::{Desk, Refused};
use crate::pages::addresses;
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Ask, Cell, Field, Form, Part, Table};
use crate::pages::typed::{faults, organisation_name};
use crate::pages::visit::LANGUAGE;

/// The envelope that would hold something else.
const ENVELOPE: &str = "enveloppe";
/// How much.
const AMOUNT: &str = "montant";
/// The partner that would not be there.
const WITHOUT: &str = "sans";
/// The fields, under the names of their messages.
const FIELDS: [(&str, &str); 3] = [
    (ENVELOPE, "plan-si-enveloppe"),
    (AMOUNT, "plan-si-montant"),
    (WITHOUT, "plan-si-sans"),
];

/// The form, and what would be where something is supposed.
pub(super) fn parts(desk: &Desk, plan: &Reached) -> Result<Vec<Part>, Refused> {
    let words = desk.words();
    let mut answers = Answers::default();
    for (name, id) in FIELDS {
        answers.put(id, desk.visit.value(name).unwrap_or_default());
    }
    let changes = changes(desk, plan, &mut answers);
    let supposed = match plan.gathered.suppose(&changes) {
        Ok(supposed) => (!changes.is_empty()).then_some(supposed),
        Err(SupposeError::Closed) => {
            answers.fault("plan-si-sans", words.get("plan-si-ferme"));
            None
        }
        Err(SupposeError::Unfit(Unfit::Nobody(_))) => {
            answers.fault("plan-si-sans", words.get("plan-si-personne"));
            None
        }
        Err(SupposeError::Unfit(_)) => {
            answers.fault("plan-si-enveloppe", words.get("plan-si-inconnue"));
            None
        }
        Err(SupposeError::Other(error)) => return Err(error.into()),
    };
    let mut parts = vec![
        Part::Title("et-si", words.get("plan-si")),
        Part::Text(words.get("plan-si-aide")),
        Part::Query(form(desk, plan, &answers)),
    ];
    if let Some(supposed) = supposed {
        parts.push(Part::Title("alors", words.get("plan-alors")));
        parts.extend(answer(desk, plan, (&changes, &supposed)));
    }
    Ok(parts)
}

/// What is supposed, as far as it can be read.
fn changes(desk: &Desk, plan: &Reached, answers: &mut Answers) -> Vec<Change> {
    let words = desk.words();
    let mut changes = Vec::new();
    let typed = answers.text("plan-si-montant").to_owned();
    let envelope = answers.text("plan-si-enveloppe").to_owned();
    if !envelope.is_empty() {
        let known = envelope.parse::<Slug>().ok();
        let known = known.filter(|slug| plan.told.amounts.contains_key(slug));
        match (known, typed.parse::<Cents>()) {
            (None, _) => answers.fault("plan-si-enveloppe", words.get("plan-si-inconnue")),
            (_, Err(error)) => answers.fault("plan-si-montant", words.get(amount_fault(error))),
            (Some(slug), Ok(amount)) => changes.push(Change::Amount(slug, amount)),
        }
    } else if !typed.is_empty() {
        answers.fault("plan-si-enveloppe", words.get("plan-si-choisir"));
    }
    let partner = answers.text("plan-si-sans").to_owned();
    if !partner.is_empty() {
        match naming::organisation(&desk.visit.directory, &partner) {
            Ok(slug) => changes.push(Change::Without(slug)),
            Err(_unknown) => answers.fault("plan-si-sans", words.get("plan-si-personne")),
        }
    }
    changes
}

fn form(desk: &Desk, plan: &Reached, answers: &Answers) -> Form {
    let words = desk.words();
    let ask = Ask { words, answers };
    let none = (String::new(), words.get("plan-si-aucune"));
    let all = plan.gathered.envelopes.iter();
    let envelopes = all.map(|one| (one.slug.to_string(), one.label.clone()));
    let mut fields = vec![
        ask.select(
            "plan-si-enveloppe",
            std::iter::once(none.clone()).chain(envelopes),
        ),
        ask.text("plan-si-montant", "text"),
    ];
    if plan.gathered.is_whole() {
        let known = plan.gathered.partners();
        let partners = known.map(|slug| {
            let name = organisation_name(&desk.visit.directory, slug);
            (slug.to_string(), name)
        });
        fields.push(ask.select("plan-si-sans", std::iter::once(none).chain(partners)));
    }
    for field in &mut fields {
        short_name(field);
    }
    let first = plan.told.first.to_string();
    fields.push(Field::Hidden(SINCE.to_owned(), first));
    if let Some(lang) = desk.visit.value(LANGUAGE) {
        fields.push(Field::Hidden(LANGUAGE.to_owned(), lang.to_owned()));
    }
    let here = addresses::body_desk(&plan.body.slug, PART);
    Form {
        id: "supposer",
        title: None,
        action: format!("{here}#alors"),
        faults: faults(words, answers),
        fields,
        submit: words.get("plan-si-voir"),
        plain: false,
    }
}

/// A field goes into the address under its short name.
fn short_name(field: &mut Field) {
    let id = match field {
        Field::Text(text) => &mut text.id,
        Field::Select(select) => &mut select.id,
        _ => return,
    };
    let short = FIELDS.iter().find(|(_, long)| long == id);
    if let Some((name, _)) = short {
        (*name).clone_into(id);
    }
}

/// What would be: how the whole moves, each year before and after, what would be left of each envelope.
fn answer(desk: &Desk, plan: &Reached, (changes, supposed): (&[Change], &Supposed)) -> Vec<Part> {
    let words = desk.words();
    let mut parts: Vec<Part> = changes
        .iter()
        .map(|change| Part::Text(said(desk, plan, change)))
        .collect();
    if supposed.told.whole.is_some() {
        parts.push(Part::Text(moved(desk, &supposed.moved)));
    }
    if supposed.staying > 0 {
        let told = [("n", supposed.staying.into())];
        parts.push(Part::Text(words.with("plan-si-reste", &told)));
    }
    parts.extend(years(desk, plan, supposed).map(Part::Table));
    parts.push(Part::Table(left(desk, plan, supposed)));
    parts
}

fn said(desk: &Desk, plan: &Reached, change: &Change) -> String {
    let words = desk.words();
    match change {
        Change::Amount(slug, sum) => {
            let known = plan.gathered.envelopes.iter().find(|one| one.slug == *slug);
            let told = [
                ("name", known.map_or("", |one| one.label.as_str()).into()),
                ("amount", amount(desk.visit.lang, *sum).into()),
            ];
            words.with("plan-si-dit-montant", &told)
        }
        Change::Without(slug) => {
            let name = organisation_name(&desk.visit.directory, slug);
            words.with("plan-si-dit-sans", &[("name", name.into())])
        }
        Change::With(_) => String::new(),
    }
}

/// Each year before and after, where both may be read.
fn years(desk: &Desk, plan: &Reached, supposed: &Supposed) -> Option<Table> {
    let words = desk.words();
    let (before, after) = (plan.told.whole?, supposed.told.whole?);
    let named = plan.told.years().map(|year| year.to_string()).into_iter();
    let named = named.chain([words.get("plan-trois-ans")]);
    let cells = |row: &portulan_plan::Row| {
        let years = row.years.into_iter().chain([row.all]);
        years.collect::<Vec<_>>()
    };
    let rows = named.zip(cells(&before).into_iter().zip(cells(&after)));
    let row = |(name, (before, after)): (String, (portulan_plan::Cell, portulan_plan::Cell))| {
        let sums = [before.counted, after.counted, before.to_find, after.to_find];
        let sums = sums.map(|range| Cell::of(between(desk, range)));
        std::iter::once(Cell::of(name)).chain(sums).collect()
    };
    Some(Table {
        caption: words.get("plan-si-annees"),
        heads: [
            "env-annee",
            "plan-si-demande-avant",
            "plan-si-demande-apres",
            "plan-si-trouver-avant",
            "plan-si-trouver-apres",
        ]
        .map(|id| words.get(id))
        .to_vec(),
        rows: rows.map(row).collect(),
    })
}

/// What is left of each envelope before and after.
fn left(desk: &Desk, plan: &Reached, supposed: &Supposed) -> Table {
    let words = desk.words();
    let of = |told: &portulan_plan::Told, slug: &Slug| {
        let left = told.left.get(slug).copied().flatten();
        let withheld = || words.get("env-withheld");
        left.map_or_else(withheld, |left| amount(desk.visit.lang, left.all))
    };
    let row = |one: &portulan_model::means::envelopes::Envelope| {
        vec![
            Cell::of(&one.label),
            Cell::of(of(&plan.told, &one.slug)),
            Cell::of(of(&supposed.told, &one.slug)),
        ]
    };
    Table {
        caption: words.get("plan-si-enveloppes"),
        heads: [
            "plan-enveloppe",
            "plan-si-reste-avant",
            "plan-si-reste-apres",
        ]
        .map(|id| words.get(id))
        .to_vec(),
        rows: plan.gathered.envelopes.iter().map(row).collect(),
    }
}
