//! A record as files carry it: one JSON object, territory keys, absent fields absent.

use chrono::NaiveDate;
use portulan_model::roadmaps::Need;
use portulan_model::{Area, Period, Piece, Public, Service, TerritoryCode, TerritoryKey, ValueSet};
use serde::Deserialize;
use thiserror::Error;

use crate::ground::Ground;
use crate::item::{Amount, Held, Item, Kind, Objective, Promise};

/// Why a record is none.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NotAnItem {
    /// A key that names no territory.
    #[error("{id}: {key:?} names no territory")]
    Key {
        /// Of which record.
        id: String,
        /// What was given.
        key: String,
    },
    /// It ends before it begins.
    #[error("{id}: the period ends before it begins")]
    Backwards {
        /// Of which record.
        id: String,
    },
}

/// The shape of a line of `evaluation/overlap/records.jsonl`, and of what `portulan overlap` reads.
#[derive(Debug, Clone, Deserialize)]
pub struct Record {
    id: String,
    kind: Kind,
    bearer: String,
    #[serde(default)]
    partners: Vec<String>,
    funder: Option<String>,
    envelope: Option<String>,
    title: String,
    #[serde(default)]
    summary: String,
    #[serde(default)]
    needs: ValueSet<Need>,
    #[serde(default)]
    other_need: String,
    #[serde(default)]
    publics: ValueSet<Public>,
    #[serde(default)]
    services: ValueSet<Service>,
    #[serde(default)]
    areas: Vec<String>,
    #[serde(default)]
    places: Vec<String>,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    #[serde(default)]
    amounts: Vec<Amount>,
    #[serde(default)]
    cofunding: Vec<Promise>,
    post: Option<Held>,
    under: Option<Objective>,
    serves: Option<Objective>,
    #[serde(rename = "for")]
    pays: Option<String>,
    continues: Option<String>,
}

impl Record {
    /// The record with its communes. A key that the ground does not know covers nothing.
    pub fn item(self, ground: &impl Ground) -> Result<Item, NotAnItem> {
        let area = area(&self.areas, ground).map_err(|key| NotAnItem::Key {
            id: self.id.clone(),
            key,
        })?;
        let period =
            Period::new(self.from, self.to).map_err(|_backwards| NotAnItem::Backwards {
                id: self.id.clone(),
            })?;
        Ok(Item {
            id: self.id,
            kind: self.kind,
            bearer: self.bearer,
            partners: self.partners,
            funder: self.funder,
            envelope: self.envelope,
            title: self.title,
            summary: self.summary,
            needs: self.needs,
            other_need: self.other_need,
            publics: self.publics,
            services: self.services,
            area,
            places: self.places,
            period,
            amounts: self.amounts,
            promises: self.cofunding,
            post: self.post,
            under: self.under,
            serves: self.serves,
            pays: self.pays,
            continues: self.continues,
        })
    }
}

/// The communes and pieces of some keys; the key that cannot be read, otherwise.
fn area(keys: &[String], ground: &impl Ground) -> Result<Area, String> {
    let mut communes = Vec::new();
    let mut pieces = Vec::new();
    for text in keys {
        let refused = || text.clone();
        let (key, within) = match text.split_once('@') {
            Some((key, commune)) => (key, Some(commune)),
            None => (text.as_str(), None),
        };
        let key: TerritoryKey = key.parse().map_err(|_not_a_key| refused())?;
        if let Some(commune) = within {
            let commune = commune.parse().map_err(|_not_a_code| refused())?;
            pieces.push(Piece::new(key, commune).map_err(|_not_a_piece| refused())?);
            continue;
        }
        let found = ground.communes(&key);
        match key.code() {
            // Its code is enough where the ground does not know it.
            TerritoryCode::Commune(code) if found.is_empty() => communes.push(*code),
            TerritoryCode::Iris(_) | TerritoryCode::Qpv(_) | TerritoryCode::Quartier(_) => {
                let parts = found
                    .iter()
                    .filter_map(|code| Piece::new(key.clone(), *code).ok());
                pieces.extend(parts);
            }
            _ => communes.extend(found),
        }
    }
    Ok(Area::new(communes, pieces))
}
