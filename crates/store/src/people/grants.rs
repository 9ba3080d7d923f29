//! Roles given to people.

use portulan_policy::{Held, Role};

use super::{
    DateTime, Entry, Grant, GrantId, Node, PeopleWrite, Person, PersonId, Store, StoreError, Tx,
    Utc, by_id, instant, journal, on, sql,
};
use crate::Write;

/// A role that somebody holds or held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenRole {
    /// For ever.
    pub id: GrantId,
    /// Who holds it.
    pub person: PersonId,
    /// Which role, where, until when.
    pub grant: Grant,
    /// Who gave it, as the journal writes authors.
    pub given_by: String,
    /// When.
    pub created: DateTime<Utc>,
}

impl GivenRole {
    /// As whoever wants to take it back sees it.
    #[must_use]
    pub fn held(&self) -> Held<'_> {
        let giver = self.given_by.strip_prefix("person:");
        Held {
            grant: &self.grant,
            person: self.person,
            given_by: giver.and_then(|id| id.parse().ok()),
        }
    }
}

/// Id, person, role, node, until, given by, created.
type Row = (String, String, String, String, Option<i64>, String, i64);

impl Store {
    /// The roles of a person, those that ended too.
    pub async fn grants_of(&self, person: PersonId) -> Result<Vec<GivenRole>, StoreError> {
        of_person(&mut self.read().await?, person).await
    }

    /// The roles held on a node.
    pub async fn grants_on(&self, node: &Node) -> Result<Vec<GivenRole>, StoreError> {
        of_node(&mut self.read().await?, node).await
    }

    /// All roles.
    pub async fn all_grants(&self) -> Result<Vec<GivenRole>, StoreError> {
        let mut tx = self.read().await?;
        let rows = on!(&mut tx, c => sqlx::query_as::<_, Row>(sql::ALL_GRANTS).fetch_all(c).await)?;
        rows.into_iter().map(given).collect()
    }
}

impl PeopleWrite {
    /// The roles of a person, as they stand in this write.
    pub async fn grants_of(&mut self, person: PersonId) -> Result<Vec<GivenRole>, StoreError> {
        of_person(&mut self.tx, person).await
    }

    /// The roles held on a node, as they stand in this write.
    pub async fn grants_on(&mut self, node: &Node) -> Result<Vec<GivenRole>, StoreError> {
        of_node(&mut self.tx, node).await
    }

    /// Gives a role.
    pub async fn give(&mut self, role: &GivenRole) -> Result<(), StoreError> {
        put(&mut self.tx, role).await
    }

    /// How many people hold a role at an instant.
    pub async fn count_role(&mut self, role: Role, now: DateTime<Utc>) -> Result<i64, StoreError> {
        Ok(on!(&mut self.tx, c => {
            sqlx::query_scalar::<_, i64>(sql::COUNT_ROLE)
                .bind(role.word())
                .bind(now.timestamp_millis())
                .fetch_one(c)
                .await
        })?)
    }

    /// Takes a role back; what it was, or `None` when there is no such role.
    pub async fn take_back(&mut self, id: GrantId) -> Result<Option<GivenRole>, StoreError> {
        remove(&mut self.tx, id).await
    }
}

impl Write {
    /// The roles held on a node, as they stand in this write.
    pub async fn grants_on(&mut self, node: &Node) -> Result<Vec<GivenRole>, StoreError> {
        of_node(&mut self.tx, node).await
    }

    /// Gives a role, and says why.
    pub async fn give_role(&mut self, role: &GivenRole, entry: &Entry) -> Result<(), StoreError> {
        put(&mut self.tx, role).await?;
        journal::append(&mut self.tx, entry).await
    }

    /// Ends a role, and says why.
    pub async fn end_role(&mut self, id: GrantId, entry: &Entry) -> Result<(), StoreError> {
        if remove(&mut self.tx, id).await?.is_some() {
            journal::append(&mut self.tx, entry).await?;
        }
        Ok(())
    }

    /// Forgets the invitations that would give a role on a node.
    pub async fn forget_invitations_into(&mut self, node: &Node) -> Result<(), StoreError> {
        on!(&mut self.tx, c => {
            sqlx::query(sql::FORGET_INVITATIONS_INTO)
                .bind(node.to_string())
                .execute(c)
                .await
                .map(drop)
        })?;
        Ok(())
    }

    /// One person, as they stand in this write.
    pub async fn person(&mut self, id: PersonId) -> Result<Option<Person>, StoreError> {
        by_id(&mut self.tx, id).await
    }
}

async fn put(tx: &mut Tx, role: &GivenRole) -> Result<(), StoreError> {
    on!(tx, c => {
        sqlx::query(sql::GIVE_ROLE)
            .bind(role.id.to_string())
            .bind(role.person.to_string())
            .bind(role.grant.role().word())
            .bind(role.grant.node().to_string())
            .bind(role.grant.until().map(|until| until.timestamp_millis()))
            .bind(role.given_by.as_str())
            .bind(role.created.timestamp_millis())
            .execute(c)
            .await
            .map(drop)
    })?;
    Ok(())
}

async fn remove(tx: &mut Tx, id: GrantId) -> Result<Option<GivenRole>, StoreError> {
    let row = on!(tx, c => {
        sqlx::query_as::<_, Row>(sql::TAKE_ROLE_BACK).bind(id.to_string()).fetch_optional(c).await
    })?;
    row.map(given).transpose()
}

async fn of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<GivenRole>, StoreError> {
    let rows = on!(tx, c => {
        sqlx::query_as::<_, Row>(sql::GRANTS_OF).bind(person.to_string()).fetch_all(c).await
    })?;
    rows.into_iter().map(given).collect()
}

async fn of_node(tx: &mut Tx, node: &Node) -> Result<Vec<GivenRole>, StoreError> {
    let rows = on!(tx, c => {
        sqlx::query_as::<_, Row>(sql::GRANTS_ON).bind(node.to_string()).fetch_all(c).await
    })?;
    rows.into_iter().map(given).collect()
}

fn given((id, person, role, node, until, given_by, created): Row) -> Result<GivenRole, StoreError> {
    let corrupt = |error: &dyn ToString| StoreError::corrupt("role_grant", &id, &error.to_string());
    let until = until
        .map(|until| instant("role_grant", until))
        .transpose()?;
    let role = role.parse().map_err(|error| corrupt(&error))?;
    let node = node.parse().map_err(|error| corrupt(&error))?;
    Ok(GivenRole {
        id: id.parse().map_err(|error| corrupt(&error))?,
        person: person.parse().map_err(|error| corrupt(&error))?,
        grant: Grant::new(role, node, until).map_err(|error| corrupt(&error))?,
        given_by,
        created: instant("role_grant", created)?,
    })
}
