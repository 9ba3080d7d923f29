//! `/espace/gouvernances/<slug>/reunions`: the meetings ahead and past of a body, the committees that are late to meet, and
//! the form that plans one.

use axum::extract::{Form, Path};
use axum::response::Response;
use portulan_app::meetings::{self, Late, committees, late};
use portulan_i18n::date;
use portulan_model::governance::{Body, Committee, Meeting};
use portulan_policy::actions::HoldMeetings;

use super::one::when;
use super::typed::{COMMITTEE, DAY, fields, plan as typed_plan};
use super::{MeetingError, TAB, at_desk, body, leads, reads, told};
use crate::auth::{Desk, Refused, done};
use crate::pages::addresses;
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{self, Head, Line, Part, desk_page};
use crate::pages::typed::faults;

/// `GET /espace/gouvernances/{slug}/reunions`.
pub(super) async fn show(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?.clone();
    page(&desk, &body, &Answers::default()).await
}

/// `POST /espace/gouvernances/{slug}/reunions`.
pub(super) async fn plan(
    desk: Desk,
    Path(slug): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?.clone();
    let may = leads::<HoldMeetings>(&desk, &body)?;
    let known = committees::of(desk.app(), &reads(&desk, &body)?, &body.slug).await?;
    let mut answers = Answers::of(pairs);
    let Some(plan) = typed_plan(&desk, &mut answers, &known) else {
        return page(&desk, &body, &answers).await;
    };
    match meetings::plan(desk.app(), &may, &body.slug, plan).await {
        Ok(id) => Ok(done(&at_desk(&body.slug, id, ""), "meetings-planned")),
        Err(error) => {
            let field = match error {
                MeetingError::NoCommittee(_) => COMMITTEE,
                _ => DAY,
            };
            answers.fault(field, desk.words().get(told(error)?));
            page(&desk, &body, &answers).await
        }
    }
}

async fn page(desk: &Desk, body: &Body, answers: &Answers) -> Result<Response, Refused> {
    let read = reads(desk, body)?;
    let known = committees::of(desk.app(), &read, &body.slug).await?;
    let all = meetings::of_body(desk.app(), &read, &body.slug).await?;
    let (words, today) = (desk.words(), desk.visit.today());
    let leads = leads::<HoldMeetings>(desk, body).is_ok();
    let mut parts = Vec::new();
    for one in late(&known, &all, today) {
        parts.extend(lateness(desk, &known, one).map(Part::Warning));
    }
    let (ahead, mut past): (Vec<&Meeting>, Vec<&Meeting>) =
        all.iter().partition(|one| one.is_ahead(today));
    past.reverse();
    for (id, title, none, list) in [
        ("a-venir", "meetings-ahead", "meetings-ahead-none", ahead),
        ("passees", "meetings-past", "meetings-past-none", past),
    ] {
        parts.push(Part::Title(id, words.get(title)));
        if list.is_empty() {
            parts.push(Part::Text(words.get(none)));
        } else {
            let lines = list.into_iter().map(|one| line(desk, body, &known, one));
            parts.push(Part::Lines(lines.collect()));
        }
    }
    if leads {
        parts.push(Part::Form(parts::Form {
            id: "prevoir",
            title: Some(words.get("meetings-plan")),
            action: addresses::body_desk(&body.slug, "reunions"),
            faults: faults(words, answers),
            fields: fields(desk, answers, &known, true),
            submit: words.get("meetings-plan-do"),
            plain: false,
        }));
    }
    let told = [("name", body.name.as_str().into())];
    let page = desk.page(words.with("meetings-of", &told), TAB);
    let head = Head {
        crumbs: vec![(
            desk.visit.link(&addresses::body_desk(&body.slug, "")),
            body.name.clone(),
        )],
        lead: String::new(),
    };
    Ok(desk_page(page, head, parts))
}

/// "Le comité X aurait dû se réunir avant le …".
fn lateness(desk: &Desk, known: &[Committee], one: Late) -> Option<String> {
    let committee = known.iter().find(|known| known.id == one.committee)?;
    let day = |day| date(desk.visit.lang, day);
    let due = day(one.due);
    let mut told = vec![
        ("name", committee.name.as_str().into()),
        ("due", due.into()),
    ];
    let Some(next) = one.next.map(day) else {
        return Some(desk.words().with("meetings-late", &told));
    };
    told.push(("next", next.into()));
    Some(desk.words().with("meetings-late-next", &told))
}

fn line(desk: &Desk, body: &Body, known: &[Committee], meeting: &Meeting) -> Line {
    let words = desk.words();
    let state = words.get(&format!("meetings-state-{}", meeting.state.word()));
    let committee = meeting.committee;
    let committee = committee.and_then(|id| known.iter().find(|one| one.id == id));
    let committee = committee.map(|one| one.name.clone());
    let more = [Some(when(desk, meeting)), committee, Some(state)];
    Line {
        words: meeting.title.clone(),
        address: Some(desk.visit.link(&at_desk(&body.slug, meeting.id, ""))),
        more: more.into_iter().flatten().collect::<Vec<_>>().join(", "),
        button: None,
    }
}
