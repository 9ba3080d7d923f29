//! `/espace/gouvernances/<slug>/membres`: who asks, who is in, who left; for those who lead the body, what they may decide.

use askama::Template;
use axum::extract::{Form, Path};
use axum::response::Response;
use chrono::NaiveDate;
use portulan_app::bodies;
use portulan_i18n::date;
use portulan_model::governance::{
    Body, Candidate, Confirmed, Departure, Left, Mandate, MemberRole, Membership, Tenure,
};
use portulan_policy::actions::ManageMembers;

use super::fields::Field;
use super::{body, founds, leads, names, reads, relieves, told};
use crate::auth::{Desk, Refused, done};
use crate::pages::addresses;
use crate::pages::editing::answers::Answers;
use crate::pages::page::{Page, html_form};

pub(super) const DECISION: &str = "decision";
pub(super) const REASON: &str = "motif";
pub(super) const ROLE: &str = "role";
pub(super) const FROM: &str = "du";
pub(super) const TO: &str = "au";
const ORGANISATION: &str = "organisation";

#[derive(Template)]
#[template(path = "bodies/members.html")]
struct MembersPage {
    page: Page,
    back: (String, String),
    wrong: Option<String>,
    leads: bool,
    relieves: bool,
    candidates: Vec<Asking>,
    members: Vec<Sitting>,
    gone: Vec<(String, String)>,
    /// Where somebody is seated by right, and by what.
    seat: Option<(String, Field)>,
}

/// A candidate.
struct Asking {
    id: String,
    action: String,
    name: String,
    about: String,
    decision: Field,
    reason: Field,
}

/// A member.
struct Sitting {
    id: String,
    action: String,
    name: String,
    about: String,
    roles: Vec<Role>,
    give: Vec<Field>,
    exclude: Vec<Field>,
    relieve: Field,
    by_right: bool,
}

/// A role of a member.
struct Role {
    slug: &'static str,
    words: String,
    now: bool,
    end: String,
}

/// What was typed for one membership, and is shown again.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) id: String,
    pub(super) answers: Answers,
    pub(super) wrong: Option<String>,
}

/// `GET /espace/gouvernances/{slug}/membres`.
pub(super) async fn show(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?.clone();
    page(&desk, &body, &Typed::default()).await
}

/// `POST /espace/gouvernances/{slug}/membres/de-droit`.
pub(super) async fn seat(
    desk: Desk,
    Path(slug): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?.clone();
    let may = founds(&desk, &body.seat)?;
    let (words, mut answers) = (desk.words(), Answers::of(pairs));
    let organisation = answers.organisation(words, &desk.visit.directory, ORGANISATION);
    let Some(organisation) = organisation else {
        answers.fault(ORGANISATION, words.get("bodies-wrong-missing"));
        return page(&desk, &body, &Typed::of("", answers)).await;
    };
    let outcome = bodies::seat_by_right(desk.app(), &may, (&body.slug, &organisation)).await;
    match outcome {
        Ok(()) => Ok(done(&here(&body), "bodies-member-saved")),
        Err(error) => {
            answers.fault(ORGANISATION, words.get(told(error)?));
            page(&desk, &body, &Typed::of("", answers)).await
        }
    }
}

impl Typed {
    pub(super) fn of(id: &str, answers: Answers) -> Self {
        Self {
            id: id.to_owned(),
            answers,
            wrong: None,
        }
    }
}

pub(super) fn here(body: &Body) -> String {
    addresses::body_desk(&body.slug, "membres")
}

/// The page, with what was typed and is wrong.
pub(super) async fn page(desk: &Desk, body: &Body, typed: &Typed) -> Result<Response, Refused> {
    let may = reads(desk, body)?;
    let all = bodies::members(desk.app(), &may, &body.slug).await?;
    let (words, day) = (desk.words(), desk.visit.today());
    let (mut candidates, mut members, mut gone) = (Vec::new(), Vec::new(), Vec::new());
    for one in &all {
        match one {
            Membership::Candidate(one) => candidates.push(asking(desk, body, one, typed)),
            Membership::Confirmed(one) => members.push(sitting(desk, body, (one, day), typed)),
            Membership::Left(one) => gone.push(left(desk, one)),
        }
    }
    members.sort_by_cached_key(|one| portulan_text::fold(&one.name));
    let seats = founds(desk, &body.seat).is_ok();
    let seat = seats.then(|| {
        let field = Answers::default();
        let typed = if typed.id.is_empty() {
            &typed.answers
        } else {
            &field
        };
        let action = format!("{}/de-droit", here(body));
        (action, typed.field(words, ORGANISATION, "text"))
    });
    let faults = typed.answers.faults() + usize::from(typed.wrong.is_some());
    let wrong = typed.wrong.clone();
    let some = || words.with("form-faults", &[("n", faults.into())]);
    let title = words.with("bodies-members-of", &[("name", body.name.as_str().into())]);
    let template = MembersPage {
        page: desk.page(title, "gouvernances"),
        back: (
            desk.visit.link(&addresses::body_desk(&body.slug, "")),
            body.name.clone(),
        ),
        wrong: wrong.or_else(|| (faults > 0).then(some)),
        leads: leads::<ManageMembers>(desk, body).is_ok(),
        relieves: relieves(desk, body).is_ok(),
        candidates,
        members,
        gone,
        seat,
    };
    Ok(html_form(faults > 0, &template))
}

/// The answers of the form of a membership: what was typed there, or nothing.
fn answers_of(typed: &Typed, id: &str) -> Answers {
    if typed.id == id {
        typed.answers.clone()
    } else {
        Answers::default()
    }
}

fn asking(desk: &Desk, body: &Body, one: &Candidate, typed: &Typed) -> Asking {
    let words = desk.words();
    let id = one.who().id.to_string();
    let answers = answers_of(typed, &id);
    let wish = words.get(&format!("bodies-wish-{}", one.wish().slug()));
    let told = [
        ("date", date(desk.visit.lang, one.since()).into()),
        ("wish", wish.into()),
    ];
    Asking {
        action: format!("{}/{id}", here(body)),
        name: names::organisation(&desk.visit.directory, &one.who().organisation),
        about: words.with("bodies-asked", &told),
        decision: answers.field(words, DECISION, "text").within(&id),
        reason: answers.field(words, REASON, "text").within(&id),
        id,
    }
}

fn sitting(
    desk: &Desk,
    body: &Body,
    (one, day): (&Confirmed, NaiveDate),
    typed: &Typed,
) -> Sitting {
    let words = desk.words();
    let id = one.who().id.to_string();
    let mut answers = answers_of(typed, &id);
    if answers.text(FROM).is_empty() {
        answers.put(FROM, day.to_string());
    }
    let by_right = one.tenure() == Tenure::ByRight;
    let since = [("date", date(desk.visit.lang, one.since()).into())];
    let about = if by_right {
        "bodies-by-right-since"
    } else {
        "bodies-member-since"
    };
    let name = names::organisation(&desk.visit.directory, &one.who().organisation);
    let roles = MemberRole::ALL
        .iter()
        .map(|role| (role.slug().to_owned(), names::role(words, *role)));
    let give = [
        answers.select(words, ROLE, roles),
        answers.field(words, FROM, "date"),
        answers.field(words, TO, "date"),
        answers.field(words, DECISION, "text"),
    ];
    let form = |name: &str| format!("{name}-{id}");
    let exclude = [
        answers.field(words, REASON, "text"),
        answers.field(words, DECISION, "text"),
    ];
    Sitting {
        action: format!("{}/{id}", here(body)),
        about: words.with(about, &since),
        roles: one
            .mandates()
            .iter()
            .map(|mandate| role(desk, (&name, mandate), day))
            .collect(),
        give: give
            .into_iter()
            .map(|one| one.within(&form("role")))
            .collect(),
        exclude: exclude
            .into_iter()
            .map(|one| one.within(&form("exclure")))
            .collect(),
        relieve: answers
            .field(words, REASON, "text")
            .within(&form("relever")),
        by_right,
        name,
        id,
    }
}

fn role(desk: &Desk, (name, mandate): (&str, &Mandate), day: NaiveDate) -> Role {
    let words = desk.words();
    let called = names::role(words, mandate.role);
    let period = names::period(desk.visit.lang, mandate.period);
    let shown = [Some(called.clone()), period].into_iter().flatten();
    let told = [("role", called.into()), ("name", name.into())];
    Role {
        slug: mandate.role.slug(),
        words: shown.collect::<Vec<_>>().join(", "),
        // A role whose last day is today has nothing left to end.
        now: mandate.period.holds(day) && mandate.period.to() != Some(day),
        end: words.with("bodies-role-end-of", &told),
    }
}

/// Who left, and how.
fn left(desk: &Desk, one: &Left) -> (String, String) {
    let words = desk.words();
    let (id, reason) = match one.departure() {
        Departure::Withdrew => ("bodies-left-withdrew", None),
        Departure::Declined { reason } => ("bodies-left-declined", Some(reason)),
        Departure::Excluded { reason, .. } => ("bodies-left-excluded", Some(reason)),
        Departure::Relieved { reason } => ("bodies-left-relieved", Some(reason)),
    };
    let told = [("date", date(desk.visit.lang, one.on()).into())];
    let mut about = words.with(id, &told);
    if let Some(reason) = reason {
        let told = [("reason", reason.as_str().into())];
        about.push(' ');
        about.push_str(&words.with("bodies-left-reason", &told));
    }
    let organisation = &one.who().organisation;
    (
        names::organisation(&desk.visit.directory, organisation),
        about,
    )
}
