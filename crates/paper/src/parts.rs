//! The structure that a screen reader follows: parts within parts, in reading order. Each piece of text on a page belongs
//! to one part; what belongs to none (rules, feet of pages, repeated headers) is no content.

use std::num::NonZeroU16;

use krilla::tagging::{
    Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};

/// What a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Heading(u8),
    Paragraph,
    List { bullets: bool },
    Item,
    Label,
    Body,
    Table,
    Caption,
    Head,
    Rows,
    Row,
    ColumnHeader,
    RowHeader,
    Cell,
}

/// A part, by its place in the structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct PartId(usize);

struct Part {
    kind: Kind,
    lang: Option<&'static str>,
    /// The words of a heading, for the outline.
    title: String,
    within: Option<PartId>,
    marks: Vec<Identifier>,
}

/// All parts; each comes after the one that holds it.
#[derive(Default)]
pub(crate) struct Parts(Vec<Part>);

impl Parts {
    /// A new part, the last one within another.
    pub(crate) fn add(
        &mut self,
        kind: Kind,
        within: Option<PartId>,
        lang: Option<&'static str>,
    ) -> PartId {
        self.0.push(Part {
            kind,
            lang,
            title: String::new(),
            within,
            marks: Vec::new(),
        });
        PartId(self.0.len() - 1)
    }

    /// Says the words of a heading.
    pub(crate) fn name(&mut self, part: PartId, title: &str) {
        if let Some(part) = self.0.get_mut(part.0) {
            title.replace('\n', " ").clone_into(&mut part.title);
        }
    }

    /// The level and the words of a heading.
    pub(crate) fn heading(&self, part: PartId) -> Option<(u8, &str)> {
        let part = self.0.get(part.0)?;
        match part.kind {
            Kind::Heading(level) => Some((level, &part.title)),
            _ => None,
        }
    }

    /// Something drawn belongs to a part.
    pub(crate) fn mark(&mut self, part: PartId, mark: Identifier) {
        if let Some(part) = self.0.get_mut(part.0) {
            part.marks.push(mark);
        }
    }

    /// The structure as the writer takes it.
    pub(crate) fn tree(self, lang: &str) -> TagTree {
        let mut held: Vec<Vec<Node>> = self.0.iter().map(|_| Vec::new()).collect();
        let mut tree = TagTree::new().with_lang(Some(lang.to_owned()));
        let mut top = Vec::new();
        // From the last to the first: a part is whole when the one that holds it comes.
        for (at, part) in self.0.into_iter().enumerate().rev() {
            let mut children = held.pop().unwrap_or_default();
            children.reverse();
            let mut nodes: Vec<Node> = part.marks.into_iter().map(Node::from).collect();
            nodes.extend(children);
            let kind = tag(part.kind, part.title).with_lang(part.lang.map(str::to_owned));
            let node = Node::from(TagGroup::with_children(kind, nodes));
            match part.within.filter(|within| within.0 < at) {
                Some(within) => {
                    if let Some(held) = held.get_mut(within.0) {
                        held.push(node);
                    }
                }
                None => top.push(node),
            }
        }
        for node in top.into_iter().rev() {
            tree.push(node);
        }
        tree
    }
}

fn tag(kind: Kind, title: String) -> TagKind {
    match kind {
        Kind::Heading(level) => {
            let level = NonZeroU16::new(level.into()).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, Some(title)).into()
        }
        Kind::Paragraph => Tag::P.into(),
        Kind::List { bullets: true } => Tag::L(ListNumbering::Disc).into(),
        Kind::List { bullets: false } => Tag::L(ListNumbering::None).into(),
        Kind::Item => Tag::LI.into(),
        Kind::Label => Tag::Lbl.into(),
        Kind::Body => Tag::LBody.into(),
        Kind::Table => Tag::Table.into(),
        Kind::Caption => Tag::Caption.into(),
        Kind::Head => Tag::THead.into(),
        Kind::Rows => Tag::TBody.into(),
        Kind::Row => Tag::TR.into(),
        Kind::ColumnHeader => Tag::TH(TableHeaderScope::Column).into(),
        Kind::RowHeader => Tag::TH(TableHeaderScope::Row).into(),
        Kind::Cell => Tag::TD.into(),
    }
}
