//! How actors are called, where their names lead, and their ties in words.

use std::collections::{BTreeMap, BTreeSet};

use portulan_i18n::{Words, listed};
use portulan_levels::{Actor, ActorKind, Ecosystem, Knot, TieKind};
use portulan_model::{OrganisationRole, TerritoryKey};

use super::asked::kind_word;
use crate::pages::addresses::{self, Source};
use crate::pages::organisations::role_words;
use crate::pages::visit::Visit;

/// Names of one tie that are told one by one; the others are counted.
const NAMED: usize = 6;

/// An actor and its ties in words.
pub(super) struct Told {
    pub(super) name: String,
    pub(super) address: String,
    pub(super) ties: String,
}

/// What an actor is called. An organisation that the directory does not hold is called by its address.
pub(super) fn name(visit: &Visit, knot: &Knot) -> String {
    let directory = &visit.directory;
    let levels = &directory.levels;
    match &knot.actor {
        Actor::Body(slug) => {
            let known = levels.body(slug).map(|one| one.name.clone());
            known.unwrap_or_else(|| slug.to_string())
        }
        Actor::Organisation(slug) => {
            let known = directory
                .organisations
                .get(slug)
                .map(|one| one.name.clone());
            known.unwrap_or_else(|| slug.to_string())
        }
        Actor::Scheme(slug) => {
            let known = levels.scheme(slug).map(|one| one.name.clone());
            known.unwrap_or_else(|| slug.to_string())
        }
        Actor::Cluster(slug) => {
            let known = levels.cluster(slug).map(|one| one.name.clone());
            known.unwrap_or_else(|| slug.to_string())
        }
        Actor::Place(id) => {
            let known = directory
                .snapshot
                .by_id(id)
                .map(|one| one.record.name.clone());
            known.unwrap_or_else(|| id.to_string())
        }
        Actor::Places(code) => {
            let commune = directory.reference.commune(code);
            let commune = commune.map_or_else(|| code.to_string(), |one| one.name.clone());
            let told = [("name", commune.as_str().into()), ("n", knot.count.into())];
            Words::new(visit.lang).with("ecosystem-places", &told)
        }
    }
}

/// The roles of an organisation: those that it says, and those that its ties here give it.
pub(super) fn roles(visit: &Visit, whole: &Ecosystem, rank: usize) -> BTreeSet<OrganisationRole> {
    let actor = whole.knots.get(rank).map(|knot| &knot.actor);
    let Some(Actor::Organisation(slug)) = actor else {
        return BTreeSet::new();
    };
    let known = visit.directory.organisations.get(slug);
    let mut roles = known.map(|one| one.roles.clone()).unwrap_or_default();
    roles.extend(whole.roles_here(rank));
    roles
}

/// What an actor is: "structure (pilote, financeur)".
pub(super) fn kind(visit: &Visit, whole: &Ecosystem, (rank, knot): (usize, &Knot)) -> String {
    let words = Words::new(visit.lang);
    let kind = words.get(&format!("ecosystem-one-{}", kind_word(knot.actor.kind())));
    let roles = roles(visit, whole, rank);
    if roles.is_empty() {
        return kind;
    }
    let roles = roles
        .iter()
        .map(|role| role_words(words, *role).to_lowercase());
    let roles = listed(visit.lang, roles.collect());
    words.with(
        "ecosystem-one-with",
        &[("kind", kind.into()), ("roles", roles.into())],
    )
}

/// Where the name of an actor leads.
pub(super) fn address(visit: &Visit, knot: &Knot) -> String {
    let address = match &knot.actor {
        Actor::Body(slug) => addresses::source(Source::Body, slug),
        Actor::Organisation(slug) => {
            let known = visit.directory.organisations.get(slug);
            known.map_or_else(
                || addresses::ECOSYSTEM.to_owned(),
                |one| addresses::organisation(&one.slug),
            )
        }
        Actor::Scheme(slug) => addresses::source(Source::Scheme, slug),
        Actor::Cluster(slug) => addresses::source(Source::Cluster, slug),
        Actor::Place(id) => {
            let place = visit.directory.snapshot.by_id(id);
            place.map_or_else(
                || addresses::RESULTS.to_owned(),
                |one| addresses::place(&one.slug),
            )
        }
        Actor::Places(code) => addresses::results_in(&TerritoryKey::commune(*code)),
    };
    visit.link(&address)
}

/// The bodies and groupings in words, those with the most ties first.
pub(super) fn told(visit: &Visit, whole: &Ecosystem, most: usize) -> Vec<Told> {
    let mut ranked: Vec<(usize, usize)> = whole.degrees().into_iter().zip(0..).collect();
    ranked.sort_by_key(|(degree, rank)| (std::cmp::Reverse(*degree), *rank));
    let leads = |rank: usize| {
        let knot = whole.knots.get(rank)?;
        let kind = knot.actor.kind();
        let told = matches!(kind, ActorKind::Body | ActorKind::Grouping);
        told.then(|| Told {
            name: name(visit, knot),
            address: address(visit, knot),
            ties: ties(visit, whole, rank),
        })
    };
    ranked
        .into_iter()
        .filter_map(|(_, rank)| leads(rank))
        .take(most)
        .collect()
}

/// "Piloté par la Ville de Rennes. Membres : A, B et 12 autres."
pub(super) fn ties(visit: &Visit, whole: &Ecosystem, rank: usize) -> String {
    let mut by_tie: BTreeMap<(TieKind, bool), Vec<String>> = BTreeMap::new();
    for (tie, other) in whole.around(rank) {
        let names = by_tie.entry((tie.kind, tie.from == rank)).or_default();
        names.push(name(visit, other));
    }
    let words = Words::new(visit.lang);
    if by_tie.is_empty() {
        return words.get("ecosystem-no-tie");
    }
    let sentence = |((kind, subject), names): ((TieKind, bool), Vec<String>)| {
        let side = if subject { "does" } else { "by" };
        let id = format!("ecosystem-{side}-{}", word(kind));
        let told = some(visit, names);
        words.with(&id, &[("names", told.as_str().into())])
    };
    by_tie
        .into_iter()
        .map(sentence)
        .collect::<Vec<_>>()
        .join(" ")
}

fn some(visit: &Visit, mut names: Vec<String>) -> String {
    names.sort();
    let others = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    let mut told = names.join(", ");
    if others > 0 {
        let words = Words::new(visit.lang);
        told.push_str(&words.with("ecosystem-others", &[("n", others.into())]));
    }
    told
}

const fn word(kind: TieKind) -> &'static str {
    match kind {
        TieKind::Governs => "governs",
        TieKind::Leads => "leads",
        TieKind::Facilitates => "facilitates",
        TieKind::Funds => "funds",
        TieKind::Member => "member",
        TieKind::Employs => "employs",
        TieKind::Hosts => "hosts",
        TieKind::Partner => "partner",
        TieKind::PartOf => "part-of",
        TieKind::Under => "under",
        TieKind::Holds => "holds",
        TieKind::Belongs => "belongs",
        TieKind::Watches => "watches",
    }
}
