//! Until when a field, a group of fields or a whole place is confirmed, then probable: worked out once, read any day.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use portulan_model::{FieldOrigin, Mobility, PlaceField, PlaceRecord, Standing};

use crate::decay::{Decay, Span};
use crate::value::Value;

/// Days of advance that a date may have: lists are stamped in other time zones.
const AHEAD: u64 = 1;

/// Last days of "confirmé" and of "probable" for each value, of a place that stays and of one that goes about: worked
/// out once, since a directory asks for millions.
static LAST_DAYS: LazyLock<BTreeMap<(Value, bool), (u64, u64)>> = LazyLock::new(|| {
    let decay = Decay::in_use();
    let values = decay.rates.keys();
    values
        .flat_map(|value| [(*value, false), (*value, true)])
        .map(|(value, itinerant)| {
            let last = |likelihood| u64::from(decay.days_at(value, itinerant, likelihood));
            let days = (last(decay.confirmed), last(decay.probable));
            ((value, itinerant), days)
        })
        .collect()
});

/// The fields that a visitor looks at together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// Opening hours and sessions of help.
    Hours,
    /// Telephone, e-mail, site.
    Contact,
    /// The door.
    Address,
    /// What is done there.
    Services,
}

impl Group {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Hours, Self::Contact, Self::Address, Self::Services];

    /// The word of the API and of messages.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Hours => "horaires",
            Self::Contact => "contact",
            Self::Address => "adresse",
            Self::Services => "services",
        }
    }

    /// Its fields: those that decide what is said of it.
    #[must_use]
    pub const fn fields(self) -> &'static [PlaceField] {
        match self {
            Self::Hours => &[PlaceField::Horaires, PlaceField::Permanences],
            Self::Contact => &[PlaceField::Contact],
            Self::Address => &[PlaceField::Adresse],
            Self::Services => &[PlaceField::Services],
        }
    }

    /// The field of the group that a place gives and that is least sure on a day; nothing where it gives none.
    #[must_use]
    pub fn weakest(self, record: &PlaceRecord, today: NaiveDate) -> Option<PlaceField> {
        weakest(record, self.given(record), today)
    }

    fn given(self, record: &PlaceRecord) -> impl Iterator<Item = PlaceField> {
        let fields = self.fields().iter().copied();
        fields.filter(|field| !field.is_absent(record))
    }
}

/// Of all that a place gives, the field that is least sure on a day.
#[must_use]
pub fn weakest_field(record: &PlaceRecord, today: NaiveDate) -> Option<PlaceField> {
    let given = Group::ALL.into_iter().flat_map(|group| group.given(record));
    weakest(record, given, today)
}

fn weakest(
    record: &PlaceRecord,
    fields: impl Iterator<Item = PlaceField>,
    today: NaiveDate,
) -> Option<PlaceField> {
    fields.min_by_key(|field| {
        let outlook = Outlook::of_field(record, *field);
        (Reverse(outlook.on(today)), outlook.probable)
    })
}

/// Until when something may be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Outlook {
    /// The day on which it was said; nothing where no date is known, and then it is never trusted.
    from: Option<NaiveDate>,
    /// Last day on which it is confirmed; nothing where the place did not say so itself.
    confirmed: Option<NaiveDate>,
    /// Last day on which it is probable.
    probable: Option<NaiveDate>,
}

impl Outlook {
    /// Of a value that has an origin.
    #[must_use]
    pub fn of_origin(value: Value, origin: &FieldOrigin, itinerant: bool) -> Self {
        let Some((from, (confirmed, probable))) = origin
            .dated
            .zip(LAST_DAYS.get(&(value, itinerant)).copied())
        else {
            return Self::default();
        };
        let by_place = origin.confirmed_by_place.then_some(confirmed);
        Self {
            from: Some(from),
            confirmed: by_place.and_then(|days| from.checked_add_days(Days::new(days))),
            probable: from.checked_add_days(Days::new(probable)),
        }
    }

    /// Of a field of a place.
    #[must_use]
    pub fn of_field(record: &PlaceRecord, field: PlaceField) -> Self {
        let origin = record.provenance.origin(field);
        Self::of_origin(Value::of(field), origin, goes_about(record))
    }

    /// Of a group: all the fields that the place gives must hold. Nothing where it gives none.
    #[must_use]
    pub fn of_group(record: &PlaceRecord, group: Group) -> Option<Self> {
        let fields = group.given(record);
        fields
            .map(|field| Self::of_field(record, field))
            .reduce(Self::and)
    }

    /// Of a whole place: a visitor needs each group that it gives.
    #[must_use]
    pub fn of_place(record: &PlaceRecord) -> Self {
        let groups = Group::ALL.into_iter();
        groups
            .filter_map(|group| Self::of_group(record, group))
            .reduce(Self::and)
            .unwrap_or_default()
    }

    /// Last day on which it is confirmed.
    #[must_use]
    pub const fn confirmed_until(self) -> Option<NaiveDate> {
        self.confirmed
    }

    /// Last day on which it is probable.
    #[must_use]
    pub const fn probable_until(self) -> Option<NaiveDate> {
        self.probable
    }

    /// What to say of it on a day.
    #[must_use]
    pub fn on(self, today: NaiveDate) -> Standing {
        let tomorrow = today.checked_add_days(Days::new(AHEAD)).unwrap_or(today);
        if self.from.is_none_or(|from| from > tomorrow) {
            return Standing::ToVerify;
        }
        if self.confirmed.is_some_and(|last| today <= last) {
            return Standing::Confirmed;
        }
        if self.probable.is_some_and(|last| today <= last) {
            return Standing::Probable;
        }
        Standing::ToVerify
    }

    /// Both must hold: each date is the earlier one, and the day it was said the later one.
    #[must_use]
    fn and(self, other: Self) -> Self {
        Self {
            from: self.from.zip(other.from).map(|(one, other)| one.max(other)),
            confirmed: earlier(self.confirmed, other.confirmed),
            probable: earlier(self.probable, other.probable),
        }
    }
}

fn earlier(one: Option<NaiveDate>, other: Option<NaiveDate>) -> Option<NaiveDate> {
    one.zip(other).map(|(one, other)| one.min(other))
}

/// Whether a place goes about, and only that.
pub(crate) fn goes_about(record: &PlaceRecord) -> bool {
    record.mobility.contains(Mobility::Roving) && !record.mobility.contains(Mobility::Fixed)
}

/// The span of an origin on a day; nothing where it has no date, or one that is still to come.
pub(crate) fn span(origin: &FieldOrigin, itinerant: bool, today: NaiveDate) -> Option<Span> {
    let days = (today - origin.dated?).num_days();
    let days = if days == -1 { 0 } else { days };
    Some(Span {
        days: u32::try_from(days).ok()?,
        opening_days: 0,
        itinerant,
    })
}

#[cfg(test)]
mod tests {
    use portulan_model::{
        Service, Session, SessionAccess, SessionAudience, SessionMode, SessionTime, Slug, ValueSet,
    };
    use portulan_testkit::builders::PlaceBuilder;
    use proptest::prelude::*;

    use super::*;
    use crate::decay::Kind;

    const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();

    fn ago(days: u64) -> NaiveDate {
        TODAY.checked_sub_days(Days::new(days)).unwrap()
    }

    fn said(days: u64, confirmed_by_place: bool) -> FieldOrigin {
        FieldOrigin {
            source: "demonstration".parse::<Slug>().unwrap(),
            dated: Some(ago(days)),
            confirmed_by_place,
        }
    }

    fn record(change: impl FnOnce(&mut PlaceRecord)) -> PlaceRecord {
        let place = PlaceBuilder::new(1).with(|record| {
            record.hours = Some("Mo-Fr 09:00-17:00".to_owned());
            record.contact.phones = vec!["+33200000001".to_owned()];
            record.services = [Service::Paperwork].into_iter().collect();
            record.provenance.record = said(10, true);
            change(record);
        });
        place.build().record.clone()
    }

    fn session() -> Session {
        Session {
            key: "a".to_owned(),
            title: None,
            services: ValueSet::EMPTY,
            publics: ValueSet::EMPTY,
            time: SessionTime::Recurring {
                osm: "We 14:00-17:00".to_owned(),
                from: None,
                until: None,
                except: Vec::new(),
            },
            mode: SessionMode::OnSite,
            access: SessionAccess::Unknown,
            audience: SessionAudience::Residents,
            capacity: None,
        }
    }

    #[test]
    fn the_weakest_group_speaks_for_the_place() {
        let all_sure = record(|_| {});
        assert_eq!(Outlook::of_place(&all_sure).on(TODAY), Standing::Confirmed);
        let old_hours = record(|record| {
            let fields = &mut record.provenance.fields;
            fields.insert(PlaceField::Horaires, said(600, true));
        });
        let of = |group| Outlook::of_group(&old_hours, group).unwrap().on(TODAY);
        assert_eq!(of(Group::Hours), Standing::ToVerify);
        assert_eq!(of(Group::Address), Standing::Confirmed);
        assert_eq!(Outlook::of_place(&old_hours).on(TODAY), Standing::ToVerify);
    }

    #[test]
    fn of_one_day_the_door_is_surer_than_the_hours() {
        let place = record(|record| record.provenance.record = said(450, true));
        let of = |group| Outlook::of_group(&place, group).unwrap().on(TODAY);
        assert_eq!(of(Group::Address), Standing::Confirmed);
        assert_eq!(of(Group::Hours), Standing::ToVerify);
    }

    #[test]
    fn the_weakest_field_is_as_sure_as_what_is_said_of_all() {
        let place = record(|record| {
            record.sessions = vec![session()];
            let fields = &mut record.provenance.fields;
            fields.insert(PlaceField::Permanences, said(2, false));
        });
        let field = Group::Hours.weakest(&place, TODAY).unwrap();
        assert_eq!(field, PlaceField::Permanences);
        let group = Outlook::of_group(&place, Group::Hours).unwrap();
        assert_eq!(group.on(TODAY), Standing::Probable);
        assert_eq!(
            Outlook::of_field(&place, field).on(TODAY),
            Standing::Probable
        );
        assert_eq!(weakest_field(&place, TODAY), Some(PlaceField::Permanences));
    }

    #[test]
    fn what_is_not_given_says_nothing() {
        let without = record(|record| record.hours = None);
        assert_eq!(Outlook::of_group(&without, Group::Hours), None);
        assert_eq!(Outlook::of_place(&without).on(TODAY), Standing::Confirmed);
    }

    #[test]
    fn a_date_to_come_or_no_date_is_not_believed() {
        for dated in [None, TODAY.checked_add_days(Days::new(9))] {
            let place = record(|record| record.provenance.record.dated = dated);
            assert_eq!(Outlook::of_place(&place).on(TODAY), Standing::ToVerify);
        }
    }

    proptest! {
        #[test]
        fn the_dates_say_what_the_curve_says(days in 0..900_u32, by_place: bool, itinerant: bool) {
            for field in PlaceField::ALL {
                let (value, origin) = (Value::of(field), said(days.into(), by_place));
                let found = Outlook::of_origin(value, &origin, itinerant).on(TODAY);
                let span = span(&origin, itinerant, TODAY).unwrap();
                let kind = if by_place { Kind::ByPlace } else { Kind::BySource };
                prop_assert_eq!(found, Decay::in_use().standing(value, kind, span));
            }
        }
    }
}
