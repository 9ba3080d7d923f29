//! Sets the spaces and apostrophes that authors cannot see in an editor.
//!
//! French (Imprimerie nationale, Lexique): a narrow no-break space (U+202F) before `;`, `!`, `?`; a no-break space
//! (U+00A0) before `:` and inside `« »`. Breton follows the same use. Everywhere: the curly apostrophe inside a word.

use crate::lang::Lang;

/// No-break space.
pub const NO_BREAK: char = '\u{A0}';
/// Narrow no-break space.
pub const NARROW_NO_BREAK: char = '\u{202F}';

/// A text, or a whole Fluent file, with the spaces and apostrophes of its language.
#[must_use]
pub fn set(lang: Lang, source: &str) -> String {
    let spaces = matches!(lang, Lang::Fr | Lang::Br);
    let mut out = String::with_capacity(source.len() + 16);
    let mut signs = source.chars().peekable();
    let mut before = '\n';
    while let Some(sign) = signs.next() {
        let after = signs.peek().copied().unwrap_or('\n');
        let set = match (sign, after) {
            ('\'', next) if before.is_alphabetic() && (next.is_alphabetic() || next == '{') => '’',
            (' ', ';' | '!' | '?') if spaces && !before.is_whitespace() => NARROW_NO_BREAK,
            (' ', ':' | '»') if spaces && !before.is_whitespace() => NO_BREAK,
            (' ', _) if spaces && before == '«' => NO_BREAK,
            _ => sign,
        };
        out.push(set);
        before = set;
    }
    out
}

/// The faults of a French text: what a reader of proofs would mark.
#[must_use]
pub fn french_faults(text: &str) -> Vec<String> {
    let signs: Vec<char> = text.chars().collect();
    let mut faults = Vec::new();
    for (at, sign) in signs.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| signs.get(at)).copied();
        let after = signs.get(at + 1).copied();
        let wrong = match sign {
            ';' | '!' | '?' => {
                before.is_some_and(|before| before != NARROW_NO_BREAK && !"!?".contains(before))
            }
            // A colon without any space is a time, an address or a ratio.
            ':' => {
                before == Some(' ')
                    || (before != Some(NO_BREAK) && after.is_none_or(|after| after == ' '))
            }
            '«' => after != Some(NO_BREAK),
            '»' => before != Some(NO_BREAK),
            '\'' => true,
            '.' => before == Some('.'),
            _ => false,
        };
        if wrong {
            faults.push(format!("{sign:?} at {at} in {text:?}"));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_gets_its_spaces_and_apostrophes() {
        let set = set(Lang::Fr, "Qu'est-ce ? « Oui » : l'aide ; vite !");
        assert_eq!(
            set,
            "Qu’est-ce\u{202F}? «\u{A0}Oui\u{A0}»\u{A0}: l’aide\u{202F}; vite\u{202F}!"
        );
        assert!(french_faults(&set).is_empty());
        assert_eq!(french_faults("Quoi ? l'aide: «ici»").len(), 5);
    }

    #[test]
    fn english_keeps_its_spaces_and_fluent_keeps_its_grammar() {
        assert_eq!(set(Lang::En, "Don't : a"), "Don’t : a");
        let file = "a = { $n ->\n    [one] un\n   *[other] des\n}\n";
        assert_eq!(set(Lang::Fr, file), file);
    }

    #[test]
    fn setting_twice_changes_nothing() {
        let once = set(Lang::Fr, "L'aide : où ? « ici » !");
        assert_eq!(set(Lang::Fr, &once), once);
    }
}
