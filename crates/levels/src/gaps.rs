//! What is missing at a level: facts, not words. For co-ordinators; residents are told "non communiqué" at most.

use chrono::NaiveDate;
use portulan_model::posts::Ending;
use portulan_model::{ObjectiveId, PlaceId, PostId, Slug};

/// Something that is missing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap<'a> {
    /// No body stands on any territory of this level.
    NoBody,
    /// A body stands here and says nothing of what it covers.
    NoArea {
        /// Which.
        body: &'a Slug,
    },
    /// A body has no contact.
    NoReferent {
        /// Which.
        body: &'a Slug,
    },
    /// A body has no plan in force, and none is being written.
    NoRoadmap {
        /// Which.
        body: &'a Slug,
    },
    /// A plan is being written or put to opinion, and none is in force.
    RoadmapAwaited {
        /// Whose.
        body: &'a Slug,
        /// Which.
        roadmap: &'a Slug,
    },
    /// The last plan of a body is over.
    RoadmapOver {
        /// Whose.
        body: &'a Slug,
        /// Which.
        roadmap: &'a Slug,
    },
    /// A body has no meeting ahead.
    NoMeeting {
        /// Which.
        body: &'a Slug,
    },
    /// Nothing that reaches here serves an objective of a level above the last.
    UnservedObjective {
        /// Of which roadmap.
        roadmap: &'a Slug,
        /// Which.
        objective: ObjectiveId,
    },
    /// A cluster is attached to no intercommunality: the source document asks that it be.
    Unlinked {
        /// Which.
        cluster: &'a Slug,
    },
    /// Nobody covers a sector.
    UncoveredSector {
        /// Which.
        sector: &'a Slug,
    },
    /// Nobody holds a post.
    VacantPost {
        /// Which.
        post: PostId,
    },
    /// The money or the contract of a post ends within half a year, or ended.
    PostEnds {
        /// The last day.
        on: NaiveDate,
        /// Which.
        post: PostId,
        /// What.
        what: Ending,
    },
    /// A place is in no scheme and no cluster.
    LonePlace {
        /// Which.
        place: PlaceId,
    },
    /// There is no place at all.
    NoPlace,
}
