//! What is gathered: all that is on a ground and that whoever looks may read, one source after the other.

use std::sync::Arc;

use chrono::NaiveDate;
use portulan_model::{Area, Slug};
use portulan_overlap::Item;
use portulan_policy::Actor;

use super::sources::{accounts, actions, intentions, posts};
use super::{Found, Origin};
use crate::{App, Directory, Error};

/// Who looks, at what, on which day.
pub(super) struct Looking<'a> {
    pub(super) app: &'a App,
    pub(super) actor: &'a Actor,
    pub(super) directory: Arc<Directory>,
    pub(super) ground: Area,
    pub(super) day: NaiveDate,
}

impl<'a> Looking<'a> {
    pub(super) fn new(app: &'a App, actor: &'a Actor, ground: Area) -> Self {
        Self {
            app,
            actor,
            directory: app.directory(),
            ground,
            day: crate::census::today(app),
        }
    }

    /// All records, and where each is.
    pub(super) async fn all(&self) -> Result<(Vec<Item>, Vec<Origin>), Error> {
        let mut found = actions::all(self).await?;
        found.extend(posts::all(self));
        found.extend(accounts::all(self).await?);
        found.extend(intentions::all(self).await?);
        found.retain(|one| self.reaches(&one.item.area));
        Ok(found
            .into_iter()
            .map(|Found { item, origin }| (item, origin))
            .unzip())
    }

    /// Whether an area is some of the ground. One that nobody told may be anywhere.
    pub(super) fn reaches(&self, area: &Area) -> bool {
        area.is_empty() || area.meets(&self.ground)
    }
}

/// How an organisation or a body is called where records are compared.
pub(super) fn bearer(slug: Option<&Slug>, otherwise: &Slug) -> String {
    slug.unwrap_or(otherwise).to_string()
}
