//! What the address asks, made plain: empty fields dropped, the parts of a moment joined, a point kept only for the
//! text it was found for. Every other address of the page is made from it.

use portulan_app::orientation::Ask;
use portulan_geo::Spot;
use portulan_model::orientation::{Situation, Theme};
use portulan_model::{Service, TerritoryKind};

use crate::pages::addresses;
use crate::pages::visit::{LANGUAGE, Visit};
use crate::query::BadParameter;

/// Parameters that hold a point or an area found for the text of `pour`.
const SPOT: &[&str] = &["lat", "lon", "territoire", "pour"];
/// Parameters that have fields of their own in the forms.
const FIELDS: &[&str] = &[
    "ou",
    "besoin",
    "quand",
    "public",
    "prise_en_charge",
    "frais",
    "acces",
    "accompagnement",
    "itinerance",
    "dispositif",
    "reseau",
    "label",
    "rayon",
    "tri",
    "q",
];

/// Whether a parameter narrows the places beyond where and when.
pub(super) fn is_filter(name: &str) -> bool {
    let apart = ["ou", "quand", "rayon", "tri", "limite", "langue", "carte"];
    !apart.contains(&name) && !SPOT.contains(&name)
}

/// The request of a results page.
#[derive(Clone)]
pub(super) struct Asked {
    pub(super) pairs: Vec<(String, String)>,
    pub(super) theme: Option<Theme>,
    pub(super) situation: Option<Situation>,
    pub(super) map: bool,
}

impl Asked {
    pub(super) fn of(visit: &Visit) -> Self {
        let mut pairs: Vec<(String, String)> = visit.pairs.clone();
        pairs.retain(|(_, value)| !value.trim().is_empty());
        join_moment(&mut pairs);
        drop_stale_spot(&mut pairs);
        if !visit.chosen {
            pairs.retain(|(name, _)| name != LANGUAGE);
        }
        let value = |name: &str| {
            pairs
                .iter()
                .find(|(given, _)| given == name)
                .map(|(_, value)| value.as_str())
        };
        Self {
            theme: value("theme")
                .and_then(|slug| Theme::ALL.into_iter().find(|theme| theme.slug() == slug)),
            situation: value("situation").and_then(|slug| {
                Situation::ALL
                    .into_iter()
                    .find(|situation| situation.slug() == slug)
            }),
            map: value("carte") == Some("1"),
            pairs,
        }
    }

    /// A theme or a situation stands for the services that answer it; an area that was chosen, for the text it has.
    pub(super) fn complete(&self, ask: &mut Ask) {
        if self.value("pour").is_some() && self.value("territoire").is_some() {
            ask.place_text = None;
        }
        if ask.query.needs.is_empty() {
            let services: &[Service] = match (self.theme, self.situation) {
                (Some(theme), _) => theme.services(),
                (None, Some(situation)) => situation.services(),
                (None, None) => &[],
            };
            ask.query.needs = services.iter().copied().collect();
        }
    }

    /// What was not understood is told once and goes no further.
    pub(super) fn forget(&mut self, bad: &[BadParameter]) {
        self.pairs.retain(|(name, value)| {
            !bad.iter()
                .any(|bad| bad.name == *name && bad.value == value.trim())
        });
    }

    pub(super) fn value(&self, name: &str) -> Option<&str> {
        self.pairs
            .iter()
            .find(|(given, _)| given == name)
            .map(|(_, value)| value.as_str())
    }

    /// What narrows the places beyond where and when.
    pub(super) fn filters(&self) -> impl Iterator<Item = &(String, String)> {
        self.pairs.iter().filter(|(name, _)| is_filter(name))
    }

    pub(super) fn has(&self, name: &str, value: &str) -> bool {
        self.pairs
            .iter()
            .any(|(given, said)| given == name && said == value)
    }

    /// Whether no place is said in any way.
    pub(super) fn is_unplaced(&self) -> bool {
        ["ou", "lat", "territoire", "polygone"]
            .iter()
            .all(|name| self.value(name).is_none())
    }

    pub(super) fn address(&self) -> String {
        addresses::with_query(
            addresses::RESULTS,
            self.pairs.iter().map(|(name, value)| (name, value)),
        )
    }

    /// The same request with one parameter set, from its first page.
    pub(super) fn with(&self, name: &str, value: &str) -> String {
        self.set(name, value).address()
    }

    /// The same request without a parameter, from its first page.
    pub(super) fn without(&self, name: &str) -> String {
        self.drop(|given, _| given == name).address()
    }

    pub(super) fn set(&self, name: &str, value: &str) -> Self {
        let mut asked = self.drop(|given, _| given == name);
        asked.pairs.push((name.to_owned(), value.to_owned()));
        asked
    }

    /// The same request with one more value of a parameter.
    pub(super) fn and(mut self, name: &str, value: &str) -> Self {
        if !self.has(name, value) {
            self.pairs.push((name.to_owned(), value.to_owned()));
        }
        self
    }

    pub(super) fn drop(&self, unwanted: impl Fn(&str, &str) -> bool) -> Self {
        let mut asked = self.clone();
        asked
            .pairs
            .retain(|(name, value)| name != "curseur" && !unwanted(name, value));
        asked
    }

    /// The same request at a spot, whatever its text: a wide territory by its limits, everything else by its point.
    pub(super) fn at(&self, text: &str, spot: &Spot) -> Self {
        let mut asked = self.drop(|name, _| name == "ou" || SPOT.contains(&name));
        let mut push = |name: &str, value: String| asked.pairs.push((name.to_owned(), value));
        push("ou", text.to_owned());
        push("pour", text.to_owned());
        let wide = spot
            .territory
            .as_ref()
            .filter(|key| key.kind() < TerritoryKind::Commune);
        match (wide.or(spot.territory.as_ref()), spot.position) {
            (_, Some(position)) if wide.is_none() => {
                push("lat", format!("{:.5}", position.lat()));
                push("lon", format!("{:.5}", position.lon()));
            }
            (Some(key), _) => push("territoire", key.to_string()),
            (None, _) => {}
        }
        asked
    }

    /// What the forms carry along without showing it.
    pub(super) fn hidden(&self) -> Vec<(String, String)> {
        let shown = |name: &str| FIELDS.contains(&name) || name == "curseur";
        let needs = self
            .pairs
            .iter()
            .filter(|(name, _)| name == "besoin")
            .count();
        let kept = self
            .pairs
            .iter()
            .filter(|(name, _)| !shown(name) || (name == "besoin" && needs > 1) || name == "q");
        kept.cloned().collect()
    }
}

/// `jour` and `moment`, two fields of a form, are one `quand`.
fn join_moment(pairs: &mut Vec<(String, String)>) {
    let value = |name: &str| {
        pairs
            .iter()
            .find(|(given, _)| given == name)
            .map(|(_, value)| value.clone())
    };
    let (day, part) = (value("jour"), value("moment"));
    pairs.retain(|(name, _)| name != "jour" && name != "moment");
    if let Some(day) = day {
        pairs.retain(|(name, _)| name != "quand");
        let when = part.map_or_else(|| day.clone(), |part| format!("{day}:{part}"));
        pairs.push(("quand".to_owned(), when));
    }
}

/// A point goes with the text it was found for: when the text changes, the point is dropped.
fn drop_stale_spot(pairs: &mut Vec<(String, String)>) {
    let value = |name: &str| {
        pairs
            .iter()
            .find(|(given, _)| given == name)
            .map(|(_, value)| value.clone())
    };
    let text = value("ou");
    if text.is_some()
        && text != value("pour")
        && (value("pour").is_some() || value("lat").is_some())
    {
        pairs.retain(|(name, _)| !SPOT.contains(&name.as_str()));
    } else if text.is_none() && value("pour").is_some() {
        pairs.retain(|(name, _)| !SPOT.contains(&name.as_str()));
    }
}
