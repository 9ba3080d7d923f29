//! Reads HTML as these templates write it, and says what is wrong with it.

use std::collections::BTreeSet;

use super::BYTES;

/// Elements that have no end.
const VOID: &[&str] = &["meta", "link", "input", "br", "img", "hr"];

struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
    in_svg: bool,
}

/// A page that was read.
pub(super) struct Html {
    tags: Vec<Tag>,
    text: String,
    faults: Vec<String>,
    bytes: usize,
}

impl Html {
    pub(super) fn read(source: &str) -> Self {
        let mut html = Self {
            tags: Vec::new(),
            text: String::new(),
            faults: Vec::new(),
            bytes: source.len(),
        };
        let mut open: Vec<String> = Vec::new();
        let mut rest = source;
        while let Some(start) = rest.find('<') {
            let (text, from) = rest.split_at(start);
            html.text.push_str(text);
            let (inside, after) = from.split_at(tag_end(from));
            let inside = inside.strip_prefix('<').unwrap_or(inside);
            rest = after.strip_prefix('>').unwrap_or(after);
            if inside.starts_with('!') {
                continue;
            }
            if let Some(name) = inside.strip_prefix('/') {
                let last = open.pop();
                if last.as_deref() != Some(name) {
                    html.faults.push(format!("</{name}> closes {last:?}"));
                }
                continue;
            }
            let in_svg = open.iter().any(|name| name == "svg");
            let tag = tag(inside, in_svg);
            if !VOID.contains(&tag.name.as_str()) && !inside.ends_with('/') {
                open.push(tag.name.clone());
            }
            html.tags.push(tag);
        }
        if !open.is_empty() {
            html.faults.push(format!("left open: {open:?}"));
        }
        html
    }

    /// Every rule at once.
    pub(super) fn check(&self, name: &str, lang: &str, most: usize) {
        assert_eq!(self.faults, Vec::<String>::new(), "{name}");
        assert_eq!(self.lang(), lang, "{name}");
        assert_eq!(self.count("h1"), 1, "{name}: one h1");
        assert_eq!(self.count("main"), 1, "{name}: one main");
        assert_eq!(self.count("title"), 1, "{name}: one title");
        let elements = self.tags.iter().filter(|tag| !tag.in_svg).count();
        assert!(
            elements <= most,
            "{name}: {elements} elements, at most {most}"
        );
        assert!(self.bytes <= BYTES, "{name}: {} bytes", self.bytes);
        self.check_ids(name);
        self.check_headings(name);
        self.check_policy(name);
        self.check_fields(name);
    }

    fn check_ids(&self, name: &str) {
        let mut seen = BTreeSet::new();
        for id in self.values("id") {
            assert!(seen.insert(id.to_owned()), "{name}: id {id} twice");
        }
        for attribute in ["for", "aria-labelledby", "aria-describedby", "form"] {
            for id in self.values(attribute).flat_map(str::split_whitespace) {
                assert!(
                    seen.contains(id),
                    "{name}: {attribute}={id} points at nothing"
                );
            }
        }
    }

    /// No level is jumped over.
    fn check_headings(&self, name: &str) {
        let mut last = 0;
        for tag in &self.tags {
            if let Some(level) = tag
                .name
                .strip_prefix('h')
                .and_then(|level| level.parse::<u8>().ok())
            {
                assert!(level <= last + 1, "{name}: h{level} after h{last}");
                last = level;
            }
        }
    }

    /// What the content policy forbids, and requests to anybody else.
    fn check_policy(&self, name: &str) {
        for tag in &self.tags {
            for (attribute, value) in &tag.attributes {
                assert!(
                    attribute != "style" && !attribute.starts_with("on"),
                    "{name}: {attribute} inline"
                );
                let loads = ["src", "srcset", "action", "data"].contains(&attribute.as_str())
                    || (tag.name == "link" && attribute == "href");
                let own = value.starts_with('/') || value.starts_with("data:");
                assert!(!loads || own, "{name}: {} asks {value}", tag.name);
            }
            assert!(
                tag.name != "style" && tag.name != "iframe",
                "{name}: {}",
                tag.name
            );
            if tag.name == "script" {
                assert!(tag.get("src").is_some(), "{name}: a script inside the page");
            }
        }
    }

    /// A field without a label around it has one that points at it.
    fn check_fields(&self, name: &str) {
        for tag in self.tags.iter().filter(|tag| tag.name == "input") {
            if let Some(id) = tag.get("id") {
                assert!(
                    self.values("for").any(|label| label == id),
                    "{name}: no label for {id}"
                );
            }
        }
    }

    pub(super) fn lang(&self) -> &str {
        self.tags
            .iter()
            .find(|tag| tag.name == "html")
            .and_then(|tag| tag.get("lang"))
            .unwrap_or_default()
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn has_id(&self, id: &str) -> bool {
        self.values("id").any(|known| known == id)
    }

    /// Links within the site: path with its query, then anchor.
    pub(super) fn internal_links(&self, here: &str) -> Vec<(String, String)> {
        let links = self
            .tags
            .iter()
            .filter(|tag| tag.name == "a" || tag.name == "link");
        links
            .filter_map(|tag| tag.get("href"))
            .map(|address| address.replace("&amp;", "&").replace("&#38;", "&"))
            .filter(|address| address.starts_with('/') || address.starts_with('#'))
            .map(|address| match address.split_once('#') {
                Some(("", anchor)) => (here.to_owned(), anchor.to_owned()),
                Some((path, anchor)) => (path.to_owned(), anchor.to_owned()),
                None => (address, String::new()),
            })
            .collect()
    }

    /// Words that look like the id of a message that does not exist.
    pub(super) fn unworded(&self) -> Vec<String> {
        const FAMILIES: &[&str] = &[
            "home-",
            "disp-",
            "grappe-",
            "secteur-",
            "poste-",
            "socle-",
            "titulaire-",
            "typed-",
            "coller-",
            "consulter-",
            "suivi-",
            "noms-",
            "results-",
            "place-",
            "territory-",
            "sheet-",
            "poster-",
            "data-",
            "nav-",
            "error-",
            "when-",
            "opening-",
            "filter-",
            "sort-",
            "spot-",
            "map-",
            "session-",
            "reason-",
            "api-",
            "need-",
            "bad-",
            "expected-",
            "accessibility-",
            "ecodesign-",
            "notices-",
            "privacy-",
            "operator-",
            "theme-",
            "situation-",
            "author-",
            "decided-",
            "census-",
            "desk-",
            "edit-",
            "day-",
            "difference-",
            "harvest-rule-",
            "likeness-",
            "linkage-",
            "mapping-",
            "note-",
            "pair-",
            "queue-",
            "report-",
            "run-",
            "schedule-",
            "severity-",
            "source-",
            "proposal-",
            "proposals-",
            "story-",
            "upload-",
            "levels-",
            "gap-",
        ];
        let words = self
            .text
            .split(|sign: char| !(sign.is_ascii_alphanumeric() || sign == '-'));
        words
            .filter(|word| FAMILIES.iter().any(|family| word.starts_with(family)))
            .map(str::to_owned)
            .collect()
    }

    fn count(&self, name: &str) -> usize {
        self.tags
            .iter()
            .filter(|tag| tag.name == name && !tag.in_svg)
            .count()
    }

    fn values<'a>(&'a self, attribute: &'a str) -> impl Iterator<Item = &'a str> {
        self.tags.iter().filter_map(move |tag| tag.get(attribute))
    }
}

impl Tag {
    fn get(&self, attribute: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(name, _)| name == attribute)
            .map(|(_, value)| value.as_str())
    }
}

/// Where a tag ends: quotes may hold a `>`.
fn tag_end(source: &str) -> usize {
    let mut quoted = false;
    for (at, sign) in source.char_indices() {
        match sign {
            '"' => quoted = !quoted,
            '>' if !quoted => return at,
            _ => {}
        }
    }
    panic!("a tag does not end: {source}")
}

fn tag(inside: &str, in_svg: bool) -> Tag {
    let inside = inside.trim_end_matches('/');
    let (name, mut rest) = inside.split_once([' ', '\n']).unwrap_or((inside, ""));
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            break;
        }
        let stop = rest
            .find(|sign: char| sign == '=' || sign.is_whitespace())
            .unwrap_or(rest.len());
        let (attribute, after) = rest.split_at(stop);
        let Some(value) = after.strip_prefix("=\"") else {
            attributes.push((attribute.to_owned(), String::new()));
            rest = after;
            continue;
        };
        let (value, after) = value.split_once('"').expect("a quoted value ends");
        attributes.push((attribute.to_owned(), value.to_owned()));
        rest = after;
    }
    Tag {
        name: name.to_owned(),
        attributes,
        in_svg,
    }
}
