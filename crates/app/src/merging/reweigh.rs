//! Merged records follow how far their sources are trusted.

use std::collections::BTreeSet;

use portulan_model::journal::Author;
use portulan_model::{MergeId, Slug};
use portulan_policy::{Actor, Node, actions::MergePlaces, allow};

use super::{Scribe, active, combine};
use crate::{App, Error};

/// Who does it, where a capability is asked.
const MACHINE: &str = "trust";

/// Makes anew the merged records in which a source has part. Those that come out as they were leave no line.
pub(crate) async fn reweigh(
    app: &App,
    by: Author,
    source: &Slug,
    reason: &str,
) -> Result<(), Error> {
    let capability = allow::<MergePlaces>(&Actor::Job(MACHINE), &Node::Installation)?;
    let standing = app.store().merged_places().await?;
    let merges: BTreeSet<MergeId> = standing
        .iter()
        .map(|(_, standing)| standing.merge)
        .collect();
    let mut write = app.store().begin_merge(&capability).await?;
    let trusts = write.trusts().await?;
    let scribe = Scribe::new(app, by, reason);
    for id in merges {
        let (mut merge, earlier) = active(&mut write, id).await?;
        let mut owns = Vec::with_capacity(merge.members.len());
        for member in &merge.members {
            owns.push((*member, write.own(*member).await?));
        }
        if owns.iter().all(|(_, own)| own.external.source != *source) {
            continue;
        }
        let Some((record, choices)) = combine::combine(&merge, &owns, &trusts) else {
            continue;
        };
        let result =
            serde_json::to_string(&record).map_err(|error| Error::internal("merge", error))?;
        if result != earlier || choices != merge.choices {
            merge.choices = choices;
            write.put_merge(&merge, &result).await?;
            scribe.set(&mut write, merge.survivor, &result).await?;
        }
    }
    write.commit().await?;
    app.refresh().await
}
