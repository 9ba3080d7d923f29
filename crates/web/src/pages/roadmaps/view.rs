//! A content as it is shown: axes, objectives, actions with their facts, money and measures, each in words. The same for
//! everybody, for a version and for the desk; only the links differ.

use portulan_i18n::{Lang, ListWords as _, Words, date_short};
use portulan_model::governance::Body;
use portulan_model::roadmaps::{
    Action, Balance, BudgetYear, Content, Indicator, Objective, Roadmap, UpperLink,
};
use portulan_model::{ActionId, Cents, Slug};

use super::words;
use crate::pages::organisations;
use crate::pages::place::Link;
use crate::pages::visit::Visit;

/// An axis.
pub(super) struct AxisView {
    pub(super) title: String,
    pub(super) objectives: Vec<ObjectiveView>,
}

/// An objective.
pub(super) struct ObjectiveView {
    /// Its anchor.
    pub(super) id: String,
    pub(super) title: String,
    pub(super) serves: Vec<Link>,
    pub(super) indicators: Vec<IndicatorView>,
    pub(super) actions: Vec<ActionView>,
    /// At the desk: where it is changed, and where an action is added.
    pub(super) edit: Option<String>,
    pub(super) add: Option<String>,
}

/// An action.
pub(super) struct ActionView {
    /// Its anchor.
    pub(super) id: String,
    pub(super) title: String,
    pub(super) state: String,
    pub(super) context: Option<String>,
    pub(super) summary: Option<String>,
    pub(super) facts: Vec<Fact>,
    pub(super) budget: Vec<BudgetRow>,
    /// What it costs in all, where it has several years.
    pub(super) cost: Option<String>,
    pub(super) indicators: Vec<IndicatorView>,
    /// At the desk: where it is changed, and where one tells how it goes.
    pub(super) edit: Option<String>,
    pub(super) tell: Option<String>,
}

/// A fact: what it is, and each of its values, with a page where it has one.
pub(super) struct Fact {
    pub(super) name: String,
    pub(super) values: Vec<(String, Option<String>)>,
}

/// A year of money.
pub(super) struct BudgetRow {
    pub(super) year: String,
    pub(super) cost: String,
    pub(super) asked: String,
    pub(super) partners: String,
    pub(super) balance: String,
}

/// An indicator.
pub(super) struct IndicatorView {
    pub(super) name: String,
    pub(super) start: String,
    pub(super) target: String,
    pub(super) last: String,
    pub(super) progress: String,
}

/// Where the parts of a roadmap are changed.
pub(super) struct Editing {
    /// The roadmap at the desk.
    pub(super) root: String,
    /// An id for an action that is added.
    pub(super) new_action: ActionId,
    /// Whether its words may change.
    pub(super) words: bool,
}

/// A content in words.
pub(super) fn axes(
    visit: &Visit,
    roadmap: &Roadmap,
    content: &Content,
    editing: Option<&Editing>,
) -> Vec<AxisView> {
    let maker = Maker {
        visit,
        roadmap,
        editing,
    };
    let axis = |one: &portulan_model::roadmaps::Axis| AxisView {
        title: one.title.clone(),
        objectives: one
            .objectives
            .iter()
            .map(|aim| maker.objective(aim))
            .collect(),
    };
    content.axes.iter().map(axis).collect()
}

struct Maker<'a> {
    visit: &'a Visit,
    roadmap: &'a Roadmap,
    editing: Option<&'a Editing>,
}

impl Maker<'_> {
    fn objective(&self, one: &Objective) -> ObjectiveView {
        let writes = self.editing.filter(|editing| editing.words);
        ObjectiveView {
            id: format!("objectif-{}", one.id),
            title: one.title.clone(),
            serves: one
                .serves
                .iter()
                .map(|link| served(self.visit, link))
                .collect(),
            indicators: indicators(self.visit, &one.indicators),
            actions: one
                .actions
                .iter()
                .map(|action| self.action(action))
                .collect(),
            edit: writes.map(|editing| format!("{}/objectifs/{}", editing.root, one.id)),
            add: writes.map(|editing| {
                let new = editing.new_action;
                format!("{}/actions/{new}?objectif={}", editing.root, one.id)
            }),
        }
    }

    fn action(&self, action: &Action) -> ActionView {
        let lang = self.visit.lang;
        let writes = self.editing.filter(|editing| editing.words);
        let cost = action.cost().ok().filter(|_| action.budget.len() > 1);
        ActionView {
            id: format!("action-{}", action.id),
            title: action.title.clone(),
            state: words::state(Words::new(lang), &action.state),
            context: action.context.as_ref().map(ToString::to_string),
            summary: action.summary.as_ref().map(ToString::to_string),
            facts: facts(self.visit, self.roadmap, action),
            budget: action
                .budget
                .iter()
                .map(|year| budget(self.visit, year))
                .collect(),
            cost: cost.map(|cost| words::euros(lang, cost)),
            indicators: indicators(self.visit, &action.indicators),
            edit: writes.map(|editing| format!("{}/actions/{}", editing.root, action.id)),
            tell: self
                .editing
                .map(|editing| format!("{}/avancement/{}", editing.root, action.id)),
        }
    }
}

/// What is said of an action, beside its words, money and measures.
fn facts(visit: &Visit, roadmap: &Roadmap, action: &Action) -> Vec<Fact> {
    let (lang, words) = (visit.lang, Words::new(visit.lang));
    let plain = |text: String| (text, None);
    let mut needs: Vec<_> = action
        .needs
        .iter()
        .map(|one| plain(one.words(lang)))
        .collect();
    needs.extend(action.other_need.clone().map(plain));
    let named = |slug: &Slug| organisations::named(visit, slug);
    let places = action
        .places
        .iter()
        .filter_map(|id| words::place(visit, id));
    let serves = action.serves.iter().map(|link| served(visit, link));
    let reach = words::area(visit, action.area_in(&roadmap.area));
    let period = words::period(lang, action.period_in(roadmap.period));
    let trained = [
        ("roadmap-trained-agents", action.trained.agents),
        ("roadmap-trained-staff", action.trained.association_staff),
    ];
    let trained = trained.into_iter().filter(|(_, n)| *n > 0).map(|(id, n)| {
        let n = usize::try_from(n).unwrap_or(usize::MAX);
        plain(words.with(id, &[("n", n.into())]))
    });
    let all = [
        ("besoins", needs),
        ("formes", trained.collect()),
        (
            "publics",
            listed(action.publics.iter().map(|one| one.words(lang))),
        ),
        (
            "services",
            listed(action.services.iter().map(|one| one.words(lang))),
        ),
        ("communes", vec![plain(reach)]),
        (
            "lieux",
            places
                .map(|(address, name)| (name, Some(address)))
                .collect(),
        ),
        ("porteurs", action.leads.iter().map(named).collect()),
        ("partenaires", action.partners.iter().map(named).collect()),
        ("postes", posts(visit, action)),
        ("periode", vec![plain(period)]),
        (
            "sert",
            serves
                .map(|link| (link.words, Some(link.address)))
                .collect(),
        ),
    ];
    let told = all.into_iter().filter(|(_, values)| !values.is_empty());
    told.map(|(id, values)| Fact {
        name: words.get(&format!("roadmap-part-{id}")),
        values,
    })
    .collect()
}

fn listed(texts: impl Iterator<Item = String>) -> Vec<(String, Option<String>)> {
    texts.map(|text| (text, None)).collect()
}

fn posts(visit: &Visit, action: &Action) -> Vec<(String, Option<String>)> {
    let n = action.posts.len();
    let told = Words::new(visit.lang).with("roadmap-posts", &[("n", n.into())]);
    if n > 0 {
        vec![(told, None)]
    } else {
        Vec::new()
    }
}

/// An objective of another roadmap, with the way to it.
pub(super) fn served(visit: &Visit, link: &UpperLink) -> Link {
    let known = portulan_app::roadmaps::public::find(&visit.directory, &link.roadmap);
    let aim = known.and_then(|one| {
        one.content
            .objectives()
            .find(|aim| aim.id == link.objective)
    });
    let address = visit.link(&super::address(&link.roadmap));
    let words = match (known, aim) {
        (Some(roadmap), Some(aim)) => Words::new(visit.lang).with(
            "roadmap-serves",
            &[
                ("objective", aim.title.as_str().into()),
                ("roadmap", roadmap.title.as_str().into()),
            ],
        ),
        _ => link.roadmap.to_string(),
    };
    Link {
        address: format!("{address}#objectif-{}", link.objective),
        words,
    }
}

fn budget(visit: &Visit, year: &BudgetYear) -> BudgetRow {
    let (lang, words) = (visit.lang, Words::new(visit.lang));
    let partner = |one: &portulan_model::roadmaps::CoFunding| {
        let id = if one.agreed {
            "roadmap-partner-agreed"
        } else {
            "roadmap-partner-promised"
        };
        let told = [
            (
                "name",
                words::organisation(&visit.directory, &one.funder).into(),
            ),
            ("amount", words::euros(lang, one.amount).into()),
        ];
        words.with(id, &told)
    };
    let partners: Vec<String> = year.funding.iter().map(partner).collect();
    let balance = match year.balance() {
        Ok(Balance::Even) => words.get("roadmap-balance-even"),
        Ok(Balance::Short(by)) => words.with(
            "roadmap-balance-short",
            &[("amount", words::euros(lang, by).into())],
        ),
        Ok(Balance::Over(by)) => words.with(
            "roadmap-balance-over",
            &[("amount", words::euros(lang, by).into())],
        ),
        Err(_too_much) => String::new(),
    };
    BudgetRow {
        year: year.year.to_string(),
        cost: words::euros(lang, year.total),
        asked: words::euros(lang, year.asked),
        partners: partners.join(", "),
        balance,
    }
}

/// Indicators in words, with the last measure of today.
pub(super) fn indicators(visit: &Visit, all: &[Indicator]) -> Vec<IndicatorView> {
    let (lang, words, today) = (visit.lang, Words::new(visit.lang), visit.today());
    let unknown = || words.get("roadmap-not-known");
    let seen = |one: &portulan_model::roadmaps::Observation| {
        let told = [
            ("value", words::measure(lang, one.value).into()),
            ("date", date_short(lang, one.on).into()),
            ("source", one.source.as_str().into()),
        ];
        words.with("roadmap-seen", &told)
    };
    let view = |one: &Indicator| IndicatorView {
        name: named(words, one),
        start: one.baseline.as_ref().map_or_else(unknown, seen),
        target: one
            .target
            .map_or_else(unknown, |value| words::measure(lang, value)),
        last: one
            .observations
            .iter()
            .filter(|seen| seen.on <= today)
            .max_by_key(|seen| seen.on)
            .map_or_else(unknown, seen),
        progress: one.progress(today).map_or_else(unknown, |share| {
            let told = measure_of_share(lang, share);
            words.with("roadmap-progress-share", &[("share", told.into())])
        }),
    };
    all.iter().map(view).collect()
}

/// The name of an indicator with its unit.
pub(super) fn named(words: Words, one: &Indicator) -> String {
    if one.unit.is_empty() || one.unit == one.name {
        return one.name.clone();
    }
    let told = [
        ("name", one.name.as_str().into()),
        ("unit", one.unit.as_str().into()),
    ];
    words.with("roadmap-indicator-named", &told)
}

fn measure_of_share(lang: Lang, share: i64) -> String {
    words::measure(
        lang,
        portulan_model::roadmaps::Measure(share.saturating_mul(100)),
    )
}

/// What all years of all actions come to: cost, asked for, paid by partners.
pub(super) fn money(lang: Lang, content: &Content) -> Option<[String; 3]> {
    let years = || content.actions().flat_map(|action| &action.budget);
    years().next()?;
    let cost = Cents::total(years().map(|year| year.total)).ok()?;
    let asked = Cents::total(years().map(|year| year.asked)).ok()?;
    let paid = years().flat_map(|year| &year.funding).map(|one| one.amount);
    let paid = Cents::total(paid).ok()?;
    Some([cost, asked, paid].map(|amount| words::euros(lang, amount)))
}

/// How many actions are how far, in the order of states.
pub(super) fn tally(words: Words, content: &Content) -> Vec<String> {
    let states = portulan_app::roadmaps::form::STATES;
    let count = |state: &str| {
        let of = content.actions();
        of.filter(|one| portulan_app::roadmaps::form::state_slug(&one.state) == state)
            .count()
    };
    let told = states.map(|state| (state, count(state)));
    let some = told.into_iter().filter(|(_, n)| *n > 0);
    some.map(|(state, n)| words.with(&format!("roadmap-count-{state}"), &[("n", n.into())]))
        .collect()
}

/// The page of a body, as a link.
pub(super) fn body_link(visit: &Visit, body: &Slug) -> Link {
    let known: Option<&Body> = visit.directory.levels.body(body);
    Link {
        address: visit.link(&format!("/gouvernances/{body}")),
        words: known.map_or_else(|| body.to_string(), |one| one.name.clone()),
    }
}
