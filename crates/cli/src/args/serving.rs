//! How an installation is served: where it listens, what it fetches, how sure it is of people, by what mails leave.

use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};
use clap::Args;
use portulan_web::SecurityContact;

/// Where lists are fetched from.
#[derive(Debug, Clone, Args)]
pub(crate) struct Reach {
    /// Fetch lists from machines of private networks too, and on any port.
    #[arg(long)]
    pub(crate) allow_private_addresses: bool,
}

/// Whom to tell of a weakness of the site.
#[derive(Debug, Clone, Args)]
pub(crate) struct Security {
    /// Whom to tell of a weakness, as `/.well-known/security.txt` says it: an e-mail address, `https://…` or `tel:…`.
    #[arg(long, value_name = "CONTACT", env = "PORTULAN_SECURITY_CONTACT")]
    pub(crate) security_contact: Option<SecurityContact>,
}

/// How the site is exposed.
#[derive(Debug, Clone, Args)]
pub(crate) struct Exposure {
    /// Address to listen on; port 0 takes a free one.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    pub(crate) listen: SocketAddr,
    /// Address under which people reach the site.
    #[arg(long, value_name = "URL")]
    pub(crate) public_url: Option<String>,
    /// Believe the `X-Forwarded-For` header of a proxy in front.
    #[arg(long)]
    pub(crate) trust_proxy: bool,
    /// Requests per second and per address.
    #[arg(long, value_name = "N", default_value = "30")]
    pub(crate) rate: NonZeroU32,
    /// Providers of identity (OpenID Connect), as a TOML list; docs/operation.md says what it holds.
    #[arg(long, value_name = "FILE")]
    pub(crate) oidc: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) strength: Strength,
    /// Passwords that leaked, to be refused: lines `SHA-1:count` in the order of the hashes.
    #[arg(long, value_name = "FILE")]
    pub(crate) leaked_passwords: Option<PathBuf>,
    /// Offer the languages that no native reader has passed yet (Breton).
    #[arg(long)]
    pub(crate) draft_languages: bool,
    /// Write logs as JSON lines.
    #[arg(long)]
    pub(crate) log_json: bool,
    #[command(flatten)]
    pub(crate) reach: Reach,
    /// Keep the list of erased persons in this file, and erase again those that a copy brought back.
    #[arg(long, value_name = "FILE")]
    pub(crate) erasures: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) security: Security,
    /// Start the clock at this instant instead of now (RFC 3339), for demonstrations and tests.
    #[arg(long, value_name = "INSTANT")]
    pub(crate) clock: Option<DateTime<FixedOffset>>,
}

/// How sure it is asked to be of whoever signs in.
#[derive(Debug, Clone, Args)]
pub(crate) struct Strength {
    /// Roles above contributor ask for a key of a device or a provider: a link by e-mail or a password opens the account
    /// alone.
    #[arg(long, env = "PORTULAN_STRONG_SIGN_IN")]
    pub(crate) strong_sign_in: bool,
}

/// By what mails leave.
#[derive(Debug, Clone, Args)]
pub(crate) struct Mailing {
    /// Mail server: `smtp://HOST:PORT` (STARTTLS), `smtps://HOST:PORT` (TLS), `?tls=none` for neither. Without it, mails
    /// wait. User and password: `PORTULAN_SMTP_USER`, and `PORTULAN_SMTP_PASSWORD` or `PORTULAN_SMTP_PASSWORD_FILE`.
    #[arg(
        long,
        value_name = "URL",
        env = "PORTULAN_SMTP_URL",
        requires = "mail_from"
    )]
    pub(crate) smtp_url: Option<String>,
    /// Whom mails come from: `Name <address>` or an address.
    #[arg(long, value_name = "ADDRESS", env = "PORTULAN_MAIL_FROM")]
    pub(crate) mail_from: Option<String>,
    /// Gateway of short messages, told of each by `POST` as JSON (`id`, `to`, `text`), for places that have a mobile number
    /// alone. Its token: `PORTULAN_SMS_TOKEN`.
    #[arg(
        long,
        value_name = "URL",
        env = "PORTULAN_SMS_URL",
        requires = "smtp_url"
    )]
    pub(crate) sms_url: Option<String>,
}
