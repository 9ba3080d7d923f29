//! Rules written back in the grammar's own words, one way for each meaning.

use std::fmt::Write as _;

use crate::rules::{
    Anchor, Clock, DateFilter, DateRange, HolidayKind, HolidayRef, Link, OpenState, Rule, Span,
    WeekRange, WeekdayRange, YearRange,
};

const WEEKDAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

pub(crate) fn weekday(day: u8) -> &'static str {
    WEEKDAYS.get(usize::from(day)).copied().unwrap_or_default()
}

/// From January = 1.
pub(crate) fn month(month: u8) -> &'static str {
    MONTHS
        .get(usize::from(month.saturating_sub(1)))
        .copied()
        .unwrap_or_default()
}

pub(crate) fn holiday(kind: HolidayKind) -> &'static str {
    match kind {
        HolidayKind::Public => "PH",
        HolidayKind::School => "SH",
    }
}

pub(crate) fn state(state: OpenState) -> &'static str {
    match state {
        OpenState::Open => "open",
        OpenState::Closed => "off",
        OpenState::Unknown => "unknown",
    }
}

/// All rules.
pub(crate) fn text(rules: &[Rule]) -> String {
    let mut text = String::new();
    for (index, one) in rules.iter().enumerate() {
        if index > 0 {
            text.push_str(match one.link {
                Link::Normal => "; ",
                Link::Additional | Link::AdditionalFallback => ", ",
                Link::Fallback => " || ",
            });
        }
        text.push_str(&rule(one));
    }
    text
}

fn rule(rule: &Rule) -> String {
    let mut parts: Vec<String> = dates(&rule.dates);
    let times: Vec<String> = rule.times.iter().filter_map(span).collect();
    if !times.is_empty() {
        parts.push(times.join(","));
    }
    let always = parts.is_empty() && rule.state == OpenState::Open && !rule.explicit;
    if always && rule.comment.is_none() {
        parts.push("24/7".to_owned());
    }
    let only_comment =
        parts.is_empty() && rule.comment.is_some() && rule.state == OpenState::Unknown;
    let implied = match rule.state {
        OpenState::Open => !rule.explicit,
        OpenState::Closed => false,
        OpenState::Unknown => !rule.explicit && (rule.comment.is_some() || only_comment),
    };
    if !implied {
        parts.push(state(rule.state).to_owned());
    }
    if let Some(comment) = &rule.comment {
        parts.push(format!("\"{comment}\""));
    }
    parts.join(" ")
}

fn dates(filter: &DateFilter) -> Vec<String> {
    let mut parts = Vec::new();
    let mut push = |list: Vec<String>, head: &str| {
        if !list.is_empty() {
            parts.push(format!("{head}{}", list.join(",")));
        }
    };
    push(filter.years.iter().map(year).collect(), "");
    push(filter.months.iter().map(date).collect(), "");
    push(filter.monthdays.iter().map(date).collect(), "");
    push(filter.weeks.iter().map(week).collect(), "week ");
    push(filter.holidays.iter().map(holiday_ref).collect(), "");
    push(filter.weekdays.iter().map(weekday_range).collect(), "");
    parts
}

fn year(range: &YearRange) -> String {
    let mut text = range.from.to_string();
    match range.to {
        // A period alone runs on without end: `2024/2`.
        None if range.period > 1 => {}
        None => text.push('+'),
        Some(to) if to != range.from => {
            let _ = write!(text, "-{to}");
        }
        Some(_) => {}
    }
    // A period within one year or one week skips nothing.
    if range.period > 1 && range.to != Some(range.from) {
        let _ = write!(text, "/{}", range.period);
    }
    text
}

fn week(range: &WeekRange) -> String {
    let mut text = format!("{:02}", range.from);
    if range.to != range.from {
        let _ = write!(text, "-{:02}", range.to);
    }
    if range.period > 1 && range.to != range.from {
        let _ = write!(text, "/{}", range.period);
    }
    text
}

fn holiday_ref(part: &HolidayRef) -> String {
    format!("{}{}", holiday(part.kind), offset(part.offset))
}

fn offset(days: i64) -> String {
    match days {
        0 => String::new(),
        1 | -1 => format!(" {days:+} day"),
        _ => format!(" {days:+} days"),
    }
}

fn weekday_range(part: &WeekdayRange) -> String {
    match part {
        WeekdayRange::Days { from, to } if from == to => weekday(*from).to_owned(),
        WeekdayRange::Days { from, to } => format!("{}-{}", weekday(*from), weekday(*to)),
        WeekdayRange::Nth {
            weekday: day,
            nth,
            offset: days,
        } => {
            format!("{}[{nth}]{}", weekday(*day), offset(*days))
        }
        WeekdayRange::Holiday(part) => holiday_ref(part),
    }
}

fn date(range: &DateRange) -> String {
    match range {
        DateRange::Months { from, to } if from == to => month(*from).to_owned(),
        DateRange::Months { from, to } => format!("{}-{}", month(*from), month(*to)),
        DateRange::Days {
            year,
            month: of,
            from,
            to,
            period,
        } => {
            let mut text = format!("{}{} {from:02}", in_year(*year), month(*of));
            if to != from {
                let _ = write!(text, "-{to:02}");
            }
            if *period > 1 && to != from {
                let _ = write!(text, "/{period}");
            }
            text
        }
        DateRange::Between { from, to } => format!("{}-{}", anchor(from), anchor(to)),
        DateRange::Easter { year, offset: days } => {
            format!("{}easter{}", in_year(*year), offset(*days))
        }
    }
}

fn in_year(year: Option<i32>) -> String {
    year.map_or_else(String::new, |year| format!("{year} "))
}

fn anchor(anchor: &Anchor) -> String {
    match anchor {
        Anchor::Day {
            year,
            month: of,
            day,
        } => format!("{}{} {day:02}", in_year(*year), month(*of)),
        Anchor::Nth {
            year,
            month: of,
            weekday: day,
            nth,
            offset: days,
        } => {
            format!(
                "{}{} {}[{nth}]{}",
                in_year(*year),
                month(*of),
                weekday(*day),
                offset(*days)
            )
        }
        Anchor::Easter { year, offset: days } => {
            format!("{}easter{}", in_year(*year), offset(*days))
        }
    }
}

fn span(span: &Span) -> Option<String> {
    let Some(written) = span.written else {
        // The whole day, or the guessed part of an open end, which its own text brings back.
        return (!span.open_end).then(|| format!("{}-{}", hours(span.from), hours(span.to)));
    };
    let mut text = clock(written.from);
    if let Some(to) = written.to {
        let _ = write!(text, "-{}", clock(to));
    }
    if written.plus {
        text.push('+');
    }
    if let Some(period) = span.period {
        let _ = write!(text, "/{}", hours(period));
    }
    Some(text)
}

fn hours(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn clock(clock: Clock) -> String {
    let minutes = clock.minutes.unsigned_abs();
    let written = format!("{:02}:{:02}", minutes / 60, minutes % 60);
    match clock.sun {
        None => written,
        Some(event) if clock.minutes == 0 => event.word().to_owned(),
        Some(event) if clock.minutes > 0 => format!("({}+{written})", event.word()),
        Some(event) => format!("({}-{written})", event.word()),
    }
}
