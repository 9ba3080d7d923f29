//! The parts of an action and of an objective that two people may change at once: see [`crate::editing::conflicts`].

use portulan_model::roadmaps::{Action, Objective};

use crate::editing::conflicts::Fielded;

/// A part of an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ActionPart {
    /// Its title.
    Title,
    /// Why.
    Context,
    /// What.
    Summary,
    /// Needs, and how many are trained.
    Needs,
    /// For whom.
    Publics,
    /// With which services.
    Services,
    /// Where.
    Area,
    /// In which places.
    Places,
    /// With which posts.
    Posts,
    /// Who leads it.
    Leads,
    /// With whom.
    Partners,
    /// From when to when.
    Period,
    /// Money.
    Budget,
    /// How far it is.
    State,
    /// What is measured.
    Indicators,
    /// What it serves above.
    Serves,
}

impl ActionPart {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 16] = [
        Self::Title,
        Self::Context,
        Self::Summary,
        Self::Needs,
        Self::Publics,
        Self::Services,
        Self::Area,
        Self::Places,
        Self::Posts,
        Self::Leads,
        Self::Partners,
        Self::Period,
        Self::Budget,
        Self::State,
        Self::Indicators,
        Self::Serves,
    ];

    /// The word of addresses and of messages.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Title => "titre",
            Self::Context => "contexte",
            Self::Summary => "resume",
            Self::Needs => "besoins",
            Self::Publics => "publics",
            Self::Services => "services",
            Self::Area => "communes",
            Self::Places => "lieux",
            Self::Posts => "postes",
            Self::Leads => "porteurs",
            Self::Partners => "partenaires",
            Self::Period => "periode",
            Self::Budget => "budget",
            Self::State => "etat",
            Self::Indicators => "indicateurs",
            Self::Serves => "sert",
        }
    }
}

impl Fielded for Action {
    type Field = ActionPart;

    fn same(part: ActionPart, a: &Self, b: &Self) -> bool {
        // One list of fields, that of `copy`: what copying a part changes is what that part is.
        let mut copied = a.clone();
        Self::copy(part, b, &mut copied);
        copied == *a
    }

    fn copy(part: ActionPart, from: &Self, to: &mut Self) {
        let from = from.clone();
        match part {
            ActionPart::Title => to.title = from.title,
            ActionPart::Context => to.context = from.context,
            ActionPart::Summary => to.summary = from.summary,
            ActionPart::Needs => {
                to.needs = from.needs;
                to.other_need = from.other_need;
                to.trained = from.trained;
            }
            ActionPart::Publics => to.publics = from.publics,
            ActionPart::Services => to.services = from.services,
            ActionPart::Area => to.area = from.area,
            ActionPart::Places => to.places = from.places,
            ActionPart::Posts => to.posts = from.posts,
            ActionPart::Leads => to.leads = from.leads,
            ActionPart::Partners => to.partners = from.partners,
            ActionPart::Period => to.period = from.period,
            ActionPart::Budget => to.budget = from.budget,
            ActionPart::State => to.state = from.state,
            ActionPart::Indicators => to.indicators = from.indicators,
            ActionPart::Serves => to.serves = from.serves,
        }
    }
}

/// A part of an objective.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ObjectivePart {
    /// What is wanted.
    Title,
    /// What is measured.
    Indicators,
    /// What it serves above.
    Serves,
}

impl ObjectivePart {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Title, Self::Indicators, Self::Serves];

    /// The word of addresses and of messages.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Title => "titre",
            Self::Indicators => "indicateurs",
            Self::Serves => "sert",
        }
    }
}

impl Fielded for Objective {
    type Field = ObjectivePart;

    fn same(part: ObjectivePart, a: &Self, b: &Self) -> bool {
        match part {
            ObjectivePart::Title => a.title == b.title,
            ObjectivePart::Indicators => a.indicators == b.indicators,
            ObjectivePart::Serves => a.serves == b.serves,
        }
    }

    fn copy(part: ObjectivePart, from: &Self, to: &mut Self) {
        match part {
            ObjectivePart::Title => to.title.clone_from(&from.title),
            ObjectivePart::Indicators => to.indicators.clone_from(&from.indicators),
            ObjectivePart::Serves => to.serves.clone_from(&from.serves),
        }
    }
}

#[cfg(test)]
mod tests {
    use portulan_model::proposals::Prose;
    use portulan_model::roadmaps::{ActionState, BudgetYear, Need, Trained};
    use portulan_model::{ActionId, Cents, Period, Service};

    use super::*;

    #[test]
    fn each_part_is_copied_and_compared_alone_and_together_they_are_the_whole_action() {
        let id = ActionId::from_parts(1, [1; 10]);
        let before = Action::new(id, "Ouvrir".to_owned());
        let slug = |text: &str| text.parse().unwrap();
        let after = Action {
            context: Prose::read("Pourquoi.").unwrap(),
            summary: Prose::read("Quoi.").unwrap(),
            needs: [Need::Other].into_iter().collect(),
            other_need: Some("Prêter".to_owned()),
            trained: Trained {
                agents: 3,
                association_staff: 0,
            },
            publics: [portulan_model::Public::Women].into_iter().collect(),
            services: [Service::Work].into_iter().collect(),
            area: "35238".parse().ok(),
            places: [portulan_model::PlaceId::from_parts(1, [1; 10])].into(),
            posts: [portulan_model::PostId::from_parts(1, [1; 10])].into(),
            leads: [slug("a")].into(),
            partners: [slug("b")].into(),
            period: Period::years(2024, 2025),
            budget: vec![BudgetYear {
                year: 2024,
                total: Cents::euros(1),
                asked: Cents::ZERO,
                funding: Vec::new(),
            }],
            state: ActionState::Done,
            indicators: vec![portulan_model::roadmaps::Indicator {
                id: portulan_model::IndicatorId::from_parts(1, [1; 10]),
                name: "n".to_owned(),
                unit: "u".to_owned(),
                baseline: None,
                target: None,
                observations: Vec::new(),
            }],
            serves: [portulan_model::roadmaps::UpperLink {
                roadmap: slug("haut"),
                objective: portulan_model::ObjectiveId::from_parts(1, [1; 10]),
            }]
            .into(),
            ..Action::new(id, "Former".to_owned())
        };
        let mut copied = before.clone();
        for part in ActionPart::ALL {
            assert!(!Action::same(part, &before, &after), "{}", part.slug());
            Action::copy(part, &after, &mut copied);
            assert!(Action::same(part, &copied, &after), "{}", part.slug());
        }
        assert_eq!(copied, after);
    }
}
