//! Mapping files: what the documentation shows is read, what is wrong is said.

use portulan_harvest::Field;
use portulan_harvest::mapping::{Extract, Mapping, MappingError, NoticeKind};

#[test]
fn the_mapping_that_the_documentation_shows_is_read() {
    let page = include_str!("../../../../docs/mapping.md");
    let (_, after) = page.split_once("```toml\n").unwrap();
    let (example, _) = after.split_once("```").unwrap();
    let (mapping, notices) = Mapping::read(example).unwrap();
    assert_eq!(notices, []);
    assert!(mapping.values.contains_key(&Field::Longitude));
    assert_eq!(mapping.choices[&Field::Services].len(), 3);
    assert_eq!(mapping.choices[&Field::FraisACharge].len(), 3);
    assert_eq!(mapping.hours.days.len(), 2);
}

#[test]
fn every_form_of_the_national_mappings_is_read_and_what_is_odd_is_said() {
    let text = r#"{
        "nom": {"colonne": "n"}, "courriel": {"colonne": "m"}, "prive": {"colonne": "p"},
        "date_maj": {"valeur": "2024-01-01"},
        "adresse": {"joindre": {"colonnes": ["a", "b"], "séparateur": " ", "ou": "c"}},
        "latitude": {"dissocier": {"colonne": "g", "séparateur": ",", "partie": 0}},
        "code_postal": {"colonne": ""},
        "services": [
            {"colonnes": ["s"], "termes": ["Démarches"], "cible": "Réaliser des démarches administratives avec un accompagnement"},
            {"colonnes": ["s"], "termes": ["x"], "sauf": ["Gratuit"], "cible": "Repassage"},
            {"cible": "Aide aux démarches administratives"}
        ],
        "horaires": {"jours": [{"colonne": ["lm", "la"], "osm": "Mo"}], "semaine": "h", "osm": "o"},
        "semaine_ouverture": {"colonne": "w"}
    }"#;
    let (mapping, notices) = Mapping::read(text).unwrap();
    let kinds: Vec<(&str, NoticeKind)> = notices
        .iter()
        .map(|notice| (notice.path.as_str(), notice.kind))
        .collect();
    for expected in [
        ("courriel", NoticeKind::OldKey),
        ("prive", NoticeKind::UnknownKey),
        ("services[0].cible", NoticeKind::OldTarget),
        ("services[1].cible", NoticeKind::DeadTarget),
        ("services[1].sauf", NoticeKind::CapitalException),
    ] {
        assert!(kinds.contains(&expected), "{expected:?} in {kinds:?}");
    }
    assert!(matches!(
        mapping.values[&Field::Adresse],
        Extract::Joined { .. }
    ));
    assert!(matches!(
        mapping.values[&Field::Latitude],
        Extract::Part { .. }
    ));
    assert!(
        !mapping.values.contains_key(&Field::CodePostal),
        "the list has none"
    );
    assert_eq!(mapping.hours.weeks.as_deref(), Some("w"));
}

#[test]
fn what_is_no_mapping_is_refused_with_the_reason() {
    assert!(matches!(
        Mapping::read("{"),
        Err(MappingError::Unreadable { .. })
    ));
    assert!(matches!(Mapping::read("{}"), Err(MappingError::NoName)));
    assert!(matches!(
        Mapping::read("[champs]\nnom = \"n\"\nservices = \"s\""),
        Err(MappingError::Form { .. })
    ));
    assert!(matches!(
        Mapping::read("[champs]\nnon = \"n\""),
        Err(MappingError::Unreadable { .. })
    ));
    for text in ["", "bonjour", "<html></html>", "[1, 2]", "null"] {
        let read = Mapping::read(text);
        assert!(matches!(read, Err(MappingError::Neither)), "{text}");
    }
    let broken = Mapping::read("\n\n[champs]\nnom = \"n\nville = 1\n");
    assert!(
        matches!(broken, Err(MappingError::Unreadable { line: 4, .. })),
        "{broken:?}"
    );
}

#[test]
fn values_within_values_without_end_are_refused_as_such() {
    let many = 50_000;
    for text in [
        format!("{{\"nom\": {}1{}}}", "[".repeat(many), "]".repeat(many)),
        format!(
            "{{\"nom\": {}1{}}}",
            "{\"ou\":".repeat(many),
            "}".repeat(many)
        ),
        format!("[champs]\nnom = {}1{}", "[".repeat(many), "]".repeat(many)),
        format!(
            "[champs]\nnom = {}1{}",
            "{a=".repeat(many),
            "}".repeat(many)
        ),
        format!("[champs]\nnom = \"n\"\n[{}a]\n", "a.".repeat(many)),
    ] {
        let read = Mapping::read(&text);
        assert!(matches!(read, Err(MappingError::TooDeep)), "{read:?}");
    }
}
