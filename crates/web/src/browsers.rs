//! Browsers as their owners know them: "Firefox sur Windows", from what they say of themselves.

use portulan_i18n::Words;

/// What the mark of a browser is called; the first that is found counts, since each also bears the marks of older ones.
const BROWSERS: [(&str, &str); 5] = [
    ("Firefox/", "Firefox"),
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
/// The same of systems.
const SYSTEMS: [(&str, &str); 6] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];

/// A browser in words. What it says of itself is never shown as it is.
pub(crate) fn browser(words: Words, agent: &str) -> String {
    let find = |known: &[(&str, &'static str)]| {
        let found = known.iter().find(|(mark, _)| agent.contains(mark));
        found.map(|(_, name)| *name)
    };
    match (find(&BROWSERS), find(&SYSTEMS)) {
        (Some(browser), Some(system)) => {
            let told = [("browser", browser.into()), ("system", system.into())];
            words.with("account-browser-on", &told)
        }
        _ => words.get("account-browser-unknown"),
    }
}
