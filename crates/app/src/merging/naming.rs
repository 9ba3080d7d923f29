//! Which member of a group a person named for a field, and naming one when what they say would not be shown.

use std::collections::BTreeMap;

use portulan_model::journal::Entry;
use portulan_model::{PlaceField, PlaceId};
use portulan_store::Write;

use super::{active, recompute};
use crate::{App, Error};

/// The members that a person named for fields of a merged place, those that still stand; none for a place alone.
pub(crate) async fn keepers(
    write: &mut Write,
    place: PlaceId,
) -> Result<BTreeMap<PlaceField, PlaceId>, Error> {
    let Some(id) = write.merge_of(place).await? else {
        return Ok(BTreeMap::new());
    };
    let (merge, _) = active(write, id).await?;
    let mut wishes = merge.wishes;
    wishes.retain(|_, member| !merge.former.contains_key(member));
    Ok(wishes)
}

/// Lets a merged place show the values of one member for some fields.
pub(crate) async fn name(
    app: &App,
    write: &mut Write,
    entry: &Entry,
    member: PlaceId,
    fields: &[PlaceField],
) -> Result<(), Error> {
    let Some(id) = write.merge_of(member).await? else {
        return Ok(());
    };
    let (mut merge, _) = active(write, id).await?;
    for field in fields {
        merge.wishes.insert(*field, member);
    }
    // Without the earlier result, the merged record is made anew.
    write.put_merge(&merge, "").await?;
    recompute(app, write, entry, id).await
}
