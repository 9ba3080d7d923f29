//! Telephones, e-mails, sites and identifiers as keys: what two writings of the same have in common.

use crate::features::key;

/// Domains that give addresses to anyone: they tell no body.
const ANYONE: &[&str] = &[
    "gmail.com",
    "googlemail.com",
    "orange.fr",
    "wanadoo.fr",
    "free.fr",
    "sfr.fr",
    "neuf.fr",
    "bbox.fr",
    "laposte.net",
    "hotmail.com",
    "hotmail.fr",
    "outlook.com",
    "outlook.fr",
    "live.fr",
    "live.com",
    "yahoo.fr",
    "yahoo.com",
    "aol.com",
    "icloud.com",
    "msn.com",
    "protonmail.com",
    "proton.me",
    "nordnet.fr",
    "cegetel.net",
    "club-internet.fr",
    "numericable.fr",
];

/// Sites where anyone has a page.
const PAGES_OF_ANYONE: &[&str] = &[
    "facebook.com",
    "fr-fr.facebook.com",
    "m.facebook.com",
    "twitter.com",
    "x.com",
    "instagram.com",
    "linkedin.com",
    "fr.linkedin.com",
    "youtube.com",
    "google.com",
    "sites.google.com",
    "goo.gl",
    "bit.ly",
    "helloasso.com",
    "france-services.gouv.fr",
    "cohesion-territoires.gouv.fr",
    "conseiller-numerique.gouv.fr",
    "laposte.fr",
    "doctolib.fr",
];

/// The last nine digits: `+33 2 99…` and `02 99…` are one number. Short numbers and rows of one digit tell nothing.
pub(crate) fn phone(text: &str) -> Option<u32> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.get(digits.len().saturating_sub(9)..)?;
    let first = digits.chars().next()?;
    let told = digits.len() >= 7
        && !digits
            .chars()
            .skip(1)
            .all(|digit| digit == first || digit == '0');
    told.then(|| key(b"p", digits))
}

/// Whether a number is that of a mobile: `06`, `07`, and those of overseas (`0690`, `0692`…), whose last nine digits
/// begin the same.
pub(crate) fn is_mobile(text: &str) -> bool {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let national = digits.get(digits.len().saturating_sub(9)..);
    national.is_some_and(|digits| digits.len() == 9 && digits.starts_with(['6', '7']))
}

/// The address, and its domain when it belongs to a body.
pub(crate) fn email(text: &str) -> Option<(u32, Option<u32>)> {
    let folded = text.trim().to_lowercase();
    let (user, domain) = folded.split_once('@')?;
    if user.is_empty() || !domain.contains('.') {
        return None;
    }
    let domain_key = (!ANYONE.contains(&domain)).then(|| key(b"d", domain));
    Some((key(b"e", &folded), domain_key))
}

/// The page without scheme, `www.` and last slash, and its site when it belongs to a body.
pub(crate) fn website(text: &str) -> Option<(u32, Option<u32>)> {
    let folded = text.trim().to_lowercase();
    let rest = folded
        .split_once("://")
        .map_or(folded.as_str(), |(_, rest)| rest);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    let page = rest
        .split_once('#')
        .map_or(rest, |(page, _)| page)
        .trim_end_matches('/');
    let host = page.split(['/', '?', ':']).next().unwrap_or_default();
    if !host.contains('.') {
        return None;
    }
    let anyone = PAGES_OF_ANYONE.contains(&host);
    if anyone && page.len() <= host.len() + 1 {
        return None;
    }
    let site = (!anyone).then(|| key(b"h", host));
    Some((key(b"w", page), site))
}

/// The identifier and the body that it tells (the SIREN of a SIRET).
pub(crate) fn pivot(text: &str) -> Option<(u32, u32)> {
    let code: String = text
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|character| character.to_ascii_uppercase())
        .collect();
    if code.bytes().all(|byte| byte == b'0') || code.len() < 9 {
        return None;
    }
    let digits = code.bytes().all(|byte| byte.is_ascii_digit());
    let body = if digits {
        key(b"b", code.get(..9)?)
    } else {
        key(b"b", &code)
    };
    let whole = if digits && code.len() != 14 {
        0
    } else {
        key(b"v", &code)
    };
    Some((whole, body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writings_of_one_number_are_one_key() {
        assert_eq!(phone("+33 2 99 00 00 12"), phone("02.99.00.00.12"));
        assert_ne!(phone("02 99 00 00 12"), phone("02 99 00 00 13"));
        assert_eq!(
            (phone("3960"), phone("00 00 00 00 00"), phone("")),
            (None, None, None)
        );
    }

    #[test]
    fn a_mobile_is_known_in_any_writing() {
        for mobile in ["06 00 00 00 12", "+33 7 00 00 00 12", "0692 00 00 12"] {
            assert!(is_mobile(mobile), "{mobile}");
        }
        for other in ["02 99 00 00 12", "+33 1 67 00 00 12", "3960", ""] {
            assert!(!is_mobile(other), "{other}");
        }
    }

    #[test]
    fn a_domain_of_anyone_tells_no_body() {
        assert!(email("accueil@mairie.exemple.fr").unwrap().1.is_some());
        assert!(email("mairie@orange.fr").unwrap().1.is_none());
        assert_eq!(email("rien"), None);
    }

    #[test]
    fn writings_of_one_page_are_one_key() {
        assert_eq!(website("https://www.exemple.fr/"), website("exemple.fr"));
        let (a, b) = (
            website("exemple.fr/a").unwrap(),
            website("exemple.fr/b").unwrap(),
        );
        assert!(a.0 != b.0 && a.1 == b.1);
        assert_eq!(website("https://www.facebook.com/"), None);
    }

    #[test]
    fn establishments_of_one_body_share_it() {
        let (a, b) = (
            pivot("21350210700013").unwrap(),
            pivot("213 502 107 00021").unwrap(),
        );
        assert!(a.0 != b.0 && a.1 == b.1);
        assert_eq!(pivot("213502107").unwrap(), (0, a.1));
        assert_eq!(pivot("00000000000000"), None);
    }
}
