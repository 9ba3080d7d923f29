//! What an intention meets, for its author: among the records that whoever looks may read, while it is typed and after.

use portulan_app::means::overlaps::{self, Found};
use portulan_model::means::intentions::Intention;
use portulan_overlap::Compared;

use super::told;
use crate::auth::{Desk, Refused};
use crate::pages::parts::{Line, Part};

/// Records shown at once, the surest first: a form is no list to go through.
const MOST: usize = 12;

/// The parts of a page that tell them.
pub(in crate::pages) async fn parts(desk: &Desk, one: &Intention) -> Result<Vec<Part>, Refused> {
    let words = desk.words();
    let item = overlaps::of_intention(desk.app(), one).await?;
    let found = overlaps::beside(desk.app(), desk.actor(), item).await?;
    let mut parts = vec![Part::Title("autour", words.get("recouv-autour"))];
    if found.is_empty() {
        parts.push(Part::Text(words.get("recouv-autour-none")));
        return Ok(parts);
    }
    let told = [("n", found.len().into())];
    parts.push(Part::Text(words.with("recouv-autour-lead", &told)));
    let lines = found.iter().take(MOST);
    let lines = lines.map(|(one, compared)| line(desk, one, compared));
    parts.push(Part::Lines(lines.collect()));
    Ok(parts)
}

/// A record, why it is looked at, and what speaks for it.
fn line(desk: &Desk, one: &Found, compared: &Compared) -> Line {
    let view = told::record(desk, &one.item, &one.origin);
    let label = compared.outcome.label();
    let label = label.map(|label| desk.words().told(&label.told()));
    let evidence = told::reasons(desk, compared).evidence;
    let why: Vec<String> = label.into_iter().chain(evidence).collect();
    Line {
        words: format!("{} : {}", view.kind, view.title),
        address: view.address,
        more: format!("{}. {}.", view.about, why.join(" · ")),
        button: None,
    }
}
