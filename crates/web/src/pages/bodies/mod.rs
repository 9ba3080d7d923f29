//! `/gouvernances` for everybody, and `/espace/gouvernances` for those who found bodies, lead them and join them.
//!
//! Public pages are read from the directory in memory. A desk asks for the right over the very body of its address; the id
//! of a membership or of a file of another body leads nowhere.

mod change;
mod desk;
mod fields;
pub(super) mod files;
mod follow_up;
mod founding;
mod join;
mod list;
mod members;
pub(super) mod names;
mod new;
mod one;
mod overview;
mod referents;
mod seats;
mod step;

use portulan_app::Error;
use portulan_app::bodies::BodyError;
use portulan_app::{bodies, rights};
use portulan_model::governance::Body;
use portulan_model::{Seat, Slug};
use portulan_policy::actions::{
    EditBody, JoinBody, ManageBodies, ManageMembers, ReadBody, ReadFollowUp, ReadHolder,
    RelieveMember, WriteFollowUp,
};
use portulan_policy::{Alone, Capability, Node, NodeKind, Target};

use crate::auth::{Desk, Refused, named};
use crate::pages::addresses;
use crate::routes::{Needs, Routes};

pub(in crate::pages) use names::role as role_words;

/// What everybody may see.
pub(super) fn public() -> Routes {
    Routes::default()
        .get(addresses::BODIES, Needs::Public, list::show)
        .get("/gouvernances/{slug}", Needs::Public, one::show)
}

/// The desks.
pub(super) fn routes() -> Routes {
    founded()
        .merge(followed())
        .merge(led())
        .merge(joined())
        .guarded()
}

/// What the level above does.
fn founded() -> Routes {
    let somewhere = Needs::somewhere::<ManageBodies>();
    let here = Needs::right::<ManageBodies>(&[NodeKind::Territory]);
    let root = "/espace/gouvernances/{slug}/fondation";
    let under = |last: &str| format!("{root}/{last}");
    Routes::default()
        .get(addresses::NEW_BODY, somewhere, new::blank)
        .post_file(addresses::NEW_BODY, somewhere, new::create)
        .get(root, here, founding::show)
        .post_file(root, here, founding::add_document)
        .post(&under("retirer"), here, founding::remove_document)
        .post(&under("referents"), here, founding::add_referent)
        .post(&under("fin-referent"), here, founding::end_referent)
        .post(&under("fin"), here, founding::end)
        .post(
            "/espace/gouvernances/{slug}/membres/de-droit",
            here,
            members::seat,
        )
}

/// What the level above keeps of a body, apart from it.
fn followed() -> Routes {
    let on: &[NodeKind] = &[NodeKind::Body];
    let seat: &[NodeKind] = &[NodeKind::Territory];
    let (read, write) = (
        Needs::right::<ReadFollowUp>(on),
        Needs::right::<WriteFollowUp>(on),
    );
    let (known, name) = (
        Needs::right::<ReadHolder>(seat),
        Needs::right::<ManageBodies>(seat),
    );
    let note = "/espace/gouvernances/{slug}/suivi";
    let names = "/espace/gouvernances/{slug}/noms";
    Routes::default()
        .get(note, read, follow_up::show)
        .post(note, write, follow_up::save)
        .get(names, known, referents::show)
        .post(names, name, referents::add)
        .post(&format!("{names}/retirer"), name, referents::remove)
}

/// What those who lead a body do, and what its members read.
fn led() -> Routes {
    let on: &[NodeKind] = &[NodeKind::Body];
    let (read, edit) = (Needs::right::<ReadBody>(on), Needs::right::<EditBody>(on));
    let lead = Needs::right::<ManageMembers>(on);
    let relieve = Needs::right::<RelieveMember>(on);
    let change = "/espace/gouvernances/{slug}/modifier";
    let member = "/espace/gouvernances/{slug}/membres/{id}";
    Routes::default()
        .get(
            addresses::BODIES_DESK,
            Needs::somewhere::<ReadBody>(),
            desk::show,
        )
        .get("/espace/gouvernances/{slug}", read, overview::show)
        .get(change, edit, change::show)
        .post(change, edit, change::save)
        .get("/espace/gouvernances/{slug}/membres", read, members::show)
        .post(member, lead, step::take)
        .post(&format!("{member}/relever"), relieve, step::relieve)
        .get(
            "/espace/gouvernances/{slug}/fichiers/{file}",
            read,
            files::serve,
        )
}

/// What organisations do.
fn joined() -> Routes {
    let speak = Needs::somewhere::<JoinBody>();
    let join = "/espace/gouvernances/{slug}/rejoindre";
    Routes::default()
        .get(join, speak, join::show)
        .post(join, speak, join::apply)
        .post("/espace/gouvernances/{slug}/quitter", speak, join::leave)
}

/// The body of an address.
pub(super) fn body<'a>(desk: &'a Desk, slug: &str) -> Result<&'a Body, Refused> {
    let slug: Slug = named(slug)?;
    Ok(bodies::known(&desk.visit.directory, &slug)?)
}

/// The right over a body of whoever leads it.
pub(super) fn leads<A: Alone>(desk: &Desk, body: &Body) -> Result<Capability<A>, Refused> {
    let day = desk.visit.today();
    desk.may_on(rights::led_body(&desk.visit.directory, body, day))
}

/// The right to read what members read.
pub(super) fn reads(desk: &Desk, body: &Body) -> Result<Capability<ReadBody>, Refused> {
    let day = desk.visit.today();
    desk.may_on(rights::joined_body(&desk.visit.directory, body, day))
}

/// The right of the level above.
fn relieves(desk: &Desk, body: &Body) -> Result<Capability<RelieveMember>, Refused> {
    desk.may_on(rights::body(&desk.visit.directory, body))
}

/// The right over what a level founded.
fn founds(desk: &Desk, seat: &Seat) -> Result<Capability<ManageBodies>, Refused> {
    let target: Option<Target> = rights::seat(&desk.visit.directory, seat);
    desk.may_on(target.unwrap_or_else(|| Node::from(seat).into()))
}

/// The message that says why something was not done; what nobody here can mend is a fault of the page.
fn told(error: BodyError) -> Result<&'static str, Refused> {
    use portulan_model::governance::{MemberError, Standing};
    let id = match error {
        BodyError::Member(error) => match error {
            MemberError::TooEarly(_) => "bodies-wrong-early",
            MemberError::ByRight => "bodies-wrong-by-right",
            MemberError::RoleHeld => "bodies-wrong-role-held",
            MemberError::RoleNotHeld => "bodies-wrong-role-not-held",
            MemberError::Observer => "bodies-wrong-observer",
        },
        BodyError::There(there) => match there.0 {
            Standing::Candidate => "bodies-wrong-candidate",
            Standing::Confirmed | Standing::Left => "bodies-wrong-member",
        },
        BodyError::Moved => "bodies-wrong-moved",
        BodyError::File(error) => files::fault(error),
        BodyError::NoDecision(_) => "bodies-wrong-decision",
        BodyError::NoOrganisation(_) => "bodies-wrong-organisation",
        BodyError::Over => "bodies-wrong-over",
        BodyError::Backwards => "bodies-wrong-backwards",
        BodyError::Other(Error::Files(error)) => files::away(&error),
        BodyError::Other(error) => return Err(error.into()),
    };
    Ok(id)
}
