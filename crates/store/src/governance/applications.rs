//! Applications: written by those who take part, one after the other on one call, without anybody reading everything again.
//!
//! A write takes the row of the call first. Whatever clock is read after that, nobody who read an earlier one writes later.

use portulan_model::journal::Entry;
use portulan_model::means::applications::{Application, Receipt};
use portulan_model::means::calls::Call;
use portulan_model::{ApplicationId, Slug};

use super::writing::run;
use super::{Kept as _, Name as _, texts};
use crate::db::{Store, Tx, on};
use crate::error::StoreError;
use crate::sources::parsed;
use crate::{Write, journal, sql};

/// The table of applications.
const TABLE: &str = "application";

impl Store {
    /// The applications in which an organisation takes part, the last that was begun first.
    pub async fn applications_of(
        &self,
        organisation: &Slug,
    ) -> Result<Vec<Application>, StoreError> {
        of_organisation(&mut self.read().await?, organisation).await
    }

    /// What was given for each submission of an application: the sum, and the text that was summed.
    pub async fn receipts_of(
        &self,
        application: ApplicationId,
    ) -> Result<Vec<(String, String)>, StoreError> {
        let mut tx = self.read().await?;
        Ok(on!(&mut tx, c => {
            sqlx::query_as::<_, (String, String)>(sql::RECEIPTS_OF)
                .bind(application.to_string())
                .fetch_all(c)
                .await
        })?)
    }
}

impl Write {
    /// Takes the row of a call: whoever else writes on it waits. `None` where there is no such call.
    pub async fn take_call(&mut self, call: &Slug) -> Result<Option<Call>, StoreError> {
        let found = texts(&mut self.tx, sql::TAKE_CALL, call.texts()).await?;
        found.first().map(|text| parsed("call", text)).transpose()
    }

    /// The application that a form began already.
    pub async fn application_of_form(
        &mut self,
        key: &str,
    ) -> Result<Option<Application>, StoreError> {
        let bound = vec![key.to_owned()];
        let found = texts(&mut self.tx, sql::APPLICATION_OF_FORM, bound).await?;
        found.first().map(|text| parsed(TABLE, text)).transpose()
    }

    /// The applications in which an organisation takes part, as they are in this transaction.
    pub async fn applications_of(
        &mut self,
        organisation: &Slug,
    ) -> Result<Vec<Application>, StoreError> {
        of_organisation(&mut self.tx, organisation).await
    }

    /// Keeps an application as it stands, and who takes part in it. Where a line is given it says why; answers that are
    /// saved as they are typed have none.
    pub async fn keep_application(
        &mut self,
        application: &Application,
        entry: Option<&Entry>,
    ) -> Result<(), StoreError> {
        self.keep_unseen(application).await?;
        let id = application.key().texts().into_iter().map(Some).collect();
        run(&mut self.tx, sql::REMOVE_APPLICATION_PARTIES, id).await?;
        self.add_parts(application).await?;
        match entry {
            Some(entry) => journal::append(&mut self.tx, entry).await,
            None => Ok(()),
        }
    }

    /// Adds what is given for a submission, with the text that was summed.
    pub async fn add_receipt(
        &mut self,
        application: ApplicationId,
        receipt: &Receipt,
        submitted: &str,
    ) -> Result<(), StoreError> {
        let values = vec![
            Some(application.to_string()),
            Some(receipt.number.to_string()),
            Some(receipt.at.timestamp_millis().to_string()),
            Some(u8::from(receipt.late).to_string()),
            Some(receipt.fingerprint.to_string()),
            Some(submitted.to_owned()),
        ];
        run(&mut self.tx, sql::ADD_RECEIPT, values).await.map(drop)
    }
}

async fn of_organisation(tx: &mut Tx, organisation: &Slug) -> Result<Vec<Application>, StoreError> {
    let rows = texts(tx, sql::APPLICATIONS_OF_ORGANISATION, organisation.texts()).await?;
    rows.iter().map(|text| parsed(TABLE, text)).collect()
}
