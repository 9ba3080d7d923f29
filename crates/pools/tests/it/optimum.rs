//! How near to the best: beside a brute force that knows nothing of candidates, components and solvers.

use portulan_model::Slug;
use portulan_pools::made::{self, Drawn};
use portulan_pools::{Component, Limits, Method, Options, Suggested, Want, suggest, worth};

/// Wants of one small ground, so that most of them meet.
fn crowd(count: usize, seed: u64) -> Vec<Want> {
    let communes = made::communes(4, seed);
    let mut wants = made::wants(count, seed, &communes);
    let mut drawn = Drawn::new(seed);
    // Fewer kinds of wants than a whole country has: they compete.
    let kept = made::wants(2, seed.wrapping_mul(3), &communes);
    for want in &mut wants {
        let like = &kept[usize::try_from(drawn.below(2)).unwrap()];
        want.needs = like.needs;
        want.services = like.services;
        want.publics = like.publics;
        want.years = like.years;
    }
    wants
}

/// The best of all ways to part some wants into pools, in twice the cents, over sets as bits.
fn best_of_all(wants: &[Want], options: &Options) -> i64 {
    let sets = 1_usize << wants.len();
    let mut worths = vec![0_i64; sets];
    for (set, value) in worths.iter_mut().enumerate() {
        let members = wants.iter().enumerate();
        let members: Vec<&Want> = members
            .filter(|(at, _)| set & (1 << at) != 0)
            .map(|(_, want)| want)
            .collect();
        if let Ok(net) = worth(&members, options) {
            *value = net.least.get() + net.most.get();
        }
    }
    let mut best = vec![0_i64; sets];
    for set in 1..sets {
        let lowest = set & set.wrapping_neg();
        let others = set ^ lowest;
        let mut part = others;
        loop {
            let with = part | lowest;
            best[set] = best[set].max(worths[with] + best[set ^ with]);
            if part == 0 {
                break;
            }
            part = (part - 1) & others;
        }
    }
    best[sets - 1]
}

fn options() -> Options {
    Options {
        most_wants: 5,
        ..Options::default()
    }
}

#[test]
fn the_answer_is_the_optimum_of_every_small_instance() {
    let mut worthwhile = 0;
    for seed in 0..60 {
        let wants = crowd(9, seed);
        let best = best_of_all(&wants, &options());
        let found = suggest(&wants, &options()).unwrap();
        let value: i64 = found.components.iter().map(|one| one.value).sum();
        assert_eq!(value, best, "seed {seed}");
        worthwhile += usize::from(best > 0);
    }
    assert!(worthwhile > 30, "{worthwhile} instances have a pool");
}

/// Neither relaxation nor branching: what is left to a component that is too large for both.
fn searching(options: Options) -> Options {
    let limits = Limits {
        relaxed: 0,
        branched: 0,
        ..Limits::default()
    };
    Options { limits, ..options }
}

fn sum(found: &Suggested, of: fn(&Component) -> i64) -> i64 {
    found.components.iter().map(of).sum()
}

#[test]
fn search_alone_stays_within_a_twentieth_of_the_optimum_and_below_its_bound() {
    let mut worst: (i64, u64) = (0, 0);
    for seed in 100..220 {
        let wants = crowd(9, seed);
        let best = best_of_all(&wants, &options());
        let found = suggest(&wants, &searching(options())).unwrap();
        let value = sum(&found, |one| one.value);
        assert!(value * 20 >= best * 19, "seed {seed}");
        assert!(sum(&found, |one| one.bound) >= best, "seed {seed}");
        assert!(sum(&found, |one| one.greedy) <= value, "seed {seed}");
        worst = worst.max(((best - value) * 10_000 / best.max(1), seed));
    }
    println!("worst, in ten thousandths and its seed: {worst:?}");
}

#[test]
fn a_bound_without_a_solver_is_one_and_is_near() {
    for seed in [7, 8] {
        let communes = made::communes(made::communes_of(300), seed);
        let wants = made::wants(300, seed, &communes);
        let solved = suggest(&wants, &Options::default()).unwrap();
        let searched = suggest(&wants, &searching(Options::default())).unwrap();
        // What is reached with a solver is below the bound that needs none.
        assert!(searched.bound >= solved.value);
        assert!(searched.gap() <= 0.05, "{}", searched.gap());
        assert!(searched.value.get() * 20 >= solved.value.get() * 19);
    }
}

#[test]
fn hundreds_of_wants_are_within_a_twentieth_of_their_bound() {
    let communes = made::communes(made::communes_of(300), 7);
    let wants = made::wants(300, 7, &communes);
    let found = suggest(&wants, &Options::default()).unwrap();
    assert!(found.suggestions.len() > 5);
    assert!(found.gap() <= 0.05, "{}", found.gap());
    assert!(found.bound >= found.value && found.value >= found.greedy);
    let proven = found.components.iter();
    assert!(proven.filter(|one| one.method != Method::Search).count() > 0);
}

#[test]
fn the_same_wants_give_the_same_answer_and_no_want_is_dropped_or_pooled_twice() {
    let communes = made::communes(made::communes_of(200), 3);
    let wants = made::wants(200, 3, &communes);
    let found = suggest(&wants, &Options::default()).unwrap();
    assert_eq!(found, suggest(&wants, &Options::default()).unwrap());
    let pooled = found.suggestions.iter().flat_map(|one| one.wants.iter());
    let unpooled = found.unpooled.iter().map(|one| &one.want);
    let mut told: Vec<&str> = pooled.chain(unpooled).map(Slug::as_str).collect();
    told.sort_unstable();
    let mut given: Vec<&str> = wants.iter().map(|want| want.id.as_str()).collect();
    given.sort_unstable();
    assert_eq!(told, given);
}

#[test]
fn every_pool_proposed_is_worth_what_is_said_of_it() {
    let communes = made::communes(made::communes_of(200), 5);
    let wants = made::wants(200, 5, &communes);
    let options = Options::default();
    let found = suggest(&wants, &options).unwrap();
    for one in &found.suggestions {
        let members = one
            .wants
            .iter()
            .map(|id| wants.iter().find(|want| want.id == *id));
        let members: Vec<&Want> = members.map(Option::unwrap).collect();
        assert_eq!(worth(&members, &options), Ok(one.net));
        if let Some(rival) = &one.rival {
            assert!(rival.loses.get() >= 0, "{rival:?}");
        }
    }
}
