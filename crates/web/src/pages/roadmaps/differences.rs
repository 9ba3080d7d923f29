//! What changed between two contents, told in sentences; of an action, each part as it was and as it is.

use portulan_app::editing::conflicts::Fielded as _;
use portulan_app::roadmaps::parts::ActionPart;
use portulan_i18n::Words;
use portulan_model::roadmaps::{Action, Change, Content, Item, Roadmap, differences};

use super::form::part_told;
use crate::pages::visit::Visit;

/// A change in a sentence, and the parts of an action that changed.
pub(super) struct Told {
    pub(super) sentence: String,
    pub(super) parts: Vec<Part>,
}

/// A part as it was and as it is.
pub(super) struct Part {
    pub(super) name: String,
    pub(super) before: Vec<String>,
    pub(super) after: Vec<String>,
}

/// All that changed.
pub(super) fn told(
    visit: &Visit,
    roadmap: &Roadmap,
    (before, after): (&Content, &Content),
) -> Vec<Told> {
    let words = Words::new(visit.lang);
    let sentence = |change: Change| {
        let parts = match &change {
            Change::Changed { action, .. } => {
                let both = before.action(*action).zip(after.action(*action));
                both.map_or_else(Vec::new, |both| parts(visit, roadmap, both))
            }
            _ => Vec::new(),
        };
        Told {
            sentence: said(words, (before, after), &change),
            parts,
        }
    };
    differences(before, after)
        .into_iter()
        .map(sentence)
        .collect()
}

fn kind(item: Item) -> &'static str {
    match item {
        Item::Axis(_) => "axe",
        Item::Objective(_) => "objectif",
        Item::Action(_) => "action",
    }
}

fn said(words: Words, (old, new): (&Content, &Content), change: &Change) -> String {
    match change {
        Change::Added { item, title } => titled(words, "roadmap-change-added", *item, title),
        Change::Removed { item, title } => titled(words, "roadmap-change-removed", *item, title),
        Change::Renamed {
            item,
            before,
            after,
        } => words.with(
            &format!("roadmap-change-renamed-{}", kind(*item)),
            &[
                ("before", before.as_str().into()),
                ("after", after.as_str().into()),
            ],
        ),
        Change::Moved { item, from, to } => words.with(
            &format!("roadmap-change-moved-{}", kind(*item)),
            &[
                ("title", title(new, *item).into()),
                ("from", title(old, *from).into()),
                ("to", title(new, *to).into()),
            ],
        ),
        Change::Changed { action, title, .. } => titled(
            words,
            "roadmap-change-changed",
            Item::Action(*action),
            title,
        ),
        Change::Reworked { objective, title } => titled(
            words,
            "roadmap-change-changed",
            Item::Objective(*objective),
            title,
        ),
    }
}

fn titled(words: Words, id: &str, item: Item, title: &str) -> String {
    words.with(&format!("{id}-{}", kind(item)), &[("title", title.into())])
}

/// The title of an item.
fn title(content: &Content, item: Item) -> String {
    let axes = || content.axes.iter();
    let found = match item {
        Item::Axis(id) => axes().find(|one| one.id == id).map(|one| &one.title),
        Item::Objective(id) => content
            .objectives()
            .find(|one| one.id == id)
            .map(|one| &one.title),
        Item::Action(id) => content.action(id).map(|one| &one.title),
    };
    found.cloned().unwrap_or_default()
}

/// The parts of an action that changed, its title apart: a sentence of its own tells that one.
fn parts(visit: &Visit, roadmap: &Roadmap, (before, after): (&Action, &Action)) -> Vec<Part> {
    let words = Words::new(visit.lang);
    let changed = ActionPart::ALL.into_iter();
    let changed = changed.filter(|part| *part != ActionPart::Title);
    changed
        .filter(|part| !Action::same(*part, before, after))
        .map(|part| Part {
            name: words.get(&format!("roadmap-part-{}", part.slug())),
            before: part_told(visit, roadmap, part, before),
            after: part_told(visit, roadmap, part, after),
        })
        .collect()
}
