//! What a place says of itself by a link that was sent to it: without an account, in a write that is open, as its own
//! word. The journal says by which link, and for which organisation.

use portulan_model::journal::{Author, Deed, Entry};
use portulan_model::{Place, PlaceField, PlaceId, PlaceRecord, Vouch};
use portulan_policy::Node;
use portulan_store::Write;

use super::{Edit, edit_source};
use crate::proposals::corrected;
use crate::proposals::read::Draft;
use crate::{App, Error, gone};

/// What is shown of a place to whoever answers for it, and is true once they say so. The position goes with the address.
const SHOWN: [PlaceField; 6] = [
    PlaceField::Nom,
    PlaceField::Adresse,
    PlaceField::Contact,
    PlaceField::Horaires,
    PlaceField::Permanences,
    PlaceField::Services,
];

/// What is said.
pub(crate) struct Word<'a> {
    /// Of which place.
    pub(crate) place: PlaceId,
    /// By which link.
    pub(crate) link: &'static str,
    /// Why it was sent.
    pub(crate) reason: String,
    /// What is put right; nothing where all is right.
    pub(crate) draft: Option<&'a Draft>,
}

/// Keeps what a place says of itself; nothing where it is nowhere any more.
pub(crate) async fn place_says(
    app: &App,
    mut write: Write,
    word: Word<'_>,
) -> Result<Write, Error> {
    let standing = write.stands_for(word.place).await?;
    let id = standing.map_or(word.place, |standing| standing.survivor);
    let Some(shown) = write.place(id).await? else {
        return Ok(write);
    };
    let record = shown.record.clone();
    let mine = word.draft.map_or_else(
        || record.clone(),
        |draft| corrected(&app.directory(), draft, &record),
    );
    let fields = true_now(&record, &mine);
    let entry = entry(app, &shown, &word);
    vouch(app, &mut write, &entry, &shown).await?;
    let mut edit = Edit {
        app,
        write,
        shown,
        entry,
        by_place: true,
    };
    let said = edit.put(&fields, |field, own, origin| {
        field.copy(&mine, own);
        origin.source = if field.same(&mine, &record) {
            record.provenance.origin(field).source.clone()
        } else {
            edit_source(own)
        };
    });
    let kept = said.await?;
    edit.insist(&mine, &kept).await?;
    Ok(edit.write)
}

/// What the place gives and what it has just put right.
fn true_now(before: &PlaceRecord, mine: &PlaceRecord) -> Vec<PlaceField> {
    let given = |field: &PlaceField| !field.is_absent(mine) || !field.same(before, mine);
    let mut fields: Vec<PlaceField> = SHOWN.into_iter().filter(given).collect();
    if !PlaceField::Position.same(before, mine) {
        fields.push(PlaceField::Position);
    }
    fields
}

/// A place that no source gives any more is still there: it says so itself.
async fn vouch(app: &App, write: &mut Write, entry: &Entry, shown: &Place) -> Result<(), Error> {
    if app.directory().gone(&shown.slug).is_none() {
        return Ok(());
    }
    let vouch = Vouch {
        open: true,
        at: entry.at,
        decided: false,
    };
    gone::put_vouch(
        app,
        write,
        &entry.author,
        shown.id,
        Some(vouch),
        &entry.reason,
    )
    .await
}

fn entry(app: &App, shown: &Place, word: &Word<'_>) -> Entry {
    let directory = app.directory();
    let mut theirs: Vec<_> = directory.organisations.of_place(&shown.id).to_vec();
    theirs.sort();
    Entry {
        at: app.now(),
        author: Author::Job(word.link.to_owned()),
        behalf: theirs
            .first()
            .map(|slug| Node::Organisation(slug.clone()).to_string()),
        subject: None,
        object: format!("lieu-{}", shown.slug),
        deed: Deed::Updated,
        reason: word.reason.clone(),
        request: format!("{}-{}", word.link, app.now().timestamp_millis()),
        before: serde_json::to_string(shown).ok(),
        after: None,
    }
}
