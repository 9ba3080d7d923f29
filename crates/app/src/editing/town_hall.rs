//! A town hall says of a place that what is written of it is right: the word of the commune, which is not that of the
//! place. What the place said itself stays its own.

use portulan_model::census::TOWN_HALL;
use portulan_model::journal::{Author, Deed, Entry};
use portulan_model::{PlaceField, PlaceId, Slug};
use portulan_store::Write;

use super::Edit;
use crate::{App, Error};

/// What a town hall is shown of a place, and so what it vouches for.
pub const SHOWN: [PlaceField; 5] = [
    PlaceField::Nom,
    PlaceField::Adresse,
    PlaceField::Contact,
    PlaceField::Horaires,
    PlaceField::Services,
];

/// Writes the word of a commune on a place, in an open write; nothing where the place is no more.
pub(crate) async fn vouch(
    app: &App,
    mut write: Write,
    place: PlaceId,
    author: Author,
    behalf: String,
) -> Result<Write, Error> {
    let standing = write.stands_for(place).await?;
    let id = standing.map_or(place, |standing| standing.survivor);
    let Some(shown) = write.place(id).await? else {
        return Ok(write);
    };
    let source: Slug = TOWN_HALL
        .parse()
        .map_err(|error| Error::internal("town hall", error))?;
    let entry = Entry {
        at: app.now(),
        author,
        behalf: Some(behalf),
        subject: None,
        object: format!("lieu-{}", shown.slug),
        deed: Deed::Updated,
        reason: "census: right, says the town hall".to_owned(),
        request: format!("recensement-{}", app.now().timestamp_millis()),
        before: serde_json::to_string(&shown).ok(),
        after: None,
    };
    let record = shown.record.clone();
    let said = |field: &PlaceField| {
        !field.is_absent(&record) && !record.provenance.origin(*field).confirmed_by_place
    };
    let fields: Vec<PlaceField> = SHOWN.into_iter().filter(said).collect();
    let mut edit = Edit {
        app,
        write,
        shown,
        entry,
        by_place: false,
    };
    edit.put(&fields, |field, own, origin| {
        field.copy(&record, own);
        origin.source = source.clone();
    })
    .await?;
    Ok(edit.write)
}
