//! `/espace/enveloppes/<slug>/conventions` for those who write the agreements on an envelope, and
//! `/espace/structures/<slug>/conventions` for the beneficiary, who reads its own and reports.
//!
//! An agreement is reached through its envelope, or through its beneficiary: one of another is not found. Each step of its
//! life has a page of its own, with a form that asks for what that step needs and nothing else.

mod acts;
mod form;
mod list;
mod one;
mod own;
mod text;
mod told;

use axum::extract::{Form as Sent, Path};
use portulan_app::means::agreements::{self, Followed};
use portulan_model::means::envelopes::Envelope;
use portulan_policy::NodeKind;
use portulan_policy::actions::{ReadEnvelope, ReportFunds, WriteAgreements};

use super::envelopes::{find, may};
use crate::auth::{Desk, Refused, named};
use crate::pages::addresses;
use crate::routes::{Needs, Routes};
use acts::Act;

/// The tab of the desk.
const TAB: &str = "enveloppes";
/// What a form sends.
type Pairs = Vec<(String, String)>;
/// An envelope and one of its agreements, as an address names them.
type At = Path<(String, String)>;

/// All of it.
pub(super) fn routes() -> Routes {
    of_envelope().merge(of_beneficiary()).guarded()
}

fn of_envelope() -> Routes {
    let on: &[NodeKind] = &[NodeKind::Envelope];
    let read = Needs::right::<ReadEnvelope>(on);
    let write = Needs::right::<WriteAgreements>(on);
    let list = "/espace/enveloppes/{slug}/conventions";
    let new = format!("{list}/nouvelle");
    let own = |end: &str| format!("{list}/{{convention}}{end}");
    let pages = Routes::default()
        .get(list, read, list::show)
        .get(&new, write, form::blank)
        .post(&new, write, form::create)
        .get(&own(""), read, one::show)
        .get(&own("/texte"), read, text::show)
        .get(&own("/modifier"), write, form::show)
        .post(&own("/modifier"), write, form::change);
    Act::ALL.iter().fold(pages, |pages, act| {
        let (path, act) = (own(&format!("/{}", act.slug())), *act);
        let ask = move |desk: Desk, at: At| acts::ask(desk, at, act);
        let take = move |desk: Desk, at: At, sent: Sent<Pairs>| acts::take(desk, at, sent, act);
        pages.get(&path, write, ask).post(&path, write, take)
    })
}

fn of_beneficiary() -> Routes {
    let report = Needs::right::<ReportFunds>(&[NodeKind::Organisation]);
    let list = "/espace/structures/{slug}/conventions";
    let own = |end: &str| format!("{list}/{{convention}}{end}");
    Routes::default()
        .get(list, report, own::list)
        .get(&own(""), report, own::show)
        .get(&own("/texte"), report, own::text)
        .get(&own("/bilan"), report, own::ask)
        .post(&own("/bilan"), report, own::report)
}

/// An agreement of an envelope, for those who work on it.
async fn reached(desk: &Desk, (slug, agreement): (&str, &str)) -> Result<Followed, Refused> {
    let envelope = find(desk, slug).await?;
    let reads = may::<ReadEnvelope>(desk, &envelope)?;
    let at = (&envelope.slug, &named(agreement)?);
    Ok(agreements::followed(desk.app(), &reads, at).await?)
}

/// Where an agreement is at the desk of its envelope, or a part of it.
fn at(followed: &Followed, part: &str) -> String {
    let slug = &followed.agreement.slug;
    let part = if part.is_empty() {
        slug.to_string()
    } else {
        format!("{slug}/{part}")
    };
    addresses::agreements(&followed.envelope.slug, &part)
}

/// The ways back: an envelope, then its agreements.
fn crumbs(desk: &Desk, envelope: &Envelope) -> Vec<(String, String)> {
    let link = |address: &str| desk.visit.link(address);
    vec![
        (
            link(&addresses::envelope(&envelope.slug, "")),
            envelope.label.clone(),
        ),
        (
            link(&addresses::agreements(&envelope.slug, "")),
            desk.words().get("conv-title"),
        ),
    ]
}

/// The same, then the agreement itself.
fn crumbs_under(desk: &Desk, followed: &Followed) -> Vec<(String, String)> {
    let mut all = crumbs(desk, &followed.envelope);
    let here = desk.visit.link(&at(followed, ""));
    all.push((here, told::title(desk, followed)));
    all
}
