//! Lists of posts, what is to be seen to first, and the form that opens one.

use axum::extract::{Form as Sent, Path};
use axum::response::Response;
use portulan_app::posts::{self, to_see_to};
use portulan_app::{naming, rights};
use portulan_model::posts::{Post, PostState};
use portulan_model::schemes::Scheme;
use portulan_model::{PostId, TerritoryKey};
use portulan_policy::Capability;
use portulan_policy::actions::ManagePosts;

use super::form;
use super::words::{alert_words, kind_words, share_words, state_words, total_words};
use crate::auth::{Desk, Refused, done};
use crate::pages::addresses;
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Ask, Cell, Form, Head, Part, Table, desk_page};
use crate::pages::schemes;
use crate::pages::typed::{Reading, faults, organisation_name, territory_name};

type Pairs = Vec<(String, String)>;

/// `GET /espace/postes[?territoire=]`: all that whoever looks answers for, or those under a territory.
pub(super) async fn show(desk: Desk) -> Result<Response, Refused> {
    let words = desk.words();
    let mut all = posts::list(desk.app(), desk.actor()).await?;
    let asked = desk
        .visit
        .value("territoire")
        .filter(|text| !text.is_empty());
    let within = asked.map(|text| naming::territory(&desk.visit.directory.reference, text));
    let title = match &within {
        Some(Ok(key)) => {
            all.retain(|post| under(&desk, &post.level, key));
            let name = territory_name(&desk.visit.directory, key);
            words.with("poste-title-in", &[("name", name.into())])
        }
        _ => words.get("poste-title"),
    };
    let mut parts = vec![Part::Ways(vec![(
        addresses::NEW_POST.to_owned(),
        words.get("poste-nouveau"),
    )])];
    if let Some(Err(fault)) = &within {
        let told = [("text", fault.text().into())];
        parts.push(Part::Warning(words.with("typed-unknown", &told)));
    }
    parts.extend(listed(&desk, &all));
    let head = Head {
        lead: words.get("poste-lead"),
        ..Head::default()
    };
    Ok(desk_page(desk.page(title, "postes"), head, parts))
}

/// `GET /espace/dispositifs/{slug}/postes`.
pub(super) async fn of_scheme(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let words = desk.words();
    let (scheme, may) = own(&desk, &slug)?;
    let all = posts::of_scheme(desk.app(), &may, &scheme.slug).await?;
    let new = format!("{}/nouveau", addresses::scheme_posts(&scheme.slug));
    let mut parts = vec![Part::Ways(vec![(new, words.get("poste-nouveau"))])];
    parts.extend(listed(&desk, &all));
    let title = words.with("poste-title-of", &[("name", scheme.name.as_str().into())]);
    Ok(desk_page(
        desk.page(title, "dispositifs"),
        head(&desk, Some(&scheme)),
        parts,
    ))
}

/// A scheme, and the right to manage its posts.
fn own(desk: &Desk, slug: &str) -> Result<(Scheme, Capability<ManagePosts>), Refused> {
    let scheme = schemes::find(desk, slug)?;
    let may = desk.may_on(rights::scheme(&desk.visit.directory, &scheme))?;
    Ok((scheme, may))
}

/// How many there are, each once; what is to be seen to; the table.
fn listed(desk: &Desk, all: &[Post]) -> Vec<Part> {
    let (words, today) = (desk.words(), desk.visit.today());
    if all.is_empty() {
        return vec![Part::Text(words.get("poste-none"))];
    }
    let there = all.iter().filter(|post| post.is_on(today));
    let told = [("what", total_words(words, there, today).into())];
    let heads = [
        "poste-quoi",
        "poste-niveau-name",
        "poste-temps-name",
        "poste-etat",
        "poste-a-suivre",
    ];
    let table = Table {
        caption: words.get("poste-title"),
        heads: heads.map(|id| words.get(id)).into(),
        rows: all.iter().map(|post| row(desk, post)).collect(),
    };
    vec![
        Part::Text(words.with("poste-total", &told)),
        Part::Table(table),
    ]
}

fn row(desk: &Desk, post: &Post) -> Vec<Cell> {
    let (lang, words, today) = (desk.visit.lang, desk.words(), desk.visit.today());
    let directory = &desk.visit.directory;
    let state = post.state_on(today).unwrap_or(PostState::Vacant);
    let share = post.fte_on(today);
    let share = share.map(|share| share_words(lang, u64::from(share.hundredths())));
    let alerts = to_see_to(post, today).into_iter();
    let alerts: Vec<String> = alerts.map(|alert| alert_words(words, alert)).collect();
    vec![
        Cell::to(kind_words(words, post.kind), addresses::post(post.id))
            .and(organisation_name(directory, &post.host)),
        Cell::of(territory_name(directory, &post.level)),
        Cell::of(share.unwrap_or_default()),
        Cell::of(state_words(words, state)),
        Cell::of(alerts.join(" ")),
    ]
}

/// Whether a level is another one, or under it.
fn under(desk: &Desk, level: &TerritoryKey, above: &TerritoryKey) -> bool {
    let node = portulan_policy::Node::Territory(above.clone());
    rights::territory(&desk.visit.directory, level).is_under(&node)
}

/// `GET /espace/postes/nouveau`.
pub(super) async fn blank(desk: Desk) -> Result<Response, Refused> {
    Ok(new(&desk, None, &Answers::default()))
}

/// `GET /espace/dispositifs/{slug}/postes/nouveau`.
pub(super) async fn blank_in(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let (scheme, _may) = own(&desk, &slug)?;
    let mut answers = Answers::default();
    let level = territory_name(&desk.visit.directory, &scheme.level);
    answers.put(form::LEVEL, level);
    Ok(new(&desk, Some(&scheme), &answers))
}

/// `POST /espace/postes/nouveau`: of no scheme, under the level that answers for it.
pub(super) async fn create(desk: Desk, Sent(pairs): Sent<Pairs>) -> Result<Response, Refused> {
    let mut answers = Answers::of(pairs);
    let id = drawn(&desk, &answers);
    let mut reading = Reading::of(&desk, &mut answers);
    let (may, level) = reading.level(form::LEVEL);
    let post = form::read_new(&mut reading, (id, level, None));
    match (may, post) {
        (Some(may), Some(post)) if answers.faults() == 0 => opened(&desk, &may, &post).await,
        _ => Ok(new(&desk, None, &answers)),
    }
}

/// `POST /espace/dispositifs/{slug}/postes/nouveau`.
pub(super) async fn create_in(
    desk: Desk,
    Path(slug): Path<String>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let (scheme, may) = own(&desk, &slug)?;
    let mut answers = Answers::of(pairs);
    let id = drawn(&desk, &answers);
    let mut reading = Reading::of(&desk, &mut answers);
    let level = if reading.answers.text(form::LEVEL).is_empty() {
        Some(scheme.level.clone())
    } else {
        reading.territory(form::LEVEL)
    };
    // A post of a scheme is counted at the level of the scheme or below: nowhere that the scheme does not answer for.
    if level
        .as_ref()
        .is_some_and(|level| !under(&desk, level, &scheme.level))
    {
        reading.fault(form::LEVEL, "poste-niveau-beyond");
    }
    let level = level.unwrap_or_else(|| scheme.level.clone());
    let post = form::read_new(&mut reading, (id, level, Some(scheme.slug.clone())));
    match post.filter(|_| answers.faults() == 0) {
        Some(post) => opened(&desk, &may, &post).await,
        None => Ok(new(&desk, Some(&scheme), &answers)),
    }
}

async fn opened(
    desk: &Desk,
    may: &Capability<ManagePosts>,
    post: &Post,
) -> Result<Response, Refused> {
    posts::create(desk.app(), may, post).await?;
    Ok(done(&addresses::post(post.id), "poste-opened"))
}

/// The id that was drawn for the form.
fn drawn(desk: &Desk, answers: &Answers) -> PostId {
    let id = answers.text(form::ID).parse();
    id.unwrap_or_else(|_none| posts::new_id(desk.app()))
}

fn new(desk: &Desk, scheme: Option<&Scheme>, answers: &Answers) -> Response {
    let words = desk.words();
    let ask = Ask { words, answers };
    let sheet = Form {
        id: "nouveau",
        title: None,
        action: match scheme {
            Some(scheme) => format!("{}/nouveau", addresses::scheme_posts(&scheme.slug)),
            None => addresses::NEW_POST.to_owned(),
        },
        faults: faults(words, answers),
        fields: form::new(desk, &ask, drawn(desk, answers)),
        submit: words.get("poste-open"),
        plain: false,
    };
    let page = desk.page(words.get("poste-nouveau"), "postes");
    desk_page(page, head(desk, scheme), vec![Part::Form(sheet)])
}

/// The ways back: to the scheme, or to all posts.
pub(super) fn head(desk: &Desk, scheme: Option<&Scheme>) -> Head {
    let crumbs = match scheme {
        Some(scheme) => vec![
            (addresses::scheme_desk(&scheme.slug), scheme.name.clone()),
            (
                addresses::scheme_posts(&scheme.slug),
                desk.words().get("poste-desk-title"),
            ),
        ],
        None => vec![(addresses::POSTS.to_owned(), desk.words().get("poste-title"))],
    };
    Head {
        crumbs,
        lead: String::new(),
    }
}
