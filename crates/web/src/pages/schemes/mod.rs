//! Schemes and networks: what they are and what they do for everybody (`/dispositifs/<slug>`), and the desk of those who
//! co-ordinate them (`/espace/dispositifs/<slug>`).
//!
//! A place belongs to several schemes without being entered twice; a post is shown once, whatever its extensions, and
//! never with whoever holds it.

mod desk;
mod documents;
mod form;
mod public;

use portulan_model::Slug;
use portulan_model::schemes::Scheme;
use portulan_policy::actions::{EditBaseline, ManageSchemes};
use portulan_policy::{Capability, NodeKind};

use super::addresses;
use crate::auth::{Desk, Refused, named};
use crate::routes::{Needs, Routes};

/// The public pages and the desk.
pub(super) fn routes() -> Routes {
    let somewhere = Needs::somewhere::<ManageSchemes>();
    let manage = Needs::right::<ManageSchemes>(&[NodeKind::Scheme]);
    let own = "/espace/dispositifs/{slug}";
    let desk = Routes::default()
        .get(
            addresses::SCHEME_DESK,
            Needs::somewhere::<EditBaseline>(),
            desk::list,
        )
        .get(addresses::NEW_SCHEME, somewhere, desk::blank)
        .post(addresses::NEW_SCHEME, somewhere, desk::create)
        .get(own, manage, desk::show)
        .post(own, manage, desk::change)
        .post("/espace/dispositifs/{slug}/lieux", manage, desk::places)
        .post(
            "/espace/dispositifs/{slug}/documents",
            manage,
            documents::set,
        )
        .guarded();
    Routes::default()
        .get(addresses::SCHEMES, Needs::Public, public::list)
        .get("/dispositifs/{slug}", Needs::Public, public::show)
        .merge(desk)
}

/// A scheme by its address, and the right over it, which is read from the scheme itself.
fn own(desk: &Desk, slug: &str) -> Result<(Slug, Capability<ManageSchemes>), Refused> {
    let scheme = find(desk, slug)?;
    let may = desk.may_on(portulan_app::rights::scheme(&desk.visit.directory, &scheme))?;
    Ok((scheme.slug, may))
}

/// A scheme by its address.
pub(super) fn find(desk: &Desk, slug: &str) -> Result<Scheme, Refused> {
    let slug: Slug = named(slug)?;
    let found = portulan_app::schemes::find(&desk.visit.directory, &slug).cloned();
    found.ok_or(Refused(axum::http::StatusCode::NOT_FOUND))
}
