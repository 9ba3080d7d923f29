//! Whether it is a person who looks. What a request says of itself is looked at here, and thrown away: nothing of it is
//! kept, nor handed on.

use axum::http::{HeaderMap, Method, header};
use portulan_app::audience;
use portulan_model::Viewed;

use crate::pages::visit::Visit;

/// Words in the names of programs that are no browsers of people. A program that hides is counted.
const PROGRAMS: [&str; 18] = [
    "bot",
    "crawl",
    "spider",
    "slurp",
    "curl",
    "wget",
    "python",
    "scrapy",
    "java/",
    "go-http",
    "libwww",
    "headless",
    "lighthouse",
    "monitor",
    "preview",
    "externalhit",
    "axios",
    "feed",
];
/// Where browsers say that they fetch a page before anybody asked for it.
const EARLY: [&str; 3] = ["sec-purpose", "purpose", "x-moz"];

/// Whether a page that is asked for in this way will be looked at by somebody.
pub(crate) fn is_a_person(method: &Method, headers: &HeaderMap) -> bool {
    let text = |name: &str| {
        let value = headers.get(name).and_then(|value| value.to_str().ok());
        value.map(str::to_ascii_lowercase)
    };
    let early = |name: &&str| {
        text(name).is_some_and(|said| said.contains("prefetch") || said.contains("prerender"))
    };
    let named = text(header::USER_AGENT.as_str()).unwrap_or_default();
    let program = named.is_empty() || PROGRAMS.iter().any(|word| named.contains(word));
    *method == Method::GET && !program && !EARLY.iter().any(early)
}

impl Visit {
    /// Counts what is shown to a person. One number in memory grows; nothing of the person is in it.
    pub(crate) fn viewed(&self, what: Viewed) {
        if self.counts {
            let app = &self.state.app;
            app.audience().count(audience::today(app), what);
        }
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    const BROWSER: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

    fn asked(
        method: &Method,
        agent: Option<&'static str>,
        more: &[(&'static str, &'static str)],
    ) -> bool {
        let mut headers = HeaderMap::new();
        if let Some(agent) = agent {
            headers.insert(header::USER_AGENT, HeaderValue::from_static(agent));
        }
        for (name, value) in more {
            headers.insert(*name, HeaderValue::from_static(value));
        }
        is_a_person(method, &headers)
    }

    #[test]
    fn a_browser_counts_and_programs_and_early_fetches_do_not() {
        assert!(asked(&Method::GET, Some(BROWSER), &[]));
        assert!(asked(
            &Method::GET,
            Some(BROWSER),
            &[("sec-purpose", "none")]
        ));
        for (method, agent, more) in [
            (Method::HEAD, Some(BROWSER), None),
            (Method::POST, Some(BROWSER), None),
            (Method::GET, None, None),
            (
                Method::GET,
                Some("Googlebot/2.1 (+http://www.google.com/bot.html)"),
                None,
            ),
            (Method::GET, Some("curl/8.5.0"), None),
            (Method::GET, Some("Mozilla/5.0 HeadlessChrome/130.0"), None),
            (
                Method::GET,
                Some(BROWSER),
                Some(("sec-purpose", "prefetch;prerender")),
            ),
            (Method::GET, Some(BROWSER), Some(("purpose", "prefetch"))),
            (Method::GET, Some(BROWSER), Some(("x-moz", "prefetch"))),
        ] {
            let more: Vec<_> = more.into_iter().collect();
            assert!(!asked(&method, agent, &more), "{method} {agent:?} {more:?}");
        }
    }
}
