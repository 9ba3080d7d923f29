//! A territory asks its town halls: they answer by one link, once; what they say becomes the word of the commune and
//! proposals; those who do not answer are reminded twice.

use std::sync::Arc;

use portulan_app::census::{
    self, Door, Found, Pass, Sent, Typed, create, enter, finish, keep, nothing_here, paste,
    remind_due,
};
use portulan_app::mail::{self, Message};
use portulan_app::proposals::{self, Filter};
use portulan_app::secret::Key;
use portulan_app::signed::{Link, LinkError, Purpose};
use portulan_app::{App, Error};
use portulan_model::census::{Added, Body, Census, Presence, Response, State, TOWN_HALL, Word};
use portulan_model::proposals::{About, Proposal};
use portulan_model::{CommuneCode, PlaceField, PlaceId};
use portulan_policy::actions::RunCampaign;
use portulan_policy::{Actor, Role};
use portulan_testkit::Engine;

use crate::may;
use crate::on_both_engines;
use crate::proposals::{Scene, person, scene};

on_both_engines! {
    a_town_hall_confirms_adds_and_takes_off_once
    what_is_typed_is_kept_and_a_link_serves_until_it_is_done
    links_that_are_forged_late_or_replaced_open_nothing
    the_day_of_a_census_moves_and_links_and_contacts_follow_it
    whoever_conducts_a_census_asks_once_and_follows
    those_who_do_not_answer_are_reminded_twice_and_no_more
    a_census_is_seen_by_those_who_conduct_it_and_by_nobody_else
    the_word_of_a_town_hall_stands_against_a_harvest_and_below_that_of_the_place
}

fn key() -> Key {
    Key::from_bytes([7; 32])
}

/// Where the places of the scene are.
fn commune(scene: &Scene) -> CommuneCode {
    scene.places[0].record.address.insee.unwrap()
}

fn typed(codes: &[CommuneCode], target: &str) -> Typed {
    Typed {
        title: " Portrea  à 42 ".to_owned(),
        target: target.to_owned(),
        communes: codes.iter().map(ToString::to_string).collect(),
        bodies: ["mairie", "bibliotheque", "association"]
            .map(str::to_owned)
            .to_vec(),
    }
}

/// A census of the commune of the places and of another one; the target is in 40 days.
pub(crate) async fn opened(app: &App, codes: &[CommuneCode]) -> Census {
    let territory = "epci-243500139".parse().unwrap();
    let wish = census::read(app, &territory, &typed(codes, "2027-01-07")).unwrap();
    create(app, &may(), census::new_id(app), wish)
        .await
        .unwrap()
}

/// The text of the link of the last mail, which says this to this address.
async fn mailed(app: &App, template: &str, to: &str) -> String {
    let log = mail::log(app, &may(), None, 0).await.unwrap();
    let mail = &log.mails[0].mail;
    assert_eq!((mail.template.as_str(), mail.to.as_str()), (template, to));
    let message: Message = serde_json::from_str(&mail.parameters).unwrap();
    message.link().unwrap().sign(&key())
}

async fn asked(scene: &Scene) -> (Census, CommuneCode, String) {
    let (app, code) = (&scene.app, commune(scene));
    let census = opened(app, &[code, "35051".parse().unwrap()]).await;
    let lines = format!("{code};mairie@exemple.fr");
    let pasted = paste(app, &may(), census.id, &lines).await.unwrap();
    assert_eq!((pasted.kept, pasted.bad.len()), (1, 0));
    let sent = census::send(app, &may(), census.id, code).await.unwrap();
    assert_eq!(sent, Sent::Mailed);
    let link = mailed(app, "census-request", "mairie@exemple.fr").await;
    (census, code, link)
}

async fn open_pass(app: &App, link: &str) -> Pass {
    match enter(app, link).await.unwrap() {
        Door::Open(pass) => *pass,
        other => panic!("{other:?}"),
    }
}

fn said(places: &[(PlaceId, Word)]) -> Response {
    Response {
        places: places.iter().copied().collect(),
        bodies: [(Body::Library, Presence::None)].into_iter().collect(),
        added: vec![Added {
            name: "La ruche".to_owned(),
            street: "3 rue de Nantes".to_owned(),
            body: Some(Body::Association),
            does: "Ateliers le mardi".to_owned(),
            contact: "02 99 00 00 09".to_owned(),
        }],
    }
}

async fn queue(app: &App) -> Vec<Proposal> {
    let filter = Filter::default();
    let queue = proposals::queue(app, &Actor::Operator, &filter).await;
    let rows = queue.unwrap().rows;
    rows.into_iter().map(|row| row.proposal).collect()
}

async fn state(app: &App, census: &Census, code: CommuneCode) -> State {
    let known = census::town(app, &may(), census, code).await;
    known.unwrap().town.state
}

async fn a_town_hall_confirms_adds_and_takes_off_once(engine: Engine) {
    let scene = scene(engine).await;
    let app = &scene.app;
    let (census, code, link) = asked(&scene).await;
    let [right, gone, wrong] = [0, 1, 2].map(|at| scene.places[at].id);
    let answer = said(&[
        (right, Word::Right),
        (gone, Word::Gone),
        (wrong, Word::ToCorrect),
    ]);
    for _ in 0..3 {
        let door = finish(app, &link, answer.clone()).await.unwrap();
        assert!(matches!(door, Door::Finished(_)), "{door:?}");
    }
    // The place that is right has the word of the commune, and no other has.
    let directory = app.directory();
    for place in directory.snapshot.places() {
        let origin = place.record.provenance.origin(PlaceField::Nom);
        assert!(!origin.confirmed_by_place);
        assert_eq!(origin.source.as_str() == TOWN_HALL, place.id == right);
        if place.id == right {
            assert_eq!(origin.dated, Some(census::today(app)));
        }
    }
    // What is added and taken off waits to be examined, and nothing is published.
    let queue = queue(app).await;
    assert_eq!(queue.len(), 2, "once");
    for proposal in &queue {
        let of = proposal.of_census.unwrap();
        assert_eq!((of.census, of.commune), (census.id, code));
    }
    let closed = |one: &&Proposal| one.place() == Some(gone);
    assert_eq!(queue.iter().filter(closed).count(), 1);
    let added = queue.iter().find(|one| one.place().is_none()).unwrap();
    assert!(matches!(added.about, About::NewPlace { .. }));
    assert_eq!(added.name, "La ruche");
    assert_eq!(added.commune, Some(code));
    assert_eq!(added.wanted.phone.as_deref(), Some("+33299000009"));
    assert_eq!(added.of_census.unwrap().body, Some(Body::Association));
    assert_eq!(directory.snapshot.len(), scene.places.len());
    // What it says of bodies is known, what it typed is no more.
    let known = census::town(app, &may(), &census, code).await.unwrap();
    assert_eq!(known.found(Body::Library), Found::Absent);
    assert!(known.town.response.is_empty());
    assert_eq!(known.town.taken.len(), 4);
    // What is to be corrected is marked so for whoever conducts the census, and for nobody else.
    for (actor, at, marked) in [
        (Actor::Operator, 2, true),
        (Actor::Operator, 0, false),
        (Actor::Visitor, 2, false),
    ] {
        let place = &scene.places[at];
        let of = census::to_correct(app, &actor, census.id, place).await;
        let of = of.unwrap().map(|of| (of.census, of.commune));
        assert_eq!(of, marked.then_some((census.id, code)), "{actor:?} {at}");
    }
    census::verify(app, &may(), census.id, code).await.unwrap();
    let again = census::verify(app, &may(), census.id, code).await;
    assert!(matches!(again, Err(Error::Conflict(_))), "{again:?}");
}

async fn what_is_typed_is_kept_and_a_link_serves_until_it_is_done(engine: Engine) {
    let scene = scene(engine).await;
    let app = &scene.app;
    let (census, code, link) = asked(&scene).await;
    let elsewhere = PlaceId::from_parts(9, [9; 10]);
    let mut answer = said(&[(scene.places[0].id, Word::Right), (elsewhere, Word::Gone)]);
    answer.bodies.insert(Body::SocialCentre, Presence::None);
    keep(app, &link, answer).await.unwrap();
    let pass = open_pass(app, &link).await;
    let kept = &pass.town.response;
    assert_eq!(kept.places.len(), 1, "a place of another commune is not");
    assert_eq!(kept.bodies.len(), 1, "nor a body that is not looked for");
    assert_eq!(kept.added.len(), 1);
    assert_eq!(queue(app).await, [], "nothing is taken before the end");
    let door = nothing_here(app, &link).await.unwrap();
    assert!(matches!(door, Door::Finished(_)));
    assert_eq!(queue(app).await, [], "nothing is nothing");
    assert!(matches!(
        state(app, &census, code).await,
        State::NothingHere { .. }
    ));
    let late = keep(app, &link, Response::default()).await.unwrap();
    assert!(matches!(late, Door::Finished(_)));
    // The desk takes what was typed and never finished.
    census::reopen(app, &may(), census.id, code).await.unwrap();
    census::hand_over(app, &may(), census.id, code)
        .await
        .unwrap();
    let known = census::town(app, &may(), &census, code).await.unwrap();
    let second = census::link_of(app, &may(), &census, &known.town)
        .unwrap()
        .unwrap();
    assert_ne!(second, link);
    keep(app, &second, said(&[])).await.unwrap();
    census::take_answer(app, &may(), census.id, code)
        .await
        .unwrap();
    assert_eq!(queue(app).await.len(), 1);
}

async fn links_that_are_forged_late_or_replaced_open_nothing(engine: Engine) {
    let scene = scene(engine).await;
    let app = &scene.app;
    let (census, code, link) = asked(&scene).await;
    let until = app.now() + chrono::TimeDelta::days(60);
    let sign = |purpose, subject: &str| Link::new(purpose, subject, until).sign(&key());
    let good = format!("{}/{code}/1", census.id);
    for forged in [
        link.replace('.', "-"),
        sign(Purpose::Campaign, &good),
        sign(Purpose::Census, "rien"),
        sign(Purpose::Census, &format!("{}/99999/1", census.id)),
        sign(Purpose::Census, &format!("{}/35240/1", census.id)),
    ] {
        let found = enter(app, &forged).await;
        assert!(
            matches!(found, Err(Error::Link(LinkError::Forged))),
            "{forged}: {found:?}"
        );
        let found = finish(app, &forged, said(&[])).await;
        assert!(
            matches!(found, Err(Error::Link(LinkError::Forged))),
            "{forged}"
        );
    }
    census::reopen(app, &may(), census.id, code).await.unwrap();
    assert_eq!(enter(app, &link).await.unwrap(), Door::Replaced);
    census::send(app, &may(), census.id, code).await.unwrap();
    assert_eq!(finish(app, &link, said(&[])).await.unwrap(), Door::Replaced);
    assert_eq!(queue(app).await, []);
    let new = mailed(app, "census-request", "mairie@exemple.fr").await;
    scene.clock.on(47);
    open_pass(app, &new).await;
    scene.clock.on(1);
    let late = enter(app, &new).await;
    assert!(
        matches!(late, Err(Error::Link(LinkError::Expired))),
        "{late:?}"
    );
    let sent = census::send(app, &may(), census.id, "35051".parse().unwrap()).await;
    assert_eq!(sent.unwrap(), Sent::NoContact);
}

async fn the_day_of_a_census_moves_and_links_and_contacts_follow_it(engine: Engine) {
    let scene = scene(engine).await;
    let app = &scene.app;
    let (census, code, link) = asked(&scene).await;
    let days = |days| census.target.checked_add_days(chrono::Days::new(days));
    let later = days(30).unwrap();
    for wrong in ["", "demain", "2020-01-01", "2099-01-01"] {
        assert!(census::target_day(app, wrong).is_err(), "{wrong}");
    }
    let typed = later.to_string();
    assert_eq!(census::target_day(app, &typed), Ok(later));
    for _ in 0..2 {
        census::retarget(app, &may(), census.id, later)
            .await
            .unwrap();
    }
    let moved = census::open(app, &Actor::Operator, census.id).await;
    let (moved, _) = moved.unwrap();
    assert_eq!(moved.target, later);
    let town = census::town(app, &may(), &moved, code).await.unwrap();
    assert!(town.town.contact.is_some(), "all else stays");
    scene.clock.on(60);
    open_pass(app, &link).await;
    let sooner = days(10).unwrap();
    census::retarget(app, &may(), census.id, sooner)
        .await
        .unwrap();
    let over = enter(app, &link).await;
    assert!(
        matches!(over, Err(Error::Link(LinkError::Expired))),
        "{over:?}"
    );
}

async fn whoever_conducts_a_census_asks_once_and_follows(engine: Engine) {
    let scene = scene(engine).await;
    let app = &scene.app;
    let (census, code, _) = asked(&scene).await;
    let again = census::send(app, &may(), census.id, code).await;
    assert!(matches!(again, Err(Error::Conflict(_))), "{again:?}");
    assert_eq!(census::send_all(app, &may(), census.id).await.unwrap(), 0);
    for expected in [Sent::Mailed, Sent::Already, Sent::Already] {
        let sent = census::remind(app, &may(), census.id, code).await;
        assert_eq!(sent.unwrap(), expected, "one a day");
    }
    let other: CommuneCode = "35051".parse().unwrap();
    census::nothing(app, &may(), census.id, other)
        .await
        .unwrap();
    let known = census::town(app, &may(), &census, other).await.unwrap();
    assert_eq!(known.found(Body::TownHall), Found::Absent);
    let towns = census::towns(app, &may(), &census).await.unwrap();
    assert_eq!(towns.len(), 2);
    let own = towns.iter().find(|one| one.town.code == code).unwrap();
    assert_eq!(own.places, scene.places.len());
    let listed = census::list(app, &Actor::Operator).await.unwrap();
    let expected = [("demande", 1), ("rien-ici", 1)];
    let states: Vec<_> = listed[0]
        .states
        .iter()
        .map(|(word, n)| (word.as_str(), *n))
        .collect();
    assert_eq!(states, expected);
    // The same form again is the same census.
    let territory = "epci-243500139".parse().unwrap();
    let wish = || census::read(app, &territory, &typed(&[code], "2027-02-01")).unwrap();
    let same = create(app, &may(), census.id, wish()).await.unwrap();
    assert_eq!(same, census);
    assert_eq!(census::list(app, &Actor::Operator).await.unwrap().len(), 1);
    for wrong in ["", "2026-11-28", "2031-01-01", "demain"] {
        let faults = census::read(app, &territory, &typed(&[], wrong)).unwrap_err();
        let fields: Vec<_> = faults.iter().map(|fault| fault.field).collect();
        assert_eq!(fields, ["echeance", "communes"], "{wrong:?}");
    }
}

async fn those_who_do_not_answer_are_reminded_twice_and_no_more(engine: Engine) {
    let scene = scene(engine).await;
    let app = &scene.app;
    let (_, _, link) = asked(&scene).await;
    let mut written = Vec::new();
    for day in 0..60 {
        for _ in 0..2 {
            let done = remind_due(app).await.unwrap();
            written.extend(vec![day; done.written]);
        }
        scene.clock.on(1);
    }
    // The census ends on the fortieth day.
    assert_eq!(written, [30, 37]);
    let same = mailed(app, "census-reminder", "mairie@exemple.fr").await;
    assert_eq!(same, link, "the link that was sent first");
}

async fn a_census_is_seen_by_those_who_conduct_it_and_by_nobody_else(engine: Engine) {
    let scene = scene(engine).await;
    let app = &scene.app;
    let (census, code, _) = asked(&scene).await;
    let own = person(1, Role::Coordinator, "epci-243500139");
    let other = person(2, Role::Coordinator, "epci-242900314");
    let commune = person(3, Role::Coordinator, &format!("commune-{code}"));
    assert_eq!(census::list(app, &own).await.unwrap().len(), 1);
    let (_, capability) = census::open(app, &own, census.id).await.unwrap();
    census::remind(app, &capability, census.id, code)
        .await
        .unwrap();
    for stranger in [other, commune, Actor::Visitor] {
        assert_eq!(census::list(app, &stranger).await.unwrap(), []);
        let refused = census::open(app, &stranger, census.id).await;
        assert!(matches!(refused, Err(Error::Forbidden(_))), "{refused:?}");
    }
    // A capability on another territory opens nothing of this one.
    let here = portulan_policy::Target::from(portulan_policy::Node::Territory(
        "epci-242900314".parse().unwrap(),
    ));
    let elsewhere = portulan_policy::allow::<RunCampaign>(&Actor::Operator, here).unwrap();
    let refused = census::verify(app, &elsewhere, census.id, code).await;
    assert!(matches!(refused, Err(Error::Forbidden(_))), "{refused:?}");
    let refused = paste(app, &elsewhere, census.id, "").await;
    assert!(matches!(refused, Err(Error::Forbidden(_))));
}

async fn the_word_of_a_town_hall_stands_against_a_harvest_and_below_that_of_the_place(
    engine: Engine,
) {
    let scene = scene(engine).await;
    let app: &Arc<App> = &scene.app;
    let (_, _, link) = asked(&scene).await;
    let own = scene.places[0].id;
    let manager = format!("lieu-{}", scene.places[0].slug);
    let manager = person(4, Role::PlaceManager, &manager);
    let target = portulan_app::rights::place(&app.directory(), &scene.places[0]);
    let may = portulan_policy::allow(&manager, target).unwrap();
    portulan_app::editing::confirm(app, &may, own, &[PlaceField::Nom])
        .await
        .unwrap();
    let answer = said(&[(own, Word::Right), (scene.places[1].id, Word::Right)]);
    finish(app, &link, answer).await.unwrap();
    crate::harvests::take(app, &crate::harvests::list(&crate::harvests::ten())).await;
    let directory = app.directory();
    let origin = |at: usize, field| {
        let slug = scene.places[at].slug.as_str();
        let place = directory.snapshot.by_slug(slug).unwrap();
        place.record.provenance.origin(field).clone()
    };
    assert!(
        origin(0, PlaceField::Nom).confirmed_by_place,
        "its own word stays"
    );
    assert_eq!(origin(0, PlaceField::Adresse).source.as_str(), TOWN_HALL);
    assert_eq!(origin(1, PlaceField::Nom).source.as_str(), TOWN_HALL);
    assert!(!origin(1, PlaceField::Nom).confirmed_by_place);
}
