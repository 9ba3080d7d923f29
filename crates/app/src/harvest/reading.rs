//! What a run left to be read: its report and its differences, page by page.

use portulan_model::RunId;
use portulan_model::harvest::{Change, LineSeverity, ReportLine};
use portulan_policy::{Capability, actions::ReadHarvest};
use portulan_store::PageKind;
use serde::de::DeserializeOwned;

use super::listing;
use super::pages::{self, LINES_A_PAGE};
use crate::{App, Error};

/// Pages read for one answer: rare lines are looked for a stretch at a time.
const PAGES_AT_ONCE: usize = 200;

/// Which lines of a report are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Which {
    /// Only those that matter so much.
    pub severity: Option<LineSeverity>,
    /// Only those of one rule.
    pub rule: Option<String>,
}

impl Which {
    fn holds(&self, line: &ReportLine) -> bool {
        self.severity.is_none_or(|one| one == line.severity)
            && self.rule.as_ref().is_none_or(|one| *one == line.rule)
    }
}

/// Lines of a report, and where those after them begin.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lines {
    /// The lines.
    pub lines: Vec<ReportLine>,
    /// The page from which to go on; nothing at the end.
    pub next: Option<usize>,
}

/// One page of the report, from 0; empty behind its end.
pub async fn report(
    app: &App,
    capability: &Capability<ReadHarvest>,
    id: RunId,
    page: usize,
) -> Result<Vec<ReportLine>, Error> {
    listing::run(app, capability, id).await?;
    read(app, capability, id, PageKind::Report, page).await
}

/// One page of what differs from the run before, from 0; empty behind its end.
pub async fn diff(
    app: &App,
    capability: &Capability<ReadHarvest>,
    id: RunId,
    page: usize,
) -> Result<Vec<Change>, Error> {
    listing::run(app, capability, id).await?;
    read(app, capability, id, PageKind::Diff, page).await
}

/// The lines that are asked for from a page on: about as many as a page holds, whatever their number in between.
pub async fn lines(
    app: &App,
    capability: &Capability<ReadHarvest>,
    id: RunId,
    which: &Which,
    from: usize,
) -> Result<Lines, Error> {
    listing::run(app, capability, id).await?;
    let mut found = Lines::default();
    let mut page = from;
    while found.lines.len() < LINES_A_PAGE && page < from.saturating_add(PAGES_AT_ONCE) {
        let lines: Vec<ReportLine> = read(app, capability, id, PageKind::Report, page).await?;
        if lines.is_empty() {
            return Ok(found);
        }
        let asked = lines.into_iter().filter(|line| which.holds(line));
        found.lines.extend(asked);
        page += 1;
    }
    found.next = Some(page);
    Ok(found)
}

async fn read<T: DeserializeOwned>(
    app: &App,
    capability: &Capability<ReadHarvest>,
    id: RunId,
    kind: PageKind,
    page: usize,
) -> Result<Vec<T>, Error> {
    let content = app.store().run_page(capability, id, kind, page).await?;
    content.map_or_else(|| Ok(Vec::new()), |bytes| pages::open(&bytes))
}
