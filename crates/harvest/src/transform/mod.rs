//! A row of a list becomes a place, field by field, with a line for all that was touched.
//!
//! Nothing here is fatal: a value that cannot be read is left out and said, a row that holds nothing is refused and
//! said, and every other row is a place, however little is known of it.

mod contact;
mod hours;
mod ids;
mod lists;
mod location;
mod texts;

use chrono::NaiveDate;
use portulan_formats::Record;
use portulan_geo::Reference;
use portulan_model::{DepartmentCode, TerritoryCode, TerritoryKind};
use portulan_text::fold;

use crate::checks::Checks;
use crate::mapping::{Extract, Mapping};
use crate::unmapped::Unmapped;
use crate::{Draft, Field, Line, Severity};

use ids::Ids;

/// Turns the rows of one list into places.
pub struct Transformer<'a> {
    mapping: &'a Mapping,
    reference: &'a Reference,
    department: Option<DepartmentCode>,
    source: String,
    prefix: String,
    ids: Ids,
    unmapped: Unmapped,
    hours: hours::Known,
    checks: Checks<'a>,
}

impl<'a> Transformer<'a> {
    /// `source` names the list; it begins every id. `territory` is the name of what the list covers: that of a
    /// département helps to tell communes of one name apart.
    #[must_use]
    pub fn new(
        mapping: &'a Mapping,
        reference: &'a Reference,
        source: &str,
        territory: &str,
    ) -> Self {
        Self {
            mapping,
            reference,
            department: department_named(reference, territory),
            source: source.trim().to_owned(),
            prefix: source.trim().replace(' ', "-"),
            ids: Ids::default(),
            unmapped: Unmapped::default(),
            hours: hours::Known::default(),
            checks: Checks::new(reference, None),
        }
    }

    /// The day on which the list is read: what is dated later is doubted.
    #[must_use]
    pub fn on(mut self, today: NaiveDate) -> Self {
        self.checks = Checks::new(self.reference, Some(today));
        self
    }

    /// What the mapping forgot so far.
    #[must_use]
    pub const fn unmapped(&self) -> &Unmapped {
        &self.unmapped
    }

    /// What the mapping forgot, once all rows went through.
    #[must_use]
    pub fn into_unmapped(self) -> Unmapped {
        self.unmapped
    }

    /// One row, whatever it holds.
    pub fn place(&mut self, row: &Record) -> Draft {
        let mut draft = Draft {
            row: row.number,
            ..Draft::default()
        };
        self.identify(&mut draft, row);
        if let Some(reason) = self.no_place(row) {
            draft.refused = true;
            draft
                .lines
                .push(Line::new("id", &draft.id, "", reason, Severity::Refused));
            return draft;
        }
        if row.broken.is_some() {
            draft.say(Field::Id, "", "row-shifted", Severity::Doubt);
        }
        texts::name(&mut draft, &self.raw(Field::Nom, row));
        location::fill(
            &mut draft,
            self.reference,
            self.department.as_ref(),
            &|field| self.raw(field, row),
        );
        contact::fill(&mut draft, &|field| self.raw(field, row));
        texts::fill(&mut draft, &|field| self.raw(field, row));
        self.producer(&mut draft, row);
        lists::fill(&mut draft, self.mapping, row, &mut self.unmapped);
        hours::fill(&mut draft, &self.mapping.hours, row, &mut self.hours);
        let lines = self.checks.place(&draft);
        draft.lines.extend(lines);
        flag_gaps(&mut draft);
        let line = Line::new(
            "id",
            &self.raw(Field::Id, row),
            &draft.id,
            "row-kept",
            Severity::Info,
        );
        draft.lines.push(line);
        draft
    }

    fn raw(&self, field: Field, row: &Record) -> String {
        let extract = self.mapping.values.get(&field);
        extract.map_or_else(String::new, |extract| extract.of(row).into_owned())
    }

    /// `<source>_<id>`, or the number of the row where the list gives no id. An id that comes twice is numbered: the
    /// schema wants them unique, and a row must not hide another.
    fn identify(&mut self, draft: &mut Draft, row: &Record) {
        let raw = self.raw(Field::Id, row);
        let own = if raw.trim().is_empty() {
            if self.mapping.values.contains_key(&Field::Id) {
                draft.say(Field::Id, "", "id-missing", Severity::Doubt);
            }
            row.number.to_string()
        } else {
            raw.trim().replace(' ', "-")
        };
        let id = format!("{}_{own}", self.prefix);
        draft.id = self.ids.unique(&id, row.number);
        if draft.id != id {
            let line = Line::new("id", &raw, &draft.id, "id-twice", Severity::Doubt);
            draft.lines.push(line);
        }
    }

    /// A row is no place when none of its cells holds anything, or none that the mapping reads.
    fn no_place(&self, row: &Record) -> Option<&'static str> {
        let filled = |cell: &str| !cell.trim().is_empty();
        if !row.iter().any(|(_, cell)| filled(cell)) {
            return Some("row-empty");
        }
        let plain = self.mapping.values.iter();
        let mut read = plain.filter(|(_, extract)| !matches!(extract, Extract::Constant(_)));
        let any = read.any(|(_, extract)| filled(&extract.of(row)));
        (!any).then_some("row-without-fields")
    }

    fn producer(&self, draft: &mut Draft, row: &Record) {
        let said = self.raw(Field::Source, row);
        let said = said.trim();
        draft.set(
            Field::Source,
            if said.is_empty() { &self.source } else { said },
        );
    }
}

fn department_named(reference: &Reference, name: &str) -> Option<DepartmentCode> {
    let wanted = fold(name);
    let mut departments = reference.of_kind(TerritoryKind::Department);
    let found = departments.find(|department| fold(&department.name) == wanted)?;
    match found.key.code() {
        TerritoryCode::Department(code) => Some(*code),
        _ => None,
    }
}

/// What a useful place has and this one lacks: kept, and said.
fn flag_gaps(draft: &mut Draft) {
    let gaps = [
        (Field::Nom, "no-name", Severity::Doubt),
        (Field::Services, "no-service", Severity::Doubt),
        (Field::Latitude, "no-position", Severity::Doubt),
        (Field::Telephone, "no-phone", Severity::Info),
        (Field::CodeInsee, "no-commune", Severity::Doubt),
    ];
    for (field, rule, severity) in gaps {
        if draft.get(field).is_none() {
            draft
                .lines
                .push(Line::new(field.name(), "", "", rule, severity));
        }
    }
}
