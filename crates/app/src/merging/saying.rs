//! What people say of a merged place is kept with one of its members, and is what is shown from then on.
//!
//! A field that a person gave to a member stays with that member; the others go to the place that was spoken of. Where
//! the rules would show another value all the same, that member is named for the field. Undone, each member keeps what
//! was said of it.

use std::collections::BTreeMap;

use portulan_model::journal::Entry;
use portulan_model::{Place, PlaceField, PlaceId, PlaceRecord};
use portulan_store::Write;

use super::{active, name, set_own};
use crate::{App, Error};

/// With which member each field is kept.
pub(crate) type Kept = BTreeMap<PlaceField, PlaceId>;

/// Where what is said of fields of a place is kept. `of` is the place that was spoken of, `shown` the one that stands
/// for it; a member that is where the place used to be keeps nothing.
pub(crate) async fn kept_with(
    write: &mut Write,
    (of, shown): (PlaceId, PlaceId),
    fields: &[PlaceField],
) -> Result<Kept, Error> {
    let own = keeper(write, (of, shown)).await?;
    let wishes = match write.merge_of(shown).await? {
        Some(id) => active(write, id).await?.0,
        None => return Ok(fields.iter().map(|field| (*field, own)).collect()),
    };
    let named = |field: &PlaceField| {
        let named = wishes.wishes.get(field).copied();
        named.filter(|member| !wishes.former.contains_key(member))
    };
    let kept = fields.iter();
    Ok(kept
        .map(|field| (*field, named(field).unwrap_or(own)))
        .collect())
}

/// The place that was spoken of, where it still stands in its group; else the one that stands for it.
pub(crate) async fn keeper(
    write: &mut Write,
    (of, shown): (PlaceId, PlaceId),
) -> Result<PlaceId, Error> {
    let Some(id) = write.merge_of(shown).await? else {
        return Ok(shown);
    };
    let (merge, _) = active(write, id).await?;
    let stands = merge.members.contains(&of) && !merge.former.contains_key(&of);
    Ok(if stands { of } else { shown })
}

/// Writes fields with the members that keep them; `say` changes a field of what a member is alone.
pub(crate) async fn say(
    app: &App,
    write: &mut Write,
    entry: &Entry,
    kept: &Kept,
    mut say: impl FnMut(PlaceField, &mut PlaceRecord),
) -> Result<(), Error> {
    let mut by_member: BTreeMap<PlaceId, Vec<PlaceField>> = BTreeMap::new();
    for (field, member) in kept {
        by_member.entry(*member).or_default().push(*field);
    }
    for (member, fields) in by_member {
        say_of(app, write, entry, member, |own| {
            for field in fields {
                say(field, own);
            }
        })
        .await?;
    }
    Ok(())
}

/// Changes what one place is alone; the line of the journal is about that very place.
pub(crate) async fn say_of(
    app: &App,
    write: &mut Write,
    entry: &Entry,
    member: PlaceId,
    say: impl FnOnce(&mut PlaceRecord),
) -> Result<(), Error> {
    let found = write.place(member).await?;
    let found = found.ok_or_else(|| Error::NotFound(format!("place {member}")))?;
    let before = Place {
        record: write.own(member).await?,
        ..found
    };
    let mut after = before.clone();
    say(&mut after.record);
    if after == before {
        return Ok(());
    }
    let entry = Entry {
        object: format!("lieu-{}", after.slug),
        before: serde_json::to_string(&before).ok(),
        after: serde_json::to_string(&after).ok(),
        ..entry.clone()
    };
    set_own(app, write, &entry, member, &after.record).await
}

/// Lets what was said be what is shown: where the rules would show another value, the member that keeps it is named.
pub(crate) async fn insist(
    app: &App,
    write: &mut Write,
    entry: &Entry,
    (shown, kept): (PlaceId, &Kept),
    said: &PlaceRecord,
) -> Result<(), Error> {
    // The position follows an address that is named: both are looked at again.
    for _ in 0..2 {
        let Some(place) = write.place(shown).await? else {
            return Ok(());
        };
        let mut lost: BTreeMap<PlaceId, Vec<PlaceField>> = BTreeMap::new();
        for (field, member) in kept {
            if !field.same(said, &place.record) {
                lost.entry(*member).or_default().push(*field);
            }
        }
        if lost.is_empty() {
            return Ok(());
        }
        for (member, fields) in lost {
            name(app, write, entry, member, &fields).await?;
        }
    }
    Ok(())
}
