//! How long suggestions take, how they stand to greedy and to the bound, and how time grows: `cargo bench -p portulan-pools`.

#![expect(clippy::print_stdout, reason = "a bench tells its figures")]

use std::time::Instant;

use portulan_pools::{Method, Options, made, suggest};

const SEED: u64 = 1;

fn main() {
    for count in [500, 1_000, 2_000, 4_000] {
        let communes = made::communes(made::communes_of(count), SEED);
        let wants = made::wants(count, SEED, &communes);
        let start = Instant::now();
        let Ok(found) = suggest(&wants, &Options::default()) else {
            println!("{count}: refused");
            continue;
        };
        let seconds = start.elapsed().as_secs_f64();
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
}
