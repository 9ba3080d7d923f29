//! The way out: one server that takes mails, over TLS unless it is on this machine or told otherwise.

use std::net::IpAddr;
use std::time::{Duration, SystemTime};

use chrono::{DateTime, Utc};
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor};
use portulan_model::mail::Outgoing;
use thiserror::Error;
use url::{Host, Url};

use super::Rendered;

/// How long the server may take for each of its answers. RFC 5321 §4.5.3.2 allows minutes: a job can try again.
const ANSWERS_WITHIN: Duration = Duration::from_secs(30);
/// How long one mail may take in all; less than the time that a node has it for itself.
const TAKEN_WITHIN: Duration = Duration::from_mins(3);
/// Port of submission with STARTTLS (RFC 6409 §3.1), and with TLS from the start (RFC 8314 §3.3).
const SUBMISSION: u16 = 587;
const SUBMISSIONS: u16 = 465;
/// Name of the calendar file of a mail.
const CALENDAR_NAME: &str = "reunion.ics";

/// Which server, and in whose name.
#[derive(Clone)]
pub struct SmtpSettings {
    /// `smtp://host:port` (STARTTLS), `smtps://host:port` (TLS from the start); `?tls=none` for neither.
    pub url: String,
    /// `Name <address>` or an address.
    pub from: String,
    /// User and password.
    pub login: Option<(String, String)>,
}

/// Why a server cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SmtpError {
    /// Not an address of a mail server.
    #[error("not an address of a mail server: smtp://host:port or smtps://host:port")]
    Url,
    /// A user or a password in the address would be seen by all on the machine.
    #[error("no user nor password in the address of the mail server")]
    LoginInUrl,
    /// A password would cross the network in clear.
    #[error("a password is never sent without TLS")]
    LoginInClear,
    /// Not an address that mails can come from.
    #[error("not an address that mails can come from")]
    From,
    /// TLS cannot be prepared.
    #[error("TLS: {0}")]
    Tls(String),
}

/// A server that takes mails. Cheap to clone.
#[derive(Clone)]
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

/// What the server said of a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It has it.
    Taken,
    /// It knows no such address.
    NoSuchAddress(String),
    /// It does not want it, whenever it is asked.
    Never(String),
    /// It may want it later.
    Later(String),
    /// Nobody can speak with it for now, or not in this name: the mail is not at fault.
    Away(String),
}

impl Smtp {
    /// Prepares a server. It is not spoken with yet.
    pub fn new(settings: &SmtpSettings) -> Result<Self, SmtpError> {
        let from: Mailbox = settings.from.parse().map_err(|_shape| SmtpError::From)?;
        let url = Url::parse(&settings.url).map_err(|_shape| SmtpError::Url)?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(SmtpError::LoginInUrl);
        }
        let host = url.host_str().ok_or(SmtpError::Url)?;
        let host = host.trim_matches(['[', ']']).to_owned();
        let (tls, port) = protection(&url, &host)?;
        let here = is_here(&url);
        if settings.login.is_some() && matches!(tls, Tls::None) && !here {
            return Err(SmtpError::LoginInClear);
        }
        let name = ClientId::Domain(from.email.domain().to_owned());
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host)
            .port(url.port().unwrap_or(port))
            .tls(tls)
            .hello_name(name)
            .timeout(Some(ANSWERS_WITHIN));
        if let Some((user, password)) = &settings.login {
            builder = builder.credentials(Credentials::new(user.clone(), password.clone()));
        }
        let transport = builder.build();
        Ok(Self { transport, from })
    }

    /// Whether the server answers, in this name.
    pub(super) async fn is_there(&self) -> Result<(), String> {
        match tokio::time::timeout(TAKEN_WITHIN, self.transport.test_connection()).await {
            Ok(Ok(true)) => Ok(()),
            Ok(Ok(false)) => Err("no answer".to_owned()),
            Ok(Err(error)) => Err(told(&error)),
            Err(_elapsed) => Err("too slow".to_owned()),
        }
    }

    /// Hands a mail over.
    pub(super) async fn send(
        &self,
        mail: &Outgoing,
        rendered: &Rendered,
        now: DateTime<Utc>,
    ) -> Verdict {
        let message = match self.message(mail, rendered, now) {
            Ok(message) => message,
            Err(error) => return Verdict::Never(error),
        };
        match tokio::time::timeout(TAKEN_WITHIN, self.transport.send(message)).await {
            Ok(Ok(_response)) => Verdict::Taken,
            Ok(Err(error)) => verdict(&error),
            Err(_elapsed) => Verdict::Away("too slow".to_owned()),
        }
    }

    fn message(
        &self,
        mail: &Outgoing,
        rendered: &Rendered,
        now: DateTime<Utc>,
    ) -> Result<lettre::Message, String> {
        let to = mail.to.parse().map_err(|_shape| "address".to_owned())?;
        let id = format!("<{}@{}>", mail.id, self.from.email.domain());
        let mut builder = lettre::Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(one_line(&rendered.subject))
            .date(SystemTime::from(now))
            .message_id(Some(id))
            // RFC 3834 §5: nobody's absence is answered to a program.
            .raw_header(plain_header("Auto-Submitted", "auto-generated"));
        if let Some(address) = &rendered.unsubscribe {
            // RFC 8058: one click, by a POST that says so.
            builder = builder
                .raw_header(plain_header("List-Unsubscribe", &format!("<{address}>")))
                .raw_header(plain_header(
                    "List-Unsubscribe-Post",
                    "List-Unsubscribe=One-Click",
                ));
        }
        let body = MultiPart::alternative_plain_html(rendered.text.clone(), rendered.html.clone());
        let body = match &rendered.calendar {
            None => body,
            Some(calendar) => {
                let kind = format!("text/calendar; charset=utf-8; method={}", calendar.method);
                let kind = ContentType::parse(&kind).map_err(|error| error.to_string())?;
                let file = Attachment::new(CALENDAR_NAME.to_owned());
                let file = file.body(calendar.text.clone(), kind);
                MultiPart::mixed().multipart(body).singlepart(file)
            }
        };
        builder.multipart(body).map_err(|error| error.to_string())
    }
}

/// How the connection is protected, and the port that goes with it.
fn protection(url: &Url, host: &str) -> Result<(Tls, u16), SmtpError> {
    let parameters =
        || TlsParameters::new(host.to_owned()).map_err(|error| SmtpError::Tls(error.to_string()));
    let asked = url.query_pairs().find(|(name, _)| name == "tls");
    match (
        url.scheme(),
        asked.as_ref().map(|(_, value)| value.as_ref()),
    ) {
        ("smtps", None) => Ok((Tls::Wrapper(parameters()?), SUBMISSIONS)),
        ("smtp", Some("none")) => Ok((Tls::None, SUBMISSION)),
        ("smtp", None) if is_here(url) => Ok((Tls::None, SUBMISSION)),
        ("smtp", None | Some("required")) => Ok((Tls::Required(parameters()?), SUBMISSION)),
        _ => Err(SmtpError::Url),
    }
}

/// Whether the server is on this machine: nothing crosses a network.
fn is_here(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name
            .parse::<IpAddr>()
            .map_or(name == "localhost", |address| address.is_loopback()),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// What a fault says of the mail, by the codes of RFC 5321 §4.2.3 and RFC 4954 §6.
fn verdict(error: &lettre::transport::smtp::Error) -> Verdict {
    let answer = told(error);
    match error.status().map(u16::from) {
        None | Some(421 | 454 | 530 | 534 | 535 | 538) => Verdict::Away(answer),
        Some(550 | 551 | 553) => Verdict::NoSuchAddress(answer),
        Some(_) if error.is_permanent() => Verdict::Never(answer),
        Some(_) => Verdict::Later(answer),
    }
}

/// A fault with its cause: the words of the server.
fn told(error: &lettre::transport::smtp::Error) -> String {
    one_line(&error.to_string())
}

/// No text that people typed begins a header of its own.
fn one_line(text: &str) -> String {
    let spaced = text.chars().map(|sign| match sign {
        sign if sign.is_control() || matches!(sign, '\u{2028}' | '\u{2029}') => ' ',
        sign => sign,
    });
    let spaced: String = spaced.collect();
    spaced
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A header of visible ASCII, as it is: an address is never cut nor encoded. Anything else is left out.
fn plain_header(name: &'static str, value: &str) -> HeaderValue {
    let value: String = value.chars().filter(char::is_ascii_graphic).collect();
    let name = HeaderName::new_from_ascii_str(name);
    HeaderValue::dangerous_new_pre_encoded(name, value.clone(), value)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn settings(url: &str, login: bool) -> SmtpSettings {
        SmtpSettings {
            url: url.to_owned(),
            from: "Portulan <bonjour@exemple.fr>".to_owned(),
            login: login.then(|| ("moi".to_owned(), "secret".to_owned())),
        }
    }

    #[rstest]
    #[case("smtp://relais.exemple.fr", false, None)]
    #[case("smtps://relais.exemple.fr:465", true, None)]
    #[case("smtp://127.0.0.1:2525", true, None)]
    #[case("smtp://[::1]:2525", true, None)]
    #[case("smtp://localhost", true, None)]
    #[case("smtp://relais.exemple.fr?tls=none", false, None)]
    #[case(
        "smtp://relais.exemple.fr?tls=none",
        true,
        Some(SmtpError::LoginInClear)
    )]
    #[case(
        "smtp://moi:secret@relais.exemple.fr",
        false,
        Some(SmtpError::LoginInUrl)
    )]
    #[case("smtp://relais.exemple.fr?tls=peut-etre", false, Some(SmtpError::Url))]
    #[case("smtps://relais.exemple.fr?tls=none", false, Some(SmtpError::Url))]
    #[case("https://relais.exemple.fr", false, Some(SmtpError::Url))]
    #[case("relais", false, Some(SmtpError::Url))]
    fn a_server_is_prepared_or_refused(
        #[case] url: &str,
        #[case] login: bool,
        #[case] refused: Option<SmtpError>,
    ) {
        assert_eq!(Smtp::new(&settings(url, login)).err(), refused, "{url}");
    }

    #[test]
    fn an_address_that_is_none_sends_nothing() {
        let settings = SmtpSettings {
            from: "personne".to_owned(),
            ..settings("smtp://localhost", false)
        };
        assert_eq!(Smtp::new(&settings).err(), Some(SmtpError::From));
    }

    #[rstest]
    #[case("a\r\nBcc: b@exemple.fr", "a Bcc: b@exemple.fr")]
    #[case("  a\u{2028}\t b \u{0}", "a b")]
    #[case("\r\n", "")]
    fn a_subject_is_one_line(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(one_line(text), expected);
    }
}
