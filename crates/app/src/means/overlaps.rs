//! Overlaps: what is planned, asked for, held or was granted twice on the ground of a body, and what could be done together.
//!
//! Nothing of it is kept: records are gathered each time from what Portulan holds and whoever looks may read, and compared.
//! What they may not read is never compared, so that it shows in no pair, no evidence and no count. Only what somebody set
//! aside is kept, by body, until something else counts.

mod gather;
mod ground;
mod settle;
mod sources;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use portulan_model::governance::Body;
use portulan_model::means::envelopes::Reference;
use portulan_model::means::overlaps::{Dismissal, PairKey};
use portulan_model::roadmaps::Need;
use portulan_model::{ActionId, Area, Period, PostId, Slug};
use portulan_overlap::{
    Cluster, Compared, Evidence, Index, Item, Kind, Known, Label, Pair, Weighed, clusters, counted,
};
use portulan_policy::actions::SettleOverlaps;
use portulan_policy::{Actor, Capability};

use crate::roadmaps::body_of;
use crate::{App, Directory, Error, areas};
use gather::Looking;

pub use ground::Grounds;
pub use settle::{dismiss, reopen};
pub use sources::intentions::item as of_intention;

/// Where a record is, for whoever wants to see all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// In a roadmap.
    Action {
        /// Which.
        roadmap: Slug,
        /// Which action of it.
        action: ActionId,
        /// The body at whose desk it is read, where whoever looks may; everybody reads it elsewhere.
        desk: Option<Slug>,
    },
    /// A post.
    Post(PostId),
    /// What a request has of an envelope.
    Account {
        /// The envelope.
        envelope: Slug,
        /// The request.
        request: Reference,
    },
    /// What an organisation wishes to ask for.
    Intention {
        /// Whose.
        organisation: Slug,
        /// Which.
        slug: Slug,
        /// The body by which whoever looks reads it, where they are not of that organisation.
        by: Option<Slug>,
    },
}

/// A record as it is compared, and where it is.
#[derive(Debug, Clone)]
pub struct Found {
    /// What is compared.
    pub item: Item,
    /// Where it is.
    pub origin: Origin,
}

/// What is asked for; nothing asks for all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of one kind.
    pub label: Option<Label>,
    /// Of one year: both records are of it, or one tells no time.
    pub year: Option<i32>,
    /// Of one need, that one of both names.
    pub need: Option<Need>,
}

/// A pair that was set aside.
#[derive(Debug, Clone)]
pub struct SetAside {
    /// By whom, when and why.
    pub dismissal: Dismissal,
    /// The pair as it is now.
    pub pair: Pair,
}

/// What overlaps on the ground of a body, as far as somebody may see it.
#[derive(Debug, Default)]
pub struct Overlaps {
    index: Index,
    origins: Vec<Origin>,
    /// What is to be settled, the surest first.
    pub cases: Vec<Cluster>,
    /// What was set aside and still holds, the last first.
    pub set_aside: Vec<SetAside>,
    /// What was set aside for something that counts no more: these pairs are among the cases again.
    changed: BTreeMap<(u32, u32), Dismissal>,
}

impl Overlaps {
    /// With pairs as they are to be looked at: open, set aside, or set aside for something that counts no more.
    fn parted(
        mut self,
        body: &Slug,
        pairs: Vec<Pair>,
        (kept, filter): (&BTreeMap<PairKey, Dismissal>, Filter),
    ) -> Self {
        let mut open = Vec::new();
        for pair in pairs {
            let Some([(one, _), (other, _)]) = self.both(&pair) else {
                continue;
            };
            if registered(&pair, [one, other]) || !filter.takes(&pair, [one, other]) {
                continue;
            }
            let key = PairKey::of(body.clone(), &one.id, &other.id);
            let counts = counted(one, other, &pair.compared);
            match kept.get(&key).cloned() {
                Some(dismissal) if counts.is_some_and(|now| dismissal.holds(&now)) => {
                    self.set_aside.push(SetAside { dismissal, pair });
                }
                Some(dismissal) => {
                    self.changed.insert((pair.a, pair.b), dismissal);
                    open.push(pair);
                }
                None => open.push(pair),
            }
        }
        self.set_aside
            .sort_by_key(|one| std::cmp::Reverse(one.dismissal.at));
        self.cases = clusters(&self.index, open);
        self
    }

    /// A record of a pair or a case.
    #[must_use]
    pub fn record(&self, rank: u32) -> Option<(&Item, &Origin)> {
        let at = usize::try_from(rank).ok()?;
        let known = self.index.known().get(at)?;
        Some((known.item(), self.origins.get(at)?))
    }

    /// Both records of a pair.
    #[must_use]
    pub fn both(&self, pair: &Pair) -> Option<[(&Item, &Origin); 2]> {
        Some([self.record(pair.a)?, self.record(pair.b)?])
    }

    /// How a pair was set aside, before something else counted.
    #[must_use]
    pub fn was_set_aside(&self, pair: &Pair) -> Option<&Dismissal> {
        self.changed.get(&(pair.a, pair.b))
    }

    /// The pair of two records, among the cases or set aside.
    #[must_use]
    pub fn pair(&self, one: &str, other: &str) -> Option<&Pair> {
        let open = self.cases.iter().flat_map(|case| &case.pairs);
        let mut all = open.chain(self.set_aside.iter().map(|one| &one.pair));
        all.find(|pair| {
            let ids = self
                .both(pair)
                .map(|both| both.map(|(item, _)| item.id.as_str()));
            ids == Some([one, other]) || ids == Some([other, one])
        })
    }
}

/// What overlaps on the ground of a body.
pub async fn of_body(
    app: &App,
    may: &Capability<SettleOverlaps>,
    filter: Filter,
) -> Result<Overlaps, Error> {
    let (directory, slug) = (app.directory(), body_of(may)?);
    let area = ground_of(&directory, crate::roadmaps::body(&directory, slug)?);
    let looking = Looking::new(app, may.actor(), area);
    let (items, origins) = looking.all().await?;
    let kept = app.store().kept_of::<Dismissal>(slug).await?;
    let kept: BTreeMap<PairKey, Dismissal> =
        kept.into_iter().map(|one| (one.pair(), one)).collect();
    let (index, pairs) = compared(Arc::clone(&directory), items).await?;
    let all = Overlaps {
        index,
        origins,
        ..Overlaps::default()
    };
    Ok(all.parted(slug, pairs, (&kept, filter)))
}

/// What a body covers, or what its seat does where it says nothing.
fn ground_of(directory: &Directory, body: &Body) -> Area {
    if body.area.is_empty() {
        areas::of_seat(directory, &body.seat)
    } else {
        body.area.clone()
    }
}

/// What a record that is being written overlaps, among those that whoever writes it may read, the surest first. Its own
/// version, where it was saved before, is left out.
pub async fn beside(app: &App, actor: &Actor, item: Item) -> Result<Vec<(Found, Compared)>, Error> {
    let directory = app.directory();
    let looking = Looking::new(app, actor, around(&directory, &item));
    let (items, origins) = looking.all().await?;
    let compare = move || {
        let ground = Grounds::new(&directory.reference);
        let index = Index::of(items, &ground);
        let matches = index.matches(&Known::of(item, &ground));
        let found = |(rank, compared): (u32, Compared)| {
            let at = usize::try_from(rank).ok()?;
            let item = index.known().get(at)?.item().clone();
            let origin = origins.get(at)?.clone();
            Some((Found { item, origin }, compared))
        };
        matches.into_iter().filter_map(found).collect()
    };
    let compared = tokio::task::spawn_blocking(compare).await;
    compared.map_err(|error| Error::internal("overlaps", error))
}

/// Where a record is, and the intercommunalities of its communes: there neighbours are.
fn around(directory: &Directory, item: &Item) -> Area {
    use portulan_overlap::Ground as _;
    let ground = Grounds::new(&directory.reference);
    let touched = item.area.touched();
    let groups: BTreeSet<_> = touched
        .iter()
        .filter_map(|code| ground.group(*code))
        .collect();
    groups.iter().fold(item.area.clone(), |all, key| {
        all.union(&areas::of_key(&directory.reference, key))
    })
}

/// Reads and compares, on a thread that answers nobody meanwhile.
async fn compared(
    directory: Arc<Directory>,
    items: Vec<Item>,
) -> Result<(Index, Vec<Pair>), Error> {
    let compare = move || {
        let index = Index::of(items, &Grounds::new(&directory.reference));
        let pairs = index.pairs();
        (index, pairs)
    };
    let compared = tokio::task::spawn_blocking(compare).await;
    compared.map_err(|error| Error::internal("overlaps", error))
}

/// Whether two posts of one employer are two lines of one list, where a post has one id for ever: it is not counted twice
/// there, unless one agreement pays for both.
fn registered(pair: &Pair, [one, other]: [&Item; 2]) -> bool {
    let agreement = |one: &Weighed| matches!(one.evidence, Evidence::PostReference { .. });
    (one.kind, other.kind) == (Kind::Post, Kind::Post)
        && one.bearer == other.bearer
        && !pair.compared.evidence.iter().any(agreement)
}

impl Filter {
    fn takes(self, pair: &Pair, both: [&Item; 2]) -> bool {
        let year = self.year.and_then(|year| Period::years(year, year));
        self.label
            .is_none_or(|label| pair.compared.outcome.label() == Some(label))
            && year.is_none_or(|year| both.iter().all(|one| one.when().meets(&year)))
            && self
                .need
                .is_none_or(|need| both.iter().any(|one| one.needs.contains(need)))
    }
}
