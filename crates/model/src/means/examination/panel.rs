//! What is common to the examination of all applications to a call: the criteria on which experts mark, and since when
//! everybody may read what was decided.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Examination, Scoring};
use crate::ids::Slug;

/// A criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// Its number in the grid.
    pub id: u32,
    /// What is marked, in a line.
    pub label: String,
    /// How much it counts.
    pub weight: u8,
}

/// Why criteria make no grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GridError {
    /// There are too many.
    #[error("a grid has {} criteria at most", Grid::MOST)]
    TooMany,
    /// One counts for nothing, or for too much.
    #[error("a criterion counts from 1 to {}", Grid::HEAVIEST)]
    Weight,
    /// Two have one number.
    #[error("two criteria have one number")]
    Twice,
}

/// The criteria, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Criterion>", into = "Vec<Criterion>")]
pub struct Grid(Vec<Criterion>);

impl Grid {
    /// Most criteria.
    pub const MOST: usize = 12;
    /// Most that one counts.
    pub const HEAVIEST: u8 = 10;
    /// Most points of a criterion.
    pub const POINTS: u8 = 5;
    /// Longest name of a criterion, in characters.
    pub const LABEL: usize = 120;

    /// Criteria that hold together.
    pub fn new(criteria: Vec<Criterion>) -> Result<Self, GridError> {
        if criteria.len() > Self::MOST {
            return Err(GridError::TooMany);
        }
        let numbers: BTreeSet<u32> = criteria.iter().map(|one| one.id).collect();
        if numbers.len() < criteria.len() {
            return Err(GridError::Twice);
        }
        let weighs = |one: &Criterion| (1..=Self::HEAVIEST).contains(&one.weight);
        if !criteria.iter().all(weighs) {
            return Err(GridError::Weight);
        }
        Ok(Self(criteria))
    }

    /// All of them.
    #[must_use]
    pub fn criteria(&self) -> &[Criterion] {
        &self.0
    }

    /// The mark of what an expert gave; none where a criterion has no points.
    #[must_use]
    pub fn mark(&self, scoring: &Scoring) -> Option<Mark> {
        let mut sum = 0_u32;
        let mut whole = 0_u32;
        for one in &self.0 {
            let points = *scoring.points.get(&one.id)?;
            sum += u32::from(one.weight) * u32::from(points);
            whole += u32::from(one.weight) * u32::from(Self::POINTS);
        }
        (whole > 0).then(|| Mark((sum * Mark::OUT_OF * 100 + whole / 2) / whole))
    }

    /// What the marks of an application come to; none where nobody marked it.
    #[must_use]
    pub fn marks(&self, examination: &Examination) -> Option<Marks> {
        let all = examination.scored.iter().filter_map(|one| self.mark(one));
        let all: Vec<Mark> = all.collect();
        let count = u32::try_from(all.len()).ok()?;
        let sum: u32 = all.iter().map(|one| one.0).sum();
        Some(Marks {
            mean: Mark((sum + count / 2).checked_div(count)?),
            least: *all.iter().min()?,
            most: *all.iter().max()?,
            experts: all.len(),
        })
    }
}

impl TryFrom<Vec<Criterion>> for Grid {
    type Error = GridError;

    fn try_from(criteria: Vec<Criterion>) -> Result<Self, GridError> {
        Self::new(criteria)
    }
}

impl From<Grid> for Vec<Criterion> {
    fn from(grid: Grid) -> Self {
        grid.0
    }
}

/// A mark out of [`Mark::OUT_OF`], in hundredths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark(u32);

impl Mark {
    /// What a mark is out of.
    pub const OUT_OF: u32 = 20;

    /// In hundredths.
    #[must_use]
    pub const fn hundredths(self) -> u32 {
        self.0
    }
}

/// What the marks of several experts come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks {
    /// In the mean.
    pub mean: Mark,
    /// The least.
    pub least: Mark,
    /// The most.
    pub most: Mark,
    /// How many gave one.
    pub experts: usize,
}

/// What is common to the examination of a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Panel {
    /// Of which call.
    pub call: Slug,
    /// The criteria.
    #[serde(default)]
    pub grid: Grid,
    /// Since which day everybody may read what was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<NaiveDate>,
}

impl Panel {
    /// One with no criterion.
    #[must_use]
    pub fn empty(call: Slug) -> Self {
        Self {
            call,
            grid: Grid::default(),
            published: None,
        }
    }
}
