//! Portulan's own signs: the wind rose, and the rhumb lines behind titles. Drawn here, owed to nobody.
//!
//! Both are ornaments, hidden from screen readers; the name of the site stands beside the rose.

use std::f64::consts::TAU;
use std::fmt::Write as _;

use crate::svg::Short;

/// The dark halves of the four great winds: each point has a dark and a light side, as on old charts.
const DARK: &str = "M24 4V24L20 20ZM44 24H24L28 20ZM24 44V24L28 28ZM4 24H24L20 28Z";
/// The light halves.
const LIGHT: &str = "M24 4L28 20L24 24ZM44 24L28 28L24 24ZM24 44L20 28L24 24ZM4 24L20 20L24 24Z";
/// The four half winds, behind.
const HALF_WINDS: &str =
    "M33 15L29 23L25 19ZM33 33L25 29L29 25ZM15 33L19 25L23 29ZM15 15L23 19L19 23Z";
/// The ring.
const RING: &str = "M24 7.5A16.5 16.5 0 1 1 24 40.5A16.5 16.5 0 1 1 24 7.5Z";

/// The mark of the site, in the colour of the text around it. The light halves show the paper.
#[must_use]
pub fn wind_rose() -> String {
    format!(
        "<svg class=\"rose\" viewBox=\"0 0 48 48\" aria-hidden=\"true\" focusable=\"false\">\
         <path class=\"rose-ring\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.2\" d=\"{RING}\"/>\
         <path class=\"rose-half\" fill=\"currentColor\" d=\"{HALF_WINDS}\"/>\
         <path class=\"rose-dark\" fill=\"currentColor\" d=\"{DARK}\"/>\
         <path class=\"rose-light\" fill=\"#fff\" stroke=\"currentColor\" stroke-width=\".8\" \
         stroke-linejoin=\"round\" d=\"{LIGHT}\"/></svg>"
    )
}

/// The mark as a file of its own, for the tab of the browser: colours included, on a paper disc.
#[must_use]
pub fn wind_rose_icon() -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 48 48\"><circle cx=\"24\" cy=\"24\" r=\"23\" \
         fill=\"#fffefb\"/><path fill=\"none\" stroke=\"#0b5a8a\" stroke-width=\"2\" d=\"{RING}\"/>\
         <path fill=\"#14213d\" d=\"{DARK}\"/><path fill=\"#fffefb\" stroke=\"#14213d\" stroke-width=\"1.2\" \
         stroke-linejoin=\"round\" d=\"{LIGHT}\"/></svg>"
    )
}

/// Rhumb lines: sixteen winds out of three circles. One path; the page decides where it lies and how faint it is.
#[must_use]
pub fn rhumb_lines() -> String {
    const CENTRE: f64 = 400.0;
    const REACH: f64 = 560.0;
    let mut path = String::new();
    for wind in 0..8_u32 {
        let angle = TAU * f64::from(wind) / 16.0;
        let (dx, dy) = (REACH * angle.cos(), REACH * angle.sin());
        let _written = write!(
            path,
            "M{} {}L{} {}",
            Short(CENTRE - dx),
            Short(CENTRE - dy),
            Short(CENTRE + dx),
            Short(CENTRE + dy)
        );
    }
    for radius in [28.0, 96.0, 126.0] {
        let left = Short(CENTRE - radius);
        let (radius, across) = (Short(radius), Short(radius * 2.0));
        let _written = write!(
            path,
            "M{left} 400a{radius} {radius} 0 1 0 {across} 0a{radius} {radius} 0 1 0-{across} 0"
        );
    }
    format!(
        "<svg class=\"rhumb\" viewBox=\"0 0 800 800\" aria-hidden=\"true\" focusable=\"false\">\
         <path fill=\"none\" stroke=\"currentColor\" vector-effect=\"non-scaling-stroke\" d=\"{path}\"/></svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_marks_are_as_drawn() {
        insta::assert_snapshot!("wind_rose", wind_rose());
        insta::assert_snapshot!("wind_rose_icon", wind_rose_icon());
        insta::assert_snapshot!("rhumb_lines", rhumb_lines());
    }

    #[test]
    fn ornaments_are_silent_and_light() {
        for drawing in [wind_rose(), rhumb_lines()] {
            assert!(drawing.contains("aria-hidden=\"true\"") && !drawing.contains("style="));
            assert!(drawing.len() < 1_000, "{}", drawing.len());
        }
    }
}
