//! What a call says, written into a form and read from it. Dates that are not known are left empty; the hour of closing is
//! that of European France, and a day without an hour is the whole day, to its last second.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone as _, Timelike as _, Utc};
use chrono_tz::Europe::Paris;
use portulan_app::areas;
use portulan_app::naming::{self, Unnamed};
use portulan_model::means::calls::{
    Audience, CallKind, Held, Milestone, Owner, Terms, TermsField, Timeline, TimelineError,
};
use portulan_model::{OrganisationKind, Slug};

use super::words;
use crate::auth::Desk;
use crate::pages::editing::answers::{Answers, BEFORE};
use crate::pages::meetings::hour;
use crate::pages::parts::{Ask, Choice, Field};
use crate::pages::typed::{NAME_CHARS, Reading, area_words};

pub(super) const TITLE: &str = TermsField::Title.slug();
const KIND: &str = TermsField::Kind.slug();
pub(super) const OWNER: &str = TermsField::Owner.slug();
/// Whether the one who holds it is a body that is known here: nobody becomes one by bearing its name.
const WHO: &str = "appel-organisateur-est";
const KNOWN: &str = "connue";
const OTHER: &str = "autre";
const SOURCE: &str = TermsField::Held.slug();
const WHERE: &str = "appel-reponse";
const HERE: &str = "ici";
const ELSEWHERE: &str = "ailleurs";
const KINDS: &str = "appel-pour";
const SCHEMES: &str = "appel-dispositifs";
const AREA: &str = TermsField::Area.slug();
const TEXT: &str = TermsField::Text.slug();
const HOUR: &str = "appel-heure-cloture";
const SOFT_DAY: &str = "appel-jour-souple";
const SOFT_HOUR: &str = "appel-heure-souple";
/// What changes, once one may answer.
pub(super) const AMENDMENT: &str = "appel-avenant";
/// Longest address of a page, in characters.
const ADDRESS_CHARS: usize = 500;

/// The field of the day of a step.
fn day_of(step: Milestone) -> &'static str {
    match step {
        Milestone::Announcement => "appel-jour-annonce",
        Milestone::Opening => "appel-jour-ouverture",
        Milestone::Questions => "appel-jour-questions",
        Milestone::Closing => "appel-jour-cloture",
        Milestone::Review => "appel-jour-examen",
        Milestone::Committee => "appel-jour-comite",
        Milestone::Decision => "appel-jour-decision",
        Milestone::Notification => "appel-jour-notification",
        Milestone::Appeal => "appel-jour-recours",
    }
}

/// Writes what is known into the form.
pub(super) fn fill(desk: &Desk, terms: &Terms, answers: &mut Answers) {
    answers.put(TITLE, &terms.title);
    answers.put(KIND, terms.kind.slug());
    let directory = &desk.visit.directory;
    let (who, name) = match &terms.owner {
        Owner::Body(slug) => (KNOWN, naming::spelled_body(directory, slug)),
        Owner::Outside(name) => (OTHER, name.clone()),
    };
    answers.put(WHO, who);
    answers.put(OWNER, name);
    answers.put(SOURCE, terms.held.source().unwrap_or_default());
    answers.put(
        WHERE,
        if terms.held.is_here() {
            HERE
        } else {
            ELSEWHERE
        },
    );
    for kind in &terms.audience.kinds {
        answers.add(KINDS, kind.slug());
    }
    for slug in &terms.audience.schemes {
        answers.add(SCHEMES, naming::spelled_scheme(directory, slug));
    }
    answers.put(AREA, areas::typed(&directory.reference, &terms.area));
    let text = terms.text.as_ref().map(|text| text.as_str().to_owned());
    answers.put(TEXT, text.unwrap_or_default());
    for (step, day) in terms.timeline.known() {
        answers.put(day_of(step), day.to_string());
    }
    if let Some(closing) = terms.timeline.closing() {
        let local = closing.with_timezone(&Paris).time();
        answers.put(HOUR, local.format("%H:%M").to_string());
    }
    if let Some(soft) = terms.timeline.soft() {
        let local = soft.with_timezone(&Paris);
        answers.put(SOFT_DAY, local.date_naive().to_string());
        answers.put(SOFT_HOUR, local.format("%H:%M").to_string());
    }
}

/// The fields; what was read when the form was opened goes with them.
pub(super) fn fields(desk: &Desk, answers: &Answers, known: Option<&Terms>) -> Vec<Field> {
    let words = desk.words();
    let ask = Ask { words, answers };
    let kinds: Vec<&str> = CallKind::ALL.iter().map(|kind| kind.slug()).collect();
    let concerned = OrganisationKind::ALL.iter().map(|kind| Choice {
        value: kind.slug().to_owned(),
        label: words.get(&format!("edit-org-type-{}", kind.slug())),
        hint: String::new(),
        chosen: answers.has(KINDS, kind.slug()),
    });
    let mut fields = vec![
        ask.text(TITLE, "text"),
        ask.one_of(KIND, &kinds),
        ask.text(OWNER, "text"),
        ask.one_of(WHERE, &[ELSEWHERE, HERE]),
        ask.one_of(WHO, &[KNOWN, OTHER]),
        ask.text(SOURCE, "url"),
        ask.area(TEXT, 6),
        ask.choices(KINDS, false, concerned.collect()),
        ask.several(SCHEMES),
        ask.area(AREA, 3),
    ];
    if let Some(known) = known {
        let read = answers.first(BEFORE).map(str::to_owned);
        let read = read.unwrap_or_else(|| serde_json::to_string(known).unwrap_or_default());
        fields.push(Field::Hidden(BEFORE.to_owned(), read));
        let area = area_words(desk.visit.lang, &desk.visit.directory, &known.area);
        fields.push(Field::Note(area));
    }
    fields.push(Field::Open(
        words.get("appel-dates"),
        words.get("appel-dates-hint"),
    ));
    for step in Milestone::ALL {
        fields.push(ask.day(day_of(*step)));
        if *step == Milestone::Closing {
            fields.push(ask.text(HOUR, "time"));
            fields.push(ask.day(SOFT_DAY));
            fields.push(ask.text(SOFT_HOUR, "time"));
        }
    }
    fields.push(Field::Close);
    fields
}

/// What is typed; nothing where something of it cannot be.
pub(super) fn read(desk: &Desk, answers: &mut Answers) -> Option<Terms> {
    let mut reading = Reading::of(desk, answers);
    let title = reading.line(TITLE, NAME_CHARS);
    if title.is_none() {
        reading.fault(TITLE, "typed-name-missing");
    }
    let kind = reading.one_of(KIND, CallKind::ALL, CallKind::from_slug);
    let owner = owner(&mut reading);
    let held = held(&mut reading);
    let audience = audience(&mut reading);
    let area = reading.area(AREA);
    let text = reading.prose(TEXT);
    let timeline = timeline(&mut reading);
    let terms = Terms {
        title: title?,
        kind: kind?,
        owner: owner?,
        held,
        audience,
        area,
        text,
        timeline: timeline?,
    };
    (answers.faults() == 0).then_some(terms)
}

/// A body that is known here, or the name of somebody else: whoever types says which.
fn owner(reading: &mut Reading<'_>) -> Option<Owner> {
    let Some(name) = reading.line(OWNER, NAME_CHARS) else {
        reading.fault(OWNER, "appel-organisateur-missing");
        return None;
    };
    let who = reading.one_of(WHO, &[KNOWN, OTHER], |text| {
        [KNOWN, OTHER].into_iter().find(|one| *one == text)
    })?;
    if who == OTHER {
        return Some(Owner::Outside(name));
    }
    match naming::body(&reading.desk.visit.directory, &name) {
        Ok(slug) => return Some(Owner::Body(slug)),
        Err(Unnamed::Unknown(text)) => {
            let told = [("text", text.into())];
            let words = reading.words().with("appel-organisateur-unknown", &told);
            reading.answers.fault(OWNER, words);
        }
        Err(several) => reading.unnamed(OWNER, &several),
    }
    None
}

/// Where one answers: elsewhere, unless the form says here.
fn held(reading: &mut Reading<'_>) -> Held {
    let source = source(reading);
    match reading.answers.text(WHERE) {
        HERE => Held::Here,
        _ => Held::Elsewhere { source },
    }
}

/// The page where it is published: only one that is read safely.
fn source(reading: &mut Reading<'_>) -> Option<String> {
    let source = reading.line(SOURCE, ADDRESS_CHARS);
    if source
        .as_ref()
        .is_some_and(|url| !url.starts_with("https://"))
    {
        reading.fault(SOURCE, "bodies-wrong-url");
    }
    source
}

fn audience(reading: &mut Reading<'_>) -> Audience {
    let told: Vec<String> = reading.answers.told(KINDS).map(str::to_owned).collect();
    let mut audience = Audience::default();
    for text in told {
        match OrganisationKind::from_slug(&text) {
            Some(kind) => {
                audience.kinds.insert(kind);
            }
            None => reading.fault(KINDS, "edit-choice-unknown"),
        }
    }
    let typed: Vec<String> = reading.answers.told(SCHEMES).map(str::to_owned).collect();
    for text in typed {
        match naming::scheme(&reading.desk.visit.directory, &text) {
            Ok(slug) => {
                audience.schemes.insert(slug);
            }
            Err(unnamed) => reading.unnamed(SCHEMES, &unnamed),
        }
    }
    audience
}

/// The dates, in their order.
fn timeline(reading: &mut Reading<'_>) -> Option<Timeline> {
    let mut days = Vec::new();
    for step in Milestone::ALL
        .iter()
        .filter(|one| **one != Milestone::Closing)
    {
        let day = reading.day(day_of(*step));
        days.extend(day.map(|day| (*step, day)));
    }
    let closing = closing(reading, (day_of(Milestone::Closing), HOUR));
    let soft = self::closing(reading, (SOFT_DAY, SOFT_HOUR));
    match Timeline::new(days, closing).and_then(|one| one.softened(soft)) {
        Ok(timeline) => Some(timeline),
        Err(TimelineError::Backwards { early, late }) => {
            let told = [
                ("early", words::milestone(reading.words(), early).into()),
                ("late", words::milestone(reading.words(), late).into()),
            ];
            let words = reading.words().with("appel-dates-wrong", &told);
            reading.answers.fault(day_of(late), words);
            None
        }
        Err(TimelineError::SoftFirst) => {
            reading.fault(SOFT_DAY, "appel-souple-avant");
            None
        }
        Err(TimelineError::NoInstant) => None,
    }
}

/// The instant of a closing.
fn closing(
    reading: &mut Reading<'_>,
    (on, at): (&'static str, &'static str),
) -> Option<DateTime<Utc>> {
    let day = reading.day(on);
    let text = reading.answers.text(at).to_owned();
    if text.is_empty() {
        return last_second(day?);
    }
    let Some(day) = day else {
        reading.fault(on, "typed-day-missing");
        return None;
    };
    let read = hour(&text).and_then(|time| instant(day, kept(time)));
    if read.is_none() {
        reading.fault(at, "appel-heure-wrong");
    }
    read
}

/// "23:59" is what a form shows of the last second of a day: it stays that second.
fn kept(time: NaiveTime) -> NaiveTime {
    let last = time.hour() == 23 && time.minute() == 59;
    time.with_second(if last { 59 } else { 0 }).unwrap_or(time)
}

fn last_second(day: NaiveDate) -> Option<DateTime<Utc>> {
    instant(day, NaiveTime::from_hms_opt(23, 59, 59)?)
}

/// An hour of a day in European France. One that comes twice, when clocks go back, is the second: nobody is late for having
/// read the first clock.
fn instant(day: NaiveDate, time: NaiveTime) -> Option<DateTime<Utc>> {
    let local = Paris.from_local_datetime(&day.and_time(time)).latest();
    local.map(|local| local.with_timezone(&Utc))
}

/// A part of what a call says, as people read it.
pub(super) fn value(desk: &Desk, field: TermsField, terms: &Terms) -> Vec<String> {
    let (visit, words) = (&desk.visit, desk.words());
    let one = match field {
        TermsField::Title => Some(terms.title.clone()),
        TermsField::Kind => Some(words::kind(words, terms.kind)),
        TermsField::Owner => Some(words::owner(visit, &terms.owner).0),
        TermsField::Held if terms.held.is_here() => Some(words.get("appel-reponse-ici")),
        TermsField::Held => terms.held.source().map(str::to_owned),
        TermsField::Audience => Some(words::audience(visit, &terms.audience)),
        TermsField::Area => Some(area_words(visit.lang, &visit.directory, &terms.area)),
        TermsField::Text => terms.text.as_ref().map(|text| text.as_str().to_owned()),
        TermsField::Timeline => {
            let dates = words::dates(visit, &terms.timeline).into_iter();
            return dates
                .map(|(name, value)| format!("{name} : {value}"))
                .collect();
        }
    };
    one.into_iter().collect()
}

/// The area of a new call: that of the body that follows it.
pub(super) fn first(desk: &Desk, body: &Slug, answers: &mut Answers) {
    if let Some(body) = desk.visit.directory.levels.body(body) {
        let reference = &desk.visit.directory.reference;
        answers.put(AREA, areas::typed(reference, &body.area));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_without_an_hour_is_the_whole_day_and_its_last_second_reads_back() {
        let day: NaiveDate = "2026-03-31".parse().unwrap();
        let last = last_second(day).unwrap();
        assert_eq!(last.to_rfc3339(), "2026-03-31T21:59:59+00:00");
        let shown = last.with_timezone(&Paris).format("%H:%M").to_string();
        assert_eq!(instant(day, kept(hour(&shown).unwrap())), Some(last));
    }

    #[test]
    fn an_hour_that_comes_twice_is_the_second_and_one_that_does_not_come_is_refused() {
        let at = |day: &str, time: &str| {
            let at = instant(day.parse().unwrap(), kept(hour(time).unwrap()));
            at.map(|at| at.to_rfc3339())
        };
        assert_eq!(
            at("2026-10-25", "2:30").as_deref(),
            Some("2026-10-25T01:30:00+00:00")
        );
        assert_eq!(at("2026-03-29", "2:30"), None);
    }
}
