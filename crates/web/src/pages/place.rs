//! `/lieux/<slug>`: one place, with what is known of it and how well.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use chrono::NaiveDate;
use chrono_tz::Europe::Paris;
use portulan_app::{Gone, Lead, demonstration};
use portulan_charts::{MapInput, MapPoint, svg_map};
use portulan_freshness::Group;
use portulan_hours::OpenState;
use portulan_i18n::{Lang, ListWords, Words, date_short, distance, kind, listed, network};
use portulan_model::{
    ClosedList, Place, PlaceField, TerritoryKey, TerritoryKind, ValueSet, Viewed,
};
use portulan_search::{Basis, Opening};

use super::addresses;
use super::contact::{phone_display, site_display};
use super::opening::{self, OpeningView};
use super::page::{Page, html, html_with};
use super::pictures::{self, Shown};
use super::schedule::{self, DayRow, SessionView};
use super::sure;
use super::visit::Visit;

#[derive(Template)]
#[template(path = "place.html")]
struct PlacePage {
    page: Page,
    name: String,
    kinds: String,
    summary: Option<String>,
    detail: Option<String>,
    crumbs: Vec<Link>,
    opening: OpeningView,
    week: Vec<DayRow>,
    week_note: Option<String>,
    hours_text: Option<String>,
    notices: Vec<String>,
    edit: String,
    /// The first picture, on the page itself.
    picture: Option<Shown>,
    /// The others, behind these words.
    more_pictures: Vec<Shown>,
    more_words: String,
    sessions: Vec<SessionView>,
    sessions_known: String,
    address: String,
    complement: Option<String>,
    way: Option<String>,
    map: Option<String>,
    phones: Vec<Link>,
    contacts: Vec<Link>,
    booking: Option<String>,
    services: Vec<String>,
    facts: Vec<Fact>,
    /// Whose place it is.
    organisations: Vec<(String, Option<String>)>,
    networks: Vec<Link>,
    levels: String,
    source: String,
    known: String,
    sure: Sure,
    demonstration: bool,
    sheet: String,
    report: String,
    json: String,
    accessibility: Option<String>,
}

#[derive(Template)]
#[template(path = "gone.html")]
struct GonePage {
    page: Page,
    since: String,
    report: String,
    address: String,
    phones: Vec<Link>,
    around: String,
}

/// A link and its words.
#[derive(Debug)]
pub(crate) struct Link {
    pub(crate) address: String,
    pub(crate) words: String,
}

/// A fact under its name; what is not known is said so.
struct Fact {
    name: String,
    value: String,
}

/// How far each group may be trusted; nothing where the place does not give it.
struct Sure {
    hours: Option<String>,
    contact: Option<String>,
    address: Option<String>,
    services: Option<String>,
}

/// `GET /lieux/{slug}`. The address of a place that was merged into another leads to it, and that of a place that no
/// source gives any more says so.
pub(crate) async fn show(visit: Visit, Path(slug): Path<String>) -> Result<Response, StatusCode> {
    match visit.directory.lead(&slug) {
        Lead::Here(place) => {
            visit.viewed(Viewed::Place(place.id));
            Ok(html(&page(&visit, place)))
        }
        // Not for ever: a merge can be undone, and browsers keep permanent redirects.
        Lead::Moved(heir) => Ok(Redirect::to(&addresses::place(&heir.slug)).into_response()),
        Lead::Gone(gone) => Ok(html_with(StatusCode::GONE, &gone_page(&visit, gone))),
        Lead::Nowhere => Err(StatusCode::NOT_FOUND),
    }
}

/// A place that is shown no more: what was known last, and where else to ask.
fn gone_page(visit: &Visit, gone: &Gone) -> GonePage {
    let place = &gone.place;
    let since = date_short(visit.lang, gone.since.with_timezone(&Paris).date_naive());
    let told = if gone.closed {
        "gone-closed-text"
    } else {
        "gone-text"
    };
    let around = place.record.address.insee.map_or_else(
        || addresses::HOME.to_owned(),
        |commune| addresses::results_in(&TerritoryKey::commune(commune)),
    );
    GonePage {
        page: Page::new(visit, place.record.name.clone()).apart(),
        since: Words::new(visit.lang).with(told, &[("date", since.into())]),
        report: visit.link(&addresses::report(&place.slug)),
        address: super::results::postal(place),
        phones: place
            .record
            .contact
            .phones
            .iter()
            .map(|phone| phone_link(phone))
            .collect(),
        around: visit.link(&around),
    }
}

fn page(visit: &Visit, place: &Place) -> PlacePage {
    let (lang, record) = (visit.lang, &place.record);
    let local = visit
        .now
        .with_timezone(&opening::clock(place))
        .naive_local();
    let hours = schedule::building(place);
    let monday = opening::monday(local.date());
    let week = hours
        .as_ref()
        .map(|hours| schedule::week_rows(lang, hours, monday, local.date()));
    let note = hours
        .as_ref()
        .filter(|hours| hours.summary().varies)
        .map(|_| Words::new(lang).get("place-hours-vary"));
    let provenance = &record.provenance;
    let mut pictures = pictures::of_place(visit, place).into_iter();
    let picture = pictures.next();
    let more = pictures.len();
    PlacePage {
        page: Page::new(visit, record.name.clone())
            .tab("aide")
            .described(description(place)),
        name: record.name.clone(),
        kinds: listed(
            lang,
            record.kinds.iter().map(|code| kind(lang, code)).collect(),
        ),
        summary: record.summary.clone(),
        detail: record.detail.clone(),
        crumbs: crumbs(visit, place),
        opening: opening::view(lang, place, &now_at(visit, place), None, visit.now),
        week: week.unwrap_or_default(),
        week_note: note,
        hours_text: record.hours_text.clone(),
        notices: schedule::notices(visit, place),
        edit: visit.link(&addresses::edit(&place.slug)),
        picture,
        more_pictures: pictures.collect(),
        more_words: Words::new(lang).with("picture-more", &[("n", more.into())]),
        sessions: schedule::sessions(lang, place, local),
        sessions_known: sure::of_field(lang, place, PlaceField::Permanences, local.date()),
        address: super::results::postal(place),
        complement: record.address.complement.clone(),
        way: record
            .position
            .map(|position| addresses::way_to(position.lat(), position.lon())),
        map: map(visit, place),
        phones: record
            .contact
            .phones
            .iter()
            .map(|phone| phone_link(phone))
            .collect(),
        contacts: contacts(place),
        booking: record.booking_url.clone(),
        services: record
            .services
            .iter()
            .map(|service| service.words(lang))
            .collect(),
        facts: facts(visit, place),
        organisations: organisations(visit, place),
        networks: networks(visit, place),
        levels: visit.link(&super::levels::of_place(&place.slug)),
        source: record
            .producer
            .clone()
            .unwrap_or_else(|| provenance.record.source.to_string()),
        known: sure::of_place(lang, place, local.date()),
        sure: sure(lang, place, local.date()),
        demonstration: provenance.record.source.as_str() == demonstration::SOURCE,
        sheet: visit.link(&addresses::sheet(&place.slug)),
        report: visit.link(&addresses::report(&place.slug)),
        json: format!("/api/v1/lieux/{}", place.slug),
        accessibility: record.accessibility_url.clone(),
    }
}

/// Hours are those of the building here: the sessions have their own line.
fn sure(lang: Lang, place: &Place, today: NaiveDate) -> Sure {
    let group = |group| sure::of_group(lang, place, group, today);
    let hours = !PlaceField::Horaires.is_absent(&place.record);
    Sure {
        hours: hours.then(|| sure::of_field(lang, place, PlaceField::Horaires, today)),
        contact: group(Group::Contact),
        address: group(Group::Address),
        services: group(Group::Services),
    }
}

/// Whether the building is open now.
pub(crate) fn now_at(visit: &Visit, place: &Place) -> Opening {
    let hours = schedule::building(place);
    Opening {
        basis: if hours.is_some() {
            Basis::Building
        } else {
            Basis::Nothing
        },
        now: hours
            .as_ref()
            .map_or(OpenState::Unknown, |hours| hours.state_at(visit.now)),
        next_change: hours
            .as_ref()
            .and_then(|hours| hours.next_change(visit.now)),
        wanted: None,
    }
}

fn description(place: &Place) -> String {
    place
        .record
        .summary
        .clone()
        .unwrap_or_else(|| super::results::postal(place))
}

pub(crate) fn phone_link(phone: &str) -> Link {
    Link {
        address: format!("tel:{phone}"),
        words: phone_display(phone),
    }
}

fn contacts(place: &Place) -> Vec<Link> {
    let contact = &place.record.contact;
    let emails = contact.emails.iter().map(|email| Link {
        address: format!("mailto:{email}"),
        words: email.clone(),
    });
    let sites = contact.websites.iter().map(|site| Link {
        address: site.clone(),
        words: site_display(site),
    });
    emails.chain(sites).collect()
}

/// From the région down to the neighbourhood.
fn crumbs(visit: &Visit, place: &Place) -> Vec<Link> {
    let Some(commune) = place.record.address.insee else {
        return Vec::new();
    };
    let key = TerritoryKey::commune(commune);
    let above = visit.directory.reference.ancestors(&key);
    let shown =
        |key: &TerritoryKey| matches!(key.kind(), TerritoryKind::Department | TerritoryKind::Epci);
    let keys = above.into_iter().filter(shown).chain([key]);
    keys.filter_map(|key| territory_link(visit, &key)).collect()
}

pub(crate) fn territory_link(visit: &Visit, key: &TerritoryKey) -> Option<Link> {
    let territory = visit.directory.reference.territory(key)?;
    Some(Link {
        address: visit.link(&addresses::territory(key)),
        words: territory.name.clone(),
    })
}

fn facts(visit: &Visit, place: &Place) -> Vec<Fact> {
    let (lang, record) = (visit.lang, &place.record);
    let words = Words::new(lang);
    let everybody = || words.get("place-everybody");
    let fact = |id: &str, value: String| Fact {
        name: words.get(id),
        value,
    };
    let mut facts = vec![
        fact(
            "place-fees",
            values(lang, record.fees).unwrap_or_else(|| words.get("not-known")),
        ),
        fact(
            "place-access",
            values(lang, record.access).unwrap_or_else(|| words.get("not-known")),
        ),
        fact(
            "place-support",
            values(lang, record.support).unwrap_or_else(|| words.get("not-known")),
        ),
        fact(
            "place-publics",
            values(lang, record.publics).unwrap_or_else(everybody),
        ),
        fact(
            "place-care",
            values(lang, record.care).unwrap_or_else(|| words.get("not-known")),
        ),
    ];
    let more = [
        ("place-mobility", values(lang, record.mobility)),
        ("place-programmes", values(lang, record.programmes)),
        ("place-labels", labels(lang, place)),
        ("place-parent", record.parent.clone()),
    ];
    facts.extend(
        more.into_iter()
            .filter_map(|(id, value)| Some(fact(id, value?))),
    );
    facts
}

/// The organisations whose place it is, each with its page.
fn organisations(visit: &Visit, place: &Place) -> Vec<(String, Option<String>)> {
    let theirs = visit.directory.organisations.of_place(&place.id).iter();
    let named = theirs.map(|slug| super::organisations::named(visit, slug));
    named.filter(|(_, address)| address.is_some()).collect()
}

/// The words of a set; nothing where nothing is said.
pub(crate) fn values<L: ListWords + ClosedList>(lang: Lang, set: ValueSet<L>) -> Option<String> {
    (!set.is_empty()).then(|| {
        set.iter()
            .map(|value| value.words(lang))
            .collect::<Vec<_>>()
            .join(" · ")
    })
}

fn labels(lang: Lang, place: &Place) -> Option<String> {
    let own = place.record.labels.iter().map(|label| label.words(lang));
    let all: Vec<String> = own
        .chain(place.record.other_labels.iter().cloned())
        .collect();
    (!all.is_empty()).then(|| all.join(" · "))
}

fn networks(visit: &Visit, place: &Place) -> Vec<Link> {
    let link = |slug: &portulan_model::Slug| Link {
        address: visit.link(&addresses::with_query(
            addresses::RESULTS,
            [("reseau", slug.as_str())],
        )),
        words: network(visit.lang, slug.as_str()),
    };
    place.record.networks.iter().map(link).collect()
}

/// The place on a small map, over the contour of its commune where there is one.
fn map(visit: &Visit, place: &Place) -> Option<String> {
    let position = place.record.position?;
    let key = TerritoryKey::commune(place.record.address.insee?);
    let outline = super::results::outline(visit, &key)?;
    let words = Words::new(visit.lang);
    let point = MapPoint {
        position,
        label: place.record.name.clone(),
        rank: 1,
        state: portulan_charts::PointState::Open,
    };
    let title = words.with(
        "place-map-title",
        &[("name", place.record.name.as_str().into())],
    );
    Some(svg_map(&MapInput {
        id: "carte",
        outlines: &[outline],
        points: &[point],
        you: None,
        width: 480,
        height: 300,
        title: &title,
        desc: &super::results::postal(place),
        length: &|metres| distance(visit.lang, metres),
    }))
}
