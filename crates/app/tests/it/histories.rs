//! Whatever was merged, split, decided and undone, in whatever order: no address dies, and undoing all of it gives
//! back every place to the very byte.

use std::io::Cursor;
use std::sync::Arc;

use portulan_app::merging::{self, Wish};
use portulan_app::{App, Error, gone, import, review};
use portulan_model::links::{MergeState, PairKey, Relation};
use portulan_model::{MergeId, Place, PlaceField, PlaceId};
use portulan_store::Store;
use portulan_testkit::{Engine, TestDatabase};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use crate::{may, on_both_engines, open};

on_both_engines! {
    undoing_a_whole_history_gives_back_every_place_and_no_address_dies
}

const HISTORIES: u64 = 200;
const PLACES: usize = 5;
const MOST_DEEDS: usize = 6;
const HEADER: &str = "id,nom,commune,code_postal,adresse,telephone,courriels,services,date_maj";

/// An installation with a handful of places, and how they were at first.
struct World {
    app: Arc<App>,
    store: Store,
    places: Vec<Place>,
    texts: Vec<String>,
    chance: StdRng,
}

impl World {
    async fn new(database: &TestDatabase) -> Self {
        let app = open(database).await;
        let rows = (1..=PLACES).map(|id| {
            let services = ["Aide aux démarches administratives", "", "Accès internet et matériel informatique"];
            let service = services[id % services.len()];
            format!("{id},Lieu {id},Rennes,35000,{id} rue de l'Essai,029900000{id},l{id}@essai.example,{service},2026-0{id}-01\n")
        });
        let file = format!("{HEADER}\n{}", rows.collect::<String>());
        import::places(
            &app,
            &may(),
            "l.csv",
            Cursor::new(file),
            "essai".parse().ok(),
        )
        .await
        .unwrap();
        let places: Vec<Place> = app
            .directory()
            .snapshot
            .places()
            .iter()
            .map(|place| Place::clone(place))
            .collect();
        let mut world = Self {
            store: Store::open(&database.url).await.unwrap(),
            app,
            places,
            texts: Vec::new(),
            chance: StdRng::seed_from_u64(0),
        };
        world.texts = world.texts().await;
        world
    }

    /// What is kept of each place alone, as bytes.
    async fn texts(&self) -> Vec<String> {
        let mut write = self.store.begin_merge(&may()).await.unwrap();
        let mut texts = Vec::new();
        for place in &self.places {
            texts.push(write.own_text(place.id).await.unwrap());
        }
        texts
    }

    fn one(&mut self) -> PlaceId {
        self.places[self.chance.random_range(0..self.places.len())].id
    }

    fn pair(&mut self) -> PairKey {
        loop {
            if let Ok(key) = PairKey::new(self.one(), self.one()) {
                return key;
            }
        }
    }

    /// Merges in force, the latest first.
    async fn active(&self) -> Vec<MergeId> {
        let mut found = Vec::new();
        for place in &self.places {
            let merges = self.store.merges_of(place.id).await.unwrap();
            let active = merges
                .iter()
                .filter(|merge| merge.state == MergeState::Active);
            found.extend(active.map(|merge| merge.id));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn wish(&mut self) -> Wish {
        let mut wish = Wish {
            places: (0..self.chance.random_range(2..4))
                .map(|_| self.one())
                .collect(),
            reason: "essai".to_owned(),
            ..Wish::default()
        };
        if self.chance.random_bool(0.5) {
            wish.survivor = Some(self.one());
        }
        if self.chance.random_bool(0.3) {
            wish.former.insert(self.one(), None);
        }
        if self.chance.random_bool(0.3) {
            wish.wishes.insert(PlaceField::Nom, self.one());
        }
        wish
    }

    /// Does something; a refusal for want of two places or of a merge is no failure.
    async fn deed(&mut self) {
        let done = match self.chance.random_range(0..11) {
            0..4 => {
                let wish = self.wish();
                merging::merge(&self.app, &may(), wish).await.map(drop)
            }
            4..6 => match self.active().await.first() {
                Some(id) => merging::undo(&self.app, &may(), *id, "essai").await,
                None => Ok(()),
            },
            6..8 => {
                let place = self.one();
                merging::split(&self.app, &may(), place, "essai").await
            }
            8 => {
                let key = self.pair();
                let relation = match self.chance.random_range(0..4) {
                    0 => Relation::Same,
                    1 => Relation::Different,
                    2 => Relation::Hosted { host: key.a() },
                    _ => Relation::Moved {
                        to: key.b(),
                        on: None,
                    },
                };
                review::decide(&self.app, &may(), key, relation, "essai")
                    .await
                    .map(drop)
            }
            9 => {
                let place = self.one();
                self.say_and_take_back(place).await
            }
            _ => {
                let changed = [self.one()];
                review::relink(&self.app, &changed).await.map(drop)
            }
        };
        match done {
            Ok(()) | Err(Error::Conflict(_) | Error::NotFound(_)) => {}
            Err(error) => panic!("{error}"),
        }
    }

    /// A word about a place changes it; taken back, the place is shown as it was.
    async fn say_and_take_back(&self, place: PlaceId) -> Result<(), Error> {
        let shown = || {
            let directory = self.app.directory();
            let place = directory.snapshot.by_id(&directory.survivor(&place));
            place.cloned()
        };
        let before = shown();
        gone::say(&self.app, &may(), place, Some(true), "essai").await?;
        assert_ne!(shown(), before);
        gone::say(&self.app, &may(), place, None, "essai").await?;
        assert_eq!(shown(), before);
        Ok(())
    }

    /// Every id and every slug leads, at one step, to a place that is shown.
    fn all_addresses_lead_somewhere(&self) {
        let directory = self.app.directory();
        let shown = |slug: &str| directory.snapshot.by_slug(slug).is_some();
        for place in &self.places {
            let heir = directory.redirect(&place.slug);
            assert_ne!(heir.is_some(), shown(place.slug.as_str()), "{}", place.slug);
            assert!(heir.is_none_or(|heir| shown(heir.as_str())));
            let heir = directory.survivor(&place.id);
            assert!(directory.snapshot.by_id(&heir).is_some());
        }
    }
}

async fn undoing_a_whole_history_gives_back_every_place_and_no_address_dies(engine: Engine) {
    let database = TestDatabase::new(engine);
    let mut world = World::new(&database).await;
    let mut merged = 0;
    for seed in 0..HISTORIES {
        world.chance = StdRng::seed_from_u64(seed);
        for _ in 0..world.chance.random_range(1..=MOST_DEEDS) {
            world.deed().await;
            world.all_addresses_lead_somewhere();
        }
        merged += usize::from(world.app.directory().snapshot.len() < PLACES);
        while let Some(id) = world.active().await.last() {
            merging::undo(&world.app, &may(), *id, "essai")
                .await
                .unwrap();
        }
        world.all_addresses_lead_somewhere();
        assert_eq!(world.texts().await, world.texts, "history {seed}");
        let shown = world.app.directory();
        let shown = shown.snapshot.places().iter().map(|place| &**place);
        assert!(shown.eq(&world.places), "history {seed}");
    }
    assert!(merged > 100, "only {merged} histories changed anything");
}
