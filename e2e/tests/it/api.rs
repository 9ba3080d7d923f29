//! The contract of the API, over a real connection.

use anyhow::{Result, ensure};
use hyper::Method;
use portulan_e2e::http::{ask, get};
use portulan_e2e::site::Site;
use serde_json::Value;

const LIST: &str = "/api/v1/lieux?territoire=commune-35238&besoin=acces&limite=20";

#[tokio::test]
async fn a_list_has_the_shape_of_the_contract() -> Result<()> {
    let site = Site::start()?;
    let answer = get(&site.at(LIST)).await?;
    ensure!(answer.status == 200, "{}", answer.text);
    let list = answer.json()?;
    for name in ["lieux", "total", "suivant", "revision"] {
        ensure!(list.get(name).is_some(), "no {name} in {}", answer.text);
    }
    let place = list.pointer("/lieux/0").cloned().unwrap_or_default();
    for name in [
        "id",
        "nom",
        "commune",
        "adresse",
        "services",
        "slug",
        "ouverture",
        "fraicheur",
        "fraicheurs",
        "provenance",
    ] {
        ensure!(place.get(name).is_some(), "no {name} in {place}");
    }
    for name in ["etat", "prochain_changement"] {
        ensure!(
            place.pointer(&format!("/ouverture/{name}")).is_some(),
            "no ouverture.{name} in {place}"
        );
    }
    ensure!(
        place.get("services").is_some_and(Value::is_array),
        "services are an array: {place}"
    );
    Ok(())
}

#[tokio::test]
async fn cursors_lead_through_every_place_once() -> Result<()> {
    let site = Site::start()?;
    let mut seen = std::collections::BTreeSet::new();
    let mut cursor = String::new();
    loop {
        let after = if cursor.is_empty() {
            String::new()
        } else {
            format!("&curseur={}", encoded(&cursor))
        };
        let page = get(&site.at(&format!("/api/v1/lieux?limite=7{after}")))
            .await?
            .json()?;
        for place in page
            .get("lieux")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            ensure!(
                seen.insert(place.get("id").map(ToString::to_string)),
                "twice: {place}"
            );
        }
        let Some(next) = page.get("suivant").and_then(Value::as_str) else {
            let total = page.get("total").and_then(Value::as_u64);
            ensure!(total == u64::try_from(seen.len()).ok(), "{page}");
            return Ok(());
        };
        next.clone_into(&mut cursor);
    }
}

fn encoded(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

#[tokio::test]
async fn each_format_is_served_by_its_parameter_and_by_the_accept_header() -> Result<()> {
    let site = Site::start()?;
    for (name, kind) in [
        ("json", "application/json"),
        ("geojson", "application/geo+json"),
        ("csv", "text/csv"),
        ("ndjson", "application/x-ndjson"),
    ] {
        let by_name = get(&site.at(&format!("/api/v1/lieux?format={name}"))).await?;
        let by_header = ask(Method::GET, &site.at("/api/v1/lieux"), &[("accept", kind)]).await?;
        ensure!(
            by_name.header("content-type").starts_with(kind),
            "{name}: {:?}",
            by_name.headers
        );
        ensure!(by_name.text == by_header.text, "{name} and {kind} differ");
    }
    let refused = ask(
        Method::GET,
        &site.at("/api/v1/lieux"),
        &[("accept", "image/png")],
    )
    .await?;
    ensure!(refused.status == 406, "{}", refused.text);
    Ok(())
}

#[tokio::test]
async fn geojson_is_made_of_points_or_of_nothing() -> Result<()> {
    let site = Site::start()?;
    let answer = get(&site.at("/api/v1/lieux?format=geojson"))
        .await?
        .json()?;
    let features = answer
        .get("features")
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
    ensure!(!features.is_empty(), "no feature");
    for feature in features {
        let geometry = feature.get("geometry").cloned().unwrap_or_default();
        let lon = geometry.pointer("/coordinates/0").and_then(Value::as_f64);
        let lat = geometry.pointer("/coordinates/1").and_then(Value::as_f64);
        let on_the_globe = lon
            .zip(lat)
            .is_some_and(|(lon, lat)| lon.abs() <= 180.0 && lat.abs() <= 90.0);
        ensure!(geometry.is_null() || on_the_globe, "{feature}");
    }
    Ok(())
}

#[tokio::test]
async fn a_copy_that_still_holds_is_not_sent_again() -> Result<()> {
    let site = Site::start()?;
    let first = get(&site.at(LIST)).await?;
    let tag = first.header("etag").to_owned();
    ensure!(!tag.is_empty(), "no ETag");
    let again = ask(Method::GET, &site.at(LIST), &[("if-none-match", &tag)]).await?;
    ensure!(
        again.status == 304 && again.text.is_empty(),
        "{} {}",
        again.status,
        again.text
    );
    Ok(())
}

#[tokio::test]
async fn every_refusal_is_a_problem_document_that_says_what_is_allowed() -> Result<()> {
    let site = Site::start()?;
    let long = format!("/api/v1/lieux?q={}", "a".repeat(20_000));
    for (path, status) in [
        ("/api/v1/lieux?besoin=rien", 400),
        ("/api/v1/lieux?inconnu=1", 400),
        ("/api/v1/lieux?limite=0", 400),
        ("/api/v1/lieux?limite=101", 400),
        ("/api/v1/lieux?rayon=abc", 400),
        ("/api/v1/lieux?quand=jamais", 400),
        ("/api/v1/lieux?polygone=1,2", 400),
        ("/api/v1/lieux?curseur=nimporte", 400),
        ("/api/v1/lieux?tri=nom&tri=distance", 400),
        ("/api/v1/lieux?lat=48", 409),
        ("/api/v1/lieux?ou=Maurepas", 409),
        ("/api/v1/lieux?territoire=commune-99999", 404),
        ("/api/v1/lieux/rien-de-tel", 404),
        ("/api/v1/rien", 404),
        ("/api/v1/territoires/commune-99999", 404),
        ("/api/v1/horaires", 400),
        ("/api/v1/horaires?osm=n%27importe%20quoi", 400),
        (long.as_str(), 414),
    ] {
        let answer = get(&site.at(path)).await?;
        let shown: String = path.chars().take(80).collect();
        ensure!(
            answer.status == status,
            "{shown}: {} {}",
            answer.status,
            answer.text
        );
        ensure!(
            answer.header("content-type") == "application/problem+json",
            "{shown}: {:?}",
            answer.headers
        );
        let problem = answer.json()?;
        for name in ["type", "title", "status", "detail"] {
            ensure!(
                problem.get(name).is_some(),
                "{shown}: no {name} in {}",
                answer.text
            );
        }
    }
    let needs = get(&site.at("/api/v1/lieux?besoin=rien")).await?.json()?;
    let allowed = needs
        .pointer("/erreurs/0/permises")
        .and_then(Value::as_array)
        .map_or(0, Vec::len);
    ensure!(allowed == 9, "the nine services are listed: {needs}");
    let method = ask(Method::DELETE, &site.at("/api/v1/lieux"), &[]).await?;
    ensure!(
        method.status == 405 && method.header("allow").contains("GET"),
        "{method:?}"
    );
    Ok(())
}

#[tokio::test]
async fn any_site_may_read_the_api_from_a_browser() -> Result<()> {
    let site = Site::start()?;
    let asked = ask(
        Method::GET,
        &site.at(LIST),
        &[("origin", "https://ailleurs.example")],
    )
    .await?;
    ensure!(
        asked.header("access-control-allow-origin") == "*",
        "{:?}",
        asked.headers
    );
    let before = [
        ("origin", "https://ailleurs.example"),
        ("access-control-request-method", "GET"),
    ];
    let preflight = ask(Method::OPTIONS, &site.at(LIST), &before).await?;
    ensure!(preflight.status == 204, "{}", preflight.status);
    let head = ask(Method::HEAD, &site.at(LIST), &[]).await?;
    ensure!(head.status == 200 && head.text.is_empty(), "{head:?}");
    Ok(())
}

#[tokio::test]
async fn a_place_is_found_by_its_id_and_by_its_name() -> Result<()> {
    let site = Site::start()?;
    let list = get(&site.at("/api/v1/lieux?limite=1")).await?.json()?;
    let field = |name: &str| {
        list.pointer(&format!("/lieux/0/{name}"))
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    let by_id = get(&site.at(&format!("/api/v1/lieux/{}", field("id")))).await?;
    let by_slug = get(&site.at(&format!("/api/v1/lieux/{}", field("slug")))).await?;
    ensure!(
        by_id.status == 200 && by_id.text == by_slug.text,
        "{} / {}",
        by_id.text,
        by_slug.text
    );
    Ok(())
}

#[tokio::test]
async fn territories_are_found_by_name_with_mistakes_and_old_codes_lead_to_today_s() -> Result<()> {
    let site = Site::start()?;
    for (text, key) in [
        ("st malo", "commune-35288"),
        ("renne", "commune-35238"),
        ("35000", "commune-35238"),
    ] {
        let found = get(&site.at(&format!("/api/v1/territoires?q={}", encoded(text)))).await?;
        ensure!(
            found.text.contains(&format!("\"{key}\"")),
            "{text}: {}",
            found.text
        );
    }
    let bare = get(&site.at("/api/v1/territoires/35238")).await?;
    ensure!(
        bare.status == 308
            && bare
                .header("location")
                .ends_with("/territoires/commune-35238"),
        "{bare:?}"
    );
    let whole = get(&site.at("/api/v1/territoires/commune-35238"))
        .await?
        .json()?;
    ensure!(
        whole.get("nom").and_then(Value::as_str) == Some("Rennes"),
        "{whole}"
    );
    let regions = get(&site.at("/api/v1/territoires?limite=100"))
        .await?
        .json()?;
    ensure!(
        regions
            .get("total")
            .and_then(Value::as_u64)
            .is_some_and(|total| total >= 18),
        "{regions}"
    );
    Ok(())
}

#[tokio::test]
async fn hours_are_evaluated_in_the_time_zone_of_the_department() -> Result<()> {
    let site = Site::start()?;
    let told = |query: &'static str| {
        let address = site.at(&format!("/api/v1/horaires?osm=Mo-Fr%2009:00-17:00&{query}"));
        async move { get(&address).await?.json() }
    };
    let state = |told: &Value| {
        told.get("etat")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    ensure!(state(&told("a=2026-11-27T10:00").await?) == "ouvert");
    ensure!(state(&told("a=2026-11-28T10:00").await?) == "ferme");
    // Ten in Paris is one in the afternoon on Réunion; half past seven there is half past four here.
    ensure!(state(&told("a=2026-11-27T05:30:00Z&departement=974").await?) == "ouvert");
    ensure!(state(&told("a=2026-11-27T05:30:00Z&departement=35").await?) == "ferme");
    Ok(())
}

#[tokio::test]
async fn health_is_the_three_figures_of_the_contract() -> Result<()> {
    let site = Site::start()?;
    let health = get(&site.at("/api/v1/sante")).await?.json()?;
    ensure!(
        health.get("etat").and_then(Value::as_str) == Some("ok"),
        "{health}"
    );
    ensure!(
        health.get("revision").is_some_and(Value::is_i64),
        "{health}"
    );
    ensure!(
        health
            .get("lieux")
            .and_then(Value::as_u64)
            .is_some_and(|places| places >= 60),
        "{health}"
    );
    Ok(())
}

#[tokio::test]
async fn facets_count_every_value_under_the_other_filters() -> Result<()> {
    let site = Site::start()?;
    let list = get(&site.at("/api/v1/lieux?besoin=acces&facettes=1"))
        .await?
        .json()?;
    let total = list.get("total").and_then(Value::as_u64);
    ensure!(
        list.pointer("/facettes/besoin/acces")
            .and_then(Value::as_u64)
            == total,
        "{list}"
    );
    let other = get(&site.at("/api/v1/lieux?besoin=demarches"))
        .await?
        .json()?;
    let counted = list.pointer("/facettes/besoin/demarches");
    ensure!(
        counted == other.get("total"),
        "{counted:?} but {:?}",
        other.get("total")
    );
    Ok(())
}
