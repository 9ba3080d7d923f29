//! `/exploitation`: the state of the installation, and the way to the rest.

use askama::Template;
use axum::response::Response;
use portulan_app::doctor::{self, Health};
use portulan_i18n::{Lang, Words};

use crate::auth::{Desk, Refused};
use crate::pages::page::{Page, html};

#[derive(Template)]
#[template(path = "operator/state.html")]
struct State {
    page: Page,
    findings: Vec<Finding>,
}

/// A check of the installation.
struct Finding {
    class: &'static str,
    health: String,
    words: String,
    advice: Option<String>,
}

/// `GET /exploitation`.
pub(super) async fn show(desk: Desk) -> Result<Response, Refused> {
    let findings = doctor::examine(desk.app(), &desk.may()?).await?;
    let lang = desk.visit.lang;
    Ok(html(&State {
        page: desk.page(desk.words().get("operator-title"), "etat"),
        findings: findings.iter().map(|one| told(lang, one)).collect(),
    }))
}

fn told(lang: Lang, finding: &doctor::Finding) -> Finding {
    let words = Words::new(lang);
    let (class, health) = match finding.health {
        Health::Good => ("is-open", "doctor-good"),
        Health::Doubtful => ("is-doubtful", "doctor-doubtful"),
        Health::Wrong => ("is-unknown", "doctor-wrong"),
    };
    let advice = format!("doctor-{}-advice", finding.check);
    Finding {
        class,
        health: words.get(health),
        words: words.with(
            &format!("doctor-{}", finding.check),
            &[("value", finding.value.as_str().into())],
        ),
        advice: (finding.health != Health::Good).then(|| words.get(&advice)),
    }
}
