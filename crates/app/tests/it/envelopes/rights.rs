//! Rights on envelopes: whoever asks or writes a ceiling does not grant, and one envelope opens nothing of another.

use portulan_app::Error;
use portulan_app::means::envelopes::{self, EnvelopeError};
use portulan_model::means::envelopes::Refusal;
use portulan_model::{Cents, Slug};
use portulan_policy::actions::{
    CorrectLedger, GrantFunds, ManageEnvelopes, PromiseFunds, ReadEnvelope,
};
use portulan_policy::{Actor, Node, Refusal as NotAllowed, Role, allow, allow_apart};
use portulan_testkit::Engine;

use super::world::{World, asked, person, prose, slug, wish};
use crate::on_both_engines;

on_both_engines! {
    whoever_asks_or_writes_ceilings_does_not_grant
    what_was_given_back_is_given_again_by_a_grant_and_never_by_undoing
    a_right_on_one_envelope_opens_nothing_of_another
}

async fn granted_in(world: &World, key: &Slug) -> Cents {
    world.whole(key).await.granted
}

async fn whoever_asks_or_writes_ceilings_does_not_grant(engine: Engine) {
    let world = World::new(engine).await;
    let key = world.envelope().await;
    let app = &world.app;
    let on = "departement-35";
    let examines = person(1, &[(Role::Instructor, on)]);
    let funds = person(2, &[(Role::Funder, on)]);
    let brings = person(3, &[(Role::OrganisationManager, "structure-fondation")]);
    let member = person(4, &[(Role::OrganisationManager, "structure-ccas")]);
    let both = person(5, &[(Role::Instructor, on), (Role::Funder, on)]);
    for (actor, promises, grants, manages, reads) in [
        (&examines, true, false, false, true),
        (&funds, false, true, false, true),
        (&brings, false, true, false, true),
        (&member, false, false, false, false),
        (&both, true, true, false, true),
        (
            &person(6, &[(Role::Coordinator, on)]),
            true,
            false,
            true,
            true,
        ),
        (
            &person(7, &[(Role::Funder, "commune-35047")]),
            false,
            false,
            false,
            false,
        ),
    ] {
        assert_eq!(
            world.may::<PromiseFunds>(actor, &key).await.is_ok(),
            promises,
            "{actor:?}"
        );
        assert_eq!(
            world.grants(actor, &key, "d-1").await.is_ok(),
            grants,
            "{actor:?}"
        );
        assert_eq!(
            world.may::<ManageEnvelopes>(actor, &key).await.is_ok(),
            manages,
            "{actor:?}"
        );
        assert_eq!(
            world.may::<ReadEnvelope>(actor, &key).await.is_ok(),
            reads,
            "{actor:?}"
        );
    }
    // The capability was had before the promise: the promise is seen all the same.
    let early = world.grants(&both, &key, "d-1").await.unwrap();
    let promise = world.may::<PromiseFunds>(&both, &key).await.unwrap();
    envelopes::promise(app, &promise, &key, asked(1, "ccas", 50))
        .await
        .unwrap();
    assert!(world.grants(&both, &key, "d-1").await.is_err());
    let granted = envelopes::Asked {
        form: "2".to_owned(),
        ..asked(1, "ccas", 50)
    };
    let refused = envelopes::grant(app, &early, &key, granted.clone()).await;
    let own = NotAllowed::OwnWork {
        action: "grant-funds",
    };
    assert!(
        matches!(&refused, Err(EnvelopeError::Other(Error::Forbidden(why))) if *why == own),
        "{refused:?}"
    );
    let may = world.grants(&funds, &key, "d-1").await.unwrap();
    envelopes::grant(app, &may, &key, granted).await.unwrap();
    assert_eq!(granted_in(&world, &key).await, Cents::euros(50));
}

async fn what_was_given_back_is_given_again_by_a_grant_and_never_by_undoing(engine: Engine) {
    let world = World::new(engine).await;
    let key = world.envelope().await;
    let app = &world.app;
    let on = "departement-35";
    let examines = person(1, &[(Role::Instructor, on)]);
    let funds = person(2, &[(Role::Funder, on)]);
    let promise = world.may::<PromiseFunds>(&examines, &key).await.unwrap();
    let asked = |form: &str| envelopes::Asked {
        form: form.to_owned(),
        ..asked(1, "ccas", 50)
    };
    envelopes::promise(app, &promise, &key, asked("1"))
        .await
        .unwrap();
    let grant = world.grants(&funds, &key, "d-1").await.unwrap();
    envelopes::grant(app, &grant, &key, asked("2"))
        .await
        .unwrap();
    let funder = world.may::<CorrectLedger>(&funds, &key).await.unwrap();
    envelopes::release(app, &funder, &key, asked("3"))
        .await
        .unwrap();
    let examiner = world.may::<CorrectLedger>(&examines, &key).await.unwrap();
    for (may, form) in [(&examiner, "4"), (&funder, "5")] {
        let why = (form, prose("rendu par erreur"));
        let refused = envelopes::reverse(app, may, (&key, 3), why).await;
        assert!(
            matches!(&refused, Err(EnvelopeError::Refused(Refusal::GivenBack(3)))),
            "{refused:?}"
        );
    }
    assert_eq!(granted_in(&world, &key).await, Cents::ZERO);
    envelopes::grant(app, &grant, &key, asked("6"))
        .await
        .unwrap();
    assert_eq!(granted_in(&world, &key).await, Cents::euros(50));
}

async fn a_right_on_one_envelope_opens_nothing_of_another(engine: Engine) {
    let world = World::new(engine).await;
    let one = world.envelope().await;
    let other = world.make(&wish("Autre enveloppe")).await.unwrap();
    let promise = allow::<PromiseFunds>(
        &person(1, &[(Role::Instructor, "departement-35")]),
        envelopes::target(&world.app.directory(), &world.find(&one).await),
    )
    .unwrap();
    let refused = envelopes::promise(&world.app, &promise, &other, asked(1, "ccas", 1)).await;
    assert!(matches!(
        refused,
        Err(EnvelopeError::Other(Error::NotFound(_)))
    ));
    let nowhere = Node::Envelope(slug("nulle-part"));
    let grant = allow_apart::<GrantFunds>(&Actor::Operator, nowhere, &[]).unwrap();
    let refused = envelopes::grant(&world.app, &grant, &other, asked(1, "ccas", 1)).await;
    assert!(matches!(
        refused,
        Err(EnvelopeError::Other(Error::NotFound(_)))
    ));
    assert_eq!(world.lines(&other).await, []);
}
