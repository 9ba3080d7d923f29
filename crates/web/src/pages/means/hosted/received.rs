//! `…/appels/<appel>/candidatures`: what was submitted to a call, for those who lead its body and those who examine there.
//! Some fields of one may be returned for correction, with the reason.

use std::collections::BTreeSet;

use axum::extract::{Form, Path};
use axum::response::Response;
use portulan_app::means::applications::{self, Received};
use portulan_model::means::applications::{Application, ApplicationState, Stage};
use portulan_model::means::calls::Call;
use portulan_model::means::forms::{Answer, FieldId};
use portulan_model::{ApplicationId, FileId};
use portulan_policy::actions::ManageCalls;

use super::{Holding, Pairs, entry, told};
use crate::auth::{Desk, Refused, done, named};
use crate::pages::addresses;
use crate::pages::bodies::{files as shared, leads};
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Ask, Cell, Choice, Fact, Form as Sheet, Head, Part, Table, desk_page};
use crate::pages::typed::{Reading, faults, organisation_name};

/// The tab of the body.
const TAB: &str = "gouvernances";
/// The fields that are returned.
const FIELDS: &str = "candidature-renvoi";
/// Why.
const WHY: &str = "candidature-renvoi-motif";

/// `GET …/candidatures`.
pub(super) async fn list(
    desk: Desk,
    Path((slug, call)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let at = Holding::open(&desk, (&slug, &call))?;
    let (call, all) = applications::received(desk.app(), &at.may, &at.call).await?;
    let drafts = applications::count_drafts(desk.app(), &at.may, &at.call).await?;
    let words = desk.words();
    let heads = [
        "candidature-porteuse",
        "candidature-recepisse-recue",
        "candidature-etat",
    ];
    let row = |one: &Application| {
        let lead = organisation_name(&desk.visit.directory, one.parties.lead());
        let address = at.at(&format!("candidatures/{}", one.id));
        let first = one.receipts.first();
        vec![
            Cell::to(lead, desk.visit.link(&address)),
            Cell::of(
                first
                    .map(|first| told::received(&desk, first))
                    .unwrap_or_default(),
            ),
            Cell::of(told::standing(words, one)),
        ]
    };
    let table = if all.is_empty() {
        Part::Text(words.get("candidatures-aucune-recue"))
    } else {
        Part::Table(Table {
            caption: words.get("candidatures-recues"),
            heads: heads.iter().map(|id| words.get(id)).collect(),
            rows: all.iter().map(row).collect(),
        })
    };
    let begun = words.with("candidatures-brouillons", &[("n", drafts.into())]);
    let head = Head {
        crumbs: crumbs(&desk, &at, &call, false),
        lead: words.get("candidatures-recues-lead"),
    };
    let examined = (desk.visit.link(&at.at("examen")), words.get("examen-title"));
    let page = desk.page(words.get("candidatures-recues"), TAB);
    let parts = vec![Part::Text(begun), Part::Ways(vec![examined]), table];
    Ok(desk_page(page, head, parts))
}

/// `GET …/candidatures/{candidature}`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, call, id)): Path<(String, String, String)>,
) -> Result<Response, Refused> {
    let at = Holding::open(&desk, (&slug, &call))?;
    let id: ApplicationId = named(&id)?;
    let read = applications::read_received(desk.app(), &at.may, (&at.call, id)).await?;
    Ok(page(&desk, &at, &read, &Answers::default()))
}

/// `POST …/candidatures/{candidature}/renvoi`.
pub(super) async fn give_back(
    desk: Desk,
    Path((slug, call, id)): Path<(String, String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let at = Holding::open(&desk, (&slug, &call))?;
    let may = leads::<ManageCalls>(&desk, &at.body)?;
    let id: ApplicationId = named(&id)?;
    let of = (&at.call, id);
    let read = applications::read_received(desk.app(), &at.may, of).await?;
    let mut answers = Answers::of(pairs);
    let why = Reading::of(&desk, &mut answers).prose(WHY);
    let fields = answers
        .told(FIELDS)
        .map(|text| text.parse::<FieldId>().ok());
    let fields: Option<BTreeSet<FieldId>> = fields.collect();
    if fields.as_ref().is_none_or(BTreeSet::is_empty) {
        answers.fault(FIELDS, desk.words().get("candidature-renvoi-vide"));
    }
    if why.is_none() {
        answers.fault(WHY, desk.words().get("candidature-renvoi-sans-motif"));
    }
    let (Some(fields), Some(why)) = (fields.filter(|_| answers.faults() == 0), why) else {
        return Ok(page(&desk, &at, &read, &answers));
    };
    match applications::give_back(desk.app(), &may, of, (fields, why)).await {
        Ok(()) => Ok(done(
            &at.at(&format!("candidatures/{id}")),
            "candidature-renvoyee",
        )),
        Err(error) => {
            answers.fault(FIELDS, told::refusal(&desk, error)?);
            Ok(page(&desk, &at, &read, &answers))
        }
    }
}

/// `GET …/candidatures/{candidature}/pieces/{fichier}`.
pub(super) async fn file(
    desk: Desk,
    Path((slug, call, id, file)): Path<(String, String, String, String)>,
) -> Result<Response, Refused> {
    let at = Holding::open(&desk, (&slug, &call))?;
    let id: ApplicationId = named(&id)?;
    let file: FileId = named(&file)?;
    let read = applications::received_file(desk.app(), &at.may, (&at.call, id), file).await;
    shared::answered(read)
}

pub(super) fn crumbs(desk: &Desk, at: &Holding, call: &Call, under: bool) -> Vec<(String, String)> {
    let words = desk.words();
    let mut crumbs = vec![
        (
            desk.visit
                .link(&addresses::body_desk(&at.body.slug, "appels")),
            words.get("appels-title"),
        ),
        (desk.visit.link(&at.at("")), call.terms.title.clone()),
    ];
    if under {
        let list = desk.visit.link(&at.at("candidatures"));
        crumbs.push((list, words.get("candidatures-recues")));
    }
    crumbs
}

fn page(desk: &Desk, at: &Holding, (call, read): &(Call, Received), answers: &Answers) -> Response {
    let words = desk.words();
    let application = &read.application;
    let examined = at.at(&format!("candidatures/{}/examen", application.id));
    let examined = (desk.visit.link(&examined), words.get("examen-title"));
    let mut parts = vec![Part::Ways(vec![examined])];
    if let ApplicationState::Returned { why, .. } = &application.state {
        parts.push(Part::Warning(words.get("candidature-en-correction")));
        parts.push(Part::Lined(why.as_str().to_owned()));
    }
    let line = |value: String| (value, None);
    let all = entry::parties(desk, application).into_iter().map(line);
    let mut facts = vec![Fact::several(
        words.get("candidature-participants"),
        all.collect(),
    )];
    for receipt in &application.receipts {
        let when = told::received(desk, receipt);
        facts.push(Fact::of(words.get("candidature-recepisse"), when));
        let sum = receipt.fingerprint.to_string();
        facts.push(Fact::of(words.get("candidature-empreinte"), sum));
    }
    parts.push(Part::Known(facts));
    parts.push(Part::Title("reponses", words.get("candidature-reponses")));
    parts.push(Part::Known(answered(desk, at, read)));
    let returns = application.stage() == Stage::Submitted;
    if returns && leads::<ManageCalls>(desk, &at.body).is_ok() {
        parts.push(Part::Form(returned(desk, at, read, answers)));
    }
    let lead = organisation_name(&desk.visit.directory, application.parties.lead());
    let head = Head {
        crumbs: crumbs(desk, at, call, true),
        lead: told::standing(words, application),
    };
    let told = [("name", lead.into())];
    desk_page(
        desk.page(words.with("candidature-de", &told), TAB),
        head,
        parts,
    )
}

/// Every answer; a file leads to it.
fn answered(desk: &Desk, at: &Holding, read: &Received) -> Vec<Fact> {
    let application = &read.application;
    let line = |(id, name, value): (FieldId, String, String)| {
        let address = match application.answers.get(id) {
            Some(Answer::File(file)) => {
                let part = format!("candidatures/{}/pieces/{}", application.id, file.id);
                Some(desk.visit.link(&at.at(&part)))
            }
            _ => None,
        };
        Fact::several(name, vec![(value, address)])
    };
    let asked = (&read.revision.fields, application);
    entry::answered(desk, asked).into_iter().map(line).collect()
}

fn returned(desk: &Desk, at: &Holding, read: &Received, answers: &Answers) -> Sheet {
    let words = desk.words();
    let ask = Ask { words, answers };
    let shown = read
        .revision
        .fields
        .shown(&read.application.answers)
        .into_iter();
    let options = shown.map(|one| Choice {
        value: one.id.to_string(),
        label: one.label.clone(),
        hint: String::new(),
        chosen: answers.has(FIELDS, &one.id.to_string()),
    });
    let part = format!("candidatures/{}/renvoi", read.application.id);
    Sheet {
        id: "renvoyer",
        title: Some(words.get("candidature-renvoyer")),
        action: at.at(&part),
        faults: faults(words, answers),
        fields: vec![
            ask.choices(FIELDS, false, options.collect()),
            ask.area(WHY, 3),
        ],
        submit: words.get("candidature-renvoyer"),
        plain: true,
    }
}
