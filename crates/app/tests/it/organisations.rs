//! Organisations keep their places through merges, and two people who change one lose nothing.

use std::sync::Arc;

use portulan_app::editing::{Change, Outcome};
use portulan_app::merging::{self, Wish};
use portulan_app::{App, Error, organisations, rights};
use portulan_model::harvest::Mapping;
use portulan_model::people::Organisation;
use portulan_model::{OrganisationField, OrganisationKind, Place, PlaceId, Slug};
use portulan_policy::actions::{EditOrganisation, EditPlace};
use portulan_policy::{Actor, Node, Role, Target, allow};
use portulan_testkit::{Engine, TestDatabase};

use crate::harvests::{list, shown, source, take, ten};
use crate::proposals::person;
use crate::{may, on_both_engines, open};

on_both_engines! {
    a_form_that_is_sent_twice_makes_one_organisation
    an_organisation_follows_its_places_through_merges_and_back
    two_people_who_change_an_organisation_lose_nothing
    a_capability_for_one_organisation_changes_no_other
}

struct World {
    app: Arc<App>,
    places: Vec<Place>,
    slug: Slug,
    _database: TestDatabase,
}

fn association() -> Organisation {
    Organisation {
        slug: "les-bateliers".parse().unwrap(),
        name: "Les Bateliers".to_owned(),
        kind: Some(OrganisationKind::Association),
        pivot: None,
        territory: "departement-35".parse().unwrap(),
        email: None,
        phone: None,
        website: None,
        summary: None,
    }
}

impl World {
    async fn new(engine: Engine) -> Self {
        let database = TestDatabase::new(engine);
        let app = open(&database).await;
        source(&app, Mapping::None).await;
        take(&app, &list(&ten())).await;
        let slug = organisations::create(&app, &may(), association()).await;
        Self {
            places: shown(&app),
            slug: slug.unwrap(),
            app,
            _database: database,
        }
    }

    fn known(&self) -> Organisation {
        self.app
            .directory()
            .organisations
            .get(&self.slug)
            .unwrap()
            .clone()
    }

    async fn set(&self, place: usize, theirs: bool) {
        let shown = {
            let directory = self.app.directory();
            let id = directory.survivor(&self.places[place].id);
            Place::clone(directory.snapshot.by_id(&id).unwrap())
        };
        let wish = (&self.slug, &shown, theirs);
        organisations::set_place(&self.app, &may(), &may(), wish)
            .await
            .unwrap();
    }

    /// Whether those who run the organisation may change the place that stands for this one.
    fn opens(&self, place: usize) -> bool {
        let manager = person(1, Role::OrganisationManager, "structure-les-bateliers");
        let directory = self.app.directory();
        let target = rights::led(&directory, &self.places[place].id.to_string()).unwrap();
        allow::<EditPlace>(&manager, target).is_ok()
    }

    fn opened(&self) -> [bool; 3] {
        [0, 1, 2].map(|place| self.opens(place))
    }

    fn listed(&self) -> Vec<PlaceId> {
        let directory = self.app.directory();
        let mut places: Vec<_> = directory.organisations.places_of(&self.slug).collect();
        places.sort();
        places
    }

    async fn merge(&self) -> portulan_model::MergeId {
        let wish = Wish {
            places: vec![self.places[0].id, self.places[1].id],
            survivor: Some(self.places[1].id),
            reason: "essai".to_owned(),
            ..Wish::default()
        };
        merging::merge(&self.app, &may(), wish).await.unwrap()
    }

    async fn undo(&self, merge: portulan_model::MergeId) {
        merging::undo(&self.app, &may(), merge, "essai")
            .await
            .unwrap();
    }
}

async fn a_form_that_is_sent_twice_makes_one_organisation(engine: Engine) {
    let world = World::new(engine).await;
    let create = async |one: Organisation| {
        let slug = organisations::create(&world.app, &may(), one).await;
        slug.unwrap().to_string()
    };
    assert_eq!(create(association()).await, "les-bateliers", "the same one");
    let other = Organisation {
        kind: Some(OrganisationKind::Company),
        ..association()
    };
    for _ in 0..2 {
        assert_eq!(create(other.clone()).await, "les-bateliers-2");
    }
    assert_eq!(world.app.directory().organisations.iter().count(), 2);
}

async fn an_organisation_follows_its_places_through_merges_and_back(engine: Engine) {
    let world = World::new(engine).await;
    world.set(0, true).await;
    assert_eq!(world.opened(), [true, false, false]);
    let merge = world.merge().await;
    assert_eq!(
        world.opened(),
        [true, true, false],
        "the place that stands for it"
    );
    assert_eq!(
        world.listed(),
        [world.places[1].id],
        "once, and the one that is shown"
    );
    world.undo(merge).await;
    assert_eq!(world.opened(), [true, false, false], "and back");
    // Said while they are together, it is taken away from whichever had it.
    let merge = world.merge().await;
    world.set(1, false).await;
    assert_eq!(world.opened(), [false; 3]);
    assert_eq!(world.listed(), []);
    world.undo(merge).await;
    assert_eq!(world.opened(), [false; 3]);
    // Said of the place that is shown, it stays with that place.
    let merge = world.merge().await;
    world.set(0, true).await;
    world.undo(merge).await;
    assert_eq!(world.opened(), [false, true, false]);
}

async fn two_people_who_change_an_organisation_lose_nothing(engine: Engine) {
    let world = World::new(engine).await;
    let read = world.known();
    let wanted = |make: &dyn Fn(&mut Organisation)| {
        let mut mine = read.clone();
        make(&mut mine);
        Change {
            fields: OrganisationField::ALL.into(),
            before: read.clone(),
            mine,
        }
    };
    let change = async |change: &Change<Organisation>| {
        organisations::change(&world.app, &may(), &world.slug, change)
            .await
            .unwrap()
    };
    let phone = wanted(&|one| one.phone = Some("+33299000000".to_owned()));
    let saved = Outcome::Saved(vec![OrganisationField::Phone]);
    assert_eq!(change(&phone).await, saved);
    assert_eq!(change(&phone).await, Outcome::Same, "sent twice");
    let summary = wanted(&|one| one.summary = Some("Aide.".to_owned()));
    let saved = Outcome::Saved(vec![OrganisationField::Summary]);
    assert_eq!(change(&summary).await, saved, "of another field");
    let other = wanted(&|one| {
        one.phone = Some("+33299000001".to_owned());
        one.kind = Some(OrganisationKind::Collective);
        one.territory = "departement-29".parse().unwrap();
    });
    let kept = world.known();
    let clash = Outcome::Clash {
        fields: vec![OrganisationField::Phone],
        theirs: Box::new(kept.clone()),
    };
    assert_eq!(change(&other).await, clash);
    assert_eq!(world.known(), kept, "nothing was kept");
    let mut chosen = other;
    chosen.before.phone.clone_from(&kept.phone);
    let saved = Outcome::Saved(vec![OrganisationField::Kind, OrganisationField::Phone]);
    assert_eq!(change(&chosen).await, saved);
    let after = world.known();
    assert_eq!(after.phone.as_deref(), Some("+33299000001"));
    assert_eq!(after.summary.as_deref(), Some("Aide."));
    assert_eq!(
        after.territory, kept.territory,
        "moving it would move rights"
    );
}

async fn a_capability_for_one_organisation_changes_no_other(engine: Engine) {
    let world = World::new(engine).await;
    let other = Target::from(Node::Organisation("autre".parse().unwrap()));
    let other = allow::<EditOrganisation>(&Actor::Operator, other).unwrap();
    let read = world.known();
    let change = Change {
        fields: OrganisationField::ALL.into(),
        before: read.clone(),
        mine: read,
    };
    let refused = organisations::change(&world.app, &other, &world.slug, &change).await;
    assert!(matches!(refused, Err(Error::NotFound(_))));
}
