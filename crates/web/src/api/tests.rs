//! The API through its router, on the demonstration: the document, the strict check and the shapes agree.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response, StatusCode, header};
use http_body_util::BodyExt as _;
use portulan_app::{App, DatabaseUrl, SeededChance, SetClock, demonstration, merging};
use portulan_policy::{Actor, Node, allow};
use serde_json::Value;
use tempfile::TempDir;
use tower::ServiceExt as _;

use super::*;
use crate::state::Settings;

struct Served {
    router: Router,
    state: AppState,
    _data: TempDir,
}

impl Served {
    async fn start() -> Self {
        let data = tempfile::tempdir().unwrap();
        let clock = Arc::new(SetClock::starting_at(
            "2026-11-28T09:00:00Z".parse().unwrap(),
        ));
        let url = DatabaseUrl::in_dir(data.path());
        let app = App::open(&url, clock, Arc::new(SeededChance::new(1)))
            .await
            .unwrap();
        let loading = allow(&Actor::Job("test"), &Node::Installation).unwrap();
        demonstration::load(&app, &loading).await.unwrap();
        let state = AppState::new(app, Settings::default());
        Self {
            router: crate::router(state.clone()),
            state,
            _data: data,
        }
    }

    async fn get(&self, path: &str) -> Response<Body> {
        let request = Request::get(format!("{ROOT}{path}"))
            .body(Body::empty())
            .unwrap();
        self.router.clone().oneshot(request).await.unwrap()
    }

    async fn json(&self, path: &str) -> Value {
        let body = self
            .get(path)
            .await
            .into_body()
            .collect()
            .await
            .unwrap()
            .to_bytes();
        serde_json::from_slice(&body).unwrap()
    }
}

#[tokio::test]
async fn the_document_names_every_route_and_every_parameter() {
    let served = Served::start().await;
    let document = served.json("/openapi.json").await;
    let paths = document["paths"].as_object().unwrap();
    assert_eq!(paths.len(), ROUTES.len());
    for route in ROUTES {
        let described = paths[route.path]["get"]["parameters"].as_array().unwrap();
        let names: Vec<&str> = described
            .iter()
            .map(|one| one["name"].as_str().unwrap())
            .collect();
        let expected: Vec<&str> = route
            .in_path
            .iter()
            .chain(route.parameters)
            .map(|one| one.name)
            .collect();
        assert_eq!(names, expected, "{}", route.path);
        for one in described {
            assert!(
                one["description"]
                    .as_str()
                    .is_some_and(|text| !text.starts_with("api-")),
                "{one}"
            );
        }
    }
}

#[tokio::test]
async fn every_reference_of_the_document_leads_somewhere() {
    let served = Served::start().await;
    let document = served.json("/openapi.json").await;
    let text = document.to_string();
    let references = text
        .split("\"$ref\":\"#")
        .skip(1)
        .filter_map(|rest| rest.split('"').next());
    let mut count = 0;
    for reference in references {
        assert!(document.pointer(reference).is_some(), "{reference}");
        count += 1;
    }
    assert!(count > 10);
}

#[tokio::test]
async fn every_example_is_answered_and_every_route_refuses_what_it_does_not_know() {
    let served = Served::start().await;
    let directory = served.state.directory();
    for section in reference::sections(&directory) {
        for example in &section.examples {
            let path = example.strip_prefix(ROOT).unwrap();
            assert_eq!(served.get(path).await.status(), StatusCode::OK, "{example}");
            let more = if path.contains('?') {
                format!("{path}&inconnu=1")
            } else {
                format!("{path}?inconnu=1")
            };
            let refused = served.get(&more).await;
            assert_eq!(refused.status(), StatusCode::BAD_REQUEST, "{more}");
            assert_eq!(
                refused.headers()[header::CONTENT_TYPE],
                "application/problem+json"
            );
        }
    }
}

#[tokio::test]
async fn the_id_and_the_slug_of_a_merged_place_give_the_one_that_stands_for_it() {
    let served = Served::start().await;
    let app = &served.state.app;
    let places: Vec<_> = app.directory().snapshot.places()[..2].to_vec();
    let wish = merging::Wish {
        places: places.iter().map(|place| place.id).collect(),
        survivor: Some(places[0].id),
        ..merging::Wish::default()
    };
    let may = allow(&Actor::Operator, &Node::Installation).unwrap();
    merging::merge(app, &may, wish).await.unwrap();
    let survivor = places[0].id.to_string();
    for key in [places[1].id.to_string(), places[1].slug.to_string()] {
        let answer = served.json(&format!("/lieux/{key}")).await;
        assert_eq!(answer["id"].as_str(), Some(survivor.as_str()), "{key}");
    }
    let nobody = served.get("/lieux/jamais-vu").await;
    assert_eq!(nobody.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn every_parameter_of_the_search_takes_its_own_example() {
    let served = Served::start().await;
    for parameter in parameters::SEARCH
        .iter()
        .filter(|parameter| !parameter.example.is_empty())
    {
        let value: String =
            url::form_urlencoded::byte_serialize(parameter.example.as_bytes()).collect();
        let other = match parameter.name {
            "lat" => "&lon=-1.68",
            "lon" => "&lat=48.11",
            _ => "",
        };
        let path = format!("/lieux?{}={value}{other}", parameter.name);
        assert_eq!(served.get(&path).await.status(), StatusCode::OK, "{path}");
    }
}

#[tokio::test]
async fn a_list_keeps_the_values_that_were_asked_for() {
    let served = Served::start().await;
    let list = served.json("/lieux?besoin=acces&limite=100").await;
    let places = list["lieux"].as_array().unwrap();
    assert!(!places.is_empty());
    for place in places {
        let services = place["services"].as_array().unwrap();
        assert!(
            services
                .iter()
                .any(|one| one == "Accès internet et matériel informatique"),
            "{place}"
        );
    }
}

#[tokio::test]
async fn a_place_is_as_sure_as_its_least_sure_group_and_no_probability_is_told() {
    let served = Served::start().await;
    let list = served.json("/lieux?limite=100").await;
    let places = list["lieux"].as_array().unwrap();
    let order = ["confirme", "probable", "a-verifier"];
    let rank = |word: &Value| order.iter().position(|known| word == known).unwrap();
    for place in places {
        let groups = place["fraicheurs"].as_object().unwrap();
        let weakest = groups.values().map(|group| rank(&group["etat"])).max();
        assert_eq!(Some(rank(&place["fraicheur"])), weakest, "{place}");
        for group in groups.values() {
            assert!(group["etat"] == "a-verifier" || group["date"].is_string());
            assert_eq!(group.as_object().unwrap().len(), 2, "{group}");
        }
    }
    assert!(places.iter().any(|place| place["fraicheur"] == "confirme"));
    assert!(places.iter().any(|place| place["fraicheur"] == "probable"));
}

#[test]
fn the_manual_names_every_route_and_every_parameter() {
    let manual = include_str!("../../../../docs/api.md");
    for route in ROUTES {
        assert!(
            manual.contains(&format!("`{}`", route.path)),
            "{}",
            route.path
        );
        for parameter in route.parameters {
            assert!(
                manual.contains(&format!("`{}`", parameter.name)),
                "{}",
                parameter.name
            );
        }
    }
}

#[tokio::test]
async fn a_label_may_be_a_national_programme() {
    let served = Served::start().await;
    let by_label = served.json("/lieux?label=france-services").await;
    let by_programme = served.json("/lieux?dispositif=france-services").await;
    assert!(by_label["total"].as_u64().unwrap() > 0);
    assert_eq!(by_label["total"], by_programme["total"]);
    let refused = served.json("/lieux?label=rien").await;
    let allowed = refused["erreurs"][0]["permises"].as_array().unwrap();
    assert!(allowed.contains(&"france-services".into()) && allowed.contains(&"duplex".into()));
}

#[tokio::test]
async fn a_parent_is_read_even_beside_a_name() {
    let served = Served::start().await;
    let refused = served.get("/territoires?q=rennes&parent=%C3%A2%0Aok").await;
    assert_eq!(refused.status(), StatusCode::BAD_REQUEST);
    let under = served
        .json("/territoires?q=rennes&parent=departement-35")
        .await;
    assert!(under["total"].as_u64().unwrap() > 0);
    let elsewhere = served
        .json("/territoires?q=rennes&parent=departement-29")
        .await;
    assert_eq!(elsewhere["total"], 0);
}
