//! What is kept of a person beside the rows of their account: what went to their address, what they sent in their name,
//! and their part of proposals. A copy that is read back brings it back with the account, and it is forgotten with it.

use portulan_model::PersonId;
use portulan_model::people::Email;
use portulan_model::proposals::Proposal;

use crate::db::{Tx, on};
use crate::error::StoreError;
use crate::sources::parsed;
use crate::sql;
use crate::{governance, proposals};

/// Forgets all of it; nothing is done for somebody who has no account.
pub(crate) async fn forget_around(tx: &mut Tx, person: PersonId) -> Result<(), StoreError> {
    let id = person.to_string();
    let account = on!(&mut *tx, c => {
        sqlx::query_scalar::<_, Option<String>>(sql::EMAIL_OF).bind(&id).fetch_optional(c).await
    })?;
    let Some(email) = account else {
        return Ok(());
    };
    let email = email.map(Email::try_from).transpose();
    let email = email.map_err(|error| StoreError::corrupt("person", &id, &error))?;
    if let Some(email) = &email {
        forget_address(tx, email).await?;
    }
    let statement = sql::FORGET_MAILS_OF_INVITATIONS_BY;
    on!(&mut *tx, c => sqlx::query(statement).bind(&id).execute(c).await.map(drop))?;
    forget_proposals(tx, person, email.as_ref()).await
}

/// Forgets the invitations that went to an address, the mails that are on their way there, and the address where a
/// census writes to it, and its place in governance; mails that left keep neither address nor content.
async fn forget_address(tx: &mut Tx, email: &Email) -> Result<(), StoreError> {
    let everywhere = [
        sql::FORGET_INVITATIONS_TO,
        sql::FORGET_MAILS_TO,
        sql::FORGET_CENSUS_CONTACTS_TO,
        sql::FORGET_ASKS_TO,
    ];
    for statement in everywhere {
        on!(&mut *tx, c => sqlx::query(statement).bind(email.as_str()).execute(c).await.map(drop))?;
    }
    governance::forget_in_governance(tx, email).await
}

/// Takes a person out of proposals, and closes the links by which they followed theirs.
async fn forget_proposals(
    tx: &mut Tx,
    person: PersonId,
    email: Option<&Email>,
) -> Result<(), StoreError> {
    let names = [Some(person.to_string()), email.map(ToString::to_string)];
    for name in names.into_iter().flatten() {
        // Signs that `like` reads as any other only find more: each is looked at again here.
        let rows = on!(&mut *tx, c => {
            sqlx::query_scalar::<_, String>(sql::PROPOSALS_NAMING).bind(&name).fetch_all(c).await
        })?;
        for row in &rows {
            let proposal: Proposal = parsed("proposal", row)?;
            let after = proposal.clone().without(person, email);
            if proposal.is_of(person, email) {
                let id = proposal.id.to_string();
                let statement = sql::FORGET_PROPOSAL_LINKS;
                on!(&mut *tx, c => sqlx::query(statement).bind(id).execute(c).await.map(drop))?;
            }
            if after != proposal {
                proposals::put(tx, &after).await?;
            }
        }
    }
    Ok(())
}
