//! `dedupe`: which places or organisations of one or several files are the same, what they become together, and why.

mod names;
mod read;
mod write;

use portulan_linkage::merge::{Member, Merged, merge};
use portulan_linkage::{
    Corpus, Links, Options, Outcome, Record, bodies, groups_in, host_first, link_in,
};
use serde::Serialize;

use self::names::Names;
use self::read::Listed;
use self::write::Link;
use crate::args::{DedupeArgs, Subjects};
use crate::outcome::{Failure, print_json, say};
use crate::words::words;

/// What was found.
#[derive(Debug, Serialize)]
struct Totals {
    #[serde(skip_serializing_if = "Option::is_none")]
    places: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    organisations: Option<usize>,
    groups: usize,
    merged: usize,
    hosted: usize,
    /// Legal bodies of which several establishments are listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    bodies: Option<usize>,
    review: usize,
}

/// Finds the duplicates of files.
pub(crate) fn dedupe(args: &DedupeArgs) -> Result<(), Failure> {
    let names = Names::of_kind(args.kind);
    let rows = read::listed(&args.input, names)?;
    let records: Vec<Record> = rows.iter().map(|row| read::record(row, names)).collect();
    let corpus = Corpus::of(&records);
    let links = link_in(&corpus, &Options::default());
    let groups = groups_in(&corpus, &records, &links, &[]);
    let merged = merged(&rows, names, &groups);
    let pairs = write::pairs(&records, &links.pairs, &groups);
    let hosted = hosted(&records, &links);
    let of_bodies = match args.kind {
        Subjects::Places => Vec::new(),
        Subjects::Organisations => write::of_bodies(&records, &bodies(&records, &groups)),
    };
    let organisations = args.kind == Subjects::Organisations;
    let totals = Totals {
        places: (!organisations).then_some(rows.len()),
        organisations: organisations.then_some(rows.len()),
        groups: groups.len(),
        merged: merged.len(),
        hosted: hosted.len(),
        bodies: organisations.then_some(of_bodies.len()),
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
    let relations: Vec<Link<'_>> = hosted.into_iter().chain(of_bodies).collect();
    write::folder(&args.out, &groups, &merged, &relations, &pairs)?;
    if args.json {
        return print_json(&totals);
    }
    tell(&totals, args);
    Ok(())
}

fn tell(totals: &Totals, args: &DedupeArgs) {
    let cells = [
        ("places", totals.places.unwrap_or(0).into()),
        ("organisations", totals.organisations.unwrap_or(0).into()),
        ("groups", totals.groups.into()),
        ("merged", totals.merged.into()),
        ("hosted", totals.hosted.into()),
        ("bodies", totals.bodies.unwrap_or(0).into()),
        ("review", totals.review.into()),
        ("folder", args.out.display().to_string().into()),
    ];
    let id = match args.kind {
        Subjects::Places => "dedupe-totals",
        Subjects::Organisations => "dedupe-totals-organisations",
    };
    say(&words().with(id, &cells));
}

/// The pairs at one door of which one houses the other.
fn hosted<'a>(records: &'a [Record], links: &Links) -> Vec<Link<'a>> {
    let hosted = links
        .pairs
        .iter()
        .filter(|pair| pair.outcome == Outcome::Hosted);
    hosted
        .filter_map(|pair| {
            let (a, b) = (records.get(pair.a as usize)?, records.get(pair.b as usize)?);
            let (host, service) = if host_first(a, b).unwrap_or(true) {
                (a, b)
            } else {
                (b, a)
            };
            Some(Link::hosted(host, service))
        })
        .collect()
}

/// Every row once: those of a group together, the others as they are.
fn merged(rows: &[Listed], names: &Names, groups: &[Vec<u32>]) -> Vec<(Merged, bool)> {
    let mut grouped = vec![false; rows.len()];
    let mut merged = Vec::with_capacity(rows.len());
    for group in groups {
        let members: Vec<Member> = group
            .iter()
            .filter_map(|at| rows.get(*at as usize))
            .map(|row| read::member(row, names))
            .collect();
        for at in group {
            if let Some(flag) = grouped.get_mut(*at as usize) {
                *flag = true;
            }
        }
        merged.extend(merge(&members).map(|one| (one, true)));
    }
    let alone = rows.iter().zip(&grouped).filter(|(_, grouped)| !**grouped);
    for (row, _) in alone {
        merged.extend(merge(&[read::member(row, names)]).map(|one| (one, false)));
    }
    merged.sort_by(|(a, _), (b, _)| a.id.cmp(&b.id));
    merged
}
