//! Texts that went through the wrong encoding, a web page or a spreadsheet.

use encoding_rs::WINDOWS_1252;

/// What people and programs write for "nothing".
const FILLERS: [&str; 21] = [
    "null",
    "none",
    "nan",
    "n/a",
    "na",
    "#n/a",
    "#ref!",
    "#valeur!",
    "#value!",
    "undefined",
    "nc",
    "n.c.",
    "neant",
    "néant",
    "aucun",
    "aucune",
    "non renseigné",
    "non renseigne",
    "non communiqué",
    "inconnu",
    "vide",
];

/// Whether a text stands for "nothing": no letter and no digit, or a word such as "néant".
#[must_use]
pub fn is_filler(text: &str) -> bool {
    let text = text.trim();
    if !text.chars().any(char::is_alphanumeric) {
        return true;
    }
    text.len() <= 16 && FILLERS.contains(&text.to_lowercase().as_str())
}

/// Mends a text: bytes of UTF-8 read as Windows-1252, HTML, blanks that are no spaces. A filler becomes nothing.
/// Says whether more than blanks was changed.
#[must_use]
pub fn repair_text(raw: &str) -> (String, bool) {
    if is_filler(raw) {
        return (String::new(), false);
    }
    let mut text = raw.trim().to_owned();
    let mut mended = false;
    // Twice: some lists went through the wrong encoding two times.
    for _ in 0..2 {
        if let Some(better) = unscramble(&text) {
            text = better;
            mended = true;
        }
    }
    if let Some(better) = without_html(&text) {
        text = better;
        mended = true;
    }
    (blanks(&text), mended)
}

/// Marks of UTF-8 read as Windows-1252: `Ã©` for `é`, `â€™` for `’`, `Å“` for `œ`.
const MARKS: [char; 6] = ['Ã', 'â', 'Â', 'Å', 'ï', 'ð'];

fn unscramble(text: &str) -> Option<String> {
    if !text.contains(MARKS) {
        return None;
    }
    let whole = reread(text);
    if whole.is_some() {
        return whole;
    }
    // One word may be sound and another not.
    let mut changed = false;
    let words: Vec<String> = text
        .split(' ')
        .map(|word| match reread(word) {
            Some(better) => {
                changed = true;
                better
            }
            None => word.to_owned(),
        })
        .collect();
    changed.then(|| words.join(" "))
}

/// The text whose bytes these characters are, when they are sound UTF-8 and fewer characters.
fn reread(text: &str) -> Option<String> {
    if !text.contains(MARKS) {
        return None;
    }
    let (bytes, _, lossy) = WINDOWS_1252.encode(text);
    if lossy {
        return None;
    }
    let better = std::str::from_utf8(&bytes).ok()?;
    (better.chars().count() < text.chars().count()).then(|| better.to_owned())
}

const ENTITIES: [(&str, &str); 18] = [
    ("&nbsp;", " "),
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&#39;", "'"),
    ("&#039;", "'"),
    ("&apos;", "'"),
    ("&rsquo;", "’"),
    ("&eacute;", "é"),
    ("&egrave;", "è"),
    ("&agrave;", "à"),
    ("&ecirc;", "ê"),
    ("&ccedil;", "ç"),
    ("&ocirc;", "ô"),
    ("&ugrave;", "ù"),
    ("&euro;", "€"),
    ("&hellip;", "…"),
];

/// The text without tags and entities; nothing where it has none.
fn without_html(text: &str) -> Option<String> {
    let tagged = text.contains('<') && text.contains('>');
    let entities = text.contains('&') && text.contains(';');
    if !tagged && !entities {
        return None;
    }
    let mut plain = if tagged {
        without_tags(text)
    } else {
        text.to_owned()
    };
    for (entity, character) in ENTITIES {
        if plain.contains(entity) {
            plain = plain.replace(entity, character);
        }
    }
    let plain = if plain.contains("&#") {
        numeric_entities(&plain)
    } else {
        plain
    };
    (plain != text).then_some(plain)
}

/// Tags of web pages and word processors. `<contact@ville.fr>` and `<https://ville.fr>` are none.
const TAGS: [&str; 42] = [
    "a",
    "abbr",
    "article",
    "b",
    "big",
    "blockquote",
    "br",
    "button",
    "center",
    "code",
    "dd",
    "div",
    "dl",
    "dt",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "iframe",
    "img",
    "label",
    "li",
    "ol",
    "p",
    "pre",
    "s",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "td",
    "tr",
    "u",
];
const MORE_TAGS: [&str; 9] = [
    "ul", "tbody", "thead", "th", "html", "body", "strike", "style", "o:p",
];

fn is_tag(tag: &str) -> bool {
    if tag.contains('<') {
        return false;
    }
    let tag = tag.trim_start_matches('/');
    let end = tag
        .find(|c: char| c.is_whitespace() || c == '/')
        .unwrap_or(tag.len());
    let name = tag.get(..end).unwrap_or_default().to_ascii_lowercase();
    tag.starts_with("!--") || TAGS.contains(&name.as_str()) || MORE_TAGS.contains(&name.as_str())
}

/// `&#8217;` and `&#x2019;`.
fn numeric_entities(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("&#") {
        plain.push_str(before);
        let named = after
            .split_once(';')
            .filter(|(code, _)| code.len() <= 7)
            .and_then(|(code, next)| {
                let number = match code.strip_prefix(['x', 'X']) {
                    Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                    None => code.parse().ok()?,
                };
                Some((char::from_u32(number)?, next))
            });
        if let Some((character, next)) = named {
            plain.push(character);
            rest = next;
        } else {
            plain.push_str("&#");
            rest = after;
        }
    }
    plain.push_str(rest);
    plain
}

/// Breaks and paragraphs become new lines.
fn without_tags(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        plain.push_str(before);
        match after.split_once('>') {
            Some((tag, next)) if is_tag(tag) => {
                let name = tag.trim_start_matches('/').to_ascii_lowercase();
                if ["br", "p", "div", "li", "tr"]
                    .iter()
                    .any(|block| name.starts_with(block))
                {
                    plain.push('\n');
                }
                rest = next;
            }
            _ => {
                plain.push('<');
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain
}

/// One blank between words, lines kept, no empty line twice, nothing invisible.
fn blanks(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.split(['\n', '\r', '\u{2028}']) {
        let visible: String = line
            .chars()
            .filter(|c| {
                !matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}')
                    && (!c.is_control() || *c == '\t')
            })
            .collect();
        let words: Vec<&str> = visible.split_whitespace().collect();
        let line = words.join(" ");
        if !(line.is_empty() && lines.last().is_none_or(String::is_empty)) {
            lines.push(line);
        }
    }
    lines.join("\n").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scrambled_text_is_read_again_and_a_sound_one_is_left_alone() {
        for (raw, sound) in [
            ("MÃ©diathÃ¨que de la CitÃ©", "Médiathèque de la Cité"),
            ("lâ€™Ã©tang", "l’étang"),
            ("ÃƒÂ©cole", "école"),
            ("Cité Ã©cole", "Cité école"),
            (
                "Bibliothèque<br/>Salle &amp; jardin",
                "Bibliothèque\nSalle & jardin",
            ),
            ("a < b et c > d", "a < b et c > d"),
            (
                "Voir <https://ville.example> ou <a@ville.example>",
                "Voir <https://ville.example> ou <a@ville.example>",
            ),
            (
                "<p class=\"x\">L&#8217;accueil&#x20;: <b>ici</b></p>",
                "L’accueil : ici",
            ),
            ("C&eacute;dric & fils", "Cédric & fils"),
            ("Café\u{a0}: le\u{200b} soir", "Café : le soir"),
        ] {
            assert_eq!(repair_text(raw).0, sound, "{raw}");
        }
        for sound in ["Ângelo", "Château d'Âne", "São Paulo", "Médiathèque"] {
            assert_eq!(repair_text(sound), (sound.to_owned(), false));
        }
    }

    #[test]
    fn what_stands_for_nothing_is_nothing() {
        for filler in [
            "",
            " ",
            "-",
            "…",
            "null",
            "NULL",
            "N/A",
            "Néant",
            "@",
            "#N/A",
            "Non renseigné",
        ] {
            assert_eq!(repair_text(filler).0, "", "{filler:?}");
        }
        assert_eq!(repair_text("Na").0, "");
        assert_eq!(repair_text("Nantes").0, "Nantes");
    }
}
