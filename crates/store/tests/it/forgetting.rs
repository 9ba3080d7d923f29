//! What a person left beside their account goes with it: mails, invitations, their part of proposals; now, and when a
//! copy of before is read back. What others left stays.

use std::io::Cursor;

use chrono::TimeDelta;
use portulan_model::journal::{Author, Deed, Entry, person_object};
use portulan_model::mail::Outgoing;
use portulan_model::people::{Email, Person};
use portulan_model::proposals::{
    About, By, Comment, Exchange, Proposal, State, Step, Wanted, Wrong,
};
use portulan_model::{MailId, OnceId, PersonId, ProposalId};
use portulan_store::{DatabaseUrl, DraftKey, Engine, Replay, Store};
use portulan_testkit::builders::{entry, saturday_morning};
use portulan_testkit::{PlaceBuilder, TestDatabase};

use crate::erasing::holds;
use crate::{may, nothing_to_replay, on_both_engines};

on_both_engines! {
    what_went_to_a_person_and_what_they_wrote_goes_with_their_account
    what_a_copy_brings_back_of_a_person_goes_with_the_list_of_erasures
    among_many_others_nothing_of_a_person_is_left_in_the_files
}

/// Words that must not be found anywhere.
const CANARY: &str = "Canari de Cancale";
/// An address that holds signs that `like` reads as any other.
const ADDRESS: &str = "canari_%_d'or@exemple.fr";
/// Somebody else's, which the signs of the other would match.
const NEIGHBOUR: &str = "canari-x-d'or@exemple.fr";

fn id(number: u8) -> PersonId {
    PersonId::from_parts(1_700_000_000_000, [number; 10])
}

fn account(number: u8, email: &str) -> Person {
    Person {
        id: id(number),
        email: email.parse().ok(),
        name: CANARY.parse().unwrap(),
        lang: "fr".to_owned(),
        created: saturday_morning(),
        seen: None,
    }
}

fn line(object: String, author: Author, deed: Deed) -> Entry {
    Entry {
        object,
        author,
        after: None,
        ..entry(deed, &PlaceBuilder::new(1).build())
    }
}

fn mail(number: u8, to: &str, key: &str) -> Outgoing {
    Outgoing {
        id: MailId::from_parts(1_700_000_000_000, [number; 10]),
        to: to.to_owned(),
        template: "invitation".to_owned(),
        parameters: format!("{{\"by\":\"{CANARY}\"}}"),
        lang: "fr".to_owned(),
        key: key.to_owned(),
        created: saturday_morning(),
    }
}

fn proposal(number: u8, by: Option<PersonId>, contact: Option<&str>) -> Proposal {
    Proposal {
        id: ProposalId::from_parts(1_700_000_000_000, [number; 10]),
        about: About::Place {
            place: PlaceBuilder::new(1).build().id,
            wrong: vec![Wrong::Hours],
        },
        name: "Lieu 1".to_owned(),
        commune: None,
        wanted: Wanted {
            hours: Some("Mo 09:00-12:00".to_owned()),
            ..Wanted::default()
        },
        words: portulan_model::proposals::Prose::read(CANARY).unwrap(),
        lang: "fr".to_owned(),
        contact: contact.map(|contact| contact.parse().unwrap()),
        by,
        of_census: None,
        created: saturday_morning(),
        state: State::Answered {
            question: "Quand ?".to_owned(),
            answer: CANARY.to_owned(),
        },
        exchanges: vec![Exchange {
            question: "Où ?".to_owned(),
            answer: CANARY.to_owned(),
        }],
        steps: vec![Step {
            to: "repondue".to_owned(),
            by: By::Proposer,
            at: saturday_morning(),
        }],
        assigned: Some(Author::Person(id(1))),
        comments: [1, 2].map(comment).to_vec(),
        checks: Vec::new(),
    }
}

fn comment(number: u8) -> Comment {
    Comment {
        by: Author::Person(id(number)),
        at: saturday_morning(),
        words: if number == 1 { CANARY } else { "Je vérifie." }.to_owned(),
    }
}

/// Somebody lives here, beside a neighbour.
async fn lived_in(engine: Engine) -> (TestDatabase, Store) {
    let database = TestDatabase::new(engine);
    let store = Store::open(&database.url).await.unwrap();
    let soon = saturday_morning() + TimeDelta::days(14);
    let mut write = store.open_people().await.unwrap();
    assert!(write.add_person(&account(1, ADDRESS)).await.unwrap());
    let neighbour = Person {
        name: "Voisine".parse().unwrap(),
        ..account(2, NEIGHBOUR)
    };
    assert!(write.add_person(&neighbour).await.unwrap());
    for (number, to, by) in [(1, ADDRESS, 2), (2, NEIGHBOUR, 2), (3, "x@exemple.fr", 1)] {
        let once = OnceId::from_parts(1_700_000_000_000, [number; 10]);
        let detail = format!("{{\"email\":\"{to}\",\"by\":\"person:{}\"}}", id(by));
        let times = (saturday_morning(), soon);
        write
            .put_invitation(once, to, &detail, times)
            .await
            .unwrap();
        let key = format!("invitation/{once}");
        write.put_mail(&mail(number, to, &key)).await.unwrap();
        let by = Author::Person(id(by));
        let told = line(format!("invitation-{once}"), by, Deed::Created);
        write.tell(&told).await.unwrap();
    }
    write.commit().await.unwrap();
    for (number, by, contact) in [
        (1, Some(id(1)), None),
        (2, None, Some(ADDRESS)),
        (3, Some(id(2)), Some(NEIGHBOUR)),
    ] {
        let mut write = store.begin_proposal(&may()).await.unwrap();
        let proposal = proposal(number, by, contact);
        let told = line(
            format!("proposition-{number}"),
            Author::Operator,
            Deed::Created,
        );
        write.put_proposal(&proposal, &told).await.unwrap();
        write
            .put_proposal_link(&[number; 32], proposal.id, true, soon)
            .await
            .unwrap();
        write.commit().await.unwrap();
    }
    for number in [1, 2] {
        let key = draft(number);
        let now = saturday_morning();
        store
            .put_draft(&may(), &key, CANARY, now, now)
            .await
            .unwrap();
    }
    (database, store)
}

fn draft(number: u8) -> DraftKey {
    DraftKey {
        owner: id(number).to_string(),
        object: "lieu-lieu-1".to_owned(),
        section: "contact".to_owned(),
    }
}

async fn erase(store: &Store) {
    let mut write = store.open_people().await.unwrap();
    let now = saturday_morning();
    write.forget_person(id(1), now).await.unwrap();
    let told = line(person_object(id(1)), Author::Operator, Deed::Removed);
    write.tell(&told).await.unwrap();
    write.commit().await.unwrap();
}

/// Somebody opens an account with an address, and erases it.
pub(crate) async fn open_and_erase(store: &Store, number: u8, email: &str) {
    let mut write = store.open_people().await.unwrap();
    let person = account(number, email);
    assert!(write.add_person(&person).await.unwrap());
    let now = saturday_morning();
    write.forget_person(person.id, now).await.unwrap();
    write.commit().await.unwrap();
}

async fn is_forgotten(store: &Store) {
    let now = saturday_morning();
    let people = store.people().await.unwrap();
    assert_eq!(people.len(), 1);
    assert_eq!(people[0].id, id(2), "the neighbour stays");
    let invitations = store.invitations(now).await.unwrap();
    assert_eq!(invitations.len(), 1);
    assert!(invitations[0].1.contains(NEIGHBOUR));
    let mails = store.mails(&may(), None, 10, 0).await.unwrap();
    let kept: Vec<&str> = mails.iter().map(|known| known.mail.to.as_str()).collect();
    assert_eq!(kept, ["", NEIGHBOUR, ""]);
    for (number, theirs) in [(1, true), (2, true), (3, false)] {
        let id = proposal(number, None, None).id;
        let found = store.proposal(&may(), id).await.unwrap().unwrap();
        assert_eq!(found.words.is_none() && found.contact.is_none(), theirs);
        assert_eq!(
            (found.by.is_none(), found.state == State::Waiting),
            (theirs, theirs)
        );
        assert_eq!(found.comments, [comment(2)], "her word to the desk is gone");
        assert_eq!((found.assigned, found.wanted.hours.is_some()), (None, true));
        let link = store.proposal_of_link(&may(), &[number; 32], now).await;
        assert_eq!(link.unwrap().is_none(), theirs);
    }
    let gone = store.draft(&may(), &draft(1), now).await.unwrap();
    assert!(gone.is_none());
    let kept = store.draft(&may(), &draft(2), now).await.unwrap();
    assert!(kept.is_some());
}

async fn what_went_to_a_person_and_what_they_wrote_goes_with_their_account(engine: Engine) {
    let (_database, store) = lived_in(engine).await;
    erase(&store).await;
    is_forgotten(&store).await;
    assert!(Email::parse(ADDRESS).is_ok(), "it is an address");
}

async fn what_a_copy_brings_back_of_a_person_goes_with_the_list_of_erasures(engine: Engine) {
    let (_database, store) = lived_in(engine).await;
    let mut copy = Vec::new();
    store.dump(&may(), &mut copy).await.unwrap();
    erase(&store).await;
    let erasures = store.erasures(&may()).await.unwrap();
    let now = saturday_morning();
    let replay = Replay {
        erasures: &erasures,
        now,
    };
    let restored = async |replay: Replay<'_>| {
        let target = TestDatabase::new(engine);
        let read = Store::load(&target.url, &may(), &mut Cursor::new(&copy), &replay).await;
        read.unwrap();
        let store = Store::open(&target.url).await.unwrap();
        (target, store)
    };
    let (_target, with) = restored(replay).await;
    is_forgotten(&with).await;
    let (_target, without) = restored(nothing_to_replay()).await;
    assert_eq!(without.people().await.unwrap().len(), 2, "they are back");
    let again = without.replay_erasures(&may(), &erasures, now).await;
    assert_eq!(again.unwrap(), 1);
    is_forgotten(&without).await;
    let again = without.replay_erasures(&may(), &erasures, now).await;
    assert_eq!(again.unwrap(), 0, "and it is said once");
}

/// Pages are full, and rows were moved from one to another: what is overwritten must be every place where they were.
async fn among_many_others_nothing_of_a_person_is_left_in_the_files(engine: Engine) {
    let (database, store) = lived_in(engine).await;
    for number in 10..=250 {
        let mut write = store.open_people().await.unwrap();
        let name = format!("{number}-{}", "v".repeat(usize::from(number) % 90));
        let other = Person {
            name: name.parse().unwrap(),
            ..account(number, &format!("voisin-{number}@exemple.fr"))
        };
        write.add_person(&other).await.unwrap();
        let sent = Outgoing {
            parameters: "x".repeat(usize::from(number) * 7),
            ..mail(number, "voisin@exemple.fr", &format!("essai/{number}"))
        };
        write.put_mail(&sent).await.unwrap();
        write.commit().await.unwrap();
        let now = saturday_morning();
        let typed = "y".repeat(usize::from(number) * 11);
        store
            .put_draft(&may(), &draft(number), &typed, now, now)
            .await
            .unwrap();
    }
    let key = draft(2);
    store.forget_draft(&may(), &key).await.unwrap();
    erase(&store).await;
    let neighbours = proposal(3, None, None).id;
    let mut write = store.begin_proposal(&may()).await.unwrap();
    let told = line("proposition-3".to_owned(), Author::Operator, Deed::Removed);
    write.forget_proposal(neighbours, &told).await.unwrap();
    write.commit().await.unwrap();
    // The neighbour's invitation says who invites: in this test, the name of the other.
    let mut write = store.open_people().await.unwrap();
    write
        .forget_person(id(2), saturday_morning())
        .await
        .unwrap();
    write.commit().await.unwrap();
    assert!(store.settle_erasures().await.unwrap());
    if let DatabaseUrl::Sqlite(file) = &database.url {
        assert!(holds(file, "voisin-100@exemple.fr"), "others are there");
        assert!(!holds(file, CANARY));
        assert!(!holds(file, ADDRESS));
    }
}
