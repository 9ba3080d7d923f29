//! The fields of a body that those who lead it change, each as one thing that can be compared and copied.

use super::bodies::Body;

/// A field of a body. Its address, its seat, its days and what it was founded on are not among them: the level that
/// founded it answers for these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is the field of the same name")]
pub enum BodyField {
    Name,
    Area,
    RunBy,
    Summary,
}

impl BodyField {
    /// All of them, in the order of forms.
    pub const ALL: [Self; 4] = [Self::Name, Self::Area, Self::RunBy, Self::Summary];

    /// The word of forms and of messages.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Name => "nom",
            Self::Area => "communes",
            Self::RunBy => "animation",
            Self::Summary => "objet",
        }
    }

    /// Gives `to` the value that `from` has.
    pub fn copy(self, from: &Body, to: &mut Body) {
        match self {
            Self::Name => to.name.clone_from(&from.name),
            Self::Area => to.area.clone_from(&from.area),
            Self::RunBy => to.run_by.clone_from(&from.run_by),
            Self::Summary => to.summary.clone_from(&from.summary),
        }
    }

    /// Whether two bodies have the same value.
    #[must_use]
    pub fn same(self, a: &Body, b: &Body) -> bool {
        match self {
            Self::Name => a.name == b.name,
            Self::Area => a.area == b.area,
            Self::RunBy => a.run_by == b.run_by,
            Self::Summary => a.summary == b.summary,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_field_alone_is_copied_and_compared() {
        let body = |text: &str| serde_json::from_str::<Body>(text).unwrap();
        let one = body(r#"{"slug":"a","name":"A","seat":"pays-fr"}"#);
        let other = body(
            r#"{"slug":"a","name":"B","seat":"pays-fr","area":"35238","run_by":"hub","summary":"Agir."}"#,
        );
        for field in BodyField::ALL {
            let mut copy = one.clone();
            field.copy(&other, &mut copy);
            for each in BodyField::ALL {
                assert_eq!(
                    each.same(&copy, &other),
                    each == field,
                    "{field:?} {each:?}"
                );
            }
        }
    }
}
