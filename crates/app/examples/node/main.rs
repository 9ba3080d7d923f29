//! A node of the storms of the tests: `node DATABASE MILLISECONDS SEED`, on a database that others are at work on too.
//!
//! It does what each line of its input asks, all at once, until it is killed: `submit APPLICATION ORGANISATION`, or
//! `grant ENVELOPE NUMBER BENEFICIARY EUROS`. Each answer is one line, written out before anything else is said of it:
//! `submitted APPLICATION RECEIPT`, `granted NUMBER LINE`, `full NUMBER`. Its clock is that of the machine, MILLISECONDS later.

use std::error::Error;
use std::io::Write as _;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use portulan_app::means::applications;
use portulan_app::means::envelopes::{self, Asked, EnvelopeError};
use portulan_app::{App, Clock, Options, SeededChance, SystemClock};
use portulan_model::means::envelopes::{Account, Refusal};
use portulan_model::means::forms::{FieldId, Typed};
use portulan_model::{Cents, Slug};
use portulan_policy::{Actor, Node, allow, allow_apart};
use portulan_store::DatabaseUrl;

type Done<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// The machine's clock, so much later.
struct Later(TimeDelta);

impl Clock for Later {
    fn now(&self) -> DateTime<Utc> {
        SystemClock.now() + self.0
    }
}

/// An argument, or a word of a line.
fn word<'a>(words: &mut impl Iterator<Item = &'a str>) -> Done<&'a str> {
    words.next().ok_or_else(|| "a word is missing".into())
}

/// Does what a line asks.
async fn answer(app: &App, line: &str) -> Done<String> {
    let mut words = line.split(' ');
    match word(&mut words)? {
        "submit" => {
            let (id, organisation) = (word(&mut words)?, word(&mut words)?);
            let who: Slug = organisation.parse()?;
            let may = allow(&Actor::Operator, Node::Organisation(who))?;
            let typed: Typed = [
                (FieldId::new(1), vec![organisation.to_owned()]),
                (FieldId::new(2), vec![format!("Un atelier {id}")]),
            ]
            .into();
            let receipt = applications::submit(app, &may, id.parse()?, (1, &typed)).await?;
            Ok(format!(
                "submitted {id} {}",
                serde_json::to_string(&receipt)?
            ))
        }
        "grant" => {
            let (envelope, number) = (word(&mut words)?, word(&mut words)?);
            let (beneficiary, euros) = (word(&mut words)?, word(&mut words)?);
            let key: Slug = envelope.parse()?;
            let asked = Asked {
                form: format!("demande-{number}"),
                account: Account {
                    request: format!("d-{number}").parse()?,
                    beneficiary: beneficiary.parse()?,
                    territory: "commune-35238".parse()?,
                    year: 2026,
                },
                amount: Cents::euros(euros.parse()?),
                cost: None,
                decision: None,
                reason: "essai".to_owned().try_into()?,
            };
            let may = allow_apart(&Actor::Operator, Node::Envelope(key.clone()), &[])?;
            match envelopes::grant(app, &may, &key, asked).await {
                Ok(line) => Ok(format!(
                    "granted {number} {}",
                    serde_json::to_string(&line)?
                )),
                Err(EnvelopeError::Refused(Refusal::Beyond { .. })) => Ok(format!("full {number}")),
                Err(other) => Err(format!("{other:?}").into()),
            }
        }
        other => Err(format!("nobody asks for {other}").into()),
    }
}

/// Writes a line out at once.
fn say(line: &str) -> Done<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")?;
    Ok(out.flush()?)
}

fn main() -> Done<()> {
    let told: Vec<String> = std::env::args().skip(1).collect();
    let mut told = told.iter().map(String::as_str);
    let url = DatabaseUrl::parse(word(&mut told)?)?;
    let clock = Arc::new(Later(TimeDelta::milliseconds(word(&mut told)?.parse()?)));
    let chance = Arc::new(SeededChance::new(word(&mut told)?.parse()?));
    let runtime = tokio::runtime::Runtime::new()?;
    let app = runtime.block_on(App::open_with(&url, clock, chance, Options::default()))?;
    say("ready")?;
    for line in std::io::stdin().lines() {
        let (app, line) = (Arc::clone(&app), line?);
        runtime.spawn(async move {
            let told = match answer(&app, &line).await {
                Ok(told) => told,
                Err(error) => format!("failed {line}: {error}"),
            };
            say(&told)
        });
    }
    Ok(())
}
