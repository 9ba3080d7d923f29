//! Writes the database of the upgrade fixtures: `cargo run -p portulan-store --example fixture -- sqlite:FILE`.
//!
//! Dump it next into `fixtures/<migration>.<engine>.sql`: `sqlite3 FILE .dump`, or for an empty database ADDRESS
//! `pg_dump --inserts --no-owner ADDRESS | grep -vE '^(--|SET |\\|SELECT pg_catalog.set_config|$)'` (what is left out
//! changes with each version of `pg_dump` and is no part of the database).

use portulan_model::journal::Deed;
use portulan_policy::{Actor, Alone, Capability, Node, allow};
use portulan_store::{DatabaseUrl, Store};
use portulan_testkit::PlaceBuilder;
use portulan_testkit::builders::entry;

fn may<A: Alone>() -> Result<Capability<A>, Box<dyn std::error::Error>> {
    Ok(allow(&Actor::Operator, &Node::Installation)?)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let address = std::env::args().nth(1).ok_or("which database?")?;
    let store = Store::open(&DatabaseUrl::parse(&address)?).await?;
    let place = PlaceBuilder::new(1).build();
    let mut write = store.begin(&may()?).await?;
    write.insert(&place, &entry(Deed::Created, &place)).await?;
    write.commit().await?;
    store
        .put_layer(
            &may()?,
            "contours",
            1,
            &[0, 10, 255],
            &entry(Deed::Updated, &place),
        )
        .await?;
    Ok(())
}
