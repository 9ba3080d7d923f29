//! How far a right reaches when places are put together or taken apart: to every place of their groups, each where it
//! stands alone.

use portulan_model::{Place, PlaceId};
use portulan_policy::{Alone, Capability, Node};
use portulan_store::Write;

use super::gather;
use crate::{App, Error, rights};

/// Refuses places that a capability does not cover together, with all those of their groups.
pub(crate) async fn covers<A: Alone>(
    app: &App,
    write: &mut Write,
    capability: &Capability<A>,
    places: &[PlaceId],
) -> Result<(), Error> {
    if *capability.node() == Node::Installation {
        return Ok(());
    }
    let directory = app.directory();
    let (members, _) = gather(write, places).await?;
    let mut targets = Vec::with_capacity(members.len());
    for id in members {
        let found = write.place(id).await?;
        let found = found.ok_or_else(|| Error::NotFound(format!("place {id}")))?;
        let record = write.own(id).await?;
        targets.push(rights::place_alone(&directory, &Place { record, ..found }));
    }
    rights::covers_together(capability, &targets)
}
