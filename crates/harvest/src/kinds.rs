//! Kinds of structure that the name of a place gives away: "Médiathèque de Pacé" is a `BIB`.
//!
//! The words are data, in `data/kinds.toml`.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use portulan_text::tokens;
use serde::Deserialize;

#[derive(Deserialize)]
struct File {
    codes: Vec<String>,
    except: Vec<String>,
    words: BTreeMap<String, Vec<String>>,
}

/// A row of words, where in the name it must stand, and the code it gives.
struct Phrase {
    words: Vec<String>,
    first: bool,
    last: bool,
    code: String,
}

struct Kinds {
    codes: Vec<String>,
    except: Vec<Vec<String>>,
    /// By first word.
    phrases: HashMap<String, Vec<Phrase>>,
}

static KINDS: LazyLock<Kinds> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("../data/kinds.toml")).unwrap_or(File {
        codes: Vec::new(),
        except: Vec::new(),
        words: BTreeMap::new(),
    });
    let mut phrases: HashMap<String, Vec<Phrase>> = HashMap::new();
    for (code, texts) in file.words {
        for text in texts {
            let words = tokens(&text);
            if let Some(key) = words.first().cloned() {
                phrases.entry(key).or_default().push(Phrase {
                    words,
                    first: text.starts_with('^'),
                    last: text.ends_with('$'),
                    code: code.clone(),
                });
            }
        }
    }
    Kinds {
        codes: file.codes,
        except: file.except.iter().map(|text| tokens(text)).collect(),
        phrases,
    }
});

/// Letters of the longest word taken for an acronym.
const ACRONYM: usize = 4;

/// Whether a text is a code of a kind.
#[must_use]
pub fn is_code(text: &str) -> bool {
    KINDS.codes.iter().any(|code| code == text)
}

/// All codes.
pub fn codes() -> impl Iterator<Item = &'static str> {
    KINDS.codes.iter().map(String::as_str)
}

/// The codes that a name gives away, in the order of the name.
#[must_use]
pub fn of_name(name: &str) -> Vec<&'static str> {
    let words = tokens(name);
    let plain = name.to_lowercase();
    let kinds = &*KINDS;
    let mut found: Vec<&'static str> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let rest = words.get(at..).unwrap_or_default();
        let before = words.get(..at).unwrap_or_default();
        for phrase in kinds.phrases.get(word).into_iter().flatten() {
            let here = rest.starts_with(&phrase.words)
                && (!phrase.first || at == 0)
                && (!phrase.last || rest.len() == phrase.words.len());
            let beside = || kinds.except.iter().any(|except| before.ends_with(except));
            // "L'Épi" is no EPI: an acronym is written without accents.
            let acronym = phrase.words.len() == 1 && word.len() <= ACRONYM;
            let here = here && (!acronym || plain.contains(word.as_str()));
            if here && !found.contains(&phrase.code.as_str()) && !beside() {
                found.push(&phrase.code);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gives_away_its_kinds() {
        for (name, codes) in [
            ("Médiathèque de Pacé", vec!["BIB"]),
            ("CCAS Canéjan", vec!["CCAS"]),
            (
                "France services Ouessant (La Poste)",
                vec!["RFS", "LA_POSTE"],
            ),
            ("Sous-préfecture de Libourne", vec!["PREF"]),
            ("Communauté de communes Vaison Ventoux", vec!["CC"]),
            ("CSC Château de l’Horloge", vec!["CSC"]),
            ("Jardin des plantes", vec![]),
        ] {
            assert_eq!(of_name(name), codes, "{name}");
        }
    }

    #[test]
    fn what_a_place_stands_beside_is_not_its_kind() {
        assert_eq!(
            of_name("Bus France Services - [Place de la poste]"),
            ["ENM", "RFS"]
        );
        assert_eq!(
            of_name("Bus France Services - [En face de la Mairie]"),
            ["ENM", "RFS"]
        );
        assert_eq!(
            of_name("Bus France Services - [Place de la mairie]"),
            ["ENM", "RFS"]
        );
    }

    #[test]
    fn every_word_gives_a_known_code() {
        assert_eq!(KINDS.codes.len(), 92);
        let phrases = KINDS.phrases.values().flatten();
        for phrase in phrases {
            assert!(is_code(&phrase.code), "{}", phrase.code);
        }
    }
}
