//! `quand`: the forms of the contract, as [`When`] reads them.

use portulan_search::When;

use super::{Expected, Wrong};

/// `maintenant`, an instant, a date or a weekday, with its part of the day.
pub(super) fn when(value: &str) -> Result<When, Wrong> {
    value
        .parse()
        .map_err(|_not_a_moment| Wrong::Expected(Expected::Moment))
}
