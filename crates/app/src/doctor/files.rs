//! Attached files: how many there are, and which of them have no content where contents are kept.

use super::{Finding, Health, finding};
use crate::{App, Error, files};

/// Files that are named one by one.
const NAMED: usize = 10;

/// Counts them, and looks for their contents. A place that does not answer is a finding.
pub(super) async fn findings(app: &App) -> Result<Vec<Finding>, Error> {
    match looked(app).await {
        Err(Error::Files(error)) => Ok(vec![finding("files-away", Health::Wrong, &error)]),
        found => found,
    }
}

async fn looked(app: &App) -> Result<Vec<Finding>, Error> {
    let (count, absent) = files::absent(app).await?;
    let mut findings = vec![finding("files", Health::Good, &count)];
    if !absent.is_empty() {
        let named: Vec<&str> = absent.iter().take(NAMED).map(String::as_str).collect();
        let more = match absent.len().saturating_sub(NAMED) {
            0 => String::new(),
            more => format!(" + {more}"),
        };
        let told = format!("{}{more}", named.join(", "));
        findings.push(finding("files-missing", Health::Wrong, &told));
    }
    if files::is_foreign(app).await? {
        findings.push(finding("files-foreign", Health::Doubtful, &""));
    }
    Ok(findings)
}
