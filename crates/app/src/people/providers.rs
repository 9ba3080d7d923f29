//! Coming in by a provider of identity. An account there is known by issuer and subject; an address alone never ties it
//! to an account that is here already: the person does that, once they are in.

use std::sync::Arc;

use portulan_model::PersonId;
use portulan_model::journal::{Author, Deed};
use portulan_model::people::{Email, Means, Person, PersonName};
use portulan_store::PeopleWrite;
use serde::{Deserialize, Serialize};
use url::Url;

use super::sign_in::{Browser, Opened, open};
use super::{NewPerson, PeopleError, SignedIn, accounts, later, line};
use crate::identity::oidc::{Back, Identity, LONGEST_STAY, OidcError, Party, Pending};
use crate::operator::Secret;
use crate::{App, Error};

const PURPOSE: &str = "provider";

/// What is kept while a person is at the provider.
#[derive(Serialize, Deserialize)]
struct Stay {
    pending: Pending,
    /// The person who ties the account there to theirs; nobody when they only come in.
    tie: Option<PersonId>,
}

/// Sends a person to a provider: where to, and the secret that their browser must bring back.
pub async fn begin_by_provider(
    app: &Arc<App>,
    party: &Arc<Party>,
    tie: Option<&SignedIn>,
) -> Result<(Url, Secret), PeopleError> {
    let (there, here) = (Arc::clone(party), Arc::clone(app));
    let begun = tokio::task::spawn_blocking(move || there.begin(None, here.now(), here.chance()));
    let (address, pending) = begun
        .await
        .map_err(|error| Error::internal("provider", error))??;
    let secret = Secret::read(&pending.state).ok_or(PeopleError::Forged)?;
    let tie = tie.map(|signed| signed.person.id);
    let state = pending.state.clone();
    let detail = serde_json::to_string(&Stay { pending, tie })
        .map_err(|error| Error::internal("provider", error))?;
    let mut write = app.store().open_people().await?;
    write
        .put_once(&state, PURPOSE, &detail, later(app, LONGEST_STAY))
        .await?;
    write.commit().await?;
    Ok((address, secret))
}

/// Takes a person back from a provider. `brought` is the secret that their browser was given: an answer that another
/// browser asked for is refused.
pub async fn open_by_provider(
    app: &App,
    party: &Arc<Party>,
    (back, brought): (Back, Option<&Secret>),
    browser: &Browser,
    signed: Option<&SignedIn>,
) -> Result<Opened, PeopleError> {
    if brought.is_none_or(|secret| secret.reveal() != back.state) {
        return Err(PeopleError::Forged);
    }
    let mut write = app.store().open_people().await?;
    let kept = write.use_once(&back.state, PURPOSE, app.now()).await?;
    write.commit().await?;
    let stay: Stay = kept
        .as_deref()
        .and_then(|detail| serde_json::from_str(detail).ok())
        .ok_or(PeopleError::Used)?;
    if stay.tie.is_some() && stay.tie != signed.map(|signed| signed.person.id) {
        return Err(PeopleError::Forged);
    }
    let (there, now) = (Arc::clone(party), app.now());
    let ended = tokio::task::spawn_blocking(move || there.finish(stay.pending, back, now));
    let ended = ended
        .await
        .map_err(|error| Error::internal("provider", error))??;
    let known = app
        .store()
        .person_known_by(&ended.identity.issuer, &ended.identity.subject)
        .await?;
    let mut write = app.store().open_people().await?;
    let person = match (known, signed.filter(|_| stay.tie.is_some())) {
        (Some(known), Some(signed)) if known != signed.person.id => return Err(PeopleError::Taken),
        (Some(known), _) => write.person(known).await?.ok_or(PeopleError::Used)?,
        (None, Some(signed)) => {
            tie(app, &mut write, signed.person.id, &ended.identity).await?;
            signed.person.clone()
        }
        (None, None) => newcomer(app, &mut write, &ended.identity).await?,
    };
    let opened = open(app, &mut write, person, Means::Provider, browser).await?;
    write.commit().await?;
    Ok(opened)
}

impl From<OidcError> for PeopleError {
    fn from(error: OidcError) -> Self {
        Self::Provider(error)
    }
}

async fn tie(
    app: &App,
    write: &mut PeopleWrite,
    person: PersonId,
    identity: &Identity,
) -> Result<(), PeopleError> {
    let (issuer, subject) = (&identity.issuer, &identity.subject);
    if !write
        .add_identity(person, issuer, subject, app.now())
        .await?
    {
        return Err(PeopleError::Taken);
    }
    let entry = line(
        app,
        Author::Person(person),
        person,
        Deed::Updated,
        "provider tied",
    );
    Ok(write.tell(&entry).await?)
}

/// Somebody whom a provider knows and who has no account yet: one is opened, without any role. An address that is not
/// proven is not kept; one that has an account is refused.
async fn newcomer(
    app: &App,
    write: &mut PeopleWrite,
    identity: &Identity,
) -> Result<Person, PeopleError> {
    let proven = identity
        .email
        .as_deref()
        .filter(|_| identity.email_verified);
    let email = proven.and_then(|text| Email::parse(text).ok());
    let names = [
        identity.given_name.as_deref(),
        identity.usual_name.as_deref(),
    ];
    let full = names.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let shown = [full.as_str(), proven.unwrap_or_default(), &identity.subject];
    let name = shown
        .iter()
        .find_map(|text| text.parse::<PersonName>().ok());
    let name = name.ok_or(PeopleError::Forged)?;
    let person = accounts::add(app, write, NewPerson { email, name }).await?;
    let by = Author::Person(person.id);
    let entry = line(
        app,
        by,
        person.id,
        Deed::Created,
        "account opened by a provider",
    );
    write.tell(&entry).await?;
    tie(app, write, person.id, identity).await?;
    Ok(person)
}
