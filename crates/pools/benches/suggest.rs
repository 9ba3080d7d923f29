//! How long suggestions take, how they stand to greedy and to the bound, and how time grows: `cargo bench -p portulan-pools`.

#![expect(clippy::print_stdout, reason = "a bench tells its figures")]

use std::time::Instant;

use portulan_pools::{Method, Options, made, suggest};

const SEED: u64 = 1;

fn main() {
    let mut points: Vec<(f64, f64)> = Vec::new();
    for count in [500_u32, 1_000, 2_000, 4_000] {
        let size = usize::try_from(count).unwrap_or(usize::MAX);
        let communes = made::communes(made::communes_of(size), SEED);
        let wants = made::wants(size, SEED, &communes);
        let start = Instant::now();
        let Ok(found) = suggest(&wants, &Options::default()) else {
            println!("{count}: refused");
            continue;
        };
        let seconds = start.elapsed().as_secs_f64();
        points.push((f64::from(count).ln(), seconds.ln()));
        let by = |method| {
            let all = found.components.iter();
            all.filter(|one| one.method == method).count()
        };
        let largest = found.components.iter().map(|one| one.candidates).max();
        println!(
            "{count} wants: {seconds:.2} s, {} pools, {:.4} times greedy, gap {:.4}, {} weighed, {} candidates, {} cut, \
             proven {}, branched {}, searched {}, largest {largest:?}",
            found.suggestions.len(),
            found.ratio_greedy(),
            found.gap(),
            found.weighed,
            found.candidates,
            found.cut,
            by(Method::Proven),
            by(Method::Branched),
            by(Method::Search),
        );
    }
    println!("time grows by the power {:.2}", slope(&points));
}

/// The slope of the straight line nearest to some points.
fn slope(points: &[(f64, f64)]) -> f64 {
    let count = points.iter().map(|_| 1.0).sum::<f64>();
    let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / count;
    let (x, y) = (mean(|one| one.0), mean(|one| one.1));
    let both: f64 = points.iter().map(|one| (one.0 - x) * (one.1 - y)).sum();
    both / points.iter().map(|one| (one.0 - x).powi(2)).sum::<f64>()
}
