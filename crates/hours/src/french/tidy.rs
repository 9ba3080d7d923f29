//! Texts as forms and pages give them, without the traces of the page: tags, entities, odd spaces.
//!
//! Line ends are kept, since they part sentences; a tag that ends a block becomes one.

/// Named entities met in real lists.
const ENTITIES: &[(&str, char)] = &[
    ("amp", '&'),
    ("nbsp", ' '),
    ("quot", '"'),
    ("apos", '\''),
    ("rsquo", '\''),
    ("ndash", '-'),
    ("mdash", '-'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("ecirc", 'ê'),
    ("agrave", 'à'),
    ("acirc", 'â'),
    ("ucirc", 'û'),
    ("ugrave", 'ù'),
    ("ccedil", 'ç'),
    ("ocirc", 'ô'),
    ("icirc", 'î'),
    ("deg", '°'),
    ("lt", '<'),
    ("gt", '>'),
];
const LONGEST_ENTITY: usize = 8;

/// A text without tags, entities and odd spaces.
pub(super) fn tidy(text: &str) -> String {
    let decoded = decode(&without_tags(&decode(text)));
    let plain: String = decoded
        .chars()
        .filter(|sign| !is_invisible(*sign))
        .map(|sign| match sign {
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => '\n',
            _ if sign.is_whitespace() => ' ',
            _ => sign,
        })
        .collect();
    plain.trim().to_owned()
}

fn is_invisible(sign: char) -> bool {
    matches!(sign, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
        || (sign.is_control() && !sign.is_whitespace())
}

fn decode(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        let name: String = after
            .chars()
            .take(LONGEST_ENTITY)
            .take_while(|sign| sign.is_ascii_alphanumeric() || *sign == '#')
            .collect();
        let end = after.strip_prefix(name.as_str()).and_then(|end| end.strip_prefix(';'));
        if let (Some(sign), Some(end)) = (entity(&name), end) {
            plain.push(sign);
            rest = end;
        } else {
            plain.push('&');
            rest = after;
        }
    }
    plain.push_str(rest);
    plain
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        return code.ok().and_then(char::from_u32);
    }
    ENTITIES
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, sign)| *sign)
}

fn without_tags(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        plain.push_str(before);
        let opens = after
            .chars()
            .next()
            .is_some_and(|sign| sign.is_ascii_alphabetic() || matches!(sign, '/' | '!'));
        match after.split_once('>') {
            Some((tag, end)) if opens => {
                plain.push(if ends_block(tag) { '\n' } else { ' ' });
                rest = end;
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

fn ends_block(tag: &str) -> bool {
    let name: String = tag
        .trim_start_matches('/')
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .flat_map(char::to_lowercase)
        .collect();
    matches!(
        name.as_str(),
        "br" | "p" | "div" | "li" | "ul" | "ol" | "tr" | "h1" | "h2" | "h3" | "h4" | "table"
    )
}

#[cfg(test)]
mod tests {
    use super::tidy;

    #[test]
    fn traces_of_the_page_are_taken_away() {
        for (raw, plain) in [
            ("<p>Lundi&nbsp;: 9h&#45;12h</p>", "Lundi : 9h-12h"),
            ("lundi<br/>mardi", "lundi\nmardi"),
            ("10h &amp; 12h", "10h & 12h"),
            ("10h &amp;amp; 12h", "10h & 12h"),
            ("&lt;b&gt;9h&lt;/b&gt;", "9h"),
            ("9h < 12h & plus", "9h < 12h & plus"),
            ("\u{feff}9h\u{a0}30", "9h 30"),
        ] {
            assert_eq!(tidy(raw), plain, "{raw}");
        }
    }
}
