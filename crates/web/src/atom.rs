//! Feeds (Atom, RFC 4287): texts are escaped, signs that XML does not have are left out.

use std::fmt::Write as _;

use chrono::{DateTime, SecondsFormat, Utc};

/// A feed.
pub(crate) struct Feed {
    pub(crate) title: String,
    /// Code of its language.
    pub(crate) lang: &'static str,
    /// Its own whole address, which names it for ever.
    pub(crate) own: String,
    /// The whole address of the page that says the same.
    pub(crate) page: String,
    pub(crate) author: String,
    /// The last that changed first.
    pub(crate) entries: Vec<Entry>,
}

/// An entry of a feed.
pub(crate) struct Entry {
    pub(crate) title: String,
    /// Its whole address, which names it for ever.
    pub(crate) address: String,
    pub(crate) updated: DateTime<Utc>,
    pub(crate) summary: String,
}

impl Feed {
    /// The whole file. A feed of which nothing ever changed is as old as time.
    pub(crate) fn to_xml(&self) -> String {
        let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        let updated = self.entries.first().map(|one| one.updated);
        let updated = instant(updated.unwrap_or(DateTime::UNIX_EPOCH));
        let _ = write!(
            out,
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<title>{}</title>\n<id>{own}</id>\n\
             <link rel=\"self\" href=\"{own}\"/>\n<link href=\"{}\"/>\n<updated>{updated}</updated>\n\
             <author><name>{}</name></author>\n",
            escaped(self.lang),
            escaped(&self.title),
            escaped(&self.page),
            escaped(&self.author),
            own = escaped(&self.own),
        );
        for one in &self.entries {
            let _ = write!(
                out,
                "<entry>\n<title>{}</title>\n<id>{address}</id>\n<link href=\"{address}\"/>\n\
                 <updated>{}</updated>\n<summary>{}</summary>\n</entry>\n",
                escaped(&one.title),
                instant(one.updated),
                escaped(&one.summary),
                address = escaped(&one.address),
            );
        }
        out.push_str("</feed>\n");
        out
    }
}

fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for one in text.chars() {
        match one {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(one),
            one if one.is_control() || matches!(one, '\u{FFFE}' | '\u{FFFF}') => {}
            one => out.push(one),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_stays_text_in_a_feed() {
        let feed = Feed {
            title: "Appels".to_owned(),
            lang: "fr",
            own: "https://portulan.exemple.fr/appels/atom.xml?a=1&b=2".to_owned(),
            page: "https://portulan.exemple.fr/appels".to_owned(),
            author: "Portulan".to_owned(),
            entries: vec![Entry {
                title: "<script>\"&\u{0}'</script>".to_owned(),
                address: "https://portulan.exemple.fr/appels/essai".to_owned(),
                updated: "2026-03-01T08:00:00Z".parse().unwrap(),
                summary: "Fin ]]> ici".to_owned(),
            }],
        };
        let text = feed.to_xml();
        assert!(
            text.contains("<title>&lt;script&gt;&quot;&amp;'&lt;/script&gt;</title>"),
            "{text}"
        );
        assert!(text.contains("?a=1&amp;b=2"), "{text}");
        assert!(text.contains("Fin ]]&gt; ici"), "{text}");
        assert_eq!(
            text.matches("<updated>2026-03-01T08:00:00Z</updated>")
                .count(),
            2
        );
        for tag in ["feed", "entry", "title", "summary", "author", "name"] {
            let (open, close) = (format!("<{tag}"), format!("</{tag}>"));
            assert_eq!(
                text.matches(&open).count(),
                text.matches(&close).count(),
                "{tag}"
            );
        }
    }
}
