//! The line of an address that names the street, without what belongs elsewhere.

use portulan_text::parse_address;

use super::{is_filler, repair_text};

/// What an address cell holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Street {
    /// Number and street.
    pub street: String,
    /// Five digits found at its end.
    pub postcode: Option<String>,
    /// Commune found behind the postcode.
    pub commune: Option<String>,
    /// What stands behind each comma: one of them may name the commune.
    pub tail: Vec<String>,
    /// Whether more than blanks and commas was changed.
    pub mended: bool,
}

/// Takes an address cell apart: only the first line counts as street, and a postcode with a commune behind it is theirs.
#[must_use]
pub fn street(raw: &str) -> Street {
    let (text, scrambled) = repair_text(raw);
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let joined = lines.join(" ");
    let parsed = parse_address(&joined);
    let cut = parsed
        .postcode
        .as_deref()
        .and_then(|code| before(&joined, code));
    let kept = cut.unwrap_or(joined.as_str());
    let tidy = without_null_number(kept);
    let street = if is_filler(&tidy) {
        String::new()
    } else {
        tidy
    };
    Street {
        mended: scrambled || cut.is_some() || street.len() + 4 < joined.len(),
        street,
        commune: parsed
            .postcode
            .is_some()
            .then_some(parsed.commune)
            .flatten(),
        tail: joined
            .split(',')
            .skip(1)
            .map(|part| part.trim().to_owned())
            .collect(),
        postcode: parsed.postcode,
    }
}

/// What stands before a postcode, less the comma or the dash that led to it.
fn before<'a>(text: &'a str, postcode: &str) -> Option<&'a str> {
    let at = text.rfind(postcode)?;
    let kept = text.get(..at)?;
    Some(
        kept.trim_end_matches(|c: char| c.is_whitespace() || ",-–(".contains(c))
            .trim_end_matches("F-"),
    )
}

/// `0 Rue X` and `null rue X`: the number is not known.
fn without_null_number(text: &str) -> String {
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '"' | '²'));
    let rest = ["0 ", "null ", "NULL ", "null, ", "0, "]
        .iter()
        .find_map(|start| text.strip_prefix(start));
    let text = rest
        .filter(|rest| rest.starts_with(char::is_alphabetic))
        .unwrap_or(text);
    // A postal line bears no punctuation (AFNOR NF Z10-011).
    let words = text.split(|c: char| c.is_whitespace() || c == ',');
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let line = words.join(" ");
    line.trim_end_matches(|c: char| c == '.' || c == '-' || c.is_whitespace())
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_street_is_freed_of_what_belongs_elsewhere() {
        for (raw, expected, postcode, commune) in [
            ("12 rue du Port", "12 rue du Port", None, None),
            (
                "12 rue du Port, 35000 Rennes",
                "12 rue du Port",
                Some("35000"),
                Some("Rennes"),
            ),
            (
                "12 rue du Port 35000 Rennes",
                "12 rue du Port",
                Some("35000"),
                Some("Rennes"),
            ),
            (
                "12 rue du Port\n35000 RENNES CEDEX 7",
                "12 rue du Port",
                Some("35000"),
                Some("RENNES CEDEX 7"),
            ),
            ("0 Rue du Port", "Rue du Port", None, None),
            ("null", "", None, None),
            ("8, rue de la Boétie -", "8 rue de la Boétie", None, None),
            ("  Le   bourg ", "Le bourg", None, None),
            ("Place de lâ€™Ã‰glise", "Place de l’Église", None, None),
        ] {
            let read = street(raw);
            assert_eq!(read.street, expected, "{raw}");
            assert_eq!(read.postcode.as_deref(), postcode, "{raw}");
            assert_eq!(read.commune.as_deref(), commune, "{raw}");
        }
    }
}
