//! `…/conventions/<convention>`: an agreement, its instalments, what it became, and where its money went: from the grant to
//! the place.

use axum::response::Response;
use portulan_app::means::agreements::Followed;
use portulan_i18n::{amount, date, date_short, listed};
use portulan_model::means::agreements::{AgreementState, Amendment, Refund, Report};
use portulan_model::means::equipment::{self, Lot};
use portulan_policy::actions::{PayFunds, WriteAgreements};

use super::acts::Act;
use super::{At, TAB, at, crumbs, may, reached, told};
use crate::auth::{Desk, Refused};
use crate::pages::addresses;
use crate::pages::means::envelopes::told::funder;
use crate::pages::means::equipment::told as lots_told;
use crate::pages::parts::{Cell, Head, Line, Part, Table, desk_page};
use crate::pages::typed::period_words;

/// The heads of the instalments.
const DUES: [&str; 3] = ["conv-echeance-jour", "conv-echeance-montant", "conv-etat"];
/// The heads of what was bought.
const LOTS: [&str; 5] = [
    "equip-nature",
    "equip-lieu",
    "equip-prix",
    "equip-part",
    "equip-renouvellement",
];

/// `GET /espace/enveloppes/{slug}/conventions/{convention}`.
pub(super) async fn show(desk: Desk, at: At) -> Result<Response, Refused> {
    let followed = reached(&desk, (&at.0.0, &at.0.1)).await?;
    let mut body = vec![Part::Ways(ways(&desk, &followed))];
    body.extend(parts(&desk, &followed)?);
    let head = Head {
        crumbs: crumbs(&desk, &followed.envelope),
        lead: told::state(&desk, &followed.agreement),
    };
    let page = desk.page(told::title(&desk, &followed), TAB);
    Ok(desk_page(page, head, body))
}

/// What whoever looks may do now.
fn ways(desk: &Desk, followed: &Followed) -> Vec<(String, String)> {
    let (words, agreement) = (desk.words(), &followed.agreement);
    let mut ways = vec![(
        desk.visit.link(&at(followed, "texte")),
        words.get("conv-texte"),
    )];
    if may::<WriteAgreements>(desk, &followed.envelope).is_ok() {
        let change = match agreement.state {
            AgreementState::Drafted => Some("conv-change"),
            AgreementState::Signed { .. } => Some("conv-amend"),
            _ => None,
        };
        let change = change.map(|id| ("modifier", words.get(id)));
        let acts = Act::ALL.iter().filter(|act| act.is_open(followed));
        let acts = acts.map(|act| (act.slug(), words.get(act.title())));
        let all = change.into_iter().chain(acts);
        ways.extend(all.map(|(part, words)| (desk.visit.link(&at(followed, part)), words)));
    }
    let unpaid = Act::has_unpaid(followed);
    if unpaid && may::<PayFunds>(desk, &followed.envelope).is_ok() {
        ways.push((pay(desk, followed), words.get("env-acte-verser")));
    }
    ways
}

/// The form of a payment, filled with the account that was granted.
fn pay(desk: &Desk, followed: &Followed) -> String {
    let account = followed.ledger.lines().last().map(|line| &line.account);
    let mut given = Vec::new();
    if let Some(account) = account {
        given.push(("env-ligne-demande", account.request.to_string()));
        given.push(("env-ligne-structure", account.beneficiary.to_string()));
        given.push(("env-ligne-territoire", account.territory.to_string()));
        given.push(("env-ligne-annee", account.year.to_string()));
    }
    let form = addresses::envelope(&followed.envelope.slug, "verser");
    desk.visit.link(&addresses::with_query(&form, given))
}

/// What both sides read of an agreement.
pub(super) fn parts(desk: &Desk, followed: &Followed) -> Result<Vec<Part>, Refused> {
    let (words, agreement) = (desk.words(), &followed.agreement);
    let beyond = |error| portulan_app::Error::internal("sums of an agreement", error);
    let sums = agreement.sums(&followed.ledger).map_err(beyond)?;
    let mut parts = vec![
        Part::Facts(facts(desk, followed, (sums.granted, sums.paid))),
        Part::Title("echeances", words.get("conv-echeances")),
    ];
    if let Some(told) = told::balance(desk, &agreement.terms, sums.granted) {
        parts.push(Part::Warning(told));
    }
    let dues = agreement.dues(&followed.ledger, desk.visit.today());
    let dues = dues.map_err(beyond)?;
    let rows = agreement.terms.instalments.iter().zip(dues);
    let rows = rows.map(|(one, due)| {
        vec![
            Cell::of(date(desk.visit.lang, one.due)),
            Cell::of(amount(desk.visit.lang, one.amount)),
            Cell::of(told::due(desk, due)),
        ]
    });
    parts.push(Part::Table(Table {
        caption: words.get("conv-echeances"),
        heads: DUES.iter().map(|id| words.get(id)).collect(),
        rows: rows.collect(),
    }));
    let mut section = |id: &'static str, title: &str, body: Vec<Part>| {
        if !body.is_empty() {
            parts.push(Part::Title(id, words.get(title)));
            parts.extend(body);
        }
    };
    section(
        "avenants",
        "conv-avenants",
        amendments(desk, &agreement.amendments),
    );
    section("bilans", "conv-bilans", reports(desk, &agreement.reports));
    section(
        "remboursements",
        "conv-remboursements",
        refunds(desk, &agreement.refunds),
    );
    section("materiel", "conv-materiel", lots(desk, followed)?);
    Ok(parts)
}

fn facts(
    desk: &Desk,
    followed: &Followed,
    (granted, paid): (portulan_model::Cents, portulan_model::Cents),
) -> Vec<(String, String)> {
    let (words, lang) = (desk.words(), desk.visit.lang);
    let (agreement, envelope) = (&followed.agreement, &followed.envelope);
    let terms = &agreement.terms;
    let signed = agreement.signature().map(|signed| {
        let by = signed.by.iter().map(|one| one.as_str().to_owned());
        let told = [
            ("day", date(lang, signed.on).into()),
            ("by", listed(lang, by.collect()).into()),
        ];
        words.with("conv-signee-par", &told)
    });
    let ended = match &agreement.state {
        AgreementState::Ended { reason, .. } => Some(reason.to_string()),
        _ => None,
    };
    let facts = [
        ("conv-enveloppe", Some(envelope.label.clone())),
        ("env-financeur", Some(funder(desk, &envelope.funder))),
        (
            "env-structure",
            Some(told::beneficiary(desk, &agreement.beneficiary)),
        ),
        ("conv-objet", Some(terms.purpose.to_string())),
        ("env-quand", period_words(lang, terms.period)),
        ("env-accorde", Some(amount(lang, granted))),
        ("env-verse", Some(amount(lang, paid))),
        ("conv-signature", signed),
        (
            "conv-jour-intermediaire",
            terms.interim.map(|day| date(lang, day)),
        ),
        ("conv-jour-final", terms.last.map(|day| date(lang, day))),
        ("conv-motif", ended),
    ];
    let fact = |(id, value): (&str, Option<String>)| value.map(|value| (words.get(id), value));
    facts.into_iter().filter_map(fact).collect()
}

/// Amendments, the last first, each with what was agreed before.
fn amendments(desk: &Desk, all: &[Amendment]) -> Vec<Part> {
    let (words, lang) = (desk.words(), desk.visit.lang);
    let numbered = all.iter().enumerate().rev();
    let lines = numbered.map(|(at, one)| {
        let before = one
            .before
            .instalments
            .iter()
            .map(|one| told::instalment(desk, one));
        let told = [
            ("n", (at + 1).into()),
            ("day", date(lang, one.on).into()),
            ("reason", one.reason.as_str().into()),
        ];
        Line {
            words: words.with("conv-avenant", &told),
            more: words.with(
                "conv-avenant-avant",
                &[("instalments", listed(lang, before.collect()).into())],
            ),
            ..Line::default()
        }
    });
    let lines: Vec<Line> = lines.collect();
    if lines.is_empty() {
        return Vec::new();
    }
    vec![Part::Lines(lines)]
}

/// Reports, the last first.
fn reports(desk: &Desk, all: &[Report]) -> Vec<Part> {
    let (words, lang) = (desk.words(), desk.visit.lang);
    let mut parts = Vec::new();
    for one in all.iter().rev() {
        let kind = words.get(&format!("conv-bilan-{}", one.kind.slug()));
        let told = [
            ("report", kind.into()),
            ("day", date(lang, one.on).into()),
            ("by", one.by.as_str().into()),
            ("spent", amount(lang, one.spent).into()),
        ];
        parts.push(Part::Text(words.with("conv-bilan-dit", &told)));
        parts.push(Part::Lined(one.words.to_string()));
        let line = |measure: &String| Line {
            words: measure.clone(),
            ..Line::default()
        };
        if !one.measures.is_empty() {
            parts.push(Part::Lines(one.measures.iter().map(line).collect()));
        }
    }
    parts
}

fn refunds(desk: &Desk, all: &[Refund]) -> Vec<Part> {
    let (words, lang) = (desk.words(), desk.visit.lang);
    let line = |one: &Refund| {
        let told = [
            ("amount", amount(lang, one.amount).into()),
            ("day", date(lang, one.asked).into()),
            ("reason", one.reason.as_str().into()),
        ];
        let received = one.received.map_or_else(
            || words.get("conv-remboursement-attendu"),
            |line| {
                words.with(
                    "conv-remboursement-recu",
                    &[("line", line.to_string().into())],
                )
            },
        );
        Line {
            words: words.with("conv-remboursement-dit", &told),
            more: received,
            ..Line::default()
        }
    };
    if all.is_empty() {
        return Vec::new();
    }
    vec![Part::Lines(all.iter().rev().map(line).collect())]
}

/// What was bought with it: how many, where, for how much, and how much of that it pays.
fn lots(desk: &Desk, followed: &Followed) -> Result<Vec<Part>, Refused> {
    let (words, lang) = (desk.words(), desk.visit.lang);
    if followed.lots.is_empty() {
        return Ok(Vec::new());
    }
    let sums = equipment::paid(&followed.lots);
    let sums = sums.map_err(|error| portulan_app::Error::internal("sums of equipment", error))?;
    let told = [
        ("share", amount(lang, sums.1).into()),
        ("price", amount(lang, sums.0).into()),
    ];
    let row = |lot: &Lot| {
        let share = lot.paid_by.as_ref().map(|paid| amount(lang, paid.share));
        let bought = [("day", date_short(lang, lot.bought).into())];
        vec![
            Cell::of(lots_told::count(words, lot.kit, lot.count.into()))
                .and(words.with("equip-achete-le", &bought)),
            lots_told::place(desk, lot.place),
            Cell::of(amount(lang, lot.price)),
            Cell::of(share.unwrap_or_default()),
            Cell::of(lot.renewal.map(|year| year.to_string()).unwrap_or_default())
                .and(lots_told::condition(words, &lot.state)),
        ]
    };
    Ok(vec![
        Part::Text(words.with("conv-materiel-somme", &told)),
        Part::Table(Table {
            caption: words.get("conv-materiel"),
            heads: LOTS.iter().map(|id| words.get(id)).collect(),
            rows: followed.lots.iter().map(row).collect(),
        }),
    ])
}
