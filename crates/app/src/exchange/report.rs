//! What an import did: each record ends one way, and the totals add up.

use portulan_model::Slug;

use super::document::List;

/// How a record ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// It came to be.
    Created,
    /// It changed.
    Updated,
    /// It was already so.
    Unchanged,
    /// It was not taken.
    Refused(Reason),
}

/// Why a record is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// It has not the shape of its list; what the reader says, which names a field.
    Shape(String),
    /// A text that is longer than what is kept.
    TooLong(String),
    /// A name or a title that is blank.
    Blank(String),
    /// Signs that no text holds.
    Signs(String),
    /// An address of the web that is none.
    Link(String),
    /// Its key was in the document already.
    Twice,
    /// It is of a body that is not known.
    UnknownBody(Slug),
    /// It names an organisation that is not known.
    UnknownOrganisation(Slug),
    /// It stands on a territory that is not known.
    UnknownTerritory(String),
    /// It stands on a scheme or a cluster that is not known.
    UnknownSeat(String),
    /// A place that is not known here and is not described.
    UnknownPlace,
    /// Its readable address is that of another.
    SlugTaken,
    /// The organisation is in the body already, under another membership.
    AlreadyThere,
    /// Whoever left does not come back under the same membership.
    Left,
    /// It would be another body's, or another organisation's.
    OfAnother,
    /// It is there already, and is changed at its desk alone.
    Held,
    /// A version that was decided is written otherwise here.
    OtherVersion(u16),
    /// Days or versions that are not in order.
    Disorder,
    /// An organisation that would be a part of itself.
    Circle,
    /// A cell of a place or a service that the baseline does not have.
    OutsideBaseline,
    /// A file that the object of which it is said to be a part does not name.
    UnnamedFile(String),
    /// A file whose content is not in the document.
    NoContent(String),
    /// A file whose content is not what is said of it.
    WrongContent(String),
}

impl Reason {
    /// The id of its words.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Shape(_) => "shape",
            Self::TooLong(_) => "too-long",
            Self::Blank(_) => "blank",
            Self::Signs(_) => "signs",
            Self::Link(_) => "link",
            Self::Twice => "twice",
            Self::UnknownBody(_) => "unknown-body",
            Self::UnknownOrganisation(_) => "unknown-organisation",
            Self::UnknownTerritory(_) => "unknown-territory",
            Self::UnknownSeat(_) => "unknown-seat",
            Self::UnknownPlace => "unknown-place",
            Self::SlugTaken => "slug-taken",
            Self::AlreadyThere => "already-there",
            Self::Left => "left",
            Self::OfAnother => "of-another",
            Self::Held => "held",
            Self::OtherVersion(_) => "other-version",
            Self::Disorder => "disorder",
            Self::Circle => "circle",
            Self::OutsideBaseline => "outside-baseline",
            Self::UnnamedFile(_) => "unnamed-file",
            Self::NoContent(_) => "no-content",
            Self::WrongContent(_) => "wrong-content",
        }
    }

    /// What it is about: a field, a name.
    #[must_use]
    pub fn detail(&self) -> String {
        match self {
            Self::Shape(text)
            | Self::TooLong(text)
            | Self::Blank(text)
            | Self::Signs(text)
            | Self::Link(text)
            | Self::UnknownTerritory(text)
            | Self::UnknownSeat(text)
            | Self::UnnamedFile(text)
            | Self::NoContent(text)
            | Self::WrongContent(text) => text.clone(),
            Self::UnknownBody(slug) | Self::UnknownOrganisation(slug) => slug.to_string(),
            Self::OtherVersion(number) => number.to_string(),
            _ => String::new(),
        }
    }
}

/// What became of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportLine {
    /// In which list.
    pub list: List,
    /// Its rank there, from 1.
    pub rank: usize,
    /// Its key, or what was readable of it.
    pub key: String,
    /// How it ended.
    pub end: End,
}

/// What an import did. `created + updated + unchanged + refused` is the number of records, always.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Records that came to be.
    pub created: usize,
    /// Records that changed.
    pub updated: usize,
    /// Records that were already so.
    pub unchanged: usize,
    /// Records that were not taken.
    pub refused: usize,
    /// Every record.
    pub lines: Vec<ReportLine>,
}

impl Report {
    /// How many records.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.created + self.updated + self.unchanged + self.refused
    }

    /// The records that were not taken.
    pub fn refusals(&self) -> impl Iterator<Item = (&ReportLine, &Reason)> {
        self.lines.iter().filter_map(|line| match &line.end {
            End::Refused(reason) => Some((line, reason)),
            _ => None,
        })
    }

    pub(super) fn tell(&mut self, list: List, rank: usize, key: String, end: End) {
        let count = match end {
            End::Created => &mut self.created,
            End::Updated => &mut self.updated,
            End::Unchanged => &mut self.unchanged,
            End::Refused(_) => &mut self.refused,
        };
        *count += 1;
        self.lines.push(ReportLine {
            list,
            rank,
            key,
            end,
        });
    }
}
