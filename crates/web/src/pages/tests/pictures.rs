//! Pictures of places, through the real router: described, credited, shown lazily, and never what a hostile file holds.

use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;

use super::desk::Operator;
use super::{LIGHT, Site};

/// Elements of a form, at `EcoIndex` 71.
const FORM_ELEMENTS: usize = 800;
const BOUND: &str = "bord-de-l-essai";

/// A whole PNG of black pixels, its content not squeezed.
pub(super) fn dots(width: u16, height: u16) -> Vec<u8> {
    let row = vec![0_u8; usize::from(width.div_ceil(8)) + 1];
    let rows = row.repeat(usize::from(height));
    let length = u16::try_from(rows.len()).unwrap();
    let mut squeezed = vec![0x78, 0x01, 0x01];
    squeezed.extend(length.to_le_bytes());
    squeezed.extend((!length).to_le_bytes());
    squeezed.extend(&rows);
    squeezed.extend(adler(&rows).to_be_bytes());
    let mut head = u32::from(width).to_be_bytes().to_vec();
    head.extend(u32::from(height).to_be_bytes());
    head.extend([1, 0, 0, 0, 0]);
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, content) in [(b"IHDR", head), (b"IDAT", squeezed), (b"IEND", Vec::new())] {
        let named = [&kind[..], &content].concat();
        out.extend(u32::try_from(content.len()).unwrap().to_be_bytes());
        out.extend(&named);
        out.extend(crc(&named).to_be_bytes());
    }
    out
}

fn adler(bytes: &[u8]) -> u32 {
    let (mut a, mut b) = (1_u32, 0_u32);
    for byte in bytes {
        a = (a + u32::from(*byte)) % 65_521;
        b = (b + a) % 65_521;
    }
    (b << 16) | a
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg())
        })
    })
}

/// A form with a file, as a browser sends it.
fn sent(file: &[u8], name: &str, answers: &[(&str, &str)]) -> Vec<u8> {
    let mut body = Vec::new();
    for (field, text) in answers {
        body.extend(
            format!(
                "--{BOUND}\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{text}\r\n"
            )
            .bytes(),
        );
    }
    let head = format!(
        "--{BOUND}\r\nContent-Disposition: form-data; name=\"image\"; filename=\"{name}\"\r\nContent-Type: image/jpeg\r\n\r\n"
    );
    body.extend(head.bytes());
    body.extend(file);
    body.extend(format!("\r\n--{BOUND}--\r\n").bytes());
    body
}

const SAID: [(&str, &str); 2] = [
    ("description", "La porte bleue, à côté de la mairie."),
    ("credit", "Ville d'essai, Licence Ouverte 2.0"),
];

struct Album {
    operator: Operator,
    slug: String,
}

impl Album {
    async fn open() -> Self {
        let operator = Operator::enter().await;
        let slug = operator.site.slugs().remove(0);
        Self { operator, slug }
    }

    fn address(&self) -> String {
        format!("/lieux/{}/modifier/images", self.slug)
    }

    async fn send(
        &self,
        file: &[u8],
        name: &str,
        answers: &[(&str, &str)],
    ) -> (StatusCode, String) {
        let kind = format!("multipart/form-data; boundary={BOUND}");
        let kind: &'static str = Box::leak(kind.into_boxed_str());
        let body = sent(file, name, answers);
        let (status, _, body) = self.operator.post(&self.address(), kind, body).await;
        (status, body)
    }

    fn site(&self) -> &Site {
        &self.operator.site
    }

    async fn public(&self) -> String {
        self.site().get(&format!("/lieux/{}", self.slug)).await.1
    }
}

/// The bytes at an address.
async fn fetched(site: &Site, address: &str) -> (StatusCode, HeaderMap, Vec<u8>) {
    let request = Request::get(address).body(Body::empty()).unwrap();
    let (head, body) = site
        .router
        .clone()
        .oneshot(request)
        .await
        .unwrap()
        .into_parts();
    let bytes = body.collect().await.unwrap().to_bytes().to_vec();
    (head.status, head.headers, bytes)
}

fn sources(body: &str) -> Vec<String> {
    let marks = body.split(" src=\"/images/").skip(1);
    let ends = marks.map(|rest| format!("/images/{}", rest.split('"').next().unwrap()));
    ends.collect()
}

#[tokio::test]
async fn a_picture_is_added_shown_lazily_and_removed() {
    let album = Album::open().await;
    album.operator.page(&album.address(), FORM_ELEMENTS).await;
    assert_eq!(sources(&album.public().await), Vec::<String>::new());
    for _ in 0..2 {
        let (status, body) = album.send(&dots(40, 30), "porte.jpg", &SAID).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
    }
    let public = album.public().await;
    let shown = sources(&public);
    assert_eq!(shown.len(), 1, "sent twice, it is there once");
    assert!(public.contains("loading=\"lazy\""));
    assert!(
        public.contains("alt=\"La porte bleue, à côté de la mairie.\""),
        "{public}"
    );
    let page = album.site().page(&format!("/lieux/{}", album.slug)).await;
    page.check("place with a picture", "fr", LIGHT);
    let large = shown[0].replace("-petite", "");
    for address in [&shown[0], &large] {
        let (status, headers, bytes) = fetched(album.site(), address).await;
        assert_eq!(status, StatusCode::OK);
        assert_eq!(headers[header::CONTENT_TYPE], "image/jpeg");
        assert_eq!(headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert!(
            headers[header::CACHE_CONTROL]
                .to_str()
                .unwrap()
                .contains("immutable")
        );
        assert!(
            bytes.starts_with(&[0xff, 0xd8]),
            "a JPEG, whatever was sent"
        );
    }
    let hash = large
        .trim_start_matches("/images/")
        .trim_end_matches(".jpg");
    let form = super::desk::form(&[("image", hash)]);
    let remove = format!("{}/retirer", album.address());
    for _ in 0..2 {
        let sent = album
            .operator
            .post(&remove, super::desk::FORM, form.clone())
            .await;
        assert_eq!(sent.0, StatusCode::SEE_OTHER, "sent twice");
    }
    assert_eq!(sources(&album.public().await), Vec::<String>::new());
    assert_eq!(fetched(album.site(), &large).await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_place_has_so_many_pictures_and_those_after_the_first_are_behind_a_button() {
    let album = Album::open().await;
    let decorative = [("decorative", "decorative"), ("credit", "Essai, CC0")];
    for width in [40, 48, 56] {
        let (status, body) = album.send(&dots(width, 30), "a.png", &decorative).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
    }
    let public = album.public().await;
    let (before, behind) = public.split_once("<details>").unwrap();
    assert_eq!((sources(before).len(), sources(behind).len()), (1, 2));
    assert!(before.contains("alt=\"\""), "it decorates");
    let (status, body) = album.send(&dots(64, 30), "a.png", &decorative).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(body.contains("déjà 3 images"), "{body}");
    assert_eq!(sources(&album.public().await).len(), 3);
    album.operator.page(&album.address(), FORM_ELEMENTS).await;
}

/// What it is, the file, the answers, the status and the words of the answer.
type Hostile<'a> = (&'a str, &'a [u8], &'a [(&'a str, &'a str)], u16, &'a str);

#[tokio::test]
async fn what_is_missing_or_hostile_is_said_and_nothing_is_kept() {
    let album = Album::open().await;
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".to_vec();
    let good = dots(40, 30);
    let cut = good[..good.len() - 40].to_vec();
    let mut heavy = good.clone();
    heavy.resize(50 << 20, 0);
    let table: [Hostile<'_>; 8] = [
        ("nothing", b"", &SAID, 422, "Choisissez une image"),
        ("svg", &svg, &SAID, 415, "JPEG, PNG ou WebP"),
        ("text", b"bonjour", &SAID, 415, "JPEG, PNG ou WebP"),
        ("cut", &cut, &SAID, 422, "incomplète"),
        ("50 MB", &heavy, &SAID, 413, "plus de 10 Mo"),
        ("no word", &good, &SAID[1..], 422, "décorative"),
        ("no credit", &good, &SAID[..1], 422, "licence"),
        ("again", &good, &[], 422, "Choisissez l’image à nouveau"),
    ];
    for (name, file, answers, status, words) in table {
        let (given, body) = album.send(file, "photo.jpg", answers).await;
        assert_eq!(given.as_u16(), status, "{name}: {body}");
        assert!(body.contains(words), "{name}: {body}");
        for (_, text) in answers {
            assert!(
                body.contains(&text.replace('\'', "&#39;")),
                "{name} keeps what was typed: {body}"
            );
        }
    }
    assert_eq!(sources(&album.public().await), Vec::<String>::new());
    for address in ["/images/rien.jpg", "/images/..%2Fjournal.jpg"] {
        assert_eq!(album.site().get(address).await.0, StatusCode::NOT_FOUND);
    }
    assert_eq!(
        album.site().get(&album.address()).await.0,
        StatusCode::FORBIDDEN
    );
}
