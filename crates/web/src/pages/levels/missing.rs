//! What is missing at a level, in words, each with its next step: for whoever may see to it.

use portulan_i18n::{Arg, Words, date_short};
use portulan_levels::{Gap, LevelHere, Levels};
use portulan_model::PostId;
use portulan_model::posts::{Ending, Post};

use super::super::addresses::{self, Source};
use super::super::place::Link;
use super::super::visit::Visit;
use super::lines::organisation;

/// Something that is missing.
#[derive(Debug)]
pub(in crate::pages) struct Missing {
    pub(in crate::pages) words: String,
    /// What to do about it.
    pub(in crate::pages) step: Option<Link>,
}

/// Gaps of a level that are told one by one: of a whole country there would be thousands.
const TOLD: usize = 8;

/// What is missing at a level; of places in nothing, and of objectives that nothing serves, their number is said.
pub(super) fn of_level(visit: &Visit, levels: &Levels, level: &LevelHere<'_>) -> Vec<Missing> {
    let told = Told { visit, levels };
    let mut all = Vec::new();
    let (mut alone, mut unserved) = (0, std::collections::BTreeMap::new());
    for gap in &level.gaps {
        match gap {
            Gap::LonePlace { .. } => alone += 1,
            Gap::UnservedObjective { roadmap, .. } => *unserved.entry(*roadmap).or_insert(0) += 1,
            other => all.push(told.gap(other)),
        }
    }
    for (roadmap, count) in unserved {
        all.push(told.unserved(roadmap, count));
    }
    if alone > 0 {
        all.push(told.alone(alone));
    }
    let beyond = all.len().saturating_sub(TOLD);
    all.truncate(TOLD);
    if beyond > 0 {
        all.push(told.filled("levels-more", &[("n", beyond.into())], None));
    }
    all
}

/// What one gap says, alone.
struct Told<'a> {
    visit: &'a Visit,
    levels: &'a Levels,
}

impl Told<'_> {
    fn words(&self) -> Words {
        Words::new(self.visit.lang)
    }

    fn gap(&self, gap: &Gap<'_>) -> Missing {
        use portulan_levels::Gap as G;
        let body = |id: &str, slug, step: &str, part: &str| {
            let name = self.levels.body(slug).map(|body| body.name.as_str());
            let address = addresses::body_desk(slug, part);
            self.missing(id, name.unwrap_or_default(), Some((step, address)))
        };
        match gap {
            G::NoBody => {
                let step = ("gap-step-body", addresses::BODIES_DESK.to_owned());
                self.missing("gap-no-body", "", Some(step))
            }
            G::NoArea { body: slug } => body("gap-no-area", slug, "gap-step-area", ""),
            G::NoReferent { body: slug } => body("gap-no-referent", slug, "gap-step-referent", ""),
            G::NoRoadmap { body: slug } => body(
                "gap-no-roadmap",
                slug,
                "gap-step-roadmap",
                "feuilles-de-route",
            ),
            G::NoMeeting { body: slug } => {
                body("gap-no-meeting", slug, "gap-step-meeting", "seances")
            }
            G::RoadmapAwaited { roadmap, .. } => {
                self.plan("gap-roadmap-awaited", roadmap, "gap-step-validate")
            }
            G::RoadmapOver { roadmap, .. } => {
                self.plan("gap-roadmap-over", roadmap, "gap-step-renew")
            }
            G::UnservedObjective { roadmap, .. } => self.unserved(roadmap, 1),
            G::Unlinked { cluster } => {
                let mut all = self.levels.world().clusters.iter();
                let known = all.find(|one| one.slug == **cluster);
                let name = known.map(|one| one.name.as_str()).unwrap_or_default();
                let address = addresses::cluster_desk(cluster);
                self.missing("gap-unlinked", name, Some(("gap-step-link", address)))
            }
            G::UncoveredSector { sector } => {
                let mut all = self.levels.world().sectors.iter();
                let known = all.find(|one| one.slug == **sector);
                let name = known.map(|one| one.name.as_str()).unwrap_or_default();
                self.missing("gap-uncovered-sector", name, None)
            }
            G::VacantPost { post } => self.post("gap-vacant-post", *post, &[]),
            G::PostEnds { on, post, what } => {
                let id = match what {
                    Ending::Funding => "gap-funding-ends",
                    Ending::Contract => "gap-contract-ends",
                };
                let date = date_short(self.visit.lang, *on);
                self.post(id, *post, &[("date", date.into())])
            }
            G::LonePlace { .. } => self.alone(1),
            G::NoPlace => {
                let step = ("gap-step-place", addresses::PROPOSE.to_owned());
                self.missing("gap-no-place", "", Some(step))
            }
        }
    }

    fn missing(&self, id: &str, name: &str, step: Option<(&str, String)>) -> Missing {
        self.filled(id, &[("name", name.into())], step)
    }

    fn filled(&self, id: &str, args: &[(&str, Arg<'_>)], step: Option<(&str, String)>) -> Missing {
        let words = self.words();
        Missing {
            words: words.with(id, args),
            step: step.map(|(step, address)| Link {
                address: self.visit.link(&address),
                words: words.get(step),
            }),
        }
    }

    fn plan(&self, id: &str, slug: &portulan_model::Slug, step: &str) -> Missing {
        let address = addresses::source(Source::Roadmap, slug);
        self.missing(id, &self.title(slug), Some((step, address)))
    }

    fn title(&self, slug: &portulan_model::Slug) -> String {
        let known = self.levels.roadmap(slug);
        known.map(|one| one.title.clone()).unwrap_or_default()
    }

    /// Objectives of a plan above that nothing here serves.
    fn unserved(&self, roadmap: &portulan_model::Slug, count: usize) -> Missing {
        let title = self.title(roadmap);
        let args = [("name", title.into()), ("n", count.into())];
        let address = addresses::source(Source::Roadmap, roadmap);
        self.filled("gap-unserved", &args, Some(("gap-step-serve", address)))
    }

    /// Places that are in no scheme and no cluster.
    fn alone(&self, count: usize) -> Missing {
        self.filled("gap-lone-places", &[("n", count.into())], None)
    }

    /// A post, by what it is for and where it works: never by who holds it.
    fn post(&self, id: &str, post: PostId, more: &[(&str, Arg<'_>)]) -> Missing {
        let mut all = self.levels.world().posts.iter();
        let known: Option<&Post> = all.find(|one| one.id == post);
        let words = self.words();
        let name = known.map_or_else(String::new, |post| {
            let kind = format!("levels-post-{}", post.kind.slug());
            let kind = words.with(&kind, &[("n", 1_usize.into())]);
            format!(
                "{kind}, {}",
                organisation(&self.visit.directory, &post.host)
            )
        });
        let scheme = known.and_then(|post| post.scheme.as_ref());
        let step = scheme.map(|slug| ("gap-step-post", addresses::scheme_posts(slug)));
        let mut args = vec![("name", Arg::from(name))];
        args.extend(more.iter().cloned());
        self.filled(id, &args, step)
    }
}
