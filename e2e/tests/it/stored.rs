//! What a journey finds in the database before it begins.

use anyhow::{Result, ensure};
use portulan_model::journal::Deed;
use portulan_policy::actions::Restore;
use portulan_policy::{Actor, Alone, Capability, Node, allow};
use portulan_store::{DatabaseUrl, Kept, Store};
use portulan_testkit::PlaceBuilder;
use portulan_testkit::builders::entry;
use serde_json::Value;

use crate::walk::Walk;

pub(crate) fn may<A: Alone>() -> Result<Capability<A>> {
    Ok(allow(&Actor::Operator, &Node::Installation)?)
}

/// The database of the installation that is walked through.
pub(crate) async fn store(walk: &Walk) -> Result<Store> {
    let site = walk.site();
    let url = match site.database() {
        Some(address) => DatabaseUrl::parse(address)?,
        None => DatabaseUrl::in_dir(site.data()),
    };
    Ok(Store::open(&url).await?)
}

/// Adds a record.
pub(crate) async fn keep<T: Kept>(store: &Store, value: Value) -> Result<()> {
    let one: T = serde_json::from_value(value)?;
    let line = entry(Deed::Created, &PlaceBuilder::new(1).build());
    let mut write = store.begin_governance(&may::<Restore>()?).await?;
    ensure!(write.add_kept(&one, &line).await?, "it is there already");
    write.commit().await?;
    Ok(())
}

/// The program looks every two seconds whether somebody else wrote.
pub(crate) async fn noticed() {
    tokio::time::sleep(std::time::Duration::from_secs(4)).await;
}
