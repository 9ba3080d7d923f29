//! Addresses of places, placed without any address layer, and with a layer that does not hold the place itself.

use std::fmt::Write as _;
use std::sync::Arc;

use portulan_geo::{Found, Geocoder, Reference, Spot, distance_m, read_layer};
use portulan_model::Position;

use crate::{field, rows, share};

/// A text is placed when the first spot lies within this distance of the published coordinates.
const NEAR_M: f64 = 500.0;

const OWN_CASES: &str = "adresse,numero,voie,code_postal,commune,code_insee,lat,lon\n\
    10 PL DE L'HOTEL DE VILLE,10,PL DE L'HOTEL DE VILLE,35000,RENNES,35238,48.1115,-1.6800\n\
    12 RUE DES ESSAIS,12,RUE DES ESSAIS,35000,RENNES,35238,48.1200,-1.6900\n";

struct Case {
    text: String,
    street: String,
    number: String,
    insee: String,
    position: Position,
}

fn cases() -> (Vec<Case>, bool) {
    let (rows, headers, real) = rows("adresses-geolocalisees-bretagne.csv.gz", OWN_CASES);
    let cases = rows
        .iter()
        .filter_map(|row| {
            let get = |name| field(row, &headers, name);
            let position =
                Position::new(get("lat").parse().ok()?, get("lon").parse().ok()?).ok()?;
            Some(Case {
                text: format!(
                    "{}, {} {}",
                    get("adresse"),
                    get("code_postal"),
                    get("commune")
                ),
                street: get("voie").to_owned(),
                number: get("numero").to_owned(),
                insee: get("code_insee").to_owned(),
                position,
            })
        })
        .collect();
    (cases, real)
}

fn first(geocoder: &Geocoder, text: &str) -> Option<Spot> {
    match geocoder.find(text) {
        Found::Nothing => None,
        Found::One(spot) => Some(spot),
        Found::Several(spots) => spots.into_iter().next(),
    }
}

/// How many are near, how many of them only at the level of the commune, how many name the right commune.
fn measure(geocoder: &Geocoder, cases: &[Case]) -> (usize, usize, usize) {
    let mut counts = (0, 0, 0);
    for case in cases {
        let Some(spot) = first(geocoder, &case.text) else {
            continue;
        };
        if spot.commune.is_some_and(|code| code.as_str() == case.insee) {
            counts.2 += 1;
        }
        if spot
            .position
            .is_some_and(|position| distance_m(position, case.position) <= NEAR_M)
        {
            counts.0 += 1;
            counts.1 += usize::from(spot.fallback);
        }
    }
    counts
}

#[test]
fn addresses_are_placed_at_their_commune_without_layers_and_at_their_house_with_them() {
    let (cases, real) = cases();
    let bare = Geocoder::new(Arc::new(Reference::embedded().unwrap()), Vec::new());
    let (near, commune_level, right) = measure(&bare, &cases);
    share("without a layer, within 500 m", near, cases.len());
    share(
        "  of which at the level of the commune",
        commune_level,
        near,
    );
    let right = share("without a layer, right commune", right, cases.len());
    assert!(!real || right >= 95.0, "{right}");

    // Half of the houses make a layer in the format of the BAN; both halves are asked.
    let mut ban =
        String::from("id;numero;rep;nom_voie;code_postal;code_insee;nom_commune;lon;lat\n");
    let in_layer = |case: &&Case| !case.number.is_empty() && !case.insee.is_empty();
    for case in cases.iter().step_by(2).filter(in_layer) {
        writeln!(
            ban,
            ";{};;{};;{};;{};{}",
            case.number,
            case.street,
            case.insee,
            case.position.lon(),
            case.position.lat()
        )
        .unwrap();
    }
    let layer = read_layer("adresses-essai.csv", ban.as_bytes()).unwrap();
    let layered = Geocoder::new(
        Arc::new(Reference::embedded().unwrap().with_layers(vec![layer])),
        Vec::new(),
    );
    let known: Vec<Case> = self::cases()
        .0
        .into_iter()
        .step_by(2)
        .filter(|case| in_layer(&case))
        .collect();
    let (near, ..) = measure(&layered, &known);
    let near = share("houses of the layer, within 500 m", near, known.len());
    assert!(near >= 95.0, "{near}");
    let others: Vec<Case> = self::cases().0.into_iter().skip(1).step_by(2).collect();
    let (near, commune_level, _) = measure(&layered, &others);
    share(
        "houses that the layer does not hold, within 500 m",
        near,
        others.len(),
    );
    share(
        "  of which at the level of the commune",
        commune_level,
        near,
    );
}
