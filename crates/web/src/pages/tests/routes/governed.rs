//! What stands in a town of the tests beside its places: a scheme, a cluster, a sector, a baseline, two posts.

use portulan_app::means::envelopes::{self, Wish};
use portulan_app::{App, baselines, clusters, posts, schemes};
use portulan_model::baseline::BaselineService;
use portulan_model::clusters::{Cluster, Sector};
use portulan_model::journal::Deed;
use portulan_model::means::agreements::Agreement;
use portulan_model::means::envelopes::{Ceilings, EnvelopeKind, Funder, Rate};
use portulan_model::means::equipment::Lot;
use portulan_model::posts::{Fte, Post, PostKind, PostState};
use portulan_model::schemes::{Scheme, SchemeKind};
use portulan_model::{Area, Cents, LotId, Period, PostId, Seat, Slug, TerritoryKey, Timeline};
use portulan_policy::actions::{ManageEnvelopes, Restore};
use portulan_policy::{Actor, Node, NodeKind, Role, allow};
use portulan_store::Store;
use portulan_testkit::PlaceBuilder;
use portulan_testkit::builders::entry;
use serde_json::json;

use super::site::may;

/// Addresses that end with the slug of the organisation of a town: its scheme, its cluster and its envelope bear the same.
pub(super) const OF_ORGANISATION: [&str; 9] = [
    "/gouvernances/",
    "/structures/",
    "/espace/structures/",
    "/espace/gouvernances/",
    "/espace/dispositifs/",
    "/espace/enveloppes/",
    "/espace/grappes/",
    "/dispositifs/",
    "/grappes/",
];

/// A role that each of those who give some on a node of a kind may give.
pub(super) const fn givable(object: NodeKind) -> Role {
    match object {
        NodeKind::Installation => Role::Operator,
        NodeKind::Cluster | NodeKind::Scheme => Role::Mediator,
        NodeKind::Body => Role::Coordinator,
        _ => Role::Contributor,
    }
}

/// Whether a form holds a file.
pub(super) fn takes_a_file(path: &str) -> bool {
    let files = [
        "/proposer",
        "/moissonner",
        "/images",
        "/fondation",
        "{reunion}/documents",
        "{appel}/preuves",
        "/fichiers/{champ}",
    ];
    path == crate::pages::addresses::NEW_BODY || files.iter().any(|end| path.ends_with(end))
}

/// Makes them, under the slug of the organisation; the posts of the scheme and of none.
pub(super) async fn governed(
    app: &App,
    territory: &Node,
    organisation: &Slug,
    mark: &str,
) -> [PostId; 2] {
    let level: TerritoryKey = territory.to_string().parse().unwrap();
    scheme(app, &level, organisation, mark).await;
    cluster(app, &level, organisation, mark).await;
    let mut ids = Vec::new();
    for scheme in [Some(organisation.clone()), None] {
        let opened = "2026-01-01".parse().unwrap();
        let post = Post {
            id: posts::new_id(app),
            kind: PostKind::Adviser,
            level: level.clone(),
            scheme,
            host: organisation.clone(),
            employer: organisation.clone(),
            sector: Area::default(),
            sites: Vec::new(),
            fte: Timeline::starting(opened, Fte::FULL),
            funding: Vec::new(),
            states: Timeline::starting(opened, PostState::Vacant),
            extended: [].into(),
            coordinated_by: None,
        };
        posts::create(app, &may(), &post).await.unwrap();
        ids.push(post.id);
    }
    [ids[0], ids[1]]
}

async fn scheme(app: &App, level: &TerritoryKey, slug: &Slug, mark: &str) {
    let scheme = Scheme {
        slug: slug.clone(),
        name: format!("Dispositif {mark}"),
        kind: SchemeKind::Network,
        level: level.clone(),
        area: Area::default(),
        lead: None,
        partners: [slug.clone()].into(),
        period: Period::ALWAYS,
        founding: Vec::new(),
        part_of: None,
        programme: None,
        network: None,
        places: [].into(),
        summary: None,
    };
    let made = schemes::create(app, &may(), scheme).await.unwrap();
    assert_eq!(made, *slug);
    let service = BaselineService {
        slug: "wifi".parse().unwrap(),
        name: format!("Wifi {mark}"),
        national: None,
    };
    let with = |baseline| Ok::<_, ()>(baselines::with_service(baseline, service));
    let seat = Seat::Scheme(made);
    baselines::change(app, &may(), &seat, with).await.unwrap();
    let asked = (
        &["wifi".parse().unwrap()][..],
        "2026-12-20".parse().unwrap(),
    );
    baselines::consult(app, &may(), &seat, asked).await.unwrap();
}

async fn cluster(app: &App, level: &TerritoryKey, slug: &Slug, mark: &str) {
    let cluster = Cluster {
        slug: slug.clone(),
        name: format!("Grappe {mark}"),
        levels: vec![level.clone()],
        area: Area::default(),
        places: [].into(),
        organisations: [].into(),
        period: Period::ALWAYS,
        summary: None,
    };
    let made = clusters::create(app, &may(), cluster).await.unwrap();
    assert_eq!(made, *slug);
    let sector = Sector {
        slug: "secteur".parse().unwrap(),
        name: format!("Secteur {mark}"),
        of: Seat::Territory(level.clone()),
        area: level.code_text().parse().unwrap(),
        covered_by: Vec::new(),
    };
    clusters::put_sector(app, &may(), &sector).await.unwrap();
}

/// An envelope of the body of the organisation, whose money the organisation brings; it bears the same slug.
pub(super) async fn envelope(app: &App, organisation: &Slug, mark: &str) {
    let body = Node::Body(organisation.clone());
    let may = allow::<ManageEnvelopes>(&Actor::Operator, body).unwrap();
    let wish = Wish {
        label: format!("Structure {mark}"),
        kind: EnvelopeKind::Investment,
        funder: Funder::Organisation(organisation.clone()),
        period: Period::ALWAYS,
        amount: Cents::euros(1_000),
        ceilings: Ceilings::default(),
        rate: Rate::default(),
        source: None,
    };
    let made = envelopes::create(app, &may, &wish).await.unwrap();
    assert_eq!(made, *organisation);
}

/// An agreement that was signed on that envelope, for the same organisation, under the same slug; and a lot that it paid.
pub(super) async fn followed(store: &Store, organisation: &Slug, rank: u8) -> LotId {
    let agreement: Agreement = serde_json::from_value(json!({
        "slug": organisation, "envelope": organisation, "request": "demande-1", "beneficiary": organisation,
        "terms": { "purpose": "Essai.", "instalments": [{ "due": "2026-12-31", "amount": 10_000 }] },
        "state": { "state": "signed", "sent": "2026-03-10",
            "signed": { "on": "2026-03-20", "by": ["présidence"] } },
    }))
    .unwrap();
    let id = LotId::from_parts(1, [rank; 10]);
    let lot: Lot = serde_json::from_value(json!({
        "id": id, "owner": organisation, "kit": "computers", "count": 12, "bought": "2026-04-15",
        "price": 10_000, "renewal": 2031, "state": { "state": "in-use" },
        "paid_by": { "agreement": organisation, "share": 4_000 },
    }))
    .unwrap();
    let line = entry(Deed::Created, &PlaceBuilder::new(1).build());
    let mut write = store.begin_governance(&may::<Restore>()).await.unwrap();
    assert!(write.add_kept(&agreement, &line).await.unwrap());
    assert!(write.add_kept(&lot, &line).await.unwrap());
    write.commit().await.unwrap();
    id
}
