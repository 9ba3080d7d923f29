//! A place as a structure of data·inclusion v1.

use chrono::NaiveDate;
use portulan_model::PlaceRecord;
use portulan_text::Pivot;
use serde_json::{Map, Value, json};

use super::fields;
use super::losses::{LeftOut, Loss, Losses};
use crate::data_inclusion::networks::{network_of_label, network_of_programme, networks_of_kind};
use crate::data_inclusion::vocabulary::{Kind, Network};
use portulan_model::ClosedList;

/// The columns of a structure, in the order of the schema.
pub const STRUCTURE_COLUMNS: [&str; 20] = [
    "source",
    "id",
    "nom",
    "date_maj",
    "description",
    "lien_source",
    "siret",
    "commune",
    "code_postal",
    "code_insee",
    "adresse",
    "complement_adresse",
    "longitude",
    "latitude",
    "telephone",
    "courriel",
    "site_web",
    "horaires_accueil",
    "accessibilite_lieu",
    "reseaux_porteurs",
];

/// Where records of accessibility are kept.
const ACCESLIBRE: &str = "acceslibre.beta.gouv.fr";

/// The structure, or why there can be none.
pub(super) fn structure(
    record: &PlaceRecord,
    today: NaiveDate,
    lost: &mut Losses,
) -> Result<Map<String, Value>, LeftOut> {
    let mut structure = Map::new();
    structure.insert("source".to_owned(), record.external.source.as_str().into());
    structure.insert("id".to_owned(), fields::id(record).into());
    structure.insert("nom".to_owned(), fields::name(record, lost)?.into());
    structure.insert("date_maj".to_owned(), fields::day(record, today)?.into());
    let described = fields::description(&fields::presentation(record), lost);
    let mut put = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            structure.insert(name.to_owned(), value);
        }
    };
    put("description", described.map(Value::from));
    put("siret", siret(record, lost).map(Value::from));
    for (name, value) in whereabouts(record) {
        put(name, Some(value));
    }
    for (name, value) in contact(record, lost) {
        put(name, Some(value));
    }
    let site = fields::address(record.contact.websites.first(), lost);
    put("site_web", site.map(Value::from));
    put("horaires_accueil", record.hours.clone().map(Value::from));
    put(
        "accessibilite_lieu",
        accessibility(record, lost).map(Value::from),
    );
    let networks = networks(record, lost);
    put(
        "reseaux_porteurs",
        (!networks.is_empty()).then(|| json!(networks)),
    );
    roomless(record, lost);
    Ok(structure)
}

/// Only a SIRET has a field.
fn siret(record: &PlaceRecord, lost: &mut Losses) -> Option<String> {
    let pivot = record.pivot.as_ref()?;
    match Pivot::parse(pivot) {
        Ok(Pivot::Siret(siret)) => Some(siret),
        Ok(Pivot::Rna(_) | Pivot::Ridet(_)) | Err(_) => {
            lost.add(Loss::PivotNoSiret, pivot);
            None
        }
    }
}

/// The address and the position, of which arrondissements keep their own code: data·inclusion takes both.
pub(super) fn whereabouts(record: &PlaceRecord) -> Vec<(&'static str, Value)> {
    let address = &record.address;
    let text = |text: &Option<String>| text.clone().map(Value::from);
    let named = (!address.commune.is_empty()).then(|| address.commune.as_str().into());
    let position = record.position;
    let fields = [
        ("commune", named),
        (
            "code_postal",
            address.postcode.map(|code| code.as_str().into()),
        ),
        ("code_insee", address.insee.map(|code| code.as_str().into())),
        ("adresse", text(&address.street)),
        ("complement_adresse", text(&address.complement)),
        ("longitude", position.map(|position| position.lon().into())),
        ("latitude", position.map(|position| position.lat().into())),
    ];
    filled(fields)
}

/// One phone and one e-mail: the first of each.
pub(super) fn contact(record: &PlaceRecord, lost: &mut Losses) -> Vec<(&'static str, Value)> {
    let phone = record.contact.phones.first();
    lost.all(Loss::FurtherPhone, record.contact.phones.iter().skip(1));
    let fields = [
        ("telephone", phone.map(|phone| phone.as_str().into())),
        ("courriel", fields::email(record, lost).map(Value::from)),
    ];
    filled(fields)
}

fn filled<const N: usize>(
    fields: [(&'static str, Option<Value>); N],
) -> Vec<(&'static str, Value)> {
    fields
        .into_iter()
        .filter_map(|(name, value)| value.map(|value| (name, value)))
        .collect()
}

/// Only an address of Acceslibre is one.
fn accessibility<'a>(record: &'a PlaceRecord, lost: &mut Losses) -> Option<&'a str> {
    let url = fields::address(record.accessibility_url.as_ref(), lost)?;
    let host = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = host.split(['/', '?', '#']).next().unwrap_or_default();
    if host.eq_ignore_ascii_case(ACCESLIBRE) {
        return Some(url);
    }
    lost.add(Loss::AccessibilityElsewhere, url);
    None
}

/// The networks that kinds, programmes, labels and networks of the place name, each once, in their order.
fn networks(record: &PlaceRecord, lost: &mut Losses) -> Vec<&'static str> {
    let mut networks: Vec<Network> = Vec::new();
    for kind in &record.kinds {
        let found = Kind::from_value(kind).map_or(&[][..], networks_of_kind);
        if found.is_empty() {
            lost.add(Loss::Kind, kind);
        }
        networks.extend(found);
    }
    for programme in record.programmes.iter() {
        match network_of_programme(programme) {
            Some(network) => networks.push(network),
            None => lost.add(Loss::Programme, programme.national()),
        }
    }
    for label in record.labels.iter() {
        match network_of_label(label) {
            Some(network) => networks.push(network),
            None => lost.add(Loss::Label, label.national()),
        }
    }
    for network in &record.networks {
        match Network::from_value(network.as_str()) {
            Some(network) => networks.push(network),
            None => lost.add(Loss::Network, network.as_str()),
        }
    }
    networks.sort_unstable();
    networks.dedup();
    networks.into_iter().map(Network::value).collect()
}

/// What no field of a structure could carry.
fn roomless(record: &PlaceRecord, lost: &mut Losses) {
    lost.all(Loss::FurtherSite, record.contact.websites.iter().skip(1));
    lost.all(Loss::HoursText, &record.hours_text);
    lost.all(Loss::OtherLabel, &record.other_labels);
    lost.all(Loss::Parent, &record.parent);
    lost.all(Loss::Producer, &record.producer);
    for mobility in record.mobility.iter() {
        lost.add(Loss::Mobility, mobility.national());
    }
}
