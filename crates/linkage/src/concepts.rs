//! Words that name a kind of place rather than a place: `mairie`, `espace France services`, `médiathèque`.
//!
//! They are taken out of names before the rest is compared. What they say is kept as a set of [`Concept`]s.

mod phrases;

use std::collections::HashMap;
use std::sync::LazyLock;

use phrases::{CODES, FILLERS, PHRASES, STOP_WORDS};

macro_rules! concepts {
    ($($name:ident $role:ident;)*) => {
        /// A kind of place or a mark of the name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum Concept { $($name,)* }

        const ROLES: &[(Concept, Role)] = &[$((Concept::$name, Role::$role),)*];
    };
}

/// What a kind is to the door it stands at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// A programme or a counter that some body houses.
    Service,
    /// A body that houses others.
    Host,
    /// A body of its own that others also house: a library, a social action centre.
    Guest,
    /// A body of its own.
    Body,
    /// No kind: a mark.
    Mark,
}

concepts! {
    FranceServices Service;
    DigitalAdviser Service;
    JobPoint Service;
    PublicComputing Service;
    YouthInformation Service;
    LegalPoint Service;
    ParentsPlace Service;
    TownHall Host;
    Intercommunality Host;
    Department Host;
    Region Host;
    SharedSocial Host;
    AssociationsHouse Host;
    CulturalCentre Host;
    ThirdPlace Host;
    Post Guest;
    Library Guest;
    SocialAction Guest;
    DepartmentSocial Guest;
    Coordination Guest;
    TouristOffice Guest;
    Childcare Guest;
    AgencyFamily Body;
    AgencyHealth Body;
    AgencyFarm Body;
    AgencyWork Body;
    LocalMission Body;
    SocialCentre Body;
    NeighbourhoodHouse Body;
    YouthCulture Body;
    Pimms Body;
    School Body;
    Training Body;
    Prefecture Body;
    TaxOffice Body;
    YoungWorkers Body;
    Elders Body;
    Hospital Body;
    Workshop Body;
    Emmaus Body;
    FarmTraining Body;
    Families Body;
    Rural Body;
    Prison Body;
    Housing Body;
    Itinerant Mark;
    Antenna Mark;
    Sites Mark;
}

/// A set of concepts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Concepts(u64);

const fn mask(role: Role) -> u64 {
    let mut bits = 0;
    let mut at = 0;
    while at < ROLES.len() {
        #[expect(
            clippy::indexing_slicing,
            reason = "a constant, bounded by the line above"
        )]
        let (concept, of) = ROLES[at];
        if of as u8 == role as u8 {
            bits |= 1 << concept as u8;
        }
        at += 1;
    }
    bits
}

const SERVICES: u64 = mask(Role::Service);
const HOSTS: u64 = mask(Role::Host);
const GUESTS: u64 = mask(Role::Guest);
const MARKS: u64 = mask(Role::Mark);

/// How two sets of kinds stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kinship {
    /// One of them tells no kind.
    Unknown,
    Same,
    /// A service whose name tells its host, and that host.
    NamesHost,
    /// One may house the other.
    Hosted,
    /// Neither.
    Other,
}

impl Concepts {
    pub(crate) const fn bits(self) -> u64 {
        self.0
    }

    pub(crate) const fn insert(&mut self, concept: Concept) {
        self.0 |= 1 << concept as u8;
    }

    pub(crate) const fn contains(self, concept: Concept) -> bool {
        self.0 & (1 << concept as u8) != 0
    }

    const fn meets(self, bits: u64) -> bool {
        self.0 & bits != 0
    }

    const fn kinds(self) -> Self {
        Self(self.0 & !MARKS)
    }

    /// What the place is, when its name tells several kinds: the service before its host, the guest before its host.
    #[must_use]
    pub(crate) const fn leading(self) -> Self {
        let kinds = self.kinds().0;
        let services = kinds & SERVICES;
        if services != 0 {
            return Self(services);
        }
        let others = kinds & !HOSTS;
        Self(if others != 0 { others } else { kinds })
    }

    /// How likely it is to house another: a service not at all, a town hall before a library.
    pub(crate) const fn housing(self) -> u8 {
        let lead = self.leading();
        if lead.is_empty() || lead.meets(SERVICES) {
            0
        } else if lead.meets(HOSTS) {
            3
        } else if lead.meets(GUESTS) {
            1
        } else {
            2
        }
    }

    /// Kinds that a commune has once.
    pub(crate) const fn are_once(self) -> bool {
        const ONCE: u64 = 1 << Concept::FranceServices as u8
            | 1 << Concept::TownHall as u8
            | 1 << Concept::SocialAction as u8;
        self.0 != 0 && self.0 & !ONCE == 0
    }

    /// A service that a commune has once, whatever body runs it.
    pub(crate) const fn are_one_service(self) -> bool {
        let lead = self.leading();
        lead.are_once() && lead.meets(SERVICES)
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(crate) fn kinship(self, other: Self) -> Kinship {
        let (a, b) = (self.kinds(), other.kinds());
        if a.is_empty() || b.is_empty() {
            return Kinship::Unknown;
        }
        let (lead_a, lead_b) = (a.leading(), b.leading());
        if lead_a.meets(lead_b.0) {
            return Kinship::Same;
        }
        let service = lead_a.meets(SERVICES) != lead_b.meets(SERVICES);
        if service && a.meets(b.0) {
            return Kinship::NamesHost;
        }
        let both_services = lead_a.meets(SERVICES) && lead_b.meets(SERVICES);
        let host = |x: Self, y: Self| x.meets(HOSTS) && y.meets(GUESTS | SERVICES);
        if service || both_services || host(lead_a, lead_b) || host(lead_b, lead_a) {
            return Kinship::Hosted;
        }
        Kinship::Other
    }
}

type Follows = (&'static [&'static str], &'static [Concept]);

/// Phrases by their first word, longest first.
static BY_FIRST_WORD: LazyLock<HashMap<&'static str, Vec<Follows>>> = LazyLock::new(|| {
    let mut map: HashMap<&'static str, Vec<Follows>> = HashMap::new();
    for (words, concepts) in PHRASES {
        if let Some((first, rest)) = words.split_first() {
            map.entry(first).or_default().push((rest, concepts));
        }
    }
    for filler in FILLERS.iter().chain(STOP_WORDS) {
        map.entry(filler).or_default().push((&[], &[]));
    }
    for follows in map.values_mut() {
        follows.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
    }
    map
});

/// The longest phrase at the start of these words: how many it takes, what it means (nothing for a filler).
pub(crate) fn phrase(words: &[&str]) -> Option<(usize, &'static [Concept])> {
    let (first, rest) = words.split_first()?;
    let follows = BY_FIRST_WORD.get(first)?;
    let (taken, concepts) = follows
        .iter()
        .find(|(phrase, _)| rest.starts_with(phrase))?;
    Some((taken.len() + 1, concepts))
}

/// Whether a word carries nothing: an article, a preposition.
pub(crate) fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.contains(&word)
}

/// What a code of kind or a national network means.
pub(crate) fn of_code(code: &str) -> Option<Concept> {
    CODES
        .iter()
        .find(|(known, _)| *known == code)
        .map(|(_, concept)| *concept)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Concepts {
        let folded = portulan_text::fold(text);
        let words: Vec<&str> = folded.split(' ').collect();
        let mut concepts = Concepts::default();
        let mut at = 0;
        while at < words.len() {
            let (taken, found) = phrase(&words[at..]).unwrap_or((1, &[]));
            for concept in found {
                concepts.insert(*concept);
            }
            at += taken;
        }
        concepts
    }

    #[test]
    fn a_service_in_a_town_hall_is_a_relation() {
        let (service, hall) = (read("France services de Marnay"), read("Mairie de Marnay"));
        assert_eq!(service.kinship(hall), Kinship::Hosted);
        assert_eq!(hall.kinship(service), Kinship::Hosted);
        assert_eq!(
            read("Bibliothèque municipale, mairie").kinship(hall),
            Kinship::Hosted
        );
    }

    #[test]
    fn a_service_named_after_its_host_is_near_it() {
        let (service, post) = (read("France services La Poste de Sens"), read("LA POSTE"));
        assert_eq!(service.kinship(post), Kinship::NamesHost);
        assert_eq!(service.kinship(read("MSAP")), Kinship::Same);
    }

    #[test]
    fn two_bodies_are_two_bodies() {
        assert_eq!(
            read("Centre communal d'action sociale").kinship(read("Centre social")),
            Kinship::Other
        );
        assert_eq!(
            read("MJC").kinship(read("Maison des jeunes et de la culture")),
            Kinship::Same
        );
        assert_eq!(read("Le Patio").kinship(read("MJC")), Kinship::Unknown);
    }
}
