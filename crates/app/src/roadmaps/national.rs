//! The lists of the national platform beside what is known here: who is a member there and not here, which posts are told
//! otherwise. Pure: nothing is written, and each difference is for people to settle.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use portulan_formats::governance::{MemberRow, NationalList, PostRow, PostStanding};
use portulan_model::Slug;
use portulan_model::governance::Body;
use portulan_model::posts::PostState;
use portulan_text::fold;

use super::{form, members};
use crate::Directory;

/// A difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// A member there, and not here.
    NotMember {
        /// Its name there.
        name: String,
        /// What kind of body it is, in the words of the platform.
        kind: String,
        /// Whether the directory knows it.
        known: Option<Slug>,
    },
    /// A member here, and not there.
    NotThere(Slug),
    /// The posts of an organisation that are so are counted otherwise.
    Posts {
        /// Its name there.
        name: String,
        /// Held, vacant or given back.
        standing: PostStanding,
        /// How many there.
        there: usize,
        /// How many here.
        here: usize,
    },
    /// An organisation with posts there that the directory does not know.
    UnknownEmployer(String),
}

/// What differs between a list and what is known of a body on a day.
#[must_use]
pub fn compare(
    directory: &Directory,
    body: &Body,
    day: NaiveDate,
    list: &NationalList,
) -> Vec<Difference> {
    match list {
        NationalList::Members(rows) => of_members(directory, body, day, rows),
        NationalList::Posts(rows) => of_posts(directory, day, rows),
    }
}

fn of_members(
    directory: &Directory,
    body: &Body,
    day: NaiveDate,
    rows: &[MemberRow],
) -> Vec<Difference> {
    let own: BTreeSet<&Slug> = members(directory, &body.slug, day).collect();
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for row in rows {
        let known = form::organisation(directory, &row.name).map(|one| one.slug.clone());
        match known.filter(|slug| own.contains(slug)) {
            Some(member) => {
                seen.insert(member);
            }
            None => found.push(Difference::NotMember {
                name: row.name.clone(),
                kind: row.kind.clone(),
                known: form::organisation(directory, &row.name).map(|one| one.slug.clone()),
            }),
        }
    }
    let missing = own.into_iter().filter(|slug| !seen.contains(*slug));
    found.extend(missing.cloned().map(Difference::NotThere));
    found
}

fn of_posts(directory: &Directory, day: NaiveDate, rows: &[PostRow]) -> Vec<Difference> {
    let mut there: BTreeMap<String, (String, Vec<PostStanding>)> = BTreeMap::new();
    for row in rows {
        let own = there.entry(fold(&row.organisation)).or_default();
        own.0.clone_from(&row.organisation);
        own.1.push(row.standing);
    }
    let mut found = Vec::new();
    for (name, standings) in there.into_values() {
        let Some(employer) = form::organisation(directory, &name) else {
            found.push(Difference::UnknownEmployer(name));
            continue;
        };
        let here = here(directory, &employer.slug, day);
        for standing in [
            PostStanding::Filled,
            PostStanding::Vacant,
            PostStanding::Returned,
        ] {
            let count = |all: &[PostStanding]| all.iter().filter(|one| **one == standing).count();
            let (there, here) = (count(&standings), count(&here));
            if there != here {
                let name = name.clone();
                found.push(Difference::Posts {
                    name,
                    standing,
                    there,
                    here,
                });
            }
        }
    }
    found
}

/// How the posts of an employer stand on a day.
fn here(directory: &Directory, employer: &Slug, day: NaiveDate) -> Vec<PostStanding> {
    let posts = directory.levels.world().posts.iter();
    let own = posts.filter(|post| post.employer == *employer);
    let standing = |state: PostState| match state {
        PostState::Vacant => PostStanding::Vacant,
        PostState::Filled { .. } => PostStanding::Filled,
        PostState::Returned => PostStanding::Returned,
    };
    own.filter_map(|post| post.state_on(day).map(standing))
        .collect()
}
