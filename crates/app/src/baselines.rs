//! Service baselines: what is given, wished or refused at each place of a scheme or cluster, and who knows how.
//!
//! Everybody may know what is offered ([`offered`]); the rest is for those who work in the scheme. What is pasted
//! from a spreadsheet is taken in whole or not at all: a fault says its line and column.

mod csv;
mod opinions;
mod pasting;

use chrono::NaiveDate;
use portulan_model::baseline::{
    Baseline, BaselinePlace, BaselineService, Cell, Expertise, KnowHow, Said,
};
use portulan_model::{PlaceId, Seat, Slug, ValueSet};
use portulan_policy::actions::{EditBaseline, ReadBaseline};
use portulan_policy::{Capability, Node};

use crate::schemes::own;
use crate::settled::{self, Of, Settled};
use crate::{App, Directory, Error};

pub use csv::{Layout, csv};
pub use opinions::{Asked, Said as SaidOpinion, asked, consult, hear, partners, to_opine};
pub use pasting::paste;

/// The baseline of a seat as it is kept; an empty one where nothing was said yet.
pub async fn read(
    app: &App,
    capability: &Capability<ReadBaseline>,
    seat: &Seat,
) -> Result<Baseline, Error> {
    own(capability.node(), &Node::from(seat))?;
    let known = app.store().kept_one::<Baseline>(seat).await?;
    let baseline = known.unwrap_or_else(|| Baseline::empty(seat.clone()));
    Ok(with_places(&app.directory(), seat, baseline))
}

/// Changes a baseline; the first change makes it.
pub async fn change<R: Send>(
    app: &App,
    capability: &Capability<EditBaseline>,
    seat: &Seat,
    with: impl FnOnce(Baseline) -> Result<Baseline, R> + Send,
) -> Result<Settled<Baseline, R>, Error> {
    let object = Node::from(seat);
    own(capability.node(), &object)?;
    if app.store().kept_one::<Baseline>(seat).await?.is_none() {
        // Two that begin together make one: the second finds it.
        settled::add(app, capability, &object, &Baseline::empty(seat.clone())).await?;
    }
    let of = Of {
        key: seat,
        object: &object,
        before: None,
    };
    let directory = app.directory();
    let whole = |baseline| with(with_places(&directory, seat, baseline));
    settled::change(app, capability, of, whole).await
}

/// A service is added under a name, or renamed.
#[must_use]
pub fn with_service(mut baseline: Baseline, service: BaselineService) -> Baseline {
    let known = baseline
        .services
        .iter_mut()
        .find(|one| one.slug == service.slug);
    match known {
        Some(known) => *known = service,
        None => baseline.services.push(service),
    }
    baseline
}

/// A service is no longer of the baseline: what was said of it goes with it.
#[must_use]
pub fn without_service(mut baseline: Baseline, service: &Slug) -> Baseline {
    baseline.services.retain(|one| one.slug != *service);
    let places: Vec<PlaceId> = baseline.places.iter().map(|one| one.place).collect();
    for place in places {
        baseline.matrix = baseline.matrix.map(|matrix| matrix.unsay(place, service));
    }
    baseline.know_how = baseline.know_how.map(|mut all| {
        all.retain(|one| one.service != *service);
        all
    });
    baseline.unasked(service)
}

/// An organisation says what it can do for a service, or no longer anything.
#[must_use]
pub fn with_know_how(
    mut baseline: Baseline,
    (organisation, service): (Slug, Slug),
    (can, since): (Option<KnowHow>, NaiveDate),
) -> Baseline {
    baseline.know_how = baseline.know_how.map(|mut all| {
        let before = all
            .iter()
            .find(|one| (&one.organisation, &one.service) == (&organisation, &service))
            .filter(|one| Some(one.can) == can)
            .map(|one| one.since);
        all.retain(|one| (&one.organisation, &one.service) != (&organisation, &service));
        all.extend(can.map(|can| Expertise {
            organisation,
            service,
            can,
            since: before.unwrap_or(since),
        }));
        all.sort_by(|a, b| (&a.organisation, &a.service).cmp(&(&b.organisation, &b.service)));
        all
    });
    baseline
}

/// What is known of a place in the baseline is put in the place of what was.
#[must_use]
pub fn with_place_facts(mut baseline: Baseline, facts: BaselinePlace) -> Baseline {
    match baseline
        .places
        .iter_mut()
        .find(|one| one.place == facts.place)
    {
        Some(known) => *known = facts,
        None => baseline.places.push(facts),
    }
    baseline
}

/// Says something; what was said already keeps its author and its day.
#[must_use]
pub fn say(mut baseline: Baseline, cell: Cell) -> Baseline {
    baseline.matrix = baseline.matrix.map(|matrix| {
        let known = matrix.cell(cell.place, &cell.service);
        let same = known.is_some_and(|known| {
            known.said == cell.said && (cell.by.is_none() || known.by == cell.by)
        });
        if same { matrix } else { matrix.say(cell) }
    });
    baseline
}

/// Nothing is said any more of a service at a place.
#[must_use]
pub fn unsay(mut baseline: Baseline, (place, service): (PlaceId, &Slug)) -> Baseline {
    baseline.matrix = baseline.matrix.map(|matrix| matrix.unsay(place, service));
    baseline
}

/// What everybody may know of the baseline of a seat; nothing where there is none.
#[must_use]
pub fn offered(directory: &Directory, seat: &Seat) -> Option<Offered> {
    let baseline = directory.published.baselines.get(seat)?;
    Some(Offered::of(directory, baseline))
}

/// What is offered of a baseline, for everybody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offered {
    /// Its services, in the order in which they are shown.
    pub services: Vec<BaselineService>,
    cells: std::collections::BTreeSet<(PlaceId, Slug)>,
}

impl Offered {
    /// The public part of a baseline.
    #[must_use]
    pub fn of(directory: &Directory, baseline: &Baseline) -> Self {
        let cells = baseline.offered().into_iter();
        let shown = |(place, slug): (PlaceId, &Slug)| (directory.survivor(&place), slug.clone());
        Self {
            services: baseline.services.clone(),
            cells: cells.map(shown).collect(),
        }
    }

    /// Whether a service is given at a place.
    #[must_use]
    pub fn is_offered(&self, place: PlaceId, service: &Slug) -> bool {
        self.cells.contains(&(place, service.clone()))
    }

    /// How many services are given, each at each place.
    #[must_use]
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether nothing is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }
}

/// What a refusal of a cell is, where nobody said why.
#[must_use]
pub fn refusal(reason: &str) -> Option<Said> {
    let reason = portulan_text::clean(reason);
    (!reason.is_empty()).then_some(Said::Refused { reason })
}

/// The places of a seat: those of its scheme, those that its cluster names.
fn places(directory: &Directory, seat: &Seat) -> Vec<PlaceId> {
    let found = match seat {
        Seat::Scheme(slug) => crate::schemes::find(directory, slug)
            .map(|scheme| crate::schemes::places(directory, scheme)),
        Seat::Cluster(slug) => crate::clusters::find(directory, slug)
            .map(|cluster| crate::clusters::places(directory, cluster)),
        Seat::Territory(_) => None,
    };
    found.into_iter().flatten().map(|place| place.id).collect()
}

/// With the places of its seat that it does not have yet, under the place that stands for each.
fn with_places(directory: &Directory, seat: &Seat, mut baseline: Baseline) -> Baseline {
    for id in places(directory, seat) {
        let known = |one: &BaselinePlace| directory.survivor(&one.place) == id;
        if !baseline.places.iter().any(known) {
            baseline.places.push(BaselinePlace {
                place: id,
                walls: None,
                followed_by: None,
                welcome: ValueSet::EMPTY,
            });
        }
    }
    baseline
}
