//! Hands on the keyboard: a control is reached by Tab, its focus is seen on the way, and its own key sets it off.
//!
//! Nothing is clicked and nothing is given the focus by a script, so that a control which Tab passes over, or a focus
//! that nobody would see, fails every journey that meets it.

use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use serde_json::json;
use tokio::time::{Instant, sleep};
use url::Url;

use crate::browser::{Browser, PATIENCE};

/// Stops of the focus before a control counts as out of reach: more than any page has.
const MOST_STOPS: usize = 600;
/// Between two looks at what is waited for.
const STEP: Duration = Duration::from_millis(30);

/// Where the focus is from the wanted control, what it is on, and whether a person sees it: an outline of two pixels, the
/// ring of the browser or a shadow, on something that has a size and is inside the window. The browser itself marks the
/// parts that it puts in a field, such as the calendar of a date: the field is then not what `:focus` matches. What scripts
/// alone focus (`tabindex="-1"`) is no stop.
const LOOK: &str = "const wanted = arguments[0], here = document.activeElement; \
    if (!here || here === document.body || here === document.documentElement) return ['nowhere', true, '']; \
    const style = getComputedStyle(here), box = here.getBoundingClientRect(); \
    const outline = style.outlineStyle === 'auto' \
        || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2); \
    const marked = outline || style.boxShadow !== 'none' || !here.matches(':focus'); \
    const inside = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight \
        && box.right > 0 && box.left < innerWidth; \
    const seen = here.tabIndex < 0 || (marked && inside); \
    const choice = here.type === 'radio' && wanted.type === 'radio' && here.name === wanted.name \
        && here.form === wanted.form; \
    const later = here.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_FOLLOWING; \
    const where = here === wanted ? 'there' : (choice ? 'choice-' : '') + (later ? 'before' : 'after'); \
    return [where, seen, here.outerHTML.slice(0, 160)];";

/// The key that sets a control off, or none where it is typed in.
const KEY: &str = "const { tagName, type } = arguments[0]; \
    if (tagName === 'INPUT' && ['checkbox', 'radio'].includes(type)) return 'space'; \
    const sent = tagName === 'INPUT' && ['submit', 'button'].includes(type); \
    return sent || ['A', 'BUTTON', 'SUMMARY', 'a'].includes(tagName) ? 'enter' : tagName + ' ' + type;";

impl Browser {
    /// Waits for an element and brings the focus to the first that matches, by keys.
    pub async fn reach(&self, selector: &str) -> Result<Element> {
        let wanted = self.find(selector).await?;
        let reached = self.reach_element(&wanted).await;
        let page = self.path().await?;
        reached.with_context(|| format!("{selector} on {page}"))?;
        Ok(wanted)
    }

    /// Brings the focus to an element: Tab, or Shift and Tab where it comes earlier; arrows among the answers of one
    /// question. Every stop on the way must be seen.
    pub async fn reach_element(&self, wanted: &Element) -> Result<()> {
        let (mut came, mut lost): (Option<bool>, usize) = (None, 0);
        for _ in 0..MOST_STOPS {
            let (place, seen, focused) = self.look(wanted).await?;
            ensure!(seen, "the focus is not seen on {focused}");
            let forward = match place.as_str() {
                "there" => return Ok(()),
                // A script takes away what has the focus, which goes on from there; or the page ends, and begins again.
                "nowhere" => {
                    lost += usize::from(came.is_some());
                    ensure!(lost < 2, "Tab passes over it and leaves the page");
                    self.strike(&[Key::Tab.into()]).await?;
                    continue;
                }
                "choice-before" => {
                    self.strike(&[Key::Down.into()]).await?;
                    continue;
                }
                "choice-after" => {
                    self.strike(&[Key::Up.into()]).await?;
                    continue;
                }
                place => place == "before",
            };
            let turned = came.replace(forward) == Some(!forward);
            ensure!(!turned, "Tab passes over it, next to {focused}");
            let back = [Key::Shift.into(), Key::Tab.into()];
            let keys = back.get(usize::from(forward)..).unwrap_or_default();
            self.strike(keys).await?;
        }
        bail!("Tab does not reach it in {MOST_STOPS} stops")
    }

    /// Reaches a control and sets it off: Space for what is ticked or chosen, Enter for links and buttons.
    pub async fn press(&self, selector: &str) -> Result<()> {
        let wanted = self.reach(selector).await?;
        self.set_off(&wanted).await
    }

    /// The same for an element that is known.
    pub async fn press_element(&self, wanted: &Element) -> Result<()> {
        self.reach_element(wanted).await?;
        self.set_off(wanted).await
    }

    /// Presses a link or a button and waits for the page of another address that it leads to.
    pub async fn follow(&self, selector: &str) -> Result<()> {
        let before = self.client.current_url().await?;
        self.press(selector).await?;
        self.wait_to_leave(&before)
            .await
            .with_context(|| format!("after {selector}"))
    }

    /// Presses a button and waits for the page that answers, at the same address or another.
    pub async fn send(&self, selector: &str) -> Result<()> {
        let page = self.find("html").await?;
        self.press(selector).await?;
        let deadline = Instant::now() + PATIENCE;
        while page.tag_name().await.is_ok() {
            ensure!(Instant::now() < deadline, "no answer after {selector}");
            sleep(STEP).await;
        }
        self.wait_to_load().await
    }

    /// Reaches a field and types in the place of what it held.
    pub async fn fill(&self, selector: &str, text: &str) -> Result<()> {
        let field = self.reach(selector).await?;
        // The file is chosen in a window of the browser, which drivers do not open.
        if field.prop("type").await?.as_deref() != Some("file") {
            self.strike(&[Key::Control.into(), 'a']).await?;
            self.strike(&[Key::Delete.into()]).await?;
        }
        Ok(field.send_keys(text).await?)
    }

    /// Reaches a field, types in the place of what it held and presses Enter; waits for the page of another address.
    pub async fn fill_and_enter(&self, selector: &str, text: &str) -> Result<()> {
        let before = self.client.current_url().await?;
        self.fill(selector, text).await?;
        self.enter().await?;
        self.wait_to_leave(&before).await
    }

    /// Presses Enter where the focus is.
    pub async fn enter(&self) -> Result<()> {
        let focused = self.client.active_element().await?;
        Ok(focused
            .send_keys(&char::from(Key::Enter).to_string())
            .await?)
    }

    /// Waits until the address is another one, and its page there.
    pub async fn wait_to_leave(&self, before: &Url) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        while self.client.current_url().await? == *before {
            ensure!(Instant::now() < deadline, "still on {before}");
            sleep(STEP).await;
        }
        self.wait_to_load().await
    }

    /// Waits for the page to say something, whichever its spaces are: one that is being left is read again.
    pub async fn says(&self, words: &str) -> Result<()> {
        let words = words.replace(['\u{A0}', '\u{202F}'], " ");
        let deadline = Instant::now() + PATIENCE;
        loop {
            let text = self.text().await.unwrap_or_default();
            if text.replace(['\u{A0}', '\u{202F}'], " ").contains(&words) {
                return Ok(());
            }
            ensure!(Instant::now() < deadline, "no {words:?} on:\n{text}");
            sleep(STEP).await;
        }
    }

    async fn wait_to_load(&self) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        // A page that is being left has no state to tell.
        while self.evaluate("return document.readyState;").await.ok() != Some(json!("complete")) {
            ensure!(Instant::now() < deadline, "the page is not there");
            sleep(STEP).await;
        }
        Ok(())
    }

    async fn look(&self, wanted: &Element) -> Result<(String, bool, String)> {
        let told = self.client.execute(LOOK, vec![json!(wanted)]).await?;
        serde_json::from_value(told).context("where the focus is")
    }

    async fn set_off(&self, wanted: &Element) -> Result<()> {
        let key = self.client.execute(KEY, vec![json!(wanted)]).await?;
        let key = match key.as_str() {
            Some("space") => Key::Space,
            Some("enter") => Key::Enter,
            _ => bail!("no key sets off {key}"),
        };
        // An answer that the arrows chose stays chosen.
        Ok(wanted.send_keys(&char::from(key).to_string()).await?)
    }

    /// Presses keys together, the last one once the others are down, wherever the focus is.
    async fn strike(&self, keys: &[char]) -> Result<()> {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for &value in keys {
            actions = actions.then(KeyAction::Down { value });
        }
        for &value in keys.iter().rev() {
            actions = actions.then(KeyAction::Up { value });
        }
        Ok(self.client.perform_actions(actions).await?)
    }
}
