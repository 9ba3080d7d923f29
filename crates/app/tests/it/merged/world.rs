//! Two organisations of one town, what names the one that will be no more, and who merges them.

use std::collections::BTreeSet;

use portulan_app::bodies::{self, Founded, Step};
use portulan_app::organisations::{self, MergeError, MergeWish, Merged};
use portulan_app::{App, baselines, clusters, copy, posts, rights, schemes};
use portulan_model::baseline::{BaselinePlace, BaselineService, Cell, KnowHow, Said};
use portulan_model::clusters::Cluster;
use portulan_model::governance::{Membership, Wish};
use portulan_model::harvest::Mapping;
use portulan_model::people::Organisation;
use portulan_model::posts::{Fte, Post, PostKind, PostState};
use portulan_model::schemes::{Scheme, SchemeKind};
use portulan_model::{Area, Period, PlaceId, Seat, Slug, Timeline, ValueSet};
use portulan_policy::actions::{ManageBodies, ManageMembers, ManageOrganisations, ReadBody};
use portulan_policy::{Actor, Capability, Node, allow};
use portulan_testkit::Engine;

use crate::harvests::{list, shown, source, take, ten};
use crate::may;
use crate::people::Site;

pub(super) const KEPT: &str = "le-relais";
pub(super) const LOST: &str = "relais-perdu";

pub(super) fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

pub(super) async fn organisation(app: &App, address: &str, name: &str) -> Slug {
    let town = "commune-35238".parse().unwrap();
    let one = Organisation::named(slug(address), name.to_owned(), town);
    organisations::create(app, &may(), one).await.unwrap()
}

pub(super) fn known(app: &App, address: &str) -> Organisation {
    let directory = app.directory();
    directory.organisations.get(&slug(address)).unwrap().clone()
}

/// Two organisations of one town, and a place of the one that will be no more.
pub(super) async fn two(engine: Engine) -> (Site, PlaceId) {
    let site = Site::open(engine).await;
    source(&site.app, Mapping::None).await;
    take(&site.app, &list(&ten())).await;
    organisation(&site.app, KEPT, "Le Relais").await;
    organisation(&site.app, LOST, "Relais (Le)").await;
    let place = shown(&site.app).remove(0);
    let wish = (&slug(LOST), &place, true);
    organisations::set_place(&site.app, &may(), &may(), wish)
        .await
        .unwrap();
    (site, place.id)
}

pub(super) fn wish(app: &App) -> MergeWish {
    MergeWish {
        kept: known(app, KEPT),
        lost: known(app, LOST),
        theirs: Vec::new(),
        keeps: BTreeSet::new(),
        reason: "créée deux fois".to_owned(),
    }
}

/// Merges as somebody who has the right over the town.
pub(super) async fn merged(
    app: &App,
    actor: &Actor,
    wish: &MergeWish,
) -> Result<Merged, MergeError> {
    let over = || -> Capability<ManageOrganisations> {
        let target = rights::territory(&app.directory(), &wish.kept.territory);
        allow(actor, target).unwrap()
    };
    organisations::merge(app, (&over(), &over()), wish).await
}

pub(super) async fn body(app: &App, seat: &str) -> Slug {
    founded(app, seat, "Gouvernance").await
}

pub(super) async fn founded(app: &App, seat: &str, name: &str) -> Slug {
    let founded = Founded {
        name: name.to_owned(),
        seat: seat.parse().unwrap(),
        area: "35238".parse().unwrap(),
        period: Period::default(),
        run_by: Some(slug(LOST)),
        summary: None,
        founding: None,
        referents: Vec::new(),
        by_right: Vec::new(),
    };
    let on = rights::seat(&app.directory(), &founded.seat).unwrap();
    let may: Capability<ManageBodies> = allow(&Actor::Operator, on).unwrap();
    bodies::create(app, &may, founded).await.unwrap()
}

pub(super) async fn applies(app: &App, body: &Slug, who: &str, confirmed: bool) {
    let who = slug(who);
    let id = bodies::apply(app, &may(), (body, &who), Wish::Carry).await;
    let id = id.unwrap();
    if confirmed {
        let on = Node::Body(body.clone());
        let may: Capability<ManageMembers> = allow(&Actor::Operator, on).unwrap();
        let step = Step::Confirm { decision: None };
        bodies::step(app, &may, (body, id), step).await.unwrap();
    }
}

pub(super) async fn members(app: &App, body: &Slug) -> Vec<Membership> {
    let may: Capability<ReadBody> = allow(&Actor::Operator, Node::Body(body.clone())).unwrap();
    bodies::members(app, &may, body).await.unwrap()
}

/// A scheme that an organisation leads.
pub(super) async fn scheme(app: &App, level: &str, lead: &str) -> Slug {
    let scheme = Scheme {
        slug: slug("esc"),
        name: "Espaces sociaux".to_owned(),
        kind: SchemeKind::Network,
        level: level.parse().unwrap(),
        area: Area::default(),
        lead: Some(slug(lead)),
        partners: BTreeSet::from([slug(LOST), slug(KEPT)]),
        period: Period::ALWAYS,
        founding: Vec::new(),
        part_of: None,
        programme: None,
        network: None,
        places: [].into(),
        summary: None,
    };
    schemes::create(app, &may(), scheme).await.unwrap()
}

/// A scheme with its baseline, a cluster, a post and a part of it that all name the one that will be no more.
pub(super) async fn names(app: &App, place: PlaceId) -> Seat {
    let slug_of = scheme(app, "commune-35238", LOST).await;
    schemes::set_place(app, &may(), &slug_of, (place, true))
        .await
        .unwrap();
    let seat = Seat::Scheme(slug_of);
    let text = format!(
        r#"{{"slug":"grappe","name":"Grappe","levels":["commune-35238"],"organisations":["{LOST}"]}}"#
    );
    let cluster: Cluster = serde_json::from_str(&text).unwrap();
    clusters::create(app, &may(), cluster).await.unwrap();
    let since = "2024-01-01".parse().unwrap();
    let fill = |baseline| {
        let service = BaselineService {
            slug: slug("wifi"),
            name: "Wifi".to_owned(),
            national: None,
        };
        let baseline = baselines::with_service(baseline, service);
        let cell = Cell {
            place,
            service: slug("wifi"),
            said: Said::Offered,
            by: Some(slug(LOST)),
            since,
        };
        let facts = BaselinePlace {
            place,
            walls: Some(slug(LOST)),
            followed_by: Some(slug(LOST)),
            welcome: ValueSet::EMPTY,
        };
        let baseline = baselines::with_place_facts(baselines::say(baseline, cell), facts);
        let can = (Some(KnowHow::KnowsHow), since);
        Ok::<_, ()>(baselines::with_know_how(
            baseline,
            (slug(LOST), slug("wifi")),
            can,
        ))
    };
    baselines::change(app, &may(), &seat, fill).await.unwrap();
    let opened = "2024-01-01".parse().unwrap();
    let post = Post {
        id: posts::new_id(app),
        kind: PostKind::Adviser,
        level: "commune-35238".parse().unwrap(),
        scheme: None,
        host: slug(LOST),
        employer: slug(LOST),
        sector: Area::default(),
        sites: Vec::new(),
        fte: Timeline::starting(opened, Fte::FULL),
        funding: Vec::new(),
        states: Timeline::starting(opened, PostState::Vacant),
        extended: [].into(),
        coordinated_by: None,
    };
    posts::create(app, &may(), &post).await.unwrap();
    let part = Organisation {
        parent: Some(slug(LOST)),
        ..Organisation::named(
            slug("antenne"),
            "Antenne".to_owned(),
            "commune-35238".parse().unwrap(),
        )
    };
    organisations::create(app, &may(), part).await.unwrap();
    seat
}

/// The rows of a copy that hold an address, but for the journal and the record that it leads to.
pub(super) async fn naming(app: &App, address: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("copie");
    copy::backup(app, &may(), &file).await.unwrap();
    let text = std::fs::read_to_string(&file).unwrap();
    let told = |line: &&str| line.contains(address) && !line.starts_with("{\"journal\"");
    text.lines().filter(told).map(str::to_owned).collect()
}
