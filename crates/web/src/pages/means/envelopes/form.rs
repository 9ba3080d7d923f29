//! The form of an envelope: written from what is known, read field by field. Ceilings are lines, a name and an amount each.

use std::collections::BTreeMap;

use portulan_app::means::envelopes::{EnvelopeError, Wish};
use portulan_app::naming::{self, Unnamed};
use portulan_i18n::amount;
use portulan_model::means::envelopes::{
    Ceilings, Envelope, EnvelopeField, EnvelopeKind, Funder, Limit, Rate, Refusal, Share, Unsound,
};
use portulan_model::proposals::Prose;
use portulan_model::{Cents, Slug, TerritoryKey};

use super::told;
use crate::auth::Desk;
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Ask, Field};
use crate::pages::typed::{Reading, fill_period, period_words};

pub(super) const LABEL: &str = "env-nom";
const KIND: &str = "env-objet";
const FUNDER: &str = "env-financeur";
/// Whether the funder is known here: nobody becomes an organisation by bearing its name.
const WHO: &str = "env-financeur-est";
const KNOWN: &str = "connu";
const OTHER: &str = "autre";
const FROM: &str = "env-debut";
const TO: &str = "env-fin";
pub(super) const AMOUNT: &str = "env-montant";
const TERRITORIES: &str = "env-plafonds-territoires";
const EACH: &str = "env-plafond-chacune";
const BENEFICIARIES: &str = "env-plafonds-structures";
const SHARE: &str = "env-part";
const FLOOR: &str = "env-plancher";
const CAP: &str = "env-plafond-demande";
const SOURCE: &str = "env-source";
/// Longest name of somebody who funds and is not known here.
const FUNDER_CHARS: usize = 200;

/// Writes what is known into the form.
pub(super) fn fill(desk: &Desk, envelope: &Envelope, answers: &mut Answers) {
    let directory = &desk.visit.directory;
    let sum = |sum: Option<Cents>| sum.map(typed).unwrap_or_default();
    answers.put(LABEL, &envelope.label);
    answers.put(KIND, envelope.kind.slug());
    let (who, name) = match &envelope.funder {
        Funder::Organisation(slug) => (KNOWN, naming::spelled_organisation(directory, slug)),
        Funder::Outside(name) => (OTHER, name.clone()),
    };
    answers.put(WHO, who);
    answers.put(FUNDER, name);
    fill_period(answers, envelope.period, FROM, TO);
    answers.put(AMOUNT, typed(envelope.amount));
    let territory = |(key, cents): (&TerritoryKey, &Cents)| {
        let name = naming::spelled(&directory.reference, key);
        format!("{name} : {}", typed(*cents))
    };
    let all = envelope.ceilings.territories.iter().map(territory);
    answers.put(TERRITORIES, all.collect::<Vec<_>>().join("\n"));
    answers.put(EACH, sum(envelope.ceilings.each));
    let beneficiary = |(slug, cents): (&Slug, &Cents)| {
        let name = naming::spelled_organisation(directory, slug);
        format!("{name} : {}", typed(*cents))
    };
    let all = envelope.ceilings.beneficiaries.iter().map(beneficiary);
    answers.put(BENEFICIARIES, all.collect::<Vec<_>>().join("\n"));
    let share = envelope.rate.share.map(|share| format!("{share} %"));
    answers.put(SHARE, share.unwrap_or_default());
    answers.put(FLOOR, sum(envelope.rate.floor));
    answers.put(CAP, sum(envelope.rate.cap));
    let source = envelope.source.as_ref().map(Prose::as_str);
    answers.put(SOURCE, source.unwrap_or_default());
}

/// An amount as one types it, in the French way whatever the language of the page: so it reads back.
fn typed(cents: Cents) -> String {
    amount(portulan_i18n::Lang::Fr, cents)
}

/// Every field at once; nothing where something of it cannot be.
pub(super) fn read(desk: &Desk, answers: &mut Answers) -> Option<Wish> {
    let mut reading = Reading::of(desk, answers);
    let named = reading.name(LABEL);
    let kind = reading.one_of(KIND, EnvelopeKind::ALL, EnvelopeKind::from_slug);
    let funder = funder(&mut reading);
    let period = reading.period(FROM, TO);
    let amount = reading.amount(AMOUNT);
    if amount.is_none_or(|sum| sum == Cents::ZERO) {
        reading.fault(AMOUNT, "env-wrong-empty");
    }
    let reference = &desk.visit.directory.reference;
    let territories = ceilings(&mut reading, TERRITORIES, |text| {
        naming::territory(reference, text)
    });
    let each = reading.amount(EACH);
    let directory = &desk.visit.directory;
    let beneficiaries = ceilings(&mut reading, BENEFICIARIES, |text| {
        naming::organisation(directory, text)
    });
    let share = share(&mut reading);
    let floor = reading.amount(FLOOR);
    let cap = reading.amount(CAP);
    let source = reading.prose(SOURCE);
    let wish = Wish {
        label: named?.0,
        kind: kind?,
        funder: funder?,
        period,
        amount: amount?,
        ceilings: Ceilings {
            territories,
            each,
            beneficiaries,
        },
        rate: Rate { share, floor, cap },
        source,
    };
    (answers.faults() == 0).then_some(wish)
}

/// What is typed over what is known: address, body and hands stay.
pub(super) fn over(known: Envelope, typed: Wish) -> Envelope {
    Envelope {
        label: typed.label,
        kind: typed.kind,
        funder: typed.funder,
        period: typed.period,
        amount: typed.amount,
        ceilings: typed.ceilings,
        rate: typed.rate,
        source: typed.source,
        ..known
    }
}

/// An organisation that is known here, or the name of somebody else: whoever types says which.
fn funder(reading: &mut Reading<'_>) -> Option<Funder> {
    let Some(name) = reading.line(FUNDER, FUNDER_CHARS) else {
        reading.fault(FUNDER, "env-wrong-funder");
        return None;
    };
    let who = reading.one_of(WHO, &[KNOWN, OTHER], |text| {
        [KNOWN, OTHER].into_iter().find(|one| *one == text)
    })?;
    if who == OTHER {
        return Some(Funder::Outside(name));
    }
    match naming::organisation(&reading.desk.visit.directory, &name) {
        Ok(slug) => return Some(Funder::Organisation(slug)),
        Err(Unnamed::Unknown(text)) => {
            let told = [("text", text.into())];
            let words = reading.words().with("env-wrong-funder-unknown", &told);
            reading.answers.fault(FUNDER, words);
        }
        Err(several) => reading.unnamed(FUNDER, &several),
    }
    None
}

/// Lines of a name and an amount: "Rennes : 10 000 €".
fn ceilings<K: Ord>(
    reading: &mut Reading<'_>,
    field: &str,
    named: impl Fn(&str) -> Result<K, Unnamed>,
) -> BTreeMap<K, Cents> {
    let text = reading.answers.text(field).to_owned();
    let mut all = BTreeMap::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let parted = line.rsplit_once(':');
        let parted = parted.and_then(|(name, sum)| Some((name, sum.parse().ok()?)));
        let wrong = match parted.map(|(name, sum)| (named(name.trim()), sum)) {
            None => "env-wrong-line",
            Some((Err(unnamed), _)) => {
                reading.unnamed(field, &unnamed);
                continue;
            }
            Some((Ok(key), _)) if all.contains_key(&key) => "env-wrong-twice",
            Some((Ok(key), cents)) => {
                all.insert(key, cents);
                continue;
            }
        };
        let told = [("text", line.to_owned().into())];
        let words = reading.words().with(wrong, &told);
        reading.answers.fault(field, words);
    }
    all
}

fn share(reading: &mut Reading<'_>) -> Option<Share> {
    let text = reading.answers.text(SHARE).to_owned();
    if text.is_empty() {
        return None;
    }
    let share = text.parse().ok();
    if share.is_none() {
        reading.fault(SHARE, "env-wrong-share");
    }
    share
}

/// The field in which what is refused of an envelope is mended.
pub(super) fn wrong(wish: &Wish, error: &EnvelopeError) -> &'static str {
    let ceilings = &wish.ceilings;
    match error {
        EnvelopeError::Unsound(Unsound::EmptyBound | Unsound::FloorBeyondCap) => FLOOR,
        EnvelopeError::Unsound(Unsound::NegativeCeiling | Unsound::CeilingBeyond) => {
            let odd = |sum: &Cents| *sum < Cents::ZERO || *sum > wish.amount;
            if ceilings.territories.values().any(odd) {
                TERRITORIES
            } else if ceilings.each.as_ref().is_some_and(odd) {
                EACH
            } else {
                BENEFICIARIES
            }
        }
        EnvelopeError::Refused(Refusal::Beyond { limit, .. }) => match limit {
            Limit::Territory(_) => TERRITORIES,
            Limit::Beneficiary(slug) if ceilings.beneficiaries.contains_key(slug) => BENEFICIARIES,
            Limit::Beneficiary(_) => EACH,
            Limit::Envelope | Limit::Rate => AMOUNT,
        },
        EnvelopeError::NoOrganisation(slug) if ceilings.beneficiaries.contains_key(slug) => {
            BENEFICIARIES
        }
        EnvelopeError::NoOrganisation(_) => FUNDER,
        _ => AMOUNT,
    }
}

/// The fields.
pub(super) fn fields(desk: &Desk, answers: &Answers) -> Vec<Field> {
    let words = desk.words();
    let ask = Ask { words, answers };
    let kinds: Vec<&str> = EnvelopeKind::ALL.iter().map(|kind| kind.slug()).collect();
    vec![
        ask.text(LABEL, "text"),
        ask.one_of(KIND, &kinds),
        ask.text(FUNDER, "text"),
        ask.one_of(WHO, &[KNOWN, OTHER]),
        ask.text(AMOUNT, "text"),
        ask.day(FROM),
        ask.day(TO),
        Field::Open(words.get("env-plafonds"), words.get("env-plafonds-aide")),
        ask.area(TERRITORIES, 4),
        ask.text(EACH, "text"),
        ask.area(BENEFICIARIES, 4),
        Field::Close,
        Field::Open(words.get("env-taux"), words.get("env-taux-aide")),
        ask.text(SHARE, "text"),
        ask.text(FLOOR, "text"),
        ask.text(CAP, "text"),
        Field::Close,
        ask.area(SOURCE, 3),
    ]
}

/// The value of a field as people read it; none where there is nothing.
pub(super) fn told(desk: &Desk, field: EnvelopeField, envelope: &Envelope) -> Vec<String> {
    let lang = desk.visit.lang;
    let mut answers = Answers::default();
    fill(desk, envelope, &mut answers);
    let lines = |names: &[&str]| -> Vec<String> {
        let all = names.iter().flat_map(|name| answers.text(name).lines());
        all.filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect()
    };
    // Of a bare sum nobody knows what it bounds.
    let named = |name: &str| -> Option<String> {
        let value = answers.text(name);
        let told = [
            ("name", desk.words().get(name).into()),
            ("value", value.into()),
        ];
        (!value.is_empty()).then(|| desk.words().with("env-named", &told))
    };
    match field {
        EnvelopeField::Label => lines(&[LABEL]),
        EnvelopeField::Kind => vec![told::kind(desk.words(), envelope.kind)],
        EnvelopeField::Funder => lines(&[FUNDER]),
        EnvelopeField::Period => period_words(lang, envelope.period).into_iter().collect(),
        EnvelopeField::Amount => lines(&[AMOUNT]),
        EnvelopeField::Ceilings => {
            let each = named(EACH);
            let named = lines(&[TERRITORIES]).into_iter().chain(each);
            named.chain(lines(&[BENEFICIARIES])).collect()
        }
        EnvelopeField::Rate => [SHARE, FLOOR, CAP].into_iter().filter_map(named).collect(),
        EnvelopeField::Source => lines(&[SOURCE]),
    }
}
