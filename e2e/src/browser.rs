//! A headless Chromium driven by its `WebDriver`: with or without scripts, light or dark, at a width.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder, Locator};
use hyper::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;
use url::{ParseError, Url};

use crate::ecoindex::Weight;
use crate::tools;

/// How long a page may take to show what is waited for.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);
/// How often the driver is started before it counts as broken.
const DRIVER_TRIES: usize = 4;

/// How the browser is set.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// Whether scripts of pages run.
    pub scripts: bool,
    /// Whether the person prefers dark.
    pub dark: bool,
    /// Width of the window, in CSS pixels.
    pub width: u32,
}

impl Default for Setting {
    fn default() -> Self {
        Self {
            scripts: true,
            dark: false,
            width: 1280,
        }
    }
}

/// A browser and its driver; both stop when dropped.
pub struct Browser {
    /// The session.
    pub client: Client,
    driver: Child,
    port: u16,
    _profile: TempDir,
}

impl Browser {
    /// Opens a browser.
    pub async fn open(setting: Setting) -> Result<Self> {
        let (driver, port) = start_driver()?;
        let profile = tempfile::tempdir()?;
        let mut capabilities = Capabilities::new();
        capabilities.insert("goog:chromeOptions".to_owned(), options(setting, &profile));
        // A machine that is held up for half a minute is no fault of a page; a test has its own limit.
        capabilities.insert("timeouts".to_owned(), json!({ "script": 180_000 }));
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .context("opening Chromium (Debian packages chromium and chromium-driver)")?;
        let browser = Self {
            client,
            driver,
            port,
            _profile: profile,
        };
        browser.set(setting).await?;
        Ok(browser)
    }

    /// Changes width and scheme; scripts stay as they were at opening.
    pub async fn set(&self, setting: Setting) -> Result<()> {
        let scheme = if setting.dark { "dark" } else { "light" };
        self.devtools(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": setting.width, "height": 900, "deviceScaleFactor": 1, "mobile": false }),
        )
        .await?;
        // Without motion, colours are what they will be as soon as the scheme changes: nothing to wait for.
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.devtools(
            "Emulation.setEmulatedMedia",
            json!({ "features": features }),
        )
        .await?;
        Ok(())
    }

    /// Loads every page as if for the first time from now on.
    pub async fn forget(&self) -> Result<()> {
        self.devtools("Network.enable", json!({})).await?;
        self.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true }))
            .await?;
        Ok(())
    }

    /// Sends a command of the developer tools.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        let command = Devtools {
            command: command.to_owned(),
            parameters,
        };
        Ok(self.client.issue_cmd(command).await?)
    }

    /// Goes to an address.
    pub async fn goto(&self, address: &str) -> Result<()> {
        Ok(self.client.goto(address).await?)
    }

    /// Waits for an element and gives it.
    pub async fn find(&self, selector: &str) -> Result<fantoccini::elements::Element> {
        let waited = self
            .client
            .wait()
            .at_most(PATIENCE)
            .for_element(Locator::Css(selector))
            .await;
        waited.with_context(|| format!("no {selector} on the page"))
    }

    /// How many elements match.
    pub async fn count(&self, selector: &str) -> Result<usize> {
        Ok(self.client.find_all(Locator::Css(selector)).await?.len())
    }

    /// Path and query of the page.
    pub async fn path(&self) -> Result<String> {
        let address = self.client.current_url().await?;
        let query = address
            .query()
            .map(|query| format!("?{query}"))
            .unwrap_or_default();
        Ok(format!("{}{query}", address.path()))
    }

    /// All the text of the page that a person sees.
    pub async fn text(&self) -> Result<String> {
        Ok(self.find("body").await?.text().await?)
    }

    /// Runs a script of ours and gives its value.
    pub async fn evaluate(&self, script: &str) -> Result<Value> {
        Ok(self.client.execute(script, Vec::new()).await?)
    }

    /// Violations that axe-core finds, one line each; empty when there is none.
    pub async fn axe(&self) -> Result<Vec<String>> {
        const RUN: &str = "const done = arguments[arguments.length - 1]; \
            axe.run(document, { resultTypes: ['violations'] }).then(r => done(r.violations.map(v => \
            v.id + ' (' + v.impact + '): ' + v.help + ' at ' + v.nodes.slice(0, 3).map(n => n.target.join(' ') + \
            ' ' + (n.failureSummary || '').split('\\n').slice(1).join(';')).join(' | '))), \
            e => done(['axe did not run: ' + e]));";
        let source = std::fs::read_to_string(tools::npm("axe-core/axe.min.js")?)?;
        let path = self.path().await?;
        let judging = || format!("axe-core on {path}");
        self.client
            .execute(&source, Vec::new())
            .await
            .with_context(judging)?;
        let found = self
            .client
            .execute_async(RUN, Vec::new())
            .await
            .with_context(judging)?;
        let Value::Array(found) = found else {
            bail!("axe answered {found}");
        };
        Ok(found
            .iter()
            .map(|line| {
                line.as_str()
                    .map_or_else(|| line.to_string(), str::to_owned)
            })
            .collect())
    }

    /// Elements, requests and bytes of the page as the browser loaded it.
    pub async fn weight(&self) -> Result<Weight> {
        const COUNT: &str = "const all = [...performance.getEntriesByType('navigation'), \
            ...performance.getEntriesByType('resource')]; \
            return [document.querySelectorAll('*').length - document.querySelectorAll('svg *').length, \
            all.length, all.reduce((sum, entry) => sum + entry.transferSize, 0)];";
        let counted = self.evaluate(COUNT).await?;
        let figure = |index: usize| {
            counted
                .get(index)
                .and_then(Value::as_f64)
                .context("a figure")
        };
        Ok(Weight {
            elements: figure(0)?,
            requests: figure(1)?,
            kilobytes: figure(2)? / 1000.0,
        })
    }

    /// Addresses of other sites that the page asked for.
    pub async fn strangers(&self) -> Result<Vec<String>> {
        const LIST: &str = "return performance.getEntriesByType('resource').map(entry => entry.name) \
            .filter(name => !name.startsWith(location.origin + '/') && !name.startsWith('data:'));";
        let Value::Array(found) = self.evaluate(LIST).await? else {
            bail!("no list of requests");
        };
        Ok(found
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect())
    }

    /// How far the page overflows its window sideways, in CSS pixels.
    pub async fn overflow(&self) -> Result<f64> {
        const MEASURE: &str = "return document.documentElement.scrollWidth - window.innerWidth;";
        self.evaluate(MEASURE).await?.as_f64().context("a width")
    }
}

impl Drop for Browser {
    /// The driver closes its browser when it is asked to stop; killed, it would leave it running.
    fn drop(&mut self) {
        if let Ok(mut stream) = TcpStream::connect(("127.0.0.1", self.port)) {
            let _asked = stream.write_all(b"GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
            let _answered = stream
                .set_read_timeout(Some(PATIENCE))
                .and_then(|()| stream.read(&mut [0; 64]));
        }
        let until = Instant::now() + PATIENCE;
        while matches!(self.driver.try_wait(), Ok(None)) && Instant::now() < until {
            thread::sleep(Duration::from_millis(20));
        }
        let _already_gone = self.driver.kill();
        let _reaped = self.driver.wait();
    }
}

/// A command of the developer tools, through the driver.
#[derive(Debug)]
struct Devtools {
    command: String,
    parameters: Value,
}

impl WebDriverCompatibleCommand for Devtools {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!(
            "session/{}/goog/cdp/execute",
            session.unwrap_or_default()
        ))
    }

    fn method_and_body(&self, _address: &Url) -> (Method, Option<String>) {
        (
            Method::POST,
            Some(json!({ "cmd": self.command, "params": self.parameters }).to_string()),
        )
    }
}

/// Starts the driver. It ends where somebody else took, on IPv6, the port that it chose on IPv4: it then chooses again.
fn start_driver() -> Result<(Child, u16)> {
    let mut started = start_driver_once();
    for _ in 1..DRIVER_TRIES {
        if started.is_ok() {
            break;
        }
        started = start_driver_once();
    }
    started
}

/// Starts the driver on a port of its choice.
fn start_driver_once() -> Result<(Child, u16)> {
    let mut driver = Command::new("chromedriver")
        .arg("--port=0")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context("chromedriver is missing: apt-get install chromium chromium-driver (./scripts/test does)")?;
    let output = driver.stdout.take().context("output of chromedriver")?;
    let mut lines = BufReader::new(output).lines();
    while let Some(line) = lines.next() {
        let line = line?;
        if let Some((_, port)) = line.split_once("started successfully on port ") {
            let port = port.trim_end_matches('.').parse()?;
            thread::spawn(move || lines.for_each(drop));
            return Ok((driver, port));
        }
    }
    bail!("chromedriver ended: {:?}", driver.wait()?)
}

fn options(setting: Setting, profile: &TempDir) -> Value {
    let scripts = if setting.scripts { 1 } else { 2 };
    json!({
        "args": [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--hide-scrollbars", "--lang=fr-FR", "--window-size=1280,900",
            format!("--user-data-dir={}", profile.path().display()),
        ],
        "prefs": {
            "profile.managed_default_content_settings.javascript": scripts,
            "intl.accept_languages": "fr-FR,fr",
        },
    })
}
