//! Closed lists of our own: each value has a word of forms and addresses, in French, and a word of storage.

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

pub(crate) use worded;
