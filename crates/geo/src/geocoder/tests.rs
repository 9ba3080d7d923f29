use rstest::rstest;

use super::*;

fn geocoder() -> Geocoder {
    let reference = Arc::new(Reference::embedded().unwrap());
    let known = KnownAddress {
        street: "42 rue des Essais".to_owned(),
        commune: "35238".parse().unwrap(),
        position: Position::new(48.1216, -1.7105).unwrap(),
        label: "Bibliothèque".to_owned(),
    };
    Geocoder::new(reference, vec![known])
}

fn one(text: &str) -> Spot {
    match geocoder().find(text) {
        Found::One(spot) => spot,
        other => panic!("{text:?} gives {other:?}"),
    }
}

#[rstest]
#[case("35000", "Rennes")]
#[case("renne", "Rennes")]
#[case("RENNES", "Rennes")]
#[case("st malo", "Saint-Malo")]
#[case("Saint Aubin du Cormier", "Saint-Aubin-du-Cormier")]
#[case("st-jacques de la lande", "Saint-Jacques-de-la-Lande")]
#[case("rheu", "Le Rheu")]
#[case("Roazhon", "Rennes")]
#[case("Cesson Sévigné", "Cesson-Sévigné")]
#[case("Rennes Métropole", "Rennes Métropole")]
#[case("Ille et Vilaine", "Ille-et-Vilaine")]
#[case("Paris", "Paris")]
fn territories_are_found_as_people_type_them(#[case] text: &str, #[case] name: &str) {
    assert_eq!(one(text).label, name);
}

#[rstest]
#[case("République, Rennes")]
#[case("republique rennes")]
#[case("rennes republique")]
#[case("Republique")]
#[case("place de la République, Rennes")]
fn a_square_is_found_with_or_without_its_town(#[case] text: &str) {
    let spot = one(text);
    assert_eq!(spot.detail, "Rennes", "{spot:?}");
    assert!(spot.label.contains("République"), "{spot:?}");
}

#[test]
fn maurepas_is_offered_and_never_guessed() {
    let Found::Several(spots) = geocoder().find("Maurepas") else {
        panic!("a choice")
    };
    let details: Vec<&str> = spots.iter().map(|spot| spot.detail.as_str()).collect();
    assert_eq!(
        details[0], "Rennes",
        "the quartier of the largest town comes first"
    );
    assert_eq!(spots.len(), 3, "{spots:?}");
    assert_eq!(
        one("Maurepas, Rennes").territory.unwrap().to_string(),
        "quartier-rennes-maurepas"
    );
}

#[test]
fn an_address_is_found_at_its_house_its_street_or_its_commune_and_says_which() {
    let house = one("42 rue des Essais, 35000 Rennes");
    assert_eq!(
        (house.kind, house.label.as_str(), house.fallback),
        (SpotKind::Address, "42 rue des Essais", false)
    );
    let street = one("rue des esais, Rennes");
    assert_eq!(
        (street.kind, street.label.as_str()),
        (SpotKind::Street, "rue des Essais")
    );
    let commune = one("99 rue qui n’existe pas, 35000 Rennes");
    assert_eq!(
        (commune.kind, commune.label.as_str(), commune.fallback),
        (SpotKind::Territory, "Rennes", true)
    );
}

#[rstest]
#[case("")]
#[case("   ")]
#[case("xyzzyx qwerty")]
#[case("99999")]
#[case("<script>alert(1)</script>")]
fn nonsense_is_nothing(#[case] text: &str) {
    assert_eq!(geocoder().find(text), Found::Nothing);
}

#[test]
fn suggestions_begin_like_the_text() {
    let spots = geocoder().suggest("saint-ma", 5);
    assert!(
        spots.iter().any(|spot| spot.label == "Saint-Malo"),
        "{spots:?}"
    );
    assert!(spots.len() <= 5);
}

#[test]
fn the_nearest_commune_of_a_point_is_known() {
    let code = geocoder().nearest_commune(Position::new(48.02, -1.74).unwrap());
    assert_eq!(code.unwrap().as_str(), "35047");
}

mod properties {
    use std::sync::LazyLock;

    use proptest::prelude::*;

    use super::*;

    static GEOCODER: LazyLock<Geocoder> = LazyLock::new(geocoder);

    proptest! {
        #[test]
        fn any_text_is_answered(text in ".{0,60}") {
            let _ = GEOCODER.find(&text);
            let _ = GEOCODER.suggest(&text, 3);
        }
    }
}
