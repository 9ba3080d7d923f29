//! Pictures go with their places through merges and copies, and leave with all their bytes.

use std::sync::Arc;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use portulan_app::merging::{self, Wish};
use portulan_app::pictures::{self, Caption, Given, PictureSize, Prepared};
use portulan_app::{App, Error, copy};
use portulan_model::harvest::Mapping;
use portulan_model::journal::Content;
use portulan_model::{Picture, Place};
use portulan_policy::{Actor, Node, Target, actions::EditPlace, allow};
use portulan_testkit::{Engine, TestDatabase};

use crate::harvests::{list, shown, source, take, ten};
use crate::{may, on_both_engines, open};

on_both_engines! {
    a_picture_is_given_once_described_anew_and_leaves_with_its_bytes
    a_merged_place_shows_the_pictures_of_its_members_and_each_has_its_own_again
    a_capability_for_one_place_gives_no_other_a_picture
    a_copy_holds_the_pictures
}

struct World {
    app: Arc<App>,
    places: Vec<Place>,
    database: TestDatabase,
}

async fn prepared(light: u8) -> Prepared {
    let plain = RgbImage::from_pixel(40, 30, Rgb([light, 0, 0]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(plain)
        .write_to(&mut bytes, ImageFormat::Png)
        .unwrap();
    pictures::prepare(bytes.into_inner())
        .await
        .unwrap()
        .unwrap()
}

fn caption(alt: &str) -> Caption {
    Caption {
        alt: Some(alt.to_owned()),
        credit: "Essai, CC0".to_owned(),
    }
}

impl World {
    async fn new(engine: Engine) -> Self {
        let database = TestDatabase::new(engine);
        let app = open(&database).await;
        source(&app, Mapping::None).await;
        take(&app, &list(&ten())).await;
        Self {
            places: shown(&app),
            app,
            database,
        }
    }

    async fn give(&self, place: usize, light: u8, alt: &str) -> Given {
        let id = self.places[place].id;
        pictures::add(&self.app, &may(), id, &prepared(light).await, &caption(alt))
            .await
            .unwrap()
    }

    fn of(&self, place: usize) -> Vec<Picture> {
        let directory = self.app.directory();
        let id = directory.survivor(&self.places[place].id);
        directory.pictures(&id).to_vec()
    }

    fn told(&self, place: usize) -> Vec<String> {
        let all = self.of(place).into_iter();
        let mut told: Vec<_> = all.filter_map(|one| one.alt).collect();
        // The clock of these tests stands still: the order in which they came is none.
        told.sort();
        told
    }
}

async fn a_picture_is_given_once_described_anew_and_leaves_with_its_bytes(engine: Engine) {
    let world = World::new(engine).await;
    let app = &world.app;
    assert_eq!(world.give(0, 10, "La porte").await, Given::Added);
    assert_eq!(
        world.give(0, 10, "La porte").await,
        Given::Known,
        "sent twice"
    );
    assert_eq!(world.give(0, 10, "La porte bleue").await, Given::Known);
    assert_eq!(world.told(0), ["La porte bleue"]);
    let hash = world.of(0).remove(0).hash;
    for size in [PictureSize::Large, PictureSize::Small] {
        let bytes = pictures::bytes(app, &hash, size).await.unwrap().unwrap();
        assert!(bytes.starts_with(&[0xff, 0xd8]));
    }
    for (light, alt) in [(60, "La salle"), (110, "L'accueil")] {
        assert_eq!(world.give(0, light, alt).await, Given::Added);
    }
    assert_eq!(world.give(0, 160, "Une de trop").await, Given::Full);
    // The same picture of another place is its own.
    assert_eq!(world.give(1, 10, "La même porte").await, Given::Added);
    for _ in 0..2 {
        pictures::remove(app, &may(), world.places[0].id, &hash)
            .await
            .unwrap();
    }
    assert_eq!(world.told(0), ["L'accueil", "La salle"]);
    let bytes = pictures::bytes(app, &hash, PictureSize::Large)
        .await
        .unwrap();
    assert!(bytes.is_some(), "the other place has it still");
    pictures::remove(app, &may(), world.places[1].id, &hash)
        .await
        .unwrap();
    let bytes = pictures::bytes(app, &hash, PictureSize::Large)
        .await
        .unwrap();
    assert_eq!(bytes, None);
    let store = portulan_store::Store::open(&world.database.url)
        .await
        .unwrap();
    let object = format!("lieu-{}", world.places[1].slug);
    let lines = store.journal(&may(), &object, 9).await.unwrap();
    let reasons: Vec<String> = lines
        .iter()
        .filter_map(|line| match &line.content {
            Content::Told(told) => Some(told.reason.clone()),
            _ => None,
        })
        .filter(|reason| reason.starts_with("picture"))
        .collect();
    assert_eq!(reasons, ["picture removed", "picture added"]);
}

async fn a_merged_place_shows_the_pictures_of_its_members_and_each_has_its_own_again(
    engine: Engine,
) {
    let world = World::new(engine).await;
    for (place, light, alt) in [
        (0, 10, "Zéro"),
        (0, 10, "Zéro"),
        (1, 10, "Zéro aussi"),
        (1, 60, "Un"),
    ] {
        world.give(place, light, alt).await;
    }
    let wish = Wish {
        places: vec![world.places[0].id, world.places[1].id],
        survivor: Some(world.places[1].id),
        reason: "essai".to_owned(),
        ..Wish::default()
    };
    let merge = merging::merge(&world.app, &may(), wish).await.unwrap();
    assert_eq!(world.of(0).len(), 2, "the same one is shown once");
    assert_eq!(world.of(0), world.of(1));
    // What is given to the place that is shown stays with it, and what is taken away leaves all its members.
    let twice = |one: &Picture| {
        one.alt
            .as_deref()
            .is_some_and(|alt| alt.starts_with("Zéro"))
    };
    let zero = world.of(0).into_iter().find(twice).unwrap().hash;
    pictures::remove(&world.app, &may(), world.places[0].id, &zero)
        .await
        .unwrap();
    world.give(0, 110, "Ensemble").await;
    assert_eq!(world.told(1), ["Ensemble", "Un"]);
    merging::undo(&world.app, &may(), merge, "essai")
        .await
        .unwrap();
    assert_eq!(world.told(0), Vec::<String>::new());
    assert_eq!(world.told(1), ["Ensemble", "Un"]);
}

async fn a_capability_for_one_place_gives_no_other_a_picture(engine: Engine) {
    let world = World::new(engine).await;
    world.give(1, 10, "Un").await;
    let hash = world.of(1).remove(0).hash;
    let target = Target::from(Node::Place(world.places[0].slug.clone()));
    let only = allow::<EditPlace>(&Actor::Operator, target).unwrap();
    let (app, other) = (&world.app, world.places[1].id);
    let given = pictures::add(app, &only, other, &prepared(60).await, &caption("Non")).await;
    assert!(matches!(given, Err(Error::NotFound(_))));
    let removed = pictures::remove(app, &only, other, &hash).await;
    assert!(matches!(removed, Err(Error::NotFound(_))));
    assert_eq!(world.told(1), ["Un"]);
}

async fn a_copy_holds_the_pictures(engine: Engine) {
    let world = World::new(engine).await;
    world.give(0, 10, "La porte").await;
    let other = match engine {
        Engine::Sqlite => Engine::Postgres,
        Engine::Postgres => Engine::Sqlite,
    };
    let target = TestDatabase::new(other);
    let now = world.app.now();
    copy::migrate(&world.database.url, &target.url, &may(), &may(), now)
        .await
        .unwrap();
    let restored = open(&target).await;
    let pictures = restored.directory().pictures(&world.places[0].id).to_vec();
    assert_eq!(pictures, world.of(0));
    for size in [PictureSize::Large, PictureSize::Small] {
        let hash = &pictures[0].hash;
        let bytes = pictures::bytes(&restored, hash, size).await.unwrap();
        let before = pictures::bytes(&world.app, hash, size).await.unwrap();
        assert!(bytes.is_some() && bytes == before);
    }
}
