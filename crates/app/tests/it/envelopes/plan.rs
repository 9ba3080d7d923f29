//! The three years of a body: all of them for whoever reads its envelopes, sums for its other members.

use portulan_app::means::intentions;
use portulan_app::means::plan::{self, Gathered, SupposeError};
use portulan_app::rights;
use portulan_model::Cents;
use portulan_model::journal::Author;
use portulan_model::means::intentions::{Intention, Span, Step, Visibility, Years};
use portulan_model::roadmaps::Need;
use portulan_plan::{Change, Range, Unfit};
use portulan_policy::actions::{PromiseFunds, ReadBody, WriteIntentions};
use portulan_policy::{Actor, Node, Role, allow};
use portulan_testkit::Engine;

use super::world::{World, asked, person, slug};
use crate::on_both_engines;

on_both_engines! {
    a_plan_tells_what_ledgers_hold_by_year_envelope_and_territory
    members_read_sums_of_three_and_suppose_nothing_of_one
    what_is_supposed_is_answered_and_changes_nothing
    intentions_count_by_need_and_intercommunality_as_far_as_they_are_shown
}

async fn gathered(world: &World, actor: &Actor) -> Gathered {
    let directory = world.app.directory();
    let body = directory.levels.body(&world.body).unwrap();
    let day = portulan_testkit::builders::saturday_morning().date_naive();
    let target = rights::joined_body(&directory, body, day);
    let may = allow::<ReadBody>(actor, target).unwrap();
    plan::of_body(&world.app, &may, 2026).await.unwrap()
}

async fn promise(world: &World, number: u16, (beneficiary, euros, year): (&str, i32, i32)) {
    let key = slug("postes-de-rennes");
    let may = world
        .may::<PromiseFunds>(&Actor::Operator, &key)
        .await
        .unwrap();
    let mut asked = asked(number, beneficiary, euros);
    asked.account.year = year;
    let done = portulan_app::means::envelopes::promise(&world.app, &may, &key, asked);
    done.await.unwrap();
}

async fn a_plan_tells_what_ledgers_hold_by_year_envelope_and_territory(engine: Engine) {
    let world = World::new(engine).await;
    let key = world.envelope().await;
    promise(&world, 1, ("ccas", 500, 2026)).await;
    promise(&world, 2, ("epn", 300, 2027)).await;
    let gathered = gathered(&world, &Actor::Operator).await;
    let told = gathered.told().unwrap();
    let whole = told.whole.unwrap();
    let promised = whole.years.map(|cell| cell.promised);
    assert_eq!(promised, [500, 300, 0].map(Cents::euros));
    assert_eq!(whole.all.counted.high(), Cents::euros(800));
    assert_eq!(told.envelopes[&Some(key.clone())], Some(whole));
    let territory = "commune-35238".parse().unwrap();
    assert_eq!(told.territories.unwrap()[&Some(territory)], whole);
    let left = told.left[&key].unwrap();
    let years = [500, 200, 200].map(|one| Some(Cents::euros(one)));
    assert_eq!((left.years, left.all), (years, Cents::euros(200)));
    let partners: Vec<_> = gathered.partners().map(ToString::to_string).collect();
    assert_eq!(partners, ["ccas", "epn"]);
}

async fn members_read_sums_of_three_and_suppose_nothing_of_one(engine: Engine) {
    let world = World::new(engine).await;
    world.envelope().await;
    promise(&world, 1, ("ccas", 500, 2026)).await;
    promise(&world, 2, ("epn", 300, 2026)).await;
    let member = person(7, &[(Role::OrganisationManager, "structure-ccas")]);
    let few = gathered(&world, &member).await;
    assert!(!few.is_whole());
    let told = few.told().unwrap();
    assert_eq!(
        (told.whole, told.needs, told.territories),
        (None, None, None)
    );
    assert!(told.envelopes.values().all(Option::is_none));
    assert_eq!(few.partners().count(), 0);
    promise(&world, 3, ("fondation", 100, 2026)).await;
    let many = gathered(&world, &member).await;
    let told = many.told().unwrap();
    assert_eq!(told.whole.unwrap().all.promised, Cents::euros(900));
    assert!(told.doubled.is_none());
    let refused = many.suppose(&[Change::Without(slug("epn"))]);
    assert!(matches!(refused, Err(SupposeError::Closed)), "{refused:?}");
    let key = slug("postes-de-rennes");
    let more = Change::Amount(key.clone(), Cents::euros(2_000));
    let supposed = many.suppose(&[more]).unwrap();
    assert_eq!(supposed.told.left[&key].unwrap().all, Cents::euros(1_100));
    // One more year of one alone, and nothing is told any more.
    promise(&world, 4, ("epn", 10, 2028)).await;
    let told = gathered(&world, &member).await.told().unwrap();
    assert_eq!(told.whole, None);
}

async fn what_is_supposed_is_answered_and_changes_nothing(engine: Engine) {
    let world = World::new(engine).await;
    world.envelope().await;
    promise(&world, 1, ("ccas", 500, 2026)).await;
    promise(&world, 2, ("epn", 300, 2027)).await;
    let gathered = gathered(&world, &Actor::Operator).await;
    let supposed = gathered.suppose(&[Change::Without(slug("ccas"))]).unwrap();
    assert_eq!(supposed.moved.all.counted.high(), Cents::euros(-500));
    assert_eq!(supposed.moved.years[1], portulan_plan::Cell::default());
    assert_eq!(supposed.staying, 0);
    let refused = gathered.suppose(&[Change::Without(slug("fondation"))]);
    let nobody = SupposeError::Unfit(Unfit::Nobody(slug("fondation")));
    assert_eq!(refused.unwrap_err().to_string(), nobody.to_string());
    let whole = gathered.told().unwrap().whole.unwrap();
    assert_eq!(whole.all.promised, Cents::euros(800));
}

async fn note(world: &World, organisation: &str, (title, visibility): (&str, Visibility)) {
    let noted = Step {
        at: portulan_testkit::builders::saturday_morning(),
        by: Author::Operator,
    };
    let years = Years {
        first: 2026,
        last: 2027,
    };
    let area = "35238 35051".parse().unwrap();
    let names = (slug("a-venir"), slug("a-venir"));
    let mut wish = Intention::new(names, title.to_owned(), area, years, noted);
    wish.needs = [Need::TrainAgents].into_iter().collect();
    wish.amount = Some(Span::new(Cents::euros(1_000), Cents::euros(2_000)));
    wish.visibility = visibility;
    let may = Node::Organisation(slug(organisation));
    let may = allow::<WriteIntentions>(&Actor::Operator, &may).unwrap();
    intentions::note(&world.app, &may, wish).await.unwrap();
}

async fn intentions_count_by_need_and_intercommunality_as_far_as_they_are_shown(engine: Engine) {
    let world = World::new(engine).await;
    let shown = |members| Visibility::Bodies {
        bodies: [world.body.clone()].into(),
        members,
    };
    note(
        &world,
        "ccas",
        ("Former les agents d’accueil", shown(false)),
    )
    .await;
    note(&world, "epn", ("Acheter des ordinateurs", Visibility::Us)).await;
    let all = gathered(&world, &Actor::Operator).await;
    let told = all.told().unwrap();
    let whole = told.whole.unwrap();
    let span = |low, high| Range::between(Cents::euros(low), Cents::euros(high));
    assert_eq!(whole.all.counted, span(1_000, 2_000));
    assert_eq!(whole.years[0].to_find, span(500, 1_000));
    assert_eq!(told.needs.unwrap()[&Some(Need::TrainAgents)], whole);
    let metropole = "epci-243500139".parse().unwrap();
    assert_eq!(told.territories.unwrap()[&Some(metropole)], whole);
    // Members read the sum of nobody alone, unless it is shown to them by itself.
    let member = person(7, &[(Role::OrganisationManager, "structure-epn")]);
    let ccas = person(8, &[(Role::OrganisationManager, "structure-ccas")]);
    let may_not = allow::<ReadBody>(&member, Node::Body(world.body.clone()));
    assert!(may_not.is_err(), "not a member");
    let few = gathered(&world, &ccas).await;
    assert_eq!(few.told().unwrap().whole, None);
    note(&world, "fondation", ("Prêter des tablettes", shown(true))).await;
    assert_eq!(gathered(&world, &ccas).await.told().unwrap().whole, None);
}
