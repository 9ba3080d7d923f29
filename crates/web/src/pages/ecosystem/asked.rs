//! What is asked of the picture: `territoire`, or a name in `ou`; `niveau`; `role`; `sorte`, any number of
//! times; `vue`; `page`.

use std::collections::BTreeSet;

use portulan_geo::{Found, Spot};
use portulan_i18n::Words;
use portulan_levels::{ActorKind, Level};
use portulan_model::{OrganisationRole, TerritoryKey};

use super::Choice;
use crate::pages::addresses;
use crate::pages::levels::word;
use crate::pages::organisations::role_words;
use crate::pages::territory::{Named, named};
use crate::pages::visit::Visit;

/// Names among which one chooses.
const CHOICES: usize = 8;

/// A picture that can be drawn.
pub(super) struct Asked {
    pub(super) key: TerritoryKey,
    pub(super) level: Option<Level>,
    /// Only those organisations that have it, and what is tied to them.
    pub(super) role: Option<OrganisationRole>,
    pub(super) kinds: BTreeSet<ActorKind>,
    pub(super) table: bool,
    pub(super) page: usize,
}

/// Where a request leads.
pub(super) enum Whither {
    /// To a picture.
    Here(Asked),
    /// To another address.
    Elsewhere(String),
    /// To the territories that the words may name.
    Choose {
        wanted: String,
        among: Vec<TerritoryKey>,
    },
}

/// The word of addresses for a kind.
pub(super) const fn kind_word(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Body => "gouvernances",
        ActorKind::Organisation => "structures",
        ActorKind::Grouping => "dispositifs",
        ActorKind::Place => "lieux",
    }
}

/// Reads the address.
pub(super) fn whither(visit: &Visit) -> Whither {
    let wanted = visit.value("ou").unwrap_or_default().trim().to_owned();
    if let Some(text) = visit.value("territoire").filter(|text| !text.is_empty()) {
        return match named(visit, text) {
            Some(Named::Here(key)) if wanted.is_empty() => Whither::Here(asked(visit, key)),
            Some(Named::Elsewhere(key)) if wanted.is_empty() => {
                Whither::Elsewhere(addresses::ecosystem(&key))
            }
            _ => sought(
                visit,
                if wanted.is_empty() {
                    text.to_owned()
                } else {
                    wanted
                },
            ),
        };
    }
    sought(visit, wanted)
}

/// A name, typed with mistakes or not.
fn sought(visit: &Visit, wanted: String) -> Whither {
    if wanted.is_empty() {
        let among = Vec::new();
        return Whither::Choose { wanted, among };
    }
    let geocoder = &visit.directory.geocoder;
    let spots = match geocoder.find(&wanted) {
        Found::One(spot) => vec![spot],
        Found::Several(spots) => spots,
        Found::Nothing => geocoder.suggest(&wanted, CHOICES),
    };
    let key = |spot: Spot| {
        let commune = spot.commune.map(TerritoryKey::commune);
        spot.territory.or(commune)
    };
    let mut among: Vec<TerritoryKey> = Vec::new();
    for key in spots.into_iter().filter_map(key) {
        if among.len() < CHOICES && !among.contains(&key) {
            among.push(key);
        }
    }
    match among.as_slice() {
        [only] => Whither::Elsewhere(addresses::ecosystem(only)),
        _ => Whither::Choose { wanted, among },
    }
}

fn asked(visit: &Visit, key: TerritoryKey) -> Asked {
    let values = |name: &'static str| {
        let given = visit.pairs.iter().filter(move |(given, _)| given == name);
        given.map(|(_, value)| value.as_str())
    };
    let level = visit.value("niveau");
    let sorts: BTreeSet<_> = values("sorte").collect();
    let wanted = |kind: &ActorKind| sorts.contains(kind_word(*kind));
    let mut kinds: BTreeSet<_> = ActorKind::ALL.into_iter().filter(wanted).collect();
    if kinds.is_empty() {
        kinds = ActorKind::ALL.into();
    }
    Asked {
        key,
        level: Level::ALL.into_iter().find(|one| Some(word(*one)) == level),
        role: visit.value("role").and_then(OrganisationRole::from_slug),
        kinds,
        table: visit.value("vue") == Some("tableau"),
        page: visit
            .value("page")
            .and_then(|text| text.parse().ok())
            .unwrap_or(1)
            .max(1),
    }
}

impl Asked {
    /// The same picture, or its table.
    pub(super) fn address(&self, table: bool, page: usize) -> String {
        let mut pairs = vec![("territoire", self.key.to_string())];
        if let Some(level) = self.level {
            pairs.push(("niveau", word(level).to_owned()));
        }
        if let Some(role) = self.role {
            pairs.push(("role", role.slug().to_owned()));
        }
        if self.kinds.len() < ActorKind::ALL.len() {
            pairs.extend(
                self.kinds
                    .iter()
                    .map(|kind| ("sorte", kind_word(*kind).to_owned())),
            );
        }
        if table {
            pairs.push(("vue", "tableau".to_owned()));
        }
        if page > 1 {
            pairs.push(("page", page.to_string()));
        }
        addresses::with_query(addresses::ECOSYSTEM, pairs)
    }

    pub(super) fn kind_choices(&self, words: Words) -> Vec<Choice> {
        let choice = |kind| Choice {
            value: kind_word(kind),
            words: words.get(&format!("ecosystem-kind-{}", kind_word(kind))),
            chosen: self.kinds.contains(&kind),
        };
        ActorKind::ALL.map(choice).into()
    }

    pub(super) fn role_choices(&self, words: Words) -> Vec<Choice> {
        let choice = |role: &OrganisationRole| Choice {
            value: role.slug(),
            words: role_words(words, *role),
            chosen: self.role == Some(*role),
        };
        OrganisationRole::ALL.iter().map(choice).collect()
    }

    pub(super) fn level_choices(&self, words: Words) -> Vec<Choice> {
        let choice = |level| Choice {
            value: word(level),
            words: words.get(&format!("levels-level-{}", word(level))),
            chosen: self.level == Some(level),
        };
        Level::ALL.map(choice).into()
    }
}
