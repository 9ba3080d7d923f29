//! The form of a town hall: read from what was sent, and shown again as it was typed.

use portulan_app::census::{Part, Wrong, bodies_of};
use portulan_app::editing::town_hall::SHOWN;
use portulan_app::field_text;
use portulan_i18n::Words;
use portulan_model::census::{Added, Body, Presence, Response, Word};
use portulan_model::{Place, PlaceField, PlaceId};

use super::words;
use crate::pages::addresses;
use crate::pages::operator::values::shown;
use crate::pages::visit::Visit;

/// Blank forms of places to add, beside those that were typed.
const BLANK: usize = 1;

/// A place that is known, and what is said of it.
pub(super) struct PlaceView {
    pub(super) id: String,
    pub(super) name: String,
    /// Address, contact, hours, services.
    pub(super) lines: Vec<String>,
    pub(super) words: Vec<Choice>,
    pub(super) report: String,
    /// The link to the form of reports, with the name of the place.
    pub(super) report_words: String,
}

/// A kind of body, and what is said of it.
pub(super) struct BodyView {
    pub(super) slug: &'static str,
    pub(super) name: String,
    /// The places known that are one.
    pub(super) known: Option<String>,
    pub(super) choices: Vec<Choice>,
    pub(super) which: String,
    pub(super) wrong: Option<String>,
}

/// A place to add, as typed.
pub(super) struct AddedView {
    pub(super) number: usize,
    pub(super) legend: String,
    pub(super) typed: Added,
    pub(super) bodies: Vec<Choice>,
    pub(super) name_wrong: Option<String>,
    pub(super) street_wrong: Option<String>,
    pub(super) does_wrong: Option<String>,
    pub(super) contact_wrong: Option<String>,
}

/// A choice of a field.
pub(super) struct Choice {
    pub(super) value: &'static str,
    pub(super) words: String,
    pub(super) chosen: bool,
}

/// What a form sent: `lieu-<id>`, `organisme-<kind>`, `lequel-<kind>`, `ajout-<n>-<field>`.
pub(super) fn read(pairs: &[(String, String)]) -> Response {
    let mut response = Response::default();
    let one = |name: &str| {
        let found = pairs.iter().find(|(given, _)| given == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    for (name, value) in pairs {
        if let Some(id) = name.strip_prefix("lieu-")
            && let (Ok(id), Some(word)) = (id.parse::<PlaceId>(), Word::from_slug(value))
        {
            response.places.insert(id, word);
        }
    }
    for body in Body::ALL {
        let which = one(&format!("lequel-{}", body.slug()));
        let said = one(&format!("organisme-{}", body.slug()));
        // Whoever names one says that there is one.
        let named = said.is_empty() && !which.trim().is_empty();
        let said = if named { "oui" } else { said.as_str() };
        if let Some(presence) = Presence::from_slug(said, &which) {
            response.bodies.insert(body, presence);
        }
    }
    for number in 0..Response::MOST_ADDED {
        let of = |field: &str| one(&format!("ajout-{number}-{field}"));
        let added = Added {
            name: of("nom"),
            street: of("adresse"),
            body: Body::from_slug(&of("genre")),
            does: of("fait"),
            contact: of("contact"),
        };
        response.added.push(added);
    }
    while response.added.last().is_some_and(Added::is_blank) {
        response.added.pop();
    }
    response
}

/// The places, with what is said of each.
pub(super) fn places(
    visit: &Visit,
    known: &[std::sync::Arc<Place>],
    said: &Response,
) -> Vec<PlaceView> {
    let words = Words::new(visit.lang);
    let view = |place: &std::sync::Arc<Place>| {
        let word = |one: Word| Choice {
            value: one.slug(),
            words: words.get(&format!("census-word-{}", one.slug())),
            chosen: said.places.get(&place.id) == Some(&one),
        };
        let name = place.record.name.as_str();
        PlaceView {
            id: place.id.to_string(),
            name: place.record.name.clone(),
            lines: lines(visit, place),
            words: Word::ALL.map(word).into(),
            report: visit.link(&addresses::report(&place.slug)),
            report_words: words.with("census-report", &[("name", name.into())]),
        }
    };
    known.iter().map(view).collect()
}

/// What is known of a place, beside its name.
fn lines(visit: &Visit, place: &Place) -> Vec<String> {
    let fields = SHOWN.iter().filter(|field| **field != PlaceField::Nom);
    let line = |field: &PlaceField| {
        let text = field_text::of(*field, &place.record);
        let parts = shown(visit.lang, *field, &text);
        (!parts.is_empty()).then(|| parts.join(", "))
    };
    fields.filter_map(line).collect()
}

/// The bodies that are looked for, with what is said of each.
pub(super) fn bodies(
    visit: &Visit,
    (looked_for, known): (&[Body], &[std::sync::Arc<Place>]),
    said: &Response,
    wrongs: &[Wrong],
) -> Vec<BodyView> {
    let words = Words::new(visit.lang);
    let view = |body: &Body| {
        let own = known.iter();
        let own = own.filter(|place| bodies_of(&place.record).contains(body));
        let names: Vec<&str> = own.map(|place| place.record.name.as_str()).collect();
        let presence = said.bodies.get(body);
        let choice = |slug: &'static str| Choice {
            value: slug,
            words: words.get(&format!("census-presence-{slug}")),
            chosen: presence.is_some_and(|one| one.slug() == slug),
        };
        BodyView {
            slug: body.slug(),
            name: words::body(words, *body),
            known: (!names.is_empty()).then(|| {
                let names = names.join(", ");
                words.with("census-we-know", &[("names", names.into())])
            }),
            choices: ["oui", "non", "inconnu"].map(choice).into(),
            which: match presence {
                Some(Presence::Here { which }) => which.clone(),
                _ => String::new(),
            },
            wrong: wrong(words, wrongs, Part::Which(*body)),
        }
    };
    looked_for.iter().map(view).collect()
}

/// Places to add: those that were typed, and blank ones.
pub(super) fn added(
    visit: &Visit,
    looked_for: &[Body],
    said: &Response,
    wrongs: &[Wrong],
) -> Vec<AddedView> {
    let words = Words::new(visit.lang);
    let blank = std::iter::repeat_n(Added::default(), BLANK);
    let all = said.added.iter().cloned().chain(blank);
    let view = |(number, typed): (usize, Added)| {
        let chosen = typed.body;
        let body = |body: &Body| Choice {
            value: body.slug(),
            words: words::body(words, *body),
            chosen: chosen == Some(*body),
        };
        let of = |part: Part| wrong(words, wrongs, part);
        AddedView {
            number,
            legend: words.with("census-added", &[("n", number.saturating_add(1).into())]),
            bodies: looked_for.iter().map(body).collect(),
            name_wrong: of(Part::Name(number)),
            street_wrong: of(Part::Street(number)),
            does_wrong: of(Part::Does(number)),
            contact_wrong: of(Part::Contact(number)),
            typed,
        }
    };
    all.take(Response::MOST_ADDED)
        .enumerate()
        .map(view)
        .collect()
}

fn wrong(words: Words, wrongs: &[Wrong], part: Part) -> Option<String> {
    let found = wrongs.iter().find(|one| one.part == part)?;
    Some(words.get(found.message))
}
