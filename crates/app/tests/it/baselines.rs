//! A baseline leaves as a table and comes back as it was, whatever its names hold.

use portulan_app::baselines::{self, Layout};
use portulan_app::settled::Settled;
use portulan_app::{App, organisations, schemes};
use portulan_model::baseline::{Baseline, BaselinePlace, BaselineService, Cell, Said, Welcome};
use portulan_model::harvest::Mapping;
use portulan_model::people::Organisation;
use portulan_model::schemes::Scheme;
use portulan_model::{PlaceId, Seat, Slug, ValueSet};
use portulan_testkit::{Engine, TestDatabase};

use crate::harvests::{list, shown, source, take, ten};
use crate::{may, on_both_engines, open};

on_both_engines! {
    what_is_exported_of_a_baseline_is_pasted_back_as_it_was
}

/// Names that would be parted, run as formulas, or taken for a column of their own.
const SERVICES: [&str; 4] = [
    "=HYPERLINK(\"x\")",
    "Prêt ; retour",
    "Suivi par",
    "Dit \"wifi\"",
];

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

async fn organisation(app: &App, address: &str, name: &str) -> Slug {
    let territory = "commune-35238".parse().unwrap();
    let one = Organisation::named(slug(address), name.to_owned(), territory);
    organisations::create(app, &may(), one).await.unwrap()
}

async fn seat(app: &App, places: &[PlaceId]) -> Seat {
    let text =
        r#"{"slug":"esc","name":"Essai","kind":"network","level":"commune-35238","area":"35238"}"#;
    let scheme: Scheme = serde_json::from_str(text).unwrap();
    let esc = schemes::create(app, &may(), scheme).await.unwrap();
    for place in places {
        schemes::set_place(app, &may(), &esc, (*place, true))
            .await
            .unwrap();
    }
    Seat::Scheme(esc)
}

fn filled(mut baseline: Baseline, places: &[PlaceId], owners: &[Slug]) -> Baseline {
    for (rank, name) in SERVICES.into_iter().enumerate() {
        let slug = slug(&format!("service-{rank}"));
        let (name, national) = (name.to_owned(), None);
        baseline = baselines::with_service(
            baseline,
            BaselineService {
                slug,
                name,
                national,
            },
        );
    }
    let reason = "=1+1 ; « non »\tou \"peut-être\"".to_owned();
    let said = [Said::Offered, Said::Wished, Said::Refused { reason }];
    for (rank, said) in said.into_iter().enumerate() {
        let cell = Cell {
            place: places[0],
            service: slug(&format!("service-{rank}")),
            said,
            by: None,
            since: "2024-01-01".parse().unwrap(),
        };
        baseline = baselines::say(baseline, cell);
    }
    for (place, owner) in places.iter().zip(owners) {
        let facts = BaselinePlace {
            place: *place,
            walls: Some(owner.clone()),
            followed_by: owners.first().cloned(),
            welcome: [Welcome::Office, Welcome::FrontDesk].into_iter().collect(),
        };
        baseline = baselines::with_place_facts(baseline, facts);
    }
    baseline
}

/// The same services and places, of which nothing is said.
fn bare(baseline: &Baseline) -> Baseline {
    let blank = |one: &BaselinePlace| BaselinePlace {
        place: one.place,
        walls: None,
        followed_by: None,
        welcome: ValueSet::EMPTY,
    };
    Baseline {
        services: baseline.services.clone(),
        places: baseline.places.iter().map(blank).collect(),
        ..Baseline::empty(baseline.of.clone())
    }
}

async fn what_is_exported_of_a_baseline_is_pasted_back_as_it_was(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    source(&app, Mapping::None).await;
    take(&app, &list(&ten())).await;
    let places: Vec<PlaceId> = shown(&app).iter().take(3).map(|place| place.id).collect();
    let owners = [
        organisation(&app, "cmd", "@SUM(A1)").await,
        // Two of one name: an address tells them apart.
        organisation(&app, "arcs", "ARCS").await,
        organisation(&app, "arcs-bis", "Arcs").await,
    ];
    let seat = seat(&app, &places).await;
    let with = |known| Ok::<_, ()>(filled(known, &places, &owners));
    let Settled::Saved(saved) = baselines::change(&app, &may(), &seat, with).await.unwrap() else {
        panic!("nothing was saved");
    };
    let saved = *saved;
    let csv = baselines::csv(&app, &may(), &saved, Layout::Matrix);
    for line in csv.lines() {
        for cell in line.split(';') {
            let bare = cell.trim_matches('"');
            assert!(!bare.starts_with(['=', '@', '+', '-']), "a formula: {cell}");
        }
    }
    let directory = app.directory();
    let since = "2024-01-01".parse().unwrap();
    let back = baselines::paste(&directory, bare(&saved), &csv, (None, since)).unwrap();
    assert_eq!(back, saved);
    let again = baselines::paste(&directory, saved.clone(), &csv, (None, since)).unwrap();
    assert_eq!(again, saved, "what was said already stays");
}
