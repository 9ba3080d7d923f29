//! The desk of what is kept with its parts: schemes, clusters. Their list, the form of a new one, the form of one with what
//! was read of it, the places that are added and taken away, and what is said once a change is made.
//!
//! What a kind of them is called is said once, in a [`Kept`]; its fields and its rights are its own.

use axum::response::Response;
use portulan_app::settled::Settled;
use portulan_model::{Place, PlaceId, Slug};

use super::addresses;
use super::editing::answers::{Answers, BEFORE};
use super::parts::{Ask, Button, Cell, Field, Form, Head, Line, Part, Table, desk_page};
use super::typed::{Reading, faults};
use crate::auth::{Desk, done};

/// A kind of things, as its desk calls them.
pub(super) struct Kept {
    /// The name of its forms, and of its seats.
    pub(super) id: &'static str,
    pub(super) tab: &'static str,
    /// Where they are listed: the messages of its title, of what it is for, and of where there is none.
    pub(super) list: &'static str,
    pub(super) list_words: [&'static str; 3],
    /// Where one is made, and the message of its title.
    pub(super) new: (&'static str, &'static str),
    /// The field of a name, beside which it is said that somebody else was faster.
    pub(super) name: &'static str,
    /// The field of the place that is added or taken away.
    pub(super) place: &'static str,
}

/// One of them at its desk.
pub(super) struct Shown<'a> {
    pub(super) desk: &'a Desk,
    pub(super) slug: &'a Slug,
    pub(super) answers: &'a Answers,
}

impl Kept {
    /// The page of those that whoever looks may work on; some may add one.
    pub(super) fn list(
        &self,
        desk: &Desk,
        adds: bool,
        (heads, rows): (&[&str], Vec<Vec<Cell>>),
    ) -> Response {
        let words = desk.words();
        let [title, lead, none] = self.list_words.map(|id| words.get(id));
        let (new, new_words) = self.new;
        let mut parts = Vec::new();
        if adds {
            parts.push(Part::Ways(vec![(new.to_owned(), words.get(new_words))]));
        }
        parts.push(if rows.is_empty() {
            Part::Text(none)
        } else {
            Part::Table(Table {
                caption: title.clone(),
                heads: heads.iter().map(|id| words.get(id)).collect(),
                rows,
            })
        });
        let crumbs = Vec::new();
        desk_page(desk.page(title, self.tab), Head { crumbs, lead }, parts)
    }

    /// The page of a new one.
    pub(super) fn blank(&self, desk: &Desk, answers: &Answers, fields: Vec<Field>) -> Response {
        let words = desk.words();
        let form = Part::Form(Form {
            id: self.id,
            title: None,
            action: self.new.0.to_owned(),
            faults: faults(words, answers),
            fields,
            submit: words.get("desk-save"),
            plain: false,
        });
        self.page(desk, words.get(self.new.1), vec![form])
    }

    /// A page under the list.
    pub(super) fn page(&self, desk: &Desk, title: String, parts: Vec<Part>) -> Response {
        let list = (self.list.to_owned(), desk.words().get(self.list_words[0]));
        let head = Head {
            crumbs: vec![list],
            lead: String::new(),
        };
        desk_page(desk.page(title, self.tab), head, parts)
    }

    /// The form of one, which carries what was read of it. What is wrong in another form is said there.
    pub(super) fn form<T: serde::Serialize>(
        &self,
        (at, known): (&Shown<'_>, &T),
        own: Vec<Field>,
        other_is_wrong: bool,
    ) -> Part {
        let (words, answers) = (at.desk.words(), at.answers);
        let read = answers.first(BEFORE).map(str::to_owned);
        let read = read.unwrap_or_else(|| serde_json::to_string(known).unwrap_or_default());
        let mut fields = vec![Field::Hidden(BEFORE.to_owned(), read)];
        fields.extend(own);
        let elsewhere = other_is_wrong || answers.wrong(self.place).is_some();
        Part::Form(Form {
            id: self.id,
            title: Some(words.get("disp-form-title")),
            action: self.address(at.slug),
            faults: faults(words, answers).filter(|_| !elsewhere),
            fields,
            submit: words.get("desk-save"),
            plain: false,
        })
    }

    /// Ways to what is parted and shared of one.
    pub(super) fn ways(&self, at: &Shown<'_>) -> [(String, String); 2] {
        let (words, seat) = (at.desk.words(), format!("{}-{}", self.id, at.slug));
        [
            (addresses::sectors(&seat), words.get("secteur-title")),
            (addresses::harmony(&seat), words.get("harmony-way")),
        ]
    }

    /// Its places, and the form that adds one. Where a place says why it is there, it cannot be taken away here.
    pub(super) fn places(
        &self,
        at: &Shown<'_>,
        all: &[&Place],
        why: impl Fn(&Place) -> Option<String>,
    ) -> [Part; 3] {
        let (words, answers) = (at.desk.words(), at.answers);
        let action = format!("{}/lieux", self.address(at.slug));
        let line = |place: &&Place| {
            let (name, why) = (&place.record.name, why(place));
            let slug = place.slug.to_string();
            let hidden = vec![(self.place, slug), ("geste", "retirer".to_owned())];
            let button = || Button::remove(words, name, action.clone(), hidden);
            Line {
                words: name.clone(),
                address: Some(at.desk.visit.link(&addresses::place(&place.slug))),
                button: why.is_none().then(button),
                more: why.unwrap_or_default(),
            }
        };
        [
            Part::Title(
                "lieux",
                words.with("disp-lieux", &[("n", all.len().into())]),
            ),
            Part::Lines(all.iter().map(line).collect()),
            Part::Form(Form {
                id: "ajouter-lieu",
                title: None,
                faults: faults(words, answers).filter(|_| answers.wrong(self.place).is_some()),
                fields: vec![Ask { words, answers }.text(self.place, "text")],
                submit: words.get("edit-org-attach"),
                plain: false,
                action,
            }),
        ]
    }

    /// The place that is added or taken away, and whether it belongs; none where it is not known.
    pub(super) fn asked(&self, desk: &Desk, answers: &mut Answers) -> Option<(PlaceId, bool)> {
        let belongs = !answers.has("geste", "retirer");
        let place = Reading { desk, answers }.place(self.place)?;
        Some((place, belongs))
    }

    /// Says that a place belongs now, or no longer.
    pub(super) fn told(&self, slug: &Slug, belongs: bool) -> Response {
        let note = if belongs {
            "disp-lieu-added"
        } else {
            "disp-lieu-removed"
        };
        done(&self.address(slug), note)
    }

    /// What became of a change: where somebody else was faster, what is there now is shown.
    pub(super) fn settled<T>(
        &self,
        (desk, slug): (&Desk, &Slug),
        settled: Settled<T>,
        mut answers: Answers,
        shown: fn(&Desk, &T, &Answers) -> Response,
    ) -> Response {
        match settled {
            Settled::Saved(_) => done(&self.address(slug), "disp-saved"),
            Settled::Same => done(&self.address(slug), "place-same"),
            Settled::Moved(theirs) => {
                answers.drop(BEFORE);
                answers.fault(self.name, desk.words().get("typed-moved"));
                shown(desk, &theirs, &answers)
            }
            Settled::Refused(never) => match never {},
        }
    }

    fn address(&self, slug: &Slug) -> String {
        format!("{}/{slug}", self.list)
    }
}
