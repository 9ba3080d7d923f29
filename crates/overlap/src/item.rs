//! What somebody plans, asks for, holds or received, as the records say it.
//!
//! A field that nobody filled is absent: never zero, never "none".

use portulan_model::posts::PostKind;
use portulan_model::roadmaps::Need;
use portulan_model::{Area, Cents, Period, Public, Service, ValueSet};
use serde::{Deserialize, Serialize};

/// What kind of record it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Somebody means to.
    Intention,
    /// Stands in a roadmap.
    Action,
    /// Asks for money.
    Request,
    /// Somebody's position.
    Post,
    /// Money past or running.
    Grant,
}

/// What money is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nature {
    /// Wages.
    #[serde(rename = "personnel")]
    Wages,
    /// Things bought.
    #[serde(rename = "materiel")]
    Equipment,
    /// Training.
    #[serde(rename = "formation")]
    Training,
    /// Studies, advice, running.
    #[serde(rename = "ingenierie")]
    Engineering,
    /// Anything else.
    #[serde(rename = "autre")]
    Other,
}

/// A sum of one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    /// Of which year.
    pub year: i32,
    /// What for.
    pub nature: Nature,
    /// How much.
    pub cents: Cents,
}

/// What another pays or promises.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// Who.
    pub by: String,
    /// How much, where told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cents: Option<Cents>,
    /// For which year, where told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// Whether it was agreed.
    #[serde(default)]
    pub agreed: bool,
}

/// The position that a record holds or brings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// What for; a word that is not of the list is something else.
    #[serde(with = "by_slug")]
    pub kind: PostKind,
    /// Hundredths of a full time, as typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fte: Option<u16>,
    /// Who houses it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host: Option<String>,
    /// Number of its agreement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
}

/// An objective of a roadmap.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Objective {
    /// The roadmap.
    pub roadmap: String,
    /// The objective in it.
    pub objective: String,
}

/// One record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Names it; says nothing.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Who carries it.
    pub bearer: String,
    /// With whom.
    pub partners: Vec<String>,
    /// Of whom money is asked or was received.
    pub funder: Option<String>,
    /// Of which money.
    pub envelope: Option<String>,
    /// As typed.
    pub title: String,
    /// As typed.
    pub summary: String,
    /// Needs of the closed list.
    pub needs: ValueSet<Need>,
    /// A need in words.
    pub other_need: String,
    /// For whom; none means everybody.
    pub publics: ValueSet<Public>,
    /// Services of the closed list.
    pub services: ValueSet<Service>,
    /// Where.
    pub area: Area,
    /// Names of places.
    pub places: Vec<String>,
    /// When.
    pub period: Period,
    /// How much.
    pub amounts: Vec<Amount>,
    /// What others pay.
    pub promises: Vec<Promise>,
    /// The position it is or brings.
    pub post: Option<Held>,
    /// The objective under which it stands.
    pub under: Option<Objective>,
    /// The objective above that it serves.
    pub serves: Option<Objective>,
    /// The record that it asks money for.
    pub pays: Option<String>,
    /// The record that it follows.
    pub continues: Option<String>,
}

impl Item {
    /// A record of which only the kind is told.
    #[must_use]
    pub fn empty(kind: Kind) -> Self {
        Self {
            id: String::new(),
            kind,
            bearer: String::new(),
            partners: Vec::new(),
            funder: None,
            envelope: None,
            title: String::new(),
            summary: String::new(),
            needs: ValueSet::EMPTY,
            other_need: String::new(),
            publics: ValueSet::EMPTY,
            services: ValueSet::EMPTY,
            area: Area::EMPTY,
            places: Vec::new(),
            period: Period::ALWAYS,
            amounts: Vec::new(),
            promises: Vec::new(),
            post: None,
            under: None,
            serves: None,
            pays: None,
            continues: None,
        }
    }

    /// All that is typed, a stop between two parts.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{} . {} . {}", self.title, self.summary, self.other_need)
    }

    /// The sum of its amounts.
    #[must_use]
    pub fn total(&self) -> i64 {
        let cents = self.amounts.iter().map(|one| one.cents.get());
        cents.fold(0, i64::saturating_add)
    }

    /// From its days, else from the years of its amounts.
    #[must_use]
    pub fn when(&self) -> Period {
        if self.period != Period::ALWAYS {
            return self.period;
        }
        let years = self.amounts.iter().map(|one| one.year);
        let (first, last) = (years.clone().min(), years.max());
        let period = first
            .zip(last)
            .and_then(|(first, last)| Period::years(first, last));
        period.unwrap_or_default()
    }
}

/// Kinds of posts by the words of forms, as files carry them.
mod by_slug {
    use std::borrow::Cow;

    use portulan_model::posts::PostKind;
    use serde::{Deserialize, Deserializer, Serializer};

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "the signature that serde asks for"
    )]
    pub(super) fn serialize<S: Serializer>(
        kind: &PostKind,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(kind.slug())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<PostKind, D::Error> {
        let word = Cow::<'_, str>::deserialize(deserializer)?;
        Ok(PostKind::from_slug(&word).unwrap_or(PostKind::Other))
    }
}
