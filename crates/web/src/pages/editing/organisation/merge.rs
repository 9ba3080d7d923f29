//! `/espace/structures/{slug}/fusion`: another organisation is merged into this one. First which; then both side by side,
//! what will follow, and the choice of each value that differs. Nothing of it is undone: the page says so before.

use std::collections::BTreeSet;

use axum::extract::{Form as Sent, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use portulan_app::naming;
use portulan_app::organisations::{self, Blocked, Follows, MergeError, MergeWish, Merged};
use portulan_app::people::Given;
use portulan_model::people::Organisation;
use portulan_model::{GrantId, OrganisationField, Slug};
use portulan_policy::Capability;
use portulan_policy::actions::ManageOrganisations;

use super::super::answers::{Answers, BEFORE};
use super::{Pairs, address, clash, fields, find, led, over};
use crate::auth::{Desk, Refused, done};
use crate::pages::addresses;
use crate::pages::parts::{
    Ask, Cell, Choice, Choices, Field, Form, Head, Line, Part, Table, desk_page,
};
use crate::pages::typed::{faults, place_name, territory_name};

/// The one that is merged into this one.
const WITH: &str = "fusion-avec";
/// The roles that are kept.
const KEEPS: &str = "fusion-role";
const REASON: &str = "fusion-raison";
/// The choice of the value of the one that is no more.
const THEIRS: &str = "autre";
const OURS: &str = "garde";

/// Both, with the right over each.
struct Two {
    kept: Organisation,
    lost: Organisation,
    over_kept: Capability<ManageOrganisations>,
    over_lost: Capability<ManageOrganisations>,
}

/// `GET /espace/structures/{slug}/fusion`.
pub(in crate::pages::editing) async fn show(
    desk: Desk,
    Path(slug): Path<String>,
) -> Result<Response, Refused> {
    let kept = find(&desk, &slug)?;
    over(&desk, &kept.territory)?;
    match desk.visit.value(WITH) {
        None => Ok(which(&desk, &kept, &Answers::default())),
        Some(other) if led(&desk, other).as_ref() == Some(&kept.slug) => {
            Ok(Redirect::to(&address(&kept.slug)).into_response())
        }
        Some(other) => {
            let two = two(&desk, kept, &find(&desk, other)?)?;
            side_by_side(&desk, &two, &Answers::default()).await
        }
    }
}

/// `POST /espace/structures/{slug}/fusion`.
pub(in crate::pages::editing) async fn merge(
    desk: Desk,
    Path(slug): Path<String>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let kept = find(&desk, &slug)?;
    over(&desk, &kept.territory)?;
    let mut answers = Answers::of(pairs);
    if answers.first(BEFORE).is_none() {
        return Ok(chosen(&desk, &kept, answers));
    }
    let text = answers.text(WITH).to_owned();
    // A form that is sent twice finds that it is done.
    if led(&desk, &text).as_ref() == Some(&kept.slug) {
        return Ok(done(&address(&kept.slug), "org-merged"));
    }
    let two = two(&desk, kept, &find(&desk, &text)?)?;
    let wish = wish(&two, &answers);
    let rights = (&two.over_kept, &two.over_lost);
    let wrong = match organisations::merge(desk.app(), rights, &wish).await {
        Ok(Merged::Done | Merged::Already) => {
            return Ok(done(&address(&two.kept.slug), "org-merged"));
        }
        Ok(Merged::Moved) => (WITH, "fusion-moved"),
        Err(MergeError::NoReason) => (REASON, "fusion-raison-missing"),
        Err(MergeError::NotYoursToGive) => (KEEPS, "fusion-role-wrong"),
        Err(MergeError::Circle(_)) => (WITH, "edit-org-parent-circle"),
        Err(MergeError::Same) => (WITH, "fusion-same"),
        Err(MergeError::Blocked(_)) => (WITH, "fusion-blocked"),
        Err(MergeError::Other(error)) => return Err(error.into()),
    };
    answers.fault(wrong.0, desk.words().get(wrong.1));
    side_by_side(&desk, &two, &answers).await
}

/// What was asked: as both were read, where the form says so.
fn wish(two: &Two, answers: &Answers) -> MergeWish {
    let read = answers.before::<(Organisation, Organisation)>();
    let (kept, lost) = read.unwrap_or_else(|| (two.kept.clone(), two.lost.clone()));
    let fields = OrganisationField::ALL.iter().copied();
    let theirs = fields.filter(|field| answers.has(&clash::choice(field.slug()), THEIRS));
    let keeps: BTreeSet<GrantId> = answers
        .told(KEEPS)
        .filter_map(|id| id.parse().ok())
        .collect();
    MergeWish {
        theirs: theirs.collect(),
        keeps,
        reason: answers.text(REASON).to_owned(),
        kept,
        lost,
    }
}

fn two(desk: &Desk, kept: Organisation, lost: &Organisation) -> Result<Two, Refused> {
    if kept.slug == lost.slug {
        return Err(Refused(StatusCode::NOT_FOUND));
    }
    Ok(Two {
        over_kept: over(desk, &kept.territory)?,
        over_lost: over(desk, &lost.territory)?,
        lost: lost.clone(),
        kept,
    })
}

/// The one that was typed leads to the page of both.
fn chosen(desk: &Desk, kept: &Organisation, mut answers: Answers) -> Response {
    let found = naming::organisation(&desk.visit.directory, answers.text(WITH));
    let wrong = match found {
        Ok(slug) if slug == kept.slug => "fusion-same",
        Ok(slug) => return Redirect::to(&here(&kept.slug, &slug)).into_response(),
        Err(_unnamed) => "fusion-avec-wrong",
    };
    answers.fault(WITH, desk.words().get(wrong));
    which(desk, kept, &answers)
}

/// The page of both, where the first stays.
fn here(kept: &Slug, lost: &Slug) -> String {
    addresses::with(&action(kept), WITH, lost)
}

pub(super) fn action(kept: &Slug) -> String {
    format!("/espace/structures/{kept}/fusion")
}

/// Those that it looks like, and a field for another.
fn which(desk: &Desk, kept: &Organisation, answers: &Answers) -> Response {
    let words = desk.words();
    let directory = &desk.visit.directory;
    let twins = organisations::twins(directory, kept).into_iter();
    let line = |slug: Slug| {
        let one = directory.organisations.get(&slug)?;
        Some(Line {
            words: one.name.clone(),
            address: Some(desk.visit.link(&here(&kept.slug, &slug))),
            more: territory_name(directory, &one.territory),
            button: None,
        })
    };
    let twins: Vec<Line> = twins.filter_map(line).collect();
    let mut parts = vec![Part::Title("doubles", words.get("fusion-twins"))];
    parts.push(if twins.is_empty() {
        Part::Text(words.get("fusion-no-twin"))
    } else {
        Part::Lines(twins)
    });
    let ask = Ask { words, answers };
    parts.push(Part::Form(Form {
        id: "autre",
        title: Some(words.get("fusion-other")),
        action: action(&kept.slug),
        faults: faults(words, answers),
        fields: vec![ask.text(WITH, "text")],
        submit: words.get("fusion-compare"),
        plain: true,
    }));
    page(desk, kept, "fusion-lead", parts)
}

fn page(desk: &Desk, kept: &Organisation, lead: &str, parts: Vec<Part>) -> Response {
    let words = desk.words();
    let title = words.with("fusion-title", &[("name", kept.name.as_str().into())]);
    let head = Head {
        crumbs: vec![(desk.visit.link(&address(&kept.slug)), kept.name.clone())],
        lead: words.get(lead),
    };
    desk_page(desk.page(title, "structures"), head, parts)
}

/// Both, what will follow, and the form.
async fn side_by_side(desk: &Desk, two: &Two, answers: &Answers) -> Result<Response, Refused> {
    let words = desk.words();
    let (kept, lost) = (&two.kept, &two.lost);
    let rights = (&two.over_kept, &two.over_lost);
    let follows = organisations::follows(desk.app(), rights, (kept, lost)).await?;
    let other = words.with("fusion-keep-other", &[("name", lost.name.as_str().into())]);
    let turned = desk.visit.link(&here(&lost.slug, &kept.slug));
    // What is wrong with both together is said above them.
    let mut parts: Vec<Part> = answers.wrong(WITH).map(Part::Warning).into_iter().collect();
    parts.push(Part::Table(table(desk, two)));
    parts.push(Part::Ways(vec![(turned, other)]));
    parts.push(Part::Title("suites", words.get("fusion-follows")));
    parts.push(Part::Lines(told(desk, two, &follows)));
    if follows.blocked.is_empty() {
        parts.push(Part::Warning(words.get("fusion-no-undo")));
        parts.push(Part::Form(form(desk, two, &follows, answers)));
    } else {
        parts.push(Part::Warning(words.get("fusion-blocked")));
        let missing = follows.blocked.iter().map(|one| blocked(desk, one));
        parts.push(Part::Lines(missing.collect()));
    }
    Ok(page(desk, kept, "fusion-both-lead", parts))
}

fn table(desk: &Desk, two: &Two) -> Table {
    let words = desk.words();
    let value = |field, of: &Organisation| Cell::of(shown(desk, field, of));
    let row = |field: &OrganisationField| {
        let name = Cell::of(fields::field_name(words, *field));
        vec![name, value(*field, &two.kept), value(*field, &two.lost)]
    };
    let level = |of: &Organisation| Cell::of(territory_name(&desk.visit.directory, &of.territory));
    let public = |of: &Organisation| {
        let public = addresses::organisation(&of.slug);
        Cell::to(public.clone(), desk.visit.link(&public))
    };
    let named = |id: &str, cell: &dyn Fn(&Organisation) -> Cell| {
        vec![Cell::of(words.get(id)), cell(&two.kept), cell(&two.lost)]
    };
    let heads = ["fusion-field", "fusion-kept", "fusion-lost"];
    let mut rows = vec![
        named("fusion-address", &public),
        named("fusion-level", &level),
    ];
    rows.extend(OrganisationField::ALL.iter().map(row));
    Table {
        caption: words.get("fusion-table"),
        heads: heads.map(|id| words.get(id)).into(),
        rows,
    }
}

/// A value in one line.
fn shown(desk: &Desk, field: OrganisationField, of: &Organisation) -> String {
    let told = fields::told(desk, field, of);
    if told.is_empty() {
        return desk.words().get("desk-nothing");
    }
    told.join(" · ")
}

/// What comes of it, one line each.
fn told(desk: &Desk, two: &Two, follows: &Follows) -> Vec<Line> {
    let (words, directory) = (desk.words(), &desk.visit.directory);
    let names = [
        ("kept", two.kept.name.as_str().into()),
        ("lost", two.lost.name.as_str().into()),
    ];
    let line = |words: String| Line {
        words,
        ..Line::default()
    };
    let mut lines = vec![line(words.with("fusion-redirects", &names))];
    if !follows.places.is_empty() {
        let count = [("n", follows.places.len().into())];
        let places = follows.places.iter().map(|id| place_name(directory, *id));
        lines.push(Line {
            more: portulan_i18n::listed(desk.visit.lang, places.collect()),
            ..line(words.with("fusion-places", &count))
        });
    }
    for (kind, count) in &follows.naming {
        let id = format!("fusion-kind-{}", kind.replace('_', "-"));
        lines.push(line(words.with(&id, &[("n", (*count).into())])));
    }
    for body in &follows.both {
        let known = directory.levels.body(body);
        let name = known.map_or(body.as_str(), |one| one.name.as_str());
        lines.push(line(words.with("fusion-both", &[("name", name.into())])));
    }
    let roles = follows.roles.len();
    if roles > 0 {
        lines.push(line(words.with("fusion-roles", &[("n", roles.into())])));
    }
    lines
}

fn blocked(desk: &Desk, one: &Blocked) -> Line {
    let (words, directory) = (desk.words(), &desk.visit.directory);
    let told = match one {
        Blocked::Place(id) => {
            let name = place_name(directory, *id);
            words.with("fusion-blocked-place", &[("name", name.into())])
        }
        Blocked::Body(slug) => {
            let known = directory.levels.body(slug);
            let name = known.map_or(slug.as_str(), |one| one.name.as_str());
            words.with("fusion-blocked-body", &[("name", name.into())])
        }
        Blocked::Scheme(slug) => {
            let known = directory.levels.scheme(slug);
            let name = known.map_or(slug.as_str(), |one| one.name.as_str());
            words.with("fusion-blocked-scheme", &[("name", name.into())])
        }
        Blocked::Cluster(slug) => {
            let known = directory.levels.cluster(slug);
            let name = known.map_or(slug.as_str(), |one| one.name.as_str());
            words.with("fusion-blocked-cluster", &[("name", name.into())])
        }
        Blocked::Envelope(slug) => {
            let name = slug.as_str();
            words.with("fusion-blocked-envelope", &[("name", name.into())])
        }
        Blocked::Campaigns => words.get("fusion-blocked-campaigns"),
        Blocked::Roles => words.get("fusion-blocked-roles"),
    };
    Line {
        words: told,
        ..Line::default()
    }
}

fn form(desk: &Desk, two: &Two, follows: &Follows, answers: &Answers) -> Form {
    let words = desk.words();
    let ask = Ask { words, answers };
    let read = answers.first(BEFORE).map(str::to_owned);
    // Where somebody changed one of them, both are read again.
    let read = read.filter(|_| answers.wrong(WITH).is_none());
    let read =
        read.unwrap_or_else(|| serde_json::to_string(&(&two.kept, &two.lost)).unwrap_or_default());
    let mut fields = vec![
        Field::Hidden(WITH.to_owned(), two.lost.slug.to_string()),
        Field::Hidden(BEFORE.to_owned(), read),
    ];
    let differing = OrganisationField::ALL.iter().copied();
    let differing = differing.filter(|field| !field.same(&two.kept, &two.lost));
    fields.extend(differing.map(|field| choice(desk, two, field, answers)));
    let roles: Vec<Choice> = follows
        .roles
        .iter()
        .filter(|(_, gives)| *gives)
        .map(|(given, _)| role(desk, given, answers))
        .collect();
    if !roles.is_empty() {
        fields.push(ask.choices(KEEPS, false, roles));
    }
    fields.push(ask.area(REASON, 2));
    Form {
        id: "fusionner",
        title: Some(words.get("fusion-values")),
        action: action(&two.kept.slug),
        faults: faults(words, answers),
        fields,
        submit: words.get("fusion-do"),
        plain: false,
    }
}

/// The two values of a field: that of the one that stays is chosen, unless it has none.
fn choice(desk: &Desk, two: &Two, field: OrganisationField, answers: &Answers) -> Field {
    let name = clash::choice(field.slug());
    let bare = fields::told(desk, field, &two.kept).is_empty();
    let given = answers.text(&name);
    let theirs = if given.is_empty() {
        bare
    } else {
        given == THEIRS
    };
    let option = |value: &str, of: &Organisation, chosen: bool| Choice {
        value: value.to_owned(),
        label: shown(desk, field, of),
        hint: String::new(),
        chosen,
    };
    Field::Choices(Choices {
        legend: fields::field_name(desk.words(), field),
        hint: String::new(),
        one: true,
        wrong: answers.wrong(&name),
        options: vec![
            option(OURS, &two.kept, !theirs),
            option(THEIRS, &two.lost, theirs),
        ],
        name,
    })
}

fn role(desk: &Desk, given: &Given, answers: &Answers) -> Choice {
    let words = desk.words();
    let role = words.get(&format!("role-{}", given.role.grant.role()));
    let id = given.role.id.to_string();
    Choice {
        label: format!("{}, {}", given.person.name, role.to_lowercase()),
        hint: String::new(),
        chosen: answers.has(KEEPS, &id),
        value: id,
    }
}
