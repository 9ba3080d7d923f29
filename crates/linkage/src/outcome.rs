//! What comparing gives: levels of agreement per field, their weights, a probability, an outcome.
//!
//! All lists are closed. Slugs are stable: files and Fluent keys use them.

use serde::{Deserialize, Serialize};

/// What is said of two records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// The same place, sure enough to be merged by a machine.
    Same,
    /// Two places.
    Different,
    /// For a person to say.
    Review,
    /// A body and a service, or two bodies one of which houses the other, at one door: a relation, no duplicate.
    Hosted,
}

impl Outcome {
    /// Stable name.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
            Self::Review => "review",
            Self::Hosted => "hosted",
        }
    }
}

/// What was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EvidenceField {
    /// Name.
    Name,
    /// Kind of place, from codes and from the words of the name.
    Kind,
    /// Number and street.
    Address,
    /// Distance.
    Position,
    /// Commune.
    Commune,
    /// Telephone.
    Phone,
    /// E-mail.
    Email,
    /// Web address.
    Website,
    /// SIRET and the like.
    Pivot,
    /// List.
    Source,
}

impl EvidenceField {
    /// Stable name.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Kind => "kind",
            Self::Address => "address",
            Self::Position => "position",
            Self::Commune => "commune",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Website => "website",
            Self::Pivot => "pivot",
            Self::Source => "source",
        }
    }
}

macro_rules! levels {
    ($($(#[$doc:meta])* $name:ident = $slug:literal of $field:ident;)*) => {
        /// How far two records agree on a field. What one of them does not say is no evidence and has no level.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Level { $($(#[$doc])* $name,)* }

        impl Level {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// Stable name.
            #[must_use]
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$name => $slug,)* }
            }

            /// Field it belongs to.
            #[must_use]
            pub const fn field(self) -> EvidenceField {
                match self { $(Self::$name => EvidenceField::$field,)* }
            }
        }
    };
}

levels! {
    /// The same words, some of them proper to the place.
    NameSame = "name-same" of Name;
    /// Nearly the same words.
    NameClose = "name-close" of Name;
    /// All the proper words of one are in the other.
    NameWithin = "name-within" of Name;
    /// Nothing but a kind and the commune, the same in both: `Mairie de Pacé`, `Commune de Pacé`.
    NameOrdinary = "name-ordinary" of Name;
    /// The same, of a kind that a commune has once: its town hall, its France services.
    NameUnique = "name-unique" of Name;
    /// A service that a commune has once, to which one of them gives a proper name.
    NameOnce = "name-once" of Name;
    /// Some proper words in common.
    NamePartly = "name-partly" of Name;
    /// One has proper words, the other has none.
    NameOneSided = "name-one-sided" of Name;
    /// Proper words, none in common.
    NameOther = "name-other" of Name;
    /// The same kind.
    KindSame = "kind-same" of Kind;
    /// A service, and a host that its name tells: `France services La Poste`, `La Poste`.
    KindNamesHost = "kind-names-host" of Kind;
    /// Kinds of which one may house the other.
    KindHosted = "kind-hosted" of Kind;
    /// One goes about, the other stays.
    KindItinerant = "kind-itinerant" of Kind;
    /// Kinds that no place has together.
    KindOther = "kind-other" of Kind;
    /// The same number in the same street.
    AddressDoor = "address-door" of Address;
    /// The same street, a number missing.
    AddressStreet = "address-street" of Address;
    /// The same street, another number.
    AddressNumber = "address-number" of Address;
    /// Streets that share words.
    AddressAlike = "address-alike" of Address;
    /// Another street.
    AddressOther = "address-other" of Address;
    /// Within thirty metres.
    PositionSpot = "position-spot" of Position;
    /// Within a hundred and twenty metres.
    PositionNear = "position-near" of Position;
    /// Within four hundred metres.
    PositionClose = "position-close" of Position;
    /// Within fifteen hundred metres.
    PositionAround = "position-around" of Position;
    /// Within six kilometres.
    PositionAway = "position-away" of Position;
    /// Farther.
    PositionFar = "position-far" of Position;
    /// The same commune.
    CommuneSame = "commune-same" of Commune;
    /// Another commune of the same postcode or name.
    CommuneNeighbour = "commune-neighbour" of Commune;
    /// Another commune.
    CommuneOther = "commune-other" of Commune;
    /// A number in common.
    PhoneSame = "phone-same" of Phone;
    /// A mobile in common and no other number, of two organisations: a person works for several.
    PhonePersonal = "phone-personal" of Phone;
    /// Numbers, none in common.
    PhoneOther = "phone-other" of Phone;
    /// An address in common.
    EmailSame = "email-same" of Email;
    /// Addresses of the same house.
    EmailDomain = "email-domain" of Email;
    /// Addresses, nothing in common.
    EmailOther = "email-other" of Email;
    /// The same page.
    WebsiteSame = "website-same" of Website;
    /// The same site.
    WebsiteHost = "website-host" of Website;
    /// Other sites.
    WebsiteOther = "website-other" of Website;
    /// The same establishment.
    PivotSame = "pivot-same" of Pivot;
    /// The same legal body, by its RNA or its SIREN, and no two establishments told.
    PivotLegal = "pivot-legal" of Pivot;
    /// Two establishments of one body.
    PivotBody = "pivot-body" of Pivot;
    /// Two bodies.
    PivotOther = "pivot-other" of Pivot;
    /// Both from one list, which rarely names a place twice.
    SourceSame = "source-same" of Source;
    /// One of the lists holds a record that agrees better.
    SourceBetter = "source-better" of Source;
}

/// One reason.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Evidence {
    /// Field.
    pub field: EvidenceField,
    /// Agreement.
    pub level: Level,
    /// Bits (log₂ of the likelihood ratio): above zero speaks for "same".
    pub weight: f64,
}

/// Two records and what is said of them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Pair {
    /// Index of the record whose id comes first.
    pub a: u32,
    /// Index of the other.
    pub b: u32,
    /// Calibrated probability that they are the same place.
    pub probability: f64,
    /// What follows.
    pub outcome: Outcome,
    /// Why, in the order of the fields.
    pub evidence: Vec<Evidence>,
}

/// The pairs worth keeping: same, to review, hosted. Sorted by the ids of the records.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Links {
    /// The pairs.
    pub pairs: Vec<Pair>,
}

/// Where the outcomes part.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// From this probability on, the same.
    pub same: f64,
    /// From this probability on, for a person to say.
    pub review: f64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_what_is_written_in_files() {
        for level in Level::ALL {
            assert_eq!(
                serde_json::to_string(level).unwrap(),
                format!("{:?}", level.slug())
            );
            assert!(level.slug().starts_with(level.field().slug()));
        }
        assert_eq!(
            serde_json::to_string(&Outcome::Hosted).unwrap(),
            format!("{:?}", Outcome::Hosted.slug())
        );
    }
}
