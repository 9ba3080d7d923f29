//! The outbox on its way out: at least once, the same id each time, one node at a time, and blanked in the end.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use portulan_model::campaigns::Recipient;
use portulan_model::mail::{KnownMail, MailState};
use portulan_policy::actions::{ReadMail, SendMail};
use portulan_policy::{Actor, Capability, Node, allow};
use portulan_store::Settled;

use super::message::Message;
use super::refusal;
use super::smtp::{Smtp, Verdict};
use super::{Handed, Letter, Renderer, ShortText};
use crate::signed::Link;
use crate::{App, Error, campaigns, demonstration};

/// How often a node looks for mails that are due.
const LOOK_EVERY: Duration = Duration::from_secs(10);
/// How often mails that nobody can send are told of, and old ones are blanked.
const TIDY_EVERY: Duration = Duration::from_hours(1);
/// Mails of one look.
const BATCH: u32 = 50;
/// How long a node has a mail for itself: longer than a server may take to answer.
const LEASE: TimeDelta = TimeDelta::minutes(10);
/// Waits between attempts, in minutes. RFC 5321 §4.5.4.1 asks for some days before giving up.
const WAITS: [i64; 9] = [1, 5, 15, 60, 180, 360, 720, 1_440, 1_440];
/// A mail that waited longer is of no more use, and may have left before a copy was read back.
const STALE: TimeDelta = TimeDelta::days(5);
/// How long the address and the content of a settled mail are kept.
pub(crate) const KEPT: TimeDelta = TimeDelta::days(30);
/// Longest answer of a server that is kept, in characters.
const LONGEST_ERROR: usize = 300;
/// The program, when nobody asks.
const JOB: Actor = Actor::Job("mail");

/// By what mails leave.
#[derive(Clone)]
pub struct Outbound {
    /// Puts them in words.
    pub renderer: Arc<dyn Renderer>,
    /// Takes them.
    pub smtp: Smtp,
}

/// What came of one look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Round {
    /// Taken by the server.
    pub sent: u32,
    /// To be tried again.
    pub later: u32,
    /// Refused for good.
    pub failed: u32,
    /// Too late, or no more wanted.
    pub dropped: u32,
    /// Whether the server could not be spoken with: the others wait for it.
    pub away: bool,
}

/// Sends what is due for ever; without a way out, only tells what waits. Blanks old mails on its way.
pub async fn keep_sending(app: Arc<App>, outbound: Option<Outbound>) {
    let mut ticks = tokio::time::interval(LOOK_EVERY);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    let mut tidy = tokio::time::interval(TIDY_EVERY);
    loop {
        tokio::select! {
            _ = tidy.tick() => {
                if let Err(error) = tidy_up(&app, outbound.is_some()).await {
                    tracing::warn!(%error, "the outbox could not be tidied");
                }
            }
            _ = ticks.tick() => {
                let Some(outbound) = &outbound else { continue };
                match send_all(&app, outbound).await {
                    Ok(()) => {}
                    Err(error) => tracing::warn!(%error, "mails could not be sent"),
                }
            }
        }
    }
}

async fn send_all(app: &App, outbound: &Outbound) -> Result<(), Error> {
    let may = allow::<SendMail>(&JOB, &Node::Installation)?;
    loop {
        let round = deliver_due(app, &may, outbound).await?;
        if round != Round::default() {
            tracing::info!(?round, "mails");
        }
        if round.away || round.sent + round.later + round.failed + round.dropped < BATCH {
            return Ok(());
        }
    }
}

async fn tidy_up(app: &App, sends: bool) -> Result<(), Error> {
    let may = allow::<SendMail>(&JOB, &Node::Installation)?;
    let blanked = blank_old(app, &may).await?;
    if blanked > 0 {
        tracing::info!(
            blanked,
            "old mails hold neither address nor content any more"
        );
    }
    let read = allow::<ReadMail>(&JOB, &Node::Installation)?;
    let counts = app.store().count_mails(&read).await?;
    let waiting = counts
        .into_iter()
        .find(|(state, _)| *state == MailState::Waiting);
    if let Some((_, waiting)) = waiting.filter(|_| !sends) {
        tracing::warn!(waiting, "mails wait in the outbox: no --smtp-url was given");
    }
    Ok(())
}

/// The same, by the job that forgets what has passed its end.
pub async fn blank_past(app: &App) -> Result<(), Error> {
    let may = allow::<SendMail>(&JOB, &Node::Installation)?;
    blank_old(app, &may).await.map(drop)
}

/// Blanks the address and the content of mails that were settled long enough ago, or that nobody sent in all that time;
/// says how many.
pub async fn blank_old(app: &App, capability: &Capability<SendMail>) -> Result<u64, Error> {
    let before = app.now().checked_sub_signed(KEPT);
    let before = before.unwrap_or(DateTime::<Utc>::MIN_UTC);
    Ok(app.store().blank_mails(capability, before).await?)
}

/// Sends the mails that are due, one after the other, until the server can no more be spoken with.
pub async fn deliver_due(
    app: &App,
    capability: &Capability<SendMail>,
    outbound: &Outbound,
) -> Result<Round, Error> {
    let mut round = Round::default();
    let due = app.store().due_mails(capability, app.now(), BATCH).await?;
    if due.is_empty() {
        return Ok(round);
    }
    app.key()?;
    if let Err(answer) = outbound.smtp.is_there().await {
        tracing::warn!(%answer, "the mail server cannot be spoken with");
        round.away = true;
        return Ok(round);
    }
    for id in due {
        let now = app.now();
        let claim = app
            .store()
            .claim_mail(capability, id, now, after(now, LEASE));
        let Some(claimed) = claim.await? else {
            continue;
        };
        let (settled, away) = attempt(app, outbound, &claimed).await?;
        round.count(settled.state, away);
        app.store()
            .settle_mail(capability, &claimed, &settled)
            .await?;
        if settled.state == MailState::Bounced {
            campaigns::address_bounced(app, capability, &claimed.mail).await?;
        }
        if away {
            break;
        }
    }
    Ok(round)
}

impl Round {
    fn count(&mut self, state: MailState, away: bool) {
        self.away = away;
        match state {
            MailState::Waiting => self.later += 1,
            MailState::Sent => self.sent += 1,
            MailState::Failed | MailState::Bounced => self.failed += 1,
            MailState::Dropped => self.dropped += 1,
        }
    }
}

/// What comes of one mail, and whether the server was away.
async fn attempt(
    app: &App,
    outbound: &Outbound,
    claimed: &KnownMail,
) -> Result<(Settled, bool), Error> {
    let now = app.now();
    let ends = |state, error: &str| (settled(state, now, Some(error)), false);
    let Ok(message) = serde_json::from_str::<Message>(&claimed.mail.parameters) else {
        return Ok(ends(MailState::Failed, "unreadable"));
    };
    if message.has_expired(now) {
        return Ok(ends(MailState::Dropped, "expired"));
    }
    if now.signed_duration_since(claimed.mail.created) > STALE {
        return Ok(ends(MailState::Failed, "too-old"));
    }
    if message.list().is_some() && demonstration::holds(&app.directory()) {
        return Ok(ends(MailState::Dropped, "demonstration"));
    }
    if refusal::is_refused(app, &message, &claimed.mail.to).await? {
        return Ok(ends(MailState::Dropped, "unsubscribed"));
    }
    let unsubscribe = refusal::link(app, &message, &claimed.mail.to);
    let sign = |link: &Link| app.key().map(|key| link.sign(key));
    let (link, unsubscribe) = (
        message.link().map(sign).transpose()?,
        unsubscribe.as_ref().map(sign).transpose()?,
    );
    let code = app.key().map(|key| message.code(key))?;
    let letter = Letter {
        message: &message,
        lang: &claimed.mail.lang,
        link: link.as_deref(),
        code: code.as_deref(),
        unsubscribe: unsubscribe.as_deref(),
    };
    if let Some(number) = claimed.mail.to.strip_prefix(Recipient::NUMBER) {
        return by_text(app, outbound, claimed, &letter, number).await;
    }
    let rendered = match outbound.renderer.render(&letter) {
        Ok(rendered) => rendered,
        Err(error) => {
            tracing::error!(%error, template = message.template(), "a mail cannot be put in words");
            return Ok((again(claimed, now, "unrendered"), false));
        }
    };
    let verdict = outbound.smtp.send(&claimed.mail, &rendered, now).await;
    Ok(match verdict {
        Verdict::Taken => (settled(MailState::Sent, now, None), false),
        Verdict::NoSuchAddress(answer) => ends(MailState::Bounced, &answer),
        Verdict::Never(answer) => ends(MailState::Failed, &answer),
        Verdict::Later(answer) => (again(claimed, now, &answer), false),
        Verdict::Away(answer) => {
            tracing::warn!(%answer, "the mail server can no more be spoken with");
            (again(claimed, now, &answer), true)
        }
    })
}

/// What comes of a text, by the gateway.
async fn by_text(
    app: &App,
    outbound: &Outbound,
    claimed: &KnownMail,
    letter: &Letter<'_>,
    number: &str,
) -> Result<(Settled, bool), Error> {
    let now = app.now();
    let Some(gateway) = app.texts().cloned() else {
        return Ok((again(claimed, now, "no-gateway"), false));
    };
    let text = match outbound.renderer.short(letter) {
        Ok(text) => text,
        Err(error) => {
            tracing::error!(%error, "a text cannot be put in words");
            return Ok((again(claimed, now, "unrendered"), false));
        }
    };
    let text = ShortText {
        id: claimed.mail.id.to_string(),
        to: number.to_owned(),
        text,
    };
    let handed = tokio::task::spawn_blocking(move || gateway.hand(&text));
    let handed = handed
        .await
        .map_err(|error| Error::internal("text", error))?;
    let settled = match handed {
        Handed::Taken => settled(MailState::Sent, now, None),
        Handed::NoSuchNumber(answer) => settled(MailState::Bounced, now, Some(&answer)),
        Handed::Later(answer) => again(claimed, now, &answer),
    };
    Ok((settled, false))
}

/// Tried again later, or given up.
fn again(claimed: &KnownMail, now: DateTime<Utc>, error: &str) -> Settled {
    let tried = usize::try_from(claimed.attempts).unwrap_or(usize::MAX);
    match WAITS.get(tried.saturating_sub(1)) {
        Some(minutes) => {
            let next = after(now, TimeDelta::minutes(*minutes));
            settled(MailState::Waiting, next, Some(error))
        }
        None => settled(MailState::Failed, now, Some(error)),
    }
}

fn settled(state: MailState, at: DateTime<Utc>, error: Option<&str>) -> Settled {
    Settled {
        state,
        at,
        error: error.map(|text| text.chars().take(LONGEST_ERROR).collect()),
    }
}

fn after(now: DateTime<Utc>, wait: TimeDelta) -> DateTime<Utc> {
    now.checked_add_signed(wait).unwrap_or(now)
}
