//! The pieces of the forms of roadmaps, as typed, with what is wrong beside each; and the parts of an action in words.

use portulan_app::roadmaps::Fault;
use portulan_app::roadmaps::form::{Context, Typed, fill};
use portulan_app::roadmaps::parts::ActionPart;
use portulan_i18n::{ListWords, Words};
use portulan_model::roadmaps::{Action, Roadmap};

use super::{view, words};
use crate::auth::Desk;
use crate::pages::parts::{Area, Choice, Choices, Field, Select, Text};
use crate::pages::visit::Visit;

/// A form as it was typed, and what is wrong with it.
pub(super) struct Sheet<'a> {
    pub(super) words: Words,
    pub(super) pairs: &'a [(String, String)],
    faults: &'a [Fault],
}

impl<'a> Sheet<'a> {
    pub(super) const fn of(
        words: Words,
        pairs: &'a [(String, String)],
        faults: &'a [Fault],
    ) -> Self {
        Self {
            words,
            pairs,
            faults,
        }
    }
}

impl Sheet<'_> {
    fn typed(&self, name: &str) -> String {
        let found = self.pairs.iter().find(|(given, _)| given == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    }

    /// Every answer of a list, one a line: whether ticked or typed.
    fn every(&self, name: &str) -> String {
        Typed(self.pairs).every(name).collect::<Vec<_>>().join("\n")
    }

    fn has(&self, name: &str, value: &str) -> bool {
        self.pairs
            .iter()
            .any(|(given, told)| given == name && told == value)
    }

    /// What is wrong with an answer.
    pub(super) fn wrong(&self, name: &str) -> Option<String> {
        let fault = self.faults.iter().find(|fault| fault.field == name)?;
        let told = [("text", fault.text.as_str().into())];
        Some(if fault.text.is_empty() {
            self.words.get(fault.message)
        } else {
            self.words.with(fault.message, &told)
        })
    }

    /// How many answers are wrong, in words.
    pub(super) fn summary(&self) -> Option<String> {
        let n = self.faults.len();
        (n > 0).then(|| self.words.with("form-faults", &[("n", n.into())]))
    }

    /// A line under the messages `roadmap-field-<word>` and its hint.
    pub(super) fn input(&self, name: &str, word: &str) -> Text {
        let (label, hint) = self.label(word);
        Text {
            label,
            hint,
            kind: "text",
            value: self.typed(name),
            wrong: self.wrong(name),
            id: name.to_owned(),
        }
    }

    /// A line.
    pub(super) fn line(&self, name: &str) -> Field {
        Field::Text(self.input(name, name))
    }

    /// A day.
    pub(super) fn day(&self, name: &str) -> Field {
        self.day_of(name, name)
    }

    /// A day under the messages of another word.
    pub(super) fn day_of(&self, name: &str, word: &str) -> Field {
        let kind = "date";
        Field::Text(Text {
            kind,
            ..self.input(name, word)
        })
    }

    /// Several lines.
    pub(super) fn lines(&self, name: &str, rows: u8) -> Field {
        let value = self.every(name);
        Field::Area(Area {
            value,
            ..self.area(name, name, rows)
        })
    }

    /// Several lines of one answer, under the messages of another word.
    pub(super) fn area(&self, name: &str, word: &str, rows: u8) -> Area {
        let Text {
            id,
            label,
            hint,
            value,
            wrong,
            ..
        } = self.input(name, word);
        Area {
            id,
            label,
            hint,
            rows,
            value,
            wrong,
        }
    }

    /// A box for each value of a list.
    pub(super) fn list<L: ListWords>(&self, name: &str) -> Field {
        let lang = self.words.lang();
        let choice = |one: &L| (one.slug().to_owned(), one.words(lang));
        self.boxes(name, false, L::ALL.iter().map(choice))
    }

    /// Boxes under the messages `roadmap-field-<name>`.
    pub(super) fn boxes(
        &self,
        name: &str,
        one: bool,
        choices: impl Iterator<Item = (String, String)>,
    ) -> Field {
        let (legend, hint) = self.label(name);
        let choice = |(value, label): (String, String)| Choice {
            chosen: self.has(name, &value),
            value,
            label,
            hint: String::new(),
        };
        Field::Choices(Choices {
            name: name.to_owned(),
            legend,
            hint,
            one,
            wrong: self.wrong(name),
            options: choices.map(choice).collect(),
        })
    }

    /// A list of which one is chosen: values and words.
    pub(super) fn select(
        &self,
        name: &str,
        word: &str,
        options: impl Iterator<Item = (String, String)>,
    ) -> Field {
        let (label, hint) = self.label(word);
        let option = |(value, words): (String, String)| {
            let chosen = self.has(name, &value);
            (value, words, chosen)
        };
        Field::Select(Select {
            id: name.to_owned(),
            label,
            hint,
            wrong: self.wrong(name),
            options: options.map(option).collect(),
        })
    }

    fn label(&self, word: &str) -> (String, String) {
        self.told(&format!("roadmap-field-{word}"))
    }

    /// A message, and its hint.
    fn told(&self, id: &str) -> (String, String) {
        let hint = self.words.find(&format!("{id}-hint"), &[]);
        (self.words.get(id), hint.unwrap_or_default())
    }

    /// A group under the messages `roadmap-group-<word>`.
    pub(super) fn open(&self, word: &str) -> Field {
        let (legend, hint) = self.told(&format!("roadmap-group-{word}"));
        Field::Open(legend, hint)
    }
}

/// The answers for indicators: those that are typed, and one more.
pub(super) fn indicators(sheet: &Sheet<'_>) -> Vec<Field> {
    let words = sheet.words;
    let ranks = (0..20_usize).take_while(|rank| {
        let name = format!("indicateur-{rank}-nom");
        sheet.pairs.iter().any(|(given, _)| *given == name)
    });
    let known = ranks.count();
    let typed = |rank: usize| {
        let prefix = format!("indicateur-{rank}-");
        let says = |(name, value): &(String, String)| {
            name.starts_with(&prefix) && !value.trim().is_empty()
        };
        sheet.pairs.iter().any(says)
    };
    let blank = known == 0 || typed(known.saturating_sub(1));
    let mut fields = vec![sheet.open("indicateurs")];
    for rank in 0..known + usize::from(blank) {
        let name = |part: &str| format!("indicateur-{rank}-{part}");
        let legend = words.with("roadmap-group-indicateur", &[("n", (rank + 1).into())]);
        fields.push(Field::Open(legend, String::new()));
        fields.push(Field::Hidden(name("id"), sheet.typed(&name("id"))));
        for part in ["nom", "unite", "depart", "cible"] {
            let word = format!("indicateur-{part}");
            fields.push(Field::Text(sheet.input(&name(part), &word)));
        }
        let readings = sheet.area(&name("releves"), "indicateur-releves", 3);
        fields.push(Field::Area(readings));
        fields.push(Field::Close);
    }
    fields.push(Field::Close);
    fields
}

/// The objectives of other roadmaps that one may serve, ticked where it does.
pub(super) fn serves(desk: &Desk, sheet: &Sheet<'_>, roadmap: &Roadmap) -> Option<Field> {
    use portulan_app::roadmaps::form::link_text;
    use portulan_app::roadmaps::public::upper;
    use portulan_model::roadmaps::UpperLink;
    let visit = &desk.visit;
    let offered = upper(&visit.directory, roadmap, visit.today());
    let link = |(above, aim): &(&Roadmap, &portulan_model::roadmaps::Objective)| UpperLink {
        roadmap: above.slug.clone(),
        objective: aim.id,
    };
    let mut choices: Vec<(String, String)> = offered
        .iter()
        .map(link)
        .map(|link| (link_text(&link), view::served(visit, &link).words))
        .collect();
    // What is served already stays, whatever became of it.
    for kept in Typed(sheet.pairs).every("sert") {
        if !choices.iter().any(|(value, _)| value == kept) {
            choices.push((kept.to_owned(), kept.to_owned()));
        }
    }
    (!choices.is_empty()).then(|| sheet.boxes("sert", false, choices.into_iter()))
}

/// A part of an action in words, in lines.
pub(super) fn part_told(
    visit: &Visit,
    roadmap: &Roadmap,
    part: ActionPart,
    action: &Action,
) -> Vec<String> {
    let lang = visit.lang;
    let list = |texts: &mut dyn Iterator<Item = String>| texts.collect::<Vec<_>>();
    let named = |slug: &portulan_model::Slug| words::organisation(&visit.directory, slug);
    match part {
        ActionPart::Title => vec![action.title.clone()],
        ActionPart::Context => action.context.iter().map(ToString::to_string).collect(),
        ActionPart::Summary => action.summary.iter().map(ToString::to_string).collect(),
        ActionPart::Needs => {
            let needs = action.needs.iter().map(|one| one.words(lang));
            list(&mut needs.chain(action.other_need.clone()))
        }
        ActionPart::Publics => list(&mut action.publics.iter().map(|one| one.words(lang))),
        ActionPart::Services => list(&mut action.services.iter().map(|one| one.words(lang))),
        ActionPart::Area => action
            .area
            .iter()
            .map(|area| words::area(visit, area))
            .collect(),
        ActionPart::Places => {
            let known = action
                .places
                .iter()
                .filter_map(|id| words::place(visit, id));
            list(&mut known.map(|(_, name)| name))
        }
        ActionPart::Leads => list(&mut action.leads.iter().map(named)),
        ActionPart::Partners => list(&mut action.partners.iter().map(named)),
        ActionPart::Period => {
            let own = action.period.into_iter();
            list(&mut own.map(|period| words::period(lang, period)))
        }
        ActionPart::State => vec![words::state(Words::new(lang), &action.state)],
        ActionPart::Posts => action.posts.iter().map(ToString::to_string).collect(),
        ActionPart::Budget | ActionPart::Indicators | ActionPart::Serves => {
            typed_part(visit, roadmap, part, action)
        }
    }
}

/// What has many answers is told as the page shows it.
fn typed_part(visit: &Visit, roadmap: &Roadmap, part: ActionPart, action: &Action) -> Vec<String> {
    if part == ActionPart::Serves {
        let links = action.serves.iter();
        return links.map(|link| view::served(visit, link).words).collect();
    }
    let context = Context {
        directory: &visit.directory,
        roadmap,
        today: visit.today(),
    };
    let prefix = match part {
        ActionPart::Budget => "annee-",
        _ => "indicateur-",
    };
    let words = Words::new(visit.lang);
    let all = fill(context, action).into_iter();
    let own = all.filter(|(name, value)| {
        name.starts_with(prefix) && !name.ends_with("-id") && !value.is_empty()
    });
    own.map(|(name, value)| {
        let rest = name.strip_prefix(prefix).unwrap_or_default();
        let (rank, what) = rest.split_once('-').unwrap_or((rest, ""));
        let label = words.get(&format!("roadmap-field-{prefix}{what}"));
        let value = value.replace('\n', ", ");
        match part {
            ActionPart::Budget => words.with(
                "roadmap-told-year",
                &[
                    ("year", rank.into()),
                    ("label", label.into()),
                    ("value", value.into()),
                ],
            ),
            _ => words.with(
                "roadmap-told",
                &[("label", label.into()), ("value", value.into())],
            ),
        }
    })
    .collect()
}
