//! Which shapes are understood, and what is said of those that are not.

use std::io::Write;

use portulan_formats::{FormatError, IssueKind, RejectReason};
use portulan_model::{Care, Fee, Programme, Public, Service, SessionTime, Support};

use crate::{issues, read, records, rejections};

const HEADER: &str = "id,pivot,nom,commune,code_postal,code_insee,adresse,latitude,longitude,telephone,courriels,horaires,source,date_maj,services";
const ROW: &str = "a1,43493312300029,Espace Pacé,Rennes,35000,35238,1 rue de la Paix,48.1,-1.6,02 99 00 00 00,a@exemple.fr,Mo-Fr 09:00-12:00,Hubik,2024-04-02,Aide aux démarches administratives";

fn file() -> String {
    format!("{HEADER}\n{ROW}\n")
}

#[test]
fn one_row_is_read_whole() {
    let rows = read("liste.csv", file().as_bytes()).unwrap();
    let record = records(&rows)[0];
    assert!(issues(&rows).is_empty(), "{:?}", issues(&rows));
    assert_eq!(rows[0].number, 1);
    assert_eq!(record.external.source.as_str(), "hubik");
    assert_eq!(record.pivot.as_deref(), Some("43493312300029"));
    assert_eq!(record.contact.phones, ["+33299000000"]);
    assert_eq!(record.hours.as_deref(), Some("Mo-Fr 09:00-12:00"));
    assert!(record.services.contains(Service::Paperwork));
    assert_eq!(
        record.provenance.record.dated.unwrap().to_string(),
        "2024-04-02"
    );
}

#[test]
fn encoding_separator_and_packing_change_nothing() {
    let expected = read("liste.csv", file().as_bytes()).unwrap();
    let semicolons = file().replace(',', ";");
    let tabs = file().replace(',', "\t");
    let (latin, _, _) = encoding_rs::WINDOWS_1252.encode(&semicolons);
    let bom = [b"\xef\xbb\xbf", file().as_bytes()].concat();
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(file().as_bytes()).unwrap();
    let packed = packed.finish().unwrap();
    let crlf = file().replace('\n', "\r\n");
    let forms: [&[u8]; 6] = [
        semicolons.as_bytes(),
        tabs.as_bytes(),
        &latin,
        &bom,
        &packed,
        crlf.as_bytes(),
    ];
    for (rank, bytes) in forms.into_iter().enumerate() {
        assert_eq!(read("liste.csv", bytes).unwrap(), expected, "form {rank}");
    }
}

#[test]
fn json_and_csv_give_the_same_place() {
    let expected = read("liste.csv", file().as_bytes()).unwrap();
    let fields: serde_json::Map<String, serde_json::Value> = HEADER
        .split(',')
        .zip(ROW.split(','))
        .map(|(name, value)| match value.parse::<f64>() {
            Ok(number) if name.ends_with("tude") => (name.to_owned(), number.into()),
            _ => (name.to_owned(), value.into()),
        })
        .collect();
    let object = serde_json::Value::Object(fields);
    for text in [
        format!("[{object}]"),
        format!("{object}\n"),
        format!("{{\"type\":\"FeatureCollection\",\"features\":[{{\"properties\":{object}}}]}}"),
    ] {
        assert_eq!(
            read("liste.json", text.as_bytes()).unwrap(),
            expected,
            "{text}"
        );
    }
}

#[test]
fn a_row_that_is_no_place_says_why() {
    let text = format!(
        "{HEADER}\n{ROW}\n{ROW}\n,,Nom,Rennes\na2,,,Rennes\na3,,Nom,,,\n,,,,\n{ROW},trop\na4,,Nom,Rennes\n"
    );
    let rows = read("liste.csv", text.as_bytes()).unwrap();
    assert_eq!(records(&rows).len(), 2);
    let reasons = rejections(&rows);
    assert_eq!(reasons.len(), 6);
    assert_eq!(reasons[0], &RejectReason::DuplicateId);
    assert_eq!(reasons[1], &RejectReason::NoId);
    assert_eq!(reasons[2], &RejectReason::NoName);
    assert_eq!(reasons[3], &RejectReason::NoCommune);
    assert!(matches!(reasons[4], RejectReason::Unreadable { reason } if reason == "empty row"));
    assert!(
        matches!(reasons[5], RejectReason::Unreadable { reason } if reason.contains("cells for"))
    );
}

#[test]
fn a_field_that_cannot_be_read_is_left_out_and_named() {
    let text = "id,nom,commune,code_postal,latitude,longitude,telephone,courriels,site_web,horaires,date_maj,services,pivot\n\
        a,Nom,Rennes,350,999,1,12,pas un mail,ftp://x,le matin parfois,2024-99-01,Réparer les vélos,00000000000000\n";
    let rows = read("2024-04-02_hubik_liste.csv", text.as_bytes()).unwrap();
    let record = records(&rows)[0];
    assert_eq!(record.external.source.as_str(), "hubik-liste");
    assert_eq!(record.hours_text.as_deref(), Some("le matin parfois"));
    assert_eq!((record.position, record.address.postcode), (None, None));
    let fields: Vec<_> = issues(&rows)
        .iter()
        .map(|issue| (issue.field, issue.kind))
        .collect();
    for expected in [
        ("code_postal", IssueKind::Malformed),
        ("latitude", IssueKind::Malformed),
        ("telephone", IssueKind::Malformed),
        ("courriels", IssueKind::Malformed),
        ("site_web", IssueKind::Malformed),
        ("horaires", IssueKind::HoursAsText),
        ("date_maj", IssueKind::Malformed),
        ("services", IssueKind::Unlisted),
    ] {
        assert!(fields.contains(&expected), "{expected:?} not in {fields:?}");
    }
}

#[test]
fn the_schema_before_1_0_is_understood() {
    let text = "id;nom;commune;services;publics_accueillis;conditions_acces;labels_nationaux;modalites_accompagnement;courriel\n\
        v0;Nom;Rennes;\"Accéder à du matériel;Prendre en main un ordinateur\";\"Adultes;Surdité;Familles/enfants\";\
        \"Gratuit : Je peux accéder gratuitement au lieu et à ses services\";\"CNFS;APTIC\";\
        \"Seul : j'ai accès à du matériel et une connexion;A ma place : une personne habilitée fait les démarches à ma place\";a@b.fr\n";
    let rows = read("liste.csv", text.as_bytes()).unwrap();
    let record = records(&rows)[0];
    assert!(
        record.services.contains(Service::Connection) && record.services.contains(Service::Basics)
    );
    assert!(record.publics.contains(Public::Families) && record.care.contains(Care::Deafness));
    assert!(record.fees.contains(Fee::Free));
    assert!(record.programmes.contains(Programme::ConseillersNumeriques));
    assert!(record.support.contains(Support::Alone));
    assert_eq!(record.other_labels, ["APTIC"]);
    assert_eq!(record.contact.emails, ["a@b.fr"]);
    let left: Vec<_> = issues(&rows).iter().map(|issue| issue.field).collect();
    assert_eq!(left, ["modalites_accompagnement"]);
}

#[test]
fn hours_of_a_conseiller_are_a_permanence_and_never_building_hours() {
    let text = "rid,source,millesime,id_source,nom,typologie,code_postal,commune,code_insee,horaires,siret,services,date_maj\n\
        r1,conseillers-numeriques,2022-12,x,Mairie,,35740,PACE,35210,We 10:00-12:30,,Prendre en main un ordinateur,\n\
        r2,france-services,2024-08,x,France services,RFS,35200,Rennes,35238,Mo 09:00-12:00,,,2024-08-01\n";
    let rows = read("lieux.csv", text.as_bytes()).unwrap();
    let records = records(&rows);
    assert_eq!(records[0].hours, None);
    let SessionTime::Recurring { osm, .. } = &records[0].sessions[0].time else {
        panic!()
    };
    assert_eq!(osm, "We 10:00-12:30");
    assert_eq!(
        records[0].provenance.record.dated.unwrap().to_string(),
        "2022-12-31"
    );
    assert_eq!(
        records[0].external.source.as_str(),
        "conseillers-numeriques"
    );
    assert_eq!(records[1].hours.as_deref(), Some("Mo 09:00-12:00"));
    assert!(records[1].sessions.is_empty());
}

#[test]
fn a_conseiller_in_a_national_list_opens_no_building_either() {
    let header = "id,nom,commune,horaires,source\n";
    for (name, row) in [
        (
            "x.csv",
            "1,Mairie,Rennes,We 10:00-12:30,Conseiller numérique\n",
        ),
        (
            "conseillers-numeriques-permanences-2022-12.csv",
            "1,Mairie,Rennes,We 10:00-12:30,\n",
        ),
    ] {
        let rows = read(name, format!("{header}{row}").as_bytes()).unwrap();
        let record = records(&rows)[0];
        assert_eq!((&record.hours, &record.hours_text), (&None, &None));
        assert_eq!(record.sessions.len(), 1, "{name}");
        assert_eq!(record.sessions[0].key, "permanence");
    }
    let unread = format!("{header}1,Mairie,Rennes,le matin parfois,Conseiller numérique\n");
    let rows = read("x.csv", unread.as_bytes()).unwrap();
    assert_eq!(records(&rows)[0].hours_text, None);
    assert_eq!(issues(&rows)[0].kind, IssueKind::Malformed);
}

type Wanted = fn(&FormatError) -> bool;

#[test]
fn a_file_that_is_no_list_of_places_says_what_to_do() {
    let trap = {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        packed.write_all(format!("{HEADER}\n").as_bytes()).unwrap();
        packed.write_all(&b"         \n".repeat(2 << 20)).unwrap();
        packed.finish().unwrap()
    };
    let cases: [(&[u8], Wanted); 8] = [
        (b"", |e| matches!(e, FormatError::Empty)),
        (b" \n\t ", |e| matches!(e, FormatError::Empty)),
        (b"PK\x03\x04abc", |e| {
            matches!(e, FormatError::NotText { .. })
        }),
        (b"id,nom\0", |e| matches!(e, FormatError::NotText { .. })),
        (b"date,prix\n1,2\n", |e| {
            matches!(e, FormatError::UnknownShape { .. })
        }),
        (b"{\"a\":1}", |e| {
            matches!(e, FormatError::UnknownDocument { .. })
        }),
        (b"[{\"id\":", |e| matches!(e, FormatError::Json(_))),
        (&trap, |e| matches!(e, FormatError::Swelling { .. })),
    ];
    for (bytes, wanted) in cases {
        let error = read("liste.csv", bytes).unwrap_err();
        assert!(wanted(&error), "{error:?}");
    }
}
