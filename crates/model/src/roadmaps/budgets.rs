//! What an action costs, year by year, and who pays: in cents, each difference named.

use serde::{Deserialize, Serialize};

use crate::ids::Slug;
use crate::money::{Cents, TooMuch};

/// What a partner pays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoFunding {
    /// Who.
    pub funder: Slug,
    /// How much.
    pub amount: Cents,
    /// Whether it is agreed, or only promised.
    #[serde(default)]
    pub agreed: bool,
}

/// A year of an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BudgetYear {
    /// Which year.
    pub year: u16,
    /// What it costs.
    pub total: Cents,
    /// What is asked for, in grants.
    #[serde(default)]
    pub asked: Cents,
    /// What partners pay.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub funding: Vec<CoFunding>,
}

/// Whether what is asked and what partners pay make up the cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "balance", content = "by")]
pub enum Balance {
    /// They do.
    Even,
    /// That much is missing.
    Short(Cents),
    /// That much is too much.
    Over(Cents),
}

impl BudgetYear {
    /// What partners pay, agreed or promised.
    pub fn co_funded(&self) -> Result<Cents, TooMuch> {
        Cents::total(self.funding.iter().map(|one| one.amount))
    }

    /// Whether the sums meet.
    pub fn balance(&self) -> Result<Balance, TooMuch> {
        let left = self.total.minus(self.asked)?.minus(self.co_funded()?)?;
        Ok(match left {
            Cents::ZERO => Balance::Even,
            left if left > Cents::ZERO => Balance::Short(left),
            left => Balance::Over(Cents::ZERO.minus(left)?),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_between_cost_and_money_is_named() {
        let year = |total, asked, paid: &[i32]| BudgetYear {
            year: 2024,
            total: Cents::euros(total),
            asked: Cents::euros(asked),
            funding: paid
                .iter()
                .map(|euros| CoFunding {
                    funder: "caf".parse().unwrap(),
                    amount: Cents::euros(*euros),
                    agreed: false,
                })
                .collect(),
        };
        for (budget, balance) in [
            (year(100, 60, &[40]), Balance::Even),
            (year(100, 60, &[]), Balance::Short(Cents::euros(40))),
            (year(100, 60, &[30, 20]), Balance::Over(Cents::euros(10))),
            (year(0, 0, &[]), Balance::Even),
        ] {
            assert_eq!(budget.balance(), Ok(balance));
        }
    }
}
