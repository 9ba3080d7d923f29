//! A record and a pair of records in words: what each is, where it is read whole, and what speaks for looking at both.

use portulan_app::means::overlaps::Origin;
use portulan_app::posts;
use portulan_i18n::{amount, decimal, listed};
use portulan_model::told::{Filling, Told};
use portulan_model::{Cents, Slug};
use portulan_overlap::{Compared, Evidence, Item, Kind, Weighed};
use portulan_policy::actions::ManagePosts;

use crate::auth::Desk;
use crate::pages::addresses;
use crate::pages::typed::{area_words, organisation_name, period_words};

/// A record.
pub(in crate::pages) struct RecordView {
    pub(in crate::pages) kind: String,
    pub(in crate::pages) title: String,
    /// Where all of it is read, where whoever looks may.
    pub(in crate::pages) address: Option<String>,
    /// Who, when, how much, where.
    pub(in crate::pages) about: String,
}

/// Why two records are looked at together.
pub(in crate::pages) struct Reasons {
    /// What speaks for it.
    pub(in crate::pages) evidence: Vec<String>,
    /// How sure that is, in words.
    pub(in crate::pages) score: String,
    /// What weighs, for it and against it.
    pub(in crate::pages) weights: Vec<(String, String)>,
}

/// A record in words.
pub(in crate::pages) fn record(desk: &Desk, item: &Item, origin: &Origin) -> RecordView {
    let words = desk.words();
    let kind = match item.kind {
        Kind::Intention => "recouv-genre-intention",
        Kind::Action => "recouv-genre-action",
        Kind::Request => "recouv-genre-demande",
        Kind::Post => "recouv-genre-poste",
        Kind::Grant => "recouv-genre-financement",
    };
    RecordView {
        kind: words.get(kind),
        title: title(desk, item),
        address: address(desk, origin).map(|address| desk.visit.link(&address)),
        about: about(desk, item),
    }
}

/// The title of a record; a post has none, and is called by what it is for and where.
fn title(desk: &Desk, item: &Item) -> String {
    let Some(post) = item.post.as_ref().filter(|_| item.kind == Kind::Post) else {
        return item.title.clone();
    };
    let kind = desk
        .words()
        .get(&format!("roadmap-post-{}", post.kind.slug()));
    match &post.host {
        Some(host) => format!("{kind}, {}", named(desk, host)),
        None => kind,
    }
}

/// An organisation or a body by its name, where one is known.
fn named(desk: &Desk, text: &str) -> String {
    let Ok(slug) = text.parse::<Slug>() else {
        return text.to_owned();
    };
    let directory = &desk.visit.directory;
    match directory.levels.body(&slug) {
        Some(body) if directory.organisations.get(&slug).is_none() => body.name.clone(),
        _ => organisation_name(directory, &slug),
    }
}

fn about(desk: &Desk, item: &Item) -> String {
    let lang = desk.visit.lang;
    let sum = Cents::new(item.total());
    let partners: Vec<String> = item.partners.iter().map(|one| named(desk, one)).collect();
    let with = (!partners.is_empty()).then(|| {
        let names = listed(lang, partners);
        desk.words().with("recouv-avec", &[("names", names.into())])
    });
    let parts = [
        Some(named(desk, &item.bearer)),
        with,
        period_words(lang, item.when()),
        (sum > Cents::ZERO).then(|| amount(lang, sum)),
        (!item.area.is_empty()).then(|| area_words(lang, &desk.visit.directory, &item.area)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(" · ")
}

/// Where a record is read.
fn address(desk: &Desk, origin: &Origin) -> Option<String> {
    match origin {
        Origin::Action {
            roadmap,
            action,
            desk: body,
        } => {
            let page = match body {
                Some(body) => format!("{}/{roadmap}", crate::pages::roadmaps::desk_address(body)),
                None => addresses::source(addresses::Source::Roadmap, roadmap),
            };
            Some(format!("{page}#action-{action}"))
        }
        Origin::Post(id) => {
            let directory = &desk.visit.directory;
            let mut all = directory.levels.world().posts.iter();
            let post = all.find(|post| post.id == *id)?;
            desk.may_on::<ManagePosts>(posts::target(directory, post))
                .ok()?;
            Some(addresses::post(*id))
        }
        Origin::Account { envelope, .. } => Some(addresses::envelope(envelope, "")),
        Origin::Intention {
            organisation,
            slug,
            by,
        } => Some(match by {
            Some(body) => addresses::body_desk(body, "intentions"),
            None => addresses::intentions(organisation, slug.as_str()),
        }),
    }
}

/// Why two records are looked at together, in words.
pub(in crate::pages) fn reasons(desk: &Desk, compared: &Compared) -> Reasons {
    let lang = desk.visit.lang;
    let says =
        |one: &&Weighed| !matches!(&one.evidence, Evidence::Words { words } if words.is_empty());
    let all = compared.evidence.iter().filter(says);
    let signed = |points: f64| {
        let sign = if points < 0.0 { "−" } else { "+" };
        format!("{sign}{}", decimal(lang, points.abs(), 1))
    };
    let percent = decimal(lang, compared.score * 100.0, 0);
    Reasons {
        evidence: all
            .clone()
            .filter(|one| one.points >= 0.0)
            .map(|one| worded(desk, one.evidence.told()))
            .collect(),
        score: desk.words().with("recouv-indice", &[("n", percent.into())]),
        weights: all
            .filter(|one| one.points.abs() >= 0.05)
            .map(|one| (worded(desk, one.evidence.told()), signed(one.points)))
            .collect(),
    }
}

/// A piece of evidence, with the names of those that it tells by their addresses.
fn worded(desk: &Desk, mut told: Told) -> String {
    for (name, filling) in &mut told.with {
        if let Filling::Text(text) = filling
            && ["by", "one", "other", "funder"].contains(&name.as_ref())
        {
            *text = named(desk, text);
        }
    }
    desk.words().told(&told)
}
