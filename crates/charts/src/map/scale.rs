//! The scale bar: a round length, at most a quarter of the width.

use std::fmt::Write as _;

use super::projection::Frame;
use crate::svg::{Escaped, Short};

/// Distance of the bar from the lower left corner.
const INSET: f64 = 12.0;

/// Draws the bar and its length.
pub(crate) fn bar(svg: &mut String, frame: &Frame, length: &dyn Fn(f64) -> String) {
    let (width, height) = frame.size();
    let metres = round_length(width / 4.0 * frame.metres_per_unit());
    let units = metres / frame.metres_per_unit();
    let (y, end) = (Short(height - INSET), Short(INSET + units));
    let _written = write!(
        svg,
        "<path class=\"map-scale\" d=\"M{left} {top}V{y}H{end}V{top}\"/><text class=\"map-scale-text\" x=\"{text}\" \
         y=\"{y}\">{words}</text>",
        left = Short(INSET),
        top = Short(height - INSET - 5.0),
        text = Short(INSET + units + 6.0),
        words = Escaped(&length(metres)),
    );
}

/// The greatest of 1, 2, 5 × 10ⁿ that is not above.
pub(crate) fn round_length(most: f64) -> f64 {
    let power = 10_f64.powf(most.max(1.0).log10().floor());
    [5.0, 2.0, 1.0]
        .into_iter()
        .map(|step| step * power)
        .find(|length| *length <= most)
        .unwrap_or(power)
}
