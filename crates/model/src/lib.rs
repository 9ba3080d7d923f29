//! What things are: ids, codes, territories, places, sessions, provenance, the journal.
//!
//! Nothing here does input or output. A value of these types is already valid: parsing happens in the
//! constructors, and every error says which rule was broken. Words shown to people live in `i18n`.

pub mod areas;
pub mod audience;
pub mod baseline;
pub mod campaigns;
pub mod census;
pub mod chance;
pub mod clusters;
pub mod codes;
pub mod consultations;
pub mod fields;
pub mod governance;
pub mod harvest;
pub mod ids;
pub mod journal;
pub mod links;
pub mod lists;
pub mod mail;
pub mod means;
pub mod money;
pub mod notices;
pub mod organisations;
pub mod orientation;
pub mod people;
pub mod periods;
pub mod pictures;
pub mod places;
pub mod posts;
pub mod private;
pub mod proposals;
pub mod provenance;
pub mod renames;
pub mod roadmaps;
pub mod schemes;
pub mod seats;
pub mod sessions;
pub mod territories;
pub mod told;
mod words;

pub use areas::{Area, Piece, Reach};
pub use audience::{Month, NotCounted, Viewed};
pub use codes::{CodeError, CommuneCode, DepartmentCode, EpciCode, Postcode, RegionCode};
pub use ids::{
    ActionId, ApplicationId, AskId, AxisId, CallStepId, CampaignId, CensusId, CommitteeId,
    ExternalId, FileId, GrantId, IdError, IndicatorId, LotId, MailId, MeetingId, MembershipId,
    MergeId, ObjectiveId, OnceId, PersonId, PlaceId, PostId, ProposalId, Revision, RunId, Slug,
};
pub use lists::{
    Access, Care, ClosedList, Fee, Label, Mobility, Programme, Public, Service, Support,
    UnknownValue, ValueSet,
};
pub use money::Cents;
pub use notices::{DayKind, DayNotice};
pub use organisations::{OrganisationField, OrganisationKind, OrganisationRole, PublicContact};
pub use periods::{Period, Timeline};
pub use pictures::{Picture, PictureHash};
pub use places::{Address, Contact, Place, PlaceRecord, Position, PositionError};
pub use private::{OpensPrivate, Private};
pub use provenance::{FieldOrigin, PlaceField, Provenance, Standing, Vouch};
pub use seats::Seat;
pub use sessions::{Session, SessionAccess, SessionAudience, SessionMode, SessionTime};
pub use territories::{TerritoryCode, TerritoryKey, TerritoryKeyError, TerritoryKind};
pub use told::{Filling, Told};
