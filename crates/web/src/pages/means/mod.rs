//! Calls for applications: what everybody reads (`/appels`), the desk of the body that follows them
//! (`/espace/gouvernances/<slug>/appels`) and what an organisation is asked (`/espace/structures/<slug>/appels`).
//!
//! A call of the desk is reached through its body: the right is asked on the body of the address, and a call of another one
//! is not found. Calls by telephone are elsewhere, under `/espace/appels`.

mod act;
mod agreements;
mod edit;
mod envelopes;
mod equipment;
mod feeds;
mod form;
mod hosted;
mod intentions;
mod list;
mod note;
mod one;
pub(super) mod overlaps;
mod plan;
mod pools;
mod positions;
mod proofs;
mod public;
mod steps;
mod words;

pub(super) use words::left as left_words;

use portulan_app::Error;
use portulan_app::means::calls::{self, MeansError, Prepared};
use portulan_app::{posts, rights};
use portulan_model::Slug;
use portulan_model::governance::Body;
use portulan_model::means::calls::{CallError, CallFile, CallKind, Function};
use portulan_model::posts::{Post, PostKind};
use portulan_policy::actions::{ManageCalls, ReadCalls, TakePosition, WriteCallNote};
use portulan_policy::{Alone, Capability, NodeKind};

use super::addresses;
use super::bodies::{body, files as shared, leads};
use crate::auth::{Desk, Refused, named};
use crate::routes::{Needs, Routes};

/// The tab of the desk.
const TAB: &str = "gouvernances";
/// What a form sends.
type Pairs = Vec<(String, String)>;

/// All of it.
pub(super) fn routes() -> Routes {
    Routes::default()
        .get(addresses::OPEN_CALLS, Needs::Public, public::list)
        .get(feeds::CALENDAR, Needs::Public, feeds::calendar)
        .get(feeds::ATOM, Needs::Public, feeds::atom)
        .get("/appels/{appel}", Needs::Public, public::show)
        .merge(desk_routes().guarded())
        .merge(asked_routes().guarded())
        .merge(envelopes::routes())
        .merge(hosted::routes())
        .merge(hosted::public_routes())
        .merge(intentions::routes())
        .merge(overlaps::routes())
        .merge(pools::routes())
        .merge(agreements::routes())
        .merge(equipment::routes())
        .merge(plan::routes())
}

fn desk_routes() -> Routes {
    let on: &[NodeKind] = &[NodeKind::Body];
    let read = Needs::right::<ReadCalls>(on);
    let manage = Needs::right::<ManageCalls>(on);
    let write = Needs::right::<WriteCallNote>(on);
    let list = "/espace/gouvernances/{slug}/appels";
    let own = |end: &str| format!("{list}/{{appel}}{end}");
    Routes::default()
        .get(list, read, list::show)
        .get(&format!("{list}/nouveau"), manage, edit::blank)
        .post_long(&format!("{list}/nouveau"), manage, edit::create)
        .get(&own(""), read, one::show)
        .post(&own(""), manage, act::step)
        .get(&own("/modifier"), manage, edit::show)
        .post_long(&own("/modifier"), manage, edit::save)
        .post(&own("/etapes"), manage, steps::add)
        .post(&own("/etapes/faite"), manage, steps::settle)
        .post(&own("/etapes/retirer"), manage, steps::remove)
        .get(&own("/note"), read, note::show)
        .post_long(&own("/note"), write, note::save)
        .post_long(&own("/note/garder"), write, note::keep)
        .get(&own("/preuves"), read, proofs::show)
        .post_file(&own("/preuves"), manage, proofs::add)
        .get(&own("/preuves/{preuve}"), read, proofs::serve)
}

fn asked_routes() -> Routes {
    let take = Needs::right::<TakePosition>(&[NodeKind::Organisation]);
    let list = "/espace/structures/{slug}/appels";
    let one = "/espace/structures/{slug}/appels/{appel}";
    Routes::default()
        .get(list, take, positions::list)
        .get(one, take, positions::show)
        .post(one, take, positions::take)
}

/// The right to read what the members of a body prepare.
fn reads<A: Alone>(desk: &Desk, body: &Body) -> Result<Capability<A>, Refused> {
    let day = desk.visit.today();
    desk.may_on(rights::joined_body(&desk.visit.directory, body, day))
}

/// A call of an address, for whoever reads what its body prepares.
struct Reached {
    body: Body,
    read: Capability<ReadCalls>,
    prepared: Prepared,
    /// Posts of co-ordination that whoever looks manages: what a call to extend starts from.
    extended: Vec<Post>,
}

impl Reached {
    async fn open(desk: &Desk, (slug, call): (&str, &str)) -> Result<Self, Refused> {
        let body = body(desk, slug)?.clone();
        let read = reads::<ReadCalls>(desk, &body)?;
        let call: Slug = named(call)?;
        let prepared = calls::read(desk.app(), &read, &call).await?;
        let mut extended = Vec::new();
        if prepared.call.terms.kind == CallKind::Coordinators {
            let today = desk.visit.today();
            extended = posts::list(desk.app(), desk.actor()).await?;
            extended.retain(|post| post.kind == PostKind::Coordinator && post.is_on(today));
        }
        Ok(Self {
            body,
            read,
            prepared,
            extended,
        })
    }

    /// The right to write the call.
    fn manages(&self, desk: &Desk) -> Result<Capability<ManageCalls>, Refused> {
        leads(desk, &self.body)
    }

    /// The right to write the note that members write together.
    fn writes(&self, desk: &Desk) -> Result<Capability<WriteCallNote>, Refused> {
        reads(desk, &self.body)
    }

    fn slug(&self) -> &Slug {
        &self.prepared.call.slug
    }

    /// Where it is at the desk.
    fn here(&self) -> String {
        at_desk(&self.body.slug, self.slug(), "")
    }

    /// A part of it.
    fn at(&self, part: &str) -> String {
        at_desk(&self.body.slug, self.slug(), part)
    }

    /// The ways back: the body, its calls, then the call where one is under it.
    fn crumbs(&self, desk: &Desk, under: bool) -> Vec<(String, String)> {
        let mut crumbs = crumbs(desk, &self.body);
        if under {
            let title = self.prepared.call.terms.title.clone();
            crumbs.push((desk.visit.link(&self.here()), title));
        }
        crumbs
    }
}

/// The ways back: a body, then its calls.
fn crumbs(desk: &Desk, body: &Body) -> Vec<(String, String)> {
    let link = |address: &str| desk.visit.link(address);
    vec![
        (
            link(&addresses::body_desk(&body.slug, "")),
            body.name.clone(),
        ),
        (
            link(&addresses::body_desk(&body.slug, "appels")),
            desk.words().get("appels-title"),
        ),
    ]
}

/// A call at the desk of the body that follows it, or a part of it.
fn at_desk(body: &Slug, call: &Slug, part: &str) -> String {
    let call = format!("appels/{call}");
    if part.is_empty() {
        return addresses::body_desk(body, &call);
    }
    addresses::body_desk(body, &format!("{call}/{part}"))
}

/// Why something was not done, in words; what nobody here can mend is a fault of the page.
fn told(desk: &Desk, error: MeansError) -> Result<String, Refused> {
    let words = desk.words();
    let id = match error {
        MeansError::Call(CallError::NotNow(_)) => "appel-wrong-state",
        MeansError::Call(CallError::Unsaid) => "appel-wrong-unsaid",
        MeansError::Call(CallError::TooEarly(day)) => {
            let day = portulan_i18n::date(desk.visit.lang, day);
            return Ok(words.with("appel-wrong-early", &[("date", day.into())]));
        }
        MeansError::File(error) => shared::fault(error),
        MeansError::NotAhead => "appel-wrong-late",
        MeansError::NotConcerned(_) => "appel-wrong-concerned",
        MeansError::NoForm => "appel-wrong-form",
        MeansError::Full => {
            let told = [("n", CallFile::MOST_STEPS.into())];
            return Ok(words.with("appel-wrong-full", &told));
        }
        MeansError::NoOrganisation(_) => "bodies-wrong-organisation",
        MeansError::Meanwhile(_) => "appel-note-clash",
        MeansError::Long(_) => "proposal-too-long",
        MeansError::Other(Error::Files(error)) => shared::away(&error),
        MeansError::Other(error) => return Err(error.into()),
    };
    Ok(words.get(id))
}

/// The message that says that a position has the function of its author.
fn no_function(desk: &Desk) -> String {
    let told = [("n", Function::LONGEST.into())];
    desk.words().with("appel-fonction-wrong", &told)
}
