//! Wants made up from a seed, for measures and tests: as many to the square kilometre whatever their number, so that more
//! of them cover more ground. No real organisation, and no chance: the same seed gives the same wants.

use portulan_model::chance::SplitMix;
use portulan_model::posts::Fte;
use portulan_model::roadmaps::Need;
use portulan_model::{Cents, CommuneCode, Position, Public, Service, Slug, ValueSet};

use crate::want::{Alliance, Kit, Lot, Site, Span, Want, Weekly, Years};

/// Ten wants in seven communes, as the plans made up for overlaps.
const WANTS: usize = 10;
const COMMUNES: usize = 7;
/// Square kilometres of a commune of Brittany: 27 209 for some 1 200.
const GROUND_KM2: f64 = 22.7;
/// Length of a degree of latitude, and of longitude in Brittany.
const DEGREE_KM: (f64, f64) = (111.2, 74.4);

/// Figures that look as if drawn.
#[derive(Debug, Clone)]
pub struct Drawn(SplitMix);

impl Drawn {
    /// From a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(SplitMix::new(seed))
    }

    /// From 0 to one less than a number.
    pub fn below(&mut self, number: u32) -> u32 {
        let high = self.0.draw() >> 32;
        u32::try_from((high * u64::from(number)) >> 32).unwrap_or(0)
    }

    /// Between two numbers, both included.
    pub fn between(&mut self, least: u32, most: u32) -> u32 {
        least + self.below(most - least + 1)
    }

    fn once_in(&mut self, number: u32) -> bool {
        self.below(number) == 0
    }
}

/// Communes scattered over a square as those of Brittany are. At most those that four departments can number.
#[must_use]
pub fn communes(count: usize, seed: u64) -> Vec<(CommuneCode, Position)> {
    let mut drawn = Drawn::new(seed);
    let count = count.clamp(1, 3_996);
    let side = (f64::from(u32::try_from(count).unwrap_or(1)) * GROUND_KM2).sqrt();
    let codes = ["22", "29", "35", "56"].into_iter().flat_map(|department| {
        (1..1_000).filter_map(move |rank| format!("{department}{rank:03}").parse().ok())
    });
    let codes: Vec<CommuneCode> = codes.take(count).collect();
    let mut at = || f64::from(drawn.below(1_000_000)) / 1e6 * side;
    let placed = codes.into_iter().filter_map(|code| {
        let (north, east) = (at() / DEGREE_KM.0, at() / DEGREE_KM.1);
        Some((code, Position::new(47.5 + north, -3.5 + east).ok()?))
    });
    placed.collect()
}

/// So many wants among communes, in the order of the communes.
#[must_use]
pub fn wants(count: usize, seed: u64, communes: &[(CommuneCode, Position)]) -> Vec<Want> {
    let made = (0..count).filter_map(|rank| {
        let at = rank * COMMUNES / WANTS % communes.len().max(1);
        want(rank, seed, communes.get(at)?)
    });
    made.collect()
}

/// How many communes so many wants fill.
#[must_use]
pub const fn communes_of(wants: usize) -> usize {
    wants * COMMUNES / WANTS + 1
}

fn want(rank: usize, seed: u64, commune: &(CommuneCode, Position)) -> Option<Want> {
    let mut drawn = Drawn::new(seed ^ (rank as u64).wrapping_mul(0x2545_f491_4f6c_dd1d));
    let first = 2_026 + i32::try_from(drawn.below(2)).ok()?;
    let mut want = Want {
        id: slug("i", rank)?,
        organisation: slug("exemple-structure-", rank - rank % 2)?,
        title: String::new(),
        needs: ValueSet::EMPTY,
        services: ValueSet::EMPTY,
        publics: ValueSet::EMPTY,
        sites: vec![Site {
            place: None,
            name: format!("Lieu {rank}"),
            commune: commune.0,
            centre: Some(commune.1),
            weekly: None,
        }],
        years: Years {
            first,
            last: first + i32::from(drawn.once_in(2)),
        },
        amount: None,
        equipment: Vec::new(),
        lends: Vec::new(),
        trained: None,
        alliance: Alliance::Open,
    };
    fill(&mut want, &mut drawn);
    match drawn.below(5) {
        0 => want.publics.insert(Public::Seniors),
        1 => want.publics.insert(Public::Young),
        _ => {}
    }
    if drawn.once_in(25) {
        want.alliance = Alliance::Alone;
    }
    Some(want)
}

/// What is wanted: studies, training, equipment or time.
fn fill(want: &mut Want, drawn: &mut Drawn) {
    let mut lot = None;
    let euros: (u32, u32);
    let mut need = |need: Need| want.needs.insert(need);
    match drawn.below(7) {
        0 => {
            need(Need::Diagnosis);
            euros = (4_000, 25_000);
        }
        1 => {
            need(Need::Data);
            euros = (2_000, 12_000);
        }
        2 => {
            need(Need::TrainAgents);
            want.trained = Some(drawn.between(2, 30));
            euros = (1_000, 5_000);
        }
        3 | 4 => {
            want.services.insert(Service::Connection);
            let kit = if drawn.once_in(3) {
                Kit::Tablet
            } else {
                Kit::Computer
            };
            lot = Some(Lot {
                kit,
                count: drawn.between(2, 22),
            });
            euros = (2_000, 20_000);
        }
        _ => {
            want.services.insert(Service::Paperwork);
            let weekly = if drawn.once_in(3) {
                Fte::new(u16::try_from(drawn.between(2, 16)).unwrap_or(1) * 5)
                    .ok()
                    .map(Weekly::Fte)
            } else {
                Some(Weekly::Minutes(drawn.between(6, 56) * 30))
            };
            if let Some(site) = want.sites.first_mut() {
                site.weekly = weekly;
            }
            euros = (3_000, 30_000);
        }
    }
    if let Some(lot) = lot {
        let lends = drawn.once_in(6);
        let side = if lends {
            &mut want.lends
        } else {
            &mut want.equipment
        };
        side.push(lot);
    }
    let most = drawn.between(euros.0, euros.1);
    let least = drawn.between(most / 2, most);
    let cents = |euros: u32| Cents::new(i64::from(euros) * 100);
    want.amount = Some(Span::new(cents(least), cents(most)));
}

fn slug(before: &str, rank: usize) -> Option<Slug> {
    format!("{before}{rank}").parse().ok()
}
