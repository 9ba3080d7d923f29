//! The merged record: `linkage::merge` decides, here its choices become a record. A person's wish goes before.
//!
//! Members that are where the place used to be give nothing. The result depends on the members and on how far their
//! sources are trusted, not on the order of the members nor on the day.

use std::collections::HashMap;

use portulan_linkage::merge::{Chosen, Merged, Reason, merge as decide};
use portulan_model::harvest::{Percent, Source};
use portulan_model::links::{FieldChoice, Merge};
use portulan_model::{PlaceField, PlaceId, PlaceRecord, Slug, Vouch};

use super::parts::{self, DATE, PARTS, Part, Taken};

const WISH: &str = "wish";

/// The merged record, and who gave each field.
pub(super) fn combine(
    merge: &Merge,
    owns: &[(PlaceId, PlaceRecord)],
    trusts: &HashMap<Slug, Percent>,
) -> Option<(PlaceRecord, Vec<FieldChoice>)> {
    let survivor = owns.iter().find(|(id, _)| *id == merge.survivor);
    let (_, base) = survivor.or_else(|| owns.first())?;
    let standing = owns.iter().filter(|(id, _)| !merge.former.contains_key(id));
    let combining = Combining {
        merge,
        members: standing
            .map(|(id, record)| (id.to_string(), (*id, record)))
            .collect(),
    };
    let Some(merged) = combining.decide(trusts) else {
        return Some((base.clone(), Vec::new()));
    };
    Some(combining.record(base, &merged))
}

struct Combining<'a> {
    merge: &'a Merge,
    members: HashMap<String, (PlaceId, &'a PlaceRecord)>,
}

impl<'a> Combining<'a> {
    fn decide(&self, trusts: &HashMap<Slug, Percent>) -> Option<Merged> {
        let address = self.wished(PlaceField::Adresse).map(|(id, _)| id);
        let members = self.members.iter().map(|(text, (id, record))| {
            let trust = trusts.get(&record.external.source);
            let trust = trust.map_or(Source::DEFAULT_TRUST, |trust| trust.get());
            let confirmed = |field| match (field, address) {
                // The position follows the address that a person wishes.
                (PlaceField::Adresse, Some(wished)) => wished == *id,
                (PlaceField::Position, Some(_)) => false,
                _ => record.is_of_people(field),
            };
            parts::member(text.clone(), record, trust, confirmed)
        });
        decide(&members.collect::<Vec<_>>())
    }

    fn record(&self, base: &'a PlaceRecord, merged: &Merged) -> (PlaceRecord, Vec<FieldChoice>) {
        let mut record = base.clone();
        let newest = merged.fields.get(DATE).and_then(|date| self.donor(date));
        record.provenance.record = newest.unwrap_or(base).provenance.record.clone();
        record.provenance.fields.clear();
        record.provenance.vouch = self.last_word();
        for part in &PARTS {
            let chosen = merged.fields.get(part.name);
            let donor = chosen.and_then(|chosen| self.donor(chosen));
            let taken = Taken {
                values: chosen.map_or(&[], |chosen| &chosen.values),
                donor: donor.unwrap_or(base),
            };
            part.write(&mut record, &taken);
        }
        let mut choices = Vec::new();
        for field in PlaceField::ALL {
            let choice = match self.wished(field) {
                Some((id, from)) => {
                    field.copy(from, &mut record);
                    Some((vec![id], WISH))
                }
                None => self.choice(field, merged),
            };
            let Some((from, rule)) = choice else { continue };
            self.remember(&mut record, field, &from);
            let rule = rule.to_owned();
            choices.push(FieldChoice { field, from, rule });
        }
        (record, choices)
    }

    /// What a person said last of whether the place is still there.
    fn last_word(&self) -> Option<Vouch> {
        let said = self.members.values();
        said.filter_map(|(_, record)| record.provenance.vouch)
            .max_by_key(|vouch| (vouch.at, vouch.open))
    }

    fn donor(&self, chosen: &Chosen) -> Option<&'a PlaceRecord> {
        let (_, record) = self.members.get(chosen.from.first()?)?;
        Some(record)
    }

    fn wished(&self, field: PlaceField) -> Option<(PlaceId, &'a PlaceRecord)> {
        let wish = self.merge.wishes.get(&field)?;
        self.members.get(&wish.to_string()).copied()
    }

    /// Who gave the parts of a field, and by which rule.
    fn choice(&self, field: PlaceField, merged: &Merged) -> Option<(Vec<PlaceId>, &'static str)> {
        let of_field = |part: &&Part| part.field == field;
        let chosen: Vec<&Chosen> = PARTS
            .iter()
            .filter(of_field)
            .filter_map(|part| merged.fields.get(part.name))
            .collect();
        let mut from: Vec<PlaceId> = Vec::new();
        let ids = chosen.iter().flat_map(|one| &one.from);
        for (id, _) in ids.filter_map(|text| self.members.get(text)) {
            if !from.contains(id) {
                from.push(*id);
            }
        }
        let plain = |reason: &Reason| matches!(reason, Reason::OnlyOne | Reason::Agreed);
        let reasons: Vec<Reason> = chosen.iter().map(|one| one.reason).collect();
        let union = reasons.iter().find(|one| **one == Reason::Union);
        let telling = || reasons.iter().find(|one| !plain(one));
        let reason = union.or_else(telling).or_else(|| reasons.first())?;
        Some((from, rule(*reason)))
    }

    /// The field comes from the first of those that gave it.
    fn remember(&self, record: &mut PlaceRecord, field: PlaceField, from: &[PlaceId]) {
        let first = from
            .first()
            .and_then(|id| self.members.get(&id.to_string()));
        let Some((_, first)) = first else { return };
        let origin = first.provenance.origin(field);
        if *origin != record.provenance.record {
            record.provenance.fields.insert(field, origin.clone());
        }
    }
}

/// The slug of a rule: `wish` is one more, for what a person named.
const fn rule(reason: Reason) -> &'static str {
    match reason {
        Reason::OnlyOne => "only",
        Reason::Agreed => "agreed",
        Reason::Confirmed => "confirmed",
        Reason::MostComplete => "most-complete",
        Reason::Newest => "newest",
        Reason::MostTrusted => "most-trusted",
        Reason::FirstId => "first-id",
        Reason::Union => "union",
    }
}

#[cfg(test)]
mod tests;
