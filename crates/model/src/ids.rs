//! Identities: a place keeps one id for ever, one readable slug, and the id its source gave it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;
use uuid::{Builder, Uuid};

/// Why an identity could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum IdError {
    /// Not a UUID.
    #[error("not a UUID: {0}")]
    NotUuid(String),
    /// A slug is made of lower-case ASCII letters, digits and single hyphens, at most 120 of them.
    #[error("not a slug: {0}")]
    NotSlug(String),
    /// The source or its id is empty.
    #[error("an outside id needs a source and an id")]
    EmptyExternal,
}

/// A place, for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PlaceId(Uuid);

impl PlaceId {
    /// A `UUIDv7`: `millis` since 1970 in front (so that ids sort by age), `random` behind.
    #[must_use]
    pub fn from_parts(millis: u64, random: [u8; 10]) -> Self {
        Self(Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
    }

    /// The id as a plain UUID, for storage.
    #[must_use]
    pub const fn uuid(self) -> Uuid {
        self.0
    }

    /// Wraps a UUID that storage gave back.
    #[must_use]
    pub const fn from_uuid(uuid: Uuid) -> Self {
        Self(uuid)
    }
}

impl fmt::Display for PlaceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for PlaceId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        Uuid::parse_str(text)
            .map(Self)
            .map_err(|_not_uuid| IdError::NotUuid(text.to_owned()))
    }
}

/// An id drawn once, for things that only the program names.
macro_rules! drawn_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// A `UUIDv7`, as [`PlaceId::from_parts`].
            #[must_use]
            pub fn from_parts(millis: u64, random: [u8; 10]) -> Self {
                Self(Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
            }

            /// The id as a plain UUID.
            #[must_use]
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                Uuid::parse_str(text)
                    .map(Self)
                    .map_err(|_not_uuid| IdError::NotUuid(text.to_owned()))
            }
        }
    };
}

drawn_id! {
    /// A run of a harvest.
    RunId
}
drawn_id! {
    /// A mail.
    MailId
}
drawn_id! {
    /// A merge of places.
    MergeId
}
drawn_id! {
    /// A person with an account.
    PersonId
}
drawn_id! {
    /// Something that somebody proposes.
    ProposalId
}
drawn_id! {
    /// A census of a territory.
    CensusId
}
drawn_id! {
    /// A role given to a person.
    GrantId
}
drawn_id! {
    /// A campaign that asks whether places are still right.
    CampaignId
}
drawn_id! {
    /// Somebody who is asked by a campaign.
    AskId
}
drawn_id! {
    /// Something that can be done once: an invitation, a link to sign in.
    OnceId
}
drawn_id! {
    /// An organisation's place in a body.
    MembershipId
}
drawn_id! {
    /// A committee of a body.
    CommitteeId
}
drawn_id! {
    /// A meeting.
    MeetingId
}
drawn_id! {
    /// A post.
    PostId
}
drawn_id! {
    /// An axis of a roadmap.
    AxisId
}
drawn_id! {
    /// An objective of a roadmap.
    ObjectiveId
}
drawn_id! {
    /// An action of a roadmap.
    ActionId
}
drawn_id! {
    /// An indicator of an action.
    IndicatorId
}
drawn_id! {
    /// A step of the internal timetable of a call.
    CallStepId
}
drawn_id! {
    /// An application to a call.
    ApplicationId
}
drawn_id! {
    /// A file that was attached.
    FileId
}
drawn_id! {
    /// A lot of equipment.
    LotId
}

/// A readable, stable piece of address: `bibliotheque-de-villejean`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

impl Slug {
    /// Longest slug accepted, in characters.
    pub const MAX_LEN: usize = 120;

    /// The slug as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let shape = !text.is_empty()
            && text.len() <= Self::MAX_LEN
            && !text.starts_with('-')
            && !text.ends_with('-')
            && !text.contains("--")
            && text
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if shape {
            Ok(Self(text.to_owned()))
        } else {
            Err(IdError::NotSlug(text.to_owned()))
        }
    }
}

impl TryFrom<String> for Slug {
    type Error = IdError;

    fn try_from(text: String) -> Result<Self, IdError> {
        text.parse()
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> Self {
        slug.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The identity a source gave to a record: unique within that source.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ExternalId {
    /// Slug of the source: `demonstration`, `conseillers-numeriques`.
    pub source: Slug,
    /// The id as the source writes it.
    pub id: String,
}

impl ExternalId {
    /// Refuses an id made of blanks only.
    pub fn new(source: Slug, id: &str) -> Result<Self, IdError> {
        let id = id.trim();
        if id.is_empty() {
            Err(IdError::EmptyExternal)
        } else {
            Ok(Self {
                source,
                id: id.to_owned(),
            })
        }
    }
}

/// Counts the changes of what the public sees; moves by one in the transaction of each change.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Revision(pub i64);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_made_later_sort_later() {
        assert!(PlaceId::from_parts(1, [255; 10]) < PlaceId::from_parts(2, [0; 10]));
    }

    #[test]
    fn a_slug_refuses_what_an_address_should_not_hold() {
        for bad in ["", "-a", "a-", "a--b", "É", "A", "a b", "a/b"] {
            assert!(bad.parse::<Slug>().is_err(), "{bad:?} should be refused");
        }
        assert_eq!(
            "esc-maurepas".parse::<Slug>().unwrap().as_str(),
            "esc-maurepas"
        );
    }

    #[test]
    fn an_id_reads_back_from_its_text() {
        let id = PlaceId::from_parts(1_700_000_000_000, [7; 10]);
        assert_eq!(id.to_string().parse::<PlaceId>().unwrap(), id);
    }
}
