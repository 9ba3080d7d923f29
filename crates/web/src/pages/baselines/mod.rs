//! Which services are given at which places of a scheme or cluster: for everybody what is offered
//! (`/dispositifs/<slug>/socle`); for those who work in it the whole matrix, who knows how, what is missing and who could
//! help (`/espace/dispositifs/<slug>/socle`).
//!
//! Refusals and their authors are shown to nobody without the right to read them.

pub(super) mod asked;
mod consult;
mod desk;
mod forms;
mod matrix;
mod paste;
mod public;

use axum::extract::{Form as Sent, Path};
use axum::response::Response;
use portulan_model::{Seat, Slug};
use portulan_policy::NodeKind;
use portulan_policy::actions::{EditBaseline, GiveOpinion, ReadBaseline};

use crate::auth::{Desk, Refused, named};
use crate::routes::{Needs, Routes};

type Pairs = Vec<(String, String)>;

/// The public page and the desks.
pub(super) fn routes() -> Routes {
    let on_scheme: &[NodeKind] = &[NodeKind::Scheme];
    let on_cluster: &[NodeKind] = &[NodeKind::Cluster];
    let (scheme, cluster) = (
        "/espace/dispositifs/{slug}/socle",
        "/espace/grappes/{slug}/socle",
    );
    let (scheme_csv, cluster_csv) = (
        "/espace/dispositifs/{slug}/socle.csv",
        "/espace/grappes/{slug}/socle.csv",
    );
    let opinions = "/espace/structures/{slug}/avis/socles/{consulted}";
    let opine = Needs::right::<GiveOpinion>(&[NodeKind::Organisation]);
    let read = Needs::right::<ReadBaseline>;
    let edit = Needs::right::<EditBaseline>;
    let desk = Routes::default()
        .get(scheme, read(on_scheme), of_scheme)
        .post(scheme, edit(on_scheme), say_of_scheme)
        .post(&format!("{scheme}/avis"), edit(on_scheme), ask_of_scheme)
        .get(scheme_csv, read(on_scheme), csv_of_scheme)
        .get(cluster, read(on_cluster), of_cluster)
        .post(cluster, edit(on_cluster), say_of_cluster)
        .post(&format!("{cluster}/avis"), edit(on_cluster), ask_of_cluster)
        .get(opinions, opine, asked::show)
        .post(opinions, opine, asked::give)
        .get(cluster_csv, read(on_cluster), csv_of_cluster)
        .guarded();
    Routes::default()
        .get("/dispositifs/{slug}/socle", Needs::Public, public::show)
        .merge(desk)
}

fn scheme(slug: &str) -> Result<Seat, Refused> {
    let slug: Slug = named(slug)?;
    Ok(Seat::Scheme(slug))
}

fn cluster(slug: &str) -> Result<Seat, Refused> {
    let slug: Slug = named(slug)?;
    Ok(Seat::Cluster(slug))
}

async fn of_scheme(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    desk::show(&desk, &scheme(&slug)?).await
}

async fn of_cluster(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    desk::show(&desk, &cluster(&slug)?).await
}

async fn say_of_scheme(
    desk: Desk,
    Path(slug): Path<String>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    desk::say(&desk, &scheme(&slug)?, pairs).await
}

async fn say_of_cluster(
    desk: Desk,
    Path(slug): Path<String>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    desk::say(&desk, &cluster(&slug)?, pairs).await
}

async fn ask_of_scheme(
    desk: Desk,
    Path(slug): Path<String>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    consult::ask(&desk, &scheme(&slug)?, pairs).await
}

async fn ask_of_cluster(
    desk: Desk,
    Path(slug): Path<String>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    consult::ask(&desk, &cluster(&slug)?, pairs).await
}

async fn csv_of_scheme(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    desk::csv(&desk, &scheme(&slug)?).await
}

async fn csv_of_cluster(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    desk::csv(&desk, &cluster(&slug)?).await
}

/// The desk of a baseline.
fn address(seat: &Seat) -> String {
    match seat {
        Seat::Cluster(slug) => super::addresses::cluster_baseline_desk(slug),
        Seat::Scheme(slug) => super::addresses::scheme_baseline_desk(slug),
        Seat::Territory(key) => super::addresses::territory(key),
    }
}
