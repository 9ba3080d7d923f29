//! What two items are about: publics, subject, means, things bought, ways. Cheap to compare, so it comes first.

use std::sync::LazyLock;

use portulan_model::roadmaps::Need;

use crate::compared::Reason;
use crate::known::Known;
use crate::lexicon::{Concepts, LEXICON};
use crate::means::Means;

static ELECTED: LazyLock<Concepts> = LazyLock::new(|| LEXICON.named(&["elus"]));

/// Whether two of the same kind agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Agreement {
    /// Something is shared.
    Shared,
    /// One of them tells nothing.
    Untold,
    /// Both tell, and nothing is shared.
    Differ,
}

/// What it is about, which is cheap to compare.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Matter {
    pub(crate) publics: Agreement,
    /// Who is trained, or spoken to.
    pub(crate) learners: bool,
    pub(crate) subject: Agreement,
    pub(crate) means: Agreement,
    pub(crate) ways: Agreement,
    /// Whether both buy things of one kind.
    pub(crate) things: bool,
}

impl Matter {
    pub(crate) fn of(a: &Known, b: &Known) -> Self {
        Self {
            publics: publics(a, b),
            learners: learners(a, b),
            subject: subject(a, b),
            means: means(a, b),
            ways: sets(a.doing.ways, b.doing.ways),
            things: a.doing.things.meets(b.doing.things)
                && a.doing.means.and(b.doing.means).meets(Means::PURCHASE),
        }
    }

    /// Whether they may be one doing or one chain: nothing of the matter differs.
    pub(crate) fn alike(self) -> bool {
        let differ = |one: Agreement| one == Agreement::Differ;
        !(differ(self.means)
            || differ(self.ways)
            || differ(self.publics)
            || differ(self.subject)
            || !self.learners)
    }

    /// Whether both buy things of one kind for publics that agree, under whatever subject.
    pub(crate) fn bought(self) -> bool {
        self.things && self.publics != Agreement::Differ && self.means != Agreement::Differ
    }

    /// Why they are not alike.
    pub(crate) fn reason(self) -> Reason {
        if self.publics == Agreement::Differ || !self.learners {
            Reason::Publics
        } else if self.subject == Agreement::Differ {
            Reason::Need
        } else {
            Reason::Means
        }
    }
}

/// Publics of the fields, else of the words. None means everybody.
fn publics(a: &Known, b: &Known) -> Agreement {
    let says = |one: &Known| !one.item.publics.is_empty() || !one.told_publics.is_empty();
    if !says(a) || !says(b) {
        return Agreement::Untold;
    }
    let meet = |one: &Known, two: &Known| {
        one.item.publics.meets(two.item.publics)
            || one.item.publics.meets(two.told_publics)
            || one.told_publics.meets(two.told_publics)
    };
    if meet(a, b) || meet(b, a) {
        Agreement::Shared
    } else {
        Agreement::Differ
    }
}

/// For a training the public is who is trained; elected people are a public of their own.
fn learners(a: &Known, b: &Known) -> bool {
    let (one, two) = (a.learners, b.learners);
    if one.is_empty() || two.is_empty() || one.meets(two) {
        return true;
    }
    let training = a.doing.means.or(b.doing.means).meets(Means::TRAINING);
    !training && one != *ELECTED && two != *ELECTED
}

fn subject(a: &Known, b: &Known) -> Agreement {
    if a.needs.meets(b.needs) || a.services.meets(b.services) {
        return Agreement::Shared;
    }
    let both_needs = !a.needs.is_empty() && !b.needs.is_empty();
    let both_services = !a.services.is_empty() && !b.services.is_empty();
    if both_needs || both_services {
        Agreement::Differ
    } else {
        // Nothing told by one, or a need here and a service there.
        Agreement::Untold
    }
}

fn means(a: &Known, b: &Known) -> Agreement {
    let (one, two) = (a.doing, b.doing);
    let soft = Means::ENGINEERING.or(Means::STUDY).or(Means::PEOPLE);
    let advice = one.means.or(two.means).meets(Means::ENGINEERING)
        && one.means.meets(soft)
        && two.means.meets(soft);
    let told = !one.means.is_empty() && !two.means.is_empty();
    let excused = one.other || two.other || advice || taught(a, b);
    if told && !one.means.meets(two.means) && !excused {
        return Agreement::Differ;
    }
    match sets(one.things, two.things) {
        Agreement::Untold if one.means.meets(two.means) => Agreement::Shared,
        things => things,
    }
}

/// Workshops for inhabitants: some call them a training, others pay somebody's time.
fn taught(a: &Known, b: &Known) -> bool {
    let staff = |one: &Known| {
        let needs = one.item.needs;
        needs.contains(Need::TrainAgents) || needs.contains(Need::TrainAssociations)
    };
    let both = |one: &Known, two: &Known| {
        one.doing.means.meets(Means::TRAINING) && two.doing.means.meets(Means::PEOPLE)
    };
    (both(a, b) || both(b, a)) && a.item.services.meets(b.item.services) && !staff(a) && !staff(b)
}

fn sets(one: Concepts, two: Concepts) -> Agreement {
    if one.is_empty() || two.is_empty() {
        Agreement::Untold
    } else if one.meets(two) {
        Agreement::Shared
    } else {
        Agreement::Differ
    }
}
