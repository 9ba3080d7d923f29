//! Pairs of places: compared by the machine, decided by people, and asked about once.
//!
//! The machine merges what it is sure of and keeps the doubtful for a person, the most useful first. A pair that a
//! person decided, or set aside by undoing, is never decided by the machine again.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use portulan_linkage::{Decision as Said, Links, Options, Outcome, Pair, Record};
use portulan_model::journal::{Author, Deed, Entry};
use portulan_model::links::{Decision, Link, PairEvidence, PairKey, Relation};
use portulan_model::{MergeId, Place, PlaceId, TerritoryKey};
use portulan_policy::{Actor, Capability, Node, actions::ReviewLinks, allow};
use portulan_store::Write;

use crate::import::author;
use crate::merging::{self, Wish};
use crate::{App, Error};

/// Pairs on one page of the queue.
pub const PAIRS_A_PAGE: usize = 50;
/// Who the machine is, in the journal.
const MACHINE: &str = "linkage";
/// Usefulness of a pair of which nobody can tell: `4 p (1 - p)`, on a scale of a million. An answer teaches most where
/// the machine knows least.
const MOST_USEFUL: f64 = 1_000_000.0;

/// One page of the queue.
#[derive(Debug, Clone, PartialEq)]
pub struct Queue {
    /// Pairs that wait on this territory.
    pub total: usize,
    /// Those of this page, the most useful first.
    pub pairs: Vec<Link>,
}

/// Two places side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct SideBySide {
    /// The one with the smaller id.
    pub a: Place,
    /// The other.
    pub b: Place,
    /// What is known of the pair: probability, evidence, decision.
    pub link: Link,
}

/// What the machine did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Linked {
    /// Places that another one stands for now.
    pub merged: usize,
    /// Pairs that wait for a person.
    pub to_review: usize,
    /// Bodies found beside what they host.
    pub hosted: usize,
}

/// The pairs that wait on a territory, [`PAIRS_A_PAGE`] a page, from page 0.
pub async fn queue(
    app: &App,
    capability: &Capability<ReviewLinks>,
    territory: &TerritoryKey,
    page: usize,
) -> Result<Queue, Error> {
    let mut waiting = app.store().waiting_links(capability).await?;
    if *territory != TerritoryKey::france() {
        let reference = Arc::clone(&app.directory().reference);
        let communes: HashSet<_> = reference.communes_of(territory).into_iter().collect();
        let inside = |code: Option<_>| code.is_some_and(|code| communes.contains(&code));
        waiting.retain(|link| inside(link.communes.0) || inside(link.communes.1));
    }
    let total = waiting.len();
    let skip = page.saturating_mul(PAIRS_A_PAGE);
    let pairs = waiting.into_iter().skip(skip).take(PAIRS_A_PAGE).collect();
    Ok(Queue { total, pairs })
}

/// Two places side by side, whether anything was known of the pair or not.
pub async fn pair(
    app: &App,
    capability: &Capability<ReviewLinks>,
    key: PairKey,
) -> Result<SideBySide, Error> {
    let missing = |id: PlaceId| Error::NotFound(format!("place {id}"));
    let store = app.store();
    let a = store
        .place(key.a())
        .await?
        .ok_or_else(|| missing(key.a()))?;
    let b = store
        .place(key.b())
        .await?
        .ok_or_else(|| missing(key.b()))?;
    let link = match store.link(capability, key).await? {
        Some(link) => link,
        None => compared(&a, &b, key),
    };
    Ok(SideBySide { a, b, link })
}

fn compared(a: &Place, b: &Place, key: PairKey) -> Link {
    let records = [record(a), record(b)];
    let corpus = portulan_linkage::Corpus::of(&records);
    let [first, second] = &records;
    let pair = portulan_linkage::compare(first, second, &corpus);
    link_of(&pair, key, a, b)
}

/// Decides a pair, once and for all; the same and the moved are merged at once.
pub async fn decide(
    app: &App,
    capability: &Capability<ReviewLinks>,
    key: PairKey,
    relation: Relation,
    reason: &str,
) -> Result<Option<MergeId>, Error> {
    let mut link = pair(app, capability, key).await?.link;
    let by = author(capability.actor());
    let decision = Decision {
        relation: relation.clone(),
        by: by.clone(),
        at: app.now(),
        reason: reason.to_owned(),
    };
    link.decision = Some(decision);
    link.set_aside = false;
    let mut write = app.store().begin_review(capability).await?;
    let before = write.link(key).await?;
    let entry = entry(app, by.clone(), before.as_ref(), &link, reason);
    write.put_link(&link, &entry).await?;
    let wish = wish(key, &relation, reason);
    let merged = match wish {
        Some(wish) => Some(merging::merge_in(app, &mut write, by, wish).await?),
        None => None,
    };
    write.commit().await?;
    app.refresh().await?;
    Ok(merged)
}

fn wish(key: PairKey, relation: &Relation, reason: &str) -> Option<Wish> {
    let plain = Wish {
        places: vec![key.a(), key.b()],
        reason: reason.to_owned(),
        ..Wish::default()
    };
    match relation {
        Relation::Same => Some(plain),
        Relation::Moved { to, on } => {
            let left = if *to == key.a() { key.b() } else { key.a() };
            Some(Wish {
                survivor: Some(*to),
                former: [(left, *on)].into_iter().collect(),
                ..plain
            })
        }
        Relation::Different | Relation::Hosted { .. } => None,
    }
}

/// Compares these places with all others: merges the sure, keeps the doubtful for a person.
pub async fn relink(app: &App, changed: &[PlaceId]) -> Result<Linked, Error> {
    let capability = allow::<ReviewLinks>(&Actor::Job(MACHINE), &Node::Installation)?;
    let decided = app.store().decided_links(&capability).await?;
    let directory = app.directory();
    let changed: HashSet<String> = changed.iter().map(ToString::to_string).collect();
    let said: Vec<Said> = decided.iter().filter_map(said).collect();
    let places: Vec<Arc<Place>> = directory.snapshot.places().to_vec();
    let compare = move || {
        let records: Vec<Record> = places.iter().map(|place| record(place)).collect();
        let of: HashSet<&str> = changed.iter().map(String::as_str).collect();
        let links = portulan_linkage::link_new(&records, &of, &Options::default());
        let groups = portulan_linkage::groups(&records, &links, &said);
        (places, links, groups)
    };
    let (places, links, groups) = tokio::task::spawn_blocking(compare)
        .await
        .map_err(|error| Error::internal("linkage", error))?;
    let mut write = app.store().begin_review(&capability).await?;
    let linking = Linking {
        app,
        places: &places,
        of_people: decided
            .iter()
            .filter(|link| link.is_of_people())
            .map(|link| link.pair)
            .collect(),
    };
    let linked = linking.write(&mut write, &links, &groups).await?;
    write.commit().await?;
    app.refresh().await?;
    Ok(linked)
}

/// What the grouping must heed: set aside counts as apart until a person speaks.
fn said(link: &Link) -> Option<Said> {
    let verdict = match link.decision.as_ref() {
        Some(decision) if !decision.by_person() => return None,
        Some(decision) if matches!(decision.relation, Relation::Same | Relation::Moved { .. }) => {
            portulan_linkage::Verdict::Same
        }
        _ => portulan_linkage::Verdict::Different,
    };
    let at = link
        .decision
        .as_ref()
        .map_or(0, |one| one.at.timestamp_millis());
    Some(Said {
        a: link.pair.a().to_string(),
        b: link.pair.b().to_string(),
        verdict,
        at: u64::try_from(at).unwrap_or_default(),
    })
}

struct Linking<'a> {
    app: &'a App,
    places: &'a [Arc<Place>],
    of_people: HashSet<PairKey>,
}

impl Linking<'_> {
    async fn write(
        &self,
        write: &mut Write,
        links: &Links,
        groups: &[Vec<u32>],
    ) -> Result<Linked, Error> {
        let mut linked = Linked::default();
        let mut home: HashMap<u32, usize> = HashMap::new();
        for (number, group) in groups.iter().enumerate() {
            home.extend(group.iter().map(|member| (*member, number)));
            linked.merged += self.merge(write, group).await?;
        }
        for pair in &links.pairs {
            let together = home.contains_key(&pair.a) && home.get(&pair.a) == home.get(&pair.b);
            let Some(mut link) = self
                .link(pair)
                .filter(|link| !self.of_people.contains(&link.pair))
            else {
                continue;
            };
            let relation = match pair.outcome {
                _ if together => Some(Relation::Same),
                Outcome::Hosted => self.hosted(pair),
                _ => None,
            };
            match &relation {
                Some(Relation::Hosted { .. }) => linked.hosted += 1,
                Some(_) => {}
                None => linked.to_review += 1,
            }
            link.decision = relation.map(|relation| Decision {
                relation,
                by: Author::Job(MACHINE.to_owned()),
                at: self.app.now(),
                reason: MACHINE.to_owned(),
            });
            let before = write.link(link.pair).await?;
            let by = Author::Job(MACHINE.to_owned());
            let entry = entry(self.app, by, before.as_ref(), &link, MACHINE);
            write.put_link(&link, &entry).await?;
        }
        Ok(linked)
    }

    async fn merge(&self, write: &mut Write, group: &[u32]) -> Result<usize, Error> {
        let members = group.iter().filter_map(|index| self.place(*index));
        let wish = Wish {
            places: members.map(|place| place.id).collect(),
            reason: MACHINE.to_owned(),
            ..Wish::default()
        };
        let more = wish.places.len().saturating_sub(1);
        merging::merge_in(self.app, write, Author::Job(MACHINE.to_owned()), wish).await?;
        Ok(more)
    }

    fn place(&self, index: u32) -> Option<&Place> {
        self.places.get(index as usize).map(AsRef::as_ref)
    }

    fn link(&self, pair: &Pair) -> Option<Link> {
        let (a, b) = (self.place(pair.a)?, self.place(pair.b)?);
        let key = PairKey::new(a.id, b.id).ok()?;
        let (a, b) = if a.id < b.id { (a, b) } else { (b, a) };
        Some(link_of(pair, key, a, b))
    }

    /// Which one is the body; a person is asked where that is not plain.
    fn hosted(&self, pair: &Pair) -> Option<Relation> {
        let (a, b) = (self.place(pair.a)?, self.place(pair.b)?);
        let first = portulan_linkage::host_first(&record(a), &record(b))?;
        let host = if first { a.id } else { b.id };
        Some(Relation::Hosted { host })
    }
}

fn link_of(pair: &Pair, key: PairKey, a: &Place, b: &Place) -> Link {
    let evidence = pair.evidence.iter().map(|one| PairEvidence {
        field: one.field.slug().to_owned(),
        level: one.level.slug().to_owned(),
        weight: one.weight,
    });
    Link {
        pair: key,
        decision: None,
        probability: pair.probability,
        evidence: evidence.collect(),
        usefulness: usefulness(pair.probability),
        communes: (a.record.address.insee, b.record.address.insee),
        set_aside: false,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to the scale before"
)]
fn usefulness(probability: f64) -> u32 {
    let doubt = 4.0 * probability * (1.0 - probability);
    (doubt.clamp(0.0, 1.0) * MOST_USEFUL) as u32
}

/// A place, as far as matching is concerned.
pub(crate) fn record(place: &Place) -> Record {
    let known = &place.record;
    let address = &known.address;
    Record {
        id: place.id.to_string(),
        source: known.external.source.to_string(),
        name: known.name.clone(),
        kinds: known.kinds.clone(),
        street: address.street.clone(),
        complement: address.complement.clone(),
        postcode: address.postcode.as_ref().map(ToString::to_string),
        commune: Some(address.commune.clone()).filter(|name| !name.is_empty()),
        insee: address.insee.as_ref().map(ToString::to_string),
        position: known.position,
        phones: known.contact.phones.clone(),
        emails: known.contact.emails.clone(),
        websites: known.contact.websites.clone(),
        pivot: known.pivot.clone(),
        networks: known.networks.iter().map(ToString::to_string).collect(),
        dated: known.provenance.record.dated,
        ..Record::default()
    }
}

fn entry(app: &App, by: Author, before: Option<&Link>, after: &Link, reason: &str) -> Entry {
    Entry {
        at: app.now(),
        author: by,
        object: format!("paire-{}-{}", after.pair.a(), after.pair.b()),
        deed: if before.is_some() {
            Deed::Updated
        } else {
            Deed::Created
        },
        reason: reason.to_owned(),
        request: format!("paires-{}", app.now().timestamp_millis()),
        before: before.and_then(|link| serde_json::to_string(link).ok()),
        after: serde_json::to_string(after).ok(),
    }
}

/// After an undoing or a splitting: the pair is a person's from now on, and no machine merges it again.
pub(crate) async fn keep_apart(
    app: &App,
    write: &mut Write,
    by: Author,
    key: PairKey,
    relation: Option<Relation>,
    reason: &str,
) -> Result<(), Error> {
    let missing = |id: PlaceId| Error::NotFound(format!("place {id}"));
    let before = write.link(key).await?;
    let mut link = if let Some(link) = before.clone() {
        link
    } else {
        let a = write
            .place(key.a())
            .await?
            .ok_or_else(|| missing(key.a()))?;
        let b = write
            .place(key.b())
            .await?
            .ok_or_else(|| missing(key.b()))?;
        compared(&a, &b, key)
    };
    link.decision = relation.map(|relation| Decision {
        relation,
        by: by.clone(),
        at: app.now(),
        reason: reason.to_owned(),
    });
    link.set_aside = link.decision.is_none();
    let entry = entry(app, by, before.as_ref(), &link, reason);
    write.put_link(&link, &entry).await?;
    Ok(())
}
