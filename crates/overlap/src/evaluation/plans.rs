//! Plans made up: as many per commune whatever their number, so that more of them cover more ground.

use portulan_model::posts::PostKind;
use portulan_model::roadmaps::Need;
use portulan_model::{Area, Cents, ClosedList, CommuneCode, Period, Public, Service, ValueSet};

use super::chance::Chance;
use crate::ground::Ground;
use crate::item::{Amount, Held, Item, Kind, Nature, Promise};

/// Ten items in seven communes: 50 000 fill the country.
const ITEMS: usize = 10;
const COMMUNES: usize = 7;
/// Words of the trade, put together at random.
const WHAT: [&str; 8] = [
    "Ateliers d’initiation à la tablette",
    "Permanence de démarches en ligne",
    "Renouvellement des ordinateurs en accès libre",
    "Formation des agents d’accueil",
    "Diagnostic des fragilités numériques",
    "Prévention des arnaques en ligne",
    "Bornes wifi de la mairie",
    "Écrans en famille",
];
const WHERE: [&str; 6] = [
    "à la médiathèque",
    "au centre social",
    "dans les bourgs",
    "au tiers-lieu",
    "en mairie",
    "à la maison des associations",
];
const HOW: [&str; 6] = [
    "On cherche un animateur à partager.",
    "Douze séances au printemps.",
    "Vingt participants, devis joint.",
    "Portage à définir.",
    "Avec les bénévoles.",
    "Reste à financer 40 %.",
];

const KINDS: [Kind; 5] = [
    Kind::Intention,
    Kind::Action,
    Kind::Request,
    Kind::Post,
    Kind::Grant,
];

/// Plans over some communes: the same seed gives the same plans.
#[derive(Debug)]
pub struct Plans<'a, G> {
    ground: &'a G,
    communes: Vec<CommuneCode>,
    seed: u64,
}

impl<'a, G: Ground> Plans<'a, G> {
    /// Plans over communes, which are taken in the order of their codes.
    pub fn new(ground: &'a G, communes: impl IntoIterator<Item = CommuneCode>, seed: u64) -> Self {
        let mut communes: Vec<CommuneCode> = communes.into_iter().collect();
        communes.sort_unstable();
        Self {
            ground,
            communes,
            seed,
        }
    }

    /// The first plans.
    #[must_use]
    pub fn first(&self, items: usize) -> Vec<Item> {
        (0..items).map(|rank| self.item(rank, "p")).collect()
    }

    /// Another plan at the place of one of them.
    #[must_use]
    pub fn typed(&self, rank: usize) -> Item {
        let mut item = self.item(rank, "t");
        item.title = format!("{} - saisie", item.title);
        item
    }

    fn item(&self, rank: usize, list: &str) -> Item {
        let seed = self.seed ^ u64::try_from(rank).unwrap_or(0).wrapping_mul(0x9e37_79b9);
        let mut chance = Chance::of(seed);
        let at = rank * COMMUNES / ITEMS % self.communes.len().max(1);
        let year = chance.within(2024, 2028);
        let topic = chance.below(WHAT.len());
        let (needs, services, nature) = subject(topic);
        let kind = chance.any(&KINDS).unwrap_or(Kind::Action);
        let asks = matches!(kind, Kind::Request | Kind::Grant);
        let what = WHAT.get(topic).copied().unwrap_or_default();
        let place = chance.any(&WHERE).unwrap_or_default();
        let period = Period::years(year, year + i32::from(chance.in_a_hundred(30)));
        Item {
            id: format!("{list}{rank}"),
            bearer: format!("exemple-structure-{}", rank / 2),
            funder: asks.then(|| format!("exemple-financeur-{}", chance.below(40))),
            title: format!("{what} {place}"),
            summary: chance.any(&HOW).unwrap_or_default().to_owned(),
            needs,
            publics: publics(&mut chance),
            services,
            area: self.area(at, &mut chance),
            period: period.unwrap_or_default(),
            amounts: vec![Amount {
                year,
                nature,
                cents: Cents::new(i64::from(chance.within(500, 40_000)) * 100),
            }],
            promises: promises(year, &mut chance),
            post: (kind == Kind::Post || chance.in_a_hundred(10)).then(|| held(rank, &mut chance)),
            ..Item::empty(kind)
        }
    }

    /// Mostly a commune, sometimes its neighbours in the list, sometimes its intercommunality.
    fn area(&self, at: usize, chance: &mut Chance) -> Area {
        let Some(own) = self.communes.get(at) else {
            return Area::EMPTY;
        };
        match chance.below(10) {
            0 => {
                let group = self.ground.group(*own);
                let communes = group.map(|key| self.ground.communes(&key));
                Area::of_communes(communes.unwrap_or_else(|| vec![*own]))
            }
            1 | 2 => Area::of_communes(self.communes.iter().skip(at).take(3).copied()),
            _ => Area::of_communes([*own]),
        }
    }
}

fn subject(topic: usize) -> (ValueSet<Need>, ValueSet<Service>, Nature) {
    let need = |need: Need| [need].into_iter().collect();
    let service = |service: Service| [service].into_iter().collect();
    let (none, nothing) = (ValueSet::EMPTY, ValueSet::EMPTY);
    match topic {
        0 => (none, service(Service::Basics), Nature::Wages),
        1 => (none, service(Service::Paperwork), Nature::Wages),
        2 | 6 => (none, service(Service::Connection), Nature::Equipment),
        3 => (need(Need::TrainAgents), nothing, Nature::Training),
        4 => (need(Need::Diagnosis), nothing, Nature::Engineering),
        5 => (none, service(Service::Safety), Nature::Wages),
        _ => (none, service(Service::Parenting), Nature::Wages),
    }
}

fn publics(chance: &mut Chance) -> ValueSet<Public> {
    let some = chance.in_a_hundred(30);
    chance
        .any(Public::ALL)
        .filter(|_| some)
        .into_iter()
        .collect()
}

fn promises(year: i32, chance: &mut Chance) -> Vec<Promise> {
    let one = chance.in_a_hundred(15).then(|| Promise {
        by: format!("exemple-financeur-{}", chance.below(400)),
        cents: Some(Cents::new(i64::from(chance.within(5, 200)) * 10_000)),
        year: Some(year),
        agreed: false,
    });
    one.into_iter().collect()
}

fn held(rank: usize, chance: &mut Chance) -> Held {
    Held {
        kind: PostKind::Mediator,
        fte: Some(if chance.in_a_hundred(50) { 100 } else { 50 }),
        host: Some(format!("exemple-structure-{}", rank / 2)),
        reference: chance
            .in_a_hundred(50)
            .then(|| format!("CN-35-{}", rank / 2)),
    }
}
