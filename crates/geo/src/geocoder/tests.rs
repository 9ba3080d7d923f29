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
#[case("rnenes", "Rennes")]
#[case("Rennes 35000", "Rennes")]
#[case("Saint-Grégoire 35760", "Saint-Grégoire")]
#[case("Rennes cedex 7", "Rennes")]
#[case("Rennes Bretagne", "Rennes")]
#[case("Paris 12", "Paris")]
fn territories_are_found_as_people_type_them(#[case] text: &str, #[case] name: &str) {
    let spot = one(text);
    assert_eq!((spot.label.as_str(), spot.fallback), (name, false));
}

#[rstest]
#[case("République, Rennes")]
#[case("republique rennes")]
#[case("rennes republique")]
#[case("Republique")]
#[case("métro République")]
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
#[case("3 rue qui n’existe pas Rennes")]
#[case("10 place de l'hotel de ville rennes")]
fn an_address_without_comma_nor_postcode_is_at_least_in_its_commune(#[case] text: &str) {
    let spot = one(text);
    assert_eq!((spot.label.as_str(), spot.fallback), ("Rennes", true));
}

#[rstest]
#[case("cesson", "Cesson", "Cesson-Sévigné")]
#[case("st jacques", "Saint-Jacques", "Saint-Jacques-de-la-Lande")]
fn a_small_commune_is_offered_beside_the_larger_one_whose_name_begins_so(
    #[case] text: &str,
    #[case] own: &str,
    #[case] larger: &str,
) {
    let Found::Several(spots) = geocoder().find(text) else {
        panic!("a choice")
    };
    assert_eq!(
        (spots[0].label.as_str(), spots[1].label.as_str()),
        (own, larger)
    );
}

#[test]
fn a_station_outside_rennes_is_in_its_own_commune() {
    assert_eq!(one("Cesson-Viasilva").detail, "Cesson-Sévigné");
    assert_eq!(
        one("métro La Courrouze").detail,
        "Saint-Jacques-de-la-Lande"
    );
}

#[rstest]
#[case("")]
#[case("   ")]
#[case("xyzzyx qwerty")]
#[case("99999")]
#[case("rue de Nantes")]
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
fn suggestions_are_the_most_peopled_and_none_comes_twice() {
    let geocoder = geocoder();
    let labels = |text| -> Vec<String> {
        let spots = geocoder.suggest(text, 6).into_iter();
        spots.map(|spot| spot.label).collect()
    };
    assert_eq!(labels("35000"), ["Rennes"]);
    assert_eq!(
        labels("par")
            .iter()
            .filter(|label| *label == "Paris")
            .count(),
        1
    );
    assert_eq!(labels("saint-etien")[0], "Saint-Étienne Métropole");
}

#[rstest]
#[case(48.0246, -1.7471, "35047")]
#[case(48.0880, -1.6170, "35055")]
#[case(48.1006, -1.7969, "35240")]
fn the_nearest_commune_of_a_point_is_known(#[case] lat: f64, #[case] lon: f64, #[case] code: &str) {
    let nearest = geocoder().nearest_commune(Position::new(lat, lon).unwrap());
    assert_eq!(nearest.unwrap().as_str(), code);
}

#[test]
fn no_text_of_twenty_words_takes_long() {
    let geocoder = geocoder();
    let texts = [
        "saint martin saint pierre saint jean saint paul saint andre saint aubin",
        "saint aubin du saint aubin du saint aubin du saint aubin du cormier",
        "a a a a a a a a a a a a a a a a a a a a",
    ];
    let _ = geocoder.find("rennes");
    let start = std::time::Instant::now();
    for text in texts {
        let _ = geocoder.find(text);
    }
    assert!(
        start.elapsed() < std::time::Duration::from_secs(5),
        "{:?}",
        start.elapsed()
    );
}

#[test]
fn a_drawn_quartier_never_hides_the_smaller_one_that_people_name() {
    let drawn = r#"{"type":"FeatureCollection","features":[{"type":"Feature",
        "properties":{"nom":"Maurepas - Bellangerais"},"geometry":{"type":"Polygon","coordinates":
        [[[-1.70,48.11],[-1.60,48.11],[-1.60,48.15],[-1.70,48.15],[-1.70,48.11]]]}}]}"#;
    let layer = crate::read_layer("quartiers-rennes.geojson", drawn.as_bytes()).unwrap();
    let reference = Arc::new(Reference::embedded().unwrap().with_layers(vec![layer]));
    let at = reference.neighbourhoods_at(
        &"35238".parse().unwrap(),
        Position::new(48.1275, -1.6575).unwrap(),
    );
    let at: Vec<String> = at.iter().map(ToString::to_string).collect();
    assert_eq!(
        at,
        [
            "quartier-rennes-maurepas-bellangerais",
            "quartier-rennes-maurepas"
        ]
    );
    let Found::One(spot) = Geocoder::new(reference, Vec::new()).find("Maurepas, Rennes") else {
        panic!("one quartier")
    };
    assert_eq!(
        spot.territory.unwrap().to_string(),
        "quartier-rennes-maurepas"
    );
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
