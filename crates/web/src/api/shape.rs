//! A place as the API shows it: the national field names, lists as arrays, and what Portulan adds.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use portulan_formats::national;
use portulan_freshness::{Group, Outlook};
use portulan_hours::{OpenState, Zone};
use portulan_model::{
    ClosedList, DayNotice, FieldOrigin, Place, Provenance, Session, SessionAccess, SessionAudience,
    SessionMode, SessionTime, ValueSet,
};
use portulan_search::{Basis, Hit, Opening};
use serde_json::{Map, Value, json};

/// A place found by a search.
pub(crate) fn hit(hit: &Hit) -> Value {
    place(&hit.place, hit.distance_m, &hit.opening, hit.today)
}

/// A place with all that is known of it, sessions included.
pub(crate) fn whole(
    found: &Place,
    opening: &Opening,
    today: NaiveDate,
    said: &[&DayNotice],
) -> Value {
    let mut whole = place(found, None, opening, today);
    if let Value::Object(fields) = &mut whole {
        let sessions = found.record.sessions.iter();
        let sessions = sessions.map(|one| session(one, said)).collect();
        fields.insert("permanences".to_owned(), Value::Array(sessions));
    }
    whole
}

fn place(place: &Place, distance_m: Option<f64>, opening: &Opening, today: NaiveDate) -> Value {
    let mut fields = national::json(place);
    fields.insert("id".to_owned(), json!(place.id.to_string()));
    fields.insert("slug".to_owned(), json!(place.slug.as_str()));
    fields.insert("distance_m".to_owned(), json!(distance_m.map(f64::round)));
    fields.insert("ouverture".to_owned(), opening_of(place, opening));
    let standing = Outlook::of_place(&place.record).on(today);
    fields.insert("fraicheur".to_owned(), json!(standing.slug()));
    fields.insert("fraicheurs".to_owned(), standings(place, today));
    fields.insert("reseaux".to_owned(), json!(place.record.networks));
    fields.insert(
        "provenance".to_owned(),
        provenance(place, &place.record.provenance),
    );
    Value::Object(fields)
}

/// How far each group of fields that a place gives may be trusted, with the date of its least sure field.
fn standings(place: &Place, today: NaiveDate) -> Value {
    let record = &place.record;
    let groups = Group::ALL.into_iter().filter_map(|group| {
        let field = group.weakest(record, today)?;
        let standing = Outlook::of_field(record, field).on(today);
        let told =
            json!({ "etat": standing.slug(), "date": record.provenance.origin(field).dated });
        Some((group.slug().to_owned(), told))
    });
    Value::Object(groups.collect())
}

/// The time zone of a place.
pub(crate) fn zone(place: &Place) -> Zone {
    Zone::of(place.record.address.insee)
}

/// The word for a state.
pub(crate) const fn state(state: OpenState) -> &'static str {
    match state {
        OpenState::Open => "ouvert",
        OpenState::Closed => "ferme",
        OpenState::Unknown => "inconnu",
    }
}

/// An instant with the offset of the place.
pub(crate) fn instant(at: DateTime<Utc>, zone: Zone) -> String {
    at.with_timezone(&zone.clock())
        .to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn opening_of(place: &Place, opening: &Opening) -> Value {
    let zone = zone(place);
    let mut fields = Map::new();
    fields.insert("etat".to_owned(), json!(state(opening.now)));
    fields.insert(
        "prochain_changement".to_owned(),
        json!(opening.next_change.map(|at| instant(at, zone))),
    );
    fields.insert("d_apres".to_owned(), json!(basis(opening.basis)));
    if let Some(wanted) = &opening.wanted {
        let ranges: Vec<Value> = wanted
            .ranges
            .iter()
            .map(|(from, to)| json!({ "de": from, "a": to }))
            .collect();
        fields.insert(
            "au_moment_voulu".to_owned(),
            json!({ "etat": state(wanted.state), "plages": ranges }),
        );
    }
    Value::Object(fields)
}

const fn basis(basis: Basis) -> Option<&'static str> {
    match basis {
        Basis::Sessions => Some("permanences"),
        Basis::Building => Some("horaires"),
        Basis::Nothing => None,
    }
}

fn provenance(place: &Place, provenance: &Provenance) -> Value {
    let mut fields = origin(&provenance.record);
    fields.insert("id".to_owned(), json!(place.record.external.id));
    let apart: Map<String, Value> = provenance
        .fields
        .iter()
        .filter_map(|(field, from)| {
            Some((
                serde_json::to_value(field).ok()?.as_str()?.to_owned(),
                Value::Object(origin(from)),
            ))
        })
        .collect();
    fields.insert("champs".to_owned(), Value::Object(apart));
    Value::Object(fields)
}

fn origin(origin: &FieldOrigin) -> Map<String, Value> {
    let mut fields = Map::new();
    fields.insert("source".to_owned(), json!(origin.source.as_str()));
    fields.insert("date".to_owned(), json!(origin.dated));
    fields.insert(
        "confirme_par_le_lieu".to_owned(),
        json!(origin.confirmed_by_place),
    );
    fields
}

fn session(session: &Session, said: &[&DayNotice]) -> Value {
    let mut fields = Map::new();
    fields.insert("titre".to_owned(), json!(session.title));
    fields.insert("services".to_owned(), texts(session.services));
    fields.insert("publics".to_owned(), texts(session.publics));
    match &session.time {
        SessionTime::Recurring {
            osm,
            from,
            until,
            except,
        } => {
            fields.insert("horaires".to_owned(), json!(osm));
            fields.insert("debut".to_owned(), json!(from));
            fields.insert("fin".to_owned(), json!(until));
            fields.insert("sauf".to_owned(), json!(except));
        }
        SessionTime::Dated { day, start, end } => {
            fields.insert("debut".to_owned(), json!(day.and_time(*start)));
            fields.insert("fin".to_owned(), json!(day.and_time(*end)));
        }
    }
    fields.insert("forme".to_owned(), json!(mode(session.mode)));
    fields.insert("acces".to_owned(), json!(access(session.access)));
    fields.insert("pour".to_owned(), json!(audience(session.audience)));
    fields.insert("capacite".to_owned(), json!(session.capacity));
    let today = said.iter().find(|notice| notice.session == session.key);
    let today = today.map(|notice| {
        json!({ "jour": notice.day, "etat": notice.kind.slug(), "precision": notice.words })
    });
    fields.insert("ce_jour".to_owned(), json!(today));
    Value::Object(fields)
}

fn texts<L: ClosedList>(values: ValueSet<L>) -> Value {
    values.iter().map(ClosedList::national).collect()
}

const fn mode(mode: SessionMode) -> &'static str {
    match mode {
        SessionMode::OnSite => "sur-place",
        SessionMode::Phone => "telephone",
        SessionMode::Roving => "itinerant",
    }
}

const fn access(access: SessionAccess) -> Option<&'static str> {
    match access {
        SessionAccess::Unknown => None,
        SessionAccess::WalkIn => Some("sans-rendez-vous"),
        SessionAccess::Appointment => Some("sur-rendez-vous"),
    }
}

const fn audience(audience: SessionAudience) -> &'static str {
    match audience {
        SessionAudience::Residents => "habitants",
        SessionAudience::Professionals => "professionnels",
    }
}
