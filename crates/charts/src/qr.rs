//! QR codes as one path: small for the page, sharp on paper.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};
use thiserror::Error;

use crate::svg::Escaped;

/// White modules around the code (ISO/IEC 18004 asks for four).
const QUIET_ZONE: i32 = 4;

/// Why no code could be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum QrError {
    /// More than a QR code can hold (about 2 300 bytes with medium correction).
    #[error("the text is too long for a QR code: {bytes} bytes")]
    TooLong {
        /// Length of the text.
        bytes: usize,
    },
}

/// A QR code of a text, usually an address, hidden from screen readers: the same address stands beside it as a link.
pub fn qr_svg(text: &str) -> Result<String, QrError> {
    draw(text, "aria-hidden=\"true\"", "")
}

/// A QR code with a title of its own, for where nothing beside it says the same.
pub fn qr_svg_titled(text: &str, title: &str) -> Result<String, QrError> {
    let title = Escaped(title).to_string();
    draw(
        text,
        &format!("role=\"img\" aria-label=\"{title}\""),
        &format!("<title>{title}</title>"),
    )
}

/// Black on white by attributes, whatever the theme: readers want the contrast.
fn draw(text: &str, attributes: &str, title: &str) -> Result<String, QrError> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium)
        .map_err(|_too_long| QrError::TooLong { bytes: text.len() })?;
    let size = code.size() + 2 * QUIET_ZONE;
    Ok(format!(
        "<svg class=\"qr\" viewBox=\"0 0 {size} {size}\" {attributes} shape-rendering=\"crispEdges\">{title}\
         <path fill=\"#fff\" d=\"M0 0H{size}V{size}H0Z\"/><path fill=\"#000\" d=\"{}\"/></svg>",
        path(&code)
    ))
}

/// Dark modules, those that touch in a row drawn at once.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size())
                .take_while(|x| code.get_module(*x, y))
                .count();
            let run = i32::try_from(run).unwrap_or_default();
            if run > 0 {
                let _written = write!(
                    path,
                    "M{} {}h{run}v1h-{run}z",
                    x + QUIET_ZONE,
                    y + QUIET_ZONE
                );
            }
            x += run.max(1);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads the path back into modules.
    fn modules(svg: &str) -> Vec<(i32, i32)> {
        let path = svg
            .split("fill=\"#000\" d=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap();
        let mut dark = Vec::new();
        for run in path.split_terminator('z') {
            let (start, rest) = run.strip_prefix('M').unwrap().split_once('h').unwrap();
            let (x, y) = start.split_once(' ').unwrap();
            let length: i32 = rest.split('v').next().unwrap().parse().unwrap();
            let (x, y): (i32, i32) = (x.parse().unwrap(), y.parse().unwrap());
            dark.extend((x..x + length).map(|x| (x - QUIET_ZONE, y - QUIET_ZONE)));
        }
        dark
    }

    #[test]
    fn the_path_holds_exactly_the_dark_modules() {
        let text = "https://portulan.example/lieux/bibliotheque-de-villejean";
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).unwrap();
        let all = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        let expected: Vec<(i32, i32)> = all.filter(|(x, y)| code.get_module(*x, *y)).collect();
        assert_eq!(modules(&qr_svg(text).unwrap()), expected);
    }

    #[test]
    fn a_code_stays_small_and_says_what_it_is() {
        insta::assert_snapshot!(qr_svg_titled("https://a.fr", "Code \"QR\"").unwrap());
        assert!(
            qr_svg("https://portulan.example/lieux/bibliotheque-de-villejean")
                .unwrap()
                .len()
                < 8_000
        );
        assert_eq!(
            qr_svg(&"a".repeat(4_000)),
            Err(QrError::TooLong { bytes: 4_000 })
        );
    }
}
