//! Plans made up: as many per commune whatever their number, so that more of them cover more ground.

use portulan_geo::Reference;
use portulan_model::posts::PostKind;
use portulan_model::roadmaps::Need;
use portulan_model::{
    Area, Cents, ClosedList, CommuneCode, Period, Public, Service, TerritoryCode, TerritoryKind,
    ValueSet,
};
use portulan_overlap::{Amount, Held, Item, Kind, Nature, Promise};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

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

/// Communes in the order of their codes, and a seed.
pub(super) struct Plans<'a> {
    reference: &'a Reference,
    communes: Vec<CommuneCode>,
    seed: u64,
}

impl<'a> Plans<'a> {
    pub(super) fn new(reference: &'a Reference, seed: u64) -> Self {
        let communes = reference.of_kind(TerritoryKind::Commune);
        let mut communes: Vec<CommuneCode> = communes
            .filter_map(|one| match one.key.code() {
                TerritoryCode::Commune(code) => Some(*code),
                _ => None,
            })
            .collect();
        communes.sort_unstable();
        Self {
            reference,
            communes,
            seed,
        }
    }

    /// The first plans.
    pub(super) fn first(&self, items: usize) -> Vec<Item> {
        (0..items).map(|rank| self.item(rank, "p")).collect()
    }

    /// Another plan at the place of one of them.
    pub(super) fn typed(&self, rank: usize) -> Item {
        let mut item = self.item(rank, "t");
        item.title = format!("{} - saisie", item.title);
        item
    }

    fn item(&self, rank: usize, list: &str) -> Item {
        let seed = self.seed ^ u64::try_from(rank).unwrap_or(0).wrapping_mul(0x9e37_79b9);
        let mut rng = StdRng::seed_from_u64(seed);
        let at = rank * COMMUNES / ITEMS % self.communes.len().max(1);
        let year = rng.random_range(2024..2028);
        let topic = rng.random_range(0..WHAT.len());
        let (needs, services, nature) = subject(topic);
        let kind = any(&KINDS, &mut rng).unwrap_or(Kind::Action);
        let asks = matches!(kind, Kind::Request | Kind::Grant);
        let what = WHAT.get(topic).copied().unwrap_or_default();
        let place = any(&WHERE, &mut rng).unwrap_or_default();
        let period = Period::years(year, year + i32::from(rng.random_bool(0.3)));
        Item {
            id: format!("{list}{rank}"),
            bearer: format!("exemple-structure-{}", rank / 2),
            funder: asks.then(|| format!("exemple-financeur-{}", rng.random_range(0..40))),
            title: format!("{what} {place}"),
            summary: any(&HOW, &mut rng).unwrap_or_default().to_owned(),
            needs,
            publics: publics(&mut rng),
            services,
            area: self.area(at, &mut rng),
            period: period.unwrap_or_default(),
            amounts: vec![Amount {
                year,
                nature,
                cents: Cents::new(rng.random_range(500..40_000) * 100),
            }],
            promises: promises(year, &mut rng),
            post: (kind == Kind::Post || rng.random_bool(0.1)).then(|| held(rank, &mut rng)),
            ..Item::empty(kind)
        }
    }

    /// Mostly a commune, sometimes its neighbours in the list, sometimes its intercommunality.
    fn area(&self, at: usize, rng: &mut StdRng) -> Area {
        let Some(own) = self.communes.get(at) else {
            return Area::EMPTY;
        };
        match rng.random_range(0..10) {
            0 => {
                let commune = self.reference.commune(own);
                let parents = commune
                    .map(|one| one.parents.as_slice())
                    .unwrap_or_default();
                let group = parents.iter().find(|key| key.kind() == TerritoryKind::Epci);
                let communes = group.map(|key| self.reference.communes_of(key));
                Area::of_communes(communes.unwrap_or_else(|| vec![*own]))
            }
            1 | 2 => Area::of_communes(self.communes.iter().skip(at).take(3).copied()),
            _ => Area::of_communes([*own]),
        }
    }
}

fn any<T: Copy>(of: &[T], rng: &mut StdRng) -> Option<T> {
    of.get(rng.random_range(0..of.len())).copied()
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

fn publics(rng: &mut StdRng) -> ValueSet<Public> {
    let some = rng.random_bool(0.3);
    any(Public::ALL, rng).filter(|_| some).into_iter().collect()
}

fn promises(year: i32, rng: &mut StdRng) -> Vec<Promise> {
    let one = rng.random_bool(0.15).then(|| Promise {
        by: format!("exemple-financeur-{}", rng.random_range(0..400)),
        cents: Some(Cents::new(rng.random_range(5..200) * 10_000)),
        year: Some(year),
        agreed: false,
    });
    one.into_iter().collect()
}

fn held(rank: usize, rng: &mut StdRng) -> Held {
    Held {
        kind: PostKind::Mediator,
        fte: Some(if rng.random_bool(0.5) { 100 } else { 50 }),
        host: Some(format!("exemple-structure-{}", rank / 2)),
        reference: rng.random_bool(0.5).then(|| format!("CN-35-{}", rank / 2)),
    }
}
