//! Bodies are founded, joined, led and left, on both engines: rights follow memberships, and an id opens nothing.

use std::sync::Arc;

use portulan_app::bodies::{self, BodyError, Founded, Step, Upload};
use portulan_app::editing::{Change, Outcome};
use portulan_app::{App, Error, organisations, rights};
use portulan_model::governance::{
    AlreadyThere, Body, BodyField, DocumentKind, FileError, FoundingDocument, Mandate, MemberError,
    MemberRole, Membership, Standing, Wish,
};
use portulan_model::people::Organisation;
use portulan_model::{MembershipId, Period, PersonId, Slug};
use portulan_policy::actions::{
    EditBody, EditOrganisation, ManageBodies, ManageMembers, ReadBody, RelieveMember,
};
use portulan_policy::{Actor, Grant, Holder, Node, Role, Target, allow};
use portulan_testkit::{Engine, TestDatabase};

use crate::{may, on_both_engines, open};

on_both_engines! {
    a_body_is_founded_once_with_its_letter_and_its_member_by_right
    a_role_in_an_organisation_opens_a_body_as_long_as_the_membership
    an_organisation_asks_once_leaves_and_comes_back
    peers_do_not_remove_who_sits_by_right_and_the_level_above_does
    the_id_of_a_membership_or_of_a_file_of_another_body_opens_nothing
    two_who_change_one_field_of_a_body_lose_nothing
    a_file_is_what_its_name_says_or_nothing_is_founded
}

const LETTER: &[u8] = b"%PDF-1.7 lettre";

struct World {
    app: Arc<App>,
    _database: TestDatabase,
}

impl World {
    async fn new(engine: Engine) -> Self {
        let database = TestDatabase::new(engine);
        let app = open(&database).await;
        for name in ["prefecture", "metropole", "commune"] {
            let territory = "departement-35".parse().unwrap();
            let organisation = Organisation::named(slug(name), name.to_owned(), territory);
            organisations::create(&app, &may(), organisation)
                .await
                .unwrap();
        }
        Self {
            app,
            _database: database,
        }
    }

    async fn found(&self, name: &str, file: (&str, &[u8])) -> Result<Slug, BodyError> {
        let upload = Upload {
            name: file.0.to_owned(),
            bytes: file.1.to_vec(),
        };
        let founded = Founded {
            name: name.to_owned(),
            seat: "departement-35".parse().unwrap(),
            area: "35001-35003".parse().unwrap(),
            period: Period::default(),
            run_by: None,
            summary: None,
            founding: Some((letter(), Some(upload))),
            referents: Vec::new(),
            by_right: vec![slug("prefecture")],
        };
        let directory = self.app.directory();
        let on = rights::seat(&directory, &founded.seat).unwrap();
        let may = allow::<ManageBodies>(&Actor::Operator, on).unwrap();
        bodies::create(&self.app, &may, founded).await
    }

    async fn founded(&self, name: &str) -> Slug {
        self.found(name, ("lettre.pdf", LETTER)).await.unwrap()
    }

    async fn apply(&self, body: &Slug, organisation: &str) -> Result<MembershipId, BodyError> {
        let who = (body, &slug(organisation));
        bodies::apply(&self.app, &may(), who, Wish::Carry).await
    }

    async fn step(&self, body: &Slug, id: MembershipId, step: Step) -> Result<(), BodyError> {
        let may = allow::<ManageMembers>(&Actor::Operator, Node::Body(body.clone())).unwrap();
        bodies::step(&self.app, &may, (body, id), step).await
    }

    async fn members(&self, body: &Slug) -> Vec<Membership> {
        let may = allow::<ReadBody>(&Actor::Operator, Node::Body(body.clone())).unwrap();
        bodies::members(&self.app, &may, body).await.unwrap()
    }

    /// The co-lead of a body: confirmed, and given the role today.
    async fn leads(&self, body: &Slug, organisation: &str) -> MembershipId {
        let id = self.apply(body, organisation).await.unwrap();
        self.step(body, id, Step::Confirm { decision: None })
            .await
            .unwrap();
        self.step(body, id, Step::Give(self.co_lead()))
            .await
            .unwrap();
        id
    }

    fn co_lead(&self) -> Mandate {
        Mandate {
            role: MemberRole::CoLead,
            period: Period::since(bodies::today(&self.app)),
            decision: None,
            document: None,
        }
    }

    fn body(&self, slug: &Slug) -> Body {
        bodies::known(&self.app.directory(), slug).unwrap().clone()
    }

    /// A body under those who lead it, and under its members.
    fn targets(&self, slug: &Slug) -> (Target, Target) {
        let (directory, body) = (self.app.directory(), self.body(slug));
        let day = bodies::today(&self.app);
        (
            rights::led_body(&directory, &body, day),
            rights::joined_body(&directory, &body, day),
        )
    }
}

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

/// Somebody with a role on a node.
fn holder(role: Role, node: Node) -> Actor {
    let grant = Grant::new(role, node, None).unwrap();
    let id = PersonId::from_parts(1_700_000_000_000, [7; 10]);
    let now = portulan_testkit::builders::saturday_morning();
    Actor::Person(Arc::new(Holder::at(id, vec![grant], now)))
}

fn letter() -> FoundingDocument {
    FoundingDocument {
        kind: DocumentKind::Letter,
        title: "Lettre du préfet".to_owned(),
        on: "2023-09-04".parse().unwrap(),
        reference: Some("2023-117".to_owned()),
        file: None,
        url: None,
    }
}

async fn a_body_is_founded_once_with_its_letter_and_its_member_by_right(engine: Engine) {
    let world = World::new(engine).await;
    let first = world.founded("Gouvernance d’Ille-et-Vilaine").await;
    assert_eq!(first.as_str(), "gouvernance-d-ille-et-vilaine");
    assert_eq!(world.founded("Gouvernance d’Ille-et-Vilaine").await, first);
    let body = world.body(&first);
    let file = body.founding[0].file.clone().unwrap();
    let read = allow::<ReadBody>(&Actor::Operator, Node::Body(first.clone())).unwrap();
    let (kept, bytes) = bodies::read_file(&world.app, &read, &first, file.id)
        .await
        .unwrap();
    assert_eq!((kept, bytes.as_slice()), (file, LETTER));
    let members = world.members(&first).await;
    assert_eq!(members.len(), 1);
    assert_eq!(members[0].standing(), Standing::Confirmed);
    assert_eq!(members[0].who().organisation, slug("prefecture"));
}

async fn a_role_in_an_organisation_opens_a_body_as_long_as_the_membership(engine: Engine) {
    let world = World::new(engine).await;
    let body = world.founded("Gouvernance").await;
    let speaks = holder(
        Role::OrganisationManager,
        Node::Organisation(slug("metropole")),
    );
    let opens = |world: &World| {
        let (led, joined) = world.targets(&body);
        let edits = allow::<EditBody>(&speaks, led).is_ok();
        (edits, allow::<ReadBody>(&speaks, joined).is_ok())
    };
    assert_eq!(opens(&world), (false, false));
    let id = world.apply(&body, "metropole").await.unwrap();
    assert_eq!(opens(&world), (false, false), "a candidate reads nothing");
    let confirm = || Step::Confirm { decision: None };
    world.step(&body, id, confirm()).await.unwrap();
    world.step(&body, id, confirm()).await.unwrap();
    assert_eq!(opens(&world), (false, true), "a member reads");
    world
        .step(&body, id, Step::Give(world.co_lead()))
        .await
        .unwrap();
    world
        .step(&body, id, Step::Give(world.co_lead()))
        .await
        .unwrap();
    assert_eq!(opens(&world), (true, true), "a co-lead leads");
    // The body opens nothing of the organisation, and its leads do not relieve.
    let (led, _) = world.targets(&body);
    assert!(allow::<RelieveMember>(&speaks, &led).is_err());
    let referent = holder(
        Role::Referent,
        Node::Territory("departement-35".parse().unwrap()),
    );
    assert!(allow::<RelieveMember>(&referent, &led).is_ok());
    let prefecture = Node::Organisation(slug("prefecture"));
    assert!(allow::<EditOrganisation>(&speaks, prefecture).is_err());
    bodies::leave(&world.app, &may(), (&body, id))
        .await
        .unwrap();
    assert_eq!(opens(&world), (false, false), "whoever left reads nothing");
}

async fn an_organisation_asks_once_leaves_and_comes_back(engine: Engine) {
    let world = World::new(engine).await;
    let body = world.founded("Gouvernance").await;
    let (one, other) = tokio::join!(world.apply(&body, "commune"), world.apply(&body, "commune"));
    assert_eq!(
        usize::from(one.is_ok()) + usize::from(other.is_ok()),
        1,
        "{one:?} {other:?}"
    );
    let id = one.or(other).unwrap();
    let decline = Step::Decline {
        reason: "hors territoire".to_owned(),
    };
    world.step(&body, id, decline).await.unwrap();
    let late = world
        .step(&body, id, Step::Confirm { decision: None })
        .await;
    assert!(matches!(late, Err(BodyError::Moved)), "{late:?}");
    let again = world.apply(&body, "commune").await.unwrap();
    assert_ne!(again, id);
    let twice = world.apply(&body, "commune").await;
    assert!(matches!(
        twice,
        Err(BodyError::There(AlreadyThere(Standing::Candidate)))
    ));
    let unknown = world.apply(&body, "personne").await;
    assert!(matches!(unknown, Err(BodyError::NoOrganisation(_))));
}

async fn peers_do_not_remove_who_sits_by_right_and_the_level_above_does(engine: Engine) {
    let world = World::new(engine).await;
    let body = world.founded("Gouvernance").await;
    let id = world.members(&body).await[0].who().id;
    let decision = || format!("{body}/2026-1").parse().unwrap();
    let exclude = || Step::Exclude {
        reason: "absente".to_owned(),
        decision: decision(),
    };
    let untold = world.step(&body, id, exclude()).await;
    assert!(
        matches!(untold, Err(BodyError::NoDecision(_))),
        "no such decision was taken: {untold:?}"
    );
    let observer = Mandate {
        role: MemberRole::Observer,
        ..world.co_lead()
    };
    world
        .step(&body, id, Step::Give(world.co_lead()))
        .await
        .unwrap();
    let both = world.step(&body, id, Step::Give(observer)).await;
    assert!(matches!(
        both,
        Err(BodyError::Member(MemberError::Observer))
    ));
    let above = allow::<RelieveMember>(&Actor::Operator, Node::Body(body.clone())).unwrap();
    let reason = "réorganisation".to_owned();
    bodies::relieve(&world.app, &above, (&body, id), reason)
        .await
        .unwrap();
    assert_eq!(world.members(&body).await[0].standing(), Standing::Left);
}

async fn the_id_of_a_membership_or_of_a_file_of_another_body_opens_nothing(engine: Engine) {
    let world = World::new(engine).await;
    let (here, there) = (world.founded("Ici").await, world.founded("Ailleurs").await);
    let id = world.leads(&there, "metropole").await;
    let missing = |answer: Result<(), BodyError>| {
        let other = matches!(answer, Err(BodyError::Other(Error::NotFound(_))));
        assert!(other, "{answer:?}");
    };
    let end = || Step::End {
        role: MemberRole::CoLead,
        last: bodies::today(&world.app),
    };
    missing(world.step(&here, id, end()).await);
    let lead = allow::<ManageMembers>(&Actor::Operator, Node::Body(here.clone())).unwrap();
    missing(bodies::step(&world.app, &lead, (&there, id), end()).await);
    let relieve = allow::<RelieveMember>(&Actor::Operator, Node::Body(here.clone())).unwrap();
    let reason = String::new;
    missing(bodies::relieve(&world.app, &relieve, (&here, id), reason()).await);
    missing(bodies::leave(&world.app, &may(), (&here, id)).await);
    let file = world.body(&there).founding[0].file.clone().unwrap();
    let read = allow::<ReadBody>(&Actor::Operator, Node::Body(here.clone())).unwrap();
    let bytes = bodies::read_file(&world.app, &read, &here, file.id).await;
    assert!(matches!(bytes, Err(Error::NotFound(_))));
    let brest = Node::Territory("departement-29".parse().unwrap());
    let elsewhere = allow::<ManageBodies>(&Actor::Operator, brest).unwrap();
    let today = bodies::today(&world.app);
    missing(bodies::end(&world.app, &elsewhere, &there, today).await);
}

async fn two_who_change_one_field_of_a_body_lose_nothing(engine: Engine) {
    let world = World::new(engine).await;
    let slug = world.founded("Gouvernance").await;
    let before = world.body(&slug);
    let edit = allow::<EditBody>(&Actor::Operator, Node::Body(slug.clone())).unwrap();
    let change = async |name: &str, area: &str| {
        let mine = Body {
            name: name.to_owned(),
            area: area.parse().unwrap(),
            ..before.clone()
        };
        let change = Change {
            fields: BodyField::ALL.into(),
            before: before.clone(),
            mine,
        };
        bodies::change(&world.app, &edit, &slug, &change)
            .await
            .unwrap()
    };
    let saved = change("Feuille commune", "35001-35003").await;
    assert_eq!(saved, Outcome::Saved(vec![BodyField::Name]));
    let other = change("Gouvernance", "35001-35004").await;
    assert_eq!(other, Outcome::Saved(vec![BodyField::Area]));
    let clash = change("Autre nom", "35001-35003").await;
    assert!(matches!(clash, Outcome::Clash { fields, .. } if fields == [BodyField::Name]));
    let kept = world.body(&slug);
    assert_eq!(kept.name, "Feuille commune");
    assert_eq!(kept.area.to_string(), "35001-35004");
}

async fn a_file_is_what_its_name_says_or_nothing_is_founded(engine: Engine) {
    let world = World::new(engine).await;
    for (file, bytes, reason) in [
        ("lettre.pdf", &b"<html>"[..], FileError::Disguised),
        ("lettre.html", &b"<html>"[..], FileError::Kind),
        ("lettre.pdf", &b""[..], FileError::Empty),
    ] {
        let refused = world.found("Gouvernance", (file, bytes)).await;
        assert!(
            matches!(&refused, Err(BodyError::File(why)) if *why == reason),
            "{file}: {refused:?}"
        );
    }
    assert!(world.app.directory().levels.world().bodies.is_empty());
    let named = world
        .found("Gouvernance", ("C:\\dossier\\lettre.pdf", LETTER))
        .await;
    let file = world.body(&named.unwrap()).founding[0].file.clone();
    assert_eq!(file.unwrap().name, "lettre.pdf");
}
