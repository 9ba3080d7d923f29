//! Schemes, clusters, baselines and posts: made once, never written over unseen, each changed under its own right alone.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use portulan_app::editing::{Change, Outcome};
use portulan_app::posts::Step;
use portulan_app::settled::Settled;
use portulan_app::{App, Error, baselines, clusters, posts, rights, schemes};
use portulan_model::baseline::{BaselineService, Cell, KnowHow, Said};
use portulan_model::clusters::{Cluster, Cover, Sector};
use portulan_model::harvest::Mapping;
use portulan_model::posts::{
    Extension, Fte, FundingKind, FundingLine, Holder, Post, PostField, PostFile, PostKind,
    PostState, Site,
};
use portulan_model::schemes::{Scheme, SchemeField};
use portulan_model::{Area, Period, PlaceId, Private, Seat, Slug, Timeline};
use portulan_policy::actions::{ManagePosts, ManageSchemes, ReadHolder};
use portulan_policy::{Actor, Node, Role, allow};
use portulan_testkit::{Engine, TestDatabase};

use crate::harvests::{list, shown, source, take, ten};
use crate::proposals::person;
use crate::{may, on_both_engines, open};

on_both_engines! {
    a_form_that_is_sent_twice_makes_one_scheme
    a_scheme_is_not_written_over_what_somebody_else_wrote
    two_who_put_a_post_right_lose_nothing
    a_place_belongs_to_several_schemes_without_being_entered_twice
    a_post_that_is_extended_is_counted_once
    whoever_holds_a_post_is_read_with_a_right_and_is_not_in_the_journal
    a_baseline_is_pasted_whole_or_not_at_all_and_everybody_sees_what_is_offered
    a_right_over_one_scheme_opens_no_other
    sectors_are_kept_under_their_seat_and_taken_away
}

struct World {
    app: Arc<App>,
    places: Vec<PlaceId>,
    _database: TestDatabase,
}

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn scheme(name: &str) -> Scheme {
    let text = format!(
        r#"{{"slug":"{name}","name":"Essai {name}","kind":"network","level":"commune-35238","area":"35238"}}"#
    );
    serde_json::from_str(&text).unwrap()
}

fn post(scheme: Option<Slug>, n: u8) -> Post {
    Post {
        id: portulan_model::PostId::from_parts(u64::from(n), [n; 10]),
        kind: PostKind::Adviser,
        level: "commune-35238".parse().unwrap(),
        scheme,
        host: slug("essai"),
        employer: slug("essai"),
        sector: Area::default(),
        sites: Vec::new(),
        fte: Timeline::starting(day("2021-09-01"), Fte::FULL),
        funding: Vec::new(),
        states: Timeline::starting(day("2021-09-01"), PostState::Vacant),
        extended: [].into(),
        coordinated_by: None,
    }
}

impl World {
    async fn new(engine: Engine) -> Self {
        let database = TestDatabase::new(engine);
        let app = open(&database).await;
        source(&app, Mapping::None).await;
        take(&app, &list(&ten())).await;
        let places = shown(&app).iter().map(|place| place.id).collect();
        Self {
            app,
            places,
            _database: database,
        }
    }

    async fn scheme(&self, name: &str) -> Slug {
        schemes::create(&self.app, &may(), scheme(name))
            .await
            .unwrap()
    }
}

async fn a_form_that_is_sent_twice_makes_one_scheme(engine: Engine) {
    let world = World::new(engine).await;
    assert_eq!(world.scheme("esc").await, slug("esc"));
    assert_eq!(world.scheme("esc").await, slug("esc"));
    let other = Scheme {
        name: "Un autre".to_owned(),
        ..scheme("esc")
    };
    let made = schemes::create(&world.app, &may(), other).await.unwrap();
    assert_eq!(made, slug("esc-2"));
    let reserved = world.scheme("nouveau").await;
    assert_eq!(reserved, slug("nouveau-2"), "an address of the desk");
    assert_eq!(world.app.directory().levels.world().schemes.len(), 3);
}

async fn a_scheme_is_not_written_over_what_somebody_else_wrote(engine: Engine) {
    let world = World::new(engine).await;
    let esc = world.scheme("esc").await;
    let read = scheme("esc");
    let app = &world.app;
    let asked = async |mine: Scheme| {
        let change = Change {
            fields: SchemeField::ALL.into(),
            before: read.clone(),
            mine,
        };
        schemes::revise(app, &may(), &esc, &change).await.unwrap()
    };
    let named = |name: &str| Scheme {
        name: name.to_owned(),
        level: "pays-fr".parse().unwrap(),
        ..read.clone()
    };
    let first = asked(named("Leur nom")).await;
    assert_eq!(first, Outcome::Saved(vec![SchemeField::Name]));
    let theirs = schemes::read(app, &may(), &esc).await.unwrap();
    assert_eq!(theirs.level, read.level, "moving it would move rights");
    // What only one of them changed passes; what both did is for them to decide.
    let partners: BTreeSet<Slug> = [slug("caf")].into();
    let other = Scheme {
        partners: partners.clone(),
        ..read.clone()
    };
    let passes = asked(other).await;
    assert_eq!(passes, Outcome::Saved(vec![SchemeField::Partners]));
    let mine = asked(named("Mon nom")).await;
    let known = schemes::read(app, &may(), &esc).await.unwrap();
    assert_eq!(
        (known.name.as_str(), &known.partners),
        ("Leur nom", &partners)
    );
    let theirs = Box::new(known);
    let fields = vec![SchemeField::Name];
    assert_eq!(mine, Outcome::Clash { fields, theirs });
    assert_eq!(asked(named("Leur nom")).await, Outcome::Same, "sent twice");
}

async fn two_who_put_a_post_right_lose_nothing(engine: Engine) {
    let world = World::new(engine).await;
    let app = &world.app;
    let read = post(None, 4);
    posts::create(app, &may(), &read).await.unwrap();
    let asked = async |mine: Post| {
        let change = Change {
            fields: PostField::ALL.into(),
            before: read.clone(),
            mine,
        };
        posts::put_right(app, &may(), &read, &change).await
    };
    let hosted = |host: &str| Post {
        host: slug(host),
        ..read.clone()
    };
    let first = asked(hosted("caf")).await.unwrap();
    assert_eq!(first, Outcome::Saved(vec![PostField::Host]));
    // A step in its life stands in nobody's way.
    let step = Step::Fill(day("2024-01-01"), None);
    posts::step(app, &may(), &read, step).await.unwrap();
    let employed = Post {
        employer: slug("ccas"),
        ..read.clone()
    };
    let second = asked(employed).await.unwrap();
    assert_eq!(second, Outcome::Saved(vec![PostField::Employer]));
    let clash = asked(hosted("epn")).await.unwrap();
    let Outcome::Clash { fields, theirs } = clash else {
        panic!("{clash:?}");
    };
    assert_eq!(fields, [PostField::Host]);
    let kept = (theirs.host.as_str(), theirs.employer.as_str());
    assert_eq!(kept, ("caf", "ccas"));
    assert_eq!(theirs.states.changes().count(), 2, "it is held since");
    let site = |place| Site {
        place,
        share: Some(60),
    };
    let too_much = Post {
        sites: world.places.iter().take(2).copied().map(site).collect(),
        ..read.clone()
    };
    assert!(matches!(asked(too_much).await, Err(Error::Conflict(_))));
}

async fn a_place_belongs_to_several_schemes_without_being_entered_twice(engine: Engine) {
    let world = World::new(engine).await;
    for name in ["esc", "epn"] {
        let slug = world.scheme(name).await;
        for _ in 0..2 {
            let wish = (world.places[0], true);
            schemes::set_place(&world.app, &may(), &slug, wish)
                .await
                .unwrap();
        }
        let directory = world.app.directory();
        let known = schemes::find(&directory, &slug).unwrap();
        let ids: Vec<PlaceId> = schemes::places(&directory, known)
            .iter()
            .map(|place| place.id)
            .collect();
        assert_eq!(ids, [world.places[0]], "{name}");
    }
    assert_eq!(shown(&world.app).len(), world.places.len());
    let wish = (world.places[0], false);
    schemes::set_place(&world.app, &may(), &slug("esc"), wish)
        .await
        .unwrap();
    let directory = world.app.directory();
    let left = |name| schemes::places(&directory, schemes::find(&directory, &slug(name)).unwrap());
    assert_eq!((left("esc").len(), left("epn").len()), (0, 1));
}

async fn a_post_that_is_extended_is_counted_once(engine: Engine) {
    let world = World::new(engine).await;
    let esc = world.scheme("esc").await;
    let one = post(Some(esc.clone()), 1);
    for _ in 0..2 {
        posts::create(&world.app, &may(), &one).await.unwrap();
    }
    let extend = Step::Extend(Extension {
        from: day("2024-01-01"),
        funding: FundingLine {
            funder: slug("etat"),
            kind: FundingKind::SecondAgreement,
            reference: None,
            amount: None,
            period: Period::years(2024, 2027).unwrap(),
        },
        fte: None,
    });
    let first = posts::step(&world.app, &may(), &one, extend.clone()).await;
    assert!(matches!(first.unwrap(), Settled::Saved(_)));
    let second = posts::step(&world.app, &may(), &one, extend).await;
    assert_eq!(second.unwrap(), Settled::Same);
    let directory = world.app.directory();
    let on = |text| schemes::posts(&directory, &esc, day(text)).count();
    assert_eq!((on("2023-12-31"), on("2024-01-01")), (1, 1));
    let kept = posts::of_scheme(&world.app, &may(), &esc).await.unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].funding.len(), 1);
    let refused = posts::step(&world.app, &may(), &one, Step::Vacate(day("2024-02-01"))).await;
    assert!(
        matches!(refused.unwrap(), Settled::Refused(_)),
        "nobody held it"
    );
}

async fn whoever_holds_a_post_is_read_with_a_right_and_is_not_in_the_journal(engine: Engine) {
    let world = World::new(engine).await;
    let esc = world.scheme("esc").await;
    let one = post(Some(esc), 1);
    posts::create(&world.app, &may(), &one).await.unwrap();
    let file = PostFile {
        post: one.id,
        holder: Some(Private::new(Holder {
            name: "Dominique Essai".parse().unwrap(),
            email: None,
            contract: None,
            since: day("2024-01-01"),
            until: None,
        })),
    };
    for _ in 0..2 {
        let rights = (&may(), &may());
        posts::set_holder(&world.app, rights, (&one, &file))
            .await
            .unwrap();
    }
    let right = may::<ReadHolder>();
    let read = posts::holder(&world.app, &right, &one).await.unwrap();
    assert_eq!(read, file);
    let object = "dispositif-esc";
    let lines = portulan_app::journal::of_object(&world.app, &may(), object, None).await;
    let lines = lines.unwrap().lines;
    assert!(lines.len() >= 3, "the scheme, the post, its file");
    let told = format!("{lines:?}");
    assert!(!told.contains("Dominique"), "{told}");
}

async fn a_baseline_is_pasted_whole_or_not_at_all_and_everybody_sees_what_is_offered(
    engine: Engine,
) {
    let world = World::new(engine).await;
    let app = &world.app;
    let esc = world.scheme("esc").await;
    schemes::set_place(app, &may(), &esc, (world.places[0], true))
        .await
        .unwrap();
    let seat = Seat::Scheme(esc);
    let with_services = |baseline| {
        let service = |name: &str| BaselineService {
            slug: slug(name),
            name: name.to_uppercase(),
            national: None,
        };
        let first = baselines::with_service(baseline, service("wifi"));
        Ok::<_, ()>(baselines::with_service(first, service("impression")))
    };
    baselines::change(app, &may(), &seat, with_services)
        .await
        .unwrap();
    let directory = app.directory();
    let name = &directory
        .snapshot
        .by_id(&world.places[0])
        .unwrap()
        .record
        .name;
    let by = slug("arcs");
    let paste = |text: String, on: &'static str| {
        let (directory, by) = (Arc::clone(&directory), by.clone());
        move |known| baselines::paste(&directory, known, &text, (Some(&by), day(on)))
    };
    let wrong = format!(";wifi;fax\n{name};oui;oui");
    let refused = baselines::change(app, &may(), &seat, paste(wrong, "2024-01-01")).await;
    assert!(matches!(refused.unwrap(), Settled::Refused(faults) if faults.len() == 1));
    let right = format!(";Wifi;impression\n{name};oui;non : pas de salle");
    for on in ["2024-01-01", "2025-01-01"] {
        let pasted = paste(right.clone(), on);
        baselines::change(app, &may(), &seat, pasted).await.unwrap();
    }
    let read = may();
    let known = baselines::read(app, &read, &seat).await.unwrap();
    let cell = |service: &str| {
        known
            .matrix
            .open(&read)
            .cell(world.places[0], &slug(service))
            .cloned()
    };
    let wifi = cell("wifi").unwrap();
    assert_eq!(wifi.since, day("2024-01-01"), "what was said keeps its day");
    let reason = "pas de salle".to_owned();
    assert_eq!(cell("impression").unwrap().said, Said::Refused { reason });
    let shown = baselines::offered(&app.directory(), &seat).unwrap();
    assert_eq!(shown.len(), 1);
    assert!(shown.is_offered(world.places[0], &slug("wifi")));
    let csv = baselines::csv(app, &read, &known, baselines::Layout::Matrix);
    assert!(csv.contains("oui;non : pas de salle"), "{csv}");
    let outside = Cell {
        place: world.places[0],
        service: slug("wifi"),
        said: Said::Wished,
        by: None,
        since: day("2024-01-01"),
    };
    let who = (slug("we-ker"), slug("wifi"));
    let more = |known| {
        let said = baselines::say(known, outside);
        let can = (Some(KnowHow::KnowsHow), day("2024-01-01"));
        Ok::<_, ()>(baselines::with_know_how(said, who, can))
    };
    baselines::change(app, &may(), &seat, more).await.unwrap();
    let without = |known| Ok::<_, ()>(baselines::without_service(known, &slug("wifi")));
    baselines::change(app, &may(), &seat, without)
        .await
        .unwrap();
    let known = baselines::read(app, &read, &seat).await.unwrap();
    assert_eq!(known.matrix.open(&read).cells().count(), 1);
    assert!(known.know_how.open(&read).is_empty());
    assert!(
        baselines::offered(&app.directory(), &seat)
            .unwrap()
            .is_empty()
    );
}

async fn a_right_over_one_scheme_opens_no_other(engine: Engine) {
    let world = World::new(engine).await;
    let (esc, epn) = (world.scheme("esc").await, world.scheme("epn").await);
    let one = post(Some(epn.clone()), 1);
    posts::create(&world.app, &may(), &one).await.unwrap();
    let coordinator = person(1, Role::Coordinator, "dispositif-esc");
    let directory = world.app.directory();
    let target = |slug| rights::scheme(&directory, schemes::find(&directory, slug).unwrap());
    assert!(allow::<ManageSchemes>(&coordinator, target(&epn)).is_err());
    let right = allow::<ManageSchemes>(&coordinator, target(&esc)).unwrap();
    let change = Change {
        fields: SchemeField::ALL.into(),
        before: scheme("epn"),
        mine: scheme("epn"),
    };
    let moved = schemes::revise(&world.app, &right, &epn, &change).await;
    assert!(matches!(moved, Err(Error::NotFound(_))));
    let read = posts::read::<ManagePosts>(&world.app, &coordinator, one.id).await;
    assert!(
        matches!(read, Err(Error::Forbidden(_))),
        "an id opens nothing"
    );
    let own = allow::<ManagePosts>(&coordinator, target(&esc)).unwrap();
    let step = Step::GiveBack(day("2024-01-01"));
    let refused = posts::step(&world.app, &own, &one, step).await;
    assert!(matches!(refused, Err(Error::NotFound(_))));
    assert_eq!(posts::list(&world.app, &coordinator).await.unwrap(), []);
    let everywhere = allow::<ManagePosts>(&Actor::Operator, &Node::Installation);
    assert_eq!(
        posts::of_scheme(&world.app, &everywhere.unwrap(), &epn)
            .await
            .unwrap()
            .len(),
        1
    );
}

async fn sectors_are_kept_under_their_seat_and_taken_away(engine: Engine) {
    let world = World::new(engine).await;
    let cluster: Cluster = serde_json::from_str(
        r#"{"slug":"nord","name":"Nord","levels":["commune-35238"],"area":"35238 35047"}"#,
    )
    .unwrap();
    let made = clusters::create(&world.app, &may(), cluster).await.unwrap();
    let seat = Seat::Cluster(made);
    let sector = Sector {
        slug: slug("ouest"),
        name: "Ouest".to_owned(),
        of: seat.clone(),
        area: "35047".parse().unwrap(),
        covered_by: vec![Cover {
            organisation: slug("essai"),
            post: None,
            period: Period::ALWAYS,
        }],
    };
    for _ in 0..2 {
        clusters::put_sector(&world.app, &may(), &sector)
            .await
            .unwrap();
    }
    let all = clusters::sectors(&world.app, &may(), &seat).await.unwrap();
    assert_eq!(all, [sector]);
    let covered = clusters::covered(&world.app.directory(), &seat).unwrap();
    assert_eq!(covered.communes().len(), 2);
    for _ in 0..2 {
        clusters::remove_sector(&world.app, &may(), (&seat, &slug("ouest")))
            .await
            .unwrap();
    }
    assert_eq!(
        clusters::sectors(&world.app, &may(), &seat).await.unwrap(),
        []
    );
}
