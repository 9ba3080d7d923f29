//! What a person may take away, and have erased.

use portulan_model::PersonId;
use portulan_model::journal::Deed;
use portulan_model::people::Person;
use portulan_policy::actions::ManagePeople;
use portulan_policy::{Capability, Role};
use portulan_store::{GivenRole, PeopleWrite};
use serde::Serialize;
use serde_json::{Value, json};

use super::{PeopleError, SignedIn, line};
use crate::import::author;
use crate::{App, Error, journal};

/// All that is kept of a person, for them to take away (GDPR, articles 15 and 20).
#[derive(Debug, Clone, Serialize)]
pub struct Export {
    /// The account.
    pub account: Person,
    /// Roles, with who gave them and until when.
    pub roles: Vec<Value>,
    /// Open sessions.
    pub sessions: Vec<Value>,
    /// Keys of devices.
    pub keys: Vec<Value>,
    /// Accounts with providers.
    pub providers: Vec<Value>,
    /// Forms that were begun and are kept.
    pub drafts: Vec<Value>,
    /// What they proposed.
    pub proposals: Vec<Value>,
    /// Mails to their address whose content is kept still.
    pub mails: Vec<Value>,
}

/// All that is kept of whoever asks.
pub async fn export(app: &App, signed: &SignedIn) -> Result<Export, Error> {
    let (store, person) = (app.store(), &signed.person);
    let roles = store.grants_of(person.id).await?.into_iter().map(|given| {
        json!({
            "role": given.grant.role().word(), "node": given.grant.node().to_string(),
            "until": given.grant.until(), "given_by": given.given_by, "given": given.created,
        })
    });
    let sessions = store.sessions_of(person.id, app.now()).await?;
    let sessions = sessions.into_iter().map(|session| {
        json!({
            "means": session.means.word(), "browser": session.agent, "opened": session.created,
            "last_used": session.seen, "ends": session.expires,
        })
    });
    let keys = store.keys_of(person.id).await?.into_iter();
    let keys =
        keys.map(|key| json!({"label": key.label, "added": key.created, "last_used": key.used}));
    let providers = store.identities_of(person.id).await?.into_iter();
    let providers =
        providers.map(|(issuer, subject)| json!({"issuer": issuer, "subject": subject}));
    let drafts = store.drafts_of(person.id).await?.into_iter();
    let drafts = drafts.map(|draft| {
        json!({
            "object": draft.object, "section": draft.section, "typed": read(&draft.content),
            "kept": draft.at,
        })
    });
    Ok(Export {
        account: person.clone(),
        roles: roles.collect(),
        sessions: sessions.collect(),
        keys: keys.collect(),
        providers: providers.collect(),
        drafts: drafts.collect(),
        proposals: own_proposals(app, person).await?,
        mails: mails(app, person).await?,
    })
}

/// What a person proposed, as far as it is kept, without what others said of it among themselves.
async fn own_proposals(app: &App, person: &Person) -> Result<Vec<Value>, Error> {
    let own = app.store().proposals_of(person).await?.into_iter();
    let told = own.map(|one| {
        json!({
            "id": one.id, "place": one.name, "about": one.about, "proposed": one.wanted, "words": one.words,
            "contact": one.contact, "sent": one.created, "state": one.state.word(),
        })
    });
    Ok(told.collect())
}

/// Mails to the address of a person. What a link opens is not told: a copy of this file would open it.
async fn mails(app: &App, person: &Person) -> Result<Vec<Value>, Error> {
    let Some(email) = &person.email else {
        return Ok(Vec::new());
    };
    let mails = app.store().mails_to(email).await?.into_iter();
    let told = mails.map(|known| {
        json!({
            "subject": known.mail.template, "language": known.mail.lang, "written": known.mail.created,
            "content": without_links(read(&known.mail.parameters)), "state": known.state.word(),
        })
    });
    Ok(told.collect())
}

fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or(Value::Null)
}

fn without_links(mut content: Value) -> Value {
    if let Value::Object(parts) = &mut content {
        parts.remove("link");
        for part in parts.values_mut() {
            *part = without_links(part.take());
        }
    }
    content
}

/// Erases one's own account.
pub async fn erase_own(app: &App, signed: &SignedIn) -> Result<(), PeopleError> {
    let mut write = app.store().open_people().await?;
    forget(app, &mut write, signed.person.id).await?;
    let entry = line(
        app,
        signed.author(),
        signed.person.id,
        Deed::Removed,
        "account erased",
    );
    write.tell(&entry).await?;
    write.commit().await?;
    journal::settle_soon(app).await;
    Ok(())
}

/// Erases somebody's account at their request.
pub async fn erase(
    app: &App,
    capability: &Capability<ManagePeople>,
    person: PersonId,
) -> Result<(), PeopleError> {
    let mut write = app.store().open_people().await?;
    if write.person(person).await?.is_none() {
        return Err(Error::NotFound(format!("person {person}")).into());
    }
    forget(app, &mut write, person).await?;
    let by = author(capability.actor());
    write
        .tell(&line(app, by, person, Deed::Removed, "account erased"))
        .await?;
    write.commit().await?;
    journal::settle_soon(app).await;
    Ok(())
}

/// Forgets a person in a write; whoever alone runs the installation stays.
async fn forget(app: &App, write: &mut PeopleWrite, person: PersonId) -> Result<(), PeopleError> {
    let held = write.grants_of(person).await?;
    let runs = |given: &GivenRole| {
        given.grant.role() == Role::Operator && given.grant.stands_at(app.now())
    };
    let operates = held.iter().any(runs);
    write.forget_person(person, app.now()).await?;
    if operates {
        somebody_operates(app, write).await?;
    }
    Ok(())
}

/// Somebody must be left to run the installation, where a person with an account did.
pub(super) async fn somebody_operates(
    app: &App,
    write: &mut PeopleWrite,
) -> Result<(), PeopleError> {
    match write.count_role(Role::Operator, app.now()).await? {
        0 => Err(PeopleError::LastOperator),
        _ => Ok(()),
    }
}
