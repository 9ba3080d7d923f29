//! `/espace/structures/<slug>/intentions` for the organisation that notes them, and `/espace/gouvernances/<slug>/intentions`
//! for those to whom they are shown.
//!
//! An intention is reached through its organisation: the right is asked on the organisation of the address, and an intention
//! of another one is not found. Those who lead a body read what is shown to it, its members less.

mod body;
mod fields;
mod form;
mod list;
mod one;
mod told;
mod write;

use axum::http::StatusCode;
use portulan_app::means::intentions;
use portulan_app::rights;
use portulan_model::Slug;
use portulan_model::means::intentions::Intention;
use portulan_model::people::Organisation;
use portulan_policy::actions::{ReadBody, ReadIntentions, WriteIntentions};
use portulan_policy::{Alone, Capability, NodeKind};

use crate::auth::{Desk, Refused, named};
use crate::pages::addresses;
use crate::routes::{Needs, Routes};

/// The tab of the desk of an organisation.
const TAB: &str = "structures";
/// What a form sends.
type Pairs = Vec<(String, String)>;

/// All of it.
pub(super) fn routes() -> Routes {
    let on: &[NodeKind] = &[NodeKind::Organisation];
    let read = Needs::right::<ReadIntentions>(on);
    let noting = Needs::right::<WriteIntentions>(on);
    let list = "/espace/structures/{slug}/intentions";
    let part = |part: &str| format!("{list}/{part}");
    let (one, change) = (part("{intention}"), part("{intention}/modifier"));
    let end = part("{intention}/retirer");
    let of_body = Needs::right::<ReadBody>(&[NodeKind::Body]);
    Routes::default()
        .get(list, read, list::show)
        .get(&part("nouvelle"), noting, write::blank)
        .post(&part("nouvelle"), noting, write::note)
        .get(&one, read, one::show)
        .get(&change, noting, write::show)
        .post(&change, noting, write::change)
        .get(&end, noting, one::ask)
        .post(&end, noting, one::withdraw)
        .get(
            "/espace/gouvernances/{slug}/intentions",
            of_body,
            body::show,
        )
        .guarded()
}

/// An organisation of an address, and a right over what it notes.
struct Own<A: Alone> {
    organisation: Organisation,
    may: Capability<A>,
}

impl<A: Alone> Own<A> {
    fn open(desk: &Desk, slug: &str) -> Result<Self, Refused> {
        let slug: Slug = named(slug)?;
        let directory = &desk.visit.directory;
        let known = directory.organisations.get(&slug).cloned();
        let organisation = known.ok_or(Refused(StatusCode::NOT_FOUND))?;
        let may = desk.may_on(rights::organisation(directory, &organisation))?;
        Ok(Self { organisation, may })
    }

    /// The list, or a part of it.
    fn at(&self, part: &str) -> String {
        addresses::intentions(&self.organisation.slug, part)
    }

    /// The way back to the list.
    fn crumbs(&self, desk: &Desk) -> Vec<(String, String)> {
        let told = [("name", self.organisation.name.as_str().into())];
        let words = desk.words().with("int-of", &told);
        vec![(desk.visit.link(&self.at("")), words)]
    }
}

/// An intention of the organisation of an address.
async fn known(desk: &Desk, slug: &str, intention: &str) -> Result<Intention, Refused> {
    let reads = Own::<ReadIntentions>::open(desk, slug)?;
    Ok(intentions::find(desk.app(), &reads.may, &named(intention)?).await?)
}
