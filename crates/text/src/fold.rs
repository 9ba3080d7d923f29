//! Folding: what two spellings of the same words have in common.

use unicode_normalization::UnicodeNormalization;

/// Longest slug made from a name, in bytes: leaves room for a number within `model::Slug::MAX_LEN`.
const SLUG_LEN: usize = 100;

/// Abbreviations of French addresses and names, spelt out. Only whole words, so that "St" in "Strasbourg" stays.
const SHORT_FORMS: &[(&str, &str)] = &[
    ("st", "saint"),
    ("ste", "sainte"),
    ("sts", "saints"),
    ("av", "avenue"),
    ("ave", "avenue"),
    ("bd", "boulevard"),
    ("bld", "boulevard"),
    ("blvd", "boulevard"),
    ("pl", "place"),
    ("r", "rue"),
    ("rte", "route"),
    ("che", "chemin"),
    ("chem", "chemin"),
    ("all", "allee"),
    ("imp", "impasse"),
    ("sq", "square"),
    ("crs", "cours"),
    ("fg", "faubourg"),
    ("gal", "general"),
    ("mal", "marechal"),
    ("dr", "docteur"),
    ("pdt", "president"),
    ("bibli", "bibliotheque"),
    ("biblio", "bibliotheque"),
    ("mediatheq", "mediatheque"),
    ("asso", "association"),
];

/// Lower-case ASCII letters and digits; everything else becomes one space, and the ends are trimmed.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for character in text.chars() {
        // Most letters read as themselves.
        if character.is_ascii_alphanumeric() {
            if gap && !folded.is_empty() {
                folded.push(' ');
            }
            gap = false;
            folded.push(character.to_ascii_lowercase());
            continue;
        }
        let Some(ascii) = ascii(character) else {
            gap = true;
            continue;
        };
        for byte in ascii.bytes() {
            if !byte.is_ascii_alphanumeric() {
                gap = true;
                continue;
            }
            if gap && !folded.is_empty() {
                folded.push(' ');
            }
            gap = false;
            folded.push(char::from(byte.to_ascii_lowercase()));
        }
    }
    folded
}

/// What ASCII reads for a character, when it reads anything. Combining marks vanish without breaking the word.
fn ascii(character: char) -> Option<&'static str> {
    const COMBINING: std::ops::RangeInclusive<char> = '\u{300}'..='\u{36f}';
    if COMBINING.contains(&character) {
        return Some("");
    }
    match character {
        // Typographic apostrophes separate words, as the ASCII one does.
        '’' | '‘' | 'ʼ' => None,
        _ => deunicode::deunicode_char(character).filter(|read| !read.is_empty()),
    }
}

/// The words of a text, folded.
#[must_use]
pub fn tokens(text: &str) -> Vec<String> {
    fold(text)
        .split_ascii_whitespace()
        .map(str::to_owned)
        .collect()
}

/// The words of a text, folded and with the usual short forms spelt out, as indexes and searches compare them.
#[must_use]
pub fn search_tokens(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words = folded.split_ascii_whitespace();
    words.map(|word| spelt_out(word).to_owned()).collect()
}

/// The same words in one text, with a space between two.
#[must_use]
pub fn search_text(text: &str) -> String {
    let folded = fold(text);
    let mut whole = String::with_capacity(folded.len() + 8);
    for word in folded.split_ascii_whitespace() {
        if !whole.is_empty() {
            whole.push(' ');
        }
        whole.push_str(spelt_out(word));
    }
    whole
}

fn spelt_out(word: &str) -> &str {
    let long = SHORT_FORMS.iter().find(|(short, _)| *short == word);
    long.map_or(word, |(_, long)| long)
}

/// A readable piece of address made from a name: `bibliotheque-de-villejean`. `None` when no letter or digit is left.
#[must_use]
pub fn slug(text: &str) -> Option<String> {
    let mut slug = String::new();
    for word in fold(text).split_ascii_whitespace() {
        if slug.is_empty() {
            slug.extend(word.chars().take(SLUG_LEN));
        } else if slug.len() + 1 + word.len() <= SLUG_LEN {
            slug.push('-');
            slug.push_str(word);
        } else {
            break;
        }
    }
    (!slug.is_empty()).then_some(slug)
}

/// One line of text: composed accents (NFC), no control or invisible characters, single spaces, trimmed.
#[must_use]
pub fn clean(text: &str) -> String {
    let visible: String = text
        .nfc()
        .map(|character| {
            if character.is_control() || invisible(character) {
                ' '
            } else {
                character
            }
        })
        .collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Marks that show nothing and can hide what a text really says: zero-width, direction overrides, byte-order mark.
fn invisible(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Bibliothèque de Villejean", "bibliotheque de villejean")]
    #[case("  L’Hermitage / Mordelles ", "l hermitage mordelles")]
    #[case("CŒUR d'Ille-et-Vilaine", "coeur d ille et vilaine")]
    #[case("e\u{301}te\u{301}", "ete")]
    #[case("n° 12 bis", "ndeg 12 bis")]
    #[case("…", "")]
    fn spellings_fold_to_what_they_have_in_common(#[case] text: &str, #[case] folded: &str) {
        assert_eq!(fold(text), folded);
    }

    #[test]
    fn short_forms_are_spelt_out_as_whole_words_only() {
        assert_eq!(
            search_tokens("Bd St-Martin"),
            ["boulevard", "saint", "martin"]
        );
        assert_eq!(search_text("  Bd St-Martin "), "boulevard saint martin");
        assert_eq!(search_tokens("Strasbourg"), ["strasbourg"]);
        assert_eq!(tokens("St-Malo"), ["st", "malo"]);
    }

    #[test]
    fn a_slug_is_readable_and_bounded() {
        assert_eq!(
            slug("Bibliothèque de Villejean").as_deref(),
            Some("bibliotheque-de-villejean")
        );
        assert_eq!(slug("« … »"), None);
        assert!(
            slug(&"très long ".repeat(80))
                .is_some_and(|slug| slug.len() <= SLUG_LEN && !slug.ends_with('-'))
        );
        assert_eq!(
            slug(&"x".repeat(500)).map(|slug| slug.len()),
            Some(SLUG_LEN)
        );
    }

    #[test]
    fn cleaning_removes_what_cannot_be_seen() {
        assert_eq!(
            clean("  Mairie\u{202e}\u{0} de\u{a0}\tPacé\r\n"),
            "Mairie de Pacé"
        );
        assert_eq!(clean("e\u{301}"), "é");
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in ".{0,60}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once.clone());
            prop_assert!(once.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b' '));
        }

        #[test]
        fn cleaning_twice_changes_nothing(text in ".{0,60}") {
            let once = clean(&text);
            prop_assert_eq!(clean(&once), once);
        }
    }
}
