//! Calls that are held here: their form (`/espace/gouvernances/<slug>/appels/<appel>/formulaire`), the applications of an
//! organisation (`/espace/structures/<slug>/candidatures`) and those that a body received (`…/appels/<appel>/candidatures`).
//!
//! Every page is reached through the organisation or the body of its address: the right is asked there, and what is not
//! theirs is not found.

mod build;
mod entry;
mod examined;
mod field;
mod files;
mod fill;
mod keep;
mod mine;
mod parties;
mod questions;
mod receipt;
mod received;
mod start;
mod told;

pub(super) use examined::{public as public_routes, results_way};
pub(super) use questions::answered;
pub(super) use start::way as begin_way;

use axum::http::StatusCode;
use portulan_app::means::applications::{self, Opened};
use portulan_app::rights;
use portulan_model::governance::Body;
use portulan_model::people::Organisation;
use portulan_model::{ApplicationId, Slug};
use portulan_policy::actions::{Apply, ManageCalls, ReadApplications};
use portulan_policy::{Capability, NodeKind};

use super::{Pairs, at_desk};
use crate::auth::{Desk, Refused, named};
use crate::pages::addresses;
use crate::pages::bodies::{body, leads};
use crate::routes::{Needs, Routes};

/// The tab of whoever applies.
const TAB: &str = "structures";
/// The field of a form that names what is done.
const ACT: &str = "geste";

/// All of it.
pub(super) fn routes() -> Routes {
    owner()
        .merge(applicant())
        .merge(examined::routes())
        .guarded()
}

fn owner() -> Routes {
    let on: &[NodeKind] = &[NodeKind::Body];
    let manage = Needs::right::<ManageCalls>(on);
    let read = Needs::right::<ReadApplications>(on);
    let own = |end: &str| format!("/espace/gouvernances/{{slug}}/appels/{{appel}}{end}");
    let one = own("/candidatures/{candidature}");
    Routes::default()
        .get(&own("/formulaire"), manage, build::show)
        .post(&own("/formulaire"), manage, build::act)
        .get(&own("/formulaire/question"), manage, field::show)
        .post_long(&own("/formulaire/question"), manage, field::save)
        .get(&own("/questions"), manage, questions::show)
        .post_long(&own("/questions"), manage, questions::answer)
        .get(&own("/candidatures"), read, received::list)
        .get(&one, read, received::show)
        .post_long(&format!("{one}/renvoi"), manage, received::give_back)
        .get(&format!("{one}/pieces/{{fichier}}"), read, received::file)
}

fn applicant() -> Routes {
    let apply = Needs::right::<Apply>(&[NodeKind::Organisation]);
    let list = "/espace/structures/{slug}/candidatures";
    let own = |end: &str| format!("{list}/{{candidature}}{end}");
    let begin = "/espace/structures/{slug}/appels/{appel}/candidature";
    Routes::default()
        .get("/espace/candidater/{appel}", Needs::Session, start::choose)
        .get(begin, apply, start::show)
        .post(begin, apply, start::begin)
        .get(list, apply, mine::list)
        .get(&own(""), apply, fill::show)
        .post_long(&own(""), apply, fill::save)
        .get(&own("/recepisse"), apply, receipt::show)
        .post(&own("/retrait"), apply, parties::withdraw)
        .post(&own("/participants"), apply, parties::invite)
        .post(&own("/participants/retirer"), apply, parties::leave)
        .get(&own("/fichiers/{champ}"), apply, files::show)
        .post_file(&own("/fichiers/{champ}"), apply, files::attach)
        .post(&own("/fichiers/{champ}/retirer"), apply, files::detach)
        .get(&own("/pieces/{fichier}"), apply, files::serve)
}

/// An organisation of an address, for whoever applies for it.
struct Applying {
    organisation: Organisation,
    may: Capability<Apply>,
}

impl Applying {
    fn open(desk: &Desk, slug: &str) -> Result<Self, Refused> {
        let slug: Slug = named(slug)?;
        let directory = &desk.visit.directory;
        let known = directory.organisations.get(&slug).cloned();
        let organisation = known.ok_or(Refused(StatusCode::NOT_FOUND))?;
        let may = desk.may_on(rights::organisation(directory, &organisation))?;
        Ok(Self { organisation, may })
    }

    fn list(&self) -> String {
        addresses::applications(&self.organisation.slug)
    }
}

/// An application of an address, for whoever takes part in it.
struct Mine {
    applying: Applying,
    opened: Opened,
}

impl Mine {
    async fn open(desk: &Desk, (slug, id): (&str, &str)) -> Result<Self, Refused> {
        let applying = Applying::open(desk, slug)?;
        let id: ApplicationId = named(id)?;
        let opened = applications::read(desk.app(), &applying.may, id).await?;
        Ok(Self { applying, opened })
    }

    fn id(&self) -> ApplicationId {
        self.opened.application.id
    }

    fn at(&self, part: &str) -> String {
        format!("{}/{}{part}", self.applying.list(), self.id())
    }

    /// The ways back: the applications of the organisation, then this one where a page is under it.
    fn crumbs(&self, desk: &Desk, under: bool) -> Vec<(String, String)> {
        let told = [("name", self.applying.organisation.name.as_str().into())];
        let list = desk.words().with("candidatures-de", &told);
        let mut crumbs = vec![(desk.visit.link(&self.applying.list()), list)];
        if under {
            let title = self.opened.call.terms.title.clone();
            crumbs.push((desk.visit.link(&self.at("")), title));
        }
        crumbs
    }
}

/// A body of an address, for whoever reads what it received.
struct Holding {
    body: Body,
    may: Capability<ReadApplications>,
    call: Slug,
}

impl Holding {
    fn open(desk: &Desk, (slug, call): (&str, &str)) -> Result<Self, Refused> {
        let body = body(desk, slug)?.clone();
        let may = leads(desk, &body)?;
        let call = named(call)?;
        Ok(Self { body, may, call })
    }

    fn at(&self, part: &str) -> String {
        at_desk(&self.body.slug, &self.call, part)
    }
}
