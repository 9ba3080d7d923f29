//! The frame of every page: language, title, navigation, and how a template becomes an answer.

use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use portulan_i18n::{Arg, Lang, Words};

use super::Tab;
use super::addresses::{self, NOTE};
use super::visit::{LANGUAGE, Visit};
use crate::assets;

/// The frame of a page.
pub(crate) struct Page {
    pub(crate) lang: Lang,
    pub(crate) title: String,
    pub(crate) description: String,
    /// Where the page stands in the navigation: `aide`, `donnees`.
    pub(crate) tab: &'static str,
    /// The lists of the desk that whoever looks may open.
    pub(crate) tabs: Vec<Tab>,
    /// The other languages of the same page.
    pub(crate) languages: Vec<Language>,
    /// Whether search engines should keep the page.
    pub(crate) indexed: bool,
    pub(crate) demonstration: bool,
    pub(crate) css: &'static str,
    pub(crate) script: &'static str,
    /// The mark of the tab, inside the page: no request for it.
    pub(crate) icon: &'static str,
    /// The mark of the site.
    pub(crate) rose: String,
    /// What was just done, in words, when the address says so.
    pub(crate) note: Option<String>,
    chosen: bool,
}

/// The same page in another language.
pub(crate) struct Language {
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    pub(crate) address: String,
}

impl Page {
    pub(crate) fn new(visit: &Visit, title: String) -> Self {
        let offered = |lang: &Lang| {
            *lang != visit.lang && (visit.state.settings.draft_languages || !lang.is_draft())
        };
        let language = |lang: Lang| Language {
            code: lang.code(),
            name: lang.autonym(),
            address: visit.in_language(lang),
        };
        Self {
            lang: visit.lang,
            description: Words::new(visit.lang).get("brand-tagline"),
            title,
            tab: "",
            tabs: Vec::new(),
            languages: Lang::ALL
                .into_iter()
                .filter(offered)
                .map(language)
                .collect(),
            indexed: true,
            demonstration: visit.is_demonstration(),
            css: assets::stylesheet(),
            script: assets::script(),
            icon: assets::icon(),
            rose: portulan_charts::wind_rose(),
            note: visit
                .value(NOTE)
                .and_then(|slug| Words::new(visit.lang).find(&format!("note-{slug}"), &[])),
            chosen: visit.chosen,
        }
    }

    pub(crate) fn tab(mut self, tab: &'static str) -> Self {
        self.tab = tab;
        self
    }

    pub(crate) fn described(mut self, description: String) -> Self {
        self.description = description;
        self
    }

    /// A page that search engines should leave alone: results, sheets, errors.
    pub(crate) fn apart(mut self) -> Self {
        self.indexed = false;
        self
    }

    /// A message.
    pub(crate) fn t(&self, id: &str) -> String {
        Words::new(self.lang).get(id)
    }

    /// A message filled with one text.
    pub(crate) fn tw(&self, id: &str, name: &str, value: &str) -> String {
        Words::new(self.lang).with(id, &[(name, Arg::from(value))])
    }

    /// An address of the site, in the language that was chosen.
    pub(crate) fn link(&self, address: &str) -> String {
        if self.chosen {
            addresses::with(address, LANGUAGE, self.lang)
        } else {
            address.to_owned()
        }
    }

    /// Whether whoever looks may open a list of the desk.
    pub(crate) fn leads_to(&self, address: &str) -> bool {
        self.tabs.iter().any(|tab| tab.address == address)
    }

    pub(crate) fn is(&self, tab: &str) -> bool {
        self.tab == tab
    }

    /// Whether forms must carry the language on.
    pub(crate) fn carries_language(&self) -> bool {
        self.chosen
    }
}

/// Answers with a page.
pub(crate) fn html(template: &impl Template) -> Response {
    html_with(StatusCode::OK, template)
}

/// Answers with a page that asks something; where what was typed is wrong, the status says so too.
pub(crate) fn html_form(wrong: bool, template: &impl Template) -> Response {
    let status = if wrong {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    html_with(status, template)
}

/// Answers with a page under a status.
pub(crate) fn html_with(status: StatusCode, template: &impl Template) -> Response {
    match template.render() {
        Ok(body) => {
            let headers = [
                (header::CACHE_CONTROL, "no-cache"),
                (header::VARY, "accept-language"),
            ];
            (status, headers, Html(body)).into_response()
        }
        Err(error) => {
            tracing::error!(%error, "a template does not render");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
