//! Single values, mended: each function gives what could be read and what there is to say of it.
//!
//! Nothing here is an error. What is only trimmed is not spoken of; what was mended, doubted or left out has its line.

mod contacts;
mod dates;
mod distance;
mod locate;
mod numbers;
mod phones;
#[cfg(test)]
mod properties;
mod street;
mod text;
mod websites;

use crate::{Field, Line, Rule, Severity};

pub use contacts::{Emails, emails, pivot};
pub use dates::date;
pub use distance::{Distance, distance_to_commune, same_department};
pub use locate::{Location, LocationInput, locate};
pub use numbers::position;
pub use phones::phones;
pub use street::{Street, street};
pub use text::{is_filler, repair_text};
pub use websites::websites;

/// What was read, and what there is to say.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cleaned<T> {
    /// What was read.
    pub value: T,
    /// What there is to say.
    pub lines: Vec<Line>,
}

impl<T: Default> Cleaned<T> {
    pub(crate) fn say(
        &mut self,
        field: Field,
        raw: &str,
        result: &str,
        rule: Rule,
        severity: Severity,
    ) {
        self.lines
            .push(Line::new(field.name(), raw, result, rule, severity));
    }
}
