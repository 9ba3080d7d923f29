//! A person who walks through the demonstration by keyboard, as whoever operates it, with scripts or without.

use anyhow::{Context, Result, ensure};
use portulan_e2e::browser::{Browser, Setting};
use portulan_e2e::site::Site;

use crate::both::{Engine, start};

pub(crate) struct Walk {
    site: Site,
    pub(crate) browser: Browser,
    pub(crate) scripts: bool,
}

impl Walk {
    /// Opens the operator's session by its link.
    pub(crate) async fn begin(engine: Engine, scripts: bool) -> Result<Self> {
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

    /// The site that it walks through.
    pub(crate) const fn site(&self) -> &Site {
        &self.site
    }

    /// Chooses a day, as the field of the browser gives it.
    pub(crate) async fn date(&self, field: &str, day: &str) -> Result<()> {
        let script = format!("document.querySelector('{field}').value = '{day}'");
        self.browser.evaluate(&script).await.map(drop)
    }

    /// Comes in by an invitation, as somebody who holds a role on a node.
    pub(crate) async fn come_in_as(&self, role: &str, node: &str) -> Result<()> {
        self.browser.forget().await?;
        let address = format!("{role}@exemple.fr");
        let asked = ["user", "invite", &address, "--role", role, "--node", node];
        let link = crate::accounts::path_of(&self.site.run(&asked)?)?;
        self.goto(&link).await?;
        self.fill("#nom", "Camille D.").await?;
        self.browser.send("main form button").await
    }

    pub(crate) async fn goto(&self, path: &str) -> Result<()> {
        self.browser.goto(&self.site.at(path)).await
    }

    /// Types in a field, in the place of what it held.
    pub(crate) async fn fill(&self, field: &str, text: &str) -> Result<()> {
        self.browser.fill(field, text).await
    }

    /// Sets off a link, a button, a box or a choice.
    pub(crate) async fn press(&self, selector: &str) -> Result<()> {
        self.browser.press(selector).await
    }

    /// Waits for the page to say something.
    pub(crate) async fn says(&self, words: &str) -> Result<()> {
        self.browser.says(words).await
    }

    /// No fault of accessibility at both widths, nothing wider than the screen.
    pub(crate) async fn judge(&self) -> Result<()> {
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

    /// Opens the link of the last mail, as the demonstration shows it, where it leads under a path.
    pub(crate) async fn open_last_mail(&self, path: &str) -> Result<()> {
        self.goto("/exploitation/messages").await?;
        self.browser.follow("tbody a").await?;
        let text = self.browser.text().await?;
        let link = text
            .split_whitespace()
            .find_map(|word| word.split_once(path));
        let (_, token) = link.with_context(|| format!("no link in:\n{text}"))?;
        self.goto(&format!("{path}{token}")).await
    }
}
