//! To whom the news of a meeting go: those who answer for a member organisation by their account, its contacts in the body,
//! or its public address. A member that has none is told otherwise, and the desk says so; addresses are shown to nobody.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use portulan_model::Slug;
use portulan_model::governance::{Body, Convocation, Meeting, MeetingState, Membership};
use portulan_model::people::Email;
use portulan_policy::actions::{HoldMeetings, JoinBody, ReadBody};
use portulan_policy::{Action as _, Capability, Node, NodeKind};
use portulan_store::Write;

use super::convene::sitting;
use super::{At, MeetingError, find, place};
use crate::bodies::{missing, own};
use crate::mail::{self, MeetingNews, MeetingTold, Message};
use crate::{App, Error};

/// The language of mails to an address of which nobody said another.
const LANG: &str = "fr";

/// A member of the day of a meeting, and whether a mail reaches it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// Which organisation.
    pub organisation: Slug,
    /// Whether somebody there has an address.
    pub by_mail: bool,
}

/// Address and language.
pub(super) type Recipient = (Email, String);

/// Which members of the day of a meeting a mail reaches.
pub async fn reach(
    app: &App,
    (may, read): (&Capability<HoldMeetings>, &Capability<ReadBody>),
    at: At<'_>,
) -> Result<Vec<Reach>, Error> {
    own(may, at.0)?;
    let meeting = find(app, read, at).await?;
    let all = by_member(app, at.0, meeting.day()).await?;
    let reach = |(organisation, recipients): (Slug, Vec<Recipient>)| Reach {
        organisation,
        by_mail: !recipients.is_empty(),
    };
    Ok(all.into_iter().map(reach).collect())
}

/// The addresses of the members of the day of a meeting, each once.
pub(super) async fn addresses(
    app: &App,
    capability: &Capability<HoldMeetings>,
    at: At<'_>,
    begins: DateTime<Utc>,
) -> Result<Vec<Recipient>, Error> {
    own(capability, at.0)?;
    let all = by_member(app, at.0, begins.date_naive()).await?;
    let mut seen = BTreeSet::new();
    let all = all.into_iter().flat_map(|(_, recipients)| recipients);
    Ok(all
        .filter(|(email, _)| seen.insert(email.to_string()))
        .collect())
}

/// Puts the news in the outbox, in the write of what they tell.
pub(super) async fn tell(
    app: &App,
    write: &mut Write,
    (meeting, what): (&Meeting, MeetingNews),
    recipients: &[Recipient],
) -> Result<(), MeetingError> {
    let Some(convocation) = meeting.convocation() else {
        return Ok(());
    };
    let about = about(app, (meeting, what), convocation)?;
    let message = Message::Meeting {
        about: Box::new(about),
    };
    for (rank, (email, lang)) in recipients.iter().enumerate() {
        let occasion = format!("meeting-{}-{}-{rank}", meeting.id, meeting.told);
        let mail = mail::outgoing(app, email, lang, &message, &occasion)?;
        write.put_mail(&mail).await?;
    }
    Ok(())
}

fn about(
    app: &App,
    (meeting, what): (&Meeting, MeetingNews),
    convocation: &Convocation,
) -> Result<MeetingTold, Error> {
    let directory = app.directory();
    let body = directory.levels.body(&meeting.body);
    let body = body.ok_or_else(|| missing(&meeting.body))?;
    let reason = match &meeting.state {
        MeetingState::Cancelled { reason, .. } => Some(reason.clone()),
        _ => None,
    };
    Ok(MeetingTold {
        what,
        meeting: meeting.id,
        body: body.slug.clone(),
        name: body.name.clone(),
        title: meeting.title.clone(),
        begins: convocation.begins,
        ends: convocation.ends,
        place: place(&directory, convocation),
        agenda: meeting.agenda.iter().map(|one| one.title.clone()).collect(),
        reason,
        sequence: meeting.told,
        at: app.now(),
    })
}

/// The members of a day, each with those who are written to.
async fn by_member(
    app: &App,
    slug: &Slug,
    day: NaiveDate,
) -> Result<Vec<(Slug, Vec<Recipient>)>, Error> {
    let body = app.store().kept_one::<Body>(slug).await?;
    let body = body.ok_or_else(|| missing(slug))?;
    let all = app.store().kept_of::<Membership>(slug).await?;
    let mut members = Vec::new();
    for organisation in sitting(&all, day) {
        let recipients = recipients(app, &body, (organisation, day)).await?;
        members.push((organisation.clone(), recipients));
    }
    Ok(members)
}

async fn recipients(
    app: &App,
    body: &Body,
    (organisation, day): (&Slug, NaiveDate),
) -> Result<Vec<Recipient>, Error> {
    let mut all = Vec::new();
    let node = Node::Organisation(organisation.clone());
    for given in app.store().grants_on(&node).await? {
        let grant = &given.grant;
        if !grant.allows(JoinBody::NAME, NodeKind::Organisation) || !grant.stands_at(app.now()) {
            continue;
        }
        let person = app.store().person(given.person).await?;
        all.extend(person.and_then(|one| Some((one.email?, one.lang))));
    }
    let contacts = body.referents_on(day);
    let contacts = contacts.filter(|one| one.organisation == *organisation);
    let contacts = contacts.filter_map(|one| one.email.clone());
    all.extend(contacts.map(|email| (email, LANG.to_owned())));
    if all.is_empty() {
        let directory = app.directory();
        let public = directory.organisations.get(organisation);
        let public = public.and_then(|one| one.email.clone());
        all.extend(public.map(|email| (email, LANG.to_owned())));
    }
    Ok(all)
}
