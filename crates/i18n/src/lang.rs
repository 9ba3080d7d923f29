//! The languages that the screens speak.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// A language of the screens.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    /// French, complete: the language of reference.
    #[default]
    Fr,
    /// English: the public journey.
    En,
    /// Breton: a draft, off until a native reader has passed it.
    Br,
}

/// A code that is no language of the screens.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0:?} is not a language of the screens (fr, en, br)")]
pub struct UnknownLang(pub String);

impl Lang {
    /// All languages, the one of reference first.
    pub const ALL: [Self; 3] = [Self::Fr, Self::En, Self::Br];

    /// Code of BCP 47, as in `lang="…"`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
            Self::Br => "br",
        }
    }

    /// Its own name, in itself.
    #[must_use]
    pub const fn autonym(self) -> &'static str {
        match self {
            Self::Fr => "Français",
            Self::En => "English",
            Self::Br => "Brezhoneg",
        }
    }

    /// Whether it still waits for a native reader: offered only where the operator turned it on.
    #[must_use]
    pub const fn is_draft(self) -> bool {
        matches!(self, Self::Br)
    }

    /// Value of `dir="…"`. No right-to-left language yet; pages read it here all the same.
    #[must_use]
    pub const fn direction(self) -> &'static str {
        "ltr"
    }

    /// The mark between thousands.
    pub(crate) const fn group_mark(self) -> char {
        match self {
            Self::Fr | Self::Br => '\u{202F}',
            Self::En => ',',
        }
    }

    /// The mark before decimals.
    pub(crate) const fn decimal_mark(self) -> char {
        match self {
            Self::Fr | Self::Br => ',',
            Self::En => '.',
        }
    }

    /// The first language of an `Accept-Language` header that is spoken here, drafts left out.
    #[must_use]
    pub fn accepted(header: &str) -> Option<Self> {
        let mut wishes: Vec<(u16, Self)> = header.split(',').filter_map(wish).collect();
        wishes.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
        wishes.first().map(|(_, lang)| *lang)
    }
}

/// One wish of the header with its weight in thousandths; zero means "not this one".
fn wish(part: &str) -> Option<(u16, Lang)> {
    let mut pieces = part.split(';').map(str::trim);
    let lang = pieces
        .next()?
        .parse::<Lang>()
        .ok()
        .filter(|lang| !lang.is_draft())?;
    let weight = match pieces.find_map(|piece| piece.strip_prefix("q=")) {
        None | Some("1") => 1000,
        Some(text) => text.strip_prefix("0.").and_then(thousandths).unwrap_or(0),
    };
    (weight > 0).then_some((weight, lang))
}

fn thousandths(digits: &str) -> Option<u16> {
    format!("{digits:0<3}")
        .parse()
        .ok()
        .filter(|_| digits.len() <= 3)
}

impl FromStr for Lang {
    type Err = UnknownLang;

    /// Reads `fr`, `fr-FR`, `FR`: only the language counts.
    fn from_str(text: &str) -> Result<Self, UnknownLang> {
        let language = text.split(['-', '_']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|lang| lang.code().eq_ignore_ascii_case(language))
            .ok_or_else(|| UnknownLang(text.to_owned()))
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("en-GB,en;q=0.9,fr;q=0.8", Some(Lang::En))]
    #[case("de,fr;q=0.7,en;q=0.3", Some(Lang::Fr))]
    #[case("en;q=0,fr", Some(Lang::Fr))]
    #[case("de", None)]
    #[case("", None)]
    #[case("br,fr;q=0.5", Some(Lang::Fr))]
    fn the_reader_s_first_language_is_chosen_and_drafts_never(
        #[case] header: &str,
        #[case] expected: Option<Lang>,
    ) {
        assert_eq!(Lang::accepted(header), expected);
    }

    #[test]
    fn a_language_reads_back_from_its_code() {
        for lang in Lang::ALL {
            assert_eq!(lang.to_string().parse::<Lang>().unwrap(), lang);
        }
        assert!("xx".parse::<Lang>().is_err());
    }
}
