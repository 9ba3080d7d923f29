//! Text into lines no wider than a measure. A line ends at a space, or after a hyphen between two letters; a word that is
//! wider than the measure is cut where it must.
//!
//! The space at which a line ends stays at its end: a reader that joins lines must not join words.

use crate::face::Face;

/// The lines of a text, at least one. A line feed ends a line as well.
pub(crate) fn lines(face: &Face, text: &str, size: f32, measure: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for one in text.split('\n') {
        if let Some(last) = lines.last_mut() {
            last.push(' ');
        }
        paragraph(face, one, size, measure, &mut lines);
    }
    lines
}

/// How wide the widest line is where none is broken.
pub(crate) fn natural(face: &Face, text: &str, size: f32) -> f32 {
    let widths = text.split('\n').map(|line| face.width(line, size));
    widths.fold(0.0, f32::max)
}

/// How wide the widest word is.
pub(crate) fn longest(face: &Face, text: &str, size: f32) -> f32 {
    let words = text.split('\n').flat_map(words);
    let widths = words.map(|word| face.width(word.trim_end_matches(' '), size));
    widths.fold(0.0, f32::max)
}

fn paragraph(face: &Face, text: &str, size: f32, measure: f32, lines: &mut Vec<String>) {
    let (mut line, mut width) = (String::new(), 0.0);
    for word in words(text) {
        let whole = face.width(word, size);
        let seen = face.width(word.trim_end_matches(' '), size);
        if !line.is_empty() && width + seen > measure {
            lines.push(std::mem::take(&mut line));
            width = 0.0;
        }
        if seen > measure {
            (line, width) = cut(face, word, size, measure, lines);
        } else {
            line.push_str(word);
            width += whole;
        }
    }
    lines.push(line);
}

/// Cuts a word that is wider than a line, character by character; what is left begins the next line.
fn cut(face: &Face, word: &str, size: f32, measure: f32, lines: &mut Vec<String>) -> (String, f32) {
    let (mut line, mut width) = (String::new(), 0.0);
    for one in word.chars() {
        let advance = face.advance(one) * size;
        if !line.is_empty() && one != ' ' && width + advance > measure {
            lines.push(std::mem::take(&mut line));
            width = 0.0;
        }
        line.push(one);
        width += advance;
    }
    (line, width)
}

/// The parts between which a line may end, each with the space or hyphen after it.
fn words(text: &str) -> Vec<&str> {
    let mut ends: Vec<usize> = Vec::new();
    let mut before = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, one)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let hyphen = one == '-'
            && before.is_some_and(char::is_alphabetic)
            && next.is_some_and(char::is_alphabetic);
        if (one == ' ' && next != Some(' ')) || hyphen {
            ends.push(at + one.len_utf8());
        }
        before = Some(one);
    }
    ends.push(text.len());
    let mut from = 0;
    let mut parts = Vec::with_capacity(ends.len());
    for end in ends {
        if let Some(part) = text.get(from..end).filter(|part| !part.is_empty()) {
            parts.push(part);
        }
        from = end;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::face::{Faces, Weight};

    #[test]
    fn lines_end_at_spaces_and_hyphens_but_never_at_firm_spaces() {
        let faces = Faces::load().unwrap();
        let face = faces.of(Weight::Regular);
        let wrapped = |text: &str, measure| lines(face, text, 10.0, measure);
        assert_eq!(wrapped("", 100.0), [""]);
        assert_eq!(wrapped("un\ndeux", 100.0), ["un ", "deux"]);
        assert_eq!(
            wrapped("rendez-vous demain", 40.0),
            ["rendez-", "vous ", "demain"]
        );
        assert_eq!(
            wrapped("il coûte 12\u{202f}000\u{a0}€ environ", 60.0),
            ["il coûte ", "12\u{202f}000\u{a0}€ ", "environ"]
        );
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut_and_nothing_is_lost() {
        let faces = Faces::load().unwrap();
        let face = faces.of(Weight::Bold);
        let text = "https://exemple.fr/une-adresse-bien-trop-longue-pour-la-colonne puis un mot";
        let cut = lines(face, text, 12.0, 60.0);
        assert_eq!(cut.concat(), text);
        for line in &cut {
            assert!(
                face.width(line.trim_end(), 12.0) <= 60.0,
                "{line:?} is too wide"
            );
        }
    }
}
