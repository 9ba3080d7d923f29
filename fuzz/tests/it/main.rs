//! The parsers that meet the outside: whatever comes in, they answer or refuse, and never fail.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "helpers of tests: a broken set-up must stop the test, and a run tells its figures"
)]

use std::sync::OnceLock;

use axum::body::Body;
use axum::http::{Request, Uri};
use chrono::{DateTime, NaiveDate, Utc};
use portulan_app::{App, DatabaseUrl, SeededChance, SetClock, demonstration};
use portulan_formats::{CommuneResolver, read_places};
use portulan_fuzz::{Target, run};
use portulan_geo::Reference;
use portulan_hours::{Hours, Zone};
use portulan_model::{CommuneCode, Position, Postcode};
use portulan_policy::{Actor, Node, allow};
use portulan_web::{AppState, Settings};
use tower::ServiceExt as _;

fn now() -> DateTime<Utc> {
    "2026-11-28T09:00:00Z".parse().unwrap()
}

fn lossy(input: &[u8]) -> String {
    String::from_utf8_lossy(input).into_owned()
}

fn report(outcome: Result<portulan_fuzz::Run, String>) {
    let run = outcome.unwrap_or_else(|fault| panic!("{fault}"));
    println!(
        "{} inputs, slowest {:?}, seed {}",
        run.inputs, run.slowest, run.seed
    );
    assert!(run.inputs > 0);
}

#[test]
fn opening_hours_are_read_or_refused() {
    let target = Target {
        name: "hours",
        seeds: &[
            "Mo-Fr 09:00-12:00,14:00-17:30; Sa 10:00-12:00; PH off",
            "24/7",
            "Jan-Mar Tu[1] 18:00-26:00 \"sur rendez-vous\"; SH,PH closed || unknown \"appeler\"",
            "2026 Nov 28-Dec 24 Mo-Su sunrise-sunset; week 1-53/2 We 14:00+",
            "easter -2 days 10:00-12:00",
            "Feb 2924/7",
        ],
        words: &[
            "Mo",
            "-",
            ",",
            ";",
            "||",
            "PH",
            "SH",
            "off",
            "week",
            "[",
            "]",
            "[-1]",
            "+",
            "00:00-24:00",
            "/",
            "\"",
            "easter",
            " days",
            "Feb 29",
            "2026-2030",
            "sunrise",
            "(",
            ")",
            "unknown",
            "99:99",
            "-1",
            "53",
        ],
    };
    let (at, day) = (now(), NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
    report(run(&target, |input| {
        let Ok(hours) = Hours::parse(&lossy(input), Zone::of(None)) else {
            return;
        };
        let _state = hours.state_at(at);
        let _change = hours.next_change(at);
        let _week = hours.week(day);
        let _summary = hours.summary();
        let again = Hours::parse(&hours.text(), Zone::of(None));
        assert!(
            again.is_ok(),
            "its own text is not read again: {:?}",
            hours.text()
        );
    }));
}

#[test]
fn addresses_numbers_and_links_are_read_or_refused() {
    let target = Target {
        name: "text",
        seeds: &[
            "2 bis rue de Nantes, 35000 Rennes",
            "Pl. de la République 35200 RENNES CEDEX 2",
            "02 99 00 00 00",
            "+33 (0)2.99.00.00.00",
            "Bibliothèque de l'Île-aux-Œufs",
            "130 005 481 00010",
            "www.exemple.fr/a?b=c",
            "accueil@exemple.fr",
        ],
        words: &[
            "bis", "rue", " ", ",", "35000", "+33", "0", "CEDEX", "@", "://", "ß", "İ", "\u{300}",
            "d'", "-",
        ],
    };
    report(run(&target, |input| {
        let text = lossy(input);
        let _address = portulan_text::parse_address(&text);
        let _phone = portulan_text::Phone::parse(&text, Some("35")).map(|phone| phone.display());
        let _pivot = portulan_text::Pivot::parse(&text);
        let _email = portulan_text::Email::parse(&text);
        let _web = portulan_text::WebUrl::parse(&text);
        let _tokens = portulan_text::search_tokens(&text);
        let _clean = portulan_text::clean(&text);
        if let Some(slug) = portulan_text::slug(&text) {
            assert_eq!(
                portulan_text::slug(&slug),
                Some(slug.clone()),
                "a slug is its own slug"
            );
        }
    }));
}

/// The communes of the embedded reference, as readers of files ask for them.
struct Communes;

impl CommuneResolver for Communes {
    fn resolve(
        &self,
        name: &str,
        postcode: Option<&Postcode>,
        insee: Option<&CommuneCode>,
        position: Option<Position>,
    ) -> Option<CommuneCode> {
        static REFERENCE: OnceLock<Reference> = OnceLock::new();
        let reference = REFERENCE.get_or_init(|| Reference::embedded().unwrap());
        reference.resolve_commune(name, postcode, insee, position)
    }
}

#[test]
fn files_of_places_are_read_or_refused() {
    let header = "id,pivot,nom,commune,code_postal,code_insee,adresse,latitude,longitude,telephone,horaires,services,date_maj";
    let csv = format!(
        "{header}\n1,13000548100010,CCAS,Rennes,35000,35238,2 rue de Nantes,48.1,-1.6,+33299000000,Mo-Fr 09:00-12:00,Aide aux démarches administratives,2026-01-02\n"
    );
    let json = r#"[{"id":"1","nom":"CCAS","commune":"Rennes","code_postal":"35000","adresse":"2 rue","services":"Aide","date_maj":"2026-01-02"}]"#;
    let target = Target {
        name: "files",
        seeds: &[
            &csv,
            json,
            "id;nom\n1;\"a\n\"\"b\"\n",
            "\u{feff}id,nom\r\n",
            "{\"source\":\"x\",\"places\":[]}",
            "\u{1f}\u{8b}\u{8}",
        ],
        words: &[
            "\"",
            ";",
            ",",
            "\n",
            "\r\n",
            "|",
            "\t",
            "{",
            "}",
            "[",
            "]",
            "null",
            "35238",
            "1e999",
            "\\u0000",
            "id",
            "nom",
            "2026-13-45",
        ],
    };
    report(run(&target, |input| {
        for name in ["lieux.csv", "lieux.json"] {
            let reader = Box::new(std::io::Cursor::new(input.to_vec()));
            if let Ok(rows) = read_places(name, reader, "essai".parse().ok(), &Communes) {
                for row in rows.take(200) {
                    drop(row);
                }
            }
        }
    }));
}

#[test]
fn queries_of_pages_and_api_are_answered_or_refused() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let folder = tempfile::tempdir().unwrap();
    let clock = std::sync::Arc::new(SetClock::starting_at(now()));
    let chance = std::sync::Arc::new(SeededChance::new(1));
    let url = DatabaseUrl::in_dir(folder.path());
    let app = runtime.block_on(App::open(&url, clock, chance)).unwrap();
    let loading = allow(&Actor::Job("fuzz"), &Node::Installation).unwrap();
    runtime
        .block_on(demonstration::load(&app, &loading))
        .unwrap();
    let router = portulan_web::router(AppState::new(app, Settings::default()));
    let target = Target {
        name: "queries",
        seeds: &[
            "ou=R%C3%A9publique%2C+Rennes&besoin=acces&quand=samedi%3Amatin",
            "lat=48.11&lon=-1.68&rayon=2.5&tri=distance&limite=20",
            "territoire=commune-35238&besoin=acces&besoin=bases&facettes=1",
            "polygone=-1.7,48.1;-1.6,48.1;-1.6,48.2&q=mediateque&format=geojson",
            "quand=2026-11-28T10:00&public=seniors&prise_en_charge=vision&frais=gratuit",
            "osm=Mo-Fr 09:00-17:00&a=2026-11-28T10:00&departement=35",
        ],
        words: &[
            "&",
            "=",
            "%",
            "%00",
            "+",
            ";",
            ",",
            "quand=",
            "curseur=",
            "territoire=",
            "commune-",
            "polygone=",
            "lat=",
            "lon=",
            "NaN",
            "inf",
            "1e308",
            "-0",
            "180",
            "90",
            "maintenant",
            ":soir",
            "T24:00",
            "9999-12-31",
            "0000-01-01",
            "limite=0",
            "18446744073709551616",
            "format=csv",
            "imprimer samedi matin Maurepas",
        ],
    };
    report(run(&target, |input| {
        let query: String = input.iter().flat_map(|byte| encoded(*byte)).collect();
        for path in [
            "/aide",
            "/api/v1/lieux",
            "/api/v1/territoires",
            "/api/v1/horaires",
            "/",
        ] {
            let address: Uri = format!("{path}?{query}").parse().unwrap();
            let request = Request::get(address.clone()).body(Body::empty()).unwrap();
            let response = runtime.block_on(router.clone().oneshot(request)).unwrap();
            assert!(
                response.status().as_u16() < 500,
                "{address} answers {}",
                response.status()
            );
        }
    }));
}

/// Bytes that cannot stand in an address are percent-encoded; the grammar's own marks are left.
fn encoded(byte: u8) -> Vec<char> {
    if byte.is_ascii_alphanumeric() || b"-._~=&%+;,:/!'()*".contains(&byte) {
        vec![char::from(byte)]
    } else {
        format!("%{byte:02X}").chars().collect()
    }
}
