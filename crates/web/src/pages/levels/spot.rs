//! Where one stands: a territory, a place, an organisation, an address, a point. Each has one address for ever.

use chrono::NaiveDate;
use portulan_app::Lead as PlaceLead;
use portulan_geo::Spot;
use portulan_i18n::Words;
use portulan_levels::Here;
use portulan_model::people::Organisation;
use portulan_model::{Place, Position, Slug, TerritoryCode, TerritoryKey};

use super::super::addresses;
use super::super::place::Link;
use super::super::territory::{Named, kind_words, named};
use super::super::visit::Visit;

/// What precedes the slug of a place, and of an organisation, where others have the kind of a territory.
const PLACE: &str = "lieu-";
const ORGANISATION: &str = "structure-";

/// Somewhere.
pub(super) struct Somewhere {
    /// Its name.
    pub(super) name: String,
    /// What it is: "commune", "lieu, Rennes".
    pub(super) about: String,
    /// The address of its levels.
    pub(super) path: String,
    /// Its own page, where it has one.
    pub(super) page: Option<Link>,
    /// The territory that answers for it.
    pub(super) territory: TerritoryKey,
    /// Its point, where it is one.
    pub(super) position: Option<Position>,
    /// What a search from a text was asked, so that a form asks it again.
    pub(super) typed: Vec<(&'static str, String)>,
    here: Here,
}

/// Where a part of an address leads.
pub(super) enum Lead {
    /// Here.
    Here(Box<Somewhere>),
    /// To another address of the same thing.
    Elsewhere(String),
}

impl Somewhere {
    /// As `levels` wants it.
    pub(super) const fn here(&self) -> &Here {
        &self.here
    }
}

/// Reads the last part of an address: `commune-35238`, `lieu-…`, `structure-…`.
pub(super) fn of_key(visit: &Visit, text: &str, day: NaiveDate) -> Option<Lead> {
    if let Some(slug) = text.strip_prefix(PLACE) {
        return match visit.directory.lead(slug) {
            PlaceLead::Here(place) => of_place(visit, place, day).map(boxed),
            PlaceLead::Moved(heir) => Some(Lead::Elsewhere(of_place_at(&heir.slug))),
            PlaceLead::Gone(_) | PlaceLead::Nowhere => None,
        };
    }
    if let Some(slug) = text.strip_prefix(ORGANISATION) {
        let slug: Slug = slug.parse().ok()?;
        let organisations = &visit.directory.organisations;
        if let Some(kept) = organisations.led(&slug) {
            let key = format_args!("{ORGANISATION}{}", kept.slug);
            return Some(Lead::Elsewhere(addresses::levels(key)));
        }
        let found = organisations.get(&slug)?;
        return of_organisation(visit, found, day).map(boxed);
    }
    match named(visit, text)? {
        Named::Here(key) => of_territory(visit, &key, day).map(boxed),
        Named::Elsewhere(key) => Some(Lead::Elsewhere(addresses::levels(&key))),
    }
}

/// A spot that a text names: a territory has its own address; anything else is shown at the address of the text.
pub(super) fn of_spot(visit: &Visit, spot: &Spot, text: &str, day: NaiveDate) -> Option<Lead> {
    let commune = spot.commune.map(TerritoryKey::commune);
    let territory = spot.territory.clone();
    if let Some(key) = territory.or_else(|| commune.clone().filter(|_| spot.fallback)) {
        return Some(Lead::Elsewhere(addresses::levels(&key)));
    }
    let typed = vec![("adresse", text.to_owned())];
    let (name, about) = (spot.label.clone(), spot.detail.clone());
    of_point(visit, spot, (name, about), typed, day).map(boxed)
}

/// Where somebody stands, as their device says it.
pub(super) fn of_device(visit: &Visit, at: Position, day: NaiveDate) -> Option<Lead> {
    let commune = visit.directory.geocoder.nearest_commune(at)?;
    let spot = Spot {
        label: String::new(),
        kind: portulan_geo::SpotKind::Point,
        position: Some(at),
        commune: Some(commune),
        territory: None,
        radius_km: 1.0,
        detail: String::new(),
        fallback: false,
    };
    let typed = vec![("lat", at.lat().to_string()), ("lon", at.lon().to_string())];
    let name = Words::new(visit.lang).get("levels-around-you");
    let about = territory_name(visit, &TerritoryKey::commune(commune));
    of_point(visit, &spot, (name, about), typed, day).map(boxed)
}

fn boxed(somewhere: Somewhere) -> Lead {
    Lead::Here(Box::new(somewhere))
}

fn of_territory(visit: &Visit, key: &TerritoryKey, day: NaiveDate) -> Option<Somewhere> {
    let reference = &visit.directory.reference;
    let territory = reference.territory(key)?;
    let words = Words::new(visit.lang);
    Some(Somewhere {
        name: territory.name.clone(),
        about: kind_words(words, key),
        path: addresses::levels(key),
        page: Some(Link {
            address: visit.link(&addresses::territory(key)),
            words: words.get("levels-page-territory"),
        }),
        territory: key.clone(),
        position: None,
        typed: Vec::new(),
        here: visit.directory.here(key, day)?,
    })
}

fn of_place(visit: &Visit, place: &Place, day: NaiveDate) -> Option<Somewhere> {
    let commune = place.record.address.insee?;
    let position = place.record.position;
    let words = Words::new(visit.lang);
    Some(Somewhere {
        name: place.record.name.clone(),
        about: super::super::results::postal(place),
        path: of_place_at(&place.slug),
        page: Some(Link {
            address: visit.link(&addresses::place(&place.slug)),
            words: words.get("levels-page-place"),
        }),
        territory: TerritoryKey::commune(commune),
        position,
        typed: Vec::new(),
        here: visit.directory.here_of_place(place, day)?,
    })
}

/// The levels of a place.
pub(in crate::pages) fn of_place_at(slug: &Slug) -> String {
    addresses::levels(format_args!("{PLACE}{slug}"))
}

fn of_organisation(visit: &Visit, found: &Organisation, day: NaiveDate) -> Option<Somewhere> {
    let slug = &found.slug;
    Some(Somewhere {
        name: found.name.clone(),
        about: territory_name(visit, &found.territory),
        path: addresses::levels(format_args!("{ORGANISATION}{slug}")),
        page: Some(Link {
            address: visit.link(&addresses::organisation(slug)),
            words: Words::new(visit.lang).get("levels-page-organisation"),
        }),
        territory: found.territory.clone(),
        position: None,
        typed: Vec::new(),
        here: visit.directory.here(&found.territory, day)?,
    })
}

fn of_point(
    visit: &Visit,
    spot: &Spot,
    (name, about): (String, String),
    typed: Vec<(&'static str, String)>,
    day: NaiveDate,
) -> Option<Somewhere> {
    let near = |at| visit.directory.geocoder.nearest_commune(at);
    let commune = spot.commune.or_else(|| spot.position.and_then(near))?;
    Some(Somewhere {
        name,
        about,
        path: addresses::with_query(addresses::LEVELS, typed.iter().map(|(n, v)| (n, v))),
        page: None,
        territory: TerritoryKey::commune(commune),
        position: spot.position,
        typed,
        here: visit.directory.here_at(&commune, spot.position, day)?,
    })
}

/// The name of a territory; nothing where it is not known.
pub(super) fn territory_name(visit: &Visit, key: &TerritoryKey) -> String {
    let known = visit.directory.reference.territory(key);
    let name = known.map(|one| one.name.clone()).unwrap_or_default();
    // "France" says nothing beside "État".
    if matches!(key.code(), TerritoryCode::France) {
        return String::new();
    }
    name
}
