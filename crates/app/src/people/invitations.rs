//! Invitations: a role waits at an address for whoever proves that it is theirs.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use portulan_model::journal::{Author, Deed};
use portulan_model::people::{Email, Means, PersonName};
use portulan_model::{OnceId, PersonId};
use portulan_policy::actions::GrantRoles;
use portulan_policy::{Actor, Capability, Grant, Holder, Node, Role};
use portulan_store::{GivenRole, PeopleWrite};
use serde::{Deserialize, Serialize};

use super::asked::secret_of;
use super::doors::count_today;
use super::sign_in::{Browser, Opened, ask_link, open};
use super::{
    NewPerson, PeopleError, SignedIn, accounts, entry, later, line, new_grant_id, new_once_id,
    roles,
};
use crate::import::author;
use crate::mail::{self, Message};
use crate::signed::{Link, Purpose};
use crate::{App, Error, rights, sources};

/// How long an invitation stands.
pub(crate) const LASTS: TimeDelta = TimeDelta::days(14);

/// Invitations that one person sends in a day, at most: a structure and its places, not a list of addresses.
const A_DAY_BY_ONE: i64 = 50;
/// Invitations to one node in a day, at most, whoever sends them.
const A_DAY_TO_A_NODE: i64 = 100;

/// An invitation to send.
#[derive(Debug, Clone)]
pub struct NewInvitation {
    /// Where to.
    pub email: Email,
    /// How the person is called, until they say it themselves.
    pub name: Option<PersonName>,
    /// Which role.
    pub role: Role,
    /// Until when the role is held.
    pub until: Option<DateTime<Utc>>,
}

/// An invitation that stands.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Invitation {
    /// Where to.
    pub email: Email,
    /// How the person is called, as far as the one who invites knows.
    pub name: Option<PersonName>,
    /// What is given.
    pub grant: Grant,
    /// Who invites, as the journal writes authors.
    pub by: String,
    /// Name of whoever invites, shown to the person invited.
    pub by_name: String,
    /// When it ends.
    pub expires: DateTime<Utc>,
}

/// Sends an invitation for a role on the node of the capability; the text of its link.
pub async fn invite(
    app: &App,
    capability: &Capability<GrantRoles>,
    new: NewInvitation,
) -> Result<String, PeopleError> {
    let grant = roles::grant(app, capability, new.role, new.until)?;
    let (id, now, expires) = (new_once_id(app), app.now(), later(app, LASTS));
    let by = author(capability.actor());
    let by_name = match capability.actor() {
        Actor::Person(holder) => app.store().person(holder.id()).await?,
        Actor::Operator | Actor::Job(_) | Actor::Visitor => None,
    };
    let by_name = by_name.map_or_else(String::new, |person| person.name.to_string());
    let invitation = Invitation {
        email: new.email,
        name: new.name,
        by: roles::word(&by),
        by_name: by_name.clone(),
        expires,
        grant,
    };
    let detail =
        serde_json::to_string(&invitation).map_err(|error| Error::internal("invitation", error))?;
    let link = Link::new(Purpose::Invitation, id.to_string(), expires);
    let text = link.sign(app.key()?);
    let message = Message::Invitation {
        by: by_name,
        organisation: None,
        link,
    };
    let key = format!("invitation/{id}");
    let mail = mail::outgoing(app, &invitation.email, "fr", &message, &key)?;
    let mut write = app.store().open_people().await?;
    within_a_day(app, &mut write, capability).await?;
    write
        .put_invitation(id, invitation.email.as_str(), &detail, (now, expires))
        .await?;
    write.put_mail(&mail).await?;
    let reason = format!(
        "invited: {} on {}",
        invitation.grant.role(),
        invitation.grant.node()
    );
    write
        .tell(&entry(
            app,
            by,
            format!("invitation-{id}"),
            Deed::Created,
            &reason,
        ))
        .await?;
    write.commit().await?;
    Ok(text)
}

/// Refuses one more invitation than may leave in a day: a session that was stolen floods nobody. The command line, whose
/// user holds the whole machine, is not counted.
async fn within_a_day(
    app: &App,
    write: &mut PeopleWrite,
    capability: &Capability<GrantRoles>,
) -> Result<(), PeopleError> {
    let Actor::Person(holder) = capability.actor() else {
        return Ok(());
    };
    let (by, to) = (holder.id().to_string(), capability.node().to_string());
    for (kind, of, most) in [
        ("invitations-by", by, A_DAY_BY_ONE),
        ("invitations-to", to, A_DAY_TO_A_NODE),
    ] {
        if count_today(app, write, (kind, &of)).await? > most {
            return Err(PeopleError::TooManyInvitations { most });
        }
    }
    Ok(())
}

/// Invitations that stand on the node of the capability, each with what it is withdrawn by.
pub async fn standing(
    app: &App,
    capability: &Capability<GrantRoles>,
) -> Result<Vec<(OnceId, Invitation)>, Error> {
    let rows = app.store().invitations(app.now()).await?;
    let all = rows
        .iter()
        .filter_map(|(id, detail)| Some((id.parse().ok()?, read(detail)?)));
    Ok(all
        .filter(|(_, one)| one.grant.node() == capability.node())
        .collect())
}

/// Withdraws an invitation to the node of the capability, by whoever could send it; `false` when none stands any more.
pub async fn withdraw(
    app: &App,
    capability: &Capability<GrantRoles>,
    id: OnceId,
) -> Result<bool, PeopleError> {
    let mut write = app.store().open_people().await?;
    let detail = write.use_invitation(id, app.now()).await?;
    let invitation = detail.as_deref().and_then(read);
    let here = |one: &Invitation| one.grant.node() == capability.node();
    let Some(invitation) = invitation.filter(here) else {
        return Ok(false);
    };
    roles::grant(
        app,
        capability,
        invitation.grant.role(),
        invitation.grant.until(),
    )?;
    let by = author(capability.actor());
    let object = format!("invitation-{id}");
    write
        .tell(&entry(app, by, object, Deed::Removed, "withdrawn"))
        .await?;
    write.commit().await?;
    Ok(true)
}

/// What a link invites to, without using it up.
pub async fn invitation(app: &App, text: &str) -> Result<Invitation, PeopleError> {
    let id = read_link(app, text)?;
    let detail = app.store().invitation(id, app.now()).await?;
    detail.as_deref().and_then(read).ok_or(PeopleError::Used)
}

/// Accepts: the account is opened, the role is given, the person is in. The link proves the address and nothing more:
/// where the address has an account, it gives the role to that very person once they are in, and lets nobody in.
pub async fn accept(
    app: &Arc<App>,
    text: &str,
    name: PersonName,
    browser: &Browser,
    signed: Option<&SignedIn>,
) -> Result<Option<Opened>, PeopleError> {
    let id = read_link(app, text)?;
    let mut write = app.store().open_people().await?;
    let detail = write.use_invitation(id, app.now()).await?;
    let invitation = detail.as_deref().and_then(read).ok_or(PeopleError::Used)?;
    still_theirs_to_give(app, &mut write, &invitation).await?;
    if let Some(known) = write.person_at(&invitation.email).await? {
        if signed.is_none_or(|signed| signed.person.id != known.id) {
            drop(write);
            ask_link(app, invitation.email, None, &secret_of(app, browser));
            return Err(PeopleError::SignInFirst);
        }
        give(app, &mut write, known.id, &invitation).await?;
        write.commit().await?;
        return Ok(None);
    }
    let email = Some(invitation.email.clone());
    let person = accounts::add(app, &mut write, NewPerson { email, name }).await?;
    let by = Author::Person(person.id);
    let reason = "account opened by invitation";
    write
        .tell(&line(app, by, person.id, Deed::Created, reason))
        .await?;
    give(app, &mut write, person.id, &invitation).await?;
    let opened = open(app, &mut write, person, Means::Link, browser).await?;
    write.commit().await?;
    Ok(Some(opened))
}

/// An invitation is worth what its author holds on the day that it is accepted.
async fn still_theirs_to_give(
    app: &App,
    write: &mut PeopleWrite,
    invitation: &Invitation,
) -> Result<(), PeopleError> {
    let grant = &invitation.grant;
    let author = invitation.by.strip_prefix("person:");
    let Some(author) = author.and_then(|id| id.parse().ok()) else {
        return Ok(());
    };
    let held = write.grants_of(author).await?;
    let held = held.into_iter().map(|given| given.grant).collect();
    let actor = Actor::Person(Arc::new(Holder::at(author, held, app.now())));
    let target = match grant.node() {
        Node::Source(slug) => sources::target(app, slug).await?,
        node => rights::node(&app.directory(), node),
    };
    let theirs = target.is_some_and(|target| actor.may_give(grant, &target));
    if theirs && grant.stands_at(app.now()) {
        Ok(())
    } else {
        Err(PeopleError::Used)
    }
}

async fn give(
    app: &App,
    write: &mut PeopleWrite,
    person: PersonId,
    invitation: &Invitation,
) -> Result<(), Error> {
    let grant = invitation.grant.clone();
    let reason = format!("role accepted: {} on {}", grant.role(), grant.node());
    write
        .give(&GivenRole {
            id: new_grant_id(app),
            person,
            grant,
            given_by: invitation.by.clone(),
            created: app.now(),
        })
        .await?;
    let by = Author::Person(person);
    let entry = line(app, by, person, Deed::Updated, &reason);
    Ok(write.tell(&entry).await?)
}

fn read_link(app: &App, text: &str) -> Result<OnceId, PeopleError> {
    let link = Link::open(text, Purpose::Invitation, app.key()?, app.now())?;
    link.subject
        .parse()
        .map_err(|_not_an_id| PeopleError::Forged)
}

fn read(detail: &str) -> Option<Invitation> {
    serde_json::from_str(detail).ok()
}
