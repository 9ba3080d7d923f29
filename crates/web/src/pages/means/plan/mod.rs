//! `/espace/gouvernances/<slug>/plan`: three years of a body, by year, envelope, need and territory; what would change if an
//! envelope held something else or a partner were not there; the same figures as files.
//!
//! Everything is in the address, so that a plan and what is supposed of it can be passed on. What may be read is decided by
//! `app::means::plan`; nothing here looks behind what it tells.

mod files;
mod grid;
mod show;
mod suppose;

use chrono::Datelike as _;
use portulan_app::means::plan::{self, Gathered};
use portulan_app::rights;
use portulan_model::governance::Body;
use portulan_plan::Told;
use portulan_policy::NodeKind;
use portulan_policy::actions::ReadBody;

use crate::auth::{Desk, Refused, named};
use crate::pages::addresses;
use crate::routes::{Needs, Routes};

/// The tab of the desk.
const TAB: &str = "gouvernances";
/// The part of the desk of a body.
const PART: &str = "plan";
/// The first year that is asked for.
const SINCE: &str = "des";
/// The first and the last year that a plan begins with.
const FIRST_YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;

/// All of it.
pub(super) fn routes() -> Routes {
    let on: &[NodeKind] = &[NodeKind::Body];
    let read = Needs::right::<ReadBody>(on);
    Routes::default()
        .get("/espace/gouvernances/{slug}/plan", read, show::show)
        .get("/espace/gouvernances/{slug}/plan.csv", read, files::csv)
        .get("/espace/gouvernances/{slug}/plan.xlsx", read, files::xlsx)
        .get("/espace/gouvernances/{slug}/plan.pdf", read, files::pdf)
        .guarded()
}

/// The plan of a body, as whoever looks may read it.
struct Reached {
    body: Body,
    gathered: Gathered,
    told: Told,
}

impl Reached {
    async fn open(desk: &Desk, slug: &str) -> Result<Self, Refused> {
        let directory = &desk.visit.directory;
        let body = portulan_app::bodies::known(directory, &named(slug)?)?;
        let target = rights::joined_body(directory, body, desk.visit.today());
        let reads = desk.may_on::<ReadBody>(target)?;
        let gathered = plan::of_body(desk.app(), &reads, since(desk)).await?;
        let told = gathered.told()?;
        Ok(Self {
            body: body.clone(),
            gathered,
            told,
        })
    }

    /// Where it is, or one of its files, from the year that is asked for on.
    fn at(&self, desk: &Desk, end: &str) -> String {
        let address = addresses::body_desk(&self.body.slug, &format!("{PART}{end}"));
        desk.visit
            .link(&addresses::with(&address, SINCE, self.told.first))
    }
}

/// The first year: the one that is asked for, else this one.
fn since(desk: &Desk) -> i32 {
    let asked = desk
        .visit
        .value(SINCE)
        .and_then(|text| text.trim().parse().ok());
    let asked = asked.filter(|year| FIRST_YEARS.contains(year));
    asked.unwrap_or_else(|| desk.visit.today().year())
}
