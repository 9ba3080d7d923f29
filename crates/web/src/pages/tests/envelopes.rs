//! Envelopes on their forms: what is written there reads back as what it was, whoever bears the same name, and what is refused is
//! said under the field in which it is mended.

use axum::http::StatusCode;
use portulan_app::means::envelopes::{self, Wish};
use portulan_app::organisations;
use portulan_model::means::envelopes::{Ceilings, EnvelopeKind, Funder, Rate};
use portulan_model::people::Organisation;
use portulan_model::{Cents, Period, Slug};
use portulan_policy::actions::ManageEnvelopes;
use portulan_policy::{Actor, Node, allow};
use portulan_testkit::Engine;

use super::routes::site::{Caller, Installation, Scope, may};

const ENVELOPE: &str = "/espace/enveloppes/homonymes";

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

/// Two organisations of one name; an envelope that somebody outside brings, who bears it too, with ceilings of both and of
/// territories that share their names with others.
async fn homonyms(site: &Installation) {
    for address in ["fondation-a", "fondation-b"] {
        let level = "departement-35".parse().unwrap();
        let named = Organisation::named(slug(address), "Fondation du Large".to_owned(), level);
        organisations::create(&site.app, &may(), named)
            .await
            .unwrap();
    }
    let euros = |(key, sum): (&str, i32)| (key.parse().unwrap(), Cents::euros(sum));
    let wish = Wish {
        label: "Homonymes".to_owned(),
        kind: EnvelopeKind::Posts,
        funder: Funder::Outside("Structure Canari".to_owned()),
        period: Period::years(2026, 2028).unwrap(),
        amount: Cents::euros(1_000),
        ceilings: Ceilings {
            territories: [
                ("commune-75056", 10),
                ("departement-974", 20),
                ("commune-93066", 30),
            ]
            .map(euros)
            .into(),
            each: None,
            beneficiaries: [("fondation-a", 40), ("fondation-b", 50)]
                .map(|(key, sum)| (slug(key), Cents::euros(sum)))
                .into(),
        },
        rate: Rate::default(),
        source: None,
    };
    let body = Node::Body(slug("structure-canari"));
    let make = allow::<ManageEnvelopes>(&Actor::Operator, body).unwrap();
    envelopes::create(&site.app, &make, &wish).await.unwrap();
}

/// The value of a field of a page.
fn value(page: &str, field: &str) -> String {
    let (_, rest) = page.split_once(&format!("name=\"{field}\"")).unwrap();
    let (_, rest) = rest.split_once('>').unwrap();
    let text = rest.split('<').next().unwrap();
    text.replace("&#39;", "'").replace("&#34;", "\"")
}

async fn form(site: &Installation, caller: &Caller, who: &str) -> String {
    let (_, page) = site.get(&format!("{ENVELOPE}/modifier"), caller).await;
    let lines = |field: &str| {
        let text = value(&page, field);
        text.trim().replace('\n', "%0A").replace(' ', "+")
    };
    let (places, structures) = ("env-plafonds-territoires", "env-plafonds-structures");
    format!(
        "env-nom=Homonymes&env-objet=postes&env-financeur=Structure+Canari&env-financeur-est={who}&env-montant=1000\
         &env-debut=2026-01-01&env-fin=2028-12-31&{places}={}&{structures}={}",
        lines(places),
        lines(structures)
    )
}

#[tokio::test]
async fn what_a_form_shows_of_namesakes_reads_back_as_what_it_was() {
    let site = Installation::open(Engine::Sqlite).await;
    homonyms(&site).await;
    let operator = site.caller(Scope::Operator).await;
    let known = slug("homonymes");
    let before = envelopes::find(&site.app, &known).await.unwrap();
    let change = format!("{ENVELOPE}/modifier");
    let (_, page) = site.get(&change, &operator).await;
    for told in [
        "Fondation du Large [fondation-a]",
        "Fondation du Large [fondation-b]",
        "Paris (75056)",
        "La Réunion (departement-974)",
        "Saint-Denis (93066)",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
    let outside = form(&site, &operator, "autre").await;
    let (status, body) = site.post(&change, &operator, outside.clone()).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{outside}: {body}");
    let after = envelopes::find(&site.app, &known).await.unwrap();
    assert_eq!(after, before, "nothing was changed");
    // An organisation is one because somebody says so.
    let inside = form(&site, &operator, "connu").await;
    let (status, body) = site.post(&change, &operator, inside).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
    let after = envelopes::find(&site.app, &known).await.unwrap();
    assert_eq!(after.funder, Funder::Organisation(slug("structure-canari")));
}

#[tokio::test]
async fn what_is_refused_is_said_under_the_field_in_which_it_is_mended() {
    let site = Installation::open(Engine::Sqlite).await;
    homonyms(&site).await;
    let operator = site.caller(Scope::Operator).await;
    let line = "env-ligne-demande=demande-1&env-ligne-structure=structure-canari\
        &env-ligne-territoire=commune-93066&env-ligne-annee=2026&env-ligne-montant=5&env-ligne-motif=Essai";
    let whole = form(&site, &operator, "autre").await;
    for (act, form, wrong) in [
        (
            "modifier",
            whole
                .replace("Structure+Canari", "Personne")
                .replace("=autre", "=connu"),
            "env-financeur-faux",
        ),
        (
            "modifier",
            whole.replace("[fondation-a]", ""),
            "env-plafonds-structures-faux",
        ),
        (
            "modifier",
            whole.replace("+10", "+1001"),
            "env-plafonds-territoires-faux",
        ),
        (
            "modifier",
            format!("{whole}&env-plafond-chacune=1001"),
            "env-plafond-chacune-faux",
        ),
        (
            "modifier",
            format!("{whole}&env-plancher=20&env-plafond-demande=10"),
            "env-plancher-faux",
        ),
        (
            "promettre",
            line.replace("demande-1", ""),
            "env-ligne-demande-faux",
        ),
        (
            "promettre",
            line.replace("=5&", "=31&"),
            "env-ligne-montant-faux",
        ),
        (
            "promettre",
            line.replace("2026", "2030"),
            "env-ligne-annee-faux",
        ),
    ] {
        let address = format!("{ENVELOPE}/{act}");
        let (status, body) = site.post(&address, &operator, form.clone()).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
        assert!(body.contains(wrong), "{form} lacks {wrong}: {body}");
        assert_eq!(body.matches("class=\"field-wrong\"").count(), 1, "{form}");
    }
}

#[tokio::test]
async fn a_long_ledger_is_read_page_by_page_the_last_lines_first() {
    let site = Installation::open(Engine::Sqlite).await;
    let operator = site.caller(Scope::Operator).await;
    let here = "/espace/enveloppes/structure-canari";
    let promise = format!("{here}/promettre");
    for number in 1..=51 {
        let line = format!(
            "env-ligne-demande=demande-{number}&env-ligne-structure=structure-canari\
             &env-ligne-territoire=commune-35238&env-ligne-annee=2026&env-ligne-montant=1&env-ligne-motif=Essai"
        );
        let (status, body) = site.post(&promise, &operator, line).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
    }
    let lines = |page: &str| page.matches("annuler?ligne=").count();
    let (_, first) = site.get(here, &operator).await;
    assert_eq!(lines(&first), 50);
    assert!(first.contains("ligne=51\""), "{first}");
    assert!(first.contains(&format!("{here}?page=1#lignes")), "{first}");
    let (_, last) = site.get(&format!("{here}?page=1"), &operator).await;
    assert_eq!(lines(&last), 1);
    assert!(
        last.contains("ligne=1\"") && !last.contains("page=2"),
        "{last}"
    );
}
