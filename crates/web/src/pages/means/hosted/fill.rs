//! `/espace/structures/<slug>/candidatures/<id>`: an application is filled in, saved as a draft, submitted; what is lacking is
//! named. Whoever saves on an older version is shown what stands, and what they typed stays in the form.

use askama::Template;
use axum::extract::{Form, Path};
use axum::response::Response;
use portulan_app::means::applications::{self, ApplyError, Opened, gate};
use portulan_model::means::applications::{ApplicationError, ApplicationState, Party, Stage};
use portulan_model::means::calls::{Gate, Milestone, paris_day};
use portulan_model::means::forms::{Field as Question, FieldId, FieldKind, Typed};

use super::{ACT, Mine, Pairs, TAB, entry, examined, files, keep, parties, told};
use crate::auth::{Desk, Refused, done};
use crate::pages::addresses;
use crate::pages::editing::answers::Answers;
use crate::pages::means::{public, words};
use crate::pages::page::{Page, html_form};
use crate::pages::parts::{Field, Line, Part};
use crate::pages::typed::faults;

/// The version on which one types.
const VERSION: &str = "version";
/// The button that submits.
const SUBMIT: &str = "deposer";

#[derive(Template)]
#[template(path = "means/application.html")]
struct ApplicationPage {
    page: Page,
    crumbs: Vec<(String, String)>,
    lead: String,
    before: Vec<Part>,
    form: Option<Filling>,
    after: Vec<Part>,
}

/// The form of the answers.
struct Filling {
    action: String,
    faults: Option<String>,
    version: String,
    fields: Vec<Field>,
    /// Whether it may be saved as a draft: by a script too, while one types.
    saves: bool,
    /// Whether somebody else saved meanwhile: no script decides which of the two stands.
    clashes: bool,
    /// Whether it may be submitted from here.
    leads: bool,
}

/// What was typed, and what became of it.
#[derive(Default)]
pub(super) struct Shown {
    answers: Option<Answers>,
    /// What is told above the form.
    notes: Vec<String>,
    /// Whether somebody else saved meanwhile.
    clashes: bool,
    /// The way to the letter that says what was decided.
    letter: Vec<(String, String)>,
    /// In the form by which others are invited.
    invited: Answers,
}

impl Shown {
    /// An invitation is wrong.
    pub(super) fn invited(answers: Answers) -> Self {
        Self {
            invited: answers,
            ..Self::default()
        }
    }

    /// Something could not be done.
    pub(super) fn wrong(words: String) -> Self {
        Self {
            notes: vec![words],
            ..Self::default()
        }
    }
}

/// `GET …/{candidature}`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, id)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let mine = Mine::open(&desk, (&slug, &id)).await?;
    let shown = Shown {
        letter: examined::letter_way(&desk, &mine).await?,
        ..Shown::default()
    };
    Ok(page(&desk, &mine, shown))
}

/// `POST …/{candidature}`: saves, by a button or by a script, or submits.
pub(super) async fn save(
    desk: Desk,
    Path((slug, id)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let mine = Mine::open(&desk, (&slug, &id)).await?;
    let answers = Answers::of(pairs);
    let typed = entry::typed(&mine.opened.revision.fields, &answers);
    let upon = answers.text(VERSION).parse().unwrap_or_default();
    match answers.text(ACT) {
        SUBMIT => return submitted(&desk, mine, (upon, typed), answers).await,
        keep::KEEP => return keep::keep(&desk, &mine, (upon, &typed)).await,
        _ => {}
    }
    let saved = applications::save(desk.app(), &mine.applying.may, mine.id(), (upon, &typed)).await;
    match saved {
        Ok((_, dropped)) if dropped.is_empty() => Ok(done(&mine.at(""), "candidature-enregistree")),
        Ok((_, dropped)) => {
            let notes = vec![lost(&desk, &mine, &dropped)];
            let mine = Mine::open(&desk, (&slug, &id)).await?;
            let shown = Shown {
                notes,
                ..Shown::default()
            };
            Ok(page(&desk, &mine, shown))
        }
        Err(error) => refused(&desk, mine, error, answers).await,
    }
}

async fn submitted(
    desk: &Desk,
    mine: Mine,
    (upon, typed): (u32, Typed),
    answers: Answers,
) -> Result<Response, Refused> {
    let (may, id) = (&mine.applying.may, mine.id());
    match applications::submit(desk.app(), may, id, (upon, &typed)).await {
        Ok(receipt) if receipt.late => Ok(done(&mine.at(""), "candidature-gardee-tard")),
        Ok(_) => Ok(done(&mine.at(""), "candidature-deposee")),
        Err(error) => {
            // What was typed is kept as a draft, where it still may be.
            let lacks = matches!(
                &error,
                ApplyError::Application(ApplicationError::Missing(_))
            );
            if lacks {
                match applications::save(desk.app(), may, id, (upon, &typed)).await {
                    Ok(_) | Err(ApplyError::Application(_)) => {}
                    Err(other) => return refused(desk, mine, other, answers).await,
                }
            }
            refused(desk, mine, error, answers).await
        }
    }
}

/// The form again, with what is wrong in each field, what is lacking, or what somebody else saved meanwhile.
async fn refused(
    desk: &Desk,
    mine: Mine,
    error: ApplyError,
    mut answers: Answers,
) -> Result<Response, Refused> {
    let now = Mine {
        opened: applications::read(desk.app(), &mine.applying.may, mine.id()).await?,
        applying: mine.applying,
    };
    let mut notes = Vec::new();
    let mut clashes = false;
    match &error {
        ApplyError::Wrong(reading) => {
            for (id, wrong) in &reading.wrong {
                answers.fault(entry::name(*id), told::wrong(desk, *wrong));
            }
        }
        ApplyError::Application(ApplicationError::Missing(missing)) => {
            for id in missing {
                answers.fault(entry::name(*id), desk.words().get("candidature-a-repondre"));
            }
        }
        ApplyError::Application(ApplicationError::Meanwhile(_)) => {
            let typed = entry::typed(&now.opened.revision.fields, &answers);
            notes.extend(standing(desk, &now.opened, &typed));
            clashes = true;
        }
        _ => {}
    }
    notes.insert(0, told::refusal(desk, error)?);
    answers.put(VERSION, now.opened.application.version.to_string());
    let shown = Shown {
        answers: Some(answers),
        notes,
        clashes,
        ..Shown::default()
    };
    Ok(page(desk, &now, shown))
}

/// What somebody else saved in the fields where something else is typed.
pub(super) fn standing(desk: &Desk, now: &Opened, typed: &Typed) -> Vec<String> {
    let mut stored = Answers::default();
    entry::fill(desk, &now.application, &mut stored);
    let fields = &now.revision.fields;
    let stands = entry::typed(fields, &stored);
    let other = fields.all().iter().filter(|one| {
        let files = one.kind == FieldKind::File;
        !files && typed.get(&one.id) != stands.get(&one.id)
    });
    let line = |one: &Question| {
        let answer = now.application.answers.get(one.id);
        let said = answer.map(|answer| told::answer(desk, answer));
        let said = said.unwrap_or_else(|| desk.words().get("candidature-sans-reponse"));
        let told = [
            ("label", one.label.as_str().into()),
            ("answer", said.into()),
        ];
        desk.words().with("candidature-autre-reponse", &told)
    };
    other.map(line).collect()
}

/// Which answers were not kept, because another one hides them.
pub(super) fn lost(desk: &Desk, mine: &Mine, dropped: &[FieldId]) -> String {
    let label = |id: &FieldId| {
        mine.opened
            .revision
            .fields
            .get(*id)
            .map(|one| one.label.clone())
    };
    let labels: Vec<String> = dropped.iter().filter_map(label).collect();
    let told = [
        ("n", labels.len().into()),
        (
            "labels",
            portulan_i18n::listed(desk.visit.lang, labels).into(),
        ),
    ];
    desk.words().with("candidature-perdues", &told)
}

/// The page.
pub(super) fn page(desk: &Desk, mine: &Mine, shown: Shown) -> Response {
    let (words, opened) = (desk.words(), &mine.opened);
    let application = &opened.application;
    let may_fill = fills(desk, mine);
    let wrong = shown
        .answers
        .as_ref()
        .is_some_and(|answers| answers.faults() > 0);
    let mut before: Vec<Part> = shown.notes.into_iter().map(Part::Warning).collect();
    if !shown.letter.is_empty() {
        before.push(Part::Ways(shown.letter));
    }
    before.extend(about(desk, mine));
    if may_fill {
        before.extend(lacking(desk, mine));
    }
    let mut after = Vec::new();
    if !may_fill {
        after.extend(answers_given(desk, mine));
    }
    after.extend(files::part(desk, mine, may_fill));
    after.extend(parties::parts(desk, mine, &shown.invited));
    let form = may_fill.then(|| filling(desk, mine, (shown.answers, shown.clashes)));
    let template = ApplicationPage {
        page: desk.page(opened.call.terms.title.clone(), TAB),
        crumbs: mine.crumbs(desk, false),
        lead: told::standing(words, application),
        before,
        form,
        after,
    };
    html_form(wrong, &template)
}

/// Whether whoever looks types: after the closing, a draft may still be submitted, and is kept as late.
fn fills(desk: &Desk, mine: &Mine) -> bool {
    let opened = &mine.opened;
    let late = opened.application.stage() == Stage::Draft && opened.party == Party::Lead;
    let begun = gate(&opened.call, desk.visit.now) != Gate::Before;
    opened.may_fill(desk.visit.now) || (late && begun)
}

fn filling(desk: &Desk, mine: &Mine, (typed, clashes): (Option<Answers>, bool)) -> Filling {
    let opened = &mine.opened;
    let application = &opened.application;
    let answers = typed.unwrap_or_else(|| {
        let mut answers = Answers::default();
        entry::fill(desk, application, &mut answers);
        answers.put(VERSION, application.version.to_string());
        answers
    });
    let asked = (&opened.revision.fields, &mine.applying.organisation);
    Filling {
        action: mine.at(""),
        faults: faults(desk.words(), &answers),
        version: answers.text(VERSION).to_owned(),
        fields: entry::fields(desk, asked, (application, &answers)),
        saves: opened.may_fill(desk.visit.now),
        clashes,
        leads: opened.party == Party::Lead,
    }
}

/// Where it stands: until when, receipts, what is returned, what changed in the call since it was begun.
fn about(desk: &Desk, mine: &Mine) -> Vec<Part> {
    let (words, visit, opened) = (desk.words(), &desk.visit, &mine.opened);
    let application = &opened.application;
    let closing = words::when(visit, &opened.call.terms.timeline, Milestone::Closing);
    let mut facts = vec![(
        words.get("appel-jour-cloture"),
        closing.unwrap_or_else(|| words.get("not-known")),
    )];
    for receipt in &application.receipts {
        facts.push((
            words.get("candidature-recepisse"),
            told::received(desk, receipt),
        ));
    }
    let mut parts = vec![Part::Facts(facts)];
    if let ApplicationState::Returned { why, .. } = &application.state {
        parts.push(Part::Warning(words.get("candidature-renvoyee")));
        parts.push(Part::Lined(why.as_str().to_owned()));
    }
    let shut = gate(&opened.call, visit.now) == Gate::Closed;
    if shut && application.stage() == Stage::Draft {
        parts.push(Part::Warning(words.get("candidature-sera-tardive")));
    }
    let mut ways = vec![(
        visit.link(&addresses::call(&opened.call.slug)),
        words.get("candidature-voir-appel"),
    )];
    if application.receipt().is_some() {
        ways.push((
            visit.link(&mine.at("/recepisse")),
            words.get("candidature-recepisse-pdf"),
        ));
    }
    parts.push(Part::Ways(ways));
    let mut since = opened.call.clone();
    let begun = paris_day(application.begun);
    since.amendments.retain(|one| one.on >= begun);
    parts.extend(public::amendments(visit, &since));
    parts
}

/// What is lacking before it can be submitted.
fn lacking(desk: &Desk, mine: &Mine) -> Vec<Part> {
    let (words, opened) = (desk.words(), &mine.opened);
    let missing = opened.revision.fields.missing(&opened.application.answers);
    if missing.is_empty() {
        return vec![Part::Text(words.get("candidature-complete"))];
    }
    let line = |id: &FieldId| {
        let field = opened.revision.fields.get(*id)?;
        let address = match field.kind {
            FieldKind::File => desk.visit.link(&mine.at(&format!("/fichiers/{id}"))),
            _ => format!("#{}", entry::name(*id)),
        };
        let boxes = matches!(field.kind, FieldKind::Choice { .. } | FieldKind::Commitment);
        Some(Line {
            words: field.label.clone(),
            // A group of boxes has no id of its own.
            address: (!boxes).then_some(address),
            ..Line::default()
        })
    };
    let told = [("n", missing.len().into())];
    vec![
        Part::Text(words.with("candidature-manque", &told)),
        Part::Lines(missing.iter().filter_map(line).collect()),
    ]
}

fn answers_given(desk: &Desk, mine: &Mine) -> Vec<Part> {
    let words = desk.words();
    let given = (&mine.opened.revision.fields, &mine.opened.application);
    let facts = entry::answered(desk, given).into_iter();
    let facts: Vec<(String, String)> = facts.map(|(_, name, value)| (name, value)).collect();
    vec![
        Part::Title("reponses", words.get("candidature-reponses")),
        Part::Facts(facts),
    ]
}
