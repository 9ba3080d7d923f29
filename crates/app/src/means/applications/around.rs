//! What is known around a form: territories, places, posts, and whether a SIRET holds.

use chrono::NaiveDate;
use portulan_model::means::forms::Known;
use portulan_model::{PlaceId, PostId, TerritoryKey};
use portulan_text::Pivot;

use crate::{Directory, naming};

/// What the directory knows.
pub(super) struct Around<'a>(pub(super) &'a Directory);

impl Known for Around<'_> {
    fn territory(&self, text: &str) -> Option<TerritoryKey> {
        naming::territory(&self.0.reference, text).ok()
    }

    fn siret(&self, text: &str) -> Option<String> {
        match Pivot::parse(text) {
            Ok(Pivot::Siret(code)) => Some(code),
            _ => None,
        }
    }

    fn place(&self, text: &str) -> Option<PlaceId> {
        naming::place(self.0, text).ok()
    }

    fn post(&self, text: &str) -> Option<PostId> {
        let id: PostId = text.parse().ok()?;
        let mut posts = self.0.levels.world().posts.iter();
        posts.find(|post| post.id == id).map(|post| post.id)
    }

    fn day(&self, text: &str) -> Option<NaiveDate> {
        naming::day(text)
    }
}
