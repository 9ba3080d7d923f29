//! `pools`: which intentions of a file are worth carrying as one request, what that spares, and why.

mod options;

use std::fs;
use std::path::Path;

use portulan_geo::Reference;
use portulan_i18n::{Lang, amount};
use portulan_model::{Cents, Slug, Told};
use portulan_overlap::Ground;
use portulan_pools::{Options, Rival, Suggested, Suggestion, Want, suggest};
use serde::Serialize;

use crate::args::PoolsArgs;
use crate::commands::overlap::Grounds;
use crate::outcome::{Failure, print_json, say};
use crate::words::words;

/// What is printed as JSON: the answer, with its reasons in words.
#[derive(Debug, Serialize)]
struct Report<'a> {
    wants: usize,
    ratio_greedy: f64,
    gap: f64,
    #[serde(flatten)]
    found: &'a Suggested,
    reasons: Vec<Vec<String>>,
}

/// Proposes pools among all wants of a file.
pub(crate) fn pools(args: &PoolsArgs) -> Result<(), Failure> {
    let options = match &args.options {
        Some(file) => options::read(file)?,
        None => Options::default(),
    };
    let mut wants = read(&args.input)?;
    let reference =
        Reference::embedded().map_err(|error| Failure::internal("reference", &error))?;
    place(&mut wants, &reference);
    let found = suggest(&wants, &options)
        .map_err(|error| Failure::Refused(format!("{} : {error}", args.input.display())))?;
    if args.json {
        return print_json(&Report {
            wants: wants.len(),
            ratio_greedy: found.ratio_greedy(),
            gap: found.gap(),
            reasons: found.suggestions.iter().map(reasons).collect(),
            found: &found,
        });
    }
    tell(&found, wants.len());
    Ok(())
}

/// Where a place has no point of its own, it lies at the centre of its commune.
fn place(wants: &mut [Want], reference: &Reference) {
    let ground = Grounds::new(reference);
    let sites = wants.iter_mut().flat_map(|want| &mut want.sites);
    for site in sites.filter(|site| site.centre.is_none()) {
        site.centre = ground.centre(site.commune);
    }
}

/// The wants of a file.
fn read(file: &Path) -> Result<Vec<Want>, Failure> {
    let refused = |text: String| Failure::Refused(format!("{} : {text}", file.display()));
    let text = fs::read_to_string(file).map_err(|error| refused(error.to_string()))?;
    serde_json::from_str(&text).map_err(|error| refused(error.to_string()))
}

/// Why it is a pool, then what spares and on whose word.
fn reasons(one: &Suggestion) -> Vec<String> {
    let words = words();
    let evidence = one.evidence.iter().map(|one| words.told(&one.told()));
    let savings = one.savings.iter().map(|saving| {
        let source = words.told(&saving.source.told());
        format!("{} ({source})", words.told(&saving.told()))
    });
    evidence.chain(savings).collect()
}

fn tell(found: &Suggested, wants: usize) {
    let words = words();
    let counts = [
        ("wants", wants.into()),
        ("pools", found.suggestions.len().into()),
    ];
    say(&words.with("pools-read", &counts));
    if found.suggestions.is_empty() {
        say(&words.get("pools-none"));
    } else {
        let sums = [
            ("value", euros(found.value).into()),
            ("greedy", euros(found.greedy).into()),
            ("bound", euros(found.bound).into()),
        ];
        say(&words.with("pools-value", &sums));
    }
    if found.cut > 0 {
        say(&words.with("pools-cut", &[("count", found.cut.into())]));
    }
    for (rank, one) in (1_usize..).zip(&found.suggestions) {
        tell_pool(rank, one);
    }
    for one in &found.unpooled {
        let told: Told = one.cause.told();
        let cells = [
            ("want", one.want.as_str().into()),
            ("cause", words.told(&told).into()),
        ];
        say(&words.with("pools-unpooled", &cells));
    }
}

fn tell_pool(rank: usize, one: &Suggestion) {
    let words = words();
    let cells = [
        ("rank", rank.into()),
        ("wants", joined(&one.wants).into()),
        ("organisations", joined(&one.organisations).into()),
        ("lead", one.lead.as_str().into()),
    ];
    say(&words.with("pools-pool", &cells));
    let cells = [
        ("least", euros(one.net.least).into()),
        ("most", euros(one.net.most).into()),
        ("costleast", euros(one.cost.least).into()),
        ("costmost", euros(one.cost.most).into()),
    ];
    say(&words.with("pools-net", &cells));
    for reason in reasons(one) {
        say(&words.with("pools-reason", &[("reason", reason.into())]));
    }
    if let Some(Rival { wants, loses, .. }) = &one.rival {
        let cells = [
            ("wants", joined(wants).into()),
            ("loses", euros(*loses).into()),
        ];
        say(&words.with("pools-rival", &cells));
    }
}

fn euros(cents: Cents) -> String {
    amount(Lang::Fr, cents)
}

fn joined(all: &[Slug]) -> String {
    let all: Vec<&str> = all.iter().map(Slug::as_str).collect();
    all.join(", ")
}

#[cfg(test)]
mod tests {
    use portulan_i18n::{Lang, Words};
    use portulan_model::roadmaps::Need;
    use portulan_model::{Cents, Public, Service, Told};
    use portulan_pools::{
        BadOption, Cause, Evidence, Kit, Net, Rival, Rule, Saving, Source, Span, Subject, Years,
    };

    fn rules() -> Vec<Rule> {
        let count = 12;
        let kits = Kit::ALL.iter().flat_map(|kit| {
            let kit = *kit;
            [
                Rule::Loan { kit, count },
                Rule::GroupedPurchase { kit, count },
            ]
        });
        let others = [
            Rule::WholePost {
                posts: 1,
                minutes: 2_100,
                spared: 1,
            },
            Rule::Sessions {
                people: 12,
                apart: 2,
                together: 1,
            },
            Rule::OneStudy {
                need: Need::Diagnosis,
            },
        ];
        kits.chain(others).collect()
    }

    fn evidence() -> Vec<Evidence> {
        let span = Span::new(Cents::euros(1), Cents::euros(2));
        let years = |first, last| Evidence::Years {
            years: Years { first, last },
        };
        vec![
            Evidence::Subject {
                subject: Subject::Need(Need::Data),
            },
            Evidence::Subject {
                subject: Subject::Service(Service::Basics),
            },
            Evidence::Commune {
                commune: "35238".parse().unwrap(),
            },
            Evidence::Near { metres: 7_200 },
            years(2_026, 2_026),
            years(2_026, 2_027),
            Evidence::Public {
                public: Public::Seniors,
            },
            Evidence::Wished {
                by: "exemple-ccas".parse().unwrap(),
                with: "exemple-bug".parse().unwrap(),
            },
            Evidence::PostAid {
                first: span,
                second: span,
            },
        ]
    }

    fn causes() -> Vec<Cause> {
        let rival = Rival {
            wants: Vec::new(),
            net: Net {
                least: Cents::ZERO,
                most: Cents::ZERO,
            },
            crosses: Vec::new(),
            loses: Cents::ZERO,
        };
        vec![
            Cause::Alone,
            Cause::NoNeed,
            Cause::NoPlace,
            Cause::Nobody,
            Cause::Nothing,
            Cause::Outbid { rival },
        ]
    }

    fn wrong() -> [BadOption; 3] {
        let field = "rates.seats";
        [
            BadOption::Range {
                field,
                least: 1,
                most: 1_000,
            },
            BadOption::Span { field },
            BadOption::Percents { field },
        ]
    }

    #[test]
    fn every_rule_reason_and_cause_is_worded_in_three_languages() {
        let span = Span::new(Cents::euros(100), Cents::euros(2_000));
        let source = Source::Assumption;
        let rules = rules()
            .into_iter()
            .map(|rule| Saving { rule, span, source });
        let rules = rules.map(|saving| saving.told());
        let evidence = evidence().into_iter().map(|one| one.told());
        let causes = causes().into_iter().map(|one| one.told());
        let all: Vec<Told> = rules
            .chain(evidence)
            .chain(causes)
            .chain([source.told()])
            .chain(wrong().into_iter().map(BadOption::told))
            .collect();
        for lang in [Lang::Fr, Lang::En, Lang::Br] {
            for told in &all {
                assert!(Words::new(lang).has(&told.id), "{lang:?} {}", told.id);
                let text = Words::new(lang).told(told);
                assert!(!text.contains('$') && !text.contains("pools-"), "{text}");
            }
        }
    }
}
