//! Attached files: how many there are, and which of them have no content where contents are kept.

use super::{Finding, Health, finding};
use crate::{App, Error, files};

/// Files that are named one by one.
const NAMED: usize = 10;

/// Counts them, and looks for their contents.
pub(super) async fn findings(app: &App) -> Result<Vec<Finding>, Error> {
    let (count, absent) = match files::absent(app).await {
        Err(Error::Files(error)) => {
            return Ok(vec![finding("files-away", Health::Wrong, &error)]);
        }
        found => found?,
    };
    let mut findings = vec![finding("files", Health::Good, &count)];
    if !absent.is_empty() {
        let named: Vec<&str> = absent.iter().take(NAMED).map(String::as_str).collect();
        let more = absent.len().saturating_sub(NAMED);
        let more = if more > 0 {
            format!(" + {more}")
        } else {
            String::new()
        };
        let told = format!("{}{more}", named.join(", "));
        findings.push(finding("files-missing", Health::Wrong, &told));
    }
    Ok(findings)
}
