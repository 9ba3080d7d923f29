//! What was found, in words, each with its next step.

use portulan_app::KnownCall;
use portulan_app::means::calls;
use portulan_i18n::{Arg, ListWords as _, Words, date_short, listed};
use portulan_levels::{Harmony, MetropolitanLink, Overlap};
use portulan_model::Area;
use portulan_model::governance::Body;
use portulan_model::posts::{Alert, Ending, Post};
use portulan_model::roadmaps::{Objective, Roadmap};

use super::super::addresses::{self, Source};
use super::super::means::left_words;
use super::super::place::Link;
use super::super::visit::Visit;

/// Communes named in an overlap.
const NAMED: usize = 4;

/// A heading with its lines.
pub(super) struct Heading {
    pub(super) title: String,
    pub(super) why: String,
    pub(super) lines: Vec<Line>,
    /// What is said where there is nothing to do.
    pub(super) settled: String,
}

/// Something to settle.
pub(super) struct Line {
    pub(super) words: String,
    /// More of it, in a second sentence.
    pub(super) more: String,
    pub(super) step: Link,
}

/// All headings, those in order too: that nothing is missing is worth saying.
pub(super) fn headings(visit: &Visit, found: &Harmony<'_>, area: &Area) -> Vec<Heading> {
    let told = Told { visit };
    vec![
        told.heading("unserved", told.unserved(found)),
        told.heading("overlaps", told.overlaps(found)),
        told.heading("posts", told.posts(found)),
        told.heading("link", told.link(found)),
        told.heading("referents", told.referents(found)),
        told.heading("plans", told.plans(found)),
        told.heading("calls", told.calls(area)),
    ]
}

struct Told<'a> {
    visit: &'a Visit,
}

impl Told<'_> {
    fn words(&self) -> Words {
        Words::new(self.visit.lang)
    }

    fn heading(&self, id: &str, lines: Vec<Line>) -> Heading {
        let words = self.words();
        Heading {
            title: words.get(&format!("harmony-{id}")),
            why: words.get(&format!("harmony-{id}-why")),
            settled: words.get(&format!("harmony-{id}-settled")),
            lines,
        }
    }

    fn line(&self, id: &str, filled: &[(&str, Arg<'_>)], step: &(&str, String)) -> Line {
        let words = self.words();
        Line {
            words: words.with(id, filled),
            more: String::new(),
            step: Link {
                address: self.visit.link(&step.1),
                words: words.get(step.0),
            },
        }
    }

    /// Where the plans of the subject are written; those of nobody begin with a body.
    fn plans_desk(found: &Harmony<'_>) -> String {
        let body = found.bodies.first();
        body.map_or_else(
            || addresses::BODIES_DESK.to_owned(),
            |body| addresses::body_desk(&body.slug, "feuilles-de-route"),
        )
    }

    fn unserved(&self, found: &Harmony<'_>) -> Vec<Line> {
        let one = |(roadmap, objective): &(&Roadmap, &Objective)| {
            let filled = [
                ("objective", objective.title.as_str().into()),
                ("roadmap", roadmap.title.as_str().into()),
            ];
            let step = ("harmony-step-serve", Self::plans_desk(found));
            self.line("harmony-unserved-one", &filled, &step)
        };
        found.unserved.iter().map(one).collect()
    }

    fn overlaps(&self, found: &Harmony<'_>) -> Vec<Line> {
        found.overlaps.iter().map(|one| self.overlap(one)).collect()
    }

    fn overlap(&self, overlap: &Overlap<'_>) -> Line {
        let filled = [
            ("mine", overlap.mine.action.title.as_str().into()),
            ("other", overlap.other.action.title.as_str().into()),
            ("roadmap", overlap.other.roadmap.title.as_str().into()),
        ];
        let source = addresses::source(Source::Roadmap, &overlap.other.roadmap.slug);
        let mut line = self.line(
            "harmony-overlap-one",
            &filled,
            &("harmony-step-overlap", source),
        );
        line.more = self.why(overlap);
        line
    }

    /// What both have in common.
    fn why(&self, overlap: &Overlap<'_>) -> String {
        let words = self.words();
        let mut shared: Vec<String> = Vec::new();
        if !overlap.needs.is_empty() {
            let needs = overlap.needs.iter().map(|need| need.words(self.visit.lang));
            let told = [("needs", listed(self.visit.lang, needs.collect()).into())];
            shared.push(words.with("harmony-same-needs", &told));
        }
        if !overlap.posts.is_empty() {
            let told = [("n", overlap.posts.len().into())];
            shared.push(words.with("harmony-same-posts", &told));
        }
        let communes = overlap.area.touched();
        if !communes.is_empty() {
            let told = [("communes", self.communes(&communes).into())];
            shared.push(words.with("harmony-same-communes", &told));
        }
        shared.join(" ")
    }

    fn communes(&self, codes: &[portulan_model::CommuneCode]) -> String {
        let reference = &self.visit.directory.reference;
        if codes.len() > NAMED {
            let told = [("n", codes.len().into())];
            return self.words().with("harmony-communes", &told);
        }
        let names = codes.iter().filter_map(|code| reference.commune(code));
        listed(self.visit.lang, names.map(|one| one.name.clone()).collect())
    }

    fn posts(&self, found: &Harmony<'_>) -> Vec<Line> {
        let one = |(post, alert): &(&Post, Alert)| {
            let (id, on) = match alert {
                Alert::Vacant { since } => ("harmony-post-vacant", *since),
                Alert::Ends { on, what } | Alert::Ended { on, what } => (ending(*what), *on),
            };
            let kind = format!("totals-post-{}", post.kind.slug());
            let host = self.visit.directory.organisations.get(&post.host);
            let host = host.map_or(post.host.as_str(), |one| one.name.as_str());
            let filled = [
                ("post", self.words().get(&kind).into()),
                ("host", host.into()),
                ("date", date_short(self.visit.lang, on).into()),
            ];
            let step = post.scheme.as_ref().map_or_else(
                || ("harmony-step-levels", addresses::levels(&post.level)),
                |scheme| ("harmony-step-post", addresses::scheme_posts(scheme)),
            );
            self.line(id, &filled, &step)
        };
        found.posts.iter().map(one).collect()
    }

    fn link(&self, found: &Harmony<'_>) -> Vec<Line> {
        if found.link != MetropolitanLink::Missing {
            return Vec::new();
        }
        let step = ("harmony-step-link", Self::plans_desk(found));
        vec![self.line("harmony-link-one", &[], &step)]
    }

    fn referents(&self, found: &Harmony<'_>) -> Vec<Line> {
        let one = |body: &&Body| {
            let step = (
                "harmony-step-referent",
                addresses::body_desk(&body.slug, ""),
            );
            self.line(
                "harmony-referent-one",
                &[("name", body.name.as_str().into())],
                &step,
            )
        };
        let none = found.no_body.then(|| {
            let step = ("harmony-step-body", addresses::BODIES_DESK.to_owned());
            self.line("harmony-no-body", &[], &step)
        });
        found.without_referent.iter().map(one).chain(none).collect()
    }

    /// Calls that one may still answer there: they are no gap, and are not counted among them.
    fn calls(&self, area: &Area) -> Vec<Line> {
        let one = |known: &KnownCall| {
            let call = &known.call;
            let filled = [("title", call.terms.title.as_str().into())];
            let step = ("harmony-step-call", addresses::call(&call.slug));
            let mut line = self.line("harmony-calls-one", &filled, &step);
            line.more = left_words(self.words(), call, self.visit.now).unwrap_or_default();
            line
        };
        let ahead = calls::ahead(&self.visit.directory, area, self.visit.now);
        ahead.map(one).collect()
    }

    fn plans(&self, found: &Harmony<'_>) -> Vec<Line> {
        let one = |body: &&Body| {
            let desk = addresses::body_desk(&body.slug, "feuilles-de-route");
            let filled = [("name", body.name.as_str().into())];
            self.line("harmony-plan-one", &filled, &("harmony-step-plan", desk))
        };
        found.without_plan.iter().map(one).collect()
    }
}

const fn ending(what: Ending) -> &'static str {
    match what {
        Ending::Funding => "harmony-post-funding",
        Ending::Contract => "harmony-post-contract",
    }
}
