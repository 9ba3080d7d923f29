//! What is accepted changes places, once and for good.

use portulan_app::proposals::read::{self, Typed};
use portulan_app::proposals::{self, Acceptance, Publication, Spotted};
use portulan_app::{Error, Lead, gone};
use portulan_model::proposals::{CheckItem, State};
use portulan_model::{PlaceField, Slug};
use portulan_policy::actions::{Instruct, PublishPlace};
use portulan_policy::{Actor, Capability, Role, allow, allow_apart};
use portulan_testkit::Engine;

use super::{Scene, hours, person, scene};
use crate::harvests::{list, shown, take, ten};
use crate::{may, on_both_engines};

on_both_engines! {
    a_correction_is_accepted_in_part_and_no_harvest_takes_it_back
    what_changed_since_it_was_shown_is_not_accepted_unseen
    an_address_that_is_nowhere_takes_the_old_position_away
    a_proposal_that_fails_on_its_day_stops_no_other
    a_place_found_closed_is_shown_no_more_whatever_its_source_gives
    a_missing_place_is_published_after_its_list_by_somebody_else
    a_missing_place_is_published_on_its_day_and_not_before
    a_proposed_place_that_is_known_is_found_and_merged
}

/// The known values of a page that shows a candidate.
pub(super) fn seen(found: &proposals::Candidate) -> Vec<(PlaceField, String)> {
    let known = &found.known.as_ref().unwrap().record;
    let print = |field: &PlaceField| (*field, proposals::fingerprint(*field, known));
    found.fields.iter().map(print).collect()
}

async fn a_correction_is_accepted_in_part_and_no_harvest_takes_it_back(engine: Engine) {
    let scene = scene(engine).await;
    let app = &scene.app;
    scene.report(&hours("du lundi au vendredi 9h-12h")).await;
    let waiting = scene.waiting().await.remove(0);
    let found = proposals::candidate(&app.directory(), &waiting)
        .unwrap()
        .unwrap();
    assert_eq!(found.fields, [PlaceField::Contact, PlaceField::Horaires]);
    let revision = app.directory().revision;
    let acceptance = Acceptance {
        fields: vec![PlaceField::Horaires, PlaceField::Nom],
        seen: seen(&found),
        ..Acceptance::default()
    };
    let manager = person(
        1,
        Role::PlaceManager,
        &format!("lieu-{}", scene.places[0].slug),
    );
    let (_, may_instruct) = proposals::open(app, &manager, waiting.id).await.unwrap();
    proposals::accept(app, &may_instruct, waiting.id, &acceptance)
        .await
        .unwrap();
    let again = proposals::accept(app, &may_instruct, waiting.id, &acceptance).await;
    assert!(matches!(again, Err(Error::Conflict(_))), "decided once");
    assert!(app.directory().revision > revision);
    let check = |scene: &Scene| {
        let record = shown(&scene.app).remove(0).record;
        assert_eq!(record.hours.as_deref(), Some("Mo-Fr 09:00-12:00"));
        assert_eq!(
            record.contact, scene.places[0].record.contact,
            "not accepted"
        );
        let origin = record.provenance.origin(PlaceField::Horaires);
        assert_eq!(origin.source.as_str(), "contribution");
        assert!(origin.confirmed_by_place, "by its own people");
    };
    check(&scene);
    let mut names = ten();
    names[0].1 = "Lieu renommé";
    take(app, &list(&names)).await;
    check(&scene);
    assert_eq!(shown(app)[0].record.name, "Lieu renommé");
    let lines = portulan_app::merging::history(app, &may(), &scene.places[0].slug, None).await;
    assert!(
        lines
            .unwrap()
            .fields
            .iter()
            .any(|line| line.field == PlaceField::Horaires)
    );
}

async fn what_changed_since_it_was_shown_is_not_accepted_unseen(engine: Engine) {
    let scene = scene(engine).await;
    let app = &scene.app;
    scene.report(&hours("du lundi au vendredi 9h-12h")).await;
    let waiting = scene.waiting().await.remove(0);
    let shown_then = proposals::candidate(&app.directory(), &waiting);
    let accepting = |fields: &[PlaceField], found: &proposals::Candidate| Acceptance {
        fields: fields.to_vec(),
        seen: seen(found),
        ..Acceptance::default()
    };
    let place = &scene.places[0];
    let mut mine = place.record.clone();
    mine.hours = Some("Tu 14:00-17:00".to_owned());
    let change = portulan_app::editing::Change {
        fields: vec![PlaceField::Horaires],
        before: place.record.clone(),
        mine,
    };
    portulan_app::editing::change(app, &may(), place.id, change)
        .await
        .unwrap();
    let hours = [PlaceField::Horaires];
    let old = accepting(&hours, &shown_then.unwrap().unwrap());
    let blind = Acceptance {
        seen: Vec::new(),
        ..old.clone()
    };
    for acceptance in [old, blind] {
        let refused = proposals::accept(app, &may(), waiting.id, &acceptance).await;
        assert!(matches!(refused, Err(Error::Conflict(_))), "{refused:?}");
    }
    let record = shown(app).remove(0).record;
    assert_eq!(record.hours.as_deref(), Some("Tu 14:00-17:00"));
    let found = proposals::candidate(&app.directory(), &waiting);
    let again = accepting(&hours, &found.unwrap().unwrap());
    proposals::accept(app, &may(), waiting.id, &again)
        .await
        .unwrap();
    let record = shown(app).remove(0).record;
    assert_eq!(record.hours.as_deref(), Some("Mo-Fr 09:00-12:00"));
    let origin = record.provenance.origin(PlaceField::Horaires);
    assert!(!origin.confirmed_by_place, "the operator is not the place");
}

async fn an_address_that_is_nowhere_takes_the_old_position_away(engine: Engine) {
    let scene = scene(engine).await;
    let app = &scene.app;
    let place = &scene.places[0];
    let mut mine = place.record.clone();
    mine.position = portulan_model::Position::new(48.11, -1.68).ok();
    assert!(mine.position.is_some());
    let change = portulan_app::editing::Change {
        fields: vec![PlaceField::Position],
        before: place.record.clone(),
        mine,
    };
    portulan_app::editing::change(app, &may(), place.id, change)
        .await
        .unwrap();
    assert!(shown(app)[0].record.position.is_some());
    let typed = Typed {
        street: "3 rue que personne ne connaît".to_owned(),
        postcode: "35000".to_owned(),
        commune: "rennes".to_owned(),
        ..Typed::default()
    };
    scene.report(&typed).await;
    let waiting = scene.waiting().await.remove(0);
    let found = proposals::candidate(&app.directory(), &waiting);
    let acceptance = Acceptance {
        fields: vec![PlaceField::Adresse],
        seen: seen(&found.unwrap().unwrap()),
        ..Acceptance::default()
    };
    proposals::accept(app, &may(), waiting.id, &acceptance)
        .await
        .unwrap();
    let record = shown(app).remove(0).record;
    assert_eq!(
        record.address.street.as_deref(),
        Some("3 rue que personne ne connaît")
    );
    assert_eq!(record.position, None);
}

async fn a_place_found_closed_is_shown_no_more_whatever_its_source_gives(engine: Engine) {
    let scene = scene(engine).await;
    let app = &scene.app;
    let typed = Typed {
        wrong: vec!["ferme".to_owned()],
        ..Typed::default()
    };
    scene.report(&typed).await;
    let id = scene.waiting().await[0].id;
    let acceptance = Acceptance {
        closed: true,
        words: "appelé".to_owned(),
        ..Acceptance::default()
    };
    proposals::accept(app, &may(), id, &acceptance)
        .await
        .unwrap();
    let slug = scene.places[0].slug.to_string();
    let closed = || matches!(app.directory().lead(&slug), Lead::Gone(gone) if gone.closed);
    assert!(closed());
    let mut names = ten();
    names[0].1 = "Lieu renommé";
    take(app, &list(&names)).await;
    assert!(closed(), "its source still gives it");
    gone::say(app, &may(), scene.places[0].id, Some(true), "rouvert")
        .await
        .unwrap();
    assert!(matches!(app.directory().lead(&slug), Lead::Here(_)));
}

fn missing(name: &str, street: &str) -> Typed {
    Typed {
        name: name.to_owned(),
        street: street.to_owned(),
        postcode: "35000".to_owned(),
        commune: "rennes".to_owned(),
        services: vec!["acces".to_owned()],
        hours: "samedi 10h-12h".to_owned(),
        phone: "02 99 00 00 08".to_owned(),
        tie: "equipe".to_owned(),
        ..Typed::default()
    }
}

/// Proposes a place that is missing.
async fn proposed(scene: &Scene, actor: &Actor, typed: &Typed) -> portulan_model::ProposalId {
    let draft = read::new_place(&scene.app.directory(), typed).unwrap();
    let may_propose = allow(actor, &portulan_policy::Node::Installation).unwrap();
    let form = proposals::form(&scene.app);
    let sent = proposals::submit(&scene.app, &may_propose, &form, draft, "fr").await;
    sent.unwrap();
    scene.waiting().await.pop().unwrap().id
}

/// The capabilities of the operator on a proposal.
async fn of_operator(
    scene: &Scene,
    id: portulan_model::ProposalId,
) -> (Capability<Instruct>, Capability<PublishPlace>) {
    let (proposal, instruct) = proposals::open(&scene.app, &Actor::Operator, id)
        .await
        .unwrap();
    let target = proposals::publication_target(&scene.app.directory(), &proposal);
    (
        instruct,
        allow_apart(&Actor::Operator, target, &[]).unwrap(),
    )
}

fn joining(network: &str) -> Publication {
    Publication {
        networks: vec![network.parse().unwrap()],
        ..Publication::default()
    }
}

async fn a_missing_place_is_published_after_its_list_by_somebody_else(engine: Engine) {
    let scene = scene(engine).await;
    let app = &scene.app;
    let instructor = person(1, Role::Instructor, "commune-35238");
    let id = proposed(&scene, &instructor, &missing("Maison Neuve", "3 rue Neuve")).await;
    let (proposal, instruct) = proposals::open(app, &instructor, id).await.unwrap();
    let target = proposals::publication_target(&app.directory(), &proposal);
    let prepared = proposal.by.unwrap();
    assert!(allow_apart::<PublishPlace>(&instructor, &target, &[prepared]).is_err());
    let other = person(2, Role::Instructor, "departement-35");
    let publish = allow_apart::<PublishPlace>(&other, &target, &[prepared]).unwrap();
    let findings = proposals::findings(app, &instruct, &proposal).unwrap();
    assert!(findings.services && findings.hours && findings.contact);
    assert_eq!(findings.address, Spotted::Unknown);
    let wish = || joining("france-services");
    let known = &scene.places[0];
    let mut mine = known.record.clone();
    mine.networks = wish().networks;
    let change = portulan_app::editing::Change {
        fields: vec![PlaceField::Reseaux],
        before: known.record.clone(),
        mine,
    };
    portulan_app::editing::change(app, &may(), known.id, change)
        .await
        .unwrap();
    app.refresh().await.unwrap();
    let early = proposals::publish(app, &publish, id, wish()).await;
    assert!(
        matches!(early, Err(Error::Conflict(_))),
        "the list comes first"
    );
    proposals::check(app, &instruct, id, &CheckItem::ALL[..4])
        .await
        .unwrap();
    assert!(proposals::publish(app, &publish, id, wish()).await.is_err());
    proposals::check(app, &instruct, id, CheckItem::ALL)
        .await
        .unwrap();
    let made_up = proposals::publish(app, &publish, id, joining("reseau-invente")).await;
    assert!(
        matches!(made_up, Err(Error::Conflict(_))),
        "a publication makes no network"
    );
    let place = proposals::publish(app, &publish, id, wish())
        .await
        .unwrap()
        .unwrap();
    assert!(
        proposals::publish(app, &publish, id, wish()).await.is_err(),
        "once"
    );
    let directory = app.directory();
    let place = directory.snapshot.by_id(&place).unwrap();
    assert_eq!(place.slug.as_str(), "maison-neuve");
    assert_eq!(place.record.address.commune, "Rennes");
    assert_eq!(place.record.hours.as_deref(), Some("Sa 10:00-12:00"));
    assert_eq!(
        place.record.networks,
        ["france-services".parse::<Slug>().unwrap()]
    );
    assert_eq!(place.record.contact.phones, ["+33299000008"]);
}

async fn a_missing_place_is_published_on_its_day_and_not_before(engine: Engine) {
    let scene = scene(engine).await;
    let app = &scene.app;
    let id = proposed(
        &scene,
        &Actor::Visitor,
        &missing("Maison Neuve", "3 rue Neuve"),
    )
    .await;
    let (instruct, publish) = of_operator(&scene, id).await;
    proposals::check(app, &instruct, id, CheckItem::ALL)
        .await
        .unwrap();
    let far = Publication {
        on: Some(app.now().date_naive() + chrono::Days::new(366)),
        ..Publication::default()
    };
    let refused = proposals::publish(app, &publish, id, far).await;
    assert!(matches!(refused, Err(Error::Conflict(_))), "{refused:?}");
    let wish = Publication {
        on: Some(app.now().date_naive() + chrono::Days::new(3)),
        ..Publication::default()
    };
    assert_eq!(
        proposals::publish(app, &publish, id, wish).await.unwrap(),
        None
    );
    for (days, published) in [(2, 0), (1, 1), (1, 0)] {
        scene.clock.on(days);
        assert_eq!(proposals::keep(app).await.unwrap().published, published);
    }
    assert!(app.directory().snapshot.by_slug("maison-neuve").is_some());
    let (proposal, _) = proposals::open(app, &Actor::Operator, id).await.unwrap();
    assert!(matches!(proposal.state, State::Accepted { .. }));
}

async fn a_proposal_that_fails_on_its_day_stops_no_other(engine: Engine) {
    let scene = scene(engine).await;
    let app = &scene.app;
    let contact = Typed {
        contact: "usager@exemple.fr".to_owned(),
        ..hours("lundi 9h-12h")
    };
    scene.report(&hours("lundi 9h-12h")).await;
    let mut broken = scene.waiting().await.remove(0);
    broken.state = State::Agreed {
        on: app.now().date_naive(),
        networks: Vec::new(),
        motive: portulan_model::proposals::Motive {
            by: portulan_model::journal::Author::Operator,
            at: app.now(),
            words: String::new(),
        },
    };
    let store = portulan_store::Store::open(&scene.database.url).await;
    let mut write = store.unwrap().begin_instruction(&may()).await.unwrap();
    let line =
        portulan_testkit::builders::entry(portulan_model::journal::Deed::Updated, &scene.places[0]);
    write.put_proposal(&broken, &line).await.unwrap();
    write.commit().await.unwrap();
    scene.report(&contact).await;
    scene.clock.on(7);
    let kept = proposals::keep(app).await.unwrap();
    let expected = proposals::Kept {
        forgotten: 1,
        ..proposals::Kept::default()
    };
    assert_eq!(kept, expected);
}

async fn a_proposed_place_that_is_known_is_found_and_merged(engine: Engine) {
    let scene = scene(engine).await;
    let app = &scene.app;
    take(
        app,
        &list(&[ten(), vec![(11, "Maison des Essais Atlantes")]].concat()),
    )
    .await;
    let known = shown(app).pop().unwrap();
    let typed = missing("La Maison des essais atlantes", "11 rue de l'Essai");
    let id = proposed(&scene, &Actor::Visitor, &typed).await;
    let (instruct, publish) = of_operator(&scene, id).await;
    let (proposal, _) = proposals::open(app, &Actor::Operator, id).await.unwrap();
    let likely = proposals::duplicates(app, &instruct, &proposal)
        .await
        .unwrap();
    assert_eq!(likely[0].place.id, known.id);
    assert!(!likely[0].reasons.is_empty());
    proposals::merge(app, &instruct, id, known.id, "la même")
        .await
        .unwrap();
    assert!(
        proposals::publish(app, &publish, id, Publication::default())
            .await
            .is_err()
    );
    let (proposal, _) = proposals::open(app, &Actor::Operator, id).await.unwrap();
    assert!(matches!(proposal.state, State::Merged { place, .. } if place == known.id));
}
