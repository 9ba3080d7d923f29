//! What differs for organisations: identifiers tell more than doors.
//!
//! A place is a door; an organisation is a legal body and its establishments, told by SIRET, SIREN and RNA. The weights
//! stay those of the one model (`data/model.toml`, with what weighs otherwise); here are the rules that no weight may
//! override, and the bodies that several establishments belong to. `docs/matching.md` says why each rule is so.

use std::collections::{BTreeMap, BTreeSet};

use portulan_text::{Pivot, fold};

use crate::concepts::is_stop_word;
use crate::contacts;
use crate::features::{Features, Part, key, stem};
use crate::levels::{Agreement, common};
use crate::link::{self, NAMED, at_one_door, kin};
use crate::outcome::{Level, Options, Outcome, Pair};
use crate::{Record, Subject};

/// Names that are one, to a mistyping.
const WHOLE: [Level; 4] = [
    Level::NameSame,
    Level::NameClose,
    Level::NameOrdinary,
    Level::NameUnique,
];

/// Addresses and positions of another door.
const ELSEWHERE: [Level; 8] = [
    Level::AddressNumber,
    Level::AddressOther,
    Level::AddressAlike,
    Level::PositionClose,
    Level::PositionAround,
    Level::PositionAway,
    Level::PositionFar,
    Level::CommuneOther,
];

/// Keys of the establishment, of the body (its SIREN) and of the association (its RNA); zero for what is not told. An
/// identifier that fails its check digit tells nothing: a typing error would make two bodies of one.
pub(crate) fn identity(record: &Record) -> (u32, u32, u32) {
    let (mut establishment, mut body, mut association) = (0, 0, 0);
    for text in [&record.pivot, &record.rna].into_iter().flatten() {
        match Pivot::parse(text) {
            Ok(Pivot::Rna(code)) => association = key(b"r", &code),
            Ok(Pivot::Siret(code) | Pivot::Ridet(code)) if body == 0 => {
                (establishment, body) = contacts::pivot(&code).unwrap_or_default();
            }
            _ => {}
        }
    }
    (establishment, body, association)
}

/// Whether an organisation is the commune itself: `Commune des Lilas`, `Ville de Moissac`, `Moissac`, and `Marie de
/// Moissac` as it is often mistyped. `name` is folded.
pub(crate) fn is_commune(name: &str, commune: &str) -> bool {
    const CALLED: [&str; 6] = [
        "commune",
        "maire",
        "mairie",
        "marie",
        "municipalite",
        "ville",
    ];
    let commune = fold(commune);
    let of_commune: Vec<&str> = commune.split_ascii_whitespace().map(stem).collect();
    let own = |word: &&str| !CALLED.contains(word) && !is_stop_word(word);
    let mut words = name.split_ascii_whitespace();
    let other = |word: &str| own(&word) && !of_commune.contains(&stem(word));
    !of_commune.is_empty() && !name.is_empty() && !words.any(other)
}

/// What the identifiers of two organisations say, the SIRET before the SIREN before the RNA.
pub(crate) fn identified(a: &Features, b: &Features) -> Option<Level> {
    let both = |of: fn(&Features) -> u32| of(a) != 0 && of(b) != 0;
    let establishments = both(|one| one.pivot);
    if establishments && a.pivot == b.pivot {
        Some(Level::PivotSame)
    } else if both(|one| one.body) && a.body != b.body {
        Some(Level::PivotOther)
    } else if establishments {
        Some(Level::PivotBody)
    } else if both(|one| one.body) {
        Some(Level::PivotLegal)
    } else if both(|one| one.association) {
        let same = a.association == b.association;
        Some(if same {
            Level::PivotLegal
        } else {
            Level::PivotOther
        })
    } else {
        None
    }
}

/// Whether all numbers that two organisations share are those of a person.
pub(crate) fn share_a_person(a: &Features, b: &Features) -> bool {
    let of = |part| common(a.part(part), b.part(part)).count();
    a.subject == Subject::Organisation && of(Part::Mobiles) == of(Part::Phones)
}

/// One establishment or one body, under one name in one commune, or at one door under names that may be one. Within a
/// list, which gives the SIRET of a body to each of its antennas, both: one name at one door.
pub(crate) fn certain(agreement: &Agreement) -> bool {
    let known = agreement.any(&[Level::PivotSame, Level::PivotLegal]);
    let antenna = agreement.any(&[Level::CommuneOther, Level::KindItinerant]);
    let (whole, here) = (agreement.any(&WHOLE), !agreement.any(&ELSEWHERE));
    let named = if agreement.has(Level::SourceSame) {
        whole && here
    } else {
        whole || here && agreement.any(&NAMED)
    };
    known && named && kin(agreement) && !antenna
}

/// What follows for two organisations.
pub(crate) fn outcome(agreement: &Agreement, probability: f64, options: &Options) -> Outcome {
    let usual = link::outcome(agreement, probability, options);
    if usual == Outcome::Hosted {
        return usual;
    }
    let asked = |outcome| match outcome {
        Outcome::Same => Outcome::Review,
        other => other,
    };
    if agreement.has(Level::PivotOther) {
        let contacts = [Level::PhoneSame, Level::EmailSame, Level::WebsiteSame];
        let met = at_one_door(agreement) || agreement.any(&contacts);
        let alike = agreement.any(&WHOLE) && kin(agreement);
        return if alike && met {
            Outcome::Review
        } else {
            Outcome::Different
        };
    }
    if agreement.has(Level::PivotBody) && !at_one_door(agreement) {
        return if agreement.any(&ELSEWHERE) {
            Outcome::Different
        } else {
            asked(usual)
        };
    }
    if agreement.has(Level::NameOther) {
        return asked(usual);
    }
    usual
}

/// Whether a pair of organisations may not be in one group, whatever a third record says of both.
pub(crate) fn parted(record: &Record, pair: &Pair) -> bool {
    let has = |level| pair.evidence.iter().any(|one| one.level == level);
    record.subject == Subject::Organisation
        && (has(Level::PivotOther) || has(Level::PivotBody) && pair.outcome == Outcome::Different)
}

/// Several establishments of one legal body: a relation, no duplicate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// Its SIREN.
    pub siren: String,
    /// Indices of the records, by their ids; of a group, the first one stands for all.
    pub members: Vec<u32>,
}

/// The bodies of which the records name two establishments or more, by their SIREN. Two groups that both name the same
/// SIRET are two addresses of one body as well.
#[must_use]
pub fn bodies(records: &[Record], groups: &[Vec<u32>]) -> Vec<Body> {
    let mut first_of: Vec<u32> = (0..u32::try_from(records.len()).unwrap_or(u32::MAX)).collect();
    for group in groups {
        for at in group {
            if let (Some(slot), Some(first)) = (first_of.get_mut(*at as usize), group.first()) {
                *slot = *first;
            }
        }
    }
    let id = |at: u32| records.get(at as usize).map(|record| record.id.as_str());
    let mut found: BTreeMap<String, BTreeSet<(Option<&str>, u32)>> = BTreeMap::new();
    for (record, first) in records.iter().zip(first_of) {
        let read = record.pivot.as_deref().map(Pivot::parse);
        if let Some(Ok(Pivot::Siret(code))) = read
            && let Some(siren) = code.get(..9)
        {
            let members = found.entry(siren.to_owned()).or_default();
            members.insert((id(first), first));
        }
    }
    found
        .into_iter()
        .filter(|(_, members)| members.len() > 1)
        .map(|(siren, members)| Body {
            siren,
            members: members.into_iter().map(|(_, at)| at).collect(),
        })
        .collect()
}
