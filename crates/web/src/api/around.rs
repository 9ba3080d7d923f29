//! What stands around a place besides its record: the organisations whose it is, and its pictures.

use portulan_app::Directory;
use portulan_app::pictures::PictureSize;
use portulan_model::people::Organisation;
use portulan_model::{OrganisationKind, Picture, Place};
use serde_json::{Map, Value, json};

use crate::pages::picture_address;

/// Adds it to the fields of a place.
pub(crate) fn add(directory: &Directory, place: &Place, fields: &mut Map<String, Value>) {
    let organisations = &directory.organisations;
    let theirs = organisations.of_place(&place.id).iter();
    let theirs = theirs.filter_map(|slug| organisations.get(slug));
    fields.insert("structures".to_owned(), theirs.map(organisation).collect());
    let pictures = directory.pictures(&place.id).iter().take(Picture::MOST);
    fields.insert("images".to_owned(), pictures.map(picture).collect());
}

fn organisation(one: &Organisation) -> Value {
    json!({
        "nom": one.name,
        "type": one.kind.map(OrganisationKind::slug),
        "pivot": one.pivot,
        "site_web": one.website,
    })
}

fn picture(one: &Picture) -> Value {
    json!({
        "adresse": picture_address(&one.hash, PictureSize::Large),
        "petite": picture_address(&one.hash, PictureSize::Small),
        "largeur": one.large.width,
        "hauteur": one.large.height,
        "description": one.alt,
        "credit": one.credit,
    })
}
