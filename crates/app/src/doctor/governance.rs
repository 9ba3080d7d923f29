//! How much of levels and governance an installation holds. What is late there is for those who govern: it is counted, and
//! is no fault of the installation.

use portulan_model::governance::Standing;
use portulan_model::roadmaps::Stage;

use super::{Finding, Health, finding};
use crate::{App, Error};

/// Counts them.
pub(super) async fn findings(app: &App) -> Result<Vec<Finding>, Error> {
    let (directory, today) = (app.directory(), crate::audience::today(app));
    let world = directory.levels.world();
    let bodies = world.bodies.iter().filter(|one| one.is_on(today));
    let members = world
        .memberships
        .iter()
        .filter(|one| one.standing_on(today) == Some(Standing::Confirmed));
    let roadmaps = world.roadmaps.iter().filter(|one| {
        let decided = matches!(one.state.stage(), Stage::Validated | Stage::Amended);
        decided && one.period.holds(today)
    });
    let meetings = world.meetings.iter().filter(|one| one.is_ahead(today));
    let late = match today.pred_opt() {
        Some(yesterday) => app.store().decisions_due(yesterday).await?.len(),
        None => 0,
    };
    let counts = [
        ("bodies", bodies.count()),
        ("members", members.count()),
        ("roadmaps", roadmaps.count()),
        ("meetings", meetings.count()),
        ("decisions", late),
    ];
    let told = counts.map(|(check, count)| finding(check, Health::Good, &count));
    Ok(told.into())
}
