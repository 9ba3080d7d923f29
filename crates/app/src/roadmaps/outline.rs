//! The outline of a roadmap as a form: titles of axes and objectives, new ones, those that are taken away, their order.
//!
//! A title carries what was read with it: what somebody else changed meanwhile is said, and never overwritten unseen. New
//! ones carry an id that was drawn when the form was shown, so that a form sent twice adds once.

use portulan_model::proposals::Prose;
use portulan_model::roadmaps::{Axis, Content, Objective};
use portulan_model::{AxisId, ObjectiveId};

use super::Fault;
use super::form::{LONGEST_TITLE, Typed};

/// Most axes, and most objectives of an axis.
const MOST: usize = 30;

/// The name of the answer that is the title of an axis.
#[must_use]
pub fn axis_name(id: AxisId) -> String {
    format!("axe-{id}")
}

/// The name of the answer that is the title of an objective.
#[must_use]
pub fn objective_name(id: ObjectiveId) -> String {
    format!("objectif-{id}")
}

/// The name of the answer that is the title of a new objective of an axis.
#[must_use]
pub fn new_objective_name(axis: AxisId) -> String {
    format!("nouvel-objectif-{axis}")
}

/// Fills the form.
#[must_use]
pub fn fill(content: &Content) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    let mut title = |name: String, title: &str| {
        pairs.push((format!("{name}-lu"), title.to_owned()));
        pairs.push((name, title.to_owned()));
    };
    for axis in &content.axes {
        title(axis_name(axis.id), &axis.title);
        for objective in &axis.objectives {
            title(objective_name(objective.id), &objective.title);
        }
    }
    pairs
}

/// What a content becomes with the form, or what is wrong.
pub fn apply(content: &Content, pairs: &[(String, String)]) -> Result<Content, Vec<Fault>> {
    let typed = Typed(pairs);
    let mut wrong = Vec::new();
    let mut content = content.clone();
    for axis in &mut content.axes {
        rename(typed, &axis_name(axis.id), &mut axis.title, &mut wrong);
        for objective in &mut axis.objectives {
            let name = objective_name(objective.id);
            rename(typed, &name, &mut objective.title, &mut wrong);
        }
        add_objective(typed, axis, &mut wrong);
    }
    remove(typed, &mut content, &mut wrong);
    add_axis(typed, &mut content, &mut wrong);
    for name in typed.every("monter") {
        raise(name, &mut content);
    }
    if wrong.is_empty() {
        Ok(content)
    } else {
        Err(wrong)
    }
}

fn rename(typed: Typed<'_>, name: &str, title: &mut String, wrong: &mut Vec<Fault>) {
    if !typed.0.iter().any(|(given, _)| given == name) {
        return;
    }
    let read = typed.text(&format!("{name}-lu"));
    match Prose::line(typed.text(name), LONGEST_TITLE) {
        Err(_too_long) => wrong.push(Fault::new(name, "roadmap-wrong-long-title")),
        Ok(None) => wrong.push(Fault::new(name, "roadmap-wrong-no-title")),
        // What is as it was read says nothing: somebody else's title stays.
        Ok(Some(wanted)) if wanted == read || wanted == *title => {}
        Ok(Some(_)) if title != read => {
            wrong.push(Fault::told(name, "roadmap-wrong-meanwhile", title.as_str()));
        }
        Ok(Some(wanted)) => *title = wanted,
    }
}

fn new_title(typed: Typed<'_>, name: &str, wrong: &mut Vec<Fault>) -> Option<String> {
    Prose::line(typed.text(name), LONGEST_TITLE).unwrap_or_else(|_too_long| {
        wrong.push(Fault::new(name, "roadmap-wrong-long-title"));
        None
    })
}

fn add_objective(typed: Typed<'_>, axis: &mut Axis, wrong: &mut Vec<Fault>) {
    let name = new_objective_name(axis.id);
    let id = typed.text(&format!("{name}-id")).parse::<ObjectiveId>();
    let (Some(title), Ok(id)) = (new_title(typed, &name, wrong), id) else {
        return;
    };
    if axis.objectives.iter().any(|one| one.id == id) {
        return;
    }
    if axis.objectives.len() >= MOST {
        wrong.push(Fault::new(name, "roadmap-wrong-many"));
        return;
    }
    axis.objectives.push(Objective {
        id,
        title,
        serves: std::collections::BTreeSet::new(),
        indicators: Vec::new(),
        actions: Vec::new(),
    });
}

fn add_axis(typed: Typed<'_>, content: &mut Content, wrong: &mut Vec<Fault>) {
    let id = typed.text("nouvel-axe-id").parse::<AxisId>();
    let (Some(title), Ok(id)) = (new_title(typed, "nouvel-axe", wrong), id) else {
        return;
    };
    if content.axes.iter().any(|one| one.id == id) {
        return;
    }
    if content.axes.len() >= MOST {
        wrong.push(Fault::new("nouvel-axe", "roadmap-wrong-many"));
        return;
    }
    content.axes.push(Axis {
        id,
        title,
        objectives: Vec::new(),
    });
}

/// Takes away what is ticked. What holds something else stays: an action is taken away on its own page.
fn remove(typed: Typed<'_>, content: &mut Content, wrong: &mut Vec<Fault>) {
    let ticked: Vec<&str> = typed.every("retirer").collect();
    let gone = |name: String| ticked.contains(&name.as_str());
    for axis in &mut content.axes {
        axis.objectives.retain(|objective| {
            let name = objective_name(objective.id);
            if !gone(name.clone()) {
                return true;
            }
            if !objective.actions.is_empty() {
                wrong.push(Fault::new(name, "roadmap-wrong-holds-actions"));
            }
            !objective.actions.is_empty()
        });
    }
    content.axes.retain(|axis| {
        let name = axis_name(axis.id);
        if !gone(name.clone()) {
            return true;
        }
        if !axis.objectives.is_empty() {
            wrong.push(Fault::new(name, "roadmap-wrong-holds-objectives"));
        }
        !axis.objectives.is_empty()
    });
}

/// Moves an axis or an objective before the one above it.
fn raise(name: &str, content: &mut Content) {
    let at = content
        .axes
        .iter()
        .position(|axis| axis_name(axis.id) == name);
    if let Some(at) = at.filter(|at| *at > 0) {
        content.axes.swap(at, at - 1);
    }
    for axis in &mut content.axes {
        let mut objectives = axis.objectives.iter();
        let at = objectives.position(|one| objective_name(one.id) == name);
        if let Some(at) = at.filter(|at| *at > 0) {
            axis.objectives.swap(at, at - 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(n: u8) -> AxisId {
        AxisId::from_parts(u64::from(n), [n; 10])
    }

    fn objective(n: u8) -> ObjectiveId {
        ObjectiveId::from_parts(u64::from(n), [n; 10])
    }

    fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
        let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        all.iter().map(own).collect()
    }

    fn one_axis() -> Content {
        let id = axis(1).to_string();
        let sent = pairs(&[("nouvel-axe", "Accès libre"), ("nouvel-axe-id", &id)]);
        let content = apply(&Content::default(), &sent).unwrap();
        let name = new_objective_name(axis(1));
        let sent = pairs(&[
            (&name, "Ouvrir"),
            (&format!("{name}-id"), &objective(1).to_string()),
        ]);
        apply(&content, &sent).unwrap()
    }

    #[test]
    fn a_form_that_is_sent_as_it_was_shown_or_twice_changes_nothing_more() {
        let content = one_axis();
        assert_eq!(content.axes.len(), 1);
        assert_eq!(content.objectives().count(), 1);
        assert_eq!(apply(&content, &fill(&content)), Ok(content.clone()));
        let id = axis(1).to_string();
        let again = pairs(&[("nouvel-axe", "Accès libre"), ("nouvel-axe-id", &id)]);
        assert_eq!(apply(&content, &again), Ok(content));
    }

    #[test]
    fn a_title_that_somebody_else_changed_is_said_and_not_overwritten() {
        let mut content = one_axis();
        let mut mine = fill(&content);
        let name = axis_name(axis(1));
        for (given, value) in &mut mine {
            if *given == name {
                "Accès pour tous".clone_into(value);
            }
        }
        content.axes[0].title = "Accès de nuit".to_owned();
        let told = Fault::told(name, "roadmap-wrong-meanwhile", "Accès de nuit");
        assert_eq!(apply(&content, &mine), Err(vec![told]));
        // Whoever changed another title loses nothing.
        let mut other = fill(&one_axis());
        other.retain(|(given, _)| !given.starts_with("axe-") || given.ends_with("-lu"));
        let kept = apply(&content, &other).unwrap();
        assert_eq!(kept.axes[0].title, "Accès de nuit");
    }

    #[test]
    fn what_holds_something_is_not_taken_away() {
        let content = one_axis();
        let axis_gone = pairs(&[("retirer", &axis_name(axis(1)))]);
        assert!(apply(&content, &axis_gone).is_err());
        let both = pairs(&[
            ("retirer", &axis_name(axis(1))),
            ("retirer", &objective_name(objective(1))),
        ]);
        assert_eq!(apply(&content, &both), Ok(Content::default()));
    }

    #[test]
    fn an_axis_is_raised_one_step() {
        let mut content = one_axis();
        content.axes.push(Axis {
            id: axis(2),
            title: "B".to_owned(),
            objectives: Vec::new(),
        });
        let up = pairs(&[("monter", &axis_name(axis(2)))]);
        let raised = apply(&content, &up).unwrap();
        assert_eq!(raised.axes[0].id, axis(2));
        assert_eq!(apply(&raised, &up).unwrap().axes[0].id, axis(2));
    }
}
