//! The document: a heading that says what it is, then lists of records.

use std::collections::BTreeMap;

use portulan_model::{ExternalId, PlaceId, PlaceRecord, Slug, TerritoryKey};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use thiserror::Error;

use super::texts;

/// What the document says that it is.
pub(super) const MARK: &str = "gouvernance";
/// Version of its shape.
pub(super) const VERSION: u64 = 1;

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)+) => {
        /// A list of the document, in the order in which they are read: what is named comes before what names it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum List {
            $($(#[$doc])* $name,)+
        }

        impl List {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Its name in the document.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)+ }
            }
        }
    };
}

lists! {
    /// Organisations that are named.
    Organisations = "organisations";
    /// Places that are named.
    Places = "places";
    /// Schemes.
    Schemes = "schemes";
    /// Clusters.
    Clusters = "clusters";
    /// Sectors.
    Sectors = "sectors";
    /// Bodies.
    Bodies = "bodies";
    /// Memberships.
    Members = "members";
    /// Committees.
    Committees = "committees";
    /// Meetings, with their minutes.
    Meetings = "meetings";
    /// Decisions.
    Decisions = "decisions";
    /// Roadmaps, with their versions.
    Roadmaps = "roadmaps";
    /// Calls, without what those concerned prepare.
    Calls = "calls";
    /// Posts, without who holds them.
    Posts = "posts";
    /// Baselines.
    Baselines = "baselines";
    /// Envelopes, without the lines of their ledgers.
    Envelopes = "envelopes";
    /// Files that are attached to bodies, meetings and schemes.
    Attachments = "attachments";
}

impl List {
    /// Reads a name.
    #[must_use]
    pub fn from_word(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|list| list.word() == text)
    }
}

/// A place that a record names. Another installation knows it by its outside id, or takes it in whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlaceReference {
    /// How records of the document name it.
    pub id: PlaceId,
    /// Its readable address.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// The id that its source gave it.
    pub external: ExternalId,
    /// What is known of it, for an installation that does not have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<PlaceRecord>,
}

/// A document. Its records are read one by one: a wrong one is refused alone.
#[derive(Debug, Clone, PartialEq)]
pub struct Exchange {
    /// Of which territory.
    pub territory: TerritoryKey,
    lists: BTreeMap<List, Vec<Value>>,
}

/// Why a document is not read at all.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ExchangeError {
    /// More bytes than are read.
    #[error("the document holds more than {0} bytes")]
    TooLarge(u64),
    /// More records than are read.
    #[error("the document holds more than {0} records")]
    TooMany(usize),
    /// No JSON.
    #[error("the document is no JSON: line {line}, column {column}")]
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// JSON, and not this document.
    #[error("the document does not say that it is a governance")]
    NotThis,
    /// Of a version that this program does not know.
    #[error("the document is of version {0}; this program reads version {VERSION}")]
    Version(u64),
    /// It says no territory.
    #[error("the document names no territory")]
    NoTerritory,
    /// A list that is none of those.
    #[error("the document has a list {0:?}, which is none of those that are read")]
    UnknownList(String),
    /// Something else where a list should be.
    #[error("{0:?} is no list")]
    NotAList(&'static str),
    /// A ZIP that is broken, or that swells.
    #[error("the archive cannot be read: {0}")]
    Archive(String),
    /// A file of the archive that is no table.
    #[error("{file}, line {line}: the table cannot be read")]
    Table {
        /// Which.
        file: String,
        /// Line, from 1.
        line: u64,
    },
}

impl Exchange {
    /// Most bytes that are read, unpacked: a whole country with 50 000 actions takes some 60 million.
    pub const LARGEST: u64 = 200_000_000;
    /// Most records that are read.
    pub const MOST: usize = 500_000;

    /// An empty one.
    #[must_use]
    pub const fn new(territory: TerritoryKey) -> Self {
        Self {
            territory,
            lists: BTreeMap::new(),
        }
    }

    /// Reads a document: JSON, or a ZIP of tables.
    pub fn read(bytes: &[u8]) -> Result<Self, ExchangeError> {
        if bytes.starts_with(b"PK") {
            return super::archive::read(bytes);
        }
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if length > Self::LARGEST {
            return Err(ExchangeError::TooLarge(Self::LARGEST));
        }
        let value = serde_json::from_slice(bytes).map_err(|error| ExchangeError::NotJson {
            line: error.line(),
            column: error.column(),
        })?;
        Self::from_value(value)
    }

    /// Reads a document that is JSON already.
    pub fn from_value(value: Value) -> Result<Self, ExchangeError> {
        let Value::Object(mut fields) = value else {
            return Err(ExchangeError::NotThis);
        };
        let mark = fields.remove("portulan");
        if mark.as_ref().and_then(Value::as_str) != Some(MARK) {
            return Err(ExchangeError::NotThis);
        }
        let version = fields.remove("version").and_then(|value| value.as_u64());
        if version != Some(VERSION) {
            return Err(ExchangeError::Version(version.unwrap_or_default()));
        }
        let territory = fields.remove("territory");
        let territory = territory.as_ref().and_then(Value::as_str);
        let territory = territory.and_then(|text| text.parse().ok());
        let mut exchange = Self::new(territory.ok_or(ExchangeError::NoTerritory)?);
        for (word, value) in fields {
            let Some(list) = List::from_word(&word) else {
                return Err(ExchangeError::UnknownList(word));
            };
            let Value::Array(records) = value else {
                return Err(ExchangeError::NotAList(list.word()));
            };
            exchange.put(list, records)?;
        }
        Ok(exchange)
    }

    /// The records of a list.
    #[must_use]
    pub fn records(&self, list: List) -> &[Value] {
        self.lists.get(&list).map_or(&[], Vec::as_slice)
    }

    /// How many records.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lists.values().map(Vec::len).sum()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The document as JSON: all lists, empty ones too, always in the same order. Those of calls, envelopes and attached
    /// files are there where there is one: a program that did not know them yet reads the rest.
    #[must_use]
    pub fn to_value(&self) -> Value {
        let mut fields = Map::new();
        fields.insert("portulan".to_owned(), Value::from(MARK));
        fields.insert("version".to_owned(), Value::from(VERSION));
        let territory = self.territory.to_string();
        fields.insert("territory".to_owned(), Value::from(territory));
        for list in List::ALL {
            let records = self.records(*list).to_vec();
            let later = matches!(list, List::Calls | List::Envelopes | List::Attachments);
            if later && records.is_empty() {
                continue;
            }
            fields.insert(list.word().to_owned(), Value::Array(records));
        }
        Value::Object(fields)
    }

    /// The document as text, indented so that two versions of it compare line by line.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut text = format!("{:#}", self.to_value());
        text.push('\n');
        text
    }

    /// The document as a ZIP of tables, one a list.
    pub fn to_zip(&self) -> Result<Vec<u8>, ExchangeError> {
        super::archive::write(self)
    }

    /// The same without what is said of files.
    pub(super) fn without_files(mut self) -> Self {
        let records = self.lists.values_mut().flatten();
        records.for_each(texts::without_files);
        self
    }

    /// The same with other names of places.
    pub(super) fn rename(&mut self, names: &std::collections::HashMap<String, String>) {
        for value in self.lists.values_mut().flatten() {
            *value = texts::renamed(value, names);
        }
    }

    pub(super) fn put(&mut self, list: List, records: Vec<Value>) -> Result<(), ExchangeError> {
        self.lists.insert(list, records);
        if self.len() > Self::MOST {
            return Err(ExchangeError::TooMany(Self::MOST));
        }
        Ok(())
    }
}
