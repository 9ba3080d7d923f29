//! Clusters and sectors: `/grappes/<slug>` for everybody, `/espace/grappes` and `/espace/secteurs/<seat>` for those who
//! co-ordinate them.

mod desk;
mod form;
mod public;
mod sectors;

use portulan_app::{Directory, clusters, rights};
use portulan_model::clusters::Cluster;
use portulan_model::{Seat, Slug};
use portulan_policy::actions::ManageClusters;
use portulan_policy::{Capability, NodeKind};

use super::addresses;
use crate::auth::{Desk, Refused, named};
use crate::routes::{Needs, Routes};

/// The public page and the desks.
pub(super) fn routes() -> Routes {
    let somewhere = Needs::somewhere::<ManageClusters>();
    let manage = Needs::right::<ManageClusters>(&[NodeKind::Cluster]);
    let on_seat =
        Needs::right::<ManageClusters>(&[NodeKind::Territory, NodeKind::Scheme, NodeKind::Cluster]);
    let (own, sectors) = ("/espace/grappes/{slug}", "/espace/secteurs/{seat}");
    let desk = Routes::default()
        .get(addresses::CLUSTER_DESK, somewhere, desk::list)
        .get(addresses::NEW_CLUSTER, somewhere, desk::blank)
        .post(addresses::NEW_CLUSTER, somewhere, desk::create)
        .get(own, manage, desk::show)
        .post(own, manage, desk::change)
        .post("/espace/grappes/{slug}/lieux", manage, desk::places)
        .get(sectors, on_seat, sectors::show)
        .post(sectors, on_seat, sectors::put)
        .guarded();
    Routes::default()
        .get("/grappes/{slug}", Needs::Public, public::show)
        .merge(desk)
}

/// A cluster by its address, and the right over it.
fn own(desk: &Desk, slug: &str) -> Result<(Slug, Capability<ManageClusters>), Refused> {
    let slug: Slug = named(slug)?;
    let cluster: &Cluster = clusters::find(&desk.visit.directory, &slug).ok_or(NOT_FOUND)?;
    let may = desk.may_on(rights::cluster(&desk.visit.directory, cluster))?;
    Ok((slug, may))
}

const NOT_FOUND: Refused = Refused(axum::http::StatusCode::NOT_FOUND);

/// What a seat is called.
pub(super) fn seat_name(directory: &Directory, seat: &Seat) -> String {
    let name = match seat {
        Seat::Territory(key) => Some(super::typed::territory_name(directory, key)),
        Seat::Scheme(slug) => {
            portulan_app::schemes::find(directory, slug).map(|one| one.name.clone())
        }
        Seat::Cluster(slug) => clusters::find(directory, slug).map(|one| one.name.clone()),
    };
    name.unwrap_or_else(|| seat.to_string())
}
