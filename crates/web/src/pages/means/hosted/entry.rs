//! The questions of an application as fields of a form: written from its answers, read into what the model reads.

use portulan_model::Cents;
use portulan_model::means::applications::Application;
use portulan_model::means::forms::{
    Answer, Condition, Field as Question, FieldId, FieldKind, Fields, Typed,
};
use portulan_model::people::Organisation;

use super::told;
use crate::auth::Desk;
use crate::pages::addresses;
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Area, Choice, Choices, Field, Select, Text};
use crate::pages::typed::{organisation_name, place_name};

/// The name of a field in the form.
pub(super) fn name(id: FieldId) -> String {
    format!("champ-{id}")
}

/// Writes answers into the form.
pub(super) fn fill(desk: &Desk, application: &Application, answers: &mut Answers) {
    for (id, answer) in application.answers.iter() {
        for text in input(desk, answer) {
            answers.add(name(id), text);
        }
    }
}

/// What was typed, by field.
pub(super) fn typed(fields: &Fields, answers: &Answers) -> Typed {
    let texts = |id: FieldId| answers.every(&name(id)).map(str::to_owned).collect();
    fields
        .all()
        .iter()
        .map(|one| (one.id, texts(one.id)))
        .collect()
}

/// An answer as it would be typed.
fn input(desk: &Desk, answer: &Answer) -> Vec<String> {
    match answer {
        Answer::Text(said) => vec![said.as_str().to_owned()],
        Answer::Number(number) => vec![number.to_string()],
        Answer::Amount(cents) => vec![amount(*cents)],
        Answer::Date(day) => vec![day.to_string()],
        Answer::Choice(chosen) => chosen.clone(),
        Answer::Territory(key) => vec![key.to_string()],
        Answer::Organisation(siret) => vec![siret.clone()],
        Answer::Place(id) => {
            let found = desk.visit.directory.snapshot.by_id(id);
            vec![found.map_or_else(|| id.to_string(), |place| addresses::place(&place.slug))]
        }
        Answer::Post(id) => vec![id.to_string()],
        Answer::File(_) => Vec::new(),
        Answer::Commitment => vec![Condition::GIVEN.to_owned()],
    }
}

/// An amount as it is typed: no figure of it is lost.
pub(super) fn amount(cents: Cents) -> String {
    cents.to_string().replace('.', ",")
}

/// The questions that are answered in the form: files are given apart.
pub(super) fn fields(
    desk: &Desk,
    (asked, organisation): (&Fields, &Organisation),
    (application, answers): (&Application, &Answers),
) -> Vec<Field> {
    let open = application
        .returned()
        .map(|some| asked.with_dependents(some));
    let all = asked.all().iter();
    let open = all.filter(|one| open.as_ref().is_none_or(|open| open.contains(&one.id)));
    let typed = open.filter(|one| one.kind != FieldKind::File);
    typed
        .map(|one| {
            let entry = Entry {
                desk,
                hint: hint(desk, asked, one),
                question: one,
                answers,
            };
            entry.field(organisation)
        })
        .collect()
}

/// What helps, whether it must be answered, and when.
pub(super) fn hint(desk: &Desk, asked: &Fields, question: &Question) -> String {
    let words = desk.words();
    let help = question.help.as_ref().map(|help| help.as_str().to_owned());
    let required = question
        .required
        .then(|| words.get("candidature-obligatoire"));
    let when = question.when.as_ref().and_then(|when| {
        let on = asked.get(when.field)?;
        let told = [
            ("label", on.label.as_str().into()),
            ("answer", when.is.as_str().into()),
        ];
        Some(words.with("candidature-si", &told))
    });
    let told = [help, required, when].into_iter().flatten();
    told.collect::<Vec<_>>().join(" ")
}

struct Entry<'a> {
    desk: &'a Desk,
    question: &'a Question,
    hint: String,
    answers: &'a Answers,
}

impl Entry<'_> {
    fn field(self, organisation: &Organisation) -> Field {
        match &self.question.kind {
            FieldKind::Text { long: true } => self.area(),
            FieldKind::Choice { options, several } => self.choice(options, !several),
            FieldKind::Commitment => self.commitment(),
            FieldKind::Date => self.line("date"),
            FieldKind::Place => self.place(organisation),
            FieldKind::Post => self.post(organisation),
            FieldKind::Text { .. }
            | FieldKind::Number { .. }
            | FieldKind::Amount { .. }
            | FieldKind::Territory
            | FieldKind::Organisation
            | FieldKind::File => self.line("text"),
        }
    }

    fn id(&self) -> String {
        name(self.question.id)
    }

    fn typed(&self) -> String {
        self.answers
            .first(&self.id())
            .unwrap_or_default()
            .to_owned()
    }

    fn line(self, kind: &'static str) -> Field {
        let id = self.id();
        Field::Text(Text {
            label: self.question.label.clone(),
            kind,
            value: self.typed(),
            wrong: self.answers.wrong(&id),
            hint: self.hint,
            id,
        })
    }

    fn area(self) -> Field {
        let id = self.id();
        Field::Area(Area {
            label: self.question.label.clone(),
            rows: 6,
            value: self.typed(),
            wrong: self.answers.wrong(&id),
            hint: self.hint,
            id,
        })
    }

    fn choice(self, options: &[String], one: bool) -> Field {
        let name = self.id();
        let option = |text: &String| Choice {
            value: text.clone(),
            label: text.clone(),
            hint: String::new(),
            chosen: self.answers.has(&name, text),
        };
        Field::Choices(Choices {
            legend: self.question.label.clone(),
            one,
            wrong: self.answers.wrong(&name),
            options: options.iter().map(option).collect(),
            hint: self.hint,
            name,
        })
    }

    fn commitment(self) -> Field {
        let name = self.id();
        let option = Choice {
            value: Condition::GIVEN.to_owned(),
            label: self.desk.words().get("candidature-je-m-engage"),
            hint: String::new(),
            chosen: self.answers.has(&name, Condition::GIVEN),
        };
        Field::Choices(Choices {
            legend: self.question.label.clone(),
            one: false,
            wrong: self.answers.wrong(&name),
            options: vec![option],
            hint: self.hint,
            name,
        })
    }

    /// One of the places of the organisation, where it has some; any other by its address.
    fn place(self, organisation: &Organisation) -> Field {
        let directory = &self.desk.visit.directory;
        let places = directory.organisations.places_of(&organisation.slug);
        let known = places.filter_map(|id| {
            let place = directory.snapshot.by_id(&id)?;
            Some((addresses::place(&place.slug), place_name(directory, id)))
        });
        let known: Vec<(String, String)> = known.collect();
        let typed = self.typed();
        let other = !typed.is_empty() && !known.iter().any(|(value, _)| *value == typed);
        if known.is_empty() || other {
            return self.line("text");
        }
        self.select(known)
    }

    /// One of the posts of the organisation.
    fn post(self, organisation: &Organisation) -> Field {
        let directory = &self.desk.visit.directory;
        let posts = directory.levels.world().posts.iter();
        let own = posts
            .filter(|post| post.host == organisation.slug || post.employer == organisation.slug);
        let mut known: Vec<(String, String)> = own
            .map(|post| (post.id.to_string(), told::post(self.desk, post.id)))
            .collect();
        let typed = self.typed();
        if !typed.is_empty() && !known.iter().any(|(value, _)| *value == typed) {
            known.push((typed.clone(), typed));
        }
        self.select(known)
    }

    fn select(self, known: Vec<(String, String)>) -> Field {
        let (id, typed) = (self.id(), self.typed());
        let none = (String::new(), self.desk.words().get("candidature-aucun"));
        let options = std::iter::once(none).chain(known).map(|(value, words)| {
            let chosen = value == typed;
            (value, words, chosen)
        });
        Field::Select(Select {
            label: self.question.label.clone(),
            wrong: self.answers.wrong(&id),
            options: options.collect(),
            hint: self.hint,
            id,
        })
    }
}

/// What an application says, question by question: names and values, in the order of the form.
pub(super) fn answered(
    desk: &Desk,
    (asked, application): (&Fields, &Application),
) -> Vec<(FieldId, String, String)> {
    let shown = asked.shown(&application.answers).into_iter();
    let line = |one: &Question| {
        let answer = application.answers.get(one.id);
        let said = answer.map(|answer| told::answer(desk, answer));
        let said = said.unwrap_or_else(|| desk.words().get("candidature-sans-reponse"));
        (one.id, one.label.clone(), said)
    };
    shown.map(line).collect()
}

/// Who takes part, in words.
pub(super) fn parties(desk: &Desk, application: &Application) -> Vec<String> {
    let words = desk.words();
    let line = |(slug, party)| {
        let name = organisation_name(&desk.visit.directory, slug);
        format!("{name} ({})", told::party(words, party))
    };
    application.parties.all().map(line).collect()
}
