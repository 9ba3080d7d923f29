//! Walks a site from its home page: every page once per family, so that "every page" is what the site links to.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use anyhow::Result;

use crate::http;
use crate::site::Site;

/// Pages looked at in each family: `/lieux/…` has many, all made by the same template.
const PER_FAMILY: usize = 2;
/// Pages read before giving up: a site that links for ever is a fault of its own.
const PAGES: usize = 200;

/// Addresses that must be looked at even if no page of the walk happens to link to them.
const SEEDS: [&str; 20] = [
    "/",
    "/aide?ou=R%C3%A9publique%2C+Rennes&besoin=acces&quand=samedi%3Amatin",
    "/aide?ou=imprimer+pr%C3%A8s+de+R%C3%A9publique+%C3%A0+Rennes+samedi+matin",
    "/aide?ou=Maurepas",
    "/aide?territoire=commune-35238&q=zzzzzz",
    "/aide?besoin=rien",
    "/territoires/commune-35238",
    "/territoires/epci-243500139",
    "/territoires/epci-243500139/chiffres?depuis=2024-01-01",
    "/niveaux/commune-35238",
    "/niveaux/departement-35",
    "/niveaux?adresse=42+cours+Kennedy%2C+Rennes",
    "/niveaux?adresse=Saint-Denis&au=hier",
    "/niveaux/commune-35238?avec=commune-35360&au=2024-01-15",
    "/ecosysteme",
    "/ecosysteme?territoire=commune-35238",
    "/ecosysteme?territoire=commune-35238&vue=tableau",
    "/structures/ccas-de-rennes",
    "/structures/rennes-metropole",
    "/api/v1",
];

/// A page of the walk.
#[derive(Debug, Clone)]
pub struct Page {
    /// Path and query.
    pub path: String,
    /// Status.
    pub status: u16,
    /// Its HTML.
    pub html: String,
}

/// Every family of pages, from the home page and the seeds. Non-HTML answers are left out.
pub async fn pages(site: &Site) -> Result<Vec<Page>> {
    let mut waiting: VecDeque<String> = SEEDS.iter().map(|seed| (*seed).to_owned()).collect();
    let mut seen: BTreeSet<String> = waiting.iter().cloned().collect();
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let mut pages = Vec::new();
    while let Some(path) = waiting.pop_front() {
        let count = taken.entry(family(&path)).or_default();
        let is_seed = SEEDS.contains(&path.as_str());
        if (*count >= PER_FAMILY && !is_seed) || pages.len() >= PAGES {
            continue;
        }
        let answer = http::get(&site.at(&path)).await?;
        if !answer.header("content-type").starts_with("text/html") {
            continue;
        }
        *count += 1;
        for link in links(&answer.text).filter(|link| !link.starts_with("/exploitation")) {
            if seen.insert(link.clone()) {
                waiting.push_back(link);
            }
        }
        pages.push(Page {
            path,
            status: answer.status.as_u16(),
            html: answer.text,
        });
    }
    let lost = http::get(&site.at("/cette-page-n-existe-pas")).await?;
    pages.push(Page {
        path: "/cette-page-n-existe-pas".to_owned(),
        status: lost.status.as_u16(),
        html: lost.text,
    });
    Ok(pages)
}

/// Pages made by the same template: same first pieces of path, same language, same format.
#[must_use]
pub fn family(path: &str) -> String {
    let (route, query) = path.split_once('?').unwrap_or((path, ""));
    let mut pieces: Vec<&str> = route.split('/').skip(1).collect();
    match pieces.as_slice() {
        [root @ ("territoires" | "niveaux"), key, ..] => {
            let kind = key.split('-').next().unwrap_or_default();
            return format!("/{root}/{kind}{}", rest(&pieces, 2));
        }
        ["lieux", _, ..] => return format!("/lieux/*{}", rest(&pieces, 2)),
        _ => {}
    }
    if pieces.len() > 1 {
        pieces.truncate(1);
        pieces.push("*");
    }
    let turning: Vec<&str> = query
        .split('&')
        .filter(|pair| {
            ["langue=", "lang=", "taille=", "format="]
                .iter()
                .any(|name| pair.starts_with(name))
        })
        .collect();
    format!("/{}?{}", pieces.join("/"), turning.join("&"))
}

fn rest(pieces: &[&str], from: usize) -> String {
    let kept: Vec<&str> = pieces.iter().skip(from).copied().collect();
    if kept.is_empty() {
        String::new()
    } else {
        format!("/{}", kept.join("/"))
    }
}

/// Links of a page to this site, without their fragments.
pub fn links(html: &str) -> impl Iterator<Item = String> {
    let quoted = html
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next());
    let inner = quoted.filter(|link| link.starts_with('/') && !link.starts_with("//"));
    inner.map(|link| {
        link.split('#')
            .next()
            .unwrap_or_default()
            .replace("&amp;", "&")
            .replace("&#38;", "&")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_one_template_are_one_family() {
        assert_eq!(family("/lieux/a"), family("/lieux/b"));
        assert_ne!(family("/lieux/a"), family("/lieux/a/fiche"));
        assert_ne!(
            family("/territoires/commune-35238"),
            family("/territoires/epci-243500139")
        );
        assert_eq!(family("/aide?ou=a"), family("/aide?ou=b&besoin=acces"));
    }

    #[test]
    fn links_to_this_site_are_read_and_others_left() {
        let html = r#"<a href="/a?x=1&amp;y=2#z">a</a><a href="https://b">b</a><a href="//c">c</a><a href="/d">d</a>"#;
        assert_eq!(links(html).collect::<Vec<_>>(), ["/a?x=1&y=2", "/d"]);
    }
}
