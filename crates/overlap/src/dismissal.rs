//! What a pair is set aside for: while the same counts again, whoever set it aside is not asked again.

use portulan_model::Told;
use portulan_model::means::overlaps::Counted;

use crate::compared::{Compared, Evidence};
use crate::item::Item;

/// What counts of a pair; none where nothing overlaps. A weight that is set anew, or a word more in common, is no change.
#[must_use]
pub fn counted(one: &Item, other: &Item, compared: &Compared) -> Option<Counted> {
    let label = compared.outcome.label()?;
    let (one, other) = (one.id.as_str(), other.id.as_str());
    let evidence = compared.evidence.iter().map(|one| &one.evidence);
    let told = evidence.filter(|one| !matches!(one, Evidence::Words { .. }));
    let mut told: Vec<Told> = told.map(Evidence::told).collect();
    told.sort_by_cached_key(|one| (one.id.clone(), format!("{:?}", one.with)));
    Some(Counted {
        a: one.min(other).to_owned(),
        b: one.max(other).to_owned(),
        label: label.slug().to_owned(),
        evidence: told,
    })
}
