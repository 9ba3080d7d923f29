//! Mails in words: the port `Renderer` of the application, by one frame as text and one as HTML.
//!
//! A message is its subject, a paragraph or two, perhaps a list or a quotation, and at most one link. What people typed
//! is text: on one line where a line is due, without the signs that turn the direction of reading.

#[cfg(test)]
mod tests;

use askama::Template;
use chrono::{DateTime, Utc};
use chrono_tz::Europe::Paris;
use portulan_app::mail::{
    Answer, CalendarFile, DoorChange, Letter, MeetingNews, MeetingTold, Message, RenderError,
    Rendered, Renderer,
};
use portulan_app::signed::Purpose;
use portulan_i18n::{Arg, Lang, Words, date, time};
use portulan_model::means::calls::Threshold;
use portulan_model::posts::Ending;

use crate::browsers::browser;
use crate::calendar::{Calendar, Event, When};
use crate::pages::{addresses, kind_words};

/// Longest name, in characters: a subject and a list stay readable.
const LONGEST_NAME: usize = 120;
/// Longest quotation, in characters.
const LONGEST_QUOTE: usize = 4_000;

/// Puts mails in words, with links to this site.
#[derive(Debug, Clone)]
pub struct Mailer {
    site: String,
}

#[derive(Template)]
#[template(path = "mail/letter.txt")]
struct AsText<'a> {
    words: &'a Content,
}

#[derive(Template)]
#[template(path = "mail/letter.html")]
struct AsHtml<'a> {
    words: &'a Content,
}

/// A message in words, before its frame.
struct Content {
    lang: Lang,
    subject: String,
    hello: String,
    text: String,
    /// Names of places.
    items: Vec<String>,
    /// What somebody wrote, by lines, with what announces it.
    quote: Option<(String, Vec<String>)>,
    link: Option<Action>,
    /// Why this mail, and what to do if it is not wanted.
    why: String,
    from: String,
    unsubscribe: Option<(String, String)>,
}

/// What the mail asks to do.
struct Action {
    label: String,
    address: String,
    /// Until when it serves; a page of the site always does, for whoever signs in.
    until: Option<String>,
    help: String,
}

impl Mailer {
    /// Links lead to this address, without a final slash.
    #[must_use]
    pub fn new(public_url: &str) -> Self {
        let site = public_url.trim_end_matches('/').to_owned();
        Self { site }
    }

    /// The whole address of a signed link.
    fn address(&self, purpose: Purpose, token: &str) -> String {
        format!("{}{}/{token}", self.site, path(purpose))
    }
}

/// Where the links of a purpose lead. The page there opens them with `Link::open`.
pub(crate) const fn path(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::SignIn => "/connexion/lien",
        Purpose::Invitation => "/invitation",
        Purpose::Address => "/compte/adresse",
        Purpose::Recovery => "/connexion/mot-de-passe",
        Purpose::Sessions => "/connexion/fermer",
        Purpose::Proposal => "/propositions/suivre",
        Purpose::Campaign => "/confirmer",
        Purpose::Census => "/recensement/repondre",
        Purpose::Day => "/jour",
        Purpose::Unsubscribe => "/desabonnement",
    }
}

impl Renderer for Mailer {
    fn render(&self, letter: &Letter<'_>) -> Result<Rendered, RenderError> {
        let words = Words::new(letter.lang.parse().unwrap_or_default());
        let unsubscribe = letter
            .unsubscribe
            .map(|token| self.address(Purpose::Unsubscribe, token));
        let content = self.content(words, letter, unsubscribe.clone());
        Ok(Rendered {
            text: AsText { words: &content }.render()?,
            html: AsHtml { words: &content }.render()?,
            subject: content.subject,
            unsubscribe,
            calendar: match letter.message {
                Message::Meeting { about } => Some(self.calendar(about)),
                _ => None,
            },
        })
    }

    fn short(&self, letter: &Letter<'_>) -> Result<String, RenderError> {
        match self.line(letter) {
            Some(line) => Ok(line),
            None => self.render(letter).map(|rendered| rendered.subject),
        }
    }
}

impl Mailer {
    /// The meeting for the calendar of a member.
    fn calendar(&self, about: &MeetingTold) -> CalendarFile {
        let cancelled = about.what == MeetingNews::Cancelled;
        let method = if cancelled { "CANCEL" } else { "PUBLISH" };
        let mut calendar = Calendar::new().to(method);
        let body = addresses::body(&about.body);
        calendar.add(&Event {
            uid: about.meeting.to_string(),
            sequence: about.sequence,
            at: about.at,
            when: When::Hours(about.begins, about.ends),
            cancelled,
            title: about.title.clone(),
            description: about.name.clone(),
            place: about.place.clone(),
            body: (about.name.clone(), format!("{}{body}", self.site)),
        });
        CalendarFile {
            method,
            text: calendar.end(),
        }
    }

    /// A line and the link: what a campaign says in a short message. Another message keeps its subject.
    fn line(&self, letter: &Letter<'_>) -> Option<String> {
        let words = Words::new(letter.lang.parse().unwrap_or_default());
        let (token, link) = letter.link.zip(letter.message.link())?;
        let address = self.address(link.purpose, token);
        let mut told = filling(words.lang(), letter.message);
        told.push(("link", Arg::from(address)));
        words.find(&format!("text-{}", letter.message.template()), &told)
    }

    fn content(&self, words: Words, letter: &Letter<'_>, unsubscribe: Option<String>) -> Content {
        let message = letter.message;
        let name = message.template();
        let mut told = filling(words.lang(), message);
        if let Some(code) = letter.code {
            told.push(("code", Arg::from(code.to_owned())));
        }
        let told: Vec<(&str, Arg<'_>)> = told
            .iter()
            .map(|(name, arg)| (*name, arg.clone()))
            .collect();
        let say = |part: &str| words.with(&format!("mail-{name}-{part}"), &told);
        let link = letter.link.zip(message.link());
        let signed = link.map(|(token, link)| {
            let until = until(words, link.expires);
            (self.address(link.purpose, token), Some(until))
        });
        let page = || page(message).map(|page| (format!("{}{page}", self.site), None));
        Content {
            lang: words.lang(),
            subject: say("subject"),
            hello: words.get("mail-hello"),
            text: say(variant(message)),
            items: items(message),
            quote: quote(message).map(|lines| (say("quote"), lines)),
            link: signed.or_else(page).map(|(address, until)| Action {
                label: say("action"),
                address,
                until,
                help: words.get("mail-link-help"),
            }),
            why: say("why"),
            from: words.with("mail-from", &[("site", self.site.as_str().into())]),
            unsubscribe: unsubscribe.map(|address| (words.get("mail-unsubscribe"), address)),
        }
    }
}

/// The page of the desk that a message leads to, for whoever signs in: it opens nothing by itself.
fn page(message: &Message) -> Option<String> {
    match message {
        Message::OpinionAsked { slug, .. } => Some(format!("/espace/structures/{slug}/avis")),
        Message::PostEnds { post, .. } => Some(addresses::post(*post)),
        Message::CallCloses { call, .. } | Message::CallAmended { call, .. } => {
            Some(addresses::call(call))
        }
        Message::CallDecided {
            organisation,
            application,
            ..
        } => Some(addresses::letter(organisation, *application)),
        Message::OrganisationMerged { slug, .. } => Some(addresses::organisation(slug)),
        _ => None,
    }
}

/// Which of its texts a message says.
const fn variant(message: &Message) -> &'static str {
    match message {
        Message::ProposalAnswered { answer, .. } => match answer {
            Answer::Accepted => "accepted",
            Answer::Partly => "partly",
            Answer::Merged => "merged",
            Answer::Refused => "refused",
        },
        Message::DoorChanged { change, .. } => match change {
            DoorChange::KeyAdded => "key-added",
            DoorChange::KeyRemoved => "key-removed",
            DoorChange::ProviderAdded => "provider-added",
            DoorChange::ProviderRemoved => "provider-removed",
        },
        Message::Invitation {
            organisation: None, ..
        } => "text-alone",
        Message::OpinionAsked { body: None, .. } => "text-services",
        Message::OrganisationMerged { keeps: true, .. } => "text-kept",
        Message::CallCloses { here: true, .. } => "here",
        Message::PostEnds { what, .. } => match what {
            Ending::Funding => "funding",
            Ending::Contract => "contract",
        },
        _ => "text",
    }
}

/// What the words of a message are filled with.
fn filling(lang: Lang, message: &Message) -> Vec<(&'static str, Arg<'static>)> {
    let text = |text: &str| Arg::from(line(text));
    match message {
        Message::SignInLink { .. }
        | Message::SignInCode { .. }
        | Message::Recovery { .. }
        | Message::AddressChanged
        | Message::PasswordChanged => Vec::new(),
        Message::DoorChanged { name, .. } => vec![("name", text(name))],
        Message::NewBrowser { agent, at, .. } => {
            let local = at.with_timezone(&Paris).naive_local();
            vec![
                ("browser", text(&browser(Words::new(lang), agent))),
                ("date", Arg::from(date(lang, local.date()))),
                ("time", Arg::from(time(lang, local.time()))),
            ]
        }
        // Whoever runs the installation invites in its name.
        Message::Invitation {
            by, organisation, ..
        } => vec![
            (
                "by",
                match by.trim() {
                    "" => Arg::from(Words::new(lang).get("brand")),
                    by => text(by),
                },
            ),
            (
                "organisation",
                text(organisation.as_deref().unwrap_or_default()),
            ),
        ],
        Message::ProposalReceived { place, .. }
        | Message::ProposalAnswered { place, .. }
        | Message::ProposalQuestion { place, .. } => vec![("place", text(place))],
        Message::CampaignDigest {
            organisation,
            places,
            ..
        }
        | Message::CampaignReminder {
            organisation,
            places,
            ..
        } => vec![
            ("organisation", text(organisation)),
            ("n", Arg::from(places.len())),
        ],
        Message::CensusRequest {
            territory,
            commune,
            day,
            ..
        }
        | Message::CensusReminder {
            territory,
            commune,
            day,
            ..
        } => vec![
            ("territory", text(territory)),
            ("commune", text(commune)),
            ("day", Arg::from(date(lang, *day))),
        ],
        Message::OpinionAsked {
            organisation,
            title,
            body,
            until,
            ..
        } => vec![
            ("organisation", text(organisation)),
            ("title", text(title)),
            ("body", text(body.as_deref().unwrap_or_default())),
            ("day", Arg::from(date(lang, *until))),
        ],
        Message::PostEnds { kind, host, on, .. } => vec![
            ("kind", text(&kind_words(Words::new(lang), *kind))),
            ("host", text(host)),
            ("day", Arg::from(date(lang, *on))),
        ],
        Message::OrganisationMerged {
            organisation, into, ..
        } => vec![("organisation", text(organisation)), ("into", text(into))],
        Message::CallAmended { title, .. } | Message::CallDecided { title, .. } => {
            vec![("title", text(title))]
        }
        Message::CallCloses {
            title,
            left,
            closing,
            ..
        } => closes(lang, title, (*left, *closing)),
        Message::DayLink { place, day, .. } => {
            vec![("place", text(place)), ("day", Arg::from(date(lang, *day)))]
        }
        Message::Meeting { about } => meeting(lang, about),
    }
}

/// What the words of a call that closes are filled with.
fn closes(
    lang: Lang,
    title: &str,
    (left, closing): (Threshold, DateTime<Utc>),
) -> Vec<(&'static str, Arg<'static>)> {
    let local = closing.with_timezone(&Paris).naive_local();
    let left = Words::new(lang).get(&format!("appel-left-{}", left.slug()));
    vec![
        ("title", Arg::from(line(title))),
        ("left", Arg::from(left)),
        ("date", Arg::from(date(lang, local.date()))),
        ("time", Arg::from(time(lang, local.time()))),
    ]
}

/// What the words of a meeting are filled with.
fn meeting(lang: Lang, about: &MeetingTold) -> Vec<(&'static str, Arg<'static>)> {
    let (begins, ends) = (
        about.begins.with_timezone(&Paris).naive_local(),
        about.ends.with_timezone(&Paris).naive_local(),
    );
    let place = about.place.as_deref().map(line);
    let place = place.filter(|place| !place.is_empty());
    vec![
        ("body", Arg::from(line(&about.name))),
        ("title", Arg::from(line(&about.title))),
        ("date", Arg::from(date(lang, begins.date()))),
        ("from", Arg::from(time(lang, begins.time()))),
        ("to", Arg::from(time(lang, ends.time()))),
        (
            "place",
            Arg::from(place.unwrap_or_else(|| Words::new(lang).get("not-known"))),
        ),
        ("n", Arg::from(about.agenda.len())),
    ]
}

fn items(message: &Message) -> Vec<String> {
    match message {
        Message::CampaignDigest { places, .. } | Message::CampaignReminder { places, .. } => {
            places.iter().map(|place| line(place)).collect()
        }
        Message::Meeting { about } if about.what != MeetingNews::Cancelled => {
            about.agenda.iter().map(|point| line(point)).collect()
        }
        _ => Vec::new(),
    }
}

fn quote(message: &Message) -> Option<Vec<String>> {
    let text = match message {
        Message::ProposalAnswered { reason, .. } => reason.as_deref()?,
        Message::ProposalQuestion { question, .. } => question,
        Message::CallAmended { what, .. } => what,
        Message::Meeting { about } => about.reason.as_deref().filter(|text| !text.is_empty())?,
        _ => return None,
    };
    let text: String = text.chars().take(LONGEST_QUOTE).collect();
    let lines = text.lines().map(|text| clean(text).trim_end().to_owned());
    Some(lines.collect())
}

/// "jusqu'au 25 novembre 2026 à 14 h 30", on the clock of European France.
fn until(words: Words, expires: DateTime<Utc>) -> String {
    let local = expires.with_timezone(&Paris).naive_local();
    let told = [
        ("date", date(words.lang(), local.date()).into()),
        ("time", time(words.lang(), local.time()).into()),
    ];
    words.with("mail-until", &told)
}

/// A name, on one line.
fn line(text: &str) -> String {
    let text = clean(text);
    let mut line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() > LONGEST_NAME {
        line = line.chars().take(LONGEST_NAME).collect();
        line.push('…');
    }
    line
}

/// Without control signs, nor those that turn the direction of reading (Unicode UAX 9 §2).
fn clean(text: &str) -> String {
    let turns = |sign: char| matches!(sign, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    text.chars()
        .filter(|sign| !turns(*sign))
        .map(|sign| match sign {
            sign if sign.is_control() || matches!(sign, '\u{2028}' | '\u{2029}') => ' ',
            sign => sign,
        })
        .collect()
}
