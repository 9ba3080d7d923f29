//! What is known of a place, as whoever answers for it reads it: few lines, and how far each is trusted.

use portulan_app::campaigns::Asked;
use portulan_freshness::Group;
use portulan_i18n::{Lang, ListWords as _, Words, listed};
use portulan_model::Place;
use portulan_model::campaigns::Reply;

use crate::pages::contact::{phone_display, site_display};
use crate::pages::opening::monday;
use crate::pages::results::postal;
use crate::pages::visit::Visit;
use crate::pages::{addresses, schedule, sure};

/// A place on the page of a link.
pub(super) struct Known {
    /// As it was asked about.
    pub(super) id: String,
    pub(super) name: String,
    /// What is known, each under its name, with how far it is trusted.
    pub(super) facts: Vec<Fact>,
    pub(super) page: String,
    pub(super) correct: String,
    /// What was answered, and when.
    pub(super) answered: Option<String>,
}

/// A fact under its name.
pub(super) struct Fact {
    pub(super) name: String,
    pub(super) lines: Vec<String>,
    pub(super) sure: Option<String>,
}

/// What is known of a place that somebody is asked about.
pub(super) fn known(visit: &Visit, link: &str, asked: &Asked) -> Known {
    let place = &asked.place;
    Known {
        id: asked.id.to_string(),
        name: place.record.name.clone(),
        facts: facts(visit, place),
        page: visit.link(&addresses::place(&place.slug)),
        correct: visit.link(&addresses::confirm_place(link, asked.id)),
        answered: asked.reply.map(|(reply, at)| {
            let id = match reply {
                Reply::Right => "confirm-said-right",
                Reply::Corrected => "confirm-said-corrected",
                Reply::Gone => "confirm-said-gone",
            };
            Words::new(visit.lang).with(id, &[("date", visit.instant(at).into())])
        }),
    }
}

/// The hours as a sentence, or as they were written.
pub(super) fn hours(lang: Lang, place: &Place, today: chrono::NaiveDate) -> Option<String> {
    let read = schedule::building(place);
    let said = read.map(|hours| schedule::sentence(lang, &hours, monday(today)));
    said.or_else(|| place.record.hours_text.clone())
        .filter(|text| !text.is_empty())
}

fn facts(visit: &Visit, place: &Place) -> Vec<Fact> {
    let (lang, today) = (visit.lang, visit.today());
    let words = Words::new(lang);
    let record = &place.record;
    let sure = |group| sure::of_group(lang, place, group, today);
    let contact = &record.contact;
    let phones = contact.phones.iter().map(|one| phone_display(one));
    let sites = contact.websites.iter().map(|one| site_display(one));
    let contacts = phones.chain(contact.emails.iter().cloned()).chain(sites);
    let services = record.services.iter().map(|one| one.words(lang)).collect();
    let local = visit.local();
    let sessions = schedule::sessions(lang, place, local).into_iter();
    let sessions = sessions.map(|one| format!("{}, {}", one.title, one.when));
    let fact = |id: &str, lines: Vec<String>, sure: Option<String>| {
        let given = lines.iter().any(|line| !line.is_empty());
        Fact {
            name: words.get(id),
            sure: sure.filter(|_| given),
            lines: if given {
                lines
            } else {
                vec![words.get("confirm-not-given")]
            },
        }
    };
    let mut facts = vec![
        fact("confirm-address", vec![postal(place)], sure(Group::Address)),
        fact(
            "confirm-hours",
            hours(lang, place, today).into_iter().collect(),
            sure(Group::Hours),
        ),
        fact("confirm-contact", contacts.collect(), sure(Group::Contact)),
        fact(
            "confirm-services",
            vec![listed(lang, services)],
            sure(Group::Services),
        ),
    ];
    let sessions: Vec<String> = sessions.collect();
    if !sessions.is_empty() {
        facts.push(fact("confirm-sessions", sessions, None));
    }
    facts
}
