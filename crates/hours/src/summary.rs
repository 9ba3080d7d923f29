//! What hours say in general: enough to put them into a sentence.

use crate::day::DAY;
use crate::hours::Hours;
use crate::rules::{DateFilter, HolidayKind, OpenState, Rule, WeekdayRange};

/// What there is to add to a week table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// What is said of public holidays.
    pub public_holidays: Option<OpenState>,
    /// What is said of school holidays.
    pub school_holidays: Option<OpenState>,
    /// Whether weeks differ over the year: seasons, dates, odd and even weeks.
    pub varies: bool,
    /// Whether it is open day and night, always.
    pub always: bool,
}

impl Hours {
    /// What there is to add to a week table.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let rules = self.rules();
        let said = |kind| {
            rules
                .iter()
                .rev()
                .find(|rule| speaks_of(&rule.dates, kind))
                .map(|rule| rule.state)
        };
        Summary {
            public_holidays: said(HolidayKind::Public),
            school_holidays: said(HolidayKind::School),
            varies: rules.iter().any(varies),
            always: matches!(rules, [only] if always(only)),
        }
    }
}

fn speaks_of(filter: &DateFilter, kind: HolidayKind) -> bool {
    let in_days = filter
        .weekdays
        .iter()
        .any(|part| matches!(part, WeekdayRange::Holiday(part) if part.kind == kind));
    in_days || filter.holidays.iter().any(|part| part.kind == kind)
}

fn varies(rule: &Rule) -> bool {
    let dates = &rule.dates;
    let nth = dates
        .weekdays
        .iter()
        .any(|part| matches!(part, WeekdayRange::Nth { .. }));
    nth || !(dates.years.is_empty()
        && dates.months.is_empty()
        && dates.monthdays.is_empty()
        && dates.weeks.is_empty())
}

fn always(rule: &Rule) -> bool {
    let all_day = rule
        .times
        .iter()
        .all(|span| span.from == 0 && span.to == DAY);
    rule.dates.is_empty() && all_day && rule.state == OpenState::Open && rule.comment.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::zone::Zone;

    #[test]
    fn what_a_sentence_needs_is_told() {
        let summary = |text| Hours::parse(text, Zone::default()).unwrap().summary();
        let plain = Summary::default();
        assert_eq!(summary("Mo-Fr 09:00-12:00"), plain);
        assert_eq!(
            summary("Mo-Fr 09:00-12:00; PH,SH off"),
            Summary {
                public_holidays: Some(OpenState::Closed),
                school_holidays: Some(OpenState::Closed),
                ..plain
            }
        );
        assert_eq!(
            summary("Jul-Aug Mo 10:00-12:00"),
            Summary {
                varies: true,
                ..plain
            }
        );
        assert_eq!(
            summary("24/7"),
            Summary {
                always: true,
                ..plain
            }
        );
    }
}
