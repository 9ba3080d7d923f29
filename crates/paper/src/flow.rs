//! From blocks to pieces: each block gets its part of the structure, its style and its white, in reading order.

use crate::columns::{Wish, widths};
use crate::face::{Faces, Weight};
use crate::grid::{Cell, Frame, row};
use crate::parts::{Kind, PartId, Parts};
use crate::piece::{MEASURE, Piece, Rule, Style, Tint};
use crate::tree::{Block, Document, Fact, Table, Text};
use crate::wrap;

const LEAD: Style = Style::new(Weight::Regular, 12.0, 17.0, Tint::Soft);
const BODY: Style = Style::new(Weight::Regular, 10.5, 15.0, Tint::Ink);
const ASIDE: Style = Style::new(Weight::Regular, 9.5, 13.5, Tint::Soft);
const LABEL: Style = Style::new(Weight::Regular, 9.5, 14.0, Tint::Soft);
const VALUE: Style = Style::new(Weight::Regular, 10.0, 14.0, Tint::Ink);
const CAPTION: Style = Style::new(Weight::Bold, 9.5, 13.0, Tint::Soft);
const HEADER: Style = Style::new(Weight::Bold, 9.0, 12.5, Tint::Ink);
const CELL: Style = Style::new(Weight::Regular, 9.5, 12.5, Tint::Ink);

/// Where points stand beside their bullet, and values beside their name.
const POINT: f32 = 13.0;
const NAMES: f32 = 112.0;
/// White between columns.
const GUTTER: f32 = 12.0;
/// White around the lines of a row of a table.
const PAD: f32 = 3.0;
/// A header of so many lines comes again on each page; a longer one would leave no room.
const REPEATED: usize = 8;

const OVER: Rule = Rule {
    over: true,
    thickness: 0.75,
    tint: Tint::Strong,
};
const UNDER_HEADER: Rule = Rule {
    over: false,
    thickness: 1.0,
    tint: Tint::Sea,
};
const UNDER_ROW: Rule = Rule {
    over: false,
    thickness: 0.5,
    tint: Tint::Line,
};

/// A document in pieces, with its structure.
pub(crate) struct Flow {
    pub(crate) pieces: Vec<Piece>,
    /// Headers of tables that come again.
    pub(crate) heads: Vec<Vec<Piece>>,
    pub(crate) parts: Parts,
}

struct Maker<'a> {
    faces: &'a Faces,
    flow: Flow,
    /// The level of the last heading.
    level: u8,
}

impl Flow {
    /// Lays a document out in one endless column.
    pub(crate) fn of(document: &Document, faces: &Faces) -> Self {
        let flow = Self {
            pieces: Vec::new(),
            heads: Vec::new(),
            parts: Parts::default(),
        };
        let mut maker = Maker {
            faces,
            flow,
            level: 0,
        };
        for block in &document.blocks {
            maker.block(block);
        }
        maker.flow
    }
}

/// How a heading looks and what is around it.
fn heading_style(level: u8) -> (Style, Frame) {
    let plain = |before| Frame {
        before,
        bottom: 2.0,
        whole: true,
        keep: true,
        ..Frame::default()
    };
    let bold = |size, leading, tint| Style::new(Weight::Bold, size, leading, tint);
    match level {
        1 => (bold(21.0, 26.0, Tint::Deep), plain(0.0)),
        2 => (
            bold(15.0, 20.0, Tint::Deep),
            Frame {
                top: 8.0,
                rule: Some(OVER),
                ..plain(24.0)
            },
        ),
        3 => (bold(12.5, 17.0, Tint::Ink), plain(16.0)),
        4 => (bold(11.0, 15.5, Tint::Sea), plain(14.0)),
        _ => (bold(10.5, 15.0, Tint::Ink), plain(10.0)),
    }
}

impl Maker<'_> {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(level, text) => self.heading(*level, text),
            Block::Lead(text) => self.paragraphs(text, LEAD, 4.0),
            Block::Paragraph(text) => self.paragraphs(text, BODY, 6.0),
            Block::Aside(text) => self.paragraphs(text, ASIDE, 4.0),
            Block::List(points) => self.list(points),
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(table),
        }
    }

    fn clean(&self, text: &Text) -> String {
        self.faces.of(Weight::Regular).clean(&text.words)
    }

    /// A row, and its pieces.
    fn row(&mut self, cells: &[Cell], frame: Frame) {
        let pieces = row(self.faces, cells, frame);
        self.flow.pieces.extend(pieces);
    }

    fn heading(&mut self, level: u8, text: &Text) {
        let words = self.clean(text);
        if words.is_empty() {
            return;
        }
        self.level = level.clamp(1, self.level.saturating_add(1));
        let (style, frame) = heading_style(self.level);
        let part = self
            .flow
            .parts
            .add(Kind::Heading(self.level), None, text.lang);
        self.flow.parts.name(part, &words);
        self.row(&[whole(words, style, part)], frame);
    }

    fn paragraphs(&mut self, text: &Text, style: Style, before: f32) {
        for words in self.clean(text).split('\n').filter(|one| !one.is_empty()) {
            let part = self.flow.parts.add(Kind::Paragraph, None, text.lang);
            let frame = Frame {
                before,
                ..Frame::default()
            };
            self.row(&[whole(words.to_owned(), style, part)], frame);
        }
    }

    fn list(&mut self, points: &[Text]) {
        let told = points.iter().map(|point| (self.clean(point), point.lang));
        let told: Vec<_> = told.filter(|(words, _)| !words.is_empty()).collect();
        if told.is_empty() {
            return;
        }
        let parts = &mut self.flow.parts;
        let list = parts.add(Kind::List { bullets: true }, None, None);
        for (words, lang) in told {
            let parts = &mut self.flow.parts;
            let item = parts.add(Kind::Item, Some(list), lang);
            let bullet = Cell {
                measure: POINT,
                ..whole(
                    "• ".to_owned(),
                    BODY,
                    parts.add(Kind::Label, Some(item), None),
                )
            };
            let point = beside(words, BODY, parts.add(Kind::Body, Some(item), None), POINT);
            let frame = Frame {
                before: 3.0,
                ..Frame::default()
            };
            self.row(&[bullet, point], frame);
        }
    }

    fn facts(&mut self, facts: &[Fact]) {
        let mut list = None;
        for fact in facts {
            let values = fact.values.iter().map(|one| (self.clean(one), one.lang));
            let values: Vec<_> = values.filter(|(words, _)| !words.is_empty()).collect();
            let name = self.clean(&fact.name);
            if name.is_empty() || values.is_empty() {
                continue;
            }
            let parts = &mut self.flow.parts;
            let whole = || parts.add(Kind::List { bullets: false }, None, None);
            let within = *list.get_or_insert_with(whole);
            self.fact(within, (name, fact.name.lang), values);
        }
    }

    fn fact(
        &mut self,
        list: PartId,
        (name, lang): (String, Option<&'static str>),
        values: Vec<(String, Option<&'static str>)>,
    ) {
        let parts = &mut self.flow.parts;
        let item = parts.add(Kind::Item, Some(list), None);
        let label = parts.add(Kind::Label, Some(item), lang);
        let body = parts.add(Kind::Body, Some(item), None);
        // The space after a name keeps it apart from its value where a reader joins them.
        let mut name = Some(Cell {
            measure: NAMES - GUTTER,
            ..whole(format!("{name} "), LABEL, label)
        });
        for (words, lang) in values {
            let part = self.flow.parts.add(Kind::Paragraph, Some(body), lang);
            let value = beside(words, VALUE, part, NAMES);
            let frame = Frame {
                before: if name.is_some() { 4.0 } else { 1.0 },
                ..Frame::default()
            };
            let cells: Vec<Cell> = name.take().into_iter().chain([value]).collect();
            self.row(&cells, frame);
        }
    }

    fn table(&mut self, table: &Table) {
        if table.columns.is_empty() || table.rows.is_empty() {
            return;
        }
        let parts = &mut self.flow.parts;
        let whole_table = parts.add(Kind::Table, None, None);
        self.caption(table, whole_table);
        let columns = Columns::of(self, table);
        let parts = &mut self.flow.parts;
        let head = parts.add(Kind::Head, Some(whole_table), None);
        let names = table.columns.iter().map(|column| &column.name);
        let frame = Frame {
            rule: Some(UNDER_HEADER),
            keep: true,
            ..columns.frame()
        };
        let from = self.flow.pieces.len();
        self.cells(&columns, head, names.map(Some), HEADER, frame);
        let repeated = self.flow.pieces.get(from..).unwrap_or_default();
        let again = repeated.len() <= REPEATED;
        if again {
            self.flow.heads.push(repeated.to_vec());
        }
        let frame = Frame {
            rule: Some(UNDER_ROW),
            head: again.then(|| self.flow.heads.len().saturating_sub(1)),
            ..columns.frame()
        };
        let rows = self.flow.parts.add(Kind::Rows, Some(whole_table), None);
        for cells in &table.rows {
            let cells = (0..table.columns.len()).map(|at| cells.get(at));
            self.cells(&columns, rows, cells, CELL, frame);
        }
    }

    fn caption(&mut self, table: &Table, within: PartId) {
        let words = self.clean(&table.caption);
        if words.is_empty() {
            return;
        }
        let parts = &mut self.flow.parts;
        let part = parts.add(Kind::Caption, Some(within), table.caption.lang);
        let frame = Frame {
            before: 10.0,
            whole: true,
            keep: true,
            ..Frame::default()
        };
        self.row(&[whole(words, CAPTION, part)], frame);
    }

    /// A row of a table, within its header or its body.
    fn cells<'t>(
        &mut self,
        columns: &Columns,
        within: PartId,
        texts: impl Iterator<Item = Option<&'t Text>>,
        style: Style,
        frame: Frame,
    ) {
        let header = style == HEADER;
        let row = self.flow.parts.add(Kind::Row, Some(within), None);
        let mut cells = Vec::new();
        for (at, (text, (x, measure, end))) in texts.zip(&columns.0).enumerate() {
            let kind = match (header, at) {
                (true, _) => Kind::ColumnHeader,
                (false, 0) => Kind::RowHeader,
                (false, _) => Kind::Cell,
            };
            let lang = text.and_then(|text| text.lang);
            let words = text.map(|text| self.clean(text)).unwrap_or_default();
            cells.push(Cell {
                // A cell that holds nothing is a cell all the same: the row would be a column short.
                text: format!("{words} "),
                style,
                part: self.flow.parts.add(kind, Some(row), lang),
                x: *x,
                measure: *measure,
                end: *end,
            });
        }
        self.row(&cells, frame);
    }
}

/// Where each column begins, how wide it is, and whether it is set to the right.
struct Columns(Vec<(f32, f32, bool)>);

impl Columns {
    fn of(maker: &Maker<'_>, table: &Table) -> Self {
        let count = f32::from(u16::try_from(table.columns.len()).unwrap_or(u16::MAX));
        // Gutters never take more than a quarter of the page.
        let gutter = GUTTER.min(MEASURE / (4.0 * count));
        let (header, cell) = (
            maker.faces.of(Weight::Bold),
            maker.faces.of(Weight::Regular),
        );
        let wish = |(at, column): (usize, &crate::tree::Column)| {
            let name = maker.clean(&column.name);
            let texts = table.rows.iter().filter_map(|row| row.get(at));
            let texts = texts.map(|text| maker.clean(text));
            let first = Wish {
                natural: wrap::natural(header, &name, HEADER.size),
                least: wrap::longest(header, &name, HEADER.size),
            };
            texts.fold(first, |wish, text| Wish {
                natural: wish.natural.max(wrap::natural(cell, &text, CELL.size)),
                least: wish.least.max(wrap::longest(cell, &text, CELL.size)),
            })
        };
        let wishes: Vec<Wish> = table.columns.iter().enumerate().map(wish).collect();
        let widths = widths(&wishes, MEASURE - gutter * (count - 1.0));
        let mut x = 0.0;
        let place = |(width, column): (f32, &crate::tree::Column)| {
            let place = (x, width, column.figures);
            x += width + gutter;
            place
        };
        Self(widths.into_iter().zip(&table.columns).map(place).collect())
    }

    fn frame(&self) -> Frame {
        Frame {
            top: PAD,
            bottom: PAD,
            whole: !self.0.is_empty(),
            ..Frame::default()
        }
    }
}

/// The one cell of a block as wide as the page.
fn whole(text: String, style: Style, part: PartId) -> Cell {
    beside(text, style, part, 0.0)
}

/// A cell from a place to the right margin.
fn beside(text: String, style: Style, part: PartId, x: f32) -> Cell {
    Cell {
        text,
        style,
        part,
        x,
        measure: MEASURE - x,
        end: false,
    }
}
