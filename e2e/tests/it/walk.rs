//! A person who walks through the demonstration by keyboard, as whoever operates it, with scripts or without.

use anyhow::{Context, Result, ensure};
use hyper::Method;
use portulan_e2e::browser::{Browser, Setting};
use portulan_e2e::http::{Answer, ask};
use portulan_e2e::site::Site;

use crate::accounts::path_of;
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

    /// The same walk another day: the program starts again over its data, by another clock.
    pub(crate) fn later(self, clock: &str) -> Result<Self> {
        let site = self.site.restart_with(&["--clock", clock])?;
        Ok(Self { site, ..self })
    }

    /// The same where it sends mails: it serves what it holds, and is no demonstration any more.
    pub(crate) fn sending(self, clock: &str, options: &[&str]) -> Result<Self> {
        let options = [&["--clock", clock], options].concat();
        let site = self.site.serve_again(&options)?;
        Ok(Self { site, ..self })
    }

    /// Leaves every session, and comes as somebody who never came.
    pub(crate) async fn leave(&self) -> Result<()> {
        self.browser.client.delete_all_cookies().await?;
        self.browser.forget().await
    }

    /// Comes in by an invitation, as somebody who holds a role on a node.
    pub(crate) async fn come_in_as(&self, role: &str, node: &str) -> Result<()> {
        self.come_in(&format!("{role}@exemple.fr"), role, node)
            .await
    }

    /// The same at an address: comes in for the first time.
    pub(crate) async fn come_in(&self, email: &str, role: &str, node: &str) -> Result<()> {
        let asked = ["user", "invite", email, "--role", role, "--node", node];
        let link = self.site.run(&asked)?;
        self.leave().await?;
        self.goto(&path_of(&link)?).await?;
        self.fill("#nom", "Camille D.").await?;
        self.browser.send("main form button").await
    }

    /// Signs in again, by a link.
    pub(crate) async fn comes_back(&self, email: &str) -> Result<()> {
        let link = self.site.run(&["user", "link", email])?;
        self.leave().await?;
        self.goto(&path_of(&link)?).await?;
        self.browser.send("main form button").await
    }

    /// Chooses in a list what begins so.
    pub(crate) async fn choose(&self, list: &str, words: &str) -> Result<()> {
        let list = self.browser.reach(list).await?;
        Ok(list.send_keys(words).await?)
    }

    /// What was typed in a field, as the page gives it again.
    pub(crate) async fn typed(&self, field: &str) -> Result<String> {
        let field = self.browser.find(field).await?;
        Ok(field.prop("value").await?.unwrap_or_default())
    }

    /// Nothing of this is anywhere in the page, seen or not.
    pub(crate) async fn hides(&self, all: &[&str]) -> Result<()> {
        let (path, source) = (
            self.browser.path().await?,
            self.browser.client.source().await?,
        );
        for one in all {
            ensure!(!source.contains(one), "{one:?} on {path}");
        }
        Ok(())
    }

    /// What an address answers to whoever walks, whatever it is.
    pub(crate) async fn fetch(&self, path: &str) -> Result<Answer> {
        let cookies = self.browser.client.get_all_cookies().await?;
        let pairs = cookies
            .iter()
            .map(|one| format!("{}={}", one.name(), one.value()));
        let cookies = pairs.collect::<Vec<_>>().join("; ");
        let headers = [("cookie", cookies.as_str())];
        ask(Method::GET, &self.site.at(path), &headers).await
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
