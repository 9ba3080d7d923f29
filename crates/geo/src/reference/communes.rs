//! Which commune of today a record speaks of: its code, its postcode, its name and its position together.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use portulan_model::{CommuneCode, Position, Postcode, TerritoryCode, TerritoryKey, TerritoryKind};
use portulan_text::search_text;

use super::Reference;
use crate::distance::distance_m;

/// A record's position may lie this far from the centre of its commune: the widest communes, Guyane apart.
const FAR_M: f64 = 40_000.0;

impl Reference {
    /// The commune of today for an old, delegated or present code.
    #[must_use]
    pub fn resolve(&self, code: &CommuneCode) -> Option<CommuneCode> {
        self.today.get(code).copied()
    }

    /// A territory as it is today: a commune that is no more is the one that holds it, any other is itself.
    #[must_use]
    pub fn of_today(&self, key: &TerritoryKey) -> TerritoryKey {
        let now = match key.code() {
            TerritoryCode::Commune(code) => self.resolve(code),
            _ => None,
        };
        now.map_or_else(|| key.clone(), TerritoryKey::commune)
    }

    /// The commune of a record. A known code wins, unless name and postcode both contradict it; else the name among
    /// the communes of the postcode; else the only commune of the postcode; else the only one of that name, or the
    /// only one of that name near the position.
    #[must_use]
    pub fn resolve_commune(
        &self,
        name: &str,
        postcode: Option<&Postcode>,
        insee: Option<&CommuneCode>,
        position: Option<Position>,
    ) -> Option<CommuneCode> {
        let wanted = key(name);
        let coded = insee.and_then(|code| self.resolve(code));
        if let Some(code) = coded
            && (self.is_named(code, &wanted)
                || postcode.is_none_or(|postcode| self.has_postcode(code, *postcode)))
        {
            return Some(code);
        }
        let nearby: &[CommuneCode] = postcode
            .map(|code| self.with_postcode(code))
            .unwrap_or_default();
        let mut named = nearby
            .iter()
            .copied()
            .filter(|code| self.is_named(*code, &wanted));
        if let Some(code) = named.next() {
            return Some(code);
        }
        if coded.is_some() {
            return coded;
        }
        if let [only] = nearby {
            return Some(*only);
        }
        self.only_one_named(&wanted, postcode, position)
    }

    fn only_one_named(
        &self,
        wanted: &str,
        postcode: Option<&Postcode>,
        position: Option<Position>,
    ) -> Option<CommuneCode> {
        let same_department = |code: &CommuneCode| {
            postcode.is_none_or(|postcode| postcode.as_str().get(..2) == code.as_str().get(..2))
        };
        let near = |code: &CommuneCode| match (position, self.centre(*code)) {
            (Some(position), Some(centre)) => distance_m(position, centre) <= FAR_M,
            _ => true,
        };
        let mut candidates = self
            .names()
            .communes_named(wanted)
            .into_iter()
            .filter(|code| same_department(code) && near(code));
        let first = candidates.next()?;
        candidates.next().is_none().then_some(first)
    }

    /// Every commune of today that bears a name, or did.
    #[must_use]
    pub fn communes_called(&self, name: &CommuneName) -> Vec<CommuneCode> {
        let mut codes = self.called().get(&name.0);
        // "Le Rheu" is found as "Rheu", and not the other way round.
        codes.retain(|code| {
            self.keys_of(*code)
                .any(|own| own == name.0 || bare(&own) == name.0)
        });
        codes
    }

    fn called(&self) -> &Called {
        self.called.get_or_init(|| {
            let communes = self.of_kind(TerritoryKind::Commune);
            let today = communes.filter_map(|commune| match commune.key.code() {
                TerritoryCode::Commune(code) => Some((commune.name.as_str(), *code)),
                _ => None,
            });
            let former = self.former_names.iter();
            Called::of(today.chain(former.map(|(name, code)| (name.as_str(), *code))))
        })
    }

    /// Whether a commune bears a name today, or did.
    #[must_use]
    pub fn is_called(&self, code: CommuneCode, name: &CommuneName) -> bool {
        self.is_named(code, &name.0)
    }

    /// Whether the name of a commune begins as another, or the other way round: "Ports" and "Ports-sur-Vienne".
    #[must_use]
    pub fn name_begins(&self, code: CommuneCode, name: &CommuneName) -> bool {
        let begins = |one: &str, two: &str| {
            let (long, short) = if one.len() > two.len() {
                (one, two)
            } else {
                (two, one)
            };
            short.len() >= 3
                && long
                    .strip_prefix(short)
                    .is_some_and(|rest| rest.starts_with(' '))
        };
        self.keys_of(code).any(|own| begins(&own, &name.0))
    }

    fn is_named(&self, code: CommuneCode, wanted: &str) -> bool {
        self.keys_of(code).any(|name| same_name(&name, wanted))
    }

    /// The names of a commune, of today and former, ready to be compared.
    fn keys_of(&self, code: CommuneCode) -> impl Iterator<Item = Cow<'_, str>> {
        let today = self.commune(&code).map(|commune| key(&commune.name));
        let former = self.former_of.get_or_init(|| {
            let mut former: HashMap<CommuneCode, Vec<String>> = HashMap::new();
            for (name, code) in &self.former_names {
                former.entry(*code).or_default().push(key(name));
            }
            former
        });
        let former = former.get(&code).into_iter().flatten();
        today
            .map(Cow::Owned)
            .into_iter()
            .chain(former.map(|name| Cow::Borrowed(name.as_str())))
    }

    /// Whether a commune has a postcode.
    #[must_use]
    pub fn has_postcode(&self, code: CommuneCode, postcode: Postcode) -> bool {
        self.commune(&code)
            .is_some_and(|commune| commune.postcodes.contains(&postcode))
    }

    /// The centre of a commune.
    #[must_use]
    pub fn centre(&self, code: CommuneCode) -> Option<Position> {
        self.territory(&TerritoryKey::commune(code))
            .and_then(|commune| commune.centre)
    }
}

/// The name of a commune, ready to be compared: case, accents, hyphens and "cedex" make no difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommuneName(String);

impl CommuneName {
    /// Reads a name as somebody writes it.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self(key(name))
    }

    /// Whether nothing is left of it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Communes by what their names hash to, articles left out. Much lighter than the index of [`Names`](crate::names::Names)
/// and enough for whole names: what it gives is set against the names themselves.
pub(super) struct Called(Vec<(u64, CommuneCode)>);

impl Called {
    fn of<'a>(names: impl Iterator<Item = (&'a str, CommuneCode)>) -> Self {
        let mut entries: Vec<(u64, CommuneCode)> = names
            .map(|(name, code)| (hash(bare(&key(name))), code))
            .collect();
        entries.sort_unstable();
        entries.dedup();
        Self(entries)
    }

    /// Candidates for a key, in the order of their codes.
    fn get(&self, key: &str) -> Vec<CommuneCode> {
        let wanted = hash(bare(key));
        let from = self.0.partition_point(|(hash, _)| *hash < wanted);
        let rest = self.0.get(from..).unwrap_or_default().iter();
        rest.take_while(|(hash, _)| *hash == wanted)
            .map(|(_, code)| *code)
            .collect()
    }
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

fn key(name: &str) -> String {
    let mut text = search_text(name);
    // "RENNES CEDEX 7" and "Paris 12e Arrondissement" name the commune before those words.
    let mut words = text.split(' ').scan(0, |at, word| {
        let start = *at;
        *at += word.len() + 1;
        Some((start, word))
    });
    if let Some((start, _)) = words.find(|(_, word)| *word == "cedex") {
        text.truncate(start.saturating_sub(1));
    }
    text
}

/// Articles come and go: "Le Rheu" and "Rheu".
fn same_name(one: &str, two: &str) -> bool {
    one == two || bare(one) == bare(two)
}

/// Without its article.
fn bare(key: &str) -> &str {
    let rest = ["le ", "la ", "les ", "l "]
        .iter()
        .find_map(|article| key.strip_prefix(article));
    rest.unwrap_or(key)
}
