//! Proofs that an answer was sent in time: files, each with the organisation that sent it and the instant of this
//! installation at which it was put here. What is there stays.

use portulan_model::governance::Attachment;
use portulan_model::journal::Deed;
use portulan_model::means::calls::Proof;
use portulan_model::{FileId, Slug};
use portulan_policy::Capability;
use portulan_policy::actions::{ManageCalls, ReadCalls};
use portulan_store::AttachedTo;

use super::{MeansError, Told, entry, filed, json, opened, read};
use crate::bodies::Upload;
use crate::{App, Error, files};

/// Keeps a proof. The same content twice is kept once, whatever it is called; another content is another proof, were it called
/// the same and as long.
pub async fn attach(
    app: &App,
    may: &Capability<ManageCalls>,
    slug: &Slug,
    (organisation, upload): (Slug, Upload),
) -> Result<(), MeansError> {
    if app.directory().organisations.get(&organisation).is_none() {
        return Err(MeansError::NoOrganisation(organisation));
    }
    let (file, stored) = files::taken(app, &upload).await??;
    let (mut write, before) = opened(app, may, slug).await?;
    let proofs = before.file.proofs.iter();
    for one in proofs.filter(|one| one.organisation == organisation) {
        let kept = write.attachment(one.file.id).await?;
        if kept.is_some_and(|kept| kept.digest == stored.digest()) {
            return Ok(());
        }
    }
    let proof = Proof {
        file,
        organisation,
        at: app.now(),
    };
    let told = Told {
        call: &before.call,
        deed: Deed::Updated,
        what: "proof kept",
        before: None,
        after: json(&proof),
    };
    let line = entry(app, may.actor(), told);
    let owner = AttachedTo::Call(slug.clone());
    write
        .add_attachment(&owner, &proof.file, stored.content(&upload.bytes), &line)
        .await?;
    let mut after = before.file;
    after.proofs.push(proof);
    filed(app, write, &after, &line).await
}

/// A proof, for the members of the body that follows the call. One of another call is not found, whoever knows its id.
pub async fn read_file(
    app: &App,
    may: &Capability<ReadCalls>,
    slug: &Slug,
    id: FileId,
) -> Result<(Attachment, Vec<u8>), Error> {
    let prepared = read(app, may, slug).await?;
    let mut proofs = prepared.file.proofs.iter();
    let missing = || Error::NotFound(format!("fichier {id}"));
    proofs.find(|one| one.file.id == id).ok_or_else(missing)?;
    files::read(app, &AttachedTo::Call(slug.clone()), id).await
}
