//! `/espace/avis`: the applications that concern the levels for which somebody speaks, and what their level thinks of each.

use axum::extract::{Form as Sent, Path};
use axum::response::Response;
use portulan_app::means::examination::{self, Routed};
use portulan_app::rights;
use portulan_model::means::examination::Advice;
use portulan_model::{ApplicationId, TerritoryKey};
use portulan_policy::actions::Advise;

use super::super::Pairs;
use super::{acts, told};
use crate::auth::{Desk, Refused, done, named};
use crate::pages::addresses::TO_ADVISE;
use crate::pages::editing::answers::Answers;
use crate::pages::means::hosted::entry;
use crate::pages::parts::{Ask, Cell, Fact, Form, Head, Part, Table, desk_page};
use crate::pages::typed::{Reading, faults, organisation_name, territory_name};

const TAB: &str = "gouvernances";

const LEVEL: &str = "examen-niveau";
const ADVICE: &str = "examen-avis";
const WHY: &str = "examen-avis-motif";

fn address(id: ApplicationId) -> String {
    format!("{TO_ADVISE}/{id}")
}

/// `GET /espace/avis`.
pub(super) async fn list(desk: Desk) -> Result<Response, Refused> {
    let words = desk.words();
    let all = examination::to_advise(desk.app(), desk.actor()).await?;
    let row = |one: &Routed| {
        let lead = one.application.parties.lead();
        let lead = organisation_name(&desk.visit.directory, lead);
        let levels = one.levels.iter();
        let told = levels.map(|level| {
            let name = territory_name(&desk.visit.directory, level);
            match one.examination.advised.get(level) {
                Some(advised) => format!("{name} : {}", told::advice(words, advised.advice)),
                None => format!("{name} : {}", words.get("examen-pas-dit")),
            }
        });
        vec![
            Cell::to(lead, desk.visit.link(&address(one.application.id))),
            Cell::of(one.call.terms.title.clone()),
            Cell::of(told.collect::<Vec<_>>().join(" · ")),
        ]
    };
    let title = words.get("examen-a-aviser");
    let part = if all.is_empty() {
        Part::Text(words.get("examen-rien-a-aviser"))
    } else {
        let heads = ["candidature-porteuse", "examen-appel", "examen-avis"];
        Part::Table(Table {
            caption: title.clone(),
            heads: heads.iter().map(|id| words.get(id)).collect(),
            rows: all.iter().map(row).collect(),
        })
    };
    let head = Head {
        lead: words.get("examen-a-aviser-lead"),
        ..Head::default()
    };
    Ok(desk_page(desk.page(title, TAB), head, vec![part]))
}

/// `GET /espace/avis/{candidature}`.
pub(super) async fn show(desk: Desk, Path(id): Path<String>) -> Result<Response, Refused> {
    let routed = examination::routed(desk.app(), desk.actor(), named(&id)?).await?;
    Ok(page(&desk, &routed, &Answers::default()))
}

/// `POST /espace/avis/{candidature}`.
pub(super) async fn advise(
    desk: Desk,
    Path(id): Path<String>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let routed = examination::routed(desk.app(), desk.actor(), named(&id)?).await?;
    let mut answers = Answers::of(pairs);
    let mut reading = Reading::of(&desk, &mut answers);
    let given = reading.answers.text(LEVEL).parse::<TerritoryKey>().ok();
    let level = match given {
        None => routed.levels.first().cloned(),
        Some(level) => routed.levels.contains(&level).then_some(level),
    };
    if level.is_none() {
        reading.fault(LEVEL, "examen-faux-niveau");
    }
    let advice = reading.one_of(ADVICE, Advice::ALL, Advice::from_slug);
    let why = acts::motive(&mut reading, WHY);
    let (Some(level), Some(advice), Some(why)) = (level, advice, why) else {
        return Ok(page(&desk, &routed, &answers));
    };
    let target = rights::territory(&desk.visit.directory, &level);
    let may = desk.may_on::<Advise>(target)?;
    let id = routed.application.id;
    match examination::advise(desk.app(), &may, id, (advice, why)).await {
        Ok(()) => Ok(done(&address(id), "examen-dit")),
        Err(error) => {
            answers.fault(WHY, told::refusal(&desk, error)?);
            Ok(page(&desk, &routed, &answers))
        }
    }
}

fn page(desk: &Desk, routed: &Routed, answers: &Answers) -> Response {
    let words = desk.words();
    let directory = &desk.visit.directory;
    let application = &routed.application;
    let mut facts = vec![Fact::of(
        words.get("examen-appel"),
        routed.call.terms.title.clone(),
    )];
    for (level, advised) in &routed.examination.advised {
        let name = territory_name(directory, level);
        let name = words.with("examen-avis-de", &[("name", name.into())]);
        let advice = told::advice(words, advised.advice);
        facts.push(Fact::of(
            name,
            format!("{advice}. {}", told::said(desk, &advised.said)),
        ));
    }
    let mut parts = vec![Part::Known(facts)];
    if let Some(ruling) = routed.examination.ruling() {
        parts.push(Part::Text(told::outcome(words, ruling.outcome)));
    } else {
        parts.push(Part::Form(form(desk, routed, answers)));
    }
    parts.push(Part::Title("reponses", words.get("candidature-reponses")));
    let asked = (&routed.revision.fields, application);
    let answered = entry::answered(desk, asked).into_iter();
    let answered = answered.map(|(_, name, value)| Fact::of(name, value));
    parts.push(Part::Known(answered.collect()));
    let lead = organisation_name(directory, application.parties.lead());
    let head = Head {
        crumbs: vec![(desk.visit.link(TO_ADVISE), words.get("examen-a-aviser"))],
        lead: String::new(),
    };
    let title = words.with("examen-avis-sur", &[("name", lead.into())]);
    desk_page(desk.page(title, TAB), head, parts)
}

fn form(desk: &Desk, routed: &Routed, answers: &Answers) -> Form {
    let words = desk.words();
    let ask = Ask { words, answers };
    let name = |level: &TerritoryKey| {
        let name = territory_name(&desk.visit.directory, level);
        (level.to_string(), name)
    };
    let advices: Vec<&str> = Advice::ALL.iter().map(|one| one.slug()).collect();
    Form {
        id: "avis",
        title: Some(words.get("examen-aviser")),
        action: address(routed.application.id),
        faults: faults(words, answers),
        fields: vec![
            ask.select(LEVEL, routed.levels.iter().map(name)),
            ask.one_of(ADVICE, &advices),
            ask.area(WHY, 3),
        ],
        submit: words.get("examen-aviser"),
        plain: false,
    }
}
