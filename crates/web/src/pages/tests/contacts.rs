//! The e-mail address and the mobile of a person leave by no public route and no file, unless they agree.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};

use super::Site;
use super::desk::{FORM, Operator, form};
use crate::pages::giving;
use crate::routes::Needs;

const EMAIL: &str = "camille.canari@exemple.fr";
/// As it is typed, and as programs and people would read it.
const MOBILE: &str = "06 39 98 12 34";
const MARKS: [&str; 4] = [
    "camille.canari",
    "+33639981234",
    "0639981234",
    "39\u{a0}98\u{a0}12\u{a0}34",
];

/// Every public address of the site that is read, for one place and its commune, each file among them.
fn addresses(slug: &str) -> Vec<String> {
    let mut all = Vec::new();
    let public = crate::routes().list.into_iter();
    let public = public.filter(|route| route.method == Method::GET && route.needs == Needs::Public);
    for route in public {
        let path = route
            .path
            .replace("{slug}", slug)
            .replace("{id}", slug)
            .replace("{key}", "commune-35238")
            .replace("{cle}", "commune-35238");
        if path.contains("/assets/") {
            continue;
        }
        if path.contains("{file}") {
            all.extend(giving::FILES.map(|file| path.replace("{file}", file)));
            continue;
        }
        all.push(path);
    }
    let formats = ["json", "geojson", "ndjson", "csv"];
    all.extend(formats.map(|format| format!("/api/v1/lieux?format={format}")));
    all.extend(formats.map(|format| format!("/api/v1/lieux/{slug}?format={format}")));
    all.push("/aide?territoire=commune-35238".to_owned());
    all
}

/// Where something of the person is shown.
async fn shown(site: &Site, slug: &str) -> Vec<String> {
    let mut shown = Vec::new();
    let mut read = 0;
    for address in addresses(slug) {
        let request = Request::get(&address).body(Body::empty()).unwrap();
        let (status, _, body) = site.ask(request).await;
        read += usize::from(status == StatusCode::OK);
        if MARKS.iter().any(|mark| body.contains(mark)) {
            shown.push(address);
        }
    }
    assert!(read > 20, "{read} addresses answered");
    shown
}

/// What the form of contacts sends back, with the contacts of a person.
async fn typed(operator: &Operator, slug: &str, agrees: bool) -> (StatusCode, String) {
    let address = format!("/lieux/{slug}/modifier/contact");
    let (_, page) = operator.get(&address).await;
    let (_, before) = page.split_once("name=\"lu\" value=\"").unwrap();
    let before = before.split('"').next().unwrap();
    let before = before
        .replace("&#34;", "\"")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
    let mut pairs = vec![
        ("lu", before.as_str()),
        ("courriel", EMAIL),
        ("telephone", MOBILE),
    ];
    if agrees {
        pairs.push(("publier", "oui"));
    }
    let (status, _, body) = operator.post(&address, FORM, form(&pairs)).await;
    (status, body)
}

#[tokio::test]
async fn what_a_person_does_not_agree_to_publish_leaves_by_no_route_and_no_file() {
    let operator = Operator::enter().await;
    let site = &operator.site;
    let directory = site.app.directory();
    let mut places = directory.snapshot.places().iter();
    let rennes = "35238".parse().ok();
    let place = places.find(|place| place.record.address.insee == rennes);
    let slug = place.unwrap().slug.to_string();
    let (status, body) = typed(&operator, &slug, false).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        body.contains(EMAIL) && body.contains("name=\"publier\""),
        "nothing typed is lost"
    );
    let report = format!("/lieux/{slug}/signaler");
    for address in [report.as_str(), "/proposer"] {
        let pairs = [
            ("nom", "Lieu du canari"),
            ("commune", "Rennes"),
            ("code_postal", "35000"),
            ("courriel", EMAIL),
            ("telephone", MOBILE),
        ];
        let request = Request::post(address).header(header::CONTENT_TYPE, FORM);
        let request = request.body(Body::from(form(&pairs))).unwrap();
        let (status, _, body) = site.ask(request).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{address}");
        assert!(body.contains(EMAIL) && body.contains("name=\"publier\""));
    }
    assert_eq!(shown(site, &slug).await, Vec::<String>::new());
    let (status, body) = typed(&operator, &slug, true).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
    let shown = shown(site, &slug).await;
    assert!(
        shown.len() > 5,
        "who agrees is shown, so the marks are looked for: {shown:?}"
    );
    assert!(shown.contains(&format!("/lieux/{slug}")));
    // Known already: it is not asked again.
    let (status, body) = typed(&operator, &slug, false).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
}
