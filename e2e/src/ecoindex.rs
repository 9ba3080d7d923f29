//! `EcoIndex`: elements of the page, requests and bytes, each placed among the quantiles of half a million pages.
//!
//! Method and quantiles: <https://github.com/cnumr/ecoindex_reference>, 2019. Descendants of an SVG are not counted.

const ELEMENTS: [f64; 21] = [
    0.0, 47.0, 75.0, 159.0, 233.0, 298.0, 358.0, 417.0, 476.0, 537.0, 603.0, 674.0, 753.0, 843.0,
    949.0, 1_076.0, 1_237.0, 1_459.0, 1_801.0, 2_479.0, 594_601.0,
];
const REQUESTS: [f64; 21] = [
    0.0, 2.0, 15.0, 25.0, 34.0, 42.0, 49.0, 56.0, 63.0, 70.0, 78.0, 86.0, 95.0, 105.0, 117.0,
    130.0, 147.0, 170.0, 205.0, 281.0, 3_920.0,
];
const KILOBYTES: [f64; 21] = [
    0.0, 1.37, 144.7, 319.53, 479.46, 631.97, 783.38, 937.91, 1_098.62, 1_265.47, 1_448.32,
    1_648.27, 1_876.08, 2_142.06, 2_465.37, 2_866.31, 3_401.59, 4_155.73, 5_400.08, 8_037.54,
    223_212.26,
];

/// What a browser counted on a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weight {
    /// Elements of the document, without the descendants of SVG.
    pub elements: f64,
    /// Requests, the page included.
    pub requests: f64,
    /// Bytes transferred, headers included, in thousands.
    pub kilobytes: f64,
}

impl Weight {
    /// The score, 0 to 100.
    #[must_use]
    pub fn score(&self) -> f64 {
        let elements = rank(&ELEMENTS, self.elements);
        let requests = rank(&REQUESTS, self.requests);
        let kilobytes = rank(&KILOBYTES, self.kilobytes);
        100.0 - 5.0 * (3.0 * elements + 2.0 * requests + kilobytes) / 6.0
    }
}

/// How many quantiles a value passes, with the fraction of the last.
fn rank(quantiles: &[f64], value: f64) -> f64 {
    let mut rank = 0.0;
    for (low, high) in quantiles.iter().zip(quantiles.iter().skip(1)) {
        if value < *high {
            return rank + (value - low) / (high - low);
        }
        rank += 1.0;
    }
    rank
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_bars_are_found_again() {
        let page = |elements| {
            Weight {
                elements,
                requests: 3.0,
                kilobytes: 50.0,
            }
            .score()
            .round()
        };
        assert!((page(395.0) - 81.0).abs() < 0.1, "{}", page(395.0));
        assert!((page(128.0) - 91.0).abs() < 0.1, "{}", page(128.0));
        assert!(
            (Weight {
                elements: 0.0,
                requests: 0.0,
                kilobytes: 0.0
            }
            .score()
                - 100.0)
                .abs()
                < 1e-9
        );
    }
}
