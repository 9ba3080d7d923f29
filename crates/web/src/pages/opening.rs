//! Whether a place is open, in words: the state, the hours that matter, and how well they are known.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Utc};
use chrono_tz::Tz;
use portulan_charts::PointState;
use portulan_freshness::Outlook;
use portulan_hours::{OpenState, Zone};
use portulan_i18n::{Lang, Words, day_relative, listed, moment, opening, time_range, weekday};
use portulan_model::{Place, PlaceField, Standing};
use portulan_search::{Basis, Opening, Part, Wanted, When};

use super::sure;

/// What a card and a page say of opening.
pub(crate) struct OpeningView {
    /// `is-open`, `is-closed`, `is-unknown`, `is-doubtful`: never the only sign, words stand beside.
    pub(crate) class: &'static str,
    pub(crate) state: String,
    /// The hours that answer, in large: "10 h – 12 h 30", "jusqu'à 18 h 30", "appelez".
    pub(crate) hours: String,
    /// Whose hours, of help or of the building, and how well they are known.
    pub(crate) known: String,
    pub(crate) shape: PointState,
}

/// The clock of a place.
pub(crate) fn clock(place: &Place) -> Tz {
    zone(place).clock()
}

/// The zone of a place: European France where its commune is unknown.
pub(crate) fn zone(place: &Place) -> Zone {
    Zone::of(place.record.address.insee)
}

/// The words for the opening of a place.
pub(crate) fn view(
    lang: Lang,
    place: &Place,
    found: &Opening,
    when: Option<&When>,
    now: DateTime<Utc>,
) -> OpeningView {
    let words = Words::new(lang);
    let local = now.with_timezone(&clock(place)).naive_local();
    let field = if found.basis == Basis::Sessions {
        PlaceField::Permanences
    } else {
        PlaceField::Horaires
    };
    let asked = when
        .filter(|when| !matches!(when, When::Now))
        .zip(found.wanted.as_ref());
    let (state, said, hours) = match asked {
        Some((when, wanted)) => (
            wanted.state,
            wanted_words(lang, when, wanted, local),
            ranges(lang, &wanted.ranges),
        ),
        None => present(lang, place, found, local),
    };
    if state == OpenState::Unknown {
        return OpeningView {
            class: class(state),
            state: said,
            hours: words.get("opening-call"),
            known: String::new(),
            shape: shape(state),
        };
    }
    let standing = Outlook::of_field(&place.record, field).on(local.date());
    let doubtful = state == OpenState::Open && standing == Standing::ToVerify;
    let known = sure::of_field(lang, place, field, local.date());
    OpeningView {
        class: if doubtful {
            "is-doubtful"
        } else {
            class(state)
        },
        state: if doubtful {
            words.with("opening-probable", &[("state", said.into())])
        } else {
            said
        },
        hours,
        known: basis(found.basis)
            .map(|basis| format!("{}, {known}", words.get(basis)))
            .unwrap_or_default(),
        shape: shape(state),
    }
}

/// "ouvert samedi matin".
fn wanted_words(lang: Lang, when: &When, wanted: &Wanted, local: NaiveDateTime) -> String {
    let id = match wanted.state {
        OpenState::Open => "open-wanted",
        OpenState::Closed => "closed-wanted",
        OpenState::Unknown => "unknown-wanted",
    };
    Words::new(lang).with(id, &[("when", when_words(lang, when, local).into())])
}

/// "ouvert", "jusqu'à 12 h 30".
fn present(
    lang: Lang,
    place: &Place,
    found: &Opening,
    local: NaiveDateTime,
) -> (OpenState, String, String) {
    let next = found
        .next_change
        .map(|at| at.with_timezone(&clock(place)).naive_local());
    let line = opening(lang, is_open(found.now), next, local);
    (found.now, line.state, line.then.unwrap_or_default())
}

const fn basis(basis: Basis) -> Option<&'static str> {
    match basis {
        Basis::Sessions => Some("opening-basis-sessions"),
        Basis::Building => Some("opening-basis-building"),
        Basis::Nothing => None,
    }
}

/// `None` where nobody knows: nobody is told "closed" for want of knowledge.
pub(crate) const fn is_open(state: OpenState) -> Option<bool> {
    match state {
        OpenState::Open => Some(true),
        OpenState::Closed => Some(false),
        OpenState::Unknown => None,
    }
}

pub(crate) const fn class(state: OpenState) -> &'static str {
    match state {
        OpenState::Open => "is-open",
        OpenState::Closed => "is-closed",
        OpenState::Unknown => "is-unknown",
    }
}

const fn shape(state: OpenState) -> PointState {
    match state {
        OpenState::Open => PointState::Open,
        OpenState::Closed => PointState::Closed,
        OpenState::Unknown => PointState::Unknown,
    }
}

/// "10 h – 12 h 30 et 14 h – 17 h".
fn ranges(lang: Lang, ranges: &[(NaiveDateTime, NaiveDateTime)]) -> String {
    listed(
        lang,
        ranges
            .iter()
            .map(|(from, to)| time_range(lang, from.time(), to.time()))
            .collect(),
    )
}

/// A moment that was asked, in words: "maintenant", "samedi matin", "ce soir", "lundi à 10 h".
pub(crate) fn when_words(lang: Lang, when: &When, now: NaiveDateTime) -> String {
    match when {
        When::Now => Words::new(lang).get("when-now"),
        When::At(at) => moment(lang, *at, now),
        When::Date(date, part) => part_words(
            lang,
            day_relative(lang, *date, now.date()),
            *part,
            *date == now.date(),
        ),
        When::Weekday(day, part) => part_words(lang, weekday(lang, *day), *part, false),
    }
}

fn part_words(lang: Lang, day: String, part: Part, today: bool) -> String {
    let words = Words::new(lang);
    let slug = match part {
        Part::All => return day,
        Part::Morning => "matin",
        Part::Afternoon => "apres-midi",
        Part::Evening => "soir",
    };
    if today {
        return words.get(&format!("when-today-{slug}"));
    }
    words.with(&format!("when-{slug}"), &[("day", day.into())])
}

/// The Monday of a week.
pub(crate) fn monday(day: NaiveDate) -> NaiveDate {
    let since = u64::from(day.weekday().num_days_from_monday());
    day.checked_sub_days(chrono::Days::new(since))
        .unwrap_or(day)
}
