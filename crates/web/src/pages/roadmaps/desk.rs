//! `/espace/gouvernances/<slug>/feuilles-de-route`: the roadmaps of a body, a new one, and over what one is.
//!
//! [`Reached`] is how every page of the desk begins: the body of the address, the right on it, a roadmap that is its own.

use askama::Template;
use axum::extract::{Form, Path};
use axum::response::Response;
use portulan_app::editing::conflicts::Fielded;
use portulan_app::editing::{Change, Outcome};
use portulan_app::rights;
use portulan_app::roadmaps::wishes::{Wish, WishPart};
use portulan_app::roadmaps::{self, Fault};
use portulan_model::Slug;
use portulan_model::governance::Body;
use portulan_model::roadmaps::Roadmap;
use portulan_policy::Capability;
use portulan_policy::actions::{ReadBody, WriteRoadmap};

use super::form::Sheet;
use super::{at_desk, desk_address, words};
use crate::auth::{Desk, Refused, done, named};
use crate::pages::editing::answers::{Answers, BEFORE};
use crate::pages::editing::clash;
use crate::pages::page::{Page, html, html_form};
use crate::pages::parts::Field;
use crate::pages::picking::{self, Picking};

/// What a form sends.
pub(super) type Pairs = Vec<(String, String)>;
/// The field of the communes that a roadmap or an action covers.
pub(super) const AREA: &str = "communes";
/// The tab of the desk.
pub(super) const TAB: &str = "gouvernances";

#[derive(Template)]
#[template(path = "roadmaps/desk_list.html")]
struct ListPage {
    page: Page,
    back: (String, String),
    new: Option<String>,
    lists: String,
    rows: Vec<Row>,
}

/// A roadmap of the table.
struct Row {
    address: String,
    title: String,
    period: String,
    standing: String,
    actions: String,
}

/// A page that is a form.
#[derive(Template)]
#[template(path = "roadmaps/form.html")]
struct FormPage {
    page: Page,
    form: FormView,
}

/// A page that is a form, before it is shown.
#[derive(Default)]
pub(super) struct FormView {
    pub(super) title: String,
    /// The way back, from the widest.
    pub(super) crumbs: Vec<(String, String)>,
    pub(super) lead: Option<String>,
    pub(super) action: String,
    pub(super) faults: Option<String>,
    pub(super) fields: Vec<Field>,
    /// The map on which communes are picked. It stands after the button that keeps the form: what Enter presses.
    pub(super) picking: Option<Picking>,
    /// The button that takes the thing away: its words.
    pub(super) remove: Option<String>,
}

impl FormView {
    /// Answers with it.
    pub(super) fn show(self, desk: &Desk) -> Response {
        let template = FormPage {
            page: desk.page(self.title.clone(), TAB),
            form: self,
        };
        html_form(template.form.faults.is_some(), &template)
    }
}

/// A body of an address, known.
pub(super) fn body(desk: &Desk, slug: &str) -> Result<Body, Refused> {
    let slug: Slug = named(slug)?;
    Ok(roadmaps::body(&desk.visit.directory, &slug)?.clone())
}

/// The right to read what a body writes.
pub(super) fn reads(desk: &Desk, body: &Body) -> Result<Capability<ReadBody>, Refused> {
    let day = desk.visit.today();
    desk.may_on(rights::joined_body(&desk.visit.directory, body, day))
}

/// The right to write for a body.
pub(super) fn writes(desk: &Desk, body: &Body) -> Result<Capability<WriteRoadmap>, Refused> {
    let day = desk.visit.today();
    desk.may_on(rights::led_body(&desk.visit.directory, body, day))
}

/// A roadmap of the desk, with the right to write it.
pub(super) struct Reached {
    pub(super) body: Body,
    pub(super) roadmap: Roadmap,
    pub(super) may: Capability<WriteRoadmap>,
}

impl Reached {
    pub(super) async fn open(desk: &Desk, slug: &str, roadmap: &str) -> Result<Self, Refused> {
        let body = body(desk, slug)?;
        let may = writes(desk, &body)?;
        let slug: Slug = named(roadmap)?;
        let roadmap = roadmaps::read(desk.app(), &reads(desk, &body)?, &slug).await?;
        Ok(Self { body, roadmap, may })
    }

    /// Where it is at the desk.
    pub(super) fn address(&self) -> String {
        at_desk(&self.body.slug, &self.roadmap.slug)
    }

    /// The way back to it.
    pub(super) fn crumbs(&self, desk: &Desk) -> Vec<(String, String)> {
        let mut crumbs = crumbs(desk, &self.body);
        crumbs.push((self.address(), self.roadmap.title.clone()));
        crumbs
    }
}

/// The way back to the roadmaps of a body.
pub(super) fn crumbs(desk: &Desk, body: &Body) -> Vec<(String, String)> {
    vec![
        (
            format!("/espace/gouvernances/{}", body.slug),
            body.name.clone(),
        ),
        (desk_address(&body.slug), desk.words().get("roadmaps-title")),
    ]
}

/// `GET …/feuilles-de-route`.
pub(super) async fn list(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?;
    let known = roadmaps::list(desk.app(), &reads(&desk, &body)?).await?;
    let words = desk.words();
    let row = |one: &Roadmap| Row {
        address: at_desk(&body.slug, &one.slug),
        title: one.title.clone(),
        period: words::period(desk.visit.lang, one.period),
        standing: words::standing(desk.visit.lang, one),
        actions: words.with(
            "roadmap-actions",
            &[("n", one.working().actions().count().into())],
        ),
    };
    let may_write = writes(&desk, &body).is_ok();
    Ok(html(&ListPage {
        page: desk.page(words.get("roadmaps-title"), TAB),
        back: (
            format!("/espace/gouvernances/{}", body.slug),
            body.name.clone(),
        ),
        lists: format!("/espace/gouvernances/{}/liste-nationale", body.slug),
        new: may_write.then(|| format!("{}/nouvelle", desk_address(&body.slug))),
        rows: known.iter().map(row).collect(),
    }))
}

/// `GET …/nouvelle`.
pub(super) async fn blank(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?;
    writes(&desk, &body)?;
    // A body usually plans over all that it covers.
    let area = portulan_app::areas::typed(&desk.visit.directory.reference, &body.area);
    let pairs = vec![(AREA.to_owned(), area)];
    Ok(new_page(&desk, &body, &pairs, &[]))
}

/// `POST …/nouvelle`.
pub(super) async fn create(
    desk: Desk,
    Path(slug): Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?;
    let may = writes(&desk, &body)?;
    if let Some(pairs) = picking::picked(&desk.visit, &pairs, AREA) {
        let faults = area_faults(&desk, &pairs);
        return Ok(new_page(&desk, &body, &pairs, &faults));
    }
    match Wish::read(&desk.visit.directory, &pairs) {
        Ok(wish) => {
            let slug = roadmaps::create(desk.app(), &may, wish).await?;
            Ok(done(&at_desk(&body.slug, &slug), "roadmap-created"))
        }
        Err(faults) => Ok(new_page(&desk, &body, &pairs, &faults)),
    }
}

fn new_page(desk: &Desk, body: &Body, pairs: &Pairs, faults: &[Fault]) -> Response {
    let words = desk.words();
    let sheet = Sheet::of(words, pairs, faults);
    let action = format!("{}/nouvelle", desk_address(&body.slug));
    FormView {
        title: words.get("roadmap-new"),
        crumbs: crumbs(desk, body),
        lead: Some(words.get("roadmap-new-lead")),
        faults: sheet.summary(),
        fields: wish_fields(&sheet),
        picking: Some(picking::under(&desk.visit, pairs, AREA, &action)),
        action,
        ..FormView::default()
    }
    .show(desk)
}

/// What is wrong with the communes alone: the map works before the rest is filled.
pub(super) fn area_faults(desk: &Desk, pairs: &Pairs) -> Vec<Fault> {
    let mut faults = Wish::read(&desk.visit.directory, pairs)
        .err()
        .unwrap_or_default();
    faults.retain(|fault| fault.field == AREA);
    faults
}

fn wish_fields(sheet: &Sheet<'_>) -> Vec<Field> {
    vec![
        sheet.line("titre"),
        sheet.day("du"),
        sheet.day("au"),
        sheet.lines(AREA, 6),
    ]
}

/// `GET …/{roadmap}/presentation`.
pub(super) async fn edit(
    desk: Desk,
    Path((slug, roadmap)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let at = Reached::open(&desk, &slug, &roadmap).await?;
    let pairs = Wish::of(&at.roadmap).fill(&desk.visit.directory);
    Ok(edit_page(&desk, &at, &pairs, &[]))
}

/// `POST …/{roadmap}/presentation`.
pub(super) async fn describe(
    desk: Desk,
    Path((slug, roadmap)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let at = Reached::open(&desk, &slug, &roadmap).await?;
    if let Some(pairs) = picking::picked(&desk.visit, &pairs, AREA) {
        let faults = area_faults(&desk, &pairs);
        return Ok(edit_page(&desk, &at, &pairs, &faults));
    }
    let mine = match Wish::read(&desk.visit.directory, &pairs) {
        Ok(mine) => mine,
        Err(faults) => return Ok(edit_page(&desk, &at, &pairs, &faults)),
    };
    let answers = Answers::of(pairs);
    let before = answers.before().unwrap_or_else(|| Wish::of(&at.roadmap));
    let change = wanted(&answers, &WishPart::ALL, WishPart::slug, (before, mine));
    match roadmaps::describe(desk.app(), &at.may, &at.roadmap.slug, &change).await? {
        Outcome::Clash { fields, theirs } => {
            let told = |part: &WishPart, one: &Wish| wish_told(&desk, *part, one);
            let ways = (format!("{}/presentation", at.address()), at.address());
            let clash = Clash {
                fields: &fields,
                slug: WishPart::slug,
                told: &told,
            };
            Ok(clash.page(&desk, ways, &answers, (&theirs, &change)))
        }
        Outcome::Saved(_) | Outcome::Same => Ok(done(&at.address(), "roadmap-saved")),
    }
}

fn wish_told(desk: &Desk, part: WishPart, wish: &Wish) -> Vec<String> {
    vec![match part {
        WishPart::Title => wish.title.clone(),
        WishPart::Period => words::period(desk.visit.lang, wish.period),
        WishPart::Area => words::area(&desk.visit, &wish.area),
    }]
}

fn edit_page(desk: &Desk, at: &Reached, pairs: &Pairs, faults: &[Fault]) -> Response {
    let words = desk.words();
    let sheet = Sheet::of(words, pairs, faults);
    let mut fields = vec![carried(pairs, &Wish::of(&at.roadmap))];
    fields.extend(wish_fields(&sheet));
    let sum = words::area(&desk.visit, &at.roadmap.area);
    fields.push(Field::Note(sum));
    let action = format!("{}/presentation", at.address());
    FormView {
        title: words.get("roadmap-presentation"),
        crumbs: at.crumbs(desk),
        faults: sheet.summary(),
        fields,
        picking: Some(picking::under(&desk.visit, pairs, AREA, &action)),
        action,
        ..FormView::default()
    }
    .show(desk)
}

/// What a form carries of what was read when it was opened.
pub(super) fn carried<R: serde::Serialize>(pairs: &Pairs, known: &R) -> Field {
    let read = pairs.iter().find(|(name, _)| name == BEFORE);
    let read = read.map(|(_, value)| value.clone());
    let now = || serde_json::to_string(known).unwrap_or_default();
    Field::Hidden(BEFORE.to_owned(), read.unwrap_or_else(now))
}

/// What a person wants of some parts; where they chose the value of somebody else, it stands.
pub(super) fn wanted<R: Fielded>(
    answers: &Answers,
    parts: &[R::Field],
    slug: fn(R::Field) -> &'static str,
    (before, mut mine): (R, R),
) -> Change<R> {
    for part in parts {
        if clash::gives_way(answers, slug(*part)) {
            R::copy(*part, &before, &mut mine);
        }
    }
    Change {
        fields: parts.to_vec(),
        before,
        mine,
    }
}

/// The parts that two people changed.
pub(super) struct Clash<'a, R: Fielded> {
    pub(super) fields: &'a [R::Field],
    pub(super) slug: fn(R::Field) -> &'static str,
    pub(super) told: &'a dyn Fn(&R::Field, &R) -> Vec<String>,
}

impl<R: Fielded + serde::Serialize> Clash<'_, R> {
    /// The page on which one chooses between both.
    pub(super) fn page(
        &self,
        desk: &Desk,
        ways: (String, String),
        answers: &Answers,
        (theirs, change): (&R, &Change<R>),
    ) -> Response {
        let words = desk.words();
        let choice = |part: &R::Field| {
            let slug = (self.slug)(*part);
            clash::Field {
                name: words.get(&format!("roadmap-part-{slug}")),
                choice: clash::choice(slug),
                before: (self.told)(part, &change.before),
                theirs: (self.told)(part, theirs),
                mine: (self.told)(part, &change.mine),
            }
        };
        let choices = self.fields.iter().map(choice).collect();
        // What was seen of the others is what the next answer is weighed against.
        let mut seen = change.before.clone();
        for part in self.fields {
            R::copy(*part, theirs, &mut seen);
        }
        let mut carried = answers.clone();
        for part in self.fields {
            carried.drop(&clash::choice((self.slug)(*part)));
        }
        carried.put(BEFORE, serde_json::to_string(&seen).unwrap_or_default());
        clash::page(desk, ways, choices, &carried)
    }
}
