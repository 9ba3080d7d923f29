//! What belongs to a body is reached through it alone: the address of another body leads nowhere, whoever asks.

use axum::http::{Method, StatusCode};
use portulan_model::{ActionId, ObjectiveId};
use portulan_testkit::Engine;

use super::site::{Installation, Scope};

/// The address of a route on the roadmaps of the other town, under a body or an organisation.
fn address(path: &str, under: &str) -> String {
    let known = [
        ("{slug}", under.to_owned()),
        ("{roadmap}", "feuille-structure-ailleurs".to_owned()),
        ("{asked}", "avis-structure-ailleurs".to_owned()),
        (
            "{objective}",
            ObjectiveId::from_parts(1, [0; 10]).to_string(),
        ),
        ("{action}", ActionId::from_parts(1, [0; 10]).to_string()),
    ];
    known.iter().fold(path.to_owned(), |path, (name, value)| {
        path.replace(name, value)
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_roadmap_is_reached_through_its_own_body_alone() {
    let site = Installation::open(Engine::Sqlite).await;
    let operator = site.caller(Scope::Operator).await;
    let desk = |path: &str| path.starts_with("/espace/");
    let of_roadmap = |path: &str| path.contains("{roadmap}") || path.contains("{asked}");
    let routes = crate::routes().list.into_iter();
    let routes: Vec<_> = routes
        .filter(|route| desk(&route.path) && of_roadmap(&route.path))
        .collect();
    assert!(routes.len() > 12, "{} routes", routes.len());
    for route in routes {
        for (under, found) in [("structure-canari", false), ("structure-ailleurs", true)] {
            let address = address(&route.path, under);
            let (status, body) = match route.method {
                Method::POST => site.post(&address, &operator, "").await,
                _ => site.get(&address, &operator).await,
            };
            let told = format!("{} {address}: {status}", route.method);
            assert!(!status.is_server_error(), "{told} {body}");
            assert_eq!(status != StatusCode::NOT_FOUND, found, "{told}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_meeting_and_a_decision_are_reached_through_their_own_body_alone() {
    let site = Installation::open(Engine::Sqlite).await;
    let operator = site.caller(Scope::Operator).await;
    let [here, there] = site.plans();
    let of_body = |path: &str| path.contains("{decision}") || path.contains("{seance}");
    let routes = crate::routes().list.into_iter();
    let routes: Vec<_> = routes.filter(|route| of_body(&route.path)).collect();
    assert!(routes.len() >= 11, "{} routes", routes.len());
    for route in routes {
        for (under, found) in [(&here.body, false), (&there.body, true)] {
            let address = route
                .path
                .replace("{slug}", under.as_str())
                .replace("{decision}", &there.decision)
                .replace("{seance}", &there.held.to_string());
            let (status, body) = match route.method {
                Method::POST => site.post(&address, &operator, "").await,
                _ => site.get(&address, &operator).await,
            };
            let told = format!("{} {address}: {status}", route.method);
            assert!(!status.is_server_error(), "{told} {body}");
            assert_eq!(status != StatusCode::NOT_FOUND, found, "{told}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_is_reached_at_the_desk_of_its_own_body_alone() {
    let site = Installation::open(Engine::Sqlite).await;
    let operator = site.caller(Scope::Operator).await;
    let [here, there] = site.plans();
    let of_call = |path: &str| path.contains("{appel}") && path.contains("/gouvernances/");
    let routes = crate::routes().list.into_iter();
    let routes: Vec<_> = routes.filter(|route| of_call(&route.path)).collect();
    assert!(routes.len() >= 12, "{} routes", routes.len());
    for route in routes {
        for (under, found) in [(&here.body, false), (&there.body, true)] {
            let address = route
                .path
                .replace("{slug}", under.as_str())
                .replace("{appel}", there.call.as_str())
                .replace("{candidature}", &there.application.to_string())
                .replace("{fichier}", &there.budget.to_string())
                .replace("{preuve}", &there.proof.to_string());
            let takes_a_file = super::governed::takes_a_file(&route.path);
            let (status, body) = match route.method {
                // What is no form at all is refused before anything is looked for.
                Method::POST if takes_a_file => continue,
                Method::POST => site.post(&address, &operator, "").await,
                _ => site.get(&address, &operator).await,
            };
            let told = format!("{} {address}: {status}", route.method);
            assert!(!status.is_server_error(), "{told} {body}");
            assert_eq!(status != StatusCode::NOT_FOUND, found, "{told}");
        }
    }
    // The proof of another call is not found under this one, whoever knows its id.
    let mixed = format!(
        "/espace/gouvernances/{}/appels/{}/preuves/{}",
        here.body, here.call, there.proof
    );
    let (status, _) = site.get(&mixed, &operator).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_application_is_reached_through_who_takes_part_alone() {
    let site = Installation::open(Engine::Sqlite).await;
    let operator = site.caller(Scope::Operator).await;
    let [here, there] = site.plans();
    let routes = crate::routes().list.into_iter();
    let own = |path: &str| path.contains("/structures/") && path.contains("{candidature}");
    let routes: Vec<_> = routes.filter(|route| own(&route.path)).collect();
    assert!(routes.len() >= 9, "{} routes", routes.len());
    for route in routes {
        for (under, found) in [(&here.body, false), (&there.body, true)] {
            let address = route
                .path
                .replace("{slug}", under.as_str())
                .replace("{candidature}", &there.application.to_string())
                .replace("{champ}", "2")
                .replace("{fichier}", &there.budget.to_string());
            let (status, body) = match route.method {
                Method::POST if super::governed::takes_a_file(&route.path) => continue,
                Method::POST => site.post(&address, &operator, "").await,
                _ => site.get(&address, &operator).await,
            };
            let told = format!("{} {address}: {status}", route.method);
            assert!(!status.is_server_error(), "{told} {body}");
            assert_eq!(status != StatusCode::NOT_FOUND, found, "{told}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pool_is_reached_through_its_own_body_and_those_who_have_a_part_alone() {
    let site = Installation::open(Engine::Sqlite).await;
    let operator = site.caller(Scope::Operator).await;
    let [here, there] = site.plans();
    let routes = crate::routes().list.into_iter();
    let routes: Vec<_> = routes
        .filter(|route| route.path.contains("{pool}"))
        .collect();
    assert!(routes.len() >= 13, "{} routes", routes.len());
    for route in routes {
        for (under, found) in [(&here.body, false), (&there.body, true)] {
            let address = route
                .path
                .replace("{slug}", under.as_str())
                .replace("{pool}", there.pool.as_str());
            let (status, body) = match route.method {
                Method::POST => site.post(&address, &operator, "").await,
                _ => site.get(&address, &operator).await,
            };
            let told = format!("{} {address}: {status}", route.method);
            assert!(!status.is_server_error(), "{told} {body}");
            assert_eq!(status != StatusCode::NOT_FOUND, found, "{told}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pool_is_agreed_to_as_it_was_read_and_changed_after_its_shares_were_shown() {
    let site = Installation::open(Engine::Sqlite).await;
    let operator = site.caller(Scope::Operator).await;
    let [here, _] = site.plans();
    let list = format!("/espace/gouvernances/{}/mutualisations", here.body);
    let pool = format!("{list}/{}", here.pool);
    let own = format!(
        "/espace/structures/{}/mutualisations/{}",
        here.body, here.pool
    );
    let (_, page) = site.get(&list, &operator).await;
    assert!(page.contains(here.pool.as_str()), "{page}");
    let (_, page) = site.get(&own, &operator).await;
    assert!(page.contains("name=\"version\" value=\"1\""), "{page}");
    let change = format!("{pool}/modifier");
    let typed = format!(
        "version=1&mut-porteur={}&mut-propre-1=10&mut-propre-2=20&mut-commun=0,03&mut-cle=egal&mut-motif=Devis",
        here.body
    );
    let (status, page) = site.post(&change, &operator, typed.clone()).await;
    assert_eq!(status, StatusCode::OK, "shown before it is written: {page}");
    assert!(page.contains("10,02") && page.contains("20,01"), "{page}");
    let seen = page.split("name=\"mut-vu\" value=\"").nth(1).unwrap();
    let seen = seen.split('"').next().unwrap().replace(' ', "+");
    let typed = format!("{typed}&mut-vu={seen}");
    let (status, page) = site.post(&change, &operator, typed.clone()).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
    let (status, page) = site.post(&own, &operator, "version=1").await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{page}");
    assert!(page.contains("Les termes ont changé"), "{page}");
    let (status, page) = site.post(&own, &operator, "version=2").await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
    let (_, page) = site.get(&format!("{own}/quitter"), &operator).await;
    assert!(page.contains("Il ne resterait qu"), "told before: {page}");
    let (status, _) = site
        .post(&format!("{pool}/defaire"), &operator, "version=2")
        .await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "no reason");
    let undo = "version=2&mut-motif=Chacune+de+son+c%C3%B4t%C3%A9";
    let (status, page) = site.post(&format!("{pool}/defaire"), &operator, undo).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
    let (_, page) = site.get(&list, &operator).await;
    assert!(page.contains("Acheter Canari"), "free again: {page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_organisations_weigh_is_shown_before_it_is_written_and_told_to_those_who_agree() {
    let site = Installation::open(Engine::Sqlite).await;
    let operator = site.caller(Scope::Operator).await;
    let [here, _] = site.plans();
    let pool = format!(
        "/espace/gouvernances/{}/mutualisations/{}",
        here.body, here.pool
    );
    let change = format!("{pool}/modifier");
    let (_, page) = site.get(&change, &operator).await;
    assert!(page.contains("mut-poids-structure-canari"), "{page}");
    let typed = |weights: [&str; 2]| {
        format!(
            "version=1&mut-porteur={body}&mut-commun=10,01&mut-cle=poids&mut-motif=Convenu\
            &mut-poids-{body}={}&mut-poids-voisine-{body}={}",
            weights[0],
            weights[1],
            body = here.body
        )
    };
    for (weights, told) in [
        (["deux", "1"], "Écrivez un nombre entier"),
        (["", "0"], "Donnez un poids"),
    ] {
        let (status, page) = site.post(&change, &operator, typed(weights)).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{page}");
        assert!(page.contains(told), "{page}");
        assert!(page.contains("Convenu"), "what was typed stays: {page}");
    }
    let typed = typed(["3", "1"]);
    let (status, page) = site.post(&change, &operator, typed.clone()).await;
    assert_eq!(status, StatusCode::OK, "{page}");
    assert!(page.contains("7,51") && page.contains("2,50"), "{page}");
    let seen = page.split("name=\"mut-vu\" value=\"").nth(1).unwrap();
    let seen = seen.split('"').next().unwrap();
    let seen = seen.replace(' ', "+").replace("&#61;", "=");
    let other = typed.replace("=3&", "=2&");
    let other = format!("{other}&mut-vu={}", seen.replace('=', "%3D"));
    let (status, page) = site.post(&change, &operator, other).await;
    assert_eq!(
        status,
        StatusCode::OK,
        "other weights are shown again: {page}"
    );
    let typed = format!("{typed}&mut-vu={}", seen.replace('=', "%3D"));
    let (status, page) = site.post(&change, &operator, typed).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
    let own = format!(
        "/espace/structures/{}/mutualisations/{}",
        here.body, here.pool
    );
    let (_, page) = site.get(&own, &operator).await;
    assert!(page.contains("selon des poids convenus"), "{page}");
    assert!(page.contains("name=\"version\" value=\"2\""), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_is_written_on_the_envelope_of_its_address_and_seen_on_no_other() {
    let site = Installation::open(Engine::Sqlite).await;
    let operator = site.caller(Scope::Operator).await;
    let here = "/espace/enveloppes/structure-canari";
    let there = "/espace/enveloppes/structure-ailleurs";
    let line = "formulaire=01a2120a-6c92-722d-9fe3-b5885a806df6&env-ligne-demande=demande-1\
        &env-ligne-structure=structure-canari\
        &env-ligne-territoire=commune-35238&env-ligne-annee=2026&env-ligne-montant=55,50+%E2%82%AC\
        &env-ligne-motif=Motif+de+l%27essai";
    let address = format!("{here}/promettre");
    for _ in 0..2 {
        let (status, body) = site.post(&address, &operator, line).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
    }
    let (_, page) = site.get(here, &operator).await;
    assert!(page.contains("Motif de l"), "{page}");
    assert_eq!(
        page.matches("annuler?ligne=").count(),
        1,
        "sent twice: {page}"
    );
    let (_, other) = site.get(there, &operator).await;
    assert!(!other.contains("Motif de l"), "{other}");
    let beyond = line
        .replace("b5885a806df6", "b5885a806df7")
        .replace("55,50", "945");
    let (status, page) = site.post(&address, &operator, beyond).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{page}");
    assert!(page.contains("944,50"), "what is left is told: {page}");
    let (status, _) = site.get("/espace/enveloppes/nulle-part", &operator).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    // Members of the body see no sum of one organisation alone.
    let list = "/espace/gouvernances/structure-canari/enveloppes";
    let (_, members) = site.get(list, &operator).await;
    assert!(!members.contains("55,50"), "{members}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_agreement_and_a_lot_are_reached_through_their_own_envelope_and_organisation_alone() {
    let site = Installation::open(Engine::Sqlite).await;
    let operator = site.caller(Scope::Operator).await;
    let lot = site.lots()[1].to_string();
    let of_either = |path: &str| path.contains("{convention}") || path.contains("{lot}");
    let routes = crate::routes().list.into_iter();
    let routes: Vec<_> = routes.filter(|route| of_either(&route.path)).collect();
    assert!(routes.len() >= 25, "{} routes", routes.len());
    for route in routes {
        for (under, found) in [("structure-canari", false), ("structure-ailleurs", true)] {
            let address = route
                .path
                .replace("{slug}", under)
                .replace("{convention}", "structure-ailleurs")
                .replace("{lot}", &lot);
            let (status, body) = match route.method {
                Method::POST => site.post(&address, &operator, "").await,
                _ => site.get(&address, &operator).await,
            };
            let told = format!("{} {address}: {status}", route.method);
            assert!(!status.is_server_error(), "{told} {body}");
            assert_eq!(status != StatusCode::NOT_FOUND, found, "{told}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_beneficiary_reports_in_words_and_finds_its_report() {
    let site = Installation::open(Engine::Sqlite).await;
    let operator = site.caller(Scope::Operator).await;
    let here = "/espace/structures/structure-canari/conventions/structure-canari";
    let address = format!("{here}/bilan");
    let (_, form) = site.get(&address, &operator).await;
    assert!(
        form.contains("value=\"40,00\""),
        "what was spent is told: {form}"
    );
    let typed =
        "conv-bilan=final&conv-bilan-mots=Tout+est+en+place.&conv-mesures=Postes%0D%0ASalles";
    let (status, page) = site.post(&address, &operator, typed).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("Tout est en place."), "what was typed stays");
    let whole = format!("{typed}&conv-depense=40&appel-fonction=direction");
    for _ in 0..2 {
        let (status, page) = site.post(&address, &operator, whole.clone()).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
    }
    let (_, page) = site.get(here, &operator).await;
    assert_eq!(page.matches("Tout est en place.").count(), 1, "{page}");
    let (_, page) = site.get(&address, &operator).await;
    assert!(
        !page.contains("name=\"conv-bilan\""),
        "nothing after the final report"
    );
    let (_, place) = site
        .get("/espace/structures/structure-canari/equipement", &operator)
        .await;
    assert!(place.contains("12 ordinateurs"), "{place}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_partner_answers_what_it_is_asked_and_finds_nothing_of_another() {
    let site = Installation::open(Engine::Sqlite).await;
    let operator = site.caller(Scope::Operator).await;
    for (under, found) in [("structure-canari", true), ("structure-ailleurs", false)] {
        let page = format!("/espace/structures/{under}/avis/socles/dispositif-structure-canari");
        let (status, body) = site.get(&page, &operator).await;
        assert_eq!(status == StatusCode::OK, found, "{under}: {status}");
        assert_eq!(body.contains("avis-wifi"), found, "{under}: {body}");
        let said = "avis-wifi=oppose&motif-wifi=Trop+cher.";
        let (status, _) = site.post(&page, &operator, said).await;
        assert_eq!(status == StatusCode::SEE_OTHER, found, "{under}: {status}");
    }
    let list = "/espace/structures/structure-canari/avis";
    let (_, body) = site.get(list, &operator).await;
    assert!(
        body.contains("/avis/socles/dispositif-structure-canari"),
        "{body}"
    );
    let (_, desk) = site
        .get("/espace/dispositifs/structure-canari/socle", &operator)
        .await;
    assert!(desk.contains("Trop cher."), "who works there reads why");
    let (_, public) = site
        .get("/dispositifs/structure-canari/socle", &operator)
        .await;
    assert!(!public.contains("Trop cher."), "everybody does not");
}
