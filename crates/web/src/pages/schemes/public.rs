//! `/dispositifs` and `/dispositifs/<slug>`: what a scheme is, who leads it and with whom, where it helps, and how many work
//! in it. Never who holds a post.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::schemes;
use portulan_i18n::{Words, number};
use portulan_model::governance::FoundingDocument;
use portulan_model::posts::Post;
use portulan_model::schemes::Scheme;
use portulan_model::{Place, Seat, Slug};

use super::documents;
use crate::pages::addresses;
use crate::pages::organisations;
use crate::pages::page::Page;
use crate::pages::parts::{Fact, Head, Line, Part, public_page};
use crate::pages::posts::words::{kind_words, state_words, total_words};
use crate::pages::results::postal;
use crate::pages::typed::{area_words, period_words, territory_name};
use crate::pages::visit::Visit;

/// Places and posts listed by name on a page; the others are counted.
const LISTED: usize = 40;

/// `GET /dispositifs`.
pub(super) async fn list(visit: Visit) -> Response {
    let words = Words::new(visit.lang);
    let today = visit.today();
    let mut all: Vec<&Scheme> = visit.directory.levels.world().schemes.iter().collect();
    all.retain(|scheme| scheme.is_on(today));
    all.sort_by(|a, b| (&a.name, &a.slug).cmp(&(&b.name, &b.slug)));
    let line = |scheme: &&Scheme| Line {
        words: scheme.name.clone(),
        address: Some(visit.link(&addresses::scheme(&scheme.slug))),
        more: territory_name(&visit.directory, &scheme.level),
        button: None,
    };
    let parts = if all.is_empty() {
        vec![Part::Text(words.get("disp-none"))]
    } else {
        vec![Part::Lines(all.iter().map(line).collect())]
    };
    let page = Page::new(&visit, words.get("disp-title"));
    let head = Head {
        lead: words.get("disp-lead"),
        ..Head::default()
    };
    public_page(page, head, parts)
}

/// `GET /dispositifs/{slug}`.
pub(super) async fn show(visit: Visit, Path(slug): Path<String>) -> Result<Response, StatusCode> {
    let slug: Slug = slug.parse().map_err(|_shape| StatusCode::NOT_FOUND)?;
    let scheme = schemes::find(&visit.directory, &slug).ok_or(StatusCode::NOT_FOUND)?;
    let words = Words::new(visit.lang);
    let mut parts = vec![Part::Known(facts(&visit, scheme))];
    if scheme.period.is_over(visit.today()) {
        parts.insert(0, Part::Warning(words.get("disp-over")));
    }
    parts.extend(place_parts(&visit, scheme));
    parts.extend(post_parts(&visit, scheme));
    parts.extend(document_parts(&visit, scheme));
    parts.extend(body_parts(&visit, scheme));
    parts.extend(related_parts(&visit, scheme));
    let described = scheme.summary.as_ref().map(ToString::to_string);
    let about = described.clone();
    let page = Page::new(&visit, scheme.name.clone());
    let page = page.described(about.unwrap_or_else(|| words.get("disp-lead")));
    let head = Head {
        crumbs: vec![(visit.link(addresses::SCHEMES), words.get("disp-title"))],
        lead: described.unwrap_or_default(),
    };
    Ok(public_page(page, head, parts))
}

fn facts(visit: &Visit, scheme: &Scheme) -> Vec<Fact> {
    let (lang, directory) = (visit.lang, &visit.directory);
    let words = Words::new(lang);
    let organisation = |slug: &Slug| organisations::named(visit, slug);
    let unknown = || words.get("not-known");
    let lead = scheme.lead.as_ref().map(organisation);
    let partners: Vec<_> = scheme.partners.iter().map(organisation).collect();
    let mut facts = vec![
        Fact::of(
            words.get("disp-type-name"),
            words.get(&format!("disp-type-{}", scheme.kind.slug())),
        ),
        Fact::several(
            words.get("disp-pilote-name"),
            vec![lead.unwrap_or_else(|| (unknown(), None))],
        ),
    ];
    if !partners.is_empty() {
        facts.push(Fact::several(words.get("disp-partenaires-name"), partners));
    }
    facts.push(Fact::of(
        words.get("disp-niveau-name"),
        territory_name(directory, &scheme.level),
    ));
    facts.push(Fact::of(
        words.get("disp-zone-name"),
        area_words(lang, directory, &scheme.area),
    ));
    let period = period_words(lang, scheme.period);
    facts.push(Fact::of(
        words.get("disp-quand"),
        period.unwrap_or_else(unknown),
    ));
    facts
}

fn place_parts(visit: &Visit, scheme: &Scheme) -> Vec<Part> {
    let words = Words::new(visit.lang);
    let all = schemes::places(&visit.directory, scheme);
    let mut parts = vec![Part::Title(
        "lieux",
        words.with("disp-lieux", &[("n", all.len().into())]),
    )];
    let line = |place: &&Place| Line {
        words: place.record.name.clone(),
        address: Some(visit.link(&addresses::place(&place.slug))),
        more: postal(place),
        button: None,
    };
    parts.push(Part::Lines(all.iter().take(LISTED).map(line).collect()));
    if all.len() > LISTED {
        parts.push(Part::Text(more(words, all.len() - LISTED)));
    }
    let seat = Seat::Scheme(scheme.slug.clone());
    let offered = portulan_app::baselines::offered(&visit.directory, &seat);
    if offered.is_some_and(|offered| !offered.is_empty()) {
        let way = visit.link(&addresses::scheme_baseline(&scheme.slug));
        parts.push(Part::Ways(vec![(way, words.get("socle-public-title"))]));
    }
    parts
}

/// Posts, each once whatever its extensions.
fn post_parts(visit: &Visit, scheme: &Scheme) -> Vec<Part> {
    let words = Words::new(visit.lang);
    let today = visit.today();
    let all: Vec<&Post> = schemes::posts(&visit.directory, &scheme.slug, today).collect();
    if all.is_empty() {
        return Vec::new();
    }
    let told = total_words(words, all.iter().copied(), today);
    let line = |post: &&Post| {
        let (host, address) = organisations::named(visit, &post.host);
        let state = post.state_on(today).map(|state| state_words(words, state));
        Line {
            words: format!("{}, {host}", kind_words(words, post.kind)),
            address,
            more: state.unwrap_or_default(),
            button: None,
        }
    };
    let mut parts = vec![
        Part::Title("postes", told),
        Part::Lines(all.iter().take(LISTED).map(line).collect()),
    ];
    if all.len() > LISTED {
        parts.push(Part::Text(more(words, all.len() - LISTED)));
    }
    parts
}

/// What it stands on.
fn document_parts(visit: &Visit, scheme: &Scheme) -> Vec<Part> {
    if scheme.founding.is_empty() {
        return Vec::new();
    }
    let line = |document: &FoundingDocument| Line {
        words: document.title.clone(),
        address: document.url.clone(),
        more: documents::about_in(visit, document),
        button: None,
    };
    vec![
        Part::Title("documents", Words::new(visit.lang).get("doc-title")),
        Part::Lines(scheme.founding.iter().map(line).collect()),
    ]
}

/// Its own governance, or that it has none.
fn body_parts(visit: &Visit, scheme: &Scheme) -> Vec<Part> {
    let words = Words::new(visit.lang);
    let seat = Seat::Scheme(scheme.slug.clone());
    let bodies = visit.directory.levels.bodies_of(&seat);
    let bodies = bodies.filter(|body| body.is_on(visit.today()));
    let bodies: Vec<Line> = bodies
        .map(|body| Line {
            words: body.name.clone(),
            address: Some(visit.link(&format!("/gouvernances/{}", body.slug))),
            ..Line::default()
        })
        .collect();
    let what = if bodies.is_empty() {
        Part::Text(words.get("disp-gouvernance-none"))
    } else {
        Part::Lines(bodies)
    };
    vec![
        Part::Title("gouvernance", words.get("disp-gouvernance")),
        what,
    ]
}

/// The schemes of which it is a part, or that are a part of it.
fn related_parts(visit: &Visit, scheme: &Scheme) -> Vec<Part> {
    let all = visit.directory.levels.world().schemes.iter();
    let related = all.filter(|one| {
        one.part_of.as_ref() == Some(&scheme.slug) || scheme.part_of.as_ref() == Some(&one.slug)
    });
    let related: Vec<Line> = related
        .map(|one| Line {
            words: one.name.clone(),
            address: Some(visit.link(&addresses::scheme(&one.slug))),
            more: territory_name(&visit.directory, &one.level),
            button: None,
        })
        .collect();
    if related.is_empty() {
        return Vec::new();
    }
    let title = Words::new(visit.lang).get("disp-related");
    vec![Part::Title("liens", title), Part::Lines(related)]
}

fn more(words: Words, n: usize) -> String {
    let count = number(words.lang(), u64::try_from(n).unwrap_or(u64::MAX));
    words.with("disp-more", &[("count", count.into())])
}
