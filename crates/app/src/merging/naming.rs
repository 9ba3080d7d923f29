//! Naming the member of a group whose value is shown, when what people say would not be.

use portulan_model::journal::Entry;
use portulan_model::{PlaceField, PlaceId};
use portulan_store::Write;

use super::{active, recompute};
use crate::{App, Error};

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
