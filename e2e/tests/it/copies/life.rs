//! What a person leaves in an installation: an account with every right, invitations given and received, a draft,
//! proposals with and without the account, mails.

use anyhow::{Context, Result, ensure};
use hyper::{Method, StatusCode};
use portulan_e2e::http::{Answer, get, send};
use portulan_e2e::site::Site;

/// The address of the person who is erased.
pub(super) const ADDRESS: &str = "quentine.serinette@canari.exemple.fr";
/// Their name.
const NAME: &str = "Quentine Serinette";
/// What they wrote.
const WORDS: &str = "le grelot vert tinte avant midi";
/// What must be nowhere once they are erased.
pub(super) const CANARIES: [&str; 3] = [ADDRESS, NAME, WORDS];
/// Somebody who stays.
pub(super) const OTHER: &str = "nour@exemple.fr";

/// Leads it.
pub(super) async fn lead(site: &Site) -> Result<()> {
    for (address, name) in [(ADDRESS, NAME), (OTHER, "Nour E.")] {
        site.run(&["user", "add", address, "--name", name])?;
        site.run(&["user", "give", address, "--role", "operator"])?;
    }
    let invited = ["--role", "mediator", "--node", "commune-29019"];
    site.run(&[&["user", "invite", ADDRESS], invited.as_slice()].concat())?;
    let person = Person::enter(site).await?;
    let slug = a_place(site).await?;
    let until = [("role", "coordinator"), ("jusqu_au", "")];
    for (email, name) in [(OTHER, "Nour E."), ("invitee@exemple.fr", "Dominique")] {
        let form = [&[("email", email), ("nom", name)], until.as_slice()].concat();
        person
            .post("/espace/personnes/commune-35238", &form)
            .await?;
    }
    let draft = format!("/lieux/{slug}/modifier/presentation/brouillon");
    person.post(&draft, &[("resume", WORDS)]).await?;
    person.report(&slug, WORDS).await?;
    let stranger = Person {
        site,
        cookies: String::new(),
    };
    stranger.report(&slug, WORDS).await?;
    let asked = [("email", ADDRESS), ("suite", "")];
    stranger.post("/connexion/recevoir", &asked).await?;
    let page = get_as(&person, "/compte").await?;
    ensure!(page.text.contains(NAME), "she is in");
    Ok(())
}

/// The slug of a place.
async fn a_place(site: &Site) -> Result<String> {
    let page = get(&site.at("/api/v1/lieux?limite=1")).await?.json()?;
    let slug = page.pointer("/lieux/0/slug").and_then(|slug| slug.as_str());
    Ok(slug.context("a place")?.to_owned())
}

struct Person<'a> {
    site: &'a Site,
    cookies: String,
}

impl<'a> Person<'a> {
    async fn enter(site: &'a Site) -> Result<Self> {
        let printed = site.run(&["user", "link", ADDRESS])?;
        let (_, path) = printed.split_once("localhost:8080").context("a link")?;
        let stranger = Self {
            site,
            cookies: String::new(),
        };
        let opened = stranger.post(path, &[]).await?;
        let given = opened.headers.get_all("set-cookie").iter();
        let pairs = given.filter_map(|one| one.to_str().ok()?.split(';').next());
        let cookies = pairs.collect::<Vec<_>>().join("; ");
        Ok(Self { site, cookies })
    }

    async fn post(&self, path: &str, form: &[(&str, &str)]) -> Result<Answer> {
        let body: String = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(form)
            .finish();
        let headers = [
            ("cookie", self.cookies.as_str()),
            ("content-type", "application/x-www-form-urlencoded"),
            ("sec-fetch-site", "same-origin"),
        ];
        let answer = send(Method::POST, &self.site.at(path), &headers, body).await?;
        let expected = [
            StatusCode::SEE_OTHER,
            StatusCode::NO_CONTENT,
            StatusCode::OK,
        ];
        ensure!(
            expected.contains(&answer.status),
            "{path}: {} {}",
            answer.status,
            answer.text
        );
        ensure!(
            !answer.text.contains("class=\"wrong\""),
            "{path}: {}",
            answer.text
        );
        Ok(answer)
    }

    async fn report(&self, slug: &str, words: &str) -> Result<()> {
        let path = format!("/lieux/{slug}/signaler");
        let page = get_as(self, &path).await?.text;
        let (_, rest) = page
            .split_once("name=\"formulaire\" value=\"")
            .context("a form")?;
        let (form, _) = rest.split_once('"').context("its secret")?;
        let typed = [
            ("formulaire", form),
            ("probleme", "horaires"),
            ("horaires", "lundi 9h-12h"),
            ("texte", words),
            ("contact", ADDRESS),
        ];
        self.post(&path, &typed).await?;
        Ok(())
    }
}

async fn get_as(person: &Person<'_>, path: &str) -> Result<Answer> {
    let headers = [("cookie", person.cookies.as_str())];
    send(Method::GET, &person.site.at(path), &headers, String::new()).await
}
