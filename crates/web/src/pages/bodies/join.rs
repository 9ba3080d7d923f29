//! `/espace/gouvernances/<slug>/rejoindre`: an organisation asks to be in a body; and it leaves when it wants to.

use askama::Template;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::{bodies, rights};
use portulan_model::governance::{Body, Wish};
use portulan_model::{MembershipId, Slug};
use portulan_policy::Capability;
use portulan_policy::actions::JoinBody;

use super::desk::spoken_for;
use super::fields::Field;
use super::{body, names, told};
use crate::auth::{Desk, Refused, done};
use crate::pages::addresses;
use crate::pages::editing::answers::Answers;
use crate::pages::page::{Page, html_form};
use crate::pages::typed::faults;

const ORGANISATION: &str = "organisation";
const WISH: &str = "souhait";
const MEMBERSHIP: &str = "adhesion";

#[derive(Template)]
#[template(path = "bodies/join.html")]
struct JoinPage {
    page: Page,
    back: (String, String),
    action: String,
    faults: Option<String>,
    over: bool,
    fields: Vec<Field>,
}

/// `GET /espace/gouvernances/{slug}/rejoindre`.
pub(super) async fn show(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?;
    Ok(page(&desk, body, &Answers::default()))
}

/// `POST /espace/gouvernances/{slug}/rejoindre`.
pub(super) async fn apply(
    desk: Desk,
    Path(slug): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?.clone();
    let (words, mut answers) = (desk.words(), Answers::of(pairs));
    let organisation = answers.organisation(words, &desk.visit.directory, ORGANISATION);
    let wish = Wish::from_slug(answers.text(WISH));
    for (field, missing) in [
        (ORGANISATION, organisation.is_none()),
        (WISH, wish.is_none()),
    ] {
        if missing {
            answers.fault(field, words.get("bodies-wrong-missing"));
        }
    }
    let (Some(organisation), Some(wish)) = (organisation, wish) else {
        return Ok(page(&desk, &body, &answers));
    };
    let may = speaks(&desk, &organisation)?;
    let asked = bodies::apply(desk.app(), &may, (&body.slug, &organisation), wish).await;
    match asked {
        Ok(_id) => Ok(done(addresses::BODIES_DESK, "bodies-asked")),
        Err(error) => {
            answers.fault(ORGANISATION, words.get(told(error)?));
            Ok(page(&desk, &body, &answers))
        }
    }
}

/// `POST /espace/gouvernances/{slug}/quitter`.
pub(super) async fn leave(
    desk: Desk,
    Path(slug): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let body = body(&desk, &slug)?.clone();
    let answers = Answers::of(pairs);
    let id: Result<MembershipId, _> = answers.text(MEMBERSHIP).parse();
    let id = id.map_err(|_no_id| Refused(StatusCode::BAD_REQUEST))?;
    // Whose it is, is read from the membership itself: only those of one's own organisations are looked at.
    for organisation in spoken_for(&desk) {
        let may = speaks(&desk, &organisation)?;
        let own = bodies::memberships_of(desk.app(), &may).await?;
        if own.iter().any(|one| one.who().id == id) {
            return match bodies::leave(desk.app(), &may, (&body.slug, id)).await {
                Ok(()) => Ok(done(addresses::BODIES_DESK, "bodies-left")),
                Err(error) => {
                    told(error)?;
                    Err(Refused(StatusCode::CONFLICT))
                }
            };
        }
    }
    Err(Refused(StatusCode::NOT_FOUND))
}

fn speaks(desk: &Desk, organisation: &Slug) -> Result<Capability<JoinBody>, Refused> {
    let directory = &desk.visit.directory;
    let known = directory.organisations.get(organisation);
    let known = known.ok_or(Refused(StatusCode::NOT_FOUND))?;
    desk.may_on(rights::organisation(directory, known))
}

fn page(desk: &Desk, body: &Body, answers: &Answers) -> Response {
    let (words, directory) = (desk.words(), &desk.visit.directory);
    let own = spoken_for(desk).into_iter();
    let own: Vec<(String, String)> = own
        .map(|slug| (slug.to_string(), names::organisation(directory, &slug)))
        .collect();
    // The operator speaks for whichever organisation is named.
    let organisation = if own.is_empty() {
        answers.field(words, ORGANISATION, "text")
    } else {
        answers.select(words, ORGANISATION, own)
    };
    let wishes = Wish::ALL.iter().map(|wish| {
        let shown = words.get(&format!("bodies-wish-{}", wish.slug()));
        (wish.slug().to_owned(), shown)
    });
    let title = words.with("bodies-join-of", &[("name", body.name.as_str().into())]);
    let template = JoinPage {
        page: desk.page(title, "gouvernances"),
        back: (
            desk.visit.link(&addresses::body(&body.slug)),
            body.name.clone(),
        ),
        action: addresses::body_desk(&body.slug, "rejoindre"),
        faults: faults(words, answers),
        over: body.period.is_over(desk.visit.today()),
        fields: vec![organisation, answers.select(words, WISH, wishes)],
    };
    html_form(template.faults.is_some(), &template)
}
