//! Overlaps on their page: what who co-ordinates may read is shown with why, set aside with a reason, and taken up again.

use axum::http::StatusCode;
use portulan_policy::{NodeKind, Role};
use portulan_testkit::Engine;

use super::LIGHT;
use super::reader::Html;
use super::routes::site::{Caller, Installation, Scope};

const LIST: &str = "/espace/gouvernances/structure-canari/recouvrements";
const PROMISE: &str = "/espace/enveloppes/structure-canari/promettre";

/// Two requests for the same computers, of one envelope.
async fn asked_twice(site: &Installation) -> Caller {
    let operator = site.caller(Scope::Operator).await;
    for (form, who) in [("6df6", "canari"), ("6df7", "ailleurs")] {
        let line = format!(
            "formulaire=01a2120a-6c92-722d-9fe3-b5885a80{form}&env-ligne-demande=Achat+de+22+ordinateurs+{who}\
            &env-ligne-structure=structure-{who}&env-ligne-territoire=commune-35238&env-ligne-annee=2026\
            &env-ligne-montant=300&env-ligne-motif=22+postes+fixes+pour+la+salle+en+acc%C3%A8s+libre"
        );
        let (status, body) = site.post(PROMISE, &operator, line).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
    }
    let lead = Scope::Inside(Role::Coordinator, NodeKind::Territory);
    site.caller(lead).await
}

async fn page(site: &Installation, address: &str, caller: &Caller) -> String {
    let (status, body) = site.get(address, caller).await;
    assert_eq!(status, StatusCode::OK, "{address}: {body}");
    Html::read(&body).check(address, "fr", LIGHT);
    body
}

/// The query that names the pair of the two requests.
fn pair(body: &str) -> Option<String> {
    let link = format!("{LIST}/ecarter?");
    let mut ways = body.split(&link).skip(1);
    let query = ways.find_map(|rest| {
        let query = rest.split('"').next()?;
        (query.matches("ordinateurs").count() == 2).then_some(query)
    });
    query.map(|query| query.replace("&amp;", "&").replace("&#38;", "&"))
}

#[tokio::test]
async fn a_pair_is_shown_with_why_set_aside_with_a_reason_and_taken_up_again() {
    let site = Installation::open(Engine::Sqlite).await;
    let lead = asked_twice(&site).await;
    let list = page(&site, LIST, &lead).await;
    let read = Html::read(&list);
    let text = read.text();
    for words in [
        "À regarder",
        "Achat de 22 ordinateurs",
        "Pourquoi",
        "Indice",
        "Même montant",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let query = pair(&list).unwrap();
    let ask = format!("{LIST}/ecarter?{query}");
    let form = page(&site, &ask, &lead).await;
    assert!(form.contains("recouv-motif"), "{form}");
    let (status, body) = site
        .post(&format!("{LIST}/ecarter"), &lead, query.clone())
        .await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        Html::read(&body).text().contains("Dites pourquoi"),
        "{body}"
    );
    let said = format!("{query}&recouv-motif=Deux+salles+diff%C3%A9rentes.");
    let (status, body) = site.post(&format!("{LIST}/ecarter"), &lead, said).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
    assert_eq!(pair(&page(&site, LIST, &lead).await), None);
    let aside = page(&site, &format!("{LIST}?vue=ecartes"), &lead).await;
    assert!(aside.contains("Deux salles différentes."), "{aside}");
    let (status, _) = site
        .post(&format!("{LIST}/rouvrir"), &lead, query.clone())
        .await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert_eq!(pair(&page(&site, LIST, &lead).await), Some(query));
}

#[tokio::test]
async fn the_list_is_narrowed_and_a_pair_that_is_none_leads_back_to_it() {
    let site = Installation::open(Engine::Sqlite).await;
    let lead = asked_twice(&site).await;
    for (filter, found) in [
        ("recouv-annee=2026", true),
        ("recouv-annee=2031", false),
        ("recouv-sorte=same-post", false),
    ] {
        let list = page(&site, &format!("{LIST}?{filter}"), &lead).await;
        assert_eq!(pair(&list).is_some(), found, "{filter}");
    }
    let none = format!("{LIST}/ecarter?un=rien&autre=rien-non-plus");
    let (status, _) = site.get(&none, &lead).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let (_, list) = site.get(&format!("{LIST}?fait=recouv-parti"), &lead).await;
    assert!(list.contains("plus rien à régler"), "{list}");
}
