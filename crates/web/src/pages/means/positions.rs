//! `/espace/structures/<slug>/appels`: the calls that concern an organisation; and of each what it means to do, said in two
//! clicks by whoever speaks for it. The last one that is said stands, until the call closes.

use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::means::calls::{self, Said};
use portulan_app::{KnownCall, rights};
use portulan_model::Slug;
use portulan_model::means::calls::{Call, Function, Milestone, Position, Stance};
use portulan_model::people::Organisation;
use portulan_policy::Capability;
use portulan_policy::actions::TakePosition;

use super::{Pairs, no_function, told, words};
use crate::auth::{Desk, Refused, done, named};
use crate::pages::addresses;
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Ask, Choice, Form as Sheet, Head, Line, Part, desk_page};
use crate::pages::typed::{Reading, faults};

/// The tab of the desk.
const TAB: &str = "structures";
const STANCE: &str = "appel-position";
const BY: &str = "appel-fonction";
const WORDS: &str = "appel-position-mots";

/// An organisation of an address, for whoever speaks for it.
struct Speaking {
    organisation: Organisation,
    may: Capability<TakePosition>,
}

impl Speaking {
    fn open(desk: &Desk, slug: &str) -> Result<Self, Refused> {
        let slug: Slug = named(slug)?;
        let directory = &desk.visit.directory;
        let known = directory.organisations.get(&slug).cloned();
        let organisation = known.ok_or(Refused(StatusCode::NOT_FOUND))?;
        let may = desk.may_on(rights::organisation(directory, &organisation))?;
        Ok(Self { organisation, may })
    }

    /// A call that concerns it: another is not found.
    fn call(&self, desk: &Desk, call: &str) -> Result<Call, Refused> {
        let slug: Slug = named(call)?;
        let directory = &desk.visit.directory;
        let known = calls::known(directory, &slug);
        let known = known.filter(|one| calls::concerns(directory, &one.call, &self.organisation));
        let known: &KnownCall = known.ok_or(Refused(StatusCode::NOT_FOUND))?;
        Ok(known.call.clone())
    }

    fn list(&self) -> String {
        addresses::calls_asked(&self.organisation.slug)
    }

    fn address(&self, call: &Call) -> String {
        format!("{}/{}", self.list(), call.slug)
    }
}

/// `GET /espace/structures/{slug}/appels`.
pub(super) async fn list(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let speaking = Speaking::open(&desk, &slug)?;
    let (words, visit) = (desk.words(), &desk.visit);
    let asked: Vec<Call> = calls::asked(&visit.directory, &speaking.organisation, visit.now)
        .map(|one| one.call.clone())
        .collect();
    let mut lines = Vec::new();
    for call in &asked {
        let own = calls::own(desk.app(), &speaking.may, &call.slug).await?;
        let stance = own.last().map_or_else(
            || words.get("appel-position-none"),
            |one| words::stance(words, one.stance),
        );
        lines.push(Line {
            words: call.terms.title.clone(),
            address: Some(visit.link(&speaking.address(call))),
            more: format!("{}. {stance}", words::standing(visit, call)),
            button: None,
        });
    }
    let body = if lines.is_empty() {
        Part::Text(words.get("appels-none-asked"))
    } else {
        Part::Lines(lines)
    };
    let all = (
        visit.link(addresses::OPEN_CALLS),
        words.get("appels-public"),
    );
    let head = Head {
        crumbs: Vec::new(),
        lead: words.get("appels-asked-lead"),
    };
    let told = [("name", speaking.organisation.name.as_str().into())];
    let page = desk.page(words.with("appels-asked", &told), TAB);
    Ok(desk_page(page, head, vec![body, Part::Ways(vec![all])]))
}

/// `GET /espace/structures/{slug}/appels/{appel}`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, call)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let speaking = Speaking::open(&desk, &slug)?;
    let call = speaking.call(&desk, &call)?;
    let own = calls::own(desk.app(), &speaking.may, &call.slug).await?;
    let mut answers = Answers::default();
    if let Some(last) = own.last() {
        answers.put(STANCE, last.stance.slug());
        answers.put(BY, last.by.as_str());
        let said = last.words.as_ref().map(|text| text.as_str().to_owned());
        answers.put(WORDS, said.unwrap_or_default());
    }
    Ok(page(&desk, (&speaking, &call), &own, &answers))
}

/// `POST /espace/structures/{slug}/appels/{appel}`.
pub(super) async fn take(
    desk: Desk,
    Path((slug, call)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let speaking = Speaking::open(&desk, &slug)?;
    let call = speaking.call(&desk, &call)?;
    let mut answers = Answers::of(pairs);
    let own = calls::own(desk.app(), &speaking.may, &call.slug).await?;
    let Some(said) = read(&desk, &mut answers) else {
        return Ok(page(&desk, (&speaking, &call), &own, &answers));
    };
    match calls::take(desk.app(), &speaking.may, &call.slug, said).await {
        Ok(()) => Ok(done(&speaking.address(&call), "appel-position-taken")),
        Err(error) => {
            answers.fault(STANCE, told(&desk, error)?);
            Ok(page(&desk, (&speaking, &call), &own, &answers))
        }
    }
}

fn read(desk: &Desk, answers: &mut Answers) -> Option<Said> {
    let mut reading = Reading::of(desk, answers);
    if reading.answers.text(STANCE).is_empty() {
        reading.fault(STANCE, "appel-position-missing");
    }
    let stance = reading.one_of(STANCE, Stance::ALL, Stance::from_slug);
    let words = reading.prose(WORDS);
    let by = Function::read(reading.answers.text(BY)).ok();
    if by.is_none() {
        answers.fault(BY, no_function(desk));
    }
    let said = Said {
        stance: stance?,
        words,
        by: by?,
    };
    (answers.faults() == 0).then_some(said)
}

fn page(
    desk: &Desk,
    (speaking, call): (&Speaking, &Call),
    own: &[Position],
    answers: &Answers,
) -> Response {
    let (words, visit) = (desk.words(), &desk.visit);
    let closing = words::when(visit, &call.terms.timeline, Milestone::Closing);
    let closing = closing.unwrap_or_else(|| words.get("not-known"));
    let public = visit.link(&addresses::call(&call.slug));
    let mut ways = vec![(public, words.get("appel-see-public"))];
    if call.terms.held.is_here() && call.is_ahead(visit.now) {
        let begin = format!("{}/candidature", speaking.address(call));
        ways.push((visit.link(&begin), words.get("candidature-deposer")));
    }
    let mut parts = vec![
        Part::Facts(vec![(words.get("appel-jour-cloture"), closing)]),
        Part::Ways(ways),
    ];
    if call.is_ahead(visit.now) {
        parts.push(Part::Form(sheet(desk, (speaking, call), answers)));
    } else {
        parts.push(Part::Warning(words.get("appel-wrong-late")));
    }
    if !own.is_empty() {
        let line = |one: &Position| Line {
            words: words::stance(words, one.stance),
            more: format!("{}, {}", one.by.as_str(), desk.instant(one.at)),
            ..Line::default()
        };
        parts.push(Part::Title("prises", words.get("appel-positions-own")));
        parts.push(Part::Lines(own.iter().rev().map(line).collect()));
    }
    let told = [("name", speaking.organisation.name.as_str().into())];
    let head = Head {
        crumbs: vec![(
            visit.link(&speaking.list()),
            words.with("appels-asked", &told),
        )],
        lead: words::standing(visit, call),
    };
    desk_page(desk.page(call.terms.title.clone(), TAB), head, parts)
}

fn sheet(desk: &Desk, (speaking, call): (&Speaking, &Call), answers: &Answers) -> Sheet {
    let words = desk.words();
    let ask = Ask { words, answers };
    let chosen = answers.text(STANCE).to_owned();
    // Nothing is chosen for anybody: what is sent was meant.
    let options = Stance::ALL.iter().map(|stance| Choice {
        value: stance.slug().to_owned(),
        label: words::stance(words, *stance),
        hint: words.get(&format!("appel-position-{}-hint", stance.slug())),
        chosen: stance.slug() == chosen,
    });
    Sheet {
        id: "position",
        title: Some(words.get("appel-position-take")),
        action: speaking.address(call),
        faults: faults(words, answers),
        fields: vec![
            ask.choices(STANCE, true, options.collect()),
            ask.text(BY, "text"),
            ask.area(WORDS, 3),
        ],
        submit: words.get("appel-position-do"),
        plain: false,
    }
}
