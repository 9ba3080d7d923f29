//! `…/appels/<appel>/preuves`: what shows that an answer was sent in time. Put there by those who lead the body, read by its
//! members, never opened in the page.

use askama::Template;
use axum::extract::{Multipart, Path};
use axum::response::Response;
use portulan_app::means::calls::{self, MeansError};
use portulan_model::FileId;
use portulan_model::means::calls::Proof;

use super::shared::{self, Cut, FILE};
use super::{Reached, TAB, told};
use crate::auth::{Desk, Refused, done, named};
use crate::pages::editing::answers::Answers;
use crate::pages::page::{Page, html_form};
use crate::pages::typed::{Reading, faults, organisation_name};

/// The field of the organisation that answered.
const WHO: &str = "appel-preuve-structure";

#[derive(Template)]
#[template(path = "means/proofs.html")]
struct ProofsPage {
    page: Page,
    crumbs: Vec<(String, String)>,
    /// Address, name, organisation and instant of each.
    rows: Vec<(String, String, String)>,
    form: Option<ProofForm>,
}

struct ProofForm {
    action: String,
    faults: Option<String>,
    who: String,
    who_wrong: Option<String>,
    file_wrong: Option<String>,
}

/// `GET …/preuves`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, call)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let at = Reached::open(&desk, (&slug, &call)).await?;
    Ok(page(&desk, &at, &Answers::default()))
}

/// `POST …/preuves`.
pub(super) async fn add(
    desk: Desk,
    Path((slug, call)): Path<(String, String)>,
    form: Multipart,
) -> Result<Response, Refused> {
    let at = Reached::open(&desk, (&slug, &call)).await?;
    let may = at.manages(&desk)?;
    let words = desk.words();
    let (mut answers, upload) = shared::form(form).await;
    let upload = upload.unwrap_or_else(|Cut| {
        answers.fault(FILE, words.get("upload-cut"));
        None
    });
    if upload.is_none() {
        answers.fault(FILE, words.get("meetings-wrong-file"));
    }
    let who = Reading::of(&desk, &mut answers).needed_organisation(WHO);
    let (Some(upload), Some(who)) = (upload, who) else {
        return Ok(page(&desk, &at, &answers));
    };
    match calls::attach(desk.app(), &may, at.slug(), (who, upload)).await {
        Ok(()) => Ok(done(&at.at("preuves"), "appel-saved")),
        Err(error) => {
            let field = match error {
                MeansError::NoOrganisation(_) => WHO,
                _ => FILE,
            };
            answers.fault(field, told(&desk, error)?);
            Ok(page(&desk, &at, &answers))
        }
    }
}

/// `GET …/preuves/{preuve}`.
pub(super) async fn serve(
    desk: Desk,
    Path((slug, call, proof)): Path<(String, String, String)>,
) -> Result<Response, Refused> {
    let at = Reached::open(&desk, (&slug, &call)).await?;
    let id: FileId = named(&proof)?;
    shared::answered(calls::read_file(desk.app(), &at.read, at.slug(), id).await)
}

fn page(desk: &Desk, at: &Reached, answers: &Answers) -> Response {
    let words = desk.words();
    let row = |one: &Proof| {
        let told = [
            (
                "name",
                organisation_name(&desk.visit.directory, &one.organisation).into(),
            ),
            ("when", desk.instant(one.at).into()),
        ];
        (
            at.at(&format!("preuves/{}", one.file.id)),
            one.file.name.clone(),
            words.with("appel-proof-about", &told),
        )
    };
    let form = at.manages(desk).is_ok().then(|| ProofForm {
        action: at.at("preuves"),
        faults: faults(words, answers),
        who: answers.first(WHO).unwrap_or_default().to_owned(),
        who_wrong: answers.wrong(WHO),
        file_wrong: answers.wrong(FILE),
    });
    let told = [("title", at.prepared.call.terms.title.as_str().into())];
    let template = ProofsPage {
        page: desk.page(words.with("appel-proofs-of", &told), TAB),
        crumbs: at.crumbs(desk, true),
        rows: at.prepared.file.proofs.iter().map(row).collect(),
        form,
    };
    html_form(answers.faults() > 0, &template)
}
