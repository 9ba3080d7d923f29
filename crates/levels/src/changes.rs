//! What changed in an area since a day: what a reader who comes back wants to know, from the dates that records bear.
//!
//! Nothing is kept of who looks: the day is in the address of the page. Only what everybody may know is told: no
//! candidate, no draft, no meeting that is not public.

use chrono::NaiveDate;
use portulan_model::governance::{Body, Meeting, MeetingState, Membership, Standing};
use portulan_model::posts::{Post, PostState};
use portulan_model::roadmaps::{Roadmap, Stage};
use portulan_model::schemes::Scheme;
use portulan_model::{Area, Slug};

use crate::world::{Levels, at};

/// Something that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What<'a> {
    /// A body came to be.
    BodyBegan(&'a Body),
    /// A body came to its end.
    BodyEnded(&'a Body),
    /// An organisation became a member.
    Joined {
        /// Of which body.
        body: &'a Body,
        /// Which organisation.
        organisation: &'a Slug,
    },
    /// A member left.
    Left {
        /// Which body.
        body: &'a Body,
        /// Which organisation.
        organisation: &'a Slug,
    },
    /// A roadmap was put to opinion, validated, amended or closed.
    RoadmapMoved {
        /// Which.
        roadmap: &'a Roadmap,
        /// What it became.
        stage: Stage,
    },
    /// The minutes of a public meeting were approved.
    Minutes(&'a Meeting),
    /// A scheme began.
    SchemeBegan(&'a Scheme),
    /// A post was opened, filled, left or given back.
    PostMoved {
        /// Which.
        post: &'a Post,
        /// What it became.
        state: PostState,
    },
}

/// A change, and its day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change<'a> {
    /// The day.
    pub on: NaiveDate,
    /// What.
    pub what: What<'a>,
}

/// Where and when changes are looked for.
struct Window {
    since: NaiveDate,
    until: NaiveDate,
}

impl Window {
    /// The day itself is told: whoever looked on that morning did not see its evening.
    fn holds(&self, on: NaiveDate) -> bool {
        self.since <= on && on <= self.until
    }
}

/// What changed in an area from a day to another, both in, last first.
#[must_use]
pub fn changes<'a>(
    levels: &'a Levels,
    area: &Area,
    since: NaiveDate,
    until: NaiveDate,
) -> Vec<Change<'a>> {
    let window = Window { since, until };
    let mut found = Vec::new();
    for rank in levels.bodies.near(area) {
        let body = at(&levels.world.bodies, rank).filter(|one| one.area.meets(area));
        if let Some(body) = body {
            of_body(levels, body, &window, &mut found);
        }
    }
    for rank in levels.roadmaps.near(area) {
        let roadmap = at(&levels.world.roadmaps, rank).filter(|one| one.area.meets(area));
        let moved = roadmap.into_iter().flat_map(|roadmap| {
            let told = roadmap.stages.changes();
            told.map(move |(on, stage)| {
                (
                    *on,
                    What::RoadmapMoved {
                        roadmap,
                        stage: *stage,
                    },
                )
            })
        });
        let public = |what: &What<'_>| {
            let draft = Stage::Draft;
            !matches!(what, What::RoadmapMoved { stage, .. } if *stage == draft)
        };
        push(&window, moved.filter(|(_, what)| public(what)), &mut found);
    }
    for rank in levels.schemes.near(area) {
        let scheme = at(&levels.world.schemes, rank).filter(|one| one.area.meets(area));
        let began = scheme.and_then(|one| Some((one.period.from()?, What::SchemeBegan(one))));
        push(&window, began, &mut found);
    }
    for rank in levels.posts.near(area) {
        let post = at(&levels.world.posts, rank).filter(|one| one.sector.meets(area));
        let moved = post.into_iter().flat_map(|post| {
            let told = post.states.changes();
            told.map(move |(on, state)| {
                (
                    *on,
                    What::PostMoved {
                        post,
                        state: *state,
                    },
                )
            })
        });
        push(&window, moved, &mut found);
    }
    found.sort_by_key(|one| std::cmp::Reverse(one.on));
    found
}

fn of_body<'a>(levels: &'a Levels, body: &'a Body, window: &Window, found: &mut Vec<Change<'a>>) {
    let began = body.period.from().map(|on| (on, What::BodyBegan(body)));
    let ended = body.period.to().map(|on| (on, What::BodyEnded(body)));
    push(window, began.into_iter().chain(ended), found);
    let members = Levels::picked(
        &levels.world.memberships,
        &levels.memberships_of,
        &body.slug,
    );
    push(window, members.flat_map(|one| moves(body, one)), found);
    let meetings = Levels::picked(&levels.world.meetings, &levels.meetings_of, &body.slug);
    let approved = meetings.filter_map(|one| match &one.state {
        MeetingState::Approved { on, .. } if one.public => Some((*on, What::Minutes(one))),
        _ => None,
    });
    push(window, approved, found);
}

/// When an organisation became a member, and when it left. One that was never a member leaves nothing.
fn moves<'a>(
    body: &'a Body,
    membership: &'a Membership,
) -> impl Iterator<Item = (NaiveDate, What<'a>)> {
    let organisation = &membership.who().organisation;
    let since = match membership {
        Membership::Confirmed(one) => Some(one.since()),
        Membership::Candidate(_) | Membership::Left(_) => None,
    };
    let left = match membership {
        Membership::Left(one) => Some(one.on()).filter(|on| {
            let before = on.pred_opt();
            let was = before.and_then(|day| membership.standing_on(day));
            was == Some(Standing::Confirmed)
        }),
        Membership::Candidate(_) | Membership::Confirmed(_) => None,
    };
    let joined = since.map(|on| (on, What::Joined { body, organisation }));
    let left = left.map(|on| (on, What::Left { body, organisation }));
    joined.into_iter().chain(left)
}

fn push<'a>(
    window: &Window,
    dated: impl IntoIterator<Item = (NaiveDate, What<'a>)>,
    found: &mut Vec<Change<'a>>,
) {
    let within = dated.into_iter().filter(|(on, _)| window.holds(*on));
    found.extend(within.map(|(on, what)| Change { on, what }));
}
