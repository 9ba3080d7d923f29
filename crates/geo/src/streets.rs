//! Streets and houses by commune: from BAN layers and from the addresses of known places.

use std::collections::HashMap;

use portulan_model::{CommuneCode, Position};
use portulan_text::search_tokens;

use crate::layers::Address;

/// Words that say what kind of street it is: they differ between sources and never tell two streets apart alone.
const KINDS: [&str; 17] = [
    "rue",
    "avenue",
    "boulevard",
    "place",
    "allee",
    "impasse",
    "chemin",
    "route",
    "square",
    "cours",
    "quai",
    "mail",
    "passage",
    "rond",
    "esplanade",
    "faubourg",
    "voie",
];
/// Small words that people leave out.
const SMALL: [&str; 9] = ["de", "du", "des", "d", "la", "le", "les", "l", "a"];
/// Typing mistakes forgiven in the telling words of a street: one from five letters on, two from ten on.
const fn mistakes(letters: usize) -> usize {
    match letters {
        0..=4 => 0,
        5..=9 => 1,
        _ => 2,
    }
}

/// Houses by commune and street.
#[derive(Debug, Default, Clone)]
pub(crate) struct Streets(HashMap<CommuneCode, HashMap<String, Street>>);

/// A street and its houses.
#[derive(Debug, Clone)]
pub(crate) struct Street {
    pub(crate) name: String,
    houses: Vec<House>,
}

#[derive(Debug, Clone)]
struct House {
    number: u32,
    repetition: String,
    position: Position,
}

/// Where a house was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum At {
    /// The very house.
    House(Position),
    /// Somewhere on the street: the nearest number, or its middle house.
    Street(Position),
}

impl Streets {
    pub(crate) fn extend(&mut self, addresses: Vec<Address>) {
        for address in addresses {
            self.add(
                address.commune,
                &address.street,
                address.number,
                &address.repetition,
                address.position,
            );
        }
    }

    pub(crate) fn add(
        &mut self,
        commune: CommuneCode,
        street: &str,
        number: u32,
        repetition: &str,
        position: Position,
    ) {
        let key = key(street);
        if key.is_empty() {
            return;
        }
        let streets = self.0.entry(commune).or_default();
        let street = streets.entry(key).or_insert_with(|| Street {
            name: street.to_owned(),
            houses: Vec::new(),
        });
        street.houses.push(House {
            number,
            repetition: repetition.to_owned(),
            position,
        });
    }

    /// The street of a commune that is asked, forgiving small words and typing mistakes.
    pub(crate) fn find(&self, commune: CommuneCode, asked: &str) -> Option<&Street> {
        let streets = self.0.get(&commune)?;
        let key = key(asked);
        if key.is_empty() {
            return None;
        }
        if let Some(street) = streets.get(&key) {
            return Some(street);
        }
        let most = mistakes(key.len());
        let (_, street) = streets
            .iter()
            .filter(|(known, _)| known.len().abs_diff(key.len()) <= most)
            .map(|(known, street)| (strsim::osa_distance(known, &key), street))
            .filter(|(distance, _)| *distance <= most)
            .min_by(|one, two| one.0.cmp(&two.0).then_with(|| one.1.name.cmp(&two.1.name)))?;
        Some(street)
    }
}

impl Street {
    /// Where a number is, or the nearest to it.
    pub(crate) fn at(&self, number: Option<u32>, repetition: Option<&str>) -> Option<At> {
        let Some(number) = number else {
            return self
                .houses
                .get(self.houses.len() / 2)
                .map(|house| At::Street(house.position));
        };
        let rank = |house: &&House| {
            (
                house.number.abs_diff(number),
                u8::from(house.repetition != repetition.unwrap_or_default()),
            )
        };
        let house = self.houses.iter().min_by_key(rank)?;
        Some(if house.number == number {
            At::House(house.position)
        } else {
            At::Street(house.position)
        })
    }
}

/// Whether folded words are an address: a number or a kind of street, and a word that tells which street.
pub(crate) fn is_like_an_address(text: &str) -> bool {
    let mut words = text.split(' ');
    let number = |word: &str| {
        word.bytes()
            .next()
            .is_some_and(|byte| byte.is_ascii_digit())
    };
    let first = words.next().unwrap_or_default();
    let tells = |word: &str| !number(word) && !KINDS.contains(&word) && !SMALL.contains(&word);
    (number(first) || KINDS.contains(&first)) && words.any(tells)
}

/// What tells a street from the others of its commune.
fn key(street: &str) -> String {
    let words = search_tokens(street);
    let telling: Vec<&str> = words
        .iter()
        .map(String::as_str)
        .filter(|word| !KINDS.contains(word) && !SMALL.contains(word))
        .collect();
    if telling.is_empty() {
        words.join(" ")
    } else {
        telling.join(" ")
    }
}
