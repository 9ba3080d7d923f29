//! The joint note on a call: saved as it is written, by several hands one after the other.
//!
//! Nobody but the members of the body reads it, and it is read from storage: a save moves no revision. A save on an older
//! text gives back the one that stands; both are then shown to whoever was slower, and neither is lost.

use portulan_model::Slug;
use portulan_model::governance::Minutes;
use portulan_policy::Capability;
use portulan_policy::actions::WriteCallNote;

use super::{MeansError, opened};
use crate::App;
use crate::import::author;

/// Saves a text that was typed on the one saved `upon` times, and says what stands now. The same text twice is saved once.
pub async fn save(
    app: &App,
    may: &Capability<WriteCallNote>,
    slug: &Slug,
    (upon, text): (u32, &str),
) -> Result<Minutes, MeansError> {
    let text = Minutes::read(text)?;
    let (mut write, before) = opened(app, may, slug).await?;
    let by = author(may.actor());
    let note = before.file.note.clone().save(upon, text, by, app.now())?;
    if note == before.file.note {
        return Ok(note);
    }
    let mut file = before.file;
    file.note = note.clone();
    write.keep_unseen(&file).await?;
    write.commit().await?;
    Ok(note)
}
