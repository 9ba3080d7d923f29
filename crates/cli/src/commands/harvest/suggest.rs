//! `harvest suggest`: a first mapping, in Portulan's own format, for a person to correct.

use std::path::Path;

use portulan_harvest::mapping::suggest::{SAMPLE, suggest as propose};

use super::open_list;
use crate::args::ListArgs;
use crate::outcome::{Failure, say};
use crate::words::{format_error, words};

/// Proposes a mapping from the first rows of a list.
pub(crate) fn suggest(file: &Path, list: &ListArgs) -> Result<(), Failure> {
    let rows = open_list(file, list)?
        .take(SAMPLE)
        .collect::<Result<Vec<_>, _>>()
        .map_err(|error| Failure::Refused(format_error(&error)))?;
    let words = words();
    say(&propose(&rows).written(&|told| words.told(told)));
    Ok(())
}
