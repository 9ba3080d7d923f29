//! The desk of a baseline: the matrix, what is missing and who could help, and the forms that change it.

use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use portulan_app::baselines::{self, Layout};
use portulan_app::rights;
use portulan_app::settled::Settled;
use portulan_model::Seat;
use portulan_model::baseline::Baseline;
use portulan_policy::actions::{EditBaseline, ReadBaseline};
use portulan_policy::{Alone, Capability, allow};

use super::{Pairs, address, consult, forms, matrix, paste};
use crate::auth::{Desk, Refused, done};
use crate::pages::addresses;
use crate::pages::clusters::seat_name;
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Head, Part, desk_page};
use crate::pages::typed::Reading;

/// The right on a seat, which is read from where it stands.
pub(super) fn right<A: Alone>(desk: &Desk, seat: &Seat) -> Result<Capability<A>, Refused> {
    let target = rights::seat(&desk.visit.directory, seat);
    desk.may_on(target.ok_or(Refused(axum::http::StatusCode::NOT_FOUND))?)
}

/// The whole, for those who may read it.
pub(super) async fn show(desk: &Desk, seat: &Seat) -> Result<Response, Refused> {
    let may = right::<ReadBaseline>(desk, seat)?;
    let baseline = baselines::read(desk.app(), &may, seat).await?;
    let answers = forms::blank(desk, &may, &baseline);
    Ok(shown(desk, &may, &baseline, (&answers, None)))
}

/// Something is said: a cell, a block, a service, what an organisation can do, what is known of a place.
pub(super) async fn say(desk: &Desk, seat: &Seat, pairs: Pairs) -> Result<Response, Refused> {
    let edit = right::<EditBaseline>(desk, seat)?;
    let read = right::<ReadBaseline>(desk, seat)?;
    let known = baselines::read(desk.app(), &read, seat).await?;
    let mut answers = Answers::of(pairs);
    let act = forms::Act::read(answers.text(forms::ACT));
    let mut reading = Reading::of(desk, &mut answers);
    let wish = act.and_then(|act| forms::read(&mut reading, act, &known));
    let Some(wish) = wish.filter(|_| answers.faults() == 0) else {
        return Ok(shown(desk, &read, &known, (&answers, act)));
    };
    let directory = std::sync::Arc::clone(&desk.visit.directory);
    let with = |baseline| wish.apply(&directory, baseline);
    let here = address(seat);
    match baselines::change(desk.app(), &edit, seat, with).await? {
        Settled::Saved(_) => Ok(done(&here, "socle-saved")),
        Settled::Same => Ok(done(&here, "place-same")),
        Settled::Moved(theirs) => Ok(shown(desk, &read, &theirs, (&answers, act))),
        Settled::Refused(faults) => {
            paste::tell(desk.words(), &faults, &mut answers);
            Ok(shown(desk, &read, &known, (&answers, act)))
        }
    }
}

/// `…/socle.csv[?forme=liste]`: never kept by a cache, as all that is private.
pub(super) async fn csv(desk: &Desk, seat: &Seat) -> Result<Response, Refused> {
    let may = right::<ReadBaseline>(desk, seat)?;
    let baseline = baselines::read(desk.app(), &may, seat).await?;
    let layout = match desk.visit.value("forme") {
        Some("liste") => Layout::List,
        _ => Layout::Matrix,
    };
    let text = baselines::csv(desk.app(), &may, &baseline, layout);
    let name = format!("attachment; filename=\"socle-{seat}.csv\"");
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, text).into_response())
}

/// The whole page.
pub(super) fn shown(
    desk: &Desk,
    may: &Capability<ReadBaseline>,
    baseline: &Baseline,
    (answers, act): (&Answers, Option<forms::Act>),
) -> Response {
    let words = desk.words();
    let seat = &baseline.of;
    let target = rights::seat(&desk.visit.directory, seat);
    let edits = target.is_some_and(|target| allow::<EditBaseline>(desk.actor(), target).is_ok());
    let here = address(seat);
    let mut ways = vec![
        (format!("{here}.csv"), words.get("socle-csv")),
        (
            format!("{here}.csv?forme=liste"),
            words.get("socle-csv-list"),
        ),
    ];
    if let Seat::Scheme(slug) = seat {
        let public = desk.visit.link(&addresses::scheme_baseline(slug));
        ways.insert(0, (public, words.get("disp-see")));
    }
    let mut parts = vec![Part::Ways(ways)];
    parts.extend(matrix::services(desk, may, baseline, edits));
    parts.extend(matrix::know_how(desk, may, baseline));
    parts.extend(matrix::missing(desk, may, baseline));
    parts.extend(matrix::places(desk, baseline));
    let typed = edits.then(|| consult::was_sent(answers));
    parts.extend(consult::parts(desk, may, baseline, (answers, typed)));
    if edits {
        parts.extend(forms::all(desk, baseline, (answers, act)));
    }
    let name = seat_name(&desk.visit.directory, seat);
    let title = words.with("socle-title-of", &[("name", name.as_str().into())]);
    let back = match seat {
        Seat::Scheme(slug) => addresses::scheme_desk(slug),
        Seat::Cluster(slug) => addresses::cluster_desk(slug),
        Seat::Territory(key) => addresses::territory(key),
    };
    let manages = edits_seat(desk, seat);
    let head = Head {
        crumbs: if manages {
            vec![(back, name)]
        } else {
            Vec::new()
        },
        lead: words.get("socle-lead"),
    };
    desk_page(desk.page(title, "dispositifs"), head, parts)
}

/// Whether whoever looks may open the desk of the scheme or cluster itself.
fn edits_seat(desk: &Desk, seat: &Seat) -> bool {
    use portulan_policy::actions::{ManageClusters, ManageSchemes};
    let Some(target) = rights::seat(&desk.visit.directory, seat) else {
        return false;
    };
    match seat {
        Seat::Scheme(_) => allow::<ManageSchemes>(desk.actor(), target).is_ok(),
        Seat::Cluster(_) => allow::<ManageClusters>(desk.actor(), target).is_ok(),
        Seat::Territory(_) => false,
    }
}
