//! `/espace/structures/<slug>/avis/socles/<seat>`: a partner says what it thinks of the services on which a scheme or a
//! cluster asks. It reads its own opinions, and nobody else's.

use axum::extract::{Form as Sent, Path};
use axum::response::Response;
use portulan_app::baselines::{self, Asked};
use portulan_i18n::date;
use portulan_model::Seat;
use portulan_model::baseline::AskedLine;
use portulan_model::people::Organisation;

use super::Pairs;
use crate::auth::{Desk, Refused, done, named};
use crate::pages::clusters::seat_name;
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Area, Choice, Choices, Field, Form, Head, Part, desk_page};
use crate::pages::roadmaps::opinion::{self, VIEWS, Wrong};
use crate::pages::typed::faults;

const LINES: u8 = 3;

fn view_field(line: &AskedLine) -> String {
    format!("avis-{}", line.service.slug)
}

fn words_field(line: &AskedLine) -> String {
    format!("motif-{}", line.service.slug)
}

/// The page on which an organisation answers a scheme or a cluster.
pub(in crate::pages) fn address(organisation: &Organisation, seat: &Seat) -> String {
    format!(
        "{}/socles/{seat}",
        opinion::list_address(&organisation.slug)
    )
}

/// `GET /espace/structures/{slug}/avis/socles/{consulted}`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, consulted)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let (organisation, may) = opinion::reached(&desk, &slug)?;
    let asked = baselines::asked(desk.app(), &may, &named(&consulted)?).await?;
    let mut answers = Answers::default();
    for line in &asked.lines {
        let Some(own) = &line.own else { continue };
        answers.put(&view_field(line), own.view.slug());
        let words = own.words.as_ref().map(ToString::to_string);
        answers.put(&words_field(line), words.unwrap_or_default());
    }
    Ok(page(&desk, &organisation, &asked, &answers))
}

/// `POST /espace/structures/{slug}/avis/socles/{consulted}`.
pub(super) async fn give(
    desk: Desk,
    Path((slug, consulted)): Path<(String, String)>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let (organisation, may) = opinion::reached(&desk, &slug)?;
    let asked = baselines::asked(desk.app(), &may, &named(&consulted)?).await?;
    let mut answers = Answers::of(pairs);
    let said = read(&desk, &asked, &mut answers);
    if answers.faults() > 0 {
        return Ok(page(&desk, &organisation, &asked, &answers));
    }
    let back = opinion::list_address(&organisation.slug);
    match baselines::hear(desk.app(), &may, &asked.of, said).await {
        Ok(()) => Ok(done(&back, "roadmap-opinion")),
        Err(portulan_app::Error::Conflict(_)) => Ok(done(&back, "consulter-over")),
        Err(error) => Err(error.into()),
    }
}

/// The lines on which something is said; a line that is left alone says nothing.
fn read(desk: &Desk, asked: &Asked, answers: &mut Answers) -> Vec<baselines::SaidOpinion> {
    let words = desk.words();
    let mut said = Vec::new();
    for line in &asked.lines {
        let (view, why) = (view_field(line), words_field(line));
        if answers.text(&view).is_empty() && answers.text(&why).is_empty() {
            continue;
        }
        match opinion::read(answers.text(&view), answers.text(&why)) {
            Ok((view, why)) => said.push((line.service.slug.clone(), view, why)),
            Err(wrong) => {
                for fault in wrong {
                    match fault {
                        Wrong::View(id) => answers.fault(view.as_str(), words.get(id)),
                        Wrong::Words(id) => answers.fault(why.as_str(), words.get(id)),
                    }
                }
            }
        }
    }
    let first = asked.lines.first().filter(|_| said.is_empty());
    if let Some(first) = first.filter(|_| answers.faults() == 0) {
        answers.fault(view_field(first), words.get("consulter-nothing"));
    }
    said
}

fn page(desk: &Desk, organisation: &Organisation, asked: &Asked, answers: &Answers) -> Response {
    let words = desk.words();
    let name = seat_name(&desk.visit.directory, &asked.of);
    let title = words.with("consulter-asked-title", &[("name", name.into())]);
    let told = [("organisation", organisation.name.as_str().into())];
    let head = Head {
        crumbs: vec![(
            opinion::list_address(&organisation.slug),
            words.get("roadmap-asked-title"),
        )],
        lead: words.with("consulter-asked-lead", &told),
    };
    let fields = asked.lines.iter();
    let form = Part::Form(Form {
        id: "avis",
        title: None,
        action: address(organisation, &asked.of),
        faults: faults(words, answers),
        fields: fields
            .flat_map(|line| fields_of(desk, line, answers))
            .collect(),
        submit: words.get("consulter-give"),
        plain: false,
    });
    desk_page(desk.page(title, "structures"), head, vec![form])
}

/// What one thinks of a service, and why.
fn fields_of(desk: &Desk, line: &AskedLine, answers: &Answers) -> [Field; 2] {
    let words = desk.words();
    let (view, why) = (view_field(line), words_field(line));
    let option = |one: portulan_model::consultations::View| Choice {
        value: one.slug().to_owned(),
        label: words.get(&format!("roadmap-view-{}", one.slug())),
        hint: String::new(),
        chosen: answers.text(&view) == one.slug(),
    };
    let until = line.until.map(|last| {
        let told = [("date", date(desk.visit.lang, last).into())];
        words.with("roadmap-asked-until", &told)
    });
    let told = [("service", line.service.name.as_str().into())];
    [
        Field::Choices(Choices {
            legend: line.service.name.clone(),
            hint: until.unwrap_or_default(),
            one: true,
            wrong: answers.wrong(&view),
            options: VIEWS.map(option).into(),
            name: view.clone(),
        }),
        Field::Area(Area {
            label: words.with("consulter-motif", &told),
            hint: words.get("consulter-motif-hint"),
            rows: LINES,
            value: answers.first(&why).unwrap_or_default().to_owned(),
            wrong: answers.wrong(&why),
            id: why,
        }),
    ]
}
