//! `/grappes/<slug>`: who works together, where, and at which levels.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::clusters;
use portulan_i18n::{Words, listed};
use portulan_model::clusters::{Cluster, Sector};
use portulan_model::{Place, Seat, Slug};

use crate::pages::addresses;
use crate::pages::organisations;
use crate::pages::page::Page;
use crate::pages::parts::{Fact, Head, Line, Part, public_page};
use crate::pages::results::postal;
use crate::pages::typed::{area_words, organisation_name, period_words, territory_name};
use crate::pages::visit::Visit;

/// `GET /grappes/{slug}`.
pub(super) async fn show(visit: Visit, Path(slug): Path<String>) -> Result<Response, StatusCode> {
    let slug: Slug = slug.parse().map_err(|_shape| StatusCode::NOT_FOUND)?;
    let cluster = clusters::find(&visit.directory, &slug).ok_or(StatusCode::NOT_FOUND)?;
    let words = Words::new(visit.lang);
    let mut parts = vec![Part::Known(facts(&visit, cluster))];
    let places = clusters::places(&visit.directory, cluster);
    let line = |place: &&Place| Line {
        words: place.record.name.clone(),
        address: Some(visit.link(&addresses::place(&place.slug))),
        more: postal(place),
        button: None,
    };
    parts.push(Part::Title(
        "lieux",
        words.with("disp-lieux", &[("n", places.len().into())]),
    ));
    parts.push(Part::Lines(places.iter().map(line).collect()));
    parts.extend(sectors(&visit, &Seat::Cluster(slug.clone())));
    let described = cluster.summary.as_ref().map(ToString::to_string);
    let page = Page::new(&visit, cluster.name.clone());
    let about = described.clone();
    let page = page.described(about.unwrap_or_else(|| words.get("grappe-lead")));
    let head = Head {
        crumbs: Vec::new(),
        lead: described.unwrap_or_else(|| words.get("grappe-lead")),
    };
    Ok(public_page(page, head, parts))
}

fn facts(visit: &Visit, cluster: &Cluster) -> Vec<Fact> {
    let (lang, directory) = (visit.lang, &visit.directory);
    let words = Words::new(lang);
    let levels = cluster
        .levels
        .iter()
        .map(|key| territory_name(directory, key));
    let who = cluster.organisations.iter();
    let who: Vec<_> = who.map(|slug| organisations::named(visit, slug)).collect();
    let mut facts = vec![
        Fact::of(
            words.get("grappe-niveaux-name"),
            listed(lang, levels.collect::<Vec<_>>()),
        ),
        Fact::of(
            words.get("disp-zone-name"),
            area_words(lang, directory, &cluster.area),
        ),
    ];
    if !who.is_empty() {
        facts.push(Fact::several(words.get("grappe-structures-name"), who));
    }
    let period = period_words(lang, cluster.period);
    facts.extend(period.map(|period| Fact::of(words.get("disp-quand"), period)));
    facts
}

/// How the seat is parted, and who covers each part: organisations, never people.
pub(super) fn sectors(visit: &Visit, seat: &Seat) -> Vec<Part> {
    let (lang, directory) = (visit.lang, &visit.directory);
    let words = Words::new(lang);
    let all = directory.levels.world().sectors.iter();
    let mut all: Vec<&Sector> = all.filter(|sector| sector.of == *seat).collect();
    if all.is_empty() {
        return Vec::new();
    }
    all.sort_by(|a, b| a.name.cmp(&b.name));
    let today = visit.today();
    let line = |sector: &&Sector| {
        let covers = sector
            .covered_by
            .iter()
            .filter(|one| one.period.holds(today));
        let who = covers.map(|one| organisation_name(directory, &one.organisation));
        let who: Vec<String> = who.collect();
        let area = area_words(lang, directory, &sector.area);
        let more = if who.is_empty() {
            area
        } else {
            let told = [("area", area.into()), ("who", listed(lang, who).into())];
            words.with("secteur-about", &told)
        };
        Line {
            words: sector.name.clone(),
            more,
            ..Line::default()
        }
    };
    vec![
        Part::Title("secteurs", words.get("secteur-title")),
        Part::Lines(all.iter().map(line).collect()),
    ]
}
