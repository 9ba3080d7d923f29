//! Moves all contents from where they are kept to another place, one by one; what is moved already stays so.
//!
//! What is there is not taken away from where it was: whoever operates does it once all is seen to be well.

use portulan_policy::Capability;
use portulan_policy::actions::Restore;

use super::{Files, content_of};
use crate::{App, Error};

/// What a move did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Moved {
    /// Contents that are now there.
    pub moved: usize,
    /// Their bytes.
    pub bytes: u64,
    /// Names of the files whose content was not to be had.
    pub lost: Vec<String>,
}

/// Moves every content that `app` can read.
pub async fn move_all(app: &App, may: &Capability<Restore>, to: &Files) -> Result<Moved, Error> {
    let mut done = Moved::default();
    for kept in app.store().attachments().await? {
        let id = kept.file.id;
        let Some((kept, content)) = app.store().attachment(id).await? else {
            continue;
        };
        let bytes = match content_of(app, &kept, content).await {
            Ok(bytes) => bytes,
            // What a move that was broken off brought there already is no loss.
            Err(Error::Lost(_)) if to.get(kept.digest).await?.is_ok() => continue,
            Err(Error::Lost(_)) => {
                done.lost.push(kept.file.name);
                continue;
            }
            Err(error) => return Err(error),
        };
        let stored = to.store(&bytes).await?;
        let content = stored.content(&bytes).bytes;
        app.store().move_content(may, id, content).await?;
        done.moved += 1;
        done.bytes += kept.file.bytes;
    }
    Ok(done)
}
