//! A town of the tests: its list, taken in twice, its places, and an organisation that runs the first of them.

use std::sync::Arc;
use std::time::Duration;

use portulan_app::harvest::{self, Given};
use portulan_app::people::{self, NewInvitation, NewPerson};
use portulan_app::pictures::{self, Caption};
use portulan_app::{App, campaigns, census, sources};
use portulan_model::campaigns::{Campaign, Choice, Doubt, Within};
use portulan_model::harvest::{Mapping, RunState, Schedule, Source, SourceKind};
use portulan_model::journal::{Author, Deed, Entry};
use portulan_model::people::Organisation;
use portulan_model::{CensusId, LotId, PersonId, PictureHash, PlaceId, PostId, RunId, Slug};
use portulan_policy::{Node, NodeKind, Role};
use portulan_store::Store;
use portulan_testkit::builders::entry;
use portulan_testkit::{PlaceBuilder, TestDatabase};

use super::plan::{Plan, plan};
use super::site::{CANARY, may};

/// What stands in a town.
pub(super) struct Town {
    pub(super) territory: Node,
    pub(super) organisation: Slug,
    pub(super) source: Slug,
    pub(super) run: RunId,
    pub(super) census: CensusId,
    pub(super) places: Vec<(PlaceId, Slug)>,
    pub(super) picture: PictureHash,
    pub(super) plan: Plan,
    /// A post of the scheme of the town, and one of no scheme.
    pub(super) posts: [PostId; 2],
    /// A lot of equipment of the organisation.
    pub(super) lot: LotId,
}

impl Town {
    pub(super) fn node(&self, kind: NodeKind) -> Node {
        match kind {
            NodeKind::Installation => Node::Installation,
            NodeKind::Territory => self.territory.clone(),
            NodeKind::Organisation => Node::Organisation(self.organisation.clone()),
            NodeKind::Source => Node::Source(self.source.clone()),
            NodeKind::Place => Node::Place(self.places[0].1.clone()),
            NodeKind::Cluster => Node::Cluster(self.organisation.clone()),
            NodeKind::Scheme => Node::Scheme(self.organisation.clone()),
            NodeKind::Body => Node::Body(self.organisation.clone()),
            NodeKind::Envelope => Node::Envelope(self.organisation.clone()),
        }
    }
}

pub(super) fn invitation(role: Role) -> NewInvitation {
    NewInvitation {
        email: "invitee@example.org".parse().unwrap(),
        name: None,
        role,
        until: None,
    }
}

pub(super) async fn account(app: &App) -> PersonId {
    let new = NewPerson {
        email: None,
        name: "Une personne".parse().unwrap(),
    };
    people::open_account(app, &may(), new).await.unwrap().id
}

pub(super) fn source(slug: &Slug, owner: &Node, mark: &str) -> Source {
    Source {
        slug: slug.clone(),
        name: format!("Liste {mark}"),
        // An address that is refused before it is asked.
        kind: SourceKind::Address("http://127.0.0.1:9/liste.csv".to_owned()),
        mapping: Mapping::None,
        schedule: Schedule::None,
        owner: owner.to_string().parse().unwrap(),
        licence: "Licence Ouverte 2.0".to_owned(),
        trust: Source::DEFAULT_TRUST.try_into().unwrap(),
        limit: 100.try_into().unwrap(),
    }
}

pub(super) async fn town(
    app: &Arc<App>,
    database: &TestDatabase,
    key: &str,
    name: &str,
    mark: &str,
) -> Town {
    let territory: Node = key.parse().unwrap();
    let slug: Slug = name.to_lowercase().parse().unwrap();
    let list = source(&slug, &territory, mark);
    sources::put(app, &may(), &list, "essai").await.unwrap();
    let row = |id: usize, place: &str| {
        format!("{id},{mark} {place},{name},,{id} rue de l'Essai,2026-01-01\n")
    };
    let rows = [row(1, "du port"), row(2, "des halles"), row(3, "parti")];
    harvested(app, &slug, &rows).await;
    let run = harvested(app, &slug, &rows[..2]).await;
    let directory = app.directory();
    let places = directory.snapshot.places().iter();
    let places = places.filter(|place| place.record.external.source == slug);
    let places: Vec<_> = places.map(|one| (one.id, one.slug.clone())).collect();
    assert_eq!(places.len(), 2);
    let organisation = organisation(app, database, &territory, mark, places[0].0).await;
    let posts = super::governed::governed(app, &territory, &organisation, mark).await;
    let census = census(app, &territory, mark).await;
    let plan = plan(app, database, (&territory, &organisation, mark)).await;
    super::governed::envelope(app, &organisation, mark).await;
    let store = Store::open(&database.url).await.unwrap();
    let rank = u8::from(mark == CANARY);
    let lot = super::governed::followed(&store, &organisation, rank).await;
    app.refresh().await.unwrap();
    Town {
        census,
        territory,
        organisation,
        source: slug,
        run,
        picture: picture(app, places[0].0).await,
        plan,
        posts,
        lot,
        places,
    }
}

/// A census of the town, which was asked.
async fn census(app: &App, territory: &Node, mark: &str) -> CensusId {
    let Node::Territory(key) = territory else {
        panic!("{territory} is no territory");
    };
    let typed = census::Typed {
        title: format!("Recensement {mark}"),
        target: "2027-01-31".to_owned(),
        communes: vec![key.code_text().to_owned()],
        bodies: vec!["mairie".to_owned()],
    };
    let wish = census::read(app, key, &typed).unwrap();
    let id = census::new_id(app);
    census::create(app, &may(), id, wish).await.unwrap().id
}

/// A picture of a place.
async fn picture(app: &App, place: PlaceId) -> PictureHash {
    let dots = crate::pages::tests::pictures::dots(8, 8);
    let prepared = pictures::prepare(dots).await.unwrap().unwrap();
    let caption = Caption {
        alt: None,
        credit: "Essai".to_owned(),
    };
    pictures::add(app, &may(), place, &prepared, &caption)
        .await
        .unwrap();
    app.directory().pictures(&place)[0].hash.clone()
}

/// Takes rows in, and waits for the end of the run.
async fn harvested(app: &Arc<App>, source: &Slug, rows: &[String]) -> RunId {
    let text = format!(
        "id,nom,commune,code_postal,adresse,date_maj\n{}",
        rows.concat()
    );
    let given = Given {
        name: "liste.csv".to_owned(),
        reader: Box::new(std::io::Cursor::new(text.into_bytes())),
        etag: None,
    };
    let run = harvest::start(app, may(), source, given).await.unwrap();
    for _ in 0..2_000 {
        let known = harvest::run(app, &may(), run).await.unwrap();
        if !matches!(known.state, RunState::Running(_)) {
            assert_eq!(known.state, RunState::Done);
            app.refresh().await.unwrap();
            return run;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the run does not end");
}

async fn organisation(
    app: &App,
    database: &TestDatabase,
    territory: &Node,
    mark: &str,
    place: PlaceId,
) -> Slug {
    let slug: Slug = format!("structure-{}", mark.to_lowercase())
        .parse()
        .unwrap();
    let above = territory.to_string().parse().unwrap();
    let organisation = Organisation::named(slug.clone(), format!("Structure {mark}"), above);
    let entry = Entry {
        at: app.now(),
        author: Author::Operator,
        behalf: None,
        object: format!("structure-{slug}"),
        deed: Deed::Created,
        reason: "essai".to_owned(),
        request: "essai".to_owned(),
        before: None,
        after: None,
        subject: None,
    };
    let store = portulan_store::Store::open(&database.url).await.unwrap();
    let added = store.add_organisation(&may(), &organisation, &entry).await;
    added.unwrap().unwrap();
    store
        .set_organisation_places(&may(), &slug, &[place], true, &entry)
        .await
        .unwrap();
    app.refresh().await.unwrap();
    slug
}

/// A campaign on a node of the town, of which nobody was asked; its id.
pub(super) async fn campaign(app: &App, store: &Store, node: Node) -> String {
    let within = match node {
        Node::Organisation(slug) => Within::Organisation(slug),
        node => Within::Territory(node.to_string().parse().unwrap()),
    };
    let choice = Choice {
        within,
        network: None,
        doubt: Doubt::Any,
        months: None,
    };
    let campaign = Campaign {
        id: campaigns::new_id(app),
        name: format!("Campagne {CANARY}"),
        choice,
        by: Author::Operator,
        created: app.now(),
        ends: app.now() + chrono::TimeDelta::days(45),
        closed: None,
        reminders: Vec::new(),
    };
    let line = entry(Deed::Created, &PlaceBuilder::new(1).build());
    let mut write = store.begin_campaign(&may()).await.unwrap();
    write.put_campaign(&campaign, &line).await.unwrap();
    write.commit().await.unwrap();
    campaign.id.to_string()
}
