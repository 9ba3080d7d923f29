//! Pictures of places: given by those who may change a place, described, credited, and made anew from their pixels.
//!
//! What is kept is what [`reading`] encoded, under the hash of its bytes: an address never shows something else. A
//! merged place shows those of its members; taken apart, each has its own again.

mod reading;

use portulan_model::journal::{Deed, Entry};
use portulan_model::{Picture, PictureHash, Place, PlaceId};
use portulan_policy::{Capability, Node, actions::EditPlace};
use portulan_store::Write;
use serde_json::json;
use tokio::sync::Semaphore;

use crate::import::author;
use crate::{App, Error};

pub use portulan_store::PictureSize;
pub use reading::{FILE_BYTES, LARGE_SIDE, NotAPicture, Prepared, SMALL_SIDE};

/// Pictures decoded at once: each may take some hundreds of megabytes for a moment.
static DECODING: Semaphore = Semaphore::const_new(1);

/// What is said of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caption {
    /// What it shows; nothing where it only decorates.
    pub alt: Option<String>,
    /// Whose it is, and under which licence.
    pub credit: String,
}

/// What became of a picture that was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// The place has it.
    Added,
    /// The place had it: what is said of it is what was said last.
    Known,
    /// The place has as many as it may.
    Full,
}

/// Reads a file and makes a picture of it anew.
pub async fn prepare(file: Vec<u8>) -> Result<Result<Prepared, NotAPicture>, Error> {
    let turn = DECODING.acquire().await;
    let turn = turn.map_err(|error| Error::internal("pictures", error))?;
    let read = tokio::task::spawn_blocking(move || reading::read(&file)).await;
    drop(turn);
    read.map_err(|error| Error::internal("pictures", error))
}

/// Gives a place a picture; to one that another place stands for, through the one that does. Sent twice, it is there
/// once.
pub async fn add(
    app: &App,
    capability: &Capability<EditPlace>,
    place: PlaceId,
    prepared: &Prepared,
    caption: &Caption,
) -> Result<Given, Error> {
    let mut write = app.store().begin_edit(capability).await?;
    let shown = shown(&mut write, capability, place).await?;
    let theirs = of_group(&mut write, shown.id).await?;
    let known = theirs.iter().find(|one| one.hash == prepared.hash);
    if known.is_none() && theirs.len() >= Picture::MOST {
        return Ok(Given::Full);
    }
    let picture = Picture {
        hash: prepared.hash.clone(),
        place: known.map_or(shown.id, |known| known.place),
        alt: caption.alt.clone(),
        credit: caption.credit.clone(),
        large: prepared.large,
        small: prepared.small,
        added: known.map_or_else(|| app.now(), |known| known.added),
    };
    if known == Some(&picture) {
        return Ok(Given::Known);
    }
    let entry = entry(app, capability, &shown, (known, Some(&picture)));
    write.put_picture(&picture, &prepared.bytes, &entry).await?;
    write.commit().await?;
    app.refresh().await?;
    Ok(known.map_or(Given::Added, |_known| Given::Known))
}

/// Takes a picture away from a place, its bytes too. One that is not there is not there.
pub async fn remove(
    app: &App,
    capability: &Capability<EditPlace>,
    place: PlaceId,
    hash: &PictureHash,
) -> Result<(), Error> {
    let mut write = app.store().begin_edit(capability).await?;
    let shown = shown(&mut write, capability, place).await?;
    let mut found = of_group(&mut write, shown.id).await?;
    found.retain(|one| one.hash == *hash);
    if found.is_empty() {
        return Ok(());
    }
    for picture in &found {
        let entry = entry(app, capability, &shown, (Some(picture), None));
        write
            .remove_picture(picture.place, &picture.hash, &entry)
            .await?;
    }
    write.commit().await?;
    app.refresh().await
}

/// The bytes of a picture, a JPEG; `None` where there is no such picture, or none any more.
pub async fn bytes(
    app: &App,
    hash: &PictureHash,
    size: PictureSize,
) -> Result<Option<Vec<u8>>, Error> {
    Ok(app.store().picture_bytes(hash, size).await?)
}

/// The place that is shown for one, which the capability must reach.
async fn shown(
    write: &mut Write,
    capability: &Capability<EditPlace>,
    place: PlaceId,
) -> Result<Place, Error> {
    let missing = || Error::NotFound(format!("place {place}"));
    let standing = write.stands_for(place).await?;
    let id = standing.map_or(place, |standing| standing.survivor);
    let shown = write.place(id).await?.ok_or_else(missing)?;
    let reaches = match capability.node() {
        Node::Place(slug) => *slug == shown.slug,
        node => *node == Node::Installation,
    };
    if reaches { Ok(shown) } else { Err(missing()) }
}

/// The pictures of a place and of those that it stands for.
async fn of_group(write: &mut Write, shown: PlaceId) -> Result<Vec<Picture>, Error> {
    let members = match write.merge_of(shown).await? {
        Some(id) => write.merge(id).await?.map(|(merge, _)| merge.members),
        None => None,
    };
    let mut all = Vec::new();
    for member in members.unwrap_or_else(|| vec![shown]) {
        all.extend(write.pictures_of(member).await?);
    }
    Ok(all)
}

/// A line of the journal. The credit may name somebody: it goes with the picture, and the journal does not.
fn entry(
    app: &App,
    capability: &Capability<EditPlace>,
    place: &Place,
    (before, after): (Option<&Picture>, Option<&Picture>),
) -> Entry {
    let told = |one: &Picture| json!({ "image": one.hash, "alt": one.alt }).to_string();
    let reason = match (before, after) {
        (None, _) => "picture added",
        (Some(_), Some(_)) => "picture described anew",
        (Some(_), None) => "picture removed",
    };
    Entry {
        at: app.now(),
        author: author(capability.actor()),
        behalf: None,
        subject: None,
        object: format!("lieu-{}", place.slug),
        deed: Deed::Updated,
        reason: reason.to_owned(),
        request: format!("image-{}", app.now().timestamp_millis()),
        before: before.map(told),
        after: after.map(told),
    }
}
