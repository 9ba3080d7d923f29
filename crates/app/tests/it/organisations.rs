//! Organisations keep their places through merges, and two people who change one lose nothing.

use std::sync::Arc;

use portulan_app::editing::{Change, Outcome};
use portulan_app::merging::{self, Wish};
use portulan_app::organisations::{self, OrganisationError};
use portulan_app::{App, Error, rights};
use portulan_model::harvest::Mapping;
use portulan_model::people::Organisation;
use portulan_model::{
    OrganisationField, OrganisationKind, OrganisationRole, Place, PlaceId, PublicContact, Slug,
};
use portulan_policy::actions::{EditOrganisation, EditPlace};
use portulan_policy::{Actor, Node, Role, Target, allow};
use portulan_store::Store;
use portulan_testkit::{Engine, TestDatabase};

use crate::harvests::{list, shown, source, take, ten};
use crate::proposals::person;
use crate::{may, on_both_engines, open};

on_both_engines! {
    a_form_that_is_sent_twice_makes_one_organisation
    an_organisation_follows_its_places_through_merges_and_back
    two_people_who_change_an_organisation_lose_nothing
    a_capability_for_one_organisation_changes_no_other
    what_an_organisation_does_is_kept_and_read_back
    an_organisation_is_a_part_of_another_and_never_of_itself
    one_that_is_typed_again_otherwise_is_told
    an_organisation_that_places_name_is_told_and_takes_them_at_once
}

struct World {
    app: Arc<App>,
    places: Vec<Place>,
    slug: Slug,
    database: TestDatabase,
}

fn association() -> Organisation {
    Organisation {
        kind: Some(OrganisationKind::Association),
        ..named("les-bateliers", "Les Bateliers")
    }
}

fn named(slug: &str, name: &str) -> Organisation {
    let territory = "departement-35".parse().unwrap();
    Organisation::named(slug.parse().unwrap(), name.to_owned(), territory)
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
            database,
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
    let refused = refused.unwrap_err();
    assert!(matches!(
        refused,
        OrganisationError::Other(Error::NotFound(_))
    ));
}

/// Changes what is known of an organisation, as whoever read it just now.
async fn put(
    app: &App,
    slug: &str,
    make: impl Fn(&mut Organisation),
) -> Result<Outcome<Organisation>, OrganisationError> {
    let slug: Slug = slug.parse().unwrap();
    let read = app.directory().organisations.get(&slug).unwrap().clone();
    let mut mine = read.clone();
    make(&mut mine);
    let change = Change {
        fields: OrganisationField::ALL.into(),
        before: read,
        mine,
    };
    organisations::change(app, &may(), &slug, &change).await
}

async fn what_an_organisation_does_is_kept_and_read_back(engine: Engine) {
    let world = World::new(engine).await;
    let contact = PublicContact {
        function: "Référente numérique".to_owned(),
        service: Some("Accueil".to_owned()),
        email: "numerique@exemple.fr".parse().ok(),
        phone: Some("+33299000000".to_owned()),
    };
    let changed = put(&world.app, "les-bateliers", |one| {
        one.area = "35047 35238".parse().unwrap();
        one.roles = [OrganisationRole::Employer, OrganisationRole::Hub].into();
        one.contacts = vec![contact.clone()];
    });
    let saved = vec![
        OrganisationField::Area,
        OrganisationField::Roles,
        OrganisationField::Contacts,
    ];
    assert_eq!(changed.await.unwrap(), Outcome::Saved(saved));
    let store = Store::open(&world.database.url).await.unwrap();
    assert_eq!(store.organisations().await.unwrap(), [world.known()]);
    let known = world.known();
    assert_eq!(known.area.to_string(), "35047 35238");
    assert_eq!(known.contacts, [contact]);
    assert!(known.roles.contains(&OrganisationRole::Hub));
}

async fn an_organisation_is_a_part_of_another_and_never_of_itself(engine: Engine) {
    let world = World::new(engine).await;
    let app = &world.app;
    for (slug, parent) in [("federation", "les-bateliers"), ("union", "federation")] {
        let part = Organisation {
            parent: parent.parse().ok(),
            ..named(slug, slug)
        };
        organisations::create(app, &may(), part).await.unwrap();
    }
    let lost = Organisation {
        parent: "nulle-part".parse().ok(),
        ..named("perdue", "Perdue")
    };
    let refused = organisations::create(app, &may(), lost).await;
    assert!(matches!(refused, Err(OrganisationError::NoParent(_))));
    let under = async |slug: &str, parent: Option<&str>| {
        let parent: Option<Slug> = parent.map(|text| text.parse().unwrap());
        put(app, slug, |one| one.parent.clone_from(&parent)).await
    };
    for parent in ["les-bateliers", "federation", "union"] {
        let refused = under("les-bateliers", Some(parent)).await;
        assert!(
            matches!(refused, Err(OrganisationError::Circle(_))),
            "{parent}: {refused:?}"
        );
    }
    let refused = under("union", Some("nulle-part")).await;
    assert!(matches!(refused, Err(OrganisationError::NoParent(_))));
    // Once the chain is cut, it may be tied the other way round.
    assert!(under("federation", None).await.is_ok());
    assert!(under("les-bateliers", Some("union")).await.is_ok());
    assert_eq!(world.known().parent, "union".parse().ok());
}

async fn one_that_is_typed_again_otherwise_is_told(engine: Engine) {
    let world = World::new(engine).await;
    let directory = world.app.directory();
    let told = |one: &Organisation| organisations::lookalikes(&directory, one);
    assert_eq!(told(&association()), [], "sent twice, it is itself");
    let again = Organisation {
        phone: Some("+33299000000".to_owned()),
        ..association()
    };
    assert_eq!(told(&again), std::slice::from_ref(&world.slug));
    let article = named("association-les-bateliers", "Association Les Bateliers");
    assert_eq!(told(&article), std::slice::from_ref(&world.slug));
    for other in ["Les Passeurs du clic", "Mairie de Rennes"] {
        assert_eq!(told(&named("autre", other)), [], "{other}");
    }
}

async fn an_organisation_that_places_name_is_told_and_takes_them_at_once(engine: Engine) {
    let database = TestDatabase::new(engine);
    let app = open(&database).await;
    portulan_app::demonstration::load(&app, &may())
        .await
        .unwrap();
    let operator = Actor::Operator;
    let told = |name: &str| {
        let all = organisations::missing(&app.directory(), &operator);
        let found = all.iter().find(|one| one.name == name);
        found.map(|one| one.places)
    };
    assert_eq!(told("Commune de Bruz"), Some(1));
    assert_eq!(told("Ville de Rennes"), None, "it is known");
    let bruz = named("commune-de-bruz", "Commune de Bruz");
    let slug = organisations::create(&app, &may(), bruz).await.unwrap();
    assert_eq!(told("Commune de Bruz"), None);
    for taken in [1, 0] {
        let done = organisations::take_naming(&app, &may(), &slug).await;
        assert_eq!(done.unwrap(), taken, "once");
    }
    let directory = app.directory();
    assert_eq!(directory.organisations.places_of(&slug).count(), 1);
    let elsewhere = person(1, Role::Coordinator, "departement-29");
    assert_eq!(organisations::missing(&directory, &elsewhere), []);
    let known = directory.organisations.get(&slug).unwrap();
    assert!(organisations::naming(&directory, &elsewhere, known).is_empty());
}
