//! Those who apply to a call that is held here are told what changes in it, and when what was decided can be read: each once,
//! whoever looks and however often.

use std::collections::HashMap;

use chrono::Days;
use portulan_model::Slug;
use portulan_model::means::applications::{Application, Stage};
use portulan_model::means::calls::{Amendment, Call, Held, paris_day};
use portulan_model::means::examination::Panel;
use portulan_model::people::Person;
use portulan_policy::actions::{Apply, SendMail};
use portulan_policy::{Capability, Node, allow};

use super::remind::{JOB, once};
use crate::asking::Accounts;
use crate::mail::Message;
use crate::{App, Error};

/// What is older is told to nobody any more: it is no news, and an installation may have slept for a while.
const FRESH: Days = Days::new(14);

/// What is told of a call.
enum News<'a> {
    /// Something else is asked than when they began.
    Amended(&'a Amendment),
    /// What was decided is published.
    Decided,
}

/// Something to tell of a call, and the word by which it is known that it was told.
struct Due<'a> {
    call: &'a Call,
    news: News<'a>,
    occasion: String,
}

/// Writes to those who apply what is new in calls; says how many mails were written. Any number of nodes may do it.
pub async fn tell_due(app: &App) -> Result<usize, Error> {
    let may = allow::<SendMail>(&JOB, &Node::Installation)?;
    let (now, directory) = (app.now(), app.directory());
    let panels = app.store().kept::<Panel>().await?;
    let since = paris_day(now).checked_sub_days(FRESH).unwrap_or_default();
    let calls = directory.published.calls.iter().map(|known| &known.call);
    let here = calls.filter(|call| call.terms.held == Held::Here);
    let mut due: Vec<Due<'_>> = here
        .flat_map(|call| {
            let changed = (1..).zip(&call.amendments);
            let changed = changed.filter(|(_, one)| one.on >= since);
            let changed = changed.map(|(number, one)| Due {
                call,
                news: News::Amended(one),
                occasion: format!("call-{}-amended-{number}", call.slug),
            });
            let panel = panels.iter().find(|panel| panel.call == call.slug);
            let published = panel.and_then(|panel| panel.published);
            let decided = published.filter(|on| *on >= since).map(|_| Due {
                call,
                news: News::Decided,
                occasion: format!("call-{}-decided", call.slug),
            });
            changed.chain(decided).collect::<Vec<_>>()
        })
        .collect();
    due.retain(|one| app.looked().is_due(&one.occasion, now));
    if due.is_empty() {
        return Ok(0);
    }
    let held = Accounts::read(app).await?;
    let mut speaking: HashMap<&Slug, Vec<&Person>> = HashMap::new();
    for (slug, person) in held.on_organisations::<Apply>() {
        speaking.entry(slug).or_default().push(person);
    }
    let mut written = 0;
    for one in due {
        written += tell(app, &may, &one, &speaking).await?;
        app.looked().note(one.occasion, now);
    }
    Ok(written)
}

async fn tell(
    app: &App,
    may: &Capability<SendMail>,
    Due {
        call,
        news,
        occasion,
    }: &Due<'_>,
    speaking: &HashMap<&Slug, Vec<&Person>>,
) -> Result<usize, Error> {
    let mut written = 0;
    let mut all = app.store().kept_of::<Application>(&call.slug).await?;
    all.retain(|one| match news {
        // Whoever begins later reads it on the page of the call.
        News::Amended(amendment) => {
            one.stage() != Stage::Withdrawn && paris_day(one.begun) <= amendment.on
        }
        News::Decided => one.stage() == Stage::Submitted,
    });
    for application in &all {
        for (organisation, _) in application.parties.all() {
            let message = news.of(call, (organisation, application));
            let key = match news {
                // Whoever has several applications is told once.
                News::Amended(_) => occasion.clone(),
                News::Decided => format!("{occasion}-{}", application.id),
            };
            for person in speaking.get(organisation).into_iter().flatten() {
                let key = format!("{key}-{}", person.id);
                written += usize::from(once(app, may, (person, &key), &message).await?);
            }
        }
    }
    Ok(written)
}

impl News<'_> {
    fn of(&self, call: &Call, (organisation, application): (&Slug, &Application)) -> Message {
        let title = call.terms.title.clone();
        match self {
            Self::Amended(amendment) => Message::CallAmended {
                title,
                what: amendment.what.to_string(),
                call: call.slug.clone(),
            },
            Self::Decided => Message::CallDecided {
                title,
                organisation: organisation.clone(),
                application: application.id,
            },
        }
    }
}
