//! What a baseline lacks, and who could fill it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::expertise::{Expertise, KnowHow};
use super::{BaselinePlace, BaselineService, Matrix, PlaceId, Said, Serialize, Slug};

/// Why a service is not given at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lack {
    /// It is wanted.
    Wished,
    /// Nobody said anything.
    NotSaid,
    /// It was refused.
    Refused,
}

/// A service that is not given at a place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Gap<'a> {
    /// Why.
    pub lack: Lack,
    /// Which service.
    pub service: &'a Slug,
    /// Where.
    pub place: PlaceId,
}

/// All that is not given: what is wanted first.
#[must_use]
pub fn gaps<'a>(
    matrix: &Matrix,
    services: &'a [BaselineService],
    places: &[BaselinePlace],
) -> Vec<Gap<'a>> {
    let mut all = Vec::new();
    for service in services {
        for place in places {
            let said = matrix
                .cell(place.place, &service.slug)
                .map(|cell| &cell.said);
            let lack = match said {
                Some(Said::Offered) => continue,
                Some(Said::Wished) => Lack::Wished,
                Some(Said::Refused { .. }) => Lack::Refused,
                None => Lack::NotSaid,
            };
            all.push(Gap {
                lack,
                service: &service.slug,
                place: place.place,
            });
        }
    }
    all.sort();
    all
}

/// Who could give what is missing: those who know how first, then those who have something to lend; never whoever refused
/// it there. Each once, in the order of their names.
#[must_use]
pub fn candidates<'a>(
    gap: &Gap<'_>,
    matrix: &Matrix,
    expertise: &'a [Expertise],
) -> Vec<(&'a Slug, KnowHow)> {
    let cell = matrix.cell(gap.place, gap.service);
    let refused = cell
        .filter(|cell| matches!(cell.said, Said::Refused { .. }))
        .and_then(|cell| cell.by.as_ref());
    let mut best: BTreeMap<&Slug, KnowHow> = BTreeMap::new();
    for one in expertise {
        if one.service == *gap.service && Some(&one.organisation) != refused {
            let can = best.entry(&one.organisation).or_insert(one.can);
            *can = one.can.max(*can);
        }
    }
    let mut all: Vec<(&Slug, KnowHow)> = best.into_iter().collect();
    all.sort_by_key(|(_, can)| Reverse(*can));
    all
}

/// A service that is not given everywhere, and where it is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lacking<'a> {
    /// Which.
    pub service: &'a Slug,
    /// Where, and why: what is wanted first.
    pub gaps: Vec<Gap<'a>>,
}

impl Lacking<'_> {
    /// Who could give it in one of these places at least: those who know how first.
    #[must_use]
    pub fn candidates<'a>(
        &self,
        matrix: &Matrix,
        expertise: &'a [Expertise],
    ) -> Vec<(&'a Slug, KnowHow)> {
        let all = self.gaps.iter();
        let all = all.flat_map(|gap| candidates(gap, matrix, expertise));
        let best: BTreeMap<&Slug, KnowHow> = all.collect();
        let mut best: Vec<(&Slug, KnowHow)> = best.into_iter().collect();
        best.sort_by_key(|(_, can)| Reverse(*can));
        best
    }
}

/// The same gaps service by service: what is wanted in most places first, then what is missing in most.
#[must_use]
pub fn by_service<'a>(gaps: Vec<Gap<'a>>) -> Vec<Lacking<'a>> {
    let mut all: BTreeMap<&'a Slug, Vec<Gap<'a>>> = BTreeMap::new();
    for gap in gaps {
        all.entry(gap.service).or_default().push(gap);
    }
    let lacking = |(service, mut gaps): (&'a Slug, Vec<Gap<'a>>)| {
        gaps.sort();
        Lacking { service, gaps }
    };
    let mut all: Vec<Lacking<'a>> = all.into_iter().map(lacking).collect();
    let wished = |gap: &&Gap<'_>| gap.lack == Lack::Wished;
    all.sort_by_key(|one| {
        let wished = one.gaps.iter().filter(wished).count();
        Reverse((wished, one.gaps.len()))
    });
    all
}
