//! What has an end, and when: each period under the name of its constant, and the job that keeps them.
//!
//! `docs/personal-data.md` says the same to the people concerned: a test compares the two. Another one walks a clock over
//! every period, on both engines: there one second before, gone one second after.

use chrono::{Days, TimeDelta};
use portulan_model::proposals::Proposal;

use crate::{App, Error, audience, calls, editing, files, mail, operator, people, proposals};

/// How long something is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The table that holds it.
    pub table: &'static str,
    /// What it is.
    pub what: &'static str,
    /// The constant that says how long.
    pub constant: &'static str,
    /// How long.
    pub lasts: TimeDelta,
}

const fn period(
    table: &'static str,
    what: &'static str,
    constant: &'static str,
    lasts: TimeDelta,
) -> Period {
    Period {
        table,
        what,
        constant,
        lasts,
    }
}

/// The periods that are spans of time.
const SPANS: [Period; 13] = [
    period(
        "operator_link",
        "link of the operator",
        "operator::LINK_LASTS",
        operator::LINK_LASTS,
    ),
    period(
        "operator_session",
        "session of the operator",
        "operator::SESSION_LASTS",
        operator::SESSION_LASTS,
    ),
    period(
        "once",
        "link or code to sign in",
        "sign_in::LINK_LASTS",
        people::LINK_LASTS,
    ),
    period(
        "once",
        "link that whoever operates hands over",
        "sign_in::HANDED_LASTS",
        people::HANDED_LASTS,
    ),
    period(
        "person_session",
        "session of a person",
        "sessions::LASTS",
        people::SESSION_LASTS,
    ),
    period(
        "known_device",
        "browser that a person signed in with",
        "sign_in::DEVICE_LASTS",
        people::DEVICE_LASTS,
    ),
    period(
        "sign_in_failure",
        "failures to sign in",
        "sessions::FAILURES_KEPT",
        people::FAILURES_KEPT,
    ),
    period(
        "invitation",
        "invitation",
        "invitations::LASTS",
        people::INVITATION_LASTS,
    ),
    period(
        "draft",
        "draft of a form",
        "drafts::LASTS",
        editing::drafts::LASTS,
    ),
    period(
        "mail",
        "address and content of a mail",
        "deliver::KEPT",
        mail::KEPT,
    ),
    period(
        "proposal",
        "proposal whose address nobody proved",
        "Proposal::PROOF_AWAITED",
        Proposal::PROOF_AWAITED,
    ),
    period(
        "proposal_link",
        "link by which whoever proposed follows it",
        "submit::FOLLOWED",
        proposals::FOLLOWED,
    ),
    period(
        "unanswered_call",
        "call that a place did not answer",
        "calls::KEPT",
        calls::KEPT,
    ),
];

/// The periods that are counted in days.
const DAYS: [(&str, &str, Days); 2] = [
    (
        "contact and words of a decided proposal",
        "Proposal::CONTACT_KEPT",
        Proposal::CONTACT_KEPT,
    ),
    (
        "contact of a proposal that nobody decides",
        "Proposal::OPEN_CONTACT_KEPT",
        Proposal::OPEN_CONTACT_KEPT,
    ),
];

/// Every period that is counted in time; audience figures, whose days become months, have their own
/// ([`audience::DAYS_FOR`]).
#[must_use]
pub fn periods() -> Vec<Period> {
    let from = chrono::DateTime::UNIX_EPOCH;
    let in_days = DAYS.into_iter().map(|(what, constant, days)| {
        let lasts = from
            .checked_add_days(days)
            .map_or(TimeDelta::MAX, |to| to - from);
        period("proposal", what, constant, lasts)
    });
    SPANS.into_iter().chain(in_days).collect()
}

/// Forgets all that has passed its end. What fails waits for the next time, and stops nothing else.
pub async fn keep(app: &App) {
    let told = |what: &str, done: Result<(), Error>| {
        if let Err(error) = done {
            tracing::warn!(%error, what, "what has passed its end could not be forgotten");
        }
    };
    told("sessions, links, drafts", people::forget_past(app).await);
    told("proposals", proposals::keep(app).await.map(drop));
    told("mails", mail::blank_past(app).await);
    told("audience", audience::roll(app).await);
    told("contents of files", files::keep(app).await);
}

#[cfg(test)]
mod tests {
    use super::*;

    const REGISTER: &str = include_str!("../../../docs/personal-data.md");

    /// A span as the register writes it.
    fn in_french(span: TimeDelta) -> String {
        let (count, unit) = match (span.num_days(), span.num_hours(), span.num_minutes()) {
            (days, ..) if days > 0 => (days, "jour"),
            (_, hours, _) if hours > 0 => (hours, "heure"),
            (_, _, minutes) => (minutes, "minute"),
        };
        let plural = if count > 1 { "s" } else { "" };
        format!("| {count} {unit}{plural}")
    }

    #[test]
    fn the_register_says_every_period() {
        for period in periods() {
            let constant = format!("`{}`", period.constant);
            let mut lines = REGISTER.lines().filter(|line| line.contains(&constant));
            let line = lines.next();
            let line = line.unwrap_or_else(|| panic!("{} is not in the register", period.constant));
            let told = in_french(period.lasts);
            assert!(
                line.contains(&told),
                "{}: {told} in {line}",
                period.constant
            );
            assert!(line.contains(&format!("`{}`", period.table)), "{line}");
        }
        assert!(REGISTER.contains("13 mois par jour (`audience::DAYS_FOR`)"));
        assert_eq!(audience::DAYS_FOR, chrono::Months::new(13));
    }
}
