//! Every row ends in one box, the boxes add up, twice is once, and a broken file changes nothing.

use std::io::{Cursor, Write as _};

use flate2::Compression;
use flate2::write::GzEncoder;
use portulan_app::import::{self, ImportReport};
use portulan_app::{App, Error, demonstration, reference};
use portulan_model::harvest::Mapping;
use portulan_model::journal::Deed;
use portulan_model::{FieldOrigin, PlaceField, Revision};
use portulan_testkit::{Engine, TestDatabase, builders};

use crate::{harvests, may, on_both_engines, open};

on_both_engines! {
    the_demonstration_is_taken_in_whole_and_twice_changes_nothing
    a_changed_row_is_updated_and_keeps_its_id_and_slug
    each_row_ends_in_one_box_and_the_boxes_add_up
    a_file_that_breaks_on_its_last_row_changes_nothing
    files_that_are_nothing_known_are_refused
    a_layer_of_reference_is_seen_at_once
    places_of_the_same_name_get_slugs_of_their_own
    a_place_that_its_source_had_ceased_to_give_is_shown_again_when_a_file_gives_it
    a_file_never_takes_back_what_people_corrected_and_says_so
}

const HEADER: &str = "id,pivot,nom,commune,code_postal,code_insee,adresse,complement_adresse,latitude,longitude,typologie,telephone,courriels,site_web,horaires,presentation_resume,presentation_detail,source,itinerance,structure_parente,date_maj,services,publics_specifiquement_adresses,prise_en_charge_specifique,frais_a_charge,dispositif_programmes_nationaux,formations_labels,autres_formations_labels,modalites_acces,modalites_accompagnement,fiche_acces_libre,prise_rdv";

fn row(id: &str, name: &str, hours: &str) -> String {
    let mut cells = vec![""; 32];
    for (column, value) in [
        (0, id),
        (2, name),
        (3, "Rennes"),
        (4, "35000"),
        (6, "1 rue de l'Essai"),
        (14, hours),
        (20, "2026-11-01"),
    ] {
        cells[column] = value;
    }
    cells.join(",")
}

fn file(rows: &[String]) -> String {
    format!("{HEADER}\n{}\n", rows.join("\n"))
}

async fn take(app: &App, text: &str) -> Result<ImportReport, Error> {
    let source = "essai".parse().ok();
    import::places(
        app,
        &may(),
        "essai.csv",
        Cursor::new(text.to_owned().into_bytes()),
        source,
    )
    .await
}

fn adds_up(report: &ImportReport) -> bool {
    report.created + report.updated + report.unchanged + report.rejected == report.rows
}

async fn the_demonstration_is_taken_in_whole_and_twice_changes_nothing(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    let first = demonstration::load(&app, &may()).await.unwrap();
    assert!(first.rows >= 60 && first.created == first.rows, "{first:?}");
    assert_eq!(first.noted, 0, "{:?}", first.lines);
    assert_eq!(app.directory().snapshot.len(), first.rows);
    let revision = app.directory().revision;
    let again = demonstration::load(&app, &may()).await.unwrap();
    assert_eq!(
        (again.unchanged, again.created, again.updated),
        (first.rows, 0, 0)
    );
    assert_eq!(app.directory().revision, revision);
}

async fn a_changed_row_is_updated_and_keeps_its_id_and_slug(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    take(&app, &file(&[row("1", "Lieu un", "Mo 09:00-12:00")]))
        .await
        .unwrap();
    let before = app.directory().snapshot.places()[0].clone();
    let report = take(
        &app,
        &file(&[row("1", "Lieu un, renommé", "Tu 09:00-12:00")]).replace("un, ren", "un ren"),
    )
    .await
    .unwrap();
    assert_eq!((report.updated, report.created), (1, 0));
    let after = app.directory().snapshot.places()[0].clone();
    assert_eq!((after.id, &after.slug), (before.id, &before.slug));
    assert_ne!(after.record, before.record);
    assert_eq!(app.directory().revision, Revision(2));
}

async fn each_row_ends_in_one_box_and_the_boxes_add_up(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    let rows = [
        row("1", "Lieu un", ""),
        row("1", "Le même id", ""),
        row("2", "", ""),
        row("3", "<b>Lieu</b>", "quand il pleut"),
    ];
    let report = take(&app, &file(&rows)).await.unwrap();
    assert!(adds_up(&report), "{report:?}");
    assert_eq!((report.rows, report.created, report.rejected), (4, 2, 2));
    assert_eq!(
        report
            .lines
            .iter()
            .filter(|line| line.is_rejected())
            .count(),
        2
    );
    assert!(
        report.noted >= 1,
        "hours that cannot be read are said: {report:?}"
    );
}

async fn a_file_that_breaks_on_its_last_row_changes_nothing(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    let rows: Vec<String> = (0..3_000)
        .map(|n| row(&n.to_string(), &format!("Lieu {}", n * 7_919 % 9_973), ""))
        .collect();
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(file(&rows).as_bytes()).unwrap();
    let mut bytes = gzip.finish().unwrap();
    bytes.truncate(bytes.len() - 2_000);
    let source = "essai".parse().ok();
    let refused = import::places(&app, &may(), "essai.csv.gz", Cursor::new(bytes), source).await;
    assert!(refused.unwrap_err().is_refusal());
    assert_eq!(app.directory().snapshot.len(), 0);
    assert_eq!(app.directory().revision, Revision(0));
}

async fn files_that_are_nothing_known_are_refused(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    for text in [
        "",
        "   ",
        "a,b\n1,2\n",
        "{",
        "[1,2",
        "\u{0}\u{1}\u{2}",
        HEADER,
    ] {
        match take(&app, text).await {
            Ok(report) => assert_eq!(report.rows, report.rejected, "{text:?}"),
            Err(error) => assert!(error.is_refusal(), "{text:?}: {error}"),
        }
    }
    assert_eq!(app.directory().snapshot.len(), 0);
}

async fn a_layer_of_reference_is_seen_at_once(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    let csv = "code_insee,lat,lon\n35001,48.1,-1.5\n";
    let layer = reference::import(&app, &may(), "centres.csv", Cursor::new(csv.as_bytes()))
        .await
        .unwrap();
    assert_eq!(layer.records, 1);
    let commune = "35001".parse().unwrap();
    let centre = app
        .directory()
        .reference
        .commune(&commune)
        .unwrap()
        .centre
        .unwrap();
    assert!((centre.lon() + 1.5).abs() < 1e-9);
    let refused =
        reference::import(&app, &may(), "rien.csv", Cursor::new("a,b\n".as_bytes())).await;
    assert!(refused.unwrap_err().is_refusal());
}

async fn places_of_the_same_name_get_slugs_of_their_own(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    let rows: Vec<String> = (0..4).map(|n| row(&n.to_string(), "Mairie", "")).collect();
    take(&app, &file(&rows)).await.unwrap();
    let directory = app.directory();
    let mut slugs: Vec<&str> = directory
        .snapshot
        .places()
        .iter()
        .map(|place| place.slug.as_str())
        .collect();
    slugs.sort_unstable();
    assert_eq!(
        slugs,
        [
            "mairie",
            "mairie-rennes",
            "mairie-rennes-2",
            "mairie-rennes-3"
        ]
    );
}

async fn a_place_that_its_source_had_ceased_to_give_is_shown_again_when_a_file_gives_it(
    engine: Engine,
) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    let ten = harvests::ten();
    harvests::source(&app, Mapping::None).await;
    harvests::take(&app, &harvests::list(&ten)).await;
    let all = harvests::shown(&app);
    harvests::take(&app, &harvests::list(&ten[..9])).await;
    assert_eq!(harvests::shown(&app).len(), 9);
    let report = take(&app, &harvests::list(&ten)).await.unwrap();
    assert_eq!((report.updated, report.unchanged), (1, 9));
    assert_eq!(harvests::shown(&app), all);
    let store = portulan_store::Store::open(&database.url).await.unwrap();
    let object = format!("lieu-{}", all[9].slug);
    let lines = store.journal(&may(), &object, 1).await.unwrap();
    assert_eq!(lines[0].reason(), "import of essai.csv: given again");
    let again = take(&app, &harvests::list(&ten)).await.unwrap();
    assert_eq!((again.updated, again.unchanged), (0, 10));
}

async fn a_file_never_takes_back_what_people_corrected_and_says_so(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    take(&app, &file(&[row("1", "Lieu", "Mo 09:00-12:00")]))
        .await
        .unwrap();
    let mut corrected = app.directory().snapshot.places()[0].as_ref().clone();
    "Lieu corrigé".clone_into(&mut corrected.record.name);
    let origin = FieldOrigin {
        source: "une-personne".parse().unwrap(),
        dated: None,
        confirmed_by_place: false,
    };
    let origins = &mut corrected.record.provenance.fields;
    origins.insert(PlaceField::Nom, origin);
    let store = portulan_store::Store::open(&database.url).await.unwrap();
    let mut write = store.begin_review(&may()).await.unwrap();
    let text = serde_json::to_string(&corrected.record).unwrap();
    let line = builders::entry(Deed::Updated, &corrected);
    write.set_text(corrected.id, &text, &line).await.unwrap();
    write.commit().await.unwrap();
    let report = take(&app, &file(&[row("1", "Lieu", "Tu 09:00-12:00")]))
        .await
        .unwrap();
    assert_eq!((report.updated, report.held), (1, 1));
    let held: Vec<_> = report
        .lines
        .iter()
        .filter_map(|line| line.held.as_ref())
        .collect();
    assert_eq!(held.len(), 1);
    assert_eq!(
        (held[0].field, &*held[0].given, &*held[0].kept),
        (PlaceField::Nom, "\"Lieu\"", "\"Lieu corrigé\"")
    );
    let after = app.directory().snapshot.places()[0].clone();
    assert_eq!(after.record.name, "Lieu corrigé");
    assert_ne!(after.record.hours, corrected.record.hours);
    let again = take(&app, &file(&[row("1", "Lieu", "Tu 09:00-12:00")]))
        .await
        .unwrap();
    assert_eq!((again.unchanged, again.held), (1, 1));
}
