//! Agreements and equipment on both engines: who writes, who reports, what is decided while the envelope is held, and money
//! followed from the grant to the place.

use std::sync::Arc;

use portulan_app::means::agreements::{self, AgreementError, Step};
use portulan_app::means::envelopes::{self, Asked};
use portulan_app::means::equipment::{self, LotError};
use portulan_app::{App, rights};
use portulan_model::means::agreements::{
    AgreementError as Limit, Instalment, Refund, Report, ReportKind, Signature, Stage, Terms,
};
use portulan_model::means::calls::Function;
use portulan_model::means::equipment::{Change, Kit, Lot, LotState, PaidBy};
use portulan_model::{Cents, LotId, Period, Slug};
use portulan_policy::actions::{
    CorrectLedger, ManageEquipment, PayFunds, ReadEnvelope, ReadEquipment, ReportFunds,
    WriteAgreements,
};
use portulan_policy::{Actor, Alone, Capability, Refusal, Role, allow};
use portulan_testkit::Engine;

use crate::envelopes::world::{World, asked, person, prose, slug};
use crate::on_both_engines;

on_both_engines! {
    money_is_followed_from_the_grant_to_the_equipment_it_bought
    a_refund_is_received_by_the_line_that_undid_the_payment
    each_side_does_its_own_and_nobody_anothers
    what_is_not_granted_is_in_no_agreement_and_a_form_sent_twice_makes_one
    equipment_is_parted_and_never_paid_by_the_agreement_of_another
}

fn terms(euros: [i32; 2]) -> Terms {
    let instalment = |due: &str, euros| Instalment {
        due: due.parse().unwrap(),
        amount: Cents::euros(euros),
        line: None,
    };
    Terms {
        purpose: prose("Des ordinateurs."),
        period: Period::ALWAYS,
        instalments: vec![
            instalment("2026-04-01", euros[0]),
            instalment("2026-12-01", euros[1]),
        ],
        interim: None,
        last: Some("2027-01-31".parse().unwrap()),
    }
}

fn on<A: Alone>(app: &App, actor: &Actor, name: &str) -> Result<Capability<A>, Refusal> {
    let directory = app.directory();
    let organisation = directory.organisations.get(&slug(name)).unwrap();
    allow(actor, rights::organisation(&directory, organisation))
}

fn function() -> Function {
    Function::read("présidence").unwrap()
}

/// 300 € that are granted to a request of the CCAS, of which 150 € are paid.
async fn granted(world: &World) -> Slug {
    let key = world.envelope().await;
    let may = world.grants(&Actor::Operator, &key, "d-1").await.unwrap();
    let app = &world.app;
    envelopes::grant(app, &may, &key, asked(1, "ccas", 300))
        .await
        .unwrap();
    pay(world, &key, 2, 150).await;
    key
}

async fn pay(world: &World, key: &Slug, form: u16, euros: i32) -> u64 {
    let may = world.may::<PayFunds>(&Actor::Operator, key).await.unwrap();
    let asked = Asked {
        form: format!("versement-{form}"),
        ..asked(1, "ccas", euros)
    };
    let line = envelopes::pay(&world.app, &may, key, asked).await.unwrap();
    line.number
}

async fn draft(world: &World, key: &Slug, terms: Terms) -> Result<Slug, AgreementError> {
    let may = world.may::<WriteAgreements>(&Actor::Operator, key).await;
    let about = ("d-1".parse().unwrap(), slug("ccas"));
    agreements::draft(&world.app, &may.unwrap(), key, about, terms).await
}

async fn step(world: &World, at: (&Slug, &Slug), step: Step) -> Result<(), AgreementError> {
    let may = world.may::<WriteAgreements>(&Actor::Operator, at.0).await;
    agreements::take(&world.app, &may.unwrap(), at, step).await
}

/// Drafted, sent and signed.
async fn signed(world: &World, key: &Slug) -> Slug {
    let one = draft(world, key, terms([150, 150])).await.unwrap();
    let day = "2026-03-10".parse().unwrap();
    step(world, (key, &one), Step::Send(day)).await.unwrap();
    let signature = Signature {
        on: day,
        by: vec![function()],
    };
    step(world, (key, &one), Step::Sign(signature))
        .await
        .unwrap();
    one
}

async fn followed(world: &World, (key, one): (&Slug, &Slug)) -> agreements::Followed {
    let reads = world.may::<ReadEnvelope>(&Actor::Operator, key).await;
    let found = agreements::followed(&world.app, &reads.unwrap(), (key, one)).await;
    found.unwrap()
}

fn report(kind: ReportKind) -> Report {
    Report {
        kind,
        on: "2026-12-31".parse().unwrap(),
        by: function(),
        spent: Cents::euros(150),
        measures: Vec::new(),
        words: prose("C’est fait."),
    }
}

fn lot(number: u8, paid_by: Option<&Slug>) -> Lot {
    Lot {
        id: LotId::from_parts(1, [number; 10]),
        owner: slug("ccas"),
        kit: Kit::Computers,
        count: 3,
        detail: None,
        bought: "2026-05-01".parse().unwrap(),
        price: Cents::euros(750),
        place: None,
        renewal: Some(2031),
        paid_by: paid_by.map(|agreement| PaidBy {
            agreement: agreement.clone(),
            share: Cents::euros(300),
        }),
        state: LotState::InUse,
    }
}

async fn money_is_followed_from_the_grant_to_the_equipment_it_bought(engine: Engine) {
    let world = World::new(engine).await;
    let key = granted(&world).await;
    let one = signed(&world, &key).await;
    let at = (&key, &one);
    step(&world, at, Step::Pay(0, 2)).await.unwrap();
    let manager = Actor::Operator;
    let app = &world.app;
    let equips = on::<ManageEquipment>(app, &manager, "ccas").unwrap();
    let bought = lot(1, Some(&one));
    for _ in 0..2 {
        equipment::add(app, &equips, &bought).await.unwrap();
    }
    let reports = on::<ReportFunds>(app, &manager, "ccas").unwrap();
    for _ in 0..2 {
        let last = report(ReportKind::Final);
        agreements::report(app, &reports, &one, last).await.unwrap();
    }
    let seen = followed(&world, at).await;
    assert_eq!(seen.lots, [bought]);
    assert_eq!(seen.agreement.reports.len(), 1, "sent twice");
    assert_eq!(seen.agreement.stage(), Stage::FinallyReported);
    assert_eq!(seen.agreement.terms.instalments[0].line, Some(2));
    let theirs = agreements::reported(app, &reports, &one).await.unwrap();
    assert_eq!(theirs.agreement, seen.agreement);
    let reads = on::<ReadEquipment>(app, &manager, "ccas").unwrap();
    let inventory = equipment::of_organisation(app, &reads).await.unwrap();
    let paid = inventory[0].envelope.clone().unwrap();
    assert_eq!(paid, ("Postes de Rennes".to_owned(), key.clone()));
    let day = "2027-02-01".parse().unwrap();
    step(&world, at, Step::Close(day)).await.unwrap();
    assert_eq!(followed(&world, at).await.agreement.stage(), Stage::Closed);
}

async fn a_refund_is_received_by_the_line_that_undid_the_payment(engine: Engine) {
    let world = World::new(engine).await;
    let key = granted(&world).await;
    let one = signed(&world, &key).await;
    let at = (&key, &one);
    step(&world, at, Step::Pay(0, 2)).await.unwrap();
    let refund = Refund {
        asked: "2026-10-01".parse().unwrap(),
        amount: Cents::euros(50),
        reason: prose("Moins cher que prévu."),
        received: None,
    };
    step(&world, at, Step::AskBack(refund)).await.unwrap();
    let correct = world.may::<CorrectLedger>(&Actor::Operator, &key).await;
    let why = ("retour", prose("Remboursé."));
    let undone = envelopes::reverse(&world.app, &correct.unwrap(), (&key, 2), why).await;
    let undone = undone.unwrap().number;
    let kept = pay(&world, &key, 3, 100).await;
    step(&world, at, Step::GiveBack(0, undone)).await.unwrap();
    step(&world, at, Step::Pay(0, kept)).await.unwrap();
    let seen = followed(&world, at).await;
    assert_eq!(seen.agreement.refunds[0].received, Some(undone));
    assert_eq!(
        seen.agreement.sums(&seen.ledger).unwrap().paid,
        Cents::euros(100)
    );
}

async fn each_side_does_its_own_and_nobody_anothers(engine: Engine) {
    let world = World::new(engine).await;
    let key = granted(&world).await;
    let one = signed(&world, &key).await;
    let app = &world.app;
    let beneficiary = person(1, &[(Role::OrganisationManager, "structure-ccas")]);
    let other = person(2, &[(Role::OrganisationManager, "structure-epn")]);
    let funder = person(3, &[(Role::OrganisationManager, "structure-fondation")]);
    for (actor, writes, reports) in [
        (&beneficiary, false, true),
        (&other, false, false),
        (&funder, true, false),
        (
            &person(4, &[(Role::Coordinator, "departement-35")]),
            true,
            false,
        ),
        (&person(5, &[(Role::Funder, "departement-35")]), true, false),
        (
            &person(6, &[(Role::Instructor, "departement-35")]),
            false,
            false,
        ),
    ] {
        let may = world.may::<WriteAgreements>(actor, &key).await;
        assert_eq!(may.is_ok(), writes, "{actor:?}");
        assert_eq!(
            on::<ReportFunds>(app, actor, "ccas").is_ok(),
            reports,
            "{actor:?}"
        );
        assert_eq!(
            on::<ReadEquipment>(app, actor, "ccas").is_ok(),
            reports,
            "{actor:?}"
        );
    }
    // A right on another organisation, or another envelope, opens nothing here.
    let elsewhere = on::<ReportFunds>(app, &other, "epn").unwrap();
    assert!(
        agreements::of_beneficiary(app, &elsewhere)
            .await
            .unwrap()
            .is_empty()
    );
    assert!(agreements::reported(app, &elsewhere, &one).await.is_err());
    let last = report(ReportKind::Final);
    assert!(
        agreements::report(app, &elsewhere, &one, last)
            .await
            .is_err()
    );
    let second = world
        .make(&crate::envelopes::world::wish("Autre"))
        .await
        .unwrap();
    let writes = world
        .may::<WriteAgreements>(&Actor::Operator, &second)
        .await
        .unwrap();
    let day = "2026-12-01".parse().unwrap();
    let end = Step::End(day, prose("Non."));
    let taken = agreements::take(app, &writes, (&second, &one), end.clone()).await;
    assert!(matches!(taken, Err(AgreementError::Other(_))), "{taken:?}");
    let taken = agreements::take(app, &writes, (&key, &one), end).await;
    assert!(matches!(taken, Err(AgreementError::Other(_))), "{taken:?}");
}

async fn what_is_not_granted_is_in_no_agreement_and_a_form_sent_twice_makes_one(engine: Engine) {
    let world = World::new(engine).await;
    let key = world.envelope().await;
    let none = draft(&world, &key, terms([150, 150])).await;
    assert!(matches!(none, Err(AgreementError::NotGranted)), "{none:?}");
    let may = world.grants(&Actor::Operator, &key, "d-1").await.unwrap();
    let app: &Arc<App> = &world.app;
    envelopes::grant(app, &may, &key, asked(1, "ccas", 300))
        .await
        .unwrap();
    let reads = world
        .may::<ReadEnvelope>(&Actor::Operator, &key)
        .await
        .unwrap();
    let waits = agreements::to_agree(app, &reads, &key).await.unwrap();
    assert_eq!((waits.len(), waits[0].amount), (1, Cents::euros(300)));
    let beyond = draft(&world, &key, terms([150, 151])).await;
    let over = Limit::Beyond {
        granted: Cents::euros(300),
        over: Cents::euros(1),
    };
    assert!(matches!(beyond, Err(AgreementError::Refused(limit)) if limit == over));
    let one = draft(&world, &key, terms([150, 150])).await.unwrap();
    assert_eq!(one.as_str(), "d-1-ccas");
    let again = draft(&world, &key, terms([100, 100])).await.unwrap();
    assert_eq!(
        again, one,
        "one agreement for one request of one organisation"
    );
    assert!(
        agreements::to_agree(app, &reads, &key)
            .await
            .unwrap()
            .is_empty()
    );
    // Two who draft at once make one.
    let before = Box::new(terms([150, 150]));
    let redraft = |euros| Step::Redraft(before.clone(), Box::new(terms(euros)));
    step(&world, (&key, &one), redraft([200, 100]))
        .await
        .unwrap();
    let moved = step(&world, (&key, &one), redraft([100, 200])).await;
    assert!(matches!(moved, Err(AgreementError::Refused(Limit::Moved))));
}

async fn equipment_is_parted_and_never_paid_by_the_agreement_of_another(engine: Engine) {
    let world = World::new(engine).await;
    let key = granted(&world).await;
    let app = &world.app;
    let drafted = draft(&world, &key, terms([150, 150])).await.unwrap();
    let equips = on::<ManageEquipment>(app, &Actor::Operator, "ccas").unwrap();
    let early = equipment::add(app, &equips, &lot(1, Some(&drafted))).await;
    assert!(matches!(early, Err(LotError::NoAgreement(_))), "not signed");
    let one = signed(&world, &key).await;
    equipment::add(app, &equips, &lot(1, Some(&one)))
        .await
        .unwrap();
    let theirs = on::<ManageEquipment>(app, &Actor::Operator, "epn").unwrap();
    let stolen = Lot {
        id: LotId::from_parts(1, [9; 10]),
        owner: slug("epn"),
        ..lot(1, Some(&one))
    };
    let stolen = equipment::add(app, &theirs, &stolen).await;
    assert!(matches!(stolen, Err(LotError::NoAgreement(_))));
    let id = lot(1, None).id;
    assert!(equipment::find(app, &theirs, id).await.is_err());
    let part = LotId::from_parts(2, [1; 10]);
    let gone = LotState::Scrapped(Change {
        on: "2026-06-01".parse().unwrap(),
        reason: prose("Hors d’usage."),
    });
    for _ in 0..2 {
        let parted = (1, None, gone.clone());
        equipment::part(app, &equips, (id, part), parted)
            .await
            .unwrap();
    }
    let (rest, gone) = (
        equipment::find(app, &equips, id).await.unwrap(),
        equipment::find(app, &equips, part).await.unwrap(),
    );
    assert_eq!((rest.count, gone.count), (2, 1), "sent twice");
    let sums = portulan_model::means::equipment::paid([&rest, &gone]).unwrap();
    assert_eq!(sums, (Cents::euros(750), Cents::euros(300)));
    let moved = equipment::change(app, &equips, (&lot(1, Some(&one)), &lot(1, None))).await;
    assert!(matches!(moved, Err(LotError::Moved)));
}
