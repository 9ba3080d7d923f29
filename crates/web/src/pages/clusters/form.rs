//! The form of a cluster: written from what is known, read field by field.

use portulan_app::areas;
use portulan_model::Slug;
use portulan_model::clusters::Cluster;
use portulan_model::proposals::Prose;

use crate::auth::Desk;
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Ask, Field};
use crate::pages::typed::{Reading, area_words, fill_period, organisation_name};

pub(super) const LEVELS: &str = "grappe-niveaux";
const NAME: &str = "grappe-nom";
const AREA: &str = "grappe-zone";
const ORGANISATIONS: &str = "grappe-structures";
const FROM: &str = "grappe-debut";
const TO: &str = "grappe-fin";
const SUMMARY: &str = "grappe-resume";

/// Writes what is known into the form.
pub(super) fn fill(desk: &Desk, cluster: &Cluster, answers: &mut Answers) {
    let name = |slug: &Slug| organisation_name(&desk.visit.directory, slug);
    answers.put(NAME, &cluster.name);
    answers.put(
        AREA,
        areas::typed(&desk.visit.directory.reference, &cluster.area),
    );
    answers.drop(ORGANISATIONS);
    for one in &cluster.organisations {
        answers.add(ORGANISATIONS, name(one));
    }
    fill_period(answers, cluster.period, FROM, TO);
    let summary = cluster.summary.as_ref().map(Prose::as_str);
    answers.put(SUMMARY, summary.unwrap_or_default());
}

/// Every field at once; the address comes from the name. Levels are read where they are asked.
pub(super) fn read(desk: &Desk, answers: &mut Answers) -> Option<Cluster> {
    let mut reading = Reading { desk, answers };
    let named = reading.name(NAME);
    let area = reading.area(AREA);
    let organisations = reading.organisations(ORGANISATIONS);
    let period = reading.period(FROM, TO);
    let summary = reading.prose(SUMMARY);
    let (name, slug) = named?;
    Some(Cluster {
        slug,
        name,
        levels: Vec::new(),
        area,
        places: [].into(),
        organisations,
        period,
        summary,
    })
}

/// What is typed over what is known: address, levels and places stay.
pub(super) fn over(known: Cluster, typed: Cluster) -> Cluster {
    Cluster {
        slug: known.slug,
        levels: known.levels,
        places: known.places,
        ..typed
    }
}

/// The fields; the levels are asked once.
pub(super) fn fields(desk: &Desk, answers: &Answers, known: Option<&Cluster>) -> Vec<Field> {
    let ask = Ask {
        words: desk.words(),
        answers,
    };
    let mut fields = vec![ask.text(NAME, "text")];
    if known.is_none() {
        fields.push(ask.several(LEVELS));
    }
    fields.push(ask.area(AREA, 3));
    let area = known.map(|known| area_words(desk.visit.lang, &desk.visit.directory, &known.area));
    fields.extend(area.map(Field::Note));
    fields.extend([
        ask.several(ORGANISATIONS),
        ask.day(FROM),
        ask.day(TO),
        ask.area(SUMMARY, 4),
    ]);
    fields
}
