use std::io::Write as _;

use rstest::rstest;

use super::*;
use crate::Reference;

const SQUARE: &str = r#"{"type":"Polygon","coordinates":[[[-1.70,48.12],[-1.68,48.12],[-1.68,48.14],[-1.70,48.14],[-1.70,48.12]]]}"#;

fn collection(properties: &str) -> String {
    format!(
        r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{properties},"geometry":{SQUARE}}}]}}"#
    )
}

#[rstest]
#[case(
    "communes.geojson",
    r#"{"code":"35238","nom":"Rennes"}"#,
    "commune-35238"
)]
#[case(
    "epci.geojson",
    r#"{"code":"243500139","nom":"Rennes Métropole"}"#,
    "epci-243500139"
)]
#[case("departements.geojson", r#"{"code":"35"}"#, "departement-35")]
#[case("regions-france.geojson", r#"{"code":"53"}"#, "region-53")]
#[case(
    "iris.geojson",
    r#"{"code_iris":"352380101","commune":"35238","nom":"Cathédrale"}"#,
    "iris-352380101"
)]
#[case(
    "qpv.geojson",
    r#"{"code_qp":"QN03504M","lib_qp":"Maurepas","insee_com":"35238"}"#,
    "qpv-QN03504M"
)]
#[case(
    "quartiers-rennes.geojson",
    r#"{"code":"Q.12","nom":"Bréquigny"}"#,
    "quartier-rennes-brequigny"
)]
fn contours_of_each_kind_find_their_territory(
    #[case] file: &str,
    #[case] properties: &str,
    #[case] key: &str,
) {
    let layer = read_layer(file, collection(properties).as_bytes()).unwrap();
    assert_eq!((layer.kind, layer.records), (LayerKind::Contours, 1));
    let kept = Layer::from_bytes(&layer.to_bytes().unwrap()).unwrap();
    let reference = Reference::embedded().unwrap().with_layers(vec![kept]);
    let key = key.parse().unwrap();
    assert_eq!(
        reference.contains(&key, Position::new(48.13, -1.69).unwrap()),
        Some(true)
    );
    assert_eq!(
        reference.contains(&key, Position::new(48.10, -1.69).unwrap()),
        Some(false)
    );
    assert!(reference.territory(&key).is_some());
}

#[test]
fn ban_addresses_are_read_gzipped_as_they_are_published() {
    let csv = "id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;x;y;lon;lat\n\
               1;;2;bis;Rue de Nantes;35000;35238;Rennes;0;0;-1.6821;48.1002\n\
               2;;4;;Rue de Nantes;35000;35238;Rennes;0;0;;\n";
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(csv.as_bytes()).unwrap();
    let layer = read_layer("adresses-35.csv.gz", gzip.finish().unwrap().as_slice()).unwrap();
    assert_eq!(
        (layer.slug.as_str(), layer.kind, layer.records),
        ("adresses-35", LayerKind::Addresses, 1)
    );
}

#[test]
fn a_neighbourhood_may_span_two_communes() {
    let csv = "code_qp,nom_qp,commune,nom_commune\nQN00000M,Entre deux,35238,Rennes\nQN00000M,Entre deux,35047,Bruz\n";
    let layer = read_layer("qpv.csv", csv.as_bytes()).unwrap();
    let reference = Reference::embedded().unwrap().with_layers(vec![layer]);
    assert_eq!(
        reference
            .communes_of(&"qpv-QN00000M".parse().unwrap())
            .len(),
        2
    );
}

#[rstest]
#[case("")]
#[case("   \n")]
#[case("{")]
#[case("{\"type\":\"FeatureCollection\",\"features\":[]}")]
#[case("a,b\n1,2\n")]
#[case("code,lat,lon\nzut,48,-1\n")]
#[case("\u{0}\u{1}")]
fn files_that_are_nothing_known_are_refused(#[case] content: &str) {
    assert!(read_layer("x.csv", content.as_bytes()).is_err());
}

#[test]
fn a_bomb_is_refused() {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&vec![b' '; 20_000_000]).unwrap();
    let refused = read_layer("bombe.csv.gz", gzip.finish().unwrap().as_slice());
    assert!(
        matches!(refused, Err(LayerError::TooLarge(_))),
        "{refused:?}"
    );
}

#[test]
fn a_feature_without_a_code_is_named() {
    let refused = read_layer("x.geojson", collection("{}").as_bytes());
    assert!(
        matches!(refused, Err(LayerError::NoCode { number: 1 })),
        "{refused:?}"
    );
}
