//! What a record says, made comparable once: numbers, sorted words, keys.
//!
//! The variable parts lie in one slice, to stay small: a million records fit in a few hundred megabytes.

use portulan_text::fold;

use crate::concepts::{Concept, Concepts, of_code, phrase};
use crate::contacts;
use crate::intern::{Number, hash};
use crate::organisations::{identity, is_commune};
use crate::street::{Street, street};
use crate::{Record, Subject};

/// The variable parts of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub(crate) enum Part {
    /// Words of the name that are proper to it, sorted.
    Name,
    /// Words of the commune, sorted.
    Commune,
    /// Words of the street, sorted.
    Street,
    /// Keys of the telephones.
    Phones,
    /// Of organisations, keys of those telephones that one person carries.
    Mobiles,
    /// Keys of the e-mail addresses.
    Emails,
    /// Keys of their domains, when these belong to a body.
    Domains,
    /// Keys of the pages.
    Pages,
    /// Keys of the sites.
    Sites,
}

const PARTS: usize = 9;
/// Most items kept of a part.
const MOST: usize = 24;

/// A record, comparable.
#[derive(Debug, Clone, Default)]
pub(crate) struct Features {
    pub(crate) subject: Subject,
    items: Box<[u32]>,
    ends: [u8; PARTS],
    pub(crate) concepts: Concepts,
    /// First letters of the words of the name, as a word: `mjc`.
    pub(crate) initials: Option<u32>,
    /// Key of the commune; zero for none.
    pub(crate) commune: u32,
    /// Postcode as a number; zero for none.
    pub(crate) postcode: u32,
    /// Département, as it begins codes; zero for none.
    pub(crate) department: u16,
    pub(crate) number: u16,
    pub(crate) way: u8,
    /// Millionths of a degree.
    pub(crate) position: Option<(i32, i32)>,
    /// Key of the pivot; zero for none.
    pub(crate) pivot: u32,
    /// Key of the body it belongs to; zero for none.
    pub(crate) body: u32,
    /// Key of the RNA of an organisation; zero for none.
    pub(crate) association: u32,
    /// Key of the list; zero for none.
    pub(crate) source: u32,
}

impl Features {
    /// Reads a record.
    pub(crate) fn of(record: &Record, numbers: &mut impl Number) -> Self {
        let mut features = Self {
            subject: record.subject,
            ..Self::default()
        };
        let mut parts: [Vec<u32>; PARTS] = Default::default();
        features.read_name(record, numbers, &mut parts);
        features.read_place(record, numbers, &mut parts);
        features.read_contacts(record, &mut parts);
        features.pack(&mut parts);
        features
    }

    /// A part, sorted.
    pub(crate) fn part(&self, part: Part) -> &[u32] {
        let rank = part as usize;
        let start = rank
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .copied()
            .unwrap_or(0);
        let end = self.ends.get(rank).copied().unwrap_or(start);
        self.items
            .get(usize::from(start)..usize::from(end))
            .unwrap_or_default()
    }

    /// Key of the commune, else of the postcode; zero for none.
    pub(crate) const fn place(&self) -> u32 {
        if self.commune == 0 {
            self.postcode
        } else {
            self.commune
        }
    }

    /// Key of the name of the commune within the département; zero for none.
    pub(crate) fn town(&self) -> u64 {
        let words = self.part(Part::Commune);
        if words.is_empty() {
            return 0;
        }
        let start = u64::from(self.department);
        words.iter().fold(start, |key, word| {
            hash(&[&u64::to_le_bytes(key), &word.to_le_bytes()])
        })
    }

    /// Key of the door: commune, street and number; zero when one of them is missing.
    pub(crate) fn door(&self) -> u64 {
        let place = self.place();
        if self.number == 0 || place == 0 || self.part(Part::Street).is_empty() {
            return 0;
        }
        hash(&[
            &place.to_le_bytes(),
            &self.number.to_le_bytes(),
            &self.street_key().to_le_bytes(),
        ])
    }

    /// Key of the words of the street.
    pub(crate) fn street_key(&self) -> u64 {
        let words = self.part(Part::Street);
        words.iter().fold(0, |key, word| {
            hash(&[&u64::to_le_bytes(key), &word.to_le_bytes()])
        })
    }

    /// Key of a spot of some ten metres; zero when it is nowhere.
    pub(crate) fn spot(&self) -> u64 {
        self.position.map_or(0, |(lat, lon)| {
            hash(&[&(lat / 100).to_le_bytes(), &(lon / 100).to_le_bytes()])
        })
    }

    fn read_name(
        &mut self,
        record: &Record,
        numbers: &mut impl Number,
        parts: &mut [Vec<u32>; PARTS],
    ) {
        for code in record.kinds.iter().chain(&record.networks) {
            if let Some(concept) = of_code(code) {
                self.concepts.insert(concept);
            }
        }
        let folded = fold(&record.name);
        let words: Vec<&str> = folded.split_ascii_whitespace().collect();
        let name = slot(parts, Part::Name);
        let mut at = 0;
        let mut initials = String::new();
        while let Some(word) = words.get(at) {
            if is_box(&words, at) {
                at += 2;
                continue;
            }
            let ahead = words.get(at..).unwrap_or_default();
            let (taken, concepts) = phrase(ahead).unwrap_or((0, &[]));
            for concept in concepts {
                self.concepts.insert(*concept);
            }
            if taken == 0 {
                name.push(numbers.number(stem(word)));
            }
            if taken == 0 || word.len() > 2 {
                initials.extend(word.chars().next());
            }
            at += taken.max(1);
        }
        if (3..=6).contains(&initials.len()) {
            self.initials = Some(numbers.number(&initials));
        }
        if let Some(commune) = &record.commune {
            let folded = fold(commune);
            let words = folded.split_ascii_whitespace().map(stem);
            slot(parts, Part::Commune).extend(words.map(|word| numbers.number(word)));
        }
        let named_so = self.subject == Subject::Organisation && self.concepts.is_empty();
        if named_so && is_commune(&folded, record.commune.as_deref().unwrap_or_default()) {
            self.concepts.insert(Concept::TownHall);
        }
    }

    fn read_place(
        &mut self,
        record: &Record,
        numbers: &mut impl Number,
        parts: &mut [Vec<u32>; PARTS],
    ) {
        let way = best_street(record);
        self.number = way.number;
        self.way = way.way;
        slot(parts, Part::Street).extend(way.words.iter().map(|word| numbers.number(stem(word))));
        let code = record.insee.as_deref().unwrap_or_default().trim();
        self.commune = key(b"i", code);
        let postcode = record.postcode.as_deref().unwrap_or_default().trim();
        self.postcode = postcode
            .parse()
            .unwrap_or_else(|_| key(b"z", &fold(postcode)));
        let start = match code.get(..2).or(postcode.get(..2)) {
            Some("2A" | "2B") => "20",
            start => start.unwrap_or_default(),
        };
        self.department = u16::from_be_bytes(start.as_bytes().try_into().unwrap_or_default());
        if self.commune == 0 && self.postcode == 0 {
            // Lists without codes are compared within a commune of that name.
            self.commune = key(b"n", &fold(record.commune.as_deref().unwrap_or_default()));
        }
        self.position = record
            .position
            .map(|position| (millionths(position.lat()), millionths(position.lon())));
        self.source = key(b"s", &record.source);
    }

    fn read_contacts(&mut self, record: &Record, parts: &mut [Vec<u32>; PARTS]) {
        slot(parts, Part::Phones).extend(
            record
                .phones
                .iter()
                .filter_map(|text| contacts::phone(text)),
        );
        let organisation = self.subject == Subject::Organisation;
        slot(parts, Part::Mobiles).extend(
            record
                .phones
                .iter()
                .filter(|text| organisation && contacts::is_mobile(text))
                .filter_map(|text| contacts::phone(text)),
        );
        for text in &record.emails {
            if let Some((email, domain)) = contacts::email(text) {
                slot(parts, Part::Emails).push(email);
                slot(parts, Part::Domains).extend(domain);
            }
        }
        for text in &record.websites {
            if let Some((page, site)) = contacts::website(text) {
                slot(parts, Part::Pages).push(page);
                slot(parts, Part::Sites).extend(site);
            }
        }
        match self.subject {
            Subject::Place => {
                if let Some((pivot, body)) = record.pivot.as_deref().and_then(contacts::pivot) {
                    (self.pivot, self.body) = (pivot, body);
                }
            }
            Subject::Organisation => {
                (self.pivot, self.body, self.association) = identity(record);
            }
        }
    }

    fn pack(&mut self, parts: &mut [Vec<u32>; PARTS]) {
        let mut items: Vec<u32> = Vec::with_capacity(parts.iter().map(Vec::len).sum());
        for (part, end) in parts.iter_mut().zip(&mut self.ends) {
            part.sort_unstable();
            part.dedup();
            part.truncate(MOST);
            items.extend_from_slice(part);
            *end = u8::try_from(items.len()).unwrap_or(u8::MAX);
        }
        self.items = items.into_boxed_slice();
    }
}

#[expect(clippy::indexing_slicing, reason = "one slot per part")]
fn slot(parts: &mut [Vec<u32>; PARTS], part: Part) -> &mut Vec<u32> {
    &mut parts[part as usize]
}

/// A key of 32 bits; zero for nothing.
pub(crate) fn key(family: &[u8], text: &str) -> u32 {
    if text.is_empty() {
        return 0;
    }
    #[expect(clippy::cast_possible_truncation, reason = "half of a hash is a hash")]
    let key = hash(&[family, text.as_bytes()]) as u32;
    key.max(1)
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a position is on the globe"
)]
fn millionths(degrees: f64) -> i32 {
    (degrees * 1e6).round() as i32
}

/// `CS 83912`, `BP 4`: a box of the post.
fn is_box(words: &[&str], at: usize) -> bool {
    let digits = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    matches!(words.get(at), Some(&("cs" | "bp"))) && words.get(at + 1).is_some_and(digits)
}

/// Without the mark of the plural; `st` is a saint.
pub(crate) fn stem(word: &str) -> &str {
    match word {
        "st" | "ste" | "sainte" => return "saint",
        _ => {}
    }
    let plural = word.len() > 4 && !word.ends_with("ss") && !word.ends_with("us");
    word.strip_suffix(['s', 'x'])
        .filter(|_| plural)
        .unwrap_or(word)
}

/// The line of the address that tells a door, else the one that tells a street.
fn best_street(record: &Record) -> Street {
    let read = |line: &Option<String>| line.as_deref().map(street).unwrap_or_default();
    let line = read(&record.street);
    if line.number > 0 || (line.way > 0 && !line.words.is_empty()) {
        return line;
    }
    let complement = read(&record.complement);
    if complement.number > 0 && complement.way > 0 || line.words.is_empty() {
        return complement;
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intern::Words;

    fn names(words: &Words, features: &Features, part: Part) -> Vec<String> {
        let mut texts: Vec<String> = features
            .part(part)
            .iter()
            .map(|word| words.text(*word).to_owned())
            .collect();
        texts.sort();
        texts
    }

    #[test]
    fn a_name_is_its_proper_words_and_its_kinds() {
        let mut words = Words::default();
        let record = Record {
            name: "Triangle - CS 83912".into(),
            commune: Some("Saint-Malo".into()),
            street: Some("3 BD DE YOUGOSLAVIE".into()),
            kinds: vec!["BIB".into()],
            ..Record::default()
        };
        let features = Features::of(&record, &mut words);
        assert_eq!(names(&words, &features, Part::Name), ["triangle"]);
        assert_eq!(names(&words, &features, Part::Commune), ["malo", "saint"]);
        assert_eq!(names(&words, &features, Part::Street), ["yougoslavie"]);
        assert!(
            features
                .concepts
                .contains(crate::concepts::Concept::Library)
        );
    }

    #[test]
    fn nothing_gives_nothing() {
        let features = Features::of(&Record::default(), &mut Words::default());
        assert_eq!(
            (features.door(), features.spot(), features.commune),
            (0, 0, 0)
        );
        assert!(features.part(Part::Name).is_empty() && features.concepts.is_empty());
    }
}
