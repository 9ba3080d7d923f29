//! `/espace/gouvernances/<slug>/decisions/<number>`: the names of its fields, and the page as it is read first.

use axum::extract::Path;
use axum::response::Response;

use super::Reached;
use super::show::{Shown, page};
use crate::auth::{Desk, Refused};

pub(super) const MEETING: &str = "decision-reunion";
pub(super) const TITLE: &str = "decision-titre";
pub(super) const TEXT: &str = "decision-texte";
pub(super) const BOUND: &str = "decision-lies";
pub(super) const OWNER: &str = "decision-responsable";
pub(super) const DUE: &str = "decision-echeance";
pub(super) const WHO: &str = "decision-structure";
pub(super) const SAID: &str = "decision-mots";
pub(super) const NAMED: &str = "decision-nommer";
pub(super) const DONE: &str = "decision-fait-le";
pub(super) const PUBLISHED: &str = "decision-publier-le";

/// `GET /espace/gouvernances/{slug}/decisions/{decision}`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, number)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let at = Reached::open(&desk, &slug)?;
    let decision = at.decision(&desk, &number).await?;
    page(&desk, &Shown::first(&at, &decision)).await
}
