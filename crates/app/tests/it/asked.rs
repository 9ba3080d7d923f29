//! Partners are asked what they think of services, by mail and once; they alone answer, and each reads its own opinion.
//! Those who manage a post are told of its end once for each threshold.

use std::collections::BTreeSet;

use chrono::{NaiveDate, TimeDelta};
use portulan_app::{
    Error, baselines, mail, organisations, people as accounts, posts, rights, schemes,
};
use portulan_model::baseline::BaselineService;
use portulan_model::consultations::View;
use portulan_model::mail::KnownMail;
use portulan_model::people::Organisation;
use portulan_model::posts::{Fte, Post, PostKind, PostState};
use portulan_model::proposals::Prose;
use portulan_model::schemes::{Scheme, SchemeKind};
use portulan_model::{Area, Period, PostId, Seat, Slug, Timeline};
use portulan_policy::actions::GiveOpinion;
use portulan_policy::{Actor, Capability, Node, Role, allow};
use portulan_testkit::Engine;

use crate::people::{Site, on, rennes};
use crate::proposals::person;
use crate::{may, on_both_engines};

on_both_engines! {
    partners_are_asked_once_by_mail_and_they_alone_answer
    whoever_manages_a_post_is_told_once_for_each_threshold
}

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

async fn organisation(site: &Site, name: &str) {
    let town = "commune-35238".parse().unwrap();
    let organisation = Organisation::named(slug(name), name.to_uppercase(), town);
    organisations::create(&site.app, &may(), organisation)
        .await
        .unwrap();
}

/// Somebody with a role on a node.
async fn holder(site: &Site, name: &str, role: Role, node: Node) {
    let somebody = site.person(name).await;
    let target = rights::node(&site.app.directory(), &node).unwrap();
    let give = allow(&Actor::Operator, target).unwrap();
    accounts::give(&site.app, &give, somebody.id, role, None)
        .await
        .unwrap();
}

async fn scheme(site: &Site) -> Seat {
    let scheme = Scheme {
        slug: slug("esc"),
        name: "Espaces sociaux".to_owned(),
        kind: SchemeKind::Network,
        level: "commune-35238".parse().unwrap(),
        area: Area::default(),
        lead: None,
        partners: BTreeSet::from([slug("caf"), slug("ccas")]),
        period: Period::ALWAYS,
        founding: Vec::new(),
        part_of: None,
        programme: None,
        network: None,
        places: [].into(),
        summary: None,
    };
    let made = schemes::create(&site.app, &may(), scheme).await.unwrap();
    Seat::Scheme(made)
}

/// The mails of a template: to whom, and under which key.
async fn mails(site: &Site, template: &str) -> Vec<String> {
    let log = mail::log(&site.app, &may(), None, 0).await.unwrap();
    let of = |known: &&KnownMail| known.mail.template == template;
    let all = log.mails.iter().filter(of);
    all.map(|known| known.mail.to.clone()).collect()
}

fn speaks(site: &Site, name: &str) -> Capability<GiveOpinion> {
    let directory = site.app.directory();
    let known = directory.organisations.get(&slug(name)).unwrap();
    let actor = person(9, Role::OrganisationManager, &format!("structure-{name}"));
    allow(&actor, rights::organisation(&directory, known)).unwrap()
}

async fn partners_are_asked_once_by_mail_and_they_alone_answer(engine: Engine) {
    let site = Site::open(engine).await;
    let app = &site.app;
    for name in ["caf", "ccas", "ailleurs"] {
        organisation(&site, name).await;
        let node = Node::Organisation(slug(name));
        holder(
            &site,
            &format!("Camille-{name}"),
            Role::OrganisationManager,
            node,
        )
        .await;
    }
    holder(&site, "Alix", Role::Coordinator, rennes()).await;
    let seat = scheme(&site).await;
    let services = ["wifi", "impression"].map(|name| BaselineService {
        slug: slug(name),
        name: name.to_owned(),
        national: None,
    });
    let with = |baseline| {
        let all = services.into_iter();
        Ok::<_, ()>(all.fold(baseline, baselines::with_service))
    };
    baselines::change(app, &may(), &seat, with).await.unwrap();
    assert!(
        baselines::to_opine(app, &speaks(&site, "caf"))
            .await
            .unwrap()
            .is_empty()
    );
    let today = app.now().date_naive();
    let until = today + TimeDelta::days(20);
    let wifi = [slug("wifi")];
    for _ in 0..2 {
        baselines::consult(app, &may(), &seat, (&wifi, until))
            .await
            .unwrap();
    }
    let mut told = mails(&site, "opinion-asked").await;
    told.sort();
    assert_eq!(told, ["camille-caf@exemple.fr", "camille-ccas@exemple.fr"]);

    // Who is no partner finds nothing, and neither does whoever says something of what is not asked.
    let other = speaks(&site, "ailleurs");
    assert!(baselines::to_opine(app, &other).await.unwrap().is_empty());
    let read = baselines::asked(app, &other, &seat).await;
    assert!(matches!(read, Err(Error::NotFound(_))), "{read:?}");
    let favourable = |name: &str| vec![(slug(name), View::Favourable, None)];
    let said = baselines::hear(app, &other, &seat, favourable("wifi")).await;
    assert!(matches!(said, Err(Error::NotFound(_))), "{said:?}");
    let caf = speaks(&site, "caf");
    let unasked = baselines::hear(app, &caf, &seat, favourable("impression")).await;
    assert!(matches!(unasked, Err(Error::Conflict(_))), "{unasked:?}");

    let why = Prose::read("Trop cher.").unwrap();
    let opposed = vec![(slug("wifi"), View::Opposed, why)];
    for _ in 0..2 {
        baselines::hear(app, &caf, &seat, opposed.clone())
            .await
            .unwrap();
    }
    let own = baselines::asked(app, &caf, &seat).await.unwrap();
    assert_eq!(own.lines.len(), 1);
    assert_eq!(
        own.lines[0].own.as_ref().map(|one| one.view),
        Some(View::Opposed)
    );
    let ccas = baselines::asked(app, &speaks(&site, "ccas"), &seat)
        .await
        .unwrap();
    assert_eq!(ccas.lines[0].own, None, "nobody else's opinion");
    let reads = allow(&Actor::Operator, Node::from(&seat)).unwrap();
    let known = baselines::read(app, &reads, &seat).await.unwrap();
    let tally = known.opinions.open(&reads)[&slug("wifi")].tally();
    assert_eq!((tally.favourable, tally.opposed), (0, 1));

    // The last day is over.
    site.pass(TimeDelta::days(21));
    let late = baselines::hear(app, &caf, &seat, favourable("wifi")).await;
    assert!(matches!(late, Err(Error::NotFound(_))), "{late:?}");
    // A service that is taken away takes what was said of it with it.
    let without = |known| Ok::<_, ()>(baselines::without_service(known, &slug("wifi")));
    baselines::change(app, &may(), &seat, without)
        .await
        .unwrap();
    let known = baselines::read(app, &reads, &seat).await.unwrap();
    assert!(known.opinions.open(&reads).is_empty());
}

fn post(host: &str, until: NaiveDate) -> Post {
    let opened: NaiveDate = "2024-01-01".parse().unwrap();
    let until = Some(until);
    Post {
        id: PostId::from_parts(1, [1; 10]),
        kind: PostKind::Adviser,
        level: "commune-35238".parse().unwrap(),
        scheme: None,
        host: slug(host),
        employer: slug(host),
        sector: Area::default(),
        sites: Vec::new(),
        fte: Timeline::starting(opened, Fte::FULL),
        funding: Vec::new(),
        states: Timeline::starting(opened, PostState::Filled { until }),
        extended: [].into(),
        coordinated_by: None,
    }
}

async fn whoever_manages_a_post_is_told_once_for_each_threshold(engine: Engine) {
    let site = Site::open(engine).await;
    let app = &site.app;
    organisation(&site, "caf").await;
    holder(&site, "Alix", Role::Coordinator, rennes()).await;
    holder(&site, "Nour", Role::Mediator, rennes()).await;
    let above: Node = "departement-35".parse().unwrap();
    holder(&site, "Sasha", Role::Coordinator, above).await;
    let somebody = site.person("Noa").await;
    let operator = on(&Actor::Operator, Node::Installation);
    accounts::give(app, &operator, somebody.id, Role::Operator, None)
        .await
        .unwrap();
    let ends = app.now().date_naive() + TimeDelta::days(200);
    posts::create(app, &may(), &post("caf", ends))
        .await
        .unwrap();
    assert_eq!(posts::tell_ending(app).await.unwrap(), 0, "in 200 days");
    let mut all = 0;
    for (days, left) in [(30, 170), (10, 160), (75, 85), (60, 25), (24, 1)] {
        site.pass(TimeDelta::days(days));
        let written = posts::tell_ending(app).await.unwrap();
        assert_eq!(posts::tell_ending(app).await.unwrap(), 0, "told again");
        all += written;
        let told = mails(&site, "post-ends").await;
        assert_eq!(told.len(), all, "{left} days left");
        // The nearest co-ordination is told, not the one above, who runs the site, or who manages no post.
        assert!(told.iter().all(|to| to == "alix@exemple.fr"), "{told:?}");
    }
    assert_eq!(all, 3, "180, 90 and 30 days before");
    site.pass(TimeDelta::days(2));
    assert_eq!(posts::tell_ending(app).await.unwrap(), 0, "it is over");
}
