//! A coordinator asks the places of a town; the mail arrives at a mail server; one press on its button and the page of
//! the place says that the place itself confirmed it: by keyboard, with and without scripts.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use portulan_e2e::browser::{Browser, Setting};
use portulan_e2e::site::Site;
use portulan_testkit::SmtpSink;

use crate::accounts::path_of;
use crate::both::{Engine, WAYS, home, on_both_engines};

on_both_engines! {
    a_campaign_is_sent_and_one_press_on_its_mail_confirms_the_places
}

/// How long a mail may take: the outbox is looked at every ten seconds.
const SOON: Duration = Duration::from_secs(40);
const LIST: &str = "id,nom,commune,code_postal,adresse,telephone,courriels,date_maj\n\
    1,Maison Un,Saint-Malo,35400,1 rue de l'Essai,0299000001,accueil@exemple.fr,2025-01-01\n\
    2,Maison Deux,Saint-Malo,35400,2 rue de l'Essai,0299000002,accueil@exemple.fr,2025-01-01\n";

struct Walk {
    site: Site,
    browser: Browser,
    sink: SmtpSink,
    scripts: bool,
}

impl Walk {
    /// Serves two places of one address.
    async fn begin(engine: Engine, scripts: bool) -> Result<Self> {
        let home = home(engine)?;
        let list = home.path().join("lieux.csv");
        std::fs::write(&list, LIST)?;
        let list = list.to_str().context("a path")?;
        home.run(&["import", list, "--source", "essai"])?;
        let sink = SmtpSink::start();
        let url = sink.url();
        let options = ["--smtp-url", &url, "--mail-from", "bonjour@exemple.fr"];
        let site = Site::serve(home, &options)?;
        let setting = Setting {
            scripts,
            width: 360,
            ..Setting::default()
        };
        Ok(Self {
            browser: Browser::open(setting).await?,
            site,
            sink,
            scripts,
        })
    }

    async fn goto(&self, path: &str) -> Result<()> {
        self.browser.goto(&self.site.at(path)).await
    }

    async fn says(&self, words: &str) -> Result<()> {
        self.browser.says(words).await
    }

    /// No fault of accessibility, nothing wider than the screen.
    async fn judge(&self) -> Result<()> {
        let path = self.browser.path().await?;
        // The judge is a script itself.
        if self.scripts {
            let faults = self.browser.axe().await?;
            ensure!(faults.is_empty(), "{path}: {faults:?}");
        }
        ensure!(self.browser.overflow().await? <= 0.0, "{path} overflows");
        Ok(())
    }

    /// Comes in as whoever coordinates Saint-Malo.
    async fn come_in(&self) -> Result<()> {
        let arguments = [
            "user",
            "invite",
            "coordination@exemple.fr",
            "--role",
            "coordinator",
            "--node",
            "commune-35288",
        ];
        let link = path_of(&self.site.run(&arguments)?)?;
        self.goto(&link).await?;
        self.browser.fill("#nom", "Camille D.").await?;
        self.browser.follow("main form button").await
    }

    /// The path of the link that arrived.
    async fn mailed(&self) -> Result<String> {
        let start = Instant::now();
        loop {
            let mails = self.sink.mails();
            let mut to_place = mails
                .iter()
                .filter(|mail| mail.to == ["accueil@exemple.fr"]);
            if let Some(mail) = to_place.next() {
                ensure!(
                    to_place.next().is_none(),
                    "one digest, never a mail for each place"
                );
                let text = mail.text();
                let link = text
                    .split_whitespace()
                    .find_map(|word| word.split_once("/confirmer/"));
                let (_, token) = link.with_context(|| format!("no link in:\n{text}"))?;
                return Ok(format!("/confirmer/{token}"));
            }
            ensure!(start.elapsed() < SOON, "no mail");
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    }
}

async fn a_campaign_is_sent_and_one_press_on_its_mail_confirms_the_places(
    engine: Engine,
) -> Result<()> {
    for scripts in WAYS {
        let walk = Walk::begin(engine, scripts).await?;
        journey(&walk)
            .await
            .context(format!("scripts: {scripts}"))?;
    }
    Ok(())
}

async fn journey(walk: &Walk) -> Result<()> {
    let browser = &walk.browser;
    walk.come_in().await?;
    browser
        .follow(".desk-nav a[href='/espace/campagnes']")
        .await?;
    walk.judge().await?;
    browser.follow("main a.act").await?;
    walk.judge().await?;
    browser.follow("main form button.act").await?;
    walk.says("1 message partirait").await?;
    walk.says("2 lieux seraient vérifiés").await?;
    walk.judge().await?;
    browser.follow("main form[method='post'] button").await?;
    walk.says("La campagne est lancée").await?;
    walk.judge().await?;
    let campaign = browser.path().await?;

    let link = walk.mailed().await?;
    walk.goto(&link).await?;
    walk.says("Tout est juste pour mes 2 lieux").await?;
    walk.judge().await?;
    browser.follow("section a.act").await?;
    walk.says("Corriger ce lieu").await?;
    walk.judge().await?;
    walk.goto(&link).await?;
    browser.follow("button[value='tous']").await?;
    walk.says("Merci").await?;
    walk.judge().await?;
    browser.follow("ul.links a").await?;
    walk.says("confirmé par le lieu").await?;
    walk.goto(&link).await?;
    walk.says("Déjà répondu, merci").await?;

    walk.goto(&campaign).await?;
    walk.says("2 lieux confirmés").await?;
    walk.says("A répondu").await
}
