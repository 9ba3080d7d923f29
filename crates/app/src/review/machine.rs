//! What the machine does by itself: it compares what changed, merges the sure, and heeds what people said.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use portulan_linkage::{Decision as Said, Links, Options, Outcome, Pair, Record};
use portulan_model::journal::Author;
use portulan_model::links::{Decision, Link, PairKey, Relation};
use portulan_model::{Place, PlaceId};
use portulan_policy::{Actor, Node, actions::ReviewLinks, allow};
use portulan_store::Write;

use super::{entry, link_of, record};
use crate::merging::{self, Wish};
use crate::{App, Directory, Error};

/// Who the machine is, in the journal.
const MACHINE: &str = "linkage";

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

/// Compares these places with all others: merges the sure, keeps the doubtful for a person.
pub async fn relink(app: &App, changed: &[PlaceId]) -> Result<Linked, Error> {
    let capability = allow::<ReviewLinks>(&Actor::Job(MACHINE), &Node::Installation)?;
    let decided = app.store().decided_links(&capability).await?;
    let waiting = app.store().waiting_links(&capability).await?;
    let directory = app.directory();
    let said: Vec<Said> = decided
        .iter()
        .filter_map(|link| said(&directory, link))
        .collect();
    let changed: HashSet<PlaceId> = changed.iter().map(|id| directory.survivor(id)).collect();
    let ids: HashSet<String> = changed.iter().map(ToString::to_string).collect();
    let places: Vec<Arc<Place>> = directory.snapshot.places().to_vec();
    let compare = move || {
        let records: Vec<Record> = places.iter().map(|place| record(place)).collect();
        let of: HashSet<&str> = ids.iter().map(String::as_str).collect();
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
            .filter_map(|link| of_today(&directory, link.pair))
            .collect(),
    };
    let linked = linking.write(&mut write, &links, &groups).await?;
    linking
        .forget_settled(&mut write, &waiting, &links, &changed)
        .await?;
    write.commit().await?;
    app.refresh().await?;
    Ok(linked)
}

/// The places that stand for a pair now: what was said of it binds them. None where one stands for both.
fn of_today(directory: &Directory, pair: PairKey) -> Option<PairKey> {
    PairKey::new(directory.survivor(&pair.a()), directory.survivor(&pair.b())).ok()
}

/// What the grouping must heed: set aside counts as apart until a person speaks.
fn said(directory: &Directory, link: &Link) -> Option<Said> {
    let pair = of_today(directory, link.pair)?;
    let verdict = match link.decision.as_ref() {
        Some(decision) if !decision.by_person() => return None,
        _ if forbids(link) => portulan_linkage::Verdict::Different,
        _ => portulan_linkage::Verdict::Same,
    };
    let at = link
        .decision
        .as_ref()
        .map_or(0, |one| one.at.timestamp_millis());
    Some(Said {
        a: pair.a().to_string(),
        b: pair.b().to_string(),
        verdict,
        at: u64::try_from(at).unwrap_or_default(),
    })
}

/// Whether a person keeps two places apart.
fn forbids(link: &Link) -> bool {
    let joins = |one: &Decision| matches!(one.relation, Relation::Same | Relation::Moved { .. });
    link.is_of_people() && !link.decision.as_ref().is_some_and(joins)
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
            let merged = self.merge(write, group).await?;
            if merged > 0 {
                home.extend(group.iter().map(|member| (*member, number)));
            }
            linked.merged += merged;
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

    /// Of what changed, the pairs that waited and are in doubt no more.
    async fn forget_settled(
        &self,
        write: &mut Write,
        waiting: &[Link],
        links: &Links,
        changed: &HashSet<PlaceId>,
    ) -> Result<(), Error> {
        let in_doubt: HashSet<PairKey> = links
            .pairs
            .iter()
            .filter_map(|pair| self.key(pair))
            .collect();
        let of_changed = |pair: PairKey| changed.contains(&pair.a()) || changed.contains(&pair.b());
        for pair in waiting.iter().map(|link| link.pair) {
            if of_changed(pair) && !in_doubt.contains(&pair) {
                write.forget_waiting(pair).await?;
            }
        }
        Ok(())
    }

    fn key(&self, pair: &Pair) -> Option<PairKey> {
        PairKey::new(self.place(pair.a)?.id, self.place(pair.b)?.id).ok()
    }

    /// How many places another one stands for now. None when a person spoke against it while the machine compared.
    async fn merge(&self, write: &mut Write, group: &[u32]) -> Result<usize, Error> {
        let members = group.iter().filter_map(|index| self.place(*index));
        let wish = Wish {
            places: members.map(|place| place.id).collect(),
            reason: MACHINE.to_owned(),
            ..Wish::default()
        };
        // What was said of a place that another one stands for binds too.
        for pair in merging::new_pairs(write, &wish.places).await? {
            if write.link(pair).await?.is_some_and(|link| forbids(&link)) {
                return Ok(0);
            }
        }
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
        Some(link_of(self.app, pair, key, a, b))
    }

    /// Which one is the body; a person is asked where that is not plain.
    fn hosted(&self, pair: &Pair) -> Option<Relation> {
        let (a, b) = (self.place(pair.a)?, self.place(pair.b)?);
        let first = portulan_linkage::host_first(&record(a), &record(b))?;
        let host = if first { a.id } else { b.id };
        Some(Relation::Hosted { host })
    }
}
