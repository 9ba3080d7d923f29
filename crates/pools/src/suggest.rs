//! Which pools are worth proposing, and why: candidates by need and nearness, then those that spare most together.
//!
//! The answer says how it was found: what was weighed, the greedy baseline, a bound that nothing exceeds among the
//! candidates, and for each pool the rules that spare, what agreeing costs, and the best pool that it was preferred to.

mod answer;
mod checked;
mod explain;
mod grow;
mod known;
mod local;
mod meet;
mod pack;
mod prices;
mod solver;
mod worth;

use std::collections::BTreeSet;

use portulan_model::Cents;
use serde::{Deserialize, Serialize};

use self::explain::Explainer;
use self::grow::candidates;
use self::known::Known;
use self::meet::Meetings;
use self::pack::{Solved, pack};
use self::worth::Sum;
use crate::rates::Rates;
use crate::refusals::Unsound;
use crate::want::Want;

pub use answer::{
    Cause, Component, Evidence, Method, Rival, Suggested, Suggestion, Unfit, Unpooled,
};
pub use checked::BadOption;
pub use known::Subject;
pub use worth::{Net, Rule, Saving, Source};

/// How pools are looked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// Places within so many kilometres are near: the rule by which overlaps were labelled.
    pub near_km: f64,
    /// Most wants of a pool: a handful of partners can still agree. Six at most.
    pub most_wants: usize,
    /// What is spared and what it costs.
    pub rates: Rates,
    /// How long to look.
    pub limits: Limits,
}

/// How long to look, in steps: the same answer on every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Groups weighed from one want before only the best grow on.
    pub groups: usize,
    /// How many of each size then grow on.
    pub width: usize,
    /// And among how many of the nearest.
    pub nearest: usize,
    /// Candidates of a component that the linear relaxation takes, once those are left out that no better answer holds.
    pub relaxed: usize,
    /// Candidates of a component that are branched on, once those are left out.
    pub branched: usize,
    /// Candidates that are forced in, one after the other, in the local search.
    pub rounds: usize,
    /// Steps in which the prices of wants follow the demand.
    pub steps: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            near_km: 15.0,
            most_wants: 6,
            rates: Rates::default(),
            limits: Limits::default(),
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            groups: 2_000,
            width: 16,
            nearest: 24,
            relaxed: 4_000,
            branched: 250,
            rounds: 20_000,
            steps: 1_000,
        }
    }
}

/// The pools that spare most together. Every want is in one of them, or told why it is in none.
pub fn suggest(wants: &[Want], options: &Options) -> Result<Suggested, Unsound> {
    sound(wants)?;
    let known = Known::all(wants);
    let meetings = Meetings::among(&known, options.near_km);
    let found = candidates(&known, &meetings, options);
    let solved = pack(&found.all, wants.len(), &options.limits);
    let explainer = Explainer::new(wants, &known, &meetings, &found.all, options);
    let chosen: Vec<usize> = solved.iter().flat_map(|one| one.chosen.clone()).collect();
    let (suggestions, unpooled) = explainer.explain(&chosen);
    let components: Vec<Component> = solved.into_iter().map(|one: Solved| one.told).collect();
    let sum = |of: fn(&Component) -> i64| {
        let all = components.iter().map(of);
        Cents::new(all.fold(0, i64::saturating_add) / 2)
    };
    Ok(Suggested {
        suggestions,
        unpooled,
        value: sum(|one| one.value),
        greedy: sum(|one| one.greedy),
        bound: sum(|one| one.bound),
        candidates: found.all.len(),
        weighed: found.weighed,
        cut: found.cut,
        components,
    })
}

/// What some wants would spare together, or why they are no pool. Nothing else is looked at.
pub fn worth(wants: &[&Want], options: &Options) -> Result<Net, Unfit> {
    let owned: Vec<Want> = wants.iter().copied().cloned().collect();
    sound(&owned).map_err(Unfit::Unsound)?;
    let known = Known::all(&owned);
    for (at, one) in known.iter().enumerate() {
        for other in known.iter().skip(at + 1) {
            if !one.suits(other) {
                return Err(Unfit::Apart);
            }
            let metres = one.metres(other).map(f64::from);
            if metres.is_none_or(|metres| metres > options.near_km * 1e3) {
                return Err(Unfit::Far);
            }
        }
    }
    let sums = known.iter().map(|one| Sum::of(one, &options.rates));
    let mut sums = sums.map(Some);
    let first = sums.next().flatten();
    let all = sums.fold(first, |all, one| all?.with(&one?));
    let net = all.ok_or(Unfit::Apart)?.net(&options.rates);
    let fits = (2..=options.most_wants.min(grow::MOST)).contains(&known.len());
    match (fits, net.least > Cents::ZERO) {
        (false, _) => Err(Unfit::Number),
        (true, false) => Err(Unfit::Nothing(net)),
        (true, true) => Ok(net),
    }
}

fn sound(wants: &[Want]) -> Result<(), Unsound> {
    let mut ids = BTreeSet::new();
    for want in wants {
        want.check()?;
        if !ids.insert(&want.id) {
            return Err(Unsound::Twice(want.id.clone()));
        }
    }
    Ok(())
}
