//! The document of a territory: what stands on it or under it, and what that names.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use portulan_geo::Reference;
use portulan_model::baseline::Baseline;
use portulan_model::clusters::{Cluster, Sector};
use portulan_model::governance::{Body, Committee, Decision, Meeting, Membership};
use portulan_model::means::calls::Call;
use portulan_model::means::envelopes::Envelope;
use portulan_model::people::Organisation;
use portulan_model::posts::Post;
use portulan_model::roadmaps::Roadmap;
use portulan_model::schemes::Scheme;
use portulan_model::{MeetingId, Place, PlaceId, Seat, Slug, TerritoryKey};
use portulan_policy::{Capability, Node, actions::Backup};
use portulan_store::{Kept, Name as _, Store};
use serde::Serialize;
use serde_json::Value;

use super::attached;
use super::document::{Exchange, List, PlaceReference};
use super::texts;
use crate::{App, Directory, Error, rights};

/// Writes the document of a territory, drafts and minutes among it.
pub async fn export(
    app: &App,
    capability: &Capability<Backup>,
    territory: &TerritoryKey,
) -> Result<Exchange, Error> {
    rights::covers(capability, &Node::Installation.into())?;
    let directory = app.directory();
    if directory.reference.territory(territory).is_none() {
        return Err(Error::NotFound(territory.to_string()));
    }
    let store = app.store();
    let schemes = sorted::<Scheme>(store.kept().await?);
    let clusters = sorted::<Cluster>(store.kept().await?);
    let scope = Scope::new(&directory.reference, territory, &schemes, &clusters);
    let mut gathered = Gathered::new(territory);
    gathered.put(
        List::Schemes,
        schemes.iter().filter(|one| scope.is_under(&one.level)),
    )?;
    let clusters = clusters.iter();
    gathered.put(
        List::Clusters,
        clusters.filter(|one| scope.any_under(&one.levels)),
    )?;
    let sectors = sorted::<Sector>(store.kept().await?);
    gathered.put(
        List::Sectors,
        sectors.iter().filter(|one| scope.holds(&one.of)),
    )?;
    let bodies = sorted::<Body>(store.kept().await?);
    let bodies: Vec<&Body> = bodies.iter().filter(|one| scope.holds(&one.seat)).collect();
    let slugs: BTreeSet<&Slug> = bodies.iter().map(|one| &one.slug).collect();
    gathered.put(List::Bodies, bodies.iter())?;
    put_of_bodies(store, &mut gathered, &slugs).await?;
    put_files(store, &mut gathered).await?;
    let posts = sorted::<Post>(store.kept().await?);
    gathered.put(
        List::Posts,
        posts.iter().filter(|one| scope.is_under(&one.level)),
    )?;
    let baselines = sorted::<Baseline>(store.kept().await?);
    let baselines = baselines.iter().filter(|one| scope.holds(&one.of));
    gathered.put(List::Baselines, baselines.map(Baseline::for_storage))?;
    let places = store.places().await?;
    let organisations = store.organisations().await?;
    gathered.with_named(&directory, &organisations, places.iter(), true)
}

/// Puts what bodies hold.
async fn put_of_bodies(
    store: &Store,
    gathered: &mut Gathered,
    slugs: &BTreeSet<&Slug>,
) -> Result<(), Error> {
    let members = sorted::<Membership>(store.kept().await?);
    let members = members.iter().filter(|one| slugs.contains(&one.who().body));
    gathered.put(List::Members, members)?;
    let committees = sorted::<Committee>(store.kept().await?);
    let committees = committees.iter().filter(|one| slugs.contains(&one.body));
    gathered.put(List::Committees, committees)?;
    let meetings = sorted::<Meeting>(store.kept().await?);
    gathered.put(
        List::Meetings,
        meetings.iter().filter(|one| slugs.contains(&one.body)),
    )?;
    let decisions = sorted::<Decision>(store.kept().await?);
    let decisions = decisions
        .iter()
        .filter(|one| slugs.contains(&one.decision.body));
    gathered.put(List::Decisions, decisions)?;
    let roadmaps = sorted::<Roadmap>(store.kept().await?);
    gathered.put(
        List::Roadmaps,
        roadmaps.iter().filter(|one| slugs.contains(&one.body)),
    )?;
    let calls = sorted::<Call>(store.kept().await?);
    let calls = calls.iter().filter(|one| slugs.contains(&one.followed_by));
    gathered.put(List::Calls, calls)?;
    let envelopes = sorted::<Envelope>(store.kept().await?);
    let envelopes = envelopes.iter().filter(|one| slugs.contains(&one.body));
    gathered.put(List::Envelopes, envelopes)
}

/// Puts what is said of the files of the bodies, meetings and schemes that are there.
async fn put_files(store: &Store, gathered: &mut Gathered) -> Result<(), Error> {
    let slugs = |list| {
        let records = gathered.exchange.records(list).iter();
        let slugs = records.filter_map(|one| one.get("slug")?.as_str()?.parse().ok());
        slugs.collect::<Vec<Slug>>()
    };
    let (bodies, schemes) = (slugs(List::Bodies), slugs(List::Schemes));
    let meetings = gathered.exchange.records(List::Meetings).iter();
    let meetings = meetings.filter_map(|one| {
        let text = |field: &str| one.get(field)?.as_str();
        Some((text("id")?.parse().ok()?, text("body")?.parse().ok()?))
    });
    let meetings: BTreeMap<MeetingId, Slug> = meetings.collect();
    let all = store.attachments().await?;
    let said = attached::references(&all, &bodies, &meetings, &schemes);
    gathered.put(List::Attachments, said)
}

/// In an order that does not depend on how an engine compares texts.
fn sorted<T: Kept>(mut all: Vec<T>) -> Vec<T> {
    all.sort_by_cached_key(|one| one.key().texts());
    all
}

/// What is under a territory.
pub(super) struct Scope<'a> {
    reference: &'a Reference,
    territory: &'a TerritoryKey,
    schemes: HashMap<&'a Slug, &'a TerritoryKey>,
    clusters: HashMap<&'a Slug, &'a [TerritoryKey]>,
}

impl<'a> Scope<'a> {
    pub(super) fn new(
        reference: &'a Reference,
        territory: &'a TerritoryKey,
        schemes: &'a [Scheme],
        clusters: &'a [Cluster],
    ) -> Self {
        let schemes = schemes.iter().map(|one| (&one.slug, &one.level));
        let clusters = clusters.iter();
        let clusters = clusters.map(|one| (&one.slug, one.levels.as_slice()));
        Self {
            reference,
            territory,
            schemes: schemes.collect(),
            clusters: clusters.collect(),
        }
    }

    pub(super) fn is_under(&self, key: &TerritoryKey) -> bool {
        key == self.territory || self.reference.ancestors(key).contains(self.territory)
    }

    pub(super) fn any_under(&self, keys: &[TerritoryKey]) -> bool {
        keys.iter().any(|key| self.is_under(key))
    }

    pub(super) fn holds(&self, seat: &Seat) -> bool {
        match seat {
            Seat::Territory(key) => self.is_under(key),
            Seat::Scheme(slug) => self.schemes.get(slug).is_some_and(|key| self.is_under(key)),
            Seat::Cluster(slug) => {
                let levels = self.clusters.get(slug);
                levels.is_some_and(|keys| self.any_under(keys))
            }
        }
    }
}

/// The lists, as they come.
pub(super) struct Gathered {
    exchange: Exchange,
}

impl Gathered {
    pub(super) fn new(territory: &TerritoryKey) -> Self {
        let exchange = Exchange::new(territory.clone());
        Self { exchange }
    }

    pub(super) fn put<T: Serialize>(
        &mut self,
        list: List,
        records: impl Iterator<Item = T>,
    ) -> Result<(), Error> {
        let value = |record| {
            let mut value =
                serde_json::to_value(record).map_err(|source| Error::internal("export", source))?;
            texts::without_authors(&mut value);
            Ok(value)
        };
        let values: Vec<Value> = records.map(value).collect::<Result<_, Error>>()?;
        Ok(self.exchange.put(list, values)?)
    }

    /// Adds the organisations and the places that the lists name; a place that another one stands for is that one.
    /// Described, they can be taken in where they are not known.
    pub(super) fn with_named<'p>(
        mut self,
        directory: &Directory,
        organisations: &[Organisation],
        places: impl Iterator<Item = &'p Place>,
        described: bool,
    ) -> Result<Exchange, Error> {
        self.lead(directory);
        let named: BTreeSet<&str> = self.named();
        let by_id: Vec<PlaceReference> = places
            .filter(|place| named.contains(place.id.to_string().as_str()))
            .map(|place| reference(place, described))
            .collect();
        let theirs = with_parents(organisations, &named);
        self.put(List::Organisations, theirs.into_iter())?;
        self.put(List::Places, by_id.into_iter())?;
        Ok(self.exchange)
    }

    /// Leads each place to the one that stands for it.
    fn lead(&mut self, directory: &Directory) {
        let mut names = HashMap::new();
        for text in self.named() {
            let Ok(id) = text.parse::<PlaceId>() else {
                continue;
            };
            let stands = directory.survivor(&id);
            if stands != id {
                names.insert(text.to_owned(), stands.to_string());
            }
        }
        if !names.is_empty() {
            self.exchange.rename(&names);
        }
    }

    /// All texts, each once.
    fn named(&self) -> BTreeSet<&str> {
        let mut named = BTreeSet::new();
        for list in List::ALL {
            for value in self.exchange.records(*list) {
                texts::each_text(value, &mut |text| {
                    named.insert(text);
                });
            }
        }
        named
    }
}

/// The organisations that are named, and those that they are a part of, however far.
fn with_parents<'o>(
    organisations: &'o [Organisation],
    named: &BTreeSet<&str>,
) -> Vec<&'o Organisation> {
    let by_slug: BTreeMap<&Slug, &Organisation> =
        organisations.iter().map(|one| (&one.slug, one)).collect();
    let mut theirs: BTreeMap<&Slug, &Organisation> = BTreeMap::new();
    let mut open: Vec<&Organisation> = organisations
        .iter()
        .filter(|one| named.contains(one.slug.as_str()))
        .collect();
    while let Some(one) = open.pop() {
        if theirs.insert(&one.slug, one).is_none() {
            open.extend(one.parent.as_ref().and_then(|slug| by_slug.get(slug)));
        }
    }
    theirs.into_values().collect()
}

fn reference(place: &Place, described: bool) -> PlaceReference {
    PlaceReference {
        id: place.id,
        slug: place.slug.clone(),
        name: place.record.name.clone(),
        external: place.record.external.clone(),
        record: described.then(|| place.record.clone()),
    }
}
