//! Governing bodies on any node, their members, committees, meetings and decisions.
//!
//! What the national platform calls a *gouvernance* is one département there; here a body stands on any [`Seat`]. States
//! are types or enums with data, and each transition consumes the state that it leaves: a member who left cannot be
//! confirmed, because no such function exists. Source of the rules: facts of the process of 2023 and of the two national
//! platforms (members, roles, kinds and frequencies of committees).
//!
//! [`Seat`]: crate::seats::Seat

mod bodies;
mod committees;
mod decisions;
mod documents;
mod fields;
mod meetings;
mod memberships;
mod minutes;

pub use bodies::{Body, BodyFile, FollowUpNote, NamedReferent, Referent, StoredBodyFile};
pub use committees::{Committee, CommitteeKind, Frequency};
pub use decisions::{
    Decision, DecisionNumber, DecisionRef, Dissent, FollowUp, NotADecision, PublicDecision,
    next_number,
};
pub use documents::{Attachment, DocumentKind, FileError, FileKind, FoundingDocument};
pub use fields::BodyField;
pub use meetings::{
    AgendaItem, Attendance, AttendanceError, Convocation, Meeting, MeetingState, NotNow, Presence,
};
pub use memberships::{
    AlreadyThere, Candidate, Confirmed, Departure, Left, Mandate, MemberError, MemberRole,
    Membership, Standing, Tenure, Who, Wish, may_apply,
};
pub use minutes::{Minutes, WrittenMeanwhile};
