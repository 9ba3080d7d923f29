//! The money of an action: a row for each year, what it costs, what is asked for, and who else pays.
//!
//! Partners are typed one a line, `Name ; amount ; acquis`, or `promis` where nothing is agreed yet.

use chrono::Datelike;
use portulan_model::Cents;
use portulan_model::money::AmountError;
use portulan_model::roadmaps::{Action, BudgetYear, CoFunding};

use super::{Context, Typed, names};
use crate::roadmaps::Fault;

/// Most years of a form: longer roadmaps are none.
const MOST_YEARS: usize = 12;
/// Years that are offered where the end of a roadmap is open.
const OPEN_YEARS: i32 = 4;
/// What says that a partner's money is agreed.
const AGREED: &str = "acquis";
/// What says that it is only promised.
const PROMISED: &str = "promis";

/// The years of the form: those of the roadmap, and those of which something is known.
#[must_use]
pub fn years(context: Context<'_>, action: &Action) -> Vec<u16> {
    let period = context.roadmap.period;
    let open = || {
        let from = period.from().unwrap_or(context.today).year();
        from..=from.saturating_add(OPEN_YEARS)
    };
    let own = period.calendar_years().unwrap_or_else(open);
    let own = own
        .take(MOST_YEARS)
        .filter_map(|year| u16::try_from(year).ok());
    let mut years: Vec<u16> = own
        .chain(action.budget.iter().map(|one| one.year))
        .collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// The name of the answer that says what a year costs.
pub(super) fn cost(year: u16) -> String {
    format!("annee-{year}-cout")
}

fn asked(year: u16) -> String {
    format!("annee-{year}-demande")
}

fn partners(year: u16) -> String {
    format!("annee-{year}-partenaires")
}

pub(super) fn fill(context: Context<'_>, action: &Action) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for budget in &action.budget {
        let line = |one: &CoFunding| {
            let state = if one.agreed { AGREED } else { PROMISED };
            let name = names::organisation_name(context.directory, &one.funder);
            format!("{name} ; {} ; {state}", typed(one.amount))
        };
        let lines: Vec<String> = budget.funding.iter().map(line).collect();
        pairs.push((cost(budget.year), typed(budget.total)));
        pairs.push((asked(budget.year), typed(budget.asked)));
        pairs.push((partners(budget.year), lines.join("\n")));
    }
    pairs
}

/// An amount as it is typed: `55400` or `55400,50`.
fn typed(amount: Cents) -> String {
    let text = amount.to_string();
    text.strip_suffix(".00")
        .map_or_else(|| text.replace('.', ","), str::to_owned)
}

pub(super) fn read(
    context: Context<'_>,
    typed: Typed<'_>,
    wrong: &mut Vec<Fault>,
) -> Vec<BudgetYear> {
    let mut years: Vec<u16> = typed
        .0
        .iter()
        .filter_map(|(name, _)| year_of(name))
        .collect();
    years.sort_unstable();
    years.dedup();
    let mut budget = Vec::new();
    for year in years {
        let total = amount(typed, &cost(year), wrong);
        let asked = amount(typed, &asked(year), wrong);
        let funding = funding(context, typed, year, wrong);
        // A year of which nothing is said is no year of the budget: nothing is not zero.
        if total.is_none() && asked.is_none() && funding.is_empty() {
            continue;
        }
        budget.push(BudgetYear {
            year,
            total: total.unwrap_or_default(),
            asked: asked.unwrap_or_default(),
            funding,
        });
    }
    budget
}

fn year_of(name: &str) -> Option<u16> {
    name.strip_prefix("annee-")?
        .strip_suffix("-cout")?
        .parse()
        .ok()
}

fn amount(typed: Typed<'_>, name: &str, wrong: &mut Vec<Fault>) -> Option<Cents> {
    match typed.text(name).parse() {
        Ok(amount) => Some(amount),
        Err(AmountError::Empty) => None,
        Err(error) => {
            wrong.push(Fault::told(name, amount_fault(error), typed.text(name)));
            None
        }
    }
}

/// The message that says what is wrong with an amount.
#[must_use]
pub const fn amount_fault(error: AmountError) -> &'static str {
    match error {
        AmountError::Ambiguous => "roadmap-wrong-amount-point",
        AmountError::Groups => "roadmap-wrong-amount-groups",
        AmountError::Negative => "roadmap-wrong-amount-negative",
        AmountError::TooFine => "roadmap-wrong-amount-fine",
        AmountError::Empty | AmountError::NotANumber | AmountError::TooLarge => {
            "roadmap-wrong-amount"
        }
    }
}

fn funding(
    context: Context<'_>,
    typed: Typed<'_>,
    year: u16,
    wrong: &mut Vec<Fault>,
) -> Vec<CoFunding> {
    let name = partners(year);
    let lines = typed.text(&name).lines().map(str::trim);
    let mut funding = Vec::new();
    for line in lines.filter(|line| !line.is_empty()) {
        match partner(context, line) {
            Some(one) => funding.push(one),
            None => wrong.push(Fault::told(name.as_str(), "roadmap-wrong-partner", line)),
        }
    }
    funding
}

fn partner(context: Context<'_>, line: &str) -> Option<CoFunding> {
    let mut parts = line.split(';').map(str::trim);
    let (funder, amount) = (parts.next()?, parts.next()?);
    let agreed = match parts.next().unwrap_or_default() {
        AGREED => true,
        PROMISED | "" => false,
        _ => return None,
    };
    let known = names::organisation(context.directory, funder).map(|one| one.slug.clone());
    let kept = || {
        let actions = context.roadmap.working().actions();
        let mut funders = actions
            .flat_map(|one| &one.budget)
            .flat_map(|year| &year.funding);
        let found = funders.find(|one| one.funder.as_str() == funder);
        found.map(|one| one.funder.clone())
    };
    Some(CoFunding {
        funder: known.or_else(kept)?,
        amount: amount.parse().ok()?,
        agreed,
    })
}
