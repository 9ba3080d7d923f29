//! Who holds a post: private, apart from the post, and not needed for any count.

use super::{Deserialize, NaiveDate, PostId, Serialize, worded};
use crate::people::{Email, PersonName};
use crate::private::{Private, Stored};

worded! {
    /// The contract, among those that the national data know.
    ContractKind {
        /// *Contrat à durée déterminée*.
        FixedTerm = "cdd",
        /// *Contrat à durée indéterminée*.
        Permanent = "cdi",
        /// *Contrat de projet*.
        Project = "cdp",
        /// *Parcours emploi compétences*.
        Assisted = "pec",
        /// Civil servant, or something else.
        Other = "autre",
    }
}

/// The person, for as long as they hold the post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// How they are called.
    pub name: PersonName,
    /// Where they are reached at work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
    /// Their contract.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract: Option<ContractKind>,
    /// Since when.
    pub since: NaiveDate,
    /// The last day, where one is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

/// What is private of a post: present holder, and nobody before. Names of those who left are erased with their contract.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct PostFile {
    /// Which post.
    pub post: PostId,
    /// Who holds it, where they agreed to be known here.
    #[serde(default)]
    pub holder: Option<Private<Holder>>,
}

/// A [`PostFile`] on its way to storage.
#[derive(Serialize)]
pub struct StoredPostFile<'a> {
    post: PostId,
    #[serde(skip_serializing_if = "Option::is_none")]
    holder: Option<Stored<'a, Holder>>,
}

impl PostFile {
    /// As storage writes it, and nobody else.
    #[must_use]
    pub fn for_storage(&self) -> StoredPostFile<'_> {
        StoredPostFile {
            post: self.post,
            holder: self.holder.as_ref().map(Private::for_storage),
        }
    }

    /// The last day on which the person may be known here; nothing where nobody is, or the contract has no end.
    #[must_use]
    pub fn forget_after(&self) -> Option<NaiveDate> {
        self.holder.as_ref().and_then(|holder| holder.inner().until)
    }

    /// The same without whoever is reached at an address.
    #[must_use]
    pub fn without(mut self, email: &Email) -> Self {
        let theirs = |holder: &Private<Holder>| holder.inner().email.as_ref() == Some(email);
        self.holder = self.holder.filter(|holder| !theirs(holder));
        self
    }

    /// The same without the person, once their contract is over.
    #[must_use]
    pub fn forgotten(mut self, day: NaiveDate) -> Self {
        let over = |holder: &Private<Holder>| holder.inner().until.is_some_and(|until| until < day);
        self.holder = self.holder.filter(|holder| !over(holder));
        self
    }
}
