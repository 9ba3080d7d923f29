//! JSON of every make.

use portulan_formats::{FormatError, RecordOptions};
use proptest::prelude::*;

use crate::{all, all_with, broken, open, refused, shown};

fn under(key: &str) -> RecordOptions {
    RecordOptions {
        key: Some(key.to_owned()),
        ..RecordOptions::default()
    }
}

#[test]
fn the_list_is_found_wherever_it_is() {
    for text in [
        r#"[{"nom":"a"},{"nom":"b"}]"#,
        "{\"nom\":\"a\"}\n{\"nom\":\"b\"}\n",
        "\u{feff}{\"nom\":\"a\"} {\"nom\":\"b\"}",
        r#"{"total":2,"lieux":[{"nom":"a"},{"nom":"b"}]}"#,
        r#"{"sources":[{"x":1}],"lieux":[{"nom":"a"},{"nom":"b"}],"tags":[1,2,3]}"#,
        r#"{"ok":true,"result":{"fields":[{"id":"nom"}],"records":[{"nom":"a"},{"nom":"b"}]},"z":{}}"#,
        r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"nom":"a"}},{"type":"Feature","properties":{"nom":"b"},"geometry":null}]}"#,
    ] {
        assert_eq!(shown(&all(text)), ["nom=a", "nom=b"], "{text}");
    }
    assert_eq!(
        shown(&all(r#"{"nom":"a","tags":["x","y"]}"#)),
        ["nom=a tags.0=x tags.1=y"]
    );
}

#[test]
fn a_key_picks_the_list_and_one_that_is_missing_is_named() {
    let text =
        br#"{"a":[{"x":1},{"x":2}],"b":{"c":[{"x":3}],"d.e":[{"x":4}]},"f.g":[{"x":5}],"end":1}"#;
    for (key, wanted) in [
        ("a", "x=1"),
        ("b.c", "x=3"),
        ("b.d.e", "x=4"),
        ("f.g", "x=5"),
    ] {
        assert_eq!(
            shown(&all_with(text, &under(key)).unwrap())[0],
            wanted,
            "{key}"
        );
    }
    let error = all_with(text, &under("lieux")).unwrap_err();
    assert!(
        matches!(&error, FormatError::NoList { key, found } if key == "lieux" && found.contains("a, b")),
        "{error}"
    );
    let whole = all_with(br#"{"nom":"a","contacts":[{"x":1}]}"#, &under("")).unwrap();
    assert_eq!(shown(&whole), ["nom=a contacts.0.x=1"]);
}

#[test]
fn nested_values_become_columns_and_nothing_becomes_no_cell() {
    let text =
        r#"[{"a":{"b":{"c":"x"},"d":[{"e":1.50},true]},"f.g":"y","n":null,"v":[],"o":{},"s":""}]"#;
    assert_eq!(
        shown(&all(text)),
        ["a.b.c=x a.d.0.e=1.5 a.d.1=true f.g=y s="]
    );
    let big = "[{\"siret\":35600000063516,\"tel\":\"0299000000\"}]";
    assert_eq!(shown(&all(big)), ["siret=35600000063516 tel=0299000000"]);
}

#[test]
fn columns_are_those_met_so_far_in_their_order() {
    let mut records = open(br#"[{"b":1},{"a":2,"b":3}]"#, &RecordOptions::default()).unwrap();
    assert!(records.columns().is_empty());
    assert_eq!(records.by_ref().count(), 2);
    let names: Vec<&str> = records.columns().iter().map(AsRef::as_ref).collect();
    assert_eq!(names, ["b", "a"]);
}

#[test]
fn names_without_end_are_read_and_not_kept() {
    let name = |row: usize| format!("{row}{}", "x".repeat(300_000));
    let rows: Vec<String> = (0..40)
        .map(|row| format!("{{\"{}\":{row}}}", name(row)))
        .collect();
    let text = rows.join("\n");
    let mut records = open(text.as_bytes(), &RecordOptions::default()).unwrap();
    for row in 0..40 {
        let record = records.next().unwrap().unwrap();
        assert_eq!(record.get(&name(row)), Some(&*row.to_string()));
    }
    let kept: usize = records.columns().iter().map(|name| name.len()).sum();
    assert!(kept <= 4 << 20, "{kept} bytes of names are kept");
}

#[test]
fn features_give_properties_and_the_degrees_of_their_point() {
    let text = r#"{"type":"FeatureCollection","crs":{"type":"name"},"features":[
        {"type":"Feature","id":"7","geometry":{"type":"Point","coordinates":[-1.68,48.11]},"properties":{"nom":"a"}},
        {"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{"id":9,"latitude":"48,1"}},
        {"type":"Feature","geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]},"properties":{"nom":"c"}}
    ]}"#;
    let rows = all(text);
    assert_eq!(
        shown(&rows),
        [
            "nom=a id=7 geometry.type=Point geometry.coordinates.0=-1.68 geometry.coordinates.1=48.11 longitude=-1.68 latitude=48.11",
            "id=9 latitude=48,1 geometry.type=Point geometry.coordinates.0=1 geometry.coordinates.1=2 longitude=1",
            "nom=c geometry.type=LineString",
        ]
    );
}

#[test]
fn elements_that_are_no_objects_say_so_and_keep_their_number() {
    let rows = all(r#"[{"nom":"a"},7,null,{"nom":"b"}]"#);
    let numbers: Vec<usize> = rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [0, 1, 2, 3]);
    assert_eq!(broken(&rows[1]), "not an object");
    assert_eq!(broken(&rows[3]), "");
}

#[test]
fn a_list_cut_short_is_an_error_after_its_sound_rows() {
    let mut records = open(br#"[{"nom":"a"},{"nom":"#, &RecordOptions::default()).unwrap();
    assert!(records.next().unwrap().is_ok());
    assert!(matches!(records.next(), Some(Err(FormatError::Json(_)))));
    assert!(records.next().is_none());
    assert!(matches!(
        refused(b"{\"lieux\":[{\"nom\":"),
        FormatError::Json(_)
    ));
}

proptest! {
    #[test]
    fn flat_objects_come_out_as_they_went_in(
        rows in prop::collection::vec(prop::collection::btree_map("[a-z.é ]{1,5}", "\\PC{0,8}", 1..5), 1..6),
    ) {
        let text = serde_json::to_string(&rows).unwrap();
        let read = all(&text);
        let lines: Vec<String> = rows.iter().map(|row| serde_json::to_string(row).unwrap()).collect();
        prop_assert_eq!(&read, &all(&format!("{{\"x\":{text}}}")));
        if rows.len() > 1 {
            prop_assert_eq!(&read, &all(&lines.join("\n")));
        }
        for (row, record) in rows.iter().zip(&read) {
            let wanted: Vec<(&str, &str)> = row.iter().map(|(name, cell)| (name.as_str(), cell.as_str())).collect();
            prop_assert_eq!(record.iter().collect::<Vec<_>>(), wanted);
        }
    }
}
