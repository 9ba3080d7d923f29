//! Whether a value of one vintage is still true in the next: meaning, not writing.
//!
//! A name or a street that says more is still true, and so is one with a letter corrected; a door that was numbered
//! anew within sight is where one arrives.

use portulan_geo::distance_m;
use portulan_text::{fold, parse_address, search_tokens};

use super::lists::Row;

/// Metres within which a new number of the same street is the same door.
const SIGHT_M: f64 = 150.0;
/// Shortest word in which one letter may differ.
const LONG: usize = 4;
/// Words that name no place in particular.
const COMMON: &[&str] = &[
    "france",
    "services",
    "service",
    "bus",
    "antenne",
    "site",
    "multi",
    "sites",
    "multisites",
    "itinerant",
    "itinerante",
    "espace",
    "maison",
    "de",
    "du",
    "des",
    "la",
    "le",
    "les",
    "l",
    "d",
    "et",
    "en",
    "a",
    "au",
    "aux",
    "sur",
    "sous",
];
/// Words of an address that name no street.
const SMALL: &[&str] = &["de", "du", "des", "la", "le", "les", "l", "d", "bp", "cs"];

/// Whether the name still tells the place.
pub(super) fn name(before: &Row, after: &Row) -> bool {
    alike(&words(&before.name, COMMON), &words(&after.name, COMMON))
}

/// Whether the address still leads to the door; nothing where one is missing.
pub(super) fn address(before: &Row, after: &Row) -> Option<bool> {
    if fold(&before.street).is_empty() || fold(&after.street).is_empty() {
        return None;
    }
    let (one, other) = (parse_address(&before.street), parse_address(&after.street));
    let (streets, others) = (words(&one.street, SMALL), words(&other.street, SMALL));
    let street = !streets.is_empty() && !others.is_empty() && alike(&streets, &others);
    let number = one.number.zip(other.number).is_none_or(|(a, b)| a == b);
    let near = before
        .position
        .zip(after.position)
        .is_some_and(|(a, b)| distance_m(a, b) <= SIGHT_M);
    Some(street && (number || near))
}

fn words(text: &str, without: &[&str]) -> Vec<String> {
    let all = search_tokens(text).into_iter();
    all.filter(|word| !without.contains(&word.as_str()))
        .collect()
}

/// Whether every word of the shorter is among those of the longer.
fn alike(one: &[String], other: &[String]) -> bool {
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    short
        .iter()
        .all(|word| long.iter().any(|known| near(word, known)))
}

/// Whether two words differ by one letter at most: more, less, or another one.
fn near(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    if one.len().min(other.len()) < LONG || one.len().abs_diff(other.len()) > 1 {
        return false;
    }
    let same = |(a, b): &(char, char)| a == b;
    let head = one.chars().zip(other.chars()).take_while(same).count();
    let tail = one.chars().rev().zip(other.chars().rev());
    let tail = tail.take_while(same).count();
    head + tail + 1 >= one.len().max(other.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, street: &str) -> Row {
        Row {
            name: name.to_owned(),
            street: street.to_owned(),
            ..Row::default()
        }
    }

    #[test]
    fn a_name_that_says_more_or_is_spelt_right_is_the_same() {
        let same = |a, b| name(&row(a, ""), &row(b, ""));
        assert!(same(
            "France services Saint-Lys",
            "France services La Poste de Saint-Lys"
        ));
        assert!(same(
            "France services de Villemoutaussou",
            "France services de Villemoustaussou"
        ));
        assert!(!same(
            "France services Palluau",
            "France services Vie et Boulogne"
        ));
    }

    #[test]
    fn another_street_is_a_change_and_another_writing_is_not() {
        let same = |a, b| address(&row("", a), &row("", b));
        assert_eq!(
            same("57 rue de Saint-Michel", "57 rue Saint-Michel"),
            Some(true)
        );
        assert_eq!(
            same("104 Av Christian Baylac", "104 avenue Christian Baylac"),
            Some(true)
        );
        assert_eq!(same("Place du marché", "2 Place du marché"), Some(true));
        assert_eq!(same("4 Route de Moncel", "5 rue de la Gare"), Some(false));
        assert_eq!(same("9 Rue Nationale", "11 Rue Nationale"), Some(false));
        assert_eq!(same("", "11 Rue Nationale"), None);
    }

    #[test]
    fn a_new_number_within_sight_is_the_same_door() {
        let at = |street, lat| Row {
            position: portulan_model::Position::new(lat, -1.68).ok(),
            ..row("", street)
        };
        let (before, near) = (at("601 rue Néper", 48.1), at("663 rue Néper", 48.1005));
        assert_eq!(address(&before, &near), Some(true));
        assert_eq!(address(&before, &at("663 rue Néper", 48.11)), Some(false));
    }
}
