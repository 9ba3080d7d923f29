//! The ways into an account that people change themselves: a provider of identity that opens one, is tied to another and
//! untied; a password that is chosen, lost and chosen again. By keyboard, with and without scripts.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use portulan_e2e::browser::{Browser, Setting};
use portulan_e2e::site::{CLOCK, Site};
use portulan_testkit::SmtpSink;
use portulan_testkit::oidc::{CLIENT_ID, CLIENT_SECRET, OidcProvider, Play};
use tempfile::TempDir;

use crate::accounts::path_of;
use crate::both::{Engine, WAYS, home, on_both_engines, start_with};

on_both_engines! {
    a_person_comes_in_by_a_provider_of_identity
    a_provider_is_tied_to_an_account_opens_it_and_is_untied
    a_lost_password_is_chosen_again_by_mail
}

const BY_PROVIDER: &str = "a[href='/connexion/service/essai']";
const LEAVE: &str = "form[action='/compte/quitter'] button";
/// Where the link of the mail leads.
const RECOVERY: &str = "/connexion/mot-de-passe/";
/// How long a mail may take: the outbox is looked at every ten seconds.
const SOON: Duration = Duration::from_secs(40);

const LOST: &str = "trois chats dorment sous la table";
const CHOSEN: &str = "quatre mots bien au chaud";

/// The demonstration, the provider that it offers, and where it reads so.
struct Offer {
    site: Site,
    _provider: OidcProvider,
    _folder: TempDir,
}

fn offer(engine: Engine) -> Result<Offer> {
    let provider = OidcProvider::start(Play {
        now: CLOCK.parse().ok(),
        ..Play::default()
    });
    let folder = tempfile::tempdir()?;
    std::fs::write(folder.path().join("secret"), CLIENT_SECRET)?;
    let list = folder.path().join("services.toml");
    let entry = format!(
        "[[provider]]\nslug = \"essai\"\nlabel = \"Service d’essai\"\nissuer = {:?}\nclient_id = {CLIENT_ID:?}\n\
         client_secret_file = \"secret\"\n",
        provider.issuer()
    );
    std::fs::write(&list, entry)?;
    let list = list.to_str().context("a path")?;
    let site = start_with(engine, &["--oidc", list, "--allow-private-addresses"])?;
    Ok(Offer {
        site,
        _provider: provider,
        _folder: folder,
    })
}

async fn open(scripts: bool) -> Result<Browser> {
    let setting = Setting {
        scripts,
        ..Setting::default()
    };
    Browser::open(setting).await
}

/// Comes in by the provider, where one button says who one is.
async fn come_by_provider(site: &Site, browser: &Browser) -> Result<()> {
    browser.goto(&site.at("/connexion")).await?;
    browser.follow(BY_PROVIDER).await?;
    browser.follow("button[value='continuer']").await?;
    browser.find(".desk-nav").await?;
    let path = browser.path().await?;
    ensure!(path == "/espace", "{path}");
    Ok(())
}

async fn a_person_comes_in_by_a_provider_of_identity(engine: Engine) -> Result<()> {
    for scripts in WAYS {
        let offer = offer(engine)?;
        let (site, browser) = (&offer.site, open(scripts).await?);
        come_by_provider(site, &browser).await?;
        browser.says("Vous n’avez pas encore de rôle").await?;
        browser.goto(&site.at("/compte")).await?;
        browser.says("par un service d’identité").await?;
        browser.follow("a[href='/compte/effacer']").await?;
        browser
            .follow("form[action='/compte/effacer'] button")
            .await?;
        browser.says("Votre compte est effacé").await?;
    }
    Ok(())
}

/// The name of the account that is open.
async fn name(site: &Site, browser: &Browser) -> Result<String> {
    browser.goto(&site.at("/compte")).await?;
    let name = browser.find("#nom").await?.prop("value").await?;
    name.context("a name")
}

async fn a_provider_is_tied_to_an_account_opens_it_and_is_untied(engine: Engine) -> Result<()> {
    for scripts in WAYS {
        let offer = offer(engine)?;
        let site = &offer.site;
        let printed = site.run(&["user", "add", "camille@exemple.fr", "--name", "Camille D."])?;
        let browser = open(scripts).await?;
        browser.goto(&site.at(&path_of(&printed)?)).await?;
        browser.follow("main form button").await?;
        browser.goto(&site.at("/compte")).await?;
        browser.says("Ce service n’ouvre pas votre compte").await?;
        browser
            .follow("form[action='/compte/service/essai'] button")
            .await?;
        browser
            .says("Vous allez vous connecter chez Service d’essai")
            .await?;
        browser.follow("main a.act").await?;
        browser.follow("button[value='continuer']").await?;
        browser.says("ouvre maintenant le vôtre").await?;
        browser.follow(LEAVE).await?;

        come_by_provider(site, &browser).await?;
        let opened = name(site, &browser).await?;
        ensure!(opened == "Camille D.", "{opened}");
        browser
            .follow("form[action='/compte/services/retirer'] button")
            .await?;
        browser.says("Ce service n’ouvre plus votre compte").await?;
        browser.follow(LEAVE).await?;

        come_by_provider(site, &browser).await?;
        let opened = name(site, &browser).await?;
        ensure!(opened != "Camille D.", "the provider opens it still");
    }
    Ok(())
}

/// The path of the link that arrived.
async fn mailed(sink: &SmtpSink) -> Result<String> {
    let start = Instant::now();
    loop {
        for mail in sink.mails() {
            let text = mail.text();
            let mut words = text.split_whitespace();
            if let Some((_, token)) = words.find_map(|word| word.split_once(RECOVERY)) {
                ensure!(mail.to == ["camille@exemple.fr"], "{:?}", mail.to);
                return Ok(format!("{RECOVERY}{token}"));
            }
        }
        ensure!(start.elapsed() < SOON, "no mail");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

async fn a_lost_password_is_chosen_again_by_mail(engine: Engine) -> Result<()> {
    for scripts in WAYS {
        let sink = SmtpSink::start();
        let url = sink.url();
        let options = ["--smtp-url", &url, "--mail-from", "bonjour@exemple.fr"];
        let site = Site::serve(home(engine)?, &options)?;
        let printed = site.run(&["user", "add", "camille@exemple.fr", "--name", "Camille D."])?;
        let browser = open(scripts).await?;
        browser.goto(&site.at(&path_of(&printed)?)).await?;
        browser.follow("main form button").await?;
        choose_one(&site, &browser).await?;
        lose_it(&site, &browser, &sink).await?;
    }
    Ok(())
}

/// Chooses a first password, and leaves.
async fn choose_one(site: &Site, browser: &Browser) -> Result<()> {
    browser.goto(&site.at("/compte")).await?;
    browser.follow("a[href='/compte/mot-de-passe']").await?;
    browser.fill("#mot_de_passe", LOST).await?;
    browser.follow("main .sheet-form button.act").await?;
    browser.says("Le mot de passe est enregistré").await?;
    browser.follow(LEAVE).await
}

/// Asks for another by mail; it opens the account, and the first one no more.
async fn lose_it(site: &Site, browser: &Browser, sink: &SmtpSink) -> Result<()> {
    browser.goto(&site.at("/connexion")).await?;
    browser.follow("a[href='/connexion/oubli']").await?;
    browser.fill("#email", "camille@exemple.fr").await?;
    browser.send("main form button.act").await?;
    browser.says("Si camille@exemple.fr a un compte").await?;
    let link = mailed(sink).await?;
    browser.goto(&site.at(&link)).await?;
    browser.fill("#mot_de_passe", "court").await?;
    browser.send("main form button.act").await?;
    browser.says("Ce mot de passe est trop court").await?;
    browser.fill("#mot_de_passe", CHOSEN).await?;
    browser.follow("main form button.act").await?;
    browser.says("Le mot de passe est enregistré").await?;
    browser.follow(LEAVE).await?;

    browser.goto(&site.at("/connexion")).await?;
    browser.fill("#adresse", "camille@exemple.fr").await?;
    browser.fill_and_enter("#mot_de_passe", LOST).await?;
    browser.says("ne vont pas ensemble").await?;
    browser.fill_and_enter("#mot_de_passe", CHOSEN).await?;
    let opened = name(site, browser).await?;
    ensure!(opened == "Camille D.", "{opened}");
    browser.goto(&site.at(&link)).await?;
    browser.says("Il a déjà servi").await
}
