//! `doctor`: what is right, what is wrong, and how to mend it.

use std::path::Path;

use portulan_app::doctor::{Finding, Health, examine, replayed};
use portulan_app::journal::list;
use portulan_app::{Error, Options};
use portulan_i18n::Words;
use portulan_policy::{Actor, Node, allow};

use crate::args::{Mailing, Place, Security, Strength};
use crate::commands::open_as;
use crate::outcome::{Failure, print_json, say};
use crate::words::words;

/// Examines an installation; ends with 1 when something must be mended.
pub(crate) async fn doctor(
    place: &Place,
    erasures: Option<&Path>,
    (security, mailing, strength): (&Security, &Mailing, &Strength),
    json: bool,
) -> Result<(), Failure> {
    let served = Options {
        sends_mail: mailing.smtp_url.is_some(),
        strong_sign_in: strength.strong_sign_in,
        ..Options::default()
    };
    let app = open_as(place, served).await?;
    let capability = allow(&Actor::Operator, &Node::Installation).map_err(Error::from)?;
    let mut findings = examine(&app, &capability).await?;
    if let Some(file) = erasures {
        let reading = allow(&Actor::Operator, &Node::Installation).map_err(Error::from)?;
        findings.push(replayed(&app, &reading, &list::read(file)?).await?);
    }
    findings.push(contact(security));
    if json {
        print_json(&findings)?;
    } else {
        let words = words();
        for finding in &findings {
            say(&line(words, finding));
        }
    }
    if findings
        .iter()
        .any(|finding| finding.health == Health::Wrong)
    {
        return Err(Failure::Refused(words().get("cli-failed-check")));
    }
    Ok(())
}

/// Whether those who find a weakness are told whom to write to.
fn contact(security: &Security) -> Finding {
    match &security.security_contact {
        Some(contact) => Finding {
            check: "security-contact",
            health: Health::Good,
            value: contact.to_string(),
        },
        None => Finding {
            check: "security-contact-missing",
            health: Health::Doubtful,
            value: String::new(),
        },
    }
}

fn line(words: Words, finding: &Finding) -> String {
    let health = match finding.health {
        Health::Good => words.get("doctor-good"),
        Health::Doubtful => words.get("doctor-doubtful"),
        Health::Wrong => words.get("doctor-wrong"),
    };
    let id = format!("doctor-{}", finding.check);
    let what = words.with(&id, &[("value", finding.value.as_str().into())]);
    if finding.health == Health::Good {
        return format!("[{health}] {what}");
    }
    format!("[{health}] {what} → {}", words.get(&format!("{id}-advice")))
}
