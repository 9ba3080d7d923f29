//! How bodies, their seats, their members and their days are called on a page.

use portulan_app::areas;
use portulan_app::{Directory, rights};
use portulan_i18n::{Lang, Words, date};
use portulan_model::governance::{FoundingDocument, MemberRole, Membership, Referent};
use portulan_model::{Area, Period, Seat, Slug, TerritoryKey};
use portulan_policy::Node;

use crate::pages::addresses;
use crate::pages::contact::phone_display;
use crate::pages::organisations;
use crate::pages::place::{Link, territory_link};
use crate::pages::visit::Visit;

/// Communes that are named one by one; the others are counted.
const NAMED: usize = 30;

/// How a seat is called.
pub(super) fn seat(directory: &Directory, seat: &Seat) -> String {
    let name = match seat {
        Seat::Territory(key) => directory
            .reference
            .territory(key)
            .map(|one| one.name.clone()),
        other => rights::name(directory, &Node::from(other)),
    };
    name.unwrap_or_else(|| seat.to_string())
}

/// The page of a seat.
pub(super) fn seat_address(visit: &Visit, seat: &Seat) -> String {
    let address = match seat {
        Seat::Territory(key) => addresses::territory(key),
        Seat::Scheme(slug) => format!("/dispositifs/{slug}"),
        Seat::Cluster(slug) => format!("/grappes/{slug}"),
    };
    visit.link(&address)
}

/// How an organisation is called.
pub(super) fn organisation(directory: &Directory, slug: &Slug) -> String {
    let known = directory.organisations.get(slug);
    known.map_or_else(|| slug.to_string(), |one| one.name.clone())
}

/// An area as what it adds up to.
pub(super) struct Covered {
    /// "333 communes".
    pub(super) total: String,
    pub(super) parts: Vec<Link>,
    /// "et 12 autres communes".
    pub(super) more: Option<String>,
}

pub(super) fn covered(visit: &Visit, area: &Area) -> Covered {
    let words = Words::new(visit.lang);
    let sum = areas::sum(&visit.directory.reference, area);
    let link = |key: &TerritoryKey| territory_link(visit, key);
    let mut parts: Vec<Link> = sum.whole.iter().filter_map(link).collect();
    let communes = sum.communes.iter().copied().map(TerritoryKey::commune);
    parts.extend(communes.take(NAMED).filter_map(|key| link(&key)));
    let pieces = sum.pieces.iter().filter_map(|piece| link(piece.key()));
    parts.extend(pieces);
    let more = sum.communes.len().saturating_sub(NAMED);
    Covered {
        total: words.with("bodies-communes", &[("n", sum.count.into())]),
        parts,
        more: (more > 0).then(|| words.with("bodies-communes-more", &[("n", more.into())])),
    }
}

/// "depuis le 1 octobre 2023", "du … au …", "jusqu’au …"; nothing where no day is known.
pub(super) fn period(lang: Lang, period: Period) -> Option<String> {
    let words = Words::new(lang);
    let day = |day| date(lang, day);
    match (period.from(), period.to()) {
        (None, None) => None,
        (Some(from), None) => Some(words.with("bodies-since", &[("date", day(from).into())])),
        (None, Some(to)) => Some(words.with("bodies-until", &[("date", day(to).into())])),
        (Some(from), Some(to)) => {
            let told = [("from", day(from).into()), ("to", day(to).into())];
            Some(words.with("bodies-from-to", &told))
        }
    }
}

/// What a role of a member is called.
pub(in crate::pages) fn role(words: Words, role: MemberRole) -> String {
    words.get(&format!("bodies-role-{}", role.slug()))
}

/// The roles of a member on a day, in words.
pub(super) fn roles(words: Words, member: &Membership, day: chrono::NaiveDate) -> Vec<String> {
    let held = member.roles_on(day).map(|one| role(words, one));
    held.collect()
}

/// A founding document: "Lettre : …", its day and its reference.
pub(super) fn document(lang: Lang, document: &FoundingDocument) -> (String, String) {
    let words = Words::new(lang);
    let kind = words.get(&format!("bodies-document-{}", document.kind.slug()));
    let told = [
        ("kind", kind.into()),
        ("title", document.title.as_str().into()),
    ];
    let title = words.with("bodies-document-told", &told);
    let day = [("date", date(lang, document.on).into())];
    let mut about = words.with("bodies-document-on", &day);
    if let Some(reference) = &document.reference {
        let told = [("reference", reference.as_str().into())];
        about.push_str(", ");
        about.push_str(&words.with("bodies-document-reference", &told));
    }
    (title, about)
}

/// A referent, by function.
pub(super) struct Contact {
    pub(super) function: String,
    pub(super) organisation: String,
    /// Its page.
    pub(super) address: Option<String>,
    pub(super) email: Option<String>,
    /// Number to call, and as it is shown.
    pub(super) phone: Option<(String, String)>,
    pub(super) period: Option<String>,
}

pub(super) fn contact(visit: &Visit, referent: &Referent) -> Contact {
    let (organisation, address) = organisations::named(visit, &referent.organisation);
    Contact {
        function: referent.function.clone(),
        organisation,
        address,
        email: referent.email.as_ref().map(ToString::to_string),
        phone: referent
            .phone
            .as_ref()
            .map(|phone| (phone.clone(), phone_display(phone))),
        period: period(visit.lang, referent.period),
    }
}
