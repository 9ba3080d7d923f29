//! Communes picked on a map in the form of a roadmap: a click writes in the text, nothing typed is lost, nothing is kept.

use axum::http::StatusCode;
use portulan_app::reference;
use portulan_policy::actions::ImportReference;
use portulan_policy::{Actor, Node, allow};

use super::super::desk::{FORM, Operator, TABLE, form};
use super::super::reader::Html;

const NEW: &str =
    "/espace/gouvernances/exemple-gouvernance-ille-et-vilaine/feuilles-de-route/nouvelle";
/// Rennes to the west and Cesson-Sévigné to the east: squares of a tenth of a degree, one beside the other.
const CONTOURS: &str = r#"{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"code":"35238","nom":"Rennes"},"geometry":{"type":"Polygon","coordinates":
[[[-1.7,48.05],[-1.6,48.05],[-1.6,48.15],[-1.7,48.15],[-1.7,48.05]]]}},
{"type":"Feature","properties":{"code":"35051","nom":"Cesson-Sévigné"},"geometry":{"type":"Polygon","coordinates":
[[[-1.6,48.05],[-1.5,48.05],[-1.5,48.15],[-1.6,48.15],[-1.6,48.05]]]}}]}"#;

async fn desk() -> Operator {
    let desk = Operator::enter().await;
    let may = allow::<ImportReference>(&Actor::Operator, &Node::Installation).unwrap();
    let layer = reference::import(
        &desk.site.app,
        &may,
        "communes.geojson",
        CONTOURS.as_bytes(),
    );
    layer.await.unwrap();
    desk
}

async fn sent(desk: &Operator, pairs: &[(&str, &str)]) -> (String, Html) {
    let (status, _, body) = desk.post(NEW, FORM, form(pairs)).await;
    assert!(
        [StatusCode::OK, StatusCode::UNPROCESSABLE_ENTITY].contains(&status),
        "{pairs:?} {status}: {body}"
    );
    let page = Html::read(&body);
    page.check(NEW, "fr", TABLE);
    assert_eq!(page.unworded(), Vec::<String>::new());
    assert!(body.contains("value=\"Une route\""), "what was typed stays");
    (communes(&body), page)
}

/// The text of the field, its lines parted by spaces.
fn communes(body: &str) -> String {
    let (_, rest) = body.split_once("name=\"communes\"").unwrap();
    let (_, rest) = rest.split_once('>').unwrap();
    let (text, _) = rest.split_once("</textarea>").unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn a_click_on_the_map_adds_a_commune_and_another_takes_it_away() {
    let desk = desk().await;
    let typed = [("titre", "Une route"), ("communes", "Rennes")];
    let around = ("carte-territoire", "Rennes Métropole");
    let (area, page) = sent(&desk, &[&typed[..], &[around, ("carte", "")]].concat()).await;
    assert_eq!(area, "Rennes");
    assert!(
        page.text().contains("1 commune\u{a0}: Rennes"),
        "{}",
        page.text()
    );
    // The drawing is fitted to both squares: the east of it is Cesson-Sévigné, on the image of either screen.
    for (image, x, y) in [
        ("carte-large", "500", "240"),
        ("carte-etroite", "250", "120"),
    ] {
        let (across, down) = (format!("{image}.x"), format!("{image}.y"));
        let click = [around, (&*across, x), (&*down, y)];
        let (area, page) = sent(&desk, &[&typed[..], &click].concat()).await;
        assert_eq!(area, "Cesson-Sévigné Rennes", "{image}");
        assert!(
            page.text().contains("2 communes\u{a0}: Cesson-Sévigné"),
            "{}",
            page.text()
        );
        let typed = [
            ("titre", "Une route"),
            ("communes", "Rennes, Cesson-Sévigné"),
        ];
        let (area, _) = sent(&desk, &[&typed[..], &click].concat()).await;
        assert_eq!(area, "Rennes", "{image}");
    }
    for nowhere in [("0", "0"), ("-5", "1e99"), ("x", "NaN"), ("inf", "3")] {
        let click = [
            around,
            ("carte-large.x", nowhere.0),
            ("carte-large.y", nowhere.1),
            ("carte", ""),
        ];
        let (area, _) = sent(&desk, &[&typed[..], &click].concat()).await;
        assert_eq!(area, "Rennes", "{nowhere:?}");
    }
}

#[tokio::test]
async fn the_list_under_the_map_does_what_the_map_does() {
    let desk = desk().await;
    let typed = [
        ("titre", "Une route"),
        ("communes", "Rennes"),
        ("carte-territoire", "Rennes Métropole"),
    ];
    let (area, page) = sent(&desk, &[&typed[..], &[("carte-commune", "35047")]].concat()).await;
    assert_eq!(area, "Bruz Rennes");
    assert!(
        page.text().contains("Acigné"),
        "every commune of the territory has its button"
    );
    let (area, _) = sent(&desk, &[&typed[..], &[("carte-commune", "35238")]].concat()).await;
    assert_eq!(area, "");
    let (area, _) = sent(&desk, &[&typed[..], &[("carte-commune", "99999")]].concat()).await;
    assert_eq!(area, "Rennes");
}

#[tokio::test]
async fn what_the_map_cannot_read_is_said_and_left_as_it_was_typed() {
    let desk = desk().await;
    let typed = [
        ("titre", "Une route"),
        ("communes", "Rennes, Ailleurs-sur-Rien"),
    ];
    let pick = [
        ("carte-territoire", "Rennes Métropole"),
        ("carte-commune", "35047"),
    ];
    let (area, page) = sent(&desk, &[&typed[..], &pick].concat()).await;
    assert_eq!(area, "Rennes, Ailleurs-sur-Rien");
    assert!(page.text().contains("Ailleurs-sur-Rien"), "{}", page.text());
    for (territory, said) in [
        ("Bretagne", "Écrivez le nom d’un département"),
        ("Nulle-Part-en-Rien", "Écrivez le nom d’un département"),
        ("", "Écrivez le nom d’un département"),
    ] {
        let asked = [
            ("titre", "Une route"),
            ("carte-territoire", territory),
            ("carte", ""),
        ];
        let (_, page) = sent(&desk, &[&asked[..], &[("communes", "")]].concat()).await;
        assert!(page.text().contains(said), "{territory}: {}", page.text());
    }
}
