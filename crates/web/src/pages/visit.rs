//! What every page knows of the request: its parameters, its language, the directory and the instant.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use chrono_tz::Europe::Paris;
use portulan_app::{Directory, demonstration};
use portulan_i18n::{Lang, Words, date_short, time};

use super::addresses;
use super::audience::is_a_person;
use crate::state::AppState;

/// The parameter that chooses a language.
pub(crate) const LANGUAGE: &str = "langue";

/// A request for a page.
pub(crate) struct Visit {
    pub(crate) state: AppState,
    pub(crate) directory: Arc<Directory>,
    pub(crate) now: DateTime<Utc>,
    pub(crate) lang: Lang,
    /// Whether the address itself names the language: links then carry it on.
    pub(crate) chosen: bool,
    pub(crate) path: String,
    pub(crate) pairs: Vec<(String, String)>,
    /// Whether what is shown is looked at by a person.
    pub(crate) counts: bool,
}

impl FromRequestParts<AppState> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Infallible> {
        let query = parts.uri.query().unwrap_or_default();
        let mut visit = Self::new(state, &parts.headers, parts.uri.path(), query);
        visit.counts = is_a_person(&parts.method, &parts.headers);
        Ok(visit)
    }
}

impl Visit {
    pub(crate) fn new(state: &AppState, headers: &HeaderMap, path: &str, query: &str) -> Self {
        let pairs: Vec<(String, String)> = url::form_urlencoded::parse(query.as_bytes())
            .map(|(name, value)| (name.into_owned(), value.into_owned()))
            .collect();
        let named = pairs
            .iter()
            .find(|(name, _)| name == LANGUAGE)
            .and_then(|(_, value)| value.parse().ok());
        let offered = |lang: &Lang| state.settings.draft_languages || !lang.is_draft();
        let named: Option<Lang> = named.filter(offered);
        Self {
            state: state.clone(),
            directory: state.directory(),
            now: state.now(),
            lang: named.or_else(|| accepted(headers)).unwrap_or_default(),
            chosen: named.is_some(),
            path: path.to_owned(),
            pairs,
            counts: false,
        }
    }

    /// The first value of a parameter.
    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        self.pairs
            .iter()
            .find(|(given, _)| given == name)
            .map(|(_, value)| value.as_str())
    }

    /// The clock of European France: what "today" means on pages that speak of no one place.
    pub(crate) fn local(&self) -> NaiveDateTime {
        self.now.with_timezone(&Paris).naive_local()
    }

    /// An instant on the clock of European France: "25 novembre 2026 à 14 h 30".
    pub(crate) fn instant(&self, at: DateTime<Utc>) -> String {
        let local = at.with_timezone(&Paris).naive_local();
        let told = [
            ("date", date_short(self.lang, local.date()).into()),
            ("time", time(self.lang, local.time()).into()),
        ];
        Words::new(self.lang).with("desk-instant", &told)
    }

    pub(crate) fn today(&self) -> NaiveDate {
        self.local().date()
    }

    /// The same page in another language.
    pub(crate) fn in_language(&self, lang: Lang) -> String {
        let kept = self.pairs.iter().filter(|(name, _)| name != LANGUAGE);
        let pairs = kept
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .chain([(LANGUAGE, lang.code())]);
        addresses::with_query(&self.path, pairs)
    }

    /// An address of the site, in the language that was chosen.
    pub(crate) fn link(&self, address: &str) -> String {
        if self.chosen {
            addresses::with(address, LANGUAGE, self.lang)
        } else {
            address.to_owned()
        }
    }

    /// The whole address under which people reach a page.
    pub(crate) fn absolute(&self, address: &str) -> String {
        format!("{}{address}", self.state.settings.public_url)
    }

    /// Whether the directory holds demonstration data.
    pub(crate) fn is_demonstration(&self) -> bool {
        demonstration::holds(&self.directory)
    }
}

fn accepted(headers: &HeaderMap) -> Option<Lang> {
    headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .and_then(Lang::accepted)
}
