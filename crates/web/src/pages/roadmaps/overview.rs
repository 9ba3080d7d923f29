//! `…/feuilles-de-route/<roadmap>`: a roadmap at the desk of its body: where it stands, the next step, what members think,
//! all that is written with its links, and the export for the national form.

use askama::Template;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::Days;
use portulan_app::roadmaps::public::Known;
use portulan_app::roadmaps::{self, prepared_by};
use portulan_app::{Error, decisions, rights};
use portulan_formats::roadmaps::national_form_csv;
use portulan_i18n::{date, listed};
use portulan_model::Slug;
use portulan_model::consultations::Consultation;
use portulan_model::governance::{Body, Decision, DecisionNumber};
use portulan_model::roadmaps::{Roadmap, RoadmapState, Stage};
use portulan_policy::actions::ValidateRoadmap;
use portulan_policy::{Refusal, allow_apart};

use super::desk::{Pairs, TAB, body, crumbs, reads, writes};
use super::differences::{Told, told};
use super::public::{VersionView, csv, versions};
use super::view::{self, AxisView, Editing};
use super::{address, at_desk, words};
use crate::auth::{Desk, Refused, done, named};
use crate::pages::page::{Page, html};

/// How long a consultation is offered to last, in days: what bodies give their members between two meetings.
const CONSULTED_FOR: Days = Days::new(21);

#[derive(Template)]
#[template(path = "roadmaps/overview.html")]
struct OverviewPage {
    page: Page,
    crumbs: Vec<(String, String)>,
    action: String,
    standing: String,
    period: String,
    area: String,
    public: Option<String>,
    counts: Vec<String>,
    money: Option<[String; 3]>,
    step: Step,
    opinions: Option<Opinions>,
    /// What the amendment that is prepared changes.
    amendment: Vec<Told>,
    axes: Vec<AxisView>,
    versions: Vec<VersionView>,
    /// Where it is written; nothing for whoever only reads.
    links: Vec<(String, String)>,
    national: String,
    pdf: String,
}

/// The next step.
struct Step {
    /// Put to opinion until this day.
    consult: Option<String>,
    /// Decided by one of these: number, words.
    decide: Option<Decide>,
    /// Ended.
    close: bool,
    /// What is said where there is nothing to do now.
    note: Option<String>,
}

struct Decide {
    title: String,
    button: String,
    choices: Vec<(String, String)>,
}

/// What members think.
struct Opinions {
    lead: String,
    rows: Vec<(String, String, String)>,
    silent: Option<String>,
}

/// `GET …/{roadmap}`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, roadmap)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?;
    let read = reads(&desk, &body)?;
    let roadmap = roadmaps::read(desk.app(), &read, &named(&roadmap)?).await?;
    let decisions = decisions::of_body(desk.app(), &read).await?;
    Ok(html(&page(&desk, &body, &roadmap, &decisions)))
}

fn page(desk: &Desk, body: &Body, roadmap: &Roadmap, decisions: &[Decision]) -> OverviewPage {
    let (lang, words, visit) = (desk.visit.lang, desk.words(), &desk.visit);
    let writer = writes(desk, body).is_ok();
    let closed = roadmap.state.stage() == Stage::Closed;
    let root = at_desk(&body.slug, &roadmap.slug);
    let (_, _, new_action) = roadmaps::new_ids(desk.app());
    let editing = (writer && !closed).then(|| Editing {
        root: root.clone(),
        new_action,
        words: true,
    });
    let decided = roadmap.versions.iter().any(|one| one.decision.is_some());
    let amendment = roadmap.amendment.as_ref();
    let amendment = amendment.map(|next| told(visit, roadmap, (&roadmap.content, next)));
    OverviewPage {
        page: desk.page(roadmap.title.clone(), TAB),
        crumbs: crumbs(desk, body),
        standing: words::standing(lang, roadmap),
        period: words::period(lang, roadmap.period),
        area: words::area(visit, &roadmap.area),
        public: decided.then(|| visit.link(&address(&roadmap.slug))),
        counts: view::tally(words, roadmap.working()),
        money: view::money(lang, roadmap.working()),
        step: step(desk, body, roadmap, decisions),
        opinions: opinions(desk, roadmap),
        amendment: amendment.unwrap_or_default(),
        axes: view::axes(visit, roadmap, roadmap.working(), editing.as_ref()),
        versions: versions(visit, roadmap),
        links: if editing.is_some() {
            links(desk, roadmap, &root)
        } else {
            Vec::new()
        },
        national: format!("{root}/formulaire-national.csv"),
        pdf: format!("{root}/feuille-de-route.pdf"),
        action: root,
    }
}

fn links(desk: &Desk, roadmap: &Roadmap, root: &str) -> Vec<(String, String)> {
    let words = desk.words();
    let mut links = vec![(format!("{root}/axes"), words.get("roadmap-outline"))];
    if matches!(roadmap.state.stage(), Stage::Draft | Stage::InConsultation) {
        let presentation = (
            format!("{root}/presentation"),
            words.get("roadmap-presentation"),
        );
        links.insert(0, presentation);
    }
    links
}

/// What can be done now, by whoever looks.
fn step(desk: &Desk, body: &Body, roadmap: &Roadmap, decisions: &[Decision]) -> Step {
    let (words, today) = (desk.words(), desk.visit.today());
    let nothing = |note: Option<&str>| Step {
        consult: None,
        decide: None,
        close: false,
        note: note.map(|id| words.get(id)),
    };
    if writes(desk, body).is_err() {
        return nothing(None);
    }
    match &roadmap.state {
        RoadmapState::Draft if roadmap.content.actions().next().is_none() => {
            nothing(Some("roadmap-step-empty"))
        }
        RoadmapState::Draft => Step {
            consult: Some(
                today
                    .checked_add_days(CONSULTED_FOR)
                    .unwrap_or(today)
                    .to_string(),
            ),
            ..nothing(None)
        },
        RoadmapState::InConsultation { consultation } if !consultation.period().is_over(today) => {
            nothing(Some("roadmap-step-consulted"))
        }
        RoadmapState::InConsultation { .. } => decision(desk, body, roadmap, decisions, false),
        RoadmapState::Validated { .. } | RoadmapState::Amended { .. } => {
            if roadmap.amendment.is_some() {
                return decision(desk, body, roadmap, decisions, true);
            }
            Step {
                close: true,
                ..nothing(Some("roadmap-step-amend"))
            }
        }
        RoadmapState::Closed { .. } => nothing(None),
    }
}

/// The form of the decision, or why whoever looks does not see it.
fn decision(
    desk: &Desk,
    body: &Body,
    roadmap: &Roadmap,
    decisions: &[Decision],
    amends: bool,
) -> Step {
    let words = desk.words();
    let today = desk.visit.today();
    let known = decisions.iter().filter(|one| one.on <= today);
    let choice = |one: &Decision| {
        let told = [
            ("number", one.decision.number.to_string().into()),
            ("title", one.title.as_str().into()),
            ("date", date(desk.visit.lang, one.on).into()),
        ];
        let words = words.with("roadmap-decision-choice", &told);
        (one.decision.number.to_string(), words)
    };
    let choices: Vec<_> = known.map(choice).collect();
    let word = if amends { "amend" } else { "validate" };
    let note = match may_decide(desk, body, roadmap) {
        Err(Refusal::OwnWork { .. }) => Some("roadmap-own-work"),
        _ if choices.is_empty() => Some("roadmap-no-decision"),
        _ => None,
    };
    let decide = note.is_none().then(|| Decide {
        title: words.get(&format!("roadmap-step-{word}-title")),
        button: words.get(&format!("roadmap-step-{word}-do")),
        choices,
    });
    Step {
        consult: None,
        decide,
        close: false,
        note: note.map(|id| words.get(id)),
    }
}

fn may_decide(
    desk: &Desk,
    body: &Body,
    roadmap: &Roadmap,
) -> Result<portulan_policy::Capability<ValidateRoadmap>, Refusal> {
    let target = rights::led_body(&desk.visit.directory, body, desk.visit.today());
    allow_apart::<ValidateRoadmap>(desk.actor(), target, &prepared_by(roadmap))
}

/// What members think, where they were asked.
fn opinions(desk: &Desk, roadmap: &Roadmap) -> Option<Opinions> {
    let consultation: &Consultation = match &roadmap.state {
        RoadmapState::Draft => return None,
        RoadmapState::InConsultation { consultation }
        | RoadmapState::Validated { consultation, .. }
        | RoadmapState::Amended { consultation, .. }
        | RoadmapState::Closed { consultation } => consultation,
    };
    let (words, lang, directory) = (desk.words(), desk.visit.lang, &desk.visit.directory);
    let tally = consultation.tally();
    let told = [
        ("period", words::period(lang, consultation.period()).into()),
        ("favourable", tally.favourable.into()),
        ("reserved", tally.reserved.into()),
        ("opposed", tally.opposed.into()),
    ];
    let row = |one: &&portulan_model::consultations::Opinion| {
        (
            words::organisation(directory, &one.organisation),
            words.get(&format!("roadmap-view-{}", one.view.slug())),
            one.words
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default(),
        )
    };
    let today = desk.visit.today();
    let asked: Vec<Slug> = roadmaps::members(directory, &roadmap.body, today)
        .cloned()
        .collect();
    let silent: Vec<String> = consultation
        .silent(&asked)
        .map(|slug| words::organisation(directory, slug))
        .collect();
    let silent = (!silent.is_empty()).then(|| {
        let names = listed(lang, silent);
        words.with("roadmap-silent", &[("names", names.into())])
    });
    Some(Opinions {
        lead: words.with("roadmap-opinions-lead", &told),
        rows: consultation.standing().iter().map(row).collect(),
        silent,
    })
}

/// `POST …/{roadmap}`: puts to opinion, or ends.
pub(super) async fn act(
    desk: Desk,
    Path((slug, roadmap)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?;
    let may = writes(&desk, &body)?;
    let slug: Slug = named(&roadmap)?;
    // Before anything is done: a roadmap of another body is not found.
    roadmaps::read(desk.app(), &reads(&desk, &body)?, &slug).await?;
    let one = |name: &str| {
        let found = pairs.iter().find(|(given, _)| given == name);
        found.map_or("", |(_, value)| value.trim())
    };
    let back = at_desk(&body.slug, &slug);
    let today = desk.visit.today();
    let (did, note) = match one("geste") {
        "consulter" => match one("jusqu-au").parse() {
            Ok(until) if until >= today => {
                let did = roadmaps::consult(desk.app(), &may, &slug, until).await;
                (did, "roadmap-consulted")
            }
            _ => return Ok(done(&back, "roadmap-wrong-until")),
        },
        "clore" if one("sur") == "oui" => (
            roadmaps::close(desk.app(), &may, &slug).await,
            "roadmap-closed",
        ),
        "clore" => return Ok(done(&back, "roadmap-unsure")),
        _ => return Err(Refused(StatusCode::BAD_REQUEST)),
    };
    stepped(did, &back, note)
}

/// `POST …/{roadmap}/decision`: a decision of the body makes it its plan, or takes the amendment.
pub(super) async fn decide(
    desk: Desk,
    Path((slug, roadmap)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?;
    let read = reads(&desk, &body)?;
    let roadmap = roadmaps::read(desk.app(), &read, &named(&roadmap)?).await?;
    let back = at_desk(&body.slug, &roadmap.slug);
    let may = match may_decide(&desk, &body, &roadmap) {
        Ok(may) => may,
        Err(Refusal::OwnWork { .. }) => return Ok(done(&back, "roadmap-own-work")),
        Err(refusal) => return Err(refusal.into()),
    };
    let number = pairs.iter().find(|(name, _)| name == "decision");
    let number = number.and_then(|(_, value)| value.trim().parse::<DecisionNumber>().ok());
    let Some(number) = number else {
        return Ok(done(&back, "roadmap-no-decision"));
    };
    let note = if roadmap.amendment.is_some() {
        "roadmap-amended"
    } else {
        "roadmap-validated"
    };
    match roadmaps::decide(desk.app(), &may, &roadmap.slug, number).await {
        Err(Error::NotFound(_)) => Ok(done(&back, "roadmap-no-decision")),
        did => stepped(did, &back, note),
    }
}

/// What a step came to: where it is not allowed now, that is said.
fn stepped(did: Result<(), Error>, back: &str, note: &str) -> Result<Response, Refused> {
    match did {
        Ok(()) => Ok(done(back, note)),
        Err(Error::Conflict(_)) => Ok(done(back, "roadmap-not-now")),
        Err(error) => Err(error.into()),
    }
}

/// `GET …/{roadmap}/formulaire-national.csv`.
pub(super) async fn national(
    desk: Desk,
    Path((slug, roadmap)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?;
    let read = reads(&desk, &body)?;
    let roadmap = roadmaps::read(desk.app(), &read, &named(&roadmap)?).await?;
    let names = Known(&desk.visit.directory);
    let text = national_form_csv(&roadmap, roadmap.working(), &names);
    Ok(csv(
        &format!("{}-formulaire-national.csv", roadmap.slug),
        text,
    ))
}
