//! What a document is made of, before any thought of paper. Words only: no size, no place, no colour.

/// Words, in their language where it is not that of the document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// The words. A line feed begins a new line.
    pub words: String,
    /// The language, as a tag of BCP 47 ("fr").
    pub lang: Option<&'static str>,
}

impl Text {
    /// Words in a language of their own.
    #[must_use]
    pub fn spoken(words: impl Into<String>, lang: &'static str) -> Self {
        Self {
            words: words.into(),
            lang: Some(lang),
        }
    }
}

impl From<String> for Text {
    fn from(words: String) -> Self {
        Self { words, lang: None }
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        words.to_owned().into()
    }
}

/// A document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// Its title, that a reader shows in its window.
    pub title: String,
    /// Its language, as a tag of BCP 47.
    pub lang: &'static str,
    /// Whose it is.
    pub author: String,
    /// What it is about, in a sentence.
    pub about: String,
    /// What stands at the foot of each page, beside the number.
    pub foot: String,
    /// The day on which it was made: year, month, day.
    pub made: Option<(u16, u8, u8)>,
    /// All that it says.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading, from 1; a level that would be skipped is not.
    Heading(u8, Text),
    /// What leads into the document, in larger letters.
    Lead(Text),
    /// A paragraph; each of its lines is one.
    Paragraph(Text),
    /// A paragraph of lesser weight.
    Aside(Text),
    /// Points.
    List(Vec<Text>),
    /// Names with their values.
    Facts(Vec<Fact>),
    /// A table.
    Table(Table),
}

/// A name and its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub name: Text,
    /// What is said of it.
    pub values: Vec<Text>,
}

/// A table: its rows have as many cells as it has columns, and the first cell of a row names the row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub caption: Text,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows; cells that are missing are empty, cells too many are left out.
    pub rows: Vec<Vec<Text>>,
}

/// A column of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Column {
    /// Its header.
    pub name: Text,
    /// Whether it holds figures, set to the right.
    pub figures: bool,
}
