//! What is written reads back as it was, for the fields of the national schema.

use portulan_formats::{geojson, national};
use portulan_model::{
    Access, Care, ClosedList, Fee, Label, Mobility, PlaceRecord, Programme, Public, Service,
    Support, ValueSet,
};
use proptest::prelude::*;

use crate::{placed, read, records};

fn set<L: ClosedList>() -> impl Strategy<Value = ValueSet<L>> {
    prop::collection::vec(prop::sample::select(L::ALL), 0..3)
        .prop_map(|values| values.into_iter().collect())
}

/// Words as files carry them: accents, quotes, separators, formulas.
fn words() -> impl Strategy<Value = String> {
    "[A-Zé=@][a-zé,;\"'’œ-]{0,12}( [a-zà,\"]{1,9}){0,2}"
}

fn maybe(words: impl Strategy<Value = String>) -> impl Strategy<Value = Option<String>> {
    prop::option::of(words)
}

type Texts = (
    String,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<String>,
);
type Lists = (
    ValueSet<Service>,
    ValueSet<Public>,
    ValueSet<Care>,
    ValueSet<Fee>,
    ValueSet<Access>,
);
type Labels = (
    ValueSet<Support>,
    ValueSet<Mobility>,
    ValueSet<Programme>,
    ValueSet<Label>,
);

fn texts() -> impl Strategy<Value = Texts> {
    (
        words(),
        maybe(words()),
        maybe(words()),
        maybe(words()),
        maybe(words()),
        maybe(words()),
    )
}

pub(crate) fn record() -> impl Strategy<Value = PlaceRecord> {
    let lists = (set(), set(), set(), set(), set());
    let labels = (set(), set(), set(), set());
    let place = prop::option::of((40.0..50.0_f64, -5.0..9.0_f64));
    let known = prop::bool::ANY;
    let whole = (texts(), lists, labels, place, known)
        .prop_map(|(texts, lists, labels, place, known)| make(texts, lists, labels, place, known));
    (whole, maybe(words())).prop_map(|(record, producer)| PlaceRecord { producer, ..record })
}

fn make(
    texts: Texts,
    lists: Lists,
    labels: Labels,
    place: Option<(f64, f64)>,
    known: bool,
) -> PlaceRecord {
    let base = b"id,nom,commune,source\nx:1,Nom,Rennes,Hubik 35\n";
    let mut record = records(&read("x.csv", base).unwrap())[0].clone();
    (
        record.name,
        record.address.street,
        record.address.complement,
        record.summary,
        record.detail,
        record.parent,
    ) = texts;
    (
        record.services,
        record.publics,
        record.care,
        record.fees,
        record.access,
    ) = lists;
    (
        record.support,
        record.mobility,
        record.programmes,
        record.labels,
    ) = labels;
    record.position = place.map(|place| place.try_into().unwrap());
    if known {
        record.pivot = Some("43493312300029".to_owned());
        record.address.postcode = Some("35000".parse().unwrap());
        record.address.insee = Some("35238".parse().unwrap());
        record.contact.phones = vec!["+33299000000".to_owned()];
        record.contact.emails = vec!["a@b.fr".to_owned(), "c@d.fr".to_owned()];
        record.contact.websites = vec!["https://a.fr/x,y".to_owned(), "https://b.fr".to_owned()];
        record.hours = Some("Mo-Fr 09:00-12:00; PH off".to_owned());
        record.kinds = vec!["BIB".to_owned(), "CCAS".to_owned()];
        record.other_labels = vec!["QPV".to_owned(), "Label, \"et\" la bête".to_owned()];
        record.booking_url = Some("https://rdv.fr/org/1".to_owned());
        record.accessibility_url = Some("https://acceslibre.beta.gouv.fr/erp/x/".to_owned());
        record.provenance.record.dated = chrono::NaiveDate::from_ymd_opt(2024, 4, 2);
    }
    record
}

proptest! {
    #[test]
    fn csv_reads_back(record in record()) {
        let mut text = national::csv_header();
        national::csv_row(&placed(record.clone()), &mut text);
        let rows = read("other.csv", text.as_bytes()).unwrap();
        prop_assert_eq!(records(&rows), vec![&record], "{}", text);
    }

    #[test]
    fn json_lines_read_back(record in record()) {
        let line = serde_json::Value::Object(national::json(&placed(record.clone()))).to_string();
        let rows = read("other.ndjson", line.as_bytes()).unwrap();
        prop_assert_eq!(records(&rows), vec![&record], "{}", line);
    }
}

#[test]
fn a_producer_that_is_not_known_stays_so_and_one_that_is_known_too() {
    let base = b"id,nom,commune,source\nx:1,Nom,Rennes,Hubik 35\n";
    let record = records(&read("x.csv", base).unwrap())[0].clone();
    for producer in [
        None,
        Some("Hubik 35"),
        Some("hubik-35"),
        Some("Une autre, ailleurs"),
    ] {
        let producer = producer.map(str::to_owned);
        let record = PlaceRecord {
            producer,
            ..record.clone()
        };
        let mut text = national::csv_header();
        national::csv_row(&placed(record.clone()), &mut text);
        let rows = read("other.csv", text.as_bytes()).unwrap();
        assert_eq!(records(&rows), [&record], "{text}");
    }
}

#[test]
fn hours_that_no_program_reads_stay_out_of_the_column_of_osm() {
    let list = "id,nom,commune,horaires\n1,Nom,Rennes,le matin parfois\n";
    let rows = read("x.csv", list.as_bytes()).unwrap();
    let place = placed(records(&rows)[0].clone());
    assert!(place.record.hours_text.is_some());
    let horaires = national::row(&place)
        .into_iter()
        .find(|(column, _)| *column == "horaires");
    assert_eq!(horaires.unwrap().1, "");
}

#[test]
fn what_the_schema_requires_is_there_even_when_unknown() {
    let rows = read("x.csv", b"id,nom,code_insee\n1,Nom,35238\n").unwrap();
    let mut text = String::new();
    national::csv_row(&placed(records(&rows)[0].clone()), &mut text);
    let cells: Vec<&str> = text.trim_end().split(',').collect();
    assert_eq!(cells.len(), national::COLUMNS.len());
    assert_eq!(
        cells[..7],
        [
            "x:1",
            "00000000000000",
            "Nom",
            "35238",
            "00000",
            "35238",
            "35238"
        ]
    );
    assert_eq!(cells[20], "1970-01-01");
    let json = national::json(&placed(records(&rows)[0].clone()));
    let keys: Vec<&str> = json.keys().map(String::as_str).collect();
    assert_eq!(
        keys,
        ["id", "nom", "code_insee", "source"],
        "JSON has no fillers"
    );
}

#[test]
fn a_feature_is_a_point_or_has_no_geometry() {
    let rows = read(
        "x.csv",
        b"id,nom,commune,latitude,longitude\n1,Nom,Rennes,48.1,-1.6\n2,Nom,Rennes,,\n",
    )
    .unwrap();
    let features: Vec<serde_json::Value> = records(&rows)
        .into_iter()
        .map(|record| placed(record.clone()))
        .map(|place| {
            serde_json::from_str(&geojson::feature(&place, national::json(&place))).unwrap()
        })
        .collect();
    assert_eq!(
        features[0]["geometry"]["coordinates"],
        serde_json::json!([-1.6, 48.1])
    );
    assert!(features[1]["geometry"].is_null());
    assert_eq!(features[1]["properties"]["nom"], "Nom");
}
