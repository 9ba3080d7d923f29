//! The files of `dedupe`: groups, merged places, relations, explanations.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use portulan_linkage::merge::Merged;
use portulan_linkage::{Body, Evidence, Outcome, Pair, Record};
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::outcome::Failure;
use crate::words::words;

/// A relation between records that are no duplicates.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Link<'a> {
    /// Two bodies at one door, one of which houses the other.
    Hosted {
        host: &'a str,
        service: &'a str,
        reason: String,
    },
    /// Establishments of one legal body.
    Body {
        siren: String,
        members: Vec<&'a str>,
        reason: String,
    },
}

impl<'a> Link<'a> {
    pub(super) fn hosted(host: &'a Record, service: &'a Record) -> Self {
        Self::Hosted {
            host: &host.id,
            service: &service.id,
            reason: words().with(
                "dedupe-hosted",
                &[
                    ("host", host.name.as_str().into()),
                    ("service", service.name.as_str().into()),
                ],
            ),
        }
    }
}

/// The bodies of several establishments.
pub(super) fn of_bodies<'a>(records: &'a [Record], bodies: &[Body]) -> Vec<Link<'a>> {
    let link = |body: &Body| {
        let members = body.members.iter();
        let members = members.filter_map(|at| records.get(*at as usize));
        Link::Body {
            siren: body.siren.clone(),
            members: members.map(|record| record.id.as_str()).collect(),
            reason: words().with(
                "dedupe-body",
                &[
                    ("siren", body.siren.as_str().into()),
                    ("count", body.members.len().into()),
                ],
            ),
        }
    };
    bodies.iter().map(link).collect()
}

/// A pair and why, as the contract has it.
#[derive(Debug, Serialize)]
pub(super) struct Explained<'a> {
    a: &'a str,
    b: &'a str,
    probability: f64,
    outcome: Outcome,
    evidence: Vec<Said>,
}

#[derive(Debug, Serialize)]
struct Said {
    field: &'static str,
    level: &'static str,
    weight: f64,
    text: String,
}

impl From<&Evidence> for Said {
    fn from(evidence: &Evidence) -> Self {
        Self {
            field: evidence.field.slug(),
            level: evidence.level.slug(),
            weight: (evidence.weight * 100.0).round() / 100.0,
            text: words().get(&format!("linkage-{}", evidence.level.slug())),
        }
    }
}

/// The pairs explained. A pair that looked the same and whose groups were not joined is for a person to say.
pub(super) fn pairs<'a>(
    records: &'a [Record],
    pairs: &[Pair],
    groups: &[Vec<u32>],
) -> Vec<Explained<'a>> {
    let together: HashSet<(u32, u32)> = groups
        .iter()
        .flat_map(|group| group.iter().flat_map(|a| group.iter().map(|b| (*a, *b))))
        .collect();
    let explained = pairs.iter().filter_map(|pair| {
        let (a, b) = (records.get(pair.a as usize)?, records.get(pair.b as usize)?);
        let outcome = match pair.outcome {
            _ if together.contains(&(pair.a, pair.b)) => Outcome::Same,
            Outcome::Same => Outcome::Review,
            other => other,
        };
        Some(Explained {
            a: &a.id,
            b: &b.id,
            probability: (pair.probability * 10_000.0).round() / 10_000.0,
            outcome,
            evidence: pair.evidence.iter().map(Said::from).collect(),
        })
    });
    explained.collect()
}

/// Writes all, or nothing.
pub(super) fn folder(
    out: &Path,
    groups: &[Vec<&str>],
    merged: &[(Merged, bool)],
    links: &[Link<'_>],
    pairs: &[Explained<'_>],
) -> Result<(), Failure> {
    fs::create_dir_all(out).map_err(|error| refused(out, &error))?;
    let places: Vec<Value> = merged
        .iter()
        .map(|(place, several)| place_json(place, *several))
        .collect();
    let texts = [
        ("groups.json", text(&groups)?),
        ("merged.json", text(&places)?),
        ("links.json", text(&links)?),
        ("explanations.json", text(&pairs)?),
    ];
    for (name, text) in &texts {
        let part = out.join(format!(".{name}.part"));
        fs::write(&part, text).map_err(|error| refused(&part, &error))?;
    }
    for (name, _) in &texts {
        let place = out.join(name);
        fs::rename(out.join(format!(".{name}.part")), &place)
            .map_err(|error| refused(&place, &error))?;
    }
    Ok(())
}

/// National names, lists joined; of a merged place also what it is made of, and why each value won.
fn place_json(place: &Merged, several: bool) -> Value {
    let mut object = Map::new();
    object.insert("id".to_owned(), json!(place.id));
    for (name, chosen) in &place.fields {
        let text = chosen.values.join("|");
        let number = matches!(name.as_str(), "latitude" | "longitude");
        let value = match text.parse::<serde_json::Number>() {
            Ok(value) if number => Value::Number(value),
            _ => Value::String(text),
        };
        object.insert(name.clone(), value);
    }
    if several {
        let origins = place.fields.iter().map(|(name, chosen)| {
            (
                name.clone(),
                json!({"de": chosen.from, "raison": chosen.reason}),
            )
        });
        object.insert("fusion_de".to_owned(), json!(place.members));
        object.insert("origine".to_owned(), Value::Object(origins.collect()));
    }
    Value::Object(object)
}

fn text<T: Serialize + ?Sized>(value: &T) -> Result<String, Failure> {
    serde_json::to_string_pretty(value).map_err(|error| Failure::internal("JSON", &error))
}

fn refused(path: &Path, error: &std::io::Error) -> Failure {
    Failure::Refused(format!("{} : {error}", path.display()))
}
