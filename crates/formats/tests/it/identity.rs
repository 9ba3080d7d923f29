//! Which source a row belongs to: a list never passes for another one.

use crate::{read, read_as, records};

/// The source and the id of the only row.
fn identity(text: &str, source: Option<&str>) -> (String, String) {
    let rows = read_as("liste.csv", text.as_bytes(), source).unwrap();
    let external = &records(&rows)[0].external;
    (external.source.to_string(), external.id.clone())
}

#[test]
fn an_id_that_names_another_source_updates_nothing_there() {
    let foreign = "id,nom,commune,source\ndemonstration:7,Nom,Rennes,Ailleurs\n";
    let silent = "id,nom,commune\ndemonstration:7,Nom,Rennes\n";
    let empty = "id,nom,commune,source\ndemonstration:7,Nom,Rennes,\n";
    for (text, given, source) in [
        (foreign, None, "ailleurs"),
        (foreign, Some("demonstration-2"), "ailleurs"),
        (silent, Some("mon-reseau"), "mon-reseau"),
        (empty, None, "liste"),
        (empty, Some("mon-reseau"), "mon-reseau"),
    ] {
        let wanted = (source.to_owned(), "demonstration:7".to_owned());
        assert_eq!(identity(text, given), wanted, "{text} {given:?}");
    }
}

#[test]
fn an_id_that_names_its_own_source_is_taken_apart() {
    let wanted = ("hubik-35".to_owned(), "7".to_owned());
    for (text, given) in [
        (
            "id,nom,commune,source\nhubik-35:7,Nom,Rennes,Hubik 35\n",
            None,
        ),
        (
            "id,nom,commune,source\nhubik-35:7,Nom,Rennes,hubik-35\n",
            Some("autre"),
        ),
        (
            "id,nom,commune,source\nhubik-35:7,Nom,Rennes,Le réseau (hubik-35)\n",
            None,
        ),
        ("id,nom,commune\nhubik-35:7,Nom,Rennes\n", None),
    ] {
        assert_eq!(identity(text, given), wanted, "{text}");
    }
}

#[test]
fn a_json_row_follows_the_same_rule() {
    let text = r#"[{"id":"a:1","nom":"Nom","commune":"Rennes","source":"B"},{"id":"a:1","nom":"Nom","commune":"Rennes"}]"#;
    let rows = read("liste.json", text.as_bytes()).unwrap();
    let sources: Vec<&str> = records(&rows)
        .iter()
        .map(|record| record.external.source.as_str())
        .collect();
    assert_eq!(sources, ["b", "a"]);
}
