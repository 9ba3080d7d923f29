//! Names of communes and other administrative names, as geocoders are asked them.

use std::sync::Arc;

use portulan_geo::{Found, Geocoder, Reference, Spot};
use portulan_text::fold;

use crate::{field, rows, share};

const OWN_CASES: &str = "genre,query,expected_name,expected_city\n\
    admin,renes,Rennes,\n\
    admin,st malo,Saint-Malo,\n\
    admin,Roazhon,Rennes,\n\
    adresse,1 rue de l'Essai,,Rennes\n";

fn spots(found: Found) -> Vec<Spot> {
    match found {
        Found::Nothing => Vec::new(),
        Found::One(spot) => vec![spot],
        Found::Several(spots) => spots,
    }
}

#[test]
fn administrative_names_are_found() {
    let (rows, headers, real) = rows("geocoder-tester-france.csv.gz", OWN_CASES);
    let geocoder = Geocoder::new(Arc::new(Reference::embedded().unwrap()), Vec::new());
    let (mut asked, mut first, mut offered) = (0, 0, 0);
    for row in rows
        .iter()
        .filter(|row| field(row, &headers, "genre") == "admin")
    {
        let (name, city) = (
            field(row, &headers, "expected_name"),
            field(row, &headers, "expected_city"),
        );
        let wanted = fold(if name.is_empty() { city } else { name });
        if wanted.is_empty() {
            continue;
        }
        asked += 1;
        let spots = spots(geocoder.find(field(row, &headers, "query")));
        let right = |spot: &Spot| fold(&spot.label) == wanted;
        first += usize::from(spots.first().is_some_and(right));
        offered += usize::from(spots.iter().any(right));
        if !spots.iter().any(right) && std::env::var_os("PORTULAN_SHOW").is_some() {
            println!(
                "  missed: {:?} for {wanted:?}: {:?}",
                field(row, &headers, "query"),
                spots.first()
            );
        }
    }
    let first = share("administrative names, first answer right", first, asked);
    share(
        "administrative names, right among those offered",
        offered,
        asked,
    );
    assert!(first >= if real { 80.0 } else { 99.0 }, "{first}");
}
