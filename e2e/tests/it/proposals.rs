//! An error is reported without an account, its address is proven by the mail, it is examined, accepted in part, the
//! page has changed and whoever reported it knows: with and without scripts.

use anyhow::{Context, Result, ensure};
use portulan_e2e::browser::{Browser, Setting};
use portulan_e2e::site::Site;

use crate::both::{Engine, on_both_engines, scripts, start};

on_both_engines! {
    an_error_is_reported_examined_accepted_in_part_and_its_page_changes
}

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
        Ok(self.browser.find(field).await?.send_keys(text).await?)
    }

    async fn says(&self, words: &str) -> Result<()> {
        let text = self.browser.text().await?;
        ensure!(text.contains(words), "no {words:?} on:\n{text}");
        Ok(())
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

    /// Opens the link of the last mail, as the demonstration shows it.
    async fn open_last_mail(&self) -> Result<()> {
        self.goto("/exploitation/messages").await?;
        self.browser.follow("tbody a").await?;
        let text = self.browser.text().await?;
        let path = "/propositions/suivre/";
        let link = text
            .split_whitespace()
            .find_map(|word| word.split_once(path));
        let (_, token) = link.with_context(|| format!("no link in:\n{text}"))?;
        self.goto(&format!("{path}{token}")).await
    }
}

async fn an_error_is_reported_examined_accepted_in_part_and_its_page_changes(
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
    walk.goto("/aide?ou=Rennes").await?;
    browser.follow("ol.cards h2 a").await?;
    let place = browser.path().await?;
    browser.follow("a[href$='/signaler']").await?;
    walk.judge().await?;
    browser
        .find("input[name='probleme'][value='horaires']")
        .await?
        .click()
        .await?;
    walk.fill("#horaires", "du lundi au mercredi de 8h à 11h")
        .await?;
    walk.fill("#telephone", "12").await?;
    walk.fill("#contact", "usager@exemple.fr").await?;
    browser.find("main form button.act").await?.click().await?;
    walk.says("Écrivez un numéro complet").await?;
    walk.judge().await?;
    let phone = browser.find("#telephone").await?;
    phone.clear().await?;
    phone.send_keys("02 99 12 34 56").await?;
    browser.follow("main form button.act").await?;
    walk.says("Regardez vos courriels").await?;
    walk.open_last_mail().await?;
    walk.says("confirmez que cette adresse est à vous").await?;
    walk.judge().await?;
    let own = browser.path().await?;
    browser
        .find("button[value='prouver']")
        .await?
        .click()
        .await?;
    walk.says("Une personne du territoire va le lire").await?;

    walk.goto("/espace/propositions").await?;
    walk.judge().await?;
    browser.follow("tbody a").await?;
    walk.judge().await?;
    browser
        .find("input[name='champ'][value='contact']")
        .await?
        .click()
        .await?;
    walk.fill("#motif-oui", "Horaires vérifiés au téléphone.")
        .await?;
    browser.follow("button[value='accepter']").await?;
    walk.says("La proposition est acceptée").await?;

    walk.goto(&place).await?;
    let hours = browser.find("table.week").await?.text().await?;
    ensure!(hours.contains('8') && hours.contains("11"), "{hours}");
    let text = browser.text().await?;
    ensure!(!text.contains("12 34 56"), "what was not accepted is there");
    walk.open_last_mail().await?;
    walk.says("une partie de ce que vous proposez").await?;
    walk.goto(&own).await?;
    walk.says("Horaires vérifiés au téléphone.").await
}
