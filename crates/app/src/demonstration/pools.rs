//! The pool of the demonstration: two invented intentions carried as one request, to which one organisation agreed. Where it
//! was proposed once, nothing is done again.

use std::collections::BTreeMap;

use portulan_model::means::intentions::Intention;
use portulan_model::means::pools::PoolRecord;
use portulan_model::proposals::Prose;
use portulan_model::{Cents, Slug};
use portulan_policy::actions::{JoinPools, ProposePools};
use portulan_policy::{Actor, Capability, Node, allow};
use portulan_pools::Key;
use serde::Deserialize;

use super::governance::entry;
use crate::means::pools::{self, Asked, Given, PoolError, Wish};
use crate::{App, Error};

static FILE: &str = include_str!("../../data/mutualisations-demonstration.json");

#[derive(Debug, Deserialize)]
struct Document {
    intentions: Vec<Intention>,
    pool: Proposed,
}

/// What is proposed, and who agreed.
#[derive(Debug, Deserialize)]
struct Proposed {
    body: Slug,
    title: String,
    lead: Slug,
    /// What each intention keeps for itself.
    own: Cents,
    common: Cents,
    why: Prose,
    agreed: Slug,
}

/// Proposes the pool, unless its body has one already.
pub(super) async fn load(app: &App, actor: &Actor) -> Result<(), Error> {
    let Document { intentions, pool } = serde_json::from_str(FILE)
        .map_err(|error| Error::internal("mutualisations-demonstration.json", error))?;
    if !app
        .store()
        .kept_of::<PoolRecord>(&pool.body)
        .await?
        .is_empty()
    {
        return Ok(());
    }
    let on = Node::Body(pool.body.clone());
    let may: Capability<ProposePools> = allow(actor, &on)?;
    let mut write = app.store().begin_governance(&may).await?;
    let mut added = 0;
    for one in &intentions {
        let object = Node::Organisation(one.organisation.clone()).to_string();
        let line = entry(app, actor, object);
        added += usize::from(write.add_kept(one, &line).await?);
    }
    if added < intentions.len() {
        // Somebody took the pool of the file away, or holds its intentions.
        return Ok(());
    }
    write.commit().await?;
    app.refresh().await?;
    match proposed(app, (actor, &may), &intentions, pool).await {
        Ok(()) => Ok(()),
        Err(PoolError::Other(error)) => Err(error),
        Err(error) => Err(Error::internal("pool of the demonstration", error)),
    }
}

async fn proposed(
    app: &App,
    (actor, may): (&Actor, &Capability<ProposePools>),
    intentions: &[Intention],
    pool: Proposed,
) -> Result<(), PoolError> {
    let slugs: Vec<Slug> = intentions.iter().map(|one| one.slug.clone()).collect();
    let own: BTreeMap<Slug, Cents> = slugs.iter().map(|slug| (slug.clone(), pool.own)).collect();
    let wish = Wish {
        title: pool.title,
        intentions: slugs,
        asked: Asked {
            lead: pool.lead,
            own,
            common: pool.common,
            key: Key::Equal,
            weights: BTreeMap::new(),
        },
        why: Some(pool.why),
    };
    let slug = pools::propose(app, may, wish).await?.slug;
    let joins: Capability<JoinPools> =
        allow(actor, Node::Organisation(pool.agreed)).map_err(Error::from)?;
    let given = Given {
        pool: &slug,
        version: 1,
        why: None,
    };
    pools::agree(app, &joins, given).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_proposed_to_anybody_real() {
        let Document { intentions, pool } = serde_json::from_str(FILE).unwrap();
        let invented = |slug: &Slug| slug.as_str().starts_with("exemple-");
        assert!(invented(&pool.body) && invented(&pool.lead) && invented(&pool.agreed));
        assert!(pool.title.ends_with("(exemple)"));
        for one in intentions {
            assert_eq!(one.check(), Ok(()), "{}", one.title);
            assert!(invented(&one.slug) && invented(&one.organisation));
            assert!(one.title.ends_with("(exemple)"), "{}", one.title);
        }
    }
}
