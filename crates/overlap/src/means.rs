//! By which means something is done: a post, a purchase, a training, a study…; what is bought, and in which way.
//!
//! The natures of the amounts and the closed needs say it first; words only where those say nothing.

use std::sync::LazyLock;

use portulan_model::roadmaps::Need;

use crate::item::{Item, Kind, Nature};
use crate::lexicon::{Concepts, LEXICON, Role};

/// Means as a set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Means(u8);

impl Means {
    pub(crate) const POST: Self = Self(1);
    pub(crate) const PURCHASE: Self = Self(2);
    pub(crate) const TRAINING: Self = Self(4);
    pub(crate) const STUDY: Self = Self(8);
    pub(crate) const ENGINEERING: Self = Self(16);
    /// Somebody's time, without a post.
    pub(crate) const PEOPLE: Self = Self(32);

    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    const fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// What is done, bought, and how.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Doing {
    pub(crate) means: Means,
    pub(crate) things: Concepts,
    pub(crate) ways: Concepts,
    /// Whether some money is for anything: it then stands for every means.
    pub(crate) other: bool,
}

/// Concepts that are asked for by name.
struct Named {
    things: Concepts,
    parts: Concepts,
    /// Of these one alone says what is bought.
    alone: [Concepts; 4],
    ways: Concepts,
    pay: Concepts,
    job: Concepts,
    study: Concepts,
    training: Concepts,
    people: Concepts,
}

static NAMED: LazyLock<Named> = LazyLock::new(|| Named {
    things: LEXICON.of_role(Role::Thing),
    parts: LEXICON.of_role(Role::Part),
    alone: ["recharge", "mobilier", "fabrication", "vehicule"].map(|name| LEXICON.named(&[name])),
    ways: LEXICON.named(&[
        "atelier",
        "permanence",
        "telephonique",
        "domicile",
        "edition",
        "evenement",
        "reparation",
        "pret",
        "reemploi",
        "etude",
    ]),
    pay: LEXICON.of_role(Role::Pay),
    job: LEXICON.of_role(Role::Job),
    study: LEXICON.named(&["etude"]),
    training: LEXICON.named(&["formation"]),
    people: LEXICON.named(&[
        "atelier",
        "permanence",
        "domicile",
        "telephonique",
        "itinerance",
    ]),
});

impl Doing {
    /// From the fields of an item and the concepts of its text and of its title.
    pub(crate) fn of(item: &Item, text: Concepts, title: Concepts) -> Self {
        let named = &*NAMED;
        let means = means(item, text, title);
        let buys = means.meets(Means::PURCHASE) || means.is_empty();
        let ways = if means.meets(Means::TRAINING) {
            Concepts::default()
        } else {
            text.and(named.ways)
        };
        Self {
            means,
            things: if buys {
                things(text)
            } else {
                Concepts::default()
            },
            ways,
            other: item.amounts.iter().any(|one| one.nature == Nature::Other),
        }
    }
}

fn means(item: &Item, text: Concepts, title: Concepts) -> Means {
    let named = &*NAMED;
    let for_a = |nature: Nature| item.amounts.iter().any(|one| one.nature == nature);
    let needs = |all: &[Need]| all.iter().any(|need| item.needs.contains(*need));
    let mut means = Means::default();
    if item.kind == Kind::Post || item.post.is_some() {
        means.add(Means::POST);
    }
    if for_a(Nature::Equipment) {
        means.add(Means::PURCHASE);
    }
    if for_a(Nature::Training) || needs(&[Need::TrainAgents, Need::TrainAssociations]) {
        means.add(Means::TRAINING);
    }
    if needs(&[Need::Diagnosis, Need::Data]) {
        means.add(Means::STUDY);
    }
    if for_a(Nature::Engineering) && means.is_empty() {
        let study = text.meets(named.study);
        means.add(if study {
            Means::STUDY
        } else {
            Means::ENGINEERING
        });
    }
    let taught = means.meets(Means::TRAINING.or(Means::STUDY));
    // A title may call workshops a training: both are kept.
    if title.meets(named.training) {
        means.add(Means::TRAINING);
    }
    if for_a(Nature::Wages) && !taught {
        means.add(wages(item, text, title));
    }
    if item.amounts.is_empty() && means.is_empty() {
        means.add(by_words(text));
    }
    means
}

/// Somebody's time, and a post where the text tells of a wage, or the title of a trade.
fn wages(item: &Item, text: Concepts, title: Concepts) -> Means {
    let told = text.meets(NAMED.pay) || title.meets(NAMED.job);
    let post = item.post.is_none() && told;
    if post {
        Means::PEOPLE.or(Means::POST)
    } else {
        Means::PEOPLE
    }
}

/// Where neither money nor a need says it.
fn by_words(text: Concepts) -> Means {
    let named = &*NAMED;
    if text.meets(named.training) {
        Means::TRAINING
    } else if text.meets(named.people) {
        Means::PEOPLE
    } else if text.meets(named.things) {
        Means::PURCHASE
    } else {
        Means::default()
    }
}

fn things(text: Concepts) -> Concepts {
    let named = &*NAMED;
    let alone = named.alone.iter().find(|one| text.meets(**one));
    if let Some(alone) = alone {
        return *alone;
    }
    let things = text.and(named.things);
    if things.is_empty() {
        text.and(named.parts)
    } else {
        things
    }
}
