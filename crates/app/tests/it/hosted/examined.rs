//! What was submitted is examined, advised on by its own levels, marked by who is not near to it, decided within what the
//! envelope holds, and published: who is not accepted is not named.

use std::sync::Arc;

use portulan_app::means::envelopes::{self, EnvelopeError, Wish};
use portulan_app::means::examination::{self, ExamError, Gift};
use portulan_app::{Error, journal, rights};
use portulan_model::journal::Line;
use portulan_model::means::calls::paris_day;
use portulan_model::means::envelopes::{
    Ceilings, Envelope, EnvelopeKind, Funder, Rate, Refusal, Sums,
};
use portulan_model::means::examination::{
    Advice, Criterion, ExaminationError, Grid, Label, Outcome, Question, Step,
};
use portulan_model::proposals::Prose;
use portulan_model::{ApplicationId, Cents, Period, PersonId, Slug};
use portulan_policy::actions::{
    Advise, DecideApplications, Examine, GrantFunds, ManageEnvelopes, ReadApplications,
    ReadEnvelope, Score,
};
use portulan_policy::{Actor, Alone, Capability, Grant, Holder, Node, Role, allow, allow_apart};
use portulan_testkit::Engine;

use super::ENOUGH;
use super::world::{World, applies, slug};
use crate::on_both_engines;

on_both_engines! {
    an_application_is_found_advised_on_and_marked_by_those_who_may
    nobody_decides_more_than_the_envelope_holds
    results_are_public_once_all_is_decided_and_name_who_is_accepted
    several_are_sorted_and_decided_at_once_and_each_says_what_came_of_it
}

fn why() -> Prose {
    Prose::read("Parce que.").unwrap().unwrap()
}

fn person(number: u8, roles: &[(Role, &str)]) -> Actor {
    let id = PersonId::from_parts(1_700_000_000_000, [number; 10]);
    let grant = |(role, node): &(Role, &str)| Grant::new(*role, node.parse().unwrap(), None);
    let grants = roles.iter().map(|one| grant(one).unwrap()).collect();
    let now = portulan_testkit::builders::saturday_morning();
    Actor::Person(Arc::new(Holder::at(id, grants, now)))
}

/// A right of somebody on the body.
fn of_body<A: Alone>(world: &World, actor: &Actor) -> Capability<A> {
    let directory = world.app.directory();
    let body = directory.levels.body(&world.body).unwrap();
    allow(actor, rights::body(&directory, body)).unwrap()
}

async fn submitted(world: &World, name: &str) -> ApplicationId {
    let id = world.begin(name, &format!("page-{name}")).await.unwrap();
    world.submit(name, id, ENOUGH).await.unwrap();
    id
}

pub(super) async fn found(world: &World, id: ApplicationId) {
    let may = world.may::<Examine>();
    for what in Question::ALL {
        let said = (*what, true, why());
        examination::find(&world.app, &may, (&world.call, id), said)
            .await
            .unwrap();
    }
}

fn grid() -> Grid {
    let criterion = |(id, weight)| Criterion {
        id,
        label: format!("Critère {id}"),
        weight,
    };
    Grid::new([(1, 3), (2, 1)].map(criterion).to_vec()).unwrap()
}

async fn file(world: &World, id: ApplicationId) -> examination::File {
    let may = world.may::<ReadApplications>();
    examination::read(&world.app, &may, (&world.call, id))
        .await
        .unwrap()
}

async fn an_application_is_found_advised_on_and_marked_by_those_who_may(engine: Engine) {
    let world = World::published(engine).await;
    let (app, id) = (&world.app, submitted(&world, "asso").await);
    let of = (&world.call, id);
    let decide = world.may::<DecideApplications>();
    examination::set_grid(app, &decide, &world.call, grid())
        .await
        .unwrap();
    advised(&world, id).await;
    found(&world, id).await;
    for (number, points) in [(1, [5, 5]), (2, [3, 1])] {
        let expert = person(number, &[(Role::Instructor, "departement-35")]);
        let points = [(1, points[0]), (2, points[1])].into();
        let may = of_body::<Score>(&world, &expert);
        examination::score(app, &may, of, points).await.unwrap();
    }
    let marks = file(&world, id).await.one.marks.unwrap();
    assert_eq!(marks.experts, 2);
    assert_eq!(marks.most.hundredths(), 2000);
    let near = person(2, &[(Role::Instructor, "departement-35")]);
    let near = of_body::<Score>(&world, &near);
    examination::declare(app, &near, of, why()).await.unwrap();
    let again = examination::score(app, &near, of, [(1, 1), (2, 1)].into()).await;
    assert!(matches!(
        again,
        Err(ExamError::Examination(ExaminationError::Conflict))
    ));
    assert_eq!(file(&world, id).await.one.marks.unwrap().experts, 1);
    let late = examination::set_grid(app, &decide, &world.call, Grid::default()).await;
    assert!(matches!(late, Err(ExamError::GridUsed)));
    let own = [
        (Role::Instructor, "departement-35"),
        (Role::OrganisationManager, "structure-asso"),
    ];
    let own = of_body::<Examine>(&world, &person(3, &own));
    let refused = examination::note(app, &own, of, why()).await;
    assert!(matches!(refused, Err(ExamError::Party)), "{refused:?}");
    let elsewhere = Node::Body(slug("ailleurs"));
    let elsewhere = allow::<Examine>(&Actor::Operator, elsewhere).unwrap();
    let lost = examination::note(app, &elsewhere, of, why()).await;
    assert!(matches!(lost, Err(ExamError::Other(Error::NotFound(_)))));
}

/// The level of the application alone advises, once it is admissible.
async fn advised(world: &World, id: ApplicationId) {
    let app = &world.app;
    let prefect = person(8, &[(Role::Instructor, "departement-35")]);
    let said = || (Advice::Reserved, why());
    let on = |key: &str| {
        let directory = app.directory();
        let target = rights::territory(&directory, &key.parse().unwrap());
        allow::<Advise>(&Actor::Operator, target).unwrap()
    };
    let early = examination::advise(app, &on("departement-35"), id, said()).await;
    assert!(matches!(
        early,
        Err(ExamError::Examination(ExaminationError::NotAdmissible))
    ));
    let none = examination::to_advise(app, &prefect).await.unwrap();
    assert!(none.is_empty());
    found(world, id).await;
    let routed = examination::to_advise(app, &prefect).await.unwrap();
    let levels: Vec<String> = routed[0].levels.iter().map(ToString::to_string).collect();
    assert_eq!(levels, ["departement-35"]);
    examination::advise(app, &on("departement-35"), id, said())
        .await
        .unwrap();
    let beside = examination::advise(app, &on("departement-29"), id, said()).await;
    assert!(matches!(beside, Err(ExamError::NotConcerned)), "{beside:?}");
    // Whoever speaks for the region above does not speak for the département.
    let above = person(9, &[(Role::Instructor, "region-53")]);
    let routed = examination::routed(app, &above, id).await.unwrap();
    assert_eq!(routed.levels[0].to_string(), "region-53");
    let commune = person(9, &[(Role::Instructor, "commune-29019")]);
    let lost = examination::routed(app, &commune, id).await;
    assert!(matches!(lost, Err(Error::NotFound(_))));
}

/// An envelope of 1 000 €.
async fn envelope(world: &World) -> Envelope {
    let node = Node::Body(world.body.clone());
    let may = allow::<ManageEnvelopes>(&Actor::Operator, node).unwrap();
    let wish = Wish {
        label: "Équipement".to_owned(),
        kind: EnvelopeKind::Investment,
        funder: Funder::Organisation(slug("banque")),
        period: Period::years(2026, 2028).unwrap(),
        amount: Cents::euros(1_000),
        ceilings: Ceilings::default(),
        rate: Rate::default(),
        source: None,
    };
    let key = envelopes::create(&world.app, &may, &wish).await.unwrap();
    envelopes::find(&world.app, &key).await.unwrap()
}

fn grants(world: &World, envelope: &Envelope) -> Capability<GrantFunds> {
    let target = envelopes::target(&world.app.directory(), envelope);
    allow_apart(&Actor::Operator, target, &[]).unwrap()
}

async fn whole(world: &World, envelope: &Envelope) -> Sums {
    let target = envelopes::target(&world.app.directory(), envelope);
    let may = allow::<ReadEnvelope>(&Actor::Operator, target).unwrap();
    let ledger = envelopes::ledger(&world.app, &may, &envelope.slug).await;
    ledger.unwrap().whole().unwrap()
}

async fn decide(
    world: &World,
    id: ApplicationId,
    outcome: Outcome,
    gift: Option<(&Capability<GrantFunds>, &Slug, i32)>,
) -> Result<(), ExamError> {
    let may = world.may::<DecideApplications>();
    let gift = gift.map(|(may, envelope, euros)| Gift {
        may,
        envelope: envelope.clone(),
        amount: Cents::euros(euros),
        cost: None,
        year: 2026,
    });
    let of = (&world.call, id);
    examination::decide(&world.app, &may, of, (outcome, why()), gift).await
}

/// The committee refuses one.
pub(super) async fn refuse(world: &World, id: ApplicationId) {
    decide(world, id, Outcome::Refused, None).await.unwrap();
}

async fn nobody_decides_more_than_the_envelope_holds(engine: Engine) {
    let world = World::published(engine).await;
    let envelope = envelope(&world).await;
    let may = grants(&world, &envelope);
    let gift = |euros| Some((&may, &envelope.slug, euros));
    let [one, other] = [
        submitted(&world, "asso").await,
        submitted(&world, "ville").await,
    ];
    let early = decide(&world, one, Outcome::Accepted, gift(600)).await;
    assert!(matches!(
        early,
        Err(ExamError::Examination(ExaminationError::NotEligible))
    ));
    assert_eq!(whole(&world, &envelope).await, Sums::default());
    found(&world, one).await;
    found(&world, other).await;
    let refused = decide(&world, one, Outcome::Refused, gift(600)).await;
    assert!(matches!(refused, Err(ExamError::NoGift)));
    // Both at once: the envelope holds one of them.
    let (first, second) = tokio::join!(
        decide(&world, one, Outcome::Accepted, gift(600)),
        decide(&world, other, Outcome::Accepted, gift(600)),
    );
    let beyond = |said: &Result<(), ExamError>| {
        let beyond = |refusal: &Refusal| matches!(refusal, Refusal::Beyond { .. });
        matches!(said, Err(ExamError::Envelope(EnvelopeError::Refused(refusal))) if beyond(refusal))
    };
    assert_ne!(first.is_ok(), second.is_ok(), "{first:?} {second:?}");
    assert!(beyond(&first) || beyond(&second), "{first:?} {second:?}");
    let (taken, left) = if first.is_ok() {
        (one, other)
    } else {
        (other, one)
    };
    assert_eq!(whole(&world, &envelope).await.granted, Cents::euros(600));
    assert_eq!(
        file(&world, left).await.one.examination.step(),
        Step::Eligible
    );
    let ruling = file(&world, taken).await.one.examination;
    let ruling = ruling.ruling().unwrap().given.clone().unwrap();
    assert_eq!((ruling.line, ruling.amount), (1, Cents::euros(600)));
    // The same form again gives nothing more; nothing else is decided after that.
    decide(&world, taken, Outcome::Accepted, gift(600))
        .await
        .unwrap();
    let undone = decide(&world, taken, Outcome::Refused, None).await;
    assert!(matches!(
        undone,
        Err(ExamError::Examination(ExaminationError::Decided))
    ));
    decide(&world, left, Outcome::Accepted, gift(400))
        .await
        .unwrap();
    assert_eq!(whole(&world, &envelope).await.granted, Cents::euros(1_000));
}

async fn results_are_public_once_all_is_decided_and_name_who_is_accepted(engine: Engine) {
    let world = World::published(engine).await;
    let (app, envelope) = (&world.app, envelope(&world).await);
    let may = grants(&world, &envelope);
    let [one, other] = [
        submitted(&world, "asso").await,
        submitted(&world, "ville").await,
    ];
    found(&world, one).await;
    let decides = world.may::<DecideApplications>();
    let early = examination::publish(app, &decides, &world.call).await;
    assert!(matches!(early, Err(ExamError::Undecided(2))), "{early:?}");
    let gift = Some((&may, &envelope.slug, 600));
    decide(&world, one, Outcome::Accepted, gift).await.unwrap();
    decide(&world, other, Outcome::Refused, None).await.unwrap();
    let untold = examination::told_to(app, &applies("ville"), other).await;
    assert!(untold.unwrap().is_none());
    let none = examination::results(app, &app.directory(), &world.call).await;
    assert!(none.unwrap().is_none());
    for _ in 0..2 {
        examination::publish(app, &decides, &world.call)
            .await
            .unwrap();
    }
    let results = examination::results(app, &app.directory(), &world.call).await;
    let results = results.unwrap().unwrap();
    assert_eq!(results.accepted.len(), 1);
    let winner = &results.accepted[0];
    assert_eq!(winner.beneficiary, slug("asso"));
    assert_eq!(winner.amount, Some(Cents::euros(600)));
    assert_eq!(winner.funder, Some(Funder::Organisation(slug("banque"))));
    let told = examination::told_to(app, &applies("ville"), other).await;
    assert_eq!(told.unwrap().unwrap().1.outcome, Outcome::Refused);
    let late = decide(&world, other, Outcome::Dropped, None).await;
    assert!(matches!(
        late,
        Err(ExamError::Examination(ExaminationError::Decided))
    ));
}

async fn several_are_sorted_and_decided_at_once_and_each_says_what_came_of_it(engine: Engine) {
    let world = World::published(engine).await;
    let app = &world.app;
    let [one, other] = [
        submitted(&world, "asso").await,
        submitted(&world, "ville").await,
    ];
    let gone = ApplicationId::from_parts(1, [9; 10]);
    let all = [one, other, gone].into();
    let several = (&world.call, &all);
    let label = Label::read("urgent").unwrap();
    let examines = world.may::<Examine>();
    for _ in 0..2 {
        let said = examination::label_several(app, &examines, several, (label.clone(), true));
        let refused = |one: &(ApplicationId, Result<(), ExamError>)| one.1.is_err();
        let refused: Vec<_> = said.await.unwrap().into_iter().filter(refused).collect();
        assert!(matches!(
            refused.as_slice(),
            [(id, Err(ExamError::Other(Error::NotFound(_))))] if *id == gone
        ));
    }
    let may = world.may::<ReadApplications>();
    let board = || examination::board(app, &may, &world.call);
    assert_eq!(board().await.unwrap().labels(), [label.clone()].into());
    let less = (label, false);
    let both = [one, other].into();
    let both = (&world.call, &both);
    examination::label_several(app, &examines, both, less)
        .await
        .unwrap();
    assert!(board().await.unwrap().labels().is_empty());
    found(&world, one).await;
    let today = paris_day(app.now());
    let waits = |board: examination::Board| board.delays(today).all.map(|all| all.count);
    assert_eq!(waits(board().await.unwrap()), Some(2));
    let decides = world.may::<DecideApplications>();
    let given = examination::decide_several(app, &decides, both, (Outcome::Accepted, why()));
    assert!(matches!(given.await, Err(ExamError::OneByOne)));
    // Only what is eligible may wait for money.
    let waiting = examination::decide_several(app, &decides, both, (Outcome::Waiting, why()));
    let waiting = waiting.await.unwrap();
    let held: Vec<bool> = [one, other]
        .iter()
        .map(|id| waiting.iter().any(|(of, said)| of == id && said.is_ok()))
        .collect();
    assert_eq!(held, [true, false]);
    assert_eq!(waits(board().await.unwrap()), Some(1));
    for _ in 0..2 {
        let refused = examination::decide_several(app, &decides, both, (Outcome::Refused, why()));
        let refused = refused.await.unwrap();
        assert!(refused.iter().all(|(_, said)| said.is_ok()), "{refused:?}");
    }
    let object = Node::Body(world.body.clone()).to_string();
    let told = journal::of_object(app, &crate::may(), &object, None).await;
    let told = told.unwrap().lines;
    let told = told.iter().map(Line::reason);
    let told = told.filter(|reason| reason.contains("decided: refusee"));
    assert_eq!(told.count(), 2);
    let ruling = file(&world, other).await.one.examination;
    assert_eq!(ruling.ruling().unwrap().outcome, Outcome::Refused);
    // Those of another body decide nothing.
    let elsewhere = Node::Body(slug("ailleurs"));
    let elsewhere = allow::<DecideApplications>(&Actor::Operator, elsewhere).unwrap();
    let lost = examination::decide_several(app, &elsewhere, both, (Outcome::Dropped, why()));
    assert!(matches!(
        lost.await,
        Err(ExamError::Other(Error::NotFound(_)))
    ));
}
