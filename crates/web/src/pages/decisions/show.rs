//! A decision at the desk of its body: what was decided, who does not agree, what is to be done, whether everybody reads it.

use axum::response::Response;
use portulan_app::{minutes, roadmaps};
use portulan_i18n::{Words, date};
use portulan_model::Slug;
use portulan_model::governance::{Decision, Dissent};

use super::new::fields;
use super::one::{BOUND, DONE, DUE, NAMED, OWNER, PUBLISHED, SAID, TEXT, TITLE, WHO};
use super::{Reached, TAB, at_desk, minutes_of, public, words};
use crate::auth::{Desk, Refused};
use crate::pages::editing::answers::{Answers, BEFORE};
use crate::pages::parts::{Ask, Button, Choice, Field, Form, Head, Line, Part, desk_page};
use crate::pages::typed::{faults, organisation_name};

/// The parts of the page that are forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    Change,
    Dissent,
    Follow,
    Publish,
}

/// A decision, and what was typed into one of its forms.
pub(super) struct Shown<'a> {
    pub(super) at: &'a Reached,
    pub(super) decision: &'a Decision,
    pub(super) typed: Option<(Asked, Answers)>,
}

impl<'a> Shown<'a> {
    pub(super) const fn first(at: &'a Reached, decision: &'a Decision) -> Self {
        Self {
            at,
            decision,
            typed: None,
        }
    }

    /// What was typed into a form, or what it begins with.
    fn answers(&self, asked: Asked, first: impl FnOnce() -> Answers) -> Answers {
        match &self.typed {
            Some((given, answers)) if *given == asked => answers.clone(),
            _ => first(),
        }
    }

    fn address(&self) -> String {
        at_desk(&self.at.body.slug, self.decision.decision.number)
    }
}

/// The page.
pub(super) async fn page(desk: &Desk, shown: &Shown<'_>) -> Result<Response, Refused> {
    let (words, decision) = (desk.words(), shown.decision);
    let held = minutes::held(desk.app(), &shown.at.read).await?;
    let meeting = held.iter().find(|one| one.id == decision.meeting);
    let mut ways = Vec::new();
    if let Some(meeting) = meeting {
        let minutes = minutes_of(&shown.at.body.slug, meeting.id);
        ways.push((desk.visit.link(&minutes), words.get("minutes-way")));
    }
    let is_public = decision.public_on(desk.visit.today()).is_some();
    if is_public {
        let there = desk.visit.link(&public::address(&decision.decision));
        ways.push((there, words.get("decision-see-public")));
    }
    let told = meeting.map(|one| words::meeting(desk.visit.lang, one));
    let mut parts = vec![Part::Ways(ways), facts(desk, shown, told)];
    if let Some(text) = &decision.text {
        parts.push(Part::Lined(text.to_string()));
    }
    let holds = shown.at.holds(desk).is_ok();
    parts.extend(dissent(desk, shown, holds));
    if holds {
        parts.extend(follow_up(desk, shown));
        parts.push(publication(desk, shown));
        if !is_public {
            parts.push(change(desk, shown));
        }
    }
    let told = [
        ("number", decision.decision.number.to_string().into()),
        ("title", decision.title.as_str().into()),
    ];
    let head = Head {
        crumbs: shown.at.crumbs(desk),
        lead: words::publicity(&desk.visit, decision),
    };
    let page = desk.page(words.with("decision-named", &told), TAB);
    Ok(desk_page(page, head, parts))
}

fn facts(desk: &Desk, shown: &Shown<'_>, meeting: Option<String>) -> Part {
    let (words, visit, decision) = (desk.words(), &desk.visit, shown.decision);
    let meeting = meeting.unwrap_or_else(|| date(visit.lang, decision.on));
    let name = |slug: &Slug| organisation_name(&visit.directory, slug);
    let bound = if decision.binds.is_empty() {
        words.get("decision-binds-all")
    } else {
        portulan_i18n::listed(visit.lang, decision.binds.iter().map(name).collect())
    };
    let mut facts = vec![
        (words.get("decision-meeting"), meeting),
        (words.get(BOUND), bound),
    ];
    if let Some(one) = &decision.follow_up {
        let (owner, state) = words::owed(visit, one);
        facts.push((words.get("decision-owner"), owner));
        facts.push((words.get("decision-follow-up"), state));
    }
    Part::Facts(facts)
}

/// Who does not agree, and the form that says so.
fn dissent(desk: &Desk, shown: &Shown<'_>, holds: bool) -> Vec<Part> {
    let (words, decision) = (desk.words(), shown.decision);
    let is_public = decision.public_on(desk.visit.today()).is_some();
    let lines: Vec<Line> = decision
        .dissent
        .iter()
        .map(|one| Line {
            button: holds.then(|| button(desk, shown, one, is_public)).flatten(),
            ..line(desk, one)
        })
        .collect();
    let form = holds && !is_public;
    if lines.is_empty() && !form {
        return Vec::new();
    }
    let mut parts = vec![Part::Title("desaccords", words.get("decision-dissent"))];
    parts.push(if lines.is_empty() {
        Part::Text(words.get("decision-dissent-none"))
    } else {
        Part::Lines(lines)
    });
    parts.extend(form.then(|| dissent_form(desk, shown)));
    parts
}

fn line(desk: &Desk, one: &Dissent) -> Line {
    let words = desk.words();
    let id = if one.public {
        "decision-dissent-named"
    } else {
        "decision-dissent-private"
    };
    let said = one.words.as_ref().map(ToString::to_string);
    let more = said.into_iter().chain([words.get(id)]);
    Line {
        words: organisation_name(&desk.visit.directory, &one.organisation),
        more: more.collect::<Vec<_>>().join(" – "),
        ..Line::default()
    }
}

/// Takes it away; of a decision that everybody reads, its name alone.
fn button(desk: &Desk, shown: &Shown<'_>, one: &Dissent, is_public: bool) -> Option<Button> {
    let words = desk.words();
    let name = organisation_name(&desk.visit.directory, &one.organisation);
    let action = format!("{}/desaccord", shown.address());
    let hidden = |deed: &str| {
        vec![
            (WHO, one.organisation.to_string()),
            ("geste", deed.to_owned()),
        ]
    };
    if !is_public {
        return Some(Button::remove(words, &name, action, hidden("retirer")));
    }
    one.public.then(|| Button {
        action,
        hidden: hidden("taire"),
        words: words.get("decision-unname"),
        label: words.with("decision-unname-this", &[("name", name.into())]),
    })
}

fn dissent_form(desk: &Desk, shown: &Shown<'_>) -> Part {
    let (words, directory) = (desk.words(), &desk.visit.directory);
    let answers = shown.answers(Asked::Dissent, Answers::default);
    let ask = Ask {
        words,
        answers: &answers,
    };
    let members = roadmaps::members(directory, &shown.at.body.slug, shown.decision.on);
    let mut members: Vec<(String, String)> = members
        .map(|slug| (slug.to_string(), organisation_name(directory, slug)))
        .collect();
    members.sort_by_cached_key(|(_, name)| portulan_text::fold(name));
    let named = Choice {
        value: "oui".to_owned(),
        label: words.get("decision-nommer-oui"),
        hint: words.get("decision-nommer-oui-hint"),
        chosen: answers.has(NAMED, "oui"),
    };
    let fields = vec![
        ask.select(WHO, members),
        ask.area(SAID, 3),
        ask.choices(NAMED, false, vec![named]),
    ];
    let action = format!("{}/desaccord", shown.address());
    form(
        words,
        &answers,
        ("desaccord", "decision-dissent-add"),
        action,
        fields,
    )
}

/// What is to be done: done on a day, or not after all.
fn follow_up(desk: &Desk, shown: &Shown<'_>) -> Option<Part> {
    let words = desk.words();
    let one = shown.decision.follow_up.as_ref()?;
    let action = format!("{}/suivi", shown.address());
    if one.done.is_some() {
        let again = vec![Field::Hidden("geste".to_owned(), "reprendre".to_owned())];
        return Some(plain(words, ("suivi", "decision-undo"), action, again));
    }
    let today = desk.visit.today().to_string();
    let answers = shown.answers(Asked::Follow, || with(DONE, &today));
    let ask = Ask {
        words,
        answers: &answers,
    };
    let fields = vec![ask.day(DONE)];
    Some(form(
        words,
        &answers,
        ("suivi", "decision-do"),
        action,
        fields,
    ))
}

/// Everybody reads it from a day on, or no more.
fn publication(desk: &Desk, shown: &Shown<'_>) -> Part {
    let words = desk.words();
    let action = format!("{}/publication", shown.address());
    if shown.decision.published.is_some() {
        let again = vec![Field::Hidden("geste".to_owned(), "retirer".to_owned())];
        return plain(words, ("publication", "decision-retract"), action, again);
    }
    let today = desk.visit.today().to_string();
    let answers = shown.answers(Asked::Publish, || with(PUBLISHED, &today));
    let ask = Ask {
        words,
        answers: &answers,
    };
    let fields = vec![ask.day(PUBLISHED)];
    form(
        words,
        &answers,
        ("publication", "decision-publish"),
        action,
        fields,
    )
}

/// What was decided, to be changed.
fn change(desk: &Desk, shown: &Shown<'_>) -> Part {
    let (words, decision) = (desk.words(), shown.decision);
    let answers = shown.answers(Asked::Change, || as_kept(desk, decision));
    let read = answers.first(BEFORE).map(str::to_owned);
    let read = read.unwrap_or_else(|| serde_json::to_string(decision).unwrap_or_default());
    let mut all = vec![Field::Hidden(BEFORE.to_owned(), read)];
    all.extend(fields(desk, shown.at, decision.on, &answers));
    form(
        words,
        &answers,
        ("modifier", "decision-change"),
        shown.address(),
        all,
    )
}

fn as_kept(desk: &Desk, decision: &Decision) -> Answers {
    let mut answers = with(TITLE, &decision.title);
    let text = decision.text.as_ref().map(ToString::to_string);
    answers.put(TEXT, text.unwrap_or_default());
    for bound in &decision.binds {
        answers.add(BOUND, bound.to_string());
    }
    if let Some(one) = &decision.follow_up {
        answers.put(OWNER, organisation_name(&desk.visit.directory, &one.owner));
        let due = one.due.map(|due| due.to_string());
        answers.put(DUE, due.unwrap_or_default());
    }
    answers
}

fn with(field: &str, value: &str) -> Answers {
    let mut answers = Answers::default();
    answers.put(field, value);
    answers
}

/// A form under its title: the message of the title, that of the button ends in `-submit`.
fn form(
    words: Words,
    answers: &Answers,
    (id, title): (&'static str, &str),
    action: String,
    fields: Vec<Field>,
) -> Part {
    Part::Form(Form {
        id,
        title: Some(words.get(title)),
        action,
        faults: faults(words, answers),
        fields,
        submit: words.get(&format!("{title}-submit")),
        plain: false,
    })
}

/// A form that takes something back.
fn plain(
    words: Words,
    (id, title): (&'static str, &str),
    action: String,
    fields: Vec<Field>,
) -> Part {
    Part::Form(Form {
        id,
        title: Some(words.get(title)),
        action,
        faults: None,
        fields,
        submit: words.get(&format!("{title}-submit")),
        plain: true,
    })
}
