//! The fields of an intention: one screen, what everybody says first, and what makes it precise folded under it.

use std::collections::BTreeSet;

use chrono::Datelike as _;
use portulan_app::means::intentions::Ground;
use portulan_i18n::ListWords;
use portulan_model::governance::Body;
use portulan_model::means::envelopes::Envelope;
use portulan_model::means::intentions::{Intention, Kit, Meeting, Weekly};
use portulan_model::people::Organisation;
use portulan_model::roadmaps::Need;
use portulan_model::{Area, ClosedList, Public, Service, Slug};

use crate::auth::Desk;
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Ask, Choice, Field};

pub(super) const TITLE: &str = "int-titre";
pub(super) const NEEDS: &str = "int-besoins";
pub(super) const OTHER: &str = "int-autre-besoin";
pub(super) const AREA: &str = "int-zone";
pub(super) const PLACES: &str = "int-lieux";
pub(super) const FIRST: &str = "int-annee-debut";
pub(super) const LAST: &str = "int-annee-fin";
pub(super) const LEAST: &str = "int-montant-moins";
pub(super) const MOST: &str = "int-montant-plus";
pub(super) const WITH: &str = "int-avec";
pub(super) const WITH_WHOM: &str = "int-avec-qui";
pub(super) const VISIBLE: &str = "int-visible";
pub(super) const BODIES: &str = "int-gouvernances";
pub(super) const MEMBERS: &str = "int-membres";
pub(super) const SERVICES: &str = "int-services";
pub(super) const PUBLICS: &str = "int-publics";
pub(super) const ENVELOPE: &str = "int-enveloppe";
pub(super) const AGENTS: &str = "int-formes-agents";
pub(super) const STAFF: &str = "int-formes-salaries";
pub(super) const HOURS: &str = "int-heures";
pub(super) const TEXT: &str = "int-texte";

/// The answers to alone or with whom.
pub(super) const ALLIANCES: [&str; 3] = ["ouvert", "seul", "avec"];
/// The answers to who may read it.
pub(super) const VISIBILITIES: [&str; 3] = ["nous", "niveaux", "gouvernances"];
/// The box of what members may read.
pub(super) const YES: &str = "oui";

/// Years that one may name after the present one.
const AHEAD: i32 = 6;

/// The field of equipment that is wanted, or that could be lent.
pub(super) fn kit(lends: bool, kit: Kit) -> String {
    let list = if lends { "pret" } else { "materiel" };
    format!("int-{list}-{}", kit.slug())
}

/// Hours a week as one types them: "3", "3,5".
pub(super) fn hours_typed(weekly: Weekly) -> String {
    let minutes = weekly.minutes();
    let (hours, rest) = (minutes / 60, minutes % 60 * 100 / 60);
    match rest {
        0 => hours.to_string(),
        _ => format!("{hours},{rest:02}"),
    }
}

/// What a form of an organisation offers.
pub(super) struct Offered<'a> {
    /// The places of the organisation, and those that are named already: address and name.
    places: Vec<(String, String)>,
    /// The bodies whose ground meets where it works, and those that are named already.
    bodies: Vec<&'a Body>,
    /// The envelopes that it may hope for.
    envelopes: &'a [Envelope],
    years: Vec<i32>,
}

impl<'a> Offered<'a> {
    pub(super) fn to(
        desk: &'a Desk,
        organisation: &Organisation,
        (envelopes, area): (&'a [Envelope], &Area),
        known: Option<&Intention>,
    ) -> Self {
        let directory = &desk.visit.directory;
        let named: BTreeSet<&Slug> = known
            .into_iter()
            .flat_map(|one| one.visibility.bodies())
            .collect();
        let near = |body: &&Body| {
            let ground = Ground::of(desk.app(), directory, body);
            named.contains(&body.slug) || ground.meeting(area) == Meeting::Somewhere
        };
        let bodies = directory.levels.world().bodies.iter().filter(near);
        let now = desk.visit.today().year();
        let mut years: BTreeSet<i32> = (now..=now + AHEAD).collect();
        years.extend(known.into_iter().flat_map(|one| one.years.each()));
        Self {
            places: places(desk, organisation, known),
            bodies: bodies.collect(),
            envelopes,
            years: years.into_iter().collect(),
        }
    }
}

/// Address and name, by name.
fn places(
    desk: &Desk,
    organisation: &Organisation,
    known: Option<&Intention>,
) -> Vec<(String, String)> {
    let directory = &desk.visit.directory;
    let own = directory.organisations.places_of(&organisation.slug);
    let own = own.filter_map(|id| directory.snapshot.by_id(&id));
    let named = known.into_iter().flat_map(|one| &one.places);
    let named = named.filter_map(|slug| directory.snapshot.by_slug(slug.as_str()));
    let all = own.chain(named);
    let mut all: Vec<(String, String)> = all
        .map(|place| (place.slug.to_string(), place.record.name.clone()))
        .collect();
    all.sort_by_cached_key(|(slug, name)| (portulan_text::fold(name), slug.clone()));
    all.dedup();
    all
}

/// All the fields.
pub(super) fn fields(desk: &Desk, offered: &Offered<'_>, answers: &Answers) -> Vec<Field> {
    let ask = Ask {
        words: desk.words(),
        answers,
    };
    let mut fields = vec![
        ask.text(TITLE, "text"),
        list::<Need>(desk, &ask, NEEDS),
        ask.text(OTHER, "text"),
        ask.area(AREA, 3),
    ];
    if !offered.places.is_empty() {
        fields.push(ask.choices(PLACES, false, boxes(answers, PLACES, &offered.places)));
    }
    let years = || {
        offered
            .years
            .iter()
            .map(|year| (year.to_string(), year.to_string()))
    };
    fields.extend([
        ask.select(FIRST, years()),
        ask.select(LAST, years()),
        ask.text(LEAST, "text"),
        ask.text(MOST, "text"),
        ask.one_of(WITH, &ALLIANCES),
        ask.several(WITH_WHOM),
    ]);
    fields.extend(visible(desk, &ask, offered));
    fields.extend(precise(desk, &ask, offered));
    fields
}

/// Who may read it. Nothing is chosen for anybody: what is sent was meant.
fn visible(desk: &Desk, ask: &Ask<'_>, offered: &Offered<'_>) -> Vec<Field> {
    let (words, answers) = (desk.words(), ask.answers);
    let options = VISIBILITIES.iter().map(|value| Choice {
        value: (*value).to_owned(),
        label: words.get(&format!("{VISIBLE}-{value}")),
        hint: words.get(&format!("{VISIBLE}-{value}-hint")),
        chosen: answers.has(VISIBLE, value),
    });
    let mut fields = vec![ask.choices(VISIBLE, true, options.collect())];
    let bodies: Vec<(String, String)> = offered
        .bodies
        .iter()
        .map(|body| (body.slug.to_string(), body.name.clone()))
        .collect();
    if !bodies.is_empty() {
        fields.push(ask.choices(BODIES, false, boxes(answers, BODIES, &bodies)));
    }
    let members = [(YES.to_owned(), words.get("int-membres-oui"))];
    fields.push(ask.choices(MEMBERS, false, boxes(answers, MEMBERS, &members)));
    fields
}

/// What nobody has to say: folded, unless something of it is said.
fn precise(desk: &Desk, ask: &Ask<'_>, offered: &Offered<'_>) -> Vec<Field> {
    let words = desk.words();
    let envelopes = offered.envelopes.iter();
    let envelopes = envelopes.map(|one| (one.slug.to_string(), one.label.clone()));
    let none = (String::new(), words.get("int-enveloppe-aucune"));
    let mut inside = vec![
        list::<Service>(desk, ask, SERVICES),
        list::<Public>(desk, ask, PUBLICS),
    ];
    if !offered.envelopes.is_empty() {
        inside.push(ask.select(ENVELOPE, std::iter::once(none).chain(envelopes)));
    }
    inside.push(Field::Open(
        words.get("int-formes"),
        words.get("int-formes-aide"),
    ));
    inside.extend([
        ask.text(AGENTS, "text"),
        ask.text(STAFF, "text"),
        Field::Close,
    ]);
    for (lends, legend) in [(false, "int-materiel"), (true, "int-pret")] {
        let hint = words.get(&format!("{legend}-aide"));
        inside.push(Field::Open(words.get(legend), hint));
        inside.extend(
            Kit::ALL
                .iter()
                .map(|one| ask.text(&kit(lends, *one), "text")),
        );
        inside.push(Field::Close);
    }
    inside.extend([ask.text(HOURS, "text"), ask.area(TEXT, 4)]);
    let mut fields = vec![Field::Fold(
        words.get("int-precise"),
        is_precise(ask.answers),
    )];
    fields.append(&mut inside);
    fields.push(Field::Unfold);
    fields
}

/// Whether something of what is folded is said, or is wrong.
fn is_precise(answers: &Answers) -> bool {
    let alone = [SERVICES, PUBLICS, ENVELOPE, AGENTS, STAFF, HOURS, TEXT];
    let lots = Kit::ALL
        .iter()
        .flat_map(|one| [kit(false, *one), kit(true, *one)]);
    let mut names = alone.into_iter().map(str::to_owned).chain(lots);
    names.any(|name| answers.told(&name).next().is_some() || answers.wrong(&name).is_some())
}

/// A box for each value of a list.
fn list<L: ClosedList + ListWords>(desk: &Desk, ask: &Ask<'_>, name: &str) -> Field {
    let lang = desk.visit.lang;
    let all: Vec<(String, String)> = L::ALL
        .iter()
        .map(|one| (one.slug().to_owned(), one.words(lang)))
        .collect();
    ask.choices(name, false, boxes(ask.answers, name, &all))
}

/// A box for each value, by its words.
fn boxes(answers: &Answers, name: &str, all: &[(String, String)]) -> Vec<Choice> {
    let choice = |(value, label): &(String, String)| Choice {
        value: value.clone(),
        label: label.clone(),
        hint: String::new(),
        chosen: answers.has(name, value),
    };
    all.iter().map(choice).collect()
}
