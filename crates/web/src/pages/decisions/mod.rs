//! Minutes and decisions of a body: its desk (`/espace/gouvernances/<slug>/decisions`, `…/reunions/<id>/compte-rendu`) and
//! what everybody reads (`/gouvernances/<slug>/decisions/<number>`, `…/reunions/<id>`).
//!
//! The right is asked on the body of the address: a meeting or a decision of another body is not found there. Members read;
//! those who lead the body write.

mod act;
mod list;
mod minutes;
mod new;
mod one;
mod public;
mod sheet;
mod show;
mod words;

use portulan_app::{bodies, decisions, rights};
use portulan_model::governance::{Body, Decision, DecisionNumber};
use portulan_model::{MeetingId, Slug};
use portulan_policy::actions::{HoldMeetings, ReadBody};
use portulan_policy::{Capability, NodeKind};

use crate::auth::{Desk, Refused, named};
use crate::pages::addresses;
use crate::routes::{Needs, Routes};

pub(super) use public::{Told, meeting_address, meetings, published};

/// The tab of the desk.
const TAB: &str = "gouvernances";
/// What a form sends.
type Pairs = Vec<(String, String)>;

/// All of it.
pub(super) fn routes() -> Routes {
    Routes::default()
        .get(
            "/gouvernances/{slug}/decisions/{decision}",
            Needs::Public,
            public::decision,
        )
        .get(
            "/gouvernances/{slug}/reunions/{seance}",
            Needs::Public,
            public::meeting,
        )
        .merge(desk_routes().guarded())
}

fn desk_routes() -> Routes {
    let on: &[NodeKind] = &[NodeKind::Body];
    let (read, hold) = (
        Needs::right::<ReadBody>(on),
        Needs::right::<HoldMeetings>(on),
    );
    let list = "/espace/gouvernances/{slug}/decisions";
    let one = |end: &str| format!("{list}/{{decision}}{end}");
    let minutes = "/espace/gouvernances/{slug}/reunions/{seance}/compte-rendu";
    Routes::default()
        .get(list, read, list::show)
        .get(&format!("{list}/nouvelle"), hold, new::blank)
        .post(&format!("{list}/nouvelle"), hold, new::create)
        .get(&one(""), read, one::show)
        .post(&one(""), hold, act::change)
        .post(&one("/desaccord"), hold, act::dissent)
        .post(&one("/suivi"), hold, act::follow)
        .post(&one("/publication"), hold, act::publish)
        .get(minutes, read, minutes::show)
        .post_long(minutes, hold, minutes::save)
        .post_long(&format!("{minutes}/garder"), hold, minutes::keep)
        .post(&format!("{minutes}/approuver"), hold, minutes::approve)
}

/// A body of an address, and the right to read what its members read.
struct Reached {
    body: Body,
    read: Capability<ReadBody>,
}

impl Reached {
    fn open(desk: &Desk, slug: &str) -> Result<Self, Refused> {
        let slug: Slug = named(slug)?;
        let body = bodies::known(&desk.visit.directory, &slug)?.clone();
        let day = desk.visit.today();
        let read = desk.may_on(rights::joined_body(&desk.visit.directory, &body, day))?;
        Ok(Self { body, read })
    }

    /// The right to write.
    fn holds(&self, desk: &Desk) -> Result<Capability<HoldMeetings>, Refused> {
        let day = desk.visit.today();
        desk.may_on(rights::led_body(&desk.visit.directory, &self.body, day))
    }

    /// A decision of the body.
    async fn decision(&self, desk: &Desk, number: &str) -> Result<Decision, Refused> {
        let number: DecisionNumber = named(number)?;
        Ok(decisions::read(desk.app(), &self.read, number).await?)
    }

    /// The ways back: the body, then its decisions.
    fn crumbs(&self, desk: &Desk) -> Vec<(String, String)> {
        let desk_of = addresses::body_desk(&self.body.slug, "");
        vec![
            (desk_of, self.body.name.clone()),
            (
                decisions_of(&self.body.slug),
                desk.words().get("decisions-title"),
            ),
        ]
    }
}

/// The decisions of a body, at its desk.
fn decisions_of(body: &Slug) -> String {
    addresses::body_desk(body, "decisions")
}

/// A decision, at the desk of its body.
fn at_desk(body: &Slug, number: DecisionNumber) -> String {
    format!("{}/{number}", decisions_of(body))
}

/// The minutes of a meeting, at the desk of its body.
pub(super) fn minutes_of(body: &Slug, meeting: MeetingId) -> String {
    addresses::body_desk(body, &format!("reunions/{meeting}/compte-rendu"))
}

/// Writes a decision down, of a meeting where one is known.
pub(super) fn new_of(body: &Slug, meeting: MeetingId) -> String {
    format!("{}/nouvelle?reunion={meeting}", decisions_of(body))
}
