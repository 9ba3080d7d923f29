//! A sum and its parts as one bar: each part by its length and by its own pattern, what is left as paper.
//!
//! The figures stand in the words beside it: the bar is told to screen readers by its description and hides nothing from
//! whoever does not see it.

use std::fmt::Write as _;

use crate::svg::{Escaped, Short};

/// Length of the bar, in its own units.
const LONG: u32 = 600;
/// Its height.
const HIGH: u32 = 28;
/// Tenths of a unit in the whole bar.
const TENTHS: u64 = 6_000;
/// Between two lines of a pattern.
const STEP: u32 = 6;

/// How a part is drawn, from what is done to what is only meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// Full.
    Solid,
    /// Upright lines.
    Lines,
    /// Slanted lines.
    Slanted,
    /// Paper in a broken line: what is not there yet.
    Open,
}

impl Fill {
    const fn class(self) -> &'static str {
        match self {
            Self::Solid => "is-solid",
            Self::Lines => "is-lines",
            Self::Slanted => "is-slanted",
            Self::Open => "is-open",
        }
    }
}

/// A sum and its parts.
#[derive(Debug, Clone)]
pub struct ShareInput<'a> {
    /// What it is of.
    pub title: &'a str,
    /// All figures, in words.
    pub description: &'a str,
    /// The sum.
    pub whole: u64,
    /// Its parts, first first; what is beyond the sum is not drawn.
    pub parts: &'a [(Fill, u64)],
}

/// The bar.
#[must_use]
pub fn svg_share(input: &ShareInput<'_>) -> String {
    let (title, description) = (Escaped(input.title), Escaped(input.description));
    let mut svg = format!(
        "<svg class=\"share\" viewBox=\"0 0 {LONG} {HIGH}\" role=\"img\" preserveAspectRatio=\"none\">\
         <title>{title}</title><desc>{description}</desc>\
         <rect class=\"share-whole\" x=\"0.5\" y=\"0.5\" width=\"{}\" height=\"{}\"/>",
        LONG - 1,
        HIGH - 1
    );
    let mut from = 0;
    for (fill, part) in input.parts {
        let to = (from + tenths(*part, input.whole)).min(tenths_of_bar());
        bar(&mut svg, *fill, (from, to));
        from = to;
    }
    svg.push_str("</svg>");
    svg
}

fn tenths_of_bar() -> u32 {
    LONG * 10
}

/// The length of a part, in tenths of a unit.
fn tenths(part: u64, whole: u64) -> u32 {
    let long = u128::from(part) * u128::from(TENTHS) / u128::from(whole.max(1));
    u32::try_from(long).unwrap_or(u32::MAX / 2)
}

fn bar(svg: &mut String, fill: Fill, (from, to): (u32, u32)) {
    if to <= from {
        return;
    }
    let at = |tenths: u32| Short(f64::from(tenths) / 10.0);
    let _written = write!(
        svg,
        "<rect class=\"share-part {}\" x=\"{}\" y=\"0\" width=\"{}\" height=\"{HIGH}\"/>",
        fill.class(),
        at(from),
        at(to - from)
    );
    let lean = match fill {
        Fill::Solid | Fill::Open => return,
        Fill::Lines => 0,
        Fill::Slanted => HIGH * 10,
    };
    let mut path = String::new();
    // Where each line comes down; a slanted one starts and stops where the part does.
    let mut foot = from + STEP * 10;
    while foot < to + lean {
        let head = foot.saturating_sub(lean).max(from);
        let end = foot.min(to);
        let (top, down) = match lean {
            0 => (0, HIGH),
            _ => (
                (head + lean).saturating_sub(foot) / 10,
                (end + lean - foot) / 10,
            ),
        };
        let _written = write!(path, "M{} {top}L{} {down}", at(head), at(end));
        foot += STEP * 10;
    }
    let _written = write!(svg, "<path class=\"share-lines\" d=\"{path}\"/>");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(whole: u64, parts: &[(Fill, u64)]) -> String {
        svg_share(&ShareInput {
            title: "Enveloppe <2026>",
            description: "54 % versés",
            whole,
            parts,
        })
    }

    #[test]
    fn each_part_is_as_long_as_its_share_and_follows_the_one_before() {
        let svg = drawn(
            1_000,
            &[(Fill::Solid, 500), (Fill::Lines, 250), (Fill::Slanted, 0)],
        );
        assert!(
            svg.contains("is-solid\" x=\"0\" y=\"0\" width=\"300\""),
            "{svg}"
        );
        assert!(
            svg.contains("is-lines\" x=\"300\" y=\"0\" width=\"150\""),
            "{svg}"
        );
        assert!(!svg.contains("is-slanted"), "nothing is not drawn: {svg}");
        assert!(svg.contains("Enveloppe &lt;2026&gt;"), "{svg}");
    }

    #[test]
    fn what_is_beyond_the_sum_does_not_leave_the_bar() {
        for (whole, part) in [(0, 5), (1, u64::MAX), (10, 25)] {
            let svg = drawn(whole, &[(Fill::Solid, part), (Fill::Slanted, part)]);
            assert!(svg.contains("width=\"600\" height=\"28\""), "{svg}");
            assert_eq!(svg.matches("share-part").count(), 1, "{svg}");
        }
    }
}
