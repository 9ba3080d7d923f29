//! Several places kept as one, and what that does to each field.
//!
//! A merge holds a flat set of members; merging a group with another place makes a wider merge that supersedes the
//! narrower. Each member keeps its row and what it is alone, as the very text: undoing puts that text back.

mod combine;
mod history;
mod listing;
mod naming;
mod parts;
mod reach;
mod reweigh;
mod saying;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use portulan_model::journal::{Author, Deed, Entry};
use portulan_model::links::{Merge, MergeState, PairKey, Relation};
use portulan_model::{MergeId, PlaceField, PlaceId, PlaceRecord, Slug};
use portulan_policy::{Capability, actions::MergePlaces};
use portulan_store::{Standing, Write};

use crate::clock::draw;
use crate::import::author;
use crate::{App, Error, review};

pub use history::{FieldHistory, History, history};
pub use listing::{Story, story};
pub(crate) use naming::name;
pub(crate) use reach::covers;
pub(crate) use reweigh::reweigh;
pub(crate) use saying::{Kept, insist, keeper, kept_with, say, say_of};

/// What to merge.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    /// The places, two or more; a member of a group brings its group.
    pub places: Vec<PlaceId>,
    /// The one that keeps its address; the oldest where nobody says.
    pub survivor: Option<PlaceId>,
    /// Members that are where the place used to be, and until when.
    pub former: BTreeMap<PlaceId, Option<NaiveDate>>,
    /// Fields for which a person names the member to follow.
    pub wishes: BTreeMap<PlaceField, PlaceId>,
    /// Why.
    pub reason: String,
}

/// Merges places. What each was alone is kept.
pub async fn merge(
    app: &App,
    capability: &Capability<MergePlaces>,
    wish: Wish,
) -> Result<MergeId, Error> {
    let mut write = app.store().begin_merge(capability).await?;
    covers(app, &mut write, capability, &wish.places).await?;
    let id = merge_in(app, &mut write, author(capability.actor()), wish).await?;
    write.commit().await?;
    app.refresh().await?;
    Ok(id)
}

/// Undoes a merge in force: each place is again what it was, and narrower merges come back.
pub async fn undo(
    app: &App,
    capability: &Capability<MergePlaces>,
    id: MergeId,
    reason: &str,
) -> Result<(), Error> {
    let mut write = app.store().begin_merge(capability).await?;
    let scribe = Scribe::new(app, author(capability.actor()), reason);
    let (merge, _) = active(&mut write, id).await?;
    covers(app, &mut write, capability, &merge.members).await?;
    dissolve(&mut write, &scribe, &merge, MergeState::Undone).await?;
    let mut together: Vec<Merge> = Vec::new();
    for narrower in &merge.supersedes {
        write.set_merge_state(*narrower, MergeState::Active).await?;
        establish(&mut write, &scribe, *narrower).await?;
        together.push(active(&mut write, *narrower).await?.0);
    }
    for key in pairs(&merge.members) {
        if !together.iter().any(|one| holds(one, key)) {
            let by = scribe.by.clone();
            review::keep_apart(app, &mut write, by, key, None, reason).await?;
        }
    }
    write.commit().await?;
    app.refresh().await
}

/// Takes one place out of its group; the others stay together.
pub async fn split(
    app: &App,
    capability: &Capability<MergePlaces>,
    place: PlaceId,
    reason: &str,
) -> Result<(), Error> {
    let mut write = app.store().begin_merge(capability).await?;
    covers(app, &mut write, capability, &[place]).await?;
    let by = author(capability.actor());
    let said = |key: PairKey| key.a() == place || key.b() == place;
    split_in(app, &mut write, by, place, said, reason).await?;
    write.commit().await?;
    app.refresh().await
}

/// Splits inside an open write. Of the pairs that a person did not speak about, nothing is decided: they are set aside.
async fn split_in(
    app: &App,
    write: &mut Write,
    by: Author,
    place: PlaceId,
    said: impl Fn(PairKey) -> bool,
    reason: &str,
) -> Result<(), Error> {
    let scribe = Scribe::new(app, by.clone(), reason);
    let id = write.merge_of(place).await?;
    let id = id.ok_or_else(|| Error::NotFound(format!("a merge of {place}")))?;
    let (merge, _) = active(write, id).await?;
    dissolve(write, &scribe, &merge, MergeState::Superseded).await?;
    let mut others = merge.members;
    others.retain(|one| *one != place);
    let keys = others
        .iter()
        .filter_map(|one| PairKey::new(place, *one).ok());
    for key in keys {
        let apart = Some(Relation::Different).filter(|_| said(key));
        review::keep_apart(app, write, by.clone(), key, apart, reason).await?;
    }
    if others.len() > 1 {
        let (mut former, mut wishes) = (merge.former, merge.wishes);
        former.retain(|one, _| *one != place);
        wishes.retain(|_, one| *one != place);
        let wish = Wish {
            survivor: Some(merge.survivor),
            former,
            wishes,
            places: others,
            reason: reason.to_owned(),
        };
        merge_in(app, write, by, wish).await?;
    }
    Ok(())
}

/// Takes two places apart when one merge holds both: the one that does not stand for the others goes.
pub(crate) async fn part(
    app: &App,
    write: &mut Write,
    by: Author,
    pair: PairKey,
    reason: &str,
) -> Result<(), Error> {
    let merge = write.merge_of(pair.a()).await?;
    if merge.is_none() || write.merge_of(pair.b()).await? != merge {
        return Ok(());
    }
    let leaves = if write.stands_for(pair.b()).await?.is_some() {
        pair.b()
    } else {
        pair.a()
    };
    split_in(app, write, by, leaves, |key| key == pair, reason).await
}

/// Every two of these places.
pub(crate) fn pairs(members: &[PlaceId]) -> Vec<PairKey> {
    let of = |(index, one): (usize, &PlaceId)| {
        let others = members.iter().skip(index + 1);
        let keys = others.filter_map(|other| PairKey::new(*one, *other).ok());
        keys.collect::<Vec<_>>()
    };
    members.iter().enumerate().flat_map(of).collect()
}

/// Merges inside an open write.
pub(crate) async fn merge_in(
    app: &App,
    write: &mut Write,
    by: Author,
    wish: Wish,
) -> Result<MergeId, Error> {
    let reason = wish.reason.clone();
    let scribe = Scribe::new(app, by.clone(), &reason);
    let (members, narrower) = gather(write, &wish.places).await?;
    let (mut former, wishes) = carried(&narrower, &wish);
    let standing = |one: &&PlaceId| !former.contains_key(*one);
    let chosen = wish.survivor.filter(|one| members.contains(one));
    let chosen = match chosen {
        None => chosen_before(write, &narrower)
            .await?
            .filter(|one| standing(&one)),
        said => said,
    };
    let first = members.iter().find(standing).or_else(|| members.first());
    let survivor = chosen
        .or_else(|| first.copied())
        .filter(|_| members.len() > 1);
    let survivor =
        survivor.ok_or_else(|| Error::Conflict("a merge needs two places".to_owned()))?;
    former.remove(&survivor);
    if let [same] = narrower.as_slice() {
        let told = (&same.survivor, &same.former, &same.wishes);
        if same.members.iter().eq(&members) && told == (&survivor, &former, &wishes) {
            return Ok(same.id);
        }
    }
    for merge in &narrower {
        dissolve(write, &scribe, merge, MergeState::Superseded).await?;
    }
    let (millis, random) = draw(app.now(), app.chance());
    let id = MergeId::from_parts(millis, random);
    let merge = Merge {
        id,
        survivor,
        members: members.iter().copied().collect(),
        former,
        wishes,
        choices: Vec::new(),
        by,
        at: app.now(),
        reason: wish.reason,
        supersedes: narrower.iter().map(|merge| merge.id).collect(),
        state: MergeState::Active,
    };
    write.put_merge(&merge, "").await?;
    establish(write, &scribe, id).await?;
    Ok(id)
}

/// Who stood for all in the latest merge that a person made of some of these places: a wider merge of a machine leaves
/// that place its address.
async fn chosen_before(write: &mut Write, narrower: &[Merge]) -> Result<Option<PlaceId>, Error> {
    let by_id = |merge: &Merge| (merge.id, merge.clone());
    let mut before: BTreeMap<MergeId, Merge> = narrower.iter().map(by_id).collect();
    while let Some((_, merge)) = before.pop_last() {
        if merge.by == Author::Operator {
            return Ok(Some(merge.survivor));
        }
        for id in merge.supersedes {
            let found = write.merge(id).await?;
            before.extend(found.map(|(merge, _)| (id, merge)));
        }
    }
    Ok(None)
}

type Former = BTreeMap<PlaceId, Option<NaiveDate>>;
type Wishes = BTreeMap<PlaceField, PlaceId>;

/// What was said of narrower merges holds in the wider one, unless it says otherwise.
fn carried(narrower: &[Merge], wish: &Wish) -> (Former, Wishes) {
    let (mut former, mut wishes) = (Former::new(), Wishes::new());
    for merge in narrower {
        former.extend(&merge.former);
        wishes.extend(&merge.wishes);
    }
    former.extend(&wish.former);
    wishes.extend(&wish.wishes);
    (former, wishes)
}

/// The pairs that a merge of these places would put together anew: those of their groups too.
pub(crate) async fn new_pairs(
    write: &mut Write,
    places: &[PlaceId],
) -> Result<Vec<PairKey>, Error> {
    let (members, narrower) = gather(write, places).await?;
    let members: Vec<PlaceId> = members.into_iter().collect();
    let mut found = pairs(&members);
    found.retain(|key| !narrower.iter().any(|merge| holds(merge, *key)));
    Ok(found)
}

/// Whether a merge holds both places.
fn holds(merge: &Merge, key: PairKey) -> bool {
    merge.members.contains(&key.a()) && merge.members.contains(&key.b())
}

/// All places of the groups of these places, and those groups.
async fn gather(
    write: &mut Write,
    places: &[PlaceId],
) -> Result<(BTreeSet<PlaceId>, Vec<Merge>), Error> {
    let mut members = BTreeSet::new();
    let mut groups: BTreeMap<MergeId, Merge> = BTreeMap::new();
    for place in places {
        members.insert(*place);
        if let Some(id) = write.merge_of(*place).await? {
            let (merge, _) = active(write, id).await?;
            members.extend(merge.members.iter().copied());
            groups.insert(id, merge);
        }
    }
    Ok((members, groups.into_values().collect()))
}

async fn active(write: &mut Write, id: MergeId) -> Result<(Merge, String), Error> {
    let found = write.merge(id).await?;
    let (merge, result) = found.ok_or_else(|| Error::NotFound(format!("merge {id}")))?;
    if merge.state == MergeState::Active {
        Ok((merge, result))
    } else {
        Err(Error::Conflict(format!("merge {id} is not in force")))
    }
}

/// Puts a merge in force: the survivor's row holds the merged record, the others are stood for.
async fn establish(write: &mut Write, scribe: &Scribe<'_>, id: MergeId) -> Result<(), Error> {
    let (mut merge, earlier) = active(write, id).await?;
    let mut owns: Vec<(PlaceId, PlaceRecord)> = Vec::new();
    let mut texts: Vec<(PlaceId, String)> = Vec::new();
    let mut as_before = !earlier.is_empty();
    let before: BTreeMap<PlaceId, String> = write.members(id).await?.into_iter().collect();
    for member in &merge.members {
        let text = write.own_text(*member).await?;
        as_before &= before.get(member) == Some(&text);
        if *member == merge.survivor {
            write.put_own(*member, &text).await?;
        }
        owns.push((*member, write.own(*member).await?));
        texts.push((*member, text));
    }
    let result = if as_before {
        earlier
    } else {
        for (member, text) in &texts {
            write.put_member(id, *member, text).await?;
        }
        let combined = combine::combine(&merge, &owns, &write.trusts().await?);
        let (record, choices) =
            combined.ok_or_else(|| Error::NotFound(format!("members of {id}")))?;
        merge.choices = choices;
        serde_json::to_string(&record).map_err(|error| Error::internal("merge", error))?
    };
    write.put_merge(&merge, &result).await?;
    let standing = Standing {
        survivor: merge.survivor,
        merge: id,
    };
    for member in merge.members.iter().filter(|one| **one != merge.survivor) {
        write.set_standing(*member, Some(standing)).await?;
    }
    scribe.set(write, merge.survivor, &result).await
}

/// Makes the merged record anew after a member has changed alone.
pub(crate) async fn recompute(
    app: &App,
    write: &mut Write,
    entry: &Entry,
    id: MergeId,
) -> Result<(), Error> {
    let mut scribe = Scribe::new(app, entry.author.clone(), &entry.reason);
    scribe.behalf.clone_from(&entry.behalf);
    establish(write, &scribe, id).await
}

/// Takes a merge out of force: each member is again what it is alone.
async fn dissolve(
    write: &mut Write,
    scribe: &Scribe<'_>,
    merge: &Merge,
    state: MergeState,
) -> Result<(), Error> {
    for member in &merge.members {
        if *member == merge.survivor {
            let own = write.own_text(*member).await?;
            scribe.set(write, *member, &own).await?;
            write.forget_own(*member).await?;
        } else {
            write.set_standing(*member, None).await?;
            scribe.note(write, *member).await?;
        }
    }
    Ok(write.set_merge_state(merge.id, state).await?)
}

/// Writes the lines of the journal.
struct Scribe<'a> {
    app: &'a App,
    by: Author,
    behalf: Option<String>,
    reason: &'a str,
}

impl<'a> Scribe<'a> {
    const fn new(app: &'a App, by: Author, reason: &'a str) -> Self {
        Self {
            app,
            by,
            behalf: None,
            reason,
        }
    }

    /// Changes the text of a place; the journal keeps both whole places.
    async fn set(&self, write: &mut Write, place: PlaceId, text: &str) -> Result<(), Error> {
        let missing = || Error::NotFound(format!("place {place}"));
        let before = write.place(place).await?.ok_or_else(missing)?;
        let record = serde_json::from_str(text).map_err(|error| Error::internal("merge", error))?;
        let after = portulan_model::Place {
            record,
            ..before.clone()
        };
        let json = |place: &portulan_model::Place| serde_json::to_string(place).ok();
        let entry = self.entry(&before.slug, json(&before), json(&after));
        Ok(write.set_text(place, text, &entry).await?)
    }

    /// Leaves a line about a place that is shown or hidden, and is what it was.
    async fn note(&self, write: &mut Write, place: PlaceId) -> Result<(), Error> {
        let own = write.own_text(place).await?;
        self.set(write, place, &own).await
    }

    fn entry(&self, slug: &Slug, before: Option<String>, after: Option<String>) -> Entry {
        Entry {
            at: self.app.now(),
            author: self.by.clone(),
            behalf: self.behalf.clone(),
            subject: None,
            object: format!("lieu-{slug}"),
            deed: Deed::Updated,
            reason: self.reason.to_owned(),
            request: format!("fusion-{}", self.app.now().timestamp_millis()),
            before,
            after,
        }
    }
}

/// Changes what a place is alone. A survivor's row follows through its merge, and so does that of who stands for it.
pub(crate) async fn set_own(
    app: &App,
    write: &mut Write,
    entry: &Entry,
    place: PlaceId,
    record: &PlaceRecord,
) -> Result<(), Error> {
    let text = serde_json::to_string(record).map_err(|error| Error::internal("merge", error))?;
    let merge = write.merge_of(place).await?;
    let survives = merge.is_some() && write.stands_for(place).await?.is_none();
    if survives {
        write.put_own(place, &text).await?;
    } else {
        write.set_text(place, &text, entry).await?;
    }
    match merge {
        Some(id) => recompute(app, write, entry, id).await,
        None => Ok(()),
    }
}
