//! Terms as a form has them: filled in, read back, and known again in one line once their shares were shown.
//!
//! What organisations weigh is one number for each of them, under the address that it has today: so what was typed is read back
//! without looking for the intentions again.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use portulan_app::means::pools::{self, Asked, Held};
use portulan_i18n::{Lang, amount};
use portulan_model::{Cents, Slug};
use portulan_pools::{Key, Want};

use super::told::KEYS;
use super::{draw, told};
use crate::auth::Desk;
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Field, Text};
use crate::pages::typed::Reading;

pub(super) const LEAD: &str = "mut-porteur";
pub(super) const COMMON: &str = "mut-commun";
pub(super) const KEY: &str = "mut-cle";
/// The answer of those who settled what each weighs.
pub(super) const WEIGHTS: &str = "poids";
/// Before the address of an organisation: what it weighs.
const WEIGHT: &str = "mut-poids-";
/// Most that one may weigh.
const HEAVIEST: u32 = 1_000_000;

/// The terms that stand, as a form has them.
pub(super) fn stands(desk: &Desk, held: &Held) -> Option<Asked> {
    let terms = held.terms()?;
    let own = terms.parts().iter();
    Some(Asked {
        lead: pools::today(&desk.visit.directory, terms.lead()),
        own: own.map(|part| (part.want.id.clone(), part.own)).collect(),
        common: terms.common(),
        key: terms.key().clone(),
        weights: pools::weights(&desk.visit.directory, terms),
    })
}

fn own_field(at: usize) -> String {
    format!("mut-propre-{}", at + 1)
}

/// An amount as one types it, in the French way whatever the language of the page: so it reads back.
fn typed(cents: Cents) -> String {
    amount(Lang::Fr, cents)
}

pub(super) fn fill(answers: &mut Answers, wants: &[Want], asked: &Asked) {
    answers.put(LEAD, asked.lead.as_str());
    for (at, want) in wants.iter().enumerate() {
        let own = asked.own.get(&want.id).copied().unwrap_or_default();
        answers.put(&own_field(at), typed(own));
    }
    answers.put(COMMON, typed(asked.common));
    let word = KEYS.iter().find(|(_, key)| *key == asked.key);
    let word = word.map_or("egal", |(word, _)| *word);
    let settled = !asked.weights.is_empty();
    answers.put(KEY, if settled { WEIGHTS } else { word });
    for (organisation, weight) in &asked.weights {
        answers.put(&weight_field(organisation), weight.to_string());
    }
}

/// Terms as they are typed; none where something of them cannot be.
pub(super) fn read(desk: &Desk, answers: &mut Answers, intentions: &[Slug]) -> Option<Asked> {
    let before = answers.faults();
    let mut reading = Reading::of(desk, answers);
    let lead: Option<Slug> = reading.answers.text(LEAD).parse().ok();
    if lead.is_none() {
        reading.fault(LEAD, "mut-refus-porteur");
    }
    let mut own = BTreeMap::new();
    for (at, slug) in intentions.iter().enumerate() {
        let sum = reading.amount(&own_field(at)).unwrap_or_default();
        own.insert(slug.clone(), sum);
    }
    let common = reading.amount(COMMON).unwrap_or_default();
    let settled = reading.answers.text(KEY) == WEIGHTS;
    let weights = settled.then(|| settled_weights(&mut reading));
    let weights = weights.unwrap_or_default();
    let key = if settled {
        Some(Key::Equal)
    } else {
        key(reading.answers.text(KEY))
    };
    if key.is_none() {
        reading.fault(KEY, "edit-choice-unknown");
    }
    let asked = Asked {
        lead: lead?,
        own,
        common,
        key: key?,
        weights,
    };
    (answers.faults() == before).then_some(asked)
}

fn key(word: &str) -> Option<Key> {
    let known = KEYS.iter().find(|(known, _)| *known == word);
    known.map(|(_, key)| key.clone())
}

/// Terms in one line, to know again those whose shares were shown.
pub(super) fn seen(asked: &Asked) -> String {
    let key = KEYS.iter().find(|(_, key)| *key == asked.key);
    let key = key.map_or("", |(word, _)| *word);
    let mut line = format!("{} {} {key}", asked.lead, asked.common.get());
    for (want, sum) in &asked.own {
        let _ = write!(line, " {want} {}", sum.get());
    }
    for (organisation, weight) in &asked.weights {
        let _ = write!(line, " {organisation}={weight}");
    }
    line
}

fn weight_field(organisation: &Slug) -> String {
    format!("{WEIGHT}{organisation}")
}

/// What each organisation weighs, as it is typed; nothing typed weighs nothing.
fn settled_weights(reading: &mut Reading<'_>) -> BTreeMap<Slug, u32> {
    let typed = reading.answers.pairs().iter().filter_map(|(name, text)| {
        let organisation: Slug = name.strip_prefix(WEIGHT)?.parse().ok()?;
        Some((organisation, text.trim().to_owned()))
    });
    let typed: Vec<(Slug, String)> = typed.collect();
    let mut all = BTreeMap::new();
    for (organisation, text) in typed {
        let weight = if text.is_empty() {
            Some(0)
        } else {
            text.parse().ok().filter(|weight| *weight <= HEAVIEST)
        };
        if weight.is_none() {
            reading.fault(&weight_field(&organisation), "mut-refus-poids");
        }
        all.insert(organisation, weight.unwrap_or_default());
    }
    if all.values().all(|weight| *weight == 0) {
        reading.fault(KEY, "mut-refus-poids-aucun");
    }
    all
}

/// The fields of what each organisation weighs, folded until that is what the common part is split by.
pub(super) fn weights(desk: &Desk, answers: &Answers, parties: &[(String, String)]) -> Vec<Field> {
    let words = desk.words();
    let field = |(slug, name): &(String, String)| {
        let id = format!("{WEIGHT}{slug}");
        Field::Text(Text {
            label: words.with("mut-poids-de", &[("name", name.as_str().into())]),
            hint: String::new(),
            kind: "text",
            value: answers.first(&id).unwrap_or_default().to_owned(),
            wrong: answers.wrong(&id),
            id,
        })
    };
    let open = answers.text(KEY) == WEIGHTS;
    let mut fields = vec![
        Field::Fold(words.get("mut-poids"), open),
        Field::Note(words.get("mut-poids-aide")),
    ];
    fields.extend(parties.iter().map(field));
    fields.push(Field::Unfold);
    fields
}

/// What one intention keeps for itself.
pub(super) fn own(desk: &Desk, answers: &Answers, (at, want): (usize, &Want)) -> Field {
    let id = own_field(at);
    let told = [
        ("title", draw::title(want).into()),
        ("name", told::named(desk, &want.organisation).into()),
    ];
    let hint = want.amount.map(|span| {
        let lang = desk.visit.lang;
        let told = [
            ("least", amount(lang, span.least).into()),
            ("most", amount(lang, span.most).into()),
        ];
        desk.words().with("mut-propre-dit", &told)
    });
    Field::Text(Text {
        label: desk.words().with("mut-propre-de", &told),
        hint: hint.unwrap_or_default(),
        kind: "text",
        value: answers.first(&id).unwrap_or_default().to_owned(),
        wrong: answers.wrong(&id),
        id,
    })
}
