//! Whether a way to reach a place reads as one person's own: a first name and a family name, a letter box that is
//! anybody's, a mobile. A guess, on purpose on the side of the person: what it says is asked about, never published by
//! itself.

use crate::{Email, Phone, fold};

/// Providers of letter boxes where people have their own (those that data·inclusion looks at, and their other names).
const PROVIDERS: [&str; 19] = [
    "gmail.com",
    "googlemail.com",
    "orange.fr",
    "wanadoo.fr",
    "free.fr",
    "hotmail.com",
    "hotmail.fr",
    "live.fr",
    "outlook.com",
    "outlook.fr",
    "yahoo.com",
    "yahoo.fr",
    "laposte.net",
    "sfr.fr",
    "neuf.fr",
    "bbox.fr",
    "icloud.com",
    "proton.me",
    "protonmail.com",
];
/// Words of letter boxes of places and teams.
const OF_PLACES: [&str; 34] = [
    "accueil",
    "agence",
    "aide",
    "amicale",
    "antenne",
    "asso",
    "association",
    "atelier",
    "biblio",
    "bibliotheque",
    "bureau",
    "bus",
    "ccas",
    "centre",
    "club",
    "commune",
    "contact",
    "cyber",
    "epn",
    "equipe",
    "espace",
    "foyer",
    "france",
    "info",
    "mairie",
    "maison",
    "media",
    "mediatheque",
    "mjc",
    "numerique",
    "point",
    "secretariat",
    "service",
    "social",
];
/// Beginnings of mobile numbers after the country code, by country code.
const MOBILES: [&str; 8] = [
    "+336", "+337", "+59069", "+59469", "+59669", "+26269", "+262639", "+50855",
];

/// Whether an address reads as one person's.
#[must_use]
pub fn is_own_email(email: &Email) -> bool {
    let Some((local, domain)) = email.as_str().split_once('@') else {
        return false;
    };
    let local = fold(local);
    if OF_PLACES.iter().any(|word| local.contains(word)) {
        return false;
    }
    PROVIDERS.contains(&domain) || is_a_name(email.as_str().split('@').next().unwrap_or_default())
}

/// Whether a number is a mobile's: a line of a person more often than of a desk.
#[must_use]
pub fn is_mobile(phone: &Phone) -> bool {
    MOBILES
        .iter()
        .any(|start| phone.as_str().starts_with(start))
}

/// "camille.martin", "c.martin", "camille-anne.martin".
fn is_a_name(local: &str) -> bool {
    let Some((first, last)) = local.split_once('.') else {
        return false;
    };
    let letters = |part: &str| {
        !part.is_empty() && part.chars().all(|char| char.is_alphabetic() || char == '-')
    };
    letters(first) && letters(last) && last.chars().count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_s_address_is_told_from_a_place_s() {
        for (text, own) in [
            ("camille.martin@exemple.fr", true),
            ("c.martin@exemple.fr", true),
            ("camille35@gmail.com", true),
            ("mairie.bruz@exemple.fr", false),
            ("asso.lesvoisins@gmail.com", false),
            ("accueil@exemple.fr", false),
            ("contact@exemple.fr", false),
            ("mediatheque.cesson@orange.fr", false),
            ("epn@exemple.fr", false),
        ] {
            let email = Email::parse(text).unwrap();
            assert_eq!(is_own_email(&email), own, "{text}");
        }
    }

    #[test]
    fn a_mobile_is_told_from_a_desk_s_line() {
        for (text, mobile) in [
            ("06 39 98 00 01", true),
            ("07 00 00 00 01", true),
            ("0690 00 00 01", true),
            ("0692 00 00 01", true),
            ("0639 00 00 01", true),
            ("02 99 00 00 01", false),
            ("0262 00 00 01", false),
            ("0800 00 00 01", false),
        ] {
            let phone = Phone::parse(text, None).unwrap();
            assert_eq!(is_mobile(&phone), mobile, "{text} {}", phone.as_str());
        }
    }
}
