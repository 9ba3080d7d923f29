//! A want as it is compared: what it needs as bits, where as points, how much as sums.

use std::collections::BTreeMap;

use portulan_model::roadmaps::Need;
use portulan_model::{ClosedList, CommuneCode, Public, Service, Slug, ValueSet};
use serde::{Deserialize, Serialize, Serializer};

use super::worth::KITS;
use crate::want::{Alliance, Kit, Lot, Span, Want, Years};

/// Length of a degree of latitude, in kilometres.
const DEGREE_KM: f64 = 111.2;

/// What wants have in common. "Other" is none: nobody can tell whether two others are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// A need of the national list.
    #[serde(with = "by_slug")]
    Need(Need),
    /// A service of the national list.
    #[serde(with = "by_slug")]
    Service(Service),
}

/// Members of closed lists by their slugs, as files carry them.
mod by_slug {
    use std::borrow::Cow;

    use portulan_model::ClosedList;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<L: ClosedList, S: Serializer>(
        one: &L,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(one.slug())
    }

    pub(super) fn deserialize<'de, L: ClosedList, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<L, D::Error> {
        let word = Cow::<'_, str>::deserialize(deserializer)?;
        L::from_slug(&word).map_err(D::Error::custom)
    }
}

/// Some subjects, a bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Subjects(u64);

impl Subjects {
    /// Services come after so many needs.
    const SERVICES: usize = 32;

    fn of(want: &Want) -> Self {
        let needs = want.needs.iter().filter(|need| *need != Need::Other);
        let needs = needs.map(|need| 1 << need.rank());
        let services = want.services.iter();
        let services = services.map(|service| 1 << (Self::SERVICES + usize::from(service.rank())));
        Self(needs.chain(services).fold(0, |all, bit: u64| all | bit))
    }

    const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) fn shared(self, other: Self) -> Option<Self> {
        let both = Self(self.0 & other.0);
        (!both.is_empty()).then_some(both)
    }

    pub(super) fn holds(self, need: Need) -> bool {
        self.0 & (1 << need.rank()) != 0
    }

    /// Each of them, needs first.
    pub(super) fn all(self) -> Vec<Subject> {
        let needs = Need::ALL.iter().filter(|need| self.holds(**need));
        let bit = |service: &Service| 1 << (Self::SERVICES + usize::from(service.rank()));
        let services = Service::ALL.iter().filter(|one| self.0 & bit(one) != 0);
        let needs = needs.map(|need| Subject::Need(*need));
        needs
            .chain(services.map(|one| Subject::Service(*one)))
            .collect()
    }
}

/// Writes a member of a closed list by its slug.
pub(super) fn slug<L: ClosedList, S: Serializer>(
    one: &L,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    by_slug::serialize(one, serializer)
}

/// A want that is ready to be compared.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub(super) organisation: usize,
    pub(super) subjects: Subjects,
    publics: ValueSet<Public>,
    pub(super) years: Years,
    pub(super) communes: Vec<CommuneCode>,
    /// Latitude and longitude, in degrees, southernmost first.
    pub(super) spots: Vec<(f64, f64)>,
    pub(super) amount: Option<Span>,
    /// Pieces wanted, less those of the kind that it could lend itself.
    pub(super) bought: [u64; KITS],
    pub(super) lent: [u64; KITS],
    pub(super) minutes: u64,
    pub(super) people: u64,
    pub(super) alone: bool,
}

impl Known {
    /// Reads all wants.
    pub(super) fn all(wants: &[Want]) -> Vec<Self> {
        let mut organisations: BTreeMap<&Slug, usize> = BTreeMap::new();
        let mut known = Vec::with_capacity(wants.len());
        for want in wants {
            let next = organisations.len();
            let organisation = *organisations.entry(&want.organisation).or_insert(next);
            known.push(Self::of(want, organisation));
        }
        known
    }

    fn of(want: &Want, organisation: usize) -> Self {
        let (mut bought, mut lent) = (counts(&want.equipment), counts(&want.lends));
        for (bought, lent) in bought.iter_mut().zip(&mut lent) {
            let both = (*bought).min(*lent);
            *bought -= both;
            *lent -= both;
        }
        let mut communes: Vec<CommuneCode> = want.sites.iter().map(|site| site.commune).collect();
        communes.sort_unstable();
        communes.dedup();
        let spots = want.sites.iter().filter_map(|site| site.centre);
        let mut spots: Vec<(f64, f64)> = spots.map(Into::into).collect();
        spots.sort_by(|one, other| one.0.total_cmp(&other.0));
        spots.dedup();
        Self {
            organisation,
            subjects: Subjects::of(want),
            publics: want.publics,
            years: want.years,
            communes,
            spots,
            amount: want.amount,
            bought,
            lent,
            minutes: u64::from(want.minutes()),
            people: u64::from(want.trained.unwrap_or(0)),
            alone: want.alliance == Alliance::Alone,
        }
    }

    /// Whether a need was told.
    pub(super) const fn has_need(&self) -> bool {
        !self.subjects.is_empty()
    }

    /// Whether it could ever be pooled with another, distance apart.
    pub(super) fn suits(&self, other: &Self) -> bool {
        self.organisation != other.organisation
            && !self.alone
            && !other.alone
            && self.subjects.shared(other.subjects).is_some()
            && self.years.shared(other.years).is_some()
            && (self.publics.is_empty()
                || other.publics.is_empty()
                || self.publics.meets(other.publics))
    }

    /// How far the nearest places of both are from each other, in metres: none at all within one commune.
    pub(super) fn metres(&self, other: &Self) -> Option<u32> {
        let shared = |code: &CommuneCode| other.communes.binary_search(code).is_ok();
        if self.communes.iter().any(shared) {
            return Some(0);
        }
        let pairs = self.spots.iter().flat_map(|one| {
            let others = other.spots.iter();
            others.map(move |two| metres(*one, *two))
        });
        pairs.min()
    }
}

/// Over a few kilometres the globe is flat. Never zero, which is kept for one commune.
fn metres(one: (f64, f64), two: (f64, f64)) -> u32 {
    let middle = f64::midpoint(one.0, two.0).to_radians();
    let east = (one.1 - two.1) * middle.cos();
    let metres = east.hypot(one.0 - two.0) * DEGREE_KM * 1_000.0;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between one metre and half the circumference of the globe"
    )]
    let whole = metres.clamp(1.0, 21e6) as u32;
    whole
}

/// Degrees of latitude in so many kilometres.
pub(super) fn degrees(km: f64) -> f64 {
    km / DEGREE_KM
}

fn counts(lots: &[Lot]) -> [u64; KITS] {
    let mut counts = [0; KITS];
    for (kit, count) in Kit::ALL.iter().zip(&mut counts) {
        let of = lots.iter().filter(|lot| lot.kit == *kit);
        *count = of.map(|lot| u64::from(lot.count)).sum();
    }
    counts
}
