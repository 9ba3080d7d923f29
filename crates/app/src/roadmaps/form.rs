//! The form of an action: filled from what is known, read into what is wanted. Every answer is a text under a name, lists
//! are one a line, so that all of it works without scripts.
//!
//! What is read from a form that was filled is what filled it. What is wrong is told of each answer, all at once.

mod indicators;
mod money;
mod names;

use chrono::NaiveDate;
use portulan_model::proposals::Prose;
use portulan_model::roadmaps::{
    Action, ActionState, Content, ContentFault, Need, Objective, Progress, Roadmap, Trained,
    UpperLink, faults,
};
use portulan_model::{ClosedList, IndicatorId, Period, ValueSet};

use super::Fault;
use crate::Directory;
use crate::areas;
use crate::naming::Unnamed;

pub use indicators::{measure, measured};
pub use money::{amount_fault, years};
pub use names::{organisation, organisation_name, organisations, place_name};

/// Longest title, in characters.
pub const LONGEST_TITLE: usize = 200;
/// Most actions of a roadmap: five times the longest roadmaps known.
pub const MOST_ACTIONS: usize = 500;

/// What a form is read and filled with.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// Territories, places and organisations.
    pub directory: &'a Directory,
    /// The roadmap.
    pub roadmap: &'a Roadmap,
    /// The day.
    pub today: NaiveDate,
}

/// Answers of a form, by their names.
#[derive(Clone, Copy)]
pub struct Typed<'a>(pub &'a [(String, String)]);

impl<'a> Typed<'a> {
    /// The first answer of a name, without blanks around it.
    #[must_use]
    pub fn text(self, name: &str) -> &'a str {
        let found = self.0.iter().find(|(given, _)| given == name);
        found.map_or("", |(_, value)| value.trim())
    }

    /// All answers of a name that say something.
    pub fn every(self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let named = self.0.iter().filter(move |(given, _)| given == name);
        named
            .map(|(_, value)| value.trim())
            .filter(|text| !text.is_empty())
    }
}

/// Fills the form of an action.
#[must_use]
pub fn fill(context: Context<'_>, action: &Action) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    let mut add = |name: &str, value: String| pairs.push((name.to_owned(), value));
    add("titre", action.title.clone());
    add("contexte", prose(action.context.as_ref()));
    add("resume", prose(action.summary.as_ref()));
    for need in action.needs.iter() {
        add("besoins", need.slug().to_owned());
    }
    add(
        "autre_besoin",
        action.other_need.clone().unwrap_or_default(),
    );
    add("formes_agents", count(action.trained.agents));
    add("formes_salaries", count(action.trained.association_staff));
    for public in action.publics.iter() {
        add("publics", public.slug().to_owned());
    }
    for service in action.services.iter() {
        add("services", service.slug().to_owned());
    }
    let area = action.area.as_ref();
    let area = area.map(|area| areas::typed(&context.directory.reference, area));
    add("communes", area.unwrap_or_default());
    let places = action
        .places
        .iter()
        .map(|id| place_name(context.directory, id));
    add("lieux", lines(places));
    for post in &action.posts {
        add("postes", post.to_string());
    }
    let named = |slug| organisation_name(context.directory, slug);
    add("porteurs", lines(action.leads.iter().map(named)));
    add("partenaires", lines(action.partners.iter().map(named)));
    let period = action.period.unwrap_or_default();
    add("du", day(period.from()));
    add("au", day(period.to()));
    add("etat", state_slug(&action.state).to_owned());
    if let ActionState::Abandoned { reason } = &action.state {
        add("motif", reason.clone());
    }
    pairs.extend(money::fill(context, action));
    pairs.extend(indicators::fill(&action.indicators));
    pairs.extend(serving(&action.serves));
    pairs
}

/// Reads the form of an action; its id stays.
pub fn read(
    context: Context<'_>,
    before: &Action,
    pairs: &[(String, String)],
    draw: &mut dyn FnMut() -> IndicatorId,
) -> Result<Action, Vec<Fault>> {
    let typed = Typed(pairs);
    let mut wrong = Vec::new();
    let mut action = Action::new(before.id, title(typed, &mut wrong));
    action.context = long(typed, "contexte", &mut wrong);
    action.summary = long(typed, "resume", &mut wrong);
    action.needs = ticked(typed, "besoins", &mut wrong);
    action.other_need = if action.needs.contains(Need::Other) {
        line(typed, "autre_besoin", &mut wrong)
    } else {
        None
    };
    action.trained = Trained {
        agents: number(typed, "formes_agents", &mut wrong),
        association_staff: number(typed, "formes_salaries", &mut wrong),
    };
    action.publics = ticked(typed, "publics", &mut wrong);
    action.services = ticked(typed, "services", &mut wrong);
    where_and_who(context, typed, (before, &mut action), &mut wrong);
    action.period = period(typed, &mut wrong);
    action.state = state(typed, &mut wrong);
    action.budget = money::read(context, typed, &mut wrong);
    action.indicators = indicators::read(typed, draw, &mut wrong);
    action.serves = served(typed);
    wrong.extend(impossible(context, &action));
    if wrong.is_empty() {
        Ok(action)
    } else {
        Err(wrong)
    }
}

fn where_and_who(
    context: Context<'_>,
    typed: Typed<'_>,
    (before, action): (&Action, &mut Action),
    wrong: &mut Vec<Fault>,
) {
    match areas::read(&context.directory.reference, typed.text("communes")) {
        Ok(area) => action.area = (!area.is_empty()).then_some(area),
        Err(unnamed) => wrong.push(Fault::told(
            "communes",
            "roadmap-wrong-communes",
            Unnamed::texts(&unnamed),
        )),
    }
    action.places = names::places(context.directory, typed.text("lieux"), wrong);
    let posts = typed.every("postes").map(str::parse);
    action.posts = posts.filter_map(Result::ok).collect();
    let known = (&before.leads, &before.partners);
    action.leads = names::read(context.directory, typed, ("porteurs", known.0), wrong);
    action.partners = names::read(context.directory, typed, ("partenaires", known.1), wrong);
}

/// Fills the form of an objective.
#[must_use]
pub fn fill_objective(objective: &Objective) -> Vec<(String, String)> {
    let mut pairs = vec![("titre".to_owned(), objective.title.clone())];
    pairs.extend(indicators::fill(&objective.indicators));
    pairs.extend(serving(&objective.serves));
    pairs
}

/// Reads the form of an objective; its id and its actions stay.
pub fn read_objective(
    before: &Objective,
    pairs: &[(String, String)],
    draw: &mut dyn FnMut() -> IndicatorId,
) -> Result<Objective, Vec<Fault>> {
    let typed = Typed(pairs);
    let mut wrong = Vec::new();
    let objective = Objective {
        title: title(typed, &mut wrong),
        indicators: indicators::read(typed, draw, &mut wrong),
        serves: served(typed),
        ..before.clone()
    };
    if wrong.is_empty() {
        Ok(objective)
    } else {
        Err(wrong)
    }
}

/// Reads how far an action is: its state, and a measure of each indicator for which one is typed.
pub fn read_progress(action: &Action, pairs: &[(String, String)]) -> Result<Progress, Vec<Fault>> {
    let typed = Typed(pairs);
    let mut wrong = Vec::new();
    let progress = Progress {
        state: state(typed, &mut wrong),
        seen: indicators::read_seen(&action.indicators, typed, &mut wrong),
    };
    if wrong.is_empty() {
        Ok(progress)
    } else {
        Err(wrong)
    }
}

/// What cannot be so of an action in its roadmap, at the answer that says it.
fn impossible(context: Context<'_>, action: &Action) -> Vec<Fault> {
    let alone = Content::of_one(action.clone());
    let found = faults(context.roadmap, &alone).into_iter();
    let told = |fault| {
        Some(match fault {
            ContentFault::Twice(_) | ContentFault::Negative(..) => return None,
            ContentFault::Beyond(_) => Fault::new("communes", "roadmap-wrong-beyond"),
            ContentFault::NoNeed(_) => Fault::new("besoins", "roadmap-wrong-no-need"),
            ContentFault::OtherUnsaid(_) => Fault::new("autre_besoin", "roadmap-wrong-other-need"),
            ContentFault::Year(_, year) => Fault::new(money::cost(year), "roadmap-wrong-year"),
            ContentFault::OverFunded(_, year) => {
                Fault::new(money::cost(year), "roadmap-wrong-over-funded")
            }
            ContentFault::TooMuch(_, year) => Fault::new(money::cost(year), "roadmap-wrong-amount"),
        })
    };
    found.filter_map(told).collect()
}

fn title(typed: Typed<'_>, wrong: &mut Vec<Fault>) -> String {
    match Prose::line(typed.text("titre"), LONGEST_TITLE) {
        Ok(Some(title)) => title,
        Ok(None) => {
            wrong.push(Fault::new("titre", "roadmap-wrong-no-title"));
            String::new()
        }
        Err(_too_long) => {
            wrong.push(Fault::new("titre", "roadmap-wrong-long-title"));
            String::new()
        }
    }
}

fn long(typed: Typed<'_>, name: &str, wrong: &mut Vec<Fault>) -> Option<Prose> {
    Prose::read(typed.text(name)).unwrap_or_else(|_too_long| {
        wrong.push(Fault::new(name, "roadmap-wrong-long"));
        None
    })
}

fn line(typed: Typed<'_>, name: &str, wrong: &mut Vec<Fault>) -> Option<String> {
    Prose::line(typed.text(name), LONGEST_TITLE).unwrap_or_else(|_too_long| {
        wrong.push(Fault::new(name, "roadmap-wrong-long-title"));
        None
    })
}

fn ticked<L: ClosedList>(
    typed: Typed<'_>,
    name: &'static str,
    wrong: &mut Vec<Fault>,
) -> ValueSet<L> {
    let read: Vec<_> = typed.every(name).map(L::from_slug).collect();
    if read.iter().any(Result::is_err) {
        wrong.push(Fault::new(name, "edit-choice-unknown"));
    }
    read.into_iter().filter_map(Result::ok).collect()
}

fn number(typed: Typed<'_>, name: &str, wrong: &mut Vec<Fault>) -> u32 {
    let text: String = typed.text(name).split_whitespace().collect();
    if text.is_empty() {
        return 0;
    }
    text.parse().unwrap_or_else(|_not_a_number| {
        wrong.push(Fault::told(name, "roadmap-wrong-number", text));
        0
    })
}

/// The period of an action; nothing where neither end is typed.
fn period(typed: Typed<'_>, wrong: &mut Vec<Fault>) -> Option<Period> {
    let (from, to) = (date(typed, "du", wrong), date(typed, "au", wrong));
    if from.is_none() && to.is_none() {
        return None;
    }
    let read = Period::new(from, to);
    if read.is_err() {
        wrong.push(Fault::new("au", "roadmap-wrong-backwards"));
    }
    read.ok()
}

/// A day; none where nothing is typed, or where it is wrong, which is told.
pub(super) fn date(typed: Typed<'_>, name: &str, wrong: &mut Vec<Fault>) -> Option<NaiveDate> {
    let text = typed.text(name);
    let read = text.parse().ok();
    if read.is_none() && !text.is_empty() {
        wrong.push(Fault::told(name, "roadmap-wrong-day", text));
    }
    read
}

fn state(typed: Typed<'_>, wrong: &mut Vec<Fault>) -> ActionState {
    match typed.text("etat") {
        "en-cours" => ActionState::Underway,
        "faite" => ActionState::Done,
        "abandonnee" => {
            let reason = line(typed, "motif", wrong);
            if reason.is_none() {
                wrong.push(Fault::new("motif", "roadmap-wrong-no-reason"));
            }
            ActionState::Abandoned {
                reason: reason.unwrap_or_default(),
            }
        }
        _ => ActionState::Planned,
    }
}

/// The word of a state.
#[must_use]
pub const fn state_slug(state: &ActionState) -> &'static str {
    match state {
        ActionState::Planned => "prevue",
        ActionState::Underway => "en-cours",
        ActionState::Done => "faite",
        ActionState::Abandoned { .. } => "abandonnee",
    }
}

/// The words of states, in their order.
pub const STATES: [&str; 4] = ["prevue", "en-cours", "faite", "abandonnee"];

fn serving(links: &std::collections::BTreeSet<UpperLink>) -> Vec<(String, String)> {
    let pair = |link: &UpperLink| ("sert".to_owned(), link_text(link));
    links.iter().map(pair).collect()
}

/// An objective of another roadmap, as an answer.
#[must_use]
pub fn link_text(link: &UpperLink) -> String {
    format!("{}/{}", link.roadmap, link.objective)
}

fn served(typed: Typed<'_>) -> std::collections::BTreeSet<UpperLink> {
    let link = |text: &str| {
        let (roadmap, objective) = text.split_once('/')?;
        Some(UpperLink {
            roadmap: roadmap.parse().ok()?,
            objective: objective.parse().ok()?,
        })
    };
    typed.every("sert").filter_map(link).collect()
}

fn prose(text: Option<&Prose>) -> String {
    text.map(ToString::to_string).unwrap_or_default()
}

fn count(number: u32) -> String {
    if number == 0 {
        String::new()
    } else {
        number.to_string()
    }
}

fn day(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

fn lines(texts: impl Iterator<Item = String>) -> String {
    texts.collect::<Vec<_>>().join("\n")
}
