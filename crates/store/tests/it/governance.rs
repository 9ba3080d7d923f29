//! Records of governance read back value for value, whatever the engine; what may be once only is once.

use chrono::{DateTime, TimeDelta, Utc};
use portulan_model::baseline::Baseline;
use portulan_model::clusters::{Cluster, Sector};
use portulan_model::governance::{
    Attachment, Body, BodyFile, Candidate, Committee, Decision, DecisionNumber, DecisionRef,
    Meeting, Membership, Who, Wish,
};
use portulan_model::journal::{Deed, Entry};
use portulan_model::means::calls::{Call, CallFile};
use portulan_model::means::intentions::Intention;
use portulan_model::means::pools::PoolRecord;
use portulan_model::posts::{Post, PostFile};
use portulan_model::roadmaps::Roadmap;
use portulan_model::schemes::Scheme;
use portulan_model::{FileId, MembershipId, OpensPrivate, Revision, Seat, Slug};
use portulan_policy::actions::Restore;
use portulan_store::{AttachedTo, Content, ContentDigest, Engine, Kept, Store, StoreError, Write};
use portulan_testkit::builders::{entry, saturday_morning};
use portulan_testkit::governance::records;
use portulan_testkit::{PlaceBuilder, TestDatabase};

use crate::{may, nothing_to_replay, on_both_engines};

on_both_engines! {
    each_record_reads_back_as_it_was_and_is_copied_whole
    a_record_is_changed_found_by_its_owner_and_taken_away
    two_who_apply_at_the_same_time_make_one_candidate
    decisions_taken_at_the_same_time_have_numbers_of_their_own
    both_revisions_move_with_governance_and_one_with_a_place
    a_version_of_a_roadmap_is_added_and_never_written_over
    names_are_forgotten_with_their_contract_and_with_their_account
    a_file_reads_back_with_its_bytes_and_its_owner
    calls_are_found_by_the_instant_at_which_they_close
}

fn line() -> Entry {
    entry(Deed::Created, &PlaceBuilder::new(1).build())
}

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

async fn begin(store: &Store) -> Write {
    store.begin_governance(&may::<Restore>()).await.unwrap()
}

async fn add_all<T: Kept>(write: &mut Write, all: &[T]) {
    for record in all {
        assert!(write.add_kept(record, &line()).await.unwrap());
    }
}

fn file_of_body() -> BodyFile {
    let text = r#"{"body":"gouvernance-essai","follow_up":{"words":"Deux hésitent.","by":"operator",
        "at":"2024-01-15T09:00:00Z"},"people":[{"name":"Camille D.","organisation":"prefecture-essai",
        "period":{"to":"2026-11-30"}},{"name":"Sacha M.","organisation":"prefecture-essai"}]}"#;
    serde_json::from_str(text).unwrap()
}

fn file_of_post() -> PostFile {
    let text = r#"{"post":"018bcfe5-6800-7000-8000-000000000040","holder":{"name":"Dominique L.",
        "email":"dominique@exemple.fr","since":"2023-02-01","until":"2026-11-30"}}"#;
    serde_json::from_str(text).unwrap()
}

fn file_of_call() -> CallFile {
    let text = r#"{"call":"appel-essai","steps":[{"id":"018bcfe5-6800-7000-8000-000000000050","what":"Délibérer",
        "owner":"association-essai","due":"2023-10-10"}],"positions":[{"organisation":"association-essai",
        "stance":"take-part","by":"présidence","at":"2023-10-02T08:00:00Z"}],
        "note":{"text":"À relire.","saved":1,"last":["operator","2023-10-03T08:00:00Z"]}}"#;
    serde_json::from_str(text).unwrap()
}

fn intention() -> Intention {
    let text = r#"{"slug":"association-essai-former","organisation":"association-essai","title":"Former",
        "needs":["former-agents-publics"],"area":"35238","years":{"first":2026,"last":2028},
        "amount":{"least":100000,"most":200000},"visibility":{"to":"levels"},
        "noted":{"at":"2026-01-05T09:00:00Z","by":"operator"}}"#;
    serde_json::from_str(text).unwrap()
}

fn pool() -> PoolRecord {
    let text = r#"{"slug":"ordinateurs","body":"gouvernance-essai","title":"Ordinateurs","stage":"proposed",
        "organisations":["association-essai"],"carries":["association-essai-former"],"pool":"{}",
        "acts":[{"act":"propose","version":1,"total":100000,"at":"2026-01-06T09:00:00Z","by":"operator"}]}"#;
    serde_json::from_str(text).unwrap()
}

/// A pool that carries the intention, and no other pool does.
async fn pooled(write: &mut Write) {
    add_all(write, &[pool()]).await;
    let (key, one) = (pool().slug, intention().slug);
    assert!(write.carry(&key, &one).await.unwrap());
    assert!(!write.carry(&key, &one).await.unwrap(), "once");
    assert!(write.let_go(&key, &one).await.unwrap());
    assert!(!write.let_go(&key, &one).await.unwrap());
    assert!(write.carry(&key, &one).await.unwrap());
}

async fn filled(store: &Store) {
    let mut write = begin(store).await;
    add_all(&mut write, &records::<Scheme>("schemes")).await;
    add_all(&mut write, &records::<Cluster>("clusters")).await;
    add_all(&mut write, &records::<Sector>("sectors")).await;
    add_all(&mut write, &records::<Body>("bodies")).await;
    add_all(&mut write, &records::<Membership>("members")).await;
    add_all(&mut write, &records::<Committee>("committees")).await;
    add_all(&mut write, &records::<Meeting>("meetings")).await;
    add_all(&mut write, &records::<Decision>("decisions")).await;
    add_all(&mut write, &records::<Roadmap>("roadmaps")).await;
    add_all(&mut write, &records::<Post>("posts")).await;
    add_all(&mut write, &records::<Baseline>("baselines")).await;
    add_all(&mut write, &[file_of_body()]).await;
    add_all(&mut write, &[file_of_post()]).await;
    add_all(&mut write, &records::<Call>("calls")).await;
    add_all(&mut write, &[file_of_call()]).await;
    add_all(&mut write, &[intention()]).await;
    pooled(&mut write).await;
    let content = b"%PDF-1.7 \x00\xff";
    let file = Attachment::check(file_id(), "lettre.pdf", 11, content).unwrap();
    let owner = AttachedTo::Body(slug("gouvernance-essai"));
    write
        .add_attachment(&owner, &file, Content::here(content), &line())
        .await
        .unwrap();
    write.commit().await.unwrap();
}

fn file_id() -> FileId {
    FileId::from_parts(1, [7; 10])
}

/// All of a list, in the order of storage.
async fn reads_back<T: Kept + Clone + PartialEq + std::fmt::Debug>(store: &Store, list: &str) {
    let mut expected: Vec<T> = records(list);
    assert!(!expected.is_empty(), "{list}");
    let read: Vec<T> = store.kept().await.unwrap();
    expected.sort_by_key(|one| read.iter().position(|other| other == one));
    assert_eq!(read, expected, "{list}");
    for one in &read {
        let found: Option<T> = store.kept_one(&one.key()).await.unwrap();
        assert_eq!(found.as_ref(), Some(one), "{list}");
    }
}

async fn is_whole(store: &Store) {
    reads_back::<Scheme>(store, "schemes").await;
    reads_back::<Cluster>(store, "clusters").await;
    reads_back::<Sector>(store, "sectors").await;
    reads_back::<Body>(store, "bodies").await;
    reads_back::<Membership>(store, "members").await;
    reads_back::<Committee>(store, "committees").await;
    reads_back::<Meeting>(store, "meetings").await;
    reads_back::<Decision>(store, "decisions").await;
    reads_back::<Roadmap>(store, "roadmaps").await;
    reads_back::<Post>(store, "posts").await;
    reads_back::<Baseline>(store, "baselines").await;
    assert_eq!(store.kept::<BodyFile>().await.unwrap(), [file_of_body()]);
    assert_eq!(store.kept::<PostFile>().await.unwrap(), [file_of_post()]);
    reads_back::<Call>(store, "calls").await;
    assert_eq!(store.kept::<CallFile>().await.unwrap(), [file_of_call()]);
    assert_eq!(store.kept::<PoolRecord>().await.unwrap(), [pool()]);
    let standing = store.intentions_in("notee").await.unwrap();
    assert_eq!(standing, [intention()]);
    let (kept, content) = store.attachment(file_id()).await.unwrap().unwrap();
    assert_eq!((kept.file.bytes, content.unwrap().len()), (11, 11));
}

async fn each_record_reads_back_as_it_was_and_is_copied_whole(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    filled(&store).await;
    is_whole(&store).await;
    let mut copy = Vec::new();
    store.dump(&may(), &mut copy).await.unwrap();
    for other in [Engine::Sqlite, Engine::Postgres] {
        let target = TestDatabase::new(other);
        let mut read = std::io::Cursor::new(&copy);
        Store::load(&target.url, &may(), &mut read, &nothing_to_replay())
            .await
            .unwrap();
        let restored = Store::open(&target.url).await.unwrap();
        is_whole(&restored).await;
        let mut again = Vec::new();
        restored.dump(&may(), &mut again).await.unwrap();
        assert_eq!(again, copy);
    }
}

async fn a_record_is_changed_found_by_its_owner_and_taken_away(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    filled(&store).await;
    let key = slug("gouvernance-essai");
    let mut write = begin(&store).await;
    let mut body: Body = write.kept_one(&key).await.unwrap().unwrap();
    "Un autre nom".clone_into(&mut body.name);
    write.change_kept(&body, &line()).await.unwrap();
    let gone = slug("instance-essai");
    assert!(write.remove_kept::<Body>(&gone, &line()).await.unwrap());
    assert!(!write.remove_kept::<Body>(&gone, &line()).await.unwrap());
    let draft = slug("brouillon-essai");
    assert!(write.remove_kept::<Roadmap>(&draft, &line()).await.unwrap());
    assert!(!write.add_kept(&body, &line()).await.unwrap());
    let mut nobody = body.clone();
    nobody.slug = slug("nulle-part");
    let refused = write.change_kept(&nobody, &line()).await.unwrap_err();
    assert!(matches!(refused, StoreError::NoRecord { .. }), "{refused}");
    write.commit().await.unwrap();

    assert_eq!(store.kept::<Body>().await.unwrap(), [body.clone()]);
    let seat: Seat = "departement-35".parse().unwrap();
    assert_eq!(store.kept_of::<Body>(&seat).await.unwrap(), [body]);
    assert_eq!(store.kept_of::<Membership>(&key).await.unwrap().len(), 3);
    assert_eq!(store.kept_of::<Meeting>(&key).await.unwrap().len(), 2);
    assert_eq!(store.kept_of::<Meeting>(&gone).await.unwrap(), []);
    let roadmaps = store.kept_of::<Roadmap>(&key).await.unwrap();
    assert_eq!((roadmaps.len(), roadmaps[0].versions.len()), (1, 2));
    let seat: Seat = "epci-243500139".parse().unwrap();
    assert_eq!(store.kept_of::<Sector>(&seat).await.unwrap().len(), 1);
    let theirs = store.memberships_of(&slug("association-essai")).await;
    assert_eq!(theirs.unwrap().len(), 2);
    let from: DateTime<Utc> = "2024-01-01T00:00:00Z".parse().unwrap();
    assert_eq!(store.meetings_since(from).await.unwrap().len(), 1);
    for (by, late) in [("2024-01-31", 0), ("2024-02-01", 1)] {
        let due = store.decisions_due(by.parse().unwrap()).await.unwrap();
        assert_eq!(due.len(), late, "{by}");
    }
}

fn candidate(n: u8) -> Membership {
    let who = Who {
        id: MembershipId::from_parts(u64::from(n), [n; 10]),
        body: slug("gouvernance-essai"),
        organisation: slug("metropole-essai"),
    };
    let day = saturday_morning().date_naive();
    Membership::Candidate(Candidate::apply(who, day, Wish::Carry))
}

async fn two_who_apply_at_the_same_time_make_one_candidate(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    // Another node has turns of its own.
    let other = Store::open(&database.url).await.unwrap();
    let apply = |store: Store, n: u8| async move {
        let mut write = begin(&store).await;
        let added = write.add_kept(&candidate(n), &line()).await.unwrap();
        write.commit().await.unwrap();
        added
    };
    let added = futures_util::future::join_all((1..=6).map(|n| {
        let store = if n % 2 == 0 { &store } else { &other };
        apply(store.clone(), n)
    }))
    .await;
    assert_eq!(added.iter().filter(|added| **added).count(), 1);
    let kept = store.kept::<Membership>().await.unwrap();
    assert_eq!(kept.len(), 1);

    let Some(Membership::Candidate(one)) = kept.into_iter().next() else {
        panic!("a candidate")
    };
    let left = one.withdraw(saturday_morning().date_naive()).unwrap();
    let mut write = begin(&store).await;
    let left = Membership::Left(left);
    write.change_kept(&left, &line()).await.unwrap();
    // Whoever left may apply again.
    assert!(write.add_kept(&candidate(9), &line()).await.unwrap());
    assert!(!write.add_kept(&candidate(10), &line()).await.unwrap());
    write.commit().await.unwrap();
}

async fn decide(store: Store) -> DecisionNumber {
    let mut write = begin(&store).await;
    let body = slug("gouvernance-essai");
    let number = write.next_decision_number(&body, 2023).await.unwrap();
    let mut decision: Decision = records("decisions").remove(0);
    decision.decision = DecisionRef { body, number };
    assert!(write.add_kept(&decision, &line()).await.unwrap());
    write.commit().await.unwrap();
    number
}

async fn decisions_taken_at_the_same_time_have_numbers_of_their_own(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    let other = Store::open(&database.url).await.unwrap();
    let all = (0..12).map(|n| {
        let store = if n % 2 == 0 { &store } else { &other };
        decide(store.clone())
    });
    let mut numbers = futures_util::future::join_all(all).await;
    numbers.sort_unstable();
    let read: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    let expected: Vec<String> = (1..=12).map(|rank| format!("2023-{rank}")).collect();
    assert_eq!(read, expected);
    // In the order of numbers, not of their digits.
    let kept = store.kept::<Decision>().await.unwrap();
    let kept: Vec<DecisionNumber> = kept.iter().map(|one| one.decision.number).collect();
    assert_eq!(kept, numbers);
}

async fn both_revisions_move_with_governance_and_one_with_a_place(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    let both = || async {
        (
            store.revision().await.unwrap(),
            store.governance().await.unwrap(),
        )
    };
    assert_eq!(both().await, (Revision(0), Revision(0)));
    filled(&store).await;
    assert_eq!(both().await, (Revision(1), Revision(1)));
    let place = PlaceBuilder::new(1).build();
    let mut write = store.begin(&may()).await.unwrap();
    write.insert(&place, &line()).await.unwrap();
    write.commit().await.unwrap();
    assert_eq!(both().await, (Revision(2), Revision(1)));
    let write = begin(&store).await;
    write.commit().await.unwrap();
    assert_eq!(both().await, (Revision(2), Revision(1)));
    let mut write = begin(&store).await;
    let file = file_of_body();
    write.change_kept_quietly(&file).await.unwrap();
    write.commit().await.unwrap();
    assert_eq!(both().await, (Revision(3), Revision(2)));
}

async fn a_version_of_a_roadmap_is_added_and_never_written_over(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    filled(&store).await;
    let key = slug("feuille-de-route-essai");
    let before: Roadmap = store.kept_one(&key).await.unwrap().unwrap();
    let mut forged = before.clone();
    forged.versions[0].content = forged.content.clone();
    let mut write = begin(&store).await;
    write.change_kept(&forged, &line()).await.unwrap();
    let day = "2025-01-01".parse().unwrap();
    let decision: DecisionRef = "gouvernance-essai/2025-1".parse().unwrap();
    let amended = before.clone();
    let amended = amended
        .amend(day, forged.content.clone(), decision)
        .unwrap();
    write.change_kept(&amended, &line()).await.unwrap();
    write.commit().await.unwrap();
    let read: Roadmap = store.kept_one(&key).await.unwrap().unwrap();
    assert_eq!(read, amended);
    assert_eq!(read.versions.len(), 3);
    assert_eq!(read.versions[..2], before.versions[..]);
}

/// A right to look, for the test.
struct Right;

impl OpensPrivate for Right {}

async fn names_are_forgotten_with_their_contract_and_with_their_account(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    filled(&store).await;
    let end: DateTime<Utc> = "2026-12-01T00:00:00Z".parse().unwrap();
    for (now, expected) in [(end - TimeDelta::seconds(1), 3), (end, 1)] {
        let mut write = store.open_people().await.unwrap();
        write.forget_past(now).await.unwrap();
        write.commit().await.unwrap();
        let body = store.kept::<BodyFile>().await.unwrap().remove(0);
        let post = store.kept::<PostFile>().await.unwrap().remove(0);
        let holder = post
            .holder
            .iter()
            .map(|one| one.open(&Right).name.to_string());
        let people = body
            .people
            .iter()
            .map(|one| one.open(&Right).name.to_string());
        let names: Vec<String> = holder.chain(people).collect();
        assert_eq!(names.len(), expected, "{names:?}");
        assert!(body.follow_up.is_some());
    }
    assert_eq!(store.kept::<Post>().await.unwrap().len(), 1);
    for (number, email) in [(1, "dominique@exemple.fr"), (2, "numerique@exemple.fr")] {
        let mut write = begin(&store).await;
        write.change_kept(&file_of_post(), &line()).await.unwrap();
        write.commit().await.unwrap();
        crate::forgetting::open_and_erase(&store, number, email).await;
        let post = store.kept::<PostFile>().await.unwrap().remove(0);
        assert_eq!(post.holder.is_some(), number == 2);
        let body = store.kept_one::<Body>(&slug("gouvernance-essai")).await;
        let referent = body.unwrap().unwrap().referents.remove(0);
        assert_eq!(referent.email.is_some(), number == 1);
    }
}

async fn a_file_reads_back_with_its_bytes_and_its_owner(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    filled(&store).await;
    let owner = AttachedTo::Body(slug("gouvernance-essai"));
    let (kept, content) = store.attachment(file_id()).await.unwrap().unwrap();
    assert_eq!((&kept.owner, kept.here), (&owner, true));
    let content = content.unwrap();
    assert_eq!(kept.digest, ContentDigest::of(&content));
    assert_eq!(
        store.attachments_of(&owner).await.unwrap(),
        std::slice::from_ref(&kept.file)
    );
    assert_eq!(
        store.attachments().await.unwrap(),
        std::slice::from_ref(&kept)
    );
    for bytes in [None, Some(content.as_slice())] {
        store.move_content(&may(), file_id(), bytes).await.unwrap();
        let (moved, read) = store.attachment(file_id()).await.unwrap().unwrap();
        assert_eq!((moved.here, read.as_deref()), (bytes.is_some(), bytes));
        assert_eq!((&moved.file, moved.digest), (&kept.file, kept.digest));
    }
    for text in [
        "gouvernance-a",
        "dispositif-b",
        "seance-018bcfe5-6800-7000-8000-000000000030",
    ] {
        assert_eq!(text.parse::<AttachedTo>().unwrap().to_string(), text);
    }
    assert!("structure-a".parse::<AttachedTo>().is_err());
    let mut write = begin(&store).await;
    assert!(write.remove_attachment(file_id(), &line()).await.unwrap());
    assert!(!write.remove_attachment(file_id(), &line()).await.unwrap());
    write.commit().await.unwrap();
    assert_eq!(store.attachment(file_id()).await.unwrap(), None);
}

async fn calls_are_found_by_the_instant_at_which_they_close(engine: Engine) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    filled(&store).await;
    let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
    let closing = at("2023-10-15T10:00:00Z");
    let second = TimeDelta::seconds(1);
    for (from, to, found) in [
        (closing, closing, 1),
        (closing - second, closing, 1),
        (closing + second, closing + second, 0),
        (closing - second, closing - second, 0),
    ] {
        let calls = store.calls_closing((from, to)).await.unwrap();
        assert_eq!(calls.len(), found, "{from} {to}");
    }
}
