//! Markdown as safe HTML: titles, paragraphs, lists, quotes, emphasis, code and links, and nothing else.
//!
//! The text is read as events, and each tag that comes out is written here: HTML that was typed, pictures and addresses that
//! are no web page or mail lead to no tag. Pictures leave their words; titles go under those of the page, one level at a time.

use std::fmt::Write as _;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};
use url::Url;

/// Most lists and quotes inside one another: what is deeper is told without them.
const DEEPEST: usize = 6;
/// Most tags inside one another: emphasis within is told without them.
const MOST_OPEN: usize = 40;
/// The lowest level of titles.
const LOWEST: u8 = 6;
/// How a link ends.
const LINK_END: &str = "</a>";
/// Where a link may lead.
const SCHEMES: [&str; 3] = ["http", "https", "mailto"];

/// HTML that was written here: a template may show it as it is.
pub(super) struct Html(String);

impl Html {
    /// A text, under a title of the page of that level.
    pub(super) fn of(text: &str, under: u8) -> Self {
        Self(html(text, under))
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

fn html(text: &str, under: u8) -> String {
    let mut writer = Writer {
        title: under,
        under,
        ..Writer::default()
    };
    for event in Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH) {
        writer.take(event);
    }
    writer.html
}

/// What was opened and not yet closed.
enum Open {
    /// This end is written.
    Tag(&'static str),
    /// A title or a link, dropped where nothing is said in it: where it begins, where its words begin, how it ends.
    Said {
        from: usize,
        words: usize,
        end: String,
    },
    /// Nothing is written.
    Nothing,
    /// A list or a quote.
    Block(&'static str),
}

#[derive(Default)]
struct Writer {
    html: String,
    open: Vec<Open>,
    /// The level of the last title.
    title: u8,
    under: u8,
    deep: usize,
    /// A link holds no other.
    linked: bool,
}

impl Writer {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.begin(tag),
            Event::End(end) => self.end(end),
            Event::Text(text) => escape(&mut self.html, &text),
            Event::Code(text) => {
                self.html.push_str("<code>");
                escape(&mut self.html, &text);
                self.html.push_str("</code>");
            }
            Event::SoftBreak => self.html.push('\n'),
            Event::HardBreak => self.html.push_str("<br>"),
            Event::Rule => self.html.push_str("<hr>"),
            // Neither what was typed as HTML, nor what is not asked of the reader.
            _ => {}
        }
    }

    fn begin(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => self.tag("<p>", "</p>"),
            Tag::Heading { level, .. } => self.heading(level),
            Tag::BlockQuote(_) => self.block("<blockquote>", "</blockquote>"),
            Tag::List(None) => self.block("<ul>", "</ul>"),
            Tag::List(Some(first)) => {
                let begin = format!("<ol start=\"{first}\">");
                self.block(&begin, "</ol>");
            }
            // An item of a list that is too deep is told where it stands.
            Tag::Item if self.deep > DEEPEST => self.tag(" ", " "),
            Tag::Item => self.tag("<li>", "</li>"),
            Tag::CodeBlock(CodeBlockKind::Indented | CodeBlockKind::Fenced(_)) => {
                self.tag("<pre><code>", "</code></pre>");
            }
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough if self.open.len() > MOST_OPEN => {
                self.open.push(Open::Nothing);
            }
            Tag::Emphasis => self.tag("<em>", "</em>"),
            Tag::Strong => self.tag("<strong>", "</strong>"),
            Tag::Strikethrough => self.tag("<s>", "</s>"),
            Tag::Link {
                link_type: LinkType::Email,
                dest_url,
                ..
            } => self.link(&format!("mailto:{dest_url}")),
            Tag::Link { dest_url, .. } => self.link(&dest_url),
            _ => self.open.push(Open::Nothing),
        }
    }

    fn tag(&mut self, begin: &str, end: &'static str) {
        self.html.push_str(begin);
        self.open.push(Open::Tag(end));
    }

    fn block(&mut self, begin: &str, end: &'static str) {
        self.deep = self.deep.saturating_add(1);
        if self.deep > DEEPEST {
            self.open.push(Open::Block(""));
        } else {
            self.html.push_str(begin);
            self.open.push(Open::Block(end));
        }
    }

    /// No level is passed over: whoever goes from title to title finds each under the one before.
    fn heading(&mut self, level: HeadingLevel) {
        let wanted = self.under.saturating_add(level as u8);
        let next = self.title.saturating_add(1);
        let level = wanted.min(next).min(LOWEST);
        self.title = level;
        self.said(&format!("<h{level}>"), format!("</h{level}>"));
    }

    fn link(&mut self, to: &str) {
        let known = Url::parse(to);
        let leads = |url: &Url| SCHEMES.contains(&url.scheme());
        let known = known.ok().filter(leads).filter(|_| !self.linked);
        let Some(url) = known else {
            self.open.push(Open::Nothing);
            return;
        };
        let mut begin = "<a rel=\"noopener noreferrer nofollow ugc\" href=\"".to_owned();
        escape(&mut begin, url.as_str());
        begin.push_str("\">");
        self.linked = true;
        self.said(&begin, LINK_END.to_owned());
    }

    fn said(&mut self, begin: &str, end: String) {
        let from = self.html.len();
        self.html.push_str(begin);
        let words = self.html.len();
        self.open.push(Open::Said { from, words, end });
    }

    fn end(&mut self, _end: TagEnd) {
        match self.open.pop() {
            Some(Open::Tag(end)) => self.html.push_str(end),
            Some(Open::Block(end)) => {
                self.deep = self.deep.saturating_sub(1);
                self.html.push_str(end);
            }
            Some(Open::Said { from, words, end }) => {
                self.linked &= end != LINK_END;
                let said = self.html.get(words..).unwrap_or_default();
                if said.trim().is_empty() {
                    self.html.truncate(from);
                } else {
                    self.html.push_str(&end);
                }
            }
            Some(Open::Nothing) | None => {}
        }
    }
}

fn escape(html: &mut String, text: &str) {
    for one in text.chars() {
        match one {
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '&' => html.push_str("&amp;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            _ => {
                let _written = html.write_char(one);
            }
        }
    }
}

#[cfg(test)]
mod tests;
