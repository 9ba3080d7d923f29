//! What everybody may see of the audience: sums by month and kind of page, and what is asked for most.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use portulan_model::{CommuneCode, Month, Service, Viewed};
use portulan_store::{MonthOf, Store};

use super::{LEAST_SHOWN, RECENT, first_month};
use crate::Error;

/// Communes that are shown.
const COMMUNES_SHOWN: usize = 10;

/// The figures of a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthFigures {
    /// The month.
    pub month: Month,
    /// How often pages of each kind were looked at, in the order of [`Viewed::PAGES`]; nothing where that is less than
    /// [`LEAST_SHOWN`].
    pub pages: Vec<Option<u64>>,
    /// The sum of those that are shown: with the others in it, what is hidden could be worked out.
    pub shown: u64,
}

/// What is asked for, and how often; nothing where that is less than [`LEAST_SHOWN`].
pub type Asked<T> = (T, Option<u64>);

/// The figures that everybody may see.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// By month, the last one first.
    pub months: Vec<MonthFigures>,
    /// Needs of the last [`RECENT`] days, the most asked first.
    pub needs: Vec<Asked<Service>>,
    /// Communes of the same days, the most asked first; those that are hardly asked for are left out.
    pub communes: Vec<Asked<CommuneCode>>,
}

impl Figures {
    /// Reads them, as they stand on a day.
    pub(super) async fn read(store: &Store, today: NaiveDate) -> Result<Self, Error> {
        let months = store.views_by_month(first_month(today)).await?;
        let since = today.checked_sub_days(RECENT).unwrap_or(today);
        Ok(Self::of(months, store.asked_for(since).await?))
    }

    fn of(months: Vec<MonthOf>, asked: Vec<(Viewed, u64)>) -> Self {
        let mut by_month: BTreeMap<Month, Vec<MonthOf>> = BTreeMap::new();
        for one in months {
            by_month.entry(one.month).or_default().push(one);
        }
        let (mut needs, mut communes) = (Vec::new(), Vec::new());
        for (viewed, views) in asked {
            match viewed {
                Viewed::Need(need) => needs.push((need, views)),
                Viewed::Commune(code) if views >= LEAST_SHOWN => communes.push((code, views)),
                _ => {}
            }
        }
        let mut communes = most_first(communes);
        communes.truncate(COMMUNES_SHOWN);
        let months = by_month.into_iter().rev();
        Self {
            months: months
                .map(|(month, of)| month_figures(month, &of))
                .collect(),
            needs: most_first(needs),
            communes,
        }
    }
}

fn month_figures(month: Month, of: &[MonthOf]) -> MonthFigures {
    let views = |kind: &&str| {
        let found = of.iter().find(|one| one.kind == **kind);
        shown(found.map_or(0, |one| one.views))
    };
    let pages: Vec<Option<u64>> = Viewed::PAGES.iter().map(views).collect();
    MonthFigures {
        month,
        shown: pages.iter().flatten().sum(),
        pages,
    }
}

/// Those that are hardly asked for come last, in an order that tells nothing.
fn most_first<T: Ord + Copy>(mut asked: Vec<(T, u64)>) -> Vec<Asked<T>> {
    asked.sort_by_key(|(one, views)| (std::cmp::Reverse(shown(*views)), *one));
    asked
        .into_iter()
        .map(|(one, views)| (one, shown(views)))
        .collect()
}

/// A count, where it may be shown.
fn shown(views: u64) -> Option<u64> {
    (views >= LEAST_SHOWN).then_some(views)
}

#[cfg(test)]
mod tests {
    use portulan_model::ClosedList as _;

    use super::*;

    fn month(kind: &str, views: u64) -> MonthOf {
        MonthOf {
            month: "2026-11".parse().unwrap(),
            kind: kind.to_owned(),
            views,
        }
    }

    #[test]
    fn what_is_hidden_cannot_be_worked_out_from_the_sum() {
        let months = vec![
            month("accueil", 100),
            month("lieu", 4),
            month("fiche", 5),
            month("besoin", 70),
        ];
        let figures = Figures::of(months, Vec::new());
        let one = &figures.months[0];
        assert_eq!(one.pages[0], Some(100));
        assert_eq!((one.pages[2], one.pages[3]), (None, Some(5)));
        assert_eq!(one.shown, 105);
        let told = format!("{figures:?}");
        assert!(!told.contains("104") && !told.contains("109"));
    }

    #[test]
    fn the_most_asked_comes_first_and_what_is_hardly_asked_tells_no_order() {
        let [a, b, c] = [Service::ALL[0], Service::ALL[1], Service::ALL[2]];
        let of = |views: [u64; 3]| {
            let asked = [a, b, c].map(Viewed::Need).into_iter().zip(views);
            Figures::of(Vec::new(), asked.collect()).needs
        };
        assert_eq!(of([4, 90, 2]), [(b, Some(90)), (a, None), (c, None)]);
        assert_eq!(of([2, 90, 4]), of([4, 90, 2]));
        let commune = Viewed::Commune("35238".parse().unwrap());
        assert!(
            Figures::of(Vec::new(), vec![(commune, 4)])
                .communes
                .is_empty()
        );
        assert_eq!(
            Figures::of(Vec::new(), vec![(commune, 5)]).communes.len(),
            1
        );
    }
}
