//! Partners are asked what they think of the services of a baseline, and say it: favourable, with reserves, opposed.
//!
//! Who is asked is read from the scheme or the cluster. An organisation reads what it is asked and what it said; who thinks
//! what is for those who may read the baseline.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use portulan_model::baseline::{AskedLine, Baseline};
use portulan_model::consultations::{Opinion, View};
use portulan_model::proposals::Prose;
use portulan_model::{Period, Seat, Slug};
use portulan_policy::actions::{EditBaseline, GiveOpinion};
use portulan_policy::{Capability, Node};

use super::with_places;
use crate::asking::{self, Accounts};
use crate::roadmaps::organisation_of;
use crate::schemes::own;
use crate::{App, Directory, Error, settled};

/// What an organisation is asked of a baseline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Of which scheme or cluster.
    pub of: Seat,
    /// Of which services, and what it said.
    pub lines: Vec<AskedLine>,
}

/// An opinion on a service.
pub type Said = (Slug, View, Option<Prose>);

/// Who is asked: the lead and the partners of a scheme, the organisations of a cluster.
#[must_use]
pub fn partners(directory: &Directory, seat: &Seat) -> BTreeSet<Slug> {
    match seat {
        Seat::Scheme(slug) => crate::schemes::find(directory, slug)
            .map(|scheme| scheme.organisations().cloned().collect()),
        Seat::Cluster(slug) => {
            crate::clusters::find(directory, slug).map(|cluster| cluster.organisations.clone())
        }
        Seat::Territory(_) => None,
    }
    .unwrap_or_default()
}

/// Puts services to the opinion of the partners until a day, that day included, and writes to them. The same twice is asked
/// once.
pub async fn consult(
    app: &App,
    may: &Capability<EditBaseline>,
    seat: &Seat,
    (services, until): (&[Slug], NaiveDate),
) -> Result<(), Error> {
    let object = Node::from(seat);
    own(may.node(), &object)?;
    let today = crate::audience::today(app);
    let period = Period::new(Some(today), Some(until));
    let period = period.map_err(|error| Error::Conflict(error.to_string()))?;
    let (directory, held) = (app.directory(), Accounts::read(app).await?);
    let mut write = app.store().begin_governance(may).await?;
    let known = write.kept_one::<Baseline>(seat).await?;
    let known = known.ok_or_else(|| Error::NotFound(object.to_string()))?;
    let whole = with_places(&directory, seat, known.clone());
    let after = whole.consult(services, period);
    if after == known {
        return Ok(());
    }
    let line = settled::entry(app, may.actor(), &object, (Some(&known), Some(&after)));
    write.change_kept(&after, &line).await?;
    let asked = asking::Asked {
        title: crate::rights::name(&directory, &object).unwrap_or_else(|| object.to_string()),
        body: None,
        until,
        occasion: format!("{object}-{today}-{until}"),
        organisations: partners(&directory, seat).into_iter().collect(),
    };
    asking::write(app, &mut write, (&asked, &held)).await?;
    write.commit().await?;
    app.refresh().await
}

/// What the organisation of a capability is asked today, of all schemes and clusters of which it is a partner.
pub async fn to_opine(app: &App, may: &Capability<GiveOpinion>) -> Result<Vec<Asked>, Error> {
    let (organisation, directory) = (organisation_of(may)?, app.directory());
    let today = crate::audience::today(app);
    let mut all = Vec::new();
    for baseline in app.store().kept::<Baseline>().await? {
        let lines = baseline.asked(organisation, today);
        let of = baseline.of;
        if !lines.is_empty() && partners(&directory, &of).contains(organisation) {
            all.push(Asked { of, lines });
        }
    }
    Ok(all)
}

/// What it is asked of one; what is asked of others is not found.
pub async fn asked(app: &App, may: &Capability<GiveOpinion>, seat: &Seat) -> Result<Asked, Error> {
    let organisation = organisation_of(may)?;
    let missing = || Error::NotFound(format!("baseline of {seat}"));
    if !partners(&app.directory(), seat).contains(organisation) {
        return Err(missing());
    }
    let baseline = app.store().kept_one::<Baseline>(seat).await?;
    let today = crate::audience::today(app);
    let lines = baseline.map(|one| one.asked(organisation, today));
    let lines = lines.unwrap_or_default();
    if lines.is_empty() {
        return Err(missing());
    }
    let of = seat.clone();
    Ok(Asked { of, lines })
}

/// An organisation says what it thinks of some services. Said again, the last word counts.
pub async fn hear(
    app: &App,
    may: &Capability<GiveOpinion>,
    seat: &Seat,
    said: Vec<Said>,
) -> Result<(), Error> {
    // Whoever is no partner finds nothing.
    asked(app, may, seat).await?;
    let (organisation, object) = (organisation_of(may)?, Node::from(seat));
    let today = crate::audience::today(app);
    let mut write = app.store().begin_governance(may).await?;
    let known = write.kept_one::<Baseline>(seat).await?;
    let known = known.ok_or_else(|| Error::NotFound(object.to_string()))?;
    let mut after = known.clone();
    for (service, view, words) in said {
        let opinion = Opinion {
            organisation: organisation.clone(),
            view,
            words,
            on: today,
        };
        let heard = after.hear(&service, opinion);
        after = heard.map_err(|error| Error::Conflict(error.to_string()))?;
    }
    if after == known {
        return Ok(());
    }
    let line = settled::entry(app, may.actor(), &object, (Some(&known), Some(&after)));
    write.change_kept(&after, &line).await?;
    write.commit().await?;
    app.refresh().await
}
