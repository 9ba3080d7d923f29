//! Accounts: opened by the operator, changed by the person.

use portulan_model::journal::Deed;
use portulan_model::people::{Email, Person, PersonName};
use portulan_policy::Capability;
use portulan_policy::actions::ManagePeople;
use portulan_store::{GivenRole, PeopleWrite};

use super::{PeopleError, SignedIn, line, new_person_id};
use crate::import::author;
use crate::{App, Error};

/// The language of messages when none is chosen.
const LANG: &str = "fr";

/// An account to open.
#[derive(Debug, Clone)]
pub struct NewPerson {
    /// Where messages go.
    pub email: Option<Email>,
    /// How the person is called.
    pub name: PersonName,
}

/// A person as whoever manages accounts sees them.
#[derive(Debug, Clone)]
pub struct Seen {
    /// Who.
    pub person: Person,
    /// What they may do, and what they could.
    pub roles: Vec<GivenRole>,
}

/// Opens an account, without any role yet.
pub async fn open_account(
    app: &App,
    capability: &Capability<ManagePeople>,
    new: NewPerson,
) -> Result<Person, PeopleError> {
    let mut write = app.store().open_people().await?;
    let person = add(app, &mut write, new).await?;
    let by = author(capability.actor());
    write
        .tell(&line(app, by, person.id, Deed::Created, "account opened"))
        .await?;
    write.commit().await?;
    Ok(person)
}

/// Adds a person in a write.
pub(super) async fn add(
    app: &App,
    write: &mut PeopleWrite,
    new: NewPerson,
) -> Result<Person, PeopleError> {
    let person = Person {
        id: new_person_id(app),
        email: new.email,
        name: new.name,
        lang: LANG.to_owned(),
        created: app.now(),
        seen: None,
    };
    if write.add_person(&person).await? {
        Ok(person)
    } else {
        Err(PeopleError::Taken)
    }
}

/// Whether nobody has an account yet.
pub async fn is_empty(app: &App) -> Result<bool, Error> {
    Ok(app.store().count_people().await? == 0)
}

/// All accounts, by name.
pub async fn list(app: &App, _capability: &Capability<ManagePeople>) -> Result<Vec<Seen>, Error> {
    let roles = app.store().all_grants().await?;
    let people = app.store().people().await?;
    let seen = |person: Person| Seen {
        roles: roles
            .iter()
            .filter(|given| given.person == person.id)
            .cloned()
            .collect(),
        person,
    };
    Ok(people.into_iter().map(seen).collect())
}

/// Changes the name and the language of one's own account.
pub async fn change(
    app: &App,
    signed: &SignedIn,
    name: PersonName,
    lang: &str,
) -> Result<(), Error> {
    let mut write = app.store().open_people().await?;
    let changed = Person {
        name,
        lang: lang.to_owned(),
        ..signed.person.clone()
    };
    write.change_person(&changed).await?;
    let entry = line(
        app,
        signed.author(),
        changed.id,
        Deed::Updated,
        "name or language changed",
    );
    write.tell(&entry).await?;
    Ok(write.commit().await?)
}
