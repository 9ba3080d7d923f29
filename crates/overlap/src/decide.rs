//! The decision, in the order of the labelling rules: one cost, one promise, link, one post, one doing, complementary.
//!
//! A link excuses what comes after the cost and the promise, never these two. Each step is a condition that people can
//! read; points only decide whether two like doings are one.

use crate::agree::{Agreed, Months, Places, agreed, months, shared_words, shows_funder};
use crate::area::Standing;
use crate::compared::{Compared, Evidence, Label, Link, Outcome, Reason, Weighed};
use crate::item::Kind;
use crate::known::Known;
use crate::lexicon::Sign;
use crate::links::{link, told};
use crate::matter::{Agreement, Matter};
use crate::means::Means;
use crate::money::Cost;
use crate::posts::{Posts, beyond_full, brings, filled, hundredths, is_post, posts};
use crate::promises::{Promised, promised};
use crate::weigh::{points, score, weighed};
use crate::weights::WEIGHTS;

/// All that a decision looks at.
struct Case<'a> {
    a: &'a Known,
    b: &'a Known,
    agreed: Agreed,
    promise: Promised<'a>,
    posts: Posts,
    weighed: Vec<Weighed>,
    points: f64,
}

/// Compares two items. Which of them is given first changes nothing, not even in what is told.
#[must_use]
pub fn compare(one: &Known, other: &Known) -> Compared {
    let (a, b) = in_order(one, other);
    let months = months(a, b);
    let promise = promised(a, b);
    let counted = matches!(promise, Promised::Same(_));
    if months == Months::Apart && !counted {
        let link = told(&a.item, &b.item).or_else(|| told(&b.item, &a.item));
        return Compared::apart(link.map_or(Reason::Period, Reason::Linked));
    }
    let referred = !a.post_references.is_disjoint(&b.post_references);
    let matter = Matter::of(a, b);
    let posted = brings(a) && brings(b) || referred;
    let bought = two_funders(a, b) && matter.bought();
    if !matter.alike() && !counted && !posted && !bought {
        // Most pairs that share a ground end here, before their communes and their texts are compared.
        let link = told(&a.item, &b.item).or_else(|| told(&b.item, &a.item));
        return Compared::apart(link.map_or_else(|| matter.reason(), Reason::Linked));
    }
    let ground = a.ground.stands(&b.ground);
    if ground.0 == Standing::Far && !counted && !referred {
        return Compared::apart(Reason::Far);
    }
    let agreed = agreed(a, b, matter, months, ground);
    let posts = if months == Months::Apart {
        Posts::Untold
    } else {
        posts(a, b, &agreed)
    };
    let weighed = weighed(&agreed, promise == Promised::Apart);
    let case = Case {
        points: points(&weighed),
        a,
        b,
        agreed,
        promise,
        posts,
        weighed,
    };
    case.explained(case.outcome())
}

/// Two items in an order of their own.
fn in_order<'a>(one: &'a Known, other: &'a Known) -> (&'a Known, &'a Known) {
    let key = |known: &'a Known| {
        let item = &known.item;
        (&item.id, &item.bearer, &item.title, &item.summary)
    };
    if key(one) <= key(other) {
        (one, other)
    } else {
        (other, one)
    }
}

/// Whether money is asked of two funders, or came from two.
fn two_funders(a: &Known, b: &Known) -> bool {
    let funders = a.item.funder.as_ref().zip(b.item.funder.as_ref());
    funders.is_some_and(|(one, other)| one != other)
}

impl Case<'_> {
    fn outcome(&self) -> Outcome {
        let (a, b) = (self.a, self.b);
        let apart = Outcome::Apart;
        if let Some(outcome) = self.cost() {
            return outcome;
        }
        let link = link(a, b, &self.agreed);
        let doing = self.same_doing();
        let counted = matches!(self.promise, Promised::Same(_)) && !doing;
        // What a request repeats from the action that it pays is not taken twice; any other link excuses no promise.
        if counted && link != Some(Link::Pays) {
            return Outcome::Overlap(Label::SameCofunding);
        }
        if let Some(link) = link {
            return apart(Reason::Linked(link));
        }
        match self.posts {
            Posts::Same(_) => return Outcome::Overlap(Label::SamePost),
            Posts::Shares => return apart(Reason::Linked(Link::Shares)),
            Posts::Untold | Posts::Apart => {}
        }
        if self.agreed.months == Months::Apart {
            return apart(Reason::Period);
        }
        if doing && !(brings(a) && brings(b)) {
            return Outcome::Overlap(Label::SameAction);
        }
        match self.not_complementary() {
            Some(reason) => apart(reason),
            None => Outcome::Overlap(Label::Complementary),
        }
    }

    /// Two funders and one cost; or the parts of one plan, where one shows the funder of the other.
    fn cost(&self) -> Option<Outcome> {
        let (a, b, agreed) = (self.a, self.b, &self.agreed);
        if !two_funders(a, b) || agreed.months == Months::Apart {
            return None;
        }
        let post = self.posts.is_same();
        if shows_funder(a, &b.item) || shows_funder(b, &a.item) {
            let parts = post || self.same_doing();
            return parts.then_some(Outcome::Apart(Reason::Linked(Link::Parts)));
        }
        let wage = post && agreed.cost != Cost::Other;
        let one_subject = agreed.matter.alike() && self.subject_settled();
        // The same things for the same money are one cost, whatever service each file ticks.
        let bought = agreed.matter.bought() && self.points >= WEIGHTS.bought;
        let matter = (one_subject || bought)
            && agreed.ground >= Standing::Meet
            && self.posts != Posts::Apart
            && (agreed.cost.agrees() || self.lot())
            && self.points >= WEIGHTS.cost;
        (wage || matter).then_some(Outcome::Overlap(Label::SameCost))
    }

    /// Whether one cost is a part of a larger lot that tells its parts.
    fn lot(&self) -> bool {
        let agreed = &self.agreed;
        let named =
            matches!(agreed.places, Places::Shared | Places::Named) || agreed.said.commune_named;
        let lists = self.a.gives(Sign::Listing) || self.b.gives(Sign::Listing);
        agreed.cost == Cost::Other
            && named
            && (lists || agreed.extent.nested || agreed.places == Places::Shared)
    }

    /// Whether the subject is one, or nobody tells it: a need here and a service there settle nothing.
    fn subject_settled(&self) -> bool {
        let silent = |one: &Known| one.needs.is_empty() && one.services.is_empty();
        self.agreed.matter.subject == Agreement::Shared || silent(self.a) || silent(self.b)
    }

    fn same_doing(&self) -> bool {
        let agreed = &self.agreed;
        matches!(agreed.months, Months::Same(_) | Months::Unknown)
            && agreed.ground == Standing::Same
            && agreed.matter.alike()
            && self.subject_settled()
            && self.points >= WEIGHTS.action
    }

    /// Why nothing could be carried for both, if so.
    fn not_complementary(&self) -> Option<Reason> {
        let (a, b, agreed) = (self.a, self.b, &self.agreed);
        if agreed.ground == Standing::Far {
            return Some(Reason::Far);
        }
        if !agreed.matter.alike() {
            return Some(agreed.matter.reason());
        }
        if agreed.said.same_bearer {
            return Some(Reason::SameBearer);
        }
        if !self.needs_shared() {
            return Some(Reason::Need);
        }
        if a.gives(Sign::Closed) || b.gives(Sign::Closed) {
            return Some(Reason::Closed);
        }
        if self.no_room() {
            return Some(Reason::Filled);
        }
        let paid = |one: &Known| match one.item.kind {
            Kind::Grant => true,
            Kind::Post => hundredths(one).is_none_or(|part| part >= 100),
            Kind::Intention | Kind::Action | Kind::Request => false,
        };
        (paid(a) && paid(b)).then_some(Reason::Paid)
    }

    /// A shared need; a shared service where no need is told.
    fn needs_shared(&self) -> bool {
        let (a, b) = (self.a, self.b);
        let needs = a.needs.meets(b.needs);
        if a.told_needs() || b.told_needs() {
            return needs;
        }
        let silent_posts =
            brings(a) && brings(b) && self.agreed.matter.subject == Agreement::Untold;
        needs || a.services.meets(b.services) || silent_posts
    }

    /// Posts that are filled, or more than one person together; a post and something else, but for a part time.
    fn no_room(&self) -> bool {
        let (a, b) = (self.a, self.b);
        match (is_post(a), is_post(b)) {
            (true, true) => self.posts == Posts::Apart || beyond_full(a, b),
            (false, false) => false,
            _ => {
                let part = hundredths(a)
                    .or(hundredths(b))
                    .is_some_and(|part| part < 100);
                let people = a.doing.means.or(b.doing.means).meets(Means::PEOPLE);
                filled(a) || filled(b) || !(part && people)
            }
        }
    }

    /// What speaks for the outcome and against it.
    fn explained(&self, outcome: Outcome) -> Compared {
        let Outcome::Overlap(label) = outcome else {
            return Compared {
                outcome,
                score: 0.0,
                evidence: self.conditions(),
            };
        };
        let settled = matches!(&self.posts, Posts::Same(Evidence::PostReference { .. }));
        let score = match label {
            Label::SamePost if settled => score(4.0),
            Label::SamePost => score(self.points.max(1.0)),
            Label::SameCofunding => score(2.5),
            Label::SameCost => score(self.points + 2.0),
            Label::SameAction => score(self.points),
            // The more one seeks others, the surer.
            Label::Complementary => score(f64::from(self.agreed.said.seeking) - 0.5),
        };
        let mut evidence = self.conditions();
        evidence.extend(self.weighed.iter().cloned());
        for one in &mut evidence {
            if let Evidence::Words { words } = &mut one.evidence {
                *words = shared_words(self.a, self.b);
            }
        }
        Compared {
            outcome,
            score: (score * 1_000.0).round() / 1_000.0,
            evidence,
        }
    }

    /// What is no weight: ground, months, subject, publics, promise, funders, post.
    fn conditions(&self) -> Vec<Weighed> {
        let (a, b, agreed) = (self.a, self.b, &self.agreed);
        let mut all = Vec::new();
        let mut add = |evidence: Evidence| {
            all.push(Weighed {
                evidence,
                points: 0.0,
            });
        };
        match agreed.ground {
            Standing::Meet | Standing::Same => {
                let shared = u64::try_from(agreed.communes).unwrap_or(u64::MAX);
                add(Evidence::Communes { shared });
            }
            Standing::Near => add(Evidence::Neighbours),
            Standing::Far | Standing::Unknown => {}
        }
        match agreed.months {
            Months::Meet(shared) | Months::Same(shared) if shared > 0 => {
                let shared = u64::from(shared);
                add(Evidence::Months { shared });
            }
            Months::Unknown => add(Evidence::MonthsUntold),
            _ => {}
        }
        let needs = a.needs.iter().filter(|need| b.needs.contains(*need));
        needs.for_each(|need| add(Evidence::Need { need }));
        let services = a
            .services
            .iter()
            .filter(|service| b.services.contains(*service));
        services.for_each(|service| add(Evidence::Service { service }));
        self.about_people(&mut add);
        self.about_money(&mut add);
        all
    }

    fn about_people(&self, add: &mut impl FnMut(Evidence)) {
        let (a, b) = (self.a, self.b);
        let publics = a.item.publics.iter();
        let shared = publics.filter(|public| b.item.publics.contains(*public));
        shared.for_each(|public| add(Evidence::Public { public }));
        if a.item.publics.is_empty() != b.item.publics.is_empty() {
            add(Evidence::Everybody);
        }
        if let Posts::Same(evidence) = &self.posts {
            add(evidence.clone());
        }
        if let Some((one, two)) = hundredths(a).zip(hundredths(b)) {
            let hundredths = u64::from(one) + u64::from(two);
            add(Evidence::FullTime { hundredths });
        }
    }

    fn about_money(&self, add: &mut impl FnMut(Evidence)) {
        if let Promised::Same(promise) = self.promise {
            add(Evidence::Promise {
                by: promise.by.clone(),
                cents: promise.cents,
                year: promise.year,
            });
        }
        let funders = self.a.item.funder.as_ref().zip(self.b.item.funder.as_ref());
        match funders {
            Some((one, other)) if one == other => add(Evidence::Funder {
                funder: one.clone(),
            }),
            Some((one, other)) => add(Evidence::Funders {
                one: one.clone(),
                other: other.clone(),
            }),
            None => {}
        }
    }
}
