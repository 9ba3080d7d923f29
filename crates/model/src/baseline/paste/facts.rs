//! The columns of a block that are about a place and not about a service: who owns its walls, who follows what is
//! missing there, what it can lend. The same names are written in an export.

use super::{Names, PasteFault, PlaceId, Slug};
use crate::baseline::{BaselinePlace, Welcome};
use crate::lists::ClosedList as _;

/// What a column says of places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceFact {
    /// Who owns the walls.
    Walls,
    /// Who follows what is missing.
    FollowedBy,
    /// Whether it lends this.
    Lends(Welcome),
}

/// What a cell says of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaidOfPlace {
    /// Who owns the walls.
    Walls(Slug),
    /// Who follows what is missing.
    FollowedBy(Slug),
    /// Whether it lends this.
    Lends(Welcome, bool),
}

/// A cell about a place; a blank one says nothing, and takes nothing back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastedFact {
    /// Which place.
    pub place: PlaceId,
    /// What is said of it.
    pub said: SaidOfPlace,
}

impl PlaceFact {
    /// All of them, in the order in which they are written.
    pub fn all() -> impl Iterator<Item = Self> {
        let lends = Welcome::ALL.iter().copied().map(Self::Lends);
        [Self::Walls, Self::FollowedBy].into_iter().chain(lends)
    }

    /// The head of its column.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Walls => "Propriétaire des murs",
            Self::FollowedBy => "Suivi par",
            Self::Lends(one) => one.national(),
        }
    }

    /// The fact that a head of column names.
    pub(super) fn from_name(text: &str) -> Option<Self> {
        let plain = |text: &str| text.trim().replace('’', "'").to_lowercase();
        Self::all().find(|one| plain(one.name()) == plain(text))
    }

    pub(super) fn read(
        self,
        text: &str,
        names: &impl Names,
    ) -> Result<Option<SaidOfPlace>, PasteFault> {
        if text.is_empty() {
            return Ok(None);
        }
        let organisation = || {
            let unknown = || PasteFault::UnknownOrganisation(text.to_owned());
            names.organisation(text).ok_or_else(unknown)
        };
        Ok(Some(match self {
            Self::Walls => SaidOfPlace::Walls(organisation()?),
            Self::FollowedBy => SaidOfPlace::FollowedBy(organisation()?),
            Self::Lends(one) => SaidOfPlace::Lends(one, yes(text)?),
        }))
    }
}

impl SaidOfPlace {
    /// Says it of the place.
    pub fn apply(self, place: &mut BaselinePlace) {
        match self {
            Self::Walls(who) => place.walls = Some(who),
            Self::FollowedBy(who) => place.followed_by = Some(who),
            Self::Lends(one, true) => place.welcome.insert(one),
            Self::Lends(one, false) => {
                let others = place.welcome.iter().filter(|other| *other != one);
                place.welcome = others.collect();
            }
        }
    }
}

fn yes(text: &str) -> Result<bool, PasteFault> {
    match text.to_lowercase().as_str() {
        "oui" | "x" | "1" | "ok" => Ok(true),
        "non" | "0" => Ok(false),
        _ => Err(PasteFault::NotYesNo(text.to_owned())),
    }
}
