//! The day itself: what happens to a session that very day, said by a link that needs no account.
//!
//! A link is signed for one session of one day and serves until that evening. It says nothing of who holds it: what it
//! does is written in the journal as done by the link.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use portulan_hours::Zone;
use portulan_model::journal::{Author, Deed, Entry};
use portulan_model::{CommuneCode, DayKind, DayNotice, Place, Service, Session};
use portulan_policy::{Actor, Capability, Node, actions::EditPlace, allow};
use serde_json::json;

use crate::signed::{Link, LinkError, Purpose};
use crate::{App, Error, Lead};

/// Who writes, in the journal and where a capability is asked.
const MACHINE: &str = "day-link";
/// Longest precision, in characters: a line of a page.
pub const WORDS_CHARS: usize = 140;
/// Most people counted at once.
const AT_ONCE: i64 = 20;

/// One session of one day, opened by its link.
#[derive(Debug, Clone, PartialEq)]
pub struct Pass {
    /// Its place.
    pub place: Place,
    /// The session.
    pub session: Session,
    /// The day.
    pub day: NaiveDate,
    /// When all is over.
    pub until: DateTime<Utc>,
}

/// The text of the link for a session of a day.
pub fn link(
    app: &App,
    _capability: &Capability<EditPlace>,
    place: &Place,
    session: &str,
    day: NaiveDate,
) -> Result<String, Error> {
    let subject = format!("{}/{day}/{session}", place.id);
    Ok(Link::new(
        Purpose::Day,
        subject,
        evening(place.record.address.insee, day),
    )
    .sign(app.key()?))
}

/// Opens a link.
pub fn open(app: &App, text: &str) -> Result<Pass, Error> {
    let link = Link::open(text, Purpose::Day, app.key()?, app.now())?;
    let mut parts = link.subject.splitn(3, '/');
    let mut next = || parts.next().ok_or(LinkError::Forged);
    let (place, day, key) = (next()?, next()?, next()?);
    let day: NaiveDate = day.parse().map_err(|_shape| LinkError::Forged)?;
    let directory = app.directory();
    let (Lead::Here(place) | Lead::Moved(place)) = directory.lead(place) else {
        return Err(LinkError::Expired.into());
    };
    let mut sessions = place.record.sessions.iter();
    let session = sessions.find(|session| session.key == key);
    Ok(Pass {
        session: session.cloned().ok_or(LinkError::Expired)?,
        until: evening(place.record.address.insee, day),
        place: Place::clone(place),
        day,
    })
}

/// Says what happens to the session, in the place of what was said before.
pub async fn say(
    app: &App,
    pass: &Pass,
    kind: DayKind,
    words: Option<String>,
) -> Result<(), Error> {
    let notice = DayNotice {
        place: pass.place.id,
        session: pass.session.key.clone(),
        day: pass.day,
        kind,
        words,
        until: pass.until,
    };
    // Free words may name somebody: they end with the day, and the journal does not.
    let after = json!({ "kind": kind.slug(), "session": pass.session.key, "day": pass.day });
    let after = Some(after.to_string());
    let entry = entry(app, pass, Deed::Updated, kind.slug(), after);
    let store = app.store();
    store
        .put_day_notice(&machine()?, &notice, app.now(), &entry)
        .await?;
    app.refresh().await
}

/// Takes back what was said; nothing happens where nothing was.
pub async fn unsay(app: &App, pass: &Pass) -> Result<(), Error> {
    let entry = entry(app, pass, Deed::Removed, "taken back", None);
    let key = (pass.place.id, pass.session.key.as_str(), pass.day);
    app.store()
        .remove_day_notice(&machine()?, key, &entry)
        .await?;
    app.refresh().await
}

/// Counts people whom the place could not help that day, or takes some off. Nobody is named, and nothing else is kept.
pub async fn count(app: &App, pass: &Pass, need: Service, more: i64) -> Result<i64, Error> {
    let more = more.clamp(-AT_ONCE, AT_ONCE);
    let key = (pass.place.id, pass.day);
    let store = app.store();
    Ok(store
        .count_turned_away(&machine()?, key, need, more)
        .await?)
}

/// How many people the place could not help that day, by need.
pub async fn counted(app: &App, pass: &Pass) -> Result<Vec<(Service, i64)>, Error> {
    let store = app.store();
    Ok(store
        .turned_away(&machine()?, pass.place.id, pass.day)
        .await?)
}

fn machine() -> Result<Capability<EditPlace>, Error> {
    Ok(allow(&Actor::Job(MACHINE), &Node::Installation)?)
}

fn entry(app: &App, pass: &Pass, deed: Deed, what: &str, after: Option<String>) -> Entry {
    Entry {
        at: app.now(),
        author: Author::Job(MACHINE.to_owned()),
        behalf: None,
        subject: None,
        object: format!("lieu-{}", pass.place.slug),
        deed,
        reason: format!("{} on {}: {what}", pass.session.key, pass.day),
        request: format!("jour-{}", app.now().timestamp_millis()),
        before: None,
        after,
    }
}

/// The day that it is where a place stands.
#[must_use]
pub fn today(app: &App, place: &Place) -> NaiveDate {
    zone(place).local(app.now()).date()
}

/// 23:59 of a day, on the clock of a commune: it is still yesterday in Papeete when it is tomorrow in Nouméa.
pub(crate) fn evening(commune: Option<CommuneCode>, day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.checked_add_days(Days::new(1)).unwrap_or(day);
    let local = midnight.and_time(NaiveTime::MIN) - TimeDelta::minutes(1);
    Zone::of(commune).utc(local)
}

fn zone(place: &Place) -> Zone {
    Zone::of(place.record.address.insee)
}

#[cfg(test)]
mod tests {
    use portulan_testkit::PlaceBuilder;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::rennes("35238", "2026-11-25T22:59:00Z")]
    #[case::pointe_a_pitre("97120", "2026-11-26T03:59:00Z")]
    #[case::cayenne("97302", "2026-11-26T02:59:00Z")]
    #[case::saint_denis("97411", "2026-11-25T19:59:00Z")]
    #[case::miquelon("97502", "2026-11-26T02:59:00Z")]
    #[case::mamoudzou("97611", "2026-11-25T20:59:00Z")]
    #[case::wallis("98613", "2026-11-25T11:59:00Z")]
    #[case::papeete("98735", "2026-11-26T09:59:00Z")]
    #[case::noumea("98818", "2026-11-25T12:59:00Z")]
    fn a_day_ends_on_the_clock_of_its_place(#[case] commune: &str, #[case] end: &str) {
        let place = PlaceBuilder::new(1)
            .with(|record| record.address.insee = commune.parse().ok())
            .build();
        let day = "2026-11-25".parse().unwrap();
        let end: DateTime<Utc> = end.parse().unwrap();
        assert_eq!(evening(place.record.address.insee, day), end);
    }
}
