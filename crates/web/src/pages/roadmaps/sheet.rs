//! Axes, objectives and actions as blocks of a document: the same words, in the same order, as the templates of the page.

use portulan_i18n::{Lang, Words};
use portulan_paper::{Block, Column, Fact, Table, Text};

use super::view::{ActionView, AxisView, BudgetRow, IndicatorView, ObjectiveView};

/// How words go to paper in a language.
pub(super) struct Sheet {
    words: Words,
    lang: Lang,
}

impl Sheet {
    pub(super) const fn of(words: Words, lang: Lang) -> Self {
        Self { words, lang }
    }

    /// What people wrote is in French, whatever the language of the page.
    pub(super) fn typed(&self, text: &str) -> Text {
        if self.lang == Lang::Fr {
            text.into()
        } else {
            Text::spoken(text, Lang::Fr.code())
        }
    }

    fn own(&self, id: &str) -> Text {
        self.words.get(id).into()
    }

    /// An axis with all that it holds.
    pub(super) fn axis(&self, axis: &AxisView) -> Vec<Block> {
        let mut blocks = vec![Block::Heading(2, self.typed(&axis.title))];
        for objective in &axis.objectives {
            blocks.extend(self.objective(objective));
        }
        blocks
    }

    fn objective(&self, objective: &ObjectiveView) -> Vec<Block> {
        let mut blocks = vec![Block::Heading(3, self.typed(&objective.title))];
        if !objective.serves.is_empty() {
            let served = objective.serves.iter();
            blocks.push(Block::Aside(self.own("roadmap-part-sert")));
            blocks.push(Block::List(
                served.map(|link| self.typed(&link.words)).collect(),
            ));
        }
        blocks.extend(self.indicators(&objective.indicators));
        for action in &objective.actions {
            blocks.extend(self.action(action));
        }
        blocks
    }

    fn action(&self, action: &ActionView) -> Vec<Block> {
        let mut blocks = vec![
            Block::Heading(4, self.typed(&action.title)),
            Block::Aside(action.state.as_str().into()),
        ];
        let prose = [&action.context, &action.summary].into_iter().flatten();
        blocks.extend(prose.map(|text| Block::Paragraph(self.typed(text))));
        let value = |(text, link): &(String, Option<String>)| match link {
            Some(_) => self.typed(text),
            None => text.as_str().into(),
        };
        let facts = action.facts.iter().map(|fact| Fact {
            name: fact.name.as_str().into(),
            values: fact.values.iter().map(value).collect(),
        });
        blocks.push(Block::Facts(facts.collect()));
        blocks.extend(self.budget(&action.budget));
        if let Some(cost) = &action.cost {
            let told = [("amount", cost.as_str().into())];
            blocks.push(Block::Aside(self.words.with("roadmap-cost", &told).into()));
        }
        blocks.extend(self.indicators(&action.indicators));
        blocks
    }

    fn budget(&self, rows: &[BudgetRow]) -> Option<Block> {
        let heads = [
            ("roadmap-head-year", false),
            ("roadmap-field-annee-cout", true),
            ("roadmap-field-annee-demande", true),
            ("roadmap-field-annee-partenaires", false),
            ("roadmap-head-balance", false),
        ];
        let row = |row: &BudgetRow| {
            let cells = [
                &row.year,
                &row.cost,
                &row.asked,
                &row.partners,
                &row.balance,
            ];
            cells.map(|cell| Text::from(cell.as_str())).to_vec()
        };
        self.table(
            "roadmap-part-budget",
            &heads,
            rows.iter().map(row).collect(),
        )
    }

    fn indicators(&self, rows: &[IndicatorView]) -> Option<Block> {
        let heads = [
            ("roadmap-field-indicateur-nom", false),
            ("roadmap-head-start", false),
            ("roadmap-head-target", false),
            ("roadmap-head-last", false),
            ("roadmap-head-progress", true),
        ];
        let row = |row: &IndicatorView| {
            let said = [&row.start, &row.target, &row.last, &row.progress];
            let said = said.into_iter().map(|cell| Text::from(cell.as_str()));
            std::iter::once(self.typed(&row.name)).chain(said).collect()
        };
        let rows = rows.iter().map(row).collect();
        self.table("roadmap-part-indicateurs", &heads, rows)
    }

    /// A table; of one row, its cells with their names: headers would outnumber what they head.
    fn table(
        &self,
        caption: &str,
        heads: &[(&str, bool)],
        mut rows: Vec<Vec<Text>>,
    ) -> Option<Block> {
        if rows.len() < 2 {
            let cells = heads.iter().zip(rows.pop()?);
            let facts = cells.map(|((id, _), cell)| Fact {
                name: self.own(id),
                values: vec![cell],
            });
            return Some(Block::Facts(facts.collect()));
        }
        let column = |(id, figures): &(&str, bool)| Column {
            name: self.own(id),
            figures: *figures,
        };
        Some(Block::Table(Table {
            caption: self.own(caption),
            columns: heads.iter().map(column).collect(),
            rows,
        }))
    }
}
