//! Those who manage a post are told by mail before its money or its contract ends: once for each end and each threshold, so
//! that nothing is told twice whoever looks and however often.

use chrono::NaiveDate;
use portulan_model::posts::{Alert, Ending, Post};
use portulan_policy::actions::{ManagePosts, SendMail};
use portulan_policy::{Actor, Capability, Node, allow};

use super::{TOLD_BEFORE_DAYS, target, to_see_to};
use crate::asking::Accounts;
use crate::mail::{self, Message};
use crate::{App, Directory, Error};

/// The program, when nobody asks.
const JOB: Actor = Actor::Job("posts");
/// How many days before an end it is told: the time to ask for a renewal, to sign it, to tell the person.
const THRESHOLDS: [u64; 3] = [TOLD_BEFORE_DAYS, 90, 30];

/// Writes to those who manage posts that end soon; says how many mails were written. Any number of nodes may do it.
pub async fn tell_ending(app: &App) -> Result<usize, Error> {
    let may = allow::<SendMail>(&JOB, &Node::Installation)?;
    let (directory, today) = (app.directory(), crate::audience::today(app));
    let posts = app.store().kept::<Post>().await?;
    let ends = posts.iter().flat_map(|post| {
        let soon = to_see_to(post, today).into_iter();
        soon.filter_map(move |alert| match alert {
            Alert::Ends { on, what } => Some((post, on, what)),
            Alert::Ended { .. } | Alert::Vacant { .. } => None,
        })
    });
    let ends: Vec<(&Post, NaiveDate, Ending)> = ends.collect();
    if ends.is_empty() {
        return Ok(0);
    }
    let (held, mut written) = (Accounts::read(app).await?, 0);
    for end in ends {
        written += tell(app, (&may, &held, &directory), today, end).await?;
    }
    Ok(written)
}

/// The threshold that was passed last, of those that come before an end.
fn threshold(today: NaiveDate, on: NaiveDate) -> Option<u64> {
    let left = u64::try_from((on - today).num_days()).ok()?;
    THRESHOLDS.into_iter().filter(|days| left <= *days).min()
}

async fn tell(
    app: &App,
    (may, held, directory): (&Capability<SendMail>, &Accounts, &Directory),
    today: NaiveDate,
    (post, on, what): (&Post, NaiveDate, Ending),
) -> Result<usize, Error> {
    let Some(days) = threshold(today, on) else {
        return Ok(0);
    };
    let host = directory.organisations.get(&post.host);
    let message = Message::PostEnds {
        kind: post.kind,
        host: host.map_or_else(|| post.host.to_string(), |one| one.name.clone()),
        what,
        on,
        post: post.id,
    };
    let what = match what {
        Ending::Funding => "funding",
        Ending::Contract => "contract",
    };
    let mut written = 0;
    for person in held.nearest::<ManagePosts>(&target(directory, post)) {
        let key = format!("post-{}-{what}-{on}-{days}-{}", post.id, person.id);
        let Some(email) = &person.email else { continue };
        if app.store().knows_mail(may, &key).await? {
            continue;
        }
        let mail = mail::outgoing(app, email, &person.lang, &message, &key)?;
        written += usize::from(mail::enqueue(app, may, &mail).await?);
    }
    Ok(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_threshold_that_was_passed_last_is_the_one_that_is_told() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = day("2026-01-01");
        for (on, told) in [
            ("2026-12-31", None),
            ("2026-06-30", Some(180)),
            ("2026-04-02", Some(180)),
            ("2026-04-01", Some(90)),
            ("2026-02-01", Some(90)),
            ("2026-01-31", Some(30)),
            ("2026-01-01", Some(30)),
            ("2025-12-31", None),
        ] {
            assert_eq!(threshold(today, day(on)), told, "{on}");
        }
    }
}
