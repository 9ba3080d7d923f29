//! The figures of a plan as grids: the page, the workbook, the lines of CSV and the paper are all drawn from these, so that
//! they cannot tell different sums.

use portulan_i18n::{Words, amount};
use portulan_model::roadmaps::Need;
use portulan_model::{Cents, ClosedList as _};
use portulan_plan::{Cell, Range, Told};

use super::Reached;
use crate::auth::Desk;
use crate::pages::typed::territory_name;

/// A sum of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Amount,
    Counted,
    Doubled,
    Pooled,
    Promised,
    Granted,
    Paid,
    ToFind,
    Left,
}

impl Column {
    pub(super) const ALL: [Self; 9] = [
        Self::Amount,
        Self::Counted,
        Self::Doubled,
        Self::Pooled,
        Self::Promised,
        Self::Granted,
        Self::Paid,
        Self::ToFind,
        Self::Left,
    ];

    /// The message of its head.
    pub(super) const fn head(self) -> &'static str {
        match self {
            Self::Amount => "plan-enveloppe-montant",
            Self::Counted => "plan-demande",
            Self::Doubled => "plan-double",
            Self::Pooled => "plan-mutualise",
            Self::Promised => "env-promis",
            Self::Granted => "env-accorde",
            Self::Paid => "env-verse",
            Self::ToFind => "plan-a-trouver",
            Self::Left => "plan-reste",
        }
    }

    /// Whether its sums have two ends.
    pub(super) const fn is_range(self) -> bool {
        matches!(
            self,
            Self::Counted | Self::Doubled | Self::Pooled | Self::ToFind
        )
    }

    /// Whether it is of envelopes alone.
    const fn is_of_envelopes(self) -> bool {
        matches!(self, Self::Amount | Self::Left)
    }

    /// The name of a column of files, in cents; it does not change with the language.
    pub(super) const fn slug(self) -> &'static str {
        match self {
            Self::Amount => "enveloppe",
            Self::Counted => "demande",
            Self::Doubled => "compte_deux_fois",
            Self::Pooled => "mutualise",
            Self::Promised => "promis",
            Self::Granted => "accorde",
            Self::Paid => "verse",
            Self::ToFind => "a_trouver",
            Self::Left => "reste_enveloppe",
        }
    }
}

/// What stands in a place of a grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Value {
    Sum(Range),
    Withheld,
    Nothing,
}

/// A row: a name, one year or all three, and its sums.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) name: String,
    /// None: the three years together.
    pub(super) year: Option<i32>,
    cell: Option<Cell>,
    amount: Option<Cents>,
    left: Value,
}

impl Row {
    pub(super) fn value(&self, column: Column) -> Value {
        let exact = |sum: Cents| Value::Sum(Range::exact(sum));
        match (column, &self.cell) {
            (Column::Amount, _) => self.amount.map_or(Value::Nothing, exact),
            (Column::Left, _) => self.left,
            (_, None) => Value::Withheld,
            (Column::Counted, Some(cell)) => Value::Sum(cell.counted),
            (Column::Doubled, Some(cell)) => Value::Sum(cell.doubled),
            (Column::Pooled, Some(cell)) => Value::Sum(cell.pooled),
            (Column::ToFind, Some(cell)) => Value::Sum(cell.to_find),
            (Column::Promised, Some(cell)) => exact(cell.promised),
            (Column::Granted, Some(cell)) => exact(cell.granted),
            (Column::Paid, Some(cell)) => exact(cell.paid),
        }
    }
}

/// A table.
#[derive(Debug, Clone)]
pub(super) struct Grid {
    /// The name by which an address leads to it, and that of files.
    pub(super) id: &'static str,
    /// The message of its caption.
    pub(super) caption: &'static str,
    /// The message of the head of its names; by year there is none.
    pub(super) named: Option<&'static str>,
    pub(super) rows: Vec<Row>,
}

impl Grid {
    /// The columns that have something to say in it.
    pub(super) fn columns(&self) -> impl Iterator<Item = Column> {
        let of_envelopes = self.id == "enveloppes";
        let all = Column::ALL.into_iter();
        all.filter(move |column| of_envelopes || !column.is_of_envelopes())
    }
}

/// All tables that may be read.
pub(super) fn grids(desk: &Desk, plan: &Reached) -> Vec<Grid> {
    let told = &plan.told;
    let years = Grid {
        id: "annees",
        caption: "env-by-year",
        named: None,
        rows: rows(told, "", told.whole.as_ref()),
    };
    let mut grids = vec![years, envelopes(desk, plan)];
    if let Some(all) = &told.needs {
        let named = all
            .iter()
            .map(|(need, row)| (need_name(desk.words(), *need), row));
        grids.push(grid(
            told,
            "besoins",
            ("plan-by-need", "plan-besoin"),
            named,
        ));
    }
    if let Some(all) = &told.territories {
        let directory = &desk.visit.directory;
        let unsaid = || desk.words().get("plan-non-dit");
        let named = all.iter().map(|(key, row)| {
            let name = key.as_ref();
            let name = name.map_or_else(unsaid, |key| territory_name(directory, key));
            (name, row)
        });
        let words = ("env-by-territory", "env-territoire");
        grids.push(grid(told, "territoires", words, named));
    }
    grids
}

fn need_name(words: Words, need: Option<Need>) -> String {
    let id = need.map(|need| format!("roadmap-need-{}", need.slug()));
    words.get(id.as_deref().unwrap_or("plan-non-dit"))
}

fn grid<'a>(
    told: &Told,
    id: &'static str,
    (caption, named): (&'static str, &'static str),
    all: impl Iterator<Item = (String, &'a portulan_plan::Row)>,
) -> Grid {
    // A year in which a need or a territory has nothing is left out: three years of it say so.
    let says = |row: &Row| row.year.is_none() || row.cell != Some(Cell::default());
    let rows = all.flat_map(|(name, row)| rows(told, &name, Some(row)));
    let rows = rows.filter(says);
    Grid {
        id,
        caption,
        named: Some(named),
        rows: rows.collect(),
    }
}

fn envelopes(desk: &Desk, plan: &Reached) -> Grid {
    let told = &plan.told;
    let mut all = Vec::new();
    for (key, row) in &told.envelopes {
        let Some(slug) = key else {
            let name = desk.words().get("plan-sans-enveloppe");
            all.extend(rows(told, &name, row.as_ref()));
            continue;
        };
        let known = plan.gathered.envelopes.iter().find(|one| one.slug == *slug);
        let name = known.map_or_else(|| slug.to_string(), |one| one.label.clone());
        let mut own = rows(told, &name, row.as_ref());
        let left = told.left.get(slug);
        let years = left.map(|left| left.map(|left| left.years));
        for (at, row) in own.iter_mut().enumerate() {
            row.left = match (left, years) {
                (Some(Some(left)), Some(Some(years))) => {
                    let year = years.get(at).copied();
                    let sum = year.unwrap_or(Some(left.all));
                    sum.map_or(Value::Nothing, |sum| Value::Sum(Range::exact(sum)))
                }
                (Some(None), _) => Value::Withheld,
                _ => Value::Nothing,
            };
            if row.year.is_none() {
                row.amount = told.amounts.get(slug).copied();
            }
        }
        all.extend(own);
    }
    Grid {
        id: "enveloppes",
        caption: "plan-by-envelope",
        named: Some("plan-enveloppe"),
        rows: all,
    }
}

/// Three years and all of them together.
fn rows(told: &Told, name: &str, row: Option<&portulan_plan::Row>) -> Vec<Row> {
    let years = told.years().map(Some).into_iter().chain([None]);
    let cells = |at: usize| row.map(|row| row.years.get(at).copied().unwrap_or(row.all));
    years
        .enumerate()
        .map(|(at, year)| Row {
            name: name.to_owned(),
            year,
            cell: cells(at),
            amount: None,
            left: Value::Nothing,
        })
        .collect()
}

/// A sum in words.
pub(super) fn told(desk: &Desk, value: Value) -> String {
    match value {
        Value::Sum(range) => between(desk, range),
        Value::Withheld => desk.words().get("env-withheld"),
        Value::Nothing => "–".to_owned(),
    }
}

/// An amount, or the two ends of it.
pub(super) fn between(desk: &Desk, range: Range) -> String {
    let lang = desk.visit.lang;
    if range.is_exact() {
        return amount(lang, range.high());
    }
    let told = [
        ("low", amount(lang, range.low()).into()),
        ("high", amount(lang, range.high()).into()),
    ];
    desk.words().with("plan-entre", &told)
}

/// The year of a row, or the three of them.
pub(super) fn year(words: Words, row: &Row) -> String {
    row.year
        .map_or_else(|| words.get("plan-trois-ans"), |year| year.to_string())
}
