//! `/exploitation/messages`: the mails that this site sends, what became of them, and what each of them says.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::mail::{self, Links, MAILS_A_PAGE, Rendered};
use portulan_i18n::{Words, number};
use portulan_model::MailId;
use portulan_model::mail::{KnownMail, MailState};

use super::addresses;
use crate::auth::{Desk, Refused, named};
use crate::mail::Mailer;
use crate::pages::addresses::with_query;
use crate::pages::page::{Page, html};

/// The parameter that keeps the log to a state.
const STATE: &str = "etat";

#[derive(Template)]
#[template(path = "operator/messages.html")]
struct LogPage {
    page: Page,
    states: Vec<Choice>,
    mails: Vec<Row>,
    next: Option<String>,
}

/// A state that the log can be kept to.
struct Choice {
    address: String,
    words: String,
    chosen: bool,
}

/// A mail in the table.
struct Row {
    address: String,
    when: String,
    name: String,
    to: Option<String>,
    class: &'static str,
    state: String,
    tries: String,
    why: Option<String>,
}

#[derive(Template)]
#[template(path = "operator/message.html")]
struct MailPage {
    page: Page,
    back: &'static str,
    row: Row,
    moment: (String, String),
    rendered: Option<Rendered>,
    as_html: String,
    links: String,
}

/// The mail as HTML, as its reader gets it.
#[derive(Template)]
#[template(source = "{{ html|safe }}", ext = "html")]
struct Bare {
    html: String,
}

/// `GET /exploitation/messages`.
pub(super) async fn list(desk: Desk) -> Result<Response, Refused> {
    let words = desk.words();
    let state = desk.visit.value(STATE).and_then(read);
    let number = u32::try_from(desk.page_number()).unwrap_or(u32::MAX);
    let log = mail::log(desk.app(), &desk.may()?, state, number).await?;
    let full = u32::try_from(log.mails.len()).is_ok_and(|shown| shown == MAILS_A_PAGE);
    let after = number.saturating_add(1).to_string();
    let kept = state.map(|state| (STATE, state.word()));
    let next = full.then(|| {
        let pairs = kept.into_iter().chain([("page", after.as_str())]);
        with_query(addresses::MESSAGES, pairs)
    });
    Ok(html(&LogPage {
        page: desk.page(words.get("mails-title"), "messages"),
        states: choices(words, state, &log.counts),
        mails: log.mails.iter().map(|known| row(&desk, known)).collect(),
        next,
    }))
}

/// `GET /exploitation/messages/{id}`.
pub(super) async fn show(desk: Desk, Path(id): Path<String>) -> Result<Response, Refused> {
    let words = desk.words();
    let (known, rendered) = read_mail(&desk, &id).await?;
    let row = row(&desk, &known);
    let moment = match known.settled {
        Some(at) => ("mail-shown-settled", at),
        None => ("mail-shown-next", known.next),
    };
    let links = match links(&desk) {
        Links::Hidden => "mail-shown-hidden",
        Links::Live => "mail-shown-live",
    };
    let title = words.with("mail-shown-title", &[("name", row.name.as_str().into())]);
    Ok(html(&MailPage {
        page: desk.page(title, "messages"),
        back: addresses::MESSAGES,
        as_html: format!("{}/html", row.address),
        row,
        moment: (words.get(moment.0), desk.instant(moment.1)),
        rendered,
        links: words.get(links),
    }))
}

/// `GET /exploitation/messages/{id}/html`.
pub(super) async fn as_html(desk: Desk, Path(id): Path<String>) -> Result<Response, Refused> {
    let (_, rendered) = read_mail(&desk, &id).await?;
    let rendered = rendered.ok_or(Refused(StatusCode::NOT_FOUND))?;
    Ok(html(&Bare {
        html: rendered.html,
    }))
}

async fn read_mail(desk: &Desk, id: &str) -> Result<(KnownMail, Option<Rendered>), Refused> {
    let id: MailId = named(id)?;
    let mailer = Mailer::new(&desk.visit.state.settings.public_url);
    Ok(mail::preview(desk.app(), &desk.may()?, id, &mailer, links(desk)).await?)
}

/// Nobody becomes somebody else by reading their mail, except in a demonstration, where nobody is real.
fn links(desk: &Desk) -> Links {
    if desk.visit.state.settings.live_mail_links {
        Links::Live
    } else {
        Links::Hidden
    }
}

fn read(word: &str) -> Option<MailState> {
    MailState::ALL
        .into_iter()
        .find(|state| state.word() == word)
}

fn choices(words: Words, chosen: Option<MailState>, counts: &[(MailState, u64)]) -> Vec<Choice> {
    let all = Choice {
        address: addresses::MESSAGES.to_owned(),
        words: words.get("mails-all"),
        chosen: chosen.is_none(),
    };
    let states = counts.iter().map(|(state, count)| Choice {
        address: with_query(addresses::MESSAGES, [(STATE, state.word())]),
        words: format!(
            "{} ({})",
            words.get(&format!("mail-state-{}", state.word())),
            number(words.lang(), *count)
        ),
        chosen: chosen == Some(*state),
    });
    std::iter::once(all).chain(states).collect()
}

fn row(desk: &Desk, known: &KnownMail) -> Row {
    let words = desk.words();
    let mail = &known.mail;
    let class = match known.state {
        MailState::Sent => "is-open",
        MailState::Waiting | MailState::Dropped => "is-doubtful",
        MailState::Failed | MailState::Bounced => "is-unknown",
    };
    let name = format!("mail-name-{}", mail.template);
    let why = known.error.as_ref().map(|error| {
        let ours = words.find(&format!("mail-error-{error}"), &[]);
        ours.unwrap_or_else(|| error.clone())
    });
    Row {
        address: format!("{}/{}", addresses::MESSAGES, mail.id),
        when: desk.instant(mail.created),
        name: words
            .find(&name, &[])
            .unwrap_or_else(|| mail.template.clone()),
        to: Some(mail.to.clone()).filter(|to| !to.is_empty()),
        class,
        state: words.get(&format!("mail-state-{}", known.state.word())),
        tries: words.with("mails-tries", &[("n", known.attempts.into())]),
        why,
    }
}
