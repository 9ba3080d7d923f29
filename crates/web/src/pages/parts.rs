//! Pages that are made of parts, one after the other: texts, lists, tables, forms. One template draws them all.
//!
//! A handler says what there is; what it looks like is said once, in `templates/parts`. The same parts make public pages
//! and pages of the desk.

mod fields;

use askama::Template;
use axum::response::Response;
use portulan_i18n::Words;

use super::markdown::Html;
use super::page::{Page, html, html_form};

pub(super) use fields::{Area, Ask, Choice, Choices, Field, Select, Text};

/// A piece of a page.
pub(super) enum Part {
    /// A title, and the name by which an address leads to it.
    Title(&'static str, String),
    /// Plain words.
    Text(String),
    /// Plain words, their lines kept.
    Lined(String),
    /// What members wrote, with its titles and lists.
    Written(Html),
    /// What is to be seen to.
    Warning(String),
    /// Names and values.
    Facts(Vec<(String, String)>),
    /// The same, where values lead somewhere.
    Known(Vec<Fact>),
    /// A list.
    Lines(Vec<Line>),
    /// A table, of which each row is told by itself where the screen is narrow.
    Table(Table),
    /// A table that is read both ways, whatever the screen.
    Matrix(Table),
    /// A drawing; the words beside it say all that it shows.
    Drawn(String, String),
    /// A form.
    Form(Form),
    /// A form that asks and changes nothing: what is typed is in the address, which can be passed on.
    Query(Form),
    /// Ways to other pages.
    Ways(Vec<(String, String)>),
}

/// A name and its values, with where each leads.
pub(super) struct Fact {
    pub(super) name: String,
    pub(super) values: Vec<(String, Option<String>)>,
}

impl Fact {
    /// A value that leads nowhere.
    pub(super) fn of(name: String, value: String) -> Self {
        Self::several(name, vec![(value, None)])
    }

    /// Several values.
    pub(super) const fn several(name: String, values: Vec<(String, Option<String>)>) -> Self {
        Self { name, values }
    }
}

/// A line of a list.
#[derive(Default)]
pub(super) struct Line {
    pub(super) words: String,
    pub(super) address: Option<String>,
    pub(super) more: String,
    pub(super) button: Option<Button>,
}

/// A button on a line.
pub(super) struct Button {
    pub(super) action: String,
    pub(super) hidden: Vec<(&'static str, String)>,
    pub(super) words: String,
    /// The same words with what they are about, for those who hear the page.
    pub(super) label: String,
}

impl Button {
    /// Takes away what has a name.
    pub(super) fn remove(
        words: Words,
        name: &str,
        action: String,
        hidden: Vec<(&'static str, String)>,
    ) -> Self {
        Self {
            action,
            hidden,
            words: words.get("edit-org-remove"),
            label: words.with("edit-org-remove-this", &[("name", name.into())]),
        }
    }
}

/// A table, its first column naming its rows.
pub(super) struct Table {
    pub(super) caption: String,
    pub(super) heads: Vec<String>,
    pub(super) rows: Vec<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Default)]
pub(super) struct Cell {
    pub(super) words: String,
    pub(super) address: Option<String>,
    pub(super) more: String,
}

impl Cell {
    /// Words alone.
    pub(super) fn of(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            ..Self::default()
        }
    }

    /// Words that lead somewhere.
    pub(super) fn to(words: impl Into<String>, address: String) -> Self {
        Self {
            words: words.into(),
            address: Some(address),
            ..Self::default()
        }
    }

    /// With words in small under the others.
    pub(super) fn and(mut self, more: impl Into<String>) -> Self {
        self.more = more.into();
        self
    }
}

/// A form.
pub(super) struct Form {
    /// The name by which an address leads to it.
    pub(super) id: &'static str,
    pub(super) title: Option<String>,
    pub(super) action: String,
    pub(super) faults: Option<String>,
    pub(super) fields: Vec<Field>,
    pub(super) submit: String,
    /// A button that ends something is no encouragement.
    pub(super) plain: bool,
}

#[derive(Template)]
#[template(path = "parts/desk.html")]
struct DeskPage {
    page: Page,
    crumbs: Vec<(String, String)>,
    lead: String,
    parts: Vec<Part>,
}

#[derive(Template)]
#[template(path = "parts/public.html")]
struct PublicPage {
    page: Page,
    crumbs: Vec<(String, String)>,
    lead: String,
    parts: Vec<Part>,
}

/// What stands above the parts of a page.
#[derive(Default)]
pub(super) struct Head {
    /// Addresses and words of the pages above.
    pub(super) crumbs: Vec<(String, String)>,
    pub(super) lead: String,
}

/// A page of the desk. Where something typed is wrong, the answer says so.
pub(super) fn desk_page(page: Page, head: Head, parts: Vec<Part>) -> Response {
    let wrong = parts
        .iter()
        .any(|part| matches!(part, Part::Form(form) | Part::Query(form) if form.faults.is_some()));
    let Head { crumbs, lead } = head;
    let template = DeskPage {
        page,
        crumbs,
        lead,
        parts,
    };
    html_form(wrong, &template)
}

/// A page for everybody.
pub(super) fn public_page(page: Page, head: Head, parts: Vec<Part>) -> Response {
    let Head { crumbs, lead } = head;
    let template = PublicPage {
        page,
        crumbs,
        lead,
        parts,
    };
    html(&template)
}
