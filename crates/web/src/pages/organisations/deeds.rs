//! What an organisation does: its places, the bodies in which it sits, its schemes, its actions, its posts.

use portulan_i18n::{Words, listed};
use portulan_levels::Deeds;
use portulan_model::Place;
use portulan_model::governance::{Body, MemberRole, Membership};
use portulan_model::people::Organisation;
use portulan_model::roadmaps::{Action, Roadmap};

use super::{section, territory};
use crate::pages::addresses::{self, Source};
use crate::pages::bodies::role_words;
use crate::pages::parts::{Line, Part};
use crate::pages::posts::words::total_words;
use crate::pages::results::postal;
use crate::pages::roadmaps;
use crate::pages::visit::Visit;

/// All of it, what it does for people first.
pub(super) fn parts(visit: &Visit, known: &Organisation, deeds: &Deeds<'_>) -> Vec<Part> {
    let lists = [
        (("lieux", "org-places-title"), places(visit, known)),
        (
            ("dispositifs", "org-schemes-title"),
            groupings(visit, deeds),
        ),
        (("gouvernances", "org-bodies-title"), bodies(visit, deeds)),
        (("actions", "org-actions-title"), actions(visit, deeds)),
    ];
    let lists = lists.into_iter();
    let mut parts: Vec<Part> = lists
        .flat_map(|(title, lines)| section(visit, title, lines))
        .collect();
    parts.extend(posts(visit, deeds));
    parts
}

fn places(visit: &Visit, known: &Organisation) -> Vec<Line> {
    let directory = &visit.directory;
    let ids = directory.organisations.places_of(&known.slug);
    let shown = ids.filter_map(|id| directory.snapshot.by_id(&directory.survivor(&id)));
    let mut all: Vec<&Place> = shown.map(|place| &**place).collect();
    all.sort_by(|a, b| (&a.record.name, &a.slug).cmp(&(&b.record.name, &b.slug)));
    all.dedup_by(|a, b| a.slug == b.slug);
    let line = |place: &&Place| Line {
        words: place.record.name.clone(),
        address: Some(visit.link(&addresses::place(&place.slug))),
        more: postal(place),
        button: None,
    };
    all.iter().map(line).collect()
}

/// Schemes, those that it leads first, then clusters.
fn groupings(visit: &Visit, deeds: &Deeds<'_>) -> Vec<Line> {
    let words = Words::new(visit.lang);
    let mut schemes = deeds.schemes.clone();
    schemes.sort_by_key(|(scheme, leads)| (!leads, &scheme.name));
    let scheme = |(scheme, leads): &(&portulan_model::schemes::Scheme, bool)| Line {
        words: scheme.name.clone(),
        address: Some(visit.link(&addresses::scheme(&scheme.slug))),
        more: format!(
            "{}, {}",
            part(words, *leads),
            territory(visit, &scheme.level)
        ),
        button: None,
    };
    let cluster = |cluster: &&portulan_model::clusters::Cluster| Line {
        words: cluster.name.clone(),
        address: Some(visit.link(&addresses::source(Source::Cluster, &cluster.slug))),
        ..Line::default()
    };
    let schemes = schemes.iter().map(scheme);
    schemes.chain(deeds.clusters.iter().map(cluster)).collect()
}

/// "structure porteuse", "structure partenaire".
fn part(words: Words, leads: bool) -> String {
    words.get(if leads { "org-leads" } else { "org-joins" })
}

/// The bodies that it runs, then those of which it is a member, each once.
fn bodies(visit: &Visit, deeds: &Deeds<'_>) -> Vec<Line> {
    let (words, day) = (Words::new(visit.lang), visit.today());
    let line = |body: &Body, more: Vec<String>| Line {
        words: body.name.clone(),
        address: Some(visit.link(&addresses::body(&body.slug))),
        more: listed(visit.lang, more),
        button: None,
    };
    let told = |one: &Membership| {
        let roles: Vec<String> = one
            .roles_on(day)
            .map(|role| role_words(words, role))
            .collect();
        if roles.is_empty() {
            vec![words.get("bodies-role-none")]
        } else {
            roles
        }
    };
    let runs = |body: &Body| deeds.runs.iter().any(|one| one.slug == body.slug);
    let mut lines: Vec<Line> = Vec::new();
    for (body, membership) in &deeds.memberships {
        let mut more = told(membership);
        let told = membership
            .roles_on(day)
            .any(|role| role == MemberRole::Facilitator);
        if runs(body) && !told {
            more.insert(0, words.get("org-runs"));
        }
        lines.push(line(body, more));
    }
    let member = |body: &&&Body| {
        let mut all = deeds.memberships.iter();
        all.any(|(one, _)| one.slug == body.slug)
    };
    let alone = deeds.runs.iter().filter(|body| !member(body));
    lines.extend(alone.map(|body| line(body, vec![words.get("org-runs")])));
    lines.sort_by(|a, b| a.words.cmp(&b.words));
    lines
}

/// The actions that it leads, then those in which it takes part.
fn actions(visit: &Visit, deeds: &Deeds<'_>) -> Vec<Line> {
    let words = Words::new(visit.lang);
    let mut all = deeds.actions.clone();
    all.sort_by_key(|(roadmap, action, leads)| (!leads, &roadmap.title, &action.title));
    let line = |(roadmap, action, leads): &(&Roadmap, &Action, bool)| {
        let address = format!("{}#action-{}", roadmaps::address(&roadmap.slug), action.id);
        Line {
            words: action.title.clone(),
            address: Some(visit.link(&address)),
            more: format!("{}, {}", part(words, *leads), roadmap.title),
            button: None,
        }
    };
    all.iter().map(line).collect()
}

/// How many posts, each once: never who holds one.
fn posts(visit: &Visit, deeds: &Deeds<'_>) -> Vec<Part> {
    let (words, day) = (Words::new(visit.lang), visit.today());
    let told = [("org-employs", &deeds.employs), ("org-hosts", &deeds.hosts)];
    let told = told.into_iter().filter(|(_, posts)| !posts.is_empty());
    let lines: Vec<Part> = told
        .map(|(id, posts)| {
            let total = total_words(words, posts.iter().copied(), day);
            Part::Text(words.with(id, &[("posts", total.into())]))
        })
        .collect();
    if lines.is_empty() {
        return Vec::new();
    }
    let title = Part::Title("postes", words.get("org-posts-title"));
    std::iter::once(title).chain(lines).collect()
}
