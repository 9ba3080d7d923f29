//! Before an organisation is added that looks like one that is known: what it looks like, and a box for who means another.

use portulan_app::organisations::lookalikes;
use portulan_model::Slug;
use portulan_model::people::Organisation;

use super::super::answers::Answers;
use super::super::blocks::{Block, Link, Maker, Note};
use crate::auth::Desk;
use crate::pages::addresses;
use crate::pages::typed::territory_name;

/// The box, and what it says.
const TWIN: &str = "org-double";
const OTHER: &str = "autre";
/// Those that it looks like, carried by the form so that they are shown again with it.
const LIKE: &str = "org-ressemble";

/// Asks whether it is one of those that it looks like; who said that it is another is not asked again.
pub(super) fn ask(desk: &Desk, answers: &mut Answers, typed: &Organisation) {
    if answers.has(TWIN, OTHER) {
        return;
    }
    let found = lookalikes(&desk.visit.directory, typed);
    if found.is_empty() {
        return;
    }
    answers.drop(LIKE);
    for slug in &found {
        answers.add(LIKE, slug.to_string());
    }
    answers.fault(TWIN, desk.words().get("edit-org-double-wrong"));
}

/// What it looks like, at the top of the form; nothing where nothing was found.
pub(super) fn blocks(desk: &Desk, answers: &Answers) -> Vec<Block> {
    let words = desk.words();
    let directory = &desk.visit.directory;
    let known = answers.told(LIKE).filter_map(|text| {
        let slug: Slug = text.parse().ok()?;
        let one = directory.organisations.get(&slug)?;
        Some(Link {
            address: desk.visit.link(&addresses::organisation(&slug)),
            words: one.name.clone(),
            more: territory_name(directory, &one.territory),
        })
    });
    let known: Vec<Link> = known.collect();
    if known.is_empty() {
        return Vec::new();
    }
    let carried = answers.told(LIKE);
    let mut blocks: Vec<Block> = carried
        .map(|slug| Block::Hidden(LIKE.to_owned(), slug.to_owned()))
        .collect();
    blocks.push(Block::Note(Note {
        title: words.get("edit-org-double-title"),
        lines: vec![words.get("edit-org-double-lead")],
    }));
    blocks.push(Block::Links(known));
    blocks.push(Maker { words, answers }.boxes(TWIN, &[OTHER]));
    blocks
}
