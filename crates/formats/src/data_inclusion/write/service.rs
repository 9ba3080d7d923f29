//! What a place offers, as one service of data·inclusion v1.
//!
//! One service a place, as the national map gives it there: nine entries at one door are what readers of digital help
//! complain of. Texts of precisions hold national values, so that nothing exact is lost by the shorter lists.

use portulan_model::{
    Access, ClosedList, Fee, PlaceRecord, Service, Session, SessionAudience, SessionMode,
    SessionTime, Support, ValueSet,
};
use serde_json::{Map, Value, json};

use super::fields;
use super::losses::{LeftOut, Loss, Losses};
use super::structure::{contact, whereabouts};
use crate::data_inclusion::tables::{audience_of, cost_of, form_of, reach_of};
use crate::data_inclusion::themes::{read_back, themes_of};
use crate::data_inclusion::values::{BETWEEN, CARE};
use crate::data_inclusion::vocabulary::{Audience, Caller, Cost, Form, Reach, Theme, Welcome};

/// The columns of a service, in the order of the schema.
pub const SERVICE_COLUMNS: [&str; 33] = [
    "source",
    "structure_id",
    "id",
    "nom",
    "description",
    "lien_source",
    "date_maj",
    "type",
    "thematiques",
    "frais",
    "frais_precisions",
    "publics",
    "publics_precisions",
    "conditions_acces",
    "commune",
    "code_postal",
    "code_insee",
    "adresse",
    "complement_adresse",
    "longitude",
    "latitude",
    "telephone",
    "courriel",
    "modes_accueil",
    "zone_eligibilite",
    "contact_nom_prenom",
    "lien_mobilisation",
    "modes_mobilisation",
    "mobilisable_par",
    "mobilisation_precisions",
    "volume_horaire_hebdomadaire",
    "nombre_semaines",
    "horaires_accueil",
];

/// The name of a service that gives help of several kinds.
const SEVERAL: &str = "Accompagnement au numérique";

/// Takes the fields that say something.
#[derive(Default)]
struct Filled(Map<String, Value>);

impl Filled {
    fn put(&mut self, name: &str, value: Value) {
        let empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
        if !empty {
            self.0.insert(name.to_owned(), value);
        }
    }

    fn all(&mut self, fields: impl IntoIterator<Item = (&'static str, Value)>) {
        for (name, value) in fields {
            self.put(name, value);
        }
    }
}

/// The service of a place whose structure is written, or why there is none.
pub(super) fn service(
    record: &PlaceRecord,
    structure: &Map<String, Value>,
    lost: &mut Losses,
) -> Result<Map<String, Value>, LeftOut> {
    if record.services.is_empty() {
        return Err(LeftOut::NoService);
    }
    let mut service = Filled::default();
    for name in ["source", "date_maj"] {
        service.put(name, structure.get(name).cloned().unwrap_or_default());
    }
    let id = fields::id(record);
    service.put("id", format!("{id}--mediation-numerique").into());
    service.put("structure_id", id.into());
    service.put("nom", name(record).into());
    service.put("description", described(record).into());
    service.put("type", form(record, lost).map(Form::value).into());
    service.put("thematiques", themes(record.services, lost));
    let (cost, exactly) = costs(record.fees);
    service.put("frais", cost.map(Cost::value).into());
    service.put("frais_precisions", exactly.into());
    service.put("publics", audiences(record));
    service.put("publics_precisions", care(record).into());
    reach(record, &mut service, lost);
    Ok(service.0)
}

/// Where, when and how to reach the service.
fn reach(record: &PlaceRecord, service: &mut Filled, lost: &mut Losses) {
    let welcome = welcome(record);
    service.put("modes_accueil", values(&welcome, Welcome::value));
    if welcome.contains(&Welcome::EnPresentiel) {
        service.all(whereabouts(record));
    } else {
        service.put("zone_eligibilite", zone(record));
    }
    // What is lost of the contact was said with the structure.
    service.all(contact(record, &mut Losses::default()));
    let booking = fields::address(record.booking_url.as_ref(), lost);
    service.put("lien_mobilisation", booking.into());
    service.all(mobilisation(record, booking.is_some()));
    service.put("horaires_accueil", hours(record, lost).into());
}

fn values<T: Copy>(values: &[T], value: fn(T) -> &'static str) -> Value {
    values.iter().map(|one| value(*one)).collect()
}

fn national<L: ClosedList>(values: impl Iterator<Item = L>) -> Vec<&'static str> {
    values.map(ClosedList::national).collect()
}

fn name(record: &PlaceRecord) -> &'static str {
    let mut services = record.services.iter();
    match (services.next(), services.next()) {
        (Some(only), None) => only.national(),
        _ => SEVERAL,
    }
}

/// All services by their national names, then what the place says of itself.
fn described(record: &PlaceRecord) -> String {
    let services = national(record.services.iter()).join(BETWEEN);
    let text = format!("{services}\n\n{}", fields::presentation(record));
    // What is cut here was said with the structure.
    fields::description(&text, &mut Losses::default()).unwrap_or(services)
}

/// A service has one form. Help given to one person comes before a workshop: it is there for whoever comes.
fn form(record: &PlaceRecord, lost: &mut Losses) -> Option<Form> {
    let equipment: ValueSet<Service> = [Service::Equipment].into_iter().collect();
    let material = (record.services == equipment).then_some(Form::AideMaterielle);
    let mut chosen = material;
    for support in record
        .support
        .iter()
        .filter(|support| *support != Support::Remote)
    {
        let form = form_of(support);
        let order = |form: &Form| *form == Form::Accompagnement;
        match (form, chosen) {
            (Some(form), None) => chosen = Some(form),
            (Some(form), Some(Form::Atelier)) if order(&form) => {
                lost.add(Loss::Support, Support::Workshop.national());
                chosen = Some(form);
            }
            (Some(_) | None, _) => lost.add(Loss::Support, support.national()),
        }
    }
    chosen
}

fn themes(services: ValueSet<Service>, lost: &mut Losses) -> Value {
    let mut themes: Vec<Theme> = Vec::new();
    for service in services.iter() {
        let (digital, other) = themes_of(service);
        themes.push(digital);
        themes.extend(other);
        if !read_back(service).contains(service) {
            lost.add(Loss::Service, service.national());
        }
    }
    themes.sort_unstable();
    themes.dedup();
    values(&themes, Theme::value)
}

/// One cost: what some have to pay is said first. Precisions say exactly what one word cannot.
fn costs(fees: ValueSet<Fee>) -> (Option<Cost>, Option<String>) {
    let costs: Vec<Cost> = fees.iter().map(cost_of).collect();
    let cost = costs.iter().copied().max();
    let plain = fees.len() <= 1 && !fees.contains(Fee::FreeOnCondition);
    let exactly = (!plain).then(|| national(fees.iter()).join(BETWEEN));
    (cost, exactly)
}

/// For whom. A public named here shuts out all others, so particular care never narrows: it goes into the precisions.
fn audiences(record: &PlaceRecord) -> Value {
    if record.publics.is_empty() {
        return json!([Audience::TousPublics.value()]);
    }
    let audiences: Vec<Audience> = record.publics.iter().map(audience_of).collect();
    values(&audiences, Audience::value)
}

fn care(record: &PlaceRecord) -> Option<String> {
    let care = national(record.care.iter()).join(BETWEEN);
    (!care.is_empty()).then(|| format!("{CARE}{care}"))
}

/// Help is given at the place, unless the place receives nobody or says that all its help is given from afar.
fn welcome(record: &PlaceRecord) -> Vec<Welcome> {
    let afar = record.support.contains(Support::Remote);
    let only_afar = afar && record.support.len() == 1;
    let at_the_place = !only_afar && !record.access.contains(Access::NoPublic);
    let afar = afar.then_some(Welcome::ADistance);
    let here = at_the_place.then_some(Welcome::EnPresentiel);
    afar.into_iter().chain(here).collect()
}

/// Help from afar alone is for the département of the place. Help at a place has no zone: whoever comes is received.
fn zone(record: &PlaceRecord) -> Value {
    let commune = record.address.insee;
    commune.map_or(Value::Null, |commune| {
        json!([commune.department().as_str()])
    })
}

/// How and by whom. A way that nobody could follow, for want of a number or an address, is only named.
fn mobilisation(record: &PlaceRecord, booking: bool) -> [(&'static str, Value); 3] {
    let (mut ways, mut named) = (Vec::new(), Vec::new());
    let (mut users, mut professionals) = (false, false);
    let mut lost = Losses::default();
    for access in record.access.iter() {
        let possible = match access {
            Access::WalkIn => true,
            Access::Call => !record.contact.phones.is_empty(),
            Access::Mail | Access::Prescription => fields::email(record, &mut lost).is_some(),
            Access::OnlineBooking => booking,
            Access::NoPublic => false,
        };
        ways.extend(reach_of(access).filter(|_| possible));
        match access {
            Access::NoPublic => {}
            Access::Prescription => professionals = true,
            Access::WalkIn | Access::Call | Access::Mail | Access::OnlineBooking => users = true,
        }
        if !possible || access == Access::Prescription {
            named.push(access.national());
        }
    }
    ways.sort_unstable();
    ways.dedup();
    let callers = [
        users.then_some(Caller::Usagers),
        (users || professionals).then_some(Caller::Professionnels),
    ];
    let callers: Vec<Caller> = callers.into_iter().flatten().collect();
    let named = (!named.is_empty()).then(|| named.join(BETWEEN));
    [
        ("modes_mobilisation", values(&ways, Reach::value)),
        ("mobilisable_par", values(&callers, Caller::value)),
        ("mobilisation_precisions", named.into()),
    ]
}

/// The hours of the only permanence, where it is for residents and has no dates of its own.
fn hours(record: &PlaceRecord, lost: &mut Losses) -> Option<String> {
    if let [only] = record.sessions.as_slice()
        && let Some(osm) = plain_hours(only)
    {
        return Some(osm.to_owned());
    }
    for session in &record.sessions {
        lost.add(
            Loss::Session,
            session.title.as_ref().unwrap_or(&session.key),
        );
    }
    None
}

fn plain_hours(session: &Session) -> Option<&str> {
    let for_residents =
        session.mode == SessionMode::OnSite && session.audience == SessionAudience::Residents;
    match &session.time {
        SessionTime::Recurring {
            osm,
            from: None,
            until: None,
            except,
        } if except.is_empty() && for_residents => Some(osm),
        SessionTime::Recurring { .. } | SessionTime::Dated { .. } => None,
    }
}
