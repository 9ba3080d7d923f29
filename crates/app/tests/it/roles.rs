//! Roles that are taken back, kept, or left on what is no more; invitations that are too many. On both engines.

use portulan_app::merging::{self, Wish};
use portulan_app::people::{self, NewInvitation, NewPerson, PeopleError};
use portulan_app::{Error, organisations, rights, sources};
use portulan_model::people::{Email, Organisation, Person};
use portulan_model::{GrantId, PersonId};
use portulan_policy::actions::{GrantRoles, ManagePeople};
use portulan_policy::{Actor, Capability, Node, Role, Target, allow};
use portulan_testkit::Engine;

use crate::people::{Site, on, rennes};
use crate::rights::{Towns, holder};
use crate::{may, on_both_engines};

on_both_engines! {
    peers_do_not_put_each_other_out_and_the_last_manager_stays
    invitations_are_not_sent_without_end
    roles_on_what_is_no_more_are_seen_and_taken_back_from_above
}

async fn peers_do_not_put_each_other_out_and_the_last_manager_stays(engine: Engine) {
    let site = Site::open(engine).await;
    let app = &site.app;
    let organisation = organisation(app).await;
    let target = rights::node(&app.directory(), &organisation).unwrap();
    let operator: Capability<GrantRoles> = allow(&Actor::Operator, &target).unwrap();
    let (camille, nour) = (site.person("Camille").await, site.person("Nour").await);
    let sasha = site.person("Sasha").await;
    let role = Role::OrganisationManager;
    let give = async |by: &Capability<GrantRoles>, to: &Person| -> GrantId {
        people::give(app, by, to.id, role, None).await.unwrap()
    };
    let of = async |person: &Person| -> Capability<GrantRoles> {
        let actor = site.who(&site.enter(person).await.session).await.actor();
        allow(&actor, &target).unwrap()
    };
    let first = give(&operator, &camille).await;
    let second = give(&operator, &nour).await;
    let camilles = of(&camille).await;
    let peer = people::take_back(app, &camilles, second).await;
    assert!(matches!(peer, Err(PeopleError::NotYoursToGive)), "a peer");
    let third = give(&camilles, &sasha).await;
    people::take_back(app, &camilles, third).await.unwrap();
    people::take_back(app, &camilles, first).await.unwrap();
    let nours = of(&nour).await;
    let last = people::take_back(app, &nours, second).await;
    assert!(matches!(last, Err(PeopleError::LastManager)), "their own");
    assert_eq!(people::held_on(app, &operator).await.unwrap().len(), 1);
    let above = site.person("Alix").await;
    people::give(
        app,
        &on(&Actor::Operator, rennes()),
        above.id,
        Role::Coordinator,
        None,
    )
    .await
    .unwrap();
    people::take_back(app, &of(&above).await, second)
        .await
        .unwrap();
}

async fn invitations_are_not_sent_without_end(engine: Engine) {
    let site = Site::open(engine).await;
    let camille = site.person("Camille").await;
    let operator = on(&Actor::Operator, rennes());
    people::give(&site.app, &operator, camille.id, Role::Coordinator, None)
        .await
        .unwrap();
    let actor = site.who(&site.enter(&camille).await.session).await.actor();
    let hers = on(&actor, rennes());
    let new = |number: usize| NewInvitation {
        email: Email::parse(&format!("invitee-{number}@exemple.fr")).unwrap(),
        name: None,
        role: Role::Mediator,
        until: None,
    };
    for number in 0..50 {
        people::invite(&site.app, &hers, new(number)).await.unwrap();
    }
    let refused = people::invite(&site.app, &hers, new(50)).await;
    assert!(matches!(
        refused,
        Err(PeopleError::TooManyInvitations { most: 50 })
    ));
    let standing = people::standing(&site.app, &hers).await.unwrap();
    // What is withdrawn has left all the same.
    people::withdraw(&site.app, &hers, standing[0].0)
        .await
        .unwrap();
    assert!(people::invite(&site.app, &hers, new(51)).await.is_err());
    let command_line = people::invite(&site.app, &operator, new(52)).await;
    assert!(command_line.is_ok());
    site.pass(chrono::TimeDelta::hours(25));
    let actor = site.who(&site.enter(&camille).await.session).await.actor();
    people::invite(&site.app, &on(&actor, rennes()), new(53))
        .await
        .unwrap();
}

async fn roles_on_what_is_no_more_are_seen_and_taken_back_from_above(engine: Engine) {
    let towns = Towns::new(engine).await;
    let (app, here, there) = (&towns.app, &towns.rennes, &towns.brest);
    let new = NewPerson {
        email: None,
        name: "Camille".parse().unwrap(),
    };
    let camille = people::open_account(app, &may::<ManagePeople>(), new).await;
    let camille: PersonId = camille.unwrap().id;
    let give = async |target: Target, role: Role| {
        let capability = allow(&Actor::Operator, target).unwrap();
        people::give(app, &capability, camille, role, None)
            .await
            .unwrap()
    };
    let source = sources::target(app, &here.source).await.unwrap();
    let on_source = give(source.unwrap(), Role::Contributor).await;
    let (kept, gone) = (&here.places[0], &here.places[1]);
    let on_place = give(rights::place(&app.directory(), gone), Role::PlaceManager).await;
    let whole: Capability<GrantRoles> = may();
    let ids = async |capability: &Capability<GrantRoles>| -> Vec<GrantId> {
        let strays = people::strays(app, capability).await.unwrap();
        strays.iter().map(|given| given.role.id).collect()
    };
    assert_eq!(ids(&whole).await, [], "all of it stands");
    let wish = Wish {
        places: vec![kept.id, gone.id],
        ..Wish::default()
    };
    merging::merge(app, &may(), wish).await.unwrap();
    sources::remove(app, &may(), &here.source, "essai")
        .await
        .unwrap();
    app.refresh().await.unwrap();
    let survives = rights::node(&app.directory(), &Node::Place(gone.slug.clone())).is_some();
    assert!(!survives, "the first of the two stands for both");
    let mut all = ids(&whole).await;
    all.sort_unstable();
    let mut expected = [on_source, on_place];
    expected.sort_unstable();
    assert_eq!(all, expected);
    let of = |town| towns.on::<GrantRoles>(&holder(Role::Coordinator, &[town]), town);
    assert_eq!(
        ids(&of(here)).await,
        [on_place],
        "what is left of its trace"
    );
    assert_eq!(ids(&of(there)).await, []);
    for role in [on_source, on_place] {
        let refused = people::take_back(app, &of(there), role).await;
        let hidden = matches!(refused, Err(PeopleError::Other(Error::NotFound(_))));
        assert!(hidden, "{refused:?}");
    }
    people::take_back(app, &of(here), on_place).await.unwrap();
    people::take_back(app, &whole, on_source).await.unwrap();
    assert_eq!(ids(&whole).await, []);
}

/// An organisation of Rennes.
async fn organisation(app: &portulan_app::App) -> Node {
    let slug = "structure-essai".parse().unwrap();
    let territory = "commune-35238".parse().unwrap();
    let organisation = Organisation::named(slug, "Structure d’essai".to_owned(), territory);
    let slug = organisations::create(app, &may(), organisation).await;
    app.refresh().await.unwrap();
    Node::Organisation(slug.unwrap())
}
