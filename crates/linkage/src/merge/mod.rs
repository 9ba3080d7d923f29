//! Which value wins when several records are one place, field by field, and why.
//!
//! A person's confirmation wins; then the newest value of a source; then the most trusted source; then the smallest id,
//! so that nothing depends on the order of the input or on the day it runs. Lists are united, unless a person confirmed
//! one. The parts of an address come from one record together, or a street would end up in another town. Nothing is
//! thrown away: the losers are the members themselves, which are kept.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use portulan_model::fields::LIST_COLUMNS;
use serde::Serialize;

/// One of the records that are the same place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Member {
    /// Unique among the members.
    pub id: String,
    /// When its source last knew it true.
    pub dated: Option<NaiveDate>,
    /// How far its source is trusted, 0 to 100.
    pub trust: u8,
    /// Its values, under the national names; a field that is absent is not there.
    pub fields: BTreeMap<String, FieldValue>,
}

/// The value of one field of a member.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldValue {
    /// One text, or the values of a list.
    pub values: Vec<String>,
    /// When it was true, where that is known apart from the record.
    pub dated: Option<NaiveDate>,
    /// A person confirmed it; without values, that there is none.
    pub confirmed: bool,
}

/// Why a value won.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// No other member has one.
    OnlyOne,
    /// All that have one say the same.
    Agreed,
    /// A person confirmed it.
    Confirmed,
    /// It says the most of where the place is.
    MostComplete,
    /// Its date is the latest.
    Newest,
    /// Its source is the most trusted.
    MostTrusted,
    /// Nothing tells them apart but their ids.
    FirstId,
    /// The values of all.
    Union,
}

/// A field of the merged place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Chosen {
    /// The values.
    pub values: Vec<String>,
    /// The members they come from.
    pub from: Vec<String>,
    /// Why.
    pub reason: Reason,
}

/// A merged place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Merged {
    /// The smallest id of the members.
    pub id: String,
    /// All ids, in order.
    pub members: Vec<String>,
    /// Field by field.
    pub fields: BTreeMap<String, Chosen>,
}

/// Lists that the national schema has not, or writes as one text.
const BEYOND: [&str; 3] = ["source", "telephones", "reseaux"];

/// Fields that come from one member together.
const ADDRESS: [&str; 7] = [
    "adresse",
    "complement_adresse",
    "code_postal",
    "commune",
    "code_insee",
    "latitude",
    "longitude",
];

/// Whether a field is a list that merging unites: those of the national schema, and the sources.
#[must_use]
pub fn is_list(field: &str) -> bool {
    LIST_COLUMNS.contains(&field) || BEYOND.contains(&field)
}

/// Merges the records of one place. `None` where there is no member.
#[must_use]
pub fn merge(members: &[Member]) -> Option<Merged> {
    let mut members: Vec<&Member> = members.iter().collect();
    members.sort_by(|a, b| a.id.cmp(&b.id));
    members.dedup_by(|a, b| a.id == b.id);
    let id = members.first()?.id.clone();
    let mut names: Vec<&String> = members
        .iter()
        .flat_map(|member| member.fields.keys())
        .collect();
    names.sort_unstable();
    names.dedup();
    let home = home(&members);
    let mut fields = BTreeMap::new();
    for name in names.into_iter().filter(|name| *name != "id") {
        let chosen = if is_list(name) {
            union(name, &members)
        } else if ADDRESS.contains(&name.as_str()) {
            home.and_then(|(home, why)| of_home(name, home, why, &members))
        } else {
            winner(name, &members)
        };
        if let Some(chosen) = chosen {
            fields.insert(name.clone(), chosen);
        }
    }
    Some(Merged {
        id,
        members: members.iter().map(|member| member.id.clone()).collect(),
        fields,
    })
}

/// What makes a value win, strongest first.
type Rank = (bool, Option<NaiveDate>, u8);

fn rank(member: &Member, value: &FieldValue) -> Rank {
    (value.confirmed, value.dated.or(member.dated), member.trust)
}

fn winner(name: &str, members: &[&Member]) -> Option<Chosen> {
    let mut held: Vec<(Rank, &Member, &FieldValue)> = members
        .iter()
        .filter_map(|member| {
            let value = member
                .fields
                .get(name)
                .filter(|value| value.confirmed || !value.values.is_empty())?;
            Some((rank(member, value), *member, value))
        })
        .collect();
    // Stable: the smallest id stays first among equals.
    held.sort_by_key(|(rank, ..)| std::cmp::Reverse(*rank));
    let (best, member, value) = held.first()?;
    Some(Chosen {
        values: value.values.clone(),
        from: vec![member.id.clone()],
        reason: reason(*best, value, held.get(1..).unwrap_or_default()),
    })
}

fn reason(best: Rank, value: &FieldValue, others: &[(Rank, &Member, &FieldValue)]) -> Reason {
    let Some((next, ..)) = others.first() else {
        return Reason::OnlyOne;
    };
    if others
        .iter()
        .all(|(_, _, other)| other.values == value.values)
    {
        Reason::Agreed
    } else if best.0 != next.0 {
        Reason::Confirmed
    } else if best.1 != next.1 {
        Reason::Newest
    } else if best.2 != next.2 {
        Reason::MostTrusted
    } else {
        Reason::FirstId
    }
}

/// The values of all, those of the best member first, each once whatever its case. Where a person confirmed a list,
/// only what people confirmed.
fn union(name: &str, members: &[&Member]) -> Option<Chosen> {
    let mut held: Vec<(Rank, &Member, &FieldValue)> = members
        .iter()
        .filter_map(|member| {
            Some((
                rank(member, member.fields.get(name)?),
                *member,
                member.fields.get(name)?,
            ))
        })
        .collect();
    held.sort_by_key(|(rank, ..)| std::cmp::Reverse(*rank));
    let sources = held.iter().filter(|(_, _, value)| !value.confirmed).count();
    let confirmed = sources < held.len();
    held.retain(|(_, _, value)| value.confirmed == confirmed);
    let mut values: Vec<String> = Vec::new();
    let mut from = Vec::new();
    for (_, member, value) in &held {
        for text in &value.values {
            let known = values
                .iter()
                .any(|known| known.to_lowercase() == text.to_lowercase());
            if !known {
                values.push(text.clone());
                if !from.contains(&member.id) {
                    from.push(member.id.clone());
                }
            }
        }
    }
    let reason = match from.as_slice() {
        [] => return None,
        _ if confirmed && sources > 0 => Reason::Confirmed,
        [_] if held.len() == 1 => Reason::OnlyOne,
        [_] => Reason::Agreed,
        _ => Reason::Union,
    };
    Some(Chosen {
        values,
        from,
        reason,
    })
}

/// Parts without which an address is not whole.
const ESSENTIAL: [&str; 3] = ["adresse", "commune", "code_postal"];
/// Where the address is on the map.
const POSITION: [&str; 2] = ["latitude", "longitude"];

/// What makes an address win, strongest first: a person confirmed it, or its position; it is whole; it is the newest; its
/// source is trusted; it has many parts.
type Weight = (bool, bool, usize, Option<NaiveDate>, u8, usize);

fn weight(member: &Member) -> Weight {
    let confirmed = |position: bool| {
        let parts = ADDRESS
            .iter()
            .filter(|name| POSITION.contains(*name) == position);
        let mut held = parts.filter_map(|name| member.fields.get(*name));
        held.any(|value| value.confirmed)
    };
    let count = |names: &[&str]| {
        let held = names
            .iter()
            .filter(|name| member.fields.contains_key(**name));
        held.count()
    };
    (
        confirmed(false),
        confirmed(true),
        count(&ESSENTIAL),
        member.dated,
        member.trust,
        count(&ADDRESS),
    )
}

/// The member whose address is taken, and by what it is before the next one.
fn home<'a>(members: &[&'a Member]) -> Option<(&'a Member, Reason)> {
    let mut held: Vec<(Weight, &'a Member)> = members
        .iter()
        .map(|member| (weight(member), *member))
        .collect();
    // Stable: the smallest id stays first among equals.
    held.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    let (best, home) = *held.first()?;
    let next = held.get(1).map_or(best, |(weight, _)| *weight);
    let reason = if (best.0, best.1) != (next.0, next.1) {
        Reason::Confirmed
    } else if best.2 != next.2 {
        Reason::MostComplete
    } else if best.3 != next.3 {
        Reason::Newest
    } else if best.4 != next.4 {
        Reason::MostTrusted
    } else if best.5 != next.5 {
        Reason::MostComplete
    } else {
        Reason::FirstId
    };
    Some((home, reason))
}

/// A part of the address: that of the home; its position may come from another member in the same commune.
fn of_home(name: &str, home: &Member, why: Reason, members: &[&Member]) -> Option<Chosen> {
    let own = |member: &Member| member.fields.get(name).map(|value| value.values.clone());
    let others = members.iter().filter(|member| member.id != home.id);
    if let Some(values) = own(home) {
        let agreed = others
            .clone()
            .filter_map(|member| own(member))
            .all(|other| other == values);
        let alone = others.clone().all(|member| own(member).is_none());
        let reason = match (alone, agreed) {
            (true, _) => Reason::OnlyOne,
            (_, true) => Reason::Agreed,
            _ => why,
        };
        return Some(Chosen {
            values,
            from: vec![home.id.clone()],
            reason,
        });
    }
    if !matches!(name, "latitude" | "longitude" | "code_insee") {
        return None;
    }
    let commune =
        |member: &Member, field: &str| member.fields.get(field).map(|value| value.values.clone());
    let neighbours = others.filter(|member| {
        let same = |field: &str| {
            commune(member, field).is_some() && commune(member, field) == commune(home, field)
        };
        // A position is a pair: both halves come from a member that has both.
        let whole =
            member.fields.contains_key("latitude") && member.fields.contains_key("longitude");
        (same("code_insee") || same("code_postal")) && (whole || name == "code_insee")
    });
    let mut neighbours: Vec<&&Member> = neighbours.collect();
    neighbours.sort_by_key(|member| std::cmp::Reverse((member.dated, member.trust)));
    let member = neighbours
        .into_iter()
        .find(|member| own(member).is_some())?;
    Some(Chosen {
        values: own(member)?,
        from: vec![member.id.clone()],
        reason: Reason::OnlyOne,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn member(id: &str, day: u32, fields: &[(&str, &str)]) -> Member {
        let value = |text: &str| FieldValue {
            values: text.split('|').map(str::to_owned).collect(),
            ..FieldValue::default()
        };
        Member {
            id: id.to_owned(),
            dated: NaiveDate::from_ymd_opt(2024, 1, day),
            trust: 50,
            fields: fields
                .iter()
                .map(|(name, text)| ((*name).to_owned(), value(text)))
                .collect(),
        }
    }

    #[test]
    fn the_newest_value_wins_and_a_confirmed_one_wins_over_it() {
        let mut old = member("a", 1, &[("telephone", "+33299000000"), ("nom", "Maison")]);
        let new = member("b", 9, &[("telephone", "+33299000001")]);
        let chosen = |members: &[Member]| merge(members).unwrap().fields["telephone"].clone();
        let won = chosen(&[old.clone(), new.clone()]);
        assert_eq!(
            (won.values[0].as_str(), won.reason),
            ("+33299000001", Reason::Newest)
        );
        old.fields.get_mut("telephone").unwrap().confirmed = true;
        let won = chosen(&[old.clone(), new.clone()]);
        assert_eq!(
            (won.values[0].as_str(), won.reason),
            ("+33299000000", Reason::Confirmed)
        );
        let merged = merge(&[new, old]).unwrap();
        assert_eq!(
            (merged.id.as_str(), merged.fields["nom"].reason),
            ("a", Reason::OnlyOne)
        );
    }

    #[test]
    fn a_list_that_a_person_confirmed_takes_nothing_from_the_others() {
        let mut old = member("a", 1, &[("services", "A|B"), ("prise_rdv", "x")]);
        let new = member("b", 9, &[("services", "C"), ("prise_rdv", "y")]);
        for field in old.fields.values_mut() {
            field.confirmed = true;
        }
        old.fields.get_mut("prise_rdv").unwrap().values.clear();
        let merged = merge(&[old, new]).unwrap();
        let services = &merged.fields["services"];
        assert_eq!(services.values, ["A", "B"]);
        assert_eq!(services.reason, Reason::Confirmed);
        let none = &merged.fields["prise_rdv"].values;
        assert!(none.is_empty(), "confirmed that there is none");
    }

    #[test]
    fn lists_are_united_and_the_parts_of_an_address_stay_together() {
        let a = member(
            "a",
            1,
            &[
                ("services", "A|B"),
                ("adresse", "1 rue du Port"),
                ("commune", "Rennes"),
                ("code_postal", "35000"),
            ],
        );
        let b = member(
            "b",
            9,
            &[
                ("services", "B|C"),
                ("commune", "Brest"),
                ("latitude", "48.4"),
                ("longitude", "-4.5"),
            ],
        );
        let merged = merge(&[a, b]).unwrap();
        assert_eq!(merged.fields["services"].values, ["B", "C", "A"]);
        assert_eq!(merged.fields["commune"].values, ["Rennes"]);
        assert!(
            !merged.fields.contains_key("latitude"),
            "the position of another town"
        );
    }

    #[test]
    fn a_confirmed_address_goes_before_a_confirmed_position_and_the_whole_before_the_newest() {
        let parts = [
            ("adresse", "1 rue du Port"),
            ("commune", "Rennes"),
            ("latitude", "48.1"),
            ("longitude", "-1.6"),
        ];
        let mut old = member("a", 1, &parts);
        let mut pinned = member("b", 9, &parts);
        let street = |members: &[&Member]| {
            let members: Vec<Member> = members.iter().map(|one| (*one).clone()).collect();
            let chosen = merge(&members).unwrap().fields["adresse"].clone();
            (chosen.from[0].clone(), chosen.reason)
        };
        pinned.fields.get_mut("adresse").unwrap().values = vec!["2 rue du Port".to_owned()];
        let won = |from: &str, reason| (from.to_owned(), reason);
        assert_eq!(street(&[&old, &pinned]), won("b", Reason::Newest));
        let mut bare = pinned.clone();
        bare.fields.remove("commune");
        assert_eq!(street(&[&old, &bare]), won("a", Reason::MostComplete));
        pinned.fields.get_mut("latitude").unwrap().confirmed = true;
        bare.fields.get_mut("latitude").unwrap().confirmed = true;
        assert_eq!(street(&[&old, &bare]), won("b", Reason::Confirmed));
        old.fields.get_mut("adresse").unwrap().confirmed = true;
        assert_eq!(street(&[&old, &pinned]), won("a", Reason::Confirmed));
    }

    proptest! {
        #[test]
        fn the_order_of_the_members_changes_nothing(days in proptest::collection::vec(1_u32..5, 2..6), turn in 0_usize..6) {
            let members: Vec<Member> = days
                .iter()
                .enumerate()
                .map(|(at, day)| member(&format!("m{at}"), *day, &[("nom", &format!("n{}", at % 3)), ("services", &format!("s{at}")), ("adresse", "x")]))
                .collect();
            let mut turned = members.clone();
            turned.rotate_left(turn % members.len());
            prop_assert_eq!(merge(&members), merge(&turned));
        }
    }
}
