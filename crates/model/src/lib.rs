//! What things are: ids, codes, territories, places, sessions, provenance, the journal.
//!
//! Nothing here does input or output. A value of these types is already valid: parsing happens in the
//! constructors, and every error says which rule was broken. Words shown to people live in `i18n`.

pub mod audience;
pub mod campaigns;
pub mod census;
pub mod codes;
pub mod fields;
pub mod harvest;
pub mod ids;
pub mod journal;
pub mod links;
pub mod lists;
pub mod mail;
pub mod notices;
pub mod organisations;
pub mod orientation;
pub mod people;
pub mod pictures;
pub mod places;
pub mod proposals;
pub mod provenance;
pub mod sessions;
pub mod territories;
pub mod told;

pub use audience::{Month, NotCounted, Viewed};
pub use codes::{CodeError, CommuneCode, DepartmentCode, EpciCode, Postcode, RegionCode};
pub use ids::{
    AskId, CampaignId, CensusId, ExternalId, GrantId, IdError, MailId, MergeId, OnceId, PersonId,
    PlaceId, ProposalId, Revision, RunId, Slug,
};
pub use lists::{
    Access, Care, ClosedList, Fee, Label, Mobility, Programme, Public, Service, Support,
    UnknownValue, ValueSet,
};
pub use notices::{DayKind, DayNotice};
pub use organisations::{OrganisationField, OrganisationKind};
pub use pictures::{Picture, PictureHash};
pub use places::{Address, Contact, Place, PlaceRecord, Position, PositionError};
pub use provenance::{FieldOrigin, PlaceField, Provenance, Standing, Vouch};
pub use sessions::{Session, SessionAccess, SessionAudience, SessionMode, SessionTime};
pub use territories::{TerritoryCode, TerritoryKey, TerritoryKeyError, TerritoryKind};
pub use told::{Filling, Told};
