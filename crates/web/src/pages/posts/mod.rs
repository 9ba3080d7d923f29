//! Posts, for those who co-ordinate them: those of a scheme (`/espace/dispositifs/<slug>/postes`), all that one answers for
//! (`/espace/postes`), and the life of one (`/espace/postes/<id>`).
//!
//! What somebody may do with a post is read from the post itself: an id alone opens nothing. Who holds it is on a page of
//! its own, under a right of its own.

mod form;
mod funding;
mod holder;
mod list;
mod one;
mod steps;
pub(super) mod words;

use portulan_policy::NodeKind;
use portulan_policy::actions::{ManagePosts, ReadHolder};

use super::addresses;
use crate::routes::{Needs, Routes};

/// The desk.
pub(super) fn routes() -> Routes {
    let somewhere = Needs::somewhere::<ManagePosts>();
    let of_scheme = Needs::right::<ManagePosts>(&[NodeKind::Scheme]);
    let on: &[NodeKind] = &[NodeKind::Territory, NodeKind::Scheme];
    let (manage, read) = (
        Needs::right::<ManagePosts>(on),
        Needs::right::<ReadHolder>(on),
    );
    let (own, holder) = ("/espace/postes/{id}", "/espace/postes/{id}/titulaire");
    let new = "/espace/dispositifs/{slug}/postes/nouveau";
    Routes::default()
        .get(addresses::POSTS, somewhere, list::show)
        .get(addresses::NEW_POST, somewhere, list::blank)
        .post(addresses::NEW_POST, somewhere, list::create)
        .get(
            "/espace/dispositifs/{slug}/postes",
            of_scheme,
            list::of_scheme,
        )
        .get(new, of_scheme, list::blank_in)
        .post(new, of_scheme, list::create_in)
        .get(own, manage, one::show)
        .post(own, manage, one::step)
        .get(holder, read, holder::show)
        .post(holder, manage, holder::put)
        .guarded()
}
