//! Pairs of places: compared by the machine, decided by people, and asked about once.
//!
//! The machine merges what it is sure of and keeps the doubtful for a person, the most useful first. A pair that a
//! person decided, or set aside by undoing, is never decided by the machine again.

mod machine;
mod usefulness;

use std::collections::HashSet;

use portulan_linkage::{Pair, Record};
use portulan_model::journal::{Author, Deed, Entry};
use portulan_model::links::{Decision, Link, PairEvidence, PairKey, Relation};
use portulan_model::{MergeId, Place, PlaceId, TerritoryKey};
use portulan_policy::{Capability, Node, actions::ReviewLinks};
use portulan_store::Write;

use crate::import::author;
use crate::merging::{self, Wish};
use crate::{App, Directory, Error, rights};
use usefulness::Doubt;

pub use machine::{Linked, relink};

/// Pairs on one page of the queue.
pub const PAIRS_A_PAGE: usize = 50;

/// One page of the queue.
#[derive(Debug, Clone, Default, PartialEq)]
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

/// The pairs that wait on a territory, [`PAIRS_A_PAGE`] a page, from page 0.
pub async fn queue(
    app: &App,
    capability: &Capability<ReviewLinks>,
    territory: &TerritoryKey,
    page: usize,
) -> Result<Queue, Error> {
    let directory = app.directory();
    rights::covers(capability, &rights::territory(&directory, territory))?;
    let mut waiting = app.store().waiting_links(capability).await?;
    ask_once(&directory, &mut waiting);
    if *territory != TerritoryKey::france() {
        let communes = directory.reference.communes_of(territory);
        let communes: HashSet<_> = communes.into_iter().collect();
        let inside = |code: Option<_>| code.is_some_and(|code| communes.contains(&code));
        waiting.retain(|link| inside(link.communes.0) || inside(link.communes.1));
    }
    waiting.retain(|link| covers(&directory, capability, link.pair).is_ok());
    let total = waiting.len();
    let skip = page.saturating_mul(PAIRS_A_PAGE);
    let pairs = waiting.into_iter().skip(skip).take(PAIRS_A_PAGE).collect();
    Ok(Queue { total, pairs })
}

/// Refuses a pair unless the capability covers one of its places and its actor holds the same right on the other: a pair
/// across a border is for whoever answers for both sides.
fn covers(
    directory: &Directory,
    capability: &Capability<ReviewLinks>,
    key: PairKey,
) -> Result<(), Error> {
    if *capability.node() == Node::Installation {
        return Ok(());
    }
    let target = |id: PlaceId| {
        let found = rights::led(directory, &id.to_string());
        found.ok_or_else(|| Error::NotFound(format!("place {id}")))
    };
    rights::covers_together(capability, &[target(key.a())?, target(key.b())?])
}

/// Leaves out what is answered by a merge since, what nobody sees any more, and the same question in other words: two
/// places may each stand for several.
fn ask_once(directory: &Directory, waiting: &mut Vec<Link>) {
    let mut asked = HashSet::new();
    waiting.retain(|link| {
        let [a, b] = [link.pair.a(), link.pair.b()].map(|id| directory.survivor(&id));
        let seen = |id: &PlaceId| directory.snapshot.by_id(id).is_some();
        let question = PairKey::new(a, b).ok();
        question.is_some_and(|key| seen(&a) && seen(&b) && asked.insert(key))
    });
}

/// Two places side by side, whether anything was known of the pair or not.
pub async fn pair(
    app: &App,
    capability: &Capability<ReviewLinks>,
    key: PairKey,
) -> Result<SideBySide, Error> {
    covers(&app.directory(), capability, key)?;
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
        None => compared(app, &a, &b, key),
    };
    Ok(SideBySide { a, b, link })
}

fn compared(app: &App, a: &Place, b: &Place, key: PairKey) -> Link {
    let records = [record(a), record(b)];
    let corpus = portulan_linkage::Corpus::of(&records);
    let [first, second] = &records;
    let pair = portulan_linkage::compare(first, second, &corpus);
    link_of(app, &pair, key, a, b)
}

/// Decides a pair, once and for all; the same and the moved are merged at once, the others parted where they were merged.
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
    merging::covers(app, &mut write, capability, &[key.a(), key.b()]).await?;
    let wish = wish(key, &relation, reason);
    if wish.is_none() {
        merging::part(app, &mut write, by.clone(), key, reason).await?;
    }
    let before = write.link(key).await?;
    let entry = entry(app, by.clone(), before.as_ref(), &link, reason);
    write.put_link(&link, &entry).await?;
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

fn link_of(app: &App, pair: &Pair, key: PairKey, a: &Place, b: &Place) -> Link {
    let directory = app.directory();
    let shown = |id: &PlaceId| directory.snapshot.by_id(&directory.survivor(id)).is_some();
    let doubt = Doubt {
        probability: pair.probability,
        places: (a, b),
        shown: shown(&a.id) && shown(&b.id),
        today: app.now().date_naive(),
    };
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
        usefulness: doubt.usefulness(),
        communes: (a.record.address.insee, b.record.address.insee),
        set_aside: false,
    }
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
        behalf: None,
        subject: None,
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
        compared(app, &a, &b, key)
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
