//! Every SQL text of the program, one portable wording for both engines, one file a subject.
//!
//! Rules: `$1` placeholders in order, `bigint` and `text` columns, instants as milliseconds since 1970, JSON stored and
//! read whole, order of words left to the search. [`all`] lets a test prepare each of them on both engines.

macro_rules! statements {
    ($($(#[$doc:meta])* $name:ident = $sql:literal;)+) => {
        $($(#[$doc])* pub(crate) const $name: &str = $sql;)+

        /// All statements of the file.
        pub(super) const ALL: &[&str] = &[$($sql),+];
    };
}

macro_rules! subjects {
    ($($name:ident)+) => {
        $(mod $name;)+
        $(pub(crate) use $name::*;)+

        /// All statements, for the test that prepares them.
        pub fn all() -> impl Iterator<Item = &'static str> {
            let files = [$($name::ALL),+];
            files.into_iter().flatten().copied()
        }
    };
}

subjects! {
    agreements
    applications
    campaigns
    census
    audience
    editing
    envelopes
    examination
    governance
    harvest
    intentions
    journal
    links
    mail
    means
    organisations
    people
    pictures
    places
    pools
    proposals
    survey
}

/// All that is kept of one person, as statements on their id.
pub(crate) const FORGET_PERSON: &[&str] = &[
    FORGET_ONCE_OF,
    FORGET_INVITATIONS_BY,
    FORGET_IDENTITIES,
    FORGET_KEYS,
    FORGET_SESSIONS_OF,
    FORGET_DEVICES,
    FORGET_GRANTS,
    FORGET_DRAFTS_OF,
    FORGET_PERSON_ROW,
];

/// All that has an end, as statements on the present instant.
pub(crate) const FORGET_PAST: &[&str] = &[
    FORGET_LINKS,
    FORGET_SESSIONS,
    FORGET_ONCE,
    FORGET_INVITATIONS,
    FORGET_PERSON_SESSIONS,
    FORGET_OLD_DEVICES,
    FORGET_OLD_FAILURES,
    FORGET_PAST_DRAFTS,
    FORGET_OLD_PROPOSAL_LINKS,
    FORGET_OVER_NOTICES,
    FORGET_CAMPAIGN_ADDRESSES,
    FORGET_CENSUS_CONTACTS,
    FORGET_OLD_UNANSWERED,
];
