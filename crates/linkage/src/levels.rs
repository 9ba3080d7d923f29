//! How far two records agree, field by field.
//!
//! What one of the two does not say gives no level. Levels that depend on how common a value is carry a strength: bits
//! told by the words in common, or how many hold the value.

use crate::concepts::{Concept, Kinship};
use crate::corpus::{Frequencies, Held, held, kind_in};
use crate::features::{Features, Part};
use crate::intern::Text;
use crate::outcome::Level;
use crate::{Subject, names, organisations};

/// A level and what makes it weigh more or less.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Found {
    pub(crate) level: Level,
    /// Bits told by shared words (names), or how many hold the value (contacts, doors, kinds); zero when it plays no part.
    pub(crate) strength: f32,
}

/// The levels of a pair.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Agreement {
    found: [Option<Found>; 12],
    count: usize,
    pub(crate) metres: Option<f32>,
    pub(crate) kinship: Option<Kinship>,
    /// Buses and the like.
    pub(crate) both_go_about: bool,
}

impl Agreement {
    fn push(&mut self, level: Level, strength: f32) {
        if let Some(slot) = self.found.get_mut(self.count) {
            *slot = Some(Found { level, strength });
            self.count += 1;
        }
    }

    pub(crate) fn found(&self) -> impl Iterator<Item = Found> + '_ {
        self.found.iter().flatten().copied()
    }

    pub(crate) fn has(&self, level: Level) -> bool {
        self.found().any(|found| found.level == level)
    }

    pub(crate) fn any(&self, levels: &[Level]) -> bool {
        levels.iter().any(|level| self.has(*level))
    }
}

/// Compares two records.
pub(crate) fn agreement(
    a: &Features,
    b: &Features,
    counts: &Frequencies,
    text: &impl Text,
) -> Agreement {
    let mut agreement = Agreement::default();
    let kinship = a.concepts.kinship(b.concepts);
    agreement.kinship = Some(kinship);
    let same_commune = commune(a, b, &mut agreement);
    name(a, b, counts, text, kinship, same_commune, &mut agreement);
    kind(a, b, kinship, &mut agreement);
    position(a, b, counts, &mut agreement);
    address(a, b, counts, text, same_commune, &mut agreement);
    contacts(a, b, counts, &mut agreement);
    match a.subject {
        Subject::Place => pivot(a, b, counts, &mut agreement),
        Subject::Organisation => {
            if let Some(level) = organisations::identified(a, b) {
                let holders = counts.holders(held(Held::Pivot, a.pivot));
                let known = level == Level::PivotSame;
                agreement.push(level, if known { many(holders) } else { 0.0 });
            }
        }
    }
    if a.source != 0 && a.source == b.source {
        agreement.push(Level::SourceSame, 0.0);
    }
    agreement
}

#[expect(clippy::cast_precision_loss, reason = "a count of holders is small")]
fn many(holders: u32) -> f32 {
    holders as f32
}

/// The commune, by its code or else by its name; whether it is not another one.
fn commune(a: &Features, b: &Features, agreement: &mut Agreement) -> bool {
    let words = |one: &Features| -> Vec<u32> { one.part(Part::Commune).to_vec() };
    let named = !a.part(Part::Commune).is_empty() && words(a) == words(b);
    let coded = a.commune != 0 && b.commune != 0;
    let postcode = a.postcode != 0 && a.postcode == b.postcode;
    let level =
        if coded && a.commune == b.commune || !coded && named && a.department == b.department {
            Level::CommuneSame
        } else if postcode || named && a.department == b.department {
            Level::CommuneNeighbour
        } else if a.place() == 0 || b.place() == 0 {
            return true;
        } else {
            Level::CommuneOther
        };
    agreement.push(level, 0.0);
    level != Level::CommuneOther
}

fn name(
    a: &Features,
    b: &Features,
    counts: &Frequencies,
    text: &impl Text,
    kinship: Kinship,
    same_commune: bool,
    agreement: &mut Agreement,
) {
    let Some((level, strength)) = names::compare(a, b, counts, text) else {
        // `Mairie` is that of its commune; a name that tells the commune may stand next door to it.
        let told = !a.part(Part::Name).is_empty() && a.part(Part::Name) == b.part(Part::Name);
        let here = agreement.has(Level::CommuneSame) || (same_commune && told);
        let ordinary = kinship == Kinship::Same && here && !tell_two_communes(a, b);
        if ordinary {
            let once = a.concepts.leading().are_once() && b.concepts.leading().are_once();
            let level = if once {
                Level::NameUnique
            } else {
                Level::NameOrdinary
            };
            agreement.push(level, many(of_kind(a, b, counts)));
        }
        return;
    };
    // One names the commune, the other the country around it or the body that runs it.
    let service = a.concepts.are_one_service() && b.concepts.are_one_service();
    if level == Level::NameOneSided && service && agreement.has(Level::CommuneSame) {
        agreement.push(Level::NameOnce, many(of_kind(a, b, counts)));
    } else {
        agreement.push(level, strength);
    }
}

/// Most records of one list, in the commune of either, that are of their kind.
fn of_kind(a: &Features, b: &Features, counts: &Frequencies) -> u32 {
    let kinds = a.concepts.leading().bits() & b.concepts.leading().bits();
    let of = |one: &Features| counts.holders(kind_in(one.place(), one.concepts.leading().bits()));
    of(a)
        .max(of(b))
        .max(counts.holders(kind_in(a.place(), kinds)))
}

/// Whether two names tell a commune each, and not the same: a code may be wrong, or cover communes that have merged.
fn tell_two_communes(a: &Features, b: &Features) -> bool {
    let (of_a, of_b) = (a.part(Part::Name), b.part(Part::Name));
    let within = |words: &[u32], others: &[u32]| common(words, others).count() == words.len();
    !within(of_a, of_b) && !within(of_b, of_a)
}

fn kind(a: &Features, b: &Features, kinship: Kinship, agreement: &mut Agreement) {
    match kinship {
        Kinship::Unknown => {}
        Kinship::Same => agreement.push(Level::KindSame, 0.0),
        Kinship::NamesHost => agreement.push(Level::KindNamesHost, 0.0),
        Kinship::Hosted => agreement.push(Level::KindHosted, 0.0),
        Kinship::Other => agreement.push(Level::KindOther, 0.0),
    }
    let goes = |one: &Features| one.concepts.contains(Concept::Itinerant);
    agreement.both_go_about = goes(a) && goes(b);
    if goes(a) != goes(b) {
        agreement.push(Level::KindItinerant, 0.0);
    }
}

fn position(a: &Features, b: &Features, counts: &Frequencies, agreement: &mut Agreement) {
    let (Some(from), Some(to)) = (a.position, b.position) else {
        return;
    };
    let metres = metres(from, to);
    let vague = counts.is_vague(a.spot()) || counts.is_vague(b.spot());
    if vague && metres < 8_000.0 {
        return;
    }
    agreement.metres = Some(metres);
    let level = match metres {
        m if m <= 30.0 => Level::PositionSpot,
        m if m <= 120.0 => Level::PositionNear,
        m if m <= 400.0 => Level::PositionClose,
        m if m <= 1_500.0 => Level::PositionAround,
        m if m <= 6_000.0 => Level::PositionAway,
        _ => Level::PositionFar,
    };
    agreement.push(level, 0.0);
}

/// Metres between two positions in millionths of a degree; plain enough for short ways.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "a metre more or less on the globe"
)]
fn metres(from: (i32, i32), to: (i32, i32)) -> f32 {
    let lat = (from.0 - to.0) as f32 * 0.111_32;
    let middle = (f64::from(from.0) * 1e-6).to_radians().cos() as f32;
    let lon = from.1.wrapping_sub(to.1) as f32 * 0.111_32 * middle;
    lat.hypot(lon)
}

fn address(
    a: &Features,
    b: &Features,
    counts: &Frequencies,
    text: &impl Text,
    same_commune: bool,
    agreement: &mut Agreement,
) {
    let (of_a, of_b) = (a.part(Part::Street), b.part(Part::Street));
    if of_a.is_empty() || of_b.is_empty() {
        return;
    }
    let shared = names::shared(of_a, of_b, text);
    let fewer = of_a.len().min(of_b.len());
    let ways = a.way == 0 || b.way == 0 || a.way == b.way || shared > 1;
    let numbers = a.number != 0 && b.number != 0;
    let near = agreement.metres.is_some_and(|metres| metres <= 400.0);
    let level = if shared == fewer && ways {
        match (numbers, a.number == b.number) {
            (true, true) => Level::AddressDoor,
            (true, false) => Level::AddressNumber,
            _ => Level::AddressStreet,
        }
    } else if shared * 2 >= fewer && shared > 0 && numbers && a.number == b.number {
        Level::AddressDoor
    } else if shared > 0 {
        Level::AddressAlike
    } else {
        Level::AddressOther
    };
    // Every commune has its rue de la Mairie.
    if level == Level::AddressOther || same_commune || near {
        let holders = counts.holders(a.door()).max(counts.holders(b.door()));
        let strength = if level == Level::AddressDoor {
            many(holders)
        } else {
            0.0
        };
        agreement.push(level, strength);
    }
}

fn contacts(a: &Features, b: &Features, counts: &Frequencies, agreement: &mut Agreement) {
    let same_phone = if organisations::share_a_person(a, b) {
        Level::PhonePersonal
    } else {
        Level::PhoneSame
    };
    field(
        a,
        b,
        Part::Phones,
        counts,
        Held::Phone,
        same_phone,
        Level::PhoneOther,
        agreement,
    );
    let domains = first_common(a.part(Part::Domains), b.part(Part::Domains)).is_some();
    let email = if domains {
        Level::EmailDomain
    } else {
        Level::EmailOther
    };
    field(
        a,
        b,
        Part::Emails,
        counts,
        Held::Email,
        Level::EmailSame,
        email,
        agreement,
    );
    let sites = first_common(a.part(Part::Sites), b.part(Part::Sites)).is_some();
    let website = if sites {
        Level::WebsiteHost
    } else {
        Level::WebsiteOther
    };
    field(
        a,
        b,
        Part::Pages,
        counts,
        Held::Page,
        Level::WebsiteSame,
        website,
        agreement,
    );
}

#[expect(
    clippy::too_many_arguments,
    reason = "one line per contact instead of three functions"
)]
fn field(
    a: &Features,
    b: &Features,
    part: Part,
    counts: &Frequencies,
    family: Held,
    same: Level,
    other: Level,
    agreement: &mut Agreement,
) {
    let (of_a, of_b) = (a.part(part), b.part(part));
    if of_a.is_empty() || of_b.is_empty() {
        return;
    }
    let rarest = common(of_a, of_b)
        .map(|key| counts.holders(held(family, key)))
        .min();
    match rarest {
        Some(holders) => agreement.push(same, many(holders)),
        None => agreement.push(other, 0.0),
    }
}

fn pivot(a: &Features, b: &Features, counts: &Frequencies, agreement: &mut Agreement) {
    if a.body == 0 || b.body == 0 {
        return;
    }
    if a.pivot != 0 && a.pivot == b.pivot {
        agreement.push(
            Level::PivotSame,
            many(counts.holders(held(Held::Pivot, a.pivot))),
        );
    } else if a.body == b.body {
        agreement.push(Level::PivotBody, 0.0);
    } else {
        agreement.push(Level::PivotOther, 0.0);
    }
}

/// What two sorted lists have in common.
pub(crate) fn common<'a>(a: &'a [u32], b: &'a [u32]) -> impl Iterator<Item = u32> + 'a {
    a.iter().filter(|one| b.binary_search(one).is_ok()).copied()
}

fn first_common(a: &[u32], b: &[u32]) -> Option<u32> {
    common(a, b).next()
}
