use portulan_geo::Reference;

use super::*;
use crate::Field;

const NAME: (Field, &str) = (Field::Nom, "Médiathèque du Port");
const RENNES: [(Field, &str); 5] = [
    NAME,
    (Field::Commune, "Rennes"),
    (Field::CodePostal, "35000"),
    (Field::CodeInsee, "35238"),
    (Field::Adresse, "12 rue du Port"),
];

fn draft(id: &str, fields: &[(Field, &str)]) -> Draft {
    let mut draft = Draft {
        id: id.to_owned(),
        ..Draft::default()
    };
    for (field, value) in fields {
        draft.set(*field, *value);
    }
    draft
}

fn rules(reference: &Reference, drafts: &[Draft]) -> Vec<Rule> {
    let mut checks = Checks::new(reference, NaiveDate::from_ymd_opt(2025, 9, 15));
    let lines = drafts.iter().flat_map(|draft| checks.place(draft));
    lines.map(|line| line.rule).collect()
}

#[test]
fn a_sound_place_passes_in_silence() {
    let reference = Reference::embedded().unwrap();
    let more = [
        (Field::Latitude, "48.1114"),
        (Field::Longitude, "-1.6804"),
        (Field::Telephone, "+33299000000"),
        (Field::Horaires, "Mo-Fr 09:00-12:00,14:00-17:00"),
        (Field::DateMaj, "2024-04-02"),
        (Field::Pivot, "21350210700013"),
        (Field::PresentationResume, "Besoin d'aide ? Venez."),
    ];
    let sound = draft("a", &[&RENNES[..], &more[..]].concat());
    assert!(rules(&reference, &[sound]).is_empty());
    for phone in ["+33600000000", "+33970000000", "3949", "+33800000000"] {
        let place = draft("a", &[&RENNES[..], &[(Field::Telephone, phone)]].concat());
        assert!(rules(&reference, &[place]).is_empty(), "{phone}");
    }
}

#[test]
fn each_fault_has_the_check_that_names_it() {
    let reference = Reference::embedded().unwrap();
    for (faults, rule) in [
        (
            vec![(Field::Latitude, "43.52609"), (Field::Longitude, "5.44540")],
            "position-far",
        ),
        (
            vec![(Field::Latitude, "999"), (Field::Longitude, "5.4")],
            "position-far",
        ),
        (
            vec![(Field::Latitude, "48.31"), (Field::Longitude, "-1.68")],
            "position-outside-commune",
        ),
        (vec![(Field::CodePostal, "64130")], "postcode-elsewhere"),
        (
            vec![(Field::Courriels, "a@ville.fr|contact@gmial.com")],
            "email-doubtful",
        ),
        (vec![(Field::Pivot, "21350210700014")], "siret-wrong-check"),
        (vec![(Field::Telephone, "+33490000000")], "phone-elsewhere"),
        (vec![(Field::Telephone, "+262262000000")], "phone-elsewhere"),
        (
            vec![(Field::Horaires, "du lundi au vendredi")],
            "hours-unreadable",
        ),
        (vec![(Field::Horaires, "24/7")], "hours-round-the-clock"),
        (
            vec![(Field::Horaires, "Mo 09:00-09:00")],
            "hours-round-the-clock",
        ),
        (
            vec![(Field::Horaires, "Mo-Su 06:00-22:00")],
            "hours-too-long",
        ),
        (vec![(Field::Horaires, "off")], "hours-never-open"),
        (vec![(Field::DateMaj, "2025-12-31")], "date-future"),
        (vec![(Field::DateMaj, "09/0102023")], "date-impossible"),
        (
            vec![(Field::Nom, "contact@ville.example")],
            "text-in-wrong-column",
        ),
        (
            vec![(Field::Nom, "Mairie www.ville.example")],
            "text-in-wrong-column",
        ),
        (
            vec![(Field::Adresse, "12 rue du Port 02 99 00 00 00")],
            "text-in-wrong-column",
        ),
        (
            vec![(Field::ComplementAdresse, "tél 0299000000")],
            "text-in-wrong-column",
        ),
        (vec![(Field::Nom, "35000")], "name-odd"),
        (vec![(Field::Nom, "Test")], "name-odd"),
        (vec![(Field::Nom, "M?diath?que")], "letters-lost"),
        (
            vec![(Field::Adresse, "Place de l\u{fffd}\u{fffd}glise")],
            "letters-lost",
        ),
    ] {
        let place = draft("a", &[&RENNES[..], &faults[..]].concat());
        assert_eq!(rules(&reference, &[place]), [rule], "{faults:?}");
    }
    let long = "a".repeat(281);
    let place = draft(
        "a",
        &[&RENNES[..], &[(Field::PresentationResume, &long)]].concat(),
    );
    assert_eq!(rules(&reference, &[place]), ["summary-too-long"]);
}

#[test]
fn a_position_without_a_commune_is_in_france_or_doubted() {
    let reference = Reference::embedded().unwrap();
    let said = |lat: &str, lon: &str| {
        let fields = [NAME, (Field::Latitude, lat), (Field::Longitude, lon)];
        rules(&reference, &[draft("a", &fields)])
    };
    for commune in reference.of_kind(portulan_model::TerritoryKind::Commune) {
        if let Some(centre) = commune.centre {
            let found = said(&centre.lat().to_string(), &centre.lon().to_string());
            assert!(found.is_empty(), "{}", commune.name);
        }
    }
    assert_eq!(said("40.4168", "-3.7038"), ["position-abroad"], "Madrid");
    assert_eq!(said("55.45", "-20.88"), ["position-abroad"], "exchanged");
}

#[test]
fn a_box_and_a_postcode_are_no_telephone() {
    let reference = Reference::embedded().unwrap();
    for street in [
        "12 rue du Port BP 30123 35030",
        "CS 63126 35031",
        "1 place de la République",
    ] {
        let place = draft("a", &[&RENNES[..], &[(Field::Adresse, street)]].concat());
        assert!(rules(&reference, &[place]).is_empty(), "{street}");
    }
}

#[test]
fn telephones_overseas_are_at_home_there() {
    let reference = Reference::embedded().unwrap();
    for (code, phone) in [
        ("97411", "+262262000000"),
        ("98818", "+687250000"),
        ("97209", "+596596000000"),
    ] {
        let fields = [NAME, (Field::CodeInsee, code), (Field::Telephone, phone)];
        assert!(
            rules(&reference, &[draft("a", &fields)]).is_empty(),
            "{code}"
        );
        let fields = [
            NAME,
            (Field::CodeInsee, code),
            (Field::Telephone, "+33299000000"),
        ];
        assert_eq!(
            rules(&reference, &[draft("a", &fields)]),
            ["phone-elsewhere"]
        );
    }
}

#[test]
fn the_second_row_of_a_place_names_the_first() {
    let reference = Reference::embedded().unwrap();
    let mut checks = Checks::new(&reference, None);
    assert!(checks.place(&draft("one", &RENNES)).is_empty());
    let capitals = [&RENNES[1..], &[(Field::Nom, "MEDIATHEQUE DU PORT")]].concat();
    let lines = checks.place(&draft("two", &capitals));
    let said: Vec<_> = lines
        .iter()
        .map(|line| (line.rule, line.raw.as_str()))
        .collect();
    assert_eq!(said, [("twin-in-source", "one")]);
    let other_street = [&RENNES[..4], &[(Field::Adresse, "3 rue Neuve")]].concat();
    assert!(checks.place(&draft("three", &other_street)).is_empty());
}

#[test]
fn what_the_cleaning_said_is_not_said_again() {
    let reference = Reference::embedded().unwrap();
    let far = [(Field::Latitude, "43.52609"), (Field::Longitude, "5.44540")];
    let mut place = draft("a", &[&RENNES[..], &far[..]].concat());
    place.lines.push(Line::new(
        "latitude",
        "",
        "",
        "position-far",
        Severity::Doubt,
    ));
    assert!(rules(&reference, &[place]).is_empty());
}

#[test]
fn hours_met_again_have_the_same_verdict_in_each_commune() {
    let reference = Reference::embedded().unwrap();
    let mut checks = Checks::new(&reference, None);
    for (id, code) in [("a", "35238"), ("b", "35238"), ("c", "97411")] {
        let place = |text| draft(id, &[(Field::CodeInsee, code), (Field::Horaires, text)]);
        let lines = checks.place(&place("24/7"));
        assert_eq!(lines.len(), 1, "{id}");
        assert_eq!(lines[0].rule, "hours-round-the-clock", "{id}");
        assert!(checks.place(&place("Mo 09:00-12:00")).is_empty(), "{id}");
    }
}

#[test]
fn rules_are_named_once() {
    let mut rules: Vec<Rule> = Check::ALL.iter().map(|check| check.rule()).collect();
    rules.sort_unstable();
    rules.dedup();
    assert_eq!(rules.len(), Check::ALL.len());
}

/// The row that the national schema publishes as its valid example: Reims, at Aix-en-Provence.
const OFFICIAL: [(Field, &str); 8] = [
    (Field::Nom, "Anonymal"),
    (Field::Commune, "Reims"),
    (Field::CodePostal, "51100"),
    (Field::CodeInsee, "51454"),
    (Field::Adresse, "12 BIS RUE DE LECLERCQ"),
    (Field::Latitude, "43.52609"),
    (Field::Longitude, "5.41423"),
    (Field::Telephone, "+33180059880"),
];

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "the shared data is named by the environment"
)]
fn the_official_valid_example_is_caught() {
    let reference = Reference::embedded().unwrap();
    let beside = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("PORTULAN_SHARED").map_or(beside, Into::into);
    let path = shared.join("data/schemas/standard-mediation-num-exemple-valide.csv");
    let place = if let Ok(file) = std::fs::File::open(&path) {
        official(file)
    } else {
        println!(
            "no {}: the row typed in this test stands for it",
            path.display()
        );
        draft("a", &OFFICIAL)
    };
    let found = rules(&reference, &[place]);
    assert!(found.contains(&"position-far"), "{found:?}");
    assert!(found.contains(&"phone-elsewhere"), "{found:?}");
}

fn official(file: std::fs::File) -> Draft {
    let options = portulan_formats::RecordOptions::default();
    let reader = Box::new(std::io::BufReader::new(file));
    let mut records = portulan_formats::open_records("exemple.csv", reader, &options).unwrap();
    let row = records.next().unwrap().unwrap();
    let fields: Vec<(Field, &str)> = Field::ALL
        .into_iter()
        .filter_map(|field| Some((field, row.get(field.name())?)))
        .collect();
    draft("official", &fields)
}
