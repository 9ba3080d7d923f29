//! Overlaps on both engines: what is found among all that is kept, for whoever may read both and for nobody else; and what
//! is set aside, remembered until something else counts.

use std::sync::Arc;

use portulan_app::bodies::{self, Founded};
use portulan_app::editing::Change;
use portulan_app::means::envelopes::{self, Asked, Wish};
use portulan_app::means::intentions;
use portulan_app::means::overlaps::{self, Filter, Origin, Overlaps};
use portulan_app::{App, Error, organisations, rights};
use portulan_model::journal::Author;
use portulan_model::means::envelopes::{Account, Ceilings, EnvelopeKind, Funder, Rate};
use portulan_model::means::intentions::{Intention, IntentionField, Span, Step, Visibility, Years};
use portulan_model::people::Organisation;
use portulan_model::proposals::Prose;
use portulan_model::roadmaps::{Action, Axis, Content, Need, Objective, Roadmap};
use portulan_model::{ActionId, Area, AxisId, Cents, ObjectiveId, Period, PersonId, Service, Slug};
use portulan_overlap::Label;
use portulan_policy::actions::{
    ManageBodies, ManageEnvelopes, PromiseFunds, Restore, SettleOverlaps, WriteIntentions,
};
use portulan_policy::{Actor, Capability, Grant, Holder, Node, Refusal, Role, allow};
use portulan_store::Store;
use portulan_testkit::builders::{entry, saturday_morning};
use portulan_testkit::{Engine, PlaceBuilder, TestDatabase};

use crate::{may, on_both_engines, open};

on_both_engines! {
    actions_requests_and_intentions_are_compared_with_each_other
    what_one_may_not_read_is_in_no_pair_and_no_count
    a_dismissal_is_kept_with_its_reason_until_something_else_counts
    what_is_being_typed_meets_what_its_author_may_read
}

const NAMES: [&str; 4] = ["ccas", "epn", "mediatheque", "fondation"];

struct World {
    app: Arc<App>,
    body: Slug,
    other: Slug,
    database: TestDatabase,
}

/// What the manager of an organisation may.
fn of(name: &str) -> Capability<WriteIntentions> {
    allow(&manager(name), Node::Organisation(slug(name))).unwrap()
}

impl World {
    async fn new(engine: Engine) -> Self {
        let database = TestDatabase::new(engine);
        let app = open(&database).await;
        for name in NAMES {
            let territory = "commune-35238".parse().unwrap();
            let organisation = Organisation::named(slug(name), name.to_owned(), territory);
            organisations::create(&app, &may(), organisation)
                .await
                .unwrap();
        }
        let body = found(&app, "Gouvernance d’essai", "departement-35").await;
        let other = found(&app, "Gouvernance d’ailleurs", "departement-29").await;
        Self {
            app,
            body,
            other,
            database,
        }
    }

    fn settles(&self, actor: &Actor) -> Result<Capability<SettleOverlaps>, Refusal> {
        let directory = self.app.directory();
        let body = directory.levels.body(&self.body).unwrap();
        allow(actor, rights::body(&directory, body))
    }

    async fn seen(&self, filter: Filter) -> Overlaps {
        let may = self.settles(&co_ordinator()).unwrap();
        overlaps::of_body(&self.app, &may, filter).await.unwrap()
    }

    /// The ids of all pairs that are to be looked at, each in order.
    async fn pairs(&self) -> Vec<[String; 2]> {
        let all = self.seen(Filter::default()).await;
        let pairs = all.cases.iter().flat_map(|case| &case.pairs);
        let ids = pairs.map(|pair| all.both(pair).unwrap().map(|(item, _)| item.id.clone()));
        let mut ids: Vec<[String; 2]> = ids
            .map(|mut ids| {
                ids.sort();
                ids
            })
            .collect();
        ids.sort();
        ids
    }

    async fn note(&self, name: &str, visibility: Visibility) -> Slug {
        let wish = Intention {
            visibility,
            ..wish("Ateliers pour débuter")
        };
        intentions::note(&self.app, &of(name), wish).await.unwrap()
    }

    /// The same intention, changed.
    async fn change(&self, name: &str, key: &Slug, with: impl FnOnce(&mut Intention)) {
        let may = allow(&manager(name), Node::Organisation(slug(name))).unwrap();
        let before = intentions::find(&self.app, &may, key).await.unwrap();
        let mut mine = before.clone();
        with(&mut mine);
        let change = Change {
            fields: IntentionField::ALL.to_vec(),
            before,
            mine,
        };
        intentions::change(&self.app, &of(name), key, &change)
            .await
            .unwrap();
    }

    /// A draft of a roadmap of a body, with an action of the médiathèque.
    async fn draft(&self, body: &Slug, number: u8) {
        let mut action = Action::new(
            ActionId::from_parts(1, [number; 10]),
            "Ateliers pour débuter".to_owned(),
        );
        action.services = [Service::Basics].into_iter().collect();
        action.leads = [slug("mediatheque")].into();
        let objective = Objective {
            id: ObjectiveId::from_parts(1, [number; 10]),
            title: "Accompagner".to_owned(),
            serves: [].into(),
            indicators: Vec::new(),
            actions: vec![action],
        };
        let axis = Axis {
            id: AxisId::from_parts(1, [number; 10]),
            title: "Axe".to_owned(),
            objectives: vec![objective],
        };
        let mut roadmap = Roadmap::draft(
            slug(&format!("feuille-{number}")),
            body.clone(),
            "Feuille de route".to_owned(),
            Period::years(2026, 2027).unwrap(),
            area(),
            "2026-01-01".parse().unwrap(),
        );
        roadmap.content = Content { axes: vec![axis] };
        let store = Store::open(&self.database.url).await.unwrap();
        let line = entry(
            portulan_model::journal::Deed::Created,
            &PlaceBuilder::new(1).build(),
        );
        let mut write = store.begin_governance(&may::<Restore>()).await.unwrap();
        assert!(write.add_kept(&roadmap, &line).await.unwrap());
        write.commit().await.unwrap();
        self.app.refresh().await.unwrap();
    }

    /// A request for 22 computers, of an envelope of its own.
    async fn request(&self, beneficiary: &str, funder: &str) {
        let body = Node::Body(self.body.clone());
        let may = allow::<ManageEnvelopes>(&Actor::Operator, body).unwrap();
        let wish = Wish {
            label: format!("Matériel de {funder}"),
            kind: EnvelopeKind::Investment,
            funder: Funder::Outside(funder.to_owned()),
            period: Period::years(2026, 2028).unwrap(),
            amount: Cents::euros(50_000),
            ceilings: Ceilings::default(),
            rate: Rate::default(),
            source: None,
        };
        let key = envelopes::create(&self.app, &may, &wish).await.unwrap();
        let envelope = envelopes::find(&self.app, &key).await.unwrap();
        let target = envelopes::target(&self.app.directory(), &envelope);
        let may = allow::<PromiseFunds>(&Actor::Operator, target).unwrap();
        let asked = Asked {
            form: format!("formulaire-{beneficiary}"),
            account: Account {
                request: format!("Achat de 22 ordinateurs ({beneficiary})")
                    .parse()
                    .unwrap(),
                beneficiary: slug(beneficiary),
                territory: "commune-35238".parse().unwrap(),
                year: 2026,
            },
            amount: Cents::euros(15_000),
            cost: None,
            decision: None,
            reason: prose("22 postes fixes pour la salle en accès libre"),
        };
        envelopes::promise(&self.app, &may, &key, asked)
            .await
            .unwrap();
    }
}

async fn found(app: &App, name: &str, seat: &str) -> Slug {
    let founded = Founded {
        name: name.to_owned(),
        seat: seat.parse().unwrap(),
        area: area(),
        period: Period::default(),
        run_by: None,
        summary: None,
        founding: None,
        referents: Vec::new(),
        by_right: Vec::new(),
    };
    let on = rights::seat(&app.directory(), &founded.seat).unwrap();
    let founds = allow::<ManageBodies>(&Actor::Operator, on).unwrap();
    bodies::create(app, &founds, founded).await.unwrap()
}

fn area() -> Area {
    "35238".parse().unwrap()
}

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

fn prose(text: &str) -> Prose {
    Prose::read(text).unwrap().unwrap()
}

fn person(number: u8, role: Role, node: &str) -> Actor {
    let id = PersonId::from_parts(1_700_000_000_000, [number; 10]);
    let grant = Grant::new(role, node.parse().unwrap(), None).unwrap();
    Actor::Person(Arc::new(Holder::at(id, vec![grant], saturday_morning())))
}

fn manager(name: &str) -> Actor {
    person(1, Role::OrganisationManager, &format!("structure-{name}"))
}

fn co_ordinator() -> Actor {
    person(2, Role::Coordinator, "departement-35")
}

const LEVELS: Visibility = Visibility::Levels { members: false };

fn wish(title: &str) -> Intention {
    let noted = Step {
        at: saturday_morning(),
        by: Author::Operator,
    };
    let years = Years {
        first: 2026,
        last: 2027,
    };
    let names = (slug("a-venir"), slug("a-venir"));
    let mut one = Intention::new(names, title.to_owned(), area(), years, noted);
    one.needs = [Need::Awareness].into_iter().collect();
    one.services = [Service::Basics].into_iter().collect();
    one.amount = Some(Span::new(Cents::euros(1_000), Cents::euros(2_000)));
    one
}

async fn actions_requests_and_intentions_are_compared_with_each_other(engine: Engine) {
    let world = World::new(engine).await;
    world.request("ccas", "Caisse des Abers").await;
    world.request("epn", "Fondation Ajonc").await;
    world.draft(&world.body, 1).await;
    world.note("epn", LEVELS).await;
    world.note("ccas", LEVELS).await;
    let all = world.seen(Filter::default()).await;
    let labels: Vec<Label> = all
        .cases
        .iter()
        .flat_map(|case| &case.pairs)
        .filter_map(|pair| pair.compared.outcome.label())
        .collect();
    assert!(labels.contains(&Label::SameCost), "{labels:?}");
    let pairs = world.pairs().await;
    let of = |one: &str, other: &str| {
        let kinds = |ids: &&[String; 2]| ids[0].starts_with(one) && ids[1].starts_with(other);
        pairs.iter().filter(kinds).count()
    };
    assert_eq!(of("demande-", "demande-"), 1, "{pairs:?}");
    assert_eq!(of("intention-", "intention-"), 1, "{pairs:?}");
    let costs = Filter {
        label: Some(Label::SameCost),
        ..Filter::default()
    };
    let costs = world.seen(costs).await;
    assert_eq!(costs.cases.len(), 1);
    let [(_, origin), _] = costs.both(&costs.cases[0].pairs[0]).unwrap();
    assert!(matches!(origin, Origin::Account { .. }));
    for (year, found) in [(2026, true), (2031, false)] {
        let filter = Filter {
            year: Some(year),
            ..Filter::default()
        };
        assert_eq!(!world.seen(filter).await.cases.is_empty(), found, "{year}");
    }
    let need = Filter {
        need: Some(Need::Legal),
        ..Filter::default()
    };
    assert_eq!(world.seen(need).await.cases, []);
}

async fn what_one_may_not_read_is_in_no_pair_and_no_count(engine: Engine) {
    let world = World::new(engine).await;
    world.note("epn", LEVELS).await;
    let private = world.note("ccas", Visibility::Us).await;
    world.draft(&world.other, 1).await;
    assert_eq!(world.pairs().await, <[[String; 2]; 0]>::default());
    // The draft of the same body is read, and met.
    world.draft(&world.body, 2).await;
    let pairs = world.pairs().await;
    assert!(
        pairs
            .iter()
            .all(|ids| !ids.iter().any(|id| id.contains("ccas"))),
        "{pairs:?}"
    );
    let bodies = Visibility::Bodies {
        bodies: [world.other.clone()].into(),
        members: true,
    };
    world
        .change("ccas", &private, |one| one.visibility = bodies)
        .await;
    let pairs = world.pairs().await;
    assert!(
        pairs
            .iter()
            .all(|ids| !ids.iter().any(|id| id.contains("ccas"))),
        "{pairs:?}"
    );
    world
        .change("ccas", &private, |one| one.visibility = LEVELS)
        .await;
    let ids = ["ccas", "epn"].map(|name| format!("intention-{name}-ateliers-pour-debuter"));
    assert!(world.pairs().await.contains(&ids));
    for actor in [
        manager("epn"),
        person(3, Role::Instructor, "departement-35"),
        person(4, Role::Coordinator, "departement-29"),
    ] {
        assert!(world.settles(&actor).is_err());
    }
}

async fn a_dismissal_is_kept_with_its_reason_until_something_else_counts(engine: Engine) {
    let world = World::new(engine).await;
    world.note("epn", LEVELS).await;
    let mine = world.note("ccas", LEVELS).await;
    let [one, other] = world.pairs().await.remove(0);
    let may = world.settles(&co_ordinator()).unwrap();
    let app = &world.app;
    let why = || prose("Deux quartiers, ils se sont parlé.");
    let nobody = overlaps::dismiss(app, &may, (&one, "intention-autre"), why()).await;
    assert!(matches!(nobody, Err(Error::NotFound(_))));
    // In whatever order, and twice: one.
    for both in [
        (one.as_str(), other.as_str()),
        (other.as_str(), one.as_str()),
    ] {
        overlaps::dismiss(app, &may, both, why()).await.unwrap();
    }
    let seen = world.seen(Filter::default()).await;
    assert_eq!((seen.cases.len(), seen.set_aside.len()), (0, 1));
    assert_eq!(seen.set_aside[0].dismissal.reason, why());
    assert!(seen.pair(&other, &one).is_some());
    // What does not count changes nothing; what does brings it back, with what was said.
    world
        .change("ccas", &mine, |one| {
            "Ateliers pour débuter, le soir".clone_into(&mut one.title);
        })
        .await;
    assert_eq!(world.seen(Filter::default()).await.set_aside.len(), 1);
    world
        .change("ccas", &mine, |one| one.years = Years::one(2027))
        .await;
    let seen = world.seen(Filter::default()).await;
    assert_eq!((seen.cases.len(), seen.set_aside.len()), (1, 0));
    let said = seen.was_set_aside(&seen.cases[0].pairs[0]).unwrap();
    assert_eq!(said.reason, why());
    // Set aside again for what counts now, then taken up by hand, once.
    overlaps::dismiss(app, &may, (&one, &other), why())
        .await
        .unwrap();
    assert_eq!(world.seen(Filter::default()).await.cases, []);
    assert!(overlaps::reopen(app, &may, (&other, &one)).await.unwrap());
    assert!(!overlaps::reopen(app, &may, (&one, &other)).await.unwrap());
    let seen = world.seen(Filter::default()).await;
    assert_eq!(seen.cases.len(), 1);
    assert!(seen.was_set_aside(&seen.cases[0].pairs[0]).is_none());
}

async fn what_is_being_typed_meets_what_its_author_may_read(engine: Engine) {
    let world = World::new(engine).await;
    world.note("ccas", Visibility::Us).await;
    world.note("mediatheque", LEVELS).await;
    world.draft(&world.body, 1).await;
    let mut typed = wish("Ateliers pour débuter");
    typed.organisation = slug("epn");
    let item = overlaps::of_intention(&world.app, &typed).await.unwrap();
    let beside = overlaps::beside(&world.app, &manager("epn"), item.clone()).await;
    assert_eq!(
        beside.unwrap().len(),
        0,
        "nothing of that is shown to its author"
    );
    let seen = overlaps::beside(&world.app, &co_ordinator(), item.clone())
        .await
        .unwrap();
    let ids: Vec<&str> = seen
        .iter()
        .map(|(found, _)| found.item.id.as_str())
        .collect();
    assert!(
        ids.contains(&"intention-mediatheque-ateliers-pour-debuter"),
        "{ids:?}"
    );
    assert!(!ids.iter().any(|id| id.contains("ccas")), "{ids:?}");
    // Once it is kept, it does not meet itself.
    let own = world.note("epn", Visibility::Us).await;
    let kept = portulan_overlap::Item {
        id: format!("intention-{own}"),
        ..item
    };
    let beside = overlaps::beside(&world.app, &manager("epn"), kept)
        .await
        .unwrap();
    assert_eq!(beside.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demonstration_shows_several_kinds_at_one_body_and_none_set_aside() {
    let database = TestDatabase::new(Engine::Sqlite);
    let app = open(&database).await;
    portulan_app::demonstration::load(&app, &may())
        .await
        .unwrap();
    let directory = app.directory();
    let body = directory
        .levels
        .body(&slug("exemple-gouvernance-ille-et-vilaine"));
    let may = allow(&co_ordinator(), rights::body(&directory, body.unwrap())).unwrap();
    let all = overlaps::of_body(&app, &may, Filter::default())
        .await
        .unwrap();
    let mut kinds = std::collections::BTreeMap::<Label, Vec<[String; 2]>>::new();
    for pair in all.cases.iter().flat_map(|case| &case.pairs) {
        let label = pair.compared.outcome.label().unwrap();
        let ids = all.both(pair).unwrap().map(|(item, _)| item.id.clone());
        kinds.entry(label).or_default().push(ids);
    }
    assert!(kinds.len() >= 3, "{kinds:#?}");
    assert!(all.set_aside.is_empty());
}
