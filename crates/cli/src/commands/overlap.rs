//! `overlap`: which intentions, actions, requests, posts and grants of a file say one thing twice, or could be carried
//! together, and why.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

pub(crate) use portulan_app::means::overlaps::Grounds;
use portulan_geo::Reference;
use portulan_overlap::{Index, Item, Label, Pair, Record, Weighed};
use serde::Serialize;

use crate::args::OverlapArgs;
use crate::outcome::{Failure, print_json, say};
use crate::words::words;

/// What is printed.
#[derive(Debug, Serialize)]
struct Report {
    items: usize,
    kinds: BTreeMap<&'static str, usize>,
    pairs: Vec<Said>,
}

/// A pair and why, as the contract has it.
#[derive(Debug, Serialize)]
struct Said {
    a: String,
    b: String,
    kind: Label,
    score: f64,
    evidence: Vec<Why>,
}

#[derive(Debug, Serialize)]
struct Why {
    #[serde(flatten)]
    weighed: Weighed,
    text: String,
}

/// Compares all records of a file.
pub(crate) fn overlap(args: &OverlapArgs) -> Result<(), Failure> {
    let reference =
        Reference::embedded().map_err(|error| Failure::internal("reference", &error))?;
    let ground = Grounds::new(&reference);
    let items = items(&args.input, &ground)?;
    let index = Index::of(items, &ground);
    let mut kinds: BTreeMap<&'static str, usize> = BTreeMap::new();
    let mut pairs = Vec::new();
    for pair in index.pairs() {
        if let Some(said) = said(&index, pair) {
            *kinds.entry(said.kind.slug()).or_default() += 1;
            pairs.push(said);
        }
    }
    pairs.sort_by(|one, other| other.score.total_cmp(&one.score));
    let report = Report {
        items: index.known().len(),
        kinds,
        pairs,
    };
    if args.json {
        return print_json(&report);
    }
    tell(&report);
    Ok(())
}

/// The records of a file: JSON lines, or one array.
pub(crate) fn items(file: &Path, ground: &Grounds<'_>) -> Result<Vec<Item>, Failure> {
    let refused = |text: String| Failure::Refused(format!("{} : {text}", file.display()));
    let text = fs::read_to_string(file).map_err(|error| refused(error.to_string()))?;
    let records: Vec<Record> = if text.trim_start().starts_with('[') {
        serde_json::from_str(&text).map_err(|error| refused(error.to_string()))?
    } else {
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        lines
            .map(serde_json::from_str)
            .collect::<Result<_, _>>()
            .map_err(|error| refused(error.to_string()))?
    };
    let items = records.into_iter().map(|record| record.item(ground));
    let items: Vec<Item> = items
        .collect::<Result<_, _>>()
        .map_err(|error| refused(error.to_string()))?;
    let mut ids = BTreeSet::new();
    match items.iter().find(|one| !ids.insert(&one.id)) {
        Some(twice) => {
            let id = [("id", twice.id.as_str().into())];
            Err(refused(words().with("overlap-twice", &id)))
        }
        None => Ok(items),
    }
}

fn said(index: &Index, pair: Pair) -> Option<Said> {
    let id = |rank: u32| Some(index.known().get(rank as usize)?.item().id.clone());
    let why = |weighed: Weighed| Why {
        text: words().told(&weighed.evidence.told()),
        weighed,
    };
    Some(Said {
        a: id(pair.a)?,
        b: id(pair.b)?,
        kind: pair.compared.outcome.label()?,
        score: pair.compared.score,
        evidence: pair.compared.evidence.into_iter().map(why).collect(),
    })
}

fn tell(report: &Report) {
    let words = words();
    let count = |label: Label| report.kinds.get(label.slug()).copied().unwrap_or(0);
    say(&words.with(
        "overlap-read",
        &[
            ("items", report.items.into()),
            ("pairs", report.pairs.len().into()),
        ],
    ));
    for label in Label::ALL {
        let cells = [
            ("label", words.told(&label.told()).into()),
            ("count", count(label).into()),
        ];
        say(&words.with("overlap-count", &cells));
    }
    for pair in &report.pairs {
        let reasons: Vec<&str> = pair.evidence.iter().map(|one| one.text.as_str()).collect();
        let cells = [
            ("a", pair.a.as_str().into()),
            ("b", pair.b.as_str().into()),
            ("label", words.told(&pair.kind.told()).into()),
            ("score", format!("{:.2}", pair.score).into()),
            ("reasons", reasons.join(" · ").into()),
        ];
        say(&words.with("overlap-pair", &cells));
    }
}

#[cfg(test)]
mod tests {
    use portulan_i18n::{Lang, Words};
    use portulan_model::roadmaps::Need;
    use portulan_model::{Cents, Public, Service, Told};
    use portulan_overlap::{Evidence, Label, Link, Reason};

    fn reasons() -> [Reason; 14] {
        [
            Reason::Linked(Link::Follows),
            Reason::Linked(Link::Pays),
            Reason::Linked(Link::Serves),
            Reason::Linked(Link::Parts),
            Reason::Linked(Link::Shares),
            Reason::Period,
            Reason::Far,
            Reason::Publics,
            Reason::Means,
            Reason::Need,
            Reason::SameBearer,
            Reason::Closed,
            Reason::Filled,
            Reason::Paid,
        ]
    }

    fn evidence() -> Vec<Evidence> {
        let text = || "exemple".to_owned();
        let promise = |cents, year| Evidence::Promise {
            by: text(),
            cents,
            year,
        };
        let cents = Cents::euros(5_000);
        vec![
            Evidence::Communes { shared: 2 },
            Evidence::Neighbours,
            Evidence::Months { shared: 1 },
            Evidence::MonthsUntold,
            Evidence::Need { need: Need::Run },
            Evidence::Service {
                service: Service::Basics,
            },
            Evidence::Public {
                public: Public::Seniors,
            },
            Evidence::Everybody,
            Evidence::Reference { reference: text() },
            Evidence::PostReference { reference: text() },
            Evidence::PostHost,
            Evidence::PostPlace,
            Evidence::PostGround,
            Evidence::FullTime { hundredths: 150 },
            promise(Some(cents), Some(2026)),
            promise(Some(cents), None),
            promise(None, None),
            Evidence::PromiseApart,
            Evidence::Funders {
                one: text(),
                other: text(),
            },
            Evidence::Funder { funder: text() },
            Evidence::SameCost { cents },
            Evidence::CloseCost,
            Evidence::ShareOfCost { percent: 60 },
            Evidence::ToldCost { cents },
            Evidence::OtherCost,
            Evidence::Quantity { number: 22 },
            Evidence::OtherQuantity,
            Evidence::Place,
            Evidence::OtherPlace,
            Evidence::Bearer,
            Evidence::SameBearer,
            Evidence::CommuneNamed,
            Evidence::Part,
            Evidence::Nested,
            Evidence::Words {
                words: vec![text()],
            },
            Evidence::Seeking,
            Evidence::Closed,
        ]
    }

    #[test]
    fn every_label_reason_and_piece_of_evidence_is_worded_in_three_languages() {
        let labels = Label::ALL.into_iter().map(Label::told);
        let reasons = reasons().into_iter().map(Reason::told);
        let evidence = evidence().into_iter().map(|one| one.told());
        let all: Vec<Told> = labels.chain(reasons).chain(evidence).collect();
        for lang in [Lang::Fr, Lang::En, Lang::Br] {
            for told in &all {
                assert!(Words::new(lang).has(&told.id), "{lang:?} {}", told.id);
                let text = Words::new(lang).told(told);
                assert!(!text.contains('$') && !text.contains("overlap-"), "{text}");
            }
        }
    }
}
