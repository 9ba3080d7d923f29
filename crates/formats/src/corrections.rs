//! "Corrections for the producer": what a harvest changed in a list, and why, as CSV for the person who keeps the list.
//!
//! Words come from the caller; here are the columns, the choice of what is worth telling, and cells that no
//! spreadsheet runs.

use crate::rows::push_row;

/// What became of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Nothing that the producer should correct.
    Told,
    /// Mended.
    Mended,
    /// Kept, and doubted.
    Doubted,
    /// Left out.
    LeftOut,
    /// The whole row is no place.
    Refused,
}

impl Change {
    /// Every value that a report may give.
    pub const ALL: [Self; 5] = [
        Self::Told,
        Self::Mended,
        Self::Doubted,
        Self::LeftOut,
        Self::Refused,
    ];

    /// Reads the severity of a report line.
    #[must_use]
    pub fn from_severity(slug: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|change| change.severity() == slug)
    }

    /// The severity of a report line.
    #[must_use]
    pub const fn severity(self) -> &'static str {
        match self {
            Self::Told => "info",
            Self::Mended => "fixed",
            Self::Doubted => "doubt",
            Self::LeftOut => "lost",
            Self::Refused => "refused",
        }
    }
}

/// A value of the list, what it became, and why.
#[derive(Debug, Clone, Copy)]
pub struct Correction<'a> {
    /// The id of the place, as its producer knows it.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// The field or the column.
    pub field: &'a str,
    /// What the list says.
    pub raw: &'a str,
    /// What the place has now.
    pub proposed: &'a str,
    /// Why, in words.
    pub reason: &'a str,
    /// What became of it.
    pub change: Change,
}

/// The line of headers.
pub const HEADER: &str = "identifiant,nom,champ,valeur d'origine,valeur proposée,raison\n";

/// Adds the line of a correction. Says whether there was one: a line that is only told, or that changed nothing and
/// doubts nothing, asks nothing of the producer. A doubted or refused value has no other to propose.
pub fn push(correction: &Correction<'_>, text: &mut String) -> bool {
    let proposed = match correction.change {
        Change::Told => return false,
        Change::Mended if correction.raw == correction.proposed => return false,
        Change::Doubted if correction.raw == correction.proposed => "",
        Change::Mended | Change::LeftOut | Change::Doubted => correction.proposed,
        Change::Refused => "",
    };
    let cells = [
        correction.id,
        correction.name,
        correction.field,
        correction.raw,
        proposed,
        correction.reason,
    ];
    push_row(cells, text);
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    const MENDED: Correction<'static> = Correction {
        id: "7",
        name: "Maison, dite \"la petite\"",
        field: "telephone",
        raw: "02.99.00.00.00",
        proposed: "+33299000000",
        reason: "Numéro écrit au format international.",
        change: Change::Mended,
    };

    fn line(correction: &Correction<'_>) -> String {
        let mut text = String::new();
        push(correction, &mut text);
        text
    }

    #[test]
    fn a_person_reads_what_was_what_is_and_why() {
        assert_eq!(
            line(&MENDED),
            "7,\"Maison, dite \"\"la petite\"\"\",telephone,02.99.00.00.00,+33299000000,Numéro écrit au format international.\n"
        );
    }

    #[test]
    fn what_asks_nothing_is_not_told() {
        let told = Correction {
            change: Change::Told,
            ..MENDED
        };
        let same = Correction {
            proposed: MENDED.raw,
            ..MENDED
        };
        assert_eq!(line(&told) + &line(&same), "");
    }

    #[test]
    fn a_doubt_proposes_nothing_but_stays() {
        let doubted = Correction {
            change: Change::Doubted,
            proposed: MENDED.raw,
            ..MENDED
        };
        assert!(line(&doubted).contains(",02.99.00.00.00,,"));
    }

    #[test]
    fn a_formula_in_a_list_is_text_for_its_producer() {
        let hostile = Correction {
            raw: "=HYPERLINK(\"http://exemple.fr\")",
            change: Change::LeftOut,
            proposed: "",
            ..MENDED
        };
        assert!(line(&hostile).contains("\"'=HYPERLINK("));
    }

    #[test]
    fn every_severity_is_read() {
        for change in Change::ALL {
            assert_eq!(Change::from_severity(change.severity()), Some(change));
        }
        assert_eq!(Change::from_severity("grave"), None);
    }
}
