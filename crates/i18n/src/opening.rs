//! Says whether a place is open, and what comes next.

use chrono::NaiveDateTime;

use crate::known::moment;
use crate::lang::Lang;
use crate::times::time;
use crate::words::Words;

/// A state in words, and what follows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// "ouvert", "fermé", "horaires inconnus".
    pub state: String,
    /// "jusqu'à 18 h 30", "ouvre demain à 9 h", "appelez avant de venir".
    pub then: Option<String>,
}

/// The state of a place now, with its next change; both times are those of the place's own clock.
/// `open` is `None` where the hours are unknown: nobody is ever told "closed" for want of knowledge.
#[must_use]
pub fn opening(
    lang: Lang,
    open: Option<bool>,
    next_change: Option<NaiveDateTime>,
    now: NaiveDateTime,
) -> Line {
    let words = Words::new(lang);
    let (state, then) = match open {
        Some(true) => ("open-now", next_change.map(|at| ("open-until", at))),
        Some(false) => ("closed-now", next_change.map(|at| ("opens-at", at))),
        None => {
            return Line {
                state: words.get("hours-unknown"),
                then: Some(words.get("hours-unknown-call")),
            };
        }
    };
    let then = then.map(|(id, at)| {
        let same_day = at.date() == now.date();
        let id = if state == "open-now" && same_day {
            "open-until-time"
        } else {
            id
        };
        words.with(
            id,
            &[
                ("moment", moment(lang, at, now).into()),
                ("time", time(lang, at.time()).into()),
            ],
        )
    });
    Line {
        state: words.get(state),
        then,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    #[rstest]
    #[case(
        Some(true),
        Some("2026-11-25T18:30:00"),
        "ouvert",
        Some("jusqu’à 18\u{A0}h\u{A0}30")
    )]
    #[case(
        Some(true),
        Some("2026-11-26T00:00:00"),
        "ouvert",
        Some("jusqu’à demain à 0\u{A0}h")
    )]
    #[case(Some(true), None, "ouvert", None)]
    #[case(
        Some(false),
        Some("2026-11-25T14:00:00"),
        "fermé",
        Some("ouvre à 14\u{A0}h")
    )]
    #[case(
        Some(false),
        Some("2026-11-26T09:00:00"),
        "fermé",
        Some("ouvre demain à 9\u{A0}h")
    )]
    #[case(
        Some(false),
        Some("2026-11-30T10:00:00"),
        "fermé",
        Some("ouvre lundi à 10\u{A0}h")
    )]
    #[case(None, None, "horaires inconnus", Some("appelez avant de venir"))]
    fn the_state_says_what_comes_next(
        #[case] open: Option<bool>,
        #[case] next: Option<&str>,
        #[case] said: &str,
        #[case] then: Option<&str>,
    ) {
        let line = opening(Lang::Fr, open, next.map(at), at("2026-11-25T11:00:00"));
        assert_eq!(
            line,
            Line {
                state: said.to_owned(),
                then: then.map(str::to_owned)
            }
        );
    }
}
