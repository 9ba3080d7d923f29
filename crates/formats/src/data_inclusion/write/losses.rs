//! What does not go through, as data: why a record is left out, and which values of a place it does not carry.

use serde::Serialize;

macro_rules! slugs {
    ($(#[$doc:meta])* $name:ident, { $($(#[$line:meta])+ $variant:ident = $slug:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
        pub enum $name {
            $($(#[$line])+ #[serde(rename = $slug)] $variant,)+
        }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word of files.
            #[must_use]
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug,)+ }
            }
        }
    };
}

slugs!(
    /// Why a structure or a service would not be valid, and is left out.
    LeftOut, {
        /// The source gives no date, and v1 requires one.
        NoDate = "no-date";
        /// Before the year 2000.
        DateTooOld = "date-too-old";
        /// After the day of the export.
        DateAhead = "date-ahead";
        /// A name of fewer than three characters.
        NameTooShort = "name-too-short";
        /// The place names no service.
        NoService = "no-service";
        /// Its structure is left out.
        NoStructure = "no-structure";
        /// Another one of the file has the same id.
        DuplicateId = "duplicate-id";
    }
);

slugs!(
    /// A value of a place that data·inclusion v1 has no room for.
    Loss, {
        /// The end of a name of more than 150 characters.
        NameCut = "name-cut";
        /// The full stop at the end of a name.
        FullStop = "full-stop";
        /// The end of a description of more than 10 000 characters.
        DescriptionCut = "description-cut";
        /// A description of fewer than five characters.
        DescriptionTooShort = "description-too-short";
        /// An RNA or a RIDET: only a SIRET has a field.
        PivotNoSiret = "pivot-no-siret";
        /// A phone after the first.
        FurtherPhone = "further-phone";
        /// An e-mail after the first.
        FurtherEmail = "further-email";
        /// An e-mail that the schema refuses (a name of a domain that is for tests).
        RefusedEmail = "refused-email";
        /// A site after the first.
        FurtherSite = "further-site";
        /// An address of more than 2 083 characters.
        AddressTooLong = "address-too-long";
        /// An accessibility record that is not on Acceslibre.
        AccessibilityElsewhere = "accessibility-elsewhere";
        /// Hours that no program reads.
        HoursText = "hours-text";
        /// A kind that is no network.
        Kind = "kind";
        /// A programme that is no network.
        Programme = "programme";
        /// A label that is no network.
        Label = "label";
        /// Another label, which has no list.
        OtherLabel = "other-label";
        /// A network that data·inclusion does not know.
        Network = "network";
        /// The parent structure.
        Parent = "parent";
        /// Who made the list.
        Producer = "producer";
        /// Whether the place moves.
        Mobility = "mobility";
        /// A service that shares its theme with another: its name stays in the description.
        Service = "service";
        /// A form of help besides the one that has a type.
        Support = "support";
        /// A permanence that is not the only one, or has dates of its own.
        Session = "session";
    }
);

/// A value that was lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Lost {
    /// What kind of loss.
    pub what: Loss,
    /// The value, as the place has it.
    pub value: String,
}

/// The losses of one place.
#[derive(Debug, Default)]
pub(super) struct Losses(pub(super) Vec<Lost>);

impl Losses {
    pub(super) fn add(&mut self, what: Loss, value: impl Into<String>) {
        let value = value.into();
        self.0.push(Lost { what, value });
    }

    pub(super) fn all<'a>(&mut self, what: Loss, values: impl IntoIterator<Item = &'a String>) {
        for value in values {
            self.add(what, value);
        }
    }
}
