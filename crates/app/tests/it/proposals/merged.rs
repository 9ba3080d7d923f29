//! What is accepted of a place that is merged is what is shown, and is still known once the merge is undone.

use portulan_app::merging::{self, Wish};
use portulan_app::proposals::{self, Acceptance};
use portulan_app::{App, Lead};
use portulan_model::proposals::Prose;
use portulan_model::{MergeId, Place, PlaceField, PlaceId, PlaceRecord, ProposalId};
use portulan_policy::Actor;
use portulan_testkit::Engine;

use super::decided::seen;
use super::{Scene, hours, scene, visitor};
use crate::{may, on_both_engines};

on_both_engines! {
    a_correction_of_a_merged_place_shows_and_stays_when_the_merge_is_undone
    a_place_found_closed_after_a_merge_is_closed_with_its_group
    asking_twice_keeps_the_first_answer
}

const BEFORE: &str = "Mo 08:00-09:00";
const CORRECTED: &str = "Mo-Fr 09:00-12:00";

fn record(app: &App, id: PlaceId) -> PlaceRecord {
    let directory = app.directory();
    let place = directory.snapshot.by_id(&directory.survivor(&id)).unwrap();
    place.record.clone()
}

/// People say other hours of a place than a correction will.
async fn say_hours(scene: &Scene, place: &Place) {
    let before = record(&scene.app, place.id);
    let mut mine = before.clone();
    mine.hours = Some(BEFORE.to_owned());
    let change = portulan_app::editing::Change {
        fields: vec![PlaceField::Horaires],
        before,
        mine,
    };
    portulan_app::editing::change(&scene.app, &may(), place.id, change)
        .await
        .unwrap();
    scene.clock.on(1);
}

async fn merge(scene: &Scene, wish: Wish) -> MergeId {
    let wish = Wish {
        places: scene.places[..3].iter().map(|place| place.id).collect(),
        reason: "essai".to_owned(),
        ..wish
    };
    merging::merge(&scene.app, &may(), wish).await.unwrap()
}

async fn accept(scene: &Scene, id: ProposalId) {
    let app = &scene.app;
    let (proposal, may_instruct) = proposals::open(app, &Actor::Operator, id).await.unwrap();
    let found = proposals::candidate(&app.directory(), &proposal)
        .unwrap()
        .unwrap();
    let acceptance = Acceptance {
        fields: found.fields.clone(),
        seen: seen(&found),
        closed: found.closed,
        words: String::new(),
    };
    proposals::accept(app, &may_instruct, id, &acceptance)
        .await
        .unwrap();
}

async fn a_correction_of_a_merged_place_shows_and_stays_when_the_merge_is_undone(engine: Engine) {
    // Which of three places stands for all, which one people named for its hours, which one is where it used to be,
    // and which one has the correction once all is undone. The correction is about the first.
    for (survivor, named, former, kept) in [
        (0, None, None, 0),
        (1, None, None, 0),
        (1, Some(2), None, 2),
        (1, Some(1), None, 1),
        (1, None, Some(0), 1),
    ] {
        let scene = scene(engine).await;
        let app = &scene.app;
        for place in &scene.places[1..3] {
            say_hours(&scene, place).await;
        }
        scene.report(&hours("du lundi au vendredi 9h-12h")).await;
        let id = scene.waiting().await.remove(0).id;
        let place = |at: usize| scene.places[at].id;
        let named = named.map(|at| (PlaceField::Horaires, place(at)));
        let wish = Wish {
            survivor: Some(place(survivor)),
            wishes: named.into_iter().collect(),
            former: former.map(|at| (place(at), None)).into_iter().collect(),
            ..Wish::default()
        };
        let merged = merge(&scene, wish).await;
        accept(&scene, id).await;
        let told = format!("{survivor} {named:?} {former:?}");
        let shown = record(app, place(0));
        assert_eq!(shown.hours.as_deref(), Some(CORRECTED), "{told}");
        assert_eq!(shown.contact.phones, ["+33299000007"], "{told}");
        // What a source gives later does not take it back.
        crate::harvests::take(app, &crate::harvests::list(&crate::harvests::ten()[..9])).await;
        assert_eq!(record(app, place(0)).hours.as_deref(), Some(CORRECTED));
        merging::undo(app, &may(), merged, "essai").await.unwrap();
        for at in 0..3 {
            let hours = record(app, place(at)).hours;
            let expected = match at {
                at if at == kept => Some(CORRECTED),
                0 => scene.places[0].record.hours.as_deref(),
                _ => Some(BEFORE),
            };
            assert_eq!(hours.as_deref(), expected, "{told}: place {at} alone");
        }
    }
}

async fn a_place_found_closed_after_a_merge_is_closed_with_its_group(engine: Engine) {
    let scene = scene(engine).await;
    let app = &scene.app;
    let typed = super::Typed {
        wrong: vec!["ferme".to_owned()],
        ..super::Typed::default()
    };
    scene.report(&typed).await;
    let id = scene.waiting().await.remove(0).id;
    let wish = Wish {
        survivor: Some(scene.places[1].id),
        ..Wish::default()
    };
    let merged = merge(&scene, wish).await;
    accept(&scene, id).await;
    let lead = |at: usize| {
        let directory = app.directory();
        let lead = directory.lead(&scene.places[at].id.to_string());
        matches!(lead, Lead::Gone(gone) if gone.closed)
    };
    assert!(lead(0) && lead(1), "the whole group");
    merging::undo(app, &may(), merged, "essai").await.unwrap();
    assert_eq!([lead(0), lead(1), lead(2)], [true, false, false]);
}

async fn asking_twice_keeps_the_first_answer(engine: Engine) {
    let scene = scene(engine).await;
    let app = &scene.app;
    let words = |text: &str| Prose::read(text).unwrap().unwrap();
    let typed = super::Typed {
        contact: "usager@exemple.fr".to_owned(),
        ..hours("du lundi au vendredi 9h-12h")
    };
    scene.report(&typed).await;
    let mut way = scene.letter("proposal-received").await;
    proposals::prove(app, &visitor(), &way).await.unwrap();
    let id = scene.waiting().await.remove(0).id;
    for (question, answer) in [
        ("Quelle porte ?", "La bleue."),
        ("Quel jour ?", "Le mardi."),
    ] {
        scene.clock.later();
        let (_, may_instruct) = proposals::open(app, &Actor::Operator, id).await.unwrap();
        proposals::ask_back(app, &may_instruct, id, words(question))
            .await
            .unwrap();
        way = scene.letter("proposal-question").await;
        proposals::answer(app, &visitor(), &way, words(answer))
            .await
            .unwrap();
    }
    let before = scene.of(&way).await.exchanges;
    assert_eq!(before.len(), 1);
    assert_eq!(before[0].answer, "La bleue.");
    accept(&scene, id).await;
    let answers: Vec<String> = scene
        .of(&way)
        .await
        .exchanges
        .into_iter()
        .map(|one| one.answer)
        .collect();
    assert_eq!(answers, ["La bleue.", "Le mardi."]);
    scene.clock.on(30);
    proposals::keep(app).await.unwrap();
    let (kept, _) = proposals::open(app, &Actor::Operator, id).await.unwrap();
    assert_eq!(kept.exchanges, [], "what was written has served");
}
