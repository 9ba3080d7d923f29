use rstest::rstest;

use super::*;

fn reference() -> Reference {
    Reference::embedded().unwrap()
}

fn key(text: &str) -> TerritoryKey {
    text.parse().unwrap()
}

#[test]
fn the_official_code_of_2026_is_whole() {
    let reference = reference();
    assert_eq!(reference.communes_of(&TerritoryKey::france()).len(), 34_969);
    assert_eq!(reference.communes_of(&key("departement-35")).len(), 332);
    assert_eq!(reference.communes_of(&key("epci-243500139")).len(), 43);
    assert_eq!(
        reference
            .territory(&key("departement-35"))
            .unwrap()
            .population,
        Some(1_120_666)
    );
    assert_eq!(reference.of_kind(TerritoryKind::Epci).count(), 1_255);
}

#[test]
fn a_commune_knows_what_stands_above_it() {
    let above: Vec<String> = reference()
        .ancestors(&key("commune-35238"))
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        above,
        ["pays-fr", "region-53", "departement-35", "epci-243500139"]
    );
}

#[test]
fn overseas_collectivities_have_no_department_and_are_still_there() {
    let reference = reference();
    let commune = reference.commune(&"98818".parse().unwrap()).unwrap();
    assert_eq!(commune.name, "Nouméa");
    assert!(
        reference
            .ancestors(&commune.key)
            .contains(&TerritoryKey::france())
    );
}

#[rstest]
#[case("35238", "35238")]
#[case("01015", "01015")]
#[case("69381", "69123")]
#[case("75112", "75056")]
fn old_and_partial_codes_resolve_to_today(#[case] old: &str, #[case] today: &str) {
    assert_eq!(
        reference().resolve(&old.parse().unwrap()).unwrap().as_str(),
        today
    );
}

#[test]
fn every_old_code_resolves_to_a_commune_of_today() {
    let reference = reference();
    for today in reference.today.values() {
        assert!(reference.commune(today).is_some(), "{today}");
    }
}

#[rstest]
#[case("RENNES CEDEX 7", Some("35000"), None, Some("35238"))]
#[case("Rennes", None, None, Some("35238"))]
#[case("St Jacques de la Lande", Some("35136"), None, Some("35281"))]
#[case("REDON", Some("35600"), Some("35236"), Some("35236"))]
#[case("Pacé", Some("35740"), Some("99999"), Some("35210"))]
#[case("Saint-Denis", None, None, None)]
#[case("Nulle Part", None, None, None)]
fn the_commune_of_a_record_is_found_from_all_that_it_says(
    #[case] name: &str,
    #[case] postcode: Option<&str>,
    #[case] insee: Option<&str>,
    #[case] found: Option<&str>,
) {
    let postcode = postcode.and_then(|text| text.parse().ok());
    let insee = insee.and_then(|text| text.parse().ok());
    let code = reference().resolve_commune(name, postcode.as_ref(), insee.as_ref(), None);
    assert_eq!(code.map(|code| code.to_string()).as_deref(), found);
}

#[test]
fn a_point_of_rennes_lies_in_the_quartier_of_the_nearest_centre() {
    let reference = reference();
    let rennes = "35238".parse().unwrap();
    let at = reference.neighbourhoods_at(&rennes, Position::new(48.1285, -1.6575).unwrap());
    assert_eq!(at, [key("quartier-rennes-maurepas")]);
}

#[test]
fn a_whole_name_finds_all_its_communes_and_an_article_left_out_does_not_matter() {
    let reference = reference();
    let called = |name: &str| -> Vec<String> {
        let codes = reference.communes_called(&CommuneName::new(name));
        codes.iter().map(|code| code.as_str().to_owned()).collect()
    };
    assert_eq!(called("RHEU"), ["35240"]);
    assert_eq!(called("le rheu cedex 2"), ["35240"]);
    assert_eq!(called("St-Malo"), ["35288"]);
    assert!(called("Saint-Denis").len() > 1);
    assert!(called("La Saint-Malo").is_empty() && called("").is_empty());
}

#[test]
fn a_commune_is_found_under_its_former_name() {
    let reference = reference();
    let name = CommuneName::new("Saint-Médard-sur-Ille");
    assert!(!reference.communes_called(&name).is_empty());
    for (name, code) in reference.former_names().iter().take(200) {
        let called = reference.communes_called(&CommuneName::new(name));
        assert!(called.contains(code), "{name}");
    }
}
