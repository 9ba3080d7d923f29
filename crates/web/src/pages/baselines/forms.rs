//! The forms of a baseline: a cell, a block that is pasted, a service, what an organisation can do, what is known of a
//! place. Each is read into a wish, which is applied to the baseline as it is then.

use chrono::NaiveDate;
use portulan_app::{Directory, baselines};
use portulan_i18n::ListWords as _;
use portulan_model::baseline::{
    Baseline, BaselinePlace, BaselineService, Cell, KnowHow, PasteError, Said, Welcome,
};
use portulan_model::{ClosedList as _, PlaceId, Service, Slug, ValueSet};
use portulan_policy::Capability;
use portulan_policy::actions::ReadBaseline;

use super::address;
use super::matrix::service_lines;
use crate::auth::Desk;
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Ask, Choice, Field, Form, Part};
use crate::pages::typed::{Reading, faults, organisation_name, place_name};

/// The field that names the form.
pub(super) const ACT: &str = "geste";
pub(super) const SAY_PLACE: &str = "dire-lieu";
pub(super) const SAY_SERVICE: &str = "dire-service";
const SAY_WHAT: &str = "dire-quoi";
const SAY_REASON: &str = "dire-raison";
const SAY_BY: &str = "dire-par";
const SAY_SINCE: &str = "dire-depuis";
pub(super) const PASTE_TEXT: &str = "coller-texte";
const PASTE_BY: &str = "coller-par";
const PASTE_SINCE: &str = "coller-depuis";
const SERVICE_NAME: &str = "service-nom";
const SERVICE_NATIONAL: &str = "service-national";
const SERVICE_REMOVED: &str = "service-retire";
const KNOW_WHO: &str = "savoir-qui";
const KNOW_SERVICE: &str = "savoir-service";
const KNOW_WHAT: &str = "savoir-quoi";
const PLACE: &str = "lieu-lequel";
const PLACE_WALLS: &str = "lieu-murs";
const PLACE_FOLLOWED: &str = "lieu-suivi";
const PLACE_WELCOME: &str = "lieu-accueil";

/// Answers to "what is said?".
const WHAT: [&str; 4] = ["offert", "souhaite", "refuse", "rien"];
/// Answers to "what can it do?".
const CAN: [&str; 3] = ["sait-faire", "a-une-solution", "rien"];

/// A form of the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    Say,
    Paste,
    Service,
    NoService,
    KnowHow,
    Place,
}

impl Act {
    /// Reads the word of a form.
    pub(super) fn read(text: &str) -> Option<Self> {
        Some(match text {
            "dire" => Self::Say,
            "coller" => Self::Paste,
            "service" => Self::Service,
            "sans-service" => Self::NoService,
            "savoir" => Self::KnowHow,
            "lieu" => Self::Place,
            _ => return None,
        })
    }
}

/// What is asked of a baseline.
pub(super) enum Wish {
    Say(Cell),
    Unsay(PlaceId, Slug),
    Paste(String, Option<Slug>, NaiveDate),
    Service(BaselineService),
    NoService(Slug),
    KnowHow(Slug, Slug, Option<KnowHow>, NaiveDate),
    Place(BaselinePlace),
}

impl Wish {
    /// The baseline once it is done, or what is wrong with a block.
    pub(super) fn apply(
        self,
        directory: &Directory,
        baseline: Baseline,
    ) -> Result<Baseline, Vec<PasteError>> {
        Ok(match self {
            Self::Say(cell) => baselines::say(baseline, cell),
            Self::Unsay(place, service) => baselines::unsay(baseline, (place, &service)),
            Self::Paste(text, by, since) => {
                return baselines::paste(directory, baseline, &text, (by.as_ref(), since));
            }
            Self::Service(service) => baselines::with_service(baseline, service),
            Self::NoService(service) => baselines::without_service(baseline, &service),
            Self::KnowHow(who, service, can, since) => {
                baselines::with_know_how(baseline, (who, service), (can, since))
            }
            Self::Place(place) => baselines::with_place_facts(baseline, place),
        })
    }
}

/// Forms that nobody has typed in yet: the cell that an address names is shown in its form.
pub(super) fn blank(desk: &Desk, may: &Capability<ReadBaseline>, baseline: &Baseline) -> Answers {
    let mut answers = Answers::default();
    let value = |name: &str| desk.visit.value(name).unwrap_or_default();
    let (place, service) = (value(SAY_PLACE), value(SAY_SERVICE));
    answers.put(SAY_PLACE, place);
    answers.put(SAY_SERVICE, service);
    let key: Option<(PlaceId, Slug)> = place.parse().ok().zip(service.parse().ok());
    let cell = key.and_then(|(place, service)| baseline.matrix.open(may).cell(place, &service));
    if let Some(cell) = cell {
        let (what, reason) = match &cell.said {
            Said::Offered => ("offert", ""),
            Said::Wished => ("souhaite", ""),
            Said::Refused { reason } => ("refuse", reason.as_str()),
        };
        let by = cell.by.as_ref();
        let by = by.map(|slug| organisation_name(&desk.visit.directory, slug));
        answers.put(SAY_WHAT, what);
        answers.put(SAY_REASON, reason);
        answers.put(SAY_BY, by.unwrap_or_default());
        answers.put(SAY_SINCE, cell.since.to_string());
    }
    answers
}

/// What is typed in a form.
pub(super) fn read(reading: &mut Reading<'_>, act: Act, known: &Baseline) -> Option<Wish> {
    match act {
        Act::Say => say(reading, known),
        Act::Paste => paste(reading),
        Act::Service => service(reading, known),
        Act::NoService => reading
            .answers
            .text(SERVICE_REMOVED)
            .parse()
            .ok()
            .map(Wish::NoService),
        Act::KnowHow => know_how(reading, known),
        Act::Place => place_facts(reading, known),
    }
}

fn say(reading: &mut Reading<'_>, known: &Baseline) -> Option<Wish> {
    let place = known_place(reading, SAY_PLACE, known);
    let service = known_service(reading, SAY_SERVICE, known);
    let by = reading.organisation(SAY_BY);
    let since = since(reading, SAY_SINCE);
    let what = reading.answers.text(SAY_WHAT).to_owned();
    let said = match what.as_str() {
        "offert" | "" => Some(Said::Offered),
        "souhaite" => Some(Said::Wished),
        "rien" => return Some(Wish::Unsay(place?, service?)),
        "refuse" => {
            let said = baselines::refusal(reading.answers.text(SAY_REASON));
            if said.is_none() {
                reading.fault(SAY_REASON, "dire-raison-missing");
            }
            said
        }
        _ => {
            reading.fault(SAY_WHAT, "edit-choice-unknown");
            None
        }
    };
    Some(Wish::Say(Cell {
        place: place?,
        service: service?,
        said: said?,
        by,
        since,
    }))
}

fn paste(reading: &mut Reading<'_>) -> Option<Wish> {
    let by = reading.organisation(PASTE_BY);
    let since = since(reading, PASTE_SINCE);
    let text = reading.answers.first(PASTE_TEXT).unwrap_or_default();
    let text = text.to_owned();
    if text.trim().is_empty() {
        reading.fault(PASTE_TEXT, "coller-missing");
        return None;
    }
    Some(Wish::Paste(text, by, since))
}

fn service(reading: &mut Reading<'_>, known: &Baseline) -> Option<Wish> {
    let named = reading.name(SERVICE_NAME);
    let text = reading.answers.text(SERVICE_NATIONAL).to_owned();
    let national = Service::from_slug(&text).ok();
    if national.is_none() && !text.is_empty() {
        reading.fault(SERVICE_NATIONAL, "edit-choice-unknown");
    }
    let (name, slug) = named?;
    // A service keeps its own slug when its name is written again in another way.
    let mut same = known.services.iter().filter(|one| one.slug == slug);
    let slug = same.next().map_or(slug, |one| one.slug.clone());
    Some(Wish::Service(BaselineService {
        slug,
        name,
        national,
    }))
}

fn know_how(reading: &mut Reading<'_>, known: &Baseline) -> Option<Wish> {
    let who = reading.needed_organisation(KNOW_WHO);
    let service = known_service(reading, KNOW_SERVICE, known);
    let text = reading.answers.text(KNOW_WHAT).to_owned();
    let can = match text.as_str() {
        "" => Some(KnowHow::KnowsHow),
        text => KnowHow::from_slug(text),
    };
    if can.is_none() && text != "rien" {
        reading.fault(KNOW_WHAT, "edit-choice-unknown");
    }
    let today = reading.desk.visit.today();
    Some(Wish::KnowHow(who?, service?, can, today))
}

fn place_facts(reading: &mut Reading<'_>, known: &Baseline) -> Option<Wish> {
    let place = known_place(reading, PLACE, known);
    let walls = reading.organisation(PLACE_WALLS);
    let followed_by = reading.organisation(PLACE_FOLLOWED);
    let ticked = reading.answers.told(PLACE_WELCOME);
    let read: Vec<Option<Welcome>> = ticked.map(|text| Welcome::from_slug(text).ok()).collect();
    if read.contains(&None) {
        reading.fault(PLACE_WELCOME, "edit-choice-unknown");
    }
    let welcome: ValueSet<Welcome> = read.into_iter().flatten().collect();
    Some(Wish::Place(BaselinePlace {
        place: place?,
        walls,
        followed_by,
        welcome,
    }))
}

/// A place of the baseline, and of no other.
fn known_place(reading: &mut Reading<'_>, field: &str, known: &Baseline) -> Option<PlaceId> {
    let id: Option<PlaceId> = reading.answers.text(field).parse().ok();
    let found = id.filter(|id| known.places.iter().any(|one| one.place == *id));
    if found.is_none() {
        reading.fault(field, "edit-choice-unknown");
    }
    found
}

/// A service of the baseline, and of no other.
fn known_service(reading: &mut Reading<'_>, field: &str, known: &Baseline) -> Option<Slug> {
    let text = reading.answers.text(field).to_owned();
    let found = known.services.iter().find(|one| one.slug.as_str() == text);
    if found.is_none() {
        reading.fault(field, "edit-choice-unknown");
    }
    found.map(|one| one.slug.clone())
}

/// The day that is typed; today where none is.
fn since(reading: &mut Reading<'_>, field: &str) -> NaiveDate {
    let today = reading.desk.visit.today();
    reading.day(field).unwrap_or(today)
}

/// All the forms; the faults of one are said in that one.
pub(super) fn all(
    desk: &Desk,
    baseline: &Baseline,
    (answers, act): (&Answers, Option<Act>),
) -> Vec<Part> {
    let words = desk.words();
    let ask = Ask { words, answers };
    let form = |id: &'static str, one: Act, fields: Vec<Field>| {
        let act_field = Field::Hidden(ACT.to_owned(), id.to_owned());
        Part::Form(Form {
            id,
            title: Some(words.get(&format!("socle-form-{id}"))),
            action: address(&baseline.of),
            faults: faults(words, answers).filter(|_| act == Some(one)),
            fields: std::iter::once(act_field).chain(fields).collect(),
            submit: words.get("desk-save"),
            plain: false,
        })
    };
    let mut parts = Vec::new();
    if !baseline.services.is_empty() && !baseline.places.is_empty() {
        parts.push(form("dire", Act::Say, say_fields(desk, &ask, baseline)));
        parts.push(form("coller", Act::Paste, paste_fields(&ask)));
    }
    let service = form("service", Act::Service, service_fields(desk, &ask));
    parts.extend([service, service_lines(desk, baseline)]);
    if !baseline.services.is_empty() {
        let fields = know_how_fields(&ask, baseline);
        parts.push(form("savoir", Act::KnowHow, fields));
    }
    if !baseline.places.is_empty() {
        parts.push(form("lieu", Act::Place, place_fields(desk, &ask, baseline)));
    }
    parts
}

fn say_fields(desk: &Desk, ask: &Ask<'_>, baseline: &Baseline) -> Vec<Field> {
    vec![
        ask.select(SAY_PLACE, place_options(desk, baseline)),
        ask.select(SAY_SERVICE, service_options(baseline)),
        ask.one_of(SAY_WHAT, &WHAT),
        ask.text(SAY_REASON, "text"),
        ask.text(SAY_BY, "text"),
        ask.day(SAY_SINCE),
    ]
}

fn paste_fields(ask: &Ask<'_>) -> Vec<Field> {
    vec![
        ask.area(PASTE_TEXT, 8),
        ask.text(PASTE_BY, "text"),
        ask.day(PASTE_SINCE),
    ]
}

fn service_fields(desk: &Desk, ask: &Ask<'_>) -> Vec<Field> {
    let all = Service::ALL.iter();
    let all = all.map(|one| (one.slug().to_owned(), one.words(desk.visit.lang)));
    let none = (String::new(), ask.words.get("disp-aucun"));
    vec![
        ask.text(SERVICE_NAME, "text"),
        ask.select(SERVICE_NATIONAL, std::iter::once(none).chain(all)),
    ]
}

fn know_how_fields(ask: &Ask<'_>, baseline: &Baseline) -> Vec<Field> {
    vec![
        ask.text(KNOW_WHO, "text"),
        ask.select(KNOW_SERVICE, service_options(baseline)),
        ask.one_of(KNOW_WHAT, &CAN),
    ]
}

fn place_fields(desk: &Desk, ask: &Ask<'_>, baseline: &Baseline) -> Vec<Field> {
    let option = |one: &Welcome| Choice {
        value: one.slug().to_owned(),
        label: ask.words.get(&format!("lieu-accueil-{}", one.slug())),
        hint: String::new(),
        chosen: ask.answers.has(PLACE_WELCOME, one.slug()),
    };
    vec![
        ask.select(PLACE, place_options(desk, baseline)),
        ask.text(PLACE_WALLS, "text"),
        ask.text(PLACE_FOLLOWED, "text"),
        ask.choices(
            PLACE_WELCOME,
            false,
            Welcome::ALL.iter().map(option).collect(),
        ),
    ]
}

fn place_options(desk: &Desk, baseline: &Baseline) -> Vec<(String, String)> {
    let all = baseline.places.iter().map(|one| one.place);
    let name = |id: PlaceId| place_name(&desk.visit.directory, id);
    all.map(|id| (id.to_string(), name(id))).collect()
}

fn service_options(baseline: &Baseline) -> Vec<(String, String)> {
    let all = baseline.services.iter();
    all.map(|one| (one.slug.to_string(), one.name.clone()))
        .collect()
}
