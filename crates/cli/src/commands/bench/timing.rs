//! Times and what is said of them: median, slowest hundredth, growth.

use std::time::{Duration, Instant};

/// Times of the same thing, shortest first.
pub(crate) struct Times(Vec<Duration>);

impl Times {
    pub(crate) fn new(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// The median, in microseconds.
    pub(crate) fn median_us(&self) -> f64 {
        self.at(self.0.len() / 2)
    }

    /// The time that one in a hundred exceeds, in microseconds.
    pub(crate) fn slow_us(&self) -> f64 {
        self.at(self.0.len() * 99 / 100)
    }

    fn at(&self, rank: usize) -> f64 {
        let time = self.0.get(rank).or(self.0.last());
        time.map_or(f64::NAN, |time| time.as_secs_f64() * 1e6)
    }
}

/// How long something took, and what it gave.
pub(crate) fn timed<T>(run: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let made = run();
    (made, start.elapsed())
}

/// Milliseconds.
pub(crate) fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// The power of the size with which a measure grows: the slope of a straight line through the logarithms.
pub(crate) fn exponent(points: &[(f64, f64)]) -> Option<f64> {
    let logs: Vec<(f64, f64)> = points
        .iter()
        .filter(|(size, measure)| *size > 0.0 && *measure > 0.0)
        .map(|(x, y)| (x.ln(), y.ln()))
        .collect();
    let count = float(logs.len());
    let (mean_x, mean_y) = (
        logs.iter().map(|(x, _)| x).sum::<f64>() / count,
        logs.iter().map(|(_, y)| y).sum::<f64>() / count,
    );
    let spread: f64 = logs.iter().map(|(x, _)| (x - mean_x).powi(2)).sum();
    let shared: f64 = logs.iter().map(|(x, y)| (x - mean_x) * (y - mean_y)).sum();
    (logs.len() > 1 && spread > 0.0).then(|| shared / spread)
}

/// A count as a number to reckon with.
pub(crate) fn float(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}

/// To a tenth, a hundredth…: figures are read by people too.
pub(crate) fn rounded(number: f64, decimals: i32) -> f64 {
    let scale = 10_f64.powi(decimals);
    (number * scale).round() / scale
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_grows_with_the_square_has_the_exponent_two() {
        let points = [(10.0, 100.0), (100.0, 10_000.0), (1_000.0, 1_000_000.0)];
        assert!((exponent(&points).unwrap() - 2.0).abs() < 1e-9);
        assert_eq!(exponent(&points[..1]), None);
        assert_eq!(exponent(&[]), None);
    }

    #[test]
    fn one_slow_time_moves_the_slow_end_and_not_the_median() {
        let mut times = vec![Duration::from_micros(10); 99];
        times.push(Duration::from_micros(900));
        let times = Times::new(times);
        assert!((times.median_us() - 10.0).abs() < 1e-6);
        assert!((times.slow_us() - 900.0).abs() < 1e-6);
    }
}
