//! The form of an intention: written from what is known, read field by field, told field by field where two people changed it.

use chrono::Datelike as _;
use portulan_app::areas;
use portulan_i18n::{Lang, ListWords as _, amount, listed};
use portulan_model::journal::Author;
use portulan_model::means::intentions::{
    Alliance, Intention, IntentionField, Kit, Lot, Span, Step, Visibility, Weekly, Years,
};
use portulan_model::people::Organisation;
use portulan_model::proposals::Prose;
use portulan_model::roadmaps::{Need, Trained};
use portulan_model::{Area, Cents, ClosedList, Slug, ValueSet};

use super::fields::{
    AGENTS, ALLIANCES, AREA, BODIES, ENVELOPE, FIRST, HOURS, LAST, LEAST, MEMBERS, MOST, NEEDS,
    OTHER, PLACES, PUBLICS, SERVICES, STAFF, TEXT, TITLE, VISIBILITIES, VISIBLE, WITH, WITH_WHOM,
    YES, hours_typed, kit,
};
use super::told;
use crate::auth::Desk;
use crate::pages::editing::answers::Answers;
use crate::pages::typed::{Reading, area_words, organisation_name};

/// What a new form says before anybody typed: where the organisation is known to work, and next year.
pub(super) fn blank(desk: &Desk, area: &Area) -> Answers {
    let mut answers = Answers::default();
    let next = (desk.visit.today().year() + 1).to_string();
    answers.put(AREA, areas::typed(&desk.visit.directory.reference, area));
    answers.put(FIRST, &next);
    answers.put(LAST, next);
    answers
}

/// Writes what is known into the form.
pub(super) fn fill(desk: &Desk, one: &Intention, answers: &mut Answers) {
    let directory = &desk.visit.directory;
    answers.put(TITLE, &one.title);
    put_list(answers, NEEDS, one.needs);
    answers.put(OTHER, one.other_need.as_deref().unwrap_or_default());
    answers.put(AREA, areas::typed(&directory.reference, &one.area));
    put_all(answers, PLACES, one.places.iter().map(Slug::as_str));
    answers.put(FIRST, one.years.first.to_string());
    answers.put(LAST, one.years.last.to_string());
    let sum = |of: fn(&Span) -> Cents| one.amount.as_ref().map(of).map(typed).unwrap_or_default();
    answers.put(LEAST, sum(|span| span.least));
    answers.put(MOST, sum(|span| span.most));
    let [open, alone, with] = ALLIANCES;
    answers.put(
        WITH,
        match &one.alliance {
            Alliance::Open => open,
            Alliance::Alone => alone,
            Alliance::With(_) => with,
        },
    );
    let names: Vec<String> = one
        .alliance
        .named()
        .iter()
        .map(|slug| organisation_name(directory, slug))
        .collect();
    put_all(answers, WITH_WHOM, names.iter().map(String::as_str));
    let [us, levels, bodies] = VISIBILITIES;
    answers.put(
        VISIBLE,
        match &one.visibility {
            Visibility::Us => us,
            Visibility::Levels { .. } => levels,
            Visibility::Bodies { .. } => bodies,
        },
    );
    put_all(answers, BODIES, one.visibility.bodies().map(Slug::as_str));
    if one.visibility.includes_members() {
        answers.put(MEMBERS, YES);
    }
    fill_precise(one, answers);
}

fn fill_precise(one: &Intention, answers: &mut Answers) {
    put_list(answers, SERVICES, one.services);
    put_list(answers, PUBLICS, one.publics);
    let envelope = one.envelope.as_ref().map(Slug::as_str);
    answers.put(ENVELOPE, envelope.unwrap_or_default());
    let count = |count: u32| match count {
        0 => String::new(),
        count => count.to_string(),
    };
    answers.put(AGENTS, count(one.trained.agents));
    answers.put(STAFF, count(one.trained.association_staff));
    for (lends, lots) in [(false, &one.equipment), (true, &one.lends)] {
        for lot in lots {
            answers.put(&kit(lends, lot.kit), count(lot.count));
        }
    }
    answers.put(HOURS, one.weekly.map(hours_typed).unwrap_or_default());
    let text = one.text.as_ref().map(Prose::as_str);
    answers.put(TEXT, text.unwrap_or_default());
}

/// An amount as one types it, in the French way whatever the language of the page: so it reads back.
fn typed(cents: Cents) -> String {
    amount(Lang::Fr, cents)
}

fn put_all<'a>(answers: &mut Answers, name: &str, all: impl Iterator<Item = &'a str>) {
    answers.drop(name);
    for one in all {
        answers.add(name, one);
    }
}

fn put_list<L: ClosedList>(answers: &mut Answers, name: &str, set: ValueSet<L>) {
    put_all(answers, name, set.iter().map(ClosedList::slug));
}

/// Every field at once; nothing where something of it cannot be. Its address, when it was noted and its state are those of
/// the one that is known, or are given where it is noted.
pub(super) fn read(
    desk: &Desk,
    organisation: &Organisation,
    answers: &mut Answers,
) -> Option<Intention> {
    let mut reading = Reading::of(desk, answers);
    let title = reading.line(TITLE, Intention::LONGEST_TITLE);
    if title.is_none() {
        reading.fault(TITLE, "int-wrong-titre");
    }
    let (needs, other_need) = needs(&mut reading);
    let (area, places) = places(&mut reading);
    let years = years(&mut reading);
    let amount = span(&mut reading);
    let alliance = alliance(&mut reading);
    let visibility = visibility(&mut reading);
    let noted = Step {
        at: desk.visit.now,
        by: Author::Operator,
    };
    let names = (organisation.slug.clone(), organisation.slug.clone());
    let mut one = Intention::new(
        names,
        title.unwrap_or_default(),
        area,
        years.unwrap_or_else(|| Years::one(desk.visit.today().year())),
        noted,
    );
    one.needs = needs;
    one.other_need = other_need;
    one.places = places;
    one.amount = amount;
    one.alliance = alliance;
    precise(&mut reading, &mut one);
    one.visibility = visibility?;
    (answers.faults() == 0).then_some(one)
}

/// The needs that are ticked; one that is written is ticked by that.
fn needs(reading: &mut Reading<'_>) -> (ValueSet<Need>, Option<String>) {
    let mut needs: ValueSet<Need> = ticked(reading, NEEDS);
    let other = reading.line(OTHER, Intention::LONGEST_NEED);
    match &other {
        Some(_) => needs.insert(Need::Other),
        None if needs.contains(Need::Other) => reading.fault(OTHER, "int-wrong-autre"),
        None if needs.is_empty() => reading.fault(NEEDS, "int-wrong-besoin"),
        None => {}
    }
    (needs, other)
}

/// The values of a list that are ticked.
fn ticked<L: ClosedList>(reading: &mut Reading<'_>, name: &str) -> ValueSet<L> {
    let read: Result<ValueSet<L>, _> = reading.answers.told(name).map(L::from_slug).collect();
    read.unwrap_or_else(|_unknown| {
        reading.fault(name, "edit-choice-unknown");
        ValueSet::EMPTY
    })
}

/// Where: communes, places, or both.
fn places(reading: &mut Reading<'_>) -> (Area, Vec<Slug>) {
    let area = reading.area(AREA);
    let places = slugs(reading, PLACES);
    let nowhere = area.is_empty() && places.is_empty() && reading.answers.text(AREA).is_empty();
    if nowhere {
        reading.fault(AREA, "int-wrong-ou");
    }
    (area, places)
}

/// The addresses that are ticked.
fn slugs(reading: &mut Reading<'_>, name: &str) -> Vec<Slug> {
    let read: Result<Vec<Slug>, _> = reading.answers.told(name).map(str::parse).collect();
    read.unwrap_or_else(|_no_slug| {
        reading.fault(name, "edit-choice-unknown");
        Vec::new()
    })
}

fn years(reading: &mut Reading<'_>) -> Option<Years> {
    let year = |name| -> Option<i32> { reading.answers.text(name).parse().ok() };
    let years = year(FIRST).zip(year(LAST));
    let years = years.map(|(first, last)| Years { first, last });
    let years = years.filter(|years| years.is_sound());
    if years.is_none() {
        reading.fault(LAST, "int-wrong-annees");
    }
    years
}

/// Between two amounts; the only one that is typed is both.
fn span(reading: &mut Reading<'_>) -> Option<Span> {
    let (least, most) = (reading.amount(LEAST), reading.amount(MOST));
    let span = Span::new(least.or(most)?, most.or(least)?);
    if !span.is_sound() {
        reading.fault(MOST, "int-wrong-montant");
    }
    Some(span)
}

fn alliance(reading: &mut Reading<'_>) -> Alliance {
    let [open, alone, with] = ALLIANCES;
    let given = reading.answers.text(WITH).to_owned();
    if given == alone {
        return Alliance::Alone;
    }
    if given != with {
        if !given.is_empty() && given != open {
            reading.fault(WITH, "edit-choice-unknown");
        }
        return Alliance::Open;
    }
    let named = reading.organisations(WITH_WHOM);
    if named.is_empty() && reading.answers.wrong(WITH_WHOM).is_none() {
        reading.fault(WITH_WHOM, "int-wrong-avec");
    }
    Alliance::With(named.into_iter().collect())
}

fn visibility(reading: &mut Reading<'_>) -> Option<Visibility> {
    let [us, levels, bodies] = VISIBILITIES;
    let given = reading.answers.text(VISIBLE).to_owned();
    let members = reading.answers.has(MEMBERS, YES);
    if given == us {
        Some(Visibility::Us)
    } else if given == levels {
        Some(Visibility::Levels { members })
    } else if given == bodies {
        let bodies: std::collections::BTreeSet<Slug> = slugs(reading, BODIES).into_iter().collect();
        if bodies.is_empty() {
            reading.fault(BODIES, "int-wrong-gouvernances");
        }
        Some(Visibility::Bodies { bodies, members })
    } else {
        reading.fault(VISIBLE, "int-wrong-visible");
        None
    }
}

/// What nobody has to say.
fn precise(reading: &mut Reading<'_>, one: &mut Intention) {
    one.services = ticked(reading, SERVICES);
    one.publics = ticked(reading, PUBLICS);
    let envelope = reading.answers.text(ENVELOPE).to_owned();
    one.envelope = envelope.parse().ok();
    if one.envelope.is_none() && !envelope.is_empty() {
        reading.fault(ENVELOPE, "edit-choice-unknown");
    }
    one.trained = Trained {
        agents: count(reading, AGENTS),
        association_staff: count(reading, STAFF),
    };
    one.equipment = lots(reading, false);
    one.lends = lots(reading, true);
    let hours = reading.answers.text(HOURS).to_owned();
    one.weekly = weekly(&hours);
    if one.weekly.is_none() && !hours.is_empty() {
        reading.fault(HOURS, "int-wrong-heures");
    }
    one.text = reading.prose(TEXT);
}

fn lots(reading: &mut Reading<'_>, lends: bool) -> Vec<Lot> {
    let lot = |one: &Kit| {
        let count = count(reading, &kit(lends, *one));
        (count > 0).then_some(Lot { kit: *one, count })
    };
    Kit::ALL.iter().filter_map(lot).collect()
}

/// How many; none where nothing is typed.
fn count(reading: &mut Reading<'_>, name: &str) -> u32 {
    let text = reading.answers.text(name).to_owned();
    if text.is_empty() {
        return 0;
    }
    let read: Option<u32> = text.parse().ok();
    read.filter(|count| *count <= Lot::MOST).unwrap_or_else(|| {
        reading.fault(name, "int-wrong-nombre");
        0
    })
}

/// Hours a week as people type them: "3", "3,5", "3.25", "3 h".
fn weekly(text: &str) -> Option<Weekly> {
    let bare = text.trim_end_matches(['h', 'H']).trim().replace('.', ",");
    let (hours, part) = bare.split_once(',').unwrap_or((bare.as_str(), ""));
    let tenths: u32 = match part.len() {
        0 => 0,
        1 => part.parse::<u32>().ok()? * 10,
        2 => part.parse().ok()?,
        _ => return None,
    };
    let minutes = hours.parse::<u32>().ok()?.checked_mul(60)?;
    let minutes = minutes.checked_add(tenths * 60 / 100)?;
    let possible = (1..=Weekly::LONGEST).contains(&minutes);
    possible.then_some(Weekly::Minutes(minutes))
}

/// What is typed over what is known: its address, whose it is, when it was noted and its state stay.
pub(super) fn over(known: &Intention, typed: Intention) -> Intention {
    Intention {
        slug: known.slug.clone(),
        organisation: known.organisation.clone(),
        noted: known.noted.clone(),
        state: known.state.clone(),
        ..typed
    }
}

/// The value of a field as people read it; none where there is nothing.
pub(super) fn told(desk: &Desk, field: IntentionField, one: &Intention) -> Vec<String> {
    use IntentionField as Of;
    let (lang, directory) = (desk.visit.lang, &desk.visit.directory);
    let words = |all: Vec<String>| listed(lang, all);
    let value = match field {
        Of::Title => one.title.clone(),
        Of::Text => one
            .text
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        Of::Needs => told::needs(desk, one),
        Of::OtherNeed => one.other_need.clone().unwrap_or_default(),
        Of::Services => words(one.services.iter().map(|one| one.words(lang)).collect()),
        Of::Publics => words(one.publics.iter().map(|one| one.words(lang)).collect()),
        Of::Area => area_words(lang, directory, &one.area),
        Of::Places => words(place_names(desk, &one.places)),
        Of::Years => told::years(desk, one.years),
        Of::Amount => one
            .amount
            .map(|span| told::span(desk, span))
            .unwrap_or_default(),
        // Its name is read by those who may see it; its address says it to the others.
        Of::Envelope => one
            .envelope
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        Of::Equipment => told::lots(desk, &one.equipment),
        Of::Lends => told::lots(desk, &one.lends),
        Of::Trained => trained(desk, one.trained),
        Of::Weekly => one
            .weekly
            .map(|weekly| told::weekly(desk, weekly))
            .unwrap_or_default(),
        Of::Alliance => told::alliance(desk, &one.alliance),
        Of::Visibility => told::visibility(desk, &one.visibility),
    };
    (!value.is_empty()).then_some(value).into_iter().collect()
}

fn place_names(desk: &Desk, places: &[Slug]) -> Vec<String> {
    let name = |slug: &Slug| {
        let place = desk.visit.directory.snapshot.by_slug(slug.as_str());
        place.map_or_else(|| slug.to_string(), |place| place.record.name.clone())
    };
    places.iter().map(name).collect()
}

fn trained(desk: &Desk, trained: Trained) -> String {
    let each = [
        ("int-formes-agents-compte", trained.agents),
        ("int-formes-salaries-compte", trained.association_staff),
    ];
    let said = each.into_iter().filter(|(_, count)| *count > 0);
    let said = said.map(|(id, count)| desk.words().with(id, &[("n", count.into())]));
    listed(desk.visit.lang, said.collect())
}
