//! Schemes and networks (*dispositifs*, *réseaux*): a programme with a lead, partners, a period, places and posts.
//!
//! A place belongs to as many as it really does and is entered once: a scheme names its places, or the slug under which
//! place records name it, or the national programme that it carries out. Its posts name it; its governance is the body
//! whose seat it is, or none.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::areas::Area;
use crate::governance::FoundingDocument;
use crate::ids::{PlaceId, Slug};
use crate::lists::Programme;
use crate::periods::Period;
use crate::places::PlaceRecord;
use crate::proposals::Prose;
use crate::territories::TerritoryKey;
use crate::words::{fields_of, worded};

worded! {
    /// What a scheme is.
    SchemeKind {
        /// A programme with means: *Conseillers numériques*.
        Programme = "programme",
        /// Places that work together: EPN, libraries.
        Network = "reseau",
        /// A label that places bear.
        Label = "label",
    }
}

fields_of! {
    /// A field of a scheme that those who co-ordinate it change together. Its address and its level stay; its documents and
    /// its places have forms of their own.
    SchemeField of Scheme {
        Name name = "disp-nom",
        Kind kind = "disp-type",
        Area area = "disp-zone",
        Lead lead = "disp-pilote",
        Partners partners = "disp-partenaires",
        Period period = "disp-quand",
        PartOf part_of = "disp-parent",
        Programme programme = "disp-programme",
        Network network = "disp-reseau",
        Summary summary = "disp-resume",
    }
}

/// A scheme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scheme {
    /// Readable address, for ever: `/dispositifs/<slug>`.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: SchemeKind,
    /// The level at which it is led: where it is shown, once.
    pub level: TerritoryKey,
    /// What it covers.
    #[serde(default)]
    pub area: Area,
    /// Who leads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<Slug>,
    /// With whom.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub partners: BTreeSet<Slug>,
    /// From when to when.
    #[serde(default)]
    pub period: Period,
    /// What it stands on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub founding: Vec<FoundingDocument>,
    /// The scheme of which it is the local part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<Slug>,
    /// The national programme that it carries out: places that bear it belong to it, within its area.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub programme: Option<Programme>,
    /// The network under which records of places name it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network: Option<Slug>,
    /// Places that belong to it, whatever their records say.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub places: BTreeSet<PlaceId>,
    /// What it is for, in a few lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Prose>,
}

impl Scheme {
    /// Whether it runs on a day.
    #[must_use]
    pub fn is_on(&self, day: NaiveDate) -> bool {
        self.period.holds(day)
    }

    /// Whether a place belongs to it: it was named, or its record names the network, or it bears the programme within
    /// the area.
    #[must_use]
    pub fn has_place(&self, id: PlaceId, record: &PlaceRecord) -> bool {
        let networked = self
            .network
            .as_ref()
            .is_some_and(|network| record.networks.contains(network));
        let within = record
            .address
            .insee
            .is_some_and(|commune| self.area.reach(commune).is_some());
        let bears = self
            .programme
            .is_some_and(|programme| record.programmes.contains(programme));
        self.places.contains(&id) || networked || (bears && within)
    }

    /// Everybody in it: the lead and the partners, each once.
    pub fn organisations(&self) -> impl Iterator<Item = &Slug> {
        let lead = self.lead.as_ref();
        let others = self.partners.iter();
        lead.into_iter()
            .chain(others.filter(move |one| Some(*one) != lead))
    }
}
