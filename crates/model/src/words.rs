//! Closed lists of our own: each value has a word of forms and addresses, in French, and a word of storage. And the fields
//! of a record, each as one thing that can be compared and copied.

/// An enum whose values have a word.
macro_rules! worded {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident = $slug:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name {
            $($(#[$each])* $variant,)+
        }

        impl $name {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The word of forms and addresses.
            #[must_use]
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug,)+ }
            }

            /// Reads a word of a form.
            #[must_use]
            pub fn from_slug(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.slug() == text)
            }
        }
    };
}

/// An enum of the fields of a record that people change, each with its word.
macro_rules! fields_of {
    ($(#[$doc:meta])* $name:ident of $record:ty { $($variant:ident $field:ident = $slug:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each variant is the field of the same name")]
        pub enum $name {
            $($variant,)+
        }

        impl $name {
            /// All of them, in the order of forms.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The word of forms and of messages.
            #[must_use]
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug,)+ }
            }

            /// Gives `to` the value that `from` has.
            pub fn copy(self, from: &$record, to: &mut $record) {
                match self { $(Self::$variant => to.$field.clone_from(&from.$field),)+ }
            }

            /// Whether two of them have the same value.
            #[must_use]
            pub fn same(self, a: &$record, b: &$record) -> bool {
                match self { $(Self::$variant => a.$field == b.$field,)+ }
            }
        }
    };
}

pub(crate) use {fields_of, worded};
