//! When something takes place: opening hours, or a session with its dates.

use chrono::{DateTime, Days, NaiveDate, Utc};
use portulan_model::{Session, SessionTime};

use crate::error::HoursError;
use crate::hours::{Hours, minute, moment};
use crate::rules::OpenState;
use crate::week::Range;
use crate::zone::Zone;

/// How far the next change is looked for, in days.
const HORIZON: u64 = 400;

/// Days and times at which a place is open or a session held. Equal timetables can be shared.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Timetable {
    /// Again and again.
    Recurring {
        /// The hours.
        hours: Hours,
        /// First day.
        from: Option<NaiveDate>,
        /// Last day.
        until: Option<NaiveDate>,
        /// Days without it.
        except: Vec<NaiveDate>,
    },
    /// Once.
    Once {
        /// Where the clock hangs.
        zone: Zone,
        /// The day.
        day: NaiveDate,
        /// First minute.
        from: u16,
        /// Minute after the last one.
        to: u16,
    },
}

impl From<Hours> for Timetable {
    fn from(hours: Hours) -> Self {
        Self::Recurring {
            hours,
            from: None,
            until: None,
            except: Vec::new(),
        }
    }
}

impl Timetable {
    /// The timetable of a session.
    pub fn of_session(session: &Session, zone: Zone) -> Result<Self, HoursError> {
        Ok(match &session.time {
            SessionTime::Recurring {
                osm,
                from,
                until,
                except,
            } => {
                let hours = Hours::parse(osm, zone)?;
                Self::Recurring {
                    hours,
                    from: *from,
                    until: *until,
                    except: except.clone(),
                }
            }
            SessionTime::Dated { day, start, end } => Self::Once {
                zone,
                day: *day,
                from: minute(*start),
                to: minute(*end).max(minute(*start)),
            },
        })
    }

    /// The same timetable without one day.
    #[must_use]
    pub fn without(mut self, date: NaiveDate) -> Self {
        match &mut self {
            Self::Recurring { except, .. } => except.push(date),
            Self::Once { day, from, to, .. } if *day == date => *to = *from,
            Self::Once { .. } => {}
        }
        self
    }

    /// The zone of its clock.
    #[must_use]
    pub const fn zone(&self) -> Zone {
        match self {
            Self::Recurring { hours, .. } => hours.zone(),
            Self::Once { zone, .. } => *zone,
        }
    }

    /// What is open or unknown on a day, in order.
    #[must_use]
    pub fn day(&self, date: NaiveDate) -> Vec<Range> {
        match self {
            Self::Recurring {
                hours,
                from,
                until,
                except,
            } => {
                let outside =
                    from.is_some_and(|first| date < first) || until.is_some_and(|last| date > last);
                if outside || except.contains(&date) {
                    Vec::new()
                } else {
                    hours.day(date)
                }
            }
            Self::Once { day, from, to, .. } if *day == date && from < to => {
                vec![Range {
                    from: *from,
                    to: *to,
                    state: OpenState::Open,
                    comment: None,
                }]
            }
            Self::Once { .. } => Vec::new(),
        }
    }

    /// State at an instant.
    #[must_use]
    pub fn state_at(&self, at: DateTime<Utc>) -> OpenState {
        let local = self.zone().local(at);
        state_in(&self.day(local.date()), minute(local.time()))
    }

    /// The instant at which the state next changes, within about a year.
    #[must_use]
    pub fn next_change(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let local = self.zone().local(at);
        let now = self.state_at(at);
        let mut from = minute(local.time());
        for ahead in 0..HORIZON {
            let day = local.date().checked_add_days(Days::new(ahead))?;
            let ranges = self.day(day);
            let edges = ranges
                .iter()
                .flat_map(|range| [range.from, range.to])
                .chain([0]);
            let mut edges: Vec<u16> = edges
                .filter(|edge| *edge >= from && *edge < crate::day::DAY)
                .collect();
            edges.sort_unstable();
            let change = edges
                .into_iter()
                .find(|edge| state_in(&ranges, *edge) != now);
            if let Some(edge) = change {
                return Some(self.zone().utc(moment(day, edge)));
            }
            from = 0;
        }
        None
    }
}

fn state_in(ranges: &[Range], minute: u16) -> OpenState {
    let holds = |range: &&Range| (range.from..range.to).contains(&minute);
    ranges
        .iter()
        .find(holds)
        .map_or(OpenState::Closed, |range| range.state)
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveTime, TimeZone};

    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    fn recurring(osm: &str) -> Timetable {
        Timetable::from(Hours::parse(osm, Zone::default()).unwrap())
    }

    #[test]
    fn a_session_is_held_within_its_dates_and_not_on_its_exceptions() {
        let Timetable::Recurring { hours, .. } = recurring("Tu 14:00-17:00") else {
            panic!("recurring")
        };
        let session = Timetable::Recurring {
            hours,
            from: Some(day(11, 3)),
            until: Some(day(11, 24)),
            except: vec![day(11, 10)],
        };
        let held: Vec<u32> = (1..=30)
            .filter(|n| !session.day(day(11, *n)).is_empty())
            .collect();
        assert_eq!(held, [3, 17, 24]);
    }

    #[test]
    fn a_dated_session_is_held_once() {
        let session = Session {
            key: "a".into(),
            title: None,
            services: [].into_iter().collect(),
            publics: [].into_iter().collect(),
            time: SessionTime::Dated {
                day: day(12, 1),
                start: NaiveTime::from_hms_opt(9, 30, 0).unwrap(),
                end: NaiveTime::from_hms_opt(11, 0, 0).unwrap(),
            },
            mode: portulan_model::SessionMode::OnSite,
            access: portulan_model::SessionAccess::WalkIn,
            audience: portulan_model::SessionAudience::Residents,
            capacity: None,
        };
        let table = Timetable::of_session(&session, Zone::default()).unwrap();
        let before = Utc.with_ymd_and_hms(2026, 11, 28, 9, 0, 0).unwrap();
        let start = Utc.with_ymd_and_hms(2026, 12, 1, 8, 30, 0).unwrap();
        assert_eq!(table.next_change(before), Some(start));
        assert_eq!(table.state_at(start), OpenState::Open);
        assert_eq!(
            table.next_change(start),
            Some(Utc.with_ymd_and_hms(2026, 12, 1, 10, 0, 0).unwrap())
        );
        assert_eq!(
            table.next_change(Utc.with_ymd_and_hms(2026, 12, 1, 10, 0, 0).unwrap()),
            None
        );
    }

    #[test]
    fn hours_and_their_timetable_agree() {
        let table = recurring("Mo-Fr 09:00-12:00,14:00-18:00; Sa 22:00-02:00; PH off");
        let Timetable::Recurring { hours, .. } = &table else {
            panic!("recurring")
        };
        let start = Utc.with_ymd_and_hms(2026, 12, 20, 0, 0, 0).unwrap();
        for quarter in 0..(14 * 96) {
            let at = start + chrono::Duration::minutes(15 * quarter);
            assert_eq!(table.state_at(at), hours.state_at(at), "{at}");
            assert_eq!(table.next_change(at), hours.next_change(at), "{at}");
        }
    }
}
