//! `dedupe`: which places of one or several files are the same, what they become together, and why.

mod read;
mod write;

use portulan_linkage::merge::{Member, Merged, merge};
use portulan_linkage::{Corpus, Options, Outcome, groups_in, host_first, link_in};
use serde::Serialize;

use crate::args::DedupeArgs;
use crate::outcome::{Failure, print_json, say};
use crate::words::words;

/// What was found.
#[derive(Debug, Serialize)]
struct Totals {
    places: usize,
    groups: usize,
    merged: usize,
    hosted: usize,
    review: usize,
}

/// Finds the duplicates of files.
pub(crate) fn dedupe(args: &DedupeArgs) -> Result<(), Failure> {
    let places = read::places(&args.input)?;
    let records: Vec<_> = places.iter().map(read::record).collect();
    let corpus = Corpus::of(&records);
    let links = link_in(&corpus, &Options::default());
    let groups = groups_in(&corpus, &records, &links, &[]);
    let merged = merged(&places, &groups);
    let pairs = write::pairs(&records, &links.pairs, &groups);
    let hosted = links
        .pairs
        .iter()
        .filter(|pair| pair.outcome == Outcome::Hosted);
    let hosted: Vec<write::Hosted<'_>> = hosted
        .filter_map(|pair| {
            let (a, b) = (records.get(pair.a as usize)?, records.get(pair.b as usize)?);
            let (host, service) = if host_first(a, b).unwrap_or(true) {
                (a, b)
            } else {
                (b, a)
            };
            Some(write::Hosted::new(host, service))
        })
        .collect();
    let totals = Totals {
        places: places.len(),
        groups: groups.len(),
        merged: merged.len(),
        hosted: hosted.len(),
        review: links
            .pairs
            .iter()
            .filter(|pair| pair.outcome == Outcome::Review)
            .count(),
    };
    let ids = |group: &Vec<u32>| -> Vec<&str> {
        let records = group.iter().filter_map(|at| records.get(*at as usize));
        records.map(|record| record.id.as_str()).collect()
    };
    let groups: Vec<Vec<&str>> = groups.iter().map(ids).collect();
    write::folder(&args.out, &groups, &merged, &hosted, &pairs)?;
    if args.json {
        return print_json(&totals);
    }
    say(&words().with(
        "dedupe-totals",
        &[
            ("places", totals.places.into()),
            ("groups", totals.groups.into()),
            ("merged", totals.merged.into()),
            ("hosted", totals.hosted.into()),
            ("review", totals.review.into()),
            ("folder", args.out.display().to_string().into()),
        ],
    ));
    Ok(())
}

/// Every place once: those of a group together, the others as they are.
fn merged(places: &[read::Place], groups: &[Vec<u32>]) -> Vec<(Merged, bool)> {
    let mut grouped = vec![false; places.len()];
    let mut merged = Vec::with_capacity(places.len());
    for group in groups {
        let members: Vec<Member> = group
            .iter()
            .filter_map(|at| places.get(*at as usize))
            .map(read::member)
            .collect();
        for at in group {
            if let Some(flag) = grouped.get_mut(*at as usize) {
                *flag = true;
            }
        }
        merged.extend(merge(&members).map(|place| (place, true)));
    }
    for (place, _) in places
        .iter()
        .zip(&grouped)
        .filter(|(_, grouped)| !**grouped)
    {
        merged.extend(merge(&[read::member(place)]).map(|place| (place, false)));
    }
    merged.sort_by(|(a, _), (b, _)| a.id.cmp(&b.id));
    merged
}
