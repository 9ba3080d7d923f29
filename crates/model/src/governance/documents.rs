//! Founding documents and attached files: what is kept of them, and which files are taken.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::ids::FileId;
use crate::words::worded;

worded! {
    /// What a founding document is.
    DocumentKind {
        /// The préfet's letter of autumn 2023, or another that founds a body.
        Letter = "lettre",
        /// A charter.
        Charter = "charte",
        /// An agreement between partners.
        Agreement = "convention",
        /// A deliberation of an assembly.
        Deliberation = "deliberation",
        /// An order of the State or of a local authority.
        Order = "arrete",
        /// Something else.
        Other = "autre",
    }
}

/// What a body or a scheme stands on: a letter, a charter, with its date and its reference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundingDocument {
    /// What it is.
    pub kind: DocumentKind,
    /// Its title.
    pub title: String,
    /// The day that it bears.
    pub on: NaiveDate,
    /// Its reference, as its author numbers it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// The file, where it is kept here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<Attachment>,
    /// Where it can be read elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// What kind of file is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileKind {
    /// PDF.
    Pdf,
    /// `.odt`, `.ods`, `.odp`.
    OpenDocument,
    /// `.docx`, `.xlsx`, `.pptx`.
    Office,
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum FileError {
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// Larger than [`Attachment::LARGEST`].
    #[error("the file has more than {} bytes", Attachment::LARGEST)]
    TooLarge,
    /// The name ends as none of the kinds.
    #[error("files of that kind are not taken")]
    Kind,
    /// The name says one kind, the first bytes another.
    #[error("the file is not what its name says")]
    Disguised,
    /// A name that a folder or a header would obey.
    #[error("the name of the file cannot be kept")]
    Name,
}

/// A file that was attached. Its bytes are kept elsewhere, under its id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// For ever.
    pub id: FileId,
    /// Its name, as it was given.
    pub name: String,
    /// Its kind, checked on its first bytes.
    pub kind: FileKind,
    /// Its size.
    pub bytes: u64,
}

impl FileKind {
    /// The kind that a name says.
    fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "pdf" => Some(Self::Pdf),
            "odt" | "ods" | "odp" => Some(Self::OpenDocument),
            "docx" | "xlsx" | "pptx" => Some(Self::Office),
            "png" => Some(Self::Png),
            "jpg" | "jpeg" => Some(Self::Jpeg),
            _ => None,
        }
    }

    /// What the file begins with.
    const fn signature(self) -> &'static [u8] {
        match self {
            Self::Pdf => b"%PDF-",
            Self::OpenDocument | Self::Office => b"PK\x03\x04",
            Self::Png => b"\x89PNG\r\n\x1a\n",
            Self::Jpeg => b"\xff\xd8\xff",
        }
    }
}

impl Attachment {
    /// Largest file, in bytes: 25 Mo, as the national platform takes.
    pub const LARGEST: u64 = 25_000_000;
    /// Longest name, in characters.
    pub const LONGEST_NAME: usize = 150;

    /// Checks a file by its name, its size and its first bytes.
    pub fn check(id: FileId, name: &str, bytes: u64, head: &[u8]) -> Result<Self, FileError> {
        let name = name.trim();
        let kept = |c: char| !c.is_control() && !matches!(c, '/' | '\\' | '"');
        if name.chars().count() > Self::LONGEST_NAME
            || name.starts_with('.')
            || !name.chars().all(kept)
        {
            return Err(FileError::Name);
        }
        if bytes == 0 {
            return Err(FileError::Empty);
        }
        if bytes > Self::LARGEST {
            return Err(FileError::TooLarge);
        }
        let kind = FileKind::of_name(name).ok_or(FileError::Kind)?;
        if !head.starts_with(kind.signature()) {
            return Err(FileError::Disguised);
        }
        let name = name.to_owned();
        Ok(Self {
            id,
            name,
            kind,
            bytes,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_name_says_or_is_not_taken() {
        let check = |name: &str, bytes: u64, head: &[u8]| {
            Attachment::check(FileId::from_parts(1, [1; 10]), name, bytes, head).map(|one| one.kind)
        };
        for (name, bytes, head, answer) in [
            (
                "Lettre du préfet.PDF",
                10,
                &b"%PDF-1.7"[..],
                Ok(FileKind::Pdf),
            ),
            ("charte.odt", 10, b"PK\x03\x04", Ok(FileKind::OpenDocument)),
            ("charte.pdf", 10, b"<html>", Err(FileError::Disguised)),
            ("page.html", 10, b"<html>", Err(FileError::Kind)),
            ("dessin.svg", 10, b"<svg", Err(FileError::Kind)),
            ("lettre", 10, b"%PDF-", Err(FileError::Kind)),
            ("vide.pdf", 0, b"", Err(FileError::Empty)),
            ("gros.pdf", 25_000_001, b"%PDF-", Err(FileError::TooLarge)),
            ("../../etc.pdf", 10, b"%PDF-", Err(FileError::Name)),
            ("a\"b.pdf", 10, b"%PDF-", Err(FileError::Name)),
            ("a\r\nb.pdf", 10, b"%PDF-", Err(FileError::Name)),
        ] {
            assert_eq!(check(name, bytes, head), answer, "{name}");
        }
    }
}
