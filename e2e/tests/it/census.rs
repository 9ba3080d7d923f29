//! A territory asks a town hall: a mail leaves, its link is answered without an account, the census has moved on and
//! what is to be added waits to be examined: with and without scripts.

use anyhow::{Context, Result, ensure};
use portulan_e2e::browser::{Browser, Setting};
use portulan_e2e::site::Site;

use crate::both::{Engine, on_both_engines, scripts, start};

on_both_engines! {
    a_town_hall_is_asked_by_mail_answers_and_the_census_moves_on
}

/// A commune of Rennes Métropole without a place in the demonstration is asked too.
const EMPTY: &str = "Cintré";

struct Walk {
    site: Site,
    browser: Browser,
    scripts: bool,
}

impl Walk {
    /// Opens the operator's session by its link.
    async fn begin(engine: Engine, scripts: bool) -> Result<Self> {
        let site = start(engine)?;
        let setting = Setting {
            scripts,
            ..Setting::default()
        };
        let browser = Browser::open(setting).await?;
        browser.goto(&site.at(&site.desk)).await?;
        browser.follow("main form button").await?;
        Ok(Self {
            site,
            browser,
            scripts,
        })
    }

    async fn goto(&self, path: &str) -> Result<()> {
        self.browser.goto(&self.site.at(path)).await
    }

    async fn fill(&self, field: &str, text: &str) -> Result<()> {
        let field = self.browser.find(field).await?;
        field.clear().await?;
        Ok(field.send_keys(text).await?)
    }

    async fn click(&self, selector: &str) -> Result<()> {
        Ok(self.browser.find(selector).await?.click().await?)
    }

    async fn says(&self, words: &str) -> Result<()> {
        let text = self.browser.text().await?;
        ensure!(text.contains(words), "no {words:?} on:\n{text}");
        Ok(())
    }

    /// No fault of accessibility at both widths, nothing wider than the screen.
    async fn judge(&self) -> Result<()> {
        let path = self.browser.path().await?;
        for (width, dark) in [(360, false), (1280, true), (1280, false)] {
            let setting = Setting {
                scripts: self.scripts,
                dark,
                width,
            };
            self.browser.set(setting).await?;
            // The judge is a script itself.
            if self.scripts {
                let faults = self.browser.axe().await?;
                ensure!(faults.is_empty(), "{path} at {width}: {faults:?}");
            }
            let overflow = self.browser.overflow().await?;
            ensure!(overflow <= 0.0, "{path} overflows at {width}: {overflow}");
        }
        Ok(())
    }

    /// Opens the link of the last mail, as the demonstration shows it.
    async fn open_last_mail(&self) -> Result<()> {
        self.goto("/exploitation/messages").await?;
        self.browser.follow("tbody a").await?;
        let text = self.browser.text().await?;
        let path = "/recensement/repondre/";
        let link = text
            .split_whitespace()
            .find_map(|word| word.split_once(path));
        let (_, token) = link.with_context(|| format!("no link in:\n{text}"))?;
        self.goto(&format!("{path}{token}")).await
    }

    /// Opens a census of two communes; its address.
    async fn open_census(&self, commune: &str) -> Result<String> {
        let browser = &self.browser;
        self.goto("/espace/recensements").await?;
        self.judge().await?;
        browser.follow("main a.act").await?;
        self.judge().await?;
        self.fill("#territoire", "Rennes Métropole").await?;
        browser.follow("main form button.act").await?;
        self.judge().await?;
        // Two communes stay ticked; the others are taken off one by one, as a person would without scripts.
        for label in browser.client.find_all(LABELS).await? {
            let name = label.text().await?;
            if name != commune && name != EMPTY {
                label.click().await?;
            }
        }
        self.fill("#titre", "Portrea").await?;
        browser.follow("main form button.act").await?;
        self.says("Le recensement est ouvert").await?;
        self.says("0 commune sur 2").await?;
        self.judge().await?;
        let path = browser.path().await?;
        let path = path.split('?').next().unwrap_or_default();
        Ok(path.to_owned())
    }
}

const LABELS: fantoccini::Locator<'static> = fantoccini::Locator::Css(".choice-columns label");

async fn a_town_hall_is_asked_by_mail_answers_and_the_census_moves_on(
    engine: Engine,
) -> Result<()> {
    for &scripts in scripts(engine) {
        let walk = Walk::begin(engine, scripts).await?;
        let told = format!("scripts: {scripts}");
        journey(&walk).await.context(told)?;
    }
    Ok(())
}

async fn journey(walk: &Walk) -> Result<()> {
    let browser = &walk.browser;
    let commune = "Saint-Jacques-de-la-Lande";
    let census = walk.open_census(commune).await?;
    let lines = format!("{commune};mairie@exemple.fr\nQuelque part;mairie@exemple.fr");
    walk.fill("#adresses", &lines).await?;
    walk.click("button[value='contacts']").await?;
    walk.says("1 adresse est enregistrée").await?;
    walk.says("Ligne 2").await?;
    walk.judge().await?;
    walk.goto(&census).await?;
    browser.follow("button.act[value='envoyer']").await?;
    walk.says("Les liens sont partis").await?;

    walk.open_last_mail().await?;
    let own = browser.path().await?;
    walk.says(commune).await?;
    walk.judge().await?;
    walk.click("input[type='radio'][value='juste']").await?;
    walk.fill("#ajout-0-nom", "La ruche numérique").await?;
    browser.follow("button[value='ajouter']").await?;
    walk.says("est enregistré").await?;
    let kept = browser.find("#ajout-0-nom").await?.prop("value").await?;
    ensure!(kept.as_deref() == Some("La ruche numérique"), "{kept:?}");
    walk.fill("#ajout-1-contact", "02 99 00 00 09").await?;
    walk.click("button[value='finir']").await?;
    walk.says("Écrivez le nom de ce lieu").await?;
    walk.judge().await?;
    walk.fill("#ajout-1-nom", "L'étape").await?;
    walk.click("button[value='finir']").await?;
    walk.says("Merci").await?;
    walk.says("1 lieu confirmé par la commune").await?;
    walk.says("2 lieux à ajouter").await?;
    walk.judge().await?;
    walk.goto(&own).await?;
    walk.says("est bien arrivée").await?;

    walk.goto("/espace/propositions").await?;
    walk.says("La ruche numérique").await?;
    walk.says("dans un recensement").await?;
    walk.goto(&census).await?;
    walk.says("1 commune sur 2").await?;
    walk.judge().await?;
    browser.follow("tbody tr:last-child th a").await?;
    walk.says("Confirmé par la commune").await?;
    walk.judge().await?;
    browser.follow("button[value='verifier']").await?;
    walk.says("La commune est vérifiée").await
}
