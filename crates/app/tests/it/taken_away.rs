//! All that is kept of a person leaves with them, and nothing of it stays once their account is erased.

use portulan_app::people::{self, Browser, NewPerson, SignedIn, Who};
use portulan_app::proposals::read::{self, Typed};
use portulan_app::{editing, operator, proposals};
use portulan_model::people::Email;
use portulan_model::proposals::Prose;
use portulan_policy::actions::{EditPlace, GrantRoles, ManagePeople, Propose};
use portulan_policy::{Actor, Capability, Node, Role, allow};
use portulan_store::Store;
use portulan_testkit::Engine;

use crate::proposals::{Scene, scene};
use crate::{may, on_both_engines};

on_both_engines! {
    what_is_taken_away_holds_drafts_proposals_and_mails
    an_erased_account_leaves_neither_id_nor_address_nor_words
}

const WORDS: &str = "Canari de la porte";
const EMAIL: &str = "camille@exemple.fr";

/// A person who began to type, proposed with their account and without it, and examined what another proposed.
async fn busy(scene: &Scene) -> SignedIn {
    let app = &scene.app;
    let new = NewPerson {
        email: Some(Email::parse(EMAIL).unwrap()),
        name: "Camille".parse().unwrap(),
    };
    let person = people::open_account(app, &may::<ManagePeople>(), new)
        .await
        .unwrap();
    let rennes: Node = "commune-35238".parse().unwrap();
    let giving: Capability<GrantRoles> = allow(&Actor::Operator, rennes).unwrap();
    people::give(app, &giving, person.id, Role::Coordinator, None)
        .await
        .unwrap();
    let asked = operator::Secret::draw(app);
    people::ask_link(app, Email::parse(EMAIL).unwrap(), None, &asked);
    let link = people::link_of(app, &may(), person.id).await.unwrap();
    let browser = Browser::default();
    let opened = people::open_by_link(app, &link, &browser).await;
    let session = opened.unwrap().session;
    let Who::Person(signed) = people::who(app, Some(&session)).await.unwrap() else {
        panic!("nobody")
    };
    let actor = signed.actor();
    let place = &scene.places[0];
    let target = portulan_app::rights::place(&app.directory(), place);
    let edit: Capability<EditPlace> = allow(&actor, target).unwrap();
    let answers = [("horaires".to_owned(), WORDS.to_owned())];
    editing::drafts::keep(app, &edit, &place.slug, "horaires", &answers)
        .await
        .unwrap();
    let by_account: Capability<Propose> = allow(&actor, &Node::Installation).unwrap();
    propose(scene, 0, &by_account, "").await;
    propose(scene, 1, &crate::proposals::visitor(), EMAIL).await;
    propose(scene, 2, &crate::proposals::visitor(), "").await;
    let waiting = scene.waiting().await;
    let others = waiting.iter().find(|one| one.by.is_none()).unwrap();
    let (found, examine) = proposals::open(app, &actor, others.id).await.unwrap();
    proposals::assign(app, &examine, found.id, true)
        .await
        .unwrap();
    let note = Prose::read("Je les appelle.").unwrap().unwrap();
    proposals::comment(app, &examine, found.id, note)
        .await
        .unwrap();
    *signed
}

async fn propose(scene: &Scene, rank: usize, may: &Capability<Propose>, contact: &str) {
    let app = &scene.app;
    let typed = Typed {
        words: WORDS.to_owned(),
        phone: "02 99 00 00 07".to_owned(),
        contact: contact.to_owned(),
        ..Typed::default()
    };
    let draft = read::correction(&app.directory(), &scene.places[rank], &typed).unwrap();
    let form = proposals::form(app);
    proposals::submit(app, may, &form, draft, "fr")
        .await
        .unwrap();
}

async fn what_is_taken_away_holds_drafts_proposals_and_mails(engine: Engine) {
    let scene = scene(engine).await;
    let signed = busy(&scene).await;
    for _ in 0..200 {
        let export = people::export(&scene.app, &signed).await.unwrap();
        if export.mails.len() > 1 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    let export = people::export(&scene.app, &signed).await.unwrap();
    assert_eq!(export.drafts.len(), 1);
    assert!(export.drafts[0].to_string().contains(WORDS));
    assert_eq!(export.proposals.len(), 2, "not that of somebody else");
    assert!(
        export
            .proposals
            .iter()
            .all(|one| one.to_string().contains(WORDS))
    );
    assert!(export.mails.len() > 1, "{:?}", export.mails);
    let told = serde_json::to_string(&export.mails).unwrap();
    assert!(!told.contains("\"link\""), "what opens is not told: {told}");
}

async fn an_erased_account_leaves_neither_id_nor_address_nor_words(engine: Engine) {
    let scene = scene(engine).await;
    let signed = busy(&scene).await;
    people::erase_own(&scene.app, &signed).await.unwrap();
    let store = Store::open(&scene.database.url).await.unwrap();
    let mut copy = Vec::new();
    store.dump(&may(), &mut copy).await.unwrap();
    let copy = String::from_utf8(copy).unwrap();
    let id = signed.person.id.to_string();
    // The journal says by whom a line was written, for ever; the key of a person leaves a mark that they were erased.
    let kept = |line: &&str| !line.starts_with("{\"journal\"") && !line.contains("\"person_key\"");
    for line in copy.lines().filter(kept) {
        assert!(!line.contains(&id), "{line}");
    }
    assert!(!copy.contains(EMAIL));
    let words = copy.lines().filter(|line| line.contains(WORDS));
    assert_eq!(words.count(), 1, "the words of somebody else stay");
}
