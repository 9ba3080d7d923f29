//! `/exploitation`: sources, runs, duplicates, the story of a place, each for those who hold a role where it stands; the
//! state of the installation and its mails for whoever runs it.
//!
//! Each handler begins with a [`crate::auth::Desk`] and asks for the right on the very object ([`reach`]) before it reads
//! it. What a form gets wrong is said beside its fields, and what was typed stays.

pub(super) mod addresses;
mod differences;
mod gone;
mod messages;
mod pair;
mod place;
pub(super) mod queue;
mod reach;
mod report;
mod run;
mod session;
mod source;
pub(super) mod source_form;
mod sources;
mod state;
mod tabs;
mod upload;
pub(super) mod values;

use portulan_policy::NodeKind;
use portulan_policy::actions::{
    Diagnose, ManageSources, MergePlaces, ReadHarvest, ReadJournal, ReadMail, ReviewLinks,
    RunHarvest,
};

pub(crate) use tabs::{Tab, tabs};

use crate::routes::{Needs, Routes};

/// Of a source, or of a run through its source.
const READ_HARVEST: Needs = Needs::right::<ReadHarvest>(&[NodeKind::Source]);

/// Every page and form of the desk.
pub(super) fn routes() -> Routes {
    running()
        .merge(listed_sources())
        .merge(runs())
        .merge(places())
        .guarded()
}

/// What concerns the installation: its state, its session, its mails.
fn running() -> Routes {
    let read_mail = Needs::operator::<ReadMail>();
    let door = "/exploitation/{link}";
    Routes::default()
        .get(addresses::DESK, Needs::operator::<Diagnose>(), state::show)
        .post(addresses::DESK, Needs::Public, session::leave)
        .get(door, Needs::Link, session::door)
        .post(door, Needs::Link, session::enter)
        .get(addresses::MESSAGES, read_mail, messages::list)
        .get("/exploitation/messages/{id}", read_mail, messages::show)
        .get(
            "/exploitation/messages/{id}/html",
            read_mail,
            messages::as_html,
        )
}

fn listed_sources() -> Routes {
    let source = "/exploitation/sources/{slug}";
    let manage = Needs::operator::<ManageSources>();
    let run = Needs::right::<RunHarvest>(&[NodeKind::Source]);
    Routes::default()
        .get(
            addresses::SOURCES,
            Needs::somewhere::<ReadHarvest>(),
            sources::show,
        )
        .post_long(addresses::SOURCES, manage, source_form::create)
        .get(addresses::NEW_SOURCE, manage, source_form::blank)
        .get(source, READ_HARVEST, source::show)
        .post_long(source, manage, source_form::change)
        .get(
            "/exploitation/sources/{slug}/modifier",
            manage,
            source_form::edit,
        )
        .post(
            "/exploitation/sources/{slug}/oublier",
            manage,
            source::forget,
        )
        .post("/exploitation/sources/{slug}/relever", run, source::fetch)
        .post_file(
            "/exploitation/sources/{slug}/proposer",
            manage,
            source_form::suggest,
        )
        .post_file(
            "/exploitation/sources/{slug}/moissonner",
            run,
            source::harvest,
        )
}

fn runs() -> Routes {
    let run = Needs::right::<RunHarvest>(&[NodeKind::Source]);
    Routes::default()
        .get(
            addresses::RUNS,
            Needs::somewhere::<ReadHarvest>(),
            run::list,
        )
        .get("/exploitation/moissonnages/{id}", READ_HARVEST, run::show)
        .post(
            "/exploitation/moissonnages/{id}/accepter",
            run,
            run::approve,
        )
        .post(
            "/exploitation/moissonnages/{id}/abandonner",
            run,
            run::abandon,
        )
        .get(
            "/exploitation/moissonnages/{id}/rapport",
            READ_HARVEST,
            report::show,
        )
        .get(
            "/exploitation/moissonnages/{id}/corrections.csv",
            READ_HARVEST,
            report::corrections,
        )
        .get(
            "/exploitation/moissonnages/{id}/differences",
            READ_HARVEST,
            differences::show,
        )
}

fn places() -> Routes {
    let review = Needs::right::<ReviewLinks>(&[NodeKind::Place]);
    let merge = Needs::right::<MergePlaces>(&[NodeKind::Place]);
    let reviewing = Needs::somewhere::<ReviewLinks>();
    let pair = "/exploitation/doublons/{a}/{b}";
    Routes::default()
        .get(addresses::QUEUE, reviewing, queue::show)
        .get(pair, review, pair::show)
        .post(pair, review, pair::decide)
        .get(addresses::GONE, reviewing, gone::show)
        .post(addresses::GONE, review, gone::say)
        .get(
            addresses::PLACES,
            Needs::somewhere::<ReadJournal>(),
            place::find,
        )
        .get(
            "/exploitation/lieux/{slug}",
            Needs::right::<ReadJournal>(&[NodeKind::Place]),
            place::show,
        )
        .post("/exploitation/lieux/{slug}/defaire", merge, place::undo)
        .post("/exploitation/lieux/{slug}/separer", merge, place::split)
}
