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
    Ok(Export {
        account: person.clone(),
        roles: roles.collect(),
        sessions: sessions.collect(),
        keys: keys.collect(),
        providers: providers.collect(),
    })
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
