//! A place taken apart into the fields of the national schema, as `linkage::merge` weighs them, and put together again.

use portulan_linkage::merge::{FieldValue, Member};
use portulan_model::lists::ClosedList;
use portulan_model::{PlaceField, PlaceRecord, ValueSet};

/// One national field.
pub(super) struct Part {
    /// Its name there.
    pub(super) name: &'static str,
    /// The field of a place to which it belongs.
    pub(super) field: PlaceField,
    read: fn(&PlaceRecord) -> Vec<String>,
    write: fn(&mut PlaceRecord, &Taken<'_>),
}

/// What a merge took.
pub(super) struct Taken<'a> {
    /// The values; none where nobody gives any.
    pub(super) values: &'a [String],
    /// The record that gave the first of them.
    pub(super) donor: &'a PlaceRecord,
}

impl Taken<'_> {
    fn first(&self) -> Option<String> {
        self.values.first().cloned()
    }

    fn set<T: ClosedList>(&self) -> ValueSet<T> {
        let read = |text: &String| T::from_slug(text).ok();
        self.values.iter().filter_map(read).collect()
    }
}

impl Part {
    /// Gives a record what was taken; nothing taken leaves nothing.
    pub(super) fn write(&self, to: &mut PlaceRecord, taken: &Taken<'_>) {
        (self.write)(to, taken);
    }
}

/// Name under which the date of a record is weighed.
pub(super) const DATE: &str = "date_maj";

/// A place as a member of a merge. `confirmed` says of which fields a person is sure.
pub(super) fn member(
    id: String,
    record: &PlaceRecord,
    trust: u8,
    confirmed: impl Fn(PlaceField) -> bool,
) -> Member {
    let dated = record.provenance.record.dated;
    let date = FieldValue {
        values: dated.iter().map(ToString::to_string).collect(),
        ..FieldValue::default()
    };
    let fields = PARTS.iter().filter_map(|part| {
        let value = FieldValue {
            values: (part.read)(record),
            dated: record.provenance.origin(part.field).dated,
            confirmed: confirmed(part.field),
        };
        // The parts of an address that are not there say nothing: the address is confirmed as a whole.
        let whole = matches!(part.field, PlaceField::Adresse | PlaceField::Position);
        let told = !value.values.is_empty() || value.confirmed && !whole;
        told.then(|| (part.name.to_owned(), value))
    });
    let date = dated.map(|_| (DATE.to_owned(), date));
    Member {
        id,
        dated,
        trust,
        fields: fields.chain(date).collect(),
    }
}

fn slugs<T: ClosedList>(set: ValueSet<T>) -> Vec<String> {
    set.iter().map(|value| value.slug().to_owned()).collect()
}

fn one(text: Option<&String>) -> Vec<String> {
    text.cloned().into_iter().collect()
}

macro_rules! part {
    ($name:literal, $field:ident, $read:expr, $write:expr) => {
        Part {
            name: $name,
            field: PlaceField::$field,
            read: $read,
            write: $write,
        }
    };
}

/// All of them. Texts and lists are written from their values, what has more shape from its donor.
pub(super) const PARTS: [Part; 31] = [
    part!("nom", Nom, |from| vec![from.name.clone()], |to, taken| to
        .name =
        taken.first().unwrap_or_default()),
    part!(
        "pivot",
        Pivot,
        |from| one(from.pivot.as_ref()),
        |to, taken| to.pivot = taken.first()
    ),
    part!(
        "adresse",
        Adresse,
        |from| one(from.address.street.as_ref()),
        |to, taken| to.address.street = taken.first()
    ),
    part!(
        "complement_adresse",
        Adresse,
        |from| one(from.address.complement.as_ref()),
        |to, taken| to.address.complement = taken.first()
    ),
    part!(
        "code_postal",
        Adresse,
        |from| from
            .address
            .postcode
            .iter()
            .map(ToString::to_string)
            .collect(),
        |to, taken| to.address.postcode = taken.first().and_then(|text| text.parse().ok())
    ),
    part!(
        "commune",
        Adresse,
        |from| vec![from.address.commune.clone()],
        |to, taken| to.address.commune = taken.first().unwrap_or_default()
    ),
    part!(
        "code_insee",
        Adresse,
        |from| from.address.insee.iter().map(ToString::to_string).collect(),
        |to, taken| to.address.insee = taken.first().and_then(|text| text.parse().ok())
    ),
    part!(
        "latitude",
        Position,
        |from| from
            .position
            .iter()
            .map(|spot| spot.lat().to_string())
            .collect(),
        |to, taken| to.position = taken.donor.position.filter(|_| !taken.values.is_empty())
    ),
    // The position was written with the latitude: both come from one record.
    part!(
        "longitude",
        Position,
        |from| from
            .position
            .iter()
            .map(|spot| spot.lon().to_string())
            .collect(),
        |_, _| {}
    ),
    part!(
        "typologie",
        Typologie,
        |from| from.kinds.clone(),
        |to, taken| to.kinds = taken.values.to_vec()
    ),
    part!(
        "telephones",
        Contact,
        |from| from.contact.phones.clone(),
        |to, taken| to.contact.phones = taken.values.to_vec()
    ),
    part!(
        "courriels",
        Contact,
        |from| from.contact.emails.clone(),
        |to, taken| to.contact.emails = taken.values.to_vec()
    ),
    part!(
        "site_web",
        Contact,
        |from| from.contact.websites.clone(),
        |to, taken| to.contact.websites = taken.values.to_vec()
    ),
    part!("horaires", Horaires, hours, |to, taken| {
        let from = Some(taken.donor).filter(|_| !taken.values.is_empty());
        to.hours = from.and_then(|from| from.hours.clone());
        to.hours_text = from.and_then(|from| from.hours_text.clone());
    }),
    part!(
        "presentation_resume",
        Presentation,
        |from| one(from.summary.as_ref()),
        |to, taken| to.summary = taken.first()
    ),
    part!(
        "presentation_detail",
        Presentation,
        |from| one(from.detail.as_ref()),
        |to, taken| to.detail = taken.first()
    ),
    part!(
        "itinerance",
        Itinerance,
        |from| slugs(from.mobility),
        |to, taken| to.mobility = taken.set()
    ),
    part!(
        "structure_parente",
        StructureParente,
        |from| one(from.parent.as_ref()),
        |to, taken| to.parent = taken.first()
    ),
    part!(
        "services",
        Services,
        |from| slugs(from.services),
        |to, taken| to.services = taken.set()
    ),
    part!(
        "publics_specifiquement_adresses",
        Publics,
        |from| slugs(from.publics),
        |to, taken| to.publics = taken.set()
    ),
    part!(
        "prise_en_charge_specifique",
        PriseEnCharge,
        |from| slugs(from.care),
        |to, taken| to.care = taken.set()
    ),
    part!(
        "frais_a_charge",
        Frais,
        |from| slugs(from.fees),
        |to, taken| to.fees = taken.set()
    ),
    part!(
        "dispositif_programmes_nationaux",
        Dispositifs,
        |from| slugs(from.programmes),
        |to, taken| to.programmes = taken.set()
    ),
    part!(
        "formations_labels",
        Labels,
        |from| slugs(from.labels),
        |to, taken| to.labels = taken.set()
    ),
    part!(
        "autres_formations_labels",
        Labels,
        |from| from.other_labels.clone(),
        |to, taken| to.other_labels = taken.values.to_vec()
    ),
    part!(
        "modalites_acces",
        Acces,
        |from| slugs(from.access),
        |to, taken| to.access = taken.set()
    ),
    part!(
        "modalites_accompagnement",
        Accompagnement,
        |from| slugs(from.support),
        |to, taken| to.support = taken.set()
    ),
    part!(
        "fiche_acces_libre",
        FicheAccesLibre,
        |from| one(from.accessibility_url.as_ref()),
        |to, taken| to.accessibility_url = taken.first()
    ),
    part!(
        "prise_rdv",
        PriseRdv,
        |from| one(from.booking_url.as_ref()),
        |to, taken| to.booking_url = taken.first()
    ),
    part!(
        "reseaux",
        Reseaux,
        |from| from.networks.iter().map(ToString::to_string).collect(),
        |to, taken| to.networks = taken
            .values
            .iter()
            .filter_map(|text| text.parse().ok())
            .collect()
    ),
    part!("permanences", Permanences, sessions, |to, taken| {
        let from = Some(taken.donor).filter(|_| !taken.values.is_empty());
        to.sessions = from.map(|from| from.sessions.clone()).unwrap_or_default();
    }),
];

/// Read and unread hours, as one value.
fn hours(from: &PlaceRecord) -> Vec<String> {
    if PlaceField::Horaires.is_absent(from) {
        return Vec::new();
    }
    vec![crate::field_text::of(PlaceField::Horaires, from)]
}

/// A timetable is one value: two of them put together would promise what neither does.
fn sessions(from: &PlaceRecord) -> Vec<String> {
    if from.sessions.is_empty() {
        return Vec::new();
    }
    vec![crate::field_text::of(PlaceField::Permanences, from)]
}
