//! `…/appels/<appel>/formulaire`: the form of a call is put together, question by question, with buttons alone; then opened.

use askama::Template;
use axum::extract::{Form, Path};
use axum::response::Response;
use portulan_app::means::forms::{self, Build};
use portulan_model::means::calls::Call;
use portulan_model::means::forms::{Field, FieldId, Form as Built, Way};
use portulan_policy::Capability;
use portulan_policy::actions::ManageCalls;

use super::{ACT, Pairs, entry, told};
use crate::auth::{Desk, Refused, done};
use crate::pages::editing::answers::Answers;
use crate::pages::means::{Reached, TAB};
use crate::pages::page::{Page, html_form};

/// The field of a question.
pub(super) const FIELD: &str = "champ";
const REMOVE: &str = "retirer";
const OPEN: &str = "ouvrir";

#[derive(Template)]
#[template(path = "means/builder.html")]
struct BuilderPage {
    page: Page,
    crumbs: Vec<(String, String)>,
    wrong: Option<String>,
    standing: String,
    action: String,
    add: String,
    rows: Vec<Row>,
    /// Whether what is built differs from what is open.
    ahead: bool,
}

/// A question of the list.
struct Row {
    id: String,
    label: String,
    about: String,
    change: String,
    first: bool,
    last: bool,
}

/// The form of a call of the body, for whoever puts it together.
pub(super) struct Building {
    pub(super) at: Reached,
    pub(super) may: Capability<ManageCalls>,
    pub(super) call: Call,
    pub(super) form: Built,
}

impl Building {
    pub(super) async fn open(desk: &Desk, of: (&str, &str)) -> Result<Self, Refused> {
        let at = Reached::open(desk, of).await?;
        let may = at.manages(desk)?;
        match forms::read(desk.app(), &may, at.slug()).await {
            Ok((call, form)) => Ok(Self {
                at,
                may,
                call,
                form,
            }),
            Err(forms::FormsError::Other(error)) => Err(error.into()),
            // A call that is held elsewhere has no form.
            Err(_) => Err(Refused(axum::http::StatusCode::NOT_FOUND)),
        }
    }
}

/// `GET …/formulaire`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, call)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let building = Building::open(&desk, (&slug, &call)).await?;
    Ok(page(&desk, &building, None))
}

/// `POST …/formulaire`: a question moves or goes, or the form is opened.
pub(super) async fn act(
    desk: Desk,
    Path((slug, call)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let building = Building::open(&desk, (&slug, &call)).await?;
    let answers = Answers::of(pairs);
    let id = answers.text(FIELD).parse::<FieldId>().ok();
    let change = match (answers.text(ACT), id) {
        (OPEN, _) => Some(Build::Open),
        (REMOVE, Some(id)) => Some(Build::Remove(id)),
        (way, Some(id)) => Way::from_slug(way).map(|way| Build::Shift(id, way)),
        (_, None) => None,
    };
    let Some(change) = change else {
        let wrong = desk.words().get("edit-choice-unknown");
        return Ok(page(&desk, &building, Some(wrong)));
    };
    let note = match change {
        Build::Open => "formulaire-ouvert",
        _ => "appel-saved",
    };
    let built = forms::build(desk.app(), &building.may, building.at.slug(), change).await;
    match built {
        Ok(()) => Ok(done(&building.at.at("formulaire"), note)),
        Err(error) => {
            let wrong = told::form(&desk, error)?;
            Ok(page(&desk, &building, Some(wrong)))
        }
    }
}

fn page(desk: &Desk, building: &Building, wrong: Option<String>) -> Response {
    let (words, form) = (desk.words(), &building.form);
    let all = form.fields().all();
    let address = |part: &str| building.at.at(&format!("formulaire{part}"));
    let row = |(rank, one): (usize, &Field)| Row {
        id: one.id.to_string(),
        label: one.label.clone(),
        about: about(desk, form, one),
        change: desk
            .visit
            .link(&address(&format!("/question?{FIELD}={}", one.id))),
        first: rank == 0,
        last: rank + 1 == all.len(),
    };
    let standing = match form.latest() {
        None => words.get("formulaire-ferme"),
        Some(last) => {
            let day = portulan_i18n::date(desk.visit.lang, last.on);
            let told = [
                ("n", usize::try_from(last.number).unwrap_or_default().into()),
                ("date", day.into()),
            ];
            words.with("formulaire-version", &told)
        }
    };
    let refused = wrong.is_some();
    let told = [("title", building.call.terms.title.as_str().into())];
    let template = BuilderPage {
        page: desk.page(words.with("formulaire-de", &told), TAB),
        crumbs: building.at.crumbs(desk, true),
        wrong,
        standing,
        action: address(""),
        add: desk.visit.link(&address("/question")),
        rows: all.iter().enumerate().map(row).collect(),
        ahead: form.is_ahead() && !all.is_empty(),
    };
    html_form(refused, &template)
}

/// What a question asks for, and when.
fn about(desk: &Desk, form: &Built, one: &Field) -> String {
    let sort = desk
        .words()
        .get(&format!("formulaire-sorte-{}", one.kind.sort().slug()));
    let hint = entry::hint(desk, form.fields(), one);
    if hint.is_empty() {
        sort
    } else {
        format!("{sort}. {hint}")
    }
}
