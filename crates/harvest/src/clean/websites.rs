//! Addresses of the web: several in a cell, schemes missing or misspelt.

use portulan_text::WebUrl;

use super::contacts::stray_email;
use super::{Cleaned, is_filler};
use crate::{Field, Severity};

/// Every address of a cell, in order; the case of paths is kept.
#[must_use]
pub fn websites(raw: &str) -> Cleaned<Vec<WebUrl>> {
    let mut cleaned: Cleaned<Vec<WebUrl>> = Cleaned::default();
    if is_filler(raw) {
        return cleaned;
    }
    let mut mended = false;
    let mut strays = false;
    for token in tokens(raw) {
        let Some((url, exact)) = read(&token) else {
            strays |= token.chars().any(char::is_alphanumeric);
            continue;
        };
        mended |= !exact;
        if !cleaned.value.contains(&url) {
            cleaned.value.push(url);
        }
    }
    let result = joined(&cleaned.value);
    if cleaned.value.is_empty() {
        let rule = if raw.contains('@') {
            "text-in-wrong-column"
        } else {
            "website-unreadable"
        };
        let (moved, severity) = stray_email(raw);
        cleaned.say(Field::SiteWeb, raw, &moved, rule, severity);
    } else if strays || mended {
        cleaned.say(
            Field::SiteWeb,
            raw,
            &result,
            "website-mended",
            Severity::Fixed,
        );
    }
    cleaned
}

pub(crate) fn joined(urls: &[WebUrl]) -> String {
    let texts: Vec<&str> = urls.iter().map(WebUrl::as_str).collect();
    texts.join("|")
}

/// Words, and what follows `|`, `;` or a comma before another address; an address may itself hold any of them.
fn tokens(raw: &str) -> Vec<String> {
    let mut spread = raw
        .replace(" : //", "://")
        .replace("http ://", "http://")
        .replace("https ://", "https://");
    for scheme in ["http", "www."] {
        for separator in [",", ";", "|", "/ "] {
            spread = spread.replace(&format!("{separator}{scheme}"), &format!(" {scheme}"));
        }
    }
    let spread = if spread.contains("&amp;") {
        spread.replace("&amp;", "&")
    } else {
        spread
    };
    spread
        .split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"'))
        .flat_map(apart)
        .map(|token| {
            let token = token.trim_start_matches(|c: char| "([«'’,;|•-*".contains(c));
            let open = token.contains('(');
            token.trim_end_matches(|c: char| "]»'’,;|.:".contains(c) || (c == ')' && !open))
        })
        .filter(|token| !token.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The addresses that `|`, `;` or a comma hold together; what follows one and is no address belongs to the one before.
fn apart(token: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = token;
    let mut from = 0;
    while let Some(at) = rest.get(from..).and_then(|text| text.find(['|', ';', ','])) {
        let at = from + at;
        let (one, next) = (
            rest.get(..at).unwrap_or_default(),
            rest.get(at + 1..).unwrap_or_default(),
        );
        let end = next.find(['|', ';', ',']).unwrap_or(next.len());
        let follows = next.get(..end).is_some_and(|next| read(next).is_some());
        if follows || one.is_empty() || next.is_empty() {
            parts.push(one);
            rest = next;
            from = 0;
        } else {
            from = at + 1;
        }
    }
    parts.push(rest);
    parts
}

/// From where an address begins in "Facebook:https://…".
fn from_scheme(token: &str) -> &str {
    let label = token.split(['/', '?', '.']).next().unwrap_or_default();
    let at = ["http://", "https://", ":www."]
        .iter()
        .find_map(|scheme| token.find(scheme));
    let at = at.filter(|at| *at > 0 && label.len() >= *at && label.contains(':'));
    let rest = at.and_then(|at| token.get(at..)).unwrap_or(token);
    rest.trim_start_matches(':')
}

/// An address, and whether it stood there as it is.
fn read(token: &str) -> Option<(WebUrl, bool)> {
    let begun = from_scheme(token);
    let (address, respelt) = with_scheme(begun)?;
    let respelt = respelt || begun.len() < token.len();
    let (_, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    if host.contains('@') || !is_host(host) {
        return None;
    }
    let (scheme, _) = address.split_once("://")?;
    let path = rest
        .get(host.len()..)
        .unwrap_or_default()
        .replace('|', "%7C");
    let address = format!("{scheme}://{}{path}", host.to_lowercase());
    WebUrl::parse(&address).ok().map(|url| (url, !respelt))
}

/// `http://` where there is no scheme, as the national pipeline writes it: a site that has `https` redirects.
fn with_scheme(token: &str) -> Option<(String, bool)> {
    let lower = token.to_lowercase();
    for (start, scheme) in SCHEMES {
        if lower.starts_with(start) {
            let rest = token.get(start.len()..)?.trim_start_matches(['/', ':']);
            // "http://https://…": the second is the one meant.
            if rest.to_lowercase().starts_with("http") && rest.contains("//") {
                return with_scheme(rest).map(|(address, _)| (address, true));
            }
            let exact =
                token.starts_with(scheme) && start.ends_with("://") && !token.contains(":///");
            return Some((format!("{scheme}{rest}"), !exact));
        }
    }
    let bare = lower.starts_with("www.") || (is_bare_host(&lower) && !token.contains([':', '@']));
    bare.then(|| (format!("http://{token}"), false))
}

/// Last parts of the names that French places have; without a scheme, no other makes a word an address.
const ENDINGS: [&str; 44] = [
    "fr", "com", "org", "net", "eu", "info", "bzh", "re", "nc", "pf", "gp", "mq", "gf", "yt", "pm",
    "wf", "asso", "paris", "alsace", "corsica", "be", "ch", "lu", "de", "it", "es", "uk", "io",
    "me", "tv", "co", "cc", "app", "coop", "pro", "biz", "ly", "gg", "tech", "online", "site",
    "edu", "cat", "example",
];

/// "ville.fr" and "ville.xyz/page", not "M.Dupont".
fn is_bare_host(lower: &str) -> bool {
    let host = lower.split(['/', '?', '#']).next().unwrap_or_default();
    let ending = host.rsplit_once('.').map_or("", |(_, ending)| ending);
    ENDINGS.contains(&ending) || (!ending.is_empty() && host.len() < lower.len())
}

/// Beginnings that people type, and the scheme they mean; longest first.
const SCHEMES: [(&str, &str); 14] = [
    ("https://", "https://"),
    ("https//", "https://"),
    ("https:/", "https://"),
    ("https:", "https://"),
    ("https.", "https://"),
    ("htpps://", "https://"),
    ("htps://", "https://"),
    ("ttps://", "https://"),
    ("http://", "http://"),
    ("http//", "http://"),
    ("http:/", "http://"),
    ("http:", "http://"),
    ("htpp://", "http://"),
    ("ttp://", "http://"),
];

/// A name with a point, whose last part could be a domain: "art. 12" and "p.m" are none.
fn is_host(host: &str) -> bool {
    if host.parse::<std::net::Ipv4Addr>().is_ok() {
        return true;
    }
    let last = host.rsplit('.').next().unwrap_or_default();
    let name = host.strip_prefix("www.").unwrap_or(host);
    name.contains('.')
        && !host.starts_with('.')
        && last.chars().count() >= 2
        && last.chars().all(|c| c.is_alphabetic() || c == '-')
        && host
            .chars()
            .all(|c| c.is_alphanumeric() || c == '.' || c == '-' || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_of_a_cell_is_kept_with_the_case_of_its_path() {
        for (raw, expected) in [
            (
                "https://www.ville.example/CCAS",
                "https://www.ville.example/CCAS",
            ),
            (
                "HTTPS://WWW.Ville.example/Ccas",
                "https://www.ville.example/Ccas",
            ),
            ("www.ville.example", "http://www.ville.example"),
            ("ville.example", "http://ville.example"),
            ("http//ville.example", "http://ville.example"),
            ("https:/ville.example/a", "https://ville.example/a"),
            ("http://https://ville.example", "https://ville.example"),
            (
                "https://a.example | https://b.example",
                "https://a.example|https://b.example",
            ),
            (
                "https://a.example;www.b.example",
                "https://a.example|http://www.b.example",
            ),
            (
                "https://a.example/page,12,3.html",
                "https://a.example/page,12,3.html",
            ),
            (
                "https://a.example/ (refonte en cours)",
                "https://a.example/",
            ),
            (
                "Facebook : https://reseau.example/Lieu",
                "https://reseau.example/Lieu",
            ),
            (
                "https://reseau.example/Solidarité-28/",
                "https://reseau.example/Solidarité-28/",
            ),
            (
                "https://www.lucé.example/index.php?a=1&b=2",
                "https://www.lucé.example/index.php?a=1&b=2",
            ),
            ("a.example,b.example", "http://a.example|http://b.example"),
            (
                "https://a.example|b.example",
                "https://a.example|http://b.example",
            ),
            (
                "https://a.example/x;jsessionid=1?b",
                "https://a.example/x;jsessionid=1?b",
            ),
            ("https://a.example/x|y", "https://a.example/x%7Cy"),
            (
                "https://a.example/?a=1&amp;b=2",
                "https://a.example/?a=1&b=2",
            ),
            ("Facebook:https://a.example/Lieu", "https://a.example/Lieu"),
            ("Site : ville.example.", "http://ville.example"),
            (
                "https://a.example/Lieu_(ville)",
                "https://a.example/Lieu_(ville)",
            ),
            ("(https://a.example/lieu)", "https://a.example/lieu"),
            (
                "https://a.example/?u=https://b.example",
                "https://a.example/?u=https://b.example",
            ),
            ("M.Dupont", ""),
            ("personne@ville.example", ""),
            (
                "http://90.84.243.68/opac/index.aspx",
                "http://90.84.243.68/opac/index.aspx",
            ),
            ("http://127.0.0.1/", ""),
            ("63122", ""),
            ("www.aucun", ""),
            ("NEANT", ""),
        ] {
            assert_eq!(joined(&websites(raw).value), expected, "{raw}");
        }
    }
}
