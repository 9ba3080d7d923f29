//! The closed lists of a row, under their names of today and of before 1.0.

use portulan_model::{
    Access, Care, ClosedList, Fee, Label, Mobility, Programme, Public, Service, Support, ValueSet,
};

use crate::cells::Cells;
use crate::fields::{Notes, list, once};
use crate::national::v0::{Became, became};
use crate::report::IssueKind;

/// `|` since 1.0, `;` before; no value holds either.
const SEPARATORS: &[char] = &['|', ';'];

/// The values of the closed lists of a row.
#[derive(Debug, Default)]
pub(crate) struct Lists {
    pub(crate) mobility: ValueSet<Mobility>,
    pub(crate) services: ValueSet<Service>,
    pub(crate) publics: ValueSet<Public>,
    pub(crate) care: ValueSet<Care>,
    pub(crate) fees: ValueSet<Fee>,
    pub(crate) programmes: ValueSet<Programme>,
    pub(crate) labels: ValueSet<Label>,
    pub(crate) other_labels: Vec<String>,
    pub(crate) access: ValueSet<Access>,
    pub(crate) support: ValueSet<Support>,
}

impl Lists {
    pub(crate) fn read(cells: &dyn Cells, notes: &mut Notes) -> Self {
        let mut lists = Self::default();
        let mut closed = Closed {
            lists: &mut lists,
            notes,
        };
        closed.read(cells.cell("itinerance"), |lists| &mut lists.mobility);
        closed.read(cells.cell("services"), |lists| &mut lists.services);
        closed.read(cells.cell("publics_specifiquement_adresses"), |lists| {
            &mut lists.publics
        });
        closed.read(cells.cell("publics_accueillis"), |lists| &mut lists.publics);
        closed.read(cells.cell("prise_en_charge_specifique"), |lists| {
            &mut lists.care
        });
        closed.read(cells.cell("frais_a_charge"), |lists| &mut lists.fees);
        closed.read(cells.cell("conditions_acces"), |lists| &mut lists.fees);
        closed.read(cells.cell("dispositif_programmes_nationaux"), |lists| {
            &mut lists.programmes
        });
        closed.read(cells.cell("formations_labels"), |lists| &mut lists.labels);
        closed.read(cells.cell("modalites_acces"), |lists| &mut lists.access);
        closed.read(cells.cell("modalites_accompagnement"), |lists| {
            &mut lists.support
        });
        lists.other_labels = list(cells.cell("autres_formations_labels"), &['|']);
        lists.older_labels(cells);
        lists
    }

    /// `labels_nationaux` held programmes and labels together; those without a successor are kept as they are.
    fn older_labels(&mut self, cells: &dyn Cells) {
        for text in list(cells.cell("labels_nationaux"), SEPARATORS) {
            match became(Label::FIELD, &text) {
                Some(became) => self.put(became),
                None => self.other_labels.push(text),
            }
        }
        self.other_labels
            .extend(list(cells.cell("labels_autres"), SEPARATORS));
        self.other_labels = once(self.other_labels.drain(..));
    }

    pub(crate) fn put(&mut self, became: Became) {
        match became {
            Became::Service(value) => self.services.insert(value),
            Became::Public(value) => self.publics.insert(value),
            Became::Care(value) => self.care.insert(value),
            Became::Fee(value) => self.fees.insert(value),
            Became::Support(value) => self.support.insert(value),
            Became::Programme(value) => self.programmes.insert(value),
            Became::Label(value) => self.labels.insert(value),
            Became::Nothing => {}
        }
    }
}

struct Closed<'a> {
    lists: &'a mut Lists,
    notes: &'a mut Notes,
}

impl Closed<'_> {
    fn read<L: ClosedList>(&mut self, cell: &str, set: fn(&mut Lists) -> &mut ValueSet<L>) {
        for text in list(cell, SEPARATORS) {
            if let Ok(value) = L::from_national(&text) {
                set(self.lists).insert(value);
            } else if let Some(became) = became(L::FIELD, &text) {
                self.lists.put(became);
            } else {
                self.notes.add(L::FIELD, &text, IssueKind::Unlisted);
            }
        }
    }
}
