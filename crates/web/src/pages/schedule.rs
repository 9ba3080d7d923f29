//! Weeks and sessions as pages show them.

use chrono::{Days, NaiveDate, NaiveDateTime};
use portulan_hours::{Day, Hours, OpenState, Range, Timetable};
use portulan_i18n::{
    Arg, DayRanges, Lang, ListWords, Words, date, listed, moment, range, ranges_words, time,
    time_range, week_sentence, weekday,
};
use portulan_model::{
    DayNotice, Place, Service, Session, SessionAccess, SessionAudience, SessionMode, SessionTime,
};

use super::opening::zone;
use super::visit::Visit;

/// How far the next time of a session is looked for, in days.
const HORIZON: u64 = 60;

/// A day of a week table.
pub(crate) struct DayRow {
    pub(crate) day: String,
    pub(crate) hours: String,
    pub(crate) today: bool,
}

/// A session as people read it.
pub(crate) struct SessionView {
    pub(crate) title: String,
    pub(crate) when: String,
    /// "prochaine fois : demain à 14 h".
    pub(crate) next: Option<String>,
    /// Services, access, seats: short facts.
    pub(crate) facts: Vec<String>,
}

/// The building hours of a place, where they can be read.
pub(crate) fn building(place: &Place) -> Option<Hours> {
    Hours::parse(place.record.hours.as_deref()?, zone(place)).ok()
}

/// The week from a Monday, a row per day.
pub(crate) fn week_rows(
    lang: Lang,
    hours: &Hours,
    monday: NaiveDate,
    today: NaiveDate,
) -> Vec<DayRow> {
    hours
        .week(monday)
        .iter()
        .map(|day| day_row(lang, day, today))
        .collect()
}

fn day_row(lang: Lang, day: &Day, today: NaiveDate) -> DayRow {
    let words = Words::new(lang);
    let hours = ranges_of(lang, &day.ranges);
    DayRow {
        day: weekday(lang, chrono::Datelike::weekday(&day.date)),
        hours: match &day.holiday {
            Some(_) => words.with("place-holiday", &[("hours", hours.into())]),
            None => hours,
        },
        today: day.date == today,
    }
}

/// "9 h – 12 h et 14 h – 17 h"; what is not sure is said so.
fn ranges_of(lang: Lang, ranges: &[Range]) -> String {
    if ranges.is_empty() {
        return ranges_words(lang, &[]);
    }
    let words = Words::new(lang);
    let said = ranges.iter().map(|part| {
        let times = range(lang, part.from, part.to);
        match (part.state, &part.comment) {
            (OpenState::Unknown, Some(comment)) => format!("{times} ({comment})"),
            (OpenState::Unknown, None) => words.with("place-maybe", &[("hours", times.into())]),
            _ => times,
        }
    });
    listed(lang, said.collect())
}

/// The week as one sentence.
pub(crate) fn sentence(lang: Lang, hours: &Hours, monday: NaiveDate) -> String {
    week_sentence(lang, &hours.week(monday).map(|day| pairs(&day.ranges)))
}

fn pairs(ranges: &[Range]) -> DayRanges {
    ranges.iter().map(|range| (range.from, range.to)).collect()
}

/// Sessions for residents; those of the past are left out.
pub(crate) fn sessions(lang: Lang, place: &Place, now: NaiveDateTime) -> Vec<SessionView> {
    residents(place)
        .filter_map(|session| session_view(lang, place, session, now))
        .collect()
}

/// What is said of sessions for today: it comes before everything else.
pub(crate) fn notices(visit: &Visit, place: &Place) -> Vec<String> {
    let words = Words::new(visit.lang);
    let said = visit.directory.notices(&place.id, visit.now);
    let told = |notice: &DayNotice| {
        let mut sessions = place.record.sessions.iter();
        let session = sessions.find(|session| session.key == notice.session)?;
        let title = session.title.clone();
        let told = [
            (
                "session",
                title.unwrap_or_else(|| words.get("place-session")).into(),
            ),
            ("words", notice.words.clone().unwrap_or_default().into()),
        ];
        let more = if notice.words.is_some() { "-more" } else { "" };
        Some(words.with(&format!("day-told-{}{more}", notice.kind.slug()), &told))
    };
    said.filter_map(told).collect()
}

fn residents(place: &Place) -> impl Iterator<Item = &Session> {
    place
        .record
        .sessions
        .iter()
        .filter(|session| session.audience == SessionAudience::Residents)
}

fn session_view(
    lang: Lang,
    place: &Place,
    session: &Session,
    now: NaiveDateTime,
) -> Option<SessionView> {
    let words = Words::new(lang);
    let table = Timetable::of_session(session, zone(place)).ok()?;
    let next = next_time(&table, now);
    let when = match &session.time {
        SessionTime::Dated { day, start, end } => {
            next?;
            format!("{}, {}", date(lang, *day), time_range(lang, *start, *end))
        }
        SessionTime::Recurring { osm, .. } => {
            let hours = Hours::parse(osm, zone(place)).ok()?;
            sentence_open_days(lang, &hours, super::opening::monday(now.date()))
        }
    };
    let coming = next.map(|(from, to)| {
        if from <= now {
            words.with("place-now", &[("time", time(lang, to.time()).into())])
        } else {
            words.with("place-next", &[("moment", moment(lang, from, now).into())])
        }
    });
    Some(SessionView {
        title: session
            .title
            .clone()
            .unwrap_or_else(|| words.get("place-session")),
        when,
        next: coming.filter(|_| matches!(session.time, SessionTime::Recurring { .. })),
        facts: facts(words, session),
    })
}

/// The week of a session: only the days on which it is held. The week looked at is the next one without holidays
/// among four, so that a session is not said to be off because this week has one.
fn sentence_open_days(lang: Lang, hours: &Hours, monday: NaiveDate) -> String {
    let weeks = (0..4).filter_map(|ahead| monday.checked_add_days(Days::new(ahead * 7)));
    let best = weeks.max_by_key(|monday| {
        let days = hours.week(*monday);
        (
            days.iter().filter(|day| !day.ranges.is_empty()).count(),
            std::cmp::Reverse(*monday),
        )
    });
    let days = hours.week(best.unwrap_or(monday));
    let week: [DayRanges; 7] = days.map(|day| pairs(&day.ranges));
    let groups = portulan_i18n::week_groups(lang, &week);
    let open = groups.into_iter().filter(|group| !group.closed);
    let said: Vec<String> = open
        .map(|group| format!("{} {}", group.days, group.hours))
        .collect();
    said.join(" ; ")
}

fn facts(words: Words, session: &Session) -> Vec<String> {
    let lang = words.lang();
    let mode = match session.mode {
        SessionMode::OnSite => None,
        SessionMode::Phone => Some("session-phone"),
        SessionMode::Roving => Some("session-roving"),
    };
    let access = match session.access {
        SessionAccess::Unknown => None,
        SessionAccess::WalkIn => Some("session-walk-in"),
        SessionAccess::Appointment => Some("session-appointment"),
    };
    let seats = session
        .capacity
        .map(|n| words.with("session-seats", &[("n", Arg::from(u32::from(n)))]));
    let services: Vec<String> = session
        .services
        .iter()
        .map(|service: Service| service.short(lang))
        .collect();
    let services = (!services.is_empty()).then(|| services.join(", "));
    let said = mode.into_iter().chain(access).map(|id| words.get(id));
    services.into_iter().chain(said).chain(seats).collect()
}

/// Start and end of the next time, or of the present one.
fn next_time(table: &Timetable, now: NaiveDateTime) -> Option<(NaiveDateTime, NaiveDateTime)> {
    let days = (0..HORIZON).filter_map(|ahead| now.date().checked_add_days(Days::new(ahead)));
    days.map(|day| (day, table.day(day)))
        .find_map(|(day, ranges)| {
            let mut times = ranges
                .iter()
                .map(|range| (at(day, range.from), at(day, range.to)));
            times.find(|(_, to)| *to > now)
        })
}

fn at(day: NaiveDate, minute: u16) -> NaiveDateTime {
    day.and_time(chrono::NaiveTime::MIN) + chrono::Duration::minutes(i64::from(minute))
}

/// When help is given on each day of a week: sessions where they are known, else the building.
pub(crate) fn week_of_help(lang: Lang, place: &Place, monday: NaiveDate) -> Option<WeekOfHelp> {
    let tables: Vec<Timetable> = residents(place)
        .filter_map(|session| Timetable::of_session(session, zone(place)).ok())
        .collect();
    let of_sessions = !tables.is_empty();
    let tables = if of_sessions {
        tables
    } else {
        vec![Timetable::from(building(place)?)]
    };
    let days = (0..7)
        .filter_map(|ahead| monday.checked_add_days(Days::new(ahead)))
        .map(|day| {
            let mut ranges: Vec<Range> = tables.iter().flat_map(|table| table.day(day)).collect();
            ranges.sort_by_key(|range| range.from);
            ranges
                .iter()
                .map(|part| range(lang, part.from, part.to).replace("\u{A0}–\u{A0}", "–"))
                .collect::<Vec<String>>()
                .join("\n")
        });
    Some(WeekOfHelp {
        days: days.collect(),
        of_sessions,
    })
}

/// A row of the poster.
pub(crate) struct WeekOfHelp {
    pub(crate) days: Vec<String>,
    pub(crate) of_sessions: bool,
}
