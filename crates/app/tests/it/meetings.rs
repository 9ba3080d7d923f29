//! Committees and meetings, on both engines: planned, convened, held or cancelled; who comes late is told, and members are
//! written to once each.

pub(crate) mod world;

use portulan_app::bodies::Upload;
use portulan_app::mail::MeetingNews;
use portulan_app::meetings::committees;
use portulan_app::meetings::{self, Call, MeetingError, Plan};
use portulan_app::people::{self, NewPerson};
use portulan_app::{Error, rights};
use portulan_model::governance::{
    AgendaItem, AttendanceError, Convocation, Meeting, NotNow, Presence,
};
use portulan_model::{CommitteeId, FileId};
use portulan_policy::actions::{GrantRoles, HoldMeetings, ReadBody};
use portulan_policy::{Actor, Node, Role, allow};
use portulan_testkit::Engine;

use crate::{may, on_both_engines};
use world::{World, at, call, day, described, email, found, pdf, planned, point, slug};

on_both_engines! {
    a_committee_is_made_once_changed_and_ended
    a_meeting_goes_from_its_plan_to_its_attendance
    whoever_comes_late_with_something_else_is_told
    presences_are_checked_against_the_members_of_the_day
    members_are_written_to_once_and_told_of_changes
    documents_follow_their_point_and_are_read_by_the_body
    the_id_of_a_meeting_of_another_body_opens_nothing
}

async fn a_committee_is_made_once_changed_and_ended(engine: Engine) {
    let world = World::new(engine).await;
    let (app, lead, body) = (&world.app, world.lead(), &world.body);
    let create = async |name: &str| {
        committees::create(app, &lead, body, described(name))
            .await
            .unwrap()
    };
    let id = create("COPIL").await;
    assert_eq!(create("COPIL").await, id, "sent twice");
    let change = async |from: &str, to: &str| {
        let both = (&described(from), described(to));
        committees::change(app, &lead, (body, id), both).await
    };
    change("COPIL", "Comité de pilotage").await.unwrap();
    change("COPIL", "Comité de pilotage").await.unwrap();
    let late = change("COPIL", "Autre").await;
    assert!(matches!(late, Err(MeetingError::Moved)), "{late:?}");
    let early = committees::end(app, &lead, (body, id), day("2023-01-01")).await;
    assert!(matches!(early, Err(MeetingError::Backwards)), "{early:?}");
    for _twice in 0..2 {
        committees::end(app, &lead, (body, id), day("2026-06-30"))
            .await
            .unwrap();
    }
    let all = committees::of(app, &world.read(), body).await.unwrap();
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].name, "Comité de pilotage");
    assert_eq!(all[0].period.to(), Some(day("2026-06-30")));
    let over = Plan {
        committee: Some(id),
        ..planned("Après la fin", "2026-12-01")
    };
    let refused = meetings::plan(app, &lead, body, over).await;
    assert!(matches!(refused, Err(MeetingError::NoCommittee(one)) if one == id));
}

async fn a_meeting_goes_from_its_plan_to_its_attendance(engine: Engine) {
    let world = World::new(engine).await;
    let (app, lead) = (&world.app, world.lead());
    let id = world.plan("Comité stratégique", "2026-11-20").await;
    assert_eq!(world.plan("Comité stratégique", "2026-11-20").await, id);
    let here = (&world.body, id);
    let points = || vec![point(None, "Feuille de route"), point(None, "Budget")];
    for _twice in 0..2 {
        meetings::agenda(app, &lead, here, (&[], points()))
            .await
            .unwrap();
    }
    let moved = Plan {
        title: "Comité de novembre".to_owned(),
        ..planned("", "2026-11-19")
    };
    let seen = planned("Comité stratégique", "2026-11-20");
    meetings::change(app, &lead, here, (&seen, moved))
        .await
        .unwrap();
    let early = world.hold(id, &[]).await;
    assert!(matches!(early, Err(MeetingError::NotNow(NotNow("prevue")))));
    for _twice in 0..2 {
        world.convene(id, call("2026-11-19", 0)).await.unwrap();
    }
    let lines = [
        ("prefecture", Presence::Present),
        (
            "metropole",
            Presence::Represented {
                by: slug("prefecture"),
            },
        ),
        ("commune", Presence::Absent),
    ];
    for _twice in 0..2 {
        world.hold(id, &lines).await.unwrap();
    }
    let held = world.found(id).await;
    assert_eq!((held.state.word(), held.told), ("tenue", 1));
    assert_eq!(held.title, "Comité de novembre");
    assert_eq!(held.agenda.len(), 2);
    assert_eq!(held.attendance().unwrap().voices(), 2);
    let after = meetings::cancel(app, &lead, here, "trop tard".to_owned()).await;
    assert!(matches!(after, Err(MeetingError::NotNow(NotNow("tenue")))));
    // Everybody knows of a public meeting, and not who was there.
    let directory = app.directory();
    let public = directory.levels.meetings(&world.body).next().unwrap();
    assert_eq!(public.attendance().unwrap().voices(), 0);
    let all = meetings::of_body(app, &world.read(), &world.body).await;
    assert_eq!(all.unwrap().len(), 1);
    assert!(
        world.mails().await.is_empty(),
        "it was over when it was told"
    );
}

async fn whoever_comes_late_with_something_else_is_told(engine: Engine) {
    let world = World::new(engine).await;
    let (app, lead) = (&world.app, world.lead());
    let id = world.plan("Comité", "2026-11-20").await;
    let here = (&world.body, id);
    let agenda = async |seen: &[AgendaItem], title: &str| {
        let points = vec![point(None, title)];
        meetings::agenda(app, &lead, here, (seen, points)).await
    };
    agenda(&[], "Budget").await.unwrap();
    let late = agenda(&[], "Recrutement").await;
    assert!(matches!(late, Err(MeetingError::Moved)), "{late:?}");
    assert_eq!(world.found(id).await.agenda[0].title, "Budget");
    let (one, other) = tokio::join!(
        world.convene(id, call("2026-12-01", 0)),
        world.convene(id, call("2026-12-02", 0)),
    );
    let lost = one.and(other);
    assert!(matches!(lost, Err(MeetingError::Moved)), "{lost:?}");
    let backwards = Call {
        convocation: Convocation {
            ends: at("2026-12-01T08:00:00Z"),
            ..call("2026-12-01", 1).convocation
        },
        seen: 1,
    };
    let refused = world.convene(id, backwards).await;
    assert!(matches!(refused, Err(MeetingError::Backwards)));
    let early = world.hold(id, &[]).await;
    assert!(matches!(early, Err(MeetingError::TooEarly)), "{early:?}");
    let other = Plan {
        title: "Autre".to_owned(),
        ..planned("", "2026-11-20")
    };
    let seen = planned("Comité", "2026-11-20");
    let moved = meetings::change(app, &lead, here, (&seen, other)).await;
    assert!(
        matches!(moved, Err(MeetingError::Moved)),
        "it is convened for another day: {moved:?}"
    );
}

async fn presences_are_checked_against_the_members_of_the_day(engine: Engine) {
    let world = World::new(engine).await;
    let id = world.plan("Comité", "2026-11-20").await;
    world.convene(id, call("2026-11-20", 0)).await.unwrap();
    let by = |who: &str| Presence::Represented { by: slug(who) };
    for (lines, error) in [
        (
            vec![("inconnue", Presence::Present)],
            AttendanceError::NotAMember(slug("inconnue")),
        ),
        (
            vec![
                ("prefecture", Presence::Excused),
                ("commune", by("prefecture")),
            ],
            AttendanceError::BearerAbsent(slug("prefecture")),
        ),
        (
            vec![
                ("prefecture", Presence::Present),
                ("commune", by("prefecture")),
                ("metropole", by("prefecture")),
            ],
            AttendanceError::TwoProxies(slug("prefecture")),
        ),
    ] {
        let refused = world.hold(id, &lines).await;
        assert!(
            matches!(&refused, Err(MeetingError::Attendance(why)) if *why == error),
            "{refused:?}"
        );
    }
    assert_eq!(world.found(id).await.state.word(), "convoquee");
    world
        .hold(id, &[("prefecture", Presence::Absent)])
        .await
        .unwrap();
    world
        .hold(id, &[("prefecture", Presence::Present)])
        .await
        .unwrap();
    let lines = vec![(slug("prefecture"), Presence::Excused)];
    let lead = world.lead();
    let stale = meetings::hold(&world.app, &lead, (&world.body, id), (None, lines)).await;
    assert!(matches!(stale, Err(MeetingError::Moved)));
    let before = world.plan("Avant la gouvernance", "2023-05-01").await;
    world.convene(before, call("2023-05-01", 0)).await.unwrap();
    let early = world.hold(before, &[("commune", Presence::Present)]).await;
    assert!(matches!(
        early,
        Err(MeetingError::Attendance(AttendanceError::NotAMember(_)))
    ));
}

async fn members_are_written_to_once_and_told_of_changes(engine: Engine) {
    let world = World::new(engine).await;
    let (app, lead) = (&world.app, world.lead());
    // One person answers for two members, and is written to once.
    let new = NewPerson {
        email: Some(email("direction@exemple.fr")),
        name: "Direction".parse().unwrap(),
    };
    let person = people::open_account(app, &may(), new).await.unwrap();
    let on = Node::Organisation(slug("prefecture"));
    let target = rights::node(&app.directory(), &on).unwrap();
    let give = allow::<GrantRoles>(&Actor::Operator, target).unwrap();
    people::give(app, &give, person.id, Role::OrganisationManager, None)
        .await
        .unwrap();
    let id = world.plan("Comité", "2026-12-10").await;
    let here = (&world.body, id);
    let points = vec![point(None, "Budget")];
    meetings::agenda(app, &lead, here, (&[], points))
        .await
        .unwrap();
    let reach = meetings::reach(app, (&lead, &world.read()), here)
        .await
        .unwrap();
    let mut reached: Vec<(&str, bool)> = reach
        .iter()
        .map(|one| (one.organisation.as_str(), one.by_mail))
        .collect();
    reached.sort_unstable();
    assert_eq!(
        reached,
        [
            ("commune", false),
            ("metropole", true),
            ("prefecture", true)
        ]
    );
    world.convene(id, call("2026-12-10", 0)).await.unwrap();
    world.convene(id, call("2026-12-11", 1)).await.unwrap();
    for _twice in 0..2 {
        meetings::cancel(app, &lead, here, "neige".to_owned())
            .await
            .unwrap();
    }
    let mails = world.mails().await;
    let told: Vec<(&str, MeetingNews, u32)> = mails
        .iter()
        .map(|(to, about)| (to.as_str(), about.what, about.sequence))
        .collect();
    let (direction, contact) = ("direction@exemple.fr", "accueil@metropole.exemple.fr");
    assert_eq!(
        told,
        [
            (contact, MeetingNews::Convened, 1),
            (direction, MeetingNews::Convened, 1),
            (contact, MeetingNews::Moved, 2),
            (direction, MeetingNews::Moved, 2),
            (contact, MeetingNews::Cancelled, 3),
            (direction, MeetingNews::Cancelled, 3),
        ]
    );
    let (first, last) = (&mails[0].1, &mails[5].1);
    assert_eq!((first.meeting, last.meeting), (id, id));
    assert_eq!(first.agenda, ["Budget"]);
    assert_eq!(first.place.as_deref(), Some("Salle 3"));
    assert_eq!(last.begins, at("2026-12-11T08:30:00Z"));
    assert_eq!(last.reason.as_deref(), Some("neige"));
}

async fn documents_follow_their_point_and_are_read_by_the_body(engine: Engine) {
    let world = World::new(engine).await;
    let (app, lead, read) = (&world.app, world.lead(), world.read());
    let id = world.plan("Comité", "2026-12-10").await;
    let here = (&world.body, id);
    let points = vec![point(None, "Budget"), point(None, "Bilan")];
    meetings::agenda(app, &lead, here, (&[], points))
        .await
        .unwrap();
    let attach = async |rank: usize, title: &str, file: Upload| {
        meetings::attach(app, &lead, here, ((rank, title), file)).await
    };
    let wrong = attach(0, "Bilan", pdf("note.pdf")).await;
    assert!(matches!(wrong, Err(MeetingError::Moved)), "{wrong:?}");
    let disguised = attach(0, "Budget", pdf("note.odt")).await;
    assert!(matches!(disguised, Err(MeetingError::File(_))));
    for _twice in 0..2 {
        attach(0, "Budget", pdf("note.pdf")).await.unwrap();
    }
    attach(1, "Bilan", pdf("bilan.pdf")).await.unwrap();
    let seen = world.found(id).await.agenda;
    let (note, bilan) = (seen[0].documents[0].id, seen[1].documents[0].id);
    let moved = vec![point(Some(1), "Bilan de l’année"), point(None, "Divers")];
    meetings::agenda(app, &lead, here, (&seen, moved))
        .await
        .unwrap();
    let file = async |id: FileId| meetings::read_file(app, &read, here, id).await;
    assert!(matches!(file(note).await, Err(Error::NotFound(_))));
    let (attachment, bytes) = file(bilan).await.unwrap();
    assert_eq!(
        (attachment.name.as_str(), bytes.as_slice()),
        ("bilan.pdf", &b"%PDF-1.7 ordre"[..])
    );
    for _twice in 0..2 {
        meetings::detach(app, &lead, here, bilan).await.unwrap();
    }
    assert!(matches!(file(bilan).await, Err(Error::NotFound(_))));
    let agenda = world.found(id).await.agenda;
    assert!(agenda.iter().all(|point| point.documents.is_empty()));
}

async fn the_id_of_a_meeting_of_another_body_opens_nothing(engine: Engine) {
    let world = World::new(engine).await;
    let app = &world.app;
    let here = found(app, "Ici").await;
    let node = || Node::Body(here.clone());
    let lead = allow::<HoldMeetings>(&Actor::Operator, node()).unwrap();
    let read = allow::<ReadBody>(&Actor::Operator, node()).unwrap();
    let id = world.plan("Comité", "2026-12-10").await;
    let theirs = world.lead();
    let committee = committees::create(app, &theirs, &world.body, described("COPIL"))
        .await
        .unwrap();
    let points = || vec![point(None, "Budget")];
    meetings::agenda(app, &theirs, (&world.body, id), (&[], points()))
        .await
        .unwrap();
    let file = ((0, "Budget"), pdf("note.pdf"));
    meetings::attach(app, &theirs, (&world.body, id), file)
        .await
        .unwrap();
    let file = world.found(id).await.agenda[0].documents[0].id;
    let missing = |answer: Result<(), MeetingError>| {
        let other = matches!(answer, Err(MeetingError::Other(Error::NotFound(_))));
        assert!(other, "{answer:?}");
    };
    // By its id under one's own body, and under its own body with another's right.
    for body in [&here, &world.body] {
        let at = (body, id);
        let none = |answer: Result<Meeting, Error>| assert!(answer.is_err(), "{answer:?}");
        none(meetings::find(app, &read, at).await);
        assert!(meetings::read_file(app, &read, at, file).await.is_err());
        missing(meetings::agenda(app, &lead, at, (&[], points())).await);
        missing(meetings::attach(app, &lead, at, ((0, "Budget"), pdf("a.pdf"))).await);
        missing(meetings::detach(app, &lead, at, file).await);
        missing(meetings::convene(app, &lead, at, call("2026-12-10", 0)).await);
        missing(meetings::cancel(app, &lead, at, String::new()).await);
        missing(meetings::hold(app, &lead, at, (None, Vec::new())).await);
        let seen = planned("Comité", "2026-12-10");
        missing(meetings::change(app, &lead, at, (&seen, planned("x", "2026-12-10"))).await);
        let of = (body, committee);
        let both = (&described("COPIL"), described("Autre"));
        missing(committees::change(app, &lead, of, both).await);
        missing(committees::end(app, &lead, of, day("2026-12-31")).await);
    }
    let foreign = Plan {
        committee: Some(committee),
        ..planned("Comité d’ailleurs", "2026-12-10")
    };
    let refused = meetings::plan(app, &lead, &here, foreign).await;
    assert!(matches!(refused, Err(MeetingError::NoCommittee(_))));
    let other = meetings::plan(app, &lead, &world.body, planned("x", "2026-12-10")).await;
    assert!(matches!(other, Err(MeetingError::Other(_))));
    let unknown = CommitteeId::from_parts(1, [9; 10]);
    missing(committees::end(app, &lead, (&here, unknown), day("2026-12-31")).await);
}
