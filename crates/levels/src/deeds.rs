//! What an organisation does on a day: where it is a member, what it leads, with whom it works, whom it employs.
//!
//! Only what everybody may read: candidates, drafts and what is over are not told.

use chrono::NaiveDate;
use portulan_model::Slug;
use portulan_model::clusters::Cluster;
use portulan_model::governance::{Body, Membership, Standing};
use portulan_model::posts::Post;
use portulan_model::roadmaps::{Action, Content, Roadmap};
use portulan_model::schemes::Scheme;

use crate::world::Levels;

/// What an organisation does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Deeds<'a> {
    /// The bodies of which it is a member.
    pub memberships: Vec<(&'a Body, &'a Membership)>,
    /// The bodies that it runs.
    pub runs: Vec<&'a Body>,
    /// The schemes in which it works, and whether it leads them.
    pub schemes: Vec<(&'a Scheme, bool)>,
    /// The clusters that hold it.
    pub clusters: Vec<&'a Cluster>,
    /// The actions of decided roadmaps in which it works, and whether it leads them.
    pub actions: Vec<(&'a Roadmap, &'a Action, bool)>,
    /// The posts of which it is the employer.
    pub employs: Vec<&'a Post>,
    /// The posts that it hosts and that another employs.
    pub hosts: Vec<&'a Post>,
}

impl Levels {
    /// What an organisation does on a day.
    #[must_use]
    pub fn deeds(&self, organisation: &Slug, day: NaiveDate) -> Deeds<'_> {
        let world = &self.world;
        let member = |one: &&Membership| {
            one.who().organisation == *organisation
                && one.standing_on(day) == Some(Standing::Confirmed)
        };
        let memberships = world.memberships.iter().filter(member);
        let memberships = memberships.filter_map(|one| Some((self.body(&one.who().body)?, one)));
        let bodies = world.bodies.iter().filter(|one| one.is_on(day));
        let runs = bodies.filter(|one| one.run_by.as_ref() == Some(organisation));
        let schemes = world.schemes.iter().filter(|one| one.is_on(day));
        let schemes = schemes.filter_map(|one| {
            let leads = one.lead.as_ref() == Some(organisation);
            (leads || one.partners.contains(organisation)).then_some((one, leads))
        });
        let clusters = world.clusters.iter().filter(|one| one.is_on(day));
        let clusters = clusters.filter(|one| one.organisations.contains(organisation));
        let posts = || world.posts.iter().filter(|one| one.is_on(day));
        let hosts = posts().filter(|one| one.host == *organisation);
        Deeds {
            memberships: memberships.filter(|(body, _)| body.is_on(day)).collect(),
            runs: runs.collect(),
            schemes: schemes.collect(),
            clusters: clusters.collect(),
            actions: self.actions_of(organisation, day),
            employs: posts()
                .filter(|one| one.employer == *organisation)
                .collect(),
            hosts: hosts.filter(|one| one.employer != *organisation).collect(),
        }
    }

    fn actions_of(&self, organisation: &Slug, day: NaiveDate) -> Vec<(&Roadmap, &Action, bool)> {
        let with = |action: &Action| {
            let leads = action.leads.contains(organisation);
            (leads || action.partners.contains(organisation)).then_some(leads)
        };
        let mut found = Vec::new();
        for roadmap in &self.world.roadmaps {
            let content = roadmap.decided_on(day).map(|version| &version.content);
            for action in content.into_iter().flat_map(Content::actions) {
                found.extend(with(action).map(|leads| (roadmap, action, leads)));
            }
        }
        found
    }
}
