//! The letters: Atkinson Hyperlegible Next, drawn by the Braille Institute for readers with low vision, in two weights.
//!
//! It writes French, Breton and all of Latin Europe. What it lacks is told in letters that it has, so that no character
//! is ever an empty box, and each glyph stands for one character.

use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider as _};
use unicode_normalization::UnicodeNormalization as _;

const REGULAR: &[u8] = include_bytes!("../fonts/AtkinsonHyperlegibleNext-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../fonts/AtkinsonHyperlegibleNext-Bold.ttf");

/// The narrow space that French sets before `;`, `!` and within numbers: no glyph of its own here.
const NARROW: char = '\u{202f}';
/// The space at which no line ends.
const FIRM_SPACE: char = '\u{a0}';
/// How much of a space it takes: a quarter of the em against somewhat more.
const NARROW_SHARE: f32 = 0.6;
/// The hyphen at which no line ends.
const FIRM_HYPHEN: char = '\u{2011}';

/// A weight of the letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

/// Both weights.
pub(crate) struct Faces {
    regular: Face,
    bold: Face,
}

/// One weight.
pub(crate) struct Face {
    /// As the writer takes it.
    pub(crate) font: Font,
    read: FontRef<'static>,
    em: f32,
    /// What is asked at each letter of a document, for the letters that come again and again.
    usual: Vec<Option<(u32, f32)>>,
}

/// The letters of Latin scripts come before this one.
const USUAL: u32 = 0x250;

impl Faces {
    /// Reads the embedded files.
    pub(crate) fn load() -> Option<Self> {
        Some(Self {
            regular: Face::read(REGULAR)?,
            bold: Face::read(BOLD)?,
        })
    }

    pub(crate) const fn of(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }
}

impl Face {
    fn read(bytes: &'static [u8]) -> Option<Self> {
        let font = Font::new(bytes.into(), 0)?;
        let em = font.units_per_em();
        let read = FontRef::new(bytes).ok()?;
        let mut face = Self {
            font,
            read,
            em,
            usual: Vec::new(),
        };
        let usual = (0..USUAL).map(|one| char::from_u32(one).and_then(|one| face.found(one)));
        face.usual = usual.collect();
        (em > 0.0).then_some(face)
    }

    /// The glyph of a character and how far it goes, in ems.
    fn glyph(&self, of: char) -> Option<(u32, f32)> {
        let at = usize::try_from(u32::from(of)).ok()?;
        match self.usual.get(at) {
            Some(known) => *known,
            None => self.found(of),
        }
    }

    fn found(&self, of: char) -> Option<(u32, f32)> {
        let share = if of == NARROW { NARROW_SHARE } else { 1.0 };
        let id = self.read.charmap().map(shape(of))?;
        let metrics = self
            .read
            .glyph_metrics(Size::unscaled(), LocationRef::default());
        let advance = metrics.advance_width(id)?;
        Some((id.to_u32(), advance / self.em * share))
    }

    /// How wide a character is, in ems.
    pub(crate) fn advance(&self, of: char) -> f32 {
        self.glyph(of).map_or(0.0, |(_, advance)| advance)
    }

    /// How wide a text is at a size, in points.
    pub(crate) fn width(&self, text: &str, size: f32) -> f32 {
        text.chars().map(|one| self.advance(one)).sum::<f32>() * size
    }

    /// A text as it is drawn: its glyphs, and what a reader copies. The narrow space and the firm hyphen, which have no
    /// glyph of their own, are copied as the firm space and the hyphen that are drawn for them.
    pub(crate) fn drawn(&self, text: &str) -> (String, Vec<KrillaGlyph>) {
        let mut told = String::with_capacity(text.len());
        let mut glyphs = Vec::with_capacity(text.len());
        for one in text.chars() {
            let Some((id, advance)) = self.glyph(one) else {
                continue;
            };
            let from = told.len();
            told.push(shape(one));
            let bytes = from..told.len();
            let id = GlyphId::new(id);
            glyphs.push(KrillaGlyph::new(id, advance, 0.0, 0.0, 0.0, bytes, None));
        }
        (told, glyphs)
    }

    fn has(&self, one: char) -> bool {
        self.glyph(one).is_some_and(|(id, _)| id != 0)
    }

    /// A text in letters that are there, its spaces and line feeds in order. Both weights have the same letters.
    pub(crate) fn clean(&self, words: &str) -> String {
        let mut told = String::with_capacity(words.len());
        for one in words.replace("\r\n", "\n").nfc() {
            match one {
                '\n' | '\u{2028}' | '\u{2029}' => {
                    told.truncate(told.trim_end_matches(' ').len());
                    told.push('\n');
                }
                // Thin and wide spaces at which a line may end; the firm ones stay what they are.
                one if one.is_whitespace() && !matches!(one, FIRM_SPACE | NARROW) => {
                    if !told.ends_with([' ', '\n']) {
                        told.push(' ');
                    }
                }
                one if self.has(one) => told.push(one),
                one => told.extend(self.instead(one)),
            }
        }
        told.trim_matches([' ', '\n']).to_owned()
    }

    /// What tells a character that has no glyph; nothing for one that shows nothing.
    fn instead(&self, one: char) -> Vec<char> {
        let unseen = one.is_control()
            || matches!(one, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
                | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{300}'..='\u{36f}');
        if unseen {
            return Vec::new();
        }
        let told = deunicode::deunicode_char(one).unwrap_or("?");
        told.chars().filter(|one| self.has(*one)).collect()
    }
}

/// The character whose glyph is drawn for another.
const fn shape(of: char) -> char {
    match of {
        NARROW => FIRM_SPACE,
        FIRM_HYPHEN => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_of_french_and_breton_has_its_glyph() {
        let faces = Faces::load().unwrap();
        let letters = "abcdefghijklmnopqrstuvwxyzàâäæçéèêëîïôœöùûüÿñABCDEFGHIJKLMNOPQRSTUVWXYZÀÂÄÆÇÉÈÊËÎÏÔŒÖÙÛÜŸÑ\
            0123456789 .,;:!?…-–—’'\"«»()[]/%€§°+−×=&@#*•·\u{a0}\u{202f}\u{2011}";
        for weight in [Weight::Regular, Weight::Bold] {
            let missing: String = letters
                .chars()
                .filter(|one| !faces.of(weight).has(*one))
                .collect();
            assert_eq!(missing, "", "{weight:?}");
        }
    }

    #[test]
    fn what_has_no_glyph_is_told_in_letters_that_have_one() {
        let faces = Faces::load().unwrap();
        let face = faces.of(Weight::Regular);
        for (given, told) in [
            ("e\u{301}te\u{301}", "été"),
            ("12\u{202f}000\u{a0}€", "12\u{202f}000\u{a0}€"),
            ("un\u{ad}deux\u{200b}", "undeux"),
            ("  un \t deux  \r\n\n trois \n", "un deux\n\ntrois"),
            ("a → b", "a - b"),
            ("Москва", "Moskva"),
            ("\u{1}\u{7}", ""),
            ("\u{e000}", "?"),
        ] {
            assert_eq!(face.clean(given), told, "{given:?}");
        }
    }
}
