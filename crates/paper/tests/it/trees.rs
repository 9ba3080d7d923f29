//! Random trees: whatever is written, there is a document, its structure is sound, and no text is lost.

use portulan_paper::{Block, Column, Document, Fact, MAX_PAGES, Table, Text};
use proptest::prelude::*;

use crate::read::{poppler, said, structure, written};

fn text() -> impl Strategy<Value = Text> {
    let words = prop_oneof![
        4 => "[a-zéèêàçœA-Z’«»;:!? \u{a0}\u{202f}-]{0,60}",
        2 => "\\PC{0,40}",
        1 => any::<String>(),
        1 => "[a-z]{0,300}",
        1 => "([a-z]{1,9}[ \n]){0,120}",
    ];
    let lang = prop_oneof![3 => Just(None), 1 => Just(Some("en")), 1 => Just(Some("br"))];
    (words, lang).prop_map(|(words, lang)| Text { words, lang })
}

fn table() -> impl Strategy<Value = Table> {
    let columns = prop::collection::vec((text(), any::<bool>()), 0..9);
    let rows = prop::collection::vec(prop::collection::vec(text(), 0..10), 0..12);
    (text(), columns, rows).prop_map(|(caption, columns, rows)| Table {
        caption,
        columns: columns
            .into_iter()
            .map(|(name, figures)| Column { name, figures })
            .collect(),
        rows,
    })
}

fn block() -> impl Strategy<Value = Block> {
    let fact = (text(), prop::collection::vec(text(), 0..4));
    let fact = fact.prop_map(|(name, values)| Fact { name, values });
    prop_oneof![
        3 => (any::<u8>(), text()).prop_map(|(level, text)| Block::Heading(level, text)),
        1 => text().prop_map(Block::Lead),
        3 => text().prop_map(Block::Paragraph),
        1 => text().prop_map(Block::Aside),
        1 => prop::collection::vec(text(), 0..6).prop_map(Block::List),
        2 => prop::collection::vec(fact, 0..6).prop_map(Block::Facts),
        2 => table().prop_map(Block::Table),
    ]
}

fn document() -> impl Strategy<Value = Document> {
    let blocks = prop::collection::vec(block(), 0..14);
    (any::<String>(), any::<String>(), blocks).prop_map(|(title, foot, blocks)| Document {
        title,
        lang: "fr",
        author: foot.clone(),
        about: foot.clone(),
        foot,
        made: None,
        blocks,
    })
}

/// Headings go down one level at a time.
fn levels(structure: &[(usize, String)]) -> Vec<u32> {
    let level = |(_, line): &(usize, String)| {
        let kind = line.split(' ').next()?.strip_prefix('H')?;
        kind.parse().ok()
    };
    structure.iter().filter_map(level).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_tree_gives_a_document_that_a_reader_opens(document in document()) {
        let bytes = written(&document).unwrap();
        let told = poppler("pdfinfo", &[], &bytes);
        prop_assert!(told.contains("Tagged:"), "{told}");
        let structure = structure(&bytes);
        let levels = levels(&structure);
        let steps = std::iter::once(0).chain(levels.iter().copied()).zip(&levels);
        for (before, after) in steps {
            prop_assert!(*after <= before + 1, "{levels:?}");
        }
        let tables = document.blocks.iter().filter_map(|block| match block {
            Block::Table(table) if !table.columns.is_empty() => Some(table),
            _ => None,
        });
        let cells: usize = tables
            .filter(|table| !table.rows.is_empty())
            .map(|table| table.columns.len() * (table.rows.len() + 1))
            .sum();
        let drawn = said(&structure, "TH").len() + said(&structure, "TD").len();
        prop_assert_eq!(drawn, cells);
    }
}

#[test]
fn what_is_beyond_all_measure_is_refused_and_never_written() {
    // Some thirty paragraphs of one line go on a page.
    let blocks = (0..MAX_PAGES * 40).map(|_| Block::Paragraph("a".into()));
    let document = Document {
        title: "Sans fin".to_owned(),
        lang: "fr",
        blocks: blocks.collect(),
        ..Document::default()
    };
    assert_eq!(written(&document), Err(portulan_paper::PaperError::TooLong));
}

#[test]
fn nothing_at_all_is_a_document_of_one_page() {
    let document = Document {
        lang: "fr",
        ..Document::default()
    };
    let told = poppler("pdfinfo", &[], &written(&document).unwrap());
    assert!(told.contains("Pages:           1"), "{told}");
}
