//! Two organisations that are one: everything that named the other names the one that stays, and no right comes of it that
//! nobody gave.

mod world;

use std::collections::BTreeSet;

use portulan_app::organisations::{self, Blocked, MergeError, MergeWish, Merged};
use portulan_app::people::{self as accounts, NewInvitation};
use portulan_app::{baselines, bodies, mail, rights};
use portulan_model::governance::{Departure, Membership, Standing};
use portulan_model::people::{Email, Organisation, Person};
use portulan_model::{GrantId, OrganisationField};
use portulan_policy::actions::{
    EditOrganisation, EditPlace, GrantRoles, ManageMembers, ManageOrganisations, ManageSchemes,
};
use portulan_policy::{Actor, Capability, Grant, Node, Role, allow};
use portulan_testkit::Engine;

use crate::people::Site;
use crate::proposals::person;
use crate::{may, on_both_engines};
use world::{
    KEPT, LOST, applies, body, founded, known, members, merged, names, naming, organisation,
    scheme, slug, two, wish,
};

on_both_engines! {
    everything_that_named_one_names_the_other_and_its_address_leads_there
    roles_end_and_are_told_unless_whoever_merges_gives_them_anew
    nobody_merges_what_they_have_no_right_over
    whoever_may_merge_could_hand_over_each_right_alone
    of_two_memberships_of_one_body_one_stays
    what_was_changed_meanwhile_is_read_again
}

async fn everything_that_named_one_names_the_other_and_its_address_leads_there(engine: Engine) {
    let (site, place) = two(engine).await;
    let app = &site.app;
    let seat = names(app, place).await;
    let body = body(app, "commune-35238").await;
    applies(app, &body, LOST, true).await;
    assert!(naming(app, LOST).await.len() > 8);
    let change = MergeWish {
        lost: known(app, LOST),
        theirs: vec![OrganisationField::Name],
        ..wish(app)
    };
    assert_eq!(
        merged(app, &Actor::Operator, &change).await.unwrap(),
        Merged::Done
    );
    let left = naming(app, LOST).await;
    assert_eq!(left.len(), 1, "{left:?}");
    assert!(
        left[0].contains(r#"\"former\":[\"relais-perdu\"]"#),
        "{left:?}"
    );
    let directory = app.directory();
    let kept = known(app, KEPT);
    assert_eq!(kept.name, "Relais (Le)", "the value that was chosen");
    assert_eq!(directory.organisations.led(&slug(LOST)), Some(&kept));
    assert!(directory.organisations.get(&slug(LOST)).is_none());
    assert_eq!(directory.organisations.of_place(&place), [slug(KEPT)]);
    let deeds = directory.levels.deeds(&slug(KEPT), bodies::today(app));
    let counts = (
        deeds.schemes.len(),
        deeds.clusters.len(),
        deeds.memberships.len(),
    );
    assert_eq!(
        (counts, deeds.runs.len(), deeds.employs.len()),
        ((1, 1, 1), 1, 1)
    );
    let read = baselines::read(app, &may(), &seat).await.unwrap();
    assert_eq!(read.places[0].walls, Some(slug(KEPT)));
    // Nobody else gets the address, and the form may be sent again.
    let again = organisation(app, LOST, "Une autre").await;
    assert_eq!(again, slug("relais-perdu-2"));
    assert_eq!(
        merged(app, &Actor::Operator, &change).await.unwrap(),
        Merged::Already
    );
}

async fn give(site: &Site, name: &str, (role, on): (Role, &str)) -> (Person, GrantId) {
    let somebody = site.person(name).await;
    let node = Node::Organisation(slug(on));
    let target = rights::node(&site.app.directory(), &node).unwrap();
    let may = allow(&Actor::Operator, target).unwrap();
    let given = accounts::give(&site.app, &may, somebody.id, role, None).await;
    (somebody, given.unwrap())
}

/// Whether somebody who signs in may change the organisation that stays.
async fn edits(site: &Site, person: &Person) -> bool {
    let actor = site.who(&site.enter(person).await.session).await.actor();
    let target = rights::organisation(&site.app.directory(), &known(&site.app, KEPT));
    allow::<EditOrganisation>(&actor, target).is_ok()
}

async fn roles_end_and_are_told_unless_whoever_merges_gives_them_anew(engine: Engine) {
    let (site, _) = two(engine).await;
    let app = &site.app;
    let manager = Role::OrganisationManager;
    let (ends, _) = give(&site, "Camille", (manager, LOST)).await;
    let (keeps, grant) = give(&site, "Nour", (manager, LOST)).await;
    let (both, _) = give(&site, "Sasha", (manager, LOST)).await;
    let target = rights::node(&app.directory(), &Node::Organisation(slug(KEPT))).unwrap();
    let over: Capability<GrantRoles> = allow(&Actor::Operator, target).unwrap();
    accounts::give(app, &over, both.id, manager, None)
        .await
        .unwrap();
    let lost = rights::node(&app.directory(), &Node::Organisation(slug(LOST))).unwrap();
    let new = NewInvitation {
        email: Email::parse("invitee@exemple.fr").unwrap(),
        name: None,
        role: manager,
        until: None,
    };
    let invites: Capability<GrantRoles> = allow(&Actor::Operator, lost).unwrap();
    let link = accounts::invite(app, &invites, new).await.unwrap();
    let change = MergeWish {
        keeps: BTreeSet::from([grant]),
        ..wish(app)
    };
    let coordinator = person(3, Role::Coordinator, "commune-35238");
    assert_eq!(
        merged(app, &coordinator, &change).await.unwrap(),
        Merged::Done
    );
    assert!(!edits(&site, &ends).await, "nobody gave it");
    assert!(edits(&site, &keeps).await, "whoever merged gave it");
    assert!(edits(&site, &both).await, "they had it already");
    let known = accounts::held_on(app, &over).await.unwrap();
    let by: BTreeSet<String> = known.iter().map(|one| one.role.given_by.clone()).collect();
    assert_eq!(known.len(), 2);
    assert!(by.iter().any(|by| by.starts_with("person:")), "{by:?}");
    assert!(
        accounts::invitation(app, &link).await.is_err(),
        "the invitation is gone"
    );
    let log = mail::log(app, &may(), None, 0).await.unwrap();
    let told = log
        .mails
        .iter()
        .filter(|one| one.mail.template == "organisation-merged");
    let told: BTreeSet<(String, bool)> = told
        .map(|one| {
            (
                one.mail.to.clone(),
                one.mail.parameters.contains("\"keeps\":true"),
            )
        })
        .collect();
    let expected = [("camille", false), ("nour", true), ("sasha", true)];
    let expected = expected.map(|(name, keeps)| (format!("{name}@exemple.fr"), keeps));
    assert_eq!(told, BTreeSet::from(expected));
}

async fn nobody_merges_what_they_have_no_right_over(engine: Engine) {
    let (site, place) = two(engine).await;
    let app = &site.app;
    let elsewhere = body(app, "departement-35").await;
    applies(app, &elsewhere, LOST, true).await;
    let (camille, _) = give(&site, "Camille", (Role::OrganisationManager, LOST)).await;
    let blocked = async |actor: &Actor| match merged(app, actor, &wish(app)).await {
        Err(MergeError::Blocked(blocked)) => blocked,
        other => panic!("{other:?}"),
    };
    let coordinator = person(3, Role::Coordinator, "commune-35238");
    assert_eq!(
        blocked(&coordinator).await,
        [Blocked::Body(elsewhere.clone())]
    );
    let instructor = person(4, Role::Instructor, "commune-35238");
    let missing = [Blocked::Body(elsewhere.clone()), Blocked::Roles];
    assert_eq!(blocked(&instructor).await, missing);
    // Those who manage one of them, or both, have no right over the level that answers for them.
    for on in [KEPT, LOST] {
        let manager = person(5, Role::OrganisationManager, &format!("structure-{on}"));
        let target = rights::territory(&app.directory(), &known(app, KEPT).territory);
        assert!(allow::<ManageOrganisations>(&manager, target).is_err());
    }
    // A right over another town is none over these.
    let over: Capability<ManageOrganisations> = allow(
        &person(6, Role::Coordinator, "commune-29019"),
        Node::Territory("commune-29019".parse().unwrap()),
    )
    .unwrap();
    let refused = organisations::merge(app, (&over, &over), &wish(app)).await;
    assert!(matches!(refused, Err(MergeError::Other(_))), "{refused:?}");
    // A place of another town follows only with the right over that town.
    let territory = "commune-29019".parse().unwrap();
    let far = Organisation::named(slug("brest"), "Brest".to_owned(), territory);
    organisations::create(app, &may(), far).await.unwrap();
    let here = known(app, "brest");
    let change = MergeWish {
        kept: here.clone(),
        ..wish(app)
    };
    let both = person(7, Role::Coordinator, "commune-29019");
    let over_lost: Capability<ManageOrganisations> = may();
    let over_kept = allow(&both, Node::Territory(here.territory.clone())).unwrap();
    let refused = organisations::merge(app, (&over_kept, &over_lost), &change).await;
    let Err(MergeError::Blocked(missing)) = refused else {
        panic!("{refused:?}");
    };
    assert!(missing.contains(&Blocked::Place(place)), "{missing:?}");
    // Whoever is in a scheme is asked what it thinks: its partners are chosen by those who co-ordinate it.
    let scheme = scheme(app, "region-53", LOST).await;
    assert!(
        blocked(&coordinator)
            .await
            .contains(&Blocked::Scheme(scheme))
    );
    // Nothing was done.
    assert!(app.directory().organisations.get(&slug(LOST)).is_some());
    let actor = site.who(&site.enter(&camille).await.session).await.actor();
    let led = rights::led(&app.directory(), &place.to_string()).unwrap();
    assert!(allow::<EditPlace>(&actor, led).is_ok());
    let referent = person(8, Role::Coordinator, "region-53");
    assert_eq!(
        merged(app, &referent, &wish(app)).await.unwrap(),
        Merged::Done
    );
}

async fn whoever_may_merge_could_hand_over_each_right_alone(engine: Engine) {
    let (site, place) = two(engine).await;
    let app = &site.app;
    let body = founded(app, "departement-35", "Gouvernance").await;
    applies(app, &body, LOST, true).await;
    let scheme = scheme(app, "commune-35238", LOST).await;
    give(&site, "Camille", (Role::Mediator, LOST)).await;
    let directory = app.directory();
    let (kept, lost) = (known(app, KEPT), known(app, LOST));
    let on = |node: &str| rights::node(&directory, &node.parse().unwrap()).unwrap();
    let town = || on("commune-35238");
    let seated = directory.levels.body(&body).unwrap();
    let led = directory.levels.scheme(&scheme).unwrap();
    assert_eq!(directory.organisations.of_place(&place), [slug(LOST)]);
    let (mut may, mut may_not) = (0, 0);
    let nodes = [
        "commune-35238",
        "departement-35",
        "region-53",
        "pays-fr",
        "commune-29019",
        "structure-le-relais",
        "structure-relais-perdu",
        "dispositif-esc",
    ];
    for role in Role::ALL {
        for node in nodes {
            let held = Grant::new(*role, node.parse().unwrap(), None);
            if held.is_err() {
                continue;
            }
            let actor = person(9, *role, node);
            let over = || allow::<ManageOrganisations>(&actor, town());
            let (Ok(one), Ok(other)) = (over(), over()) else {
                may_not += 1;
                continue;
            };
            let follows = organisations::follows(app, (&one, &other), (&kept, &lost));
            let follows = follows.await.unwrap();
            let each = [
                allow::<ManageMembers>(&actor, rights::body(&directory, seated)).is_ok(),
                allow::<ManageSchemes>(&actor, rights::scheme(&directory, led)).is_ok(),
                allow::<GrantRoles>(&actor, on("structure-relais-perdu")).is_ok(),
            ];
            let all = each.iter().all(|may| *may);
            assert_eq!(
                follows.blocked.is_empty(),
                all,
                "{role} on {node}: {each:?}"
            );
            may += usize::from(all);
            may_not += usize::from(!all);
        }
    }
    assert_eq!(
        may, 3,
        "who co-ordinates the département, the région, the country"
    );
    assert!(may_not > 20, "{may_not}");
}

async fn of_two_memberships_of_one_body_one_stays(engine: Engine) {
    let (site, _) = two(engine).await;
    let app = &site.app;
    for (name, ours, theirs) in [
        ("Deux membres", true, true),
        ("Une candidate, un membre", false, true),
        ("Deux candidates", false, false),
    ] {
        let body = founded(app, "commune-35238", name).await;
        applies(app, &body, KEPT, ours).await;
        applies(app, &body, LOST, theirs).await;
        let rights = (&may(), &may());
        let both = (&known(app, KEPT), &known(app, LOST));
        let follows = organisations::follows(app, rights, both).await.unwrap();
        assert!(follows.both.contains(&body));
    }
    let done = merged(app, &Actor::Operator, &wish(app)).await;
    assert_eq!(done.unwrap(), Merged::Done);
    let mut open = Vec::new();
    for body in &app.directory().levels.world().bodies {
        let all = members(app, &body.slug).await;
        assert_eq!(all.len(), 2, "none is lost");
        assert!(all.iter().all(|one| one.who().organisation == slug(KEPT)));
        let left = all.iter().find(|one| one.standing() == Standing::Left);
        if let Some(Membership::Left(left)) = left
            && let Departure::Relieved { reason } = left.departure()
        {
            assert_eq!(reason, "créée deux fois");
        }
        let stay = all.iter().filter(|one| one.standing() != Standing::Left);
        open.extend(stay.map(Membership::standing));
    }
    open.sort_by_key(|standing| *standing == Standing::Candidate);
    let expected = [
        Standing::Confirmed,
        Standing::Confirmed,
        Standing::Candidate,
    ];
    assert_eq!(open, expected);
}

async fn what_was_changed_meanwhile_is_read_again(engine: Engine) {
    let (site, _) = two(engine).await;
    let app = &site.app;
    let read = wish(app);
    let stale = MergeWish {
        kept: Organisation {
            summary: Some("Autre chose.".to_owned()),
            ..read.kept.clone()
        },
        ..read.clone()
    };
    assert_eq!(
        merged(app, &Actor::Operator, &stale).await.unwrap(),
        Merged::Moved
    );
    let silent = MergeWish {
        reason: " \n".to_owned(),
        ..read.clone()
    };
    let refused = merged(app, &Actor::Operator, &silent).await;
    assert!(matches!(refused, Err(MergeError::NoReason)), "{refused:?}");
    let itself = MergeWish {
        lost: read.kept.clone(),
        ..read.clone()
    };
    let refused = merged(app, &Actor::Operator, &itself).await;
    assert!(matches!(refused, Err(MergeError::Same)), "{refused:?}");
    let both = tokio::join!(
        merged(app, &Actor::Operator, &read),
        merged(app, &Actor::Operator, &read)
    );
    let mut ends = [both.0.unwrap(), both.1.unwrap()];
    ends.sort_by_key(|end| *end == Merged::Already);
    assert_eq!(ends, [Merged::Done, Merged::Already]);
}
