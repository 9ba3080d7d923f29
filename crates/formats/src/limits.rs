//! How long a cell may be. A text that is longer is cut, anything else is left out, and both are said.
//!
//! The longest values of the real lists at hand are far below: 2 420 characters of presentation, 942 of a list, 682 of
//! hours, 199 of any other text.

use crate::cells::Cells;
use crate::fields::Notes;
use crate::report::IssueKind;

/// Characters of a presentation.
pub(crate) const PRESENTATION: usize = 20_000;
/// Characters of a name, an address, an id.
pub(crate) const LINE: usize = 500;
/// Characters of a list, an address of the web, hours.
const LIST: usize = 4_000;

/// Texts, that make sense when cut.
const TEXTS: [(&str, usize); 8] = [
    ("nom", LINE),
    ("commune", LINE),
    ("adresse", LINE),
    ("complement_adresse", LINE),
    ("structure_parente", LINE),
    ("source", LINE),
    ("presentation_resume", PRESENTATION),
    ("presentation_detail", PRESENTATION),
];

/// Values that mean something else, or nothing, when cut.
const VALUES: [&str; 29] = [
    "pivot",
    "siret",
    "code_postal",
    "code_insee",
    "latitude",
    "longitude",
    "date_maj",
    "typologie",
    "telephone",
    "courriel",
    "courriels",
    "site_web",
    "horaires",
    "itinerance",
    "services",
    "publics_accueillis",
    "publics_specifiquement_adresses",
    "prise_en_charge_specifique",
    "conditions_acces",
    "frais_a_charge",
    "dispositif_programmes_nationaux",
    "formations_labels",
    "autres_formations_labels",
    "labels_nationaux",
    "labels_autres",
    "modalites_acces",
    "modalites_accompagnement",
    "fiche_acces_libre",
    "prise_rdv",
];

/// A row whose cells are never longer than their limit.
pub(crate) struct Limited<'a>(pub(crate) &'a dyn Cells);

impl Limited<'_> {
    /// Names the cells that are too long.
    pub(crate) fn tell(&self, notes: &mut Notes) {
        let texts = TEXTS.iter().map(|(column, _)| *column);
        for column in texts.chain(VALUES) {
            let whole = self.0.cell(column);
            if self.cell(column).len() < whole.len() {
                notes.add(column, whole, IssueKind::TooLong);
            }
        }
    }
}

impl Cells for Limited<'_> {
    fn cell(&self, column: &str) -> &str {
        let whole = self.0.cell(column);
        let text = TEXTS.iter().find(|(text, _)| *text == column);
        let limit = text.map_or(LIST, |(_, limit)| *limit);
        if whole.len() <= limit {
            return whole;
        }
        match whole.char_indices().nth(limit) {
            None => whole,
            Some((end, _)) if text.is_some() => whole.get(..end).unwrap_or_default().trim(),
            Some(_) => "",
        }
    }

    fn names(&self, column: &str) -> bool {
        self.0.names(column)
    }
}
