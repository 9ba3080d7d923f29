//! An application begins: who may is told before anything is filled in, and what is known already is filled in for them.

use std::collections::HashMap;

use portulan_model::means::applications::Application;
use portulan_model::means::calls::{Call, Gate};
use portulan_model::means::forms::{
    Answer, Answers, Field, FieldKind, FieldSort, Form, Known as _, Said,
};
use portulan_model::people::Organisation;
use portulan_model::{ApplicationId, Slug};
use portulan_policy::Capability;
use portulan_policy::actions::Apply;
use portulan_store::Write;
use portulan_text::fold;

use super::around::Around;
use super::{ApplicationError, ApplyError, gate, told};
use crate::clock::draw;
use crate::means::calls::{Barrier, barriers, known, missing, organisation_of};
use crate::{App, Directory};

/// What a text field asks for where it asks for the name of whoever answers, folded.
const NAMES: [&str; 5] = [
    "nom de la structure",
    "nom de l organisme",
    "nom de l association",
    "structure",
    "raison sociale",
];

/// Whether an organisation can begin, told before it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ground {
    /// What keeps it out.
    pub barriers: Vec<Barrier>,
    /// Whether the call is open.
    pub gate: Gate,
}

impl Ground {
    /// Whether it can begin.
    #[must_use]
    pub fn is_clear(&self) -> bool {
        self.barriers.is_empty() && self.gate == Gate::Open
    }
}

/// Whether an organisation can begin on a call that everybody may read and that is held here.
#[must_use]
pub fn ground(
    app: &App,
    directory: &Directory,
    call: &Slug,
    organisation: &Organisation,
) -> Option<Ground> {
    let known = known(directory, call).filter(|one| one.call.terms.held.is_here())?;
    Some(Ground {
        barriers: barriers(directory, &known.call, organisation),
        gate: gate(&known.call, app.now()),
    })
}

/// The key of a page from which an application begins.
#[must_use]
pub fn new_key(app: &App) -> String {
    new_id(app).to_string()
}

fn new_id(app: &App) -> ApplicationId {
    let (millis, random) = draw(app.now(), app.chance());
    ApplicationId::from_parts(millis, random)
}

/// Begins an application of the organisation of the capability. The same page sent twice begins one.
pub async fn begin(
    app: &App,
    may: &Capability<Apply>,
    (call, key): (&Slug, &str),
) -> Result<ApplicationId, ApplyError> {
    let lead = organisation_of(may)?;
    let directory = app.directory();
    let organisation = directory.organisations.get(lead);
    let organisation = organisation.ok_or_else(|| ApplyError::NoOrganisation(lead.clone()))?;
    let mut write = app.store().begin_governance(may).await?;
    let found = write.take_call(call).await?;
    let found = found.filter(Call::is_public).ok_or_else(|| missing(call))?;
    if let Some(there) = write.application_of_form(key).await? {
        let own = there.parties.lead() == lead && there.call == *call;
        return if own {
            Ok(there.id)
        } else {
            Err(missing(call).into())
        };
    }
    let revision = open_form(&mut write, &found).await?;
    let barred = barriers(&directory, &found, organisation);
    if !barred.is_empty() {
        return Err(ApplyError::Barred(barred));
    }
    let now = app.now();
    match gate(&found, now) {
        Gate::Open => {}
        Gate::Before => return Err(ApplicationError::Early.into()),
        Gate::Soft | Gate::Closed => return Err(ApplicationError::Closed.into()),
    }
    let names = (new_id(app), key.to_owned());
    let of = (call.clone(), revision.0);
    let mut application = Application::begin(names, of, lead.clone(), now);
    application.answers = prefilled(&mut write, (&directory, organisation), &revision.1).await?;
    let line = told(app, may.actor(), &application, "begun");
    write.keep_application(&application, Some(&line)).await?;
    write.commit().await?;
    Ok(application.id)
}

async fn open_form(write: &mut Write, call: &Call) -> Result<(u32, Vec<Field>), ApplyError> {
    if !call.terms.held.is_here() {
        return Err(ApplyError::NoForm);
    }
    let form = write.kept_one::<Form>(&call.slug).await?;
    let latest = form
        .as_ref()
        .and_then(Form::latest)
        .ok_or(ApplyError::NoForm)?;
    Ok((latest.number, latest.fields.all().to_vec()))
}

/// What is known already: the name and the SIRET of the organisation; what it answered last to a field of the same label.
async fn prefilled(
    write: &mut Write,
    (directory, organisation): (&Directory, &Organisation),
    fields: &[Field],
) -> Result<Answers, ApplyError> {
    let earlier = earlier(write, &organisation.slug).await?;
    let around = Around(directory);
    let mut answers = Answers::none();
    for field in fields.iter().filter(|one| one.when.is_none()) {
        let label = fold(&field.label);
        let sort = field.kind.sort();
        let own = match field.kind {
            FieldKind::Text { .. } if NAMES.contains(&label.as_str()) => {
                Said::read(&organisation.name).map(Answer::Text)
            }
            FieldKind::Organisation => {
                let pivot = organisation.pivot.as_deref();
                pivot
                    .and_then(|code| around.siret(code))
                    .map(Answer::Organisation)
            }
            _ => None,
        };
        let answer = own.or_else(|| earlier.get(&(label, sort)).cloned());
        answers.put(field.id, answer.filter(|answer| fits(field, answer)));
    }
    Ok(answers)
}

/// Whether an answer that was given elsewhere is one to this field.
fn fits(field: &Field, answer: &Answer) -> bool {
    match (&field.kind, answer) {
        (FieldKind::Choice { options, several }, Answer::Choice(chosen)) => {
            (*several || chosen.len() == 1) && chosen.iter().all(|one| options.contains(one))
        }
        (FieldKind::Number { most }, Answer::Number(number)) => {
            most.is_none_or(|most| *number <= most)
        }
        (FieldKind::Amount { most }, Answer::Amount(amount)) => {
            most.is_none_or(|most| *amount <= most)
        }
        (FieldKind::Text { long }, Answer::Text(said)) => {
            let most = if *long {
                Said::LONGEST
            } else {
                portulan_model::means::forms::Fields::LABEL
            };
            said.as_str().chars().nth(most).is_none()
        }
        _ => true,
    }
}

type Labelled = HashMap<(String, FieldSort), Answer>;

/// What an organisation answered last, by label and sort: neither files nor commitments, which are of one call.
async fn earlier(write: &mut Write, organisation: &Slug) -> Result<Labelled, ApplyError> {
    let mut found = Labelled::new();
    for application in write.applications_of(organisation).await? {
        if application.parties.lead() != organisation {
            continue;
        }
        let form = write.kept_one::<Form>(&application.call).await?;
        let revision = form
            .as_ref()
            .and_then(|form| form.revision(application.revision));
        for field in revision.map_or(&[][..], |one| one.fields.all()) {
            let sort = field.kind.sort();
            let of_one_call = matches!(sort, FieldSort::File | FieldSort::Commitment);
            if let Some(answer) = application.answers.get(field.id).filter(|_| !of_one_call) {
                let key = (fold(&field.label), sort);
                found.entry(key).or_insert_with(|| answer.clone());
            }
        }
    }
    Ok(found)
}
