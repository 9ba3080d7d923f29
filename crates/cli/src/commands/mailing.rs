//! The mail server, from options and environment. A password is never an argument: all on the machine would read it.

use std::path::PathBuf;
use std::sync::Arc;

use portulan_app::mail::{Smtp, SmtpError, SmtpSettings, TextGateway, Webhook};

use crate::args::Mailing;
use crate::outcome::Failure;
use crate::words::words;

const TOKEN: &str = "PORTULAN_SMS_TOKEN";
const USER: &str = "PORTULAN_SMTP_USER";
const PASSWORD: &str = "PORTULAN_SMTP_PASSWORD";
const PASSWORD_FILE: &str = "PORTULAN_SMTP_PASSWORD_FILE";

/// The server that takes mails; `None` where none is named.
pub(crate) fn server(mailing: &Mailing) -> Result<Option<Smtp>, Failure> {
    let (Some(url), Some(from)) = (&mailing.smtp_url, &mailing.mail_from) else {
        return Ok(None);
    };
    let settings = SmtpSettings {
        url: url.clone(),
        from: from.clone(),
        login: login()?,
    };
    Smtp::new(&settings)
        .map(Some)
        .map_err(|error| Failure::Usage(said(&error)))
}

/// The gateway of short messages; `None` where none is named.
pub(crate) fn gateway(mailing: &Mailing) -> Result<Option<Arc<dyn TextGateway>>, Failure> {
    let Some(url) = &mailing.sms_url else {
        return Ok(None);
    };
    let wrong = |_shape| Failure::Usage(words().get("cli-sms-url"));
    let webhook = Webhook::new(url, given(TOKEN)).map_err(wrong)?;
    Ok(Some(Arc::new(webhook)))
}

/// User and password, both or neither.
fn login() -> Result<Option<(String, String)>, Failure> {
    let password = match given(PASSWORD_FILE) {
        Some(file) => Some(read(&PathBuf::from(file))?),
        None => given(PASSWORD),
    };
    match (given(USER), password) {
        (Some(user), Some(password)) => Ok(Some((user, password))),
        (None, None) => Ok(None),
        _ => Err(Failure::Usage(words().get("cli-smtp-half-login"))),
    }
}

fn read(file: &PathBuf) -> Result<String, Failure> {
    let text = std::fs::read_to_string(file).map_err(|error| {
        let told = [
            ("file", file.display().to_string().into()),
            ("error", error.to_string().into()),
        ];
        Failure::Usage(words().with("cli-smtp-password-file", &told))
    })?;
    Ok(text.trim_end_matches(['\r', '\n']).to_owned())
}

#[expect(
    clippy::disallowed_methods,
    reason = "the command line reads the environment; as an argument a password would be seen"
)]
pub(crate) fn given(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn said(error: &SmtpError) -> String {
    let id = match error {
        SmtpError::Url => "cli-smtp-url",
        SmtpError::LoginInUrl => "cli-smtp-login-in-url",
        SmtpError::LoginInClear => "cli-smtp-login-in-clear",
        SmtpError::From => "cli-smtp-from",
        SmtpError::Tls(_) => "cli-smtp-tls",
    };
    words().get(id)
}
