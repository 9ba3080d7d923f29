//! Intentions on both engines: noted once, changed, withdrawn; and read by nobody but whom their author chose.

use portulan_app::editing::{Change, Outcome};
use portulan_app::means::intentions::{self, IntentionError};
use portulan_app::{Error, rights};
use portulan_model::means::intentions::{
    Alliance, Intention, IntentionField, Span, State, Theme, Unsound, Visibility,
};
use portulan_model::roadmaps::Need;
use portulan_model::{Cents, Slug};
use portulan_policy::actions::{ReadBody, ReadIntentions, ReadJournal, WriteIntentions};
use portulan_policy::{Actor, Alone, Capability, Node, allow};
use portulan_testkit::Engine;

use crate::company::{World, co_ordinator, intention, manager, slug};
use crate::{may, on_both_engines};

on_both_engines! {
    a_form_that_is_sent_twice_notes_one_and_the_address_says_whose_it_is
    one_that_stands_is_changed_and_one_that_is_withdrawn_is_not
    it_is_read_by_whom_its_author_chose_and_by_nobody_else
    members_read_what_is_shown_to_them_and_of_the_others_sums_of_three
    the_journal_says_that_it_changed_and_nothing_of_what_it_says
    what_names_nothing_that_is_known_is_refused
}

/// What the manager of an organisation may.
fn of<A: Alone>(name: &str) -> Capability<A> {
    allow(&manager(name), Node::Organisation(slug(name))).unwrap()
}

impl World {
    fn leads(&self, actor: &Actor) -> Result<Capability<ReadIntentions>, portulan_policy::Refusal> {
        let directory = self.app.directory();
        let body = directory.levels.body(&self.body).unwrap();
        allow(actor, intentions::led(&self.app, &directory, body))
    }

    async fn shown(&self, name: &str, visibility: Visibility) -> Slug {
        let wish = Intention {
            visibility,
            ..wish("Former les agents")
        };
        intentions::note(&self.app, &of::<WriteIntentions>(name), wish)
            .await
            .unwrap()
    }

    async fn seen_by_leads(&self) -> Vec<Slug> {
        let may = self.leads(&co_ordinator()).unwrap();
        let all = intentions::of_body(&self.app, &may).await.unwrap();
        all.into_iter().map(|one| one.organisation).collect()
    }
}

fn wish(title: &str) -> Intention {
    intention(title, Need::TrainAgents, (1_000, 2_000))
}

async fn a_form_that_is_sent_twice_notes_one_and_the_address_says_whose_it_is(engine: Engine) {
    let world = World::of(engine, &["ccas"]).await;
    let may = of::<WriteIntentions>("epn");
    let app = &world.app;
    let first = intentions::note(app, &may, wish("Former les agents")).await;
    let first = first.unwrap();
    assert_eq!(first.as_str(), "epn-former-les-agents");
    let again = intentions::note(app, &may, wish("Former les agents")).await;
    assert_eq!(again.unwrap(), first);
    let mut other = wish("Former les agents");
    other.years.last = 2028;
    let other = intentions::note(app, &may, other).await.unwrap();
    assert_eq!(other.as_str(), "epn-former-les-agents-2");
    let elsewhere = world.shown("atelier", Visibility::Us).await;
    assert_eq!(elsewhere.as_str(), "atelier-former-les-agents");
    let all = intentions::of_organisation(app, &of("epn")).await;
    assert_eq!(all.unwrap().len(), 2);
}

async fn one_that_stands_is_changed_and_one_that_is_withdrawn_is_not(engine: Engine) {
    let world = World::of(engine, &["ccas"]).await;
    let (app, key) = (&world.app, world.shown("epn", Visibility::Us).await);
    let may = of::<WriteIntentions>("epn");
    let before = intentions::find(app, &of("epn"), &key).await.unwrap();
    let change = |title: &str| Change {
        fields: IntentionField::ALL.to_vec(),
        before: before.clone(),
        mine: Intention {
            title: title.to_owned(),
            ..before.clone()
        },
    };
    let saved = intentions::change(app, &may, &key, &change("Former ensemble")).await;
    assert!(matches!(saved.unwrap(), Outcome::Saved(fields) if fields == [IntentionField::Title]));
    let clash = intentions::change(app, &may, &key, &change("Autre")).await;
    assert!(matches!(clash.unwrap(), Outcome::Clash { .. }));
    let stranger = of::<WriteIntentions>("atelier");
    let refused = intentions::change(app, &stranger, &key, &change("Autre")).await;
    assert!(matches!(
        refused,
        Err(IntentionError::Other(Error::NotFound(_)))
    ));
    let refused = intentions::withdraw(app, &stranger, &key, None).await;
    assert!(refused.is_err());
    for _ in 0..2 {
        intentions::withdraw(app, &may, &key, None).await.unwrap();
    }
    let now = intentions::find(app, &of("epn"), &key).await.unwrap();
    assert!(matches!(now.state, State::Withdrawn { .. }));
    let late = Change {
        before: now.clone(),
        mine: wish("Trop tard"),
        fields: vec![IntentionField::Title],
    };
    let refused = intentions::change(app, &may, &key, &late).await;
    assert!(
        matches!(refused, Err(IntentionError::Over(_))),
        "{refused:?}"
    );
}

async fn it_is_read_by_whom_its_author_chose_and_by_nobody_else(engine: Engine) {
    let world = World::of(engine, &["ccas"]).await;
    let own = world.shown("epn", Visibility::Us).await;
    world
        .shown("atelier", Visibility::Levels { members: false })
        .await;
    let bodies = [world.body.clone()].into();
    let named = Visibility::Bodies {
        bodies,
        members: false,
    };
    world.shown("relais", named).await;
    let mut far = wish("Former loin");
    far.area = "35288".parse().unwrap();
    far.visibility = Visibility::Levels { members: true };
    let write = of::<WriteIntentions>("mediatheque");
    intentions::note(&world.app, &write, far).await.unwrap();
    let mut seen = world.seen_by_leads().await;
    seen.sort();
    assert_eq!(seen, [slug("atelier"), slug("relais")]);
    // Who co-ordinates the level of an organisation, or runs another one, reads nothing of it.
    let node = Node::Organisation(slug("epn"));
    let on = rights::node(&world.app.directory(), &node).unwrap();
    for actor in [&co_ordinator(), &manager("atelier"), &Actor::Visitor] {
        assert!(allow::<ReadIntentions>(actor, &on).is_err());
        assert!(allow::<WriteIntentions>(actor, &on).is_err());
    }
    for stranger in [&manager("epn"), &Actor::Visitor] {
        assert!(world.leads(stranger).is_err());
    }
    for may in [world.leads(&co_ordinator()).unwrap(), of("atelier")] {
        let refused = intentions::find(&world.app, &may, &own).await;
        assert!(matches!(refused, Err(Error::NotFound(_))));
    }
}

async fn members_read_what_is_shown_to_them_and_of_the_others_sums_of_three(engine: Engine) {
    let world = World::of(engine, &["ccas"]).await;
    let hidden = Visibility::Levels { members: false };
    let directory = world.app.directory();
    let body = directory.levels.body(&world.body).unwrap();
    let day = portulan_testkit::builders::saturday_morning().date_naive();
    let joined = rights::joined_body(&directory, body, day);
    let member: Capability<ReadBody> = allow(&manager("ccas"), &joined).unwrap();
    world
        .shown("ccas", Visibility::Levels { members: true })
        .await;
    for name in ["epn", "atelier"] {
        world.shown(name, hidden.clone()).await;
    }
    let shared = intentions::shared(&world.app, &member).await.unwrap();
    assert_eq!(shared.read.len(), 1);
    assert_eq!((shared.whole, shared.themes.len()), (None, 0));
    world.shown("relais", hidden).await;
    let shared = intentions::shared(&world.app, &member).await.unwrap();
    let three = Span::new(Cents::euros(3_000), Cents::euros(6_000));
    assert_eq!(shared.whole, Some(three));
    let theme = Theme::One(Need::TrainAgents);
    assert_eq!(shared.themes, [(theme, three)].into());
}

async fn the_journal_says_that_it_changed_and_nothing_of_what_it_says(engine: Engine) {
    let world = World::of(engine, &["ccas"]).await;
    world.shown("epn", Visibility::Us).await;
    let may = may::<ReadJournal>();
    let lines = portulan_app::journal::of_object(&world.app, &may, "structure-epn", None).await;
    let lines = lines.unwrap().lines;
    assert!(!lines.is_empty());
    for line in lines {
        assert!(!format!("{line:?}").contains("agents"));
    }
}

async fn what_names_nothing_that_is_known_is_refused(engine: Engine) {
    let world = World::of(engine, &["ccas"]).await;
    let may = of::<WriteIntentions>("epn");
    let refused = async |spoil: fn(&mut Intention)| {
        let mut one = wish("Former les agents");
        spoil(&mut one);
        let noted = intentions::note(&world.app, &may, one).await;
        noted.unwrap_err()
    };
    let nobody = refused(|one| one.alliance = Alliance::With(vec![slug("nulle-part")])).await;
    assert!(matches!(nobody, IntentionError::NoOrganisation(_)));
    let nowhere = refused(|one| one.places = vec![slug("nulle-part")]).await;
    assert!(matches!(nowhere, IntentionError::NoPlace(_)));
    let money = refused(|one| one.envelope = Some(slug("nulle-part"))).await;
    assert!(matches!(money, IntentionError::NoEnvelope(_)));
    let body = refused(|one| {
        one.visibility = Visibility::Bodies {
            bodies: [slug("nulle-part")].into(),
            members: false,
        };
    });
    assert!(matches!(body.await, IntentionError::NoBody(_)));
    let blank = refused(|one| one.title = String::new()).await;
    assert!(matches!(blank, IntentionError::Unsound(Unsound::Title)));
}
