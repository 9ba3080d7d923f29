//! Writing SVG: escaping, short numbers.

use std::fmt::{self, Write as _};

/// A text made safe inside an element or an attribute.
pub(crate) struct Escaped<'a>(pub(crate) &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for sign in self.0.chars() {
            match sign {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                // Control characters are not allowed in XML, even escaped.
                sign if sign.is_control() => f.write_char(' ')?,
                sign => f.write_char(sign)?,
            }
        }
        Ok(())
    }
}

/// A coordinate with at most one decimal: `12`, `12.5`.
#[derive(Clone, Copy)]
pub(crate) struct Short(pub(crate) f64);

impl fmt::Display for Short {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = (self.0 * 10.0).round() / 10.0;
        // Minus zero is written as zero.
        write!(f, "{}", tenths + 0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_cannot_leave_its_element() {
        assert_eq!(
            Escaped("<b>\"l'a\" & b\u{1}").to_string(),
            "&lt;b&gt;&quot;l&#39;a&quot; &amp; b "
        );
    }

    #[test]
    fn coordinates_are_short() {
        assert_eq!(Short(12.04).to_string(), "12");
        assert_eq!(Short(-0.01).to_string(), "0");
        assert_eq!(Short(12.06).to_string(), "12.1");
    }
}
