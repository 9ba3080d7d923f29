//! Places given to data·inclusion: valid, read back as far as they go, and the rest named.

use chrono::NaiveDate;
use portulan_formats::data_inclusion::networks::{
    network_of_label, network_of_programme, networks_of_kind,
};
use portulan_formats::data_inclusion::themes::{read_back, themes_of};
use portulan_formats::data_inclusion::vocabulary::{Kind, Network};
use portulan_formats::data_inclusion::{
    LeftOut, Loss, SERVICE_COLUMNS, STRUCTURE_COLUMNS, Written, csv_row, header, write,
};
use portulan_formats::read_data_inclusion;
use portulan_model::{
    Access, Care, ClosedList, Fee, Label, PlaceRecord, Programme, Public, Service, Support,
    ValueSet,
};
use proptest::prelude::*;
use serde_json::json;
use std::fmt::Write as _;

use crate::roundtrip::record;
use crate::{Believer, read, records};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()
}

fn dated() -> impl Strategy<Value = PlaceRecord> {
    record().prop_map(|mut record| {
        record.provenance.record.dated = NaiveDate::from_ymd_opt(2025, 2, 14);
        record
    })
}

fn least() -> PlaceRecord {
    let base = "id,nom,commune,source,date_maj\n1,Maison,Rennes,Essai,2025-02-14\n".as_bytes();
    records(&read("x.csv", base).unwrap())[0].clone()
}

fn set<L: ClosedList>(values: impl IntoIterator<Item = L>) -> ValueSet<L> {
    values.into_iter().collect()
}

fn lost(written: &Written, what: Loss) -> Vec<&str> {
    let lost = written.lost.iter().filter(|lost| lost.what == what);
    lost.map(|lost| lost.value.as_str()).collect()
}

/// What data·inclusion would give back of a place, through JSON or through CSV.
fn back(written: &Written, csv: bool) -> PlaceRecord {
    let structure = written.structure.clone().unwrap();
    let service = written.service.clone().unwrap();
    let (structures, services) = if csv {
        (
            header(&STRUCTURE_COLUMNS) + &csv_row(&structure, &STRUCTURE_COLUMNS),
            header(&SERVICE_COLUMNS) + &csv_row(&service, &SERVICE_COLUMNS),
        )
    } else {
        (json!([structure]).to_string(), json!([service]).to_string())
    };
    let cursor = std::io::Cursor::new;
    let rows = read_data_inclusion(cursor(structures), cursor(services), None, &Believer).unwrap();
    records(&rows)[0].clone()
}

fn ways(service: &serde_json::Map<String, serde_json::Value>, field: &str) -> Vec<String> {
    let values = service
        .get(field)
        .and_then(|value| value.as_array().cloned());
    let values = values.unwrap_or_default().into_iter();
    values
        .map(|value| value.as_str().unwrap().to_owned())
        .collect()
}

proptest! {
    #[test]
    fn what_has_room_comes_back_and_what_has_none_is_named(record in dated(), csv: bool) {
        prop_assume!(!record.services.is_empty() && record.name.chars().count() > 2);
        let written = write(&record, today());
        let back = back(&written, csv);
        prop_assert_eq!(back.publics, record.publics);
        prop_assert_eq!(back.care, record.care);
        prop_assert_eq!(back.fees, record.fees);
        prop_assert_eq!(back.position, record.position);
        prop_assert_eq!(&back.hours, &record.hours);
        prop_assert_eq!(back.provenance.record.dated, record.provenance.record.dated);
        for service in record.services.iter() {
            let named = lost(&written, Loss::Service).contains(&service.national());
            prop_assert_eq!(!back.services.contains(service), named);
        }
        let prescribed = set([Access::Prescription]);
        for access in record.access.iter() {
            prop_assert!(back.access.contains(access), "{:?}", access);
        }
        if record.access == prescribed {
            prop_assert_eq!(back.access, prescribed);
        }
        for programme in record.programmes.iter() {
            let kept = back.programmes.contains(programme)
                || back.networks.iter().any(|network| network.as_str() == "emmaus");
            let named = lost(&written, Loss::Programme).contains(&programme.national());
            prop_assert!(kept || named, "{:?}", programme);
        }
    }

    #[test]
    fn a_record_is_of_the_columns_of_its_schema(record in dated()) {
        let written = write(&record, today());
        if let Ok(structure) = &written.structure {
            for field in structure.keys() {
                prop_assert!(STRUCTURE_COLUMNS.contains(&field.as_str()));
            }
        }
        if let Ok(service) = &written.service {
            for field in service.keys() {
                prop_assert!(SERVICE_COLUMNS.contains(&field.as_str()));
            }
        }
    }
}

#[test]
fn a_place_that_would_not_be_valid_says_why() {
    let day = NaiveDate::from_ymd_opt;
    for (dated, name, why) in [
        (None, "Maison", LeftOut::NoDate),
        (day(1999, 12, 31), "Maison", LeftOut::DateTooOld),
        (day(2026, 11, 26), "Maison", LeftOut::DateAhead),
        (day(2025, 1, 1), "Ml", LeftOut::NameTooShort),
        (day(2025, 1, 1), "Ml...", LeftOut::NameTooShort),
    ] {
        let mut record = least();
        record.provenance.record.dated = dated;
        name.clone_into(&mut record.name);
        let written = write(&record, today());
        assert_eq!(written.structure, Err(why));
        assert_eq!(written.service, Err(LeftOut::NoStructure));
        assert!(written.lost.is_empty());
    }
    assert_eq!(write(&least(), today()).service, Err(LeftOut::NoService));
}

#[test]
fn a_public_is_never_widened_nor_narrowed() {
    let mut record = least();
    record.services = set([Service::Basics]);
    record.care = set([Care::Sight, Care::Illiteracy]);
    let service = write(&record, today()).service.unwrap();
    assert_eq!(ways(&service, "publics"), ["tous-publics"]);
    assert_eq!(
        service["publics_precisions"],
        "Prise en charge : Illettrisme ; Déficience visuelle"
    );
    record.publics = set(Public::ALL.iter().copied());
    let service = write(&record, today()).service.unwrap();
    assert_eq!(
        ways(&service, "publics"),
        ["jeunes", "etudiants", "familles", "seniors", "femmes"]
    );
}

#[test]
fn a_way_that_nobody_could_follow_is_only_named() {
    let mut record = least();
    record.services = set([Service::Basics]);
    record.access = set([Access::Call, Access::Mail, Access::OnlineBooking]);
    let service = write(&record, today()).service.unwrap();
    assert!(!service.contains_key("modes_mobilisation"));
    assert_eq!(
        service["mobilisation_precisions"],
        "Téléphoner ; Contacter par mail ; Prendre un RDV en ligne"
    );
    record.contact.phones = vec!["+33299000000".to_owned(), "+33299000001".to_owned()];
    record.booking_url = Some("https://rdv.exemple.fr".to_owned());
    let written = write(&record, today());
    let service = written.service.clone().unwrap();
    assert_eq!(
        ways(&service, "modes_mobilisation"),
        ["telephoner", "utiliser-lien-mobilisation"]
    );
    assert_eq!(
        ways(&service, "mobilisable_par"),
        ["usagers", "professionnels"]
    );
    assert_eq!(lost(&written, Loss::FurtherPhone), ["+33299000001"]);
}

#[test]
fn help_from_afar_alone_is_for_its_departement() {
    let mut record = least();
    record.services = set([Service::Paperwork]);
    record.support = set([Support::Remote]);
    let service = write(&record, today()).service.unwrap();
    assert_eq!(ways(&service, "modes_accueil"), ["a-distance"]);
    assert_eq!(ways(&service, "zone_eligibilite"), ["35"]);
    assert!(!service.contains_key("commune"));
    record.support = set([Support::Remote, Support::Workshop]);
    let service = write(&record, today()).service.unwrap();
    assert_eq!(
        ways(&service, "modes_accueil"),
        ["a-distance", "en-presentiel"]
    );
    assert_eq!(service["type"], "atelier");
    assert!(!service.contains_key("zone_eligibilite"));
}

#[test]
fn what_costs_is_said_first_and_the_condition_stays() {
    let mut record = least();
    record.services = set([Service::Basics]);
    for (fees, cost, exactly) in [
        (vec![Fee::Free], "gratuit", None),
        (
            vec![Fee::FreeOnCondition],
            "gratuit",
            Some("Gratuit sous condition"),
        ),
        (
            vec![Fee::Free, Fee::Paying],
            "payant",
            Some("Gratuit ; Payant"),
        ),
    ] {
        record.fees = set(fees);
        let service = write(&record, today()).service.unwrap();
        assert_eq!(service["frais"], cost);
        let told = service
            .get("frais_precisions")
            .and_then(|told| told.as_str());
        assert_eq!(told, exactly);
    }
}

#[test]
fn identifiers_and_records_go_only_where_they_belong() {
    let mut record = least();
    record.pivot = Some("W123456789".to_owned());
    record.accessibility_url = Some("https://exemple.fr/acceslibre.beta.gouv.fr".to_owned());
    record.name = "Maison.".to_owned();
    record.external.id = "essai--7".to_owned();
    let written = write(&record, today());
    let structure = written.structure.clone().unwrap();
    assert_eq!(structure["id"], "essai--7");
    assert_eq!(structure["nom"], "Maison");
    assert!(!structure.contains_key("siret") && !structure.contains_key("accessibilite_lieu"));
    assert_eq!(lost(&written, Loss::PivotNoSiret), ["W123456789"]);
    assert_eq!(lost(&written, Loss::AccessibilityElsewhere).len(), 1);
}

/// The table of the document: each service, its themes, and what comes back.
fn theme_table() -> String {
    let mut table = String::new();
    for service in Service::ALL {
        let (digital, other) = themes_of(*service);
        let other = other.map_or(String::new(), |theme| format!("`{}`", theme.value()));
        let back: Vec<&str> = read_back(*service)
            .iter()
            .map(ClosedList::national)
            .collect();
        let (name, digital) = (service.national(), digital.value());
        let _ = writeln!(
            table,
            "| {name} | `{digital}` | {other} | {} |",
            back.join(", ")
        );
    }
    table
}

/// The table of the document: each kind, programme and label that is a network.
fn network_table() -> String {
    let mut table = String::new();
    for network in Network::ALL {
        let kinds = Kind::ALL.iter();
        let kinds = kinds.filter(|kind| networks_of_kind(**kind).contains(network));
        let kinds: Vec<&str> = kinds.map(|kind| kind.value()).collect();
        let programmes = Programme::ALL.iter();
        let programmes = programmes.filter(|one| network_of_programme(**one) == Some(*network));
        let labels = Label::ALL.iter();
        let labels = labels.filter(|one| network_of_label(**one) == Some(*network));
        let named: Vec<&str> = programmes
            .map(|one| one.national())
            .chain(labels.map(|one| one.national()))
            .collect();
        if !kinds.is_empty() || !named.is_empty() {
            let network = network.value();
            let _ = writeln!(
                table,
                "| `{network}` | {} | {} |",
                kinds.join(", "),
                named.join(", ")
            );
        }
    }
    table
}

#[test]
fn the_document_shows_the_tables_as_they_are() {
    let document = include_str!("../../../../docs/data-inclusion.md");
    for table in [theme_table(), network_table()] {
        assert!(
            document.contains(&table),
            "docs/data-inclusion.md lacks:\n{table}"
        );
    }
    for loss in Loss::ALL {
        assert!(document.contains(&format!("`{}`", loss.slug())), "{loss:?}");
    }
    for left in LeftOut::ALL {
        assert!(document.contains(&format!("`{}`", left.slug())), "{left:?}");
    }
}
