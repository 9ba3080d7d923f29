//! `…/formulaire/question`: one question is written, a new one or one that is there.

use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::means::forms::{self, Asked, Build};
use portulan_model::means::forms::{
    Condition, Field as Question, FieldId, FieldKind, FieldSort, Fields, Hundredths,
};

use super::build::{Building, FIELD};
use super::{Pairs, entry, told};
use crate::auth::{Desk, Refused, done};
use crate::pages::editing::answers::Answers;
use crate::pages::means::TAB;
use crate::pages::parts::{Ask, Choice, Field, Form as Sheet, Head, Part, desk_page};
use crate::pages::typed::{Reading, faults};

const LABEL: &str = "formulaire-question";
const SORT: &str = "formulaire-sorte";
const HELP: &str = "formulaire-aide";
const REQUIRED: &str = "formulaire-obligatoire";
const LONG: &str = "formulaire-long";
const OPTIONS: &str = "formulaire-reponses";
const SEVERAL: &str = "formulaire-plusieurs";
const MOST: &str = "formulaire-plafond";
const WHEN: &str = "formulaire-si";
const YES: &str = "oui";

/// `GET …/formulaire/question`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, call)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let building = Building::open(&desk, (&slug, &call)).await?;
    let mut answers = Answers::default();
    if let Some(text) = desk.visit.value(FIELD) {
        let known = known(&building, text).ok_or(Refused(StatusCode::NOT_FOUND))?;
        fill(known, &mut answers);
    }
    Ok(page(&desk, &building, &answers))
}

fn known<'a>(building: &'a Building, text: &str) -> Option<&'a Question> {
    building.form.fields().get(text.parse().ok()?)
}

/// `POST …/formulaire/question`.
pub(super) async fn save(
    desk: Desk,
    Path((slug, call)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let building = Building::open(&desk, (&slug, &call)).await?;
    let mut answers = Answers::of(pairs);
    let id = answers.text(FIELD).parse::<FieldId>().ok();
    let Some(asked) = read(&desk, &mut answers) else {
        return Ok(page(&desk, &building, &answers));
    };
    let change = match id {
        Some(id) => Build::Replace(id, asked),
        None => Build::Add(asked),
    };
    match forms::build(desk.app(), &building.may, building.at.slug(), change).await {
        Ok(()) => Ok(done(&building.at.at("formulaire"), "appel-saved")),
        Err(error) => {
            answers.fault(LABEL, told::form(&desk, error)?);
            Ok(page(&desk, &building, &answers))
        }
    }
}

/// Writes what is known into the form.
fn fill(question: &Question, answers: &mut Answers) {
    answers.put(FIELD, question.id.to_string());
    answers.put(LABEL, &question.label);
    answers.put(SORT, question.kind.sort().slug());
    let help = question.help.as_ref().map(|help| help.as_str().to_owned());
    answers.put(HELP, help.unwrap_or_default());
    if question.required {
        answers.put(REQUIRED, YES);
    }
    if let Some(when) = &question.when {
        answers.put(WHEN, condition(when.field, &when.is));
    }
    match &question.kind {
        FieldKind::Text { long: true } => answers.put(LONG, YES),
        FieldKind::Number { most: Some(most) } => answers.put(MOST, most.to_string()),
        FieldKind::Amount { most: Some(most) } => answers.put(MOST, entry::amount(*most)),
        FieldKind::Choice { options, several } => {
            answers.put(OPTIONS, options.join("\n"));
            if *several {
                answers.put(SEVERAL, YES);
            }
        }
        _ => {}
    }
}

/// A condition as a form sends it.
fn condition(field: FieldId, is: &str) -> String {
    format!("{field} {is}")
}

fn read(desk: &Desk, answers: &mut Answers) -> Option<Asked> {
    let mut reading = Reading::of(desk, answers);
    let label = reading.line(LABEL, Fields::LABEL);
    if label.is_none() {
        reading.fault(LABEL, "formulaire-question-manque");
    }
    let help = reading.prose(HELP);
    let sort = reading.one_of(SORT, FieldSort::ALL, FieldSort::from_slug);
    let kind = sort.and_then(|sort| kind(&mut reading, sort));
    let when = when(&mut reading);
    let asked = Asked {
        label: label?,
        help,
        required: answers.has(REQUIRED, YES),
        when,
        kind: kind?,
    };
    (answers.faults() == 0).then_some(asked)
}

fn kind(reading: &mut Reading<'_>, sort: FieldSort) -> Option<FieldKind> {
    Some(match sort {
        FieldSort::Text => FieldKind::Text {
            long: reading.answers.has(LONG, YES),
        },
        FieldSort::Number => FieldKind::Number {
            most: number(reading),
        },
        FieldSort::Amount => FieldKind::Amount {
            most: reading.amount(MOST),
        },
        FieldSort::Date => FieldKind::Date,
        FieldSort::Choice => choice(reading)?,
        FieldSort::Territory => FieldKind::Territory,
        FieldSort::Organisation => FieldKind::Organisation,
        FieldSort::Place => FieldKind::Place,
        FieldSort::Post => FieldKind::Post,
        FieldSort::File => FieldKind::File,
        FieldSort::Commitment => FieldKind::Commitment,
    })
}

fn number(reading: &mut Reading<'_>) -> Option<Hundredths> {
    let text = reading.answers.text(MOST).to_owned();
    if text.is_empty() {
        return None;
    }
    let most = text.parse().ok();
    if most.is_none() {
        reading.fault(MOST, "candidature-faux-montant");
    }
    most
}

/// The answers to choose from, one a line.
fn choice(reading: &mut Reading<'_>) -> Option<FieldKind> {
    let text = reading.answers.text(OPTIONS).to_owned();
    let lines = text
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let options: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    let long = options
        .iter()
        .any(|one| one.chars().nth(Fields::LABEL).is_some());
    if options.len() < 2 || long {
        reading.fault(OPTIONS, "formulaire-sans-choix");
        return None;
    }
    Some(FieldKind::Choice {
        options,
        several: reading.answers.has(SEVERAL, YES),
    })
}

fn when(reading: &mut Reading<'_>) -> Option<Condition> {
    let text = reading.answers.text(WHEN).to_owned();
    if text.is_empty() {
        return None;
    }
    let parted = text.split_once(' ');
    let read = parted.and_then(|(id, is)| Some((id.parse().ok()?, is.to_owned())));
    let Some((field, is)) = read else {
        reading.fault(WHEN, "edit-choice-unknown");
        return None;
    };
    Some(Condition { field, is })
}

fn page(desk: &Desk, building: &Building, answers: &Answers) -> Response {
    let words = desk.words();
    let ask = Ask { words, answers };
    let tick = |name: &str| {
        let option = Choice {
            value: YES.to_owned(),
            label: words.get(&format!("{name}-oui")),
            hint: String::new(),
            chosen: answers.has(name, YES),
        };
        ask.choices(name, false, vec![option])
    };
    let sorts = FieldSort::ALL.iter().map(|sort| {
        let word = sort.slug();
        (word.to_owned(), words.get(&format!("{SORT}-{word}")))
    });
    let mut fields = vec![
        ask.text(LABEL, "text"),
        ask.select(SORT, sorts),
        ask.area(HELP, 3),
        tick(REQUIRED),
        tick(LONG),
        ask.area(OPTIONS, 4),
        tick(SEVERAL),
        ask.text(MOST, "text"),
        ask.select(WHEN, conditions(desk, building, answers)),
    ];
    let id = answers.text(FIELD).to_owned();
    if !id.is_empty() {
        fields.push(Field::Hidden(FIELD.to_owned(), id));
    }
    let sheet = Sheet {
        id: "question",
        title: None,
        action: building.at.at("formulaire/question"),
        faults: faults(words, answers),
        fields,
        submit: words.get("desk-save"),
        plain: false,
    };
    let mut crumbs = building.at.crumbs(desk, true);
    let form = desk.visit.link(&building.at.at("formulaire"));
    crumbs.push((form, words.get("formulaire-titre")));
    let head = Head {
        crumbs,
        lead: words.get("formulaire-question-lead"),
    };
    let page = desk.page(words.get("formulaire-question-titre"), TAB);
    desk_page(page, head, vec![Part::Form(sheet)])
}

/// The answers on which this question may depend: those to questions before it.
fn conditions(desk: &Desk, building: &Building, answers: &Answers) -> Vec<(String, String)> {
    let words = desk.words();
    let own = answers.text(FIELD).to_owned();
    let all = building.form.fields().all().iter();
    let earlier = all.take_while(|one| one.id.to_string() != own);
    let mut options = vec![(String::new(), words.get("formulaire-toujours"))];
    for one in earlier {
        let values: Vec<(String, String)> = match &one.kind {
            FieldKind::Choice { options, .. } => options
                .iter()
                .map(|text| (text.clone(), text.clone()))
                .collect(),
            FieldKind::Commitment => {
                vec![(Condition::GIVEN.to_owned(), words.get("candidature-oui"))]
            }
            _ => Vec::new(),
        };
        for (value, said) in values {
            let told = [
                ("label", one.label.as_str().into()),
                ("answer", said.into()),
            ];
            options.push((
                condition(one.id, &value),
                words.with("formulaire-si-reponse", &told),
            ));
        }
    }
    options
}
