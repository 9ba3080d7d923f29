//! Sessions: permanences and workshops, that is when help is really given. They are never building hours.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::lists::{Public, Service, ValueSet};

/// When a session takes place, in the wall-clock time of its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SessionTime {
    /// Again and again, as an OSM `opening_hours` string, with the dates on which it does not take place.
    Recurring {
        /// OSM string: `Tu 14:00-17:00; PH,SH off`.
        osm: String,
        /// First day, when known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<NaiveDate>,
        /// Last day, when known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<NaiveDate>,
        /// Days on which it does not take place.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        except: Vec<NaiveDate>,
    },
    /// Once.
    Dated {
        /// The day.
        day: NaiveDate,
        /// Start.
        start: NaiveTime,
        /// End, after the start, the same day.
        end: NaiveTime,
    },
}

/// Where a session is held.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SessionMode {
    /// At the place.
    #[default]
    OnSite,
    /// By phone.
    Phone,
    /// At a stop of a round.
    Roving,
}

/// How one comes to a session.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SessionAccess {
    /// Not said.
    #[default]
    Unknown,
    /// Come as you are.
    WalkIn,
    /// Book first.
    Appointment,
}

/// For whom a session is held.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SessionAudience {
    /// Residents.
    #[default]
    Residents,
    /// Professionals and helpers.
    Professionals,
}

/// A recurring or dated slot of help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// The id its source gives: unique within the place, and with it the identity of the session.
    pub key: String,
    /// Title, when it has one: `Permanence numérique`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What is done there; empty means the services of the place.
    #[serde(default)]
    pub services: ValueSet<Service>,
    /// For whom in particular; empty means everybody.
    #[serde(default)]
    pub publics: ValueSet<Public>,
    /// When.
    pub time: SessionTime,
    /// Where.
    #[serde(default)]
    pub mode: SessionMode,
    /// How one comes.
    #[serde(default)]
    pub access: SessionAccess,
    /// For residents or for professionals.
    #[serde(default)]
    pub audience: SessionAudience,
    /// Seats, when limited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<u16>,
}
