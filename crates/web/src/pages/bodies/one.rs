//! `/gouvernances/<slug>`: what a body governs, who answers for it, who is in it, what comes next. Nothing here is private:
//! candidates, minutes and names of persons are not.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::NaiveDate;
use portulan_app::bodies;
use portulan_i18n::{Words, date};
use portulan_model::Slug;
use portulan_model::governance::{Body, Committee, Meeting, MeetingState, Membership, Standing};
use portulan_model::periods::as_of;
use portulan_model::roadmaps::{Roadmap, Stage};

use super::names::{self, Contact, Covered};
use crate::pages::addresses;
use crate::pages::decisions::{self, Told};
use crate::pages::meetings::public_address;
use crate::pages::organisations;
use crate::pages::page::{Page, html};
use crate::pages::visit::Visit;

#[derive(Template)]
#[template(path = "bodies/one.html")]
struct OnePage {
    page: Page,
    name: String,
    seat: (String, String),
    /// From when to when; said where it is over, or looked at on another day.
    period: Option<String>,
    over: bool,
    on: Option<String>,
    summary: Option<String>,
    run_by: Option<(String, Option<String>)>,
    covered: Covered,
    documents: Vec<Document>,
    contacts: Vec<Contact>,
    members: Vec<Member>,
    members_total: String,
    committees: Vec<(String, String)>,
    meetings: Vec<Ahead>,
    decisions: Vec<Told>,
    minutes: Vec<Told>,
    roadmaps: Vec<Plan>,
    join: Option<String>,
}

struct Document {
    title: String,
    about: String,
    url: Option<String>,
}

struct Member {
    name: String,
    address: Option<String>,
    roles: String,
    since: Option<String>,
}

/// A public meeting to come.
struct Ahead {
    address: String,
    title: String,
    when: String,
    calendar: String,
}

struct Plan {
    address: String,
    title: String,
    about: String,
}

/// `GET /gouvernances/{slug}`.
pub(super) async fn show(visit: Visit, Path(slug): Path<String>) -> Result<Response, StatusCode> {
    let slug: Slug = slug.parse().map_err(|_shape| StatusCode::NOT_FOUND)?;
    let body = bodies::find(&visit.directory, &slug).ok_or(StatusCode::NOT_FOUND)?;
    let today = visit.today();
    let asked = as_of(visit.value("au"), today);
    let day = asked.map_err(|_no_day| StatusCode::BAD_REQUEST)?;
    Ok(html(&page(&visit, body, (day, today))))
}

fn page(visit: &Visit, body: &Body, (day, today): (NaiveDate, NaiveDate)) -> OnePage {
    let (words, directory) = (Words::new(visit.lang), &visit.directory);
    let members = members(visit, body, day);
    let over = body.period.is_over(day);
    let about = words.with("bodies-one-about", &[("name", body.name.as_str().into())]);
    let seat = (
        names::seat(directory, &body.seat),
        names::seat_address(visit, &body.seat),
    );
    OnePage {
        page: Page::new(visit, body.name.clone()).described(about),
        name: body.name.clone(),
        seat,
        period: names::period(visit.lang, body.period),
        over,
        on: (day != today)
            .then(|| words.with("bodies-on", &[("date", date(visit.lang, day).into())])),
        summary: body.summary.as_ref().map(|one| one.as_str().to_owned()),
        run_by: body
            .run_by
            .as_ref()
            .map(|slug| organisations::named(visit, slug)),
        covered: names::covered(visit, &body.area),
        documents: body
            .founding
            .iter()
            .map(|one| document(visit, one))
            .collect(),
        contacts: body
            .referents_on(day)
            .map(|one| names::contact(visit, one))
            .collect(),
        members_total: words.with("bodies-members-total", &[("n", members.len().into())]),
        members,
        committees: committees(visit, body, day),
        meetings: meetings(visit, body, day),
        decisions: decisions::published(visit, body, day),
        minutes: decisions::meetings(visit, body, day),
        roadmaps: roadmaps(visit, body),
        join: (!over && day == today)
            .then(|| visit.link(&addresses::body_desk(&body.slug, "rejoindre"))),
    }
}

fn document(visit: &Visit, document: &portulan_model::governance::FoundingDocument) -> Document {
    let (title, about) = names::document(visit.lang, document);
    Document {
        title,
        about,
        url: document.url.clone(),
    }
}

/// Those who lead first, then by name.
fn members(visit: &Visit, body: &Body, day: NaiveDate) -> Vec<Member> {
    let words = Words::new(visit.lang);
    let all = visit.directory.levels.memberships(&body.slug);
    let member = |one: &Membership| one.standing_on(day) == Some(Standing::Confirmed);
    let mut rows: Vec<(bool, Member)> = all
        .filter(|one| member(one))
        .map(|one| {
            let roles = names::roles(words, one, day);
            let (name, address) = organisations::named(visit, &one.who().organisation);
            let row = Member {
                name,
                address,
                since: since(visit, one),
                roles: if roles.is_empty() {
                    words.get("bodies-role-none")
                } else {
                    portulan_i18n::listed(visit.lang, roles.clone())
                },
            };
            (roles.is_empty(), row)
        })
        .collect();
    rows.sort_by_cached_key(|(last, row)| (*last, portulan_text::fold(&row.name)));
    rows.into_iter().map(|(_, row)| row).collect()
}

fn since(visit: &Visit, member: &Membership) -> Option<String> {
    let Membership::Confirmed(one) = member else {
        return None;
    };
    Some(date(visit.lang, one.since()))
}

/// The committees of the day: name, what each is for and how often it meets.
fn committees(visit: &Visit, body: &Body, day: NaiveDate) -> Vec<(String, String)> {
    let words = Words::new(visit.lang);
    let all = visit.directory.published.committees.get(&body.slug);
    let about = |one: &Committee| {
        let kind = words.get(&format!("bodies-committee-{}", one.kind.slug()));
        let often = one.frequency.map(|often| {
            let slug = often.slug();
            words.get(&format!("bodies-frequency-{slug}"))
        });
        [Some(kind), often]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
    };
    all.into_iter()
        .flatten()
        .filter(|one| one.period.holds(day))
        .map(|one| (one.name.clone(), about(one).join(", ")))
        .collect()
}

/// The meetings to come that everybody may know of.
fn meetings(visit: &Visit, body: &Body, day: NaiveDate) -> Vec<Ahead> {
    let mut ahead: Vec<&Meeting> = visit
        .directory
        .levels
        .meetings(&body.slug)
        .filter(|one| one.public && one.is_ahead(day))
        .collect();
    ahead.sort_by_key(|one| one.day());
    let when = |one: &Meeting| match &one.state {
        MeetingState::Convened { convocation, .. } => visit.instant(convocation.begins),
        _ => date(visit.lang, one.day()),
    };
    ahead
        .into_iter()
        .map(|one| Ahead {
            address: visit.link(&decisions::meeting_address(&body.slug, one.id)),
            title: one.title.clone(),
            when: when(one),
            calendar: public_address(&body.slug, one.id),
        })
        .collect()
}

/// The roadmaps that were put to opinion or decided: a draft is its body's alone.
fn roadmaps(visit: &Visit, body: &Body) -> Vec<Plan> {
    let words = Words::new(visit.lang);
    let all = visit.directory.levels.roadmaps(&body.slug);
    let plan = |one: &Roadmap| {
        let stage = words.get(&format!("bodies-stage-{}", one.state.stage().slug()));
        let period = names::period(visit.lang, one.period);
        let about = [Some(stage), period].into_iter().flatten();
        Plan {
            address: visit.link(&format!("/feuilles-de-route/{}", one.slug)),
            title: one.title.clone(),
            about: about.collect::<Vec<_>>().join(", "),
        }
    };
    all.filter(|one| one.state.stage() != Stage::Draft)
        .map(plan)
        .collect()
}
